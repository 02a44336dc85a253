#include "session/journal-writer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "session/journal-frame.h"

#define SYNC_EVERY (G_USEC_PER_SEC / 4)
#define RETRY_EVERY G_USEC_PER_SEC
#define FOREVER G_MAXINT64

typedef enum
{
  ITEM_PIECE,
  ITEM_FLUSH,
  ITEM_CLOSE,
  ITEM_DISCARD,
} ItemKind;

typedef struct
{
  ItemKind kind;
  LpJournalFill fill;
  gpointer data;
  GDestroyNotify destroy;
  guint serial;           /* of a flush */
  gboolean sync;
} Item;

struct _LpJournalWriter
{
  gatomicrefcount refs;
  char *path;
  GThread *thread;
  GAsyncQueue *items;

  /* The thread's own. */
  int fd;                 /* -1: not there yet */
  goffset size;           /* of what is whole in the file */
  GString *pending;       /* what is not in it yet */
  gint64 synced_at;
  gboolean unsynced;
  int problem;            /* errno of the last try, or 0 */

  gint syncing;           /* atomic */

  GMutex lock;
  GCond flushed;
  guint asked, answered;  /* numbers of flushes; under the lock */
  gboolean good;          /* of the last answer */

  GMainContext *context;
  LpJournalNotify notify; /* NULL once it was closed; the context's own */
  gpointer data;
};

static void
writer_unref (gpointer data)
{
  LpJournalWriter *self = data;
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_async_queue_unref (self->items);
  g_string_free (self->pending, TRUE);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->flushed);
  g_free (self->path);
  g_free (self);
}

static LpJournalWriter *
writer_ref (LpJournalWriter *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

static void
item_free (gpointer data)
{
  Item *item = data;
  if (item->destroy != NULL)
    item->destroy (item->data);
  g_free (item);
}

/* --- onto the disk ----------------------------------------------------------------------------------- */

typedef struct
{
  LpJournalWriter *writer;
  int fd;
} Sync;

static void
sync_one (gpointer data, gpointer unused)
{
  Sync *sync = data;
  fdatasync (sync->fd);
  close (sync->fd);
  g_atomic_int_set (&sync->writer->syncing, FALSE);
  writer_unref (sync->writer);
  g_free (sync);
}

/* On yet another thread: what is committed while a slow disk is written to must still get into the file. */
static void
start_sync (LpJournalWriter *self)
{
  static GThreadPool *pool;
  static gsize once;
  int fd = dup (self->fd);

  if (g_once_init_enter (&once))
    {
      pool = g_thread_pool_new (sync_one, NULL, 2, FALSE, NULL);
      g_once_init_leave (&once, 1);
    }
  self->synced_at = g_get_monotonic_time ();
  self->unsynced = FALSE;
  if (fd < 0)
    return;
  g_atomic_int_set (&self->syncing, TRUE);
  Sync *sync = g_new (Sync, 1);
  *sync = (Sync){ writer_ref (self), fd };
  g_thread_pool_push (pool, sync, NULL);
}

static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

/* --- into the file ----------------------------------------------------------------------------------- */

/* Under another name until it is locked: whoever looks for journals without an owner never sees it without one. */
static int
make_file (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *unlocked = g_strconcat (path, ".new", NULL);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return -1;
  int fd = open (unlocked, O_CREAT | O_EXCL | O_RDWR | O_APPEND | O_CLOEXEC, 0600);
  if (fd < 0)
    return -1;
  if (flock (fd, LOCK_EX | LOCK_NB) == 0 && g_rename (unlocked, path) == 0)
    return fd;
  int code = errno;
  g_unlink (unlocked);
  close (fd);
  errno = code;
  return -1;
}

static gboolean
write_all (int fd, const char *data, gsize size)
{
  while (size > 0)
    {
      gssize n = write (fd, data, size);
      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      data += n;
      size -= n;
    }
  return TRUE;
}

static gboolean
try_to_write (LpJournalWriter *self)
{
  if (self->fd < 0)
    {
      self->fd = make_file (self->path);
      if (self->fd < 0)
        return FALSE;
      sync_folder (self->path);
    }
  if (write_all (self->fd, self->pending->str, self->pending->len))
    {
      self->size += self->pending->len;
      g_string_truncate (self->pending, 0);
      self->unsynced = TRUE;
      return TRUE;
    }
  /* Half a piece must not stand before the next one. */
  int code = errno;
  if (ftruncate (self->fd, self->size) != 0)
    g_debug ("%s: %s", self->path, g_strerror (errno));
  errno = code;
  return FALSE;
}

typedef struct
{
  LpJournalWriter *writer;
  int code;
} Notice;

static void
notice_free (gpointer data)
{
  writer_unref (((Notice *) data)->writer);
  g_free (data);
}

static gboolean
give_notice (gpointer data)
{
  Notice *notice = data;
  g_autoptr (GError) error = NULL;
  if (notice->writer->notify == NULL)
    return G_SOURCE_REMOVE;
  if (notice->code != 0)
    error = g_error_new_literal (G_IO_ERROR, g_io_error_from_errno (notice->code), g_strerror (notice->code));
  notice->writer->notify (error, notice->writer->data);
  return G_SOURCE_REMOVE;
}

static void
set_problem (LpJournalWriter *self, int code)
{
  if (self->problem == code)
    return;
  self->problem = code;
  Notice *notice = g_new (Notice, 1);
  *notice = (Notice){ writer_ref (self), code };
  g_autoptr (GSource) source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, give_notice, notice, notice_free);
  g_source_attach (source, self->context);
}

