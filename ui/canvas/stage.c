#include "ui/canvas/stage.h"

#include "ui/canvas/handles.h"
#include "ui/canvas/tool.h"

/* How near is near enough, in pixels. */
#define TOLERANCE 5.0
/* Lining up with one of more things than this is chance. */
#define MOST_AROUND 300

G_DEFINE_FINAL_TYPE (LpStage, lp_stage, G_TYPE_OBJECT)

enum
{
  OVERLAY_CHANGED,
  MESSAGE,
  MARK_ACTIVATED,
  COMMENT_ACTIVATED,
  NEXT_WANTED,
  PREVIEW,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

LpStage *
lp_stage_new (LpDocument *document, const LpCatalogue *catalogue)
{
  LpStage *self = g_object_new (LP_TYPE_STAGE, NULL);

  self->document = g_object_ref (document);
  self->catalogue = catalogue;
  return self;
}

void
lp_stage_set_scene (LpStage *self, LpScene *scene)
{
  g_return_if_fail (LP_IS_STAGE (self));

  lp_stage_cancel (self);
  if (scene != NULL)
    lp_scene_ref (scene);
  self->settling = FALSE;
  g_clear_pointer (&self->change, lp_scene_change_unref);
  g_clear_object (&self->rehearsal);
  lp_overlay_clear (&self->overlay);
  g_clear_pointer (&self->scene, lp_scene_unref);
  self->scene = scene;
  self->hovered = self->hovered_frame = LP_NONE;
  if (scene != NULL)
    {
      lp_viewport_set_extent (self->viewport, lp_scene_get_bounds (scene));
      lp_selection_prune (self->selection, lp_scene_get_design (scene));
    }
}

/* An edit that was made is shown as it was while it was tried, until its scene is there. */
static void
end_gesture (LpStage *self)
{
  LpGesture *gesture = g_steal_pointer (&self->gesture);

  if (gesture->tool->free != NULL)
    gesture->tool->free (gesture);
  g_clear_object (&self->rehearsal);
  lp_stage_stop_trying (self);
  if (self->settling)
    lp_overlay_settle (&self->overlay);
  else
    {
      lp_overlay_clear (&self->overlay);
      g_signal_emit (self, signals[PREVIEW], 0, NULL);
      lp_stage_set_change (self, NULL);
    }
  lp_stage_overlay_changed (self);
}

gboolean
lp_stage_press (LpStage *self, LpPoint at, LpModifiers modifiers)
{
  g_return_val_if_fail (LP_IS_STAGE (self), FALSE);

  lp_stage_cancel (self);
  if (self->scene == NULL || self->bare)
    return FALSE;
  for (guint i = 0; lp_tools[i] != NULL && self->gesture == NULL; i++)
    {
      self->gesture = lp_tools[i]->press (self, at, modifiers);
      if (self->gesture != NULL)
        self->gesture->tool = lp_tools[i];
    }
  return self->gesture != NULL;
}

void
lp_stage_drag (LpStage *self, LpPoint at, LpModifiers modifiers)
{
  g_return_if_fail (LP_IS_STAGE (self));

  if (self->gesture == NULL || self->gesture->tool->drag == NULL)
    return;
  self->gesture->tool->drag (self->gesture, self, at, modifiers);
  lp_stage_overlay_changed (self);
}

void
lp_stage_release (LpStage *self, LpPoint at, LpModifiers modifiers)
{
  g_return_if_fail (LP_IS_STAGE (self));

  LpGesture *gesture = g_steal_pointer (&self->gesture);
  if (gesture == NULL)
    return;
  /* Not `self->gesture` while it works: its edit makes a new scene, which would cancel it. */
  LpScene *scene = self->scene;
  guint64 revision = lp_document_get_revision (self->document);
  if (gesture->tool->release != NULL)
    gesture->tool->release (gesture, self, at, modifiers);
  self->settling = self->scene == scene && lp_document_get_revision (self->document) != revision;
  self->gesture = gesture;
  end_gesture (self);
}

gboolean
lp_stage_cancel (LpStage *self)
{
  g_return_val_if_fail (LP_IS_STAGE (self), FALSE);

  if (self->gesture == NULL)
    return FALSE;
  end_gesture (self);
  return TRUE;
}

const char *
lp_stage_hover (LpStage *self, LpPoint at)
{
  g_return_val_if_fail (LP_IS_STAGE (self), NULL);

  if (self->scene == NULL || self->bare)
    return NULL;
  guint hovered = lp_handles_find_hovered (self, at);
  guint frame = lp_scene_container_at (self->scene, at, LP_NONE);
  if (hovered != self->hovered || frame != self->hovered_frame)
    {
      self->hovered = hovered;
      self->hovered_frame = frame;
      lp_stage_overlay_changed (self);
    }
  for (guint i = 0; lp_tools[i] != NULL; i++)
    {
      const char *cursor = lp_tools[i]->cursor != NULL ? lp_tools[i]->cursor (self, at) : NULL;
      if (cursor != NULL)
        return cursor;
    }
  return NULL;
}

LpHit
lp_stage_pick (LpStage *self, LpPoint at)
{
  return lp_scene_pick (self->scene, at, lp_stage_units (self, TOLERANCE));
}

double
lp_stage_units (LpStage *self, double pixels)
{
  return pixels / lp_viewport_get_zoom (self->viewport);
}

const LpDesign *
lp_stage_get_design (LpStage *self)
{
  return lp_scene_get_design (self->scene);
}

const LpComponent *
lp_stage_get_component (LpStage *self, guint component)
{
  return component != LP_NONE ? lp_design_get_component (lp_stage_get_design (self), component) : NULL;
}

const char *
lp_stage_get_id (LpStage *self, guint component)
{
  return component != LP_NONE ? lp_stage_get_component (self, component)->id : NULL;
}

GArray *
lp_stage_get_selected_roots (LpStage *self)
{
  const LpDesign *design = lp_stage_get_design (self);
  GArray *roots = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < lp_selection_get_size (self->selection); i++)
    {
      guint component = lp_design_find (design, lp_selection_get (self->selection, i));
      if (component == LP_NONE)
        continue;
      gboolean inside = FALSE;
      for (guint up = lp_design_get_parent (design, component); up != LP_NONE && !inside;
           up = lp_design_get_parent (design, up))
        inside = lp_selection_contains (self->selection, lp_design_get_component (design, up)->id);
      if (!inside)
        g_array_append_val (roots, component);
    }
  return roots;
}

