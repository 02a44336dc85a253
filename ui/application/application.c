#include "ui/application/application.h"

#include <glib/gi18n.h>

#include "config.h"
#include "ui/window/window.h"

struct _LpApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (LpApplication, lp_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *keys[4];
} accelerators[] = {
  { "app.quit", { "<Control>q" } },
  { "win.new", { "<Control>n" } },
  { "win.open", { "<Control>o" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.export", { "<Control><Shift>e" } },
  { "win.close", { "<Control>w" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.find-kind", { "<Control>k" } },
  { "win.next-finding", { "F8" } },
  { "win.previous-finding", { "<Shift>F8" } },
  { "win.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { "win.zoom-out", { "<Control>minus", "<Control>KP_Subtract" } },
  { "win.zoom-100", { "<Control>0", "<Control>KP_0" } },
  { "win.fit", { "<Control>e" } },
  { "win.toggle-palette", { "F9" } },
  { "win.toggle-panel", { "<Shift>F9" } },
  { "win.focus-canvas", { "F6" } },
  { "win.show-help-overlay", { "<Control>question" } },
};

/* --- actions ----------------------------------------------------------------------------------------- */

/* Through each window's own way to close, so that each asks for what is not saved. */
static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (GTK_WINDOW (l->data));
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (gtk_application_get_active_window (GTK_APPLICATION (data)),
                         "application-name", "Loadpath",
                         "application-icon", LP_APP_ID,
                         "version", LP_VERSION,
                         "license-type", GTK_LICENSE_APACHE_2_0,
                         "comments", _("Draw AWS and hybrid architectures and see what gives way"),
                         "developer-name", _("The Loadpath developers"),
                         NULL);
}

static const GActionEntry app_actions[] = {
  { .name = "quit", .activate = on_quit },
  { .name = "about", .activate = on_about },
};

/* --- the application --------------------------------------------------------------------------------- */

static LpWindow *
pristine_window (LpApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (LP_IS_WINDOW (window) && lp_window_is_pristine (LP_WINDOW (window)))
    return LP_WINDOW (window);
  return lp_window_new (ADW_APPLICATION (self));
}

static void
lp_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (pristine_window (LP_APPLICATION (application))));
}

static void
lp_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      /* The first may take a pristine window's place; reading takes a while, so each other has its own. */
      LpWindow *window = i == 0 ? pristine_window (LP_APPLICATION (application))
                                : lp_window_new (ADW_APPLICATION (application));
      gtk_window_present (GTK_WINDOW (window));
      lp_window_open_file (window, files[i]);
    }
}

static void
lp_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (lp_application_parent_class)->startup (application);

  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accelerators[i].action,
                                           accelerators[i].keys);
  gtk_window_set_default_icon_name (LP_APP_ID);
}

static void
lp_application_class_init (LpApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = lp_application_activate;
  application_class->open = lp_application_open;
  application_class->startup = lp_application_startup;
}

static void
lp_application_init (LpApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), app_actions, G_N_ELEMENTS (app_actions), self);
}

LpApplication *
lp_application_new (void)
{
  return g_object_new (LP_TYPE_APPLICATION, "application-id", LP_APP_ID, "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/loadpath/Loadpath", NULL);
}
