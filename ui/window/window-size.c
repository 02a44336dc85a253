#include "ui/application/settings.h"
#include "ui/window/window-private.h"

void
lp_window_restore_size (LpWindow *self)
{
  gboolean maximized, palette, panel;
  int width, height;

  g_object_get (lp_settings_get_default (), "window-width", &width, "window-height", &height, "window-maximized",
                &maximized, "palette-shown", &palette, "panel-shown", &panel, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (maximized)
    gtk_window_maximize (GTK_WINDOW (self));
  adw_flap_set_reveal_flap (self->palette_flap, palette);
  adw_flap_set_reveal_flap (self->panel_flap, panel);
}

void
lp_window_remember_size (LpWindow *self)
{
  LpSettings *settings = lp_settings_get_default ();
  int width, height;

  /* What an exam shows and hides is its own. */
  if (lp_window_is_exam (self))
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_object_set (settings, "window-width", width, "window-height", height, "window-maximized",
                gtk_window_is_maximized (GTK_WINDOW (self)), NULL);
  /* In a window that is too narrow they are hidden for want of room. */
  if (!adw_flap_get_folded (self->palette_flap))
    g_object_set (settings, "palette-shown", adw_flap_get_reveal_flap (self->palette_flap), NULL);
  if (!adw_flap_get_folded (self->panel_flap))
    g_object_set (settings, "panel-shown", adw_flap_get_reveal_flap (self->panel_flap), NULL);
}
