/* The program's own help: what to do first, drawing with keys, and what the findings mean. It needs neither a network
 * nor another program. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LP_TYPE_HELP_WINDOW (lp_help_window_get_type ())
G_DECLARE_FINAL_TYPE (LpHelpWindow, lp_help_window, LP, HELP_WINDOW, AdwWindow)

/* Brings the application's help window to the front, which is made where there is none. */
void lp_help_window_show (GtkApplication *application, GtkWindow *parent);

G_END_DECLS
