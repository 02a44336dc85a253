/* Containers that grow, and what stands beside them making room. Several edits of one transaction may follow each
 * other, so places are those that the document has now, not those of the scene. */
#include <math.h>

#include "ui/canvas/arrange.h"

#define MARGIN 24.0
#define HEADER 40.0

static const LpComponent *
record_of (LpStage *stage, guint component)
{
  return lp_document_get_component (stage->document, lp_stage_get_id (stage, component));
}

static guint
parent_of (LpStage *stage, guint component)
{
  const char *in = record_of (stage, component)->in;

  return in != NULL ? lp_design_find (lp_stage_get_design (stage), in) : LP_NONE;
}

/* The size in the document is the least that a frame has; beyond it, it is as large as what stands in it needs, which
 * is what the scene shows as long as nobody gave it another. */
static void
set_size_now (LpStage *stage, guint component, LpRect *rect)
{
  const LpComponent *record = record_of (stage, component);
  const LpComponent *shown = lp_design_get_component (lp_stage_get_design (stage), component);

  if (!lp_scene_get_placement (stage->scene)->is_frame[component] || !record->has_size
      || (shown->has_size && shown->width == record->width && shown->height == record->height))
    return;
  rect->w = record->width;
  rect->h = record->height;
}

static LpRect
rect_now (LpStage *stage, guint component)
{
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  LpRect rect = placement->rect[component];
  LpPoint inset = { 0, 0 };

  set_size_now (stage, component, &rect);
  if (!placement->is_frame[component])
    inset = (LpPoint){ rect.x - placement->origin[component].x, rect.y - placement->origin[component].y };
  rect.x = inset.x;
  rect.y = inset.y;
  for (guint i = component; i != LP_NONE; i = parent_of (stage, i))
    {
      rect.x += record_of (stage, i)->at.x;
      rect.y += record_of (stage, i)->at.y;
    }
  return rect;
}

/* With its label. */
static LpRect
extent_now (LpStage *stage, guint component)
{
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  LpRect rect = rect_now (stage, component), was = placement->rect[component], extent = placement->extent[component];

  if (placement->is_frame[component])
    return rect;
  extent.x += rect.x - was.x;
  extent.y += rect.y - was.y;
  return extent;
}

/* --- making room ------------------------------------------------------------------------------------- */

typedef struct
{
  guint container;        /* what grows; one of them, where they are several */
  const GArray *together; /* those several siblings; or NULL */
  LpRect old, grown;
  double clear;  /* what comes nearer than this is in the way */
  LpPoint forth; /* what stands right of it goes right by x, what stands below it goes down by y */
  LpPoint back;  /* what stands left of it goes left by x, what stands above it goes up by y */
} Growth;

static gboolean
is_right_of (const Growth *growth, LpRect extent)
{
  return extent.x >= growth->old.x + growth->old.w;
}

static gboolean
is_below (const Growth *growth, LpRect extent)
{
  return extent.y >= growth->old.y + growth->old.h;
}

static gboolean
is_left_of (const Growth *growth, LpRect extent)
{
  return extent.x + extent.w <= growth->old.x;
}

static gboolean
is_above (const Growth *growth, LpRect extent)
{
  return extent.y + extent.h <= growth->old.y;
}

static void
at_least (double *least, double value)
{
  *least = MAX (*least, ceil (value / LP_GRID) * LP_GRID);
}

/* What the growing frame would come to lie on decides how far. */
static void
measure (Growth *growth, LpRect extent)
{
  LpRect old = growth->old, grown = growth->grown;

  if (!lp_rect_overlaps (lp_rect_grow (grown, growth->clear), extent))
    return;
  if (is_right_of (growth, extent) && grown.x + grown.w > old.x + old.w)
    at_least (&growth->forth.x, grown.x + grown.w + MARGIN - extent.x);
  else if (is_left_of (growth, extent) && grown.x < old.x)
    at_least (&growth->back.x, extent.x + extent.w + MARGIN - grown.x);
  else if (is_below (growth, extent) && grown.y + grown.h > old.y + old.h)
    at_least (&growth->forth.y, grown.y + grown.h + MARGIN - extent.y);
  else if (is_above (growth, extent) && grown.y < old.y)
    at_least (&growth->back.y, extent.y + extent.h + MARGIN - grown.y);
}

/* Everything on that side goes by the same distance: rows and columns stay what they are. Only what is locked stays. */
static gboolean
push (LpStage *stage, const Growth *growth, guint sibling, LpRect *area, GError **error)
{
  LpRect extent = extent_now (stage, sibling);
  LpPoint at = record_of (stage, sibling)->at, by = { 0, 0 };

  if (is_right_of (growth, extent))
    by.x = growth->forth.x;
  else if (is_left_of (growth, extent))
    by.x = -growth->back.x;
  if (is_below (growth, extent))
    by.y = growth->forth.y;
  else if (is_above (growth, extent))
    by.y = -growth->back.y;
  if ((by.x == 0 && by.y == 0) || record_of (stage, sibling)->locked)
    return TRUE;
  extent.x += by.x;
  extent.y += by.y;
  *area = lp_rect_union (*area, extent);
  return lp_edit_set_at (stage->document, lp_stage_get_id (stage, sibling), (LpPoint){ at.x + by.x, at.y + by.y }, error);
}

