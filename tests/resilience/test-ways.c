/* Cuts and availability against graphs small enough to see, and against every combination of losses of
 * others. */

#include <math.h>
#include <stdio.h>

#include "resilience/ways.h"

/* "0>2 2>1": the steps; nodes beyond the ends are numbered from 2. */
static LpWays
ways_of (const char *text, guint n)
{
  g_auto (GStrv) steps = g_strsplit (text, " ", -1);
  guint length = g_strv_length (steps);
  g_autofree guint *from = g_new (guint, length + 1), *to = g_new (guint, length + 1);

  for (guint i = 0; i < length; i++)
    g_assert_cmpint (sscanf (steps[i], "%u>%u", &from[i], &to[i]), ==, 2);
  return lp_ways_new (n, from, to, length);
}

static char *
cuts_of (const LpWays *ways)
{
  g_autofree guint *cuts = g_new (guint, ways->n);
  guint n = lp_ways_cuts (ways, cuts);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "", cuts[i]);
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *steps;
  guint n;
  const char *cuts;
  double available; /* where each part is up nine times in ten */
} cases[] = {
  { "0>1", 2, "", 1 },
  { "0>2 3>1", 4, "", 0 },
  { "0>2 2>1", 3, "2", 0.9 },
  { "0>2 2>3 3>1", 4, "2 3", 0.81 },
  { "0>2 2>1 0>3 3>1", 4, "", 0.99 },
  { "0>2 2>1 0>1", 3, "", 1 },
  { "0>2 2>3 2>4 3>5 4>5 5>1", 6, "2 5", 0.9 * 0.99 * 0.9 },
  /* a short way and a long one */
  { "0>2 2>3 3>1 2>4 4>5 5>1", 6, "2", 0.9 * (1 - (1 - 0.9) * (1 - 0.81)) },
  /* two rows of which each node leads to each */
  { "0>2 0>3 2>4 2>5 3>4 3>5 4>1 5>1", 6, "", 0.99 * 0.99 },
  /* members that lead back to their group, which is on no way of its own */
  { "0>2 0>3 2>4 4>2 3>4 4>3 2>1 3>1", 5, "", 0.99 },
  /* a loop, and an end that leads nowhere */
  { "0>2 2>3 3>2 3>4 2>5 4>1", 6, "2 3 4", 0.729 },
  /* branches inside a branch */
  { "0>2 2>3 2>4 3>1 4>1 0>5 5>1", 6, "", 1 - (1 - 0.9 * 0.99) * 0.1 },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (LpWays) ways = ways_of (cases[i].steps, cases[i].n);
      g_autofree char *cuts = cuts_of (&ways);
      double up[] = { 1, 1, .9, .9, .9, .9, .9, .9 };

      g_test_message ("%s", cases[i].steps);
      g_assert_cmpstr (cuts, ==, cases[i].cuts);
      g_assert_cmpfloat_with_epsilon (lp_ways_availability (&ways, up), cases[i].available, 1e-12);
    }
}

/* Any graph: a cut is what nothing holds without, and no other node is one. */
static void
test_cuts_are_what_nothing_holds_without (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      guint n = g_test_rand_int_range (2, 12), n_steps = g_test_rand_int_range (0, 24);
      guint from[24], to[24], cuts[12];
      gboolean is_cut[12] = { FALSE }, lost[12] = { FALSE };

      for (guint i = 0; i < n_steps; i++)
        {
          from[i] = g_test_rand_int_range (0, n);
          to[i] = g_test_rand_int_range (0, n);
        }
      g_auto (LpWays) ways = lp_ways_new (n, from, to, n_steps);
      gboolean holds = lp_ways_hold (&ways, lost);
      guint n_cuts = lp_ways_cuts (&ways, cuts);
      for (guint i = 0; i < n_cuts; i++)
        is_cut[cuts[i]] = TRUE;
      for (guint node = 2; node < n; node++)
        {
          lost[node] = TRUE;
          g_assert_cmpint (is_cut[node], ==, holds && !lp_ways_hold (&ways, lost));
          lost[node] = FALSE;
        }
      g_assert_false (is_cut[LP_WAYS_START] || is_cut[LP_WAYS_END]);
    }
}

