#include "learning/grade.h"

#include <glib/gi18n.h>

#include "learning/answer.h"
#include "rules/pack.h"
#include "rules/review.h"
#include "rules/survey.h"

/* --- results ----------------------------------------------------------------------------------------- */

const char *
lp_grade_outcome_code (LpGradeOutcome outcome)
{
  static const char *const codes[] = { "met", "missed", "open" };
  return codes[outcome];
}

static void
goal_grade_free (gpointer data)
{
  LpGoalGrade *goal = data;
  g_free (goal->text);
  g_free (goal->reason);
  g_strfreev (goal->elements);
  g_free (goal);
}

void
lp_grade_free (LpGrade *grade)
{
  g_ptr_array_unref (grade->goals);
  g_free (grade);
}

static LpGrade *
grade_new (void)
{
  LpGrade *grade = g_new0 (LpGrade, 1);
  grade->goals = g_ptr_array_new_with_free_func (goal_grade_free);
  return grade;
}

static LpGoalGrade *
add_goal (LpGrade *grade, const char *text, LpGradeOutcome outcome)
{
  LpGoalGrade *goal = g_new0 (LpGoalGrade, 1);
  goal->text = g_strdup (text);
  goal->outcome = outcome;
  goal->elements = g_new0 (char *, 1);
  g_ptr_array_add (grade->goals, goal);
  return goal;
}

static void
set_elements (LpGoalGrade *goal, const char *const *ids)
{
  g_strfreev (goal->elements);
  goal->elements = g_strdupv ((char **) ids);
}

static LpGrade *
finish (LpGrade *grade)
{
  for (guint i = 0; i < grade->goals->len; i++)
    grade->n_met += ((LpGoalGrade *) grade->goals->pdata[i])->outcome == LP_GRADE_MET;
  grade->passed = grade->n_met == grade->goals->len;
  return grade;
}

/* --- goals over a document --------------------------------------------------------------------------- */

typedef struct
{
  const LpScenario *scenario;
  LpDesign *design;
  LpReview *review;
  LpSurvey *survey;
} Grading;

/* Of all outcomes of the rule over the design, the one that stands for it; SKIP where it looked at nothing. */
static LpOutcome
outcome_of_rule (LpReview *review, const char *rule)
{
  LpOutcomes outcomes = { 0 };
  for (guint i = 0; review->tallies != NULL && i < review->tallies->len; i++)
    {
      const LpTally *tally = &g_array_index (review->tallies, LpTally, i);
      if (g_str_equal (tally->rule, rule))
        memcpy (outcomes.of, tally->of, sizeof outcomes.of);
    }
  return lp_outcomes_get_whole (&outcomes);
}

static const LpFinding *
find_finding (LpReview *review, const char *rule, LpOutcome outcome)
{
  for (guint i = 0; i < review->findings->len; i++)
    {
      const LpFinding *finding = review->findings->pdata[i];
      if (finding->outcome == outcome && g_str_equal (finding->rule, rule))
        return finding;
    }
  return NULL;
}

static void
grade_rule (Grading *grading, LpGoalGrade *grade, const LpGoal *goal)
{
  LpOutcome outcome = outcome_of_rule (grading->review, goal->rule);
  const LpFinding *finding = find_finding (grading->review, goal->rule, outcome);

  grade->outcome = outcome == LP_OUTCOME_PASS       ? LP_GRADE_MET
                   : outcome == LP_OUTCOME_QUESTION ? LP_GRADE_OPEN
                                                    : LP_GRADE_MISSED;
  if (finding != NULL)
    {
      grade->reason = g_strdup (finding->message);
      set_elements (grade, (const char *const *) finding->related);
    }
  else if (outcome == LP_OUTCOME_SKIP)
    grade->reason = g_strdup (_("Nothing in the drawing does what this asks for yet."));
}

static char *
describe_unknown (LpExprRun *run, LpValue value)
{
  g_autofree char *list = lp_expr_run_list_unknowns (run, value);
  return g_strdup_printf (_("Not known before these are set: %s."), list);
}

