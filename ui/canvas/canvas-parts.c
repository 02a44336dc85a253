/* What floats over the drawing is asked for by actions of the drawing: the map, the legend. */

#include "ui/canvas/canvas-private.h"

static const struct
{
  const char *action;
  const char *part;
} toggles[] = {
  { "canvas.toggle-minimap", "minimap" },
  { "canvas.toggle-legend", "legend" },
};

static void
toggle_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    if (g_str_equal (toggles[i].action, name) && LP_CANVAS (widget)->stage != NULL)
      g_signal_emit_by_name (widget, "part-toggled", toggles[i].part);
}

void
lp_canvas_class_add_part_actions (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    gtk_widget_class_install_action (klass, toggles[i].action, NULL, toggle_action);
  g_signal_new ("part-toggled", LP_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_STRING);
}
