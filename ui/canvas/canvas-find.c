/* What a search over the drawing needs of it. */

#include "ui/canvas/canvas-private.h"

void
lp_canvas_set_found (LpCanvas *self, const char *const *ids)
{
  g_return_if_fail (LP_IS_CANVAS (self));

  if (self->stage == NULL)
    return;
  g_strfreev (self->stage->found);
  self->stage->found = ids != NULL ? g_strdupv ((GStrv) ids) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  int by = g_str_equal (name, "canvas.find-next") ? 1 : g_str_equal (name, "canvas.find-previous") ? -1 : 0;

  if (LP_CANVAS (widget)->stage != NULL)
    g_signal_emit_by_name (widget, "find", by);
}

void
lp_canvas_class_add_find_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "canvas.find", NULL, find_action);
  gtk_widget_class_install_action (klass, "canvas.find-next", NULL, find_action);
  gtk_widget_class_install_action (klass, "canvas.find-previous", NULL, find_action);
  g_signal_new ("find", LP_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}
