/* The designs or answers of a question, to be chosen from: each with its drawing, none with what is right. It stands in
 * the place of the drawing and writes the answer into the document, where it can be undone. */
#pragma once

#include <adwaita.h>

#include "model/document.h"
#include "session/scenario.h"

G_BEGIN_DECLS

#define LP_TYPE_EXAM_CHOICES (lp_exam_choices_get_type ())
G_DECLARE_FINAL_TYPE (LpExamChoices, lp_exam_choices, LP, EXAM_CHOICES, AdwBin)

/* The scenario has choices. */
GtkWidget *lp_exam_choices_new (LpDocument *document, const LpScenario *scenario);

G_END_DECLS
