/* From ways, which run from port to port, to routes as they are drawn, and back. */
#pragma once

#include "route/space.h"

G_BEGIN_DECLS

/* Drops points that do not bend. */
void lp_route_simplify (GArray *points);

/* Shortens both ends of a way without needless points. */
void lp_route_finish (LpRoute *route, const GArray *points, double end_gap);

/* For an edge without a way: the shortest square line between what there is of its ends. */
void lp_route_fall_back (LpRoute *route, const LpSpace *space, const LpRouteEdge *edge);

/* Sets `points` to the way that the route was made of. */
void lp_route_unfinish (GArray *points, const LpRoute *route, const LpSpace *space, const LpRouteEdge *edge);

G_END_DECLS
