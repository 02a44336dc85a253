#include "ui/canvas/copies-room.h"

#include <math.h>

#include "ui/canvas/arrange.h"

#define MARGIN 24.0
#define HEADER 32.0
#define EDGE 8.0
/* How far a free place is looked for, in steps. */
#define RINGS 48
/* How many copies side by side or below each other before any free place will do. */
#define IN_LINE 6
/* Of more things only what they cover together has to be free. */
#define MOST_CHECKED 16

void
lp_copies_put_all_into (LpCopies *copies, guint container)
{
  for (guint i = 0; i < copies->roots.n; i++)
    copies->containers[i] = container;
}

const LpComponent *
lp_copies_get_root (const LpCopies *copies, guint i)
{
  return lp_design_get_component (copies->clip, copies->roots.items[i]);
}

static LpRect
moved (LpRect rect, LpPoint by)
{
  return (LpRect){ rect.x + by.x, rect.y + by.y, rect.w, rect.h };
}

LpRect
lp_copies_get_extent (const LpCopies *copies, guint root, LpPoint offset)
{
  return moved (copies->extents[root], offset);
}

static LpRect
frame_of (const LpCopies *copies, guint container)
{
  return lp_scene_get_placement (copies->stage->scene)->rect[container];
}

static gboolean
may_hold (const LpCopies *copies, guint container)
{
  const LpDesign *design = lp_stage_get_design (copies->stage);

  if (!lp_scene_get_placement (copies->stage->scene)->is_frame[container]
      || lp_design_get_component (design, container)->collapsed)
    return FALSE;
  for (guint i = 0; i < copies->roots.n; i++)
    {
      g_autofree char *refusal = lp_arrange_refusal (copies->stage, lp_copies_get_root (copies, i)->kind, container);
      if (refusal != NULL)
        return FALSE;
    }
  return TRUE;
}

/* The first that may hold it, from there outwards; LP_NONE: the top level, which may hold anything. */
guint
lp_copies_find_holder (const LpCopies *copies, guint from)
{
  const LpDesign *design = lp_stage_get_design (copies->stage);

  while (from != LP_NONE && !may_hold (copies, from))
    from = lp_design_get_parent (design, from);
  return from;
}

/* The selected container, unless it is the very thing that was copied. */
guint
lp_copies_find_selected_holder (const LpCopies *copies)
{
  const char *id = lp_selection_get_single (copies->stage->selection);
  guint selected = id != NULL ? lp_design_find (lp_stage_get_design (copies->stage), id) : LP_NONE;

  if (selected == LP_NONE || lp_design_find (copies->clip, id) != LP_NONE || !may_hold (copies, selected))
    return LP_NONE;
  return selected;
}

static gboolean
is_free_in (const LpCopies *copies, guint container, LpRect area)
{
  LpIndices siblings = lp_design_get_children (lp_stage_get_design (copies->stage), container);
  const LpPlacement *placement = lp_scene_get_placement (copies->stage->scene);

  for (guint i = 0; i < siblings.n; i++)
    if (lp_rect_overlaps (lp_rect_grow (placement->extent[siblings.items[i]], EDGE / 2), area))
      return FALSE;
  if (container == LP_NONE)
    return TRUE;
  LpRect frame = placement->rect[container];
  return area.x >= frame.x + EDGE && area.y >= frame.y + HEADER;
}

gboolean
lp_copies_is_free (const LpCopies *copies, LpPoint offset)
{
  if (copies->roots.n > MOST_CHECKED)
    return is_free_in (copies, copies->containers[0], moved (copies->bounds, offset));
  for (guint i = 0; i < copies->roots.n; i++)
    if (!is_free_in (copies, copies->containers[i], lp_copies_get_extent (copies, i, offset)))
      return FALSE;
  return TRUE;
}

static gboolean
is_inside (const LpCopies *copies, LpPoint offset)
{
  for (guint i = 0; i < copies->roots.n; i++)
    if (copies->containers[i] != LP_NONE
        && !lp_rect_encloses (frame_of (copies, copies->containers[i]),
                              lp_rect_grow (lp_copies_get_extent (copies, i, offset), EDGE)))
      return FALSE;
  return TRUE;
}

