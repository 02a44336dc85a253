#include "session/working.h"

#include <glib/gi18n.h>

#include "base/file.h"
#include "io/native.h"
#include "learning/attempt.h"
#include "learning/progress.h"
#include "model/replay.h"

/* A program that is killed forgets no more time than this, in seconds. */
#define KEEP_TIME 20

struct _LpWorking
{
  GObject parent_instance;
  LpSession *session;         /* weak: it owns this */
  const LpScenario *scenario;
  LpProgress *progress;
  LpGrade *live;              /* or NULL */
  LpGrade *grade;             /* or NULL */
  guint64 graded_revision;
  gboolean in_front;
  gint64 since;               /* microseconds; time until then is counted */
  guint clock;
};

G_DEFINE_FINAL_TYPE (LpWorking, lp_working, G_TYPE_OBJECT)

static guint changed_signal;

static void
tell (LpWorking *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static LpDesign *
snapshot (LpWorking *self)
{
  return lp_document_snapshot (lp_session_get_document (self->session));
}

static const LpScenarioProgress *
get_progress (LpWorking *self)
{
  return lp_progress_get (self->progress, self->scenario->id);
}

/* --- time -------------------------------------------------------------------------------------------- */

static gboolean
counts (LpWorking *self)
{
  return self->in_front && self->grade == NULL;
}

/* Parts of a second are left for the next time. */
static void
count_time (LpWorking *self)
{
  gint64 now = g_get_monotonic_time (), seconds = counts (self) ? (now - self->since) / G_USEC_PER_SEC : 0;

  self->since = counts (self) ? self->since + seconds * G_USEC_PER_SEC : now;
  if (seconds > 0)
    lp_progress_add_seconds (self->progress, self->scenario->id, (guint) seconds);
}

static gboolean
on_clock (gpointer data)
{
  count_time (data);
  return G_SOURCE_CONTINUE;
}

void
lp_working_set_in_front (LpWorking *self, gboolean in_front)
{
  g_return_if_fail (LP_IS_WORKING (self));

  if (self->in_front == in_front)
    return;
  count_time (self);
  self->in_front = in_front;
  g_clear_handle_id (&self->clock, g_source_remove);
  if (in_front)
    self->clock = g_timeout_add_seconds (KEEP_TIME, on_clock, self);
}

guint
lp_working_get_seconds (LpWorking *self)
{
  g_return_val_if_fail (LP_IS_WORKING (self), 0);

  count_time (self);
  return get_progress (self)->seconds;
}

/* --- hints and goals --------------------------------------------------------------------------------- */

const LpScenario *
lp_working_get_scenario (LpWorking *self)
{
  g_return_val_if_fail (LP_IS_WORKING (self), NULL);

  return self->scenario;
}

guint
lp_working_get_n_hints (LpWorking *self)
{
  g_return_val_if_fail (LP_IS_WORKING (self), 0);

  return MIN (get_progress (self)->hints, self->scenario->n_hints);
}

void
lp_working_take_hint (LpWorking *self)
{
  g_return_if_fail (LP_IS_WORKING (self));

  guint n = lp_working_get_n_hints (self);
  if (n == self->scenario->n_hints)
    return;
  lp_progress_take_hints (self->progress, self->scenario->id, n + 1);
  tell (self);
}

static void
on_reviewed (LpWorking *self)
{
  if (!lp_scenario_is_drawn (self->scenario))
    return;
  g_autoptr (LpDesign) design = snapshot (self);
  g_clear_pointer (&self->live, lp_grade_free);
  self->live = lp_grade_goals (self->scenario, design);
  tell (self);
}

const LpGrade *
lp_working_get_live (LpWorking *self)
{
  g_return_val_if_fail (LP_IS_WORKING (self), NULL);

  return self->live;
}

/* --- grading ----------------------------------------------------------------------------------------- */

static void
grade (LpWorking *self)
{
  g_autoptr (LpDesign) design = snapshot (self);

  g_clear_pointer (&self->grade, lp_grade_free);
  self->grade = lp_grade_run (self->scenario, design);
  self->graded_revision = lp_document_get_revision (lp_session_get_document (self->session));
  lp_session_hide_for (self->session, NULL);
}

void
lp_working_submit (LpWorking *self)
{
  g_return_if_fail (LP_IS_WORKING (self));

  count_time (self);
  grade (self);
  lp_progress_submit (self->progress, self->scenario->id, self->grade->n_met, self->grade->goals->len, lp_day_today ());
  tell (self);
}

const LpGrade *
lp_working_get_grade (LpWorking *self)
{
  g_return_val_if_fail (LP_IS_WORKING (self), NULL);

  return self->grade;
}

gboolean
lp_working_is_edited (LpWorking *self)
{
  g_return_val_if_fail (LP_IS_WORKING (self), FALSE);

  return self->grade != NULL
         && lp_document_get_revision (lp_session_get_document (self->session)) != self->graded_revision;
}

/* --- again ------------------------------------------------------------------------------------------- */

/* Nothing is kept of an attempt in which nothing was done. */
static gboolean
keep_as_last (LpWorking *self, GError **error)
{
  g_autoptr (LpDesign) design = snapshot (self);
  g_autoptr (GBytes) bytes = lp_native_write (design), start = lp_native_write (self->scenario->start);
  g_autoptr (GFile) file = lp_attempt_get_last_file (self->scenario->id);

  if (file == NULL || g_bytes_equal (bytes, start))
    return TRUE;
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_file_make_directory_with_parents (folder, NULL, NULL);
  return lp_file_replace (file, bytes, NULL, NULL, NULL, error);
}

gboolean
lp_working_try_again (LpWorking *self, GError **error)
{
  g_return_val_if_fail (LP_IS_WORKING (self), FALSE);

  LpDocument *document = lp_session_get_document (self->session);
  if (!keep_as_last (self, error))
    return FALSE;
  g_clear_pointer (&self->grade, lp_grade_free);
  self->since = g_get_monotonic_time ();
  lp_session_hide_for (self->session, self->scenario);
  lp_document_begin (document, _("Try Again"));
  lp_document_become (document, self->scenario->start);
  lp_document_commit (document);
  lp_progress_try_again (self->progress, self->scenario->id);
  tell (self);
  return TRUE;
}

gboolean
lp_working_has_last (LpWorking *self)
{
  g_return_val_if_fail (LP_IS_WORKING (self), FALSE);

  return lp_attempt_has_last (self->scenario->id);
}

LpDesign *
lp_working_read_last (LpWorking *self, GError **error)
{
  g_return_val_if_fail (LP_IS_WORKING (self), NULL);

  g_autoptr (GFile) file = lp_attempt_get_last_file (self->scenario->id);
  return lp_attempt_read (file, error);
}

/* --- the object -------------------------------------------------------------------------------------- */

static gboolean
was_submitted (const LpScenarioProgress *progress)
{
  return progress->last.day != 0 && !progress->running;
}

static LpWorking *
begin (LpSession *session, const LpScenario *scenario)
{
  LpWorking *self = g_object_new (LP_TYPE_WORKING, NULL);

  g_set_weak_pointer (&self->session, session);
  self->scenario = scenario;
  self->progress = g_object_ref (lp_progress_get_default ());
  if (was_submitted (get_progress (self)))
    grade (self);
  else
    {
      lp_session_hide_for (session, scenario);
      lp_progress_begin (self->progress, scenario->id);
    }
  g_signal_connect_object (session, "reviewed", G_CALLBACK (on_reviewed), self, G_CONNECT_SWAPPED);
  if (lp_session_get_whole_review (session) != NULL)
    on_reviewed (self);
  return self;
}

LpWorking *
lp_working_of (LpSession *session)
{
  g_return_val_if_fail (LP_IS_SESSION (session), NULL);

  LpWorking *self = g_object_get_data (G_OBJECT (session), "lp-working");
  if (self != NULL)
    return self;
  GFile *file = lp_session_get_file (session);
  if (file != NULL && lp_attempt_is_exam_answer (file))
    return NULL;
  g_autoptr (LpDesign) design = lp_document_snapshot (lp_session_get_document (session));
  const LpScenario *scenario = lp_scenario_of_design (design);
  if (scenario == NULL)
    return NULL;
  self = begin (session, scenario);
  g_object_set_data_full (G_OBJECT (session), "lp-working", self, g_object_unref);
  return self;
}

static void
lp_working_dispose (GObject *object)
{
  LpWorking *self = LP_WORKING (object);

  lp_working_set_in_front (self, FALSE);
  g_clear_weak_pointer (&self->session);
  g_clear_object (&self->progress);
  G_OBJECT_CLASS (lp_working_parent_class)->dispose (object);
}

static void
lp_working_finalize (GObject *object)
{
  LpWorking *self = LP_WORKING (object);

  g_clear_pointer (&self->live, lp_grade_free);
  g_clear_pointer (&self->grade, lp_grade_free);
  G_OBJECT_CLASS (lp_working_parent_class)->finalize (object);
}

static void
lp_working_class_init (LpWorkingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lp_working_dispose;
  G_OBJECT_CLASS (klass)->finalize = lp_working_finalize;
  changed_signal = g_signal_new ("changed", LP_TYPE_WORKING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lp_working_init (LpWorking *self)
{
}
