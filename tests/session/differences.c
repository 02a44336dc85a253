/* Two answers to the same need: what stands for what, and what is said and marked of the rest. */
#include "session/differences.h"

#include "io/native.h"
#include "learning/scenario.h"
#include "session/design-match.h"

static LpDesign *
read_design (const char *members)
{
  g_autofree char *text = g_strdup_printf ("{\"loadpath\": 1, %s}", members);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  LpDesign *design = lp_native_read (bytes, "test", &error);
  g_assert_no_error (error);
  return design;
}

static void
assert_pair (const LpDesign *own, const LpDesign *other, const char *id, const char *other_id)
{
  g_autofree guint *own_of = lp_design_match (own, other);
  guint found = own_of[lp_design_find (other, other_id)];

  if (id == NULL)
    g_assert_cmpuint (found, ==, LP_NONE);
  else
    g_assert_cmpstr (lp_design_get_component (own, found)->id, ==, id);
}

#define ZONES                                                                                                          \
  "{\"id\": \"vpc\", \"kind\": \"vpc\"}, {\"id\": \"a\", \"kind\": \"availability-zone\", \"in\": \"vpc\"}, "          \
  "{\"id\": \"c\", \"kind\": \"availability-zone\", \"in\": \"vpc\"}"

/* The id says it, also where it stands elsewhere. */
static void
test_match_id (void)
{
  g_autoptr (LpDesign) own = read_design ("\"components\": [" ZONES ", {\"id\": \"w\", \"kind\": \"ec2-instance\", \"in\": \"a\"}]");
  g_autoptr (LpDesign) other
      = read_design ("\"components\": [" ZONES ", {\"id\": \"v\", \"kind\": \"ec2-instance\", \"in\": \"a\"}, "
                     "{\"id\": \"w\", \"kind\": \"ec2-instance\", \"in\": \"c\"}]");
  assert_pair (own, other, "w", "w");
  assert_pair (own, other, NULL, "v");
}

/* Drawn anew, with ids of its own: the name in the container comes before what is near. */
static void
test_match_label (void)
{
  g_autoptr (LpDesign) own = read_design (
      "\"components\": [{\"id\": \"x1\", \"kind\": \"vpc\", \"label\": \"Shop\"}, "
      "{\"id\": \"x2\", \"kind\": \"ec2-instance\", \"in\": \"x1\", \"label\": \"web-2\", \"at\": [0, 0]}, "
      "{\"id\": \"x3\", \"kind\": \"ec2-instance\", \"in\": \"x1\", \"label\": \"WEB-1\", \"at\": [100, 0]}]");
  g_autoptr (LpDesign) other = read_design (
      "\"components\": [{\"id\": \"vpc\", \"kind\": \"vpc\", \"label\": \"shop\"}, "
      "{\"id\": \"web-1\", \"kind\": \"ec2-instance\", \"in\": \"vpc\", \"label\": \"web-1\", \"at\": [0, 0]}, "
      "{\"id\": \"web-2\", \"kind\": \"ec2-instance\", \"in\": \"vpc\", \"label\": \"web-2\", \"at\": [100, 0]}]");
  assert_pair (own, other, "x1", "vpc");
  assert_pair (own, other, "x3", "web-1");
  assert_pair (own, other, "x2", "web-2");
}

static void
test_match_place (void)
{
  g_autoptr (LpDesign) own
      = read_design ("\"components\": [{\"id\": \"x1\", \"kind\": \"vpc\"}, "
                     "{\"id\": \"x2\", \"kind\": \"subnet\", \"in\": \"x1\", \"at\": [0, 300]}, "
                     "{\"id\": \"x3\", \"kind\": \"subnet\", \"in\": \"x1\", \"at\": [0, 10]}, "
                     "{\"id\": \"x4\", \"kind\": \"rds-instance\"}]");
  g_autoptr (LpDesign) other
      = read_design ("\"components\": [{\"id\": \"vpc\", \"kind\": \"vpc\"}, "
                     "{\"id\": \"up\", \"kind\": \"subnet\", \"in\": \"vpc\", \"at\": [0, 0]}, "
                     "{\"id\": \"down\", \"kind\": \"subnet\", \"in\": \"vpc\", \"at\": [0, 280]}, "
                     "{\"id\": \"db\", \"kind\": \"rds-instance\", \"in\": \"down\"}]");
  assert_pair (own, other, "x3", "up");
  assert_pair (own, other, "x2", "down");
  /* The only one of its kind, wherever it stands. */
  assert_pair (own, other, "x4", "db");
}

