#include "route/search.h"
#include "route/heap.h"

#include <math.h>

#define BEND 48
#define CROSSING 36
#define FOREIGN 600
/* The sides of a tile are better places than its top, and both better than below its label. */
#define AT_TOP 24
#define AT_BOTTOM 56
/* After this many steps the search gives up: nothing may hang, whatever the drawing. */
#define MOST_STEPS 4000000

/* A state is a crossing and the axis along which it was reached: 2 * crossing + axis. */
struct _LpSearch
{
  const LpSpace *space;
  const LpLanes *lanes;
  guint16 *passed[2]; /* by crossing: ways that run straight over it along x, along y */
  double *cost;       /* by state */
  guint *before;      /* by state; LP_NOBODY where it was reached from a port */
  guint *seen;        /* by state: the search that set the two above */
  guint *allowed;     /* by container: the search that may use its lanes; the last is the plane */
  guint round;
  LpHeap heap;
  guint from, to;
  gboolean inward_from, inward_to, anywhere;
};

LpSearch *
lp_search_new (const LpSpace *space, const LpLanes *lanes)
{
  LpSearch *self = g_new0 (LpSearch, 1);
  guint n = lanes->n_crossings + 1;
  self->space = space;
  self->lanes = lanes;
  for (guint axis = 0; axis < 2; axis++)
    self->passed[axis] = g_new0 (guint16, n);
  self->cost = g_new (double, 2 * (gsize) n);
  self->before = g_new (guint, 2 * (gsize) n);
  self->seen = g_new0 (guint, 2 * (gsize) n);
  self->allowed = g_new0 (guint, space->n + 1);
  lp_heap_init (&self->heap);
  return self;
}

void
lp_search_free (LpSearch *search)
{
  if (search == NULL)
    return;
  for (guint axis = 0; axis < 2; axis++)
    g_free (search->passed[axis]);
  g_free (search->cost);
  g_free (search->before);
  g_free (search->seen);
  g_free (search->allowed);
  lp_heap_clear (&search->heap);
  g_free (search);
}

static guint
slot (const LpSearch *self, guint container)
{
  return MIN (container, self->space->n);
}

/* Lanes of the containers around both ends; where one end stands in the other, only of those between. */
static void
allow (LpSearch *self)
{
  for (guint k = 0; k < 2; k++)
    {
      guint end = k == 0 ? self->from : self->to;
      gboolean inward = k == 0 ? self->inward_from : self->inward_to;
      guint top
          = k == 0 ? (self->inward_to ? self->to : LP_NOBODY) : (self->inward_from ? self->from : LP_NOBODY);
      for (guint c = inward ? end : self->space->parent[end];; c = self->space->parent[c])
        {
          self->allowed[slot (self, c)] = self->round;
          if (inward || c == top || c == LP_NOBODY)
            break;
        }
    }
}

/* What a lane costs by its kind: -1 where it may not be used. */
static double
toll (const LpSearch *self, const LpLane *lane)
{
  if (lane->owner != LP_NOBODY)
    {
      if (lane->owner != self->from && lane->owner != self->to)
        return -1;
      if (lane->inward != (lane->owner == self->from ? self->inward_from : self->inward_to))
        return -1;
    }
  if (self->allowed[slot (self, lane->home)] == self->round)
    return 0;
  return self->anywhere ? FOREIGN : -1;
}

static double
estimate (const LpSearch *self, LpPoint at)
{
  LpRect r = self->space->port[self->to];
  double dx = MAX (0, MAX (r.x - at.x, at.x - (r.x + r.w)));
  double dy = MAX (0, MAX (r.y - at.y, at.y - (r.y + r.h)));
  return dx + dy + (dx > 0 && dy > 0 ? BEND : 0);
}

static void
reach (LpSearch *self, guint state, guint before, double cost)
{
  if (self->seen[state] == self->round && self->cost[state] <= cost + 1e-9)
    return;
  self->seen[state] = self->round;
  self->cost[state] = cost;
  self->before[state] = before;
  lp_heap_push (&self->heap, cost + estimate (self, lp_lanes_point (self->lanes, state / 2)), state);
}

static LpPoint
port_of (const LpSearch *self, const LpLane *lane)
{
  return lp_port_point (self->space, lane->owner, lane->side);
}

static double
price_of_side (const LpSearch *self, guint box, LpSide side)
{
  LpRect rect = self->space->rect[box], port = self->space->port[box];
  gboolean labelled = rect.y + rect.h > port.y + port.h;
  return !labelled ? 0 : side == LP_SIDE_TOP ? AT_TOP : side == LP_SIDE_BOTTOM ? AT_BOTTOM : 0;
}

