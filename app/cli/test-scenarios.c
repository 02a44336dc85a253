#include "base/file.h"
#include "cli/options.h"
#include "learning/scenario-check.h"

static gboolean strict;
static char *language;

static const GOptionEntry entries[] = {
  { "strict", 0, 0, G_OPTION_ARG_NONE, &strict, N_("Look at the drawings, too: places, overlaps, what holds what"), NULL },
  LP_OPTION_LANGUAGE (language),
  { NULL },
};

/* The files of a folder, sorted, or the file itself. NULL where the folder cannot be read. */
static GPtrArray *
list_files (const char *path, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return lp_file_list (path, ".json", error);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (files, g_strdup (path));
  return files;
}

/* How many things are wrong with it; -1 where it cannot be read. */
static int
test_file (const char *path, GString *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &error);
  if (bytes == NULL)
    lp_file_error_reword (error, FALSE);
  g_autoptr (LpScenario) scenario = bytes != NULL ? lp_scenario_read (bytes, path, &error) : NULL;
  if (scenario == NULL)
    {
      lp_command_input_error (path, error);
      return -1;
    }
  g_autoptr (GPtrArray) wrong = lp_scenario_check (scenario, strict);
  g_string_append_printf (out, "%s: %s\n", scenario->id, wrong->len == 0 ? _("as it must be") : _("not as it must be"));
  for (guint i = 0; i < wrong->len; i++)
    g_string_append_printf (out, "  %s\n", (const char *) wrong->pdata[i]);
  return (int) wrong->len;
}

static int
test_files (const GPtrArray *files)
{
  GString *text = g_string_new (NULL);
  guint n_wrong = 0, n_unread = 0;
  for (guint i = 0; i < files->len; i++)
    {
      int wrong = test_file (files->pdata[i], text);
      n_unread += wrong < 0;
      n_wrong += wrong > 0;
    }
  return lp_command_finish (NULL, text,
                            n_unread > 0  ? LP_EXIT_INPUT
                            : n_wrong > 0 ? LP_EXIT_FINDINGS
                                          : LP_EXIT_OK);
}

static int
run (int argc, char **argv)
{
  int status = LP_EXIT_OK;
  g_autoptr (GError) error = NULL;
  strict = FALSE;
  g_clear_pointer (&language, g_free);
  if (!lp_command_parse (&lp_command_test_scenarios, entries, &argc, &argv, &status)
      || !lp_command_take_language (&lp_command_test_scenarios, language, &status))
    return status;
  if (argc != 2)
    return lp_command_usage_error (&lp_command_test_scenarios, _("name one folder of scenarios, or one scenario"));
  g_autoptr (GPtrArray) files = list_files (argv[1], &error);
  if (error == NULL && files->len == 0)
    lp_read_error_set (&error, LP_READ_ERROR_MISSING, argv[1], (LpPosition){ 0, 0 }, NULL,
                       _("there is no scenario (.json) in this folder"));
  return error == NULL ? test_files (files) : lp_command_input_error (argv[1], error);
}

const LpCommand lp_command_test_scenarios = {
  .name = "test-scenarios",
  .arguments = "DIR [--strict] [--lang en|ko]",
  .summary = N_("Check that the scenarios in a folder are what they say"),
  .run = run,
};
