/* Ways over the lanes one edge after another, then tracks for what runs in parallel, then the labels. */
#include "route/route.h"
#include "route/direct.h"
#include "route/labels.h"
#include "route/runs.h"
#include "route/search.h"

#include <math.h>

/* Tracks along one axis change the lengths of runs along the other, so both are laid twice. */
#define TRACK_PASSES 2

static gboolean
is_valid (const LpSpace *space, const LpRouteEdge *edge)
{
  return edge->from < space->n && edge->to < space->n;
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
      turns[i] = (Turn) { 0, i };
      if (is_valid (space, &edges[i]))
        {
          LpPoint a = lp_rect_centre (space->port[edges[i].from]), b = lp_rect_centre (space->port[edges[i].to]);
          turns[i].distance = fabs (a.x - b.x) + fabs (a.y - b.y);
        }
    }
  qsort (turns, n_edges, sizeof *turns, by_distance);
  return turns;
}

static gboolean
find_way (LpSearch *search, const LpRouteEdge *edge, GArray *points)
{
  if (edge->from == edge->to)
    return FALSE;
  return lp_search_straight (search, edge->from, edge->to, points)
         || lp_search_find (search, edge->from, edge->to, FALSE, points)
         || lp_search_find (search, edge->from, edge->to, TRUE, points);
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
find_ways (const LpSpace *space, const LpRouteEdge *edges, guint n_edges, GArray **points, guint8 *loose)
{
  g_autofree guint8 *wanted = wanted_ports (space, edges, n_edges);
  g_autoptr (LpLanes) lanes = lp_lanes_new (space, wanted);
  g_autoptr (LpSearch) search = lp_search_new (space, lanes);
  g_autofree Turn *turns = order_edges (space, edges, n_edges);
  for (guint i = 0; i < n_edges; i++)
    {
      guint e = turns[i].edge;
      points[e] = g_array_new (FALSE, FALSE, sizeof (LpPoint));
      loose[e] = !is_valid (space, &edges[e]) || !find_way (search, &edges[e], points[e]) || is_short (points[e]);
    }
}

static void
pull_back (LpPoint *end, LpPoint next, double by)
{
  double dx = next.x - end->x, dy = next.y - end->y;
  double length = fabs (dx) + fabs (dy);
  by = MIN (by, length / 2);
  if (length > 0)
    {
      end->x += dx / length * by;
      end->y += dy / length * by;
    }
}

/* Drops points that do not bend and shortens both ends. */
static void
finish (LpRoute *route, const GArray *points, double end_gap)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (LpPoint));
  for (guint i = 0; i < points->len; i++)
    {
      LpPoint point = g_array_index (points, LpPoint, i);
      if (kept->len > 0)
        {
          LpPoint last = g_array_index (kept, LpPoint, kept->len - 1);
          if (fabs (last.x - point.x) + fabs (last.y - point.y) < 0.01 && (i + 1 < points->len || kept->len > 1))
            continue;
        }
      if (kept->len > 1)
        {
          LpPoint a = g_array_index (kept, LpPoint, kept->len - 2), b = g_array_index (kept, LpPoint, kept->len - 1);
          if ((fabs (a.x - b.x) < 0.01 && fabs (b.x - point.x) < 0.01)
              || (fabs (a.y - b.y) < 0.01 && fabs (b.y - point.y) < 0.01))
            g_array_set_size (kept, kept->len - 1);
        }
      g_array_append_val (kept, point);
    }
  LpPoint *all = (LpPoint *) (gpointer) kept->data;
  pull_back (&all[0], all[1], end_gap);
  pull_back (&all[kept->len - 1], all[kept->len - 2], end_gap);
  route->n_points = kept->len;
  route->points = g_memdup2 (all, kept->len * sizeof *all);
}

static void
fall_back (LpRoute *route, const LpSpace *space, const LpRouteEdge *edge)
{
  LpRect from = edge->from < space->n ? space->port[edge->from] : (LpRect) { 0 };
  LpRect to = edge->to < space->n ? space->port[edge->to] : from;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (LpPoint));
  lp_route_direct (points, from, to);
  finish (route, points, space->options.end_gap);
}

LpRoute *
lp_route_all (const LpRouteBox *boxes, guint n_boxes, const LpRouteEdge *edges, guint n_edges,
              const LpRouteOptions *options)
{
  LpRoute *routes = g_new0 (LpRoute, n_edges + 1);
  g_autoptr (LpSpace) space = lp_space_new (boxes, n_boxes, options);
  g_autofree GArray **points = g_new0 (GArray *, n_edges + 1);
  g_autofree guint8 *loose = g_new0 (guint8, n_edges + 1);
  find_ways (space, edges, n_edges, points, loose);
  LpWays ways = { n_edges, points, edges, loose };
  for (guint pass = 0; pass < TRACK_PASSES; pass++)
    {
      lp_tracks_assign (space, &ways, LP_ALONG_X);
      lp_tracks_assign (space, &ways, LP_ALONG_Y);
    }
  for (guint i = 0; i < n_edges; i++)
    {
      if (loose[i])
        fall_back (&routes[i], space, &edges[i]);
      else
        finish (&routes[i], points[i], options->end_gap);
      g_array_unref (points[i]);
    }
  lp_labels_place (space, edges, routes, n_edges);
  return routes;
}

void
lp_routes_free (LpRoute *routes, guint n_edges)
{
  for (guint i = 0; routes && i < n_edges; i++)
    g_free (routes[i].points);
  g_free (routes);
}
