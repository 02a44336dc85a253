#include "base/json-node.h"
#include "cli/rule-options.h"
#include "rules/document-checks.h"
#include "rules/topic.h"

static char *format_id, *language, **rule_folders;

static const GOptionEntry entries[] = {
  LP_OPTION_LIST_FORMAT (format_id),
  LP_OPTION_RULES (rule_folders),
  LP_OPTION_LANGUAGE (language),
  { NULL },
};

/* Fills up to `columns`; letters of Korean take two. */
static void
write_column (GString *out, const char *text, int columns)
{
  g_string_append (out, text);
  for (; *text != '\0'; text = g_utf8_next_char (text))
    columns -= g_unichar_iswide (g_utf8_get_char (text)) ? 2 : 1;
  g_string_append_printf (out, "%*s", MAX (columns, 0) + 1, "");
}

static void
write_line (GString *out, const char *id, LpSeverity severity, const char *topic, const char *title)
{
  g_string_append_printf (out, "%-8s ", id);
  write_column (out, lp_severity_name (severity), 8);
  write_column (out, lp_topic_get_name (topic), 18);
  g_string_append_printf (out, "%s\n", title);
}

/* The rules, then the checks that are no rules. */
static int
print_text (const LpPack *pack)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < pack->rules->len; i++)
    {
      const LpRule *rule = pack->rules->pdata[i];
      write_line (out, rule->id, rule->severity, rule->topic, lp_text (&rule->title));
    }
  for (const LpDocumentCheck *check = lp_document_checks; check->id != NULL; check++)
    write_line (out, check->id, check->severity, LP_TOPIC_DOCUMENT, _ (check->title));
  return lp_command_finish (NULL, out, LP_EXIT_OK);
}

/* A list of {"id", "severity", "topic", "title", "for"}. */
static int
print_json (const LpPack *pack)
{
  JsonArray *list = json_array_new ();
  for (guint i = 0; i < pack->rules->len; i++)
    {
      const LpRule *rule = pack->rules->pdata[i];
      JsonObject *object = json_object_new ();
      g_autofree char *looks_at = lp_rule_describe_for (rule);
      json_object_set_string_member (object, "id", rule->id);
      json_object_set_string_member (object, "severity", lp_severity_code (rule->severity));
      json_object_set_string_member (object, "topic", rule->topic);
      json_object_set_string_member (object, "title", lp_text (&rule->title));
      json_object_set_string_member (object, "for", looks_at);
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
  g_autoptr (LpPack) pack = lp_command_load_rules (rule_folders, &status);
  int written = format == LP_LIST_JSON ? print_json (pack) : print_text (pack);
  return MAX (status, written);
}

const LpCommand lp_command_rules = {
  .name = "rules",
  .arguments = "[--format text|json] [--rules DIR]... [--lang en|ko]",
  .summary = N_("List the rules of the review"),
  .run = run,
};
