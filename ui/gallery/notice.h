/* What the window says of something that was done in the gallery. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A dialog over the window of `widget`. */
void lp_gallery_complain (GtkWidget *widget, const char *heading, const GError *error);
/* Takes the toast, which goes unsaid where no window shows toasts any more. */
void lp_gallery_show_toast (GtkWidget *widget, AdwToast *toast);

G_END_DECLS
