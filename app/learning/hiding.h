/* What is left of a review while a scenario keeps from view what would give its answer away. */
#pragma once

#include "learning/scenario.h"
#include "model/finding.h"
#include "rules/pack.h"

G_BEGIN_DECLS

/* Neither findings nor tallies of the rules that the scenario hides. Free with lp_review_unref(). */
LpReview *lp_hiding_review (LpReview *review, const LpScenario *scenario);
/* The rules that are left: what a fix of everything may mend, and what can be explained. Free with lp_pack_unref(). */
LpPack *lp_hiding_pack (const LpPack *pack, const LpScenario *scenario);

G_END_DECLS
