#include "drawing.h"

#include <math.h>

static void
test_nested (void)
{
  static const guint sizes[] = { 2, 7, 30, 150, 400 };
  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (guint seed = 1; seed <= 8; seed++)
      {
        Drawing drawing = draw (diagram_new (seed, sizes[s]), 0);
        for (guint e = 0; e < drawing.diagram->n_edges; e++)
          {
            const LpRoute *route = &drawing.routes[e];
            assert_square (route);
            assert_ends_at (route->points[0], &drawing.boxes[drawing.edges[e].from]);
            assert_ends_at (route->points[route->n_points - 1], &drawing.boxes[drawing.edges[e].to]);
            assert_free (&drawing, e);
          }
        clear (&drawing);
      }
}

static void
test_wild (void)
{
  for (guint seed = 1; seed <= 150; seed++)
    {
      Drawing drawing = draw (diagram_new_wild (seed, seed % 40, seed % 60), 30);
      for (guint e = 0; e < drawing.diagram->n_edges; e++)
        assert_square (&drawing.routes[e]);
      clear (&drawing);
    }
}

/* So many ways across each other that the search hurries. */
static void
test_tangle (void)
{
  enum
  {
    SIDE = 45,
    N = SIDE * SIDE,
  };
  Drawing drawing = { g_new0 (Diagram, 1), g_new0 (LpRouteBox, N), g_new0 (LpRouteEdge, N), NULL };
  drawing.diagram->n_boxes = drawing.diagram->n_edges = N;
  for (guint i = 0; i < N; i++)
    {
      LpRect rect = { i % SIDE * 120, (guint) (i / SIDE) * 120, 48, 48 };
      drawing.boxes[i] = (LpRouteBox){ .rect = rect, .port = rect, .parent = G_MAXUINT };
      drawing.edges[i] = (LpRouteEdge){ .from = i, .to = (i + 1 + i * 7919 % (N - 1)) % N };
    }
  drawing.routes = lp_route_all (drawing.boxes, N, drawing.edges, N, &LP_ROUTE_OPTIONS_DEFAULT);
  for (guint e = 0; e < N; e++)
    {
      assert_square (&drawing.routes[e]);
      assert_ends_at (drawing.routes[e].points[0], &drawing.boxes[drawing.edges[e].from]);
      assert_free (&drawing, e);
    }
  clear (&drawing);
}

static void
test_same_twice (void)
{
  Drawing a = draw (diagram_new (3, 200), 40), b = draw (diagram_new (3, 200), 40);
  for (guint e = 0; e < a.diagram->n_edges; e++)
    {
      g_assert_cmpmem (a.routes[e].points, a.routes[e].n_points * sizeof (LpPoint), b.routes[e].points,
                       b.routes[e].n_points * sizeof (LpPoint));
      g_assert_cmpmem (&a.routes[e].label, sizeof (LpRect), &b.routes[e].label, sizeof (LpRect));
    }
  clear (&a);
  clear (&b);
}

static void
test_aligned_is_straight (void)
{
  LpRouteBox boxes[] = { leaf (0, 0), leaf (200, 0) };
  LpRouteEdge edge = { 0, 1 };
  LpRoute *routes = lp_route_all (boxes, 2, &edge, 1, &LP_ROUTE_OPTIONS_DEFAULT);
  g_assert_cmpuint (routes->n_points, ==, 2);
  g_assert_cmpfloat (routes->points[0].x, ==, 60);
  g_assert_cmpfloat (routes->points[0].y, ==, 24);
  g_assert_cmpfloat (routes->points[1].x, ==, 204);
  g_assert_cmpfloat (routes->points[1].y, ==, 24);
  lp_routes_free (routes, 1);
}

static void
test_around_what_stands_between (void)
{
  LpRouteBox boxes[] = { leaf (0, 0), leaf (400, 0), leaf (200, 0) };
  LpRouteEdge edge = { 0, 1 };
  LpRoute *routes = lp_route_all (boxes, 3, &edge, 1, &LP_ROUTE_OPTIONS_DEFAULT);
  assert_square (routes);
  g_assert_cmpuint (routes->n_points, <=, 4);
  g_assert_false (passes (routes, lp_rect_grow (boxes[2].rect, 7)));
  lp_routes_free (routes, 1);
}