static double
distance (LpPoint a, LpPoint b)
{
  return fabs (a.x - b.x) + fabs (a.y - b.y);
}

/* From each port of the source to the first crossing on its lane. */
static void
start (LpSearch *self)
{
  for (LpSide side = 0; side < LP_N_SIDES; side++)
    {
      guint number = lp_lanes_port (self->lanes, self->from, side, self->inward_from);
      if (number == LP_NOBODY)
        continue;
      const LpLane *lane = lp_lanes_get (self->lanes, number);
      LpPoint port = port_of (self, lane);
      guint first = self->lanes->first[number], last = self->lanes->first[number + 1];
      if (first == last)
        continue;
      gboolean from_low = lane->low == (lane->axis == LP_ALONG_X ? port.x : port.y);
      guint crossing = self->lanes->list[from_low ? first : last - 1];
      reach (self, 2 * crossing + lane->axis, LP_NOBODY,
             price_of_side (self, self->from, side)
                 + distance (port, lp_lanes_point (self->lanes, crossing)));
    }
}

/* To the next crossing along the lane in both directions, and round the corner. */
static void
expand (LpSearch *self, guint state)
{
  guint crossing = state / 2;
  LpAxis axis = state % 2, other = lp_across (axis);
  guint lane = self->lanes->crossing[axis][crossing], place = self->lanes->place[axis][crossing];
  double cost = self->cost[state];
  LpPoint at = lp_lanes_point (self->lanes, crossing);
  gboolean turned = self->before[state] != LP_NOBODY && self->before[state] / 2 == crossing;
  double over = turned ? 0 : CROSSING * (double) self->passed[other][crossing];
  for (int step = -1; step <= 1; step += 2)
    {
      double total = cost + over;
      guint next = place + step;
      if (step < 0 ? place == self->lanes->first[lane] : next == self->lanes->first[lane + 1])
        continue;
      guint to = self->lanes->list[next];
      reach (self, 2 * to + axis, state, total + distance (at, lp_lanes_point (self->lanes, to)));
    }
  if (turned)
    return;
  double price = toll (self, lp_lanes_get (self->lanes, self->lanes->crossing[other][crossing]));
  if (price >= 0)
    reach (self, 2 * crossing + other, state,
           cost + BEND + price + CROSSING * 0.3 * self->passed[other][crossing]);
}

/* Cost from here to the target's port; -1 where this lane does not lead to it. */
static double
finish (const LpSearch *self, guint state)
{
  const LpLane *lane = lp_lanes_get (self->lanes, self->lanes->crossing[state % 2][state / 2]);
  if (lane->owner != self->to || lane->inward != self->inward_to)
    return -1;
  return price_of_side (self, self->to, lane->side)
         + distance (port_of (self, lane), lp_lanes_point (self->lanes, state / 2));
}

static void
mark_passed (LpSearch *self, guint state)
{
  guint crossing = state / 2;
  LpAxis axis = state % 2;
  if (self->passed[axis][crossing] < G_MAXUINT16)
    self->passed[axis][crossing]++;
}

static void
append (GArray *points, LpPoint point)
{
  guint n = points->len;
  if (n >= 2)
    {
      LpPoint a = g_array_index (points, LpPoint, n - 2), b = g_array_index (points, LpPoint, n - 1);
      if ((a.x == b.x && b.x == point.x) || (a.y == b.y && b.y == point.y))
        {
          g_array_index (points, LpPoint, n - 1) = point;
          return;
        }
    }
  if (n == 0 || distance (g_array_index (points, LpPoint, n - 1), point) > 0)
    g_array_append_val (points, point);
}

static void
trace (LpSearch *self, guint last, GArray *points)
{
  g_autoptr (GArray) states = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint state = last; state != LP_NOBODY; state = self->before[state])
    {
      g_array_append_val (states, state);
      mark_passed (self, state);
    }
  guint first = g_array_index (states, guint, states->len - 1);
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (LpPoint));
  append (way, port_of (self, lp_lanes_get (self->lanes, self->lanes->crossing[first % 2][first / 2])));
  for (guint i = states->len; i-- > 0;)
    append (way, lp_lanes_point (self->lanes, g_array_index (states, guint, i) / 2));
  append (way, port_of (self, lp_lanes_get (self->lanes, self->lanes->crossing[last % 2][last / 2])));
  g_array_append_vals (points, way->data, way->len);
}

