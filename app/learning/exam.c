#include "learning/exam.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/file.h"
#include "base/json-text.h"
#include "base/json-write.h"
#include "learning/attempt.h"

#define VERSION 1
#define RECORD_EVERY 5 /* s */

typedef struct
{
  const LpScenario *scenario;
  GFile *file;
  gboolean flagged;
} Question;

struct _LpExam
{
  GObject parent_instance;

  GArray *questions; /* of Question */
  guint current;
  guint minutes, spent;
  guint unrecorded;  /* seconds that are not in the file yet */
  gboolean finished;
};

G_DEFINE_FINAL_TYPE (LpExam, lp_exam, G_TYPE_OBJECT)

enum
{
  CHANGED,
  TICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static Question *
question_at (LpExam *self, guint index)
{
  return &g_array_index (self->questions, Question, index);
}

static char *
dup_path (void)
{
  g_autofree char *folder = lp_attempt_dup_exam_folder ();
  return g_build_filename (folder, "exam.json", NULL);
}

/* --- writing ----------------------------------------------------------------------------------------- */

static GBytes *
write_bytes (LpExam *self)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out,
                          "{\n  \"loadpath-exam\": %u,\n  \"minutes\": %u,\n  \"spent\": %u,\n  \"current\": %u,\n"
                          "  \"finished\": %s,\n  \"questions\": [",
                          VERSION, self->minutes, self->spent, self->current, self->finished ? "true" : "false");
  for (guint i = 0; i < self->questions->len; i++)
    {
      g_string_append (out, i > 0 ? ",\n    {\"id\": " : "\n    {\"id\": ");
      lp_json_write_string (out, question_at (self, i)->scenario->id);
      g_string_append_printf (out, ", \"flagged\": %s}", question_at (self, i)->flagged ? "true" : "false");
    }
  g_string_append (out, "\n  ]\n}\n");
  return g_string_free_to_bytes (out);
}

static gboolean
record (LpExam *self, GError **error)
{
  g_autofree char *path = dup_path ();
  g_autoptr (GBytes) bytes = write_bytes (self);

  self->unrecorded = 0;
  return lp_file_write (path, bytes, error);
}

/* --- reading ----------------------------------------------------------------------------------------- */

static gboolean
add_question (LpExam *self, const char *id)
{
  Question question = { .scenario = lp_scenarios_find (id) };

  if (question.scenario == NULL)
    return FALSE;
  question.file = lp_attempt_get_exam_file (id);
  if (question.file == NULL)
    return FALSE;
  g_array_append_val (self->questions, question);
  return TRUE;
}

static gboolean
read_question (LpExam *self, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  const char *id = NULL;
  gboolean flagged = FALSE;

  if (!lp_json_get_string (object, place, "id", TRUE, &id, error)
      || !lp_json_get_boolean (object, place, "flagged", FALSE, &flagged, error))
    return FALSE;
  /* One that a later version left out is not asked any more. */
  if (add_question (self, id))
    question_at (self, self->questions->len - 1)->flagged = flagged;
  return TRUE;
}

static gboolean
read_number (JsonObject *object, const LpJsonPlace *place, const char *key, guint *value, GError **error)
{
  double number = 0;

  if (!lp_json_get_number (object, place, key, TRUE, &number, error))
    return FALSE;
  if (!(number >= 0 && number <= 1e6))
    return lp_json_fail (place, LP_READ_ERROR_NUMBER, error, "out of range");
  *value = (guint) number;
  return TRUE;
}

static gboolean
read_text (LpExam *self, LpJsonText *text, GError **error)
{
  LpJsonPlace root = LP_JSON_ROOT (text), list = LP_JSON_MEMBER (&root, "questions");
  JsonObject *object = lp_json_as_object (lp_json_text_get_root (text), &root, error);
  JsonArray *questions = NULL;
  guint version = 0;

  if (object == NULL || !read_number (object, &root, "loadpath-exam", &version, error)
      || !read_number (object, &root, "minutes", &self->minutes, error)
      || !read_number (object, &root, "spent", &self->spent, error)
      || !read_number (object, &root, "current", &self->current, error)
      || !lp_json_get_boolean (object, &root, "finished", TRUE, &self->finished, error)
      || !lp_json_get_array (object, &root, "questions", TRUE, &questions, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (questions); i++)
    {
      LpJsonPlace place = LP_JSON_ITEM (&list, i);
      JsonObject *question = lp_json_as_object (json_array_get_element (questions, i), &place, error);
      if (question == NULL || !read_question (self, question, &place, error))
        return FALSE;
    }
  return version == VERSION && self->questions->len > 0 && self->minutes > 0;
}

gboolean
lp_exam_is_there (void)
{
  g_autofree char *path = dup_path ();
  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

/* What cannot be read is kept under another name: the answers beside it are documents that open. */
static void
put_aside (const char *path)
{
  g_autofree char *aside = g_strconcat (path, ".damaged", NULL);
  g_rename (path, aside);
}

LpExam *
lp_exam_load (void)
{
  LpJsonLimits limits = { .max_bytes = 1u << 20, .max_depth = 8, .max_values = 10000 };
  g_autofree char *path = dup_path ();
  g_autoptr (GBytes) bytes = lp_file_read (path, NULL);

  if (bytes == NULL)
    return NULL;
  g_autoptr (LpJsonText) text = lp_json_text_new (bytes, "exam.json", limits, NULL);
  g_autoptr (LpExam) self = g_object_new (LP_TYPE_EXAM, NULL);
  if (text == NULL || !read_text (self, text, NULL))
    {
      put_aside (path);
      return NULL;
    }
  self->current = MIN (self->current, self->questions->len - 1);
  self->spent = MIN (self->spent, self->minutes * 60);
  return g_steal_pointer (&self);
}

/* --- beginning and putting away ---------------------------------------------------------------------- */

static gboolean
write_answers (LpExam *self, GError **error)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      const LpScenario *scenario = question_at (self, i)->scenario;
      if (!lp_attempt_begin_exam (scenario->id, scenario->start, error))
        return FALSE;
    }
  return TRUE;
}

