/* loadpath-paint: `loadpath export` for PNG and PDF, which need cairo and with it the display libraries that cairo links. */
#include "base/text.h"
#include "cli/command.h"
#include "cli/export.h"

int
main (int argc, char **argv)
{
  lp_language_init ();
  lp_command_export_pictures = lp_export;
  return lp_command_export.run (argc, argv);
}
