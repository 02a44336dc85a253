#include "ui/canvas/copies.h"

#include <glib/gi18n.h>

#include "model/spread.h"
#include "ui/canvas/arrange.h"

#define EDGE 8.0

/* What is new, where it would stand and where there is room for it. The scene does not have it yet. */
typedef struct
{
  LpStage *stage;
  GArray *taken; /* of LpRect, absolute: what was put somewhere already */
} Settling;

static const LpComponent *
record (LpStage *stage, const char *id)
{
  return lp_document_get_component (stage->document, id);
}

/* As the document has it now: others may have been pushed aside. */
static LpPoint
corner_of (LpStage *stage, const char *id)
{
  LpPoint corner = { 0, 0 };

  for (const LpComponent *at = record (stage, id); at != NULL; at = at->in != NULL ? record (stage, at->in) : NULL)
    {
      corner.x += at->at.x;
      corner.y += at->at.y;
    }
  return corner;
}

/* With everything in it and its label: a drawing of it alone. */
static LpRect
measure (LpStage *stage, const char *id)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (stage->document);
  g_autoptr (LpPlacement) placement = lp_placement_new (design, stage->catalogue);
  guint component = lp_design_find (design, id);
  LpPoint corner = corner_of (stage, id);
  LpRect rect = placement->rect[component], extent = placement->extent[component];

  return (LpRect){ extent.x - rect.x + corner.x, extent.y - rect.y + corner.y, extent.w, extent.h };
}

static gboolean
is_free (const Settling *settling, const char *container, LpRect area)
{
  LpStage *stage = settling->stage;
  const LpDesign *design = lp_stage_get_design (stage);
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  LpIndices children = lp_design_get_children (design, lp_design_find (design, container));

  for (guint i = 0; i < settling->taken->len; i++)
    if (lp_rect_overlaps (lp_rect_grow (g_array_index (settling->taken, LpRect, i), EDGE), area))
      return FALSE;
  for (guint i = 0; i < children.n; i++)
    {
      LpPoint now = corner_of (stage, lp_design_get_component (design, children.items[i])->id);
      LpRect extent = placement->extent[children.items[i]], rect = placement->rect[children.items[i]];
      extent.x += now.x - rect.x;
      extent.y += now.y - rect.y;
      if (lp_rect_overlaps (lp_rect_grow (extent, EDGE), area))
        return FALSE;
    }
  return TRUE;
}

/* Where the original stands in its container; where that is taken, further to the right, then below. */
static LpRect
find_free (const Settling *settling, const char *container, LpRect wanted)
{
  double right = ceil ((wanted.w + 2 * EDGE) / LP_GRID) * LP_GRID, down = ceil ((wanted.h + 2 * EDGE) / LP_GRID) * LP_GRID;

  for (guint row = 0; row < 32; row++)
    for (guint column = 0; column < (row == 0 ? 4 : 2); column++)
      {
        LpRect area = { wanted.x + column * right, wanted.y + row * down, wanted.w, wanted.h };
        if (is_free (settling, container, area))
          return area;
      }
  return wanted;
}

static gboolean
settle (const Settling *settling, const char *id, GError **error)
{
  LpStage *stage = settling->stage;
  const char *container = record (stage, id)->in;
  guint known = container != NULL ? lp_design_find (lp_stage_get_design (stage), container) : LP_NONE;

  /* What is folded away gets its place when it is opened. */
  if (known == LP_NONE || record (stage, container)->collapsed)
    return TRUE;
  LpRect wanted = measure (stage, id), area = find_free (settling, container, wanted);
  LpPoint at = record (stage, id)->at;
  g_array_append_val (settling->taken, area);
  return lp_edit_set_at (stage->document, id, (LpPoint){ at.x + area.x - wanted.x, at.y + area.y - wanted.y }, error)
         && lp_arrange_hold (stage, known, area, error);
}

static GPtrArray *
spread (LpStage *stage, GError **error)
{
  g_auto (GStrv) ids = lp_selection_dup_ids (stage->selection);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (LpRect));
  Settling settling = { stage, taken };

  if (!lp_arrange_pin (stage, error))
    return NULL;
  g_autoptr (GPtrArray) made = lp_spread_over_zones (stage->document, (const char *const *) ids, error);
  for (guint i = 0; made != NULL && i < made->len; i++)
    if (!settle (&settling, made->pdata[i], error))
      return NULL;
  return g_steal_pointer (&made);
}

gboolean
lp_copies_one_in_each_zone (LpStage *stage)
{
  g_return_val_if_fail (LP_IS_STAGE (stage), FALSE);

  if (stage->scene == NULL)
    return FALSE;
  g_autoptr (GError) error = NULL;
  lp_document_begin (stage->document, _("One in Each Zone"));
  g_autoptr (GPtrArray) made = spread (stage, &error);
  if (!lp_stage_finish (stage, error))
    return FALSE;
  lp_copies_select (stage, made);
  return TRUE;
}
