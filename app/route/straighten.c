/* Steps in a way that need not be there: where one of the two runs beside a short cross run may be moved onto
 * the line of the other, both become one. */
#include "route/lanes.h"
#include "route/runs.h"

/* What has to be left of a run at a port. */
#define END_RUN 16

typedef struct
{
  const LpSpace *space;
  const LpRouteEdge *edge;
  GArray *points;
  guint index; /* of the first of the four points that the two runs and the one between them have */
  LpAxis axis; /* of the two runs */
} Step;

static double
along (LpPoint point, LpAxis axis)
{
  return axis == LP_ALONG_X ? point.x : point.y;
}

static LpPoint
point_of (const Step *step, int offset)
{
  return g_array_index (step->points, LpPoint, step->index + offset);
}

static gboolean
is_free (const Step *step, LpAxis axis, double at, double from, double to)
{
  gboolean first = step->index == 0, last = step->index + 4 == step->points->len;
  LpRay ray = { .axis = axis,
                .direction = to > from ? 1 : -1,
                .from = from,
                .low = at,
                .high = at,
                .clearance = step->space->options.clearance,
                .reach = fabs (to - from),
                .home = step->edge->from,
                .home2 = step->edge->to,
                .skip = first ? step->edge->from : LP_NOBODY,
                .skip2 = last ? step->edge->to : LP_NOBODY };
  return (to - lp_space_cast (step->space, &ray)) * ray.direction <= 0.01;
}

static LpSide
side_towards (LpAxis axis, gboolean rising)
{
  if (axis == LP_ALONG_X)
    return rising ? LP_SIDE_RIGHT : LP_SIDE_LEFT;
  return rising ? LP_SIDE_BOTTOM : LP_SIDE_TOP;
}

/* Narrows where a run at an end may lie. */
static void
limit (const Step *step, guint box, LpSide side, double *least, double *most)
{
  double low, high;
  lp_port_range (step->space, box, side, &low, &high);
  *least = MAX (*least, low);
  *most = MIN (*most, high);
}

/* Whether the run beside the step, from `far` to `near`, may end at `at` instead: not turned round, not too
 * short before a port, and nothing in its way. */
static gboolean
may_follow (const Step *step, LpPoint far, LpPoint near, double at, gboolean port)
{
  LpAxis across = lp_across (step->axis);
  double from = along (far, across), before = along (near, across);
  if ((at - from) * (before - from) <= 0 || fabs (at - from) < (port ? END_RUN : 1))
    return FALSE;
  return fabs (at - from) <= fabs (before - from)
         || is_free (step, across, along (near, step->axis), before, at);
}

static gboolean
may_lie_at (const Step *step, double at)
{
  guint n = step->points->len;
  LpPoint a = point_of (step, 0), d = point_of (step, 3);
  if (step->index > 0 && !may_follow (step, point_of (step, -1), a, at, step->index == 1))
    return FALSE;
  if (step->index + 4 < n && !may_follow (step, point_of (step, 4), d, at, step->index + 5 == n))
    return FALSE;
  return is_free (step, step->axis, at, along (a, step->axis), along (d, step->axis));
}

static void
merge (const Step *step, double at)
{
  LpPoint *a = &g_array_index (step->points, LpPoint, step->index), *d = a + 3;
  *(step->axis == LP_ALONG_X ? &a->y : &a->x) = at;
  *(step->axis == LP_ALONG_X ? &d->y : &d->x) = at;
  g_array_remove_range (step->points, step->index + 1, 2);
}

static gboolean
take_out (const Step *step)
{
  guint n = step->points->len;
  LpPoint a = point_of (step, 0), b = point_of (step, 1), c = point_of (step, 2), d = point_of (step, 3);
  LpAxis axis = step->axis, across = lp_across (axis);
  gboolean rising = along (b, axis) > along (a, axis);
  if ((along (d, axis) > along (c, axis)) != rising)
    return FALSE;
  double least = -G_MAXDOUBLE, most = G_MAXDOUBLE;
  if (step->index == 0)
    limit (step, step->edge->from, side_towards (axis, rising), &least, &most);
  if (step->index + 4 == n)
    limit (step, step->edge->to, side_towards (axis, !rising), &least, &most);
  double tries[3] = { along (a, across), along (d, across), (least + most) / 2 };
  gboolean both = step->index == 0 && step->index + 4 == n;
  for (guint i = 0; i < (both ? 3 : 2); i++)
    if (tries[i] >= least && tries[i] <= most && may_lie_at (step, tries[i]))
      {
        merge (step, tries[i]);
        return TRUE;
      }
  return FALSE;
}

void
lp_ways_straighten (const LpSpace *space, const LpRouteEdge *edge, GArray *points)
{
  if (lp_space_is_within (space, edge->to, edge->from) || lp_space_is_within (space, edge->from, edge->to))
    return;
  Step step = { space, edge, points, 0, LP_ALONG_X };
  while (step.index + 4 <= points->len)
    {
      LpPoint a = point_of (&step, 0), b = point_of (&step, 1);
      step.axis = a.y == b.y ? LP_ALONG_X : LP_ALONG_Y;
      if (take_out (&step))
        step.index = step.index > 2 ? step.index - 2 : 0;
      else
        step.index++;
    }
}
