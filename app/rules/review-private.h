/* What the files of the review share. */
#pragma once

#include "rules/review.h"
#include "rules/survey.h"

G_BEGIN_DECLS

/* What was found for one component or group. */
typedef struct
{
  LpOutcome outcome;
  LpValue cause; /* the unknown or the error */
  guint self;    /* LP_NONE for the design as a whole */
  LpValue group; /* null, or the list */
} LpVerdict;

/* Runs the rule over all that it looks at and calls `each` for every verdict, while the run still holds the
 * locals and values of that evaluation. FALSE where it was cancelled. */
gboolean lp_rule_evaluate (const LpRule *rule,
                           LpSurvey *survey,
                           GCancellable *cancellable,
                           void (*each) (const LpVerdict *verdict, gpointer data),
                           gpointer data);

/* The two halves of it for one component or group: gives the locals their values, `lasting` those of the definitions that
 * are worked out once, or lp_expr_unset(), which are filled in when they are read; and says what holds. */
void lp_rule_bind (const LpRule *rule, LpExprRun *run, LpValue *lasting, LpValue self, LpValue group);
LpVerdict lp_rule_judge (const LpRule *rule, LpExprRun *run);

/* 16 hex digits of what the finding is about: rule, outcome and ids, in any order of the document. */
char *lp_fingerprint (const char *rule, LpOutcome outcome, const char *const *ids);
/* The fingerprint of the finding that the verdict gives, while the run has its locals. Free with g_free(). */
char *lp_verdict_dup_fingerprint (const LpRule *rule, LpSurvey *survey, const LpVerdict *verdict);
/* "What is “Multi-AZ” of orders-db?" Free with g_free(). */
char *lp_question_for (const LpSurvey *survey, const char *title, const GPtrArray *unknowns);

G_END_DECLS
