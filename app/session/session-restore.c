#include <glib/gi18n.h>

#include "model/replay.h"
#include "session/session-private.h"

/* --- recovering -------------------------------------------------------------------------------------- */

typedef struct
{
  LpRecovery *recovery; /* the thread's during a step */
  GPtrArray *sessions;
  LpSessionRestored restored;
  gpointer data;
} Recovering;

static void
recovering_free (gpointer data)
{
  Recovering *self = data;

  lp_recovery_free (self->recovery);
  g_ptr_array_unref (self->sessions);
  g_free (self);
}

static LpSession *
session_of (LpRecovered *recovered)
{
  const LpJournalHead *head = &recovered->head;
  g_autoptr (GFile) file = head->uri != NULL ? g_file_new_for_uri (head->uri) : NULL;
  gboolean is_same = recovered->state == LP_RECOVERED_SAME;
  LpSession *self = lp_session_new (recovered->document, is_same ? file : NULL);

  self->restored = recovered;
  if (is_same)
    {
      self->etag = g_strdup (head->etag);
      self->checksum = g_strdup (head->checksum);
    }
  self->wanted_name = file != NULL && !is_same ? lp_session_name_of_file (file) : g_strdup (head->wanted_name);
  self->name = g_strdup (head->name != NULL ? head->name : self->wanted_name);
  lp_session_take_journal (self, recovered);
  return self;
}

static void
step_in_thread (GTask *step, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_boolean (step, lp_recovery_step (data));
}

static void
take_recovered (Recovering *self, gboolean cancelled)
{
  while (self->recovery->recovered->len > 0)
    {
      LpRecovered *recovered = g_ptr_array_steal_index (self->recovery->recovered, 0);
      if (cancelled)
        {
          lp_recovered_free (recovered);
          continue;
        }
      LpSession *session = session_of (recovered);
      g_ptr_array_add (self->sessions, session);
      if (self->restored != NULL)
        self->restored (session, self->data);
    }
}

static void start_step (GTask *task);

/* One after the other: what is there already is used meanwhile. */
static void
on_step (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  gboolean more = g_task_propagate_boolean (G_TASK (result), NULL);

  take_recovered (g_task_get_task_data (task), g_cancellable_is_cancelled (cancellable));
  if (more && !g_cancellable_is_cancelled (cancellable))
    start_step (task);
  else
    g_task_return_boolean (task, TRUE);
}

static void
start_step (GTask *task)
{
  Recovering *self = g_task_get_task_data (task);
  g_autoptr (GTask) step = g_task_new (NULL, NULL, on_step, g_object_ref (task));

  g_task_set_task_data (step, self->recovery, NULL);
  g_task_run_in_thread (step, step_in_thread);
}

void
lp_session_recover_async (const char *folder, GCancellable *cancellable, LpSessionRestored restored,
                          GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Recovering *self = g_new0 (Recovering, 1);

  *self = (Recovering){ lp_recovery_new (folder), g_ptr_array_new_with_free_func (g_object_unref), restored, data };
  g_task_set_source_tag (task, lp_session_recover_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, recovering_free);
  start_step (task);
}

GPtrArray *
lp_session_recover_finish (GAsyncResult *result, GStrv *kept)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  Recovering *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  for (guint i = 0; i < self->recovery->kept->len; i++)
    g_strv_builder_add (paths, self->recovery->kept->pdata[i]);
  *kept = g_strv_builder_end (paths);
  return g_ptr_array_ref (self->sessions);
}

/* --- what was restored ------------------------------------------------------------------------------- */

gboolean
lp_session_is_restored (LpSession *self)
{
  g_return_val_if_fail (LP_IS_SESSION (self), FALSE);

  return self->restored != NULL;
}

static char *
describe (const LpRecovered *restored)
{
  g_autoptr (GFile) file = restored->head.uri != NULL ? g_file_new_for_uri (restored->head.uri) : NULL;
  g_autofree char *base = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : NULL;
  switch (restored->state)
    {
    case LP_RECOVERED_CHANGED:
      return g_strdup_printf (_("Restored as a drawing of its own, with the changes that were not saved: “%s” has been "
                                "changed since, and stays as it is."),
                              name);
    case LP_RECOVERED_MISSING:
      return g_strdup_printf (_("Restored as a drawing of its own, with the changes that were not saved: “%s” is no "
                                "longer there, or cannot be read."),
                              name);
    case LP_RECOVERED_TWICE:
      return g_strdup_printf (_("Restored as a drawing of its own: “%s” is restored with other changes as well."), name);
    case LP_RECOVERED_UNTITLED:
      return g_strdup (_("Restored: this drawing was not saved."));
    case LP_RECOVERED_SAME:
      break;
    }
  return g_strdup (_("Restored: changes that were not saved are here."));
}

char *
lp_session_dup_restored_words (LpSession *self)
{
  g_return_val_if_fail (LP_IS_SESSION (self) && self->restored != NULL, NULL);

  g_autofree char *words = describe (self->restored);
  if (self->restored->kept == NULL)
    return g_steal_pointer (&words);
  g_autofree char *kept = g_filename_display_name (self->restored->kept);
  g_autofree char *rest
      = g_strdup_printf (_("The last of them could not be read; all that was kept is in “%s”."), kept);
  return g_strdup_printf ("%s %s", words, rest);
}

void
lp_session_end_restoring (LpSession *self)
{
  if (self->restored == NULL)
    return;
  g_clear_pointer (&self->restored, lp_recovered_free);
  g_object_notify (G_OBJECT (self), "restored");
}

gboolean
lp_session_refuse_restored (LpSession *self)
{
  g_return_val_if_fail (LP_IS_SESSION (self) && self->restored != NULL, FALSE);

  if (self->restored->base == NULL)
    return FALSE;
  g_autoptr (LpDesign) base = lp_design_ref (self->restored->base);
  lp_document_begin (self->document, _("Discard Restored Changes"));
  lp_document_become (self->document, base);
  lp_document_commit (self->document);
  lp_document_mark_saved (self->document);
  if (self->journal != NULL)
    {
      self->restored->head.revision = lp_document_get_revision (self->document);
      lp_journal_saved (self->journal, &self->restored->head, base);
    }
  lp_session_end_restoring (self);
  return TRUE;
}