/* Below all that stands there. */
static LpPoint
find_below (const LpCopies *copies, LpPoint wanted)
{
  const LpPlacement *placement = lp_scene_get_placement (copies->stage->scene);
  double bottom = copies->bounds.y + wanted.y;

  for (guint i = 0; i < copies->roots.n; i++)
    {
      LpIndices siblings = lp_design_get_children (lp_stage_get_design (copies->stage), copies->containers[i]);
      for (guint k = 0; k < siblings.n; k++)
        {
          LpRect extent = placement->extent[siblings.items[k]];
          bottom = MAX (bottom, extent.y + extent.h + MARGIN);
        }
    }
  return (LpPoint){ wanted.x, lp_snap (bottom - copies->bounds.y + LP_GRID / 2) };
}

/* The nearest free place, in growing squares; to the right before to the left, below before above. What is large is
 * not tried at every step. */
LpPoint
lp_copies_find_near (const LpCopies *copies, LpPoint wanted)
{
  double step = MAX (MARGIN, lp_snap (MIN (copies->bounds.w, copies->bounds.h) / 4));

  if (lp_copies_is_free (copies, wanted))
    return wanted;
  for (int ring = 1; ring <= RINGS; ring++)
    for (int dy = ring; dy >= -ring; dy--)
      for (int dx = ring; dx >= -ring; dx -= ABS (dy) == ring ? 1 : 2 * ring)
        {
          LpPoint offset = { wanted.x + dx * step, wanted.y + dy * step };
          if (lp_copies_is_free (copies, offset))
            return offset;
        }
  return find_below (copies, wanted);
}

/* Beside the original in its row, else below it in its column, as long as the containers need not grow. */
LpPoint
lp_copies_find_beside (const LpCopies *copies)
{
  double width = ceil ((copies->bounds.w + MARGIN) / LP_GRID) * LP_GRID;
  double height = ceil ((copies->bounds.h + MARGIN) / LP_GRID) * LP_GRID;

  for (guint below = 0; below < 2; below++)
    for (guint i = 1; i <= IN_LINE; i++)
      {
        LpPoint offset = { below ? 0 : i * width, below ? i * height : 0 };
        if (lp_copies_is_free (copies, offset) && is_inside (copies, offset))
          return offset;
      }
  return lp_copies_find_near (copies, (LpPoint){ width, 0 });
}

/* So that the first of them stands on the grid. */
static LpPoint
on_grid (const LpCopies *copies, LpPoint offset)
{
  LpPoint first = copies->first;

  return (LpPoint){ lp_snap (first.x + offset.x) - first.x, lp_snap (first.y + offset.y) - first.y };
}

LpPoint
lp_copies_centre_at (const LpCopies *copies, LpPoint at)
{
  LpPoint middle = lp_rect_centre (copies->bounds);

  return on_grid (copies, (LpPoint){ at.x - middle.x, at.y - middle.y });
}

/* In the first corner of the container that is free. */
LpPoint
lp_copies_find_in (const LpCopies *copies, guint container)
{
  LpRect frame = frame_of (copies, container);
  double right = frame.x + frame.w - copies->bounds.w - EDGE, bottom = frame.y + frame.h - copies->bounds.h - EDGE;
  LpPoint corner = { frame.x + MARGIN, frame.y + HEADER + EDGE };

  for (double y = corner.y; y <= bottom; y += MARGIN)
    for (double x = corner.x; x <= right; x += MARGIN)
      {
        LpPoint offset = on_grid (copies, (LpPoint){ x - copies->bounds.x, y - copies->bounds.y });
        if (lp_copies_is_free (copies, offset))
          return offset;
      }
  LpPoint first = { corner.x - copies->bounds.x, corner.y - copies->bounds.y };
  return lp_copies_find_near (copies, on_grid (copies, first));
}

/* Nothing goes out of its container to the left or the top. */
LpPoint
lp_copies_keep_inside (const LpCopies *copies, LpPoint offset)
{
  for (guint i = 0; i < copies->roots.n; i++)
    {
      if (copies->containers[i] == LP_NONE)
        continue;
      LpRect frame = frame_of (copies, copies->containers[i]);
      LpRect extent = copies->extents[i];
      offset.x = MAX (offset.x, ceil ((frame.x + EDGE - extent.x) / LP_GRID) * LP_GRID);
      offset.y = MAX (offset.y, ceil ((frame.y + HEADER - extent.y) / LP_GRID) * LP_GRID);
    }
  return offset;
}
