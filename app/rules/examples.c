#include "rules/review.h"

GBytes *
lp_example_get_bytes (const LpExample *example)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  gsize length;

  json_generator_set_root (generator, example->document);
  char *text = json_generator_to_data (generator, &length);
  return g_bytes_new_take (text, length);
}

static void
result_clear (gpointer data)
{
  LpExampleResult *result = data;
  g_free (result->error);
}

static LpExampleResult
run_example (const LpRule *rule, const LpExample *example, LpReadDesign read)
{
  LpExampleResult result = { example, LP_OUTCOME_BROKEN, NULL };
  g_autoptr (GBytes) bytes = lp_example_get_bytes (example);
  g_autoptr (GError) error = NULL;
  g_autoptr (LpDesign) design = read (bytes, rule->file, &error);

  if (design == NULL)
    {
      result.error = g_strdup (error->message);
      return result;
    }
  LpOutcomes outcomes = lp_rule_run (rule, design);
  result.outcome = lp_outcomes_get_whole (&outcomes);
  result.error = outcomes.broken;
  return result;
}

GArray *
lp_rule_run_examples (const LpRule *rule, LpReadDesign read)
{
  GArray *results = g_array_new (FALSE, FALSE, sizeof (LpExampleResult));
  g_array_set_clear_func (results, result_clear);
  for (guint i = 0; i < rule->examples->len; i++)
    {
      LpExampleResult result = run_example (rule, rule->examples->pdata[i], read);
      g_array_append_val (results, result);
    }
  return results;
}
