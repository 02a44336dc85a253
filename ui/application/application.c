#include "ui/application/application.h"

#include <glib/gi18n.h>
#include <malloc.h>

#include "config.h"
#include "session/rule-folders.h"
#include "ui/application/open-state.h"
#include "ui/application/preferences.h"
#include "ui/application/progress-notes.h"
#include "ui/application/safety.h"
#include "ui/application/settings.h"
#include "ui/exam/exam-windows.h"
#include "ui/help/help-window.h"
#include "ui/window/window.h"

struct _LpApplication
{
  AdwApplication parent_instance;
  gboolean has_started;  /* what an earlier run left behind was looked for */
  gboolean is_activated; /* while that is under way */
  GPtrArray *files;      /* to be opened after it */
};

G_DEFINE_FINAL_TYPE (LpApplication, lp_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *keys[4];
} accelerators[] = {
  { "app.quit", { "<Control>q" } },
  { "app.new-window", { "<Control><Shift>n" } },
  { "app.preferences", { "<Control>comma" } },
  { "win.new", { "<Control>n", "<Control>t" } },
  { "win.open", { "<Control>o" } },
  { "win.gallery", { "<Alt>Home" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.print", { "<Control>p" } },
  { "win.fullscreen", { "F11" } },
  { "win.show", { "<Shift>F11" } },
  { "app.help", { "F1" } },
  { "win.explain-finding", { "<Shift>F1" } },
  { "win.export", { "<Control><Shift>e" } },
  { "win.close", { "<Control>w" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.commands", { "<Control>k", "<Control><Shift>p" } },
  { "win.find", { "<Control>f" } },
  { "win.find-next", { "F3" } },
  { "win.find-previous", { "<Shift>F3" } },
  { "win.show-layers", { "<Control><Shift>l" } },
  { "win.next-question", { "<Control>F8" } },
  { "win.exam-next", { "<Control>Page_Down" } },
  { "win.exam-previous", { "<Control>Page_Up" } },
  { "win.exam-questions", { "<Control>j" } },
  { "win.exam-flag", { "<Control>b" } },
  { "win.exam-submit", { "<Control><Shift>Return", "<Control><Shift>KP_Enter" } },
  { "win.submit", { "<Control>Return", "<Control>KP_Enter" } },
  { "win.take-hint", { "<Control><Shift>h" } },
  { "win.compare-reference", { "<Control><Alt>r" } },
  { "win.fix", { "<Control>period" } },
  { "win.next-finding", { "F8" } },
  { "win.comment", { "<Control><Alt>m" } },
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

static GPtrArray *
list_windows (gpointer application)
{
  GPtrArray *windows = g_ptr_array_new_with_free_func (g_object_unref);

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    if (LP_IS_WINDOW (l->data))
      g_ptr_array_add (windows, g_object_ref (l->data));
  return windows;
}

static void
close_all (gboolean may, gpointer application)
{
  g_autoptr (GPtrArray) windows = list_windows (application);

  if (may)
    lp_open_state_save (application, TRUE);
  for (guint i = 0; may && i < windows->len; i++)
    lp_window_close_now (windows->pdata[i]);
}

/* Asks once about everything that is not saved; either all windows close, or none. */
static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GPtrArray) windows = list_windows (data);
  g_autoptr (GPtrArray) views = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < windows->len; i++)
    {
      g_autoptr (GPtrArray) modified = lp_window_list_modified (windows->pdata[i]);
      g_ptr_array_extend_and_steal (views, g_steal_pointer (&modified));
    }
  if (views->len == 0)
    close_all (TRUE, data);
  else
    lp_ask_for_changes (windows->pdata[0], views, close_all, data);
}

static void
on_new_window (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (lp_window_new (ADW_APPLICATION (data))));
}

static void
on_preferences (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (lp_preferences_new (gtk_application_get_active_window (GTK_APPLICATION (data)))));
}

static void
on_help (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  lp_help_window_show (GTK_APPLICATION (data), gtk_application_get_active_window (GTK_APPLICATION (data)));
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
  { .name = "help", .activate = on_help },
  { .name = "new-window", .activate = on_new_window },
  { .name = "preferences", .activate = on_preferences },
  { .name = "quit", .activate = on_quit },
  { .name = "about", .activate = on_about },
};

/* --- the application --------------------------------------------------------------------------------- */

/* The one that was used last, or a new one. */
static LpWindow *
current_window (LpApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (LP_IS_WINDOW (l->data) && !lp_window_is_exam (l->data))
      return l->data;
  return lp_window_new (ADW_APPLICATION (self));
}

/* What was open comes back first: what is restored then stands in its place. */
static void
activate (GtkApplication *application)
{
  LpApplication *self = LP_APPLICATION (application);

  if (!self->is_activated)
    return;
  self->is_activated = FALSE;
  GList *windows = gtk_application_get_windows (application);
  /* At the start a window there is the one in which what was not saved is restored. */
  LpWindow *window = windows != NULL && LP_IS_WINDOW (windows->data) ? windows->data : NULL;
  if ((windows == NULL || !self->has_started) && lp_settings_get_restore_open (lp_settings_get_default ())
      && lp_open_state_restore (application, window))
    return;
  gtk_window_present (GTK_WINDOW (current_window (self)));
}