static gboolean
may_line_up (LpStage *self, guint component, gboolean frames, guint except)
{
  const LpDesign *design = lp_stage_get_design (self);
  const LpPlacement *placement = lp_scene_get_placement (self->scene);
  const LpMoving *moving = self->overlay.moving;

  return placement->is_frame[component] == frames && placement->rect[component].w > 0
         && lp_scene_shows_component (self->scene, component)
         && (moving == NULL || !moving->components[component])
         && (except == LP_NONE
             || (!lp_design_is_within (design, component, except) && !lp_design_is_within (design, except, component)))
         && lp_rect_overlaps (placement->rect[component], lp_viewport_get_visible (self->viewport));
}

GArray *
lp_stage_get_around (LpStage *self, guint container, gboolean frames, guint except)
{
  const LpPlacement *placement = lp_scene_get_placement (self->scene);
  GArray *around = g_array_new (FALSE, FALSE, sizeof (LpRect));

  for (guint i = 0; i < placement->n && around->len <= MOST_AROUND; i++)
    if (may_line_up (self, i, frames, except))
      g_array_append_val (around, placement->rect[i]);
  if (around->len <= MOST_AROUND)
    return around;
  g_array_set_size (around, 0);
  LpIndices siblings = lp_design_get_children (lp_stage_get_design (self), container);
  for (guint i = 0; i < siblings.n && around->len <= MOST_AROUND; i++)
    if (may_line_up (self, siblings.items[i], frames, except))
      g_array_append_val (around, placement->rect[siblings.items[i]]);
  return around;
}

void
lp_stage_overlay_changed (LpStage *self)
{
  g_signal_emit (self, signals[OVERLAY_CHANGED], 0);
}

void
lp_stage_message (LpStage *self, const char *message)
{
  g_signal_emit (self, signals[MESSAGE], 0, message);
}

void
lp_stage_want_next (LpStage *self, guint component, LpPoint at)
{
  g_signal_emit (self, signals[NEXT_WANTED], 0, component, at.x, at.y);
}

gboolean
lp_stage_finish (LpStage *self, const GError *error)
{
  if (error == NULL)
    return lp_document_commit (self->document);
  lp_document_rollback (self->document);
  lp_stage_message (self, error->message);
  return FALSE;
}

static void
lp_stage_dispose (GObject *object)
{
  LpStage *self = LP_STAGE (object);

  lp_stage_cancel (self);
  lp_overlay_clear (&self->overlay);
  g_clear_pointer (&self->change, lp_scene_change_unref);
  g_clear_object (&self->rehearsal);
  g_clear_pointer (&self->scene, lp_scene_unref);
  g_clear_pointer (&self->lit, g_strfreev);
  g_clear_pointer (&self->found, g_strfreev);
  g_clear_pointer (&self->witness, g_strfreev);
  g_clear_object (&self->document);
  g_clear_object (&self->viewport);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (lp_stage_parent_class)->dispose (object);
}

static void
lp_stage_class_init (LpStageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lp_stage_dispose;
  signals[OVERLAY_CHANGED] = g_signal_new ("overlay-changed", LP_TYPE_STAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
  signals[MESSAGE] = g_signal_new ("message", LP_TYPE_STAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_STRING);
  signals[PREVIEW] = g_signal_new ("preview", LP_TYPE_STAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_POINTER);
  signals[MARK_ACTIVATED] = g_signal_new ("mark-activated", LP_TYPE_STAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[COMMENT_ACTIVATED] = g_signal_new ("comment-activated", LP_TYPE_STAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NEXT_WANTED] = g_signal_new ("next-wanted", LP_TYPE_STAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
lp_stage_init (LpStage *self)
{
  self->viewport = lp_viewport_new ();
  self->selection = lp_selection_new ();
  self->overlay.drop = LP_NONE;
  self->overlay.line = LP_NONE;
  self->hovered = self->hovered_frame = LP_NONE;
  self->segment = LP_NONE;
}
