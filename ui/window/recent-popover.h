/* The files that were open lately. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LP_TYPE_RECENT_POPOVER (lp_recent_popover_get_type ())
G_DECLARE_FINAL_TYPE (LpRecentPopover, lp_recent_popover, LP, RECENT_POPOVER, GtkPopover)

/* Rows activate win.open-uri. */

/* Appends a row for each of the latest `max` files of this program. Gives how many. */
guint lp_recent_fill (GtkListBox *list, guint max);
/* The same as buttons. */
guint lp_recent_fill_box (GtkBox *box, guint max);
/* Remembers a file that was opened or saved. */
void lp_recent_add (GFile *file);

G_END_DECLS
