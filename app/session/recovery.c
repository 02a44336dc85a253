#include "session/recovery.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "io/native.h"
#include "session/journal-frame.h"
#include "session/journal-writer.h"

#define SUFFIX ".journal"
#define KEPT_SUFFIX ".damaged"
#define MAX_BYTES ((goffset) 1 << 30)

/* A file that held, or was about to hold, what a revision was. */
typedef struct
{
  guint64 revision;
  char *uri, *checksum;
  gboolean is_certain;
} Saved;

static void
saved_clear (gpointer data)
{
  g_free (((Saved *) data)->uri);
  g_free (((Saved *) data)->checksum);
}

/* A journal while it is played. */
typedef struct
{
  LpRecovered *result;
  GArray *saved;       /* of Saved, in their order; the first is the base */
  gboolean is_damaged;
  gboolean is_newer;   /* another version of the program wrote it */
} Playing;

void
lp_recovered_free (LpRecovered *self)
{
  g_clear_object (&self->document);
  g_clear_pointer (&self->base, lp_design_unref);
  lp_journal_head_clear (&self->head);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->path);
  g_free (self->kept);
  g_free (self);
}

void
lp_recovery_free (LpRecovery *self)
{
  g_ptr_array_unref (self->recovered);
  g_ptr_array_unref (self->kept);
  g_ptr_array_unref (self->waiting);
  g_hash_table_unref (self->on_top);
  g_free (self);
}

/* --- playing ----------------------------------------------------------------------------------------- */

static void
add_saved (Playing *playing, guint64 revision, const char *uri, const char *checksum, gboolean is_certain)
{
  Saved saved = { revision, g_strdup (uri), g_strdup (checksum), is_certain };
  g_array_append_val (playing->saved, saved);
}

static gboolean
play_head (Playing *playing, const char *data, gsize size, gsize *offset)
{
  LpRecovered *result = playing->result;
  g_autoptr (GError) error = NULL;
  const char *payload;
  gsize length;
  if (lp_journal_frame_next (data, size, offset, &payload, &length) != LP_FRAME_GOOD)
    return FALSE;
  if (!lp_journal_head_read (payload, length, &result->head, &error))
    {
      playing->is_newer = g_error_matches (error, LP_READ_ERROR, LP_READ_ERROR_VERSION);
      return FALSE;
    }
  if (lp_journal_frame_next (data, size, offset, &payload, &length) != LP_FRAME_GOOD)
    return FALSE;
  g_autoptr (GBytes) bytes = g_bytes_new (payload, length);
  g_autoptr (LpDesign) base = lp_native_read (bytes, result->path, NULL);
  if (base == NULL)
    return FALSE;
  result->document = lp_document_new_from_design (base);
  lp_document_replay_begin (result->document, result->head.revision);
  add_saved (playing, result->head.revision, result->head.uri, result->head.checksum, TRUE);
  return TRUE;
}

/* A step that the journal holds from before; back again where it does not lead to that revision. */
static gboolean
play_known (LpDocument *document, void (*go) (LpDocument *), void (*back) (LpDocument *), guint64 revision)
{
  guint64 before = lp_document_get_revision (document);
  go (document);
  if (lp_document_get_revision (document) == revision)
    return TRUE;
  if (lp_document_get_revision (document) != before)
    back (document);
  return FALSE;
}

static gboolean
play_entry (Playing *playing, const LpJournalEntry *entry)
{
  LpDocument *document = playing->result->document;
  if (entry->kind == LP_ENTRY_SAVING || entry->kind == LP_ENTRY_SAVED)
    {
      add_saved (playing, entry->revision, entry->uri, entry->checksum, entry->kind == LP_ENTRY_SAVED);
      return TRUE;
    }
  if (entry->ops != NULL)
    return lp_document_replay (document, entry->label, entry->ops, entry->revision, entry->kind == LP_ENTRY_UNDO,
                               NULL);
  if (entry->kind == LP_ENTRY_JOIN)
    {
      if (lp_document_get_revision (document) != entry->revision)
        return FALSE;
      lp_document_join (document); /* where the first of the two is from before the journal there is nothing to join */
      return TRUE;
    }
  return play_known (document, entry->kind == LP_ENTRY_UNDO ? lp_document_undo : lp_document_redo,
                     entry->kind == LP_ENTRY_UNDO ? lp_document_redo : lp_document_undo, entry->revision);
}

