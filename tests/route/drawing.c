#include "drawing.h"

#include <math.h>

Drawing
draw (Diagram *diagram, double label_width)
{
  Drawing self = { diagram };
  lp_layout_place (diagram->boxes, diagram->n_boxes, diagram->edges, diagram->n_edges,
                   &LP_LAYOUT_OPTIONS_DEFAULT);
  self.boxes = diagram_route_boxes (diagram);
  self.edges = diagram_route_edges (diagram, label_width);
  self.routes
      = lp_route_all (self.boxes, diagram->n_boxes, self.edges, diagram->n_edges, &LP_ROUTE_OPTIONS_DEFAULT);
  return self;
}

void
clear (Drawing *self)
{
  lp_routes_free (self->routes, self->diagram->n_edges);
  g_free (self->boxes);
  g_free (self->edges);
  diagram_free (self->diagram);
}

gboolean
is_around (const Drawing *self, guint box, guint inner)
{
  for (; inner != G_MAXUINT; inner = self->boxes[inner].parent)
    if (inner == box)
      return TRUE;
  return FALSE;
}

void
assert_square (const LpRoute *route)
{
  g_assert_cmpuint (route->n_points, >=, 2);
  for (guint i = 0; i + 1 < route->n_points; i++)
    {
      LpPoint a = route->points[i], b = route->points[i + 1];
      g_assert_true (isfinite (a.x + a.y + b.x + b.y));
      g_assert_true (fabs (a.x - b.x) < 0.01 || fabs (a.y - b.y) < 0.01);
      g_assert_true (fabs (a.x - b.x) + fabs (a.y - b.y) > 0.005);
    }
}

/* An end is before a side of the port, by the gap; or below the label. */
void
assert_ends_at (LpPoint end, const LpRouteBox *box)
{
  LpRect port = lp_rect_grow (box->port, 4.5), rect = lp_rect_grow (box->rect, 4.5);
  g_assert_true (lp_rect_contains (port, end) || lp_rect_contains (rect, end));
}

gboolean
passes (const LpRoute *route, LpRect rect)
{
  LpRect inside = lp_rect_grow (rect, -1);
  for (guint i = 0; i + 1 < route->n_points; i++)
    {
      LpPoint a = route->points[i], b = route->points[i + 1];
      if (MAX (a.x, b.x) > inside.x && MIN (a.x, b.x) < inside.x + inside.w && MAX (a.y, b.y) > inside.y
          && MIN (a.y, b.y) < inside.y + inside.h && inside.w > 0 && inside.h > 0)
        return TRUE;
    }
  return FALSE;
}

void
assert_free (const Drawing *self, guint edge)
{
  const LpRoute *route = &self->routes[edge];
  guint from = self->edges[edge].from, to = self->edges[edge].to;
  for (guint i = 0; i < self->diagram->n_boxes; i++)
    {
      const LpRouteBox *box = &self->boxes[i];
      if (i == from || i == to)
        continue;
      if (!box->container)
        g_assert_false (passes (route, box->rect));
      else if (!is_around (self, i, from) && !is_around (self, i, to))
        g_assert_false (passes (route, box->rect));
      else
        g_assert_false (passes (route, (LpRect){ box->rect.x, box->rect.y, box->header_width, box->header }));
    }
}

LpRouteBox
leaf (double x, double y)
{
  return (LpRouteBox){ .rect = { x, y, 64, 84 }, .port = { x + 8, y, 48, 48 }, .parent = G_MAXUINT };
}

LpRouteBox
frame (double x, double y, double w, double h)
{
  return (LpRouteBox){ .rect = { x, y, w, h },
                       .port = { x, y, w, h },
                       .parent = G_MAXUINT,
                       .container = TRUE,
                       .header = 24,
                       .header_width = 60 };
}

gboolean
runs_over (const LpRoute *route, LpPoint a, LpPoint b)
{
  for (guint i = 0; i + 1 < route->n_points; i++)
    {
      LpPoint p = route->points[i], q = route->points[i + 1];
      if (a.x == b.x && p.x == a.x && q.x == a.x && MIN (p.y, q.y) <= MIN (a.y, b.y)
          && MAX (p.y, q.y) >= MAX (a.y, b.y))
        return TRUE;
      if (a.y == b.y && p.y == a.y && q.y == a.y && MIN (p.x, q.x) <= MIN (a.x, b.x)
          && MAX (p.x, q.x) >= MAX (a.x, b.x))
        return TRUE;
    }
  return FALSE;
}
