/* What differs from what the drawing is compared with: one line each, which leads to it. */
#pragma once

#include "ui/scenarios/compare-bar.h"

G_BEGIN_DECLS

#define LP_TYPE_DIFFERENCE_LIST (lp_difference_list_get_type ())
G_DECLARE_FINAL_TYPE (LpDifferenceList, lp_difference_list, LP, DIFFERENCE_LIST, AdwBin)

/* What the bar compares, from now on; NULL: nothing. */
void lp_difference_list_set_bar (LpDifferenceList *list, LpCompareBar *bar);

G_END_DECLS
