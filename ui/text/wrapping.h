/* Text of several lines. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Breaks the label in lines, as `mode` says, without the hyphens that Pango puts where a line ends
 * inside a word: in Korean they are wrong (“Oracle-” and “에”), and they stand out of the line. In templates the attribute
 * insert-hyphens does the same. */
void lp_label_let_wrap (GtkLabel *label, PangoWrapMode mode);

G_END_DECLS
