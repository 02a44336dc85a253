/* Containers that grow, and what stands beside them making room. Several edits of one transaction may follow each
 * other, so places are those that the document has now, not those of the scene. */
#include <math.h>

#include "ui/canvas/arrange.h"

#define MARGIN 24.0

static const char *
id_of (LpStage *stage, guint component)
{
  return lp_design_get_component (lp_stage_get_design (stage), component)->id;
}

static const LpComponent *
record_of (LpStage *stage, guint component)
{
  return lp_document_get_component (stage->document, id_of (stage, component));
}

static guint
parent_of (LpStage *stage, guint component)
{
  const char *in = record_of (stage, component)->in;

  return in != NULL ? lp_design_find (lp_stage_get_design (stage), in) : LP_NONE;
}

static LpRect
rect_now (LpStage *stage, guint component)
{
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  const LpComponent *record = record_of (stage, component);
  LpRect rect = placement->rect[component];

  if (placement->is_frame[component] && record->has_size)
    {
      rect.w = record->width;
      rect.h = record->height;
    }
  rect.x = rect.y = 0;
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
  guint container;
  LpRect old, grown;
  LpPoint by; /* what stands right of it goes right by x, what stands below it goes down by y */
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

/* What the growing frame would come to lie on decides how far. */
static void
measure (Growth *growth, LpRect extent)
{
  if (!lp_rect_overlaps (lp_rect_grow (growth->grown, LP_GRID), extent))
    return;
  double x = growth->grown.x + growth->grown.w + MARGIN - extent.x;
  double y = growth->grown.y + growth->grown.h + MARGIN - extent.y;
  if (is_right_of (growth, extent) && growth->grown.w > growth->old.w)
    growth->by.x = MAX (growth->by.x, ceil (x / LP_GRID) * LP_GRID);
  else if (is_below (growth, extent) && growth->grown.h > growth->old.h)
    growth->by.y = MAX (growth->by.y, ceil (y / LP_GRID) * LP_GRID);
}

/* Everything on that side goes by the same distance: rows and columns stay what they are. */
static gboolean
push (LpStage *stage, const Growth *growth, guint sibling, LpRect *area, GError **error)
{
  LpRect extent = extent_now (stage, sibling);
  LpPoint at = record_of (stage, sibling)->at;
  LpPoint by = { is_right_of (growth, extent) ? growth->by.x : 0, is_below (growth, extent) ? growth->by.y : 0 };

  if (by.x == 0 && by.y == 0)
    return TRUE;
  extent.x += by.x;
  extent.y += by.y;
  *area = lp_rect_union (*area, extent);
  return lp_edit_set_at (stage->document, id_of (stage, sibling), (LpPoint) { at.x + by.x, at.y + by.y }, error);
}

static gboolean
is_sibling (LpStage *stage, guint a, guint b)
{
  return a != b && record_of (stage, a)->in == record_of (stage, b)->in;
}

/* `area` becomes what the container around them must hold. */
static gboolean
make_room (LpStage *stage, Growth *growth, LpRect *area, GError **error)
{
  LpIndices siblings = lp_design_get_children (lp_stage_get_design (stage), parent_of (stage, growth->container));

  for (guint i = 0; i < siblings.n; i++)
    if (is_sibling (stage, siblings.items[i], growth->container))
      measure (growth, extent_now (stage, siblings.items[i]));
  *area = growth->grown;
  for (guint i = 0; i < siblings.n; i++)
    if (is_sibling (stage, siblings.items[i], growth->container)
        && !push (stage, growth, siblings.items[i], area, error))
      return FALSE;
  return TRUE;
}

static double
reach (double from, double size, double to)
{
  return MAX (size, ceil ((to + MARGIN - from) / LP_GRID) * LP_GRID);
}

gboolean
lp_arrange_hold (LpStage *stage, guint container, LpRect area, GError **error)
{
  for (guint i = container; i != LP_NONE; i = parent_of (stage, i))
    {
      Growth growth = { .container = i, .old = rect_now (stage, i) };
      growth.grown = growth.old;
      growth.grown.w = reach (growth.old.x, growth.old.w, area.x + area.w);
      growth.grown.h = reach (growth.old.y, growth.old.h, area.y + area.h);
      if (growth.grown.w == growth.old.w && growth.grown.h == growth.old.h)
        break;
      if (!lp_edit_set_size (stage->document, id_of (stage, i), growth.grown.w, growth.grown.h, error)
          || !make_room (stage, &growth, &area, error))
        return FALSE;
    }
  return TRUE;
}
