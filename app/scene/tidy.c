#include "scene/tidy.h"

#include <math.h>

#define GRID 8.0
#define MARGIN 24.0

typedef struct
{
  const LpDesign *design;
  const LpPlacement *placement;
  guint8 *member;  /* by component: in the block */
  guint8 *still;   /* by component: stays where it is: locked, in something locked, or around something locked */
  guint8 *is_root;
} Block;

static void
gather (Block *block, guint component, gboolean held)
{
  gboolean locked = lp_design_get_component (block->design, component)->locked;
  LpIndices children = lp_design_get_children (block->design, component);
  block->member[component] = TRUE;
  block->still[component] |= held || locked;
  for (guint i = 0; i < children.n; i++)
    gather (block, children.items[i], held || locked);
  for (guint at = component; locked && at != LP_NONE; at = lp_design_get_parent (block->design, at))
    block->still[at] = TRUE;
}

/* Whether the frame is locked itself, or stands in something that is: then its size stays too. */
static gboolean
keeps_size (const Block *block, guint component)
{
  for (guint at = component; at != LP_NONE; at = lp_design_get_parent (block->design, at))
    if (lp_design_get_component (block->design, at)->locked)
      return TRUE;
  return FALSE;
}

static LpPoint
place_of (const Block *block, guint component)
{
  LpPoint origin = block->placement->origin[component];
  guint parent = lp_design_get_parent (block->design, component);
  if (block->placement->is_frame[component])
    origin = (LpPoint){ block->placement->rect[component].x, block->placement->rect[component].y };
  if (block->is_root[component] || parent == LP_NONE)
    return origin;
  LpRect around = block->placement->rect[parent];
  return (LpPoint){ origin.x - around.x, origin.y - around.y };
}

static LpComponent *
copy_of (const Block *block, guint component)
{
  LpComponent *copy = lp_component_copy (lp_design_get_component (block->design, component));
  LpRect rect = block->placement->rect[component];
  if (block->is_root[component])
    lp_component_set_in (copy, NULL);
  if (block->still[component])
    lp_component_set_at (copy, place_of (block, component));
  else
    copy->has_at = FALSE;
  if (!block->placement->is_frame[component])
    return copy;
  copy->has_size = FALSE;
  if (keeps_size (block, component))
    lp_component_set_size (copy, rect.w, rect.h);
  return copy;
}

/* The layout is not bound by lines laid by hand. */
static GPtrArray *
lines_of (const Block *block)
{
  GPtrArray *lines = g_ptr_array_new ();
  for (guint i = 0; i < lp_design_get_n_connections (block->design); i++)
    if (block->member[lp_design_get_source (block->design, i)]
        && block->member[lp_design_get_target (block->design, i)])
      g_ptr_array_add (lines, lp_connection_ref ((LpConnection *) lp_design_get_connection (block->design, i)));
  return lines;
}

static LpRect
bounds_of (const LpPlacement *placement, const LpDesign *design)
{
  LpIndices top = lp_design_get_children (design, LP_NONE);
  LpRect all = { 0, 0, 0, 0 };
  for (guint i = 0; i < top.n; i++)
    all = lp_rect_union (all, placement->extent[top.items[i]]);
  return all;
}

static void
move_all (LpPlacement *placement, double dx, double dy)
{
  for (guint i = 0; i < placement->n; i++)
    {
      placement->rect[i].x += dx;
      placement->rect[i].y += dy;
      placement->extent[i].x += dx;
      placement->extent[i].y += dy;
      placement->origin[i].x += dx;
      placement->origin[i].y += dy;
    }
}

/* Its upper left corner stays where it was, unless something in it cannot move. */
static void
anchor (LpTidy *tidy, const Block *block)
{
  tidy->is = bounds_of (tidy->placement, tidy->design);
  for (guint i = 0; i < tidy->placement->n; i++)
    if (block->still[tidy->numbers[i]])
      return;
  double dx = round ((tidy->was.x - tidy->is.x) / GRID) * GRID, dy = round ((tidy->was.y - tidy->is.y) / GRID) * GRID;
  move_all (tidy->placement, dx, dy);
  tidy->is.x += dx;
  tidy->is.y += dy;
}

static LpTidy *
tidy_block (const Block *block, const LpCatalogue *catalogue, const guint *roots, guint n_roots)
{
  LpTidy *tidy = g_new0 (LpTidy, 1);
  guint n = lp_design_get_n_components (block->design), k = 0;
  GPtrArray *components = g_ptr_array_new ();
  tidy->numbers = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    if (block->member[i])
      {
        g_ptr_array_add (components, copy_of (block, i));
        tidy->numbers[k++] = i;
      }
  for (guint i = 0; i < n_roots; i++)
    tidy->was = lp_rect_union (tidy->was, block->placement->extent[roots[i]]);
  tidy->design = lp_design_new (lp_header_new (), components, lines_of (block));
  tidy->placement = lp_placement_new (tidy->design, catalogue);
  anchor (tidy, block);
  return tidy;
}

LpTidy *
lp_tidy_new (const LpDesign *design, const LpCatalogue *catalogue, const LpPlacement *placement, const guint *roots,
             guint n_roots)
{
  guint n = lp_design_get_n_components (design);
  g_autofree guint8 *member = g_new0 (guint8, n + 1);
  g_autofree guint8 *still = g_new0 (guint8, n + 1);
  g_autofree guint8 *is_root = g_new0 (guint8, n + 1);
  Block block = { design, placement, member, still, is_root };
  gboolean any = FALSE;
  for (guint i = 0; i < n_roots; i++)
    {
      is_root[roots[i]] = TRUE;
      gather (&block, roots[i], FALSE);
    }
  for (guint i = 0; i < n; i++)
    any |= member[i] && !still[i];
  return any ? tidy_block (&block, catalogue, roots, n_roots) : NULL;
}

void
lp_tidy_free (LpTidy *tidy)
{
  lp_placement_free (tidy->placement);
  lp_design_unref (tidy->design);
  g_free (tidy->numbers);
  g_free (tidy);
}

gboolean
lp_placement_hugs (const LpPlacement *placement, const LpDesign *design, guint frame)
{
  LpIndices children = lp_design_get_children (design, frame);
  LpRect rect = placement->rect[frame], held = { 0, 0, 0, 0 };
  for (guint i = 0; i < children.n; i++)
    held = lp_rect_union (held, placement->extent[children.items[i]]);
  return children.n > 0 && ceil ((held.x + held.w + MARGIN - rect.x) / GRID) * GRID == rect.w
         && ceil ((held.y + held.h + MARGIN - rect.y) / GRID) * GRID == rect.h;
}
