#include "session/journal.h"

#include "io/native.h"

#define SAVING_PATIENCE 1000 /* ms */

struct _LpJournal
{
  gatomicrefcount refs;
  LpDocument *document;
  gulong handler;
  char *folder;
  LpJournalHead head;
  LpDesign *base;

  GMutex lock;              /* the writer is made on the main thread and used by the one that saves, too */
  LpJournalWriter *writer;  /* NULL until the first step */
  guint behind, ahead;      /* steps that the journal holds, in force and taken back */

  LpJournalNotify notify;
  gpointer data;
};

char *
lp_journal_dup_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "loadpath", "journal", NULL);
}

/* --- pieces, written in the writer's thread ---------------------------------------------------------- */

static void
fill_head (GString *payload, gpointer data)
{
  lp_journal_head_write (payload, data);
}

static void
head_free (gpointer data)
{
  lp_journal_head_clear (data);
  g_free (data);
}

static void
fill_base (GString *payload, gpointer data)
{
  g_autoptr (GBytes) bytes = lp_native_write (data);
  g_string_append_len (payload, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

typedef struct
{
  LpStep *step;
  LpStepFate fate;
  gboolean whole;
} Piece;

static void
fill_step (GString *payload, gpointer data)
{
  Piece *piece = data;
  lp_journal_step_write (payload, piece->step, piece->fate, piece->whole);
}

static void
piece_free (gpointer data)
{
  lp_step_free (((Piece *) data)->step);
  g_free (data);
}

typedef struct
{
  LpEntryKind kind;
  guint64 revision;
  char *uri, *checksum;
} Mark;

static void
fill_mark (GString *payload, gpointer data)
{
  Mark *mark = data;
  lp_journal_save_write (payload, mark->kind, mark->revision, mark->uri, mark->checksum);
}

static void
mark_free (gpointer data)
{
  Mark *mark = data;
  g_free (mark->uri);
  g_free (mark->checksum);
  g_free (mark);
}

/* --- following the document -------------------------------------------------------------------------- */

static LpJournalWriter *
begin (LpJournal *self)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (id, ".journal", NULL);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  LpJournalHead *head = g_new0 (LpJournalHead, 1);
  LpJournalWriter *writer = lp_journal_writer_new (path, self->notify, self->data);

  lp_journal_head_copy (head, &self->head);
  lp_journal_writer_push (writer, fill_head, head, head_free);
  lp_journal_writer_push (writer, fill_base, lp_design_ref (self->base), (GDestroyNotify) lp_design_unref);
  g_mutex_lock (&self->lock);
  self->writer = writer;
  g_mutex_unlock (&self->lock);
  return writer;
}

/* Whether what the step changed must be written: the journal does not hold it from before. */
static gboolean
count_step (LpJournal *self, LpStepFate fate)
{
  gboolean known = TRUE;
  switch (fate)
    {
    case LP_STEP_COMMITTED:
      self->behind++;
      self->ahead = 0;
      return TRUE;
    case LP_STEP_UNDONE:
      known = self->behind > 0;
      self->behind -= known;
      self->ahead++;
      break;
    case LP_STEP_REDONE:
      known = self->ahead > 0;
      self->ahead -= known;
      self->behind++;
      break;
    case LP_STEP_JOINED:
      /* With a step from before the journal it is one that the journal does not hold whole. */
      self->behind -= self->behind > 0;
      return FALSE;
    }
  return !known;
}

static void
on_stepped (LpDocument *document, const LpStep *step, guint fate, LpJournal *self)
{
  LpJournalWriter *writer = self->writer != NULL ? self->writer : begin (self);
  Piece *piece = g_new (Piece, 1);
  gboolean whole = count_step (self, fate);
  LpStep *copy = whole ? lp_step_copy (step) : lp_step_new (NULL);

  copy->revision_before = step->revision_before;
  copy->revision_after = step->revision_after;
  *piece = (Piece){ copy, fate, whole };
  lp_journal_writer_push (writer, fill_step, piece, piece_free);
}

/* --- its life ---------------------------------------------------------------------------------------- */

static void
set_base (LpJournal *self, const LpJournalHead *head, LpDesign *base)
{
  lp_design_ref (base);
  g_clear_pointer (&self->base, lp_design_unref);
  self->base = base;
  lp_journal_head_clear (&self->head);
  lp_journal_head_copy (&self->head, head);
}

static LpJournal *
make (LpDocument *document, const char *folder, const LpJournalHead *head, LpJournalNotify notify, gpointer data)
{
  LpJournal *self = g_new0 (LpJournal, 1);
  g_autoptr (LpDesign) base = lp_document_snapshot (document);
  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->lock);
  self->document = g_object_ref (document);
  self->folder = g_strdup (folder);
  self->notify = notify;
  self->data = data;
  set_base (self, head, base);
  self->head.revision = lp_document_get_revision (document);
  self->handler = g_signal_connect (document, "stepped", G_CALLBACK (on_stepped), self);
  return self;
}

