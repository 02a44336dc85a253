/* Answering by pointing: what is wrong in a design, on the drawing or in a list of its parts. */
#pragma once

#include "ui/answers/answer-view.h"

G_BEGIN_DECLS

#define LP_TYPE_SPOT_VIEW (lp_spot_view_get_type ())
G_DECLARE_FINAL_TYPE (LpSpotView, lp_spot_view, LP, SPOT_VIEW, LpAnswerView)

GtkWidget *lp_spot_view_new (const LpScenario *scenario);

G_END_DECLS
