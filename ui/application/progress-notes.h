/* What is to be said of the file of a person's progress: once, that it was damaged; and while it cannot be written, why. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on, in the window that is in front. For when there is one. */
void lp_progress_notes_start (GtkApplication *application);

G_END_DECLS
