#include "scene/scene.h"

#include "scene/draw-builder.h"
#include "scene/scene-parts.h"
#include "scene/scene-private.h"

#include <math.h>

#define MARGIN 40.0

/* The rectangle, grown to whole units. */
static LpRect
whole_units (LpRect r)
{
  double x = floor (r.x), y = floor (r.y);
  return (LpRect){ x, y, ceil (r.x + r.w) - x, ceil (r.y + r.h) - y };
}

void
lp_scene_draw (LpScene *scene,
               const LpCatalogue *catalogue,
               LpReview *review,
               LpSceneOptions options,
               const guint8 *only_components,
               const guint8 *only_connections)
{
  if (options.hidden_layers != 0)
    scene->hidden = lp_hidden_new (scene->design, catalogue, scene->placement, options.hidden_layers);
  LpSceneBuilder builder = {
    .design = scene->design,
    .fold = scene->fold,
    .catalogue = catalogue,
    .placement = scene->placement,
    .outlines = scene->outlines,
    .routes = scene->routing->routes,
    .hops = scene->hops,
    .only_components = only_components,
    .only_connections = only_connections,
    .hidden_components = scene->hidden.components,
    .hidden_connections = scene->hidden.connections,
    .review = review,
    .options = options,
    .out = lp_draw_builder_new (),
    .bounds = scene->placement->bounds,
  };
  lp_scene_draw_frames (&builder);
  lp_scene_draw_outlines (&builder);
  lp_scene_draw_connectors (&builder);
  lp_scene_draw_spans (&builder);
  lp_scene_draw_tiles (&builder);
  lp_scene_draw_memberships (&builder);
  lp_scene_draw_connector_labels (&builder);
  if (options.annotate)
    lp_scene_draw_marks (&builder);
  builder.bounds = whole_units (lp_rect_union (builder.bounds, lp_draw_builder_get_bounds (builder.out)));
  if (options.title)
    lp_scene_draw_title (&builder);
  if (options.legend)
    lp_scene_draw_legend (&builder);
  scene->list = lp_draw_builder_finish (builder.out);
  scene->bounds = whole_units (lp_rect_grow (lp_draw_list_get_bounds (scene->list), MARGIN));
}

LpScene *
lp_scene_arrange (LpScene *before, LpFold *fold, const LpCatalogue *catalogue)
{
  LpScene *scene = g_new0 (LpScene, 1);
  g_atomic_ref_count_init (&scene->refs);
  scene->fold = fold;
  scene->design = fold->shown;
  scene->placement = lp_placement_new (scene->design, catalogue);
  scene->outlines = lp_outlines_new (scene->design, catalogue, scene->placement);
  scene->routing = lp_routing_new (scene->design, catalogue, scene->placement, scene->outlines->is_said, before != NULL ? before->routing : NULL,
                                   before != NULL ? before->design : NULL);
  scene->hops = lp_hops_new (scene->routing->routes, scene->routing->n_edges);
  return scene;
}

LpScene *
lp_scene_new_after (
    LpScene *before, LpDesign *design, const LpCatalogue *catalogue, LpReview *review, LpSceneOptions options)
{
  LpFold *fold = options.unfolded ? lp_fold_new_open (design) : lp_fold_new (design);
  LpScene *scene = lp_scene_arrange (before, fold, catalogue);
  lp_scene_draw (scene, catalogue, review, options, NULL, NULL);
  return scene;
}

LpScene *
lp_scene_new (LpDesign *design, const LpCatalogue *catalogue, LpReview *review, LpSceneOptions options)
{
  return lp_scene_new_after (NULL, design, catalogue, review, options);
}

LpScene *
lp_scene_ref (LpScene *scene)
{
  g_atomic_ref_count_inc (&scene->refs);
  return scene;
}

void
lp_scene_unref (LpScene *scene)
{
  if (!g_atomic_ref_count_dec (&scene->refs))
    return;
  lp_draw_list_free (scene->list);
  lp_hidden_clear (&scene->hidden);
  lp_hops_free (scene->hops);
  lp_routing_free (scene->routing);
  lp_outlines_free (scene->outlines);
  lp_placement_free (scene->placement);
  lp_fold_free (scene->fold);
  g_free (scene);
}

const LpDrawList *
lp_scene_get_list (const LpScene *scene)
{
  return scene->list;
}

const LpPlacement *
lp_scene_get_placement (const LpScene *scene)
{
  return scene->placement;
}

LpDesign *
lp_scene_get_design (const LpScene *scene)
{
  return scene->design;
}

const LpFold *
lp_scene_get_fold (const LpScene *scene)
{
  return scene->fold;
}

gboolean
lp_scene_shows_component (const LpScene *scene, guint component)
{
  return scene->hidden.components == NULL || !scene->hidden.components[component];
}

gboolean
lp_scene_shows_connection (const LpScene *scene, guint connection)
{
  return scene->hidden.connections == NULL || !scene->hidden.connections[connection];
}

