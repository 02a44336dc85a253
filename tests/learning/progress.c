/* How far a person has come: exact bytes, damaged files, a full disk, two that write. */
#include "learning/progress.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

#include "disk.h"

typedef struct
{
  char *folder, *path;
  LpProgress *progress;
  LpDay today;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("loadpath-progress-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "loadpath", "progress.json", NULL);
  fixture->progress = lp_progress_new (fixture->path);
  fixture->today = lp_day_parse ("2026-11-23");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->progress);
  test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static char *
read_text (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
write_text (const char *path, const char *text)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
assert_text (const char *path, const char *text)
{
  g_autofree char *there = read_text (path);
  g_assert_cmpstr (there, ==, text);
}

static void
open_again (Fixture *fixture)
{
  g_clear_object (&fixture->progress);
  fixture->progress = lp_progress_new (fixture->path);
}

static void
assert_try (LpTry try, LpDay day, guint met, guint goals, guint hints, guint seconds)
{
  g_assert_cmpuint (try.day, ==, day);
  g_assert_cmpuint (try.met, ==, met);
  g_assert_cmpuint (try.goals, ==, goals);
  g_assert_cmpuint (try.hints, ==, hints);
  g_assert_cmpuint (try.seconds, ==, seconds);
}

/* --- what is recorded -------------------------------------------------------------------------------- */

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  const LpScenarioProgress *progress = lp_progress_get (fixture->progress, "web");
  g_autofree char *notice = lp_progress_take_notice (fixture->progress);

  g_assert_cmpint (progress->state, ==, LP_PROGRESS_NEW);
  g_assert_cmpuint (progress->last.day, ==, 0);
  g_assert_null (notice);
  g_assert_true (lp_progress_flush (fixture->progress));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

/* From the first look to the last goal; after each call the file holds it. */
static void
test_way (Fixture *fixture, gconstpointer data)
{
  LpProgress *progress = fixture->progress;

  lp_progress_begin (progress, "web");
  assert_text (fixture->path, "{\n  \"loadpath-progress\": 1,\n  \"scenarios\": {\n"
                              "    \"web\": {\"running\": true, \"hints\": 0, \"seconds\": 0, \"tries\": 0}\n"
                              "  },\n  \"exams\": [\n  ]\n}\n");
  g_assert_cmpint (lp_progress_get (progress, "web")->state, ==, LP_PROGRESS_BEGUN);
  lp_progress_take_hints (progress, "web", 2);
  lp_progress_take_hints (progress, "web", 1);
  lp_progress_add_seconds (progress, "web", 90);
  lp_progress_begin (progress, "web");
  open_again (fixture);
  progress = fixture->progress;
  g_assert_cmpuint (lp_progress_get (progress, "web")->hints, ==, 2);
  g_assert_cmpuint (lp_progress_get (progress, "web")->seconds, ==, 90);

  lp_progress_submit (progress, "web", 3, 4, fixture->today);
  const LpScenarioProgress *web = lp_progress_get (progress, "web");
  g_assert_cmpint (web->state, ==, LP_PROGRESS_TRIED);
  g_assert_false (web->running);
  assert_try (web->last, fixture->today, 3, 4, 2, 90);

  lp_progress_try_again (progress, "web");
  g_assert_cmpint (lp_progress_get (progress, "web")->state, ==, LP_PROGRESS_TRIED);
  g_assert_cmpuint (lp_progress_get (progress, "web")->hints, ==, 0);
  lp_progress_add_seconds (progress, "web", 60);
  lp_progress_submit (progress, "web", 4, 4, fixture->today + 1);
  lp_progress_try_again (progress, "web");
  lp_progress_submit (progress, "web", 1, 4, fixture->today + 2);
  assert_text (fixture->path,
               "{\n  \"loadpath-progress\": 1,\n  \"scenarios\": {\n"
               "    \"web\": {\"running\": false, \"hints\": 0, \"seconds\": 0, \"tries\": 3, "
               "\"last\": {\"day\": \"2026-11-25\", \"met\": 1, \"goals\": 4, \"hints\": 0, \"seconds\": 0}, "
               "\"best\": {\"day\": \"2026-11-24\", \"met\": 4, \"goals\": 4, \"hints\": 0, \"seconds\": 60}, "
               "\"step\": 0, \"due\": \"2026-11-26\"}\n  },\n  \"exams\": [\n  ]\n}\n");
  g_assert_cmpint (lp_progress_get (progress, "web")->state, ==, LP_PROGRESS_PASSED);
}

/* Edited on after the grade, opened and submitted again: the hints count still. */
static void
test_submitted_twice (Fixture *fixture, gconstpointer data)
{
  LpProgress *progress = fixture->progress;

  lp_progress_begin (progress, "web");
  lp_progress_take_hints (progress, "web", 1);
  lp_progress_submit (progress, "web", 1, 2, fixture->today);
  lp_progress_begin (progress, "web");
  g_assert_false (lp_progress_get (progress, "web")->running);
  lp_progress_submit (progress, "web", 2, 2, fixture->today);
  assert_try (lp_progress_get (progress, "web")->last, fixture->today, 2, 2, 1, 0);
  g_assert_cmpuint (lp_progress_get (progress, "web")->tries, ==, 2);
  lp_progress_try_again (progress, "web");
  g_assert_true (lp_progress_get (progress, "web")->running);
  g_assert_cmpuint (lp_progress_get (progress, "web")->hints, ==, 0);
}

static void
test_best (Fixture *fixture, gconstpointer data)
{
  static const LpTry tries[] = { { 1, 1, 4, 0, 50 }, { 2, 2, 4, 3, 50 }, { 3, 2, 4, 1, 90 }, { 4, 2, 4, 1, 80 },
                                 { 5, 2, 4, 1, 85 }, { 6, 3, 5, 4, 99 }, { 7, 2, 4, 0, 1 } };
  static const guint best[] = { 1, 2, 3, 4, 4, 6, 6 };

  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      lp_progress_record_answer (fixture->progress, "web", tries[i]);
      g_assert_cmpuint (lp_progress_get (fixture->progress, "web")->best.day, ==, best[i]);
    }
  g_assert_cmpuint (lp_progress_get (fixture->progress, "web")->last.day, ==, 0);
}

static void
on_changed (LpProgress *progress, const char *id, GString *said)
{
  g_string_append_printf (said, "%s ", id != NULL ? id : "-");
}

static void
test_says_what_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) said = g_string_new (NULL);
  LpProgress *progress = fixture->progress;

  g_signal_connect (progress, "changed", G_CALLBACK (on_changed), said);
  lp_progress_begin (progress, "web");
  lp_progress_begin (progress, "web");
  lp_progress_take_hints (progress, "dms", 1);
  lp_progress_take_hints (progress, "dms", 1);
  lp_progress_submit (progress, "dms", 0, 2, fixture->today);
  lp_progress_add_exam (progress, (LpExamRecord){ fixture->today, 5, 2, 9, 15, 1800, 60 });
  lp_progress_reset (progress, "web");
  lp_progress_reset (progress, NULL);
  g_assert_cmpstr (said->str, ==, "web dms dms - web - ");
}

