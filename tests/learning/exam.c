/* Exams: which scenarios they ask, that they go on after an end at any moment, and what comes out of them. */
#include "learning/exam.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

#include "disk.h"
#include "io/native.h"
#include "learning/answer.h"
#include "learning/attempt.h"
#include "session/session.h"

static LpDay today;

static LpProgress *
new_progress (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "loadpath", "progress.json", NULL);
  g_unlink (path);
  return lp_progress_new (path);
}

static GStrv
first_ids (guint n)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  for (guint i = 0; i < n; i++)
    g_strv_builder_add (ids, ((LpScenario *) lp_scenarios_get ()->pdata[i])->id);
  return g_strv_builder_end (ids);
}

static LpExam *
begin (guint n, guint minutes)
{
  g_auto (GStrv) ids = first_ids (n);
  g_autoptr (GError) error = NULL;
  LpExam *exam = lp_exam_begin ((const char *const *) ids, minutes, &error);
  g_assert_no_error (error);
  return exam;
}

static void
answer (LpExam *exam, guint index, LpDesign *design)
{
  g_autoptr (GBytes) bytes = lp_native_write (design);
  g_autofree char *path = g_file_get_path (lp_exam_get_file (exam, index));
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
}

/* --- which scenarios --------------------------------------------------------------------------------- */

static guint
count (GStrv ids, const char *id)
{
  guint n = 0;
  for (guint i = 0; ids[i] != NULL; i++)
    n += g_str_equal (ids[i], id);
  return n;
}

static void
test_choose (void)
{
  g_autoptr (LpProgress) progress = new_progress ();
  guint all = lp_exam_count (NULL);

  for (guint32 seed = 0; seed < 20; seed++)
    {
      g_auto (GStrv) ids = lp_exam_choose (progress, NULL, 4, seed, today);
      g_auto (GStrv) again = lp_exam_choose (progress, NULL, 4, seed, today);
      g_auto (GStrv) everything = lp_exam_choose (progress, NULL, all + 7, seed, today);
      g_assert_cmpstrv (ids, again);
      g_assert_cmpuint (g_strv_length (ids), ==, 4);
      g_assert_cmpuint (g_strv_length (everything), ==, all);
      for (guint i = 0; i < 4; i++)
        {
          g_assert_nonnull (lp_scenarios_find (ids[i]));
          g_assert_cmpuint (count (ids, ids[i]), ==, 1);
        }
    }
  g_auto (GStrv) one = lp_exam_choose (progress, NULL, 4, 1, today), other = lp_exam_choose (progress, NULL, 4, 2, today);
  g_assert_false (g_strv_equal ((const char *const *) one, (const char *const *) other));
}

/* As many topics as there can be. */
static void
test_mixed (void)
{
  g_autoptr (LpProgress) progress = new_progress ();
  g_autofree const char **topics = lp_exam_list_topics ();
  guint n_topics = g_strv_length ((GStrv) topics);

  for (guint32 seed = 0; seed < 20; seed++)
    {
      g_auto (GStrv) ids = lp_exam_choose (progress, NULL, n_topics, seed, today);
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < n_topics; i++)
        g_hash_table_add (seen, lp_scenarios_find (ids[i])->topic);
      g_assert_cmpuint (g_hash_table_size (seen) + 1, >=, n_topics);
    }
}

static void
test_topics (void)
{
  g_autoptr (LpProgress) progress = new_progress ();
  const char *topics[] = { ((LpScenario *) lp_scenarios_get ()->pdata[0])->topic, NULL };
  g_auto (GStrv) ids = lp_exam_choose (progress, topics, 1000, 3, today);
  guint minutes = 0;

  g_assert_cmpuint (g_strv_length (ids), ==, lp_exam_count (topics));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_assert_cmpstr (lp_scenarios_find (ids[i])->topic, ==, topics[0]);
      minutes += lp_scenarios_find (ids[i])->minutes;
    }
  g_assert_cmpuint (lp_exam_sum_minutes ((const char *const *) ids), ==, minutes);
}

/* Of one topic and kind what is due comes first, then what is new, and what was passed last. */
static void
test_prefers (void)
{
  g_autoptr (LpProgress) progress = new_progress ();
  const GPtrArray *scenarios = lp_scenarios_get ();
  const char *last = ((LpScenario *) scenarios->pdata[2])->id;

  for (guint i = 0; i < scenarios->len; i++)
    lp_progress_record_answer (progress, ((LpScenario *) scenarios->pdata[i])->id, (LpTry){ today, 2, 2, 0, 0 });
  lp_progress_record_answer (progress, last, (LpTry){ today - 1, 0, 2, 0, 0 });
  for (guint32 seed = 0; seed < 20; seed++)
    {
      g_auto (GStrv) ids = lp_exam_choose (progress, NULL, 1, seed, today);
      g_assert_cmpstr (ids[0], ==, last);
    }
  lp_progress_reset (progress, last);
  g_auto (GStrv) never = lp_exam_choose (progress, NULL, 1, 5, today);
  g_assert_cmpstr (never[0], ==, last);
}

