/* The shortest square line between two rectangles, whatever stands between: for ends that no free way joins.
 */
#pragma once

#include "route/route.h"

G_BEGIN_DECLS

/* Appends its points (LpPoint), from side to side; some may lie on each other. */
void lp_route_direct (GArray *points, LpRect from, LpRect to);

G_END_DECLS
