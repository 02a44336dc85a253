#include "expr/expr.h"
#include "rules/review.h"
#include "rules/survey.h"
#include "session/scenario.h"

static gboolean
rule_passes (const char *id, LpDesign *design)
{
  const LpRule *rule = lp_pack_find (lp_pack_get_default (), id);

  if (rule == NULL)
    return FALSE;
  LpOutcomes outcomes = lp_rule_run (rule, design);
  LpOutcome whole = lp_outcomes_get_whole (&outcomes);
  g_free (outcomes.broken);
  return whole == LP_OUTCOME_PASS;
}

/* What does not compile, or is not known, is not met: a test sees to it that the built-in ones compile. */
static gboolean
is_true (const char *expression, LpDesign *design)
{
  g_autoptr (LpExpr) expr = lp_expr_compile (lp_survey_schema (), expression, -1, NULL, NULL);
  g_autoptr (LpSurvey) survey = expr != NULL ? lp_survey_new (design, NULL, NULL) : NULL;

  if (expr == NULL)
    return FALSE;
  LpValue value = lp_expr_eval (expr, survey->run);
  return value.kind == LP_VALUE_BOOL && value.boolean;
}

gboolean
lp_goal_is_met (const LpGoal *goal, LpDesign *design)
{
  return goal->rule != NULL ? rule_passes (goal->rule, design) : is_true (goal->expression, design);
}
