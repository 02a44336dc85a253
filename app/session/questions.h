/* What a review could not know, each thing once however many rules ask for it. */
#pragma once

#include "catalogue/catalogue.h"
#include "model/document.h"
#include "model/finding.h"

G_BEGIN_DECLS

typedef struct
{
  guint finding;           /* the first that asks, of the review */
  const char *element;     /* borrowed from the review; NULL: the requirements */
  const char *property;
} LpQuestion;

/* What the person has left open in this session: a set of questions. */
typedef struct _LpLeftOpen LpLeftOpen;

LpLeftOpen *lp_left_open_new (void);
void lp_left_open_free (LpLeftOpen *left_open);
void lp_left_open_add (LpLeftOpen *left_open, const LpQuestion *question);
gboolean lp_left_open_contains (const LpLeftOpen *left_open, const LpQuestion *question);

/* In the order of the review, those that are left open not among them (NULL: none is). Findings that are waived do not
 * ask. An array of LpQuestion, which lives no longer than the review; free with g_array_unref(). */
GArray *lp_questions_list (const LpReview *review, const LpLeftOpen *left_open);

/* The number in the list of the one that the finding asks, or G_MAXUINT. */
guint lp_questions_find (const GArray *questions, const LpReview *review, guint finding);

/* What the catalogue says of the property that is not known: what it is for, and which values it takes. NULL where the
 * element is gone, or its kind has no such property. */
const LpPropertyKind *lp_questions_find_property (LpDocument *document, const LpUnknownProperty *unknown);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpLeftOpen, lp_left_open_free)

G_END_DECLS
