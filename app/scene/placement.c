#include "scene/placement.h"

#include "layout/layout.h"
#include "scene/annotation-shape.h"
#include "scene/grid.h"
#include "scene/label.h"

#include <math.h>

#define MARGIN 24.0
#define LEAST_FRAME_WIDTH 128.0
#define LEAST_FRAME_HEIGHT 80.0
#define MOST_NAME_WIDTH 320.0 /* a longer name does not make the frame wider */
#define LEAST_TILE 24.0
#define BETWEEN_FRAMES 8.0 /* kept free where a frame grows towards its neighbour */
#define GENERIC_WIDTH 96.0
#define GENERIC_HEIGHT 48.0
/* Positions in a document may be anything; a drawing has an end. */
#define FARTHEST 1e7

/* What is known of a component before it has a place. */
typedef struct
{
  LpRect tile;          /* inside the extent: where the tile stands, relative to the extent's corner */
  LpPoint inset;        /* from `at` to the tile's corner */
  double width, height; /* of the extent */
} LpShape;

typedef struct
{
  const LpDesign *design;
  const LpCatalogue *catalogue;
  LpPlacement *placement;
  guint *order;    /* the components, containers before what stands in them */
  guint *box_of;   /* by component: its number in that order */
  LpShape *shapes; /* by component */
} LpPlacer;

static double
clamp (double value)
{
  return isfinite (value) ? CLAMP (value, -FARTHEST, FARTHEST) : 0;
}

static void
find_order (LpPlacer *placer)
{
  guint n = placer->placement->n, done = 0, next = 0;
  placer->order = g_new (guint, n + 1);
  placer->box_of = g_new (guint, n + 1);
  LpIndices level = lp_design_get_children (placer->design, LP_NONE);
  for (;;)
    {
      for (guint i = 0; i < level.n; i++)
        {
          placer->box_of[level.items[i]] = done;
          placer->order[done++] = level.items[i];
        }
      if (next == done)
        break;
      level = lp_design_get_children (placer->design, placer->order[next++]);
    }
}

/* Groups that are not places, as a security group, are frames only around something; and what was an icon
 * where it was imported from stays one. */
static gboolean
is_frame (const LpDesign *design, guint index, const LpKind *kind)
{
  const LpComponent *component = lp_design_get_component (design, index);
  if (lp_design_get_children (design, index).n > 0)
    return TRUE;
  if (component->collapsed)
    return FALSE;
  if (!kind->is_container)
    return FALSE;
  gboolean loose = lp_kind_has_role (kind, "guard") || lp_kind_has_role (kind, "group");
  gboolean icon = component->origin != NULL && component->has_at;
  return component->has_size || (!loose && !icon);
}

static LpShape
frame_shape (const LpDesign *design, guint index, const LpKind *kind)
{
  const LpComponent *component = lp_design_get_component (design, index);
  LpShape shape = { .width = LEAST_FRAME_WIDTH, .height = LEAST_FRAME_HEIGHT };
  if (component->has_size)
    {
      shape.width = MAX (clamp (component->width), LP_FRAME_TAG);
      shape.height = MAX (clamp (component->height), LP_FRAME_TAG);
    }
  else
    {
      LpFrameName name;
      lp_frame_name_init (&name, design, index, kind, MOST_NAME_WIDTH);
      double tag = kind->frame.centred ? 12 : LP_FRAME_TAG + 8;
      shape.width
          = MAX (shape.width, ceil (tag + name.width
                                    + MAX (12, LP_FRAME_CHIP * lp_design_get_spanned_by (design, index).n)));
      lp_frame_name_clear (&name);
    }
  shape.tile = (LpRect){ 0, 0, shape.width, shape.height };
  return shape;
}

static LpShape
generic_shape (const LpComponent *component, const LpKind *kind)
{
  LpTileLabel label;
  lp_tile_label_init (&label, component, kind, FALSE);
  LpShape shape = { .width = MAX (GENERIC_WIDTH, ceil (label.width) + 16),
                    .height = MAX (GENERIC_HEIGHT, g_strv_length (label.name) * 15 + 18) };
  lp_tile_label_clear (&label);
  if (component->has_size)
    {
      shape.width = MAX (clamp (component->width), LEAST_TILE);
      shape.height = MAX (clamp (component->height), LEAST_TILE);
    }
  shape.tile = (LpRect){ 0, 0, shape.width, shape.height };
  return shape;
}

