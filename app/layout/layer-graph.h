/* The steps of the layered placement, over one graph whose long links are split by dummy nodes. Private to
 * it. */
#pragma once

#include "base/buckets.h"
#include "layout/layers.h"

G_BEGIN_DECLS

typedef struct
{
  guint from, to; /* from the left layer to the next one */
  double from_y, to_y;
} LpArc;

typedef struct
{
  guint n; /* nodes, dummies last */
  guint n_real;
  guint n_layers;
  guint *layer;      /* by node */
  guint *order;      /* by node: place in its layer, from the top */
  double *h, *y;     /* by node */
  GArray *arcs;      /* LpArc, only between neighbouring layers */
  LpBuckets layers;  /* nodes by layer, in order */
  LpBuckets in, out; /* arcs by their right and by their left node */
} LpLayerGraph;

/* The layer of each of the n nodes (out, by node); a long layer is broken so that it stays under `height`.
 * Gives the number of layers. */
guint lp_layering (const LpLayerNode *nodes,
                   guint n,
                   const LpLayerLink *links,
                   guint n_links,
                   double gap,
                   double height,
                   guint *layer);

/* Takes over the layers; splits long links while that keeps memory linear. */
LpLayerGraph *lp_layer_graph_new (const LpLayerNode *nodes,
                                  guint n,
                                  const LpLayerLink *links,
                                  guint n_links,
                                  const guint *layer,
                                  guint n_layers);
void lp_layer_graph_free (LpLayerGraph *graph);

/* Orders every layer for few crossings. */
void lp_layer_graph_order (LpLayerGraph *graph);

/* Sets y: no two of a layer nearer than `gap`, links as straight as that allows; multiples of 8 from 0. */
void lp_layer_graph_straighten (LpLayerGraph *graph, double gap);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpLayerGraph, lp_layer_graph_free)

G_END_DECLS