/* The list comes last: without it nothing was begun. */
LpExam *
lp_exam_begin (const char *const *ids, guint minutes, GError **error)
{
  g_return_val_if_fail (ids != NULL && minutes > 0, NULL);

  g_autoptr (LpExam) self = g_object_new (LP_TYPE_EXAM, NULL);
  self->minutes = minutes;
  for (guint i = 0; ids[i] != NULL; i++)
    add_question (self, ids[i]);
  g_return_val_if_fail (self->questions->len > 0, NULL);
  lp_exam_put_away (self);
  if (!write_answers (self, error) || !record (self, error))
    {
      lp_exam_put_away (self);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
lp_exam_put_away (LpExam *self)
{
  g_autofree char *path = dup_path ();

  g_unlink (path);
  lp_attempt_forget_exam ();
}

/* --- the object -------------------------------------------------------------------------------------- */

static void
question_clear (gpointer data)
{
  g_clear_object (&((Question *) data)->file);
}

static void
lp_exam_init (LpExam *self)
{
  self->questions = g_array_new (FALSE, TRUE, sizeof (Question));
  g_array_set_clear_func (self->questions, question_clear);
}

static void
lp_exam_finalize (GObject *object)
{
  g_array_unref (LP_EXAM (object)->questions);
  G_OBJECT_CLASS (lp_exam_parent_class)->finalize (object);
}

static void
lp_exam_class_init (LpExamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lp_exam_finalize;
  signals[CHANGED] = g_signal_new ("changed", LP_TYPE_EXAM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TICKED] = g_signal_new ("ticked", LP_TYPE_EXAM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
change (LpExam *self)
{
  record (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

guint
lp_exam_get_n_questions (LpExam *self)
{
  return self->questions->len;
}

const LpScenario *
lp_exam_get_question (LpExam *self, guint index)
{
  g_return_val_if_fail (index < self->questions->len, NULL);
  return question_at (self, index)->scenario;
}

GFile *
lp_exam_get_file (LpExam *self, guint index)
{
  g_return_val_if_fail (index < self->questions->len, NULL);
  return question_at (self, index)->file;
}

gboolean
lp_exam_is_flagged (LpExam *self, guint index)
{
  g_return_val_if_fail (index < self->questions->len, FALSE);
  return question_at (self, index)->flagged;
}

void
lp_exam_set_flagged (LpExam *self, guint index, gboolean flagged)
{
  g_return_if_fail (index < self->questions->len);

  if (question_at (self, index)->flagged == flagged)
    return;
  question_at (self, index)->flagged = flagged;
  change (self);
}

guint
lp_exam_get_current (LpExam *self)
{
  return self->current;
}

void
lp_exam_set_current (LpExam *self, guint index)
{
  g_return_if_fail (index < self->questions->len);

  if (self->current == index)
    return;
  self->current = index;
  change (self);
}

/* --- the clock --------------------------------------------------------------------------------------- */

guint
lp_exam_get_minutes (LpExam *self)
{
  return self->minutes;
}

guint
lp_exam_get_spent (LpExam *self)
{
  return self->spent;
}

guint
lp_exam_get_left (LpExam *self)
{
  return self->minutes * 60 - self->spent;
}

void
lp_exam_spend (LpExam *self, guint seconds)
{
  g_return_if_fail (LP_IS_EXAM (self));

  if (self->finished)
    return;
  self->spent += MIN (seconds, lp_exam_get_left (self));
  self->unrecorded += seconds;
  if (self->unrecorded >= RECORD_EVERY)
    record (self, NULL);
  g_signal_emit (self, signals[TICKED], 0);
}

/* --- its end ----------------------------------------------------------------------------------------- */

/* A kill after it was recorded, and before the exam says so, must not count it twice. */
static gboolean
is_recorded (LpProgress *progress, const LpExamRecord *exam)
{
  const GArray *exams = lp_progress_get_exams (progress);
  return exams->len > 0 && memcmp (&g_array_index (exams, LpExamRecord, exams->len - 1), exam, sizeof *exam) == 0;
}

void
lp_exam_finish (LpExam *self, const LpExamResult *result, LpProgress *progress, LpDay today)
{
  g_return_if_fail (LP_IS_EXAM (self));

  LpExamRecord exam = { today,          result->answers->len, result->passed, result->met,
                        result->goals, self->spent,          self->minutes };
  if (self->finished)
    return;
  if (!is_recorded (progress, &exam))
    {
      for (guint i = 0; i < result->answers->len; i++)
        {
          const LpExamAnswer *answer = &g_array_index (result->answers, LpExamAnswer, i);
          lp_progress_record_answer (progress, answer->scenario->id,
                                     (LpTry){ .day = today, .met = answer->met, .goals = answer->goals });
        }
      lp_progress_add_exam (progress, exam);
    }
  self->finished = TRUE;
  change (self);
}

gboolean
lp_exam_is_finished (LpExam *self)
{
  return self->finished;
}
