/* What a question of an exam asks, in the panel beside the drawing: the situation and what a good answer does. Nothing is
 * ticked. */
#pragma once

#include <adwaita.h>

#include "learning/scenario.h"

G_BEGIN_DECLS

#define LP_TYPE_EXAM_TASK (lp_exam_task_get_type ())
G_DECLARE_FINAL_TYPE (LpExamTask, lp_exam_task, LP, EXAM_TASK, AdwBin)

GtkWidget *lp_exam_task_new (void);
void lp_exam_task_set_scenario (LpExamTask *task, const LpScenario *scenario);

G_END_DECLS
