#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says what is folded beneath it, and unfolds it while it is active. */
#define LP_TYPE_FOLD_BUTTON (lp_fold_button_get_type ())
G_DECLARE_FINAL_TYPE (LpFoldButton, lp_fold_button, LP, FOLD_BUTTON, GtkToggleButton)

GtkWidget *lp_fold_button_new (void);
void lp_fold_button_set_text (LpFoldButton *self, const char *text);

G_END_DECLS
