/* Actions of the window that the drawing of the selected tab does, so that their keys work wherever the keyboard is. */

#include "ui/window/window-private.h"

static const struct
{
  const char *name;
  const char *canvas_action;
} forwards[] = {
  { "win.commands", "canvas.commands" },
  { "win.find", "canvas.find" },
  { "win.find-next", "canvas.find-next" },
  { "win.find-previous", "canvas.find-previous" },
  { "win.show-layers", "canvas.show-layers" },
  { "win.toggle-legend", "canvas.toggle-legend" },
  { "win.toggle-minimap", "canvas.toggle-minimap" },
  { "win.next-question", "canvas.next-question" },
};

static void
run_forward (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpWindow *self = LP_WINDOW (widget);

  for (guint i = 0; self->canvas != NULL && i < G_N_ELEMENTS (forwards); i++)
    if (g_str_equal (forwards[i].name, name))
      gtk_widget_activate_action (GTK_WIDGET (self->canvas), forwards[i].canvas_action, NULL);
}

void
lp_window_class_add_canvas_actions (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (forwards); i++)
    gtk_widget_class_install_action (klass, forwards[i].name, NULL, run_forward);
}

void
lp_window_update_canvas_actions (LpWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (forwards); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), forwards[i].name,
                                   self->canvas != NULL && (!self->answering || g_str_equal (forwards[i].name, "win.commands")));
}
