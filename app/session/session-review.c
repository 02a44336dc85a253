#include "learning/attempt.h"
#include "session/rule-folders.h"
#include "session/session-private.h"
#include "session/session-rules.h"

typedef struct
{
  LpDesign *design;
  guint64 revision;
  char *folder;         /* of the file, or NULL */
  GStrv own;            /* folders of the user's own rules */
  LpReviewSetup *setup; /* NULL: to be read there */
  LpReviewState *state; /* nobody else has it meanwhile */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  lp_design_unref (request->design);
  g_clear_pointer (&request->setup, lp_review_setup_unref);
  lp_review_state_free (request->state);
  g_strfreev (request->own);
  g_free (request->folder);
  g_free (request);
}

static void
review_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;

  if (request->setup == NULL)
    request->setup = lp_review_setup_load (request->folder, (const char *const *) request->own);
  g_task_return_pointer (task, lp_review_setup_review (request->setup, request->state, request->design, cancellable),
                         (GDestroyNotify) lp_review_unref);
}

static void
weak_session_free (GWeakRef *weak)
{
  g_weak_ref_clear (weak);
  g_free (weak);
}

static void
deliver (LpSession *self, LpReview *review, guint64 revision)
{
  g_clear_pointer (&self->review, lp_review_unref);
  self->review = review;
  g_clear_pointer (&self->shown, lp_review_unref);
  self->reviewed_revision = revision;
  g_signal_emit_by_name (self, "reviewed");
}

static void
on_review_done (GObject *source, GAsyncResult *result, gpointer data)
{
  GWeakRef *weak = data;
  g_autoptr (LpSession) self = g_weak_ref_get (weak);
  g_autoptr (LpReview) review = g_task_propagate_pointer (G_TASK (result), NULL);

  weak_session_free (weak);
  if (self == NULL)
    return;
  g_clear_object (&self->reviewing);
  Request *request = g_task_get_task_data (G_TASK (result));
  if (self->review_state == NULL)
    self->review_state = g_steal_pointer (&request->state);
  if (self->review_again)
    {
      self->review_again = FALSE;
      lp_session_start_review (self);
      return;
    }
  if (self->setup == NULL)
    self->setup = lp_review_setup_ref (request->setup);
  if (review != NULL && request->revision == lp_document_get_revision (self->document))
    deliver (self, g_steal_pointer (&review), request->revision);
}

void
lp_session_start_review (LpSession *self)
{
  /* In an exam nothing is said before it is over. */
  if (self->file != NULL && lp_attempt_is_exam_answer (self->file))
    return;
  if (self->reviewing != NULL)
    {
      self->review_again = TRUE;
      return;
    }
  Request *request = g_new0 (Request, 1);
  GWeakRef *weak = g_new0 (GWeakRef, 1);
  self->reviewing = g_cancellable_new ();
  request->design = lp_document_snapshot (self->document);
  request->revision = lp_document_get_revision (self->document);
  g_autoptr (GFile) folder = self->file != NULL ? g_file_get_parent (self->file) : NULL;
  request->folder = folder != NULL ? g_file_get_path (folder) : NULL;
  request->own = lp_rule_folders_list ();
  request->setup = self->setup != NULL ? lp_review_setup_ref (self->setup) : NULL;
  request->state = self->review_state != NULL ? g_steal_pointer (&self->review_state) : lp_review_state_new ();
  g_weak_ref_init (weak, self);
  g_autoptr (GTask) task = g_task_new (NULL, self->reviewing, on_review_done, weak);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, review_in_thread);
}

void
lp_session_stop_review (LpSession *self)
{
  if (self->reviewing != NULL)
    g_cancellable_cancel (self->reviewing);
  g_clear_object (&self->reviewing);
  self->review_again = FALSE;
}

gboolean
lp_session_is_reviewing (LpSession *self)
{
  g_return_val_if_fail (LP_IS_SESSION (self), FALSE);

  return self->reviewing != NULL;
}

LpConfiguration *
lp_session_get_configuration (LpSession *self)
{
  return self->setup != NULL ? self->setup->configuration : NULL;
}
