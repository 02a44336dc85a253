/* A session that saves itself: half a second after a step at most it is in its file. The journal holds it meanwhile. */
#include "learning/attempt.h"
#include "session/session-private.h"

#define DELAY 250  /* ms after the first step that is not saved */
#define AGAIN 2000 /* ms after one that could not be saved */

/* One write at a time. A write that is made at once, at the end, overtakes the one under way: it waits for it, and the
 * other's result is dropped. */
struct _LpKeeper
{
  gatomicrefcount refs;
  GMutex lock;      /* held while it is being written */
  LpSave *writing;  /* the thread's until it has come back; under the lock */
  gboolean written; /* of that; under the lock */
  gboolean dropped; /* it is not to be written, or its result not to be taken; under the lock */
  guint source;     /* of the write that is to come, or 0 */
};

static LpKeeper *
keeper_ref (LpKeeper *keeper)
{
  g_atomic_ref_count_inc (&keeper->refs);
  return keeper;
}

static void
keeper_unref (gpointer data)
{
  LpKeeper *keeper = data;

  if (!g_atomic_ref_count_dec (&keeper->refs))
    return;
  g_clear_pointer (&keeper->writing, lp_save_free);
  g_mutex_clear (&keeper->lock);
  g_free (keeper);
}

static LpKeeper *
keeper_new (void)
{
  LpKeeper *keeper = g_new0 (LpKeeper, 1);

  g_atomic_ref_count_init (&keeper->refs);
  g_mutex_init (&keeper->lock);
  return keeper;
}

static void start (LpSession *self);

static gboolean
on_due (gpointer data)
{
  LpSession *self = data;

  self->keeper->source = 0;
  start (self);
  return G_SOURCE_REMOVE;
}

static void
wait (LpSession *self, guint milliseconds)
{
  if (self->keeper->source == 0)
    self->keeper->source = g_timeout_add (milliseconds, on_due, self);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  LpKeeper *keeper = data;
  GError *error = NULL;

  g_mutex_lock (&keeper->lock);
  if (!keeper->dropped)
    keeper->written = lp_save_write (keeper->writing, NULL, &error);
  g_mutex_unlock (&keeper->lock);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* Where the session was saved elsewhere meanwhile, that is its file now. */
static void
take (LpSession *self, LpKeeper *keeper)
{
  if (keeper->written && !keeper->dropped && self->keeper == keeper && self->file != NULL
      && g_file_equal (self->file, keeper->writing->file))
    lp_session_take_save (self, keeper->writing);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  LpSession *self = LP_SESSION (source);
  LpKeeper *keeper = g_task_get_task_data (G_TASK (result));
  gboolean done = g_task_propagate_boolean (G_TASK (result), NULL);

  take (self, keeper);
  g_clear_pointer (&keeper->writing, lp_save_free);
  if (self->keeper == keeper && lp_document_is_modified (self->document))
    wait (self, done ? DELAY : AGAIN);
}

static void
start (LpSession *self)
{
  LpKeeper *keeper = self->keeper;

  if (keeper->writing != NULL || !lp_document_is_modified (self->document))
    return;
  /* What is being dragged is not a step yet. */
  if (lp_document_in_transaction (self->document))
    {
      wait (self, DELAY);
      return;
    }
  g_autoptr (GTask) task = g_task_new (self, NULL, on_written, NULL);
  keeper->writing = lp_save_new (self, self->file, FALSE);
  keeper->written = FALSE;
  keeper->dropped = FALSE;
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, keeper_ref (keeper), keeper_unref);
  g_task_run_in_thread (task, write_in_thread);
}

/* Waits for the write under way, and takes what it has done. */
static void
overtake (LpSession *self)
{
  LpKeeper *keeper = self->keeper;

  g_clear_handle_id (&keeper->source, g_source_remove);
  g_mutex_lock (&keeper->lock);
  if (keeper->writing != NULL)
    take (self, keeper);
  keeper->dropped = TRUE;
  g_mutex_unlock (&keeper->lock);
}

gboolean
lp_session_save_itself (LpSession *self, GError **error)
{
  g_return_val_if_fail (LP_IS_SESSION (self), FALSE);
  g_return_val_if_fail (lp_session_saves_itself (self), FALSE);

  overtake (self);
  if (!lp_document_is_modified (self->document))
    return TRUE;
  LpSave *save = lp_save_new (self, self->file, FALSE);
  gboolean written = lp_save_write (save, NULL, error);
  if (written)
    lp_session_take_save (self, save);
  else
    wait (self, AGAIN);
  lp_save_free (save);
  return written;
}

gboolean
lp_session_saves_itself (LpSession *self)
{
  g_return_val_if_fail (LP_IS_SESSION (self), FALSE);

  return self->keeper != NULL;
}

void
lp_session_wake_keeper (LpSession *self)
{
  if (self->keeper != NULL && lp_document_is_modified (self->document))
    wait (self, DELAY);
}

static void
end (LpSession *self)
{
  LpKeeper *keeper = g_steal_pointer (&self->keeper);

  if (keeper == NULL)
    return;
  g_clear_handle_id (&keeper->source, g_source_remove);
  keeper_unref (keeper);
}

void
lp_session_update_keeper (LpSession *self)
{
  gboolean wanted = self->file != NULL && lp_attempt_is_attempt (self->file);

  if (!wanted)
    end (self);
  else if (self->keeper == NULL)
    self->keeper = keeper_new ();
  lp_session_wake_keeper (self);
}

void
lp_session_end_keeper (LpSession *self, gboolean write)
{
  if (write && self->keeper != NULL && lp_document_is_modified (self->document)
      && !lp_document_in_transaction (self->document))
    lp_session_save_itself (self, NULL);
  end (self);
}
