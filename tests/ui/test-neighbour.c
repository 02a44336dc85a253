/* Where the arrow keys lead. */
#include "ui/gallery/neighbour.h"

/*   0  1  2
 *   3
 *   4  5  6
 *   7  8          */
static const LpRect cards[] = {
  { 0, 0, 10, 10 },  { 12, 0, 10, 10 },  { 24, 0, 10, 10 },  { 0, 20, 10, 10 }, { 0, 40, 10, 10 },
  { 12, 40, 10, 10 }, { 24, 40, 10, 10 }, { 0, 52, 10, 10 }, { 12, 52, 10, 10 },
};

static int
go (guint from, LpDirection direction)
{
  return lp_neighbour_find (cards, G_N_ELEMENTS (cards), from, direction);
}

static void
test_sideways (void)
{
  g_assert_cmpint (go (0, LP_DIRECTION_RIGHT), ==, 1);
  g_assert_cmpint (go (1, LP_DIRECTION_RIGHT), ==, 2);
  g_assert_cmpint (go (2, LP_DIRECTION_RIGHT), ==, -1);
  g_assert_cmpint (go (2, LP_DIRECTION_LEFT), ==, 1);
  g_assert_cmpint (go (3, LP_DIRECTION_LEFT), ==, -1);
  g_assert_cmpint (go (3, LP_DIRECTION_RIGHT), ==, -1);
}

/* Past a short line it is the nearest that is taken. */
static void
test_up_and_down (void)
{
  g_assert_cmpint (go (0, LP_DIRECTION_DOWN), ==, 3);
  g_assert_cmpint (go (2, LP_DIRECTION_DOWN), ==, 3);
  g_assert_cmpint (go (3, LP_DIRECTION_DOWN), ==, 4);
  g_assert_cmpint (go (5, LP_DIRECTION_DOWN), ==, 8);
  g_assert_cmpint (go (6, LP_DIRECTION_DOWN), ==, 8);
  g_assert_cmpint (go (8, LP_DIRECTION_DOWN), ==, -1);
  g_assert_cmpint (go (8, LP_DIRECTION_UP), ==, 5);
  g_assert_cmpint (go (5, LP_DIRECTION_UP), ==, 3);
  g_assert_cmpint (go (1, LP_DIRECTION_UP), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/neighbour/sideways", test_sideways);
  g_test_add_func ("/neighbour/up-and-down", test_up_and_down);
  return g_test_run ();
}
