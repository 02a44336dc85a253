#include "ui/canvas/scene-loader.h"

/* Up to so many components a scene is made faster than anybody notices. */
#define SMALL 300

typedef struct
{
  const LpCatalogue *catalogue;
  LpDesign *design;
  LpReview *review;
} Request;

struct _LpSceneLoader
{
  gatomicrefcount refs; /* one more for a thread under way */
  const LpCatalogue *catalogue;
  LpSceneReady ready;   /* NULL once it is freed */
  gpointer data;
  Request *next;        /* waits for the thread under way */
  gboolean running;
};

static void
request_free (gpointer data)
{
  Request *request = data;

  lp_design_unref (request->design);
  g_clear_pointer (&request->review, lp_review_unref);
  g_free (request);
}

static void
loader_unref (LpSceneLoader *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->next, request_free);
  g_free (self);
}

static LpScene *
make_scene (const Request *request)
{
  return lp_scene_new (request->design, request->catalogue, request->review,
                       (LpSceneOptions){ .annotate = request->review != NULL, .numbers = TRUE });
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, make_scene (data), (GDestroyNotify) lp_scene_unref);
}

static void start (LpSceneLoader *self, Request *request);

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  LpSceneLoader *self = data;
  g_autoptr (LpScene) scene = g_task_propagate_pointer (G_TASK (result), NULL);

  self->running = FALSE;
  if (self->next != NULL && self->ready != NULL)
    start (self, g_steal_pointer (&self->next));
  else if (self->ready != NULL)
    self->ready (scene, self->data);
  loader_unref (self);
}

static void
start (LpSceneLoader *self, Request *request)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_made, self);

  g_atomic_ref_count_inc (&self->refs);
  self->running = TRUE;
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, make_in_thread);
}

LpSceneLoader *
lp_scene_loader_new (const LpCatalogue *catalogue, LpSceneReady ready, gpointer data)
{
  LpSceneLoader *self = g_new0 (LpSceneLoader, 1);

  g_atomic_ref_count_init (&self->refs);
  self->catalogue = catalogue;
  self->ready = ready;
  self->data = data;
  return self;
}

void
lp_scene_loader_free (LpSceneLoader *self)
{
  self->ready = NULL;
  loader_unref (self);
}

void
lp_scene_loader_request (LpSceneLoader *self, LpDesign *design, LpReview *review)
{
  Request *request = g_new0 (Request, 1);

  request->catalogue = self->catalogue;
  request->design = lp_design_ref (design);
  request->review = review != NULL ? lp_review_ref (review) : NULL;
  g_clear_pointer (&self->next, request_free);
  if (self->running)
    {
      self->next = request;
      return;
    }
  if (lp_design_get_n_components (design) > SMALL)
    {
      start (self, request);
      return;
    }
  g_autoptr (LpScene) scene = make_scene (request);
  request_free (request);
  self->ready (scene, self->data);
}
