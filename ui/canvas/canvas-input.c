#include <math.h>

#include "ui/application/settings.h"
#include "ui/canvas/canvas-private.h"
#include "ui/canvas/drop.h"

/* Pixels of one click of a wheel, and by how much it zooms. */
#define WHEEL_STEP 56.0
#define ZOOM_STEP 1.15

static LpModifiers
modifiers_of (gpointer controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);
  LpModifiers modifiers = LP_MODIFIER_NONE;

  if ((state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0)
    modifiers |= LP_MODIFIER_EXTEND;
  /* Ctrl does for once what the preference does not. */
  if (((state & GDK_CONTROL_MASK) != 0) == lp_settings_get_snap_to_grid (lp_settings_get_default ()))
    modifiers |= LP_MODIFIER_FREE;
  if ((state & GDK_ALT_MASK) != 0)
    modifiers |= LP_MODIFIER_COPY;
  return modifiers;
}

static LpPoint
to_diagram (LpCanvas *self, double x, double y)
{
  return lp_viewport_to_diagram (self->stage->viewport, (LpPoint){ x, y });
}

static void
update_cursor (LpCanvas *self)
{
  const char *cursor = NULL;

  if (self->panning)
    cursor = "grabbing";
  else if (self->space_held)
    cursor = "grab";
  else if (self->stage != NULL && self->stage->gesture == NULL)
    cursor = lp_stage_hover (self->stage, to_diagram (self, self->pointer.x, self->pointer.y));
  else
    return;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
}

/* --- dragging ---------------------------------------------------------------------------------------- */

static void
begin_pan (LpCanvas *self)
{
  self->panning = TRUE;
  self->pan_from = (LpPoint){ 0, 0 };
  update_cursor (self);
}

static void
pan_to (LpCanvas *self, double dx, double dy)
{
  lp_viewport_pan (self->stage->viewport, self->pan_from.x - dx, self->pan_from.y - dy);
  self->pan_from = (LpPoint){ dx, dy };
}

static void
end_pan (LpCanvas *self)
{
  self->panning = FALSE;
  update_cursor (self);
}

static void
on_drag_begin (GtkGestureDrag *drag, double x, double y, LpCanvas *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->stage == NULL)
    return;
  if (self->space_held)
    begin_pan (self);
  else if (lp_stage_press (self->stage, to_diagram (self, x, y), modifiers_of (drag)))
    gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_drag_update (GtkGestureDrag *drag, double dx, double dy, LpCanvas *self)
{
  double x, y;

  if (self->stage == NULL || !gtk_gesture_drag_get_start_point (drag, &x, &y))
    return;
  if (self->panning)
    pan_to (self, dx, dy);
  else
    lp_canvas_drag_to (self, (LpPoint){ x, y }, (LpPoint){ x + dx, y + dy }, modifiers_of (drag));
}

static void
on_drag_end (GtkGestureDrag *drag, double dx, double dy, LpCanvas *self)
{
  double x, y;

  if (self->stage == NULL || !gtk_gesture_drag_get_start_point (drag, &x, &y))
    return;
  if (self->panning)
    end_pan (self);
  else
    lp_stage_release (self->stage, to_diagram (self, x + dx, y + dy), modifiers_of (drag));
}

static void
on_drag_cancel (GtkGesture *drag, GdkEventSequence *sequence, LpCanvas *self)
{
  if (self->panning)
    end_pan (self);
  if (self->stage != NULL)
    lp_stage_cancel (self->stage);
}

static void
on_middle_begin (GtkGestureDrag *drag, double x, double y, LpCanvas *self)
{
  if (self->stage == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  begin_pan (self);
}

static void
on_middle_update (GtkGestureDrag *drag, double dx, double dy, LpCanvas *self)
{
  if (self->panning)
    pan_to (self, dx, dy);
}

static void
on_middle_end (GtkGestureDrag *drag, double dx, double dy, LpCanvas *self)
{
  end_pan (self);
}

static void
on_released (GtkGestureClick *click, int n_press, double x, double y, LpCanvas *self)
{
  if (n_press == 2 && self->stage != NULL && self->stage->scene != NULL)
    {
      LpPoint at = to_diagram (self, x, y);
      LpHit hit = lp_stage_pick (self->stage, at);
      if (lp_line_find_segment (self->stage, at) != LP_NONE)
        lp_line_release (self->stage, lp_line_get_selected (self->stage));
      else if (hit.part == LP_PART_COMPONENT || hit.part == LP_PART_CONNECTION)
        lp_canvas_rename (self);
    }
}

static void
add_drags (LpCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  /* In one group, so that the drag, which claims every press, does not deny the double click. */
  GtkGesture *click = gtk_gesture_click_new ();
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_group (click, drag);

  GtkGesture *middle = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (middle), GDK_BUTTON_MIDDLE);
  g_signal_connect (middle, "drag-begin", G_CALLBACK (on_middle_begin), self);
  g_signal_connect (middle, "drag-update", G_CALLBACK (on_middle_update), self);
  g_signal_connect (middle, "drag-end", G_CALLBACK (on_middle_end), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (middle));
}

