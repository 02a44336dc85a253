#include <stdio.h>

#include "base/json-node.h"
#include "cli/options.h"
#include "session/scenario.h"

static char *format;
static char *language;

static const GOptionEntry entries[] = {
  LP_OPTION_LIST_FORMAT (format),
  LP_OPTION_LANGUAGE (language),
  { NULL },
};

static void
print_text (const GPtrArray *scenarios)
{
  for (guint i = 0; i < scenarios->len; i++)
    {
      const LpScenario *scenario = scenarios->pdata[i];
      printf ("%-30s %s\n", scenario->id, lp_text (&scenario->title));
    }
}

static int
print_json (const GPtrArray *scenarios)
{
  JsonArray *array = json_array_new ();
  for (guint i = 0; i < scenarios->len; i++)
    {
      const LpScenario *scenario = scenarios->pdata[i];
      JsonObject *object = json_object_new ();
      JsonArray *goals = json_array_new ();
      json_object_set_string_member (object, "id", scenario->id);
      json_object_set_string_member (object, "topic", scenario->topic);
      json_object_set_string_member (object, "kind", lp_scenario_kind_code (scenario->kind));
      json_object_set_string_member (object, "title", lp_text (&scenario->title));
      json_object_set_string_member (object, "situation", lp_text (&scenario->situation));
      for (guint j = 0; j < scenario->n_goals; j++)
        json_array_add_string_element (goals, lp_text (&scenario->goals[j].text));
      json_object_set_array_member (object, "goals", goals);
      json_array_add_object_element (array, object);
    }
  return lp_command_print_json (lp_json_node_array (array));
}

static int
run (int argc, char **argv)
{
  int status = LP_EXIT_OK;
  LpListFormat as;
  g_clear_pointer (&format, g_free);
  g_clear_pointer (&language, g_free);
  if (!lp_command_parse (&lp_command_scenarios, entries, &argc, &argv, &status)
      || !lp_command_take_language (&lp_command_scenarios, language, &status)
      || !lp_command_take_list_format (&lp_command_scenarios, format, &as, &status))
    return status;
  if (argc > 1)
    return lp_command_usage_error (&lp_command_scenarios, _("“%s” is too much: it takes no arguments"), argv[1]);
  if (as == LP_LIST_JSON)
    return print_json (lp_scenarios_get ());
  print_text (lp_scenarios_get ());
  return LP_EXIT_OK;
}

const LpCommand lp_command_scenarios = {
  .name = "scenarios",
  .arguments = "[--format text|json] [--lang en|ko]",
  .summary = N_("List what there is to learn with"),
  .run = run,
};
