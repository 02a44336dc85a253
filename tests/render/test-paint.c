#include "drawing.h"

#include "render/export.h"
#include "render/paint.h"
#include "scene/draw-builder.h"
#include "scene/metrics.h"

#include <math.h>
#include <string.h>

static LpScene *
scene_of (const char *name)
{
  g_autoptr (LpDesign) design = test_design_file (name);
  LpSceneOptions options = { .annotate = TRUE, .legend = TRUE, .title = TRUE, .numbers = TRUE };
  return lp_scene_new (design, lp_catalogue_get_default (), NULL, options);
}

typedef struct
{
  const guint8 *data;
  gsize size, at;
} Source;

static cairo_status_t
read_some (void *closure, unsigned char *out, unsigned int length)
{
  Source *source = closure;
  if (source->at + length > source->size)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (out, source->data + source->at, length);
  source->at += length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
png_of (LpScene *scene, LpTheme theme, double scale)
{
  g_autoptr (GError) error = NULL;
  LpExportOptions options = { .format = "png", .theme = theme, .scale = scale };
  g_autoptr (GBytes) png = lp_export (scene, &options, &error);
  g_assert_no_error (error);
  Source source = { g_bytes_get_data (png, NULL), g_bytes_get_size (png), 0 };
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_some, &source);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

static guint32
pixel (cairo_surface_t *surface, LpScene *scene, double scale, LpPoint at)
{
  LpRect view = lp_scene_get_bounds (scene);
  int x = (int) ((at.x - view.x) * scale), y = (int) ((at.y - view.y) * scale);
  const guint8 *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);
  return ((const guint32 *) row)[x] & 0xffffff;
}

static void
check_picture (LpTheme theme, double scale)
{
  g_autoptr (LpScene) scene = scene_of ("layers");
  cairo_surface_t *surface = png_of (scene, theme, scale);
  LpRect view = lp_scene_get_bounds (scene);
  LpDesign *design = lp_scene_get_design (scene);
  LpRect alb = lp_scene_get_placement (scene)->rect[lp_design_find (design, "alb")];
  LpRect subnet = lp_scene_get_placement (scene)->rect[lp_design_find (design, "private-a")];
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, (int) (view.w * scale));
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, (int) (view.h * scale));
  g_assert_cmphex (pixel (surface, scene, scale, (LpPoint){ view.x + 1, view.y + 1 }), ==,
                   lp_palette_get (theme, LP_COLOUR_PAPER));
  g_assert_cmphex (pixel (surface, scene, scale, (LpPoint){ alb.x + 5, alb.y + 24 }), ==,
                   lp_palette_get (theme, LP_COLOUR_NETWORK));
  g_assert_cmphex (pixel (surface, scene, scale, (LpPoint){ subnet.x + 6, subnet.y + subnet.h - 6 }), ==,
                   lp_palette_get (theme, LP_COLOUR_SUBNET_PRIVATE_FILL));
  cairo_surface_destroy (surface);
}

static void
test_png (void)
{
  check_picture (LP_THEME_LIGHT, 1);
  check_picture (LP_THEME_DARK, 1);
  check_picture (LP_THEME_LIGHT, 2);
}

static guint
largest_difference (cairo_surface_t *a, cairo_surface_t *b)
{
  const guint8 *left = cairo_image_surface_get_data (a), *right = cairo_image_surface_get_data (b);
  gsize size = (gsize) cairo_image_surface_get_stride (a) * cairo_image_surface_get_height (a);
  guint most = 0;
  for (gsize i = 0; i < size; i++)
    most = MAX (most, (guint) ABS (left[i] - right[i]));
  return most;
}

/* A picture painted in tiles, each with only what meets it, is the picture painted at once, but for the
 * rounding at the edges of a clip. */
static void
test_tiles (void)
{
  enum
  {
    TILE = 128
  };
  g_autoptr (LpScene) scene = scene_of ("layers");
  const LpDrawList *list = lp_scene_get_list (scene);
  LpRect view = lp_scene_get_bounds (scene);
  int width = (int) view.w, height = (int) view.h;
  cairo_surface_t *whole = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_surface_t *tiled = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (whole);
  cairo_translate (cr, -view.x, -view.y);
  lp_paint (list, cr, view, 1, LP_THEME_LIGHT);
  cairo_destroy (cr);
  for (int y = 0; y < height; y += TILE)
    for (int x = 0; x < width; x += TILE)
      {
        LpRect area = { view.x + x, view.y + y, TILE, TILE };
        cr = cairo_create (tiled);
        cairo_translate (cr, -view.x, -view.y);
        cairo_rectangle (cr, area.x, area.y, area.w, area.h);
        cairo_clip (cr);
        lp_paint (list, cr, area, 1, LP_THEME_LIGHT);
        cairo_destroy (cr);
      }
  cairo_surface_flush (whole);
  cairo_surface_flush (tiled);
  g_assert_cmpuint (largest_difference (whole, tiled), <=, 16); /* what is left out differs by far more */
  cairo_surface_destroy (whole);
  cairo_surface_destroy (tiled);
}