gboolean
lp_scene_is_bundle (const LpScene *scene, guint connection)
{
  const LpConnection *shown = lp_design_get_connection (scene->design, connection);
  return lp_design_get_connection (scene->fold->whole, lp_design_find_connection (scene->fold->whole, shown->id))
         != shown;
}

LpRect
lp_scene_get_bounds (const LpScene *scene)
{
  return scene->bounds;
}

const LpPoint *
lp_scene_get_route (const LpScene *scene, guint connection, guint *n_points)
{
  *n_points = scene->routing->routes[connection].n_points;
  return scene->routing->routes[connection].points;
}

LpRect
lp_scene_get_label (const LpScene *scene, guint connection)
{
  return scene->routing->routes[connection].label;
}

/* --- picking ----------------------------------------------------------------------------------------- */

typedef struct
{
  const LpScene *scene;
  LpPoint point;
  double tolerance;
  LpHit hit;
} LpPick;

static double
distance_to_run (LpPoint p, LpPoint a, LpPoint b)
{
  double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
  double t = length > 0 ? CLAMP (((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0, 1) : 0;
  return hypot (p.x - (a.x + t * dx), p.y - (a.y + t * dy));
}

static gboolean
meets_line (const LpDrawList *list, const LpDrawItem *item, const LpPick *pick)
{
  const LpPoint *points = lp_draw_list_get_points (list, item->line.first);
  for (guint i = 0; i + 1 < item->line.n; i++)
    if (distance_to_run (pick->point, points[i], points[i + 1]) <= pick->tolerance + item->style.width / 2)
      return TRUE;
  return FALSE;
}

/* Marks before components before connections before frames. */
static int
priority (LpPart part)
{
  static const int order[] = {
    [LP_PART_NONE] = 0,      [LP_PART_FRAME] = 1, [LP_PART_CONNECTION] = 2,
    [LP_PART_COMPONENT] = 3, [LP_PART_MARK] = 4,  [LP_PART_COMMENT] = 4,
  };
  return order[part];
}

static void
try_item (const LpDrawList *list, const LpDrawItem *item, gpointer data)
{
  LpPick *pick = data;
  if (item->owner == G_MAXUINT)
    return;
  const LpDrawItem *owner = lp_draw_list_get (list, item->owner);
  if (owner->group.part == LP_PART_NONE || priority (owner->group.part) < priority (pick->hit.part))
    return;
  gboolean met = item->kind == LP_DRAW_POLYLINE
                     ? meets_line (list, item, pick)
                     : lp_rect_contains (lp_rect_grow (item->bounds, pick->tolerance), pick->point);
  if (met)
    pick->hit = (LpHit){ owner->group.part, owner->group.index };
}

LpHit
lp_scene_pick (const LpScene *scene, LpPoint point, double tolerance)
{
  LpPick pick = { scene, point, tolerance, { LP_PART_NONE, LP_NONE } };
  double reach = MAX (tolerance, 0.5);
  lp_draw_list_visit (scene->list, (LpRect){ point.x - reach, point.y - reach, 2 * reach, 2 * reach },
                      try_item, &pick);
  return pick.hit;
}

static void
try_inside (const LpDrawList *list, const LpDrawItem *item, gpointer data)
{
  GArray *found = data;
  const LpDrawItem *owner = item->owner != G_MAXUINT ? lp_draw_list_get (list, item->owner) : NULL;
  if (owner == NULL || (owner->group.part != LP_PART_COMPONENT && owner->group.part != LP_PART_FRAME))
    return;
  guint index = owner->group.index;
  if (found->len == 0 || g_array_index (found, guint, found->len - 1) != index)
    g_array_append_val (found, index);
}

GArray *
lp_scene_pick_inside (const LpScene *scene, LpRect area)
{
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  lp_draw_list_visit (scene->list, area, try_inside, near);
  for (guint i = 0; i < near->len; i++)
    {
      guint index = g_array_index (near, guint, i);
      if (lp_rect_encloses (area, scene->placement->rect[index]))
        g_array_append_val (found, index);
    }
  return found;
}

typedef struct
{
  const LpScene *scene;
  LpPoint point;
  guint except, found;
} LpContainerSearch;

static void
try_frame (const LpDrawList *list, const LpDrawItem *item, gpointer data)
{
  LpContainerSearch *search = data;
  const LpDrawItem *owner = item->owner != G_MAXUINT ? lp_draw_list_get (list, item->owner) : NULL;
  if (owner == NULL || owner->group.part != LP_PART_FRAME)
    return;
  guint index = owner->group.index;
  if (!lp_rect_contains (search->scene->placement->rect[index], search->point))
    return;
  if (search->except == LP_NONE || !lp_design_is_within (search->scene->design, index, search->except))
    search->found = index;
}

guint
lp_scene_container_at (const LpScene *scene, LpPoint point, guint except)
{
  LpContainerSearch search = { scene, point, except, LP_NONE };
  lp_draw_list_visit (scene->list, (LpRect){ point.x - 0.5, point.y - 0.5, 1, 1 }, try_frame, &search);
  return search.found;
}
