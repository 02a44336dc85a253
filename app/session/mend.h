/* Fixes, made in a document with room for what they bring. */
#pragma once

#include "model/document.h"
#include "rules/fix-all.h"
#include "session/mend-preview.h"

G_BEGIN_DECLS

/* Makes fix number `index` of the finding's rule as one step under `label`. Refuses like lp_fix_make(), and leaves the
 * document as it was. */
gboolean lp_mend (LpDocument *document,
                  LpPack *pack,
                  const LpFinding *finding,
                  guint index,
                  const char *label,
                  const LpReviewOptions *options,
                  GError **error);
/* Inside a transaction of the caller's: for a rehearsal. */
gboolean lp_mend_inside (LpDocument *document,
                         LpPack *pack,
                         const LpFinding *finding,
                         guint index,
                         const LpReviewOptions *options,
                         GError **error);
/* All findings of one rule, or (NULL) of all rules, as one step under `label` (see lp_fix_make_all()); no step where
 * nothing was fixed. */
LpFixTally *lp_mend_all (LpDocument *document,
                         LpPack *pack,
                         const char *rule,
                         guint index,
                         const char *label,
                         const LpReviewOptions *options);

/* Of fix number `index` of the finding. Refuses like lp_fix_make(). */
LpMendPreview *lp_mend_preview_new (LpDesign *design,
                                    LpPack *pack,
                                    const LpFinding *finding,
                                    const LpFixOffer *offer,
                                    const LpReviewOptions *options,
                                    GError **error);
/* Of all findings of one rule, or (NULL) of all rules; see lp_fix_make_all(). Refuses with LP_FIX_ERROR_NOTHING. */
LpMendPreview *lp_mend_preview_new_all (LpDesign *design,
                                        LpPack *pack,
                                        const char *rule,
                                        guint index,
                                        const char *label,
                                        const LpReviewOptions *options,
                                        GError **error);
G_END_DECLS
