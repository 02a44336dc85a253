/* The ways of all edges over the lanes, one after another. */
#include "route/by-hand.h"
#include "route/runs.h"

#include <math.h>

static gboolean
is_valid (const LpSpace *space, const LpRouteEdge *edge)
{
  return edge->from < space->n_boxes && edge->to < space->n_boxes;
}

/* Ways to the pins may lead inwards where the way between the ends would not. */
static void
want_pins (const LpSpace *space, const LpRouteEdge *edge, guint pin, guint8 *wanted)
{
  wanted[pin] = wanted[pin + 1] = 1;
  wanted[edge->from] |= lp_space_is_within (space, pin, edge->from) ? 2 : 1;
  wanted[edge->to] |= lp_space_is_within (space, pin + 1, edge->to) ? 2 : 1;
}

static guint8 *
wanted_ports (const LpSpace *space, const LpRouteEdge *edges, guint n_edges)
{
  guint8 *wanted = g_new0 (guint8, space->n + 1);
  for (guint i = 0; i < n_edges; i++)
    {
      if (!is_valid (space, &edges[i]))
        continue;
      wanted[edges[i].from] |= lp_space_is_within (space, edges[i].to, edges[i].from) ? 2 : 1;
      wanted[edges[i].to] |= lp_space_is_within (space, edges[i].from, edges[i].to) ? 2 : 1;
      if (space->pin[i] != LP_NOBODY)
        want_pins (space, &edges[i], space->pin[i], wanted);
    }
  return wanted;
}

typedef struct
{
  double distance;
  guint edge;
} Turn;

static int
by_distance (gconstpointer a, gconstpointer b)
{
  const Turn *p = a, *q = b;
  if (p->distance != q->distance)
    return p->distance < q->distance ? -1 : 1;
  return p->edge < q->edge ? -1 : p->edge > q->edge;
}

/* Short ways first: they have the least choice. */
static Turn *
order_edges (const LpSpace *space, const LpRouteEdge *edges, guint n_edges)
{
  Turn *turns = g_new (Turn, n_edges + 1);
  for (guint i = 0; i < n_edges; i++)
    {
      turns[i] = (Turn){ 0, i };
      if (is_valid (space, &edges[i]))
        {
          LpPoint a = lp_rect_centre (space->port[edges[i].from]),
                  b = lp_rect_centre (space->port[edges[i].to]);
          turns[i].distance = fabs (a.x - b.x) + fabs (a.y - b.y);
        }
    }
  qsort (turns, n_edges, sizeof *turns, by_distance);
  return turns;
}

gboolean
lp_ways_find_between (LpSearch *search, guint from, guint to, GArray *points)
{
  return lp_search_straight (search, from, to, points) || lp_search_find (search, from, to, FALSE, points)
         || lp_search_find (search, from, to, TRUE, points);
}

/* Boxes that touch leave no way to draw. */
static gboolean
is_short (const GArray *points)
{
  double length = 0;
  for (guint i = 1; i < points->len; i++)
    {
      LpPoint a = g_array_index (points, LpPoint, i - 1), b = g_array_index (points, LpPoint, i);
      length += fabs (a.x - b.x) + fabs (a.y - b.y);
    }
  return length < 2;
}

void
lp_ways_find (const LpSpace *space, LpWays *ways, const guint8 *wanted_edges)
{
  const LpRouteEdge *edges = ways->edges;
  guint n_edges = ways->n;
  g_autofree guint8 *wanted = wanted_ports (space, edges, n_edges);
  g_autoptr (LpLanes) lanes = lp_lanes_new (space, wanted);
  g_autoptr (LpSearch) search = lp_search_new (space, lanes);
  g_autofree Turn *turns = order_edges (space, edges, n_edges);
  for (guint i = 0; i < n_edges; i++)
    {
      guint e = turns[i].edge;
      if (wanted_edges != NULL && !wanted_edges[e])
        continue;
      g_array_set_size (ways->points[e], 0);
      ways->loose[e] = FALSE;
      if (!is_valid (space, &edges[e]))
        ways->loose[e] = TRUE;
      else if (space->pin[e] != LP_NOBODY)
        lp_ways_find_by_hand (search, &edges[e], space->pin[e], ways->points[e]);
      else
        ways->loose[e] = edges[e].from == edges[e].to
                         || !lp_ways_find_between (search, edges[e].from, edges[e].to, ways->points[e])
                         || is_short (ways->points[e]);
      if (!ways->loose[e] && space->pin[e] == LP_NOBODY)
        lp_ways_straighten (space, &edges[e], ways->points[e]);
    }
}
