#include "scene/hops.h"

#include "scene/grid.h"

/* From a crossing to the ends of the level run: room for the arc and for a rounded corner. */
#define LEVEL_ROOM 13.0
/* Of the upright run: nearer to its end the lines meet rather than cross. */
#define UPRIGHT_ROOM 2.0

/* A line that crosses more others than this is drawn straight: a comb of arcs reads worse than the crossings.
 */
#define MOST_HOPS 12

typedef struct
{
  guint route;
  LpPoint a, b; /* from above to below */
} LpUpright;

struct _LpHops
{
  GArray *points; /* of LpPoint */
  guint *start;   /* by route, and one more */
};

static gboolean
is_upright (LpPoint a, LpPoint b)
{
  return a.x == b.x && a.y != b.y;
}

static gboolean
is_level (LpPoint a, LpPoint b)
{
  return a.y == b.y && a.x != b.x;
}

static GArray *
find_uprights (const LpRoute *routes, guint n_routes)
{
  GArray *uprights = g_array_new (FALSE, FALSE, sizeof (LpUpright));
  for (guint i = 0; i < n_routes; i++)
    for (guint k = 0; k + 1 < routes[i].n_points; k++)
      {
        LpPoint a = routes[i].points[k], b = routes[i].points[k + 1];
        LpUpright run = { i, a.y < b.y ? a : b, a.y < b.y ? b : a };
        if (is_upright (a, b))
          g_array_append_val (uprights, run);
      }
  return uprights;
}

static LpGrid *
index_uprights (const GArray *uprights)
{
  g_autofree LpGridEntry *entries = g_new (LpGridEntry, uprights->len + 1);
  LpRect bounds = { 0 };
  for (guint i = 0; i < uprights->len; i++)
    {
      const LpUpright *run = &g_array_index (uprights, LpUpright, i);
      entries[i] = (LpGridEntry){ { run->a.x - 0.5, run->a.y, 1, run->b.y - run->a.y }, i };
      bounds = lp_rect_union (bounds, entries[i].rect);
    }
  return lp_grid_new (entries, uprights->len, bounds);
}

static void
add_crossings (LpHops *hops, const GArray *uprights, const LpGrid *grid, guint route, LpPoint a, LpPoint b)
{
  double low = MIN (a.x, b.x) + LEVEL_ROOM, high = MAX (a.x, b.x) - LEVEL_ROOM;
  if (high <= low)
    return;
  g_autoptr (GArray) near = lp_grid_query (grid, (LpRect){ low, a.y - 0.5, high - low, 1 });
  for (guint i = 0; i < near->len; i++)
    {
      const LpUpright *run = &g_array_index (uprights, LpUpright, g_array_index (near, guint, i));
      LpPoint at = { run->a.x, a.y };
      if (run->route != route && at.x > low && at.x < high && at.y > run->a.y + UPRIGHT_ROOM
          && at.y < run->b.y - UPRIGHT_ROOM)
        g_array_append_val (hops->points, at);
    }
}

LpHops *
lp_hops_new (const LpRoute *routes, guint n_routes)
{
  LpHops *hops = g_new (LpHops, 1);
  hops->points = g_array_new (FALSE, FALSE, sizeof (LpPoint));
  hops->start = g_new0 (guint, n_routes + 1);
  g_autoptr (GArray) uprights = find_uprights (routes, n_routes);
  LpGrid *grid = index_uprights (uprights);
  for (guint i = 0; i < n_routes; i++)
    {
      for (guint k = 0; k + 1 < routes[i].n_points; k++)
        if (is_level (routes[i].points[k], routes[i].points[k + 1]))
          add_crossings (hops, uprights, grid, i, routes[i].points[k], routes[i].points[k + 1]);
      if (hops->points->len - hops->start[i] > MOST_HOPS)
        g_array_set_size (hops->points, hops->start[i]);
      hops->start[i + 1] = hops->points->len;
    }
  lp_grid_free (grid);
  return hops;
}

void
lp_hops_free (LpHops *hops)
{
  g_array_unref (hops->points);
  g_free (hops->start);
  g_free (hops);
}

const LpPoint *
lp_hops_get (const LpHops *hops, guint route)
{
  return (const LpPoint *) hops->points->data + hops->start[route];
}

guint
lp_hops_count (const LpHops *hops, guint route)
{
  return hops->start[route + 1] - hops->start[route];
}
