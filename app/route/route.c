/* Ways over the lanes, then tracks for what runs in parallel, then the labels. */
#include "route/route.h"
#include "route/finish.h"
#include "route/labels.h"
#include "route/router.h"

LpSpace *
lp_router_make_space (const LpRouter *self)
{
  return lp_space_new (self->boxes, self->n_boxes, self->edges, self->n_edges, &self->options);
}

LpWays
lp_router_get_ways (LpRouter *self)
{
  return (LpWays){ self->n_edges, self->points, self->edges, self->loose, self->bounds };
}

LpRoute
lp_router_make_route (const LpRouter *self, const LpSpace *space, guint edge)
{
  LpRoute route = { NULL };
  if (self->loose[edge])
    lp_route_fall_back (&route, space, &self->edges[edge]);
  else
    lp_route_finish (&route, self->points[edge], self->options.end_gap);
  return route;
}

void
lp_router_measure (LpRouter *self, guint edge)
{
  LpRect bounds = { 0 };
  for (guint i = 0; i < self->points[edge]->len; i++)
    {
      LpPoint point = g_array_index (self->points[edge], LpPoint, i);
      bounds = lp_rect_union (bounds, (LpRect){ point.x - 0.5, point.y - 0.5, 1, 1 });
    }
  self->bounds[edge] = bounds;
}

static void
lay_routes (LpRouter *self, const LpSpace *space)
{
  LpWays ways = lp_router_get_ways (self);
  for (guint pass = 0; pass < LP_TRACK_PASSES; pass++)
    {
      lp_tracks_assign (space, &ways, LP_ALONG_X, NULL, NULL);
      lp_tracks_assign (space, &ways, LP_ALONG_Y, NULL, NULL);
    }
  for (guint i = 0; i < self->n_edges; i++)
    {
      lp_route_simplify (self->points[i]);
      lp_router_measure (self, i);
      self->routes[i] = lp_router_make_route (self, space, i);
    }
  lp_labels_place (space, self->edges, self->routes, self->n_edges, NULL);
}

void
lp_route_edge_copy (LpRouteEdge *copy, const LpRouteEdge *edge)
{
  *copy = *edge;
  copy->via = edge->n_via > 0 ? g_memdup2 (edge->via, edge->n_via * sizeof *edge->via) : NULL;
}

/* Without routes. */
gboolean
lp_route_box_equal (const LpRouteBox *a, const LpRouteBox *b)
{
  return lp_rect_equal (a->rect, b->rect) && lp_rect_equal (a->port, b->port) && a->parent == b->parent
         && a->container == b->container && a->header == b->header && a->header_x == b->header_x
         && a->header_width == b->header_width;
}

static LpRouter *
make_router (const LpRouteBox *boxes,
             guint n_boxes,
             const LpRouteEdge *edges,
             guint n_edges,
             const LpRouteOptions *options)
{
  LpRouter *self = g_new0 (LpRouter, 1);
  self->boxes = g_memdup2 (boxes, n_boxes * sizeof *boxes);
  self->n_boxes = n_boxes;
  self->edges = g_new0 (LpRouteEdge, n_edges + 1);
  self->n_edges = n_edges;
  self->options = *options;
  self->points = g_new (GArray *, n_edges + 1);
  self->loose = g_new0 (guint8, n_edges + 1);
  self->bounds = g_new0 (LpRect, n_edges + 1);
  self->routes = g_new0 (LpRoute, n_edges + 1);
  self->changed = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n_edges; i++)
    {
      lp_route_edge_copy (&self->edges[i], &edges[i]);
      self->points[i] = g_array_new (FALSE, FALSE, sizeof (LpPoint));
    }
  return self;
}

LpRouter *
lp_router_new (const LpRouteBox *boxes,
               guint n_boxes,
               const LpRouteEdge *edges,
               guint n_edges,
               const LpRouteOptions *options)
{
  LpRouter *self = make_router (boxes, n_boxes, edges, n_edges, options);
  g_autoptr (LpSpace) space = lp_router_make_space (self);
  LpWays ways = lp_router_get_ways (self);
  lp_ways_find (space, &ways);
  lay_routes (self, space);
  return self;
}

LpRouter *
lp_router_new_from_routes (const LpRouteBox *boxes,
                           guint n_boxes,
                           const LpRouteEdge *edges,
                           guint n_edges,
                           const LpRoute *routes,
                           const LpRouteOptions *options)
{
  LpRouter *self = make_router (boxes, n_boxes, edges, n_edges, options);
  g_autoptr (LpSpace) space = lp_router_make_space (self);
  for (guint i = 0; i < n_edges; i++)
    {
      lp_route_unfinish (self->points[i], &routes[i], space, &edges[i]);
      self->loose[i] = routes[i].n_points < 2;
      self->routes[i] = routes[i];
      self->routes[i].points = g_memdup2 (routes[i].points, routes[i].n_points * sizeof (LpPoint));
      lp_router_measure (self, i);
    }
  return self;
}

void
lp_router_free (LpRouter *router)
{
  if (router == NULL)
    return;
  for (guint i = 0; i < router->n_edges; i++)
    {
      g_array_unref (router->points[i]);
      g_free ((gpointer) router->edges[i].via);
    }
  lp_routes_free (router->routes, router->n_edges);
  g_array_unref (router->changed);
  g_free (router->boxes);
  g_free (router->edges);
  g_free (router->points);
  g_free (router->loose);
  g_free (router->bounds);
  g_free (router);
}

const LpRoute *
lp_router_get_routes (const LpRouter *router)
{
  return router->routes;
}

const guint *
lp_router_get_changed (const LpRouter *router, guint *n)
{
  *n = router->changed->len;
  return (const guint *) (gpointer) router->changed->data;
}

LpRoute *
lp_route_all (const LpRouteBox *boxes,
              guint n_boxes,
              const LpRouteEdge *edges,
              guint n_edges,
              const LpRouteOptions *options)
{
  g_autoptr (LpRouter) router = lp_router_new (boxes, n_boxes, edges, n_edges, options);
  return g_steal_pointer (&router->routes);
}

void
lp_routes_free (LpRoute *routes, guint n_edges)
{
  for (guint i = 0; routes && i < n_edges; i++)
    g_free (routes[i].points);
  g_free (routes);
}
