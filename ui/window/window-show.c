/* Full screen, and showing the drawing to others: nothing but the drawing, and one finding at a time. */
#include <glib/gi18n.h>

#include "ui/review/severity-mark.h"
#include "ui/window/window-private.h"

void
lp_window_toggle_fullscreen (LpWindow *self)
{
  if (self->showing)
    lp_window_set_showing (self, FALSE);
  else if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    gtk_window_unfullscreen (GTK_WINDOW (self));
  else
    gtk_window_fullscreen (GTK_WINDOW (self));
}

/* --- how it goes on ---------------------------------------------------------------------------------- */

static void
show_hint (LpWindow *self)
{
  AdwToast *toast = adw_toast_new (_("F8 goes to the next finding, Esc ends"));

  adw_toast_set_timeout (toast, 4);
  g_set_weak_pointer (&self->hint, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
drop_hint (LpWindow *self)
{
  if (self->hint != NULL)
    adw_toast_dismiss (self->hint);
}

/* --- the caption ------------------------------------------------------------------------------------- */

void
lp_window_update_caption (LpWindow *self)
{
  LpReview *review = self->session != NULL ? lp_session_get_review (self->session) : NULL;
  guint selected = self->session != NULL ? lp_review_page_get_selected (self->review_page) : G_MAXUINT;

  if (!self->showing || review == NULL || selected >= review->findings->len)
    {
      gtk_revealer_set_reveal_child (self->caption_revealer, FALSE);
      return;
    }
  const LpFinding *finding = g_ptr_array_index (review->findings, selected);
  g_autofree char *text
      = g_strdup_printf ("%s · %u / %u\n%s", lp_mark_get_name (lp_mark_of_finding (finding)), selected + 1,
                         review->findings->len, finding->message);
  drop_hint (self);
  gtk_label_set_label (self->caption, text);
  gtk_revealer_set_reveal_child (self->caption_revealer, TRUE);
}

static void
step (LpWindow *self, int by)
{
  if (!lp_review_page_step (self->review_page, by))
    lp_window_toast (self, _("There is no finding"));
}

/* --- the chrome -------------------------------------------------------------------------------------- */

static void
hide_panels (LpWindow *self)
{
  self->palette_was_shown = adw_flap_get_reveal_flap (self->palette_flap);
  self->panel_was_shown = adw_flap_get_reveal_flap (self->panel_flap);
  adw_flap_set_reveal_flap (self->palette_flap, FALSE);
  adw_flap_set_reveal_flap (self->panel_flap, FALSE);
}

static void
bring_panels_back (LpWindow *self)
{
  adw_flap_set_reveal_flap (self->palette_flap, self->palette_was_shown);
  adw_flap_set_reveal_flap (self->panel_flap, self->panel_was_shown);
}

void
lp_window_set_showing (LpWindow *self, gboolean showing)
{
  if (self->showing == showing || (showing && self->view == NULL))
    return;
  self->showing = showing;
  gtk_widget_set_visible (self->header_bar, !showing);
  gtk_widget_set_visible (self->tab_bar, !showing);
  if (self->view != NULL)
    lp_document_view_set_bare (self->view, showing);
  if (showing)
    {
      hide_panels (self);
      lp_selection_set (lp_canvas_get_stage (self->canvas)->selection, NULL);
      gtk_window_fullscreen (GTK_WINDOW (self));
      lp_canvas_fit (self->canvas);
      gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
      show_hint (self);
    }
  else
    {
      drop_hint (self);
      bring_panels_back (self);
      gtk_window_unfullscreen (GTK_WINDOW (self));
    }
  lp_window_update_caption (self);
}

void
lp_window_start_showing (LpWindow *self)
{
  lp_window_set_showing (self, !self->showing);
}

/* --- keys -------------------------------------------------------------------------------------------- */

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, LpWindow *self)
{
  if (!self->showing || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Escape:
      lp_window_set_showing (self, FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_Down:
    case GDK_KEY_Page_Down:
    case GDK_KEY_space:
      step (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_Up:
    case GDK_KEY_Page_Up:
    case GDK_KEY_BackSpace:
      step (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_F8:
      step (self, (state & GDK_SHIFT_MASK) != 0 ? -1 : 1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Left by other means than ours. */
static void
on_fullscreened (LpWindow *self)
{
  if (!gtk_window_is_fullscreen (GTK_WINDOW (self)))
    lp_window_set_showing (self, FALSE);
}

void
lp_window_init_showing (LpWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (on_fullscreened), NULL);
}
