#include "route/search.h"
#include "route/heap.h"

#include <math.h>

#define BEND 550
#define CROSSING LP_SEARCH_CROSSING
#define FOREIGN 3000
/* The sides of a tile are better places than its top, and both better than below its label. */
#define AT_TOP 32
#define AT_BOTTOM 80
#define OFF_MIDDLE 0.25
/* An arrow needs a straight run this long before the port, a start less; what each unit too few costs. */
#define LAST_RUN 16
#define FIRST_RUN 22
#define TOO_SHORT 45
/* A search that has taken so many steps without an end begins anew in haste: it trusts its estimate more than
 * what others have drawn. Once all searches together have taken PATIENCE steps, as in a tangle, they hurry
 * sooner. */
#define CALM_STEPS 20000
#define PATIENCE 3000000
#define IMPATIENT_STEPS 1000
#define HASTE 3
#define CROSSING_IN_HASTE 6
/* After this many steps it gives up: nothing may hang, whatever the drawing. */
#define MOST_STEPS 400000

/* What is known of a place, reached along its lane. */
typedef struct
{
  double cost;
  guint before; /* the place that it was reached from; LP_NOBODY: a port */
  guint seen;   /* the search that set the two above */
} Node;

struct _LpSearch
{
  const LpSpace *space;
  const LpLanes *lanes;
  guint16 *crossed;     /* by place: ways that run over it along the other lane */
  Node *nodes;          /* by place */
  guint *origin, *goal; /* by lane: the search in which it leads from the source, to the target */
  const LpLaneEnd **origin_end, **goal_end; /* by lane: how */
  guint *allowed; /* by container: the search that may use its lanes; the last is the plane */
  guint round;
  LpHeap heap;
  guint from, to;
  LpSide shut; /* of a pin that is one point: where the other way arrives; LP_N_SIDES where none does */
  gboolean inward_from, inward_to, anywhere;
  double haste;    /* by which the estimate of what is left is multiplied: 1, or HASTE */
  double crossing; /* the price of one */
  guint64 steps;   /* of all searches */
  guint *by_at[2]; /* lanes along each axis in the order of where they lie; made when first needed */
  guint n_by_at[2];
};

LpSearch *
lp_search_new (const LpSpace *space, const LpLanes *lanes)
{
  LpSearch *self = g_new0 (LpSearch, 1);
  guint n = lp_lanes_count_places (lanes) + 1;
  self->space = space;
  self->lanes = lanes;
  self->crossed = g_new0 (guint16, n);
  self->nodes = g_new0 (Node, n);
  self->origin = g_new0 (guint, lanes->lanes->len + 1);
  self->goal = g_new0 (guint, lanes->lanes->len + 1);
  self->origin_end = g_new (const LpLaneEnd *, lanes->lanes->len + 1);
  self->goal_end = g_new (const LpLaneEnd *, lanes->lanes->len + 1);
  self->allowed = g_new0 (guint, space->n + 1);
  self->shut = LP_N_SIDES;
  lp_heap_init (&self->heap);
  return self;
}

