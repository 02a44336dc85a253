/* loadpath: reviews, draws and converts designs in a terminal or a CI job, and opens the window when it is given
 * no subcommand. Links no display library. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "cli/beside.h"
#include "cli/commands.h"
#include "config.h"

static void
print_help (void)
{
  printf (_("Usage:\n  loadpath [FILE...]\n  loadpath COMMAND [ARGUMENT...]\n\n"));
  printf (_("Draws and reviews AWS and hybrid architectures. Without a command it opens the window.\n\n"));
  printf (_("Commands:\n"));
  for (const LpCommand *const *command = lp_commands; *command != NULL; command++)
    printf ("  %-14s  %s\n", (*command)->name, _((*command)->summary));
  printf (_("\n“loadpath COMMAND --help” says more. Exit status: 0 nothing at or above the threshold, 1 findings,\n"
            "2 wrong usage, 3 input that cannot be read.\n"));
}

static int
open_window (char **argv)
{
  return lp_run_beside ("loadpath-desktop", "../../ui", argv);
}

/* A word that is neither a command nor a file is a mistyped command. */
static gboolean
looks_like_command (const char *word)
{
  return strpbrk (word, "./") == NULL && !g_file_test (word, G_FILE_TEST_EXISTS);
}

int
main (int argc, char **argv)
{
  lp_language_init ();
  g_set_prgname ("loadpath");
  if (argc < 2)
    return open_window (argv);
  const LpCommand *command = lp_command_find (argv[1]);
  if (command != NULL)
    return command->run (argc - 1, argv + 1);
  if (argc > 2 && g_str_equal (argv[1], "help") && (command = lp_command_find (argv[2])) != NULL)
    return command->run (2, (char *[]){ argv[2], (char *) "--help", NULL });
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") || g_str_equal (argv[1], "help"))
    {
      print_help ();
      return LP_EXIT_OK;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      printf ("loadpath %s\n", LP_VERSION);
      return LP_EXIT_OK;
    }
  if (argv[1][0] == '-' || looks_like_command (argv[1]))
    {
      fprintf (stderr, _("loadpath: “%s” is neither a command nor a file\nTry “loadpath --help”.\n"), argv[1]);
      return LP_EXIT_USAGE;
    }
  return open_window (argv);
}
