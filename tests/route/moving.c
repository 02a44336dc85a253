#include "drawing.h"
#include "route/lanes.h"

/* A box that is dragged over a connector pushes it aside; what it does not touch stays. */
static void
test_moving (void)
{
  LpRouteBox boxes[] = { leaf (0, 0), leaf (400, 0), leaf (200, 200), leaf (0, 400), leaf (400, 400) };
  LpRouteEdge edges[] = { { 0, 1 }, { 3, 4 } };
  g_autoptr (LpRouter) router = lp_router_new (boxes, 5, edges, 2, &LP_ROUTE_OPTIONS_DEFAULT);
  g_assert_cmpuint (lp_router_get_routes (router)[0].n_points, ==, 2);
  boxes[2].rect.y = boxes[2].port.y = -10;
  lp_router_move (router, boxes);
  const LpRoute *routes = lp_router_get_routes (router);
  assert_square (&routes[0]);
  g_assert_cmpuint (routes[0].n_points, >, 2);
  g_assert_false (passes (&routes[0], boxes[2].rect));
  g_assert_cmpuint (routes[1].n_points, ==, 2);
  /* Moving an end takes its connector along. */
  boxes[4].rect.y = boxes[4].port.y = 480;
  lp_router_move (router, boxes);
  routes = lp_router_get_routes (router);
  assert_square (&routes[1]);
  assert_ends_at (routes[1].points[routes[1].n_points - 1], &boxes[4]);
}

static void
test_moving_in_a_crowd (void)
{
  Drawing drawing = draw (diagram_new (4, 150), 0);
  guint n = drawing.diagram->n_boxes, n_edges = drawing.diagram->n_edges;
  g_autoptr (LpRouter) router
      = lp_router_new (drawing.boxes, n, drawing.edges, n_edges, &LP_ROUTE_OPTIONS_DEFAULT);
  for (guint step = 0; step < 20; step++)
    {
      drawing.boxes[n - 1].rect.y += 4;
      drawing.boxes[n - 1].port.y += 4;
      lp_router_move (router, drawing.boxes);
      const LpRoute *routes = lp_router_get_routes (router);
      for (guint e = 0; e < n_edges; e++)
        {
          assert_square (&routes[e]);
          assert_ends_at (routes[e].points[0], &drawing.boxes[drawing.edges[e].from]);
        }
    }
  clear (&drawing);
}

/* The ends of a segment follow the boxes; it is cut where they meet it earlier. */
static void
test_by_hand_moving (void)
{
  LpRouteBox boxes[] = { leaf (0, 0), leaf (400, 200) };
  LpPoint via[] = { { 150, 24 }, { 150, 224 } };
  LpRouteEdge edge = { .from = 0, .to = 1, .via = via, .n_via = 2 };
  g_autoptr (LpRouter) router = lp_router_new (boxes, 2, &edge, 1, &LP_ROUTE_OPTIONS_DEFAULT);
  for (int y = -80; y <= 80; y += 40)
    {
      boxes[0].rect.y = boxes[0].port.y = y;
      lp_router_move (router, boxes);
      const LpRoute *route = lp_router_get_routes (router);
      g_assert_cmpuint (route->n_points, ==, 4);
      g_assert_true (runs_over (route, (LpPoint){ 150, y + 24 }, via[1]));
      g_assert_cmpfloat (route->points[0].y, ==, y + 24);
    }
  LpPoint other[] = { { 250, 24 }, { 250, 224 } };
  lp_router_set_edge (router, 0, &(LpRouteEdge){ .from = 0, .to = 1, .via = other, .n_via = 2 });
  g_assert_true (runs_over (lp_router_get_routes (router), (LpPoint){ 250, 104 }, other[1]));
  guint n = 0;
  lp_router_get_changed (router, &n);
  g_assert_cmpuint (n, ==, 1);
}

/* A router that begins with routes has them as they are; of one that moves only what has to changes. */
static void
test_from_routes (void)
{
  Drawing drawing = draw (diagram_new (4, 60), 30);
  guint n = drawing.diagram->n_boxes, n_edges = drawing.diagram->n_edges, n_changed = 0;
  g_autoptr (LpRouter) router = lp_router_new_from_routes (drawing.boxes, n, drawing.edges, n_edges,
                                                           drawing.routes, &LP_ROUTE_OPTIONS_DEFAULT);
  const LpRoute *routes = lp_router_get_routes (router);
  for (guint e = 0; e < n_edges; e++)
    {
      g_assert_cmpmem (drawing.routes[e].points, drawing.routes[e].n_points * sizeof (LpPoint),
                       routes[e].points, routes[e].n_points * sizeof (LpPoint));
      g_assert_cmpmem (&drawing.routes[e].label, sizeof (LpRect), &routes[e].label, sizeof (LpRect));
    }
  lp_router_get_changed (router, &n_changed);
  g_assert_cmpuint (n_changed, ==, 0);
  guint moved = drawing.edges[0].from;
  drawing.boxes[moved].rect.x += 3;
  drawing.boxes[moved].port.x += 3;
  lp_router_move (router, drawing.boxes);
  const guint *changed = lp_router_get_changed (router, &n_changed);
  routes = lp_router_get_routes (router);
  g_assert_cmpuint (n_changed, >, 0);
  for (guint e = 0, i = 0; e < n_edges; e++)
    {
      gboolean listed = i < n_changed && changed[i] == e;
      i += listed;
      gboolean same
          = routes[e].n_points == drawing.routes[e].n_points
            && memcmp (routes[e].points, drawing.routes[e].points, routes[e].n_points * sizeof (LpPoint))
                   == 0;
      g_assert_true (same || listed);
    }
  clear (&drawing);
}

