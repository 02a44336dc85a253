#include "route/route.h"
#include "route/direct.h"

LpRoute *
lp_route_all (const LpRouteBox *boxes, guint n_boxes, const LpRouteEdge *edges, guint n_edges,
              const LpRouteOptions *options)
{
  LpRoute *routes = g_new0 (LpRoute, MAX (n_edges, 1));
  for (guint i = 0; i < n_edges; i++)
    {
      lp_route_direct (&routes[i], boxes[edges[i].from].port, boxes[edges[i].to].port, options->end_gap);
      if (edges[i].label_width > 0)
        {
          guint middle = (routes[i].n_points - 1) / 2;
          LpPoint a = routes[i].points[middle], b = routes[i].points[middle + 1];
          routes[i].label = (LpRect) { (a.x + b.x - edges[i].label_width) / 2, (a.y + b.y - edges[i].label_height) / 2,
                                       edges[i].label_width, edges[i].label_height };
        }
    }
  return routes;
}

void
lp_routes_free (LpRoute *routes, guint n_edges)
{
  for (guint i = 0; routes && i < n_edges; i++)
    g_free (routes[i].points);
  g_free (routes);
}
