/* Working on a scenario: what is hidden until it is graded, and what is recorded of hints, grades, time and trying again. */
#include "session/working.h"

#include <glib/gstdio.h>

#include "disk.h"
#include "io/native.h"
#include "learning/attempt.h"
#include "learning/hiding.h"
#include "learning/progress.h"
#include "model/edit.h"
#include "report/score.h"
#include "session/session-rules.h"

#define ID "ha-web-three-tier"

typedef struct
{
  const LpScenario *scenario;
  LpDocument *document;
  LpSession *session;
  LpWorking *working;
} Fixture;

static gboolean
on_timeout (gpointer data)
{
  g_error ("nothing happened for a minute");
  return G_SOURCE_REMOVE;
}

static void
wait_for_review (Fixture *fixture)
{
  guint timeout = g_timeout_add_seconds (60, on_timeout, NULL);

  while (lp_session_get_review (fixture->session) == NULL || lp_session_is_reviewing (fixture->session))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static void
open_document (Fixture *fixture, LpDesign *design)
{
  fixture->document = lp_document_new_from_design (design);
  fixture->session = lp_session_new (fixture->document, NULL);
  fixture->working = lp_working_of (fixture->session);
  wait_for_review (fixture);
}

static void
close_document (Fixture *fixture)
{
  g_clear_object (&fixture->session);
  g_clear_object (&fixture->document);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  lp_progress_reset (lp_progress_get_default (), NULL);
  lp_attempt_forget (ID);
  fixture->scenario = lp_scenarios_find (ID);
  open_document (fixture, fixture->scenario->start);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_document (fixture);
}

static const LpScenarioProgress *
progress (void)
{
  return lp_progress_get (lp_progress_get_default (), ID);
}

static guint
count (LpReview *review, const char *rule)
{
  guint n = 0;
  for (guint i = 0; i < review->findings->len; i++)
    n += g_str_equal (((LpFinding *) review->findings->pdata[i])->rule, rule);
  return n;
}

static guint
count_hidden (LpReview *review, const LpScenario *scenario)
{
  guint n = 0;
  for (guint i = 0; i < review->findings->len; i++)
    n += lp_scenario_hides (scenario, ((LpFinding *) review->findings->pdata[i])->rule);
  return n;
}

static guint
n_points (LpReview *review)
{
  g_autoptr (LpScore) score = lp_score_new (lp_pack_get_default (), review);
  return score->points;
}

static void
mend_database (Fixture *fixture)
{
  lp_document_begin (fixture->document, "Mend");
  g_assert_true (
      lp_edit_set_property (fixture->document, "orders", "multi_az", json_node_init_boolean (json_node_alloc (), TRUE), NULL));
  lp_document_commit (fixture->document);
  wait_for_review (fixture);
}

/* The findings of HA-004 and HA-012 are the answer: nothing that is shown tells of them, and what is graded knows them. */
static void
test_hides (Fixture *fixture, gconstpointer data)
{
  LpReview *whole = lp_session_get_whole_review (fixture->session), *shown = lp_session_get_review (fixture->session);

  g_assert_cmpuint (count (whole, "HA-004"), ==, 1);
  g_assert_cmpuint (count (whole, "HA-012"), ==, 1);
  g_assert_cmpuint (count (shown, "HA-004"), ==, 0);
  g_assert_cmpuint (count (shown, "HA-012"), ==, 0);
  g_assert_cmpuint (count_hidden (shown, fixture->scenario), ==, 0);
  g_assert_cmpuint (shown->findings->len + count_hidden (whole, fixture->scenario), ==, whole->findings->len);
  g_assert_cmpuint (shown->summary.by_severity[LP_SEVERITY_ERROR] + 2, <=, whole->summary.by_severity[LP_SEVERITY_ERROR]);
  g_assert_cmpuint (n_points (shown), <, n_points (whole));
  g_assert_true (lp_session_hides (fixture->session, "HA-012"));
  g_assert_false (lp_session_hides (fixture->session, "SE-001"));
  g_assert_null (lp_pack_find (lp_session_get_pack (fixture->session), "HA-004"));
  g_assert_nonnull (lp_pack_find (lp_session_get_pack (fixture->session), "SE-001"));

  lp_working_submit (fixture->working);
  g_assert_true (lp_session_get_review (fixture->session) == whole);
  g_assert_nonnull (lp_pack_find (lp_session_get_pack (fixture->session), "HA-004"));
}

static void
count_signal (gpointer object, guint *n)
{
  ++*n;
}

/* Who shows the review hears that another one is shown. */
static void
test_tells (Fixture *fixture, gconstpointer data)
{
  guint n = 0;
  g_signal_connect (fixture->session, "reviewed", G_CALLBACK (count_signal), &n);
  lp_session_hide_for (fixture->session, fixture->scenario);
  g_assert_cmpuint (n, ==, 0);
  lp_session_hide_for (fixture->session, NULL);
  g_assert_cmpuint (n, ==, 1);
}

static void
test_hints (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (lp_working_get_n_hints (fixture->working), ==, 0);
  lp_working_take_hint (fixture->working);
  lp_working_take_hint (fixture->working);
  g_assert_cmpuint (progress ()->hints, ==, 2);
  close_document (fixture);
  open_document (fixture, fixture->scenario->start);
  g_assert_cmpuint (lp_working_get_n_hints (fixture->working), ==, 2);
  lp_working_take_hint (fixture->working);
  lp_working_take_hint (fixture->working);
  g_assert_cmpuint (lp_working_get_n_hints (fixture->working), ==, fixture->scenario->n_hints);
  g_assert_cmpuint (progress ()->hints, ==, fixture->scenario->n_hints);
}

static void
test_submit (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (progress ()->state, ==, LP_PROGRESS_BEGUN);
  g_assert_true (progress ()->running);
  g_assert_null (lp_working_get_grade (fixture->working));
  guint before = lp_working_get_live (fixture->working)->n_met;
  mend_database (fixture);
  g_assert_cmpuint (lp_working_get_live (fixture->working)->n_met, ==, before + 1);
  g_assert_true (lp_session_hides (fixture->session, "HA-012"));

  lp_working_submit (fixture->working);
  const LpGrade *grade = lp_working_get_grade (fixture->working);
  g_assert_cmpuint (grade->n_met, ==, before + 1);
  g_assert_false (grade->passed);
  g_assert_cmpint (progress ()->state, ==, LP_PROGRESS_TRIED);
  g_assert_cmpuint (progress ()->last.met, ==, before + 1);
  g_assert_cmpuint (progress ()->last.goals, ==, fixture->scenario->n_goals);
  g_assert_false (lp_working_is_edited (fixture->working));
  lp_document_undo (fixture->document);
  g_assert_true (lp_working_is_edited (fixture->working));

  /* It is graded still when it is opened again. */
  close_document (fixture);
  open_document (fixture, fixture->scenario->reference);
  g_assert_true (lp_working_get_grade (fixture->working)->passed);
  g_assert_false (lp_session_hides (fixture->session, "HA-012"));
  g_assert_cmpuint (progress ()->tries, ==, 1);
}

static void
test_try_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (lp_working_has_last (fixture->working));
  lp_working_take_hint (fixture->working);
  mend_database (fixture);
  lp_working_submit (fixture->working);
  g_autoptr (LpDesign) mended = lp_document_snapshot (fixture->document);
  g_assert_true (lp_working_try_again (fixture->working, &error));
  g_assert_no_error (error);
  g_assert_null (lp_working_get_grade (fixture->working));
  g_assert_true (lp_session_hides (fixture->session, "HA-012"));
  g_assert_cmpuint (lp_working_get_n_hints (fixture->working), ==, 0);
  g_assert_true (progress ()->running);
  g_assert_cmpuint (progress ()->last.hints, ==, 1);
  g_assert_true (lp_working_has_last (fixture->working));
  g_autoptr (LpDesign) last = lp_working_read_last (fixture->working, &error);
  g_assert_no_error (error);
  const LpComponent *orders = lp_design_get_component (last, lp_design_find (last, "orders"));
  g_assert_true (json_node_get_boolean (lp_properties_lookup (orders->set, "multi_az")));
  orders = lp_document_get_component (fixture->document, "orders");
  g_assert_false (json_node_get_boolean (lp_properties_lookup (orders->set, "multi_az")));
  lp_document_undo (fixture->document);
  g_autoptr (LpDesign) again = lp_document_snapshot (fixture->document);
  g_autoptr (GBytes) bytes = lp_native_write (again), wanted = lp_native_write (mended);
  g_assert_true (g_bytes_equal (bytes, wanted));
  wait_for_review (fixture);
}

