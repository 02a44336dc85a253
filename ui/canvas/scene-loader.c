#include "ui/canvas/scene-loader.h"

/* Up to so many components a scene is made faster than anybody notices. */
#define SMALL 300

typedef struct
{
  const LpCatalogue *catalogue;
  LpDesign *design;
  LpReview *review;
  LpScene *before;     /* or NULL */
  guint32 hidden_layers;
  gboolean is_preview;
  LpSceneChange *last; /* the preview before it, or NULL */
} Request;

typedef struct
{
  LpScene *scene;
  LpSceneChange *change;
} Result;

struct _LpSceneLoader
{
  gatomicrefcount refs; /* one more for a thread under way */
  const LpCatalogue *catalogue;
  LpSceneReady ready;   /* NULL once it is freed */
  LpSceneChangeReady change_ready;
  gpointer data;
  Request *next;        /* waits for the thread under way */
  Request *next_preview;
  guint32 hidden_layers;
  gboolean running;
  gboolean forgotten;   /* the preview under way is not wanted any more */
  LpScene *made;        /* the last one, from which the next is made; or NULL */
  LpSceneChange *change; /* the last preview of the gesture, or NULL */
};

static void
request_free (gpointer data)
{
  Request *request = data;

  lp_design_unref (request->design);
  g_clear_pointer (&request->review, lp_review_unref);
  g_clear_pointer (&request->before, lp_scene_unref);
  g_clear_pointer (&request->last, lp_scene_change_unref);
  g_free (request);
}

static void
result_free (gpointer data)
{
  Result *result = data;

  g_clear_pointer (&result->scene, lp_scene_unref);
  g_clear_pointer (&result->change, lp_scene_change_unref);
  g_free (result);
}

static void
loader_unref (LpSceneLoader *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->next, request_free);
  g_clear_pointer (&self->next_preview, request_free);
  g_clear_pointer (&self->made, lp_scene_unref);
  g_clear_pointer (&self->change, lp_scene_change_unref);
  g_free (self);
}

static Result *
make (const Request *request)
{
  Result *result = g_new0 (Result, 1);
  LpSceneOptions options = { .annotate = request->review != NULL,
                             .hidden_layers = request->hidden_layers,
                             .numbers = TRUE };

  if (request->is_preview)
    result->change = lp_scene_change_new (request->before, request->last, request->design, request->catalogue,
                                          request->review, options);
  else
    result->scene
        = lp_scene_new_after (request->before, request->design, request->catalogue, request->review, options);
  return result;
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, make (data), result_free);
}

/* Calls back, which may ask for more. */
static void
deliver (LpSceneLoader *self, const Result *result)
{
  if (result->scene != NULL)
    {
      g_clear_pointer (&self->change, lp_scene_change_unref);
      self->ready (result->scene, self->data);
    }
  else if (!self->forgotten && self->change_ready != NULL)
    {
      g_clear_pointer (&self->change, lp_scene_change_unref);
      self->change = result->change != NULL ? lp_scene_change_ref (result->change) : NULL;
      self->change_ready (result->change, self->data);
    }
}

static void start (LpSceneLoader *self, Request *request);

static void
start_next (LpSceneLoader *self)
{
  if (self->next != NULL)
    start (self, g_steal_pointer (&self->next));
  else if (self->next_preview != NULL)
    start (self, g_steal_pointer (&self->next_preview));
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  LpSceneLoader *self = data;
  Result *made = g_task_propagate_pointer (G_TASK (result), NULL);
  gboolean overtaken = made->scene != NULL && self->next != NULL;

  self->running = FALSE;
  if (made->scene != NULL)
    {
      g_clear_pointer (&self->made, lp_scene_unref);
      self->made = lp_scene_ref (made->scene);
    }
  if (self->ready != NULL)
    {
      start_next (self);
      if (!overtaken)
        deliver (self, made);
    }
  result_free (made);
  loader_unref (self);
}

static void
start (LpSceneLoader *self, Request *request)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_made, self);

  g_atomic_ref_count_inc (&self->refs);
  self->running = TRUE;
  self->forgotten = FALSE;
  if (request->is_preview)
    request->last = self->change != NULL ? lp_scene_change_ref (self->change) : NULL;
  else if (self->made != NULL)
    request->before = lp_scene_ref (self->made);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, make_in_thread);
}

static void
make_at_once (LpSceneLoader *self, Request *request)
{
  if (request->is_preview)
    request->last = self->change != NULL ? lp_scene_change_ref (self->change) : NULL;
  else if (self->made != NULL)
    request->before = lp_scene_ref (self->made);
  Result *result = make (request);
  request_free (request);
  if (result->scene != NULL)
    {
      g_clear_pointer (&self->made, lp_scene_unref);
      self->made = lp_scene_ref (result->scene);
    }
  self->forgotten = FALSE;
  deliver (self, result);
  result_free (result);
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
  self->change_ready = NULL;
  loader_unref (self);
}

void
lp_scene_loader_set_change_ready (LpSceneLoader *self, LpSceneChangeReady ready)
{
  self->change_ready = ready;
}

gboolean
lp_scene_loader_is_quick (const LpDesign *design)
{
  return lp_design_get_n_components (design) <= SMALL;
}

static Request *
request_new (LpSceneLoader *self, LpDesign *design, LpReview *review)
{
  Request *request = g_new0 (Request, 1);

  request->catalogue = self->catalogue;
  request->hidden_layers = self->hidden_layers;
  request->design = lp_design_ref (design);
  request->review = review != NULL ? lp_review_ref (review) : NULL;
  return request;
}

void
lp_scene_loader_request (LpSceneLoader *self, LpDesign *design, LpReview *review)
{
  Request *request = request_new (self, design, review);

  g_clear_pointer (&self->next, request_free);
  g_clear_pointer (&self->next_preview, request_free);
  if (self->running)
    self->next = request;
  else if (lp_scene_loader_is_quick (design))
    make_at_once (self, request);
  else
    start (self, request);
}

void
lp_scene_loader_preview (LpSceneLoader *self, LpScene *before, LpDesign *design, LpReview *review)
{
  Request *request = request_new (self, design, review);

  request->is_preview = TRUE;
  request->before = lp_scene_ref (before);
  g_clear_pointer (&self->next_preview, request_free);
  if (self->running)
    self->next_preview = request;
  else if (lp_scene_loader_is_quick (design))
    make_at_once (self, request);
  else
    start (self, request);
}

void
lp_scene_loader_forget_previews (LpSceneLoader *self)
{
  g_clear_pointer (&self->next_preview, request_free);
  g_clear_pointer (&self->change, lp_scene_change_unref);
  self->forgotten = TRUE;
}

void
lp_scene_loader_set_hidden_layers (LpSceneLoader *self, guint32 layers)
{
  self->hidden_layers = layers;
}
