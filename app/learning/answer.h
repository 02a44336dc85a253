/* What a person answered where a scenario is not about drawing: the choices made, the elements marked as wrong. It lies in
 * the attempt's document, so that it is saved, undone and graded with it. */
#pragma once

#include "model/document.h"

G_BEGIN_DECLS

typedef struct
{
  GStrv choices; /* ids of choices; never NULL */
  GStrv marked;  /* ids of components and connections of the start; never NULL */
} LpAnswer;

/* What is not an answer as it should be is left out. Free with lp_answer_free(). */
LpAnswer *lp_answer_of_design (const LpDesign *design);
LpAnswer *lp_answer_of_document (LpDocument *document);
void lp_answer_free (LpAnswer *answer);

gboolean lp_answer_has_chosen (const LpAnswer *answer, const char *choice);
gboolean lp_answer_has_marked (const LpAnswer *answer, const char *element);

/* What there is to be seen of a design. Where designs are chosen from, the one that was chosen first, as nobody's attempt, or
 * NULL before that; otherwise the design itself. Free with lp_design_unref(). */
LpDesign *lp_answer_get_drawing (LpDesign *design);

/* Inside a transaction of the document; NULL, or a list without an entry, is no answer. */
void lp_document_set_choices (LpDocument *document, const char *const *choices);
void lp_document_set_marked (LpDocument *document, const char *const *elements);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpAnswer, lp_answer_free)

G_END_DECLS
