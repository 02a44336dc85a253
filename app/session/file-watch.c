#include "session/file-watch.h"

/* Milliseconds: a file that is being replaced is gone for a moment, and one write is told in several events. */
#define DELAY 300

struct _LpFileWatch
{
  GObject parent_instance;
  LpSession *session;
  GFileMonitor *monitor;     /* NULL without a file, or where the place cannot be watched */
  GCancellable *cancellable; /* of the look that is under way, or NULL */
  guint source;              /* of the look that is to come, or 0 */
  LpFileState state;
  char *etag;                /* of the file as it was seen last, or NULL */
};

G_DEFINE_FINAL_TYPE (LpFileWatch, lp_file_watch, G_TYPE_OBJECT)

static guint changed_signal;

LpFileState
lp_file_watch_get_state (LpFileWatch *self)
{
  return self->state;
}

const char *
lp_file_watch_get_etag (LpFileWatch *self)
{
  return self->etag;
}

static void
set_state (LpFileWatch *self, LpFileState state, const char *etag)
{
  gboolean same = state == self->state && (state != LP_FILE_CHANGED || g_strcmp0 (etag, self->etag) == 0);

  self->state = state;
  g_free (self->etag);
  self->etag = g_strdup (etag);
  if (!same)
    g_signal_emit (self, changed_signal, 0);
}

static LpFileState
judge (LpFileWatch *self, GFileInfo *info)
{
  const char *known = lp_session_get_etag (self->session);

  if (known != NULL && g_strcmp0 (known, g_file_info_get_etag (info)) != 0)
    return LP_FILE_CHANGED;
  if (g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE)
      && !g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE))
    return LP_FILE_READ_ONLY;
  return LP_FILE_KNOWN;
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  LpFileWatch *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  /* Then the watch may be gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (info != NULL)
    set_state (self, judge (self, info), g_file_info_get_etag (info));
  else
    set_state (self, LP_FILE_GONE, NULL);
}

static gboolean
look_now (gpointer data)
{
  LpFileWatch *self = data;
  GFile *file = lp_session_get_file (self->session);

  self->source = 0;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (file == NULL)
    return G_SOURCE_REMOVE;
  self->cancellable = g_cancellable_new ();
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE,
                           G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, self->cancellable, on_looked, self);
  return G_SOURCE_REMOVE;
}

void
lp_file_watch_look (LpFileWatch *self)
{
  g_return_if_fail (LP_IS_FILE_WATCH (self));

  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (DELAY, look_now, self);
}

static void
drop_monitor (LpFileWatch *self)
{
  if (self->monitor == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
}

static void
on_file_changed (LpFileWatch *self)
{
  GFile *file = lp_session_get_file (self->session);

  drop_monitor (self);
  set_state (self, LP_FILE_KNOWN, NULL);
  if (file == NULL)
    return;
  /* Where a place cannot be watched, saving still notices. */
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (lp_file_watch_look), self);
  lp_file_watch_look (self);
}

static void
lp_file_watch_dispose (GObject *object)
{
  LpFileWatch *self = LP_FILE_WATCH (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  drop_monitor (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (lp_file_watch_parent_class)->dispose (object);
}

static void
lp_file_watch_finalize (GObject *object)
{
  g_free (LP_FILE_WATCH (object)->etag);
  G_OBJECT_CLASS (lp_file_watch_parent_class)->finalize (object);
}

static void
lp_file_watch_class_init (LpFileWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lp_file_watch_dispose;
  G_OBJECT_CLASS (klass)->finalize = lp_file_watch_finalize;
  changed_signal
      = g_signal_new ("changed", LP_TYPE_FILE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lp_file_watch_init (LpFileWatch *self)
{
}

LpFileWatch *
lp_file_watch_new (LpSession *session)
{
  g_return_val_if_fail (LP_IS_SESSION (session), NULL);

  LpFileWatch *self = g_object_new (LP_TYPE_FILE_WATCH, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "notify::file", G_CALLBACK (on_file_changed), self);
  /* Saved or reloaded: it is known again. */
  g_signal_connect_swapped (session, "notify::modified", G_CALLBACK (lp_file_watch_look), self);
  on_file_changed (self);
  return self;
}
