#include "scene/routing.h"

#include "scene/label.h"
#include "scene/metrics.h"
#include "scene/scene-parts.h"

#include <string.h>

static LpRouteBox
make_box (const LpDesign *design, const LpCatalogue *catalogue, const LpPlacement *placement, guint index)
{
  guint parent = lp_design_get_parent (design, index);
  LpRouteBox box = {
    .rect = placement->extent[index],
    .port = placement->rect[index],
    .parent = parent == LP_NONE ? G_MAXUINT : parent,
    .container = placement->is_frame[index],
  };
  if (box.container)
    {
      const LpComponent *component = lp_design_get_component (design, index);
      LpFrameName name;
      lp_frame_name_init (&name, design, index, lp_kind_of (catalogue, component), box.rect.w);
      box.header = LP_FRAME_HEADER;
      box.header_x = name.x > LP_FRAME_TAG * 2 ? name.x - 6 : 0;
      box.header_width = name.x + name.width + 6 - box.header_x;
      lp_frame_name_clear (&name);
    }
  return box;
}

static LpRouteEdge
make_edge (const LpDesign *design, guint index)
{
  const LpConnection *connection = lp_design_get_connection (design, index);
  LpRouteEdge edge = { .from = lp_design_get_source (design, index), .to = lp_design_get_target (design, index) };
  lp_scene_measure_label (connection, &edge.label_width, &edge.label_height);
  return edge;
}

static void
describe (LpRouting *self, const LpDesign *design, const LpCatalogue *catalogue, const LpPlacement *placement,
          const guint8 *left_out)
{
  self->n_boxes = placement->n;
  self->n_edges = lp_design_get_n_connections (design);
  self->boxes = g_new0 (LpRouteBox, self->n_boxes + 1);
  self->edges = g_new0 (LpRouteEdge, self->n_edges + 1);
  for (guint i = 0; i < self->n_boxes; i++)
    self->boxes[i] = make_box (design, catalogue, placement, i);
  for (guint i = 0; i < self->n_edges; i++)
    {
      self->edges[i] = make_edge (design, i);
      if (left_out != NULL && left_out[i])
        self->edges[i].to = self->edges[i].from;
    }
}

/* Where the lines were laid by hand, absolute. */
static void
add_via (LpRouting *self, const LpDesign *design, const LpPlacement *placement)
{
  gsize n = 0;
  for (guint i = 0; i < self->n_edges; i++)
    n += lp_design_get_connection (design, i)->n_via;
  if (n == 0)
    return;
  LpPoint *next = self->via = g_new (LpPoint, n);
  for (guint i = 0; i < self->n_edges; i++)
    {
      const LpConnection *connection = lp_design_get_connection (design, i);
      guint container = connection->n_via > 0 ? lp_design_get_common_container (design, i) : LP_NONE;
      LpPoint base = container != LP_NONE ? placement->origin[container] : (LpPoint){ 0, 0 };
      self->edges[i].via = connection->n_via > 0 ? next : NULL;
      self->edges[i].n_via = connection->n_via;
      for (guint k = 0; k < connection->n_via; k++)
        *next++ = (LpPoint){ base.x + connection->via[k].x, base.y + connection->via[k].y };
    }
}

static void
copy_routes (LpRouting *self, const LpRoute *routes)
{
  self->routes = g_new0 (LpRoute, self->n_edges + 1);
  for (guint i = 0; i < self->n_edges; i++)
    {
      self->routes[i] = routes[i];
      self->routes[i].points = g_memdup2 (routes[i].points, routes[i].n_points * sizeof (LpPoint));
    }
}

/* --- after another state ----------------------------------------------------------------------------- */

/* More connections than this that have no way yet: all are looked for together, which gives better ones. */
#define MOST_FRESH 40

/* The state before, in the numbers of now. */
typedef struct
{
  LpRouteBox *boxes; /* where they stood; what is new stands nowhere yet */
  LpRoute *routes;   /* borrowed points; none where a way must be found */
  guint n_fresh;     /* of those */
  gboolean moved;    /* some box stands elsewhere than now */
} LpPast;

/* The same number in nearly every edit; else it is looked for. */
static guint
find_component (const LpDesign *design, guint likely, const char *id)
{
  if (likely < lp_design_get_n_components (design) && g_str_equal (lp_design_get_component (design, likely)->id, id))
    return likely;
  return lp_design_find (design, id);
}

static guint
find_connection (const LpDesign *design, guint likely, const char *id)
{
  if (likely < lp_design_get_n_connections (design)
      && g_str_equal (lp_design_get_connection (design, likely)->id, id))
    return likely;
  return lp_design_find_connection (design, id);
}