static void
test_reset (Fixture *fixture, gconstpointer data)
{
  LpProgress *progress = fixture->progress;

  lp_progress_begin (progress, "web");
  lp_progress_submit (progress, "dms", 0, 2, fixture->today);
  lp_progress_add_exam (progress, (LpExamRecord){ fixture->today, 5, 2, 9, 15, 1800, 60 });
  lp_progress_reset (progress, "web");
  g_auto (GStrv) ids = lp_progress_list (progress);
  g_assert_cmpstrv (ids, ((const char *const[]){ "dms", NULL }));
  g_assert_cmpuint (lp_progress_get_exams (progress)->len, ==, 1);
  lp_progress_reset (progress, NULL);
  open_again (fixture);
  g_auto (GStrv) none = lp_progress_list (fixture->progress);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpuint (lp_progress_get_exams (fixture->progress)->len, ==, 0);
}

static void
test_schedule (Fixture *fixture, gconstpointer data)
{
  LpProgress *progress = fixture->progress;

  lp_progress_submit (progress, "web", 0, 2, fixture->today + 1);
  lp_progress_submit (progress, "dms", 0, 2, fixture->today);
  lp_progress_submit (progress, "asg", 2, 2, fixture->today);
  g_autoptr (GArray) scheduled = lp_progress_list_schedule (progress);
  g_assert_cmpuint (scheduled->len, ==, 2);
  g_assert_cmpstr (g_array_index (scheduled, LpScheduled, 0).id, ==, "dms");
  g_assert_cmpuint (g_array_index (scheduled, LpScheduled, 0).repetition.due, ==, fixture->today + 1);
  g_assert_cmpstr (g_array_index (scheduled, LpScheduled, 1).id, ==, "web");
  lp_progress_clear_schedule (progress, "dms");
  g_autoptr (GArray) one = lp_progress_list_schedule (progress);
  g_assert_cmpuint (one->len, ==, 1);
  lp_progress_clear_schedule (progress, NULL);
  open_again (fixture);
  g_autoptr (GArray) none = lp_progress_list_schedule (fixture->progress);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpint (lp_progress_get (fixture->progress, "dms")->state, ==, LP_PROGRESS_TRIED);
}