/* The pixels that are not transparent in a picture of `area` at that zoom. */
static guint
count_painted (const LpDrawList *list, LpRect area, double zoom)
{
  int width = (int) ceil (area.w * zoom), height = (int) ceil (area.h * zoom);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  cairo_scale (cr, zoom, zoom);
  cairo_translate (cr, -area.x, -area.y);
  lp_paint (list, cr, area, zoom, LP_THEME_LIGHT);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  const guint8 *pixels = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint painted = 0;
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      painted += ((const guint32 *) (gconstpointer) (pixels + y * stride))[x] >> 24 > 0;
  cairo_surface_destroy (surface);
  return painted;
}

/* A label's paper goes with its text. */
static void
test_plates (void)
{
  LpDrawBuilder *builder = lp_draw_builder_new ();
  LpTextStyle style = { 10.5, LP_WEIGHT_REGULAR, LP_ALIGN_MIDDLE, LP_COLOUR_TEXT };
  lp_draw_begin (builder, &(LpDrawGroup){ .part = LP_PART_CONNECTION, .type = "label" });
  lp_draw_rect (builder, (LpRect){ 0, 0, 80, 16 }, 0, (LpStroke){ .fill = LP_COLOUR_PAPER });
  lp_draw_text (builder, (LpPoint){ 40, 12 }, "HTTPS", &style);
  lp_draw_end (builder);
  LpDrawList *list = lp_draw_builder_finish (builder);
  g_assert_cmpuint (count_painted (list, (LpRect){ 0, 0, 80, 16 }, 1), ==, 80 * 16);
  g_assert_cmpuint (count_painted (list, (LpRect){ 0, 0, 80, 16 }, 0.25), ==, 0);
  lp_draw_list_free (list);
}

/* A mark has at least 12 pixels, and a tile beside it paints what reaches into it. */
static void
test_marks_far_away (void)
{
  LpDrawBuilder *builder = lp_draw_builder_new ();
  lp_draw_begin (builder, &(LpDrawGroup){ .part = LP_PART_MARK, .type = "finding", .anchor = { 100, 100 } });
  lp_draw_rect (builder, (LpRect){ 90, 90, 20, 20 }, 0, (LpStroke){ .fill = LP_COLOUR_ERROR });
  lp_draw_end (builder);
  LpDrawList *list = lp_draw_builder_finish (builder);
  g_assert_cmpuint (count_painted (list, (LpRect){ 0, 0, 200, 200 }, 1), ==, 20 * 20);
  g_assert_cmpuint (count_painted (list, (LpRect){ 4, 4, 200, 200 }, 0.25), ==, 12 * 12);
  g_assert_cmpuint (count_painted (list, (LpRect){ 112, 0, 200, 200 }, 0.25), ==, 3 * 12);
  lp_draw_list_free (list);
}

static void
test_pdf (void)
{
  g_autoptr (LpScene) scene = scene_of ("odd");
  g_autoptr (GError) error = NULL;
  LpExportOptions options = { .format = "pdf" };
  g_autoptr (GBytes) pdf = lp_export (scene, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpint (memcmp (g_bytes_get_data (pdf, NULL), "%PDF-", 5), ==, 0);
}

static void
test_refusals (void)
{
  g_autoptr (LpScene) scene = scene_of ("layers");
  g_autoptr (GError) error = NULL;
  LpExportOptions large = { .format = "png", .scale = 64 };
  g_assert_null (lp_export (scene, &large, &error));
  g_assert_error (error, LP_EXPORT_ERROR, LP_EXPORT_ERROR_SIZE);
  g_clear_error (&error);
  LpExportOptions unknown = { .format = "bmp" };
  g_assert_null (lp_export (scene, &unknown, &error));
  g_assert_error (error, LP_EXPORT_ERROR, LP_EXPORT_ERROR_FORMAT);
}

typedef struct
{
  LpScene *scene;
  guint sum;
} Job;

static gpointer
paint_in_thread (gpointer data)
{
  Job *job = data;
  cairo_surface_t *surface = png_of (job->scene, LP_THEME_LIGHT, 1);
  const guint8 *bytes = cairo_image_surface_get_data (surface);
  gsize size = (gsize) cairo_image_surface_get_stride (surface) * cairo_image_surface_get_height (surface);
  for (gsize i = 0; i < size; i++)
    job->sum = job->sum * 31 + bytes[i];
  cairo_surface_destroy (surface);
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (LpScene) scene = scene_of ("odd");
  Job jobs[3] = { { scene, 0 }, { scene, 0 }, { scene, 0 } };
  GThread *threads[3];
  for (guint i = 0; i < 3; i++)
    threads[i] = g_thread_new ("paint", paint_in_thread, &jobs[i]);
  for (guint i = 0; i < 3; i++)
    g_thread_join (threads[i]);
  g_assert_cmpuint (jobs[0].sum, ==, jobs[1].sum);
  g_assert_cmpuint (jobs[0].sum, ==, jobs[2].sum);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  lp_language_set (LP_LANGUAGE_EN);
  g_test_add_func ("/paint/png", test_png);
  g_test_add_func ("/paint/tiles", test_tiles);
  g_test_add_func ("/paint/plates", test_plates);
  g_test_add_func ("/paint/marks-far-away", test_marks_far_away);
  g_test_add_func ("/paint/pdf", test_pdf);
  g_test_add_func ("/paint/refusals", test_refusals);
  g_test_add_func ("/paint/threads", test_threads);
  return g_test_run ();
}
