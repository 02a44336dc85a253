/* Things in line and at equal distances. */
#include <glib/gi18n.h>

#include "ui/canvas/arrange.h"

#define LEAST_SPACE 24.0

static LpAlignItem *
find_items (LpStage *stage, const GArray *roots)
{
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  LpAlignItem *items = g_new0 (LpAlignItem, roots->len + 1);

  for (guint i = 0; i < roots->len; i++)
    {
      items[i].rect = placement->rect[g_array_index (roots, guint, i)];
      items[i].held = lp_arrange_is_locked (stage, g_array_index (roots, guint, i));
    }
  return items;
}

static void
apply (LpStage *stage, const char *label, const GArray *roots, const LpAlignItem *items)
{
  g_autoptr (GError) error = NULL;

  lp_document_begin (stage->document, label);
  gboolean ok = lp_arrange_pin (stage, &error);
  for (guint i = 0; ok && i < roots->len; i++)
    if (items[i].by.x != 0 || items[i].by.y != 0)
      ok = lp_arrange_shift (stage, g_array_index (roots, guint, i), items[i].by, &error);
  lp_stage_finish (stage, error);
}

void
lp_arrange_line_up (LpStage *stage, LpLineUp line)
{
  g_return_if_fail (LP_IS_STAGE (stage));

  g_autoptr (GArray) roots = lp_stage_get_selected_roots (stage);
  if (roots->len < 2)
    {
      lp_stage_message (stage, _("Select at least two things to line up"));
      return;
    }
  g_autofree LpAlignItem *items = find_items (stage, roots);
  lp_align (items, roots->len, line);
  apply (stage, _("Align"), roots, items);
}

void
lp_arrange_distribute (LpStage *stage, gboolean across)
{
  g_return_if_fail (LP_IS_STAGE (stage));

  g_autoptr (GArray) roots = lp_stage_get_selected_roots (stage);
  if (roots->len < 3)
    {
      lp_stage_message (stage, _("Select at least three things to space out"));
      return;
    }
  g_autofree LpAlignItem *items = find_items (stage, roots);
  lp_distribute (items, roots->len, across, LEAST_SPACE);
  apply (stage, _("Distribute"), roots, items);
}
