#include "render/paint-bitmap.h"

#include <string.h>

#include "render/paint.h"

typedef struct
{
  const guint8 *at;
  gsize left;
} Source;

static cairo_status_t
read_bytes (void *closure, unsigned char *data, unsigned int length)
{
  Source *source = closure;
  if (length > source->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, source->at, length);
  source->at += length;
  source->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static gpointer
decode (GBytes *bytes)
{
  Source source;
  source.at = g_bytes_get_data (bytes, &source.left);
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_bytes, &source);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    return surface;
  cairo_surface_destroy (surface);
  return NULL;
}

static void
paint_damaged (cairo_t *cr, LpRect r, guint32 rgb)
{
  cairo_new_path (cr);
  cairo_rectangle (cr, r.x, r.y, r.w, r.h);
  cairo_move_to (cr, r.x, r.y);
  cairo_line_to (cr, r.x + r.w, r.y + r.h);
  cairo_move_to (cr, r.x + r.w, r.y);
  cairo_line_to (cr, r.x, r.y + r.h);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 1.25);
  lp_paint_set_source (cr, rgb, 1);
  cairo_stroke (cr);
}

void
lp_paint_bitmap (cairo_t *cr, LpBitmap *bitmap, LpRect rect, guint32 rgb)
{
  /* Using a surface as a source counts its references, which several threads must not do at once. */
  static GMutex painting;
  cairo_surface_t *surface = lp_bitmap_get_pixels (bitmap, decode, (GDestroyNotify) cairo_surface_destroy);
  if (surface == NULL)
    {
      paint_damaged (cr, rect, rgb);
      return;
    }
  g_mutex_lock (&painting);
  cairo_save (cr);
  cairo_translate (cr, rect.x, rect.y);
  cairo_scale (cr, rect.w / lp_bitmap_get_width (bitmap), rect.h / lp_bitmap_get_height (bitmap));
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_rectangle (cr, 0, 0, lp_bitmap_get_width (bitmap), lp_bitmap_get_height (bitmap));
  cairo_fill (cr);
  cairo_restore (cr);
  g_mutex_unlock (&painting);
}
