/* How an attempt was graded: how many goals are met, with how many hints and in what time, and each goal with its reason. */
#pragma once

#include <adwaita.h>

#include "session/working.h"

G_BEGIN_DECLS

#define LP_TYPE_RESULT_VIEW (lp_result_view_get_type ())
G_DECLARE_FINAL_TYPE (LpResultView, lp_result_view, LP, RESULT_VIEW, AdwBin)

/* Signal "show-elements" (GStrv): as a goal list has it. */

/* Nothing where it is not graded. */
void lp_result_view_set (LpResultView *view, LpWorking *working);
/* Leads the keyboard to what it says first. */
void lp_result_view_focus (LpResultView *view);

G_END_DECLS
