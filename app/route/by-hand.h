/* Ways that were laid by hand for a part: the ends find their way to it. */
#pragma once

#include "route/search.h"

G_BEGIN_DECLS

/* Appends the points of the whole way: to the edge's first pin, over what was laid by hand, and on from `pin`
 * + 1, its last. Where no way leads to a pin, the shortest square line does. */
void lp_ways_find_by_hand (LpSearch *search, const LpRouteEdge *edge, guint pin, GArray *points);

/* The way between two boxes or pins; FALSE, and nothing appended, where there is none. */
gboolean lp_ways_find_between (LpSearch *search, guint from, guint to, GArray *points);

G_END_DECLS