static guint
count_bends (const LpRoute *routes, guint n)
{
  guint bends = 0;
  for (guint e = 0; e < n; e++)
    bends += routes[e].n_points - 2;
  return bends;
}

static double
total_length (const LpRoute *routes, guint n)
{
  double length = 0;
  for (guint e = 0; e < n; e++)
    for (guint i = 0; i + 1 < routes[e].n_points; i++)
      length += lp_point_distance (routes[e].points[i], routes[e].points[i + 1]);
  return length;
}

static void
place_box (LpRouteBox *box, double x, double y)
{
  box->port.x += x - box->rect.x;
  box->port.y += y - box->rect.y;
  box->rect.x = x;
  box->rect.y = y;
}

static gboolean
has_room (const Drawing *self, guint box, LpRect rect)
{
  const LpRouteBox *around
      = self->boxes[box].parent != G_MAXUINT ? &self->boxes[self->boxes[box].parent] : NULL;
  if (around != NULL && !lp_rect_encloses (lp_rect_grow (around->rect, -26), rect))
    return FALSE;
  for (guint i = 0; i < self->diagram->n_boxes; i++)
    if (i != box && !self->boxes[i].container
        && lp_rect_overlaps (lp_rect_grow (rect, 24), self->boxes[i].rect))
      return FALSE;
    else if (i != box && self->boxes[i].container && !is_around (self, i, box)
             && lp_rect_overlaps (lp_rect_grow (rect, 24), self->boxes[i].rect))
      return FALSE;
  return TRUE;
}

/* After many moves to where there is room the drawing is nearly as good as one that is routed whole: nothing
 * runs through what it should not, and what is the same moves gives the same bytes. */
static void
test_many_moves (void)
{
  for (guint seed = 5; seed <= 8; seed++)
    {
      Drawing drawing = draw (diagram_new (seed, 80), 0);
      guint n = drawing.diagram->n_boxes, n_edges = drawing.diagram->n_edges;
      g_autoptr (LpRouter) router
          = lp_router_new (drawing.boxes, n, drawing.edges, n_edges, &LP_ROUTE_OPTIONS_DEFAULT);
      g_autoptr (LpRouter) twin
          = lp_router_new (drawing.boxes, n, drawing.edges, n_edges, &LP_ROUTE_OPTIONS_DEFAULT);
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      LpRoute *first = drawing.routes;
      guint n_moves = 0;
      for (guint step = 0; step < 1500; step++)
        {
          guint box = (guint) g_rand_int_range (rand, 0, (gint32) n);
          LpRect rect = drawing.boxes[box].rect;
          rect.x += g_rand_int_range (rand, -40, 41);
          rect.y += g_rand_int_range (rand, -40, 41);
          if (drawing.boxes[box].container || !has_room (&drawing, box, rect))
            continue;
          n_moves++;
          place_box (&drawing.boxes[box], rect.x, rect.y);
          lp_router_move (router, drawing.boxes);
          lp_router_move (twin, drawing.boxes);
          drawing.routes = (LpRoute *) lp_router_get_routes (router);
          for (guint e = 0; e < n_edges; e++)
            {
              const LpRoute *other = &lp_router_get_routes (twin)[e];
              assert_square (&drawing.routes[e]);
              assert_ends_at (drawing.routes[e].points[0], &drawing.boxes[drawing.edges[e].from]);
              assert_free (&drawing, e);
              g_assert_cmpmem (drawing.routes[e].points, drawing.routes[e].n_points * sizeof (LpPoint),
                               other->points, other->n_points * sizeof (LpPoint));
            }
        }
      LpRoute *whole = lp_route_all (drawing.boxes, n, drawing.edges, n_edges, &LP_ROUTE_OPTIONS_DEFAULT);
      g_test_message ("%u moves: bends %u moved, %u whole; length %.0f moved, %.0f whole", n_moves,
                      count_bends (drawing.routes, n_edges), count_bends (whole, n_edges),
                      total_length (drawing.routes, n_edges), total_length (whole, n_edges));
      g_assert_cmpuint (count_bends (drawing.routes, n_edges), <=, count_bends (whole, n_edges) * 6 / 5);
      g_assert_cmpfloat (total_length (drawing.routes, n_edges), <=, 1.1 * total_length (whole, n_edges));
      lp_routes_free (whole, n_edges);
      drawing.routes = first;
      clear (&drawing);
    }
}

