/* One question of the review with the answers that there are, to be shown beside what it is about. */
#pragma once

#include <adwaita.h>

#include "model/document.h"
#include "model/finding.h"

G_BEGIN_DECLS

#define LP_TYPE_QUESTION_VIEW (lp_question_view_get_type ())
G_DECLARE_FINAL_TYPE (LpQuestionView, lp_question_view, LP, QUESTION_VIEW, AdwBin)

/* Signals: "answered" (JsonNode): this is the value.
 *          "left-open" (): it is not known.
 *          "next" (): the next question is wanted, or there is nothing more to do here. */

/* `finding` asks for its first unknown; `number` of `n` questions, from 1. */
GtkWidget *lp_question_view_new (LpDocument *document, const LpFinding *finding, guint number, guint n);

G_END_DECLS
