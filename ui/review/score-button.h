/* The score of a review, and behind it the arithmetic topic by topic. */
#pragma once

#include <gtk/gtk.h>

#include "model/finding.h"

G_BEGIN_DECLS

#define LP_TYPE_SCORE_BUTTON (lp_score_button_get_type ())
G_DECLARE_FINAL_TYPE (LpScoreButton, lp_score_button, LP, SCORE_BUTTON, GtkWidget)

/* NULL, or a review in which nothing was decided: the button is not there. */
void lp_score_button_set_review (LpScoreButton *button, LpReview *review);

G_END_DECLS
