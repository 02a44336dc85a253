/* What a scenario teaches: what the exam's notes say, what holds today, since when, and where that is written. */
#pragma once

#include <adwaita.h>

#include "learning/scenario.h"

G_BEGIN_DECLS

#define LP_TYPE_LESSON_VIEW (lp_lesson_view_get_type ())
G_DECLARE_FINAL_TYPE (LpLessonView, lp_lesson_view, LP, LESSON_VIEW, AdwBin)

void lp_lesson_view_set (LpLessonView *view, const LpScenario *scenario);

G_END_DECLS
