/* What the parts of the scenario's page are put together from. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Wraps; selectable by pointer only: Tab goes to what can be done. `css_class` may be NULL. */
GtkWidget *lp_piece_text (const char *text, const char *css_class);
void lp_piece_set_text (GtkWidget *label, const char *text);
/* A button whose words take two lines with large text, so that the panel stays as wide as it is. */
GtkWidget *lp_piece_button (const char *label, const char *action);
void lp_piece_let_wrap (GtkButton *button);
void lp_piece_clear (GtkBox *box);
/* "under a minute", "12 min", "1 h 5 min". Free with g_free(). */
char *lp_piece_dup_duration (guint seconds);

G_END_DECLS
