/* The ways of all edges over the lanes, one after another. */
#include "route/by-hand.h"
#include "route/way-finder.h"

#include <math.h>

/* How far around two ends containers count as lying between them. */
#define AROUND 160

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

static void
want_ports (const LpSpace *space, const LpRouteEdge *edge, guint pin, guint8 *wanted)
{
  if (!is_valid (space, edge))
    return;
  wanted[edge->from] |= lp_space_is_within (space, edge->to, edge->from) ? 2 : 1;
  wanted[edge->to] |= lp_space_is_within (space, edge->from, edge->to) ? 2 : 1;
  if (pin != LP_NOBODY)
    want_pins (space, edge, pin, wanted);
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

static void
find_one (const LpSpace *space, LpSearch *search, LpWays *ways, guint e)
{
  const LpRouteEdge *edge = &ways->edges[e];
  GArray *points = ways->points[e];
  g_array_set_size (points, 0);
  ways->loose[e] = FALSE;
  if (!is_valid (space, edge))
    ways->loose[e] = TRUE;
  else if (space->pin[e] != LP_NOBODY)
    lp_ways_find_by_hand (search, edge, space->pin[e], points);
  else
    ways->loose[e] = edge->from == edge->to || !lp_ways_find_between (search, edge->from, edge->to, points)
                     || is_short (points);
  if (!ways->loose[e] && space->pin[e] == LP_NOBODY)
    lp_ways_straighten (space, edge, points);
}

void
lp_ways_find (const LpSpace *space, LpWays *ways)
{
  g_autofree guint8 *wanted = g_new0 (guint8, space->n + 1);
  for (guint i = 0; i < ways->n; i++)
    want_ports (space, &ways->edges[i], space->pin[i], wanted);
  g_autoptr (LpLanes) lanes = lp_lanes_new (space, wanted, NULL);
  g_autoptr (LpSearch) search = lp_search_new (space, lanes);
  g_autofree Turn *turns = order_edges (space, ways->edges, ways->n);
  for (guint i = 0; i < ways->n; i++)
    find_one (space, search, ways, turns[i].edge);
}

static void
want_homes_around (const LpSpace *space, guint box, guint8 *homes)
{
  if (box != LP_NOBODY && space->container[box])
    homes[box] = TRUE;
  for (; box != LP_NOBODY; box = space->parent[box])
    homes[MIN (space->parent[box], space->n_boxes)] = TRUE;
}

/* For ends that the containers around them do not join: those that lie between. */
static void
want_homes_between (const LpSpace *space, const LpRouteEdge *edge, guint8 *homes)
{
  LpRect area = lp_rect_grow (lp_rect_union (space->rect[edge->from], space->rect[edge->to]), AROUND);
  for (guint i = 0; i < space->n_boxes; i++)
    if (space->container[i] && lp_rect_overlaps (area, space->rect[i]))
      homes[i] = TRUE;
}

LpWayFinder *
lp_way_finder_new (const LpSpace *space, const LpWays *ways, const guint8 *which, gboolean wide)
{
  LpWayFinder *self = g_new0 (LpWayFinder, 1);
  g_autofree guint8 *wanted = g_new0 (guint8, space->n + 1);
  g_autofree guint8 *homes = g_new0 (guint8, space->n_boxes + 1);
  for (guint i = 0; i < ways->n; i++)
    {
      const LpRouteEdge *edge = &ways->edges[i];
      if (!which[i] || !is_valid (space, edge))
        continue;
      want_ports (space, edge, space->pin[i], wanted);
      want_homes_around (space, edge->from, homes);
      want_homes_around (space, edge->to, homes);
      for (guint k = 0; space->pin[i] != LP_NOBODY && k < 2; k++)
        want_homes_around (space, space->pin[i] + k, homes);
      if (wide)
        want_homes_between (space, edge, homes);
    }
  self->space = space;
  self->lanes = lp_lanes_new (space, wanted, homes);
  self->search = lp_search_new (space, self->lanes);
  for (guint i = 0; i < ways->n; i++)
    if (!which[i] && !ways->loose[i])
      lp_search_mark (self->search, ways->points[i]);
  return self;
}

void
lp_way_finder_free (LpWayFinder *finder)
{
  if (finder == NULL)
    return;
  lp_search_free (finder->search);
  lp_lanes_free (finder->lanes);
  g_free (finder);
}

void
lp_way_finder_find (LpWayFinder *finder, LpWays *ways, guint edge)
{
  find_one (finder->space, finder->search, ways, edge);
}