void
lp_search_free (LpSearch *search)
{
  if (search == NULL)
    return;
  g_free (search->crossed);
  g_free (search->nodes);
  g_free (search->origin);
  g_free (search->goal);
  g_free (search->origin_end);
  g_free (search->goal_end);
  g_free (search->allowed);
  lp_heap_clear (&search->heap);
  g_free (search->by_at[0]);
  g_free (search->by_at[1]);
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

static const LpLane *
lane_of (const LpSearch *self, guint place)
{
  return lp_lanes_get (self->lanes, lp_lanes_of_place (self->lanes, place));
}

static double
rest_from (const LpSearch *self, const LpLane *lane, guint place)
{
  return self->haste * estimate (self, lp_lanes_point (self->lanes, lane, place));
}

static void
reach (LpSearch *self, const LpLane *lane, guint place, guint before, double cost)
{
  Node *node = &self->nodes[place];
  if (node->seen == self->round && node->cost <= cost + 1e-9)
    return;
  *node = (Node){ cost, before, self->round };
  lp_heap_push (&self->heap, cost + rest_from (self, lane, place), place);
}

/* A way goes straight on into what was laid by hand, or meets it; or it bends at its first point. */
static double
price_at_pin (const LpSearch *self, guint pin, LpSide side)
{
  LpPoint next = self->space->pin_next[pin - self->space->n_boxes];
  LpRect at = self->space->rect[pin];
  if (self->shut == side)
    return FOREIGN;
  gboolean upright = side == LP_SIDE_TOP || side == LP_SIDE_BOTTOM;
  return (upright ? next.y == at.y && next.x != at.x : next.x == at.x && next.y != at.y) ? BEND : 0;
}

static double
price_of_side (const LpSearch *self, guint box, LpSide side)
{
  if (lp_space_is_pin (self->space, box))
    return price_at_pin (self, box, side);
  LpRect rect = self->space->rect[box], port = self->space->port[box];
  gboolean labelled = rect.y + rect.h > port.y + port.h;
  return !labelled ? 0 : side == LP_SIDE_TOP ? AT_TOP : side == LP_SIDE_BOTTOM ? AT_BOTTOM : 0;
}

static double
distance (LpPoint a, LpPoint b)
{
  return fabs (a.x - b.x) + fabs (a.y - b.y);
}

/* Ends beside the middle of a side are used where that saves more than this. */
static double
price_of_end (const LpSearch *self, const LpLaneEnd *end)
{
  LpPoint middle = lp_port_point (self->space, end->box, end->side);
  return price_of_side (self, end->box, end->side) + OFF_MIDDLE * distance (middle, end->port);
}

static gboolean
is_usable (const LpSearch *self, const LpLaneEnd *end, gboolean inward)
{
  return end->inward == inward && toll (self, lp_lanes_get (self->lanes, end->lane)) >= 0;
}

/* Whether a foreign frame stands between two coordinates of a lane that may lead into containers. */
static gboolean
is_shut (const LpSearch *self, const LpLane *lane, double from, double to)
{
  if (lane->n_gates == 0)
    return FALSE;
  double low = MIN (from, to), high = MAX (from, to);
  const LpGate *gates = &g_array_index (self->lanes->gates, LpGate, lane->gates);
  for (guint i = 0; i < lane->n_gates && gates[i].along <= high; i++)
    if (gates[i].along >= low && !self->anywhere
        && (gates[i].box == LP_NOBODY || self->allowed[slot (self, gates[i].box)] != self->round))
      return TRUE;
  return FALSE;
}

/* From each port of the source to the first crossing on its lane. */
static void
start_at (LpSearch *self, const LpLaneEnd *end)
{
  guint number = end->lane, first = self->lanes->first[number], last = self->lanes->first[number + 1];
  const LpLane *lane = lp_lanes_get (self->lanes, number);
  if (first == last || self->origin[number] == self->round)
    return;
  double along = lane->axis == LP_ALONG_X ? end->port.x : end->port.y;
  guint place = fabs (lane->low - along) <= fabs (lane->high - along) ? first : last - 1;
  if (is_shut (self, lane, along, self->lanes->places[place].along))
    return;
  self->origin[number] = self->round;
  self->origin_end[number] = end;
  reach (self, lane, place, LP_NOBODY,
         price_of_end (self, end) + distance (end->port, lp_lanes_point (self->lanes, lane, place)));
}

static void
start (LpSearch *self)
{
  for (guint i = 0; i < lp_buckets_count (&self->lanes->by_box, self->to); i++)
    {
      const LpLaneEnd *end = lp_lanes_end (self->lanes, self->to, i);
      if (!is_usable (self, end, self->inward_to))
        continue;
      self->goal[end->lane] = self->round;
      self->goal_end[end->lane] = end;
    }
  for (guint i = 0; i < lp_buckets_count (&self->lanes->by_box, self->from); i++)
    {
      const LpLaneEnd *end = lp_lanes_end (self->lanes, self->from, i);
      if (is_usable (self, end, self->inward_from))
        start_at (self, end);
    }
}

/* Along the lane to the next place where the way may turn; `cost` is that of leaving `place`. */
static void
go_on (LpSearch *self, guint number, guint place, int step, double cost)
{
  const LpLane *lane = lp_lanes_get (self->lanes, number);
  const LpPlace *places = self->lanes->places;
  guint end = step < 0 ? self->lanes->first[number] - 1 : self->lanes->first[number + 1];
  for (guint next = place + step; next != end; next += step)
    {
      if (toll (self, lp_lanes_get (self->lanes, places[next].across)) >= 0)
        {
          if (is_shut (self, lane, places[place].along, places[next].along))
            return;
          reach (self, lane, next, place,
                 cost + (1 + lane->tax) * fabs (places[next].along - places[place].along));
          return;
        }
      cost += self->crossing * self->crossed[next];
    }
}

static double
price_of_run (double length, double wanted)
{
  return TOO_SHORT * MAX (0, wanted - length);
}

/* What a turn at the place costs where it is right behind the source's port. */
static double
price_of_start (const LpSearch *self, guint place)
{
  if (self->nodes[place].before != LP_NOBODY || lp_space_is_pin (self->space, self->from))
    return 0;
  guint number = lp_lanes_of_place (self->lanes, place);
  LpPoint at = lp_lanes_point (self->lanes, lp_lanes_get (self->lanes, number), place);
  return price_of_run (distance (self->origin_end[number]->port, at), FIRST_RUN);
}

/* Along the lane in both directions, and round the corner. */
static void
expand (LpSearch *self, guint place)
{
  guint twin = self->lanes->places[place].twin, number = lp_lanes_of_place (self->lanes, place);
  double cost = self->nodes[place].cost;
  gboolean turned = self->nodes[place].before == twin;
  double over = turned ? 0 : self->crossing * self->crossed[place];
  go_on (self, number, place, -1, cost + over);
  go_on (self, number, place, 1, cost + over);
  if (turned)
    return;
  const LpLane *other = lp_lanes_get (self->lanes, self->lanes->places[place].across);
  double price = toll (self, other);
  if (price >= 0)
    reach (self, other, twin, place,
           cost + BEND + price + price_of_start (self, place) + self->crossing * 0.3 * self->crossed[place]);
}

/* From the last turn to the target's port, or LAST_RUN where that is enough. */
static double
last_run (const LpSearch *self, const LpLane *lane, LpPoint port, guint place)
{
  if (lp_space_is_pin (self->space, self->to))
    return LAST_RUN;
  while (TRUE)
    {
      double length = distance (port, lp_lanes_point (self->lanes, lane, place));
      guint before = self->nodes[place].before;
      if (length >= LAST_RUN || before == LP_NOBODY)
        return LAST_RUN;
      if (before == self->lanes->places[place].twin)
        return length;
      place = before;
    }
}

/* Crossings from the place to where its lane ends at the port. */
static double
crossings_before (const LpSearch *self, guint number, guint place, LpPoint port)
{
  const LpLane *lane = lp_lanes_get (self->lanes, number);
  double along = lane->axis == LP_ALONG_X ? port.x : port.y, total = 0;
  int step = along < self->lanes->places[place].along ? -1 : 1;
  guint end = step < 0 ? self->lanes->first[number] - 1 : self->lanes->first[number + 1];
  for (guint next = place + step; next != end; next += step)
    total += self->crossed[next];
  return total * self->crossing;
}

/* Cost from here to the target's port; -1 where this lane does not lead to it. */
static double
finish (const LpSearch *self, guint place)
{
  guint number = lp_lanes_of_place (self->lanes, place);
  if (self->goal[number] != self->round)
    return -1;
  const LpLane *lane = lp_lanes_get (self->lanes, number);
  LpPoint port = self->goal_end[number]->port;
  if (is_shut (self, lane, self->lanes->places[place].along, lane->axis == LP_ALONG_X ? port.x : port.y))
    return -1;
  return price_of_end (self, self->goal_end[number])
         + distance (port, lp_lanes_point (self->lanes, lane, place))
         + crossings_before (self, number, place, port)
         + price_of_run (last_run (self, lane, port, place), LAST_RUN);
}

/* A way runs over the place along its lane. */
static void
mark_passed (LpSearch *self, guint place)
{
  guint16 *crossed = &self->crossed[self->lanes->places[place].twin];
  if (*crossed < G_MAXUINT16)
    ++*crossed;
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

/* The place, and those between it and the one before it on the same lane. */
static void
mark_step (LpSearch *self, guint place)
{
  guint before = self->nodes[place].before;
  mark_passed (self, place);
  if (before == LP_NOBODY || before == self->lanes->places[place].twin)
    return;
  int step = before < place ? -1 : 1;
  for (guint between = place + step; between != before; between += step)
    mark_passed (self, between);
}

static void
trace (LpSearch *self, guint last, GArray *points)
{
  g_autoptr (GArray) passed = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint place = last; place != LP_NOBODY; place = self->nodes[place].before)
    {
      g_array_append_val (passed, place);
      mark_step (self, place);
    }
  guint first = g_array_index (passed, guint, passed->len - 1);
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (LpPoint));
  append (way, self->origin_end[lp_lanes_of_place (self->lanes, first)]->port);
  for (guint i = passed->len; i-- > 0;)
    {
      guint place = g_array_index (passed, guint, i);
      append (way, lp_lanes_point (self->lanes, lane_of (self, place), place));
    }
  append (way, self->goal_end[lp_lanes_of_place (self->lanes, last)]->port);
  g_array_append_vals (points, way->data, way->len);
}

