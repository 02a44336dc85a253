#include "cli/rule-sets.h"
#include "io/native.h"
#include "render/svg.h"
#include "report/explanation.h"
#include "rules/document-checks.h"
#include "rules/notes.h"
#include "rules/topic.h"

static char *output, *language, *config, **rule_folders;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Draw what the rule finds beside what is sound"),
    N_("OUT.svg") },
  LP_OPTION_RULES (rule_folders),
  LP_OPTION_CONFIG (config),
  LP_OPTION_LANGUAGE (language),
  { NULL },
};

static void
write_section (GString *out, const char *heading, const char *text)
{
  g_string_append_printf (out, "\n%s\n  %s\n", heading, text);
}

static const char *
heading_of (LpOutcome outcome)
{
  switch (outcome)
    {
    case LP_OUTCOME_FAIL:
      return _("Found");
    case LP_OUTCOME_PASS:
      return _("Sound");
    case LP_OUTCOME_SKIP:
      return _("Does not apply");
    default:
      return _("Asked");
    }
}

static void
write_examples (const LpRule *rule, GString *out)
{
  g_string_append_printf (out, "\n%s\n", _("Examples"));
  for (guint i = 0; i < rule->examples->len; i++)
    {
      const LpExample *example = rule->examples->pdata[i];
      g_string_append_printf (out, "  %s: %s\n", heading_of (example->outcome), lp_text (&example->title));
    }
}

static void
write_notes (const LpRule *rule, GString *out)
{
  for (guint i = 0; rule->notes[i] != NULL; i++)
    {
      const LpNote *note = lp_note_find (rule->notes[i]);
      write_section (out, _("What the exam's notes say"), lp_text (&note->then));
      if (note->since != NULL)
        g_string_append_printf (out, _("\nWhat holds since %s\n  %s\n"), note->since, lp_text (&note->now));
      else
        write_section (out, _("What holds now"), lp_text (&note->now));
      g_string_append_printf (out, "  %s\n", note->source);
    }
}

static void
write_references (const LpRule *rule, GString *out)
{
  if (rule->references->len > 0 || rule->peers[0] != NULL)
    g_string_append_printf (out, "\n%s\n", _("See also"));
  for (guint i = 0; i < rule->references->len; i++)
    {
      const LpReference *reference = rule->references->pdata[i];
      g_string_append_printf (out, "  %s\n", reference->title);
      if (reference->url != NULL)
        g_string_append_printf (out, "  %s\n", reference->url);
    }
  for (guint i = 0; rule->peers[i] != NULL; i++)
    g_string_append_printf (out, "  %s\n", rule->peers[i]);
}

/* With what a configuration makes of it. */
static char *
describe_severity (const LpRuleSet *set, const char *id, const char *topic, LpSeverity own)
{
  LpSeverity severity = own;

  if (lp_configuration_is_off (set->configuration, id, topic))
    return g_strdup_printf (_("%s, off here"), lp_severity_name (own));
  if (!lp_configuration_get_severity (set->configuration, id, topic, &severity) || severity == own)
    return g_strdup (lp_severity_name (own));
  return g_strdup_printf (_("%s here, else %s"), lp_severity_name (severity), lp_severity_name (own));
}

static GString *
explain (const LpRuleSet *set, const LpRule *rule)
{
  GString *out = g_string_new (NULL);
  g_autofree char *looks_at = lp_rule_describe_for (rule);
  g_autofree char *severity = describe_severity (set, rule->id, rule->topic, rule->severity);
  g_autofree char *message = lp_explanation_message (rule, lp_native_read);

  g_string_append_printf (out, "%s: %s\n", rule->id, lp_text (&rule->title));
  g_string_append_printf (out, "%s, %s, %s\n", severity, lp_topic_get_name (rule->topic), looks_at);
  write_section (out, _("What it says"), message);
  write_section (out, _("Why"), lp_text (&rule->why));
  write_section (out, _("How to mend it"), lp_template_get_text (rule->remedy[lp_language ()]));
  write_notes (rule, out);
  write_examples (rule, out);
  write_references (rule, out);
  return out;
}

static GString *
explain_check (const LpRuleSet *set, const LpDocumentCheck *check)
{
  GString *out = g_string_new (NULL);
  g_autofree char *severity = describe_severity (set, check->id, LP_TOPIC_DOCUMENT, check->severity);

  g_string_append_printf (out, "%s: %s\n", check->id, _ (check->title));
  g_string_append_printf (out, "%s, %s\n", severity, lp_topic_get_name (LP_TOPIC_DOCUMENT));
  write_section (out, _("Why"), _ (check->why));
  return out;
}

static GBytes *
draw (const LpRule *rule, GError **error)
{
  g_autoptr (LpComparison) comparison = lp_explanation_draw (rule, lp_native_read, error);
  const LpExportOptions options = { .format = "svg", .scale = 1 };

  return comparison != NULL ? lp_svg_write_list (comparison->list, comparison->bounds, comparison->title, &options) : NULL;
}

static int
run (int argc, char **argv)
{
  int status = LP_EXIT_OK;
  g_autoptr (GError) error = NULL;

  output = language = config = NULL;
  rule_folders = NULL;
  if (!lp_command_parse (&lp_command_explain, entries, &argc, &argv, &status)
      || !lp_command_take_language (&lp_command_explain, language, &status))
    return status;
  if (argc != 2)
    return lp_command_usage_error (&lp_command_explain, _("name one rule; “loadpath rules” lists them"));
  if (output != NULL && !g_str_has_suffix (output, ".svg"))
    return lp_command_usage_error (&lp_command_explain, _("%s: examples are drawn as SVG; write -o OUT.svg"),
                                   output);
  g_autoptr (LpRuleSets) sets = lp_rule_sets_new (rule_folders, config, "none", &status);
  const LpRuleSet *set = lp_rule_sets_get (sets, NULL);
  g_autofree char *id = g_ascii_strup (argv[1], -1);
  const LpRule *rule = lp_pack_find (set->pack, id);
  const LpDocumentCheck *check = lp_document_check_find (id);
  if (rule == NULL && check != NULL && output == NULL)
    return lp_command_finish (NULL, explain_check (set, check), LP_EXIT_OK);
  if (rule == NULL && check != NULL)
    return lp_command_usage_error (&lp_command_explain, _("%s has no example to draw; leave out -o"), id);
  if (rule == NULL)
    return lp_command_usage_error (&lp_command_explain,
                                   _("there is no rule “%s”; “loadpath rules” lists them"), argv[1]);
  if (output == NULL)
    return lp_command_finish (NULL, explain (set, rule), status);
  g_autoptr (GBytes) picture = draw (rule, &error);
  if (picture == NULL || !lp_command_write (output, picture, &error))
    return lp_command_input_error (output, error);
  return status;
}

const LpCommand lp_command_explain = {
  .name = "explain",
  .arguments = "RULE [-o OUT.svg] [--rules DIR]... [--config FILE] [--lang en|ko]",
  .summary = N_("Say what a rule looks for, why, and how to mend it"),
  .run = run,
};
