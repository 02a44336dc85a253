#include "ui/application/open-state.h"

#include <glib/gi18n.h>

#include "learning/attempt.h"
#include "session/open-list.h"
#include "ui/application/settings.h"
#include "ui/window/file-error.h"

/* Seconds: several changes are written down once. */
#define DELAY 2

static guint save_source;
static gboolean ending;
static guint n_restoring, n_held;

/* --- writing down ------------------------------------------------------------------------------------ */

static void
add_view (LpOpenWindow *window, LpDocumentView *view, gboolean selected)
{
  GFile *file = lp_session_get_file (lp_document_view_get_session (view));
  LpCanvasPlace place;

  if (file == NULL || lp_attempt_is_exam_answer (file))
    return;
  g_autofree char *uri = g_file_get_uri (file);
  LpOpenTab *tab = lp_open_tab_new (uri);
  tab->placed = lp_canvas_get_place (lp_document_view_get_canvas (view), &place);
  if (tab->placed)
    {
      tab->zoom = place.zoom;
      tab->centre = place.centre;
    }
  if (selected)
    window->selected = window->tabs->len;
  g_ptr_array_add (window->tabs, tab);
}

static void
add_window (GPtrArray *windows, LpWindow *window)
{
  LpOpenWindow *open = lp_open_window_new ();

  for (guint i = 0; i < lp_window_get_n_views (window); i++)
    {
      LpDocumentView *view = lp_window_get_view_at (window, i);
      add_view (open, view, view == lp_window_get_view (window));
    }
  if (open->tabs->len > 0)
    g_ptr_array_add (windows, open);
  else
    lp_open_window_free (open);
}

static void
save_now (GtkApplication *application)
{
  g_autoptr (GPtrArray) windows = lp_open_list_new ();
  g_autoptr (GError) error = NULL;

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (LP_IS_WINDOW (l->data))
      add_window (windows, l->data);
  /* A convenience: where it cannot be kept, the work itself is not touched. */
  if (!lp_open_list_save (windows, &error))
    g_debug ("what is open cannot be written down: %s", error->message);
}

static gboolean
on_time (gpointer application)
{
  save_source = 0;
  save_now (application);
  return G_SOURCE_REMOVE;
}

static gboolean
wanted (void)
{
  return !ending && n_restoring == 0 && n_held == 0 && lp_settings_get_restore_open (lp_settings_get_default ());
}

void
lp_open_state_changed (GtkApplication *application)
{
  if (!wanted () || save_source != 0)
    return;
  save_source = g_timeout_add_seconds_full (G_PRIORITY_LOW, DELAY, on_time, g_object_ref (application), g_object_unref);
}

void
lp_open_state_save (GtkApplication *application, gboolean last)
{
  if (!wanted ())
    return;
  g_clear_handle_id (&save_source, g_source_remove);
  save_now (application);
  ending = last;
}

void
lp_open_state_hold (void)
{
  n_held++;
}

void
lp_open_state_release (void)
{
  g_return_if_fail (n_held > 0);

  n_held--;
}

void
lp_open_state_resume (void)
{
  ending = FALSE;
}

/* --- bringing back ----------------------------------------------------------------------------------- */

/* One window's files, one after the other, so that they stand in their order. */
typedef struct
{
  LpWindow *window;
  LpOpenWindow *open;
  guint next;
  LpDocumentView *selected;
  GString *missing;          /* names, a line each */
  GCancellable *cancellable;
} Restoring;

static void open_next (Restoring *restoring);

/* What came back from a crash is to be seen first. */
static LpDocumentView *
find_restored (LpWindow *window)
{
  for (guint i = 0; i < lp_window_get_n_views (window); i++)
    if (lp_session_is_restored (lp_document_view_get_session (lp_window_get_view_at (window, i))))
      return lp_window_get_view_at (window, i);
  return NULL;
}

static void
finish (Restoring *restoring)
{
  LpWindow *window = restoring->window;
  /* Cancelled, also because the window is gone: there is nothing to bring to the front. */
  LpDocumentView *restored
      = g_cancellable_is_cancelled (restoring->cancellable) ? NULL : find_restored (window);

  n_restoring--;
  lp_window_end_busy (window, restoring->cancellable);
  if (restored != NULL)
    lp_window_select_view (window, restored);
  else if (restoring->selected != NULL
           && gtk_widget_is_ancestor (GTK_WIDGET (restoring->selected), GTK_WIDGET (window)))
    lp_window_select_view (window, restoring->selected);
  if (restoring->missing->len > 0)
    lp_window_complain (window, _("Not everything could be opened again"), restoring->missing->str);
  g_clear_object (&restoring->selected);
  g_object_unref (restoring->cancellable);
  g_object_unref (window);
  lp_open_window_free (restoring->open);
  g_string_free (restoring->missing, TRUE);
  g_free (restoring);
}

static void
show (Restoring *restoring, LpSession *session, const LpOpenTab *tab, gboolean selected)
{
  LpDocumentView *view = lp_window_add_session_behind (restoring->window, session);
  LpCanvasPlace place = { tab->zoom, tab->centre };

  if (tab->placed)
    lp_canvas_set_place (lp_document_view_get_canvas (view), &place);
  if (selected)
    g_set_object (&restoring->selected, view);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  Restoring *restoring = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LpSession) session = lp_session_open_finish (result, &error);
  const LpOpenTab *tab = restoring->open->tabs->pdata[restoring->next];

  /* The window was closed meanwhile, or the person does not want to wait. */
  if (g_cancellable_is_cancelled (restoring->cancellable))
    {
      finish (restoring);
      return;
    }
  if (session != NULL && lp_window_find_file (restoring->window, G_FILE (source)) == NULL)
    show (restoring, session, tab, restoring->next == restoring->open->selected);
  else if (session == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (G_FILE (source));
      g_autofree char *text = lp_file_error_describe (error, name);
      g_string_append_printf (restoring->missing, "%s%s", restoring->missing->len > 0 ? "\n" : "", text);
    }
  restoring->next++;
  open_next (restoring);
}

static void
open_next (Restoring *restoring)
{
  if (restoring->next == restoring->open->tabs->len)
    {
      finish (restoring);
      return;
    }
  const LpOpenTab *tab = restoring->open->tabs->pdata[restoring->next];
  g_autoptr (GFile) file = g_file_new_for_uri (tab->uri);
  lp_session_open_async (file, restoring->cancellable, on_opened, restoring);
}

gboolean
lp_open_state_restore (GtkApplication *application, LpWindow *window)
{
  g_autoptr (GPtrArray) windows = lp_open_list_load ();

  while (windows->len > 0)
    {
      LpOpenWindow *open = g_ptr_array_steal_index (windows, 0);
      Restoring *restoring = g_new0 (Restoring, 1);
      restoring->window = g_object_ref (window != NULL ? window : lp_window_new (ADW_APPLICATION (application)));
      restoring->open = open;
      restoring->missing = g_string_new (NULL);
      restoring->cancellable = lp_window_begin_busy (restoring->window, _("Opening what was open…"));
      n_restoring++;
      gtk_window_present (GTK_WINDOW (restoring->window));
      open_next (restoring);
      window = NULL;
    }
  return n_restoring > 0;
}

gboolean
lp_open_state_is_restoring (void)
{
  return n_restoring > 0;
}
