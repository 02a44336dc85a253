/* In which order scenarios are shown, which are found, and what is said of them. */
#include "learning/gallery.h"

#include <glib/gstdio.h>

#include "learning/attempt.h"

#define A_SCENARIO "ha-web-three-tier"
#define ANOTHER "block-ip-nlb"

/* --- order ------------------------------------------------------------------------------------------- */

static void
assert_order (const GPtrArray *scenarios, const char *ids)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < scenarios->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "", ((LpScenario *) scenarios->pdata[i])->id);
  g_assert_cmpstr (found->str, ==, ids);
}

static void
test_sort (void)
{
  LpScenario made[] = {
    { .id = (char *) "z-new", .topic = (char *) "unheard" },   { .id = (char *) "b-two", .topic = (char *) "backup" },
    { .id = (char *) "e-one", .topic = (char *) "events" },    { .id = (char *) "b-new", .topic = (char *) "backup" },
    { .id = (char *) "b-one", .topic = (char *) "backup" },    { .id = (char *) "a-new", .topic = (char *) "backup" },
    { .id = (char *) "y-new", .topic = (char *) "undreamt" },
  };
  const char *const order[] = { "b-one", "e-one", "missing", "b-two", NULL };
  g_autoptr (GPtrArray) scenarios = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (made); i++)
    g_ptr_array_add (scenarios, &made[i]);
  lp_gallery_sort (scenarios, order);
  assert_order (scenarios, "b-one b-two a-new b-new e-one y-new z-new");
}

/* All of them, and those of a topic together. */
static void
test_built_in (void)
{
  const GPtrArray *order = lp_gallery_get_order ();
  g_autoptr (GHashTable) topics = g_hash_table_new (g_str_hash, g_str_equal);
  const char *topic = NULL;

  g_assert_cmpuint (order->len, ==, lp_scenarios_get ()->len);
  for (guint i = 0; i < order->len; i++)
    {
      const LpScenario *scenario = order->pdata[i];
      if (g_strcmp0 (scenario->topic, topic) != 0)
        g_assert_true (g_hash_table_add (topics, scenario->topic));
      topic = scenario->topic;
    }
}

/* --- filter ------------------------------------------------------------------------------------------ */

static const LpScenario made = {
  .id = (char *) "web-three-tier",
  .topic = (char *) "high-availability",
  .kind = LP_SCENARIO_REPAIR,
  .title = { { (char *) "The web shop lives through a zone", (char *) "가용 영역 장애를 견디는 웹 상점" } },
  .situation = { { (char *) "It takes 40 orders a minute.", (char *) "분당 40건의 주문을 받습니다." } },
};

static gboolean
finds (const char *text)
{
  g_autofree char *folded = lp_gallery_fold (&made);
  LpGalleryFilter filter = { 0 };

  lp_gallery_filter_set_text (&filter, text);
  gboolean found = lp_gallery_filter_accepts (&filter, &made, folded, &(LpScenarioProgress){ 0 });
  lp_gallery_filter_clear (&filter);
  return found;
}

static void
test_words (void)
{
  g_assert_true (finds (""));
  g_assert_true (finds ("three-tier"));
  g_assert_true (finds ("  SHOP\tzone "));
  g_assert_true (finds ("availability repair"));
  g_assert_true (finds ("고가용성"));
  g_assert_true (finds ("웹 상점"));
  g_assert_true (finds ("40 orders"));
  g_assert_true (finds ("tier"));
  g_assert_true (finds ("상점"));
  g_assert_false (finds ("shop glacier"));
  g_assert_false (finds ("hop"));
  g_assert_false (finds ("inute"));
  g_assert_false (finds ("백업"));
  /* As some keyboards give it: each letter of a syllable by itself. */
  g_autofree char *apart = g_utf8_normalize ("상점", -1, G_NORMALIZE_DEFAULT);
  g_assert_true (finds (apart));
}

static void
test_title (void)
{
  LpGalleryFilter filter = { 0 };

  lp_gallery_filter_set_text (&filter, "Shop zone");
  g_assert_true (lp_gallery_filter_is_in_title (&filter, &made));
  lp_gallery_filter_set_text (&filter, "shop orders");
  g_assert_false (lp_gallery_filter_is_in_title (&filter, &made));
  lp_gallery_filter_clear (&filter);
}

