/* Containers that are collapsed to a box, and opened again. */
#include <glib/gi18n.h>

#include "ui/canvas/arrange.h"

static gboolean
is_container (LpStage *stage, guint component)
{
  const LpComponent *record = lp_design_get_component (lp_stage_get_design (stage), component);
  const LpKind *kind = lp_catalogue_find (stage->catalogue, record->kind);

  return record->collapsed || lp_scene_get_placement (stage->scene)->is_frame[component]
         || (kind != NULL && kind->is_container);
}

/* It is as large again as it was; what has come to stand there in the meantime makes room. */
static gboolean
open_box (LpStage *stage, guint component, GError **error)
{
  const char *id = lp_design_get_component (lp_stage_get_design (stage), component)->id;

  if (!lp_edit_set_collapsed (stage->document, id, FALSE, error))
    return FALSE;
  g_autoptr (LpDesign) design = lp_document_snapshot (stage->document);
  g_autoptr (LpFold) fold = lp_fold_new (design);
  g_autoptr (LpPlacement) placement = lp_placement_new (fold->shown, stage->catalogue);
  LpRect box = lp_scene_get_placement (stage->scene)->rect[component];
  LpRect frame = placement->rect[lp_design_find (fold->shown, id)];
  return lp_arrange_make_room (stage, component, box, frame, 0, error);
}

void
lp_arrange_set_collapsed (LpStage *stage, const GArray *containers, gboolean collapsed)
{
  g_return_if_fail (LP_IS_STAGE (stage));

  g_autoptr (GError) error = NULL;
  lp_document_begin (stage->document, collapsed ? _("Collapse") : _("Expand"));
  gboolean ok = lp_arrange_pin (stage, &error);
  for (guint i = 0; ok && i < containers->len; i++)
    {
      guint container = g_array_index (containers, guint, i);
      const LpComponent *record = lp_design_get_component (lp_stage_get_design (stage), container);
      if (record->collapsed == collapsed)
        continue;
      ok = collapsed ? lp_edit_set_collapsed (stage->document, record->id, TRUE, &error)
                     : open_box (stage, container, &error);
    }
  lp_stage_finish (stage, error);
}

void
lp_arrange_toggle_collapsed (LpStage *stage)
{
  g_return_if_fail (LP_IS_STAGE (stage));

  const LpDesign *design = lp_stage_get_design (stage);
  g_autoptr (GArray) selected = lp_arrange_get_selected (stage);
  g_autoptr (GArray) containers = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean collapse = FALSE;

  for (guint i = 0; i < selected->len; i++)
    {
      guint component = g_array_index (selected, guint, i);
      if (!is_container (stage, component))
        continue;
      g_array_append_val (containers, component);
      collapse |= !lp_design_get_component (design, component)->collapsed;
    }
  if (containers->len == 0)
    lp_stage_message (stage, _("Select a container to collapse or expand"));
  else
    lp_arrange_set_collapsed (stage, containers, collapse);
}
