/* How a goal stands, by its shape: a ring, a disc with a tick, an octagon with a cross, a diamond, a flag at the end. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  LP_GOAL_NOT_YET,
  LP_GOAL_MET,
  LP_GOAL_MISSED,
  LP_GOAL_OPEN,   /* a property that is not set decides */
  LP_GOAL_AT_END, /* not told before it is graded */
} LpGoalState;

#define LP_TYPE_GOAL_MARK (lp_goal_mark_get_type ())
G_DECLARE_FINAL_TYPE (LpGoalMark, lp_goal_mark, LP, GOAL_MARK, GtkWidget)

GtkWidget *lp_goal_mark_new (LpGoalState state);

G_END_DECLS
