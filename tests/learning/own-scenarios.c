/* A person's own scenarios: made of two designs, kept in a folder, sent to others. */
#include "learning/own-scenarios.h"

#include <glib/gstdio.h>

#include "io/native.h"
#include "learning/attempt.h"
#include "learning/scenario-check.h"
#include "learning/scenario-draft.h"

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("loadpath-own-XXXXXX", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static LpScenarioDraft *
make_draft (void)
{
  const LpScenario *model = lp_scenarios_find ("ha-web-three-tier");
  return lp_scenario_draft_new (model->start, model->reference);
}

static void
fill (LpScenarioDraft *draft, const char *title)
{
  g_free (draft->title);
  g_free (draft->situation);
  g_free (draft->lesson);
  g_strfreev (draft->hints);
  draft->title = g_strdup (title);
  draft->situation = g_strdup ("A shop\nis \"down\" too often.");
  draft->lesson = g_strdup ("Two zones.");
  draft->hints = g_strsplit ("Look at the zones.|Add one.", "|", -1);
}

static const LpDraftGoal *
find_goal (const LpScenarioDraft *draft, const char *rule)
{
  for (guint i = 0; i < draft->goals->len; i++)
    if (g_str_equal (((LpDraftGoal *) draft->goals->pdata[i])->rule, rule))
      return draft->goals->pdata[i];
  return NULL;
}

static void
test_goals (void)
{
  g_autoptr (LpScenarioDraft) draft = make_draft ();
  const LpDraftGoal *zones = find_goal (draft, "HA-012");
  gboolean mended = TRUE;

  g_assert_true (zones->mended && zones->chosen);
  for (guint i = 0; i < draft->goals->len; i++)
    {
      const LpDraftGoal *goal = draft->goals->pdata[i];
      g_assert_true (mended || !goal->mended); /* those first */
      g_assert_true (goal->chosen == goal->mended);
      mended = goal->mended;
    }
  g_assert_false (mended);
  g_assert_null (find_goal (draft, "SE-008")); /* it looks at nothing there */
}

static void
test_check (void)
{
  static const char *const expected[] = { "It has no title.", "Nothing says what the customer needs.", "There is no lesson.",
                                          "There is no hint." };
  g_autoptr (LpScenarioDraft) draft = make_draft ();
  g_autoptr (GPtrArray) empty = lp_scenario_draft_check (draft);
  g_assert_cmpuint (empty->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < empty->len; i++)
    g_assert_cmpstr (empty->pdata[i], ==, expected[i]);

  fill (draft, "My shop");
  g_autoptr (GPtrArray) sound = lp_scenario_draft_check (draft);
  g_assert_cmpuint (sound->len, ==, 0);
  for (guint i = 0; i < draft->goals->len; i++)
    ((LpDraftGoal *) draft->goals->pdata[i])->chosen = FALSE;
  g_autoptr (GPtrArray) none = lp_scenario_draft_check (draft);
  g_assert_cmpuint (none->len, ==, 1);
  g_assert_cmpstr (none->pdata[0], ==, "No goal is chosen.");
}

/* The same design twice: there is nothing to mend. */
static void
test_met_already (void)
{
  const LpScenario *model = lp_scenarios_find ("ha-web-three-tier");
  g_autoptr (LpScenarioDraft) draft = lp_scenario_draft_new (model->reference, model->reference);
  fill (draft, "My shop");
  ((LpDraftGoal *) draft->goals->pdata[0])->chosen = TRUE;
  g_autoptr (GPtrArray) wrong = lp_scenario_draft_check (draft);
  g_assert_cmpuint (wrong->len, >=, 1);
  g_assert_cmpstr (wrong->pdata[0], ==, "start: it passes without an answer");
}

static void
assert_id (const char *title, const char *expected)
{
  g_autoptr (LpScenarioDraft) draft = make_draft ();
  fill (draft, title);
  g_autofree char *id = lp_scenario_draft_make_id (draft);
  g_assert_cmpstr (id, ==, expected);
}

/* Made, kept, found, read again, and sent to somebody who has another with that name. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LpScenarioDraft) draft = make_draft ();
  g_autoptr (GError) error = NULL;
  fill (draft, "My shop: zones!");
  g_autofree char *id = lp_scenario_draft_make_id (draft);
  g_assert_cmpstr (id, ==, "own-my-shop-zones");
  g_autoptr (GBytes) bytes = lp_scenario_draft_write (draft, id);
  g_assert_true (lp_scenario_looks_like_one (bytes));

  const LpScenario *added = lp_own_scenarios_add (fixture->folder, bytes, "sent.json", &error);
  g_assert_no_error (error);
  g_assert_true (lp_scenarios_find (id) == added);
  g_assert_cmpstr (lp_text (&added->title), ==, "My shop: zones!");
  g_assert_cmpstr (lp_text (&added->situation), ==, "A shop\nis \"down\" too often.");
  g_assert_cmpuint (added->n_hints, ==, 2);
  g_assert_true (lp_scenario_of_design (added->start) == added);
  g_autoptr (GPtrArray) wrong = lp_scenario_check (added, TRUE);
  g_assert_cmpuint (wrong->len, ==, 0);
  assert_id ("My shop: zones!", "own-my-shop-zones-2");

  lp_own_scenarios_reload (fixture->folder, NULL);
  g_assert_true (lp_scenarios_find (id) == added);
  g_assert_true (lp_own_scenarios_add (fixture->folder, bytes, "sent.json", &error) == added);
  g_assert_no_error (error);
  draft->minutes++;
  g_autoptr (GBytes) other = lp_scenario_draft_write (draft, id);
  g_assert_null (lp_own_scenarios_add (fixture->folder, other, "sent.json", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_autoptr (GPtrArray) list = lp_own_scenarios_list ();
  g_assert_cmpuint (list->len, ==, 1);
}

static void
write_file (Fixture *fixture, const char *name, const char *text, gssize size)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_assert_true (g_file_set_contents (path, text, size, NULL));
}

/* What is broken is named, and the rest is there; nothing takes the place of a built-in one. */
static void
test_broken (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LpScenarioDraft) draft = make_draft ();
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autoptr (GError) error = NULL;
  fill (draft, "Good");
  g_autoptr (GBytes) good = lp_scenario_draft_write (draft, "good"), taken = lp_scenario_draft_write (draft, "block-ip-nlb");
  g_autoptr (GBytes) path = lp_scenario_draft_write (draft, "..");
  write_file (fixture, "a.json", "{\n\"id\": 1}", -1);
  write_file (fixture, "b.json", g_bytes_get_data (taken, NULL), (gssize) g_bytes_get_size (taken));
  write_file (fixture, "c.json", g_bytes_get_data (good, NULL), (gssize) g_bytes_get_size (good));
  write_file (fixture, "d.txt", "no scenario", -1);
  lp_own_scenarios_reload (fixture->folder, errors);
  g_assert_cmpuint (errors->len, ==, 2);
  g_assert_cmpuint (lp_read_error_get_position (errors->pdata[0]).line, ==, 2);
  g_assert_error ((GError *) errors->pdata[1], LP_READ_ERROR, LP_READ_ERROR_DUPLICATE);
  g_assert_nonnull (lp_scenarios_find ("good"));
  g_assert_cmpstr (lp_scenarios_find ("block-ip-nlb")->topic, ==, "network-security");
  g_assert_null (lp_own_scenarios_add (fixture->folder, taken, "b.json", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_null (lp_own_scenarios_add (fixture->folder, path, "b.json", &error));
  g_assert_error (error, LP_READ_ERROR, LP_READ_ERROR_VALUE);
}

/* Whatever its file is called; what was in it puts it back. */
static void
test_removed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LpScenarioDraft) draft = make_draft ();
  g_autoptr (GError) error = NULL;
  fill (draft, "Good");
  g_autoptr (GBytes) bytes = lp_scenario_draft_write (draft, "good");
  write_file (fixture, "sent.json", g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  lp_own_scenarios_reload (fixture->folder, NULL);
  const LpScenario *scenario = lp_scenarios_find ("good");

  g_autoptr (GBytes) loaded = lp_own_scenarios_load (fixture->folder, "good", &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (loaded, bytes));
  g_autoptr (GBytes) removed = lp_own_scenarios_remove (fixture->folder, "good", &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (removed, bytes));
  g_assert_null (lp_scenarios_find ("good"));
  g_assert_cmpstr (lp_text (&scenario->title), ==, "Good");
  g_assert_null (lp_own_scenarios_remove (fixture->folder, "good", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (lp_own_scenarios_remove (fixture->folder, "block-ip-nlb", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (lp_own_scenarios_add (fixture->folder, removed, "good", &error) == scenario);
  g_assert_no_error (error);
}

/* An attempt outlives its scenario, and is not taken for one at another. */
static void
test_attempt_stays (void)
{
  g_autoptr (LpScenarioDraft) draft = make_draft ();
  g_assert_true (lp_attempt_begin ("own-gone", draft->start, NULL));
  assert_id ("Gone", "own-gone-2");
  lp_attempt_forget ("own-gone");
  assert_id ("Gone", "own-gone");
}

static void
test_ids (void)
{
  assert_id ("Zones", "own-zones");
  assert_id ("  A  B--c ", "own-a-b-c");
  assert_id ("주문", "own-2");
  assert_id ("", "own-2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/own-scenarios/ids", test_ids);
  g_test_add_func ("/own-scenarios/goals", test_goals);
  g_test_add_func ("/own-scenarios/check", test_check);
  g_test_add_func ("/own-scenarios/met-already", test_met_already);
  g_test_add ("/own-scenarios/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/own-scenarios/broken", Fixture, NULL, set_up, test_broken, tear_down);
  g_test_add ("/own-scenarios/removed", Fixture, NULL, set_up, test_removed, tear_down);
  g_test_add_func ("/own-scenarios/attempt-stays", test_attempt_stays);
  return g_test_run ();
}
