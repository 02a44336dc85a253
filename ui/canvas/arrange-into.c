/* Moving what is selected into another container without pointing at it. */
#include <glib/gi18n.h>

#include "ui/canvas/arrange.h"

/* Room for a tile with its label. */
#define CELL_WIDTH 120.0
#define CELL_HEIGHT 96.0

static gboolean
may_hold (LpStage *stage, guint root, guint container)
{
  const LpDesign *design = lp_stage_get_design (stage);

  if (container != LP_NONE && lp_design_is_within (design, container, root))
    return FALSE;
  g_autofree char *refusal
      = lp_arrange_refusal (stage, lp_design_get_component (design, root)->kind, container);
  return refusal == NULL;
}

gboolean
lp_arrange_may_move_into (LpStage *stage, guint container)
{
  g_autoptr (GArray) roots = lp_stage_get_selected_roots (stage);
  gboolean all_there = TRUE;

  for (guint i = 0; i < roots->len; i++)
    {
      guint root = g_array_index (roots, guint, i);
      all_there = all_there && lp_design_get_parent (lp_stage_get_design (stage), root) == container;
      if (!may_hold (stage, root, container))
        return FALSE;
    }
  return roots->len > 0 && !all_there;
}

/* What they cover together; tiles with room for their labels. */
static LpRect
find_extent (LpStage *stage, const GArray *roots)
{
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  LpRect extent = { 0, 0, 0, 0 };

  for (guint i = 0; i < roots->len; i++)
    {
      guint root = g_array_index (roots, guint, i);
      LpRect rect = placement->rect[root];
      if (!placement->is_frame[root])
        rect = (LpRect){ rect.x - (CELL_WIDTH - rect.w) / 2, rect.y, CELL_WIDTH, MAX (CELL_HEIGHT, rect.h) };
      extent = lp_rect_union (extent, rect);
    }
  return extent;
}

void
lp_arrange_move_into (LpStage *stage, guint container)
{
  g_return_if_fail (LP_IS_STAGE (stage));

  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  g_autoptr (GArray) roots = lp_stage_get_selected_roots (stage);
  LpRect extent = find_extent (stage, roots);
  LpPoint room = lp_arrange_find_room (stage, container, extent.w, extent.h);
  LpPoint by = { lp_snap (room.x - extent.x), lp_snap (room.y - extent.y) };
  g_autoptr (GError) error = NULL;

  lp_document_begin (stage->document, _("Move"));
  gboolean ok = lp_arrange_pin (stage, &error);
  for (guint i = 0; ok && i < roots->len; i++)
    {
      guint root = g_array_index (roots, guint, i);
      LpPoint corner = { placement->rect[root].x + by.x, placement->rect[root].y + by.y };
      ok = lp_arrange_put (stage, root, container, corner, &error);
    }
  lp_stage_finish (stage, error);
}
