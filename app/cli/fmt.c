#include "base/file.h"
#include "cli/command.h"
#include "io/native.h"

#include <stdio.h>

static gboolean check_only;

static const GOptionEntry entries[] = {
  { "check", 0, 0, G_OPTION_ARG_NONE, &check_only, N_("Only say which files are not in the standard form"), NULL },
  { NULL },
};

static LpDesign *
read_document (GBytes *bytes, const char *path, GError **error)
{
  const LpFormat *format = lp_format_find (bytes);
  if (format == NULL || format == &lp_format_native)
    return lp_native_read (bytes, path, error);
  lp_read_error_set (error, LP_READ_ERROR_FORMAT, path, (LpPosition){ 0, 0 }, NULL,
                     _("this is a %s; use loadpath import"), _ (format->name));
  return NULL;
}

/* Standard input goes to standard output, whether it changed or not. */
static int
finish (const char *path, gboolean is_stream, GBytes *before, GBytes *after)
{
  g_autoptr (GError) error = NULL;
  gboolean same = g_bytes_equal (before, after);

  if (check_only && !same && is_stream)
    fprintf (stderr, _("%s: not in the standard form; run “loadpath fmt -”\n"), path);
  else if (check_only && !same)
    fprintf (stderr, _("%s: not in the standard form; run “loadpath fmt %s”\n"), path, path);
  if (check_only)
    return same ? LP_EXIT_OK : LP_EXIT_FINDINGS;
  if (same && !is_stream)
    return LP_EXIT_OK;
  return lp_command_write (is_stream ? "-" : path, after, &error) ? LP_EXIT_OK
                                                                  : lp_command_input_error (path, error);
}

static int
format_file (const char *path)
{
  gboolean is_stream = g_str_equal (path, "-");
  const char *name = is_stream ? "<stdin>" : path;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = is_stream ? lp_file_read_standard_input (&error) : lp_file_read (path, &error);
  g_autoptr (LpDesign) design = before != NULL ? read_document (before, name, &error) : NULL;
  if (design == NULL)
    return lp_command_input_error (name, error);
  g_autoptr (GBytes) after = lp_native_write (design);
  return finish (name, is_stream, before, after);
}

static int
run (int argc, char **argv)
{
  int status = LP_EXIT_OK;
  check_only = FALSE;
  if (!lp_command_parse (&lp_command_fmt, entries, &argc, &argv, &status))
    return status;
  if (argc < 2)
    return lp_command_usage_error (&lp_command_fmt, _("name the documents to format, or - for standard input"));
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