/* The same id for another kind: it was replaced. But not where its kind has one that fits. */
static void
test_match_kind (void)
{
  g_autoptr (LpDesign) own = read_design ("\"components\": [{\"id\": \"front\", \"kind\": \"nlb\"}]");
  g_autoptr (LpDesign) other = read_design ("\"components\": [{\"id\": \"front\", \"kind\": \"alb\"}]");
  g_autoptr (LpDesign) both
      = read_design ("\"components\": [{\"id\": \"front\", \"kind\": \"alb\"}, {\"id\": \"l4\", \"kind\": \"nlb\"}]");
  assert_pair (own, other, "front", "front");
  assert_pair (own, both, "front", "l4");
  assert_pair (own, both, NULL, "front");
}

static const LpDifference *
find (const LpDifferences *differences, LpDifferenceType type, const char *words)
{
  for (guint i = 0; i < differences->list->len; i++)
    {
      const LpDifference *difference = differences->list->pdata[i];
      if (difference->type == type && g_str_equal (difference->words, words))
        return difference;
      g_test_message ("%s %s", lp_difference_sign (difference->type), difference->words);
    }
  g_test_message ("not said: %s", words);
  g_test_fail ();
  return NULL;
}

/* The start of a scenario and its reference: one server stands elsewhere, one property is another. */
static void
test_scenario (void)
{
  const LpScenario *scenario = lp_scenarios_find ("ha-web-three-tier");
  g_autoptr (LpDifferences) same = lp_differences_new (scenario->reference, scenario->reference);
  g_autoptr (LpDifferences) differences = lp_differences_new (scenario->start, scenario->reference);
  const LpMendPreview *preview = differences->preview;

  g_assert_cmpuint (same->list->len, ==, 0);
  g_assert_cmpuint (lp_design_get_n_components (same->preview->shown), ==,
                    lp_design_get_n_components (scenario->reference));
  g_assert_true (preview->is_comparison);
  const LpDifference *moved = find (differences, LP_DIFFERENCE_OTHER, "web-2: in app-a here, in app-c there");
  g_assert_cmpstr (moved->ids[0], ==, "web-2");
  g_assert_cmpstr (moved->ids[1], ==, "~web-2");
  find (differences, LP_DIFFERENCE_OTHER, "orders, “Multi-AZ”: no here, yes there");
  g_assert_true (g_strv_contains ((const char *const *) preview->changed, "orders"));
  g_assert_true (g_strv_contains ((const char *const *) preview->changed, "web-2"));
  g_assert_true (g_strv_contains ((const char *const *) preview->added, "~web-2"));
  guint ghost = lp_design_find (preview->shown, "~web-2");
  g_assert_cmpstr (lp_design_get_component (preview->shown, ghost)->in, ==, "app-c");
  g_assert_true (preview->before == scenario->start);
}