/* --- files that are not as they should be ------------------------------------------------------------ */

static const char WITH_UNKNOWN[]
    = "{\n  \"loadpath-progress\": 1,\n  \"scenarios\": {\n"
      "    \"dms\": {\"running\": false, \"hints\": 0, \"seconds\": 5, \"tries\": 1, "
      "\"last\": {\"day\": \"2026-11-20\", \"met\": 1, \"goals\": 2, \"hints\": 0, \"seconds\": 5}, "
      "\"best\": {\"day\": \"2026-11-20\", \"met\": 1, \"goals\": 2, \"hints\": 0, \"seconds\": 5}, "
      "\"step\": 0, \"due\": \"2026-11-21\", \"mood\": {\"a\": [1, null]}},\n"
      "    \"web\": {\"running\": true, \"hints\": 2, \"seconds\": 0, \"tries\": 0}\n"
      "  },\n  \"exams\": [\n"
      "    {\"day\": \"2026-11-22\", \"questions\": 5, \"passed\": 2, \"met\": 9, \"goals\": 15, \"seconds\": 1800, "
      "\"minutes\": 60, \"place\": \"home\"}\n"
      "  ],\n  \"later\": {\"x\": 1.5}\n}\n";

static char *
path_beside (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, "loadpath", name, NULL);
}

static void
test_unknown_members (Fixture *fixture, gconstpointer data)
{
  write_text (fixture->path, WITH_UNKNOWN);
  open_again (fixture);
  lp_progress_begin (fixture->progress, "asg");
  lp_progress_reset (fixture->progress, "asg");
  assert_text (fixture->path, WITH_UNKNOWN);
  g_autofree char *notice = lp_progress_take_notice (fixture->progress);
  g_assert_null (notice);
}

static void
assert_aside (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *aside = path_beside (fixture, name), *notice = lp_progress_take_notice (fixture->progress),
                  *again = lp_progress_take_notice (fixture->progress);
  assert_text (aside, text);
  g_assert_nonnull (strstr (notice, name));
  g_assert_null (again);
}

/* Cut anywhere: each scenario that stands whole before the cut is there, and the file is kept. */
static void
test_torn (Fixture *fixture, gconstpointer data)
{
  gsize dms_end = strstr (WITH_UNKNOWN, "}},\n") + 2 - WITH_UNKNOWN,
        web_end = strstr (WITH_UNKNOWN, "\"tries\": 0}") + 11 - WITH_UNKNOWN,
        exam_end = strstr (WITH_UNKNOWN, "\"home\"}") + 7 - WITH_UNKNOWN;

  for (gsize cut = 0; cut < strlen (WITH_UNKNOWN) - 2; cut += cut + 90 > exam_end ? 1 : 13)
    {
      g_autofree char *text = g_strndup (WITH_UNKNOWN, cut), *aside = path_beside (fixture, "progress.damaged.json");
      write_text (fixture->path, text);
      open_again (fixture);
      const LpScenarioProgress *dms = lp_progress_get (fixture->progress, "dms");
      const LpScenarioProgress *web = lp_progress_get (fixture->progress, "web");
      g_assert_cmpint (dms->state, ==, cut >= dms_end ? LP_PROGRESS_TRIED : LP_PROGRESS_NEW);
      g_assert_cmpuint (web->hints, ==, cut >= web_end ? 2 : 0);
      g_assert_cmpuint (lp_progress_get_exams (fixture->progress)->len, ==, cut >= exam_end ? 1 : 0);
      assert_aside (fixture, "progress.damaged.json", text);
      g_remove (aside);
    }
}

