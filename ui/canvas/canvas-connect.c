/* Connecting without a pointer: a list of what the selected components may connect to, the nearest first. */
#include <glib/gi18n.h>
#include <string.h>

#include "base/match.h"
#include "ui/canvas/canvas-chooser.h"
#include "ui/canvas/link.h"

/* What the connections start from: the selected components, or where the selected connection ends, so that a chain
 * is connected link by link. */
static GArray *
find_sources (LpStage *stage)
{
  const LpDesign *design = lp_stage_get_design (stage);
  GArray *sources = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < lp_selection_get_size (stage->selection); i++)
    {
      const char *id = lp_selection_get (stage->selection, i);
      guint component = lp_design_find (design, id), connection = lp_design_find_connection (design, id);
      if (component == LP_NONE && connection != LP_NONE)
        component = lp_design_get_target (design, connection);
      if (component != LP_NONE)
        g_array_append_val (sources, component);
    }
  return sources;
}

/* --- what is offered --------------------------------------------------------------------------------- */

/* Also of one kind (NULL: each with the usual one). */
static gboolean
all_may_connect (LpStage *stage, const GArray *sources, guint target, const char *kind)
{
  const LpDesign *design = lp_stage_get_design (stage);
  const char *to = lp_design_get_component (design, target)->kind;

  for (guint i = 0; i < sources->len; i++)
    {
      guint source = g_array_index (sources, guint, i);
      if (source == target
          || (kind == NULL ? lp_link_find_kind (stage, source, target) == NULL
                           : !lp_catalogue_may_connect (stage->catalogue, kind,
                                                        lp_design_get_component (design, source)->kind, to)))
        return FALSE;
    }
  return sources->len > 0;
}

static LpPickItem *
new_row (LpStage *stage, guint target, const LpConnectionKind *link)
{
  const LpDesign *design = lp_stage_get_design (stage);
  const LpComponent *component = lp_design_get_component (design, target);
  guint parent = lp_design_get_parent (design, target);
  g_autofree char *id = g_strdup_printf ("%s\n%s", (const char *) component->id, link->id);
  g_autofree char *detail
      = parent != LP_NONE
            ? g_strdup_printf ("%s · %s", lp_text (&link->name),
                               lp_component_get_name (lp_design_get_component (design, parent)))
            : g_strdup (lp_text (&link->name));

  return lp_pick_item_new (LP_PICK_ELEMENT, id, lp_catalogue_find (stage->catalogue, component->kind),
                           lp_component_get_name (component), detail, NULL);
}

/* What a name says counts for more than what a kind says as well. */
static guint
rank_words (const char *needle, const char *name, const char *others)
{
  g_autofree char *text = g_strjoin (" ", name, others, NULL);
  g_autofree char *folded = lp_match_fold (text), *folded_name = lp_match_fold (name);
  LpMatch by_name = lp_match (needle, folded_name), by_all = lp_match (needle, folded);

  if (MAX (by_name, by_all) <= LP_MATCH_LETTERS)
    return 0;
  return by_name >= by_all ? 2 * by_name + 1 : 2 * by_all;
}

/* The other kinds of connection, where the words name them. */
static void
add_other_kinds (LpStage *stage, LpChooserRows *rows, const GArray *sources, guint target,
                 const LpConnectionKind *usual, const char *needle, double distance)
{
  const char *name = lp_component_get_name (lp_design_get_component (lp_stage_get_design (stage), target));

  for (guint i = 0; i < lp_catalogue_get_n_connection_kinds (stage->catalogue); i++)
    {
      const LpConnectionKind *link = lp_catalogue_get_connection_kind (stage->catalogue, i);
      g_autofree char *words = g_strjoin (" ", lp_text (&link->name), name, NULL);
      guint rank = link == usual ? 0 : rank_words (needle, "", words);
      if (rank > 0 && all_may_connect (stage, sources, target, link->id))
        lp_chooser_rows_add (rows, new_row (stage, target, link), rank, distance);
    }
}

/* Containers behind what stands in them: lines mostly go to things. */
static double
distance_to (LpStage *stage, const GArray *sources, guint target)
{
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  double distance = lp_point_distance (lp_rect_centre (placement->rect[g_array_index (sources, guint, 0)]),
                                       lp_rect_centre (placement->rect[target]));

  return placement->is_frame[target] ? distance + placement->bounds.w + placement->bounds.h : distance;
}

static void
add_target (LpStage *stage, LpChooserRows *rows, const GArray *sources, guint target, const char *needle)
{
  const LpComponent *component = lp_design_get_component (lp_stage_get_design (stage), target);
  const LpKind *kind = lp_catalogue_find (stage->catalogue, component->kind);
  double distance = distance_to (stage, sources, target);
  const LpConnectionKind *usual = NULL;
  guint rank = rank_words (needle, lp_component_get_name (component),
                           kind != NULL ? lp_text (&kind->name) : component->kind);

  if (all_may_connect (stage, sources, target, NULL))
    {
      usual = lp_link_find_kind (stage, g_array_index (sources, guint, 0), target);
      g_autofree char *words = g_strjoin (" ", lp_text (&usual->name), lp_component_get_name (component), NULL);
      rank = MAX (rank, rank_words (needle, "", words));
      if (rank > 0)
        lp_chooser_rows_add (rows, new_row (stage, target, usual), rank, distance);
    }
  if (*needle != '\0')
    add_other_kinds (stage, rows, sources, target, usual, needle, distance);
}

static GPtrArray *
search (LpStage *stage, const char *text)
{
  g_autoptr (GArray) sources = find_sources (stage);
  g_autofree char *needle = lp_match_fold (text);
  LpChooserRows *rows = lp_chooser_rows_new ();

  for (guint i = 0; sources->len > 0 && i < lp_design_get_n_components (lp_stage_get_design (stage)); i++)
    add_target (stage, rows, sources, i, needle);
  return lp_chooser_rows_finish (rows);
}

/* --- what is done ------------------------------------------------------------------------------------ */

static void
chosen (LpStage *stage, const char *id)
{
  g_auto (GStrv) parts = g_strsplit (id, "\n", 2);
  g_autoptr (GArray) sources = find_sources (stage);
  guint target = lp_design_find (lp_stage_get_design (stage), parts[0]);

  if (target != LP_NONE && sources->len > 0)
    lp_link_make_all (stage, sources, target, parts[1]);
}

static const LpChooser connect_chooser = { N_("Connect to: a name, a kind, or a kind of connection"), search, chosen };

void
lp_canvas_connect (LpCanvas *self)
{
  if (self->stage == NULL || self->stage->scene == NULL)
    return;
  g_autoptr (GArray) sources = find_sources (self->stage);
  if (sources->len > 0)
    lp_canvas_show_chooser (self, &connect_chooser);
  else
    g_signal_emit_by_name (self, "message", _("Select the component that the connection starts from"));
}
