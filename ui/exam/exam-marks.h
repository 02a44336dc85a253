/* What is marked as wrong in a design, as a list beside it. It writes the marks into the document, where they can be
 * undone, and lights them up in the drawing. */
#pragma once

#include <adwaita.h>

#include "model/document.h"
#include "ui/canvas/canvas.h"

G_BEGIN_DECLS

#define LP_TYPE_EXAM_MARKS (lp_exam_marks_get_type ())
G_DECLARE_FINAL_TYPE (LpExamMarks, lp_exam_marks, LP, EXAM_MARKS, AdwBin)

GtkWidget *lp_exam_marks_new (LpDocument *document, LpCanvas *canvas);
/* What is selected in the drawing is marked; where all of it is, it no longer is. */
void lp_exam_marks_toggle_selected (LpExamMarks *marks);

G_END_DECLS
