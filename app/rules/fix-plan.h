/* A fix worked out for one finding: what its expressions give over the drawing as it was. */
#pragma once

#include "rules/fix-edit.h"
#include "rules/review-private.h"

G_BEGIN_DECLS

/* One edit. Lists hold ids (char *) of components or connections; NULL where the member was left out. */
typedef struct
{
  const LpFixEdit *edit;
  gboolean wanted; /* its `if` holds */
  GPtrArray *what, *into, *beside, *from, *to, *over, *reuse;
  JsonNode *value;
  char *label;         /* in the program's language, or NULL */
  char *wish;          /* what an id is to be made from, in the first language, or NULL */
  GPtrArray *settings; /* of JsonNode, by setting of the edit; NULL where it is not known */
} LpFixStep;

typedef struct
{
  const LpFix *fix;
  char *title;
  GPtrArray *steps; /* of LpFixStep */
  GPtrArray *about; /* ids (char *): self, else what is lit up */
} LpFixPlan;

/* Inside the callback of lp_rule_evaluate(), while the run has the verdict's locals. Refuses in LP_FIX_ERROR:
 * UNKNOWN, BROKEN. */
LpFixPlan *lp_fix_plan_new (
    const LpRule *rule, const LpFix *fix, LpSurvey *survey, const LpVerdict *verdict, GError **error);
void lp_fix_plan_free (LpFixPlan *plan);

/* Whether the fix is one for this verdict. */
gboolean lp_fix_is_for (const LpFix *fix, LpSurvey *survey);
/* In the program's language. Free with g_free(). */
char *lp_fix_dup_title (const LpFix *fix, LpSurvey *survey);
gboolean lp_fix_asks (const LpFix *fix);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpFixPlan, lp_fix_plan_free)

G_END_DECLS