static void
write_pending (LpJournalWriter *self)
{
  if (self->pending->len > 0)
    set_problem (self, try_to_write (self) ? 0 : errno);
}

/* --- the thread -------------------------------------------------------------------------------------- */

static gint64
time_to_wake (LpJournalWriter *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 sync = self->unsynced ? MAX (self->synced_at + SYNC_EVERY - now, 1) : FOREVER;
  return MIN (sync, self->pending->len > 0 ? RETRY_EVERY : FOREVER);
}

static Item *
wait_for_item (LpJournalWriter *self)
{
  gint64 wait = time_to_wake (self);
  return wait == FOREVER ? g_async_queue_pop (self->items) : g_async_queue_timeout_pop (self->items, wait);
}

static void
add_piece (LpJournalWriter *self, const Item *item)
{
  g_autoptr (GString) payload = g_string_new (NULL);
  item->fill (payload, item->data);
  lp_journal_frame_append (self->pending, payload->str, payload->len);
}

static void
answer (LpJournalWriter *self, const Item *flush)
{
  write_pending (self);
  gboolean good = self->pending->len == 0;
  if (good && flush->sync && self->fd >= 0)
    good = fdatasync (self->fd) == 0;
  g_mutex_lock (&self->lock);
  self->answered = MAX (self->answered, flush->serial);
  self->good = good;
  g_cond_broadcast (&self->flushed);
  g_mutex_unlock (&self->lock);
}

static void
sync_if_due (LpJournalWriter *self)
{
  if (!self->unsynced || g_get_monotonic_time () < self->synced_at + SYNC_EVERY)
    return;
  if (g_atomic_int_get (&self->syncing))
    self->synced_at = g_get_monotonic_time ();
  else
    start_sync (self);
}

static void
end (LpJournalWriter *self, gboolean discard)
{
  if (!discard)
    write_pending (self);
  if (discard && self->fd >= 0)
    g_unlink (self->path);
  else if (self->fd >= 0)
    fdatasync (self->fd);
  if (self->fd < 0)
    return;
  /* A sync that is under way has it open, too. */
  flock (self->fd, LOCK_UN);
  close (self->fd);
}

static gpointer
run (gpointer data)
{
  LpJournalWriter *self = data;
  for (;;)
    {
      for (Item *item = wait_for_item (self); item != NULL; item = g_async_queue_try_pop (self->items))
        {
          ItemKind kind = item->kind;
          if (kind == ITEM_PIECE)
            add_piece (self, item);
          else if (kind == ITEM_FLUSH)
            answer (self, item);
          item_free (item);
          if (kind != ITEM_CLOSE && kind != ITEM_DISCARD)
            continue;
          end (self, kind == ITEM_DISCARD);
          writer_unref (self);
          return NULL;
        }
      write_pending (self);
      sync_if_due (self);
    }
}

/* --- for the others ---------------------------------------------------------------------------------- */

LpJournalWriter *
lp_journal_writer_adopt (const char *path, int fd, goffset size, LpJournalNotify notify, gpointer data)
{
  LpJournalWriter *self = g_new0 (LpJournalWriter, 1);
  g_atomic_ref_count_init (&self->refs);
  self->path = g_strdup (path);
  self->items = g_async_queue_new_full (item_free);
  self->fd = fd;
  self->size = size;
  self->pending = g_string_new (NULL);
  self->context = g_main_context_ref_thread_default ();
  self->notify = notify;
  self->data = data;
  g_mutex_init (&self->lock);
  g_cond_init (&self->flushed);
  if (fd >= 0 && ftruncate (fd, size) != 0)
    g_debug ("%s: %s", path, g_strerror (errno));
  self->thread = g_thread_new ("journal", run, writer_ref (self));
  return self;
}

LpJournalWriter *
lp_journal_writer_new (const char *path, LpJournalNotify notify, gpointer data)
{
  return lp_journal_writer_adopt (path, -1, 0, notify, data);
}

const char *
lp_journal_writer_get_path (LpJournalWriter *self)
{
  return self->path;
}

static void
push (LpJournalWriter *self, Item item)
{
  g_async_queue_push (self->items, g_memdup2 (&item, sizeof item));
}

void
lp_journal_writer_push (LpJournalWriter *self, LpJournalFill fill, gpointer data, GDestroyNotify destroy)
{
  push (self, (Item){ .kind = ITEM_PIECE, .fill = fill, .data = data, .destroy = destroy });
}

gboolean
lp_journal_writer_flush (LpJournalWriter *self, gboolean sync, guint milliseconds)
{
  gint64 deadline = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;
  g_mutex_lock (&self->lock);
  guint serial = ++self->asked;
  push (self, (Item){ .kind = ITEM_FLUSH, .serial = serial, .sync = sync });
  while (self->answered < serial && g_cond_wait_until (&self->flushed, &self->lock, deadline))
    ;
  gboolean good = self->answered >= serial && self->good;
  g_mutex_unlock (&self->lock);
  return good;
}

void
lp_journal_writer_close (LpJournalWriter *self, gboolean discard)
{
  self->notify = NULL;
  push (self, (Item){ .kind = discard ? ITEM_DISCARD : ITEM_CLOSE });
  g_thread_join (self->thread);
  writer_unref (self);
}

int
lp_journal_lock (const char *path)
{
  struct stat status;
  int fd = open (path, O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW);
  if (fd < 0)
    return -1;
  if (flock (fd, LOCK_EX | LOCK_NB) == 0 && fstat (fd, &status) == 0 && status.st_nlink > 0)
    return fd;
  close (fd);
  errno = EWOULDBLOCK;
  return -1;
}
