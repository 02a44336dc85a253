/* Copying, pasting and duplicating: the canvas's actions for it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* canvas.copy, cut, paste, copy-image, duplicate, one-in-each-zone, copy-properties, paste-properties, with their keys. */
void lp_canvas_class_add_clipboard_actions (GtkWidgetClass *widget_class);

G_END_DECLS
