#include "ui/canvas/arrange.h"

#include <glib/gi18n.h>
#include <math.h>

#include "scene/tidy.h"

#include "scene/annotation-shape.h"
#include "ui/canvas/recent-kinds.h"

#define TILE LP_TILE
#define FRAME_WIDTH 288.0
#define FRAME_HEIGHT 208.0
/* Room for a tile with its label. */
#define CELL_WIDTH 120.0
#define CELL_HEIGHT 96.0
#define MARGIN 24.0
#define HEADER 40.0

double
lp_snap (double value)
{
  return round (value / LP_GRID) * LP_GRID;
}

static double
snap_up (double value)
{
  return ceil (value / LP_GRID) * LP_GRID;
}

/* From where its `at` is to the corner of its tile, which for what was imported may be smaller than its place. */
static LpPoint
inset_of (LpStage *stage, guint component)
{
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  LpRect rect = placement->rect[component];

  if (placement->is_frame[component])
    return (LpPoint){ 0, 0 };
  return (LpPoint){ rect.x - placement->origin[component].x, rect.y - placement->origin[component].y };
}

LpPoint
lp_arrange_get_corner (LpStage *stage, guint container)
{
  if (container == LP_NONE)
    return (LpPoint){ 0, 0 };
  LpRect rect = lp_scene_get_placement (stage->scene)->rect[container];
  return (LpPoint){ rect.x, rect.y };
}

/* A size is written down only where it is not what the frame has of itself: then it goes on growing and shrinking
 * with what it holds. What has a size keeps it as its least. */
static gboolean
pin_size (LpStage *stage, guint container, gboolean moved, GError **error)
{
  const LpComponent *component = lp_design_get_component (lp_stage_get_design (stage), container);
  LpRect rect = lp_scene_get_placement (stage->scene)->rect[container];

  if (component->has_size ? !moved || (component->width == rect.w && component->height == rect.h)
                          : lp_placement_hugs (lp_scene_get_placement (stage->scene), lp_stage_get_design (stage), container))
    return TRUE;
  return lp_edit_set_size (stage->document, component->id, rect.w, rect.h, error);
}

/* Frames that have grown to the left or upwards stand elsewhere than their `at` says: from then on they stand
 * where they are seen. */
