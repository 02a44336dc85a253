/* The goals of a scenario and how they stand: while they are worked on, or as they were graded, with the reason and the
 * part of the drawing that decides. */
#pragma once

#include <adwaita.h>

#include "learning/grade.h"

G_BEGIN_DECLS

#define LP_TYPE_GOAL_LIST (lp_goal_list_get_type ())
G_DECLARE_FINAL_TYPE (LpGoalList, lp_goal_list, LP, GOAL_LIST, AdwBin)

/* Signal "show-elements" (GStrv): these elements are to be shown on the drawing. */

/* As they are reached: what is graded at the end, and why something is not reached, is not told. */
void lp_goal_list_set_live (LpGoalList *list, const LpGrade *grade);
void lp_goal_list_set_graded (LpGoalList *list, const LpGrade *grade);
/* Only what is asked for. */
void lp_goal_list_set_asked (LpGoalList *list, const LpScenario *scenario);

G_END_DECLS