LpJournal *
lp_journal_new (LpDocument *document, const char *folder, const LpJournalHead *head, LpJournalNotify notify,
                gpointer data)
{
  return make (document, folder, head, notify, data);
}

LpJournal *
lp_journal_adopt (LpDocument *document, const char *path, int fd, goffset size, const LpJournalHead *head,
                  LpJournalNotify notify, gpointer data)
{
  g_autofree char *folder = g_path_get_dirname (path);
  LpJournal *self = make (document, folder, head, notify, data);
  self->writer = lp_journal_writer_adopt (path, fd, size, notify, data);
  self->behind = lp_document_get_n_undo (document);
  self->ahead = lp_document_get_n_redo (document);
  return self;
}

static void
end_writer (LpJournal *self, gboolean discard)
{
  g_mutex_lock (&self->lock);
  LpJournalWriter *writer = g_steal_pointer (&self->writer);
  g_mutex_unlock (&self->lock);
  if (writer != NULL)
    lp_journal_writer_close (writer, discard);
  self->behind = self->ahead = 0;
}

LpJournal *
lp_journal_ref (LpJournal *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
lp_journal_unref (LpJournal *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  lp_journal_head_clear (&self->head);
  lp_design_unref (self->base);
  g_object_unref (self->document);
  g_mutex_clear (&self->lock);
  g_free (self->folder);
  g_free (self);
}

void
lp_journal_end (LpJournal *self, gboolean discard)
{
  g_clear_signal_handler (&self->handler, self->document);
  end_writer (self, discard);
}

/* --- saving ------------------------------------------------------------------------------------------ */

static void
push_mark (LpJournalWriter *writer, LpEntryKind kind, guint64 revision, const char *uri, const char *checksum)
{
  Mark *mark = g_new (Mark, 1);
  *mark = (Mark){ kind, revision, g_strdup (uri), g_strdup (checksum) };
  lp_journal_writer_push (writer, fill_mark, mark, mark_free);
}

/* The lock is held while it waits, so that the writer cannot go; the main thread takes it only to make one and to
 * let one go. */
void
lp_journal_saving (LpJournal *self, guint64 revision, GFile *file, const char *checksum)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_mutex_lock (&self->lock);
  if (self->writer != NULL)
    {
      push_mark (self->writer, LP_ENTRY_SAVING, revision, uri, checksum);
      lp_journal_writer_flush (self->writer, TRUE, SAVING_PATIENCE);
    }
  g_mutex_unlock (&self->lock);
}

void
lp_journal_saved (LpJournal *self, const LpJournalHead *head, LpDesign *design)
{
  if (lp_document_get_revision (self->document) == head->revision)
    end_writer (self, TRUE);
  else if (self->writer != NULL)
    push_mark (self->writer, LP_ENTRY_SAVED, head->revision, head->uri, head->checksum);
  if (self->writer == NULL)
    set_base (self, head, design);
}

gboolean
lp_journal_flush (LpJournal *self, guint milliseconds)
{
  return self->writer == NULL || lp_journal_writer_flush (self->writer, TRUE, milliseconds);
}

const char *
lp_journal_get_path (LpJournal *self)
{
  return self->writer != NULL ? lp_journal_writer_get_path (self->writer) : NULL;
}
