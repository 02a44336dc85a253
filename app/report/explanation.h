/* A rule explained by its own examples: a drawing that it finds beside one that is sound. */
#pragma once

#include "rules/review.h"
#include "scene/comparison.h"

G_BEGIN_DECLS

/* What the rule says of the first example that it finds, as the review would; as its author wrote it where the example
 * is wrong. `read` is lp_native_read(). Free with g_free(). */
char *lp_explanation_message (const LpRule *rule, LpReadDesign read);

/* The first drawing that it finds, marked, and of those that are sound the one most like it, with why it matters and how
 * to mend it below. Refuses with the error of `read` where an example cannot be read. Free with lp_comparison_free(). */
LpComparison *lp_explanation_draw (const LpRule *rule, LpReadDesign read, GError **error);

G_END_DECLS