static void
test_bits (void)
{
  const LpScenario *scenario = &made;
  LpScenarioProgress passed = { .state = LP_PROGRESS_PASSED };
  LpGalleryFilter filter = { .kinds = 1u << LP_SCENARIO_REPAIR | 1u << LP_SCENARIO_QUIZ };

  g_assert_false (lp_gallery_filter_is_empty (&filter));
  g_assert_true (lp_gallery_filter_accepts (&filter, scenario, "", &passed));
  filter.kinds = 1u << LP_SCENARIO_BUILD;
  g_assert_false (lp_gallery_filter_accepts (&filter, scenario, "", &passed));
  filter = (LpGalleryFilter){ .states = 1u << LP_PROGRESS_NEW | 1u << LP_PROGRESS_BEGUN };
  g_assert_false (lp_gallery_filter_accepts (&filter, scenario, "", &passed));
  filter.states |= 1u << LP_PROGRESS_PASSED;
  g_assert_true (lp_gallery_filter_accepts (&filter, scenario, "", &passed));
  lp_gallery_filter_clear (&filter);
  g_assert_true (lp_gallery_filter_is_empty (&filter));
  lp_gallery_filter_set_text (&filter, " \t ");
  g_assert_true (lp_gallery_filter_is_empty (&filter));
  lp_gallery_filter_clear (&filter);
}

/* --- progress ---------------------------------------------------------------------------------------- */

static void
assert_words (LpScenarioProgress progress, const char *words)
{
  g_autofree char *found = lp_gallery_describe_progress (&progress);

  g_assert_cmpstr (found, ==, words);
}

static void
test_progress_words (void)
{
  assert_words ((LpScenarioProgress){ 0 }, "Not begun");
  assert_words ((LpScenarioProgress){ .state = LP_PROGRESS_BEGUN, .running = TRUE }, "Begun");
  assert_words ((LpScenarioProgress){ .state = LP_PROGRESS_TRIED, .last = { 3, 1, 4, 0, 0 }, .best = { 2, 2, 4, 0, 0 } },
                "Tried: 2 of 4");
  assert_words ((LpScenarioProgress){ .state = LP_PROGRESS_PASSED, .best = { 2, 4, 4, 0, 0 } }, "Passed");
}

static LpProgress *
new_progress (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "progress.json", NULL);

  g_unlink (path);
  return lp_progress_new (path);
}

static void
begin (LpProgress *progress, const char *id, guint64 when)
{
  g_autoptr (GFile) file = lp_attempt_get_file (id);
  g_autoptr (GError) error = NULL;

  lp_progress_begin (progress, id);
  g_assert_true (lp_attempt_begin (id, lp_scenarios_find (id)->start, &error));
  g_assert_no_error (error);
  g_assert_true (
      g_file_set_attribute_uint64 (file, "time::modified", when, G_FILE_QUERY_INFO_NONE, NULL, &error));
}

/* What was worked on last comes first; without its attempt there is nothing to go on with. */
static void
test_running (void)
{
  g_autoptr (LpProgress) progress = new_progress ();

  begin (progress, A_SCENARIO, 1000000);
  begin (progress, ANOTHER, 2000000);
  lp_progress_begin (progress, "no-such-scenario");
  g_autoptr (GPtrArray) running = lp_gallery_list_running (progress);
  assert_order (running, ANOTHER " " A_SCENARIO);
  begin (progress, A_SCENARIO, 3000000);
  g_autoptr (GPtrArray) again = lp_gallery_list_running (progress);
  assert_order (again, A_SCENARIO " " ANOTHER);
  lp_attempt_forget (A_SCENARIO);
  lp_progress_submit (progress, ANOTHER, 1, 2, 738000);
  g_autoptr (GPtrArray) none = lp_gallery_list_running (progress);
  assert_order (none, "");
  lp_attempt_forget (ANOTHER);
}

static void
test_due (void)
{
  g_autoptr (LpProgress) progress = new_progress ();

  lp_progress_begin (progress, A_SCENARIO);
  lp_progress_submit (progress, A_SCENARIO, 1, 3, 738001);
  lp_progress_begin (progress, ANOTHER);
  lp_progress_submit (progress, ANOTHER, 1, 3, 738000);
  g_autoptr (GPtrArray) early = lp_gallery_list_due (progress, 738001);
  assert_order (early, ANOTHER);
  g_autoptr (GPtrArray) both = lp_gallery_list_due (progress, 738002);
  assert_order (both, ANOTHER " " A_SCENARIO);
  lp_progress_try_again (progress, ANOTHER);
  g_autoptr (GPtrArray) one = lp_gallery_list_due (progress, 738002);
  assert_order (one, A_SCENARIO);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("loadpath-gallery-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  lp_language_set (LP_LANGUAGE_EN);
  g_test_add_func ("/gallery/sort", test_sort);
  g_test_add_func ("/gallery/built-in", test_built_in);
  g_test_add_func ("/gallery/words", test_words);
  g_test_add_func ("/gallery/title", test_title);
  g_test_add_func ("/gallery/bits", test_bits);
  g_test_add_func ("/gallery/progress-words", test_progress_words);
  g_test_add_func ("/gallery/running", test_running);
  g_test_add_func ("/gallery/due", test_due);
  return g_test_run ();
}
