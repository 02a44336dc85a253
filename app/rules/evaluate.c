/* One rule over everything that it looks at. */

#include <glib/gi18n.h>

#include "expr/keep.h"
#include "rules/review-private.h"
#include "rules/survey-private.h"

typedef struct
{
  const LpRule *rule;
  LpSurvey *survey;
  LpExprRun *run;
  GArray *lasting; /* LpValue of each definition that is worked out once */
  guint8 *seen;    /* by component: was in a group already */
  void (*each) (const LpVerdict *, gpointer);
  gpointer data;
} Evaluation;

/* What a rule defines is worked out when it is read, and often it is not: for each component, or what rests on neither
 * self nor group once, in the run that lasts. */
static gboolean
define (LpExprRun *run, guint slot)
{
  LpSurvey *survey = lp_survey_of (run);
  const LpRule *rule = survey->bound;
  guint first = lp_expr_run_get_local_slot (run, LP_LOCAL_DEFINED), i = slot - first;

  if (rule == NULL || slot < first || i >= rule->definitions->len)
    return FALSE;
  const LpDefinition *definition = &g_array_index (rule->definitions, LpDefinition, i);
  if (!definition->once)
    {
      lp_expr_run_work_out (run, slot, definition->expr);
      return TRUE;
    }
  if (survey->define_lasting != NULL)
    survey->define_lasting (survey, i);
  else
    {
      lp_expr_run_work_out (survey->lasting, slot, definition->expr);
      LpValue value = survey->bound_lasting[i] = lp_expr_run_get_local (survey->lasting, LP_LOCAL_DEFINED + i);
      if (value.kind == LP_VALUE_LIST && value.object_class == LP_CLASS_COMPONENT)
        lp_flow_keep (survey->flow, (LpIndices){ value.indices, value.length });
    }
  lp_expr_run_set_local (run, LP_LOCAL_DEFINED + i, survey->bound_lasting[i]);
  return TRUE;
}

/* Nothing of the rule is worked out yet. */
static void
begin_lasting (Evaluation *evaluation)
{
  LpSurvey *survey = evaluation->survey;

  survey->define_lasting = NULL;
  lp_expr_run_set_define (survey->lasting, define);
  for (guint i = 0; i < evaluation->rule->definitions->len; i++)
    {
      LpValue unset = lp_expr_unset ();
      g_array_append_val (evaluation->lasting, unset);
      lp_expr_run_unset_local (survey->lasting, LP_LOCAL_DEFINED + i);
    }
}

void
lp_rule_bind (const LpRule *rule, LpExprRun *run, LpValue *lasting, LpValue self, LpValue group)
{
  const GArray *definitions = rule->definitions;

  lp_survey_of (run)->bound = rule;
  lp_survey_of (run)->bound_lasting = lasting;
  lp_expr_run_set_define (run, define);
  lp_expr_run_set_local (run, LP_LOCAL_SELF, self);
  lp_expr_run_set_local (run, LP_LOCAL_GROUP, group);
  for (guint i = 0; i < definitions->len; i++)
    if (g_array_index (definitions, LpDefinition, i).once)
      lp_expr_run_set_local (run, LP_LOCAL_DEFINED + i, lasting[i]);
    else
      lp_expr_run_unset_local (run, LP_LOCAL_DEFINED + i);
}

static gboolean
is_condition (LpValue value)
{
  return value.kind == LP_VALUE_BOOL || value.kind == LP_VALUE_UNKNOWN || value.kind == LP_VALUE_ERROR;
}

/* when  assert   outcome
 * false any      skip
 * any   true     pass: what is not known makes no difference
 * true  false    fail
 * else           question, or broken where either failed */
LpVerdict
lp_rule_judge (const LpRule *rule, LpExprRun *run)
{
  LpValue when = rule->when != NULL ? lp_expr_eval (rule->when, run) : lp_value_bool (TRUE);

  if (when.kind == LP_VALUE_ERROR || !is_condition (when))
    return (LpVerdict){ LP_OUTCOME_BROKEN, when };
  if (when.kind == LP_VALUE_BOOL && !when.boolean)
    return (LpVerdict){ LP_OUTCOME_SKIP };
  LpValue holds = lp_expr_eval (rule->assertion, run);
  if (lp_value_is_true (holds))
    return (LpVerdict){ LP_OUTCOME_PASS };
  /* Whether it applies is asked first: the rest may never need to be. */
  if (when.kind == LP_VALUE_UNKNOWN)
    return (LpVerdict){ LP_OUTCOME_QUESTION, when };
  if (holds.kind == LP_VALUE_UNKNOWN)
    return (LpVerdict){ LP_OUTCOME_QUESTION, holds };
  if (holds.kind == LP_VALUE_ERROR || !is_condition (holds))
    return (LpVerdict){ LP_OUTCOME_BROKEN, holds };
  return (LpVerdict){ LP_OUTCOME_FAIL };
}

static void
bind (Evaluation *evaluation, LpValue self, LpValue group)
{
  lp_rule_bind (evaluation->rule, evaluation->run, (LpValue *) evaluation->lasting->data, self, group);
}

static LpVerdict
judge (Evaluation *evaluation)
{
  return lp_rule_judge (evaluation->rule, evaluation->run);
}

