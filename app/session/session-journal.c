#include <glib/gi18n.h>

#include "session/session-private.h"

static char *journal_folder;

void
lp_session_set_journal_folder (const char *folder)
{
  g_free (journal_folder);
  journal_folder = g_strdup (folder);
}

static void
on_notify (const GError *problem, gpointer data)
{
  LpSession *self = data;

  g_clear_error (&self->journal_error);
  self->journal_error = problem != NULL ? g_error_copy (problem) : NULL;
  g_object_notify (G_OBJECT (self), "journal-problem");
}

static void
end (LpSession *self, gboolean discard)
{
  if (self->journal == NULL)
    return;
  lp_journal_end (self->journal, discard);
  g_clear_pointer (&self->journal, lp_journal_unref);
}

void
lp_session_start_journal (LpSession *self)
{
  g_autofree char *uri = self->file != NULL ? g_file_get_uri (self->file) : NULL;
  LpJournalHead head = { .uri = uri,
                         .checksum = self->checksum,
                         .etag = self->etag,
                         .name = self->name,
                         .wanted_name = self->wanted_name };

  if (journal_folder == NULL)
    return;
  end (self, TRUE);
  self->journal = lp_journal_new (self->document, journal_folder, &head, on_notify, self);
}

void
lp_session_take_journal (LpSession *self, LpRecovered *recovered)
{
  end (self, TRUE);
  self->journal = lp_journal_adopt (self->document, recovered->path, recovered->fd, recovered->size, &recovered->head,
                                    on_notify, self);
  recovered->fd = -1;
}

void
lp_session_end_journal (LpSession *self)
{
  end (self, !lp_document_is_modified (self->document));
}

void
lp_session_forget_changes (LpSession *self)
{
  g_return_if_fail (LP_IS_SESSION (self));

  lp_session_end_keeper (self, FALSE);
  end (self, TRUE);
}

gboolean
lp_session_flush_journal (LpSession *self, guint milliseconds)
{
  g_return_val_if_fail (LP_IS_SESSION (self), FALSE);

  return self->journal == NULL || lp_journal_flush (self->journal, milliseconds);
}

char *
lp_session_dup_journal_problem (LpSession *self)
{
  g_return_val_if_fail (LP_IS_SESSION (self), NULL);

  if (self->journal_error == NULL)
    return NULL;
  switch (self->journal_error->code)
    {
    case G_IO_ERROR_NO_SPACE:
      return g_strdup (_("There is no room left on the disk: what you change now is lost if the program ends. Free "
                         "some space, or save to another disk."));
    case G_IO_ERROR_PERMISSION_DENIED:
    case G_IO_ERROR_READ_ONLY:
      return g_strdup_printf (_("“%s” cannot be written: what you change now is lost if the program ends. Save often, "
                                "or make that folder writable."),
                              journal_folder);
    default:
      return g_strdup_printf (_("What you change now is lost if the program ends, because it cannot be kept aside: %s. "
                                "Save often."),
                              self->journal_error->message);
    }
}
