#include "cli/command.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"

/* GOption puts "[OPTION…]" before the subcommand; our usage line has the options where they are written. */
static void
print_help (const LpCommand *command, GOptionContext *context)
{
  g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);
  const char *rest = strstr (help, "\n\n");
  printf (_("Usage:\n  loadpath %s %s"), command->name, command->arguments);
  fputs (rest != NULL ? rest : "\n", stdout);
}

static GOptionContext *
make_context (const LpCommand *command, const GOptionEntry *entries)
{
  g_autofree char *parameters = g_strdup_printf ("%s %s", command->name, command->arguments);
  GOptionContext *context = g_option_context_new (parameters);
  g_option_context_set_summary (context, _(command->summary));
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, NULL);
  /* GOption ends the process itself for --help; the exit status is ours to give. */
  g_option_context_set_help_enabled (context, FALSE);
  return context;
}

static gboolean
wants_help (int argc, char **argv)
{
  for (int i = 1; i < argc && !g_str_equal (argv[i], "--"); i++)
    if (g_str_equal (argv[i], "--help") || g_str_equal (argv[i], "-h"))
      return TRUE;
  return FALSE;
}

gboolean
lp_command_parse (const LpCommand *command, const GOptionEntry *entries, int *argc, char ***argv, int *status)
{
  g_autoptr (GOptionContext) context = make_context (command, entries);
  g_autoptr (GError) error = NULL;

  if (wants_help (*argc, *argv))
    {
      print_help (command, context);
      *status = LP_EXIT_OK;
      return FALSE;
    }
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      *status = lp_command_usage_error (command, "%s", error->message);
      return FALSE;
    }
  /* "--" ends the options and is no argument */
  if (*argc > 1 && g_str_equal ((*argv)[1], "--"))
    {
      (*argv)[1] = (*argv)[0];
      (*argv)++;
      (*argc)--;
    }
  return TRUE;
}

int
lp_command_usage_error (const LpCommand *command, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  fprintf (stderr, "loadpath %s: %s\n", command->name, message);
  fprintf (stderr, _("Try “loadpath %s --help”.\n"), command->name);
  return LP_EXIT_USAGE;
}

int
lp_command_input_error (const char *file, const GError *error)
{
  g_autofree char *line = lp_error_format (error, file);
  fprintf (stderr, "%s\n", line);
  return LP_EXIT_INPUT;
}

static gboolean
write_standard_output (GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  if (size == 0 || (fwrite (data, 1, size, stdout) == size && fflush (stdout) == 0))
    return TRUE;
  int code = errno;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _("cannot write to standard output: %s"),
               g_strerror (code));
  return FALSE;
}

gboolean
lp_command_write (const char *path, GBytes *bytes, GError **error)
{
  if (path == NULL || g_str_equal (path, "-"))
    return write_standard_output (bytes, error);
  return lp_file_write (path, bytes, error);
}

gboolean
lp_command_may_write (const LpCommand *command, const char *output, char *const *inputs, guint n, int *status)
{
  for (guint i = 0; output != NULL && !g_str_equal (output, "-") && i < n; i++)
    if (!g_str_equal (inputs[i], "-") && lp_file_is_same (output, inputs[i]))
      {
        *status = lp_command_usage_error (
            command, _("%s is what is read, and would be lost; choose another file to write"), output);
        return FALSE;
      }
  return TRUE;
}

int
lp_command_finish (const char *path, GString *text, int status)
{
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (text);
  g_autoptr (GError) error = NULL;
  return lp_command_write (path, bytes, &error) ? status : lp_command_input_error (path, error);
}
