/* Keeps what is open for the next start, and brings it back. */
#pragma once

#include "ui/window/window.h"

G_BEGIN_DECLS

/* Something was opened, closed, moved or saved: it is written down soon. */
void lp_open_state_changed (GtkApplication *application);
/* Writes down now what is open. With `last`, what closes from now on is part of the program's end and does not
 * count. */
void lp_open_state_save (GtkApplication *application, gboolean last);
/* There is a window again. */
void lp_open_state_resume (void);
/* What was written down stays as it is until the same number of releases: it has not been brought back yet. */
void lp_open_state_hold (void);
void lp_open_state_release (void);
/* Opens in windows of their own what was written down, the first of them in `window` where it is not NULL. FALSE where there was nothing. What is not there any more is
 * said and left out. */
gboolean lp_open_state_restore (GtkApplication *application, LpWindow *window);
/* TRUE while that is under way. */
gboolean lp_open_state_is_restoring (void);

G_END_DECLS
