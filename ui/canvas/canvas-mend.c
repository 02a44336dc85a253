/* What fixes would make of the drawing, in its place. */

#include "ui/canvas/canvas-private.h"

#define MARGIN 48.0
/* What the words about it cover at the lower edge of the view, in pixels. */
#define FOOT 300.0
#define COMPARISON_FOOT 96.0

static double
foot_of (LpCanvas *self)
{
  return self->stage->mend->is_comparison ? COMPARISON_FOOT : FOOT;
}

static void
add_area (LpCanvas *self, char **ids, LpRect *area)
{
  const LpFold *fold = lp_scene_get_fold (self->stage->scene);
  const LpPlacement *placement = lp_scene_get_placement (self->stage->scene);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint component = lp_fold_find (fold, ids[i]);
      if (component != LP_NONE)
        *area = lp_rect_union (*area, placement->extent[component]);
    }
}

/* Everything, above the words. */
static void
fit_above (LpCanvas *self)
{
  LpViewport *viewport = self->stage->viewport;
  LpRect bounds = lp_scene_get_bounds (self->stage->scene);
  double height = lp_viewport_get_height (viewport);

  if (height > 2 * foot_of (self))
    bounds.h *= height / (height - foot_of (self));
  lp_viewport_fit (viewport, bounds, 0, 1);
}

/* All of what is other: larger than the view, everything is shown. */
static void
reveal (LpCanvas *self)
{
  const LpMendPreview *mend = self->stage->mend;
  LpRect visible = lp_viewport_get_visible (self->stage->viewport), area = { 0, 0, 0, 0 };

  add_area (self, mend->removed, &area);
  add_area (self, mend->changed, &area);
  add_area (self, mend->added, &area);
  if (mend->is_comparison)
    fit_above (self);
  if (area.w <= 0 || mend->is_comparison)
    return;
  double foot = lp_stage_units (self->stage, foot_of (self));
  if (area.h + foot + 2 * MARGIN < visible.h)
    area.h += foot;
  if (area.w + 2 * MARGIN > visible.w || area.h + 2 * MARGIN > visible.h)
    fit_above (self);
  else
    lp_viewport_reveal (self->stage->viewport, area, MARGIN);
}

static void
on_scene_changed (LpCanvas *self, gpointer data)
{
  g_signal_handlers_disconnect_by_func (self, on_scene_changed, data);
  if (self->stage != NULL && self->stage->mend != NULL && self->stage->scene != NULL)
    reveal (self);
}

void
lp_canvas_show_mend (LpCanvas *self, const LpMendPreview *preview)
{
  g_return_if_fail (LP_IS_CANVAS (self));

  if (self->stage == NULL || self->stage->mend == preview)
    return;
  lp_stage_cancel (self->stage);
  self->stage->mend = preview;
  self->stage->bare = preview != NULL;
  g_signal_handlers_disconnect_by_func (self, on_scene_changed, NULL);
  if (preview != NULL)
    g_signal_connect (self, "scene-changed", G_CALLBACK (on_scene_changed), NULL);
  lp_canvas_request_scene (self);
}

void
lp_canvas_show_difference (LpCanvas *self, const char *const *ids)
{
  g_return_if_fail (LP_IS_CANVAS (self));

  LpRect all = { 0, 0, 0, 0 }, area;
  if (self->stage == NULL || self->stage->scene == NULL || self->stage->mend == NULL)
    return;
  for (guint i = 0; ids[i] != NULL; i++)
    if (lp_canvas_find_area (self, ids[i], &area))
      all = lp_rect_union (all, area);
  if (all.w > 0)
    lp_viewport_reveal (self->stage->viewport, all, MARGIN);
  lp_canvas_light_up (self, ids);
}

void
lp_canvas_fix (LpCanvas *self, guint finding)
{
  g_return_if_fail (LP_IS_CANVAS (self));

  g_signal_emit_by_name (self, "fix-wanted", finding);
}
