/* Routing while boxes move: what is concerned looks for a new way, and takes it where it is clearly better
 * than the old one, stretched; the rest stays where it is. */
#include "route/way-finder.h"
#include "route/finish.h"
#include "route/keep.h"
#include "route/labels.h"
#include "route/router.h"

/* A new way has to be better by this much: about a third of a bend. */
#define CLEARLY 180
/* Ways this near to where a box was may be better without it. */
#define NEAR 48
/* Ends without a way look again when something moves this near to them. */
#define WITHIN_SIGHT 160

/* What is to be done with an edge. */
enum
{
  STAYS,
  MUST, /* an end moved, or something stands in its way */
  MAY,  /* a box near it moved away */
};

typedef struct
{
  LpRouter *router;
  LpSpace *space;
  const LpRouteBox *before; /* the boxes as they were */
  GArray *moved;            /* guint */
  guint8 *is_moved;         /* by box */
  guint8 *task;             /* by edge */
  guint8 *touched;          /* by edge: its way may have changed */
} Move;

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

static gboolean
is_concerned (const Move *self, guint edge, LpRect rect)
{
  return lp_rect_overlaps (self->router->bounds[edge], rect) && passes (self->router->points[edge], rect);
}

/* Whether the box, where it stands now, is in the way of an edge that it is no end of. */
static gboolean
is_in_the_way (const Move *self, guint box, guint edge)
{
  const LpRouteEdge *ends = &self->router->edges[edge];
  const LpSpace *space = self->space;
  if (box == ends->from || box == ends->to)
    return FALSE;
  if (!space->container[box])
    return is_concerned (self, edge, lp_rect_grow (space->rect[box], LP_KEEP_CLEARANCE - 0.1));
  gboolean around = lp_space_is_within (space, ends->from, box) || lp_space_is_within (space, ends->to, box);
  return is_concerned (self, edge, around ? space->header[box] : space->rect[box]);
}

static gboolean
is_valid (const LpRouter *router, const LpRouteEdge *edge)
{
  return edge->from < router->n_boxes && edge->to < router->n_boxes;
}

/* Whether the box moved as it is, and how far. */
static gboolean
moved_whole (const Move *self, guint box, LpPoint *by)
{
  LpRect now = self->router->boxes[box].rect, before = self->before[box].rect;
  *by = (LpPoint){ now.x - before.x, now.y - before.y };
  return self->is_moved[box] && now.w == before.w && now.h == before.h
         && self->router->boxes[box].parent == self->before[box].parent;
}

static void
shift (LpPoint *points, guint n, LpPoint by)
{
  for (guint i = 0; i < n; i++)
    {
      points[i].x += by.x;
      points[i].y += by.y;
    }
}

/* Whether the way leads over what was laid by hand: the middles of its first and its last stretch, which may
 * be cut short. */
static gboolean
leads_over (const GArray *points, const LpRouteEdge *edge)
{
  for (guint k = 0; k < 2; k++)
    {
      LpPoint a = edge->via[k == 0 ? 0 : edge->n_via - 1], b = a;
      if (edge->n_via > 1)
        b = edge->via[k == 0 ? 1 : edge->n_via - 2];
      if (a.x != b.x && a.y != b.y)
        b = a;
      if (!passes (points, (LpRect){ (a.x + b.x) / 2 - 0.01, (a.y + b.y) / 2 - 0.01, 0.02, 0.02 }))
        return FALSE;
    }
  return TRUE;
}

/* Both ends moved alike: the way comes along if it is free where it comes to lie. */
static gboolean
come_along (Move *self, guint edge)
{
  LpRouter *router = self->router;
  LpRouteEdge *ends = &router->edges[edge];
  LpPoint by, other;
  if (!moved_whole (self, ends->from, &by) || !moved_whole (self, ends->to, &other) || by.x != other.x
      || by.y != other.y || router->loose[edge])
    return FALSE;
  GArray *points = router->points[edge];
  shift ((LpPoint *) (gpointer) points->data, points->len, by);
  if (ends->n_via > 0 ? !leads_over (points, ends) : !lp_way_is_free (self->space, ends, points))
    {
      shift ((LpPoint *) (gpointer) points->data, points->len, (LpPoint){ -by.x, -by.y });
      return FALSE;
    }
  self->touched[edge] = TRUE;
  lp_router_measure (router, edge);
  return TRUE;
}

