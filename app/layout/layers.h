/* A graph in layers from left to right: sources first, few crossings, straight where it can be. */
#pragma once

#include "base/geometry.h"

G_BEGIN_DECLS

typedef struct
{
  double w, h;
  double x, y; /* out: the top left corner, multiples of 8 from 0 */
  guint rank;  /* hint: lower stands further left where the links leave it open */
} LpLayerNode;

typedef struct
{
  guint from, to;      /* nodes; a link from a node to itself is ignored */
  double from_y, to_y; /* where it meets them, below their top edges */
} LpLayerLink;

/* Places all nodes: what is linked in layers, and what is not beside it, packed to `aspect` (width / height).
 * `gap` stands at least between neighbours in a layer, more between layers, by the links that turn there.
 * Gives the size of the whole. */
LpRect lp_layers_place (
    LpLayerNode *nodes, guint n_nodes, const LpLayerLink *links, guint n_links, double gap, double aspect);

G_END_DECLS
