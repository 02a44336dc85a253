/* Answering by choosing: designs side by side, or the answers to a question. */
#pragma once

#include "ui/answers/answer-view.h"

G_BEGIN_DECLS

#define LP_TYPE_CHOICES_VIEW (lp_choices_view_get_type ())
G_DECLARE_FINAL_TYPE (LpChoicesView, lp_choices_view, LP, CHOICES_VIEW, LpAnswerView)

/* For choose and quiz. */
GtkWidget *lp_choices_view_new (const LpScenario *scenario);

G_END_DECLS
