/* Mending all that can be mended without asking. */
#pragma once

#include "rules/fix.h"

G_BEGIN_DECLS

/* A finding that was mended, or that a fix is there for but a person must decide. */
typedef struct
{
  LpFinding *finding;
  char *title;                /* of the fix */
  gboolean needs_replacement; /* in reality the service would have to be made anew */
  GPtrArray *edits;           /* sentences (char *): what was done, or is proposed */
} LpFixed;

typedef struct
{
  GPtrArray *fixed;  /* of LpFixed, in the order in which they were made */
  GPtrArray *asking; /* of LpFixed: not made */
} LpFixTally;

/* Applies to every finding that is not waived, of the rule with the id `rule` or (NULL) of all, its first fix that asks
 * nobody; of `rule` rather the one with the number `index`, where that is one for the finding. What a fix mends beside is
 * not mended twice, and what comes to light is mended too, until nothing more can be. A fix that leaves its finding is
 * taken back, and the next tried. Inside a transaction of the document that the caller has opened. Free with
 * lp_fix_tally_free(). */
LpFixTally *lp_fix_make_all (LpPack *pack,
                             LpDocument *document,
                             const char *rule,
                             guint index,
                             const LpReviewOptions *options);
void lp_fix_tally_free (LpFixTally *tally);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpFixTally, lp_fix_tally_free)

G_END_DECLS
