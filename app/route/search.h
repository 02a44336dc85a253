/* The cheapest way between two boxes over the lanes: length, bends, and crossings with the ways that were
 * found before. */
#pragma once

#include "route/lanes.h"

G_BEGIN_DECLS

typedef struct _LpSearch LpSearch;

LpSearch *lp_search_new (const LpSpace *space, const LpLanes *lanes);
void lp_search_free (LpSearch *search);
const LpSpace *lp_search_get_space (const LpSearch *search);

/* Appends the points of the way, port to port, to `points` (LpPoint). FALSE, and nothing appended, where no
 * way exists. `anywhere`: foreign containers may be passed, at a price. */
gboolean lp_search_find (LpSearch *search, guint from, guint to, gboolean anywhere, GArray *points);

/* A way stands that this search did not find: its crossings count. */
void lp_search_mark (LpSearch *search, const GArray *points);
/* What the search would say of a way, but for crossings: by length, bends and sides and, where it is not
 * settled, by runs that are too short. */
double lp_search_price (const LpSearch *search, guint from, guint to, const GArray *points, gboolean settled);
/* What one crossing adds to that. */
#define LP_SEARCH_CROSSING 16

/* From now on ways do not leave pins at this side if there is another way; LP_N_SIDES: at any. */
void lp_search_shut (LpSearch *search, LpSide side);

/* The straight line between facing sides, where it is free: appends its two points. */
gboolean lp_search_straight (LpSearch *search, guint from, guint to, GArray *points);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpSearch, lp_search_free)

G_END_DECLS
