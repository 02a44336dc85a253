/* Ways over the lanes, then tracks for what runs in parallel, then the labels. */
#include "route/finish.h"
#include "route/labels.h"
#include "route/route.h"
#include "route/runs.h"

#include <math.h>

/* Tracks along one axis change the lengths of runs along the other, so both are laid twice. */
#define TRACK_PASSES 2

struct _LpRouter
{
  LpRouteBox *boxes;
  guint n_boxes;
  LpRouteEdge *edges;
  guint n_edges;
  LpRouteOptions options;
  GArray **points; /* by edge: the way that was found, before it was laid on tracks */
  guint8 *loose;   /* by edge: none was found */
  LpRoute *routes;
  GArray *changed; /* guint: the edges whose routes the last move changed */
};

static GArray **
copy_points (const LpRouter *self)
{
  GArray **copies = g_new (GArray *, self->n_edges + 1);
  for (guint i = 0; i < self->n_edges; i++)
    copies[i] = g_array_copy (self->points[i]);
  return copies;
}

/* From ways to routes: tracks, ends and labels. */
static void
lay_routes (LpRouter *self, const LpSpace *space)
{
  g_autofree GArray **points = copy_points (self);
  LpWays ways = { self->n_edges, points, self->edges, self->loose };
  for (guint pass = 0; pass < TRACK_PASSES; pass++)
    {
      lp_tracks_assign (space, &ways, LP_ALONG_X);
      lp_tracks_assign (space, &ways, LP_ALONG_Y);
    }
  lp_routes_free (self->routes, self->n_edges);
  self->routes = g_new0 (LpRoute, self->n_edges + 1);
  for (guint i = 0; i < self->n_edges; i++)
    {
      if (self->loose[i])
        lp_route_fall_back (&self->routes[i], space, &self->edges[i]);
      else
        lp_route_finish (&self->routes[i], points[i], self->options.end_gap);
      g_array_unref (points[i]);
    }
  lp_labels_place (space, self->edges, self->routes, self->n_edges);
}

static void
copy_edge (LpRouteEdge *copy, const LpRouteEdge *edge)
{
  *copy = *edge;
  copy->via = edge->n_via > 0 ? g_memdup2 (edge->via, edge->n_via * sizeof *edge->via) : NULL;
}

/* Without routes. */
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
  self->changed = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n_edges; i++)
    {
      copy_edge (&self->edges[i], &edges[i]);
      self->points[i] = g_array_new (FALSE, FALSE, sizeof (LpPoint));
    }
  return self;
}

static LpSpace *
make_space (const LpRouter *self)
{
  return lp_space_new (self->boxes, self->n_boxes, self->edges, self->n_edges, &self->options);
}

