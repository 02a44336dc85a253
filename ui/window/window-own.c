/* A person's own scenarios: made of what is open, and taken from files that others sent. */
#include <glib/gi18n.h>

#include "learning/own-scenarios.h"
#include "ui/scenarios/own-dialog.h"
#include "ui/window/file-error.h"
#include "ui/window/window-private.h"

static void
offer (LpWindow *self, const char *id)
{
  AdwToast *toast = adw_toast_new (_("The scenario is among the others now"));

  adw_toast_set_button_label (toast, _("_Begin"));
  adw_toast_set_action_name (toast, "win.open-scenario");
  adw_toast_set_action_target (toast, "s", id);
  adw_toast_overlay_add_toast (self->toasts, toast);
  lp_gallery_refresh (lp_start_view_get_gallery (self->start_view));
}

static void
on_made (LpWindow *self, const char *id)
{
  offer (self, id);
}

/* What is open in any window; the selected one first, and it twice where it is alone. */
static GPtrArray *
list_sessions (LpWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GPtrArray *sessions = g_ptr_array_new ();

  g_ptr_array_add (sessions, self->session);
  for (GList *l = application != NULL ? gtk_application_get_windows (application) : NULL; l != NULL; l = l->next)
    for (guint i = 0; LP_IS_WINDOW (l->data) && i < lp_window_get_n_views (l->data); i++)
      {
        LpSession *session = lp_document_view_get_session (lp_window_get_view_at (l->data, i));
        if (session != self->session)
          g_ptr_array_add (sessions, session);
      }
  return sessions;
}

void
lp_window_make_scenario (LpWindow *self)
{
  g_autoptr (GPtrArray) sessions = list_sessions (self);
  LpOwnDialog *dialog = lp_own_dialog_new (GTK_WINDOW (self), sessions);

  g_signal_connect_object (dialog, "made", G_CALLBACK (on_made), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- from a file ------------------------------------------------------------------------------------- */

static void
take (LpWindow *self, GFile *file, GBytes *bytes)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GError) error = NULL;
  const LpScenario *scenario = lp_own_scenarios_add (NULL, bytes, name, &error);

  if (scenario != NULL)
    {
      offer (self, scenario->id);
      return;
    }
  g_autofree char *body = lp_file_error_describe (error, name);
  lp_window_complain (self, _("The scenario cannot be taken"), body);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LpWindow) self = data;
  GFile *file = G_FILE (source);
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (file, result, NULL, NULL);

  if (self->tab_view == NULL)
    return; /* closed meanwhile */
  if (bytes != NULL && lp_scenario_looks_like_one (bytes))
    take (self, file, bytes);
  else
    lp_window_open_document (self, file);
}

void
lp_window_open_json (LpWindow *self, GFile *file)
{
  g_file_load_bytes_async (file, NULL, on_loaded, g_object_ref (self));
}
