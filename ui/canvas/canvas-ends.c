/* Where an end of the selected connection may be, as a list: what dragging it does, without a pointer. */
#include <glib/gi18n.h>

#include "base/match.h"
#include "ui/canvas/canvas-chooser.h"

typedef struct
{
  guint connection, target;
  LpLineEnd end;
} Attachment;

static guint
present_end (LpStage *stage, guint connection, LpLineEnd end)
{
  const LpDesign *design = lp_stage_get_design (stage);

  return end == LP_LINE_START ? lp_design_get_source (design, connection) : lp_design_get_target (design, connection);
}

static LpPickItem *
new_row (LpStage *stage, guint target)
{
  const LpDesign *design = lp_stage_get_design (stage);
  const LpComponent *component = lp_design_get_component (design, target);
  const LpKind *kind = lp_catalogue_find (stage->catalogue, component->kind);
  guint parent = lp_design_get_parent (design, target);
  const char *what = kind != NULL ? lp_text (&kind->name) : component->kind;
  g_autofree char *detail
      = parent != LP_NONE
            ? g_strdup_printf ("%s · %s", what, lp_component_get_name (lp_design_get_component (design, parent)))
            : g_strdup (what);

  return lp_pick_item_new (LP_PICK_ELEMENT, component->id, kind, lp_component_get_name (component), detail, NULL);
}

static void
add_target (LpStage *stage, LpChooserRows *rows, guint connection, LpLineEnd end, guint target, const char *needle)
{
  const LpComponent *component = lp_design_get_component (lp_stage_get_design (stage), target);
  const LpKind *kind = lp_catalogue_find (stage->catalogue, component->kind);
  g_autofree char *text = g_strjoin (" ", lp_component_get_name (component),
                                     kind != NULL ? lp_text (&kind->name) : component->kind, NULL);
  g_autofree char *folded = lp_match_fold (text);
  LpMatch match = lp_match (needle, folded);

  if (match <= LP_MATCH_LETTERS)
    return;
  g_autofree char *refusal = lp_line_refusal (stage, connection, end, target);
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  LpPoint now = lp_line_get_end (stage, connection, end);
  double distance = lp_point_distance (now, lp_rect_centre (placement->rect[target]));
  /* Containers behind what stands in them. */
  if (placement->is_frame[target])
    distance += placement->bounds.w + placement->bounds.h;
  if (refusal == NULL)
    lp_chooser_rows_add (rows, new_row (stage, target), match, distance);
}

static GPtrArray *
search_end (LpStage *stage, LpLineEnd end, const char *text)
{
  g_autofree char *needle = lp_match_fold (text);
  LpChooserRows *rows = lp_chooser_rows_new ();
  guint connection = lp_line_get_selected (stage);
  guint n = connection != LP_NONE ? lp_design_get_n_components (lp_stage_get_design (stage)) : 0;

  for (guint i = 0; i < n; i++)
    if (i != present_end (stage, connection, end))
      add_target (stage, rows, connection, end, i, needle);
  return lp_chooser_rows_finish (rows);
}

static gboolean
attach (LpStage *stage, gpointer data, GError **error)
{
  const Attachment *attachment = data;

  return lp_line_attach (stage, attachment->connection, attachment->end, attachment->target, error);
}

static void
put_end (LpStage *stage, LpLineEnd end, const char *id)
{
  Attachment attachment
      = { lp_line_get_selected (stage), lp_design_find (lp_stage_get_design (stage), id), end };

  if (attachment.connection != LP_NONE && attachment.target != LP_NONE)
    lp_stage_apply (stage, _("Reattach"), attach, &attachment);
}

static GPtrArray *
search_start (LpStage *stage, const char *text)
{
  return search_end (stage, LP_LINE_START, text);
}

static GPtrArray *
search_target (LpStage *stage, const char *text)
{
  return search_end (stage, LP_LINE_END, text);
}

static void
put_start (LpStage *stage, const char *id)
{
  put_end (stage, LP_LINE_START, id);
}

static void
put_target (LpStage *stage, const char *id)
{
  put_end (stage, LP_LINE_END, id);
}

static const LpChooser start_chooser = { N_("Start at: a name or a kind"), search_start, put_start };
static const LpChooser end_chooser = { N_("End at: a name or a kind"), search_target, put_target };

static gboolean
is_bundle_selected (LpStage *stage)
{
  const char *id = lp_selection_get_single (stage->selection);
  guint connection = id != NULL ? lp_design_find_connection (lp_stage_get_design (stage), id) : LP_NONE;

  return connection != LP_NONE && lp_scene_is_bundle (stage->scene, connection);
}

static void
change_end_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpCanvas *self = LP_CANVAS (widget);

  if (self->stage == NULL || self->stage->scene == NULL)
    return;
  if (lp_line_get_selected (self->stage) == LP_NONE)
    g_signal_emit_by_name (self, "message", is_bundle_selected (self->stage) ? lp_line_get_bundle_refusal ()
                                                                             : _("Select a connection first"));
  else
    lp_canvas_show_chooser (self, g_str_equal (name, "canvas.change-start") ? &start_chooser : &end_chooser);
}

void
lp_canvas_class_add_end_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "canvas.change-start", NULL, change_end_action);
  gtk_widget_class_install_action (klass, "canvas.change-end", NULL, change_end_action);
}
