/* The strip of an exam that is being sat, above the question: which one it is, the way to the others, what is left of
 * the time, and its end. It works through the actions of the window: win.exam-previous, win.exam-next, win.exam-flag,
 * win.exam-questions, win.exam-show (u), win.exam-submit, which win.exam-give-up is beside. */
#pragma once

#include <adwaita.h>

#include "learning/exam.h"

G_BEGIN_DECLS

#define LP_TYPE_EXAM_BAR (lp_exam_bar_get_type ())
G_DECLARE_FINAL_TYPE (LpExamBar, lp_exam_bar, LP, EXAM_BAR, AdwBin)

GtkWidget *lp_exam_bar_new (LpExam *exam);
/* Opens the list of questions. */
void lp_exam_bar_show_questions (LpExamBar *bar);
/* "42 min left": what the clock says. It changes once a minute, so that it does not draw the eye. Free with
 * g_free(). */
char *lp_exam_describe_left (guint seconds);

G_END_DECLS
