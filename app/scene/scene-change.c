/* What differs between two states of a drawing. */
#include "scene/label.h"
#include "scene/scene-private.h"

#include <string.h>

/* Nothing was taken away, and what is new stands behind the rest: what had a number has it still. */
static gboolean
is_comparable (const LpDesign *before, const LpDesign *after)
{
  guint n = lp_design_get_n_components (before), n_lines = lp_design_get_n_connections (before);
  if (lp_design_get_n_components (after) < n || lp_design_get_n_connections (after) < n_lines)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (lp_design_get_component (before, i)->id, lp_design_get_component (after, i)->id))
      return FALSE;
  for (guint i = 0; i < n_lines; i++)
    if (!g_str_equal (lp_design_get_connection (before, i)->id, lp_design_get_connection (after, i)->id))
      return FALSE;
  return TRUE;
}

static gboolean
looks_the_same (const LpScene *before, const LpScene *after, guint component)
{
  const LpPlacement *was = before->placement, *is = after->placement;
  const LpComponent *old = lp_design_get_component (before->design, component);
  const LpComponent *new = lp_design_get_component (after->design, component);
  return lp_rect_equal (was->rect[component], is->rect[component])
         && lp_rect_equal (was->extent[component], is->extent[component])
         && lp_rect_equal (lp_outlines_get (before->outlines, component), lp_outlines_get (after->outlines, component))
         && lp_fold_get_n_held (before->fold, component) == lp_fold_get_n_held (after->fold, component)
         && was->squeezed[component] == is->squeezed[component] && was->is_frame[component] == is->is_frame[component]
         && (old == new || (g_str_equal (old->kind, new->kind) && g_strcmp0 (old->label, new->label) == 0));
}

static gboolean
runs_the_same (const LpScene *before, const LpScene *after, guint connection)
{
  const LpRoute *was = &before->routing->routes[connection], *is = &after->routing->routes[connection];
  guint n_hops = lp_hops_count (before->hops, connection);
  return was->n_points == is->n_points && lp_rect_equal (was->label, is->label)
         && memcmp (was->points, is->points, is->n_points * sizeof *is->points) == 0
         && n_hops == lp_hops_count (after->hops, connection)
         && (n_hops == 0
             || memcmp (lp_hops_get (before->hops, connection), lp_hops_get (after->hops, connection),
                        n_hops * sizeof (LpPoint))
                    == 0);
}

static LpSceneChange *
compare (const LpScene *before, const LpScene *after)
{
  LpSceneChange *change = g_new0 (LpSceneChange, 1);
  guint n = lp_design_get_n_components (after->design), n_lines = lp_design_get_n_connections (after->design);
  guint n_before = lp_design_get_n_components (before->design);
  guint n_lines_before = lp_design_get_n_connections (before->design);
  change->components = g_new0 (guint8, n + 1);
  change->connections = g_new0 (guint8, n_lines + 1);
  for (guint i = 0; i < n; i++)
    change->components[i] = i >= n_before || !looks_the_same (before, after, i);
  for (guint i = 0; i < n_lines; i++)
    change->connections[i] = i >= n_lines_before || !runs_the_same (before, after, i);
  return change;
}

static gboolean
is_of (const LpDrawItem *group, const guint8 *components, const guint8 *connections)
{
  guint index = group->group.index;
  switch ((LpPart) group->group.part)
    {
    case LP_PART_COMPONENT:
    case LP_PART_FRAME:
      return components[g_str_equal (group->group.type, "span") ? group->group.host : index];
    case LP_PART_CONNECTION:
      return connections[index];
    case LP_PART_MARK:
    case LP_PART_COMMENT:
      return group->group.on_line ? connections[group->group.host] : components[group->group.host];
    case LP_PART_NONE:
    default:
      return FALSE;
    }
}

