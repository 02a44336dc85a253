/* What stands in the place of the drawing where a scenario is answered otherwise than by drawing: choices, or a design whose
 * flaws are pointed at. The answer lies in the document; the result shows once it is submitted. */
#pragma once

#include "session/working.h"
#include "ui/document/document-view.h"

G_BEGIN_DECLS

#define LP_TYPE_ANSWER_VIEW (lp_answer_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (LpAnswerView, lp_answer_view, LP, ANSWER_VIEW, AdwBin)

struct _LpAnswerViewClass
{
  AdwBinClass parent_class;
  /* Shows the answer; where `graded`, with what is right, and it cannot be changed. */
  void (*show) (LpAnswerView *view, gboolean graded);
};

/* A document part: over the drawing, where the document's scenario is one of these. */
void lp_answer_view_add (LpDocumentView *view);
/* That of the view, or NULL; borrowed. */
LpAnswerView *lp_answer_view_of (LpDocumentView *view);

/* --- for the kinds ----------------------------------------------------------------------------------- */

/* Follows the document and what becomes of the work on it, and shows it for the first time. */
void lp_answer_view_follow (LpAnswerView *view, LpDocumentView *document_view, const LpScenario *scenario);
const LpScenario *lp_answer_view_get_scenario (LpAnswerView *view);
LpDocument *lp_answer_view_get_document (LpAnswerView *view);
/* Whether it is answered in an exam: nothing is said of what is right, nor reviewed. */
gboolean lp_answer_view_is_exam (LpAnswerView *view);
/* A design in a tab of its own, to be looked at and reviewed. */
void lp_answer_view_open (LpAnswerView *view, LpDesign *design);
/* A label that wraps, and asks for no more room than two of them have beside each other. */
GtkWidget *lp_answer_view_new_text (const char *text, const char *css_class);

G_END_DECLS