/* Plays as far as it is whole; result->size is how far that is. */
static void
play_entries (Playing *playing, const char *data, gsize size, gsize offset)
{
  for (;;)
    {
      g_auto (LpJournalEntry) entry = { 0 };
      const char *payload;
      gsize length;
      playing->result->size = offset;
      LpFrameState state = lp_journal_frame_next (data, size, &offset, &payload, &length);
      playing->is_damaged = state == LP_FRAME_DAMAGED;
      if (state != LP_FRAME_GOOD)
        return;
      playing->is_damaged = !lp_journal_entry_read (payload, length, &entry, NULL) || !play_entry (playing, &entry);
      if (playing->is_damaged)
        return;
    }
}

/* --- what the files are now -------------------------------------------------------------------------- */

/* NULL where it is not there or cannot be read. The etag is from before the reading, as when a file is opened. */
static GBytes *
read_file (const char *uri, char **etag)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  if (info == NULL)
    return NULL;
  *etag = g_strdup (g_file_info_get_etag (info));
  return g_file_load_bytes (file, NULL, NULL, NULL);
}

/* Whether the file holds what was written then; *is_there where it can be read. */
static gboolean
holds (const Saved *saved, LpRecovered *result, gboolean *is_there)
{
  g_autofree char *etag = NULL;
  g_autoptr (GBytes) bytes = read_file (saved->uri, &etag);
  g_autofree char *checksum = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
  *is_there = bytes != NULL;
  if (bytes == NULL || g_strcmp0 (checksum, saved->checksum) != 0)
    return FALSE;
  result->base = lp_native_read (bytes, saved->uri, NULL);
  if (result->base == NULL)
    return FALSE;
  g_free (result->head.etag);
  result->head.etag = g_steal_pointer (&etag);
  return TRUE;
}

static void
set_head (LpJournalHead *head, const Saved *saved)
{
  g_free (head->uri);
  g_free (head->checksum);
  head->uri = g_strdup (saved->uri);
  head->checksum = g_strdup (saved->checksum);
  head->revision = saved->revision;
}

/* The latest of the states that were written which a file still holds; else the latest that was surely written. */
static void
find_saved (Playing *playing)
{
  LpRecovered *result = playing->result;
  const Saved *last = NULL;
  gboolean is_there = FALSE, last_is_there = FALSE;
  for (guint i = playing->saved->len; i > 0; i--)
    {
      const Saved *saved = &g_array_index (playing->saved, Saved, i - 1);
      gboolean is_same = saved->uri != NULL && holds (saved, result, &is_there);
      if (is_same || (last == NULL && saved->is_certain))
        {
          last = saved;
          last_is_there = is_there;
        }
      if (!is_same)
        continue;
      set_head (&result->head, saved);
      result->state = LP_RECOVERED_SAME;
      return;
    }
  set_head (&result->head, last);
  result->state = last->uri == NULL ? LP_RECOVERED_UNTITLED
                  : last_is_there   ? LP_RECOVERED_CHANGED
                                    : LP_RECOVERED_MISSING;
}

/* --- the folder -------------------------------------------------------------------------------------- */

static char *
read_whole (int fd, gsize *size)
{
  struct stat status;
  if (fstat (fd, &status) != 0 || status.st_size > MAX_BYTES)
    return NULL;
  char *data = g_malloc (status.st_size + 1);
  for (*size = 0; *size < (gsize) status.st_size;)
    {
      gssize n = pread (fd, data + *size, status.st_size - *size, *size);
      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        break;
      *size += n;
    }
  return data;
}