gboolean
lp_arrange_pin (LpStage *stage, GError **error)
{
  const LpDesign *design = lp_stage_get_design (stage);
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);

  for (guint i = 0; !stage->pinned && i < placement->n; i++)
    {
      const LpComponent *component = lp_design_get_component (design, i);
      LpPoint base = lp_arrange_get_corner (stage, lp_design_get_parent (design, i));
      LpRect rect = placement->rect[i];
      LpPoint inset = inset_of (stage, i), at = { rect.x - base.x - inset.x, rect.y - base.y - inset.y };
      gboolean moved = !component->has_at || component->at.x != at.x || component->at.y != at.y;
      if (moved && !lp_edit_set_at (stage->document, component->id, at, error))
        return FALSE;
      if (placement->is_frame[i] && !pin_size (stage, i, moved, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_plain (LpStage *stage, guint component)
{
  const LpComponent *record = lp_design_get_component (lp_stage_get_design (stage), component);
  const LpKind *kind = lp_catalogue_find (stage->catalogue, record->kind);

  return kind != NULL && lp_kind_has_role (kind, "open");
}

char *
lp_arrange_refusal (LpStage *stage, const char *kind, guint container)
{
  /* A plain frame says nothing about where it stands: what is around it counts. */
  while (container != LP_NONE && is_plain (stage, container))
    container = lp_design_get_parent (lp_stage_get_design (stage), container);
  if (container == LP_NONE)
    return NULL;
  const LpComponent *holder = lp_design_get_component (lp_stage_get_design (stage), container);
  if (lp_catalogue_may_contain (stage->catalogue, holder->kind, kind))
    return NULL;
  const LpKind *what = lp_catalogue_find (stage->catalogue, kind);
  const LpKind *where = lp_catalogue_find (stage->catalogue, holder->kind);
  /* Translators: the first is a kind of component, the second of container: "A NAT gateway does not ..." */
  return g_strdup_printf (_("%s does not stand in: %s"), what != NULL ? lp_text (&what->name) : kind,
                          where != NULL ? lp_text (&where->name) : holder->kind);
}

/* What is folded away counts too. */
static char *
refusal_within (LpStage *stage, const LpDesign *whole, guint component, guint container)
{
  const LpComponent *record = lp_design_get_component (whole, component);
  const LpKind *kind = lp_catalogue_find (stage->catalogue, record->kind);
  LpIndices members = lp_design_get_children (whole, component);
  char *refusal = NULL;

  if (kind == NULL || !kind->is_container || !lp_kind_has_role (kind, "open"))
    return lp_arrange_refusal (stage, record->kind, container);
  for (guint i = 0; i < members.n && refusal == NULL; i++)
    refusal = refusal_within (stage, whole, members.items[i], container);
  return refusal;
}

char *
lp_arrange_refusal_of (LpStage *stage, guint component, guint container)
{
  const LpDesign *whole = lp_scene_get_fold (stage->scene)->whole;
  const char *id = lp_stage_get_id (stage, component);

  return refusal_within (stage, whole, lp_design_find (whole, id), container);
}

gboolean
lp_arrange_put (LpStage *stage, guint component, guint container, LpPoint corner, GError **error)
{
  const LpDesign *design = lp_stage_get_design (stage);
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  LpRect rect = placement->rect[component], extent = placement->extent[component];
  LpPoint base = lp_arrange_get_corner (stage, container);
  LpPoint at = { corner.x - base.x, corner.y - base.y };

  if (container != LP_NONE)
    {
      /* Never out of the container to the left or the top, nor over its name. */
      at.x = MAX (at.x, MIN (MARGIN, snap_up (rect.x - extent.x + LP_GRID)));
      at.y = MAX (at.y, HEADER - LP_GRID);
    }
  LpPoint inset = inset_of (stage, component);
  at.x -= inset.x;
  at.y -= inset.y;
  if (lp_arrange_is_locked (stage, component))
    {
      g_autofree char *message = lp_arrange_locked_message (lp_design_get_component (design, component));
      g_set_error_literal (error, LP_EDIT_ERROR, LP_EDIT_ERROR_INVALID, message);
      return FALSE;
    }
  const char *id = lp_stage_get_id (stage, component);
  gboolean moved = lp_design_get_parent (design, component) == container
                       ? lp_edit_set_at (stage->document, id, at, error)
                       : lp_edit_move_into (stage->document, id, lp_stage_get_id (stage, container), at, error);
  extent.x += base.x + at.x + inset.x - rect.x;
  extent.y += base.y + at.y + inset.y - rect.y;
  return moved && lp_arrange_hold (stage, container, extent, error);
}

guint
lp_arrange_find_container (LpStage *stage, const char *kind)
{
  const LpDesign *design = lp_stage_get_design (stage);
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  const char *selected = lp_selection_get_single (stage->selection);
  guint at = LP_NONE;

  if (selected != NULL)
    at = lp_design_find (design, selected);
  else
    at = lp_scene_container_at (stage->scene, lp_rect_centre (lp_viewport_get_visible (stage->viewport)), LP_NONE);
  for (; at != LP_NONE; at = lp_design_get_parent (design, at))
    {
      g_autofree char *refusal = lp_arrange_refusal (stage, kind, at);
      if (placement->is_frame[at] && refusal == NULL)
        return at;
    }
  return LP_NONE;
}

static gboolean
is_free (LpStage *stage, guint container, LpRect area)
{
  LpIndices children = lp_design_get_children (lp_stage_get_design (stage), container);
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);

  for (guint i = 0; i < children.n; i++)
    if (lp_rect_overlaps (lp_rect_grow (placement->extent[children.items[i]], LP_GRID), area))
      return FALSE;
  return TRUE;
}

/* Where a cell that is aligned with this sibling would stand: frames with frames, tiles with tiles. */
static gboolean
aligned_corner (LpStage *stage, guint sibling, double width, LpPoint *corner)
{
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  gboolean is_cell = width == CELL_WIDTH;

  if (is_cell == placement->is_frame[sibling])
    return FALSE;
  LpRect rect = placement->rect[sibling];
  *corner = (LpPoint) { is_cell ? lp_rect_centre (rect).x - width / 2 : rect.x, rect.y };
  return TRUE;
}

/* Beside what stands there already, in its row, else below it, in its column; without growing the frame. */
static gboolean
find_aligned_room (LpStage *stage, guint container, double width, double height, LpPoint *corner)
{
  LpRect frame = lp_scene_get_placement (stage->scene)->rect[container];
  LpIndices children = lp_design_get_children (lp_stage_get_design (stage), container);
  double right = frame.x + frame.w - MARGIN - width, bottom = frame.y + frame.h - MARGIN - height;
  LpPoint at;

  for (guint i = 0; i < children.n; i++)
    if (aligned_corner (stage, children.items[i], width, &at) && at.y <= bottom)
      for (*corner = at; corner->x <= right; corner->x += LP_GRID)
        if (is_free (stage, container, (LpRect) { corner->x, corner->y, width, height }))
          return TRUE;
  for (guint i = 0; i < children.n; i++)
    if (aligned_corner (stage, children.items[i], width, &at) && at.x <= right)
      for (*corner = at; corner->y <= bottom; corner->y += LP_GRID)
        if (is_free (stage, container, (LpRect) { corner->x, corner->y, width, height }))
          return TRUE;
  return FALSE;
}

/* Aligned with what is there, else row by row inside the frame, then below what is there. */
static LpPoint
find_room_in_frame (LpStage *stage, guint container, double width, double height)
{
  LpRect frame = lp_scene_get_placement (stage->scene)->rect[container];
  double right = frame.x + MAX (frame.w, width + 2 * MARGIN) - MARGIN;
  LpPoint corner;

  if (find_aligned_room (stage, container, width, height, &corner))
    return corner;
  corner = (LpPoint) { frame.x + MARGIN, frame.y + HEADER };
  for (guint tries = 0; tries < 4096; tries++)
    {
      if (is_free (stage, container, (LpRect){ corner.x, corner.y, width, height }))
        return corner;
      corner.x += MARGIN;
      if (corner.x + width > right)
        corner = (LpPoint){ frame.x + MARGIN, corner.y + MARGIN };
    }
  return corner;
}

/* In growing squares about the middle of what is seen. */
static LpPoint
find_room_in_view (LpStage *stage, double width, double height)
{
  LpPoint middle = lp_rect_centre (lp_viewport_get_visible (stage->viewport));
  LpPoint start = { lp_snap (middle.x - width / 2), lp_snap (middle.y - height / 2) };

  for (int ring = 0; ring < 64; ring++)
    for (int dy = -ring; dy <= ring; dy++)
      for (int dx = -ring; dx <= ring; dx += (ABS (dy) == ring ? 1 : MAX (2 * ring, 1)))
        {
          LpPoint corner = { start.x + dx * 2 * MARGIN, start.y + dy * 2 * MARGIN };
          if (is_free (stage, LP_NONE, (LpRect){ corner.x, corner.y, width, height }))
            return corner;
        }
  return start;
}

LpPoint
lp_arrange_find_room (LpStage *stage, guint container, double width, double height)
{
  return container != LP_NONE ? find_room_in_frame (stage, container, width, height)
                              : find_room_in_view (stage, width, height);
}

typedef struct
{
  const char *kind;
  gboolean is_container;
  guint container;
  LpPoint corner; /* of the tile or the frame */
} Newcomer;

/* A note is as large as it is drawn, and stands in no cell. */
static gboolean
measure_annotation (LpStage *stage, const char *kind, LpPoint *size)
{
  const LpKind *known = lp_catalogue_find (stage->catalogue, kind);

  if (known == NULL || !lp_kind_is_annotation (known))
    return FALSE;
  g_autoptr (LpComponent) sample = lp_component_new (kind, kind);
  lp_annotation_measure (sample, known, &size->x, &size->y);
  return TRUE;
}

static char *
add (LpStage *stage, const Newcomer *newcomer, GError **error)
{
  LpPoint base = lp_arrange_get_corner (stage, newcomer->container), corner = newcomer->corner;

  if (newcomer->container != LP_NONE)
    {
      corner.x = MAX (corner.x, base.x + LP_GRID);
      corner.y = MAX (corner.y, base.y + HEADER - LP_GRID);
    }
  if (!lp_arrange_pin (stage, error))
    return NULL;
  LpPoint at = { corner.x - base.x, corner.y - base.y };
  g_autofree char *id
      = lp_edit_add_component (stage->document, newcomer->kind, lp_stage_get_id (stage, newcomer->container), &at, error);
  if (id == NULL)
    return NULL;
  LpRect area = { corner.x - (CELL_WIDTH - TILE) / 2, corner.y, CELL_WIDTH, CELL_HEIGHT };
  LpPoint size;
  if (measure_annotation (stage, newcomer->kind, &size))
    area = (LpRect){ corner.x, corner.y, size.x, size.y };
  if (newcomer->is_container)
    {
      area = (LpRect){ corner.x, corner.y, FRAME_WIDTH, FRAME_HEIGHT };
      if (!lp_edit_set_size (stage->document, id, FRAME_WIDTH, FRAME_HEIGHT, error))
        return NULL;
    }
  if (!lp_arrange_hold (stage, newcomer->container, area, error))
    return NULL;
  return g_steal_pointer (&id);
}

static gboolean
is_container_kind (LpStage *stage, const char *kind)
{
  const LpKind *known = lp_catalogue_find (stage->catalogue, kind);

  return known != NULL && known->is_container;
}

char *
lp_arrange_add (LpStage *stage, const char *kind, guint container, LpPoint corner, GError **error)
{
  Newcomer newcomer
      = { .kind = kind, .is_container = is_container_kind (stage, kind), .container = container, .corner = corner };

  return add (stage, &newcomer, error);
}

LpPoint
lp_arrange_new_size (LpStage *stage, const char *kind)
{
  LpPoint size;

  if (measure_annotation (stage, kind, &size))
    return size;
  return is_container_kind (stage, kind) ? (LpPoint) { FRAME_WIDTH, FRAME_HEIGHT } : (LpPoint) { TILE, TILE };
}

LpPoint
lp_arrange_find_room_beside (LpStage *stage, guint component, guint container, const char *kind)
{
  LpRect rect = lp_scene_get_placement (stage->scene)->rect[component];
  gboolean is_frame = is_container_kind (stage, kind);
  LpPoint cell = is_frame ? (LpPoint) { FRAME_WIDTH, FRAME_HEIGHT } : (LpPoint) { CELL_WIDTH, CELL_HEIGHT };
  double inset = is_frame ? 0 : (CELL_WIDTH - TILE) / 2;
  LpPoint corner;

  if (lp_design_get_parent (lp_stage_get_design (stage), component) != container)
    {
      corner = lp_arrange_find_room (stage, container, cell.x, cell.y);
      return (LpPoint) { lp_snap (corner.x + inset), lp_snap (corner.y) };
    }
  /* Column by column, from its own row downwards. */
  for (guint tries = 0; tries < 64; tries++)
    {
      corner = (LpPoint) { lp_snap (rect.x + rect.w + CELL_WIDTH + tries / 6 * cell.x),
                           lp_snap (rect.y + tries % 6 * (cell.y + MARGIN)) };
      if (is_free (stage, container, (LpRect) { corner.x - inset, corner.y, cell.x, cell.y }))
        break;
    }
  return corner;
}

/* Zones stand side by side, their tops level: right of the last of them, where there is one. */
static gboolean
corner_beside_zones (LpStage *stage, const Newcomer *newcomer, LpPoint size, LpPoint *corner)
{
  const LpDesign *design = lp_stage_get_design (stage);
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  LpIndices children = lp_design_get_children (design, newcomer->container);
  guint last = LP_NONE;

  if (!g_str_equal (newcomer->kind, "availability-zone"))
    return FALSE;
  for (guint i = 0; i < children.n; i++)
    if (g_str_equal (lp_design_get_component (design, children.items[i])->kind, newcomer->kind)
        && (last == LP_NONE || placement->rect[children.items[i]].x > placement->rect[last].x))
      last = children.items[i];
  if (last == LP_NONE)
    return FALSE;
  LpRect rect = placement->rect[last];
  *corner = (LpPoint){ lp_snap (rect.x + rect.w + 2 * LP_GRID), rect.y };
  return is_free (stage, newcomer->container, (LpRect){ corner->x, corner->y, size.x, size.y });
}

/* Where title blocks are looked for: below the drawing, at its right. */
static LpPoint
title_block_corner (LpStage *stage, LpPoint size)
{
  LpRect all = lp_scene_get_placement (stage->scene)->bounds;

  return (LpPoint){ lp_snap (all.x + all.w - size.x), lp_snap (all.y + all.h + 2 * MARGIN) };
}

/* FALSE, with a message, where the pointed-at container refuses it. */
static gboolean
find_place (LpStage *stage, const LpPoint *at, Newcomer *newcomer)
{
  LpPoint size = lp_arrange_new_size (stage, newcomer->kind);
  double width = size.x, height = size.y;

  if (at != NULL)
    {
      newcomer->container = lp_scene_container_at (stage->scene, *at, LP_NONE);
      newcomer->corner = (LpPoint){ lp_snap (at->x - width / 2), lp_snap (at->y - height / 2) };
      g_autofree char *refusal = lp_arrange_refusal (stage, newcomer->kind, newcomer->container);
      if (refusal != NULL)
        lp_stage_message (stage, refusal);
      return refusal == NULL;
    }
  if (g_str_equal (newcomer->kind, "title-block"))
    {
      newcomer->corner = title_block_corner (stage, size);
      return TRUE;
    }
  newcomer->container = lp_arrange_find_container (stage, newcomer->kind);
  if (corner_beside_zones (stage, newcomer, size, &newcomer->corner))
    return TRUE;
  gboolean has_cell = !newcomer->is_container && width == TILE && height == TILE;
  double cell_width = has_cell ? CELL_WIDTH : width;
  double cell_height = has_cell ? CELL_HEIGHT : height;
  LpPoint cell = lp_arrange_find_room (stage, newcomer->container, cell_width, cell_height);
  newcomer->corner = (LpPoint){ lp_snap (cell.x + (cell_width - width) / 2), cell.y };
  return TRUE;
}

char *
lp_arrange_place (LpStage *stage, const char *kind, const LpPoint *at)
{
  g_return_val_if_fail (LP_IS_STAGE (stage), NULL);
  g_return_val_if_fail (stage->scene != NULL, NULL);

  const LpKind *known = lp_catalogue_find (stage->catalogue, kind);
  Newcomer newcomer = { .kind = kind, .is_container = known != NULL && known->is_container, .container = LP_NONE };
  if (!find_place (stage, at, &newcomer))
    return NULL;
  g_autoptr (GError) error = NULL;
  lp_document_begin (stage->document, _("Place"));
  g_autofree char *id = add (stage, &newcomer, &error);
  if (!lp_stage_finish (stage, error))
    return NULL;
  lp_recent_kinds_note (kind);
  lp_selection_set (stage->selection, id);
  return g_steal_pointer (&id);
}
