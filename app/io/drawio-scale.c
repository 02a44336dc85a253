#include "io/drawio-scale.h"

#include <math.h>

#define MARGIN 40
#define MAX_FACTOR 4
#define STEP 1.2
#define MAX_STEPS 6
#define MAX_COMPARED 2000 /* tiles: beyond that all pairs take too long, and the first factor stands */
#define LABEL_WIDTH 112
#define LABEL_LINE 16
#define CHARACTER 6.5

static gboolean
is_tile (const LpDrawioCell *cell)
{
  return cell->role == LP_DRAWIO_ICON || cell->role == LP_DRAWIO_BOX;
}

/* A tile with its label, at the factor. */
static LpRect
extent (const LpDrawioCell *cell, double factor)
{
  LpPoint centre = lp_rect_centre (cell->rect);
  double length = cell->label != NULL ? g_utf8_strlen (cell->label, 60) * CHARACTER : 0;
  double width = CLAMP (length, LP_DRAWIO_TILE, LABEL_WIDTH);
  double lines = ceil (length / LABEL_WIDTH) + 1; /* the kind stands below the name */

  return (LpRect){ centre.x * factor - width / 2, centre.y * factor - LP_DRAWIO_TILE / 2, width,
                   LP_DRAWIO_TILE + lines * LABEL_LINE };
}

static guint
count_collisions (const LpDrawioPage *page, const GArray *tiles, double factor)
{
  guint n = 0;

  for (guint i = 0; i < tiles->len; i++)
    {
      LpRect a = extent (lp_drawio_cell (page, g_array_index (tiles, guint, i)), factor);
      for (guint j = i + 1; j < tiles->len; j++)
        n += lp_rect_overlaps (a, extent (lp_drawio_cell (page, g_array_index (tiles, guint, j)), factor));
    }
  return n;
}

/* The least factor at which no more labels meet than at the largest one: those meet in any case. */
static double
spread (const LpDrawioPage *page, double factor)
{
  g_autoptr (GArray) tiles = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < page->cells->len; i++)
    if (is_tile (lp_drawio_cell (page, i)))
      g_array_append_val (tiles, i);
  if (tiles->len > MAX_COMPARED)
    return factor;
  guint unavoidable = count_collisions (page, tiles, factor * pow (STEP, MAX_STEPS));
  for (guint step = 0; step < MAX_STEPS; step++)
    if (count_collisions (page, tiles, factor * pow (STEP, step)) <= unavoidable)
      return factor * pow (STEP, step);
  return factor * pow (STEP, MAX_STEPS);
}

LpDrawioScale
lp_drawio_scale_find (const LpDrawioPage *page)
{
  LpDrawioScale scale = { .factor = spread (page, CLAMP (LP_DRAWIO_TILE / page->icon_size, 1, MAX_FACTOR)) };
  LpPoint least = { G_MAXDOUBLE, G_MAXDOUBLE };

  for (guint i = 0; i < page->cells->len; i++)
    {
      const LpDrawioCell *cell = lp_drawio_cell (page, i);
      if (!lp_drawio_cell_is_component (cell))
        continue;
      LpRect r = lp_drawio_scale_rect (scale, cell);
      least.x = MIN (least.x, r.x);
      least.y = MIN (least.y, r.y);
    }
  if (least.x != G_MAXDOUBLE)
    scale.origin = (LpPoint){ least.x - MARGIN, least.y - MARGIN };
  return scale;
}

LpRect
lp_drawio_scale_rect (LpDrawioScale scale, const LpDrawioCell *cell)
{
  LpRect r = { cell->rect.x * scale.factor - scale.origin.x, cell->rect.y * scale.factor - scale.origin.y,
               cell->rect.w * scale.factor, cell->rect.h * scale.factor };

  if (is_tile (cell))
    {
      LpPoint centre = lp_rect_centre (r);
      r = (LpRect){ centre.x - LP_DRAWIO_TILE / 2, centre.y - LP_DRAWIO_TILE / 2, LP_DRAWIO_TILE,
                    LP_DRAWIO_TILE };
    }
  return (LpRect){ round (r.x), round (r.y), round (r.w), round (r.h) };
}
