#include "route/lanes.h"

#include <math.h>

/* A gap wider than this has lanes near both of its sides instead of one in the middle. */
#define WIDE 80
#define FAR 20
/* Two lanes of one gap nearer than this are one. */
#define NEAR 7
/* Between a frame and what stands close to it a connector is hard to see. */
#define NARROW 26
#define TAX 0.25
#define ENDLESS 1e9
#define ESCAPE 4000
/* A lane beside the middle of a side has to lead so much farther. */
#define PAST 12
#define MOST_PAST 8

static gboolean
is_upright (LpSide side)
{
  return side == LP_SIDE_LEFT || side == LP_SIDE_RIGHT;
}

static int
outward (LpSide side)
{
  return side == LP_SIDE_LEFT || side == LP_SIDE_TOP ? -1 : 1;
}

/* A lane ends not far outside its container: beyond, those of the containers around it take over, so that the
 * number of crossings grows with the drawing and not with its square. */
static void
end_near_home (const LpSpace *space, LpLane *lane)
{
  LpRect around = lane->home == LP_NOBODY ? space->bounds : lp_rect_grow (space->rect[lane->home], ESCAPE);
  double low = lp_low (around, lane->axis), high = lp_high (around, lane->axis);
  if (lane->low < low)
    {
      lane->low = low;
      lane->met_low = LP_NOBODY;
    }
  if (lane->high > high)
    {
      lane->high = high;
      lane->met_high = LP_NOBODY;
    }
  lane->high = MAX (lane->low, lane->high);
}

/* Runs both ways from `from` (a coordinate along the lane) until something stops it. */
static void
extend (const LpSpace *space, LpLane *lane, double low, double high, double clearance)
{
  LpRay ray = { .axis = lane->axis,
                .low = lane->at,
                .high = lane->at,
                .clearance = clearance,
                .reach = ENDLESS,
                .home = lane->home,
                .home2 = lane->home,
                .skip = LP_NOBODY,
                .skip2 = LP_NOBODY };
  ray.from = low;
  ray.direction = -1;
  lane->low = lp_space_cast_at (space, &ray, &lane->met_low);
  ray.from = high;
  ray.direction = 1;
  lane->high = lp_space_cast_at (space, &ray, &lane->met_high);
  end_near_home (space, lane);
}

/* The lane in the gap beside one side of a box, in the container around it. */
static void
add_gap_lane (const LpSpace *space, GArray *lanes, guint box, LpSide side)
{
  LpAxis towards = is_upright (side) ? LP_ALONG_X : LP_ALONG_Y, along = lp_across (towards);
  LpRect rect = space->rect[box];
  int direction = outward (side);
  double edge = direction < 0 ? lp_low (rect, towards) : lp_high (rect, towards);
  LpRay ray = { .axis = towards,
                .direction = direction,
                .from = edge,
                .low = lp_low (rect, along),
                .high = lp_high (rect, along),
                .reach = 2 * WIDE,
                .home = space->parent[box],
                .home2 = space->parent[box],
                .frames = TRUE,
                .skip = box,
                .skip2 = LP_NOBODY };
  if (space->container[box])
    ray.from += direction * 0.5;
  double gap = fabs (lp_space_cast (space, &ray) - edge);
  if (gap < 4)
    return;
  double away = gap > WIDE ? FAR : gap / 2;
  LpLane lane
      = { .axis = along, .at = edge + direction * away, .home = space->parent[box], .owner = LP_NOBODY };
  lane.tax = gap < NARROW ? TAX : 0;
  extend (space, &lane, ray.low, ray.high, MIN (space->options.clearance, away - 1));
  g_array_append_val (lanes, lane);
}

static int
by_place (gconstpointer a, gconstpointer b)
{
  const LpLane *p = a, *q = b;
  if (p->home != q->home)
    return p->home < q->home ? -1 : 1;
  if (p->axis != q->axis)
    return p->axis < q->axis ? -1 : 1;
  if (p->at != q->at)
    return p->at < q->at ? -1 : 1;
  if (p->low != q->low)
    return p->low < q->low ? -1 : 1;
  return p->high > q->high ? -1 : p->high < q->high;
}

