/* A popover to type into must not take the keyboard from the window. What hides itself grabs it, and what is typed while
 * the display server hears that the grab is over still goes to the popover, where GTK drops it: the first letters of a
 * name that follow Enter at once. So these stay until they are left: by their picker, by a press beside them, or by the
 * keyboard going elsewhere. */

#include "ui/canvas/canvas-private.h"

typedef struct
{
  GtkWidget *popover;
  GtkRoot *root;
  GtkEventController *press; /* of the root, which owns it */
  gulong focus;
} Watch;

static void
stop (GtkWidget *popover, Watch *watch)
{
  if (watch->focus == 0)
    return;
  g_clear_signal_handler (&watch->focus, watch->root);
  gtk_widget_remove_controller (GTK_WIDGET (watch->root), watch->press);
}

static void
close_popover (gpointer popover)
{
  gtk_popover_popdown (popover);
  g_object_unref (popover);
}

/* When the press is done with: closing takes its controller away. */
static void
on_pressed (GtkGestureClick *press, int n_press, double x, double y, Watch *watch)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (press));

  if (event != NULL && gdk_event_get_surface (event) != gtk_native_get_surface (GTK_NATIVE (watch->popover)))
    g_idle_add_once (close_popover, g_object_ref (watch->popover));
}

static void
on_focus_moved (GtkRoot *root, GParamSpec *property, Watch *watch)
{
  GtkWidget *focus = gtk_root_get_focus (root);

  if (focus != NULL && gtk_widget_get_visible (watch->popover) && !gtk_widget_is_ancestor (focus, watch->popover))
    {
      gtk_popover_popdown (GTK_POPOVER (watch->popover));
      gtk_widget_grab_focus (focus);
    }
}

void
lp_canvas_show_picker (LpCanvas *self, GtkWidget *popover, GtkWidget *picker, LpRect area)
{
  GtkGesture *press = gtk_gesture_click_new ();
  Watch *watch = g_new0 (Watch, 1);

  gtk_popover_set_autohide (GTK_POPOVER (popover), FALSE);
  lp_canvas_show_popover (self, popover, area);
  gtk_widget_grab_focus (picker);

  *watch = (Watch){ popover, gtk_widget_get_root (popover), GTK_EVENT_CONTROLLER (press), 0 };
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), 0);
  gtk_event_controller_set_propagation_phase (watch->press, GTK_PHASE_CAPTURE);
  g_signal_connect (press, "pressed", G_CALLBACK (on_pressed), watch);
  gtk_widget_add_controller (GTK_WIDGET (watch->root), watch->press);
  watch->focus = g_signal_connect (watch->root, "notify::focus-widget", G_CALLBACK (on_focus_moved), watch);
  g_signal_connect (popover, "unmap", G_CALLBACK (stop), watch);
  g_object_set_data_full (G_OBJECT (popover), "watch", watch, g_free);
}
