#include "ui/canvas/picture.h"

#include <math.h>

#include "render/paint.h"

#define GRID_STEP 16.0
#define GRID_FROM_ZOOM 0.5

/* One dashed line for each row: a dash of no length with round ends is a dot. */
static void
paint_dots (cairo_t *cr, LpRect area, double zoom, LpTheme theme)
{
  double dash[] = { 0, GRID_STEP };
  double first_x = floor (area.x / GRID_STEP) * GRID_STEP, right = area.x + area.w + GRID_STEP;

  cairo_save (cr);
  lp_paint_set_source (cr, lp_palette_get (theme, LP_COLOUR_GRID), 1);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 1.5 / MAX (zoom, 1));
  cairo_set_dash (cr, dash, 2, 0);
  for (double y = floor (area.y / GRID_STEP) * GRID_STEP; y <= area.y + area.h + 1; y += GRID_STEP)
    {
      cairo_move_to (cr, first_x, y);
      cairo_line_to (cr, right, y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint (cairo_t *cr, const LpDrawList *list, LpRect area, const LpPictureOptions *options)
{
  if (options->paper)
    {
      lp_paint_set_source (cr, lp_palette_get (options->theme, LP_COLOUR_PAPER), 1);
      cairo_paint (cr);
    }
  cairo_scale (cr, options->zoom, options->zoom);
  cairo_translate (cr, -area.x, -area.y);
  if (options->paper && options->zoom >= GRID_FROM_ZOOM)
    paint_dots (cr, area, options->zoom, options->theme);
  if (list != NULL)
    lp_paint_except (list, options->hidden, cr, area, options->zoom, options->theme);
}

static GskRenderNode *
node_of_texture (cairo_surface_t *surface, const graphene_rect_t *bounds)
{
  int stride = cairo_image_surface_get_stride (surface), height = cairo_image_surface_get_height (surface);
  g_autoptr (GBytes) pixels
      = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * height,
                                    (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                                           GDK_MEMORY_DEFAULT, pixels, stride);

  return gsk_texture_node_new (texture, bounds);
}

static GskRenderNode *
node_of_image (cairo_surface_t *surface, const graphene_rect_t *bounds)
{
  GskRenderNode *node = gsk_cairo_node_new (bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_set_source_surface (cr, surface, 0, 0);
  /* Shown at its own size; while the zoom changes, quick is better than smooth. */
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_FAST);
  cairo_paint (cr);
  cairo_destroy (cr);
  return node;
}

GskRenderNode *
lp_picture_new (const LpDrawList *list, LpRect area, int width, int height, const LpPictureOptions *options)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * options->scale, height * options->scale);
  cairo_surface_set_device_scale (surface, options->scale, options->scale);
  cairo_t *cr = cairo_create (surface);

  paint (cr, list, area, options);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  GskRenderNode *node = options->textures ? node_of_texture (surface, &bounds) : node_of_image (surface, &bounds);
  cairo_surface_destroy (surface);
  return node;
}

/* --- fingerprints ------------------------------------------------------------------------------------ */

static void
mix (guint64 *hash, guint64 value)
{
  *hash = (*hash ^ value) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  *hash ^= *hash >> 29;
}

static void
mix_number (guint64 *hash, double number)
{
  union
  {
    double number;
    guint64 bits;
  } view = { .number = number };

  mix (hash, view.bits);
}

static void
mix_rect (guint64 *hash, LpRect rect)
{
  mix_number (hash, rect.x);
  mix_number (hash, rect.y);
  mix_number (hash, rect.w);
  mix_number (hash, rect.h);
}

static void
mix_points (guint64 *hash, const LpDrawList *list, guint first, guint n)
{
  const LpPoint *points = lp_draw_list_get_points (list, first);

  for (guint i = 0; i < n; i++)
    {
      mix_number (hash, points[i].x);
      mix_number (hash, points[i].y);
    }
}

static void
mix_item (const LpDrawList *list, const LpDrawItem *item, gpointer data)
{
  guint64 *hash = data;

  mix (hash, item->kind);
  mix_rect (hash, item->bounds);
  mix (hash, (guint64) item->style.fill << 32 | item->style.stroke);
  mix_number (hash, item->style.width);
  for (guint i = 0; i < G_N_ELEMENTS (item->style.dash); i++)
    mix_number (hash, item->style.dash[i]);
  switch ((LpDrawKind) item->kind)
    {
    case LP_DRAW_RECT:
      mix_rect (hash, item->box.rect);
      mix_number (hash, item->box.radius);
      mix (hash, item->box.hatched);
      break;
    case LP_DRAW_POLYLINE:
      mix_points (hash, list, item->line.first, item->line.n + item->line.n_hops);
      mix_number (hash, item->line.radius);
      mix (hash, (guint64) item->line.head_start << 2 | item->line.head_end);
      break;
    case LP_DRAW_POLYGON:
      mix_points (hash, list, item->polygon.first, item->polygon.n);
      break;
    case LP_DRAW_TEXT:
      mix_number (hash, item->text.baseline.x);
      mix_number (hash, item->text.baseline.y);
      mix_number (hash, item->text.size);
      mix (hash, (guint64) item->text.weight << 8 | item->text.align);
      mix (hash, g_str_hash (lp_draw_list_get_string (list, item->text.string)));
      break;
    case LP_DRAW_GLYPH:
      mix_rect (hash, item->glyph.rect);
      mix (hash, g_str_hash (lp_draw_list_get_string (list, item->glyph.name)));
      break;
    case LP_DRAW_IMAGE:
      mix_rect (hash, item->image.rect);
      mix (hash, lp_bitmap_get_key (lp_draw_list_get_bitmap (list, item->image.bitmap)));
      break;
    default:
      break;
    }
}

guint64
lp_picture_fingerprint (const LpDrawList *list, const guint8 *hidden, LpRect area)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  lp_draw_list_visit_except (list, hidden, area, mix_item, &hash);
  return hash;
}