static gboolean
is_beside (LpStage *stage, const Growth *growth, guint sibling)
{
  for (guint i = 0; growth->together != NULL && i < growth->together->len; i++)
    if (g_array_index (growth->together, guint, i) == sibling)
      return FALSE;
  return sibling != growth->container
         && g_strcmp0 (record_of (stage, sibling)->in, record_of (stage, growth->container)->in) == 0;
}

/* `area` becomes what the container around them must hold. */
static gboolean
make_room (LpStage *stage, Growth *growth, LpRect *area, GError **error)
{
  LpIndices siblings = lp_design_get_children (lp_stage_get_design (stage), parent_of (stage, growth->container));

  for (guint i = 0; i < siblings.n; i++)
    if (is_beside (stage, growth, siblings.items[i]))
      measure (growth, extent_now (stage, siblings.items[i]));
  *area = growth->grown;
  for (guint i = 0; i < siblings.n; i++)
    if (is_beside (stage, growth, siblings.items[i])
        && !push (stage, growth, siblings.items[i], area, error))
      return FALSE;
  return TRUE;
}

/* --- containers that hold ---------------------------------------------------------------------------- */

/* Where the frame begins and ends on one axis so that what lies between `first` and `last` is inside. Only what
 * comes over the border itself makes it begin earlier. */
static void
reach (double *from, double *size, double first, double last, double before)
{
  double end = MAX (*from + *size, *from + ceil ((last + MARGIN - *from) / LP_GRID) * LP_GRID);

  if (first < *from + before - MARGIN + LP_GRID)
    *from -= ceil ((*from + before - first) / LP_GRID) * LP_GRID;
  *size = end - *from;
}

/* The frame's corner goes, and what stands in it stays. Where it has a size, its right and bottom edges stay too. */
static gboolean
move_corner (LpStage *stage, guint container, LpRect old, LpRect grown, GError **error)
{
  const LpComponent *record = record_of (stage, container);
  LpPoint by = { grown.x - old.x, grown.y - old.y };

  if (by.x == 0 && by.y == 0)
    return TRUE;
  /* Also what has come into it since the scene was made. */
  g_autoptr (LpDesign) design = lp_document_snapshot (stage->document);
  LpIndices children = lp_design_get_children (design, lp_design_find (design, record->id));
  if (record->has_size
      && !lp_edit_set_size (stage->document, lp_stage_get_id (stage, container), record->width - by.x, record->height - by.y,
                            error))
    return FALSE;
  LpPoint at = record_of (stage, container)->at;
  if (!lp_edit_set_at (stage->document, lp_stage_get_id (stage, container), (LpPoint){ at.x + by.x, at.y + by.y }, error))
    return FALSE;
  for (guint i = 0; i < children.n; i++)
    {
      const LpComponent *child = lp_design_get_component (design, children.items[i]);
      if (!lp_edit_set_at (stage->document, child->id, (LpPoint){ child->at.x - by.x, child->at.y - by.y }, error))
        return FALSE;
    }
  return lp_arrange_shift_lines (stage, lp_stage_get_id (stage, container), (LpPoint){ -by.x, -by.y }, error);
}

/* To the left and upwards only where `all_sides`. */
static gboolean
hold (LpStage *stage, guint container, LpRect area, gboolean all_sides, GError **error)
{
  for (guint i = container; i != LP_NONE; i = parent_of (stage, i))
    {
      Growth growth = { .container = i, .old = rect_now (stage, i), .clear = LP_GRID };
      growth.grown = growth.old;
      reach (&growth.grown.x, &growth.grown.w, all_sides ? area.x : G_MAXDOUBLE, area.x + area.w, MARGIN);
      reach (&growth.grown.y, &growth.grown.h, all_sides ? area.y : G_MAXDOUBLE, area.y + area.h, HEADER);
      if (growth.grown.w == growth.old.w && growth.grown.h == growth.old.h)
        break;
      if (!move_corner (stage, i, growth.old, growth.grown, error) || !make_room (stage, &growth, &area, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
lp_arrange_hold (LpStage *stage, guint container, LpRect area, GError **error)
{
  return hold (stage, container, area, FALSE, error);
}

gboolean
lp_arrange_hold_around (LpStage *stage, guint container, LpRect area, GError **error)
{
  return hold (stage, container, area, TRUE, error);
}

gboolean
lp_arrange_make_room (LpStage *stage, guint container, LpRect from, LpRect to, double clear, GError **error)
{
  Growth growth = { .container = container, .old = from, .grown = to, .clear = clear };
  LpRect area = to;

  return make_room (stage, &growth, &area, error)
         && hold (stage, parent_of (stage, container), area, TRUE, error);
}

gboolean
lp_arrange_make_room_for (LpStage *stage, const GArray *siblings, LpRect from, LpRect to, GError **error)
{
  guint first = g_array_index (siblings, guint, 0);
  Growth growth = { .container = first, .together = siblings, .old = from, .grown = to, .clear = LP_GRID };
  LpRect area = to;

  return make_room (stage, &growth, &area, error) && hold (stage, parent_of (stage, first), area, TRUE, error);
}

gboolean
lp_arrange_shift (LpStage *stage, guint component, LpPoint by, GError **error)
{
  LpPoint at = record_of (stage, component)->at;

  return lp_edit_set_at (stage->document, lp_stage_get_id (stage, component), (LpPoint){ at.x + by.x, at.y + by.y }, error)
         && hold (stage, parent_of (stage, component), extent_now (stage, component), TRUE, error);
}