static guint
task_of_loose (const Move *self, guint edge)
{
  const LpRouteEdge *ends = &self->router->edges[edge];
  LpRect area = lp_rect_grow (lp_rect_union (self->space->rect[ends->from], self->space->rect[ends->to]),
                              WITHIN_SIGHT);
  for (guint i = 0; i < self->moved->len; i++)
    {
      guint box = g_array_index (self->moved, guint, i);
      if (lp_rect_overlaps (area, self->space->rect[box]) || lp_rect_overlaps (area, self->before[box].rect))
        return MUST;
    }
  return STAYS;
}

static guint
find_task (Move *self, guint edge)
{
  const LpRouteEdge *ends = &self->router->edges[edge];
  if (!is_valid (self->router, ends))
    return STAYS;
  if (self->is_moved[ends->from] || self->is_moved[ends->to])
    return come_along (self, edge) ? STAYS : MUST;
  if (self->router->loose[edge])
    return task_of_loose (self, edge);
  guint task = STAYS;
  for (guint i = 0; i < self->moved->len && task != MUST; i++)
    {
      guint box = g_array_index (self->moved, guint, i);
      if (is_in_the_way (self, box, edge))
        task = ends->n_via > 0 ? MAY : MUST;
      else if (!self->space->container[box]
               && is_concerned (self, edge, lp_rect_grow (self->before[box].rect, NEAR)))
        task = MAY;
    }
  return task;
}

/* --- old ways and new ones ---------------------------------------------------------------------------------
 */

static guint
count_between (LpPoint a, LpPoint b, const GArray *others)
{
  gboolean flat = a.y == b.y;
  guint count = 0;
  for (guint i = 0; i + 1 < others->len; i++)
    {
      LpPoint p = g_array_index (others, LpPoint, i), q = g_array_index (others, LpPoint, i + 1);
      if (flat)
        count += p.x == q.x && p.x > MIN (a.x, b.x) && p.x < MAX (a.x, b.x) && MIN (p.y, q.y) < a.y
                 && MAX (p.y, q.y) > a.y;
      else
        count += p.y == q.y && p.y > MIN (a.y, b.y) && p.y < MAX (a.y, b.y) && MIN (p.x, q.x) < a.x
                 && MAX (p.x, q.x) > a.x;
    }
  return count;
}

static guint
count_crossings (const Move *self, const GArray *points)
{
  const LpRouter *router = self->router;
  LpRect area = { 0 };
  guint count = 0;
  for (guint i = 0; i < points->len; i++)
    {
      LpPoint point = g_array_index (points, LpPoint, i);
      area = lp_rect_union (area, (LpRect){ point.x - 0.5, point.y - 0.5, 1, 1 });
    }
  for (guint e = 0; e < router->n_edges; e++)
    {
      if (self->task[e] != STAYS || router->loose[e] || !lp_rect_overlaps (area, router->bounds[e]))
        continue;
      for (guint i = 0; i + 1 < points->len; i++)
        count += count_between (g_array_index (points, LpPoint, i), g_array_index (points, LpPoint, i + 1),
                                router->points[e]);
    }
  return count;
}

static double
price (const Move *self, const LpWayFinder *finder, guint edge, const GArray *points, gboolean settled)
{
  const LpRouteEdge *ends = &self->router->edges[edge];
  return lp_search_price (finder->search, ends->from, ends->to, points, settled)
         + LP_SEARCH_CROSSING * (double) count_crossings (self, points);
}

static gboolean
equal_points (const GArray *a, const GArray *b)
{
  return a->len == b->len && memcmp (a->data, b->data, a->len * sizeof (LpPoint)) == 0;
}

