/* The scenarios under review: the start shows the flaw, the reference answers every goal and raises nothing. */
#include "base/json-write.h"
#include "io/native.h"
#include "rules/review.h"
#include "session/scenario.h"

static LpReview *
review (LpDesign *design)
{
  return lp_review_run (lp_pack_get_default (), design, NULL);
}

static gboolean
has_failed (LpReview *result, const char *rule)
{
  for (guint i = 0; i < result->findings->len; i++)
    {
      const LpFinding *finding = result->findings->pdata[i];
      if (finding->outcome == LP_OUTCOME_FAIL && g_str_equal (finding->rule, rule))
        return TRUE;
    }
  return FALSE;
}

/* The first goal names the rule of the flaw. */
static void
test_flaws (void)
{
  const GPtrArray *scenarios = lp_scenarios_get ();
  g_assert_cmpuint (scenarios->len, >=, 3);
  for (guint i = 0; i < scenarios->len; i++)
    {
      const LpScenario *scenario = scenarios->pdata[i];
      g_test_message ("%s", scenario->id);
      g_assert_nonnull (scenario->goals[0].rule);
      g_autoptr (LpReview) start = review (scenario->start);
      g_assert_true (has_failed (start, scenario->goals[0].rule));
    }
}

static void
test_references (void)
{
  const GPtrArray *scenarios = lp_scenarios_get ();
  for (guint i = 0; i < scenarios->len; i++)
    {
      g_autoptr (LpReview) reference = review (((LpScenario *) scenarios->pdata[i])->reference);
      for (guint j = 0; j < reference->findings->len; j++)
        {
          const LpFinding *finding = reference->findings->pdata[j];
          g_test_message ("%s: %s", finding->rule, finding->message);
          g_assert_false (finding->outcome == LP_OUTCOME_FAIL && finding->severity == LP_SEVERITY_ERROR);
        }
    }
}

#define EXAMPLE "[{\"title\": {\"en\": \"A\", \"ko\": \"가\"}, \"document\": {\"loadpath\": 1, \"components\": []}}]"

/* A rule that asserts the expression of a region: every scenario has one. */
static LpRule *
rule_of_expression (const char *expression)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new ("{\"id\": \"XX-001\", \"severity\": \"info\", \"topic\": \"test\", \"since\": "
                                           "\"1.0\", \"for\": {\"kind\": \"region\"}, \"assert\": ");
  lp_json_write_string (text, expression);
  static const char *const texts[] = { "title", "message", "why", "remedy" };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_string_append_printf (text, ", \"%s\": {\"en\": \"A\", \"ko\": \"가\"}", texts[i]);
  g_string_append (text, ", \"references\": [], \"peers\": [], \"examples\": {\"fail\": " EXAMPLE ", \"pass\": " EXAMPLE
                        ", \"skip\": " EXAMPLE ", \"question\": " EXAMPLE "}}");
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
  LpRule *rule = lp_rule_read (bytes, "goal", &error);
  g_assert_no_error (error);
  return rule;
}

static LpOutcome
outcome_of (const LpRule *rule, LpDesign *design)
{
  LpOutcomes outcomes = lp_rule_run (rule, design);
  g_assert_cmpstr (outcomes.broken, ==, NULL);
  return lp_outcomes_get_whole (&outcomes);
}

static void
assert_goal (const LpGoal *goal, const LpScenario *scenario)
{
  if (goal->rule != NULL)
    {
      const LpRule *rule = lp_pack_find (lp_pack_get_default (), goal->rule);
      g_assert_nonnull (rule);
      g_assert_cmpint (outcome_of (rule, scenario->reference), ==, LP_OUTCOME_PASS);
      return;
    }
  g_autoptr (LpRule) rule = rule_of_expression (goal->expression);
  g_assert_cmpint (outcome_of (rule, scenario->start), ==, LP_OUTCOME_FAIL);
  g_assert_cmpint (outcome_of (rule, scenario->reference), ==, LP_OUTCOME_PASS);
}

static void
test_goals (void)
{
  const GPtrArray *scenarios = lp_scenarios_get ();
  for (guint i = 0; i < scenarios->len; i++)
    {
      const LpScenario *scenario = scenarios->pdata[i];
      for (guint j = 0; j < scenario->n_goals; j++)
        assert_goal (&scenario->goals[j], scenario);
    }
}

/* Every goal is reached in the reference, the first one never at the start, and none in an empty drawing. */
static void
test_met (void)
{
  const GPtrArray *scenarios = lp_scenarios_get ();
  g_autoptr (LpDesign) empty = lp_design_new (lp_header_new (), g_ptr_array_new (), g_ptr_array_new ());

  for (guint i = 0; i < scenarios->len; i++)
    {
      const LpScenario *scenario = scenarios->pdata[i];
      g_assert_false (lp_goal_is_met (&scenario->goals[0], scenario->start));
      for (guint j = 0; j < scenario->n_goals; j++)
        {
          g_assert_true (lp_goal_is_met (&scenario->goals[j], scenario->reference));
          g_assert_false (lp_goal_is_met (&scenario->goals[j], empty));
        }
    }
}

/* A document begun with a scenario knows it again from its file; the reference is nobody's task. */
static void
test_of_design (void)
{
  const LpScenario *scenario = lp_scenarios_find ("block-ip-nlb");
  g_autoptr (GBytes) bytes = lp_native_write (scenario->start);
  g_autoptr (LpDesign) again = lp_native_read (bytes, "again", NULL);

  g_assert_true (lp_scenario_of_design (again) == scenario);
  g_assert_null (lp_scenario_of_design (scenario->reference));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario/review/flaws", test_flaws);
  g_test_add_func ("/scenario/review/references", test_references);
  g_test_add_func ("/scenario/review/goals", test_goals);
  g_test_add_func ("/scenario/review/met", test_met);
  g_test_add_func ("/scenario/review/of-design", test_of_design);
  return g_test_run ();
}
