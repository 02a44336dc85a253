#include "cli/command.h"
#include "io/native.h"

#include <stdio.h>

static gboolean check_only;

static const GOptionEntry entries[] = {
  { "check", 0, 0, G_OPTION_ARG_NONE, &check_only, N_("Only say which files are not in the standard form"), NULL },
  { NULL },
};

static GBytes *
read_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  return g_file_load_bytes (file, NULL, NULL, error);
}

static int
format_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = read_file (path, &error);
  g_autoptr (LpDesign) design = before != NULL ? lp_native_read (before, path, &error) : NULL;
  if (design == NULL)
    return lp_command_input_error (path, error);
  g_autoptr (GBytes) after = lp_native_write (design);
  if (g_bytes_equal (before, after))
    return LP_EXIT_OK;
  if (check_only)
    {
      fprintf (stderr, _("%s: not in the standard form; run “loadpath fmt %s”\n"), path, path);
      return LP_EXIT_FINDINGS;
    }
  return lp_command_write (path, after, &error) ? LP_EXIT_OK : lp_command_input_error (path, error);
}

static int
run (int argc, char **argv)
{
  int status = LP_EXIT_OK;
  check_only = FALSE;
  if (!lp_command_parse (&lp_command_fmt, entries, &argc, &argv, &status))
    return status;
  if (argc < 2)
    return lp_command_usage_error (&lp_command_fmt, _("name the documents to format"));
  for (int i = 1; i < argc; i++)
    {
      int one = format_file (argv[i]);
      status = MAX (status, one);
    }
  return status;
}

const LpCommand lp_command_fmt = {
  .name = "fmt",
  .arguments = "FILE... [--check]",
  .summary = N_("Write documents in the standard form"),
  .run = run,
};
