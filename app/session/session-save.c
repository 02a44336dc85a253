#include "session/session-private.h"

#include "base/file.h"
#include "io/native.h"

LpSave *
lp_save_new (LpSession *self, GFile *file, gboolean force)
{
  LpSave *save = g_new0 (LpSave, 1);

  save->file = g_object_ref (file);
  save->design = lp_document_snapshot (self->document);
  save->revision = lp_document_get_revision (self->document);
  save->journal = self->journal != NULL ? lp_journal_ref (self->journal) : NULL;
  /* The chooser has asked about a file that is not this session's. */
  if (!force && self->file != NULL && g_file_equal (file, self->file))
    save->etag = g_strdup (self->etag);
  return save;
}

void
lp_save_free (LpSave *save)
{
  g_object_unref (save->file);
  lp_design_unref (save->design);
  g_free (save->etag);
  g_free (save->new_etag);
  g_free (save->checksum);
  g_clear_pointer (&save->journal, lp_journal_unref);
  g_free (save);
}

gboolean
lp_save_write (LpSave *save, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = lp_native_write (save->design);

  g_free (save->checksum);
  save->checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (save->journal != NULL)
    lp_journal_saving (save->journal, save->revision, save->file, save->checksum);
  return lp_file_replace (save->file, bytes, save->etag, &save->new_etag, cancellable, error);
}

static void
tell_journal (LpSession *self, const LpSave *save)
{
  g_autofree char *uri = g_file_get_uri (save->file);
  LpJournalHead head = { .revision = save->revision, .uri = uri, .checksum = save->checksum, .etag = save->new_etag };

  if (self->journal != NULL)
    lp_journal_saved (self->journal, &head, save->design);
}

void
lp_session_take_save (LpSession *self, const LpSave *save)
{
  lp_session_set_file (self, save->file, save->new_etag);
  g_free (self->checksum);
  self->checksum = g_strdup (save->checksum);
  tell_journal (self, save);
  /* What was edited while it was being written is not in the file. */
  lp_document_mark_saved_as_of (self->document, save->revision);
  lp_session_end_restoring (self);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (lp_save_write (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
lp_session_save_async (LpSession *self, GFile *file, gboolean force, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (LP_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (file));

  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lp_session_save_async);
  g_task_set_task_data (task, lp_save_new (self, file, force), (GDestroyNotify) lp_save_free);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
lp_session_save_finish (LpSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  lp_session_take_save (self, g_task_get_task_data (G_TASK (result)));
  return TRUE;
}