static LpSide
side_of (const LpRoute *route, gboolean last)
{
  guint n = route->n_points;
  LpPoint end = route->points[last ? n - 1 : 0], next = route->points[last ? n - 2 : 1];
  if (fabs (next.x - end.x) > fabs (next.y - end.y))
    return next.x < end.x ? LP_SIDE_LEFT : LP_SIDE_RIGHT;
  return next.y < end.y ? LP_SIDE_TOP : LP_SIDE_BOTTOM;
}

/* A nudge flips no connector: each keeps its sides and its number of bends, or has fewer. */
static void
test_nudging (void)
{
  for (guint seed = 1; seed <= 3; seed++)
    {
      Drawing drawing = draw (diagram_new (seed, 60), 0);
      guint n = drawing.diagram->n_boxes, n_edges = drawing.diagram->n_edges;
      for (guint box = 0; box < n; box++)
        {
          LpRect rect = drawing.boxes[box].rect;
          if (drawing.boxes[box].container)
            continue;
          g_autoptr (LpRouter) router = lp_router_new_from_routes (drawing.boxes, n, drawing.edges, n_edges,
                                                                   drawing.routes, &LP_ROUTE_OPTIONS_DEFAULT);
          for (int step = 0; step < 4; step++)
            {
              place_box (&drawing.boxes[box],
                         rect.x
                             + (step == 0   ? 1
                                : step == 2 ? -1
                                            : 0),
                         rect.y
                             + (step == 1   ? 1
                                : step == 3 ? -1
                                            : 0));
              lp_router_move (router, drawing.boxes);
              const LpRoute *routes = lp_router_get_routes (router);
              for (guint e = 0; e < n_edges; e++)
                {
                  /* A straight line has to bend where its ends cannot slide any farther. */
                  if (drawing.routes[e].n_points == 2 && routes[e].n_points > 2)
                    continue;
                  if (routes[e].n_points < drawing.routes[e].n_points)
                    continue;
                  g_assert_cmpuint (routes[e].n_points, ==, drawing.routes[e].n_points);
                  g_assert_cmpint (side_of (&routes[e], FALSE), ==, side_of (&drawing.routes[e], FALSE));
                  g_assert_cmpint (side_of (&routes[e], TRUE), ==, side_of (&drawing.routes[e], TRUE));
                }
            }
          place_box (&drawing.boxes[box], rect.x, rect.y);
        }
      clear (&drawing);
    }
}

/* What is moved as a whole takes its connectors along as they are. */
static void
test_moving_a_container (void)
{
  LpRouteBox boxes[] = { frame (0, 0, 500, 300), leaf (40, 60), leaf (300, 160), leaf (700, 60) };
  boxes[1].parent = boxes[2].parent = 0;
  LpPoint via[] = { { 200, 84 }, { 200, 184 } };
  LpRouteEdge edges[]
      = { { .from = 1, .to = 2 }, { .from = 1, .to = 2, .via = via, .n_via = 2 }, { .from = 2, .to = 3 } };
  LpRoute *before = lp_route_all (boxes, 4, edges, 3, &LP_ROUTE_OPTIONS_DEFAULT);
  for (guint i = 0; i < 2; i++)
    via[i] = (LpPoint){ via[i].x + 30, via[i].y - 40 };
  g_autoptr (LpRouter) router
      = lp_router_new_from_routes (boxes, 4, edges, 3, before, &LP_ROUTE_OPTIONS_DEFAULT);
  for (guint i = 0; i < 3; i++)
    place_box (&boxes[i], boxes[i].rect.x + 30, boxes[i].rect.y - 40);
  lp_router_move (router, boxes);
  const LpRoute *routes = lp_router_get_routes (router);
  for (guint e = 0; e < 2; e++)
    for (guint i = 0; i < routes[e].n_points; i++)
      {
        g_assert_cmpfloat (routes[e].points[i].x, ==, before[e].points[i].x + 30);
        g_assert_cmpfloat (routes[e].points[i].y, ==, before[e].points[i].y - 40);
      }
  assert_ends_at (routes[2].points[0], &boxes[2]);
  guint n = 0;
  lp_router_get_changed (router, &n);
  g_assert_cmpuint (n, ==, 3);
  lp_routes_free (before, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/moving/moving", test_moving);
  g_test_add_func ("/moving/by-hand-moving", test_by_hand_moving);
  g_test_add_func ("/moving/from-routes", test_from_routes);
  g_test_add_func ("/moving/moving-in-a-crowd", test_moving_in_a_crowd);
  g_test_add_func ("/moving/many-moves", test_many_moves);
  g_test_add_func ("/moving/nudging", test_nudging);
  g_test_add_func ("/moving/moving-a-container", test_moving_a_container);
  return g_test_run ();
}