/* What is restored is there by now, and is not opened a second time. */
static void
open_files (GtkApplication *application)
{
  LpApplication *self = LP_APPLICATION (application);

  self->has_started = TRUE;
  lp_progress_notes_start (application);
  if (self->files->len == 0)
    return;
  gtk_window_present (GTK_WINDOW (current_window (self)));
  for (guint i = 0; i < self->files->len; i++)
    lp_window_open_file (current_window (self), self->files->pdata[i]);
  g_ptr_array_set_size (self->files, 0);
}

static void
proceed (LpApplication *self)
{
  GtkApplication *application = GTK_APPLICATION (self);

  if (lp_safety_is_recovering ())
    return;
  if (!self->has_started)
    {
      lp_safety_recover (application, activate, open_files);
      return;
    }
  activate (application);
  open_files (application);
}

static void
lp_application_activate (GApplication *application)
{
  LP_APPLICATION (application)->is_activated = TRUE;
  proceed (LP_APPLICATION (application));
}

static void
lp_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  LpApplication *self = LP_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (self->files, g_object_ref (files[i]));
  proceed (self);
}

static void
lp_application_window_added (GtkApplication *application, GtkWindow *window)
{
  GTK_APPLICATION_CLASS (lp_application_parent_class)->window_added (application, window);
  if (LP_IS_WINDOW (window))
    lp_open_state_resume ();
}

static void
lp_application_window_removed (GtkApplication *application, GtkWindow *window)
{
  GTK_APPLICATION_CLASS (lp_application_parent_class)->window_removed (application, window);
  if (LP_IS_WINDOW (window))
    lp_open_state_changed (application);
}

static void
apply_style (LpSettings *settings)
{
  g_autofree char *style = NULL;

  g_object_get (settings, "style", &style, NULL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      g_strcmp0 (style, "light") == 0  ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                      : g_strcmp0 (style, "dark") == 0 ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                       : ADW_COLOR_SCHEME_DEFAULT);
}

static void
apply_rule_folders (LpSettings *settings)
{
  lp_rule_folders_set (lp_settings_get_rule_folders (settings));
}

static void
lp_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (lp_application_parent_class)->startup (application);

  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accelerators[i].action,
                                           accelerators[i].keys);
  gtk_window_set_default_icon_name (LP_APP_ID);
  lp_safety_start (GTK_APPLICATION (application));
  g_signal_connect_object (lp_settings_get_default (), "notify::style", G_CALLBACK (apply_style), application, 0);
  apply_style (lp_settings_get_default ());
  g_signal_connect_object (lp_settings_get_default (), "notify::rule-folders", G_CALLBACK (apply_rule_folders),
                           application, 0);
  apply_rule_folders (lp_settings_get_default ());
}

static void
lp_application_finalize (GObject *object)
{
  g_ptr_array_unref (LP_APPLICATION (object)->files);
  G_OBJECT_CLASS (lp_application_parent_class)->finalize (object);
}

static void
lp_application_class_init (LpApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);
  GtkApplicationClass *gtk_class = GTK_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lp_application_finalize;
  application_class->activate = lp_application_activate;
  application_class->open = lp_application_open;
  application_class->startup = lp_application_startup;
  gtk_class->window_added = lp_application_window_added;
  gtk_class->window_removed = lp_application_window_removed;
}

static void
lp_application_init (LpApplication *self)
{
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  g_action_map_add_action_entries (G_ACTION_MAP (self), app_actions, G_N_ELEMENTS (app_actions), self);
  lp_exam_add_actions (GTK_APPLICATION (self));
}

/* What is larger goes back to the system when it is freed. */
#define LARGE (4 * 1024 * 1024)

/* Large drawings are made and thrown away on several threads; glibc would keep a heap of free memory for each, and
 * keep what is larger in it, too, once some of that was freed. */
static void
spare_memory (void)
{
#ifdef __GLIBC__
  mallopt (M_ARENA_MAX, 2);
  mallopt (M_MMAP_THRESHOLD, LARGE);
  mallopt (M_TRIM_THRESHOLD, 4 * LARGE);
#endif
}

/* Where nothing is drawn with it GTK opens it all the same, which takes as much memory as a drawing of 10,000. */
static void
spare_gl (void)
{
  if (g_strcmp0 (g_getenv ("GSK_RENDERER"), "cairo") == 0)
    g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
}

LpApplication *
lp_application_new (void)
{
  spare_memory ();
  spare_gl ();
  return g_object_new (LP_TYPE_APPLICATION, "application-id", LP_APP_ID, "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/loadpath/Loadpath", "register-session", TRUE,
                       NULL);
}