/* Only there, only here, and what is required. */
static void
test_kinds_of_difference (void)
{
  g_autoptr (LpDesign) own = read_design (
      "\"requirements\": {\"rto\": \"4h\"}, \"components\": [" ZONES ", "
      "{\"id\": \"w\", \"kind\": \"ec2-instance\", \"in\": \"a\", \"at\": [10, 10]}, {\"id\": \"n\", \"kind\": \"nlb\"}], "
      "\"connections\": [{\"id\": \"l\", \"kind\": \"traffic\", \"from\": \"n\", \"to\": \"w\"}]");
  g_autoptr (LpDesign) other = read_design (
      "\"requirements\": {\"rto\": \"15m\"}, \"components\": [" ZONES ", "
      "{\"id\": \"w\", \"kind\": \"ec2-instance\", \"in\": \"a\", \"at\": [90, 90]}, "
      "{\"id\": \"v\", \"kind\": \"ec2-instance\", \"in\": \"c\", \"label\": \"web\", \"at\": [24, 40]}, "
      "{\"id\": \"v2\", \"kind\": \"ec2-instance\", \"in\": \"a\", \"at\": [20, 20]}], "
      "\"connections\": [{\"id\": \"l\", \"kind\": \"replicates\", \"from\": \"w\", \"to\": \"v\"}]");
  g_autoptr (LpDifferences) differences = lp_differences_new (own, other);
  const LpDesign *shown = differences->preview->shown;

  const LpDifference *there = find (differences, LP_DIFFERENCE_THERE, "web (EC2 instance), in c");
  g_assert_cmpstr (there->ids[0], ==, "~v");
  find (differences, LP_DIFFERENCE_HERE, "n (Network Load Balancer)");
  find (differences, LP_DIFFERENCE_HERE, "n → w (Traffic)");
  g_assert_cmpstr (find (differences, LP_DIFFERENCE_THERE, "w → web (Replicates)")->ids[0], ==, "~l");
  g_assert_null (find (differences, LP_DIFFERENCE_OTHER, "Required, “Recovery time (RTO)”: 4h here, 15m there")->ids[0]);
  g_assert_cmpuint (differences->n[LP_DIFFERENCE_THERE], ==, 3);
  g_assert_cmpuint (differences->n[LP_DIFFERENCE_HERE], ==, 2);
  g_assert_cmpuint (differences->n[LP_DIFFERENCE_OTHER], ==, 1);
  const LpComponent *ghost = lp_design_get_component (shown, lp_design_find (shown, "~v"));
  g_assert_true (ghost->has_at);
  g_assert_cmpfloat (ghost->at.x, ==, 24);
  /* On what is there already nothing is laid: the layout finds room. */
  g_assert_false (lp_design_get_component (shown, lp_design_find (shown, "~v2"))->has_at);
  /* One's own stands where it stands. */
  g_assert_cmpfloat (lp_design_get_component (shown, lp_design_find (shown, "w"))->at.x, ==, 10);
}

/* Whatever two drawings are laid over each other, it can be drawn, and nobody's own is changed. */
static void
test_all (void)
{
  const GPtrArray *scenarios = lp_scenarios_get ();

  for (guint i = 0; i < scenarios->len; i++)
    {
      const LpScenario *scenario = scenarios->pdata[i], *next = scenarios->pdata[(i + 1) % scenarios->len];
      LpDesign *const others[] = { scenario->reference, next->reference };
      for (guint j = 0; j < G_N_ELEMENTS (others); j++)
        {
          g_autoptr (LpDifferences) differences = lp_differences_new (scenario->start, others[j]);
          guint n = 0;
          for (guint type = 0; type < LP_N_DIFFERENCE_TYPES; type++)
            n += differences->n[type];
          g_assert_cmpuint (n, ==, differences->list->len);
          g_assert_cmpuint (lp_design_get_n_components (differences->preview->shown), >=,
                            lp_design_get_n_components (scenario->start));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/differences/match/id", test_match_id);
  g_test_add_func ("/differences/match/label", test_match_label);
  g_test_add_func ("/differences/match/place", test_match_place);
  g_test_add_func ("/differences/match/kind", test_match_kind);
  g_test_add_func ("/differences/scenario", test_scenario);
  g_test_add_func ("/differences/kinds", test_kinds_of_difference);
  g_test_add_func ("/differences/all", test_all);
  return g_test_run ();
}
