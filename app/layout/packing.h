/* Rectangles into shelves: rows from left to right, one below another, in the order in which they come. */
#pragma once

#include "base/geometry.h"

G_BEGIN_DECLS

/* The next multiple of 8 that is not smaller. */
double lp_grid_up (double value);

/* Sets x and y of all, from 0, so that the whole comes near to `aspect` (width / height) with little waste.
 * `gap` stands between neighbours. Gives the size of the whole; about n log n time. */
LpRect lp_pack_shelves (LpRect *rects, guint n, double gap, double aspect);

G_END_DECLS
