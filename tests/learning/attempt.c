/* Where attempts lie, and that beginning one loses nothing. */
#include "learning/attempt.h"

#include <glib/gstdio.h>
#include <signal.h>

#include "designs.h"
#include "disk.h"

static LpDesign *
make_design (const char *title)
{
  g_autofree char *text = g_strdup_printf ("{\"loadpath\": 1, \"title\": \"%s\", \"components\": [], "
                                           "\"connections\": [], \"comments\": [], \"waivers\": []}",
                                           title);
  return test_design (text);
}

static void
begin (const char *id, const char *title)
{
  g_autoptr (LpDesign) design = make_design (title);
  g_autoptr (GError) error = NULL;
  lp_attempt_begin (id, design, &error);
  g_assert_no_error (error);
}

static void
assert_holds (GFile *given, const char *title)
{
  g_autoptr (GFile) file = given;
  g_autoptr (GError) error = NULL;
  g_autoptr (LpDesign) design = lp_attempt_read (file, &error);
  g_assert_no_error (error);
  g_autoptr (LpDesign) wanted = make_design (title);
  g_autofree char *text = test_text_of_design (design), *wanted_text = test_text_of_design (wanted);
  g_assert_cmpstr (text, ==, wanted_text);
}

static void
test_begin (void)
{
  g_assert_false (lp_attempt_exists ("web"));
  begin ("web", "One");
  g_assert_true (lp_attempt_exists ("web"));
  g_assert_false (lp_attempt_has_last ("web"));
  /* Nothing was done in it. */
  begin ("web", "One");
  g_assert_false (lp_attempt_has_last ("web"));
  begin ("web", "Two");
  assert_holds (lp_attempt_get_file ("web"), "Two");
  assert_holds (lp_attempt_get_last_file ("web"), "One");
  begin ("web", "Three");
  assert_holds (lp_attempt_get_last_file ("web"), "Two");
  begin ("web", "Three");
  assert_holds (lp_attempt_get_last_file ("web"), "Two");
  lp_attempt_forget ("web");
  g_assert_false (lp_attempt_exists ("web"));
  g_assert_false (lp_attempt_has_last ("web"));
}

static void
test_full (void)
{
  g_autoptr (LpDesign) design = make_design ("Three");
  g_autoptr (GError) error = NULL;

  begin ("full", "One");
  begin ("full", "Two");
  signal (SIGXFSZ, SIG_IGN);
  test_limit_file_size (10);
  gboolean begun = lp_attempt_begin ("full", design, &error);
  test_limit_file_size (RLIM_INFINITY);
  g_assert_false (begun);
  g_assert_nonnull (error);
  assert_holds (lp_attempt_get_file ("full"), "Two");
  assert_holds (lp_attempt_get_last_file ("full"), "One");
}

static void
assert_is (const char *name, gboolean is_attempt, const char *id)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "loadpath", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, name, NULL);
  g_autofree char *found = lp_attempt_dup_id (file);
  g_assert_cmpint (lp_attempt_is_attempt (file), ==, is_attempt);
  g_assert_cmpstr (found, ==, id);
}

static void
test_is_attempt (void)
{
  assert_is ("attempts/web.loadpath", TRUE, "web");
  assert_is ("attempts/../attempts/web.loadpath", TRUE, "web");
  assert_is ("attempts/web.last.loadpath", FALSE, NULL);
  assert_is ("attempts/web.json", FALSE, NULL);
  assert_is ("attempts/.loadpath", FALSE, NULL);
  assert_is ("attempts/more/web.loadpath", FALSE, NULL);
  assert_is ("web.loadpath", FALSE, NULL);
  assert_is ("exam/web.loadpath", TRUE, NULL);
}

static void
test_ids (void)
{
  static const char *const wrong[] = { "", ".", "..", "../web", "a/b", ".hidden", "web.last", "a b", "\xea\xb0\x80" };
  g_autoptr (LpDesign) design = make_design ("One");

  g_assert_true (lp_attempt_id_is_good ("dr-200tb_v1.2"));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_false (lp_attempt_id_is_good (wrong[i]));
      g_assert_null (lp_attempt_get_file (wrong[i]));
      g_assert_false (lp_attempt_exists (wrong[i]));
      g_assert_false (lp_attempt_begin (wrong[i], design, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME);
    }
}

static void
test_exam (void)
{
  g_autoptr (LpDesign) one = make_design ("One"), two = make_design ("Two");
  g_autoptr (GError) error = NULL;

  lp_attempt_begin_exam ("web", one, &error);
  g_assert_no_error (error);
  lp_attempt_begin_exam ("web", two, &error);
  g_assert_no_error (error);
  assert_holds (lp_attempt_get_exam_file ("web"), "One");
  lp_attempt_forget_exam ();
  g_autoptr (GFile) file = lp_attempt_get_exam_file ("web");
  g_assert_false (g_file_query_exists (file, NULL));
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("loadpath-attempt-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attempt/begin", test_begin);
  g_test_add_func ("/attempt/full", test_full);
  g_test_add_func ("/attempt/is-attempt", test_is_attempt);
  g_test_add_func ("/attempt/ids", test_ids);
  g_test_add_func ("/attempt/exam", test_exam);
  int status = g_test_run ();
  test_remove_folder (folder);
  return status;
}
