#include "cli/beside.h"

#include "cli/command.h"
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

static void
try_program (const char *folder, const char *way, const char *program, char **argv)
{
  g_autofree char *path = g_build_filename (folder, way, program, NULL);
  if (g_file_test (path, G_FILE_TEST_IS_EXECUTABLE))
    execv (path, argv);
}

int
lp_run_beside (const char *program, const char *built, char **argv)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;
  if (folder != NULL)
    {
      try_program (folder, ".", program, argv);
      try_program (folder, built, program, argv);
      try_program (folder, LP_HELPERS_FROM_PROGRAM, program, argv);
    }
  try_program (LP_HELPERS_DIR, ".", program, argv);
  execvp (program, argv);
  fprintf (stderr, _("loadpath: %s is not installed (%s); see “loadpath --help” for the commands\n"),
           program, g_strerror (errno));
  return LP_EXIT_USAGE;
}
