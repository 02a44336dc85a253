/* The ways of the connections of a design, and from what they were found: so that those of its next state can be
 * found from them. What an edit does not touch keeps its way, which is quick, and keeps the drawing calm. */
#pragma once

#include "route/route.h"
#include "scene/placement.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_boxes, n_edges;
  LpRouteBox *boxes;  /* by component */
  LpRouteEdge *edges; /* by connection */
  LpPoint *via;       /* of all edges, one behind the other */
  LpRoute *routes;    /* by connection */
} LpRouting;

/* `left_out`, by connection: not drawn, and so without a way; NULL: none. `before` and `design_before`: those of an
 * earlier state of the same document, or NULL: all ways are found anew. */
LpRouting *lp_routing_new (const LpDesign *design, const LpCatalogue *catalogue, const LpPlacement *placement,
                           const guint8 *left_out, const LpRouting *before, const LpDesign *design_before);
void lp_routing_free (LpRouting *routing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpRouting, lp_routing_free)

G_END_DECLS
