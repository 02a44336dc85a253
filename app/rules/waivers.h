/* Which findings a document's waivers cover today, which waivers lapsed, and which cover nothing. */
#pragma once

#include "model/design.h"
#include "model/finding.h"
#include "rules/configuration.h"

G_BEGIN_DECLS

/* Marks the findings (of LpFinding) that are waived, and those that were: a finding that is marked is put in the place
 * of the one that was there, which is left as it is. Adds DOC-005 for every waiver that covers nothing, unless its
 * rule is off. `configuration` may be NULL; `today` is YYYY-MM-DD. */
void lp_waivers_apply (const LpPack *pack, const LpConfiguration *configuration, const LpDesign *design,
                       const char *today, GPtrArray *findings);

/* A waiver of this finding for what `pin` names (NULL: the document), that lapses when the facts change: of all findings
 * of its rule there in the review. For the caller to fill in author, ticket and date; free with lp_waiver_unref(). */
LpWaiver *lp_waiver_for (const LpPack *pack, const LpDesign *design, const LpReview *review, const LpFinding *finding,
                         const LpPin *pin, const char *reason);

/* Whether the finding is of what the waiver names, on whatever day and facts. */
gboolean lp_waiver_is_about (const LpWaiver *waiver, const LpPack *pack, const LpDesign *design,
                             const LpFinding *finding);

G_END_DECLS
