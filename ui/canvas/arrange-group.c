/* Groups: a frame around things that belong together to whoever draws. What stands in a group counts, for rules and
 * for what may stand where, as standing in the container of the group. */
#include <glib/gi18n.h>

#include "ui/canvas/arrange.h"

#define GROUP "group"
#define MARGIN 24.0
#define HEADER 40.0

static LpRect
area_around (LpStage *stage, const GArray *roots)
{
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  LpRect all = { 0, 0, 0, 0 };

  for (guint i = 0; i < roots->len; i++)
    all = lp_rect_union (all, placement->extent[g_array_index (roots, guint, i)]);
  double x = floor ((all.x - MARGIN) / LP_GRID) * LP_GRID, y = floor ((all.y - HEADER) / LP_GRID) * LP_GRID;
  return (LpRect){ x, y, ceil ((all.x + all.w + MARGIN - x) / LP_GRID) * LP_GRID,
                   ceil ((all.y + all.h + MARGIN - y) / LP_GRID) * LP_GRID };
}

/* Into another container without being moved. */
static gboolean
carry (LpStage *stage, const char *id, const char *container, LpPoint by, GError **error)
{
  LpPoint at = lp_document_get_component (stage->document, id)->at;

  return lp_edit_move_into (stage->document, id, container, (LpPoint){ at.x + by.x, at.y + by.y }, error);
}

static GStrv
ids_of (LpStage *stage, const GArray *components)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < components->len; i++)
    g_strv_builder_add (ids, lp_stage_get_component (stage, g_array_index (components, guint, i))->id);
  return g_strv_builder_end (ids);
}

/* Gives the id of the group. */
static char *
group (LpStage *stage, const GArray *roots, GError **error)
{
  guint parent = lp_design_get_parent (lp_stage_get_design (stage), g_array_index (roots, guint, 0));
  const char *container = parent != LP_NONE ? lp_stage_get_component (stage, parent)->id : NULL;
  const LpKind *kind = lp_catalogue_find (stage->catalogue, GROUP);
  LpRect area = area_around (stage, roots);
  LpPoint base = lp_arrange_get_corner (stage, parent), at = { area.x - base.x, area.y - base.y };
  g_auto (GStrv) ids = ids_of (stage, roots);

  if (!lp_arrange_pin (stage, error))
    return NULL;
  g_autofree char *id = lp_edit_add_component (stage->document, GROUP, container, &at, error);
  if (id == NULL || !lp_edit_set_label (stage->document, id, kind != NULL ? lp_text (&kind->name) : GROUP, error))
    return NULL;
  for (guint i = 0; ids[i] != NULL; i++)
    if (!carry (stage, ids[i], id, (LpPoint){ -at.x, -at.y }, error))
      return NULL;
  if (!lp_arrange_shift_lines (stage, id, (LpPoint){ -at.x, -at.y }, error)
      || !lp_arrange_hold_around (stage, parent, area, error))
    return NULL;
  return g_steal_pointer (&id);
}

static gboolean
is_one_of (const GArray *roots, guint component)
{
  for (guint i = 0; i < roots->len; i++)
    if (g_array_index (roots, guint, i) == component)
      return TRUE;
  return FALSE;
}

/* Why these cannot be grouped: a frame around them must not be around anything else. NULL where they can. */
static char *
find_objection (LpStage *stage, const GArray *roots)
{
  const LpDesign *design = lp_stage_get_design (stage);
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  guint parent = lp_design_get_parent (design, g_array_index (roots, guint, 0));
  LpIndices siblings = lp_design_get_children (design, parent);
  LpRect all = { 0, 0, 0, 0 };

  for (guint i = 0; i < roots->len; i++)
    {
      guint root = g_array_index (roots, guint, i);
      if (lp_design_get_parent (design, root) != parent)
        return g_strdup (_("Only what stands in one container can be grouped"));
      all = lp_rect_union (all, placement->extent[root]);
    }
  for (guint i = 0; i < siblings.n; i++)
    if (!is_one_of (roots, siblings.items[i]) && lp_rect_overlaps (placement->extent[siblings.items[i]], all))
      return g_strdup_printf (_("%s stands between them: select it too, or move it away"),
                              lp_component_get_name (lp_stage_get_component (stage, siblings.items[i])));
  return NULL;
}

void
lp_arrange_group (LpStage *stage)
{
  g_return_if_fail (LP_IS_STAGE (stage));

  g_autoptr (GArray) roots = lp_arrange_get_movable (stage);
  g_autoptr (GError) error = NULL;

  if (roots->len == 0)
    return;
  g_autofree char *objection = find_objection (stage, roots);
  if (objection != NULL)
    {
      lp_stage_message (stage, objection);
      return;
    }
  lp_document_begin (stage->document, _("Group"));
  g_autofree char *id = group (stage, roots, &error);
  if (lp_stage_finish (stage, error))
    lp_selection_set (stage->selection, id);
}

/* --- ungroup ----------------------------------------------------------------------------------------- */

/* What stood in the group goes into its container and is left selected. */
static gboolean
dissolve (LpStage *stage, guint component, GStrvBuilder *freed, GError **error)
{
  const LpDesign *whole = lp_scene_get_fold (stage->scene)->whole;
  const char *id = lp_stage_get_component (stage, component)->id;
  LpIndices members = lp_design_get_children (whole, lp_design_find (whole, id));
  const LpComponent *record = lp_document_get_component (stage->document, id);
  g_autofree char *container = g_strdup (record->in);
  LpPoint at = record->at;

  if (!lp_arrange_shift_lines (stage, id, at, error))
    return FALSE;
  for (guint i = 0; i < members.n; i++)
    {
      const char *member = lp_design_get_component (whole, members.items[i])->id;
      if (!carry (stage, member, container, at, error))
        return FALSE;
      g_strv_builder_add (freed, member);
    }
  return lp_document_remove_component (stage->document, id, error);
}

void
lp_arrange_ungroup (LpStage *stage)
{
  g_return_if_fail (LP_IS_STAGE (stage));

  g_autoptr (GArray) roots = lp_arrange_get_movable (stage);
  g_autoptr (GStrvBuilder) freed = g_strv_builder_new ();
  g_autoptr (GError) error = NULL;
  guint n = 0;

  lp_document_begin (stage->document, _("Ungroup"));
  gboolean ok = lp_arrange_pin (stage, &error);
  for (guint i = 0; ok && i < roots->len; i++)
    if (g_str_equal (lp_stage_get_component (stage, g_array_index (roots, guint, i))->kind, GROUP))
      {
        ok = dissolve (stage, g_array_index (roots, guint, i), freed, &error);
        n++;
      }
  if (n == 0)
    {
      lp_document_rollback (stage->document);
      if (roots->len > 0)
        lp_stage_message (stage, _("Select a group to take apart"));
      return;
    }
  g_auto (GStrv) ids = g_strv_builder_end (freed);
  if (lp_stage_finish (stage, error))
    lp_selection_set_all (stage->selection, (const char *const *) ids);
}
