/* A gesture tries its edit on a copy of the document, which is thrown away: what it shows is what it will make. */
#include "ui/canvas/arrange.h"
#include "ui/canvas/stage.h"

static LpStage *
new_rehearsal (LpStage *stage)
{
  g_autoptr (LpDocument) copy = lp_document_new_from_design (lp_scene_get_fold (stage->scene)->whole);
  LpStage *self = lp_stage_new (copy, stage->catalogue);

  self->scene = lp_scene_ref (stage->scene);
  /* Once, not at every step. */
  lp_document_begin (copy, "");
  self->pinned = lp_arrange_pin (self, NULL);
  lp_document_commit (copy);
  return self;
}

static void
try_edit (LpStage *self, LpStageEdit edit, gpointer data)
{
  if (self->rehearsal == NULL)
    self->rehearsal = new_rehearsal (self);
  LpDocument *copy = self->rehearsal->document;
  g_autoptr (LpDesign) design = NULL;
  lp_document_begin (copy, "");
  if (edit (self->rehearsal, data, NULL))
    design = lp_document_snapshot (copy);
  lp_document_rollback (copy);
  self->trying = design != NULL;
  if (design != NULL)
    g_signal_emit_by_name (self, "preview", design);
}

static gboolean
keep_all (LpStage *stage, gpointer data, GError **error)
{
  return TRUE;
}

void
lp_stage_preview (LpStage *self, LpStageEdit edit, gpointer data)
{
  g_return_if_fail (LP_IS_STAGE (self));

  if (edit == NULL)
    edit = keep_all;
  if (self->trying)
    {
      self->next_edit = edit;
      self->next_data = data;
    }
  else
    try_edit (self, edit, data);
}

gboolean
lp_stage_apply (LpStage *self, const char *label, LpStageEdit edit, gpointer data)
{
  g_return_val_if_fail (LP_IS_STAGE (self), FALSE);

  g_autoptr (GError) error = NULL;
  lp_document_begin (self->document, label);
  edit (self, data, &error);
  return lp_stage_finish (self, error);
}

void
lp_stage_set_change (LpStage *self, LpSceneChange *change)
{
  g_return_if_fail (LP_IS_STAGE (self));

  if (change != NULL && (change->before != self->scene || (self->gesture == NULL && !self->settling)))
    return;
  if (change != NULL)
    lp_scene_change_ref (change);
  g_clear_pointer (&self->change, lp_scene_change_unref);
  self->change = change;
  self->trying = FALSE;
  lp_stage_overlay_changed (self);
  LpStageEdit edit = g_steal_pointer (&self->next_edit);
  if (edit != NULL && self->gesture != NULL)
    try_edit (self, edit, self->next_data);
}

void
lp_stage_stop_trying (LpStage *self)
{
  self->trying = FALSE;
  self->next_edit = NULL;
}
