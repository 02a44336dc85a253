/* The marks of findings under the pointer: they explain themselves, and what they are about lights up. */

#include "session/witness.h"
#include "ui/canvas/canvas-private.h"
#include "ui/review/finding-tip.h"

/* Half the side of a mark, in units. */
#define MARK_REACH 12.0

static const LpFinding *
finding_at (LpCanvas *self, double x, double y, guint *number)
{
  LpReview *review = self->session != NULL ? lp_session_get_review (self->session) : NULL;

  if (review == NULL || self->stage->scene == NULL || self->stage->gesture != NULL)
    return NULL;
  LpHit hit = lp_stage_pick (self->stage, lp_viewport_to_diagram (self->stage->viewport, (LpPoint){ x, y }));
  if (hit.part != LP_PART_MARK || hit.index >= review->findings->len)
    return NULL;
  *number = hit.index + 1;
  return review->findings->pdata[hit.index];
}

static void
set_witness (LpCanvas *self, const LpFinding *finding)
{
  if (finding == NULL && self->stage->witness == NULL)
    return;
  g_clear_pointer (&self->stage->witness, g_strfreev);
  if (finding != NULL)
    self->stage->witness = lp_witness_dup_ids (lp_scene_get_fold (self->stage->scene)->whole, self->stage->catalogue, finding);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, LpCanvas *self)
{
  guint number = 0;
  const LpFinding *finding = finding_at (self, x, y, &number);

  if (self->stage == NULL || number == self->hovered_finding)
    return;
  self->hovered_finding = number;
  set_witness (self, finding);
}

static void
on_leave (GtkEventControllerMotion *motion, LpCanvas *self)
{
  self->hovered_finding = 0;
  if (self->stage != NULL)
    set_witness (self, NULL);
}

static gboolean
on_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer data)
{
  LpCanvas *self = LP_CANVAS (widget);
  guint number = 0;
  const LpFinding *finding = keyboard ? NULL : finding_at (self, x, y, &number);

  if (finding == NULL)
    return FALSE;
  double reach = MARK_REACH * MAX (lp_viewport_get_zoom (self->stage->viewport), 1);
  gtk_tooltip_set_custom (tooltip, lp_finding_tip_new (finding, number));
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ (int) (x - reach), (int) (y - reach), (int) (2 * reach),
                                                      (int) (2 * reach) });
  return TRUE;
}

void
lp_canvas_light_up_finding (LpCanvas *self, const LpFinding *finding)
{
  g_return_if_fail (LP_IS_CANVAS (self));

  if (self->stage == NULL || self->stage->scene == NULL)
    return;
  g_auto (GStrv) ids = lp_witness_dup_ids (lp_scene_get_fold (self->stage->scene)->whole, self->stage->catalogue, finding);
  lp_canvas_light_up (self, (const char *const *) ids);
}

void
lp_canvas_add_findings (LpCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
}
