/* Where lanes cross: a sweep from left to right over the lanes along x that are open at the moment. */
#include "route/lanes.h"

typedef struct
{
  double x;
  guint lane;
  int kind; /* 0 a lane along x begins, 1 a lane along y, 2 a lane along x ends */
} Event;

static int
by_x (gconstpointer a, gconstpointer b)
{
  const Event *p = a, *q = b;
  if (p->x != q->x)
    return p->x < q->x ? -1 : 1;
  if (p->kind != q->kind)
    return p->kind - q->kind;
  return p->lane < q->lane ? -1 : p->lane > q->lane;
}

static GArray *
make_events (const LpLanes *self)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (Event));
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const LpLane *lane = lp_lanes_get (self, i);
      if (lane->axis == LP_ALONG_Y)
        {
          Event at = { lane->at, i, 1 };
          g_array_append_val (events, at);
          continue;
        }
      Event begin = { lane->low, i, 0 }, end = { lane->high, i, 2 };
      g_array_append_val (events, begin);
      g_array_append_val (events, end);
    }
  if (events->len > 0)
    qsort (events->data, events->len, sizeof (Event), by_x);
  return events;
}

/* Where a lane with this height (and this number, between equals) stands among the open ones. */
static guint
position (const LpLanes *self, const GArray *open, double y, guint lane)
{
  guint low = 0, high = open->len;
  while (low < high)
    {
      guint middle = (low + high) / 2, other = g_array_index (open, guint, middle);
      double at = lp_lanes_get (self, other)->at;
      if (at < y || (at == y && other < lane))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

typedef struct
{
  guint flat, upright; /* lanes */
} Crossing;

static void
index_crossings (LpLanes *self, const Crossing *crossings, guint n)
{
  guint n_lanes = self->lanes->len;
  self->first = g_new0 (guint, n_lanes + 2);
  self->places = g_new (LpPlace, 2 * (gsize) n + 1);
  for (guint i = 0; i < n; i++)
    {
      self->first[crossings[i].flat + 1]++;
      self->first[crossings[i].upright + 1]++;
    }
  for (guint i = 0; i < n_lanes; i++)
    self->first[i + 1] += self->first[i];
  g_autofree guint *next = g_memdup2 (self->first, (n_lanes + 1) * sizeof (guint));
  for (guint i = 0; i < n; i++)
    {
      guint flat = crossings[i].flat, upright = crossings[i].upright;
      guint on_flat = next[flat]++, on_upright = next[upright]++;
      self->places[on_flat] = (LpPlace){ lp_lanes_get (self, upright)->at, upright, on_upright };
      self->places[on_upright] = (LpPlace){ lp_lanes_get (self, flat)->at, flat, on_flat };
    }
}

void
lp_lanes_cross (LpLanes *self)
{
  g_autoptr (GArray) events = make_events (self);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) crossings = g_array_new (FALSE, FALSE, sizeof (Crossing));
  for (guint i = 0; i < events->len; i++)
    {
      const Event *event = &g_array_index (events, Event, i);
      const LpLane *lane = lp_lanes_get (self, event->lane);
      if (event->kind == 0)
        g_array_insert_val (open, position (self, open, lane->at, event->lane), event->lane);
      else if (event->kind == 2)
        g_array_remove_index (open, position (self, open, lane->at, event->lane));
      else
        for (guint k = position (self, open, lane->low, 0); k < open->len; k++)
          {
            Crossing crossing = { g_array_index (open, guint, k), event->lane };
            if (lp_lanes_get (self, crossing.flat)->at > lane->high)
              break;
            g_array_append_val (crossings, crossing);
          }
    }
  index_crossings (self, (const Crossing *) (gpointer) crossings->data, crossings->len);
}
