/* Keeping what a person has learnt: written to a file, read from one, forgotten. Each asks the person what is needed, and
 * says what came of it, in a dialog or a toast of the window that `widget` is in. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lp_keeping_export (GtkWidget *widget);
/* Of what is there and what is read, the best stays. */
void lp_keeping_import (GtkWidget *widget);
/* Asks first; the toast after it takes it back, attempts included. */
void lp_keeping_reset (GtkWidget *widget);

G_END_DECLS
