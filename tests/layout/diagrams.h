/* Nested diagrams for tests and benches: the same boxes and edges for the same seed on every machine. */
#pragma once

#include "layout/layout.h"
#include "route/route.h"

typedef struct
{
  LpLayoutBox *boxes;
  guint n_boxes;
  LpLayoutEdge *edges;
  guint n_edges;
} Diagram;

/* Regions, networks, zones and subnets around `n_leaves` leaves, with 13 edges for every 10 leaves, most of
 * them between neighbours. */
Diagram *diagram_new (guint seed, guint n_leaves);
void diagram_free (Diagram *diagram);

/* Boxes of any shape nested in any way; some empty, some of no size, edges between anything. */
Diagram *diagram_new_wild (guint seed, guint n_boxes, guint n_edges);

/* The rectangle of every box in the coordinates of the whole. */
LpRect *diagram_absolute (const Diagram *diagram);
/* Ready to be routed: names over half of each container, tiles of 48 in leaves that are larger. */
LpRouteBox *diagram_route_boxes (const Diagram *diagram);
LpRouteEdge *diagram_route_edges (const Diagram *diagram, double label_width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Diagram, diagram_free)
