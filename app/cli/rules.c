#include "base/json-node.h"
#include "cli/rule-sets.h"
#include "rules/document-checks.h"
#include "rules/topic.h"

static char *format_id, *language, *config, **rule_folders;

static const GOptionEntry entries[] = {
  LP_OPTION_LIST_FORMAT (format_id),
  LP_OPTION_RULES (rule_folders),
  LP_OPTION_CONFIG (config),
  LP_OPTION_LANGUAGE (language),
  { NULL },
};

static void
write_line (GString *out, const LpRuleSet *set, const char *id, LpSeverity severity, const char *topic, const char *title)
{
  gboolean off = lp_configuration_is_off (set->configuration, id, topic);

  lp_configuration_get_severity (set->configuration, id, topic, &severity);
  g_string_append_printf (out, "%-8s ", id);
  lp_command_append_column (out, off ? _("Off") : lp_severity_name (severity), 8);
  lp_command_append_column (out, lp_topic_get_name (topic), 18);
  g_string_append_printf (out, "%s\n", title);
}

/* The rules, then the checks that are no rules. */
static int
print_text (const LpRuleSet *set)
{
  const LpPack *pack = set->pack;
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < pack->rules->len; i++)
    {
      const LpRule *rule = pack->rules->pdata[i];
      write_line (out, set, rule->id, rule->severity, rule->topic, lp_text (&rule->title));
    }
  for (const LpDocumentCheck *check = lp_document_checks; check->id != NULL; check++)
    write_line (out, set, check->id, check->severity, LP_TOPIC_DOCUMENT, _ (check->title));
  return lp_command_finish (NULL, out, LP_EXIT_OK);
}

/* A list of {"id", "severity", "topic", "title", "for"}. */
static int
print_json (const LpRuleSet *set)
{
  const LpPack *pack = set->pack;
  JsonArray *list = json_array_new ();
  for (guint i = 0; i < pack->rules->len; i++)
    {
      const LpRule *rule = pack->rules->pdata[i];
      JsonObject *object = json_object_new ();
      g_autofree char *looks_at = lp_rule_describe_for (rule);
      json_object_set_string_member (object, "id", rule->id);
      LpSeverity severity = rule->severity;
      lp_configuration_get_severity (set->configuration, rule->id, rule->topic, &severity);
      json_object_set_string_member (object, "severity", lp_severity_code (severity));
      json_object_set_string_member (object, "topic", rule->topic);
      json_object_set_string_member (object, "title", lp_text (&rule->title));
      json_object_set_string_member (object, "for", looks_at);
      if (lp_configuration_is_off (set->configuration, rule->id, rule->topic))
        json_object_set_boolean_member (object, "off", TRUE);
      json_array_add_object_element (list, object);
    }
  return lp_command_print_json (lp_json_node_array (list));
}

static int
run (int argc, char **argv)
{
  int status = LP_EXIT_OK;
  LpListFormat format;

  if (!lp_command_parse (&lp_command_rules, entries, &argc, &argv, &status)
      || !lp_command_take_language (&lp_command_rules, language, &status)
      || !lp_command_take_list_format (&lp_command_rules, format_id, &format, &status))
    return status;
  if (argc > 1)
    return lp_command_usage_error (&lp_command_rules,
                                   _("“%s” is too much; “loadpath explain %s” says more of a rule"), argv[1],
                                   argv[1]);
  g_autoptr (LpRuleSets) sets = lp_rule_sets_new (rule_folders, config, "none", &status);
  const LpRuleSet *set = lp_rule_sets_get (sets, NULL);
  int written = format == LP_LIST_JSON ? print_json (set) : print_text (set);
  return MAX (status, written);
}

const LpCommand lp_command_rules = {
  .name = "rules",
  .arguments = "[--format text|json] [--rules DIR]... [--config FILE] [--lang en|ko]",
  .summary = N_("List the rules of the review"),
  .run = run,
};