static gboolean
on_time (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_milliseconds (guint milliseconds)
{
  gboolean over = FALSE;
  g_timeout_add (milliseconds, on_time, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* Behind another tab, and once it is submitted, no time goes by. */
static void
test_time (Fixture *fixture, gconstpointer data)
{
  wait_milliseconds (1100);
  g_assert_cmpuint (lp_working_get_seconds (fixture->working), ==, 0);
  lp_working_set_in_front (fixture->working, TRUE);
  wait_milliseconds (1100);
  lp_working_set_in_front (fixture->working, FALSE);
  guint spent = progress ()->seconds;
  g_assert_cmpuint (spent, >=, 1);
  wait_milliseconds (1100);
  g_assert_cmpuint (lp_working_get_seconds (fixture->working), ==, spent);
  lp_working_set_in_front (fixture->working, TRUE);
  lp_working_submit (fixture->working);
  wait_milliseconds (1100);
  g_assert_cmpuint (lp_working_get_seconds (fixture->working), ==, spent);
  g_assert_cmpuint (progress ()->last.seconds, ==, spent);
}

static void
test_none (void)
{
  g_autoptr (LpDocument) document = lp_document_new ();
  g_autoptr (LpSession) session = lp_session_new (document, NULL);

  g_assert_null (lp_working_of (session));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("loadpath-working-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("/working/hides", test_hides);
  ADD ("/working/tells", test_tells);
  ADD ("/working/hints", test_hints);
  ADD ("/working/submit", test_submit);
  ADD ("/working/try-again", test_try_again);
  ADD ("/working/time", test_time);
  g_test_add_func ("/working/none", test_none);
  int status = g_test_run ();
  test_remove_folder (folder);
  return status;
}
