#include "scene/grid.h"

/* The grid gives everything that a look at each rectangle gives, ascending and once. */
static void
compare_with_search (const LpGrid *grid, const LpGridEntry *entries, guint n, LpRect area)
{
  g_autoptr (GArray) found = lp_grid_query (grid, area);
  guint next = 0;
  for (guint i = 0; i + 1 < found->len; i++)
    g_assert_cmpuint (g_array_index (found, guint, i), <, g_array_index (found, guint, i + 1));
  for (guint i = 0; i < n; i++)
    {
      if (!lp_rect_overlaps (entries[i].rect, area))
        continue;
      while (next < found->len && g_array_index (found, guint, next) < entries[i].index)
        next++;
      g_assert_cmpuint (next, <, found->len);
      g_assert_cmpuint (g_array_index (found, guint, next), ==, entries[i].index);
    }
}

static void
test_random (void)
{
  enum
  {
    N = 2000
  };
  g_autofree LpGridEntry *entries = g_new (LpGridEntry, N);
  LpRect bounds = { 0 };
  for (guint i = 0; i < N; i++)
    {
      double size = i % 50 == 0 ? 3000 : 60;
      entries[i]
          = (LpGridEntry){ { g_test_rand_double_range (-5000, 5000), g_test_rand_double_range (-200, 9000),
                             g_test_rand_double_range (0, size), g_test_rand_double_range (0, size) },
                           i };
      bounds = lp_rect_union (bounds, entries[i].rect);
    }
  LpGrid *grid = lp_grid_new (entries, N, bounds);
  for (guint i = 0; i < 500; i++)
    compare_with_search (grid, entries, N,
                         (LpRect){ g_test_rand_double_range (-6000, 6000),
                                   g_test_rand_double_range (-1000, 10000), g_test_rand_double_range (0, 900),
                                   g_test_rand_double_range (0, 900) });
  lp_grid_free (grid);
}

static void
test_empty (void)
{
  LpGrid *grid = lp_grid_new (NULL, 0, (LpRect){ 0 });
  g_autoptr (GArray) found = lp_grid_query (grid, (LpRect){ -10, -10, 20, 20 });
  g_assert_cmpuint (found->len, ==, 0);
  lp_grid_free (grid);
}

static void
test_small_query_is_small (void)
{
  enum
  {
    SIDE = 100
  };
  g_autofree LpGridEntry *entries = g_new (LpGridEntry, SIDE * SIDE);
  for (guint i = 0; i < SIDE * SIDE; i++)
    entries[i] = (LpGridEntry){ { i % SIDE * 100.0, i / SIDE * 100.0, 48, 48 }, i };
  LpGrid *grid = lp_grid_new (entries, SIDE * SIDE, (LpRect){ 0, 0, SIDE * 100, SIDE * 100 });
  g_autoptr (GArray) found = lp_grid_query (grid, (LpRect){ 5000, 5000, 10, 10 });
  g_assert_cmpuint (found->len, >=, 1);
  g_assert_cmpuint (found->len, <=, 40);
  lp_grid_free (grid);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grid/empty", test_empty);
  g_test_add_func ("/grid/random", test_random);
  g_test_add_func ("/grid/small-query", test_small_query_is_small);
  return g_test_run ();
}
