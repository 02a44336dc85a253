#include "ui/canvas/guides.h"

#include <glib.h>

static GArray *
rects (const LpRect *items, guint n)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (LpRect));

  g_array_append_vals (array, items, n);
  return array;
}

static void
assert_guide (const GArray *guides, guint i, double x, double y, double to_x, double to_y, gboolean is_space)
{
  g_assert_cmpuint (guides->len, >, i);
  const LpGuide *guide = &g_array_index (guides, LpGuide, i);
  g_assert_cmpfloat (guide->from.x, ==, x);
  g_assert_cmpfloat (guide->from.y, ==, y);
  g_assert_cmpfloat (guide->to.x, ==, to_x);
  g_assert_cmpfloat (guide->to.y, ==, to_y);
  g_assert_cmpint (guide->is_space, ==, is_space);
}

static void
test_middles (void)
{
  const LpRect items[] = { { 100, 100, 48, 48 } };
  g_autoptr (GArray) around = rects (items, 1);
  g_autoptr (GArray) guides = g_array_new (FALSE, FALSE, sizeof (LpGuide));

  LpGuideSnap snap = lp_guides_find (around, (LpRect){ 103, 300, 48, 48 }, 5);
  g_assert_true (snap.found_x);
  g_assert_false (snap.found_y);
  g_assert_cmpfloat (snap.by.x, ==, -3);
  g_assert_cmpfloat (snap.by.y, ==, 0);
  lp_guides_show (around, (LpRect){ 100, 300, 48, 48 }, guides);
  g_assert_cmpuint (guides->len, ==, 1);
  assert_guide (guides, 0, 124, 100, 124, 348, FALSE);
}

static void
test_edges (void)
{
  const LpRect items[] = { { 100, 100, 200, 48 } };
  g_autoptr (GArray) around = rects (items, 1);
  g_autoptr (GArray) guides = g_array_new (FALSE, FALSE, sizeof (LpGuide));

  LpGuideSnap snap = lp_guides_find (around, (LpRect){ 249, 300, 48, 48 }, 5);
  g_assert_true (snap.found_x);
  g_assert_cmpfloat (snap.by.x, ==, 3);
  lp_guides_show (around, (LpRect){ 252, 300, 48, 48 }, guides);
  g_assert_cmpuint (guides->len, ==, 1);
  assert_guide (guides, 0, 300, 100, 300, 348, FALSE);
}

static void
test_too_far (void)
{
  const LpRect items[] = { { 100, 100, 48, 48 } };
  g_autoptr (GArray) around = rects (items, 1);
  LpGuideSnap snap = lp_guides_find (around, (LpRect){ 110, 300, 48, 48 }, 5);

  g_assert_false (snap.found_x);
  g_assert_false (snap.found_y);
}

/* As far behind the second as that is behind the first. */
static void
test_equal_spaces (void)
{
  const LpRect items[] = { { 0, 0, 48, 48 }, { 100, 10, 48, 48 } };
  g_autoptr (GArray) around = rects (items, 2);
  g_autoptr (GArray) guides = g_array_new (FALSE, FALSE, sizeof (LpGuide));

  LpGuideSnap snap = lp_guides_find (around, (LpRect){ 203, 23, 40, 48 }, 5);
  g_assert_true (snap.found_x);
  g_assert_cmpfloat (snap.by.x, ==, -3);
  lp_guides_show (around, (LpRect){ 200, 23, 40, 48 }, guides);
  g_assert_cmpuint (guides->len, ==, 2);
  assert_guide (guides, 0, 148, 40.5, 200, 40.5, TRUE);
  assert_guide (guides, 1, 48, 29, 100, 29, TRUE);
}

static void
test_between (void)
{
  const LpRect items[] = { { 0, 0, 48, 48 }, { 300, 0, 60, 48 } };
  g_autoptr (GArray) around = rects (items, 2);

  LpGuideSnap snap = lp_guides_find (around, (LpRect){ 152, 20, 40, 40 }, 5);
  g_assert_true (snap.found_x);
  g_assert_cmpfloat (snap.by.x, ==, 2);
}

static void
test_edge_alone (void)
{
  const LpRect items[] = { { 100, 100, 200, 48 } };
  g_autoptr (GArray) around = rects (items, 1);
  double at = 304;

  g_assert_true (lp_guides_find_edge (around, TRUE, 5, &at));
  g_assert_cmpfloat (at, ==, 300);
  at = 120;
  g_assert_false (lp_guides_find_edge (around, FALSE, 5, &at));
  g_assert_cmpfloat (at, ==, 120);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guides/middles", test_middles);
  g_test_add_func ("/guides/edges", test_edges);
  g_test_add_func ("/guides/too-far", test_too_far);
  g_test_add_func ("/guides/equal-spaces", test_equal_spaces);
  g_test_add_func ("/guides/between", test_between);
  g_test_add_func ("/guides/edge-alone", test_edge_alone);
  return g_test_run ();
}