/* In a gap too narrow for an arrow a way goes on to where there is room for one. */
static void
test_room_for_an_arrow (void)
{
  LpRouteBox boxes[] = { leaf (0, 0), leaf (300, -200), leaf (130, 0), leaf (0, -90) };
  boxes[3].rect = boxes[3].port = (LpRect){ -100, -60, 300, 44 };
  LpRouteEdge edge = { 1, 0 };
  LpRoute *routes = lp_route_all (boxes, 4, &edge, 1, &LP_ROUTE_OPTIONS_DEFAULT);
  LpPoint end = routes->points[routes->n_points - 1], before = routes->points[routes->n_points - 2];
  g_assert_cmpfloat (fabs (end.x - before.x) + fabs (end.y - before.y), >=, 12);
  lp_routes_free (routes, 1);
}

static void
test_several_between_two (void)
{
  LpRouteBox boxes[] = { leaf (0, 0), leaf (200, 0) };
  LpRouteEdge edges[] = { { 0, 1 }, { 0, 1 }, { 1, 0 } };
  LpRoute *routes = lp_route_all (boxes, 2, edges, 3, &LP_ROUTE_OPTIONS_DEFAULT);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpuint (routes[i].n_points, ==, 2);
      for (guint k = 0; k < i; k++)
        g_assert_cmpfloat (fabs (routes[i].points[0].y - routes[k].points[0].y), >=, 8);
    }
  lp_routes_free (routes, 3);
}

static void
test_into_container (void)
{
  LpRouteBox boxes[] = { frame (0, 0, 400, 300), leaf (160, 120), leaf (600, 120) };
  boxes[1].parent = 0;
  LpRouteEdge edges[] = { { 0, 1 }, { 1, 0 }, { 2, 0 }, { 2, 1 } };
  LpRoute *routes = lp_route_all (boxes, 3, edges, 4, &LP_ROUTE_OPTIONS_DEFAULT);
  for (guint i = 0; i < 4; i++)
    {
      assert_square (&routes[i]);
      assert_ends_at (routes[i].points[0], &boxes[edges[i].from]);
      assert_ends_at (routes[i].points[routes[i].n_points - 1], &boxes[edges[i].to]);
    }
  /* From the frame inwards, and back, without leaving it. */
  for (guint i = 0; i < 2; i++)
    for (guint k = 0; k < routes[i].n_points; k++)
      g_assert_true (lp_rect_contains (boxes[0].rect, routes[i].points[k]));
  /* From outside a connector to the frame ends before it. */
  g_assert_cmpfloat (routes[2].points[routes[2].n_points - 1].x, ==, 404);
  lp_routes_free (routes, 4);
}

/* To a container's frame too a way leads around what is foreign. */
static void
test_to_a_frame (void)
{
  LpRouteBox boxes[] = { frame (0, 0, 300, 200), frame (400, -50, 300, 300), leaf (800, 30) };
  LpRouteEdge edges[] = { { 2, 0 }, { 2, 1 } };
  LpRoute *routes = lp_route_all (boxes, 3, edges, 2, &LP_ROUTE_OPTIONS_DEFAULT);
  assert_square (&routes[0]);
  g_assert_false (passes (&routes[0], boxes[1].rect));
  g_assert_cmpuint (routes[0].n_points, <=, 5);
  g_assert_cmpuint (routes[1].n_points, ==, 2);
  lp_routes_free (routes, 2);
}

static void
test_overlapping_and_loops (void)
{
  LpRouteBox boxes[] = { leaf (0, 0), leaf (10, 10), leaf (0, 0), frame (-20, -20, 30, 30) };
  LpRouteEdge edges[] = { { 0, 0 }, { 0, 1 }, { 0, 2 }, { 3, 3 }, { 0, 3 }, { 0, 99 } };
  LpRoute *routes = lp_route_all (boxes, 4, edges, 6, &LP_ROUTE_OPTIONS_DEFAULT);
  for (guint i = 0; i < 5; i++)
    assert_square (&routes[i]);
  lp_routes_free (routes, 6);
}

/* A segment that was put somewhere stays there, through whatever stands there and beside whatever runs there.
 */
