/* The shortest square line between two rectangles, whatever stands between: for ends that no free way joins. */
#pragma once

#include "route/route.h"

G_BEGIN_DECLS

/* Sets points and n_points; free the points with g_free(). */
void lp_route_direct (LpRoute *route, LpRect from, LpRect to, double end_gap);

G_END_DECLS
