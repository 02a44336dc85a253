#include "route/finish.h"
#include "route/direct.h"

#include <math.h>

/* A short run ends nearer to the port, so that something is left of it. */
static void
pull_back (LpPoint *end, LpPoint next, double by)
{
  double dx = next.x - end->x, dy = next.y - end->y;
  double length = fabs (dx) + fabs (dy);
  by = MIN (by, length / 4);
  if (length > 0)
    {
      end->x += dx / length * by;
      end->y += dy / length * by;
    }
}

/* Whether the point only goes on from the two before it. */
static gboolean
goes_on (const LpPoint *last, LpPoint point)
{
  LpPoint a = last[-1], b = last[0];
  return (fabs (a.x - b.x) < 0.01 && fabs (b.x - point.x) < 0.01)
         || (fabs (a.y - b.y) < 0.01 && fabs (b.y - point.y) < 0.01);
}

void
lp_route_simplify (GArray *points)
{
  LpPoint *all = (LpPoint *) (gpointer) points->data;
  guint kept = 0;
  for (guint i = 0; i < points->len; i++)
    {
      LpPoint point = all[i];
      gboolean again = kept > 0 && fabs (all[kept - 1].x - point.x) + fabs (all[kept - 1].y - point.y) < 0.01;
      if (again && (i + 1 < points->len || kept > 1))
        continue;
      if (kept > 1 && goes_on (&all[kept - 1], point))
        kept--;
      all[kept++] = point;
    }
  g_array_set_size (points, kept);
}

void
lp_route_finish (LpRoute *route, const GArray *points, double end_gap)
{
  guint n = points->len;
  LpPoint *all = g_memdup2 (points->data, n * sizeof *all);
  pull_back (&all[0], all[1], end_gap);
  pull_back (&all[n - 1], all[n - 2], end_gap);
  route->n_points = n;
  route->points = all;
}

void
lp_route_fall_back (LpRoute *route, const LpSpace *space, const LpRouteEdge *edge)
{
  LpRect from = edge->from < space->n_boxes ? space->port[edge->from] : (LpRect){ 0 };
  LpRect to = edge->to < space->n_boxes ? space->port[edge->to] : from;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (LpPoint));
  lp_route_direct (points, from, to);
  lp_route_simplify (points);
  lp_route_finish (route, points, space->options.end_gap);
}

/* The coordinate of the port's side that the end stops short of, going on in its direction. */
static double
side_before (double end, double direction, const double sides[2], double end_gap)
{
  double best = end;
  for (guint i = 0; i < 2; i++)
    {
      double away = (sides[i] - end) * direction;
      if (away > 0 && away <= end_gap + 0.01)
        best = sides[i];
    }
  return best;
}

static void
push_out (LpPoint *end, LpPoint next, const LpSpace *space, guint box)
{
  if (box >= space->n_boxes)
    return;
  double gap = space->options.end_gap;
  LpRect port = space->port[box], rect = lp_rect_union (space->rect[box], port);
  if (fabs (end->x - next.x) > fabs (end->y - next.y))
    end->x = side_before (end->x, end->x > next.x ? 1 : -1, (double[]){ port.x, port.x + port.w }, gap);
  else
    end->y = side_before (end->y, end->y > next.y ? 1 : -1, (double[]){ port.y, rect.y + rect.h }, gap);
}

void
lp_route_unfinish (GArray *points, const LpRoute *route, const LpSpace *space, const LpRouteEdge *edge)
{
  g_array_set_size (points, 0);
  guint n = route->n_points;
  g_array_append_vals (points, route->points, n);
  if (n < 2)
    return;
  push_out (&g_array_index (points, LpPoint, 0), route->points[1], space, edge->from);
  push_out (&g_array_index (points, LpPoint, n - 1), route->points[n - 2], space, edge->to);
}