/* In the numbers of now; G_MAXUINT at the top and where it is gone. */
static guint
parent_before (const LpDesign *design, const LpDesign *before, guint was)
{
  guint parent = lp_design_get_parent (before, was);
  if (parent == LP_NONE)
    return G_MAXUINT;
  guint now = find_component (design, parent, lp_design_get_component (before, parent)->id);
  return now != LP_NONE ? now : G_MAXUINT;
}

static void
recall_boxes (LpPast *past, const LpRouting *self, const LpDesign *design, const LpRouting *before,
              const LpDesign *design_before)
{
  past->boxes = g_new (LpRouteBox, self->n_boxes + 1);
  for (guint i = 0; i < self->n_boxes; i++)
    {
      guint was = find_component (design_before, i, lp_design_get_component (design, i)->id);
      LpPoint middle = lp_rect_centre (self->boxes[i].port);
      LpRect nowhere = { middle.x, middle.y, 0, 0 };
      past->boxes[i] = (LpRouteBox){ .rect = nowhere, .port = nowhere, .parent = G_MAXUINT };
      if (was != LP_NONE)
        {
          past->boxes[i] = before->boxes[was];
          past->boxes[i].parent = parent_before (design, design_before, was);
        }
      past->moved = past->moved || !lp_route_box_equal (&past->boxes[i], &self->boxes[i]);
    }
}

static gboolean
is_same_edge (const LpRouting *self, guint edge, const LpRouting *before, guint was, const LpDesign *design,
              const LpDesign *design_before)
{
  const LpRouteEdge *a = &self->edges[edge], *b = &before->edges[was];
  const LpConnection *now = lp_design_get_connection (design, edge);
  const LpConnection *then = lp_design_get_connection (design_before, was);
  return g_str_equal (now->from, then->from) && g_str_equal (now->to, then->to) && now->n_via == then->n_via
         && (now->n_via == 0 || memcmp (now->via, then->via, now->n_via * sizeof *now->via) == 0)
         && (a->from == a->to) == (b->from == b->to) && a->label_width == b->label_width && a->label_height == b->label_height
         && before->routes[was].n_points > 1;
}

static void
recall_routes (LpPast *past, const LpRouting *self, const LpDesign *design, const LpRouting *before,
               const LpDesign *design_before)
{
  past->routes = g_new0 (LpRoute, self->n_edges + 1);
  for (guint i = 0; i < self->n_edges; i++)
    {
      guint was = find_connection (design_before, i, lp_design_get_connection (design, i)->id);
      if (was != LP_NONE && is_same_edge (self, i, before, was, design, design_before))
        past->routes[i] = before->routes[was];
      else
        past->n_fresh++;
    }
}

static void
route_after (LpRouting *self, const LpPast *past)
{
  LpRouteOptions options = LP_ROUTE_OPTIONS_DEFAULT;
  g_autoptr (LpRouter) router = lp_router_new_from_routes (past->boxes, self->n_boxes, self->edges, self->n_edges,
                                                           past->routes, &options);
  if (past->moved)
    lp_router_move (router, self->boxes);
  else
    for (guint i = 0; i < self->n_edges; i++)
      if (past->routes[i].n_points < 2)
        lp_router_set_edge (router, i, &self->edges[i]);
  copy_routes (self, lp_router_get_routes (router));
}

static gboolean
find_after (LpRouting *self, const LpDesign *design, const LpRouting *before, const LpDesign *design_before)
{
  LpPast past = { 0 };
  recall_boxes (&past, self, design, before, design_before);
  recall_routes (&past, self, design, before, design_before);
  gboolean few = past.n_fresh <= MIN (MOST_FRESH, self->n_edges / 2);
  if (few && !past.moved && past.n_fresh == 0)
    copy_routes (self, past.routes);
  else if (few)
    route_after (self, &past);
  g_free (past.boxes);
  g_free (past.routes);
  return few;
}

static void
forget_route (LpRoute *route)
{
  g_free (route->points);
  *route = (LpRoute){ 0 };
}

LpRouting *
lp_routing_new (const LpDesign *design,
                const LpCatalogue *catalogue,
                const LpPlacement *placement,
                const guint8 *left_out,
                const LpRouting *before,
                const LpDesign *design_before)
{
  LpRouting *self = g_new0 (LpRouting, 1);
  describe (self, design, catalogue, placement, left_out);
  add_via (self, design, placement);
  LpRouteOptions options = LP_ROUTE_OPTIONS_DEFAULT;
  if (before == NULL || !find_after (self, design, before, design_before))
    self->routes = lp_route_all (self->boxes, self->n_boxes, self->edges, self->n_edges, &options);
  for (guint i = 0; left_out != NULL && i < self->n_edges; i++)
    if (left_out[i])
      forget_route (&self->routes[i]);
  return self;
}

void
lp_routing_free (LpRouting *routing)
{
  lp_routes_free (routing->routes, routing->n_edges);
  g_free (routing->boxes);
  g_free (routing->edges);
  g_free (routing->via);
  g_free (routing);
}
