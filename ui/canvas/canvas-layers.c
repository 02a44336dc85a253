/* Showing one side of a design only: layers of concern that are hidden while the document is open. */

#include "ui/canvas/canvas-private.h"
#include "ui/layers/layers-view.h"

guint32
lp_canvas_get_hidden_layers (LpCanvas *self)
{
  g_return_val_if_fail (LP_IS_CANVAS (self), 0);

  return self->hidden_layers;
}

void
lp_canvas_set_hidden_layers (LpCanvas *self, guint32 layers)
{
  g_return_if_fail (LP_IS_CANVAS (self));

  if (self->loader == NULL || layers == self->hidden_layers)
    return;
  self->hidden_layers = layers;
  /* What is not seen is not to be deleted by accident. */
  lp_selection_set (self->stage->selection, NULL);
  lp_scene_loader_set_hidden_layers (self->loader, layers);
  lp_canvas_request_scene (self);
  g_signal_emit_by_name (self, "layers-changed");
}

static void
on_changed (LpLayersView *view, guint hidden, LpCanvas *self)
{
  lp_canvas_set_hidden_layers (self, hidden);
}

static void
show_layers_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpCanvas *self = LP_CANVAS (widget);

  if (self->stage == NULL || self->stage->scene == NULL)
    return;
  GtkWidget *popover = gtk_popover_new (), *view = lp_layers_view_new (self->hidden_layers);
  LpRect visible = lp_viewport_get_visible (self->stage->viewport);
  g_signal_connect (view, "changed", G_CALLBACK (on_changed), self);
  gtk_popover_set_child (GTK_POPOVER (popover), view);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  lp_canvas_show_popover (self, popover,
                          (LpRect){ visible.x + visible.w / 2, visible.y + lp_stage_units (self->stage, 16), 0, 0 });
  gtk_widget_grab_focus (view);
}

void
lp_canvas_class_add_layer_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "canvas.show-layers", NULL, show_layers_action);
  g_signal_new ("layers-changed", LP_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}
