#include "route/keep.h"
#include "route/lanes.h"

/* What is wanted of a run before a port, and what has to be left of it. */
#define END_RUN 16
#define LEAST_RUN 8

typedef struct
{
  const LpSpace *space;
  const LpRouteEdge *edge;
  LpPoint *points;
  guint n;
} Way;

static double *
coordinate (LpPoint *point, LpAxis axis)
{
  return axis == LP_ALONG_X ? &point->x : &point->y;
}

static LpAxis
axis_of (const Way *way, guint run)
{
  LpPoint a = way->points[run], b = way->points[run + 1];
  return fabs (a.y - b.y) <= fabs (a.x - b.x) ? LP_ALONG_X : LP_ALONG_Y;
}

/* LP_NOBODY where nothing stands in the way of the run. */
static guint
find_obstacle (const Way *way, guint run)
{
  LpAxis axis = axis_of (way, run);
  double at = *coordinate (&way->points[run], lp_across (axis));
  double from = *coordinate (&way->points[run], axis), to = *coordinate (&way->points[run + 1], axis);
  LpRay ray = { .axis = axis,
                .direction = to >= from ? 1 : -1,
                .from = from,
                .low = at,
                .high = at,
                .clearance = MIN (way->space->options.clearance, LP_KEEP_CLEARANCE),
                .reach = fabs (to - from),
                .home = way->edge->from,
                .home2 = way->edge->to,
                .skip = run == 0 ? way->edge->from : LP_NOBODY,
                .skip2 = run + 2 == way->n ? way->edge->to : LP_NOBODY };
  guint met;
  double end = lp_space_cast_at (way->space, &ray, &met);
  return (to - end) * ray.direction > 0.01 ? met : LP_NOBODY;
}

typedef struct
{
  guint box, end, next; /* points */
  LpAxis axis;          /* of the run at the end */
  LpSide side;
  double low, high; /* where it may lie */
} End;

static End
describe_end (const Way *way, gboolean last)
{
  End self = { last ? way->edge->to : way->edge->from, last ? way->n - 1 : 0, last ? way->n - 2 : 1 };
  LpPoint end = way->points[self.end], next = way->points[self.next];
  self.axis = axis_of (way, MIN (self.end, self.next));
  if (self.axis == LP_ALONG_X)
    self.side = next.x < end.x ? LP_SIDE_LEFT : LP_SIDE_RIGHT;
  else
    self.side = next.y < end.y ? LP_SIDE_TOP : LP_SIDE_BOTTOM;
  lp_port_range (way->space, self.box, self.side, &self.low, &self.high);
  return self;
}

/* Takes the end along with its port: it slides only where it would leave the side. */
static gboolean
follow (Way *way, const End *end, LpRect before)
{
  LpAxis across = lp_across (end->axis);
  LpRect now = way->space->port[end->box];
  double moved = lp_low (now, across) - lp_low (before, across);
  double at = *coordinate (&way->points[end->end], across);
  if (way->n > 2)
    at += moved;
  LpPoint side = lp_port_point (way->space, end->box, end->side);
  if (end->low > end->high)
    return FALSE;
  at = CLAMP (at, end->low, end->high);
  *coordinate (&way->points[end->end], across) = at;
  *coordinate (&way->points[end->end], end->axis) = *coordinate (&side, end->axis);
  *coordinate (&way->points[end->next], across) = at;
  return TRUE;
}

/* Both ends of a straight way have to agree. */
static gboolean
follow_straight (Way *way, const End ends[2], LpRect from, LpRect to)
{
  LpAxis across = lp_across (ends[0].axis);
  double low = MAX (ends[0].low, ends[1].low), high = MIN (ends[0].high, ends[1].high);
  if (low > high)
    return FALSE;
  double moved[2] = { lp_low (way->space->port[ends[0].box], across) - lp_low (from, across),
                      lp_low (way->space->port[ends[1].box], across) - lp_low (to, across) };
  double at = *coordinate (&way->points[0], across) + (moved[0] == moved[1] ? moved[0] : 0);
  for (guint i = 0; i < 2; i++)
    {
      LpPoint side = lp_port_point (way->space, ends[i].box, ends[i].side);
      *coordinate (&way->points[i], across) = CLAMP (at, low, high);
      *coordinate (&way->points[i], ends[i].axis) = *coordinate (&side, ends[i].axis);
    }
  return TRUE;
}