/* --- going on ---------------------------------------------------------------------------------------- */

static void
test_goes_on (void)
{
  g_autoptr (LpExam) exam = begin (3, 40);

  lp_exam_set_flagged (exam, 1, TRUE);
  lp_exam_set_current (exam, 2);
  lp_exam_spend (exam, 7);
  lp_exam_spend (exam, 3);
  answer (exam, 2, lp_exam_get_question (exam, 2)->reference);
  g_assert_true (lp_exam_is_there ());
  /* As after a kill: the last seconds, which were too few to write them down, are the person's. */
  g_autoptr (LpExam) again = lp_exam_load ();
  g_assert_cmpuint (lp_exam_get_n_questions (again), ==, 3);
  g_assert_cmpuint (lp_exam_get_current (again), ==, 2);
  g_assert_false (lp_exam_is_flagged (again, 0));
  g_assert_true (lp_exam_is_flagged (again, 1));
  g_assert_cmpuint (lp_exam_get_minutes (again), ==, 40);
  g_assert_cmpuint (lp_exam_get_spent (again), ==, 7);
  g_assert_cmpuint (lp_exam_get_left (again), ==, 40 * 60 - 7);
  g_assert_false (lp_exam_is_answered (again, 0));
  g_assert_true (lp_exam_is_answered (again, 2));
  lp_exam_put_away (again);
  g_assert_false (lp_exam_is_there ());
  g_assert_null (lp_exam_load ());
  g_assert_false (g_file_query_exists (lp_exam_get_file (exam, 2), NULL));
}

static void
test_clock_ends (void)
{
  g_autoptr (LpExam) exam = begin (1, 1);

  lp_exam_spend (exam, 59);
  g_assert_cmpuint (lp_exam_get_left (exam), ==, 1);
  lp_exam_spend (exam, 100);
  g_assert_cmpuint (lp_exam_get_left (exam), ==, 0);
  g_assert_cmpuint (lp_exam_get_spent (exam), ==, 60);
}

static void
test_damaged (void)
{
  static const char *const wrong[] = { "", "{", "[]", "{\"loadpath-exam\": 1}",
                                       "{\"loadpath-exam\": 1, \"minutes\": 5, \"spent\": 0, \"current\": 0, "
                                       "\"finished\": false, \"questions\": []}",
                                       "{\"loadpath-exam\": 1, \"minutes\": -5, \"spent\": 0, \"current\": 0, "
                                       "\"finished\": false, \"questions\": [{\"id\": \"ha-web-three-tier\"}]}" };
  g_autofree char *folder = lp_attempt_dup_exam_folder (), *path = g_build_filename (folder, "exam.json", NULL),
                  *aside = g_build_filename (folder, "exam.json.damaged", NULL);

  g_mkdir_with_parents (folder, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *kept = NULL;
      g_assert_true (g_file_set_contents (path, wrong[i], -1, NULL));
      g_assert_null (lp_exam_load ());
      g_assert_false (lp_exam_is_there ());
      g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
      g_assert_cmpstr (kept, ==, wrong[i]);
    }
  g_unlink (aside);
}

static void
test_full (void)
{
  g_auto (GStrv) ids = first_ids (2);
  g_autoptr (GError) error = NULL;

  signal (SIGXFSZ, SIG_IGN);
  test_limit_file_size (10);
  LpExam *exam = lp_exam_begin ((const char *const *) ids, 10, &error);
  test_limit_file_size (RLIM_INFINITY);
  g_assert_null (exam);
  g_assert_nonnull (error);
  g_assert_false (lp_exam_is_there ());
}

/* An answer is not reviewed: nothing is said before the exam is over. */
static void
test_no_review (void)
{
  g_autoptr (LpExam) exam = begin (1, 10);
  g_autoptr (LpDocument) document = lp_document_new_from_design (lp_exam_get_question (exam, 0)->start);
  g_autoptr (LpSession) session = lp_session_new (document, lp_exam_get_file (exam, 0));

  g_assert_true (lp_session_saves_itself (session));
  g_assert_false (lp_session_is_reviewing (session));
  g_assert_null (lp_session_get_review (session));
}

/* --- its result -------------------------------------------------------------------------------------- */

