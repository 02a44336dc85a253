/* What a router keeps between moves. Private to the router. */
#pragma once

#include "route/runs.h"

G_BEGIN_DECLS

struct _LpRouter
{
  LpRouteBox *boxes;
  guint n_boxes;
  LpRouteEdge *edges; /* `via` is its own */
  guint n_edges;
  LpRouteOptions options;
  GArray **points; /* by edge: the way from port to port, on its tracks */
  guint8 *loose;   /* by edge: none was found */
  LpRect *bounds;  /* by edge: around its points */
  LpRoute *routes;
  GArray *changed; /* guint: the edges whose routes the last move changed */
};

/* Tracks along one axis change the lengths of runs along the other, so both are laid twice. */
#define LP_TRACK_PASSES 2

LpSpace *lp_router_make_space (const LpRouter *self);
LpWays lp_router_get_ways (LpRouter *self);
/* Makes the route of an edge from its way. */
LpRoute lp_router_make_route (const LpRouter *self, const LpSpace *space, guint edge);
void lp_router_measure (LpRouter *self, guint edge);
void lp_route_edge_copy (LpRouteEdge *copy, const LpRouteEdge *edge);

G_END_DECLS