static LpShape
annotation_shape (const LpComponent *component, const LpKind *kind)
{
  LpShape shape = { 0 };
  lp_annotation_measure (component, kind, &shape.width, &shape.height);
  shape.tile = (LpRect){ 0, 0, shape.width, shape.height };
  return shape;
}

/* A tile has one size; where the document gives another, as an import does, it stands in the middle of that.
 */
static LpShape
tile_shape (const LpComponent *component, const LpKind *kind)
{
  LpTileLabel label;
  lp_tile_label_init (&label, component, kind, FALSE);
  double side = LP_TILE;
  LpShape shape = { 0 };
  if (component->has_size)
    {
      double w = clamp (component->width), h = clamp (component->height);
      side = CLAMP (MIN (w, h), LEAST_TILE, LP_TILE);
      shape.inset = (LpPoint){ (w - side) / 2, (h - side) / 2 };
    }
  shape.width = MAX (side, ceil (label.width / 2) * 2);
  shape.height = side + label.height;
  shape.tile = (LpRect){ (shape.width - side) / 2, 0, side, side };
  lp_tile_label_clear (&label);
  return shape;
}

static void
find_shapes (LpPlacer *placer)
{
  placer->shapes = g_new (LpShape, placer->placement->n + 1);
  for (guint i = 0; i < placer->placement->n; i++)
    {
      const LpComponent *component = lp_design_get_component (placer->design, i);
      const LpKind *kind = lp_kind_of (placer->catalogue, component);
      placer->placement->is_frame[i] = is_frame (placer->design, i, kind);
      if (placer->placement->is_frame[i])
        placer->shapes[i] = frame_shape (placer->design, i, kind);
      else if (lp_kind_is_annotation (kind))
        placer->shapes[i] = annotation_shape (component, kind);
      else if (lp_kind_is_generic (kind))
        placer->shapes[i] = generic_shape (component, kind);
      else
        placer->shapes[i] = tile_shape (component, kind);
    }
}

