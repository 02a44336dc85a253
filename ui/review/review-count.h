/* The review in the header bar: how many errors, warnings, remarks and questions. */
#pragma once

#include <adwaita.h>

#include "model/finding.h"

G_BEGIN_DECLS

#define LP_TYPE_REVIEW_COUNT (lp_review_count_get_type ())
G_DECLARE_FINAL_TYPE (LpReviewCount, lp_review_count, LP, REVIEW_COUNT, AdwBin)

/* NULL: not known yet. */
void lp_review_count_set (LpReviewCount *count, const LpReview *review);

G_END_DECLS
