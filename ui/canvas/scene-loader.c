#include "ui/canvas/scene-loader.h"

/* Up to so many components a scene is made faster than anybody notices. */
#define SMALL 300
/* Scenes that were shown are kept, so that undo shows again what was there: of so many components in all. */
#define KEPT_COMPONENTS 6000

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
  GQueue past;          /* those before it, the latest first */
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
  g_queue_clear_full (&self->past, (GDestroyNotify) lp_scene_unref);
  g_clear_pointer (&self->change, lp_scene_change_unref);
  g_free (self);
}

/* --- what was there before --------------------------------------------------------------------------- */

static guint
count (LpScene *scene)
{
  return lp_design_get_n_components (lp_scene_get_design (scene));
}

static void
keep (LpSceneLoader *self, LpScene *scene)
{
  guint total = 0;

  if (self->made != NULL && lp_scene_get_design (self->made) != lp_scene_get_design (scene))
    g_queue_push_head (&self->past, g_steal_pointer (&self->made));
  g_clear_pointer (&self->made, lp_scene_unref);
  self->made = lp_scene_ref (scene);
  for (GList *one = self->past.head; one != NULL;)
    {
      GList *next = one->next;
      total += count (one->data);
      if (total > KEPT_COMPONENTS)
        {
          lp_scene_unref (one->data);
          g_queue_delete_link (&self->past, one);
        }
      one = next;
    }
}

/* Records are shared by the states that have them. */
static gboolean
is_same_state (const LpDesign *a, const LpDesign *b)
{
  guint n = lp_design_get_n_components (a), n_lines = lp_design_get_n_connections (a);

  if (n != lp_design_get_n_components (b) || n_lines != lp_design_get_n_connections (b))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (lp_design_get_component (a, i) != lp_design_get_component (b, i))
      return FALSE;
  for (guint i = 0; i < n_lines; i++)
    if (lp_design_get_connection (a, i) != lp_design_get_connection (b, i))
      return FALSE;
  return TRUE;
}

/* The scene from which that of `design` is made: one of the same state, else the last. */
static LpScene *
find_before (LpSceneLoader *self, const LpDesign *design)
{
  if (self->made == NULL)
    return NULL;
  if (is_same_state (lp_scene_get_design (self->made), design))
    return lp_scene_ref (self->made);
  for (GList *one = self->past.head; one != NULL; one = one->next)
    if (is_same_state (lp_scene_get_design (one->data), design))
      return lp_scene_ref (one->data);
  return lp_scene_ref (self->made);
}

/* --- making ------------------------------------------------------------------------------------------ */

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
    keep (self, made->scene);
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
  else
    request->before = find_before (self, request->design);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, make_in_thread);
}

static void
make_at_once (LpSceneLoader *self, Request *request)
{
  if (request->is_preview)
    request->last = self->change != NULL ? lp_scene_change_ref (self->change) : NULL;
  else
    request->before = find_before (self, request->design);
  Result *result = make (request);
  request_free (request);
  if (result->scene != NULL)
    keep (self, result->scene);
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
