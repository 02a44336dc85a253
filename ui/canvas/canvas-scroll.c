/* What is dragged to the edge of the view, or out of it, takes the view along. */
#include <math.h>

#include "ui/application/settings.h"
#include "ui/canvas/canvas-private.h"

/* In pixels: the strip along the edge, how far a drag has gone before it counts, and the most in a frame. */
#define STRIP 28.0
#define LEAST_DRAG 16.0
#define FASTEST 18.0

static double
speed (double at, double size)
{
  double depth = at < STRIP ? at - STRIP : at > size - STRIP ? at - size + STRIP : 0;

  return CLAMP (depth / 2, -FASTEST, FASTEST);
}

static LpPoint
speed_at (LpCanvas *self)
{
  return (LpPoint){ speed (self->drag_at.x, gtk_widget_get_width (GTK_WIDGET (self))),
                    speed (self->drag_at.y, gtk_widget_get_height (GTK_WIDGET (self))) };
}

static gboolean
scroll (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LpCanvas *self = LP_CANVAS (widget);
  LpPoint by = speed_at (self);

  if (self->stage == NULL || self->stage->gesture == NULL || (by.x == 0 && by.y == 0))
    {
      self->scrolling = FALSE;
      return G_SOURCE_REMOVE;
    }
  lp_viewport_pan (self->stage->viewport, by.x, by.y);
  lp_stage_drag (self->stage, lp_viewport_to_diagram (self->stage->viewport, self->drag_at), self->drag_modifiers);
  return G_SOURCE_CONTINUE;
}

void
lp_canvas_drag_to (LpCanvas *self, LpPoint from, LpPoint to, LpModifiers modifiers)
{
  self->drag_at = to;
  self->drag_modifiers = modifiers;
  lp_stage_drag (self->stage, lp_viewport_to_diagram (self->stage->viewport, to), modifiers);
  LpPoint by = speed_at (self);
  if (self->scrolling || self->stage->gesture == NULL || (by.x == 0 && by.y == 0)
      || lp_point_distance (from, to) < LEAST_DRAG)
    return;
  self->scrolling = TRUE;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll, NULL, NULL);
}

/* --- snapping ---------------------------------------------------------------------------------------- */

static void
toggle_snap_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpSettings *settings = lp_settings_get_default ();

  g_object_set (settings, "snap-to-grid", !lp_settings_get_snap_to_grid (settings), NULL);
}

void
lp_canvas_class_add_snap_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "canvas.toggle-snap", NULL, toggle_snap_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_apostrophe, GDK_CONTROL_MASK, "canvas.toggle-snap", NULL);
}
