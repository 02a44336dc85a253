/* What the windows of the exam say in the same way. */
#pragma once

#include <adwaita.h>

#include "learning/scenario.h"
#include "learning/schedule.h"

G_BEGIN_DECLS

/* A label that wraps, with the style class (nullable). */
GtkWidget *lp_exam_new_text (const char *text, const char *style);
/* "Today", "Tomorrow", "In 3 days", "Monday, 7 December 2026"-like further away; free with g_free(). */
char *lp_exam_describe_day (LpDay day, LpDay today);
/* "7 minutes", "1 hour 5 minutes"; free with g_free(). */
char *lp_exam_describe_time (guint seconds);
/* The lesson of the scenario: what the notes say, what holds today, and where that is written. */
GtkWidget *lp_exam_new_lesson (const LpScenario *scenario);

G_END_DECLS
