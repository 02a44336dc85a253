#include "route/labels.h"

#include <math.h>

/* Positions that are tried along a run, from its middle outwards. */
#define TRIED 9
/* Between a run and a label that found no place on it. */
#define BESIDE 3
/* What has to be seen of a run that has its label on it: both ends and an arrow. */
#define LEAST_SEEN 28

/* A label over the line of a frame: worse than beside its own line, better than over another one. */
#define ON_A_FRAME 80

#define NO_ENTRY G_MAXUINT
#define LABEL G_MAXUINT

/* What lies in a cell: a run of a route, or the label of its edge. */
typedef struct
{
  guint edge, index; /* LABEL instead of a run's index */
  guint next;
} Entry;

typedef struct
{
  const LpSpace *space;
  const LpRoute *routes;
  guint *first; /* by cell of the space: its first entry, or NO_ENTRY */
  GArray *entries;
} Labels;

typedef struct
{
  guint left, right, top, bottom;
} Cells;

static guint
cell_at (double offset, double cell, guint n)
{
  return (guint) CLAMP (floor (offset / cell), 0, (double) n - 1);
}

static Cells
cells_of (const LpSpace *space, LpRect rect)
{
  double x = rect.x - space->bounds.x, y = rect.y - space->bounds.y;
  return (Cells){ cell_at (x, space->cell, space->columns), cell_at (x + rect.w, space->cell, space->columns),
                  cell_at (y, space->cell, space->rows), cell_at (y + rect.h, space->cell, space->rows) };
}

static LpRect
rect_of (const Labels *self, guint edge, guint index)
{
  const LpRoute *route = &self->routes[edge];
  if (index == LABEL)
    return route->label;
  LpPoint a = route->points[index], b = route->points[index + 1];
  return (LpRect){ MIN (a.x, b.x), MIN (a.y, b.y), fabs (a.x - b.x), fabs (a.y - b.y) };
}

static void
take (Labels *self, guint edge, guint index)
{
  Cells cells = cells_of (self->space, rect_of (self, edge, index));
  for (guint row = cells.top; row <= cells.bottom; row++)
    for (guint column = cells.left; column <= cells.right; column++)
      {
        guint *first = &self->first[row * self->space->columns + column];
        Entry entry = { edge, index, *first };
        *first = self->entries->len;
        g_array_append_val (self->entries, entry);
      }
}

/* How bad a place is: 0 free, 90 for each foreign connector under it (in each cell), 1000 for each label. */
static double
price (const Labels *self, LpRect rect, guint edge)
{
  double total = 0;
  LpRect near = lp_rect_grow (rect, 2);
  Cells cells = cells_of (self->space, near);
  for (guint row = cells.top; row <= cells.bottom; row++)
    for (guint column = cells.left; column <= cells.right; column++)
      for (guint at = self->first[row * self->space->columns + column]; at != NO_ENTRY;)
        {
          const Entry *entry = &g_array_index (self->entries, Entry, at);
          at = entry->next;
          if (entry->edge != edge && lp_rect_overlaps (near, rect_of (self, entry->edge, entry->index)))
            total += entry->index == LABEL ? 1000 : 90;
        }
  return total;
}

/* 1000 where a leaf or a container's name lies under it, ON_A_FRAME where only a frame's line does. */
static double
price_of_boxes (const LpSpace *space, LpRect rect)
{
  LpRay ray = { .axis = LP_ALONG_X,
                .direction = 1,
                .from = rect.x,
                .low = rect.y,
                .high = rect.y + rect.h,
                .clearance = 2,
                .reach = rect.w,
                .home = LP_NOBODY,
                .home2 = LP_NOBODY,
                .all_through = TRUE,
                .skip = LP_NOBODY,
                .skip2 = LP_NOBODY };
  double end = rect.x + rect.w - 0.01;
  if (lp_space_cast (space, &ray) < end)
    return 1000;
  ray.all_through = FALSE;
  ray.frames = TRUE;
  return lp_space_cast (space, &ray) < end ? ON_A_FRAME : 0;
}

typedef struct
{
  guint index;
  double length;
  double seen; /* of the run, where the label is on it */
} Candidate;

static int
by_length (gconstpointer a, gconstpointer b)
{
  const Candidate *p = a, *q = b;
  if (p->length != q->length)
    return p->length > q->length ? -1 : 1;
  return p->index < q->index ? -1 : p->index > q->index;
}

/* Places along a run, from its middle outwards, first on the line and then beside it. */
static LpRect
label_at (LpPoint a, LpPoint b, guint try, double w, double h)
{
  guint step = try % TRIED, beside = try / TRIED;
  double share = 0.5 + ((step + 1) / 2) * (step % 2 == 0 ? 1.0 : -1.0) / (TRIED + 1);
  double away = beside == 0 ? 0 : beside == 1 ? -1 : 1;
  gboolean flat = fabs (a.y - b.y) < 0.5;
  double x = a.x + (b.x - a.x) * share + (flat ? 0 : away * (w / 2 + BESIDE));
  double y = a.y + (b.y - a.y) * share + (flat ? away * (h / 2 + BESIDE) : 0);
  return (LpRect){ x - w / 2, y - h / 2, w, h };
}