/* Drops lanes that run within another one near by. */
static void
drop_doubles (GArray *lanes)
{
  if (lanes->len > 0)
    qsort (lanes->data, lanes->len, sizeof (LpLane), by_place);
  guint kept = 0;
  for (guint i = 0; i < lanes->len; i++)
    {
      LpLane *lane = &g_array_index (lanes, LpLane, i);
      gboolean within = FALSE;
      for (guint k = kept; k-- > 0 && !within;)
        {
          LpLane *other = &g_array_index (lanes, LpLane, k);
          if (other->home != lane->home || other->axis != lane->axis || lane->at - other->at >= NEAR)
            break;
          within = other->low <= lane->low + 1 && other->high >= lane->high - 1;
          if (!within && lane->at == other->at && lane->low <= other->high)
            {
              if (lane->high > other->high)
                other->met_high = lane->met_high;
              other->high = MAX (other->high, lane->high);
              within = TRUE;
            }
        }
      if (!within)
        g_array_index (lanes, LpLane, kept++) = *lane;
    }
  g_array_set_size (lanes, kept);
}

/* Where the lane of a pin ends: on the part that was laid by hand with that part, whatever stands there. */
static double
along_hand (const LpSpace *space, guint pin, LpAxis axis, int direction, double from, double end)
{
  LpPoint next = space->pin_next[pin - space->n_boxes];
  double there = axis == LP_ALONG_X ? next.x : next.y;
  return (there - from) * direction > 0 ? there : end;
}

typedef struct
{
  LpLanes *lanes;
  guint box;
  LpSide side;
  gboolean inward;
  double low, high; /* where connectors may end on this side */
} Port;

static LpRay
ray_from_port (const LpSpace *space, const Port *port, LpPoint point)
{
  LpAxis axis = is_upright (port->side) ? LP_ALONG_X : LP_ALONG_Y;
  double at = axis == LP_ALONG_X ? point.y : point.x;
  guint home = port->inward ? port->box : space->parent[port->box];
  return (LpRay){ .axis = axis,
                  .direction = port->inward ? -outward (port->side) : outward (port->side),
                  .from = axis == LP_ALONG_X ? point.x : point.y,
                  .low = at,
                  .high = at,
                  .clearance = space->options.clearance,
                  .reach = ENDLESS,
                  .home = home,
                  .home2 = home,
                  .all_through = !port->inward,
                  .skip = port->box,
                  .skip2 = LP_NOBODY };
}

/* How far a lane from the port leads, and which box it meets there. */
static double
look_from_port (const LpSpace *space, const LpRay *ray, guint *met)
{
  LpRay look = *ray;
  if (space->container[ray->skip])
    look.from += ray->direction * 0.5;
  double end = lp_space_cast_at (space, &look, met);
  if (fabs (end - ray->from) >= space->options.clearance)
    return end;
  look.clearance = 0;
  return lp_space_cast_at (space, &look, met);
}

static double
add_port_lane (const LpSpace *space, const Port *port, LpPoint point, double least, guint *met)
{
  LpRay ray = ray_from_port (space, port, point);
  double from = ray.from, end = look_from_port (space, &ray, met);
  if (fabs (end - from) < least)
    return fabs (end - from);
  if (lp_space_is_pin (space, port->box))
    end = along_hand (space, port->box, ray.axis, ray.direction, from, end);
  LpLane lane = { .axis = ray.axis,
                  .at = ray.low,
                  .low = MIN (from, end),
                  .high = MAX (from, end),
                  .home = ray.home,
                  .owner = port->box,
                  .inward = port->inward };
  end_near_home (space, &lane);
  lane.gates = port->lanes->gates->len;
  if (!port->inward)
    lp_space_find_gates (space, &ray, end, port->lanes->gates);
  lane.n_gates = port->lanes->gates->len - lane.gates;
  LpLaneEnd lane_end = { port->box, port->lanes->lanes->len, port->side, port->inward, point };
  g_array_append_val (port->lanes->ends, lane_end);
  g_array_append_val (port->lanes->lanes, lane);
  return fabs (end - from);
}

/* Lanes beside the middle of the side, where they lead past the boxes that those before them meet. */
static void
add_lanes_past (const LpSpace *space, Port *port, LpPoint middle, guint met, double reach)
{
  LpAxis across = is_upright (port->side) ? LP_ALONG_Y : LP_ALONG_X;
  guint left = MOST_PAST;
  lp_port_range (space, port->box, port->side, &port->low, &port->high);
  struct
  {
    guint met;
    double reach;
  } queue[1 + MOST_PAST] = { { met, reach } };
  for (guint head = 0, tail = 1; head < tail; head++)
    {
      LpRect rect = space->rect[queue[head].met], header = space->header[queue[head].met];
      double away = lp_space_clearance (space, queue[head].met);
      double tries[4] = { lp_low (rect, across) - away, lp_high (rect, across) + away,
                          lp_low (header, across) - away, lp_high (header, across) + away };
      for (guint i = 0; i < (header.w > 0 ? 4 : 2) && left > 0; i++)
        {
          LpPoint point
              = across == LP_ALONG_X ? (LpPoint){ tries[i], middle.y } : (LpPoint){ middle.x, tries[i] };
          if (tries[i] < port->low || tries[i] > port->high)
            continue;
          double farther = add_port_lane (space, port, point, queue[head].reach + PAST, &met);
          if (farther < queue[head].reach + PAST)
            continue;
          left--;
          if (met != LP_NOBODY)
            {
              queue[tail].met = met;
              queue[tail++].reach = farther;
            }
        }
    }
}

