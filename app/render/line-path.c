#include "render/line-path.h"

#include <math.h>

/* How far a curve's handles reach to look like a quarter of a circle. */
#define QUARTER 0.5523

/* The line ends this far inside the arrow's head, so that its butt does not show. */
#define INSIDE_HEAD 2.0
#define LEAST_HEAD 4.0
#define LEAST_STEM 3.0

static LpPoint
towards (LpPoint from, LpPoint to, double distance)
{
  double length = lp_point_distance (from, to);
  if (length <= 0)
    return from;
  return (LpPoint){ from.x + (to.x - from.x) * distance / length,
                    from.y + (to.y - from.y) * distance / length };
}

/* Length of the head at one end. */
static double
head_length (const LpDrawItem *item, const LpPoint *points, gboolean at_start)
{
  guint n = item->line.n;
  double run = lp_point_distance (points[at_start ? 0 : n - 2], points[at_start ? 1 : n - 1]);
  if (n == 2 && item->line.head_start && item->line.head_end)
    run /= 2;
  return MIN (CLAMP (run - LEAST_STEM, LEAST_HEAD, LP_ARROW_LENGTH), MAX (run, INSIDE_HEAD));
}

/* How far the curve at a bend may reach into the run from point `a` to the next. */
static double
room_on_run (const LpDrawItem *item, const LpPoint *points, guint a)
{
  double length = lp_point_distance (points[a], points[a + 1]);
  if (a == 0 && item->line.head_start)
    return MAX (length - head_length (item, points, TRUE), length / 4);
  if (a + 2 == item->line.n && item->line.head_end)
    return MAX (length - head_length (item, points, FALSE), length / 4);
  return length / 2;
}

static void
add_step (GArray *steps, LpStepKind kind, LpPoint a, LpPoint b, LpPoint c)
{
  LpStep step = { kind, { a, b, c } };
  g_array_append_val (steps, step);
}

static void
line_to (GArray *steps, LpPoint p)
{
  add_step (steps, LP_STEP_LINE, p, p, p);
}

static LpPoint
between (LpPoint a, LpPoint b, double share)
{
  return (LpPoint){ a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share };
}

/* Half a circle from `a` to `b`, on the upper (for a level run) or left side. */
static void
hop_over (GArray *steps, LpPoint a, LpPoint b)
{
  gboolean level = fabs (b.x - a.x) >= fabs (b.y - a.y);
  LpPoint up = level ? (LpPoint){ 0, -LP_HOP_RADIUS } : (LpPoint){ -LP_HOP_RADIUS, 0 };
  LpPoint top = { (a.x + b.x) / 2 + up.x, (a.y + b.y) / 2 + up.y };
  LpPoint a_up = { a.x + up.x, a.y + up.y }, b_up = { b.x + up.x, b.y + up.y };
  line_to (steps, a);
  add_step (steps, LP_STEP_CURVE, between (a, a_up, QUARTER), between (top, a_up, QUARTER), top);
  add_step (steps, LP_STEP_CURVE, between (top, b_up, QUARTER), between (b, b_up, QUARTER), b);
}

static gboolean
is_on (LpPoint p, LpPoint a, LpPoint b)
{
  return fabs (lp_point_distance (a, p) + lp_point_distance (p, b) - lp_point_distance (a, b)) < 0.01;
}

/* The hops on the run from `a` to `b`, in the order in which they come. */
static void
add_hops (GArray *steps, const LpPoint *hops, guint n_hops, LpPoint a, LpPoint b)
{
  double done = -1;
  for (;;)
    {
      double nearest = INFINITY;
      LpPoint at = a;
      for (guint i = 0; i < n_hops; i++)
        {
          double far = lp_point_distance (a, hops[i]);
          if (far > done + LP_HOP_RADIUS && far < nearest && is_on (hops[i], a, b))
            {
              nearest = far;
              at = hops[i];
            }
        }
      if (!isfinite (nearest))
        return;
      hop_over (steps, towards (at, a, LP_HOP_RADIUS), towards (at, b, LP_HOP_RADIUS));
      done = nearest + LP_HOP_RADIUS;
    }
}

void
lp_line_path (const LpDrawList *list, const LpDrawItem *item, GArray *steps)
{
  const LpPoint *points = lp_draw_list_get_points (list, item->line.first);
  guint n = item->line.n;
  LpPoint start = points[0], end = points[n - 1];
  if (item->line.head_start == LP_HEAD_SOLID)
    start = towards (points[0], points[1], head_length (item, points, TRUE) - INSIDE_HEAD);
  if (item->line.head_end == LP_HEAD_SOLID)
    end = towards (points[n - 1], points[n - 2], head_length (item, points, FALSE) - INSIDE_HEAD);

  g_array_set_size (steps, 0);
  add_step (steps, LP_STEP_MOVE, start, start, start);
  LpPoint from = start;
  for (guint i = 1; i < n; i++)
    {
      LpPoint corner = i == n - 1 ? end : points[i];
      double room
          = i == n - 1 ? 0 : MIN (room_on_run (item, points, i - 1), room_on_run (item, points, i));
      double radius = MIN (item->line.radius, room);
      LpPoint before = towards (corner, points[i - 1], radius);
      add_hops (steps, points + n, item->line.n_hops, from, before);
      line_to (steps, before);
      if (radius > 0)
        {
          LpPoint after = towards (corner, points[i + 1], radius);
          add_step (steps, LP_STEP_CURVE, between (before, corner, QUARTER), between (after, corner, QUARTER),
                    after);
          from = after;
        }
      else
        from = corner;
    }
}

void
lp_line_arrow (const LpDrawList *list, const LpDrawItem *item, gboolean at_start, LpPoint corners[3])
{
  const LpPoint *points = lp_draw_list_get_points (list, item->line.first);
  guint n = item->line.n;
  LpPoint tip = at_start ? points[0] : points[n - 1];
  double length = head_length (item, points, at_start);
  LpPoint behind = towards (tip, at_start ? points[1] : points[n - 2], length);
  double half = LP_ARROW_HALF * (0.4 + 0.6 * length / LP_ARROW_LENGTH) / length;
  LpPoint side = { (behind.y - tip.y) * half, (tip.x - behind.x) * half };
  corners[0] = tip;
  corners[1] = (LpPoint){ behind.x + side.x, behind.y + side.y };
  corners[2] = (LpPoint){ behind.x - side.x, behind.y - side.y };
}