/* The last place of the best way that was found within so many steps, or LP_NOBODY; `gave_up` where there was
 * more to look at. */
static guint
look (LpSearch *self, gboolean hurry, guint most_steps, gboolean *gave_up)
{
  guint best = LP_NOBODY, steps = 0, place;
  double best_cost = G_MAXDOUBLE, estimated;
  self->haste = hurry ? HASTE : 1;
  self->crossing = hurry ? CROSSING_IN_HASTE : CROSSING;
  self->round++;
  lp_heap_reset (&self->heap);
  allow (self);
  start (self);
  *gave_up = FALSE;
  while (lp_heap_pop (&self->heap, &estimated, &place) && estimated < best_cost)
    {
      const LpLane *lane = lane_of (self, place);
      double cost = self->nodes[place].cost;
      self->steps++;
      *gave_up = ++steps > most_steps;
      if (*gave_up)
        break;
      if (estimated > cost + rest_from (self, lane, place) + 1e-6)
        continue;
      double rest = finish (self, place);
      if (rest >= 0 && cost + rest < best_cost)
        {
          best_cost = cost + rest;
          best = place;
        }
      expand (self, place);
    }
  return best;
}

const LpSpace *
lp_search_get_space (const LpSearch *search)
{
  return search->space;
}

void
lp_search_shut (LpSearch *search, LpSide side)
{
  search->shut = side;
}

