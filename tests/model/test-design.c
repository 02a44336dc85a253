#include "designs.h"

static LpDesign *
read_design (const char *components, const char *connections)
{
  g_autofree char *text = g_strdup_printf ("{\"loadpath\": 1, \"components\": [%s], \"connections\": [%s]}", components,
                                           connections);
  return test_design (text);
}

/* A container may stand behind what it holds. */
static void
test_containment (void)
{
  g_autoptr (LpDesign) design = read_design ("{\"id\": \"c\", \"kind\": \"subnet\", \"in\": \"b\"}, {\"id\": \"b\", \"kind\": "
                                      "\"vpc\", \"in\": \"a\"}, {\"id\": \"a\", \"kind\": \"region\"}, {\"id\": \"d\", "
                                      "\"kind\": \"subnet\", \"in\": \"b\"}", "");
  guint a = lp_design_find (design, "a"), b = lp_design_find (design, "b"), c = lp_design_find (design, "c");
  g_assert_cmpuint (lp_design_get_depth (design, a), ==, 0);
  g_assert_cmpuint (lp_design_get_depth (design, c), ==, 2);
  g_assert_cmpuint (lp_design_get_parent (design, a), ==, LP_NONE);
  LpIndices inside = lp_design_get_children (design, b);
  g_assert_cmpuint (inside.n, ==, 2);
  g_assert_cmpuint (inside.items[0], ==, c);
  g_assert_cmpuint (lp_design_get_children (design, LP_NONE).n, ==, 1);
  g_assert_true (lp_design_is_within (design, c, a));
  g_assert_true (lp_design_is_within (design, c, c));
  g_assert_false (lp_design_is_within (design, a, c));
  g_assert_cmpuint (lp_design_find (design, "z"), ==, LP_NONE);
}

static void
test_common_container (void)
{
  g_autoptr (LpDesign) design = read_design ("{\"id\": \"a\", \"kind\": \"vpc\"}, {\"id\": \"b\", \"kind\": \"subnet\", \"in\": "
                                      "\"a\"}, {\"id\": \"c\", \"kind\": \"alb\", \"in\": \"b\"}, {\"id\": \"d\", "
                                      "\"kind\": \"alb\", \"in\": \"a\"}, {\"id\": \"e\", \"kind\": \"users\"}",
                                      "{\"kind\": \"dns\", \"from\": \"c\", \"to\": \"d\"}, {\"kind\": \"dns\", "
                                      "\"from\": \"e\", \"to\": \"c\"}, {\"kind\": \"dns\", \"from\": \"b\", \"to\": "
                                      "\"c\"}, {\"kind\": \"dns\", \"from\": \"c\", \"to\": \"c\"}");
  g_assert_cmpuint (lp_design_get_common_container (design, 0), ==, 0);
  g_assert_cmpuint (lp_design_get_common_container (design, 1), ==, LP_NONE);
  g_assert_cmpuint (lp_design_get_common_container (design, 2), ==, 0);
  g_assert_cmpuint (lp_design_get_common_container (design, 3), ==, 1);
}

static void
test_edges (void)
{
  g_autoptr (LpDesign) design = read_design ("{\"id\": \"a\", \"kind\": \"users\"}, {\"id\": \"b\", \"kind\": \"alb\", "
                                      "\"spans\": [\"a\"]}",
                                      "{\"kind\": \"traffic\", \"from\": \"a\", \"to\": \"b\"}, {\"id\": \"x\", "
                                      "\"kind\": \"dns\", \"from\": \"a\", \"to\": \"b\"}");
  LpIndices out = lp_design_get_outgoing (design, 0);
  g_assert_cmpuint (out.n, ==, 2);
  g_assert_cmpuint (lp_design_get_target (design, out.items[1]), ==, 1);
  g_assert_cmpuint (lp_design_get_incoming (design, 0).n, ==, 0);
  g_assert_cmpuint (lp_design_get_incoming (design, 1).n, ==, 2);
  g_assert_cmpuint (lp_design_find_connection (design, "a-b"), ==, 0);
  g_assert_cmpuint (lp_design_find_connection (design, "x"), ==, 1);
  g_assert_cmpuint (lp_design_get_spans (design, 1).items[0], ==, 0);
  g_assert_cmpuint (lp_design_get_spanned_by (design, 0).items[0], ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/design/containment", test_containment);
  g_test_add_func ("/model/design/common-container", test_common_container);
  g_test_add_func ("/model/design/edges", test_edges);
  return g_test_run ();
}