/* The run at an end leads away from its side, for long enough; the run behind it makes room where it can. */
static gboolean
stretch_end (Way *way, const End *end)
{
  int direction = end->side == LP_SIDE_LEFT || end->side == LP_SIDE_TOP ? -1 : 1;
  double port = *coordinate (&way->points[end->end], end->axis);
  double *turn = coordinate (&way->points[end->next], end->axis);
  if ((*turn - port) * direction >= LEAST_RUN)
    return TRUE;
  if (way->n < 4)
    return FALSE;
  guint behind = end->end == 0 ? 2 : way->n - 3;
  *turn = port + direction * END_RUN;
  *coordinate (&way->points[behind], end->axis) = *turn;
  return TRUE;
}

/* Moves a run beside what stands in its way, to the nearer side. */
static void
push_aside (Way *way, guint run, guint obstacle)
{
  LpAxis across = lp_across (axis_of (way, run));
  const LpSpace *space = way->space;
  LpRect rect = space->rect[obstacle];
  if (space->container[obstacle]
      && (lp_space_is_within (space, way->edge->from, obstacle)
          || lp_space_is_within (space, way->edge->to, obstacle)))
    rect = space->header[obstacle];
  double at = *coordinate (&way->points[run], across), clearance = lp_space_clearance (space, obstacle);
  double low = lp_low (rect, across) - clearance, high = lp_high (rect, across) + clearance;
  double aside = at - low <= high - at ? low : high;
  for (guint last = 0; last < 2; last++)
    {
      if (last ? run + 2 != way->n : run != 0)
        continue;
      End end = describe_end (way, last);
      if (end.low > end.high)
        return;
      aside = CLAMP (aside, end.low, end.high);
    }
  *coordinate (&way->points[run], across) = aside;
  *coordinate (&way->points[run + 1], across) = aside;
}

static gboolean
is_free (const Way *way)
{
  for (guint run = 0; run + 1 < way->n; run++)
    if (find_obstacle (way, run) != LP_NOBODY)
      return FALSE;
  return TRUE;
}

static gboolean
is_long_enough (const Way *way, const End *end)
{
  int direction = end->side == LP_SIDE_LEFT || end->side == LP_SIDE_TOP ? -1 : 1;
  return (*coordinate (&way->points[end->next], end->axis) - *coordinate (&way->points[end->end], end->axis))
             * direction
         >= LEAST_RUN;
}

gboolean
lp_way_keep (const LpSpace *space, const LpRouteEdge *edge, LpRect from, LpRect to, GArray *points)
{
  Way way = { space, edge, (LpPoint *) (gpointer) points->data, points->len };
  if (way.n < 2 || lp_space_is_within (space, edge->from, edge->to)
      || lp_space_is_within (space, edge->to, edge->from))
    return FALSE;
  End ends[2] = { describe_end (&way, FALSE), describe_end (&way, TRUE) };
  if (way.n == 2 && !follow_straight (&way, ends, from, to))
    return FALSE;
  if (way.n > 2 && (!follow (&way, &ends[0], from) || !follow (&way, &ends[1], to)))
    return FALSE;
  for (guint i = 0; way.n > 2 && i < 2; i++)
    if (!stretch_end (&way, &ends[i]))
      return FALSE;
  for (guint run = 0; run + 1 < way.n; run++)
    {
      guint obstacle = find_obstacle (&way, run);
      if (obstacle != LP_NOBODY)
        push_aside (&way, run, obstacle);
    }
  return is_long_enough (&way, &ends[0]) && is_long_enough (&way, &ends[1]) && is_free (&way);
}

gboolean
lp_way_is_free (const LpSpace *space, const LpRouteEdge *edge, const GArray *points)
{
  Way way = { space, edge, (LpPoint *) (gpointer) points->data, points->len };
  return is_free (&way);
}