static void
grade_expression (Grading *grading, LpGoalGrade *grade, const LpGoal *goal)
{
  LpExprRun *run = grading->survey->run;

  lp_terms_bind (&grading->scenario->terms, run);
  LpValue value = lp_expr_eval (goal->expression, run);
  if (value.kind == LP_VALUE_UNKNOWN)
    {
      grade->outcome = LP_GRADE_OPEN;
      grade->reason = describe_unknown (run, value);
    }
  else
    grade->outcome = value.kind == LP_VALUE_BOOL && value.boolean ? LP_GRADE_MET : LP_GRADE_MISSED;
}

/* The components that the goal's own expression names. */
static void
find_elements (Grading *grading, LpGoalGrade *grade, const LpGoal *goal)
{
  LpExprRun *run = grading->survey->run;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  lp_terms_bind (&grading->scenario->terms, run);
  LpIndices components = lp_survey_components (run, lp_expr_eval (goal->where, run));
  for (guint i = 0; i < components.n; i++)
    g_strv_builder_add (ids, lp_design_get_component (grading->design, components.items[i])->id);
  g_auto (GStrv) found = g_strv_builder_end (ids);
  if (found[0] != NULL)
    set_elements (grade, (const char *const *) found);
}

static void
grade_goal (Grading *grading, LpGrade *all, const LpGoal *goal)
{
  LpGoalGrade *grade = add_goal (all, lp_text (&goal->text), LP_GRADE_MISSED);

  grade->at_end = goal->at_end;
  if (goal->rule != NULL)
    grade_rule (grading, grade, goal);
  else
    grade_expression (grading, grade, goal);
  if (goal->where != NULL)
    find_elements (grading, grade, goal);
  if (grade->outcome == LP_GRADE_MISSED && lp_text (&goal->because) != NULL)
    {
      g_free (grade->reason);
      grade->reason = g_strdup (lp_text (&goal->because));
    }
}

static gboolean
is_of_goal (const char *rule, gconstpointer data)
{
  const LpScenario *scenario = data;
  for (guint i = 0; i < scenario->n_goals; i++)
    if (g_strcmp0 (scenario->goals[i].rule, rule) == 0)
      return TRUE;
  return FALSE;
}

/* After each edit: no more rules than decide. */
LpGrade *
lp_grade_goals (const LpScenario *scenario, LpDesign *design)
{
  g_autoptr (LpPack) pack = lp_pack_filter (lp_pack_get_default (), is_of_goal, scenario);
  g_autoptr (LpReview) review = lp_review_run (pack, design, NULL);
  g_autoptr (LpSurvey) survey = lp_survey_new (design, NULL, NULL);
  Grading grading = { scenario, design, review, survey };
  LpGrade *grade = grade_new ();

  for (guint i = 0; i < scenario->n_goals; i++)
    grade_goal (&grading, grade, &scenario->goals[i]);
  return finish (grade);
}

/* --- answers ----------------------------------------------------------------------------------------- */

/* The first that was chosen and is no choice of the scenario, as a slip in a file written by hand is; NULL where all are. */
static const char *
find_unknown_choice (const LpScenario *scenario, const LpAnswer *answer)
{
  for (char **id = answer->choices; *id != NULL; id++)
    if (lp_scenario_find_choice (scenario, *id) == NULL)
      return *id;
  return NULL;
}

static char *
describe_unknown_choice (const LpScenario *scenario, const char *id)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  for (guint i = 0; i < scenario->n_choices; i++)
    g_strv_builder_add (builder, scenario->choices[i].id);
  g_auto (GStrv) ids = g_strv_builder_end (builder);
  g_autofree char *list = g_strjoinv (", ", ids);
  return g_strdup_printf (_("There is no choice “%s”; there are: %s."), id, list);
}