guint8 *
lp_scene_mask (const LpScene *scene, const guint8 *components, const guint8 *connections)
{
  guint n = lp_draw_list_get_size (scene->list);
  guint8 *mask = g_new0 (guint8, n + 1);
  gboolean within = FALSE;
  for (guint i = 0; i < n; i++)
    {
      const LpDrawItem *item = lp_draw_list_get (scene->list, i);
      if (item->kind == LP_DRAW_BEGIN)
        within = is_of (item, components, connections);
      mask[i] = within && item->owner != G_MAXUINT;
    }
  return mask;
}

/* --- what must be drawn because of the rest ---------------------------------------------------------- */

static gboolean
meets (const LpRoute *route, LpRect area)
{
  for (guint i = 0; i + 1 < route->n_points; i++)
    {
      LpPoint a = route->points[i], b = route->points[i + 1];
      LpRect run = { MIN (a.x, b.x) - 1, MIN (a.y, b.y) - 1, fabs (a.x - b.x) + 2, fabs (a.y - b.y) + 2 };
      if (lp_rect_overlaps (run, area))
        return TRUE;
    }
  return FALSE;
}

/* A frame that is filled hides what is not drawn above it again. */
static void
uncover (LpSceneChange *change, const LpScene *after, guint frame)
{
  LpRect area = after->placement->rect[frame];
  for (guint i = 0; i < after->placement->n; i++)
    if (!change->components[i] && lp_rect_overlaps (after->placement->extent[i], area)
        && !lp_design_is_within (after->design, frame, i))
      change->components[i] = 1;
  for (guint i = 0; i < after->routing->n_edges; i++)
    if (!change->connections[i])
      change->connections[i] = meets (&after->routing->routes[i], area);
}

static void
uncover_all (LpSceneChange *change, const LpScene *after, const LpCatalogue *catalogue)
{
  g_autoptr (GArray) filled = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < after->placement->n; i++)
    if (change->components[i] && after->placement->is_frame[i]
        && lp_kind_of (catalogue, lp_design_get_component (after->design, i))->frame.fill != NULL)
      g_array_append_val (filled, i);
  for (guint i = 0; i < filled->len; i++)
    uncover (change, after, g_array_index (filled, guint, i));
}

/* What was drawn anew before is so again, also where it is back in its place. */
static void
include (LpSceneChange *change, const LpSceneChange *last)
{
  guint n = lp_design_get_n_components (last->after->design);
  guint n_lines = lp_design_get_n_connections (last->after->design);
  n = MIN (n, lp_design_get_n_components (change->before->design));
  n_lines = MIN (n_lines, lp_design_get_n_connections (change->before->design));
  for (guint i = 0; i < n; i++)
    change->components[i] |= last->components[i];
  for (guint i = 0; i < n_lines; i++)
    change->connections[i] |= last->connections[i];
}

LpSceneChange *
lp_scene_change_new (LpScene *before,
                     const LpSceneChange *last,
                     LpDesign *design,
                     const LpCatalogue *catalogue,
                     LpReview *review,
                     LpSceneOptions options)
{
  g_autoptr (LpFold) fold = lp_fold_new (design);
  if (!is_comparable (before->design, fold->shown))
    return NULL;
  LpScene *after = lp_scene_arrange (before, g_steal_pointer (&fold), catalogue);
  LpSceneChange *change = compare (before, after);
  g_atomic_ref_count_init (&change->refs);
  change->before = lp_scene_ref (before);
  change->after = after;
  if (last != NULL && last->before == before)
    include (change, last);
  uncover_all (change, after, catalogue);
  lp_scene_draw (after, catalogue, review, options, change->components, change->connections);
  change->replaced = lp_scene_mask (before, change->components, change->connections);
  return change;
}

LpSceneChange *
lp_scene_change_ref (LpSceneChange *change)
{
  g_atomic_ref_count_inc (&change->refs);
  return change;
}

void
lp_scene_change_unref (LpSceneChange *change)
{
  if (!g_atomic_ref_count_dec (&change->refs))
    return;
  lp_scene_unref (change->before);
  lp_scene_unref (change->after);
  g_free (change->components);
  g_free (change->connections);
  g_free (change->replaced);
  g_free (change);
}
