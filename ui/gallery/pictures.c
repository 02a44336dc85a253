#include "ui/gallery/pictures.h"

#include <gio/gio.h>

#include "render/paint.h"
#include "scene/scene.h"

/* So few components are the frames in which something is to be built. */
#define NEARLY_EMPTY 5
#define MARGIN 10
/* Smaller tiles are flat; here it is they that tell one picture from another. */
#define GLYPHS_FROM_ZOOM 0.3

struct _LpPictures
{
  GObject parent_instance;
  GHashTable *made;   /* cairo_surface_t by scenario */
  GQueue wanted;      /* of LpScenario */
  LpTheme theme;
  int scale;
  gboolean running;   /* the other thread */
  const LpScenario *drawn; /* by it, in this theme and scale; or NULL */
};

G_DEFINE_FINAL_TYPE (LpPictures, lp_pictures, G_TYPE_OBJECT)

enum
{
  READY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  const LpScenario *scenario;
  LpTheme theme;
  int scale;
} Request;

/* --- on the other thread ----------------------------------------------------------------------------- */

LpDesign *
lp_pictures_choose_design (const LpScenario *scenario)
{
  if (scenario->n_choices > 0)
    return scenario->choices[0].document;
  return lp_design_get_n_components (scenario->start) > NEARLY_EMPTY ? scenario->start : scenario->reference;
}

static void
paint (cairo_t *cr, LpScene *scene, LpTheme theme)
{
  LpRect bounds = lp_scene_get_bounds (scene);
  double width = LP_PICTURE_WIDTH - 2 * MARGIN, height = LP_PICTURE_HEIGHT - 2 * MARGIN;
  /* The scene's own margin is for paper. */
  LpRect inner = { bounds.x + 32, bounds.y + 32, MAX (bounds.w - 64, 1), MAX (bounds.h - 64, 1) };
  double zoom = MIN (1, MIN (width / inner.w, height / inner.h));

  lp_paint_set_source (cr, lp_palette_get (theme, LP_COLOUR_PAPER), 1);
  cairo_paint (cr);
  cairo_translate (cr, (LP_PICTURE_WIDTH - inner.w * zoom) / 2, (LP_PICTURE_HEIGHT - inner.h * zoom) / 2);
  cairo_scale (cr, zoom, zoom);
  cairo_translate (cr, -inner.x, -inner.y);
  lp_paint (lp_scene_get_list (scene), cr, bounds, MAX (zoom, GLYPHS_FROM_ZOOM), theme);
}

static cairo_surface_t *
draw (const Request *request)
{
  g_autoptr (LpScene) scene = lp_scene_new (lp_pictures_choose_design (request->scenario),
                                            lp_catalogue_get_default (), NULL, (LpSceneOptions){ 0 });
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, LP_PICTURE_WIDTH * request->scale, LP_PICTURE_HEIGHT * request->scale);
  cairo_surface_set_device_scale (surface, request->scale, request->scale);
  cairo_t *cr = cairo_create (surface);

  paint (cr, scene, request->theme);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, draw (data), (GDestroyNotify) cairo_surface_destroy);
}

/* --- asking ------------------------------------------------------------------------------------------ */

static void start_next (LpPictures *self);

static void
on_drawn (GObject *source, GAsyncResult *result, gpointer data)
{
  LpPictures *self = LP_PICTURES (source);
  const Request *request = g_task_get_task_data (G_TASK (result));
  const LpScenario *scenario = request->scenario;
  cairo_surface_t *surface = g_task_propagate_pointer (G_TASK (result), NULL);

  self->running = FALSE;
  self->drawn = NULL;
  if (request->theme == self->theme && request->scale == self->scale)
    {
      g_hash_table_insert (self->made, (gpointer) scenario, surface);
      start_next (self);
      g_signal_emit (self, signals[READY], 0, scenario->id);
      return;
    }
  cairo_surface_destroy (surface);
  start_next (self);
}

static void
start_next (LpPictures *self)
{
  const LpScenario *scenario = self->running ? NULL : g_queue_pop_head (&self->wanted);

  if (scenario == NULL)
    return;
  Request *request = g_new (Request, 1);
  g_autoptr (GTask) task = g_task_new (self, NULL, on_drawn, NULL);
  *request = (Request){ scenario, self->theme, self->scale };
  self->running = TRUE;
  self->drawn = scenario;
  g_task_set_task_data (task, request, g_free);
  g_task_run_in_thread (task, draw_in_thread);
}

cairo_surface_t *
lp_pictures_get (LpPictures *self, const LpScenario *scenario, LpTheme theme, int scale)
{
  g_return_val_if_fail (LP_IS_PICTURES (self), NULL);

  if (theme != self->theme || scale != self->scale)
    {
      g_hash_table_remove_all (self->made);
      g_queue_clear (&self->wanted);
      self->drawn = NULL;
      self->theme = theme;
      self->scale = scale;
    }
  cairo_surface_t *surface = g_hash_table_lookup (self->made, scenario);
  if (surface == NULL && scenario != self->drawn && g_queue_find (&self->wanted, scenario) == NULL)
    {
      g_queue_push_tail (&self->wanted, (gpointer) scenario);
      start_next (self);
    }
  return surface;
}

static void
lp_pictures_finalize (GObject *object)
{
  LpPictures *self = LP_PICTURES (object);

  g_hash_table_unref (self->made);
  g_queue_clear (&self->wanted);
  G_OBJECT_CLASS (lp_pictures_parent_class)->finalize (object);
}

static void
lp_pictures_class_init (LpPicturesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lp_pictures_finalize;
  signals[READY] = g_signal_new ("ready", LP_TYPE_PICTURES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_STRING);
}

static void
lp_pictures_init (LpPictures *self)
{
  self->made = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) cairo_surface_destroy);
  g_queue_init (&self->wanted);
}

LpPictures *
lp_pictures_get_default (void)
{
  static LpPictures *pictures;

  if (pictures == NULL)
    pictures = g_object_new (LP_TYPE_PICTURES, NULL);
  return pictures;
}
