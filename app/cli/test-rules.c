#include "cli/rule-options.h"
#include "io/native.h"
#include "rules/fix-check.h"

static char *language;

static const GOptionEntry entries[] = {
  LP_OPTION_LANGUAGE (language),
  { NULL },
};

/* How many examples of the rule did not give what they must. */
static guint
test_rule (const LpRule *rule, GString *out)
{
  g_autoptr (GArray) results = lp_rule_run_examples (rule, lp_native_read);
  g_autoptr (GString) wrong = g_string_new (NULL);
  guint n_wrong = 0;

  for (guint i = 0; i < results->len; i++)
    {
      const LpExampleResult *result = &g_array_index (results, LpExampleResult, i);
      if (result->outcome == result->example->outcome)
        continue;
      n_wrong++;
      g_string_append_printf (wrong, _("  must %s, but gives %s: %s\n"),
                              lp_outcome_code (result->example->outcome), lp_outcome_code (result->outcome),
                              lp_text (&result->example->title));
      if (result->error != NULL)
        g_string_append_printf (wrong, "    %s\n", result->error);
    }
  g_string_append_printf (out, _("%s: %u of %u examples as they must be\n%s"), rule->id,
                          results->len - n_wrong, results->len, wrong->str);
  return n_wrong;
}

/* How much is wrong with the fixes of the rule, which stands in the place of the built-in one. */
static guint
test_fixes (const LpRule *rule, LpPack *pack, GString *out)
{
  g_autoptr (GPtrArray) wrong = lp_rule_check_fixes (rule, pack, lp_native_read, lp_native_write);

  for (guint i = 0; i < wrong->len; i++)
    g_string_append_printf (out, "  %s\n", (const char *) wrong->pdata[i]);
  return wrong->len;
}

static int
run (int argc, char **argv)
{
  int status = LP_EXIT_OK;
  guint n_wrong = 0;

  if (!lp_command_parse (&lp_command_test_rules, entries, &argc, &argv, &status)
      || !lp_command_take_language (&lp_command_test_rules, language, &status))
    return status;
  if (argc != 2)
    return lp_command_usage_error (&lp_command_test_rules, _("name one folder of rules, or one rule"));
  g_autoptr (LpPack) pack = lp_pack_new (NULL);
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  lp_pack_add (pack, argv[1], errors);
  for (guint i = 0; i < errors->len; i++)
    lp_command_input_error (argv[1], errors->pdata[i]);
  g_autoptr (LpPack) all = lp_pack_new (lp_pack_get_default ());
  g_autoptr (GPtrArray) again = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  lp_pack_add (all, argv[1], again);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < pack->rules->len; i++)
    {
      n_wrong += test_rule (pack->rules->pdata[i], text);
      n_wrong += test_fixes (pack->rules->pdata[i], all, text);
    }
  return lp_command_finish (NULL, text,
                            errors->len > 0 ? LP_EXIT_INPUT
                            : n_wrong > 0   ? LP_EXIT_FINDINGS
                                            : LP_EXIT_OK);
}

const LpCommand lp_command_test_rules = {
  .name = "test-rules",
  .arguments = "DIR [--lang en|ko]",
  .summary = N_("Run the examples and fixes of the rules in a folder"),
  .run = run,
};
