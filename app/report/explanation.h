/* A rule explained by its own examples: a drawing that it finds beside one that is sound. */
#pragma once

#include "rules/review.h"
#include "scene/comparison.h"

G_BEGIN_DECLS

/* What the rule says of the first example that it finds, as the review would; as its author wrote it where the example
 * is wrong. `read` is lp_native_read(). Free with g_free(). */
char *lp_explanation_message (const LpRule *rule, LpReadDesign read);

/* The first drawing that it finds, marked, and of those that are sound the one most like it. */
typedef struct
{
  char *found_caption, *sound_caption; /* "Found: ...", "Sound: ..." */
  LpScene *found, *sound;
} LpExplanation;

/* Refuses with the error of `read` where an example cannot be read. Free with lp_explanation_free(). */
LpExplanation *lp_explanation_new (const LpRule *rule, LpReadDesign read, GError **error);
void lp_explanation_free (LpExplanation *explanation);

/* The two on one sheet, with why it matters and how to mend it below. Refuses as lp_explanation_new(). Free with
 * lp_comparison_free(). */
LpComparison *lp_explanation_draw (const LpRule *rule, LpReadDesign read, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpExplanation, lp_explanation_free)

G_END_DECLS
