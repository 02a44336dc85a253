#include "base/json-node.h"
#include "cli/options.h"
#include "rules/facts.h"

static char *format_id, *language;

static const GOptionEntry entries[] = {
  LP_OPTION_LIST_FORMAT (format_id),
  LP_OPTION_LANGUAGE (language),
  { NULL },
};

static const char *
sureness_name (const LpFact *fact)
{
  switch (fact->sure)
    {
    case LP_SURE_DOCUMENTED:
      return _("documented");
    case LP_SURE_SECONDARY:
      return _("second hand");
    default:
      return _("default");
    }
}

static void
write_fact (const LpFact *fact, GString *out)
{
  g_autofree char *value = lp_fact_describe (fact);

  g_string_append_printf (out, "%s = %s\n  %s\n  %s", fact->id, value, lp_text (&fact->text), sureness_name (fact));
  if (fact->date != NULL)
    g_string_append_printf (out, ", %s", fact->date);
  if (fact->adjustable)
    g_string_append_printf (out, ", %s", _("adjustable"));
  if (fact->source != NULL)
    g_string_append_printf (out, ", %s", fact->source);
  g_string_append_c (out, '\n');
}

static JsonObject *
fact_object (const LpFact *fact)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", fact->id);
  json_object_set_member (object, "value", json_node_copy (fact->value));
  json_object_set_string_member (object, "unit", lp_fact_unit_code (fact->unit));
  lp_json_object_set_string_or_null (object, "date", fact->date);
  lp_json_object_set_string_or_null (object, "source", fact->source);
  json_object_set_string_member (object, "sure", lp_sureness_code (fact->sure));
  json_object_set_boolean_member (object, "adjustable", fact->adjustable);
  json_object_set_string_member (object, "text", lp_text (&fact->text));
  return object;
}

static int
print_json (const LpFacts *facts)
{
  JsonArray *list = json_array_new ();
  for (guint i = 0; i < facts->facts->len; i++)
    json_array_add_object_element (list, fact_object (facts->facts->pdata[i]));
  return lp_command_print_json (lp_json_node_array (list));
}

static int
print_text (const LpFacts *facts)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < facts->facts->len; i++)
    write_fact (facts->facts->pdata[i], out);
  return lp_command_finish (NULL, out, LP_EXIT_OK);
}

static int
run (int argc, char **argv)
{
  int status = LP_EXIT_OK;
  LpListFormat format;

  if (!lp_command_parse (&lp_command_facts, entries, &argc, &argv, &status)
      || !lp_command_take_language (&lp_command_facts, language, &status)
      || !lp_command_take_list_format (&lp_command_facts, format_id, &format, &status))
    return status;
  if (argc > 1)
    return lp_command_usage_error (&lp_command_facts, _("“%s” is too much: it takes no arguments"), argv[1]);
  return format == LP_LIST_JSON ? print_json (lp_facts_get_default ()) : print_text (lp_facts_get_default ());
}

const LpCommand lp_command_facts = {
  .name = "facts",
  .arguments = "[--format text|json] [--lang en|ko]",
  .summary = N_("List what the rules know of services: levels, limits, dates"),
  .run = run,
};