/* How far along the way from the users to the data a component belongs. */
static guint
rank_of (const LpKind *kind)
{
  static const struct
  {
    const char *role;
    guint rank;
  } ranks[] = {
    { "client", 0 }, { "dns", 1 },     { "cdn", 1 },       { "guard", 1 },   { "entry", 2 },
    { "link", 2 },   { "gateway", 2 }, { "container", 3 }, { "compute", 3 }, { "queue", 4 },
    { "topic", 4 },  { "bus", 4 },     { "store", 5 },     { "tool", 6 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    if (lp_kind_has_role (kind, ranks[i].role))
      return ranks[i].rank;
  return 3;
}

/* Subnets stand as people draw them: public above private, those with nothing but data below. */
static guint
rank_of_subnet (const LpPlacer *placer, guint index)
{
  JsonNode *is_public = lp_properties_lookup (lp_design_get_component (placer->design, index)->set, "public");
  if (is_public != NULL && JSON_NODE_HOLDS_VALUE (is_public) && json_node_get_boolean (is_public))
    return 0;
  LpIndices children = lp_design_get_children (placer->design, index);
  for (guint i = 0; i < children.n; i++)
    {
      const LpComponent *child = lp_design_get_component (placer->design, children.items[i]);
      if (!lp_kind_has_role (lp_kind_of (placer->catalogue, child), "store"))
        return 1;
    }
  return children.n > 0 ? 2 : 1;
}

static LpLayoutBox
make_box (const LpPlacer *placer, guint index)
{
  const LpComponent *component = lp_design_get_component (placer->design, index);
  const LpShape *shape = &placer->shapes[index];
  guint parent = lp_design_get_parent (placer->design, index);
  LpLayoutBox box = {
    .parent = parent == LP_NONE ? G_MAXUINT : placer->box_of[parent],
    .container = placer->placement->is_frame[index],
    .width = shape->width,
    .height = shape->height,
    .header = placer->placement->is_frame[index] ? LP_FRAME_HEADER - 4 : 0,
    .rank = rank_of (lp_kind_of (placer->catalogue, component)),
    .fixed = component->has_at,
    .anchor = shape->tile.y + shape->tile.h / 2,
  };
  if (g_strcmp0 (component->kind, "subnet") == 0)
    box.rank = rank_of_subnet (placer, index);
  if (component->has_at)
    box.rect
        = (LpRect){ clamp (component->at.x) + shape->inset.x - shape->tile.x,
                    clamp (component->at.y) + shape->inset.y - shape->tile.y, shape->width, shape->height };
  return box;
}

static LpLayoutBox *
run_layout (const LpPlacer *placer)
{
  guint n = placer->placement->n, n_edges = lp_design_get_n_connections (placer->design);
  LpLayoutBox *boxes = g_new (LpLayoutBox, n + 1);
  for (guint i = 0; i < n; i++)
    boxes[i] = make_box (placer, placer->order[i]);
  g_autofree LpLayoutEdge *edges = g_new (LpLayoutEdge, n_edges + 1);
  for (guint i = 0; i < n_edges; i++)
    edges[i] = (LpLayoutEdge){ placer->box_of[lp_design_get_source (placer->design, i)],
                               placer->box_of[lp_design_get_target (placer->design, i)] };
  LpLayoutOptions options = LP_LAYOUT_OPTIONS_DEFAULT;
  lp_layout_place (boxes, n, edges, n_edges, &options);
  return boxes;
}

/* Whether the document says where everything in the frame stands. */
static gboolean
has_all_placed (const LpPlacer *placer, guint frame)
{
  LpIndices children = lp_design_get_children (placer->design, frame);
  for (guint i = 0; i < children.n; i++)
    if (!lp_design_get_component (placer->design, children.items[i])->has_at)
      return FALSE;
  return TRUE;
}

/* What the neighbour and its label take, before it grew. */
static LpRect
own_rect (const LpPlacer *placer, const LpLayoutBox *boxes, guint index)
{
  const LpShape *shape = &placer->shapes[index];
  LpRect rect = boxes[placer->box_of[index]].rect;
  return (LpRect){ rect.x, rect.y, shape->width, shape->height };
}

/* A frame that was drawn keeps its size; it grows around the labels in it only where nothing is in the way. Sets the
 * size in `boxes`; that of its container is settled. */
static void
settle_size (const LpPlacer *placer, LpLayoutBox *boxes, guint index)
{
  const LpComponent *component = lp_design_get_component (placer->design, index);
  if (!placer->placement->is_frame[index] || !component->has_size || !component->has_at
      || !has_all_placed (placer, index))
    return;
  guint parent = lp_design_get_parent (placer->design, index);
  LpRect *rect = &boxes[placer->box_of[index]].rect, own = own_rect (placer, boxes, index);
  double right = rect->x + rect->w, bottom = rect->y + rect->h;
  if (parent != LP_NONE)
    {
      LpRect around = boxes[placer->box_of[parent]].rect;
      right = MIN (right, around.w - BETWEEN_FRAMES);
      bottom = MIN (bottom, around.h - BETWEEN_FRAMES);
    }
  LpIndices siblings = lp_design_get_children (placer->design, parent);
  for (guint i = 0; i < siblings.n; i++)
    {
      LpRect other = own_rect (placer, boxes, siblings.items[i]);
      if (siblings.items[i] == index || lp_rect_overlaps (own, other))
        continue;
      if (other.y >= own.y + own.h && other.x < right && other.x + other.w > own.x)
        bottom = MIN (bottom, other.y - BETWEEN_FRAMES);
      else if (other.x >= own.x + own.w && other.y < bottom && other.y + other.h > own.y)
        right = MIN (right, other.x - BETWEEN_FRAMES);
    }
  rect->w = MAX (own.w, right - own.x);
  rect->h = MAX (own.h, bottom - own.y);
}

static void
make_absolute (LpPlacer *placer, LpLayoutBox *boxes)
{
  LpPlacement *placement = placer->placement;
  for (guint i = 0; i < placement->n; i++)
    {
      guint index = placer->order[i], parent = lp_design_get_parent (placer->design, index);
      const LpShape *shape = &placer->shapes[index];
      settle_size (placer, boxes, index);
      LpPoint base = parent == LP_NONE ? (LpPoint){ 0, 0 } : placement->origin[parent];
      LpRect rect = boxes[i].rect;
      placement->extent[index] = (LpRect){ base.x + rect.x, base.y + rect.y, rect.w, rect.h };
      placement->rect[index] = placement->extent[index];
      if (!placement->is_frame[index])
        placement->rect[index] = (LpRect){ base.x + rect.x + shape->tile.x, base.y + rect.y + shape->tile.y,
                                           shape->tile.w, shape->tile.h };
      placement->origin[index]
          = (LpPoint){ placement->rect[index].x - shape->inset.x, placement->rect[index].y - shape->inset.y };
    }
}

/* --- labels in a crowd ------------------------------------------------------------------------------- */

static LpGrid *
index_tiles (const LpPlacement *placement)
{
  g_autofree LpGridEntry *entries = g_new (LpGridEntry, placement->n + 1);
  guint n = 0;
  LpRect bounds = { 0 };
  for (guint i = 0; i < placement->n; i++)
    if (!placement->is_frame[i])
      {
        entries[n++] = (LpGridEntry){ placement->rect[i], i };
        bounds = lp_rect_union (bounds, placement->rect[i]);
      }
  return lp_grid_new (entries, n, bounds);
}

static gboolean
is_covered (const LpPlacement *placement, const LpGrid *grid, guint index)
{
  LpRect tile = placement->rect[index], label = placement->extent[index];
  label.y = tile.y + tile.h;
  label.h -= tile.h;
  g_autoptr (GArray) near = lp_grid_query (grid, lp_rect_grow (label, LP_LABEL_WIDTH));
  for (guint i = 0; i < near->len; i++)
    {
      guint other = g_array_index (near, guint, i);
      if (other != index && lp_rect_overlaps (placement->extent[other], label))
        return TRUE;
    }
  return FALSE;
}

/* Only what has a position of its own can stand on a label; the layout keeps clear of them. */
static void
squeeze_labels (LpPlacer *placer)
{
  LpPlacement *placement = placer->placement;
  gboolean any = FALSE;
  for (guint i = 0; i < placement->n && !any; i++)
    any = lp_design_get_component (placer->design, i)->has_at;
  LpGrid *grid = any ? index_tiles (placement) : NULL;
  for (guint i = 0; i < placement->n && any; i++)
    {
      const LpComponent *component = lp_design_get_component (placer->design, i);
      const LpKind *kind = lp_kind_of (placer->catalogue, component);
      if (placement->is_frame[i] || lp_kind_is_generic (kind) || lp_kind_is_annotation (kind)
          || !is_covered (placement, grid, i))
        continue;
      LpTileLabel label;
      lp_tile_label_init (&label, component, kind, TRUE);
      placement->squeezed[i] = TRUE;
      placement->extent[i].h = placement->rect[i].h + label.height;
      lp_tile_label_clear (&label);
    }
  g_clear_pointer (&grid, lp_grid_free);
}

/* --- frames around what stands in them --------------------------------------------------------------- */

/* A frame that is larger than the document says, because of what stands in it. */
static gboolean
has_grown (const LpPlacer *placer, guint frame)
{
  const LpComponent *component = lp_design_get_component (placer->design, frame);
  LpRect rect = placer->placement->rect[frame];
  return placer->placement->is_frame[frame]
         && (!component->has_size || rect.w > component->width + 1 || rect.h > component->height + 1);
}

/* A frame whose size the document gives keeps it as long as the middle of everything in it is inside, and nothing has
 * grown out of it. */
static gboolean
must_hold (const LpPlacer *placer, guint frame, guint child)
{
  if (!lp_design_get_component (placer->design, frame)->has_size
      || !lp_design_get_component (placer->design, child)->has_at)
    return TRUE;
  if (has_grown (placer, child)
      && !lp_rect_encloses (placer->placement->rect[frame], placer->placement->rect[child]))
    return TRUE;
  return !lp_rect_contains (placer->placement->rect[frame], lp_rect_centre (placer->placement->rect[child]));
}

static void
grow_around (LpPlacer *placer, guint frame, guint child)
{
  LpPlacement *placement = placer->placement;
  LpRect inner = lp_rect_grow (placement->extent[child], MARGIN);
  inner.y -= LP_FRAME_HEADER - 12;
  inner.h += LP_FRAME_HEADER - 12;
  LpRect grown = lp_rect_union (placement->rect[frame], inner);
  placement->rect[frame] = placement->extent[frame] = grown;
}

/* How far the frame can grow upwards before it meets what stands beside it. */
static double
room_above (const LpPlacer *placer, guint frame)
{
  LpRect rect = placer->placement->rect[frame];
  double room = G_MAXDOUBLE;
  LpIndices siblings = lp_design_get_children (placer->design, lp_design_get_parent (placer->design, frame));
  for (guint i = 0; i < siblings.n; i++)
    {
      LpRect other = placer->placement->extent[siblings.items[i]];
      if (siblings.items[i] != frame && other.x < rect.x + rect.w && other.x + other.w > rect.x
          && other.y < rect.y && other.y + other.h <= rect.y + LP_FRAME_HEADER)
        room = MIN (room, rect.y - other.y - other.h);
    }
  return room;
}

/* A child that stands on the frame's name: the frame gets room for the name above it, if there is any. */
static void
free_name (LpPlacer *placer, guint frame, guint child)
{
  LpPlacement *placement = placer->placement;
  LpRect *rect = &placement->rect[frame], inner = placement->rect[child];
  if (inner.y >= rect->y + LP_FRAME_HEADER || inner.y + inner.h <= rect->y)
    return;
  const LpComponent *component = lp_design_get_component (placer->design, frame);
  LpFrameName name;
  lp_frame_name_init (&name, placer->design, frame, lp_kind_of (placer->catalogue, component), rect->w);
  LpRect taken = { rect->x, rect->y, name.x + name.width, LP_FRAME_HEADER };
  lp_frame_name_clear (&name);
  if (!lp_rect_overlaps (taken, inner) || taken.w <= LP_FRAME_TAG)
    return;
  double more = rect->y + LP_FRAME_HEADER - inner.y;
  if (more > room_above (placer, frame))
    return;
  rect->y -= more;
  rect->h += more;
  placement->extent[frame] = *rect;
}

static void
grow_frames (LpPlacer *placer)
{
  LpPlacement *placement = placer->placement;
  for (guint i = placement->n; i-- > 0;)
    {
      guint index = placer->order[i], parent = lp_design_get_parent (placer->design, index);
      placement->bounds = lp_rect_union (placement->bounds, placement->extent[index]);
      if (parent != LP_NONE && must_hold (placer, parent, index))
        grow_around (placer, parent, index);
      else if (parent != LP_NONE)
        free_name (placer, parent, index);
    }
}

LpPlacement *
lp_placement_new (const LpDesign *design, const LpCatalogue *catalogue)
{
  LpPlacement *placement = g_new0 (LpPlacement, 1);
  placement->n = lp_design_get_n_components (design);
  placement->rect = g_new0 (LpRect, placement->n + 1);
  placement->extent = g_new0 (LpRect, placement->n + 1);
  placement->origin = g_new0 (LpPoint, placement->n + 1);
  placement->is_frame = g_new0 (guint8, placement->n + 1);
  placement->squeezed = g_new0 (guint8, placement->n + 1);

  LpPlacer placer = { .design = design, .catalogue = catalogue, .placement = placement };
  find_order (&placer);
  find_shapes (&placer);
  g_autofree LpLayoutBox *boxes = run_layout (&placer);
  make_absolute (&placer, boxes);
  squeeze_labels (&placer);
  grow_frames (&placer);
  g_free (placer.order);
  g_free (placer.box_of);
  g_free (placer.shapes);
  return placement;
}

void
lp_placement_free (LpPlacement *placement)
{
  g_free (placement->rect);
  g_free (placement->extent);
  g_free (placement->origin);
  g_free (placement->is_frame);
  g_free (placement->squeezed);
  g_free (placement);
}