static LpGradeOutcome
outcome_of_choices (const LpScenario *scenario, const LpAnswer *answer)
{
  if (answer->choices[0] == NULL)
    return LP_GRADE_OPEN;
  if (find_unknown_choice (scenario, answer) != NULL)
    return LP_GRADE_MISSED;
  for (guint i = 0; i < scenario->n_choices; i++)
    if (scenario->choices[i].right != lp_answer_has_chosen (answer, scenario->choices[i].id))
      return LP_GRADE_MISSED;
  return LP_GRADE_MET;
}

static LpGrade *
grade_choice (const LpScenario *scenario, const LpAnswer *answer)
{
  LpGrade *grade = grade_new ();
  LpGoalGrade *goal = add_goal (grade, lp_text (&scenario->question), outcome_of_choices (scenario, answer));
  g_autoptr (GString) reason = g_string_new (NULL);
  const char *unknown = find_unknown_choice (scenario, answer);

  if (unknown != NULL)
    {
      goal->reason = describe_unknown_choice (scenario, unknown);
      return finish (grade);
    }
  for (guint i = 0; i < scenario->n_choices; i++)
    if (lp_answer_has_chosen (answer, scenario->choices[i].id))
      g_string_append_printf (reason, "%s%s", reason->len > 0 ? " " : "", lp_text (&scenario->choices[i].because));
  goal->reason = g_strdup (goal->outcome == LP_GRADE_OPEN ? _("Nothing is chosen yet.") : reason->str);
  return finish (grade);
}

static gboolean
is_found (const LpFlaw *flaw, const LpAnswer *answer)
{
  for (char **id = flaw->elements; *id != NULL; id++)
    if (lp_answer_has_marked (answer, *id))
      return TRUE;
  return FALSE;
}

static gboolean
is_sound (const LpScenario *scenario, const char *element)
{
  for (guint i = 0; i < scenario->n_flaws; i++)
    if (g_strv_contains ((const char *const *) scenario->flaws[i].elements, element))
      return FALSE;
  return TRUE;
}

static void
grade_marks_on_sound (const LpScenario *scenario, const LpAnswer *answer, LpGrade *grade)
{
  LpGoalGrade *goal = add_goal (grade, _("Nothing sound is marked as wrong."), LP_GRADE_MET);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  guint n = 0;

  for (char **id = answer->marked; *id != NULL; id++)
    if (is_sound (scenario, *id))
      {
        g_strv_builder_add (ids, *id);
        n++;
      }
  g_auto (GStrv) wrong = g_strv_builder_end (ids);
  if (n == 0)
    return;
  goal->outcome = LP_GRADE_MISSED;
  goal->reason = g_strdup_printf (ngettext ("%u is marked though nothing is wrong with it.",
                                               "%u are marked though nothing is wrong with them.", n), n);
  set_elements (goal, (const char *const *) wrong);
}

static LpGrade *
grade_marks (const LpScenario *scenario, const LpAnswer *answer)
{
  LpGrade *grade = grade_new ();

  for (guint i = 0; i < scenario->n_flaws; i++)
    {
      const LpFlaw *flaw = &scenario->flaws[i];
      LpGoalGrade *goal
          = add_goal (grade, lp_text (&flaw->text), is_found (flaw, answer) ? LP_GRADE_MET : LP_GRADE_MISSED);
      goal->reason = g_strdup (lp_text (&flaw->because));
      set_elements (goal, (const char *const *) flaw->elements);
    }
  grade_marks_on_sound (scenario, answer, grade);
  return finish (grade);
}

LpGrade *
lp_grade_run (const LpScenario *scenario, LpDesign *design)
{
  g_autoptr (LpAnswer) answer = lp_answer_of_design (design);

  switch (scenario->kind)
    {
    case LP_SCENARIO_CHOOSE:
    case LP_SCENARIO_QUIZ:
      return grade_choice (scenario, answer);
    case LP_SCENARIO_SPOT:
      return grade_marks (scenario, answer);
    case LP_SCENARIO_REPAIR:
    case LP_SCENARIO_BUILD:
      break;
    }
  return lp_grade_goals (scenario, design);
}
