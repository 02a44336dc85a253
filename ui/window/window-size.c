#include "config.h"
#include "ui/window/window-private.h"

/* NULL where the schema is not installed: GSettings would end the program. */
static GSettings *
find_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema
      = source != NULL ? g_settings_schema_source_lookup (source, LP_APP_ID, TRUE) : NULL;

  return schema != NULL ? g_settings_new (LP_APP_ID) : NULL;
}

void
lp_window_restore_size (LpWindow *self)
{
  g_autoptr (GSettings) settings = find_settings ();
  int width, height;

  if (settings == NULL)
    return;
  g_settings_get (settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

void
lp_window_remember_size (LpWindow *self)
{
  g_autoptr (GSettings) settings = find_settings ();
  int width, height;

  if (settings == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set (settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}
