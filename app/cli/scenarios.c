#include <stdio.h>

#include "base/json-node.h"
#include "cli/options.h"
#include "learning/attempt.h"
#include "learning/gallery.h"
#include "rules/topic.h"

static char *format, *language, *topic, *kind_code;

static const GOptionEntry entries[] = {
  { "topic", 't', 0, G_OPTION_ARG_STRING, &topic, N_("Only those of this topic"), "TOPIC" },
  { "kind", 'k', 0, G_OPTION_ARG_STRING, &kind_code, N_("Only repair, build, choose, spot or quiz"), "KIND" },
  LP_OPTION_LIST_FORMAT (format),
  LP_OPTION_LANGUAGE (language),
  { NULL },
};

static const LpScenarioProgress *
progress_of (const LpScenario *scenario)
{
  return lp_progress_get (lp_progress_get_default (), scenario->id);
}

/* --- text -------------------------------------------------------------------------------------------- */

static gboolean
is_begun (const GPtrArray *scenarios)
{
  for (guint i = 0; i < scenarios->len; i++)
    if (progress_of (scenarios->pdata[i])->state != LP_PROGRESS_NEW)
      return TRUE;
  return FALSE;
}

static void
append_line (GString *out, const LpScenario *scenario, gboolean with_progress)
{
  const LpScenarioProgress *progress = progress_of (scenario);
  /* Translators: minutes */
  g_autofree char *time = g_strdup_printf (_("%u min"), scenario->minutes);
  g_autofree char *words = progress->state != LP_PROGRESS_NEW ? lp_gallery_describe_progress (progress) : g_strdup ("");
  lp_command_append_column (out, scenario->id, 28);
  lp_command_append_column (out, lp_scenario_kind_name (scenario->kind), 8);
  lp_command_append_column (out, time, 7);
  lp_command_append_column (out, lp_topic_get_name (scenario->topic), 26);
  if (with_progress)
    lp_command_append_column (out, words, 14);
  g_string_append_printf (out, "%s\n", lp_text (&scenario->title));
}

static int
print_text (const GPtrArray *scenarios)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean with_progress = is_begun (scenarios);
  for (guint i = 0; i < scenarios->len; i++)
    append_line (out, scenarios->pdata[i], with_progress);
  fputs (out->str, stdout);
  return LP_EXIT_OK;
}

/* --- JSON -------------------------------------------------------------------------------------------- */

