#include "base/text.h"
#include "ui/application/application.h"

int
main (int argc, char **argv)
{
  lp_language_init ();
  g_set_application_name ("Loadpath");
  g_autoptr (LpApplication) application = lp_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
