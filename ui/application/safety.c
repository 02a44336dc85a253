#include "ui/application/safety.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>

#include "learning/attempt.h"
#include "session/journal.h"
#include "session/recovery.h"
#include "ui/application/open-state.h"

/* A disk that does not answer must not keep the desktop's session from ending. */
#define PATIENCE 2000 /* ms */
/* How long the end of a session is held up: time to read why, and to save. */
#define HOLD_UP 60 /* s */

/* --- ending ------------------------------------------------------------------------------------------ */

/* The sessions whose changes are neither in their files nor kept aside. */
static GPtrArray *
flush_all (GtkApplication *application)
{
  GPtrArray *unsafe = g_ptr_array_new_with_free_func (g_object_unref);

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    for (guint i = 0; LP_IS_WINDOW (l->data) && i < lp_window_get_n_views (l->data); i++)
      {
        LpDocumentView *view = lp_window_get_view_at (l->data, i);
        LpSession *session = lp_document_view_get_session (view);
        if (lp_session_saves_itself (session) && lp_session_save_itself (session, NULL))
          continue;
        if (!lp_session_flush_journal (session, PATIENCE) && lp_document_view_is_modified (view))
          g_ptr_array_add (unsafe, g_object_ref (session));
      }
  return unsafe;
}

static guint inhibitor;

static gboolean
on_held_up (gpointer application)
{
  gtk_application_uninhibit (application, inhibitor);
  inhibitor = 0;
  return G_SOURCE_REMOVE;
}

/* What is kept aside comes back with the next start; only what is not holds the session's end up. */
static void
on_query_end (GtkApplication *application)
{
  g_autoptr (GPtrArray) unsafe = flush_all (application);

  lp_open_state_save (application, FALSE);
  if (unsafe->len == 0 || inhibitor != 0)
    return;
  g_autofree char *title = lp_session_dup_title (unsafe->pdata[0]);
  g_autofree char *words = g_strdup_printf (_("The changes to “%s” are not saved, and cannot be kept."), title);
  inhibitor = gtk_application_inhibit (application, gtk_application_get_active_window (application),
                                       GTK_APPLICATION_INHIBIT_LOGOUT, words);
  if (inhibitor != 0)
    g_timeout_add_seconds_full (G_PRIORITY_DEFAULT, HOLD_UP, on_held_up, g_object_ref (application), g_object_unref);
}

static gboolean
on_signal (gpointer application)
{
  g_autoptr (GPtrArray) unsafe = flush_all (application);

  lp_open_state_save (application, TRUE);
  g_application_quit (application);
  return G_SOURCE_REMOVE;
}

void
lp_safety_start (GtkApplication *application)
{
  g_autofree char *folder = lp_journal_dup_folder ();
  static const int signals[] = { SIGTERM, SIGHUP, SIGINT };

  lp_session_set_journal_folder (folder);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_unix_signal_add (signals[i], on_signal, application);
  /* A file that may not grow is an error that is told, not the end of the program. */
  signal (SIGXFSZ, SIG_IGN);
  g_signal_connect (application, "query-end", G_CALLBACK (on_query_end), NULL);
}

/* --- beginning --------------------------------------------------------------------------------------- */

static gboolean recovering;

typedef struct
{
  GtkApplication *application;
  LpWindow *window;          /* there at once, whatever there is to restore */
  LpDocumentView *first;     /* that was restored, or NULL */
  GCancellable *cancellable;
  LpSafetyFunc before, after;
} Recovering;

gboolean
lp_safety_is_recovering (void)
{
  return recovering;
}

static LpWindow *
find_window (GtkApplication *application)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (LP_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

static LpWindow *
any_window (GtkApplication *application)
{
  LpWindow *window = find_window (application);

  return window != NULL ? window : lp_window_new (ADW_APPLICATION (application));
}

/* The window is there: a closed one has cancelled it. */
static void
on_restored (LpSession *session, gpointer data)
{
  Recovering *self = data;
  GFile *file = lp_session_get_file (session);

  /* It is shown where the exam goes on. */
  if (file != NULL && lp_attempt_is_exam_answer (file) && lp_session_save_itself (session, NULL))
    return;
  if (self->first != NULL)
    lp_window_add_session_behind (self->window, session);
  else
    g_set_object (&self->first, lp_window_present_session (self->window, session));
}

static void
tell_kept (GtkApplication *application, GStrv kept)
{
  LpWindow *window = any_window (application);
  g_autofree char *paths = g_strjoinv ("\n", kept);
  g_autofree char *body
      = g_strdup_printf (_("They were being made when the program last ended. What was kept of them has not been "
                           "deleted; it is here:\n%s"),
                         paths);

  gtk_window_present (GTK_WINDOW (window));
  lp_window_complain (window, _("Some changes could not be restored"), body);
}

static void
recovering_free (Recovering *self)
{
  g_clear_object (&self->first);
  g_object_unref (self->cancellable);
  g_object_unref (self->window);
  g_object_unref (self->application);
  g_free (self);
}

static void
on_recovered (GObject *source, GAsyncResult *result, gpointer data)
{
  Recovering *self = data;
  GApplication *application = G_APPLICATION (self->application);
  g_auto (GStrv) kept = NULL;
  g_autoptr (GPtrArray) sessions = lp_session_recover_finish (result, &kept);

  recovering = FALSE;
  lp_window_end_busy (self->window, self->cancellable);
  lp_open_state_release ();
  /* Where the person has closed it again, nothing more is to come up. */
  if (find_window (self->application) != NULL)
    self->before (self->application);
  if (kept[0] != NULL)
    tell_kept (self->application, kept);
  self->after (self->application);
  recovering_free (self);
  g_application_release (application);
}

void
lp_safety_recover (GtkApplication *application, LpSafetyFunc before, LpSafetyFunc after)
{
  g_autofree char *folder = lp_journal_dup_folder ();

  if (!lp_recovery_is_needed (folder))
    {
      before (application);
      after (application);
      return;
    }
  Recovering *self = g_new0 (Recovering, 1);
  *self = (Recovering){ .application = g_object_ref (application), .before = before, .after = after };
  recovering = TRUE;
  g_application_hold (G_APPLICATION (application));
  lp_open_state_hold ();
  self->window = g_object_ref (any_window (application));
  self->cancellable = lp_window_begin_busy (self->window, _("Opening what was open…"));
  gtk_window_present (GTK_WINDOW (self->window));
  lp_session_recover_async (folder, self->cancellable, on_restored, on_recovered, self);
}
