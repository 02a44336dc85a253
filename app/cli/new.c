#include "base/file.h"
#include "cli/options.h"
#include "expr/suggest.h"
#include "io/native.h"
#include "learning/scenario.h"

static char *output;
static char *language;
static gboolean reference;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The document to write; it must not be there yet"), "FILE" },
  { "reference", 0, 0, G_OPTION_ARG_NONE, &reference, N_("The design that answers it, instead of the start"), NULL },
  LP_OPTION_LANGUAGE (language),
  { NULL },
};

/* Refuses a file that is there: what a person drew is not to be lost. */
static gboolean
write_new (const char *path, GBytes *bytes, GError **error)
{
  if (g_str_equal (path, "-"))
    return lp_command_write (path, bytes, error);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFileOutputStream) stream = g_file_create (file, G_FILE_CREATE_NONE, NULL, error);
  gsize size = 0;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  return stream != NULL && g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, size, NULL, NULL, error)
         && g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
}

static int
write_scenario (const LpScenario *scenario)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = lp_native_write (reference ? scenario->reference : scenario->start);
  if (write_new (output, bytes, &error))
    return LP_EXIT_OK;
  lp_file_error_reword (error, TRUE);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return lp_command_input_error (output, error);
  g_clear_error (&error);
  lp_read_error_set (&error, LP_READ_ERROR_VALUE, output, (LpPosition){ 0, 0 }, NULL,
                     _("there is such a file already; choose another name"));
  return lp_command_input_error (output, error);
}

static int
refuse (const char *id)
{
  const GPtrArray *scenarios = lp_scenarios_get ();
  LpSuggestion meant = LP_SUGGESTION_INIT (id);
  for (guint i = 0; i < scenarios->len; i++)
    lp_suggestion_try (&meant, ((LpScenario *) scenarios->pdata[i])->id);
  return meant.name != NULL ? lp_command_usage_error (&lp_command_new, _("there is no scenario “%s”; did you mean “%s”?"),
                                                      id, meant.name)
                            : lp_command_usage_error (&lp_command_new,
                                                      _("there is no scenario “%s”; “loadpath scenarios” lists them"), id);
}

static int
run (int argc, char **argv)
{
  int status = LP_EXIT_OK;
  g_clear_pointer (&output, g_free);
  g_clear_pointer (&language, g_free);
  reference = FALSE;
  if (!lp_command_parse (&lp_command_new, entries, &argc, &argv, &status)
      || !lp_command_take_language (&lp_command_new, language, &status))
    return status;
  if (argc != 2)
    return lp_command_usage_error (&lp_command_new, _("name one scenario; “loadpath scenarios” lists them"));
  if (output == NULL)
    return lp_command_usage_error (&lp_command_new, _("say which file to write with -o FILE"));
  const LpScenario *scenario = lp_scenarios_find (argv[1]);
  return scenario != NULL ? write_scenario (scenario) : refuse (argv[1]);
}

const LpCommand lp_command_new = {
  .name = "new",
  .arguments = "SCENARIO [--reference] [--lang en|ko] -o FILE",
  .summary = N_("Begin a scenario: write its diagram as a document"),
  .run = run,
};
