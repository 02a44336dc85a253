/* The layout's arrangement of what is selected, or of all. */
#include <glib/gi18n.h>

#include "scene/tidy.h"
#include "ui/canvas/arrange.h"

typedef struct
{
  LpStage *stage;
  const LpTidy *tidy;
  const LpPlacement *placement; /* the tidy one */
  guint parent;                 /* of the roots, in the whole; LP_NONE */
} Tidying;

static LpPoint
place_of (const Tidying *tidying, guint component)
{
  const LpPlacement *placement = tidying->placement;
  guint parent = lp_design_get_parent (tidying->tidy->design, component);
  LpPoint at = placement->is_frame[component]
                   ? (LpPoint){ placement->rect[component].x, placement->rect[component].y }
                   : placement->origin[component];
  LpPoint base = { 0, 0 };

  if (parent != LP_NONE)
    base = (LpPoint){ placement->rect[parent].x, placement->rect[parent].y };
  else if (tidying->parent != LP_NONE)
    {
      LpRect around = lp_scene_get_placement (tidying->stage->scene)->rect[tidying->parent];
      base = (LpPoint){ around.x, around.y };
    }
  return (LpPoint){ at.x - base.x, at.y - base.y };
}

static gboolean
write_one (const Tidying *tidying, guint component, GError **error)
{
  LpDocument *document = tidying->stage->document;
  const LpComponent *copy = lp_design_get_component (tidying->tidy->design, component);
  LpRect rect = tidying->placement->rect[component];

  if (!lp_edit_set_at (document, copy->id, place_of (tidying, component), error))
    return FALSE;
  if (!tidying->placement->is_frame[component] || copy->has_size)
    return TRUE;
  if (lp_placement_hugs (tidying->placement, tidying->tidy->design, component))
    return lp_edit_unset_size (document, copy->id, error);
  return lp_edit_set_size (document, copy->id, rect.w, rect.h, error);
}

static gboolean
write_lines (const Tidying *tidying, GError **error)
{
  const LpDesign *design = tidying->tidy->design;

  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    {
      const LpConnection *line = lp_design_get_connection (design, i);
      if (line->n_via > 0 && !lp_edit_set_via (tidying->stage->document, line->id, NULL, 0, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
tidy (LpStage *stage, const GArray *roots, GError **error)
{
  const LpDesign *design = lp_stage_get_design (stage);
  const guint *items = (const guint *) (gconstpointer) roots->data;
  g_autoptr (LpTidy) result
      = lp_tidy_new (design, stage->catalogue, lp_scene_get_placement (stage->scene), items, roots->len);

  if (result == NULL)
    return TRUE;
  Tidying tidying = { stage, result, result->placement, lp_design_get_parent (design, items[0]) };
  if (!lp_arrange_pin (stage, error))
    return FALSE;
  for (guint i = 0; i < result->placement->n; i++)
    if (!write_one (&tidying, i, error))
      return FALSE;
  return write_lines (&tidying, error) && lp_arrange_make_room_for (stage, roots, result->was, result->is, error);
}

/* What is selected of each container, on its own: FALSE, with a message, where there is nothing to lay out. */
static gboolean
tidy_selected (LpStage *stage, GArray *roots, GError **error)
{
  const LpDesign *design = lp_stage_get_design (stage);

  while (roots->len > 0)
    {
      g_autoptr (GArray) block = g_array_new (FALSE, FALSE, sizeof (guint));
      guint parent = lp_design_get_parent (design, g_array_index (roots, guint, 0));
      for (guint i = 0; i < roots->len;)
        if (lp_design_get_parent (design, g_array_index (roots, guint, i)) == parent)
          {
            g_array_append_val (block, g_array_index (roots, guint, i));
            g_array_remove_index (roots, i);
          }
        else
          i++;
      if (!tidy (stage, block, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_worth_it (LpStage *stage, const GArray *roots)
{
  return roots->len > 1
         || (roots->len == 1
             && lp_design_get_children (lp_stage_get_design (stage), g_array_index (roots, guint, 0)).n > 0);
}

gboolean
lp_arrange_tidy (LpStage *stage)
{
  g_return_val_if_fail (LP_IS_STAGE (stage), FALSE);

  g_autoptr (GArray) roots = lp_arrange_get_movable (stage);
  g_autoptr (GError) error = NULL;

  if (lp_selection_get_size (stage->selection) > 0 && !is_worth_it (stage, roots))
    {
      if (roots->len > 0)
        lp_stage_message (stage, _("Select a container or several things to tidy, or nothing to tidy all"));
      return FALSE;
    }
  if (roots->len == 0)
    {
      LpIndices top = lp_design_get_children (lp_stage_get_design (stage), LP_NONE);
      g_array_append_vals (roots, top.items, top.n);
    }
  if (roots->len == 0)
    return FALSE;
  lp_document_begin (stage->document, _("Tidy"));
  tidy_selected (stage, roots, &error);
  return lp_stage_finish (stage, error);
}
