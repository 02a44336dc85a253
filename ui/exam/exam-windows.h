/* The windows around an exam, and the actions that lead to them: app.exam begins one or goes on with the one that was
 * begun, app.schedule shows what comes back and when. */
#pragma once

#include <adwaita.h>

#include "learning/exam.h"

G_BEGIN_DECLS

void lp_exam_add_actions (GtkApplication *application);

/* exam-begin.c: asks how many questions, of which topics and how long. `parent` may be NULL. */
void lp_exam_begin_window_present (GtkApplication *application, GtkWindow *parent);
/* exam-windows.c: a window in which the exam is sat. */
void lp_exam_sit (GtkApplication *application, LpExam *exam);
/* exam-result-window.c: takes over the result. */
void lp_exam_result_window_present (GtkApplication *application, LpExam *exam, LpExamResult *result);
/* schedule-window.c. */
void lp_schedule_window_present (GtkApplication *application, GtkWindow *parent);

/* exam-windows.c: the scenario in a window for drawings, which comes to the front. */
void lp_exam_open_scenario (GtkApplication *application, const char *id);

G_END_DECLS