static void
add_port_lanes (const LpSpace *space, LpLanes *self, guint box, LpSide side, gboolean inward)
{
  Port port = { self, box, side, inward, 0, 0 };
  LpPoint middle = lp_port_point (space, box, side);
  guint met;
  double reach = add_port_lane (space, &port, middle, 0, &met);
  if (met != LP_NOBODY && !inward && !lp_space_is_pin (space, box))
    add_lanes_past (space, &port, middle, met, reach);
}

/* Lanes that lead straight to a side of a box where connectors may end. */
static void
touch (const LpSpace *space, LpLanes *self, guint number, guint box, LpSide side)
{
  const LpLane *lane = lp_lanes_get (self, number);
  double low, high;
  if (box == LP_NOBODY || lp_space_is_within (space, lane->home, box))
    return;
  lp_port_range (space, box, side, &low, &high);
  if (lane->at < low || lane->at > high)
    return;
  LpPoint port = lp_port_point (space, box, side);
  *(lane->axis == LP_ALONG_X ? &port.y : &port.x) = lane->at;
  LpLaneEnd end = { box, number, side, FALSE, port };
  g_array_append_val (self->ends, end);
}

static void
touch_both_ends (const LpSpace *space, LpLanes *self, guint number, const guint8 *wanted)
{
  const LpLane *lane = lp_lanes_get (self, number);
  guint met[2] = { lane->met_low, lane->met_high };
  LpSide sides[2] = { lane->axis == LP_ALONG_X ? LP_SIDE_RIGHT : LP_SIDE_BOTTOM,
                      lane->axis == LP_ALONG_X ? LP_SIDE_LEFT : LP_SIDE_TOP };
  for (guint i = 0; i < 2; i++)
    if (met[i] != LP_NOBODY && wanted[met[i]] & 1)
      touch (space, self, number, met[i], sides[i]);
}

static void
index_ends (const LpSpace *space, LpLanes *self)
{
  guint n = self->ends->len;
  g_autofree guint *boxes = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    boxes[i] = g_array_index (self->ends, LpLaneEnd, i).box;
  self->by_box = lp_buckets_new (boxes, n, space->n);
}

LpLanes *
lp_lanes_new (const LpSpace *space, const guint8 *wanted, const guint8 *homes)
{
  LpLanes *self = g_new0 (LpLanes, 1);
  self->lanes = g_array_new (FALSE, FALSE, sizeof (LpLane));
  self->gates = g_array_new (FALSE, FALSE, sizeof (LpGate));
  self->ends = g_array_new (FALSE, FALSE, sizeof (LpLaneEnd));
  for (guint i = 0; i < space->n_boxes; i++)
    for (LpSide side = 0; side < LP_N_SIDES; side++)
      if (homes == NULL || homes[MIN (space->parent[i], space->n_boxes)])
        add_gap_lane (space, self->lanes, i, side);
  drop_doubles (self->lanes);
  for (guint i = 0; i < self->lanes->len; i++)
    touch_both_ends (space, self, i, wanted);
  for (guint i = 0; i < space->n; i++)
    for (LpSide side = 0; side < LP_N_SIDES; side++)
      {
        if (wanted[i] & 1)
          add_port_lanes (space, self, i, side, FALSE);
        if (wanted[i] & 2)
          add_port_lanes (space, self, i, side, TRUE);
      }
  index_ends (space, self);
  lp_lanes_cross (self);
  return self;
}

void
lp_lanes_free (LpLanes *lanes)
{
  if (lanes == NULL)
    return;
  g_array_unref (lanes->lanes);
  g_array_unref (lanes->gates);
  g_array_unref (lanes->ends);
  lp_buckets_clear (&lanes->by_box);
  g_free (lanes->places);
  g_free (lanes->first);
  g_free (lanes);
}
