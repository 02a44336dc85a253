#include "route/labels.h"

#include <math.h>

/* Positions that are tried along a run, from its middle outwards. */
#define TRIED 9
#define CELL 64
/* Between a run and a label that found no place on it. */
#define BESIDE 3

typedef struct
{
  const LpSpace *space;
  GHashTable *cells;   /* cell -> GArray of LpRect: labels and runs that are there already */
} Labels;

typedef struct
{
  LpRect rect;
  guint edge;
  gboolean label;
} Taken;

static gint64
cell_key (double x, double y)
{
  return (gint64) floor (x / CELL) * 0x100000000 + (gint64) floor (y / CELL);
}

static void
take (Labels *self, Taken taken)
{
  for (double x = floor (taken.rect.x / CELL) * CELL; x <= taken.rect.x + taken.rect.w; x += CELL)
    for (double y = floor (taken.rect.y / CELL) * CELL; y <= taken.rect.y + taken.rect.h; y += CELL)
      {
        gint64 key = cell_key (x, y);
        GArray *cell = g_hash_table_lookup (self->cells, &key);
        if (cell == NULL)
          {
            cell = g_array_new (FALSE, FALSE, sizeof (Taken));
            g_hash_table_insert (self->cells, g_memdup2 (&key, sizeof key), cell);
          }
        g_array_append_val (cell, taken);
      }
}

/* How bad a place is: 0 free, 1 for each foreign connector under it, 1000 for each label or box. */
static double
price (const Labels *self, LpRect rect, guint edge)
{
  double total = 0;
  LpRect near = lp_rect_grow (rect, 2);
  for (double x = floor (near.x / CELL) * CELL; x <= near.x + near.w; x += CELL)
    for (double y = floor (near.y / CELL) * CELL; y <= near.y + near.h; y += CELL)
      {
        gint64 key = cell_key (x, y);
        GArray *cell = g_hash_table_lookup (self->cells, &key);
        for (guint i = 0; cell != NULL && i < cell->len; i++)
          {
            const Taken *taken = &g_array_index (cell, Taken, i);
            if (taken->edge != edge && lp_rect_overlaps (near, taken->rect))
              total += taken->label ? 1000 : 1;
          }
      }
  return total;
}

/* 1000 where a leaf or a container's name lies under it, 30 where only a frame's line does. */
static double
price_of_boxes (const LpSpace *space, LpRect rect)
{
  LpRay ray = { .axis = LP_ALONG_X, .direction = 1, .from = rect.x, .low = rect.y, .high = rect.y + rect.h,
                .clearance = 2, .reach = rect.w, .home = LP_NOBODY, .home2 = LP_NOBODY, .all_through = TRUE,
                .skip = LP_NOBODY, .skip2 = LP_NOBODY };
  double end = rect.x + rect.w - 0.01;
  if (lp_space_cast (space, &ray) < end)
    return 1000;
  ray.all_through = FALSE;
  ray.frames = TRUE;
  return lp_space_cast (space, &ray) < end ? 30 : 0;
}

typedef struct
{
  guint index;
  double length;
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
  return (LpRect) { x - w / 2, y - h / 2, w, h };
}

static double
price_of_place (const Labels *self, LpRect rect, guint edge, const Candidate *run, guint nth, guint try)
{
  return price (self, rect, edge) + price_of_boxes (self->space, rect) + (run->length < 0 ? 20 : 0) + nth * 4
         + (try >= TRIED ? 60 : 0) + try * 0.01;
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
      runs[i] = (Candidate) { i, flat ? fabs (a.x - b.x) - w : (fabs (a.y - b.y) - h) * 0.6 - w * 0.2 };
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

void
lp_labels_place (const LpSpace *space, const LpRouteEdge *edges, LpRoute *routes, guint n_edges)
{
  Labels self = { .space = space,
                  .cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref) };
  gboolean any = FALSE;
  for (guint e = 0; e < n_edges; e++)
    any |= edges[e].label_width > 0;
  for (guint e = 0; any && e < n_edges; e++)
    for (guint i = 0; i + 1 < routes[e].n_points; i++)
      {
        LpPoint a = routes[e].points[i], b = routes[e].points[i + 1];
        take (&self, (Taken) { { MIN (a.x, b.x), MIN (a.y, b.y), fabs (a.x - b.x), fabs (a.y - b.y) }, e, FALSE });
      }
  for (guint e = 0; any && e < n_edges; e++)
    {
      double w = edges[e].label_width, h = edges[e].label_height;
      if (!isfinite (w) || !isfinite (h) || w <= 0 || h <= 0 || routes[e].n_points < 2)
        continue;
      routes[e].label = best_place (&self, &routes[e], e, w, h);
      take (&self, (Taken) { routes[e].label, G_MAXUINT, TRUE });
    }
  g_hash_table_unref (self.cells);
}
