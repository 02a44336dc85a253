#include "session/session-private.h"

#include <glib/gi18n.h>

#include "model/replay.h"

static void
take_over (LpSession *self, LpSession *fresh)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (fresh->document);
  g_autofree char *uri = g_file_get_uri (self->file);

  lp_document_begin (self->document, _("Reload"));
  lp_document_become (self->document, design);
  lp_document_commit (self->document);
  lp_session_set_file (self, self->file, fresh->etag);
  g_free (self->checksum);
  self->checksum = g_strdup (fresh->checksum);
  /* Of another format now: saving would change it, so that it counts as not saved. */
  if (fresh->file == NULL)
    return;
  LpJournalHead head = { .revision = lp_document_get_revision (self->document),
                         .uri = uri,
                         .checksum = self->checksum,
                         .etag = self->etag };
  if (self->journal != NULL)
    lp_journal_saved (self->journal, &head, design);
  lp_document_mark_saved (self->document);
  lp_session_end_restoring (self);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LpSession *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (LpSession) fresh = lp_session_open_finish (result, &error);

  if (fresh == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (lp_document_in_transaction (self->document))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_BUSY, _("the drawing is being edited; try again"));
      return;
    }
  take_over (self, fresh);
  g_task_return_boolean (task, TRUE);
}

void
lp_session_reload_async (LpSession *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (LP_IS_SESSION (self));
  g_return_if_fail (self->file != NULL);

  GTask *task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lp_session_reload_async);
  lp_session_open_async (self->file, cancellable, on_opened, task);
}

gboolean
lp_session_reload_finish (LpSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

const char *
lp_session_get_etag (LpSession *self)
{
  return self->etag;
}

void
lp_session_keep (LpSession *self, const char *etag)
{
  g_return_if_fail (LP_IS_SESSION (self));

  lp_session_set_file (self, self->file, etag);
  lp_document_mark_unsaved (self->document);
}
