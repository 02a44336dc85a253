#include "base/json-node.h"
#include "cli/options.h"
#include "io/format.h"
#include "learning/grade.h"

static char *format;
static char *language;

static const GOptionEntry entries[] = {
  LP_OPTION_LIST_FORMAT (format),
  LP_OPTION_LANGUAGE (language),
  { NULL },
};

static const char *
word_for (LpGradeOutcome outcome)
{
  static const char *const words[] = { N_("met"), N_("missed"), N_("open") };
  return _(words[outcome]);
}

static int
print_text (const LpScenario *scenario, const LpGrade *grade)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n\n", lp_text (&scenario->title));
  for (guint i = 0; i < grade->goals->len; i++)
    {
      const LpGoalGrade *goal = grade->goals->pdata[i];
      g_autofree char *elements = g_strjoinv (", ", goal->elements);
      g_string_append_printf (text, "%s: %s\n", word_for (goal->outcome), goal->text);
      if (goal->reason != NULL)
        g_string_append_printf (text, "  %s\n", goal->reason);
      if (*elements != '\0')
        g_string_append_printf (text, _("  decided by: %s\n"), elements);
    }
  g_string_append_printf (text, _("\n%u of %u goals are met.\n"), grade->n_met, grade->goals->len);
  return lp_command_finish (NULL, text, grade->passed ? LP_EXIT_OK : LP_EXIT_FINDINGS);
}

static JsonNode *
strings_to_json (GStrv strings)
{
  JsonArray *array = json_array_new ();
  for (char **string = strings; *string != NULL; string++)
    json_array_add_string_element (array, *string);
  return lp_json_node_array (array);
}

static JsonObject *
goal_to_json (const LpGoalGrade *goal)
{
  JsonObject *object = json_object_new ();
  json_object_set_string_member (object, "text", goal->text);
  json_object_set_string_member (object, "outcome", lp_grade_outcome_code (goal->outcome));
  if (goal->reason != NULL)
    json_object_set_string_member (object, "reason", goal->reason);
  json_object_set_member (object, "elements", strings_to_json (goal->elements));
  return object;
}

static int
print_json (const LpScenario *scenario, const LpGrade *grade)
{
  JsonObject *object = json_object_new ();
  JsonArray *goals = json_array_new ();
  for (guint i = 0; i < grade->goals->len; i++)
    json_array_add_object_element (goals, goal_to_json (grade->goals->pdata[i]));
  json_object_set_string_member (object, "scenario", scenario->id);
  json_object_set_boolean_member (object, "passed", grade->passed);
  json_object_set_int_member (object, "met", grade->n_met);
  json_object_set_array_member (object, "goals", goals);
  int status = lp_command_print_json (lp_json_node_object (object));
  return status != LP_EXIT_OK || grade->passed ? status : LP_EXIT_FINDINGS;
}

static int
refuse (const char *path, const LpDesign *design)
{
  g_autoptr (GError) error = NULL;
  const char *id = lp_scenario_id_of_design (design);
  if (id != NULL)
    lp_read_error_set (&error, LP_READ_ERROR_REFERENCE, path, (LpPosition){ 0, 0 }, NULL,
                       _("it is an attempt at “%s”, and there is no such scenario here; “loadpath scenarios” lists them"),
                       id);
  else
    lp_read_error_set (&error, LP_READ_ERROR_VALUE, path, (LpPosition){ 0, 0 }, NULL,
                       _("it is the attempt of no scenario that is here; begin one with “loadpath new”"));
  return lp_command_input_error (path, error);
}

static int
grade_file (const char *path, LpListFormat as)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpImport) import = lp_import_file (path, lp_catalogue_get_default (), &error);
  if (import == NULL)
    return lp_command_input_error (path, error);
  LpDesign *design = ((LpImportPart *) import->parts->pdata[0])->design;
  const LpScenario *scenario = lp_scenario_of_design (design);
  if (scenario == NULL)
    return refuse (path, design);
  g_autoptr (LpGrade) grade = lp_grade_run (scenario, design);
  return as == LP_LIST_JSON ? print_json (scenario, grade) : print_text (scenario, grade);
}

static int
run (int argc, char **argv)
{
  int status = LP_EXIT_OK;
  LpListFormat as;
  g_clear_pointer (&format, g_free);
  g_clear_pointer (&language, g_free);
  if (!lp_command_parse (&lp_command_grade, entries, &argc, &argv, &status)
      || !lp_command_take_language (&lp_command_grade, language, &status)
      || !lp_command_take_list_format (&lp_command_grade, format, &as, &status))
    return status;
  if (argc != 2)
    return lp_command_usage_error (&lp_command_grade, _("name one document"));
  return grade_file (argv[1], as);
}

const LpCommand lp_command_grade = {
  .name = "grade",
  .arguments = "FILE [--format text|json] [--lang en|ko]",
  .summary = N_("Grade the attempt at a scenario, goal by goal"),
  .run = run,
};
