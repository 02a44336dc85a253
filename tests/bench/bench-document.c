/* A document on its way through the program: read, reviewed, written, drawn. The last column of each line is the
 * growth since the size before. */
#include "architecture.h"
#include "bench.h"
#include "io/native.h"
#include "render/paint.h"
#include "render/svg.h"
#include "rules/review.h"

#define TILE 512

typedef struct
{
  GBytes *bytes;
  LpDesign *design;
  LpReview *review;
  LpScene *scene;
  GBytes *source; /* to embed in the SVG, or NULL */
  gsize written;
  LpRect area;    /* of the tile */
  double zoom;
} Work;

static void
load (gpointer data)
{
  Work *work = data;
  g_autoptr (GError) error = NULL;
  g_clear_pointer (&work->design, lp_design_unref);
  work->design = lp_native_read (work->bytes, "bench", &error);
  g_assert_no_error (error);
}

static void
review (gpointer data)
{
  Work *work = data;
  g_clear_pointer (&work->review, lp_review_unref);
  work->review = lp_review_run (lp_pack_get_default (), work->design, NULL);
}

static void
save (gpointer data)
{
  Work *work = data;
  g_autoptr (GBytes) bytes = lp_native_write (work->design);
  work->written = g_bytes_get_size (bytes);
}

static void
draw (gpointer data)
{
  Work *work = data;
  g_clear_pointer (&work->scene, lp_scene_unref);
  work->scene = lp_scene_new (work->design, lp_catalogue_get_default (), work->review,
                              (LpSceneOptions){ .annotate = TRUE, .legend = TRUE, .title = TRUE });
}

static void
write_svg (gpointer data)
{
  Work *work = data;
  const LpExportOptions options = { .format = "svg", .theme = LP_THEME_LIGHT, .scale = 1, .source = work->source };
  g_autoptr (GBytes) bytes = lp_svg_write (work->scene, &options);
  work->written = g_bytes_get_size (bytes);
}

static void
paint_tile (gpointer data)
{
  Work *work = data;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, TILE, TILE);
  cairo_t *cr = cairo_create (surface);
  cairo_scale (cr, work->zoom, work->zoom);
  cairo_translate (cr, -work->area.x, -work->area.y);
  lp_paint (lp_scene_get_list (work->scene), cr, work->area, work->zoom, LP_THEME_LIGHT);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Around the component in the middle of the document, or of the whole drawing. */
static LpRect
tile_of (const Work *work, gboolean whole)
{
  LpRect of = lp_scene_get_bounds (work->scene);
  if (!whole)
    of = lp_scene_get_placement (work->scene)->rect[lp_design_get_n_components (work->design) / 2];
  double side = TILE / work->zoom;
  LpPoint middle = lp_rect_centre (of);
  return (LpRect){ middle.x - side / 2, middle.y - side / 2, side, side };
}

enum
{
  LOAD,
  REVIEW,
  SAVE,
  SCENE,
  SVG,
  SVG_SOURCE,
  TILE_NEAR,
  TILE_WHOLE,
  N_STEPS,
};

static const struct
{
  const char *name;
  BenchRun run;
} steps[N_STEPS] = {
  [LOAD] = { "load", load },
  [REVIEW] = { "check", review },
  [SAVE] = { "save", save },
  [SCENE] = { "scene", draw },
  [SVG] = { "SVG", write_svg },
  [SVG_SOURCE] = { "SVG + source", write_svg },
  [TILE_NEAR] = { "tile at 100 %", paint_tile },
  [TILE_WHOLE] = { "tile of all", paint_tile },
};

static void
prepare (Work *work, guint step)
{
  g_clear_pointer (&work->source, g_bytes_unref);
  if (step == SVG_SOURCE)
    work->source = g_bytes_ref (work->bytes);
  if (step == TILE_NEAR || step == TILE_WHOLE)
    {
      LpRect bounds = lp_scene_get_bounds (work->scene);
      work->zoom = step == TILE_NEAR ? 1 : TILE / MAX (bounds.w, bounds.h);
      work->area = tile_of (work, step == TILE_WHOLE);
    }
  work->written = 0;
}

static void
measure (guint size, guint before, double last[N_STEPS])
{
  Work work = { .bytes = architecture_new (size) };
  for (guint step = 0; step < N_STEPS; step++)
    {
      prepare (&work, step);
      double time = bench_median (size > 10000 ? 1 : 5, steps[step].run, &work);
      g_print ("%10u  %-14s %10.2f ms", size, steps[step].name, time);
      if (work.written > 0)
        g_print (" %8.2f MB", work.written / 1e6);
      else
        g_print ("%12s", "");
      if (before > 0)
        g_print ("   N^%.2f", bench_growth (before, last[step], size, time));
      g_print ("\n");
      last[step] = time;
    }
  g_print ("%10u  %-14s %10u findings, %u connections\n", size, "", work.review->findings->len,
           lp_design_get_n_connections (work.design));
  lp_scene_unref (work.scene);
  lp_review_unref (work.review);
  lp_design_unref (work.design);
  g_bytes_unref (work.bytes);
}

int
main (void)
{
  static const guint sizes[] = { 1000, 10000, 100000 };
  double last[N_STEPS];
  lp_pack_get_default ();
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    measure (sizes[i], i > 0 ? sizes[i - 1] : 0, last);
  return 0;
}