gboolean
lp_search_find (LpSearch *search, guint from, guint to, gboolean anywhere, GArray *points)
{
  gboolean gave_up;
  search->from = from;
  search->to = to;
  search->anywhere = anywhere;
  search->inward_from = lp_space_is_within (search->space, to, from);
  search->inward_to = lp_space_is_within (search->space, from, to);
  guint best = look (search, FALSE, search->steps < PATIENCE ? CALM_STEPS : IMPATIENT_STEPS, &gave_up);
  if (best == LP_NOBODY && gave_up)
    best = look (search, TRUE, MOST_STEPS, &gave_up);
  if (best == LP_NOBODY)
    return FALSE;
  trace (search, best, points);
  return TRUE;
}

/* Counts a straight way for the crossings of later ones. */
static void
mark_straight (LpSearch *self, guint box, LpSide side, double low, double high)
{
  for (guint i = 0; i < lp_buckets_count (&self->lanes->by_box, box); i++)
    {
      const LpLaneEnd *end = lp_lanes_end (self->lanes, box, i);
      if (end->side != side || end->inward || lp_lanes_get (self->lanes, end->lane)->owner != box)
        continue;
      for (guint place = self->lanes->first[end->lane]; place < self->lanes->first[end->lane + 1]; place++)
        if (self->lanes->places[place].along >= low && self->lanes->places[place].along <= high)
          mark_passed (self, place);
      return;
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

static int
compare_lanes (gconstpointer a, gconstpointer b, gpointer data)
{
  const LpLane *p = lp_lanes_get (data, *(const guint *) a), *q = lp_lanes_get (data, *(const guint *) b);
  return p->at < q->at ? -1 : p->at > q->at;
}

static void
sort_lanes (LpSearch *self)
{
  guint n = self->lanes->lanes->len;
  for (guint axis = 0; axis < 2; axis++)
    {
      guint *list = self->by_at[axis] = g_new (guint, n + 1);
      for (guint i = 0; i < n; i++)
        if (lp_lanes_get (self->lanes, i)->axis == axis)
          list[self->n_by_at[axis]++] = i;
      g_qsort_with_data (list, (gint) self->n_by_at[axis], sizeof *list, compare_lanes,
                         (gpointer) self->lanes);
    }
}

/* The first of the lanes along the axis that lies beyond `at`. */
static guint
first_beyond (const LpSearch *self, LpAxis axis, double at)
{
  guint low = 0, high = self->n_by_at[axis];
  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (lp_lanes_get (self->lanes, self->by_at[axis][middle])->at <= at)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Something runs across the lane at this coordinate: counts for the next place. */
static void
mark_across (LpSearch *self, guint number, double along)
{
  guint low = self->lanes->first[number], high = self->lanes->first[number + 1], end = high;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (self->lanes->places[middle].along < along)
        low = middle + 1;
      else
        high = middle;
    }
  if (low < end && self->crossed[low] < G_MAXUINT16)
    self->crossed[low]++;
}

static void
mark_run (LpSearch *self, LpPoint a, LpPoint b)
{
  gboolean flat = a.y == b.y;
  LpAxis across = flat ? LP_ALONG_Y : LP_ALONG_X;
  double low = flat ? MIN (a.x, b.x) : MIN (a.y, b.y), high = flat ? MAX (a.x, b.x) : MAX (a.y, b.y);
  double at = flat ? a.y : a.x;
  for (guint i = first_beyond (self, across, low); i < self->n_by_at[across]; i++)
    {
      const LpLane *lane = lp_lanes_get (self->lanes, self->by_at[across][i]);
      if (lane->at >= high)
        break;
      if (lane->low < at && lane->high > at)
        mark_across (self, self->by_at[across][i], at);
    }
}

void
lp_search_mark (LpSearch *search, const GArray *points)
{
  if (search->by_at[0] == NULL)
    sort_lanes (search);
  for (guint i = 0; i + 1 < points->len; i++)
    mark_run (search, g_array_index (points, LpPoint, i), g_array_index (points, LpPoint, i + 1));
}

static LpSide
side_of_end (LpPoint end, LpPoint next)
{
  if (fabs (next.x - end.x) >= fabs (next.y - end.y))
    return next.x < end.x ? LP_SIDE_LEFT : LP_SIDE_RIGHT;
  return next.y < end.y ? LP_SIDE_TOP : LP_SIDE_BOTTOM;
}

double
lp_search_price (const LpSearch *search, guint from, guint to, const GArray *points, gboolean settled)
{
  guint n = points->len;
  const LpPoint *all = (const LpPoint *) (gconstpointer) points->data;
  double price = BEND * (n - 2.0);
  for (guint i = 0; i + 1 < n; i++)
    price += distance (all[i], all[i + 1]);
  price += price_of_side (search, from, side_of_end (all[0], all[1]));
  price += price_of_side (search, to, side_of_end (all[n - 1], all[n - 2]));
  if (n > 2 && !settled)
    price += price_of_run (distance (all[0], all[1]), FIRST_RUN)
             + price_of_run (distance (all[n - 1], all[n - 2]), LAST_RUN);
  return price;
}