static void
build (guint depth, guint from, guint to, guint *n, GArray *steps)
{
  guint how = depth == 0 ? 0 : g_test_rand_int_range (0, 3), pair[] = { from, to };

  if (how == 0)
    {
      guint node = (*n)++, first[] = { from, node }, second[] = { node, to };
      g_array_append_vals (steps, first, 2);
      g_array_append_vals (steps, second, 2);
    }
  else if (how == 1)
    {
      guint node = (*n)++;
      build (depth - 1, pair[0], node, n, steps);
      build (depth - 1, node, pair[1], n, steps);
    }
  else
    {
      build (depth - 1, from, to, n, steps);
      build (depth - 1, from, to, n, steps);
    }
}

/* What is built of series and branches alone is exact: the sum over every combination of losses. */
static void
test_series_and_branches_are_exact (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (guint));
      guint n = 2, n_steps;
      build (3, LP_WAYS_START, LP_WAYS_END, &n, steps);
      if (n > 14)
        continue;
      n_steps = steps->len / 2;
      g_autofree guint *from = g_new (guint, n_steps), *to = g_new (guint, n_steps);
      double up[16], exact = 0;
      gboolean lost[16] = { FALSE };

      for (guint i = 0; i < n_steps; i++)
        {
          from[i] = g_array_index (steps, guint, 2 * i);
          to[i] = g_array_index (steps, guint, 2 * i + 1);
        }
      for (guint i = 0; i < n; i++)
        up[i] = i < 2 ? 1 : g_test_rand_double_range (0, 1);
      g_auto (LpWays) ways = lp_ways_new (n, from, to, n_steps);
      for (guint set = 0; set < 1u << (n - 2); set++)
        {
          double share = 1;
          for (guint i = 2; i < n; i++)
            {
              lost[i] = (set & (1u << (i - 2))) != 0;
              share *= lost[i] ? 1 - up[i] : up[i];
            }
          exact += lp_ways_hold (&ways, lost) ? share : 0;
        }
      g_assert_cmpfloat_with_epsilon (lp_ways_availability (&ways, up), exact, 1e-9);
    }
}

/* A chain of a hundred thousand, and as many side by side. */
static void
test_large (void)
{
  guint n = 100000;
  g_autofree guint *from = g_new (guint, 2 * n), *to = g_new (guint, 2 * n), *cuts = g_new (guint, n);
  g_autofree double *up = g_new (double, n);

  for (guint i = 0; i < n; i++)
    up[i] = 1;
  for (guint i = 2; i < n; i++)
    {
      from[i - 2] = i == 2 ? LP_WAYS_START : i - 1;
      to[i - 2] = i;
    }
  from[n - 2] = n - 1;
  to[n - 2] = LP_WAYS_END;
  g_auto (LpWays) chain = lp_ways_new (n, from, to, n - 1);
  g_assert_cmpuint (lp_ways_cuts (&chain, cuts), ==, n - 2);
  up[500] = 0.5;
  g_assert_cmpfloat (lp_ways_availability (&chain, up), ==, 0.5);

  for (guint i = 2; i < n; i++)
    {
      from[2 * i - 4] = LP_WAYS_START;
      to[2 * i - 4] = from[2 * i - 3] = i;
      to[2 * i - 3] = LP_WAYS_END;
      up[i] = 0;
    }
  up[7] = 0.25;
  g_auto (LpWays) branches = lp_ways_new (n, from, to, 2 * (n - 2));
  g_assert_cmpuint (lp_ways_cuts (&branches, cuts), ==, 0);
  g_assert_cmpfloat (lp_ways_availability (&branches, up), ==, 0.25);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/resilience/ways/cases", test_cases);
  g_test_add_func ("/resilience/ways/cuts-are-what-nothing-holds-without",
                   test_cuts_are_what_nothing_holds_without);
  g_test_add_func ("/resilience/ways/series-and-branches-are-exact", test_series_and_branches_are_exact);
  g_test_add_func ("/resilience/ways/large", test_large);
  return g_test_run ();
}
