#include "ui/canvas/select.h"

static void
set (LpStage *stage, GPtrArray *ids)
{
  g_ptr_array_add (ids, NULL);
  lp_selection_set_all (stage->selection, (const char *const *) ids->pdata);
}

/* What is not seen is not to be changed by accident: things of hidden layers are left out. */
static void
add_component (GPtrArray *ids, LpStage *stage, guint component)
{
  if (lp_scene_shows_component (stage->scene, component))
    g_ptr_array_add (ids, lp_design_get_component (lp_stage_get_design (stage), component)->id);
}

static void
add_connection (GPtrArray *ids, LpStage *stage, guint connection)
{
  if (lp_scene_shows_connection (stage->scene, connection))
    g_ptr_array_add (ids, lp_design_get_connection (lp_stage_get_design (stage), connection)->id);
}

void
lp_select_all (LpStage *stage)
{
  const LpDesign *design = lp_stage_get_design (stage);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < lp_design_get_n_components (design); i++)
    add_component (ids, stage, i);
  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    add_connection (ids, stage, i);
  set (stage, ids);
}

void
lp_select_connected (LpStage *stage)
{
  const LpDesign *design = lp_stage_get_design (stage);
  g_auto (GStrv) before = lp_selection_dup_ids (stage->selection);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; before[i] != NULL; i++)
    g_ptr_array_add (ids, before[i]);
  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    {
      const LpConnection *connection = lp_design_get_connection (design, i);
      if (!lp_selection_contains (stage->selection, connection->id)
          && !lp_selection_contains (stage->selection, connection->from)
          && !lp_selection_contains (stage->selection, connection->to))
        continue;
      add_connection (ids, stage, i);
      add_component (ids, stage, lp_design_get_source (design, i));
      add_component (ids, stage, lp_design_get_target (design, i));
    }
  set (stage, ids);
}

static GHashTable *
selected_kinds (LpStage *stage)
{
  const LpDesign *design = lp_stage_get_design (stage);
  GHashTable *kinds = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < lp_selection_get_size (stage->selection); i++)
    {
      const char *id = lp_selection_get (stage->selection, i);
      guint component = lp_design_find (design, id), connection = lp_design_find_connection (design, id);
      if (component != LP_NONE)
        g_hash_table_add (kinds, lp_design_get_component (design, component)->kind);
      else if (connection != LP_NONE)
        g_hash_table_add (kinds, lp_design_get_connection (design, connection)->kind);
    }
  return kinds;
}

void
lp_select_same_kind (LpStage *stage)
{
  const LpDesign *design = lp_stage_get_design (stage);
  g_autoptr (GHashTable) kinds = selected_kinds (stage);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < lp_design_get_n_components (design); i++)
    if (g_hash_table_contains (kinds, lp_design_get_component (design, i)->kind))
      add_component (ids, stage, i);
  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    if (g_hash_table_contains (kinds, lp_design_get_connection (design, i)->kind))
      add_connection (ids, stage, i);
  set (stage, ids);
}

/* Selected, in something that is, or around something that is. */
static gboolean *
find_touched (LpStage *stage)
{
  const LpDesign *design = lp_stage_get_design (stage);
  guint n = lp_design_get_n_components (design);
  gboolean *touched = g_new0 (gboolean, n + 1);

  for (guint i = 0; i < n; i++)
    {
      gboolean is_selected = lp_selection_contains (stage->selection, lp_design_get_component (design, i)->id);
      for (guint up = lp_design_get_parent (design, i); up != LP_NONE; up = lp_design_get_parent (design, up))
        {
          if (is_selected)
            touched[up] = TRUE;
          if (lp_selection_contains (stage->selection, lp_design_get_component (design, up)->id))
            touched[i] = TRUE;
        }
      touched[i] = touched[i] || is_selected;
    }
  return touched;
}

void
lp_select_invert (LpStage *stage)
{
  const LpDesign *design = lp_stage_get_design (stage);
  g_autofree gboolean *touched = find_touched (stage);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < lp_design_get_n_components (design); i++)
    if (!touched[i])
      add_component (ids, stage, i);
  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    if (!lp_selection_contains (stage->selection, lp_design_get_connection (design, i)->id))
      add_connection (ids, stage, i);
  set (stage, ids);
}