static guint
count_changes (LpExam *exam, guint *n)
{
  return (*n)++;
}

static void
test_result (void)
{
  g_autoptr (LpProgress) progress = new_progress ();
  g_autoptr (LpExam) exam = begin (3, 40);
  guint n_changes = 0, goals = 0;

  answer (exam, 0, lp_exam_get_question (exam, 0)->reference);
  g_autofree char *path = g_file_get_path (lp_exam_get_file (exam, 1));
  g_unlink (path);
  lp_exam_spend (exam, 100);
  g_autoptr (LpExamResult) result = lp_exam_grade (exam);
  g_assert_cmpuint (result->answers->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const LpExamAnswer *one = &g_array_index (result->answers, LpExamAnswer, i);
      g_assert_true (one->scenario == lp_exam_get_question (exam, i));
      g_assert_cmpint (one->answered, ==, i == 0);
      g_assert_cmpint (lp_exam_answer_is_passed (one), ==, i == 0);
      g_assert_cmpuint (one->goals, >, 0);
      g_assert_cmpuint (one->met, ==, i == 0 ? one->goals : 0);
      goals += one->goals;
    }
  g_assert_cmpuint (result->passed, ==, 1);
  g_assert_cmpuint (result->goals, ==, goals);
  for (guint i = 1; i < result->domains->len; i++)
    {
      const LpExamDomain *a = &g_array_index (result->domains, LpExamDomain, i - 1), *b = a + 1;
      g_assert_cmpuint (lp_exam_percent (a->met, a->goals), <=, lp_exam_percent (b->met, b->goals));
    }

  g_signal_connect (exam, "changed", G_CALLBACK (count_changes), &n_changes);
  lp_exam_finish (exam, result, progress, today);
  lp_exam_finish (exam, result, progress, today);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (lp_progress_get_exams (progress)->len, ==, 1);
  const LpExamRecord *record = &g_array_index (lp_progress_get_exams (progress), LpExamRecord, 0);
  g_assert_cmpuint (record->day, ==, today);
  g_assert_cmpuint (record->questions, ==, 3);
  g_assert_cmpuint (record->passed, ==, 1);
  g_assert_cmpuint (record->seconds, ==, 100);
  g_assert_cmpuint (record->minutes, ==, 40);
  g_assert_cmpint (lp_progress_get (progress, lp_exam_get_question (exam, 0)->id)->state, ==, LP_PROGRESS_PASSED);
  g_assert_cmpuint (lp_progress_get (progress, lp_exam_get_question (exam, 0)->id)->repetition.due, ==, 0);
  g_assert_cmpuint (lp_progress_get (progress, lp_exam_get_question (exam, 1)->id)->repetition.due, ==, today + 1);
  g_assert_true (lp_exam_is_finished (exam));
}

/* Ended between the record and the word that it is over: it is finished again, and counted once. */
static void
test_finished_twice (void)
{
  g_autoptr (LpProgress) progress = new_progress ();
  g_autoptr (LpExam) exam = begin (2, 40);
  g_autoptr (LpExam) again = lp_exam_load ();
  g_autoptr (LpExamResult) result = lp_exam_grade (exam);

  lp_exam_finish (exam, result, progress, today);
  lp_exam_finish (again, result, progress, today);
  g_assert_cmpuint (lp_progress_get_exams (progress)->len, ==, 1);
  g_autoptr (LpExam) later = lp_exam_load ();
  g_assert_true (lp_exam_is_finished (later));
}

static void
test_percent (void)
{
  g_assert_cmpuint (lp_exam_percent (0, 0), ==, 0);
  g_assert_cmpuint (lp_exam_percent (2, 3), ==, 66);
  g_assert_cmpuint (lp_exam_percent (3, 3), ==, 100);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("loadpath-exam-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  today = lp_day_parse ("2026-11-23");
  g_test_add_func ("/exam/choose", test_choose);
  g_test_add_func ("/exam/mixed", test_mixed);
  g_test_add_func ("/exam/topics", test_topics);
  g_test_add_func ("/exam/prefers", test_prefers);
  g_test_add_func ("/exam/goes-on", test_goes_on);
  g_test_add_func ("/exam/clock-ends", test_clock_ends);
  g_test_add_func ("/exam/damaged", test_damaged);
  g_test_add_func ("/exam/full", test_full);
  g_test_add_func ("/exam/no-review", test_no_review);
  g_test_add_func ("/exam/result", test_result);
  g_test_add_func ("/exam/finished-twice", test_finished_twice);
  g_test_add_func ("/exam/percent", test_percent);
  int status = g_test_run ();
  test_remove_folder (folder);
  return status;
}
