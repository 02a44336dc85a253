#include <glib/gi18n.h>
#include <math.h>

#include "ui/canvas/arrange.h"

#define MIN_WIDTH 96.0
#define MIN_HEIGHT 64.0
#define INNER_MARGIN 24.0
#define HEADER 40.0

LpRect
lp_arrange_get_content (LpStage *stage, guint container)
{
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  LpIndices children = lp_design_get_children (lp_stage_get_design (stage), container);
  LpRect all = { 0, 0, 0, 0 };

  for (guint i = 0; i < children.n; i++)
    all = lp_rect_union (all, placement->extent[children.items[i]]);
  if (children.n == 0)
    return all;
  double left = floor ((all.x - INNER_MARGIN) / LP_GRID) * LP_GRID;
  double top = floor ((all.y - HEADER) / LP_GRID) * LP_GRID;
  double right = ceil ((all.x + all.w + INNER_MARGIN) / LP_GRID) * LP_GRID;
  double bottom = ceil ((all.y + all.h + INNER_MARGIN) / LP_GRID) * LP_GRID;
  return (LpRect){ left, top, right - left, bottom - top };
}

/* Children are placed relative to the frame: where its corner moves, they move against it and so stay. */
static gboolean
keep_children (LpStage *stage, guint container, LpPoint by, GError **error)
{
  const LpDesign *design = lp_stage_get_design (stage);
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  LpIndices children = lp_design_get_children (design, container);
  LpRect frame = placement->rect[container];

  for (guint i = 0; i < children.n; i++)
    {
      LpRect rect = placement->rect[children.items[i]];
      LpPoint at = { rect.x - frame.x - by.x, rect.y - frame.y - by.y };
      if (!lp_edit_set_at (stage->document, lp_design_get_component (design, children.items[i])->id, at, error))
        return FALSE;
    }
  return lp_arrange_shift_lines (stage, lp_design_get_component (design, container)->id,
                                 (LpPoint){ -by.x, -by.y }, error);
}

gboolean
lp_arrange_set_rect (LpStage *stage, guint container, LpRect to, GError **error)
{
  const LpDesign *design = lp_stage_get_design (stage);
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  LpRect from = placement->rect[container];
  const char *id = lp_design_get_component (design, container)->id;
  guint parent = lp_design_get_parent (design, container);
  LpPoint by = { to.x - from.x, to.y - from.y };
  LpPoint base = { 0, 0 };

  if (parent != LP_NONE)
    base = (LpPoint){ placement->rect[parent].x, placement->rect[parent].y };
  if (!lp_arrange_pin (stage, error))
    return FALSE;
  if ((by.x != 0 || by.y != 0)
      && (!lp_edit_set_at (stage->document, id, (LpPoint){ to.x - base.x, to.y - base.y }, error)
          || !keep_children (stage, container, by, error)))
    return FALSE;
  if (!lp_edit_set_size (stage->document, id, to.w, to.h, error))
    return FALSE;
  /* A note pushes nothing aside. */
  return !placement->is_frame[container]
             ? parent == LP_NONE || lp_arrange_hold (stage, parent, to, error)
             : lp_arrange_make_room (stage, container, from, to, LP_GRID, error);
}

void
lp_arrange_resize (LpStage *stage, guint container, LpRect to)
{
  g_return_if_fail (LP_IS_STAGE (stage));

  g_autoptr (GError) error = NULL;
  lp_document_begin (stage->document, _("Resize"));
  lp_arrange_set_rect (stage, container, to, &error);
  lp_stage_finish (stage, error);
}

void
lp_arrange_resize_by (LpStage *stage, guint container, LpPoint by)
{
  g_return_if_fail (LP_IS_STAGE (stage));

  LpRect rect = lp_scene_get_placement (stage->scene)->rect[container];
  LpRect held = lp_arrange_get_content (stage, container);
  double right = MAX (rect.x + rect.w + by.x, rect.x + MIN_WIDTH);
  double bottom = MAX (rect.y + rect.h + by.y, rect.y + MIN_HEIGHT);
  if (held.w > 0)
    {
      right = MAX (right, held.x + held.w);
      bottom = MAX (bottom, held.y + held.h);
    }
  lp_arrange_resize (stage, container, (LpRect){ rect.x, rect.y, right - rect.x, bottom - rect.y });
}

/* The corner goes to the content; the size is what the frame has of itself. */
static gboolean
fit (LpStage *stage, guint container, GError **error)
{
  const LpComponent *component = lp_design_get_component (lp_stage_get_design (stage), container);
  LpRect frame = lp_scene_get_placement (stage->scene)->rect[container];
  LpRect held = lp_arrange_get_content (stage, container);
  LpPoint by = { held.x - frame.x, held.y - frame.y };

  if (held.w > 0 && (by.x != 0 || by.y != 0))
    {
      LpPoint at = lp_document_get_component (stage->document, component->id)->at;
      if (!lp_edit_set_at (stage->document, component->id, (LpPoint){ at.x + by.x, at.y + by.y }, error)
          || !keep_children (stage, container, by, error))
        return FALSE;
    }
  return lp_edit_unset_size (stage->document, component->id, error);
}

void
lp_arrange_fit (LpStage *stage, const GArray *containers)
{
  g_return_if_fail (LP_IS_STAGE (stage));

  g_autoptr (GError) error = NULL;
  lp_document_begin (stage->document, _("Fit to Content"));
  gboolean ok = lp_arrange_pin (stage, &error);
  for (guint i = 0; ok && i < containers->len; i++)
    ok = fit (stage, g_array_index (containers, guint, i), &error);
  lp_stage_finish (stage, error);
}
