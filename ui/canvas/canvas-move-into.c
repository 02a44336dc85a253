/* Moving into another container without a pointer: a list of those that may hold what is selected. */
#include <glib/gi18n.h>

#include "base/match.h"
#include "ui/canvas/arrange.h"
#include "ui/canvas/canvas-chooser.h"

static double
distance_to (LpStage *stage, guint container)
{
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  g_autoptr (GArray) roots = lp_stage_get_selected_roots (stage);

  return lp_point_distance (lp_rect_centre (placement->rect[g_array_index (roots, guint, 0)]),
                            lp_rect_centre (placement->rect[container]));
}

static LpPickItem *
new_row (LpStage *stage, guint container)
{
  const LpDesign *design = lp_stage_get_design (stage);
  const LpComponent *component = lp_design_get_component (design, container);
  const LpKind *kind = lp_catalogue_find (stage->catalogue, component->kind);
  const char *kind_name = kind != NULL ? lp_text (&kind->name) : component->kind;
  guint parent = lp_design_get_parent (design, container);
  g_autofree char *detail
      = parent != LP_NONE ? g_strdup_printf ("%s · %s", kind_name,
                                             lp_component_get_name (lp_design_get_component (design, parent)))
                          : g_strdup (kind_name);

  return lp_pick_item_new (LP_PICK_ELEMENT, component->id, kind, lp_component_get_name (component), detail, NULL);
}

static void
add_container (LpStage *stage, LpChooserRows *rows, guint container, const char *needle)
{
  const LpComponent *component = lp_design_get_component (lp_stage_get_design (stage), container);
  const LpKind *kind = lp_catalogue_find (stage->catalogue, component->kind);
  g_autofree char *text = g_strjoin (" ", lp_component_get_name (component),
                                     kind != NULL ? lp_text (&kind->name) : component->kind, NULL);
  g_autofree char *folded = lp_match_fold (text);
  LpMatch match = lp_match (needle, folded);

  if (match > LP_MATCH_LETTERS && lp_arrange_may_move_into (stage, container))
    lp_chooser_rows_add (rows, new_row (stage, container), match, distance_to (stage, container));
}

static void
add_top_level (LpStage *stage, LpChooserRows *rows, const char *needle)
{
  g_autofree char *folded = lp_match_fold (_("Out of all containers"));
  LpMatch match = lp_match (needle, folded);

  if (match > LP_MATCH_LETTERS && lp_arrange_may_move_into (stage, LP_NONE))
    lp_chooser_rows_add (rows, lp_pick_item_new (LP_PICK_COMMAND, "", NULL, _("Out of all containers"), NULL, NULL),
                         match, G_MAXDOUBLE);
}

static GPtrArray *
search (LpStage *stage, const char *text)
{
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  g_autofree char *needle = lp_match_fold (text);
  LpChooserRows *rows = lp_chooser_rows_new ();

  for (guint i = 0; i < placement->n; i++)
    if (placement->is_frame[i])
      add_container (stage, rows, i, needle);
  add_top_level (stage, rows, needle);
  return lp_chooser_rows_finish (rows);
}

static void
chosen (LpStage *stage, const char *id)
{
  guint container = *id != '\0' ? lp_design_find (lp_stage_get_design (stage), id) : LP_NONE;

  if (lp_arrange_may_move_into (stage, container))
    lp_arrange_move_into (stage, container);
}

static const LpChooser move_chooser = { N_("Move into: the name or kind of a container"), search, chosen };

static void
move_into_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpCanvas *self = LP_CANVAS (widget);

  if (self->stage == NULL || self->stage->scene == NULL)
    return;
  g_autoptr (GArray) roots = lp_stage_get_selected_roots (self->stage);
  if (roots->len > 0)
    lp_canvas_show_chooser (self, &move_chooser);
  else
    g_signal_emit_by_name (self, "message", _("Select what is to be moved"));
}

void
lp_canvas_class_add_move_into_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "canvas.move-into", NULL, move_into_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_m, GDK_CONTROL_MASK, "canvas.move-into", NULL);
}
