#include "io/drawio-scale.h"

#include <math.h>

#include "io/drawio-name.h"

#define MARGIN 40
#define MAX_FACTOR 4
#define STEP 1.2
#define MAX_STEPS 5
#define TOUCHING 0.1           /* of an icon */
#define TILES_PER_COLLISION 25 /* one is less bad than a larger page */
#define MAX_COMPARED 2000      /* tiles: beyond that all pairs take too long, and the first factor stands */
#define LABEL_WIDTH 112
#define LABEL_LINE 16
#define CHARACTER 6.5
#define LEAST_PICTURE 24
#define BOX_WIDTH 96
#define BOX_HEIGHT 48
#define LONG_BOX_WIDTH 136
#define LONG_BOX_HEIGHT 64
#define LINE_BOX_HEIGHT 32
#define BOX_PADDING 26
#define BOLD_CHARACTER 7.0
#define WIDE_CHARACTER 12.0

static gboolean
is_tile (const LpDrawioCell *cell)
{
  return cell->role == LP_DRAWIO_ICON || cell->role == LP_DRAWIO_BOX;
}

/* How much larger a tile is than the page's icons. */
static double
tile_factor (const LpDrawioPage *page)
{
  return CLAMP (LP_DRAWIO_TILE / page->icon_size, 1, MAX_FACTOR);
}

static double
words_width (const char *words)
{
  double width = 0;

  for (const char *c = words; *c != '\0'; c = g_utf8_next_char (c))
    width += g_unichar_iswide (g_utf8_get_char (c)) ? WIDE_CHARACTER : BOLD_CHARACTER;
  return width;
}

/* The least box that holds the words in one line, or in as many as it takes. */
static LpPoint
box_around (const char *words)
{
  double width = words_width (words) + BOX_PADDING;

  if (width <= BOX_WIDTH)
    return (LpPoint){ MAX (width, LP_DRAWIO_TILE), LINE_BOX_HEIGHT };
  if (width <= 2 * BOX_WIDTH - BOX_PADDING)
    return (LpPoint){ BOX_WIDTH, BOX_HEIGHT };
  return (LpPoint){ LONG_BOX_WIDTH, LONG_BOX_HEIGHT };
}

/* What was not understood is drawn as a box with its label inside, beside the tiles not smaller than it was
 * beside the icons; a picture without a name, as large as it was. */
static LpPoint
box_size (const LpDrawioCell *cell, double factor)
{
  LpPoint size = { cell->rect.w * factor, cell->rect.h * factor };
  g_autofree char *name
      = cell->label == NULL && cell->foreign != NULL ? lp_drawio_name_for_people (cell->foreign) : NULL;
  const char *words = cell->label != NULL ? cell->label : name;

  if (words == NULL)
    return (LpPoint){ CLAMP (size.x, LEAST_PICTURE, BOX_WIDTH), CLAMP (size.y, LEAST_PICTURE, BOX_WIDTH) };
  LpPoint least = box_around (words);
  if (cell->foreign != NULL)
    return least;
  return (LpPoint){ MAX (size.x, least.x), MAX (size.y, least.y) };
}

/* A tile with its label, at the factor. */
static LpRect
extent (const LpDrawioPage *page, guint index, double factor)
{
  const LpDrawioCell *cell = lp_drawio_cell (page, index);
  LpPoint centre = lp_rect_centre (cell->rect);
  if (cell->kind == NULL)
    {
      LpPoint size = box_size (cell, tile_factor (page));
      return (LpRect){ centre.x * factor - size.x / 2, centre.y * factor - size.y / 2, size.x, size.y };
    }
  double length = cell->label != NULL ? g_utf8_strlen (cell->label, 60) * CHARACTER : 0;
  double width = CLAMP (length, LP_DRAWIO_TILE, LABEL_WIDTH);
  double lines = ceil (length / LABEL_WIDTH) + 1; /* the kind stands below the name */

  return (LpRect){ centre.x * factor - width / 2, centre.y * factor - LP_DRAWIO_TILE / 2, width,
                   LP_DRAWIO_TILE + lines * LABEL_LINE };
}

/* What touches on the page was meant to: a logo on an icon is no reason to enlarge everything. */
static gboolean
touched (const LpDrawioPage *page, guint a, guint b)
{
  double reach = page->icon_size * TOUCHING;
  return lp_rect_overlaps (lp_rect_grow (lp_drawio_cell (page, a)->rect, reach),
                           lp_drawio_cell (page, b)->rect);
}

static guint
count_collisions (const LpDrawioPage *page, const GArray *tiles, double factor)
{
  g_autofree LpRect *extents = g_new (LpRect, tiles->len + 1);
  guint n = 0;

  for (guint i = 0; i < tiles->len; i++)
    extents[i] = extent (page, g_array_index (tiles, guint, i), factor);
  for (guint i = 0; i < tiles->len; i++)
    for (guint j = i + 1; j < tiles->len; j++)
      n += lp_rect_overlaps (extents[i], extents[j])
           && !touched (page, g_array_index (tiles, guint, i), g_array_index (tiles, guint, j));
  return n;
}

/* The least factor at which hardly more labels meet than at the largest one: those meet in any case. */
static double
spread (const LpDrawioPage *page, double factor)
{
  g_autoptr (GArray) tiles = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < page->cells->len; i++)
    if (is_tile (lp_drawio_cell (page, i)))
      g_array_append_val (tiles, i);
  if (tiles->len > MAX_COMPARED)
    return factor;
  guint tolerable
      = tiles->len / TILES_PER_COLLISION + count_collisions (page, tiles, factor * pow (STEP, MAX_STEPS));
  for (guint step = 0; step < MAX_STEPS; step++)
    if (count_collisions (page, tiles, factor * pow (STEP, step)) <= tolerable)
      return factor * pow (STEP, step);
  return factor * pow (STEP, MAX_STEPS);
}

LpDrawioScale
lp_drawio_scale_find (const LpDrawioPage *page)
{
  LpDrawioScale scale = { .factor = spread (page, tile_factor (page)), .box_factor = tile_factor (page) };
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
      LpPoint size = { LP_DRAWIO_TILE, LP_DRAWIO_TILE };
      if (cell->kind == NULL)
        size = box_size (cell, scale.box_factor);
      r = (LpRect){ centre.x - size.x / 2, centre.y - size.y / 2, size.x, size.y };
    }
  return (LpRect){ round (r.x), round (r.y), round (r.w), round (r.h) };
}