static char *
kept_path (const char *path)
{
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (SUFFIX));
  return g_strconcat (stem, KEPT_SUFFIX, NULL);
}

/* Nothing of it can be restored: named, and out of the way of the next start, unless it is for a newer Loadpath. */
static void
put_aside (LpRecovery *self, const char *path, gboolean is_newer)
{
  char *kept = kept_path (path);
  if (is_newer || g_rename (path, kept) != 0)
    {
      g_free (kept);
      kept = g_strdup (path);
    }
  g_ptr_array_add (self->kept, kept);
}

/* A copy of all of it, before what cannot be read is cut off. */
static gboolean
keep_copy (LpRecovered *result, const char *data, gsize size)
{
  g_autofree char *kept = kept_path (result->path);
  if (!g_file_set_contents_full (kept, data, size, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                 NULL))
    return FALSE;
  result->kept = g_steal_pointer (&kept);
  return TRUE;
}

static void
add_recovered (LpRecovery *self, LpRecovered *result)
{
  if (result->state == LP_RECOVERED_SAME && !g_hash_table_add (self->on_top, g_strdup (result->head.uri)))
    result->state = LP_RECOVERED_TWICE;
  g_ptr_array_add (self->recovered, result);
}

static void
finish (LpRecovery *self, Playing *playing, const char *data, gsize size)
{
  g_autoptr (LpRecovered) result = g_steal_pointer (&playing->result);
  lp_document_mark_saved_as_of (result->document, result->head.revision);
  gboolean is_modified = lp_document_is_modified (result->document);
  if (playing->is_damaged && !is_modified)
    put_aside (self, result->path, FALSE);
  else if (!is_modified)
    g_unlink (result->path);
  else if (playing->is_damaged && !keep_copy (result, data, size))
    g_ptr_array_add (self->kept, g_strdup (result->path));
  else
    add_recovered (self, g_steal_pointer (&result));
}

static void
recover_file (LpRecovery *self, const char *path, int fd)
{
  gsize size = 0, offset = 0;
  g_autofree char *data = read_whole (fd, &size);
  g_autoptr (LpRecovered) result = g_new0 (LpRecovered, 1);
  g_autoptr (GArray) saved = g_array_new (FALSE, FALSE, sizeof (Saved));
  Playing playing = { .result = result, .saved = saved };

  g_array_set_clear_func (saved, saved_clear);
  result->path = g_strdup (path);
  result->fd = fd;
  if (data != NULL && size == 0)
    g_unlink (path);
  else if (data == NULL || !play_head (&playing, data, size, &offset))
    put_aside (self, path, playing.is_newer);
  else
    {
      play_entries (&playing, data, size, offset);
      find_saved (&playing);
      g_steal_pointer (&result);
      finish (self, &playing, data, size);
    }
}

static GPtrArray *
list_journals (const char *folder)
{
  GPtrArray *paths = lp_file_list (folder, SUFFIX, NULL);
  return paths != NULL ? paths : g_ptr_array_new_with_free_func (g_free);
}

gboolean
lp_recovery_is_needed (const char *folder)
{
  g_autoptr (GPtrArray) paths = list_journals (folder);
  return paths->len > 0;
}

LpRecovery *
lp_recovery_new (const char *folder)
{
  LpRecovery *self = g_new0 (LpRecovery, 1);

  self->recovered = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_recovered_free);
  self->kept = g_ptr_array_new_with_free_func (g_free);
  self->waiting = list_journals (folder);
  self->on_top = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

gboolean
lp_recovery_step (LpRecovery *self)
{
  if (self->waiting->len == 0)
    return FALSE;
  g_autofree char *path = g_ptr_array_steal_index (self->waiting, 0);
  int fd = lp_journal_lock (path);
  if (fd >= 0)
    recover_file (self, path, fd);
  return TRUE;
}

LpRecovery *
lp_recovery_run (const char *folder)
{
  LpRecovery *self = lp_recovery_new (folder);

  while (lp_recovery_step (self))
    ;
  return self;
}