gboolean
lp_search_find (LpSearch *search, guint from, guint to, gboolean anywhere, GArray *points)
{
  search->from = from;
  search->to = to;
  search->anywhere = anywhere;
  search->inward_from = lp_space_is_within (search->space, to, from);
  search->inward_to = lp_space_is_within (search->space, from, to);
  search->round++;
  lp_heap_reset (&search->heap);
  allow (search);
  start (search);
  guint best = LP_NOBODY, steps = 0, state;
  double best_cost = G_MAXDOUBLE, estimated;
  while (lp_heap_pop (&search->heap, &estimated, &state) && estimated < best_cost && steps++ < MOST_STEPS)
    {
      if (estimated
          > search->cost[state] + estimate (search, lp_lanes_point (search->lanes, state / 2)) + 1e-6)
        continue;
      double rest = finish (search, state);
      if (rest >= 0 && search->cost[state] + rest < best_cost)
        {
          best_cost = search->cost[state] + rest;
          best = state;
        }
      expand (search, state);
    }
  if (best == LP_NOBODY)
    return FALSE;
  trace (search, best, points);
  return TRUE;
}

/* Counts a straight way for the crossings of later ones. */
static void
mark_straight (LpSearch *self, guint box, LpSide side, double low, double high)
{
  guint number = lp_lanes_port (self->lanes, box, side, FALSE);
  if (number == LP_NOBODY)
    return;
  const LpLane *lane = lp_lanes_get (self->lanes, number);
  for (guint k = self->lanes->first[number]; k < self->lanes->first[number + 1]; k++)
    {
      LpPoint at = lp_lanes_point (self->lanes, self->lanes->list[k]);
      double along = lane->axis == LP_ALONG_X ? at.x : at.y;
      if (along >= low && along <= high)
        mark_passed (self, 2 * self->lanes->list[k] + lane->axis);
    }
}

/* From `side` of one box to the opposite side of the other. */
static gboolean
try_straight (LpSearch *self, guint from, LpSide side, guint to, LpSide opposite, GArray *points)
{
  LpAxis axis = side == LP_SIDE_LEFT || side == LP_SIDE_RIGHT ? LP_ALONG_X : LP_ALONG_Y;
  LpPoint a = lp_port_point (self->space, from, side), b = lp_port_point (self->space, to, opposite);
  double begin = axis == LP_ALONG_X ? a.x : a.y, end = axis == LP_ALONG_X ? b.x : b.y;
  int direction = side == LP_SIDE_RIGHT || side == LP_SIDE_BOTTOM ? 1 : -1;
  if ((end - begin) * direction < 2 * self->space->options.end_gap + 4)
    return FALSE;
  double low[2], high[2];
  lp_port_range (self->space, from, side, &low[0], &high[0]);
  lp_port_range (self->space, to, opposite, &low[1], &high[1]);
  double least = MAX (low[0], low[1]), most = MIN (high[0], high[1]);
  double wishes[3] = { axis == LP_ALONG_X ? a.y : a.x, axis == LP_ALONG_X ? b.y : b.x, (least + most) / 2 };
  /* The middle of a tile is a better end than the middle of a frame. */
  if (self->space->container[from])
    wishes[0] = wishes[1];
  for (guint i = 0; least <= most && i < G_N_ELEMENTS (wishes); i++)
    {
      double at = wishes[i];
      if (at < least || at > most)
        continue;
      LpRay ray = { .axis = axis,
                    .direction = direction,
                    .from = begin,
                    .low = at,
                    .high = at,
                    .clearance = self->space->options.clearance,
                    .reach = fabs (end - begin),
                    .home = from,
                    .home2 = to,
                    .skip = from,
                    .skip2 = to };
      if ((end - lp_space_cast (self->space, &ray)) * direction > 0.5)
        continue;
      LpPoint ends[2] = { { axis == LP_ALONG_X ? begin : at, axis == LP_ALONG_X ? at : begin },
                          { axis == LP_ALONG_X ? end : at, axis == LP_ALONG_X ? at : end } };
      g_array_append_vals (points, ends, 2);
      mark_straight (self, from, side, MIN (begin, end), MAX (begin, end));
      return TRUE;
    }
  return FALSE;
}

gboolean
lp_search_straight (LpSearch *search, guint from, guint to, GArray *points)
{
  if (lp_space_is_within (search->space, from, to) || lp_space_is_within (search->space, to, from))
    return FALSE;
  return try_straight (search, from, LP_SIDE_RIGHT, to, LP_SIDE_LEFT, points)
         || try_straight (search, from, LP_SIDE_LEFT, to, LP_SIDE_RIGHT, points)
         || try_straight (search, from, LP_SIDE_BOTTOM, to, LP_SIDE_TOP, points)
         || try_straight (search, from, LP_SIDE_TOP, to, LP_SIDE_BOTTOM, points);
}