static double
price_of_place (const Labels *self, LpRect rect, guint edge, const Candidate *run, guint nth, guint try)
{
  return price (self, rect, edge) + price_of_boxes (self->space, rect) + (run->length < 0 ? 20 : 0) + nth * 4
         + (try >= TRIED             ? 60
            : run->seen < LEAST_SEEN ? 70
                                     : 0)
         + try * 0.01;
}

static Candidate *
longest_first (const LpRoute *route, double w, double h)
{
  guint n = route->n_points - 1;
  Candidate *runs = g_new (Candidate, n);
  for (guint i = 0; i < n; i++)
    {
      LpPoint a = route->points[i], b = route->points[i + 1];
      /* Words lie along a flat run; on an upright one they stick out, so that it has to be longer. */
      gboolean flat = fabs (a.y - b.y) < 0.5;
      double left = flat ? fabs (a.x - b.x) - w : fabs (a.y - b.y) - h;
      runs[i] = (Candidate){ i, flat ? left : left * 0.6 - w * 0.2, flat ? left : LEAST_SEEN };
    }
  qsort (runs, n, sizeof *runs, by_length);
  return runs;
}

static LpRect
best_place (const Labels *self, const LpRoute *route, guint edge, double w, double h)
{
  g_autofree Candidate *runs = longest_first (route, w, h);
  LpRect best = { 0 };
  double least = G_MAXDOUBLE;
  for (guint i = 0; i + 1 < route->n_points && least > i * 4; i++)
    for (guint try = 0; try < 3 * TRIED && least > i * 4 + try * 0.01; try++)
      {
        LpRect rect = label_at (route->points[runs[i].index], route->points[runs[i].index + 1], try, w, h);
        double cost = price_of_place (self, rect, edge, &runs[i], i, try);
        if (cost < least)
          {
            least = cost;
            best = rect;
          }
      }
  return best;
}

static gboolean
has_label (const LpRouteEdge *edge)
{
  double w = edge->label_width, h = edge->label_height;
  return isfinite (w) && isfinite (h) && w > 0 && h > 0;
}

static LpRect
around (const LpRoute *route)
{
  LpRect rect = { 0 };
  for (guint i = 0; i < route->n_points; i++)
    {
      LpRect point = { route->points[i].x - 1, route->points[i].y - 1, 2, 2 };
      rect = lp_rect_union (rect, point);
    }
  return rect;
}

/* Where labels may come to lie, or everywhere. */
static LpRect
find_area (
    const LpSpace *space, const LpRouteEdge *edges, const LpRoute *routes, guint n, const guint8 *which)
{
  LpRect area = which == NULL ? space->bounds : (LpRect){ 0 };
  for (guint e = 0; which != NULL && e < n; e++)
    if (which[e] && has_label (&edges[e]))
      area = lp_rect_union (area,
                            lp_rect_grow (around (&routes[e]), edges[e].label_width + edges[e].label_height));
  return area;
}

static void
take_all (Labels *self, LpRect area, guint n_edges, const guint8 *which)
{
  for (guint e = 0; e < n_edges; e++)
    {
      if (which != NULL && !lp_rect_overlaps (area, around (&self->routes[e])))
        continue;
      for (guint i = 0; i + 1 < self->routes[e].n_points; i++)
        take (self, e, i);
      if (which != NULL && !which[e] && self->routes[e].label.w > 0)
        take (self, e, LABEL);
    }
}

void
lp_labels_place (
    const LpSpace *space, const LpRouteEdge *edges, LpRoute *routes, guint n_edges, const guint8 *which)
{
  guint n_labels = 0, n_cells = space->columns * space->rows;
  for (guint e = 0; e < n_edges; e++)
    n_labels += (which == NULL || which[e]) && has_label (&edges[e]);
  if (n_labels == 0)
    return;
  Labels self = { .space = space,
                  .routes = routes,
                  .first = g_new (guint, n_cells + 1),
                  .entries = g_array_new (FALSE, FALSE, sizeof (Entry)) };
  memset (self.first, 0xff, (n_cells + 1) * sizeof (guint));
  take_all (&self, find_area (space, edges, routes, n_edges, which), n_edges, which);
  for (guint e = 0; e < n_edges; e++)
    {
      if ((which != NULL && !which[e]) || !has_label (&edges[e]) || routes[e].n_points < 2)
        continue;
      routes[e].label = best_place (&self, &routes[e], e, edges[e].label_width, edges[e].label_height);
      take (&self, e, LABEL);
    }
  g_array_unref (self.entries);
  g_free (self.first);
}