static void
report (Evaluation *evaluation, LpVerdict verdict, guint self, LpValue group)
{
  verdict.self = self;
  verdict.group = group;
  evaluation->each (&verdict, evaluation->data);
}

static void
evaluate_group (Evaluation *evaluation, guint component)
{
  LpExprRun *run = evaluation->run;
  LpValue self = lp_value_object (LP_CLASS_COMPONENT, component);

  if (evaluation->seen[component])
    return;
  lp_expr_run_set_local (run, LP_LOCAL_SELF, self);
  LpValue group = lp_expr_eval (evaluation->rule->group, run);
  LpIndices members = lp_survey_components (run, group);
  if (group.kind == LP_VALUE_UNKNOWN || group.kind == LP_VALUE_ERROR)
    {
      LpVerdict verdict = { group.kind == LP_VALUE_UNKNOWN ? LP_OUTCOME_QUESTION : LP_OUTCOME_BROKEN, group };
      report (evaluation, verdict, component, lp_value_null ());
      return;
    }
  for (guint i = 0; i < members.n; i++)
    evaluation->seen[members.items[i]] = TRUE;
  evaluation->seen[component] = TRUE;
  bind (evaluation, self, group);
  report (evaluation, judge (evaluation), component, group);
}

static void
evaluate_component (Evaluation *evaluation, guint component)
{
  lp_expr_run_reset (evaluation->run);
  if (evaluation->rule->group != NULL)
    {
      evaluate_group (evaluation, component);
      return;
    }
  bind (evaluation, lp_value_object (LP_CLASS_COMPONENT, component), lp_value_null ());
  report (evaluation, judge (evaluation), component, lp_value_null ());
}

static gboolean
evaluate_list (Evaluation *evaluation, LpIndices components, GCancellable *cancellable)
{
  for (guint i = 0; i < components.n; i++)
    {
      if (i % 64 == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      evaluate_component (evaluation, components.items[i]);
    }
  return TRUE;
}

static gboolean
evaluate_all (Evaluation *evaluation, GCancellable *cancellable)
{
  LpSurvey *survey = evaluation->survey;
  GStrv kinds = evaluation->rule->kinds;

  if (evaluation->rule->whole)
    {
      lp_expr_run_reset (evaluation->run);
      bind (evaluation, lp_value_null (), lp_value_null ());
      report (evaluation, judge (evaluation), LP_NONE, lp_value_null ());
      return TRUE;
    }
  if (kinds[0] == NULL)
    return evaluate_list (evaluation, (LpIndices){ survey->all, lp_design_get_n_components (survey->design) },
                          cancellable);
  for (guint i = 0; kinds[i] != NULL; i++)
    if (!evaluate_list (evaluation, lp_survey_of_kind (survey, kinds[i]), cancellable))
      return FALSE;
  return TRUE;
}

static gboolean
has_candidates (const LpRule *rule, LpSurvey *survey)
{
  for (guint i = 0; rule->kinds[i] != NULL; i++)
    if (lp_survey_of_kind (survey, rule->kinds[i]).n > 0)
      return TRUE;
  return rule->kinds[0] == NULL;
}

gboolean
lp_rule_evaluate (const LpRule *rule,
                  LpSurvey *survey,
                  GCancellable *cancellable,
                  void (*each) (const LpVerdict *verdict, gpointer data),
                  gpointer data)
{
  if (!has_candidates (rule, survey))
    return !g_cancellable_is_cancelled (cancellable);

  g_autofree guint8 *seen = g_new0 (guint8, lp_design_get_n_components (survey->design) + 1);
  g_autoptr (GArray) lasting = g_array_new (FALSE, FALSE, sizeof (LpValue));
  Evaluation evaluation = { rule, survey, survey->run, lasting, seen, each, data };
  begin_lasting (&evaluation);
  gboolean whole = evaluate_all (&evaluation, cancellable);
  survey->bound = NULL;
  survey->bound_lasting = NULL;
  return whole;
}

/* --- outcomes ---------------------------------------------------------------------------------------- */

static void
count_verdict (const LpVerdict *verdict, gpointer data)
{
  LpOutcomes *outcomes = ((gpointer *) data)[0];
  LpSurvey *survey = ((gpointer *) data)[1];

  outcomes->of[verdict->outcome]++;
  if (verdict->outcome != LP_OUTCOME_BROKEN || outcomes->broken != NULL)
    return;
  g_autoptr (GError) error
      = verdict->cause.kind == LP_VALUE_ERROR ? lp_expr_run_error (survey->run, verdict->cause) : NULL;
  outcomes->broken = g_strdup (error != NULL ? error->message : _("a condition must be true or false"));
}

LpOutcomes
lp_rule_run (const LpRule *rule, LpDesign *design)
{
  g_autoptr (LpSurvey) survey = lp_survey_new (design, NULL, NULL);
  LpOutcomes outcomes = { { 0 } };
  gpointer data[] = { &outcomes, survey };

  lp_rule_evaluate (rule, survey, NULL, count_verdict, data);
  return outcomes;
}

LpOutcome
lp_outcomes_get_whole (const LpOutcomes *outcomes)
{
  static const LpOutcome order[]
      = { LP_OUTCOME_BROKEN, LP_OUTCOME_FAIL, LP_OUTCOME_QUESTION, LP_OUTCOME_PASS };
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (outcomes->of[order[i]] > 0)
      return order[i];
  return LP_OUTCOME_SKIP;
}