/* The old way as it may be kept; NULL where it may not. */
static GArray *
keep (const Move *self, guint edge)
{
  const LpRouter *router = self->router;
  const LpRouteEdge *ends = &router->edges[edge];
  if (router->loose[edge] || ends->n_via > 0)
    return NULL;
  GArray *kept = g_array_copy (router->points[edge]);
  if (lp_way_keep (self->space, ends, self->before[ends->from].port, self->before[ends->to].port, kept))
    {
      lp_route_simplify (kept);
      lp_ways_straighten (self->space, ends, kept);
      return kept;
    }
  g_array_unref (kept);
  return NULL;
}

static void
replace (LpRouter *router, guint edge, GArray *points)
{
  GArray *own = router->points[edge];
  g_array_set_size (own, 0);
  g_array_append_vals (own, points->data, points->len);
  router->loose[edge] = FALSE;
}

static void
find_again (Move *self, LpWayFinder *finder, LpWays *ways, guint edge)
{
  LpRouter *router = self->router;
  g_autoptr (GArray) before = g_array_copy (router->points[edge]);
  g_autoptr (GArray) kept = keep (self, edge);
  lp_way_finder_find (finder, ways, edge);
  if (kept != NULL
      && (router->loose[edge]
          || price (self, finder, edge, kept, TRUE)
                 <= price (self, finder, edge, router->points[edge], FALSE) + CLEARLY))
    replace (router, edge, kept);
  /* Nothing new: it does not even take part in the laying of tracks. */
  if (self->task[edge] == MAY && equal_points (before, router->points[edge]))
    self->task[edge] = STAYS;
  else
    self->touched[edge] = TRUE;
  lp_router_measure (router, edge);
}

static void
find_all_again (Move *self)
{
  LpRouter *router = self->router;
  LpWays ways = lp_router_get_ways (router);
  g_autofree guint8 *wide = g_new0 (guint8, router->n_edges + 1);
  gboolean any = FALSE;
  g_autoptr (LpWayFinder) finder = lp_way_finder_new (self->space, &ways, self->task, FALSE);
  for (guint e = 0; e < router->n_edges; e++)
    {
      if (self->task[e] == STAYS)
        continue;
      find_again (self, finder, &ways, e);
      wide[e] = router->loose[e] && router->edges[e].from != router->edges[e].to;
      any = any || wide[e];
    }
  if (!any)
    return;
  g_autoptr (LpWayFinder) second = lp_way_finder_new (self->space, &ways, wide, TRUE);
  for (guint e = 0; e < router->n_edges; e++)
    if (wide[e])
      {
        lp_way_finder_find (second, &ways, e);
        lp_router_measure (router, e);
      }
}

/* --- laying ------------------------------------------------------------------------------------------------
 */

static void
lay_tracks (Move *self)
{
  LpRouter *router = self->router;
  LpWays ways = lp_router_get_ways (router);
  for (guint pass = 0; pass < 2 * LP_TRACK_PASSES; pass++)
    {
      lp_tracks_assign (self->space, &ways, pass % 2 == 0 ? LP_ALONG_X : LP_ALONG_Y, self->task,
                        self->touched);
      for (guint e = 0; e < router->n_edges; e++)
        if (self->touched[e])
          lp_router_measure (router, e);
    }
  for (guint e = 0; e < router->n_edges; e++)
    if (self->touched[e])
      lp_route_simplify (router->points[e]);
}

static gboolean
equal_lines (const LpRoute *a, const LpRoute *b)
{
  return a->n_points == b->n_points && memcmp (a->points, b->points, a->n_points * sizeof *a->points) == 0;
}

/* Appends to `changed` the edges whose points are others. */
static void
make_routes (Move *self, GArray *changed)
{
  LpRouter *router = self->router;
  for (guint e = 0; e < router->n_edges; e++)
    {
      if (!self->touched[e])
        continue;
      LpRoute route = lp_router_make_route (router, self->space, e);
      route.label = router->routes[e].label;
      if (!equal_lines (&route, &router->routes[e]))
        g_array_append_val (changed, e);
      g_free (router->routes[e].points);
      router->routes[e] = route;
    }
}