static void
set_day (JsonObject *object, const char *name, LpDay day)
{
  g_autofree char *text = day != 0 ? lp_day_format (day) : NULL;
  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

static void
set_try (JsonObject *object, const char *name, const LpTry *try)
{
  if (try->day == 0)
    return;
  JsonObject *member = json_object_new ();
  set_day (member, "day", try->day);
  json_object_set_int_member (member, "met", try->met);
  json_object_set_int_member (member, "goals", try->goals);
  json_object_set_int_member (member, "hints", try->hints);
  json_object_set_int_member (member, "seconds", try->seconds);
  json_object_set_object_member (object, name, member);
}

static JsonObject *
describe_progress (const LpScenarioProgress *progress)
{
  JsonObject *object = json_object_new ();
  json_object_set_string_member (object, "state", lp_gallery_state_code (progress->state));
  json_object_set_boolean_member (object, "running", progress->running);
  json_object_set_int_member (object, "tries", progress->tries);
  set_try (object, "last", &progress->last);
  set_try (object, "best", &progress->best);
  set_day (object, "due", progress->repetition.due);
  return object;
}

static void
set_goals (JsonObject *object, const LpScenario *scenario)
{
  JsonArray *goals = json_array_new ();
  for (guint i = 0; i < scenario->n_goals; i++)
    json_array_add_string_element (goals, lp_text (&scenario->goals[i].text));
  json_object_set_array_member (object, "goals", goals);
}

static void
set_choices (JsonObject *object, const LpScenario *scenario)
{
  JsonArray *choices = json_array_new ();
  json_object_set_string_member (object, "question", lp_text (&scenario->question));
  for (guint i = 0; i < scenario->n_choices; i++)
    {
      JsonObject *choice = json_object_new ();
      json_object_set_string_member (choice, "id", scenario->choices[i].id);
      json_object_set_string_member (choice, "text", lp_text (&scenario->choices[i].text));
      json_array_add_object_element (choices, choice);
    }
  json_object_set_array_member (object, "choices", choices);
}

static JsonObject *
describe (const LpScenario *scenario)
{
  JsonObject *object = json_object_new ();
  g_autoptr (GFile) attempt = lp_attempt_exists (scenario->id) ? lp_attempt_get_file (scenario->id) : NULL;
  json_object_set_string_member (object, "id", scenario->id);
  json_object_set_string_member (object, "topic", scenario->topic);
  json_object_set_string_member (object, "kind", lp_scenario_kind_code (scenario->kind));
  json_object_set_int_member (object, "minutes", scenario->minutes);
  json_object_set_string_member (object, "title", lp_text (&scenario->title));
  json_object_set_string_member (object, "situation", lp_text (&scenario->situation));
  set_goals (object, scenario);
  if (scenario->n_choices > 0)
    set_choices (object, scenario);
  if (attempt != NULL)
    json_object_set_string_member (object, "attempt", g_file_peek_path (attempt));
  json_object_set_object_member (object, "progress", describe_progress (progress_of (scenario)));
  return object;
}

static int
print_json (const GPtrArray *scenarios)
{
  JsonArray *array = json_array_new ();
  for (guint i = 0; i < scenarios->len; i++)
    json_array_add_object_element (array, describe (scenarios->pdata[i]));
  return lp_command_print_json (lp_json_node_array (array));
}

/* --- which ------------------------------------------------------------------------------------------- */

/* Those of the topic and kind that were asked for; `kind` NULL: any. */
static GPtrArray *
select_scenarios (const GPtrArray *order, const LpScenarioKind *kind)
{
  GPtrArray *selected = g_ptr_array_new ();
  for (guint i = 0; i < order->len; i++)
    {
      const LpScenario *scenario = order->pdata[i];
      if ((topic == NULL || g_str_equal (scenario->topic, topic)) && (kind == NULL || scenario->kind == *kind))
        g_ptr_array_add (selected, (gpointer) scenario);
    }
  return selected;
}

static gboolean
is_topic (const GPtrArray *scenarios, const char *name)
{
  for (guint i = 0; i < scenarios->len; i++)
    if (g_str_equal (((LpScenario *) scenarios->pdata[i])->topic, name))
      return TRUE;
  return FALSE;
}

static char *
join_topics (const GPtrArray *order)
{
  GString *names = g_string_new (NULL);
  const char *before = NULL;
  for (guint i = 0; i < order->len; i++)
    {
      const LpScenario *scenario = order->pdata[i];
      if (g_strcmp0 (before, scenario->topic) != 0)
        g_string_append_printf (names, "%s%s", before != NULL ? ", " : "", scenario->topic);
      before = scenario->topic;
    }
  return g_string_free (names, FALSE);
}

static int
print (const GPtrArray *order, const LpScenarioKind *kind, LpListFormat as)
{
  g_autoptr (GPtrArray) scenarios = select_scenarios (order, kind);
  int status = as == LP_LIST_JSON ? print_json (scenarios) : print_text (scenarios);
  g_autofree char *notice = lp_progress_take_notice (lp_progress_get_default ());
  if (notice != NULL)
    fprintf (stderr, "loadpath scenarios: %s\n", notice);
  return status;
}

static int
run (int argc, char **argv)
{
  int status = LP_EXIT_OK;
  LpListFormat as;
  LpScenarioKind kind;
  g_clear_pointer (&format, g_free);
  g_clear_pointer (&language, g_free);
  g_clear_pointer (&topic, g_free);
  g_clear_pointer (&kind_code, g_free);
  if (!lp_command_parse (&lp_command_scenarios, entries, &argc, &argv, &status)
      || !lp_command_take_language (&lp_command_scenarios, language, &status)
      || !lp_command_take_list_format (&lp_command_scenarios, format, &as, &status))
    return status;
  if (argc > 1)
    return lp_command_usage_error (&lp_command_scenarios, _("“%s” is too much: it takes no arguments"), argv[1]);
  if (kind_code != NULL && !lp_scenario_kind_from_code (kind_code, &kind))
    return lp_command_usage_error (&lp_command_scenarios,
                                   _("“%s” is no kind; write repair, build, choose, spot or quiz"), kind_code);
  g_autoptr (GPtrArray) order = lp_gallery_list ();
  if (topic != NULL && !is_topic (order, topic))
    {
      g_autofree char *topics = join_topics (order);
      return lp_command_usage_error (&lp_command_scenarios, _("there is no topic “%s”; there are %s"), topic, topics);
    }
  return print (order, kind_code != NULL ? &kind : NULL, as);
}

const LpCommand lp_command_scenarios = {
  .name = "scenarios",
  .arguments = "[--topic TOPIC] [--kind KIND] [--format text|json] [--lang en|ko]",
  .summary = N_("List what there is to learn with"),
  .run = run,
};
