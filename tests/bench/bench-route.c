#include "bench.h"
#include "diagrams.h"
#include "packed.h"

#include <math.h>

typedef struct
{
  guint n_boxes, n_edges;
  LpRouteBox *boxes;
  LpRouteEdge *edges;
  LpRoute *routes;
  LpRouter *router;
  guint dragged;
} Drawing;

static void
route (gpointer data)
{
  Drawing *self = data;
  lp_routes_free (self->routes, self->n_edges);
  self->routes
      = lp_route_all (self->boxes, self->n_boxes, self->edges, self->n_edges, &LP_ROUTE_OPTIONS_DEFAULT);
}

static void
drag (gpointer data)
{
  Drawing *self = data;
  self->boxes[self->dragged].rect.y += 4;
  self->boxes[self->dragged].port.y += 4;
  lp_router_move (self->router, self->boxes);
}

typedef struct
{
  double at, low, high;
  guint edge;
} Line;

static int
by_place (gconstpointer a, gconstpointer b)
{
  const Line *p = a, *q = b;
  return p->at < q->at ? -1 : p->at > q->at;
}

/* Pairs of lines of two edges that cross in their middles. */
static guint
count_crossings (GArray *flat, GArray *upright)
{
  guint total = 0;
  g_array_sort (upright, by_place);
  for (guint i = 0; i < flat->len; i++)
    {
      const Line *a = &g_array_index (flat, Line, i);
      guint low = 0, high = upright->len;
      while (low < high)
        {
          guint middle = (low + high) / 2;
          if (g_array_index (upright, Line, middle).at <= a->low)
            low = middle + 1;
          else
            high = middle;
        }
      for (; low < upright->len && g_array_index (upright, Line, low).at < a->high; low++)
        {
          const Line *b = &g_array_index (upright, Line, low);
          total += b->edge != a->edge && b->low < a->at && a->at < b->high;
        }
    }
  return total;
}

static void
measure (const Drawing *self, guint *crossings, guint *bends, double *length)
{
  g_autoptr (GArray) flat = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr (GArray) upright = g_array_new (FALSE, FALSE, sizeof (Line));
  *bends = 0;
  *length = 0;
  for (guint e = 0; e < self->n_edges; e++)
    {
      *bends += self->routes[e].n_points - 2;
      for (guint i = 0; i + 1 < self->routes[e].n_points; i++)
        {
          LpPoint a = self->routes[e].points[i], b = self->routes[e].points[i + 1];
          gboolean along_x = fabs (a.y - b.y) < 0.01;
          Line line = { along_x ? a.y : a.x, along_x ? MIN (a.x, b.x) : MIN (a.y, b.y),
                        along_x ? MAX (a.x, b.x) : MAX (a.y, b.y), e };
          *length += line.high - line.low;
          g_array_append_val (along_x ? flat : upright, line);
        }
    }
  *crossings = count_crossings (flat, upright);
}

static Drawing
make_drawing (guint size)
{
  g_autoptr (Diagram) diagram = diagram_new (1, size);
  lp_layout_place (diagram->boxes, diagram->n_boxes, diagram->edges, diagram->n_edges,
                   &LP_LAYOUT_OPTIONS_DEFAULT);
  return (Drawing){ .n_boxes = diagram->n_boxes,
                    .n_edges = diagram->n_edges,
                    .boxes = diagram_route_boxes (diagram),
                    .edges = diagram_route_edges (diagram, 40) };
}

static Drawing
make_packed (guint seed, guint size)
{
  Packed *packed = packed_new (seed, size);
  Drawing self = { .n_boxes = packed->boxes->len, .n_edges = packed->edges->len };
  self.boxes = g_memdup2 (packed->boxes->data, self.n_boxes * sizeof *self.boxes);
  self.edges = g_memdup2 (packed->edges->data, self.n_edges * sizeof *self.edges);
  packed_free (packed);
  return self;
}

static void
clear (Drawing *self)
{
  lp_routes_free (self->routes, self->n_edges);
  lp_router_free (self->router);
  g_free (self->boxes);
  g_free (self->edges);
}

static int
by_time (gconstpointer a, gconstpointer b)
{
  double p = *(const double *) a, q = *(const double *) b;
  return p < q ? -1 : p > q;
}

/* Ends of DRAGS connectors spread over the drawing, each dragged for STEPS steps of 4 units. */
static void
measure_drags (Drawing *self, double *median, double *most)
{
  enum
  {
    DRAGS = 12,
    STEPS = 8,
  };
  double times[DRAGS * STEPS];
  self->router = lp_router_new_from_routes (self->boxes, self->n_boxes, self->edges, self->n_edges,
                                            self->routes, &LP_ROUTE_OPTIONS_DEFAULT);
  for (guint i = 0; i < DRAGS * STEPS; i++)
    {
      self->dragged = self->edges[(gsize) (i / STEPS) * self->n_edges / DRAGS].from;
      times[i] = bench_median (1, drag, self);
    }
  qsort (times, DRAGS * STEPS, sizeof *times, by_time);
  *median = times[DRAGS * STEPS / 2];
  *most = times[DRAGS * STEPS - 1];
}

/* Prints a line of figures; returns the time. */
static double
print_figures (Drawing *drawing, guint size)
{
  guint crossings, bends;
  double length, step, most, time = bench_median (size > 1000 ? 3 : 5, route, drawing);
  measure (drawing, &crossings, &bends, &length);
  measure_drags (drawing, &step, &most);
  g_print ("%10u %8u %10.2f %8.2f %9.2f %9u %9u %9.2f", size, drawing->n_edges, time, step, most, crossings,
           bends, length / 1e6);
  return time;
}

static void
print_head (const char *what)
{
  g_print ("%s\n%10s %8s %10s %8s %9s %9s %9s %9s\n", what, "components", "edges", "ms", "step ms", "most ms",
           "crossings", "bends", "Mpx");
}

/* On neutral positions, without names in the frames. What libavoid does there was recorded once, on the same
 * positions and on a like machine; it is not measured here. It passes through containers. */
static void
on_packed_positions (void)
{
  static const struct
  {
    guint size, seed;
    const char *libavoid;
  } cases[] = {
    { 100, 1, "56 ms, a step 58 ms, 389 crossings, 256 bends, 0.09 Mpx" },
    { 100, 2, "62 ms, a step 138 ms, 411 crossings, 241 bends, 0.10 Mpx" },
    { 300, 1, "3,050 ms, a step 4,446 ms, 1,796 crossings, 736 bends, 0.37 Mpx" },
    { 1000, 1, "30,400 ms, a step 33,101 ms, 9,422 crossings, 2,637 bends, 1.81 Mpx" },
    { 5000, 1, NULL },
  };
  print_head ("packed in rows");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Drawing drawing = make_packed (cases[i].seed, cases[i].size);
      print_figures (&drawing, cases[i].size);
      if (cases[i].libavoid != NULL)
        g_print ("\n%10s libavoid, as recorded: %s", "", cases[i].libavoid);
      g_print ("\n");
      clear (&drawing);
    }
}

static void
on_own_positions (void)
{
  static const guint sizes[] = { 100, 1000, 5000, 10000 };
  double last = 0;
  print_head ("placed by the layout, with labels");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Drawing drawing = make_drawing (sizes[i]);
      double time = print_figures (&drawing, sizes[i]);
      if (i > 0)
        g_print ("   growth %.2f", bench_growth (sizes[i - 1], last, sizes[i], time));
      g_print ("\n");
      last = time;
      clear (&drawing);
    }
}

int
main (void)
{
  on_packed_positions ();
  on_own_positions ();
  return 0;
}
