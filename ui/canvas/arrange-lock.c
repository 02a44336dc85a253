/* What is locked can be selected, and stays where and what it is. */
#include <glib/gi18n.h>

#include "ui/canvas/arrange.h"

gboolean
lp_arrange_is_locked (LpStage *stage, guint component)
{
  return lp_design_get_component (lp_stage_get_design (stage), component)->locked;
}

GArray *
lp_arrange_get_selected (LpStage *stage)
{
  const LpDesign *design = lp_stage_get_design (stage);
  GArray *selected = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < lp_selection_get_size (stage->selection); i++)
    {
      guint component = lp_design_find (design, lp_selection_get (stage->selection, i));
      if (component != LP_NONE)
        g_array_append_val (selected, component);
    }
  return selected;
}

static void
say_locked (LpStage *stage, guint component)
{
  const LpComponent *locked = lp_design_get_component (lp_stage_get_design (stage), component);
  g_autofree char *message = lp_arrange_locked_message (locked);

  lp_stage_message (stage, message);
}

char *
lp_arrange_locked_message (const LpComponent *component)
{
  return g_strdup_printf (_("%s is locked"), lp_component_get_name (component));
}

guint
lp_arrange_leave_locked (LpStage *stage, GArray *roots)
{
  guint locked = LP_NONE;

  for (guint i = roots->len; i > 0; i--)
    if (lp_arrange_is_locked (stage, g_array_index (roots, guint, i - 1)))
      {
        locked = g_array_index (roots, guint, i - 1);
        g_array_remove_index (roots, i - 1);
      }
  return locked;
}

GArray *
lp_arrange_get_movable (LpStage *stage)
{
  GArray *roots = lp_stage_get_selected_roots (stage);
  guint locked = lp_arrange_leave_locked (stage, roots);

  if (roots->len == 0 && locked != LP_NONE)
    say_locked (stage, locked);
  return roots;
}

/* The component or something that it contains, at any depth, also folded away. */
static const LpComponent *
find_locked_within (const LpDesign *design, guint component)
{
  if (lp_design_get_component (design, component)->locked)
    return lp_design_get_component (design, component);
  LpIndices children = lp_design_get_children (design, component);
  for (guint i = 0; i < children.n; i++)
    {
      const LpComponent *locked = find_locked_within (design, children.items[i]);
      if (locked != NULL)
        return locked;
    }
  return NULL;
}

/* A line that stands for several goes with all of them. */
static void
add_bundled (GStrvBuilder *ids, const LpFold *fold, const char *id)
{
  guint shown = lp_fold_find_connection (fold, id);

  if (shown == LP_NONE || fold->drawn_as == NULL)
    {
      g_strv_builder_add (ids, id);
      return;
    }
  for (guint i = 0; i < lp_design_get_n_connections (fold->whole); i++)
    if (fold->drawn_as[i] == shown)
      g_strv_builder_add (ids, lp_design_get_connection (fold->whole, i)->id);
}

GStrv
lp_arrange_get_deletable (LpStage *stage)
{
  const LpDesign *whole = lp_scene_get_fold (stage->scene)->whole;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  const LpComponent *locked = NULL;

  for (guint i = 0; i < lp_selection_get_size (stage->selection); i++)
    {
      const char *id = lp_selection_get (stage->selection, i);
      guint component = lp_design_find (whole, id);
      const LpComponent *within = component != LP_NONE ? find_locked_within (whole, component) : NULL;
      if (component == LP_NONE)
        add_bundled (ids, lp_scene_get_fold (stage->scene), id);
      else if (within == NULL)
        g_strv_builder_add (ids, id);
      else
        locked = within;
    }
  if (locked != NULL)
    {
      g_autofree char *message
          = g_strdup_printf (_("%s is locked; unlock it to delete it"), lp_component_get_name (locked));
      lp_stage_message (stage, message);
    }
  return g_strv_builder_end (ids);
}

void
lp_arrange_toggle_locked (LpStage *stage)
{
  g_return_if_fail (LP_IS_STAGE (stage));

  const LpDesign *design = lp_stage_get_design (stage);
  g_autoptr (GArray) selected = lp_arrange_get_selected (stage);
  g_autoptr (GError) error = NULL;
  gboolean lock = FALSE, ok = TRUE;

  if (selected->len == 0)
    {
      lp_stage_message (stage, _("Select what to lock"));
      return;
    }
  for (guint i = 0; i < selected->len; i++)
    lock |= !lp_arrange_is_locked (stage, g_array_index (selected, guint, i));
  lp_document_begin (stage->document, lock ? _("Lock") : _("Unlock"));
  /* Where it stands must not be left to the layout. */
  if (lock)
    ok = lp_arrange_pin (stage, &error);
  for (guint i = 0; ok && i < selected->len; i++)
    ok = lp_edit_set_locked (stage->document, lp_design_get_component (design, g_array_index (selected, guint, i))->id,
                             lock, &error);
  lp_stage_finish (stage, error);
}
