/* Tidying is seen to happen: for a moment everything is drawn on its way. None of it where the desktop wants no
 * animations, which AdwAnimation sees to. */
#include <adwaita.h>

#include "ui/canvas/between.h"
#include "ui/canvas/canvas-private.h"
#include "ui/canvas/picture.h"

#define DURATION 180 /* milliseconds */

struct _LpMotion
{
  LpScene *from, *to;
  AdwAnimation *animation;
  double share;
};

static void
on_step (double share, gpointer data)
{
  LpCanvas *self = data;

  if (self->motion != NULL)
    self->motion->share = share;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
lp_canvas_stop_motion (LpCanvas *self)
{
  LpMotion *motion = g_steal_pointer (&self->motion);

  if (motion == NULL)
    return;
  g_signal_handlers_disconnect_by_data (motion->animation, self);
  adw_animation_pause (motion->animation);
  g_object_unref (motion->animation);
  lp_scene_unref (motion->from);
  lp_scene_unref (motion->to);
  g_free (motion);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
lp_canvas_start_motion (LpCanvas *self, LpScene *from)
{
  LpScene *to = self->stage->scene;

  lp_canvas_stop_motion (self);
  if (to == from || !lp_between_is_worth_it (from, to))
    return;
  self->motion = g_new0 (LpMotion, 1);
  self->motion->from = lp_scene_ref (from);
  self->motion->to = lp_scene_ref (to);
  self->motion->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, DURATION,
                                                     adw_callback_animation_target_new (on_step, self, NULL));
  g_signal_connect_swapped (self->motion->animation, "done", G_CALLBACK (lp_canvas_stop_motion), self);
  /* It may be done at once, and gone. */
  g_autoptr (AdwAnimation) animation = g_object_ref (self->motion->animation);
  adw_animation_play (animation);
}

gboolean
lp_canvas_snapshot_motion (LpCanvas *self, GtkSnapshot *snapshot)
{
  LpMotion *motion = self->motion;
  LpViewport *viewport = self->stage->viewport;

  /* A review that arrives makes another scene of the same state. */
  if (motion == NULL || lp_scene_get_fold (motion->to)->whole != lp_scene_get_fold (self->stage->scene)->whole)
    return FALSE;
  g_autoptr (LpScene) between = lp_between_new (motion->from, motion->to, self->stage->catalogue, motion->share);
  LpPictureOptions options = { .theme = self->view.theme,
                               .zoom = lp_viewport_get_zoom (viewport),
                               .scale = self->view.scale,
                               .textures = self->view.textures,
                               .paper = TRUE };
  GskRenderNode *node = lp_picture_new (lp_scene_get_list (between), lp_viewport_get_visible (viewport),
                                        (int) lp_viewport_get_width (viewport),
                                        (int) lp_viewport_get_height (viewport), &options);
  gtk_snapshot_append_node (snapshot, node);
  gsk_render_node_unref (node);
  return TRUE;
}
