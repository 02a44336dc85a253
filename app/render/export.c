#include "render/export.h"

#include "render/paint.h"
#include "render/svg.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <math.h>

/* cairo's own limit for an image, and what fits into memory without hurting anybody. */
#define MOST_PIXELS_SIDE 32767.0
#define MOST_PIXELS 400e6
/* 1 unit is a CSS pixel, a 96th of an inch. */
#define POINTS_PER_UNIT 0.75
/* The largest page that readers of PDF 1.5 show. */
#define MOST_POINTS 14400.0

G_DEFINE_QUARK (lp - export - error - quark, lp_export_error)

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, LP_EXPORT_ERROR, LP_EXPORT_ERROR_FAILED, _("The picture could not be made: %s"),
               cairo_status_to_string (status));
  return FALSE;
}

static void
paint_scene (LpScene *scene, cairo_t *cr, double scale, LpTheme theme)
{
  LpRect view = lp_scene_get_bounds (scene);
  lp_paint_set_source (cr, lp_palette_get (theme, LP_COLOUR_PAPER), 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -view.x, -view.y);
  lp_paint_all (lp_scene_get_list (scene), cr, theme);
}

static GBytes *
export_png (LpScene *scene, const LpExportOptions *options, GError **error)
{
  double scale = options->scale > 0 ? options->scale : 1;
  LpRect view = lp_scene_get_bounds (scene);
  double width = ceil (view.w * scale), height = ceil (view.h * scale);
  if (width > MOST_PIXELS_SIDE || height > MOST_PIXELS_SIDE || width * height > MOST_PIXELS)
    {
      g_set_error (
          error, LP_EXPORT_ERROR, LP_EXPORT_ERROR_SIZE,
          _("A picture of %.0f by %.0f pixels is too large; choose a smaller scale, or write SVG or PDF"),
          width, height);
      return NULL;
    }
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cairo_t *cr = cairo_create (surface);
  paint_scene (scene, cr, scale, options->theme);
  g_autoptr (GByteArray) png = g_byte_array_new ();
  gboolean done = check (cairo_status (cr), error)
                  && check (cairo_surface_write_to_png_stream (surface, append_bytes, png), error);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&png)) : NULL;
}

static GBytes *
export_pdf (LpScene *scene, const LpExportOptions *options, GError **error)
{
  LpRect view = lp_scene_get_bounds (scene);
  double scale = MIN (POINTS_PER_UNIT, MOST_POINTS / MAX (view.w, view.h));
  g_autoptr (GByteArray) pdf = g_byte_array_new ();
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (append_bytes, pdf, view.w * scale, view.h * scale);
  const LpHeader *header = lp_design_get_header (lp_scene_get_design (scene));
  if (header->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, header->title);
  cairo_t *cr = cairo_create (surface);
  paint_scene (scene, cr, scale, options->theme);
  gboolean done = check (cairo_status (cr), error);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  done = done && check (cairo_surface_status (surface), error);
  cairo_surface_destroy (surface);
  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&pdf)) : NULL;
}

GBytes *
lp_export (LpScene *scene, const LpExportOptions *options, GError **error)
{
  if (g_str_equal (options->format, "svg"))
    return lp_svg_write (scene, options);
  if (g_str_equal (options->format, "png"))
    return export_png (scene, options, error);
  if (g_str_equal (options->format, "pdf"))
    return export_pdf (scene, options, error);
  g_set_error (error, LP_EXPORT_ERROR, LP_EXPORT_ERROR_FORMAT,
               _("“%s” is no picture format; use svg, png or pdf"), options->format);
  return NULL;
}