/* Whether a box that moved, or a connector that changed, now lies under the label. */
static gboolean
is_covered (const Move *self, guint edge, const GArray *changed)
{
  const LpRouter *router = self->router;
  LpRect label = router->routes[edge].label;
  for (guint i = 0; i < self->moved->len; i++)
    {
      guint box = g_array_index (self->moved, guint, i);
      if (lp_rect_overlaps (label,
                            self->space->container[box] ? self->space->header[box] : self->space->rect[box]))
        return TRUE;
    }
  for (guint i = 0; i < changed->len; i++)
    {
      guint other = g_array_index (changed, guint, i);
      if (other != edge && lp_rect_overlaps (label, router->bounds[other])
          && passes (router->points[other], label))
        return TRUE;
    }
  return FALSE;
}

/* `changed`: the edges whose points are others. */
static void
place_labels (Move *self, const GArray *changed)
{
  LpRouter *router = self->router;
  g_autofree guint8 *which = g_new0 (guint8, router->n_edges + 1);
  g_autofree guint8 *listed = g_new0 (guint8, router->n_edges + 1);
  g_autofree LpRect *before = g_new (LpRect, router->n_edges + 1);
  for (guint i = 0; i < changed->len; i++)
    listed[g_array_index (changed, guint, i)] = TRUE;
  for (guint e = 0; e < router->n_edges; e++)
    {
      which[e] = listed[e] || (router->routes[e].label.w > 0 && is_covered (self, e, changed));
      before[e] = router->routes[e].label;
    }
  lp_labels_place (self->space, router->edges, router->routes, router->n_edges, which);
  for (guint e = 0; e < router->n_edges; e++)
    if (listed[e] || !lp_rect_equal (before[e], router->routes[e].label))
      g_array_append_val (router->changed, e);
}

static void
reroute (Move *self)
{
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean any = FALSE;
  for (guint e = 0; e < self->router->n_edges && !any; e++)
    any = self->task[e] != STAYS;
  if (any)
    {
      find_all_again (self);
      lay_tracks (self);
    }
  make_routes (self, changed);
  place_labels (self, changed);
}

static void
begin (Move *self, LpRouter *router, const LpRouteBox *before)
{
  *self = (Move){ .router = router,
                  .before = before,
                  .moved = g_array_new (FALSE, FALSE, sizeof (guint)),
                  .is_moved = g_new0 (guint8, router->n_boxes + 1),
                  .task = g_new0 (guint8, router->n_edges + 1),
                  .touched = g_new0 (guint8, router->n_edges + 1) };
  g_array_set_size (router->changed, 0);
}

static void
end (Move *self)
{
  lp_space_free (self->space);
  g_array_unref (self->moved);
  g_free (self->is_moved);
  g_free (self->task);
  g_free (self->touched);
}

void
lp_router_move (LpRouter *router, const LpRouteBox *boxes)
{
  Move self;
  g_autofree LpRouteBox *before = router->boxes;
  begin (&self, router, before);
  router->boxes = g_memdup2 (boxes, router->n_boxes * sizeof *boxes);
  for (guint i = 0; i < router->n_boxes; i++)
    if (!lp_route_box_equal (&boxes[i], &before[i]))
      {
        g_array_append_val (self.moved, i);
        self.is_moved[i] = TRUE;
      }
  if (self.moved->len > 0)
    {
      self.space = lp_router_make_space (router);
      for (guint e = 0; e < router->n_edges; e++)
        self.task[e] = find_task (&self, e);
      reroute (&self);
    }
  end (&self);
}

void
lp_router_set_edge (LpRouter *router, guint number, const LpRouteEdge *edge)
{
  Move self;
  LpRouteEdge *own = &router->edges[number];
  gpointer via = (gpointer) own->via;
  lp_route_edge_copy (own, edge);
  g_free (via);
  begin (&self, router, router->boxes);
  self.space = lp_router_make_space (router);
  self.task[number] = MUST;
  router->loose[number] = TRUE;
  reroute (&self);
  end (&self);
}
