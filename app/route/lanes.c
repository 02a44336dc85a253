#include "route/lanes.h"

#include <math.h>

/* A gap wider than this has lanes near both of its sides instead of one in the middle. */
#define WIDE 80
#define FAR 20
/* Two lanes of one gap nearer than this are one. */
#define NEAR 7
#define ENDLESS 1e9
#define ESCAPE 800

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
  lane->low = MAX (lane->low, lp_low (around, lane->axis));
  lane->high = MAX (lane->low, MIN (lane->high, lp_high (around, lane->axis)));
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
  lane->low = lp_space_cast (space, &ray);
  ray.from = high;
  ray.direction = 1;
  lane->high = lp_space_cast (space, &ray);
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

static void
add_port_lane (const LpSpace *space, LpLanes *self, guint box, LpSide side, gboolean inward)
{
  LpPoint point = lp_port_point (space, box, side);
  LpAxis axis = is_upright (side) ? LP_ALONG_X : LP_ALONG_Y;
  int direction = inward ? -outward (side) : outward (side);
  LpLane lane = { .axis = axis,
                  .at = axis == LP_ALONG_X ? point.y : point.x,
                  .home = inward ? box : space->parent[box],
                  .owner = box,
                  .side = side,
                  .inward = inward };
  double from = axis == LP_ALONG_X ? point.x : point.y;
  LpRay ray = { .axis = axis,
                .direction = direction,
                .from = from,
                .low = lane.at,
                .high = lane.at,
                .clearance = space->options.clearance,
                .reach = ENDLESS,
                .home = lane.home,
                .home2 = lane.home,
                .skip = box,
                .skip2 = LP_NOBODY };
  if (space->container[box])
    ray.from += direction * 0.5;
  double end = lp_space_cast (space, &ray);
  if (fabs (end - from) < space->options.clearance)
    {
      ray.clearance = 0;
      end = lp_space_cast (space, &ray);
    }
  if (lp_space_is_pin (space, box))
    end = along_hand (space, box, axis, direction, from, end);
  lane.low = MIN (from, end);
  lane.high = MAX (from, end);
  end_near_home (space, &lane);
  self->port[(box * 2 + (inward ? 1 : 0)) * LP_N_SIDES + side] = self->lanes->len;
  g_array_append_val (self->lanes, lane);
}

LpLanes *
lp_lanes_new (const LpSpace *space, const guint8 *wanted)
{
  LpLanes *self = g_new0 (LpLanes, 1);
  self->lanes = g_array_new (FALSE, FALSE, sizeof (LpLane));
  self->port = g_new (guint, (gsize) space->n * 2 * LP_N_SIDES + 1);
  memset (self->port, 0xff, ((gsize) space->n * 2 * LP_N_SIDES + 1) * sizeof (guint));
  for (guint i = 0; i < space->n_boxes; i++)
    for (LpSide side = 0; side < LP_N_SIDES; side++)
      add_gap_lane (space, self->lanes, i, side);
  drop_doubles (self->lanes);
  for (guint i = 0; i < space->n; i++)
    for (LpSide side = 0; side < LP_N_SIDES; side++)
      {
        if (wanted[i] & 1)
          add_port_lane (space, self, i, side, FALSE);
        if (wanted[i] & 2)
          add_port_lane (space, self, i, side, TRUE);
      }
  lp_lanes_cross (self);
  return self;
}

void
lp_lanes_free (LpLanes *lanes)
{
  if (lanes == NULL)
    return;
  g_array_unref (lanes->lanes);
  g_free (lanes->port);
  g_free (lanes->places);
  g_free (lanes->first);
  g_free (lanes);
}