static void
test_by_hand (void)
{
  LpRouteBox boxes[] = { leaf (0, 0), leaf (400, 200), leaf (180, 60), leaf (0, 300) };
  LpPoint upright[] = { { 204, 24 }, { 204, 224 } }, flat[] = { { 100, 150 }, { 300, 150 } };
  LpPoint slanted[] = { { 100, 140 }, { 320, 170 } }, one[] = { { 140, 190 } };
  LpRouteEdge edges[] = {
    { .from = 0, .to = 1, .via = upright, .n_via = 2 }, { .from = 0, .to = 1, .via = upright, .n_via = 2 },
    { .from = 3, .to = 1, .via = flat, .n_via = 2 },    { .from = 0, .to = 1, .via = slanted, .n_via = 2 },
    { .from = 0, .to = 3, .via = one, .n_via = 1 },     { .from = 0, .to = 1 },
  };
  LpRoute *routes = lp_route_all (boxes, 4, edges, 6, &LP_ROUTE_OPTIONS_DEFAULT);
  for (guint i = 0; i < 6; i++)
    {
      assert_square (&routes[i]);
      assert_ends_at (routes[i].points[0], &boxes[edges[i].from]);
      assert_ends_at (routes[i].points[routes[i].n_points - 1], &boxes[edges[i].to]);
    }
  g_assert_true (runs_over (&routes[0], (LpPoint){ 204, 60 }, (LpPoint){ 204, 200 }));
  g_assert_true (runs_over (&routes[1], (LpPoint){ 204, 60 }, (LpPoint){ 204, 200 }));
  g_assert_cmpuint (routes[0].n_points, ==, 4);
  g_assert_true (runs_over (&routes[2], flat[0], flat[1]));
  g_assert_true (runs_over (&routes[3], slanted[0], slanted[0])
                 || runs_over (&routes[3], slanted[0], (LpPoint){ 320, 140 })
                 || runs_over (&routes[3], slanted[0], (LpPoint){ 100, 170 }));
  lp_routes_free (routes, 6);
}

static void
test_labels (void)
{
  for (guint seed = 1; seed <= 10; seed++)
    {
      Drawing drawing = draw (diagram_new (seed, 12), 40);
      guint covered = 0;
      for (guint e = 0; e < drawing.diagram->n_edges; e++)
        {
          LpRect label = drawing.routes[e].label;
          g_assert_cmpfloat (label.w, ==, 40);
          g_assert_cmpfloat (label.h, ==, 14);
          for (guint i = 0; i < drawing.diagram->n_boxes; i++)
            {
              /* Beside the tile of its own end there may be room within the box. */
              gboolean own = i == drawing.edges[e].from || i == drawing.edges[e].to;
              LpRect box = own ? drawing.boxes[i].port : drawing.boxes[i].rect;
              covered += !drawing.boxes[i].container && lp_rect_overlaps (label, box);
            }
          for (guint k = 0; k < e; k++)
            covered += lp_rect_overlaps (label, drawing.routes[k].label);
        }
      g_assert_cmpuint (covered, ==, 0);
      clear (&drawing);
    }
}

/* A label that would hide its line, or one that runs beside it, stands beside the line. */
static void
test_labels_hide_no_line (void)
{
  LpRouteBox boxes[] = { leaf (0, 0), leaf (160, 0), leaf (0, 300), leaf (400, 300) };
  LpRouteEdge edges[] = { { 0, 1, 90, 16 }, { 2, 3, 90, 16 }, { 3, 2, 90, 16 } };
  LpRoute *routes = lp_route_all (boxes, 4, edges, 3, &LP_ROUTE_OPTIONS_DEFAULT);
  for (guint i = 0; i < 3; i++)
    for (guint k = 0; k < 3; k++)
      g_assert_false (passes (&routes[k], routes[i].label));
  lp_routes_free (routes, 3);
}

static void
test_nothing (void)
{
  LpRoute *routes = lp_route_all (NULL, 0, NULL, 0, &LP_ROUTE_OPTIONS_DEFAULT);
  lp_routes_free (routes, 0);
  LpRouteBox box = { .rect = { NAN, INFINITY, -1, NAN }, .port = { NAN, 0, 0, 0 }, .parent = 0 };
  LpRouteEdge edge = { 0, 0, NAN, INFINITY };
  routes = lp_route_all (&box, 1, &edge, 1, &LP_ROUTE_OPTIONS_DEFAULT);
  assert_square (routes);
  lp_routes_free (routes, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/route/aligned-is-straight", test_aligned_is_straight);
  g_test_add_func ("/route/around-what-stands-between", test_around_what_stands_between);
  g_test_add_func ("/route/room-for-an-arrow", test_room_for_an_arrow);
  g_test_add_func ("/route/several-between-two", test_several_between_two);
  g_test_add_func ("/route/into-container", test_into_container);
  g_test_add_func ("/route/to-a-frame", test_to_a_frame);
  g_test_add_func ("/route/overlapping-and-loops", test_overlapping_and_loops);
  g_test_add_func ("/route/nothing", test_nothing);
  g_test_add_func ("/route/labels", test_labels);
  g_test_add_func ("/route/labels-hide-no-line", test_labels_hide_no_line);
  g_test_add_func ("/route/by-hand", test_by_hand);
  g_test_add_func ("/route/same-twice", test_same_twice);
  g_test_add_func ("/route/nested", test_nested);
  g_test_add_func ("/route/wild", test_wild);
  g_test_add_func ("/route/tangle", test_tangle);
  return g_test_run ();
}
