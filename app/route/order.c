/* Two ways that share a stretch need not cross where they part: they are followed from the stretch in both
 * directions until one turns off, and the one that turns left has to lie on the left. */
#include "route/runs.h"

/* Ways that run together for longer than this many turns may lie either way. */
#define FOLLOWED 12

typedef struct
{
  const LpWays *ways;
  guint edge;
  int at, step; /* the next point and the direction in which the way is followed */
} Walk;

static gboolean
next_point (Walk *walk, LpPoint *point)
{
  if (walk->at < 0 || walk->at >= (int) walk->ways->points[walk->edge]->len)
    return FALSE;
  *point = lp_ways_point (walk->ways, walk->edge, walk->at);
  walk->at += walk->step;
  return TRUE;
}

static int
sign (double value)
{
  return value > 0.01 ? 1 : value < -0.01 ? -1 : 0;
}

/* 1 where `to` lies to the left of the movement (dx, dy) from `at`, -1 right, 0 straight on; y points down.
 */
static int
turn (int dx, int dy, LpPoint at, LpPoint to)
{
  return sign ((to.x - at.x) * dy - (to.y - at.y) * dx);
}

static double
progress (int dx, int dy, LpPoint point)
{
  return dx * point.x + dy * point.y;
}

/* Follows both ways from a common stretch in the direction (dx, dy): 1 where a parts to the left of b, -1
 * where to the right, 0 where they end together or one ends. */
static int
part (Walk a, Walk b, int dx, int dy)
{
  LpPoint end_a, end_b, after_a, after_b;
  if (!next_point (&a, &end_a) || !next_point (&b, &end_b))
    return 0;
  for (guint i = 0; i < FOLLOWED; i++)
    {
      int farther = sign (progress (dx, dy, end_a) - progress (dx, dy, end_b));
      gboolean more_a = next_point (&a, &after_a), more_b = next_point (&b, &after_b);
      if (farther > 0)
        return more_b ? -turn (dx, dy, end_b, after_b) : 0;
      if (farther < 0)
        return more_a ? turn (dx, dy, end_a, after_a) : 0;
      int turn_a = more_a ? turn (dx, dy, end_a, after_a) : 0,
          turn_b = more_b ? turn (dx, dy, end_b, after_b) : 0;
      if (turn_a != turn_b)
        return turn_a > turn_b ? 1 : -1;
      if (!more_a || !more_b)
        return 0;
      dx = sign (after_a.x - end_a.x);
      dy = sign (after_a.y - end_a.y);
      end_a = after_a;
      end_b = after_b;
    }
  return 0;
}

static Walk
walk_from (const LpWays *ways, LpAxis axis, const LpRun *run, gboolean up)
{
  LpPoint a = lp_ways_point (ways, run->edge, run->index),
          b = lp_ways_point (ways, run->edge, run->index + 1);
  gboolean rising = axis == LP_ALONG_X ? b.x > a.x : b.y > a.y;
  gboolean forward = rising == up;
  return (Walk){ ways, run->edge, forward ? (int) run->index + 1 : (int) run->index, forward ? 1 : -1 };
}

int
lp_runs_compare (const LpWays *ways, LpAxis axis, const LpRun *a, const LpRun *b)
{
  int votes[2];
  for (int up = 0; up < 2; up++)
    {
      int along = up ? 1 : -1;
      int dx = axis == LP_ALONG_X ? along : 0, dy = axis == LP_ALONG_X ? 0 : along;
      int left = part (walk_from (ways, axis, a, up), walk_from (ways, axis, b, up), dx, dy);
      /* Left of a movement along x to the right is up, that is first; of one along y downwards it is last. */
      votes[up] = axis == LP_ALONG_X ? -left * along : left * along;
    }
  int sum = votes[0] + votes[1];
  return sum != 0 ? sum : votes[0];
}
