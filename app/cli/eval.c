#include <stdio.h>

#include "cli/command.h"
#include "expr/expr.h"
#include "io/format.h"
#include "rules/survey.h"

/* What the expression can name, and the run that it is evaluated in. */
typedef struct
{
  LpExprSchema *schema;
  LpExprRun *run;
  LpExprOptions options;
  LpSurvey *survey; /* of a document; NULL: the language alone */
} Setting;

/* Nothing but the language: every question of type is left to the evaluation, as CEL has it. */
static Setting
open_pure_setting (void)
{
  LpExprSchema *schema = lp_expr_schema_new ();

  lp_expr_schema_freeze (schema);
  return (Setting){ schema, lp_expr_run_new (schema, NULL), { .dynamic = TRUE }, NULL };
}

/* What rules see of a document: its first page, where it has several. */
static gboolean
open_document_setting (const char *path, Setting *setting, GError **error)
{
  g_autoptr (LpImport) import = lp_import_file (path, lp_catalogue_get_default (), error);

  if (import == NULL)
    return FALSE;
  LpSurvey *survey = lp_survey_new (((LpImportPart *) import->parts->pdata[0])->design, NULL, NULL);
  *setting = (Setting){ lp_survey_schema (), survey->run, { 0 }, survey };
  return TRUE;
}

static void
close_setting (Setting *setting)
{
  if (setting->survey != NULL)
    {
      lp_survey_free (setting->survey);
      return;
    }
  lp_expr_run_free (setting->run);
  lp_expr_schema_unref (setting->schema);
}

static int
complain (const GError *error)
{
  LpPosition at = lp_expr_error_get_position (error);

  fprintf (stderr, _("expression:%u:%u: error: %s\n"), at.line, at.column, error->message);
  return LP_EXIT_FINDINGS;
}

/* What the value rests on, where nothing more can be said. */
static int
complain_unknown (LpExprRun *run, LpValue value)
{
  g_autofree char *list = lp_expr_run_list_unknowns (run, value);
  fprintf (stderr, _("expression: error: the value is not known before these are set: %s\n"), list);
  return LP_EXIT_FINDINGS;
}

static int
print_value (LpExprRun *run, LpValue value)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (value.kind == LP_VALUE_UNKNOWN)
    return complain_unknown (run, value);
  if (value.kind != LP_VALUE_ERROR && !lp_expr_run_write_json (run, value, json))
    value = lp_expr_run_fail_limit (run);
  if (value.kind == LP_VALUE_ERROR)
    {
      error = lp_expr_run_error (run, value);
      return complain (error);
    }
  g_string_append_c (json, '\n');
  bytes = g_string_free_to_bytes (g_steal_pointer (&json));
  return lp_command_write (NULL, bytes, &error) ? LP_EXIT_OK : lp_command_input_error (NULL, error);
}

static int
evaluate (const Setting *setting, const char *source)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpExpr) expr = lp_expr_compile (setting->schema, source, -1, &setting->options, &error);

  return expr != NULL ? print_value (setting->run, lp_expr_eval (expr, setting->run)) : complain (error);
}

static int
run (int argc, char **argv)
{
  static const GOptionEntry entries[] = { { NULL } };
  int status = LP_EXIT_OK;
  int first = argc > 1 && g_str_equal (argv[1], "--") ? 2 : 1;
  Setting setting;
  g_autoptr (GError) error = NULL;

  /* An expression may begin with a minus: only what is surely an option is taken for one. */
  if (argc > 1 && g_str_equal (argv[1], "--help")
      && !lp_command_parse (&lp_command_eval, entries, &argc, &argv, &status))
    return status;
  if (argc != first + 1 && argc != first + 2)
    return lp_command_usage_error (&lp_command_eval, _("give one expression, in quotes, and at most one document"));
  if (argc == first + 1)
    setting = open_pure_setting ();
  else if (!open_document_setting (argv[first + 1], &setting, &error))
    return lp_command_input_error (argv[first + 1], error);
  status = evaluate (&setting, argv[first]);
  close_setting (&setting);
  return status;
}

const LpCommand lp_command_eval = {
  .name = "eval",
  .arguments = "EXPRESSION [FILE]",
  .summary = N_("Evaluate one expression of the rules' language and print the value as JSON"),
  .run = run,
};