LpRouter *
lp_router_new (const LpRouteBox *boxes,
               guint n_boxes,
               const LpRouteEdge *edges,
               guint n_edges,
               const LpRouteOptions *options)
{
  LpRouter *self = make_router (boxes, n_boxes, edges, n_edges, options);
  g_autoptr (LpSpace) space = make_space (self);
  LpWays ways = { n_edges, self->points, self->edges, self->loose };
  lp_ways_find (space, &ways, NULL);
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
  g_autoptr (LpSpace) space = make_space (self);
  self->routes = g_new0 (LpRoute, n_edges + 1);
  for (guint i = 0; i < n_edges; i++)
    {
      lp_route_unfinish (self->points[i], &routes[i], space, &edges[i]);
      self->loose[i] = routes[i].n_points < 2;
      self->routes[i] = routes[i];
      self->routes[i].points = g_memdup2 (routes[i].points, routes[i].n_points * sizeof (LpPoint));
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

static gboolean
equal_rects (LpRect a, LpRect b)
{
  return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h;
}

static gboolean
passes (const GArray *points, LpRect rect)
{
  for (guint i = 0; i + 1 < points->len; i++)
    {
      LpPoint a = g_array_index (points, LpPoint, i), b = g_array_index (points, LpPoint, i + 1);
      if (MAX (a.x, b.x) > rect.x && MIN (a.x, b.x) < rect.x + rect.w && MAX (a.y, b.y) > rect.y
          && MIN (a.y, b.y) < rect.y + rect.h)
        return TRUE;
    }
  return FALSE;
}

/* Whether the box, where it stands now, is in the way of an edge that it is no end of. */
static gboolean
is_in_the_way (const LpSpace *space, guint box, const LpRouteEdge *edge, const GArray *points)
{
  if (!space->container[box])
    return passes (points, lp_rect_grow (space->rect[box], space->options.clearance));
  gboolean around = lp_space_is_within (space, edge->from, box) || lp_space_is_within (space, edge->to, box);
  return passes (points, around ? space->header[box] : space->rect[box]);
}

/* The edges whose ways have to be found anew. */
static guint8 *
find_dirty (
    const LpRouter *self, const LpSpace *space, const guint *moved, guint n_moved, const guint8 *is_moved)
{
  guint8 *dirty = g_new0 (guint8, self->n_edges + 1);
  for (guint e = 0; e < self->n_edges; e++)
    {
      const LpRouteEdge *edge = &self->edges[e];
      if (edge->from >= self->n_boxes || edge->to >= self->n_boxes)
        continue;
      dirty[e] = self->loose[e] || is_moved[edge->from] || is_moved[edge->to];
      for (guint i = 0; i < n_moved && !dirty[e]; i++)
        dirty[e] = is_in_the_way (space, moved[i], edge, self->points[e]);
    }
  return dirty;
}

static gboolean
equal_routes (const LpRoute *a, const LpRoute *b)
{
  return a->n_points == b->n_points && memcmp (a->points, b->points, a->n_points * sizeof *a->points) == 0
         && equal_rects (a->label, b->label);
}

static void
reroute (LpRouter *self, const LpSpace *space, const guint8 *dirty)
{
  LpRoute *before = g_steal_pointer (&self->routes);
  LpWays ways = { self->n_edges, self->points, self->edges, self->loose };
  lp_ways_find (space, &ways, dirty);
  lay_routes (self, space);
  for (guint i = 0; i < self->n_edges; i++)
    if (!equal_routes (&before[i], &self->routes[i]))
      g_array_append_val (self->changed, i);
  lp_routes_free (before, self->n_edges);
}

void
lp_router_move (LpRouter *router, const LpRouteBox *boxes)
{
  g_autofree guint *moved = g_new (guint, router->n_boxes + 1);
  g_autofree guint8 *is_moved = g_new0 (guint8, router->n_boxes + 1);
  guint n_moved = 0;
  g_array_set_size (router->changed, 0);
  for (guint i = 0; i < router->n_boxes; i++)
    if (!equal_rects (boxes[i].rect, router->boxes[i].rect)
        || !equal_rects (boxes[i].port, router->boxes[i].port) || boxes[i].parent != router->boxes[i].parent)
      {
        moved[n_moved++] = i;
        is_moved[i] = TRUE;
      }
  if (n_moved == 0)
    return;
  memcpy (router->boxes, boxes, router->n_boxes * sizeof *boxes);
  g_autoptr (LpSpace) space = make_space (router);
  g_autofree guint8 *dirty = find_dirty (router, space, moved, n_moved, is_moved);
  reroute (router, space, dirty);
}

void
lp_router_set_edge (LpRouter *router, guint number, const LpRouteEdge *edge)
{
  LpRouteEdge *own = &router->edges[number];
  g_free ((gpointer) own->via);
  copy_edge (own, edge);
  g_array_set_size (router->changed, 0);
  g_autoptr (LpSpace) space = make_space (router);
  g_autofree guint8 *dirty = g_new0 (guint8, router->n_edges + 1);
  dirty[number] = TRUE;
  reroute (router, space, dirty);
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
