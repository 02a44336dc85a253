/* That nothing is lost when the program ends without being asked to: a journal for every document, what an earlier run
 * left behind, the end of the desktop's session, and signals. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Once, at startup. */
void lp_safety_start (GtkApplication *application);
/* Looks for what an earlier run left unsaved, and shows it in tabs, between `before` and `after`: both are called in any
 * case, at once where there is nothing. The application lives until then. */
typedef void (*LpSafetyFunc) (GtkApplication *application);
void lp_safety_recover (GtkApplication *application, LpSafetyFunc before, LpSafetyFunc after);
/* Whether that is still under way. */
gboolean lp_safety_is_recovering (void);

G_END_DECLS
