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

/* Counts the crossings of each lane into first[lane + 1]; with `list`, writes them at first[lane]++. */
static void
index_crossings (LpLanes *self, GArray *flat, GArray *upright)
{
  guint n_lanes = self->lanes->len;
  self->n_crossings = flat->len;
  self->crossing[LP_ALONG_X] = (guint *) (gpointer) g_array_free (flat, FALSE);
  self->crossing[LP_ALONG_Y] = (guint *) (gpointer) g_array_free (upright, FALSE);
  self->first = g_new0 (guint, n_lanes + 2);
  self->list = g_new (guint, 2 * (gsize) self->n_crossings + 1);
  for (guint axis = 0; axis < 2; axis++)
    self->place[axis] = g_new (guint, self->n_crossings + 1);
  for (guint c = 0; c < self->n_crossings; c++)
    for (guint axis = 0; axis < 2; axis++)
      self->first[self->crossing[axis][c] + 1]++;
  for (guint i = 0; i < n_lanes; i++)
    self->first[i + 1] += self->first[i];
  g_autofree guint *next = g_memdup2 (self->first, (n_lanes + 1) * sizeof (guint));
  for (guint c = 0; c < self->n_crossings; c++)
    for (guint axis = 0; axis < 2; axis++)
      {
        guint lane = self->crossing[axis][c];
        self->place[axis][c] = next[lane];
        self->list[next[lane]++] = c;
      }
}

void
lp_lanes_cross (LpLanes *self)
{
  g_autoptr (GArray) events = make_events (self);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *flat = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *upright = g_array_new (FALSE, FALSE, sizeof (guint));
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
            guint other = g_array_index (open, guint, k);
            if (lp_lanes_get (self, other)->at > lane->high)
              break;
            g_array_append_val (flat, other);
            g_array_append_val (upright, event->lane);
          }
    }
  index_crossings (self, flat, upright);
}