static void
test_damaged_in_one (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strdup (WITH_UNKNOWN), *later = NULL;

  memcpy (strstr (text, "\"best\""), "\x01\xff", 2);
  write_text (fixture->path, text);
  open_again (fixture);
  g_assert_cmpint (lp_progress_get (fixture->progress, "dms")->state, ==, LP_PROGRESS_NEW);
  g_assert_cmpuint (lp_progress_get (fixture->progress, "web")->hints, ==, 2);
  g_assert_cmpuint (lp_progress_get_exams (fixture->progress)->len, ==, 1);
  assert_aside (fixture, "progress.damaged.json", text);
  /* What goes on is whole, and a second damage does not overwrite the first. */
  open_again (fixture);
  g_autofree char *notice = lp_progress_take_notice (fixture->progress);
  g_assert_null (notice);
  write_text (fixture->path, "[]");
  open_again (fixture);
  assert_aside (fixture, "progress.damaged-2.json", "[]");
}

/* Members of another kind than they should be: the others of the same scenario are there. */
static void
test_wrong_kinds (Fixture *fixture, gconstpointer data)
{
  static const char *const wrong[] = {
    "\"running\": 1",
    "\"hints\": -1",
    "\"hints\": \"x\"",
    "\"hints\": 1.5",
    "\"hints\": 10000000000",
    "\"last\": []",
    "\"last\": {\"met\": 1}",
    "\"last\": {\"day\": \"2026-11-20\", \"met\": 3, \"goals\": 2}",
    "\"due\": \"tomorrow\"",
    "\"best\": null",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"loadpath-progress\": 1, \"scenarios\": {\"web\": {\"seconds\": 7, %s},"
                                               " \"dms\": {\"running\": true}}}",
                                               wrong[i]);
      g_autofree char *aside = path_beside (fixture, "progress.damaged.json");
      write_text (fixture->path, text);
      open_again (fixture);
      g_assert_cmpuint (lp_progress_get (fixture->progress, "web")->seconds, ==, 7);
      g_assert_cmpint (lp_progress_get (fixture->progress, "web")->state, ==, LP_PROGRESS_NEW);
      g_assert_true (lp_progress_get (fixture->progress, "dms")->running);
      assert_aside (fixture, "progress.damaged.json", text);
      g_remove (aside);
    }
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  static const char text[]
      = "{\"loadpath-progress\": 2, \"scenarios\": {\"web\": {\"hints\": 3, \"more\": 1}, \"dms\": \"passed\"}}";

  write_text (fixture->path, text);
  open_again (fixture);
  g_assert_cmpuint (lp_progress_get (fixture->progress, "web")->hints, ==, 3);
  assert_aside (fixture, "progress.newer.json", text);
  assert_text (fixture->path, "{\n  \"loadpath-progress\": 1,\n  \"scenarios\": {\n    \"web\": {\"running\": false, "
                              "\"hints\": 3, \"seconds\": 0, \"tries\": 0, \"more\": 1}\n  },\n  \"exams\": [\n  ]\n}\n");
}

/* --- disks and other writers ------------------------------------------------------------------------- */

