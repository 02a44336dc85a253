#include "bench.h"
#include "diagrams.h"

static void
place (gpointer data)
{
  Diagram *diagram = data;
  lp_layout_place (diagram->boxes, diagram->n_boxes, diagram->edges, diagram->n_edges,
                   &LP_LAYOUT_OPTIONS_DEFAULT);
}

int
main (void)
{
  static const guint sizes[] = { 100, 1000, 10000 };
  double last = 0;
  g_print ("%10s %8s %8s %10s %9s %7s %8s\n", "components", "boxes", "edges", "ms", "Mpx", "w/h", "growth");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (Diagram) diagram = diagram_new (1, sizes[i]);
      double time = bench_median (5, place, diagram);
      LpRect whole = lp_layout_place (diagram->boxes, diagram->n_boxes, diagram->edges, diagram->n_edges,
                                      &LP_LAYOUT_OPTIONS_DEFAULT);
      g_print ("%10u %8u %8u %10.2f %9.1f %7.2f", sizes[i], diagram->n_boxes, diagram->n_edges, time,
               whole.w * whole.h / 1e6, whole.w / whole.h);
      if (i > 0)
        g_print (" %8.2f", bench_growth (sizes[i - 1], last, sizes[i], time));
      g_print ("\n");
      last = time;
    }
  return 0;
}