/* --- moving, scrolling, pinching --------------------------------------------------------------------- */

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, LpCanvas *self)
{
  self->pointer = (LpPoint){ x, y };
  update_cursor (self);
}

static gboolean
on_scroll (GtkEventControllerScroll *scroll, double dx, double dy, LpCanvas *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  gboolean wheel = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL;

  if (self->stage == NULL)
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_CONTROL_MASK) != 0)
    {
      double zoom = lp_viewport_get_zoom (self->stage->viewport) * pow (ZOOM_STEP, wheel ? -dy : -dy / WHEEL_STEP);
      lp_viewport_zoom_to (self->stage->viewport, zoom, self->pointer);
      return GDK_EVENT_STOP;
    }
  if ((state & GDK_SHIFT_MASK) != 0 && dx == 0)
    {
      dx = dy;
      dy = 0;
    }
  double step = wheel ? WHEEL_STEP : 1;
  lp_viewport_pan (self->stage->viewport, dx * step, dy * step);
  return GDK_EVENT_STOP;
}

static void
on_pinch_begin (GtkGesture *pinch, GdkEventSequence *sequence, LpCanvas *self)
{
  if (self->stage == NULL)
    return;
  lp_stage_cancel (self->stage);
  self->pinch_from = lp_viewport_get_zoom (self->stage->viewport);
}

static void
on_pinch (GtkGestureZoom *pinch, double scale, LpCanvas *self)
{
  LpPoint centre = self->pointer;

  if (self->stage == NULL)
    return;
  gtk_gesture_get_bounding_box_center (GTK_GESTURE (pinch), &centre.x, &centre.y);
  lp_viewport_zoom_to (self->stage->viewport, self->pinch_from * scale, centre);
}

static gboolean
on_key_pressed (GtkEventControllerKey *key, guint keyval, guint keycode, GdkModifierType state, LpCanvas *self)
{
  if (self->stage == NULL)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_space && (state & gtk_accelerator_get_default_mod_mask ()) == 0)
    {
      self->space_held = TRUE;
      update_cursor (self);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Escape && lp_stage_cancel (self->stage))
    return GDK_EVENT_STOP;
  return GDK_EVENT_PROPAGATE;
}

static void
on_key_released (GtkEventControllerKey *key, guint keyval, guint keycode, GdkModifierType state, LpCanvas *self)
{
  if (keyval != GDK_KEY_space)
    return;
  self->space_held = FALSE;
  update_cursor (self);
}

static void
on_focus_left (GtkEventControllerFocus *focus, LpCanvas *self)
{
  self->space_held = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- dropping from the palette ----------------------------------------------------------------------- */

static GdkDragAction
on_drop_motion (GtkDropTarget *target, double x, double y, LpCanvas *self)
{
  const GValue *value = gtk_drop_target_get_value (target);
  const char *kind = value != NULL ? g_value_get_string (value) : NULL;

  if (self->stage == NULL || self->stage->scene == NULL)
    return 0;
  if (kind == NULL)
    return GDK_ACTION_COPY;
  if (lp_catalogue_find (self->stage->catalogue, kind) == NULL)
    return 0;
  return lp_drop_hover (self->stage, kind, to_diagram (self, x, y)) ? GDK_ACTION_COPY : 0;
}

static void
on_drop_leave (GtkDropTarget *target, LpCanvas *self)
{
  if (self->stage != NULL)
    lp_drop_leave (self->stage);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, LpCanvas *self)
{
  const char *kind = g_value_get_string (value);

  on_drop_leave (target, self);
  if (self->stage == NULL || self->stage->scene == NULL || kind == NULL
      || lp_catalogue_find (self->stage->catalogue, kind) == NULL)
    return FALSE;
  g_autofree char *id = lp_drop_place (self->stage, kind, to_diagram (self, x, y));
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return id != NULL;
}

static void
add_drop_target (LpCanvas *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "enter", G_CALLBACK (on_drop_motion), self);
  g_signal_connect (target, "motion", G_CALLBACK (on_drop_motion), self);
  g_signal_connect (target, "leave", G_CALLBACK (on_drop_leave), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
lp_canvas_add_controllers (LpCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  add_drags (self);
  add_drop_target (self);

  GtkEventController *motion = gtk_event_controller_motion_new ();
  g_signal_connect (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (widget, motion);

  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (widget, scroll);

  GtkGesture *pinch = gtk_gesture_zoom_new ();
  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));

  GtkEventController *key = gtk_event_controller_key_new ();
  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key_pressed), self);
  g_signal_connect (key, "key-released", G_CALLBACK (on_key_released), self);
  gtk_widget_add_controller (widget, key);

  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_left), self);
  gtk_widget_add_controller (widget, focus);
}