/* What stood there stays whole, what is new is known, and written as soon as it can be, by itself. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  LpProgress *progress = fixture->progress;

  signal (SIGXFSZ, SIG_IGN);
  lp_progress_begin (progress, "web");
  g_autofree char *before = read_text (fixture->path);
  test_limit_file_size (20);
  lp_progress_take_hints (progress, "web", 2);
  test_limit_file_size (RLIM_INFINITY);
  g_autofree char *problem = lp_progress_dup_problem (progress);
  g_assert_nonnull (problem);
  assert_text (fixture->path, before);
  g_assert_cmpuint (lp_progress_get (progress, "web")->hints, ==, 2);
  for (g_autofree char *still = lp_progress_dup_problem (progress); still != NULL;
       g_free (still), still = lp_progress_dup_problem (progress))
    g_main_context_iteration (NULL, TRUE);
  open_again (fixture);
  g_assert_cmpuint (lp_progress_get (fixture->progress, "web")->hints, ==, 2);
}

/* Two programs at once: neither loses what the other wrote. */
static void
test_two_writers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LpProgress) other = lp_progress_new (fixture->path);

  lp_progress_begin (fixture->progress, "web");
  lp_progress_begin (other, "dms");
  lp_progress_take_hints (fixture->progress, "web", 1);
  open_again (fixture);
  g_assert_true (lp_progress_get (fixture->progress, "dms")->running);
  g_assert_cmpuint (lp_progress_get (fixture->progress, "web")->hints, ==, 1);
}

/* --- for another machine ----------------------------------------------------------------------------- */

static void
test_export_and_import (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = path_beside (fixture, "mine.json"), *theirs = path_beside (fixture, "theirs.json");

  write_text (fixture->path, WITH_UNKNOWN);
  open_again (fixture);
  lp_progress_export (fixture->progress, file, &error);
  g_assert_no_error (error);
  assert_text (file, WITH_UNKNOWN);
  g_autoptr (LpProgress) other = lp_progress_new (theirs);
  lp_progress_submit (other, "dms", 2, 2, lp_day_parse ("2026-11-19"));
  lp_progress_begin (other, "asg");
  lp_progress_import (other, file, &error);
  g_assert_no_error (error);
  lp_progress_import (other, file, &error); /* again: nothing twice */
  g_assert_no_error (error);
  const LpScenarioProgress *dms = lp_progress_get (other, "dms");
  assert_try (dms->best, lp_day_parse ("2026-11-19"), 2, 2, 0, 0);
  assert_try (dms->last, lp_day_parse ("2026-11-20"), 1, 2, 0, 5);
  g_assert_cmpint (dms->state, ==, LP_PROGRESS_PASSED);
  g_assert_cmpuint (dms->repetition.due, ==, lp_day_parse ("2026-11-21"));
  g_assert_true (lp_progress_get (other, "asg")->running);
  g_assert_cmpuint (lp_progress_get (other, "web")->hints, ==, 2);
  g_assert_cmpuint (lp_progress_get_exams (other)->len, ==, 1);
}

static void
test_import_refused (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    int code;
  } refused[] = { { "{\"loadpath-progress\": 2, \"scenarios\": {\"web\": {\"hints\": 3}}}", G_IO_ERROR_NOT_SUPPORTED },
                  { "{\"loadpath\": 1}", G_IO_ERROR_INVALID_DATA },
                  { "hello", G_IO_ERROR_INVALID_DATA } };
  g_autofree char *file = path_beside (fixture, "theirs.json");
  g_autoptr (GError) missing = NULL;

  g_assert_false (lp_progress_import (fixture->progress, file, &missing));
  g_assert_error (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      write_text (file, refused[i].text);
      g_assert_false (lp_progress_import (fixture->progress, file, &error));
      g_assert_error (error, G_IO_ERROR, refused[i].code);
      g_assert_cmpuint (lp_progress_get (fixture->progress, "web")->hints, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/progress/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("nothing", test_nothing);
  ADD ("way", test_way);
  ADD ("submitted-twice", test_submitted_twice);
  ADD ("best", test_best);
  ADD ("says-what-changed", test_says_what_changed);
  ADD ("reset", test_reset);
  ADD ("schedule", test_schedule);
  ADD ("unknown-members", test_unknown_members);
  ADD ("torn", test_torn);
  ADD ("damaged-in-one", test_damaged_in_one);
  ADD ("wrong-kinds", test_wrong_kinds);
  ADD ("newer", test_newer);
  ADD ("full", test_full);
  ADD ("two-writers", test_two_writers);
  ADD ("export-and-import", test_export_and_import);
  ADD ("import-refused", test_import_refused);
  return g_test_run ();
}
