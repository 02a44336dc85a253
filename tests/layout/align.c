#include "layout/align.h"

static void
assert_by (const LpAlignItem *items, guint n, const double by[][2])
{
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpfloat (items[i].by.x, ==, by[i][0]);
      g_assert_cmpfloat (items[i].by.y, ==, by[i][1]);
    }
}

static const LpAlignItem THREE[] = {
  { .rect = { 0, 0, 48, 48 } },
  { .rect = { 100, 30, 48, 48 } },
  { .rect = { 40, 200, 200, 100 } },
};

static void
test_edges (void)
{
  static const struct
  {
    LpLineUp line;
    double by[3][2];
  } cases[] = {
    { LP_LINE_UP_LEFT, { { 0, 0 }, { -100, 0 }, { -40, 0 } } },
    { LP_LINE_UP_CENTRE, { { 96, 0 }, { -4, 0 }, { -20, 0 } } },
    { LP_LINE_UP_RIGHT, { { 192, 0 }, { 92, 0 }, { 0, 0 } } },
    { LP_LINE_UP_TOP, { { 0, 0 }, { 0, -30 }, { 0, -200 } } },
    { LP_LINE_UP_MIDDLE, { { 0, 126 }, { 0, 96 }, { 0, -100 } } },
    { LP_LINE_UP_BOTTOM, { { 0, 252 }, { 0, 222 }, { 0, 0 } } },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LpAlignItem items[3] = { THREE[0], THREE[1], THREE[2] };
      lp_align (items, 3, cases[i].line);
      assert_by (items, 3, cases[i].by);
    }
}

/* The others go to what is held, though it is not the outermost. */
static void
test_held (void)
{
  LpAlignItem items[3] = { THREE[0], THREE[1], THREE[2] };
  items[1].held = TRUE;
  lp_align (items, 3, LP_LINE_UP_LEFT);
  assert_by (items, 3, (const double[3][2]){ { 100, 0 }, { 0, 0 }, { 60, 0 } });
}

static void
test_one (void)
{
  LpAlignItem item = THREE[0];
  lp_align (&item, 1, LP_LINE_UP_MIDDLE);
  assert_by (&item, 1, (const double[1][2]){ { 0, 0 } });
  lp_align (NULL, 0, LP_LINE_UP_LEFT);
  lp_distribute (NULL, 0, TRUE, 24);
}

/* In whatever order they come, the spaces become equal and the outer two stay. */
static void
test_distribute (void)
{
  LpAlignItem items[] = {
    { .rect = { 300, 0, 48, 48 } },
    { .rect = { 0, 0, 48, 48 } },
    { .rect = { 60, 8, 100, 48 } },
  };
  lp_distribute (items, 3, TRUE, 24);
  /* 300 - 48 - 100 = 152 of space: 76 each. */
  assert_by (items, 3, (const double[3][2]){ { 0, 0 }, { 0, 0 }, { 64, 0 } });
  LpAlignItem down[] = {
    { .rect = { 0, 0, 48, 48 } },
    { .rect = { 0, 60, 48, 48 } },
    { .rect = { 0, 400, 48, 48 } },
  };
  lp_distribute (down, 3, FALSE, 24);
  assert_by (down, 3, (const double[3][2]){ { 0, 0 }, { 0, 140 }, { 0, 0 } });
}

/* No room between the outer two: they are spread with the least distance. */
static void
test_crowded (void)
{
  LpAlignItem items[] = {
    { .rect = { 0, 0, 48, 48 } },
    { .rect = { 20, 0, 48, 48 } },
    { .rect = { 50, 0, 48, 48 } },
  };
  lp_distribute (items, 3, TRUE, 24);
  assert_by (items, 3, (const double[3][2]){ { 0, 0 }, { 52, 0 }, { 94, 0 } });
}

static void
test_two (void)
{
  LpAlignItem items[2] = { THREE[0], THREE[1] };
  lp_distribute (items, 2, TRUE, 24);
  assert_by (items, 2, (const double[2][2]){ { 0, 0 }, { 0, 0 } });
}

static void
test_distribute_held (void)
{
  LpAlignItem items[] = {
    { .rect = { 0, 0, 40, 40 } },   { .rect = { 50, 0, 40, 40 } },  { .rect = { 200, 0, 40, 40 }, .held = TRUE },
    { .rect = { 250, 0, 40, 40 } }, { .rect = { 400, 0, 40, 40 } },
  };
  lp_distribute (items, 5, TRUE, 24);
  /* 0..200 leaves 120 for two spaces, 200..400 as much. */
  assert_by (items, 5, (const double[5][2]){ { 0, 0 }, { 50, 0 }, { 0, 0 }, { 50, 0 }, { 0, 0 } });
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/align/edges", test_edges);
  g_test_add_func ("/align/held", test_held);
  g_test_add_func ("/align/one", test_one);
  g_test_add_func ("/distribute/equal", test_distribute);
  g_test_add_func ("/distribute/crowded", test_crowded);
  g_test_add_func ("/distribute/two", test_two);
  g_test_add_func ("/distribute/held", test_distribute_held);
  return g_test_run ();
}
