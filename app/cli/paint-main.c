/* loadpath-paint: `loadpath export` for PNG and PDF, and `loadpath thumbnail`: they need cairo and with it the display
 * libraries that cairo links. */
#include "base/text.h"
#include "cli/command.h"
#include "cli/export.h"

int
main (int argc, char **argv)
{
  lp_language_init ();
  lp_command_export_pictures = lp_export;
  const LpCommand *command
      = g_strcmp0 (argv[0], lp_command_thumbnail.name) == 0 ? &lp_command_thumbnail : &lp_command_export;
  return command->run (argc, argv);
}
