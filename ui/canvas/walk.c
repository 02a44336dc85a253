#include "ui/canvas/walk.h"

/* How much farther a unit across the direction counts than one along it. */
#define ACROSS 2.0
/* What lies farther to the side than this, for each unit along the direction, does not lie in it. */
#define WIDEST 2.0

static LpRect
rect_of (LpStage *stage, guint component)
{
  return lp_scene_get_placement (stage->scene)->rect[component];
}

/* --- reading order ----------------------------------------------------------------------------------- */

typedef struct
{
  guint component;
  guint row;
  LpRect rect;
} Item;

static int
compare_tops (gconstpointer a, gconstpointer b)
{
  const Item *one = a, *other = b;

  if (one->rect.y != other->rect.y)
    return one->rect.y < other->rect.y ? -1 : 1;
  return (one->component > other->component) - (one->component < other->component);
}

static int
compare_in_rows (gconstpointer a, gconstpointer b)
{
  const Item *one = a, *other = b;

  if (one->row != other->row)
    return one->row < other->row ? -1 : 1;
  if (one->rect.x != other->rect.x)
    return one->rect.x < other->rect.x ? -1 : 1;
  return compare_tops (a, b);
}

/* A row is what begins above the middle of its topmost thing. */
static void
number_rows (GArray *items)
{
  double middle = -G_MAXDOUBLE;
  guint row = 0;

  for (guint i = 0; i < items->len; i++)
    {
      Item *item = &g_array_index (items, Item, i);
      if (item->rect.y >= middle)
        {
          row++;
          middle = item->rect.y + item->rect.h / 2;
        }
      item->row = row;
    }
}

GArray *
lp_walk_children (LpStage *stage, guint container)
{
  const LpDesign *design = lp_stage_get_design (stage);
  LpIndices children = lp_design_get_children (design, container);
  g_autoptr (GArray) items = g_array_sized_new (FALSE, FALSE, sizeof (Item), children.n);
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (guint), children.n);

  if (container != LP_NONE && lp_design_get_component (design, container)->collapsed)
    return order;
  for (guint i = 0; i < children.n; i++)
    {
      Item item = { children.items[i], 0, rect_of (stage, children.items[i]) };
      if (lp_scene_shows_component (stage->scene, item.component))
        g_array_append_val (items, item);
    }
  g_array_sort (items, compare_tops);
  number_rows (items);
  g_array_sort (items, compare_in_rows);
  for (guint i = 0; i < items->len; i++)
    g_array_append_val (order, g_array_index (items, Item, i).component);
  return order;
}

static guint
last_within (LpStage *stage, guint component)
{
  g_autoptr (GArray) children = lp_walk_children (stage, component);

  return children->len == 0 ? component
                            : last_within (stage, g_array_index (children, guint, children->len - 1));
}

static guint
step_back (LpStage *stage, guint from)
{
  guint parent = lp_design_get_parent (lp_stage_get_design (stage), from);
  g_autoptr (GArray) siblings = lp_walk_children (stage, parent);

  for (guint i = 1; i < siblings->len; i++)
    if (g_array_index (siblings, guint, i) == from)
      return last_within (stage, g_array_index (siblings, guint, i - 1));
  return parent;
}

static guint
step_forward (LpStage *stage, guint from)
{
  g_autoptr (GArray) children = lp_walk_children (stage, from);

  if (children->len > 0)
    return g_array_index (children, guint, 0);
  while (from != LP_NONE)
    {
      guint parent = lp_design_get_parent (lp_stage_get_design (stage), from);
      g_autoptr (GArray) siblings = lp_walk_children (stage, parent);
      for (guint i = 0; i + 1 < siblings->len; i++)
        if (g_array_index (siblings, guint, i) == from)
          return g_array_index (siblings, guint, i + 1);
      from = parent;
    }
  return LP_NONE;
}

guint
lp_walk_step (LpStage *stage, guint from, gboolean forward)
{
  if (forward)
    return step_forward (stage, from);
  return from != LP_NONE ? step_back (stage, from) : last_within (stage, LP_NONE);
}

/* --- by direction ------------------------------------------------------------------------------------ */

/* Mirrors and turns the rectangle so that the direction is to the right. */
static LpRect
turn (LpRect r, LpWalkDirection direction)
{
  switch (direction)
    {
    case LP_WALK_LEFT:
      return (LpRect){ -r.x - r.w, r.y, r.w, r.h };
    case LP_WALK_UP:
      return (LpRect){ -r.y - r.h, r.x, r.h, r.w };
    case LP_WALK_DOWN:
      return (LpRect){ r.y, r.x, r.h, r.w };
    default:
      return r;
    }
}

static double
gap_across (LpRect from, LpRect to)
{
  return MAX (0, MAX (to.y - (from.y + from.h), from.y - (to.y + to.h)));
}

/* How far it is to the right; G_MAXDOUBLE where it does not lie there. */
static double
distance (LpRect from, LpRect to)
{
  LpPoint a = lp_rect_centre (from), b = lp_rect_centre (to);

  if (b.x <= a.x || to.x < from.x || gap_across (from, to) > WIDEST * (b.x - a.x))
    return G_MAXDOUBLE;
  /* What is seen straight ahead comes first, then what is nearest to the line. */
  return MAX (0, to.x - (from.x + from.w)) + ACROSS * gap_across (from, to) + fabs (b.y - a.y) / 8;
}

static guint
nearest (LpStage *stage, guint container, guint except, LpRect from, LpWalkDirection direction)
{
  g_autoptr (GArray) children = lp_walk_children (stage, container);
  double best = G_MAXDOUBLE;
  guint found = LP_NONE;

  for (guint i = 0; i < children->len; i++)
    {
      guint child = g_array_index (children, guint, i);
      double away = distance (from, turn (rect_of (stage, child), direction));
      if (child != except && away < best)
        {
          best = away;
          found = child;
        }
    }
  return found;
}

static guint
descend (LpStage *stage, guint container, guint depth, LpRect from, LpWalkDirection direction)
{
  while (lp_design_get_depth (lp_stage_get_design (stage), container) < depth)
    {
      guint child = nearest (stage, container, LP_NONE, from, direction);
      if (child == LP_NONE)
        break;
      container = child;
    }
  return container;
}

guint
lp_walk_go (LpStage *stage, guint from, LpWalkDirection direction)
{
  const LpDesign *design = lp_stage_get_design (stage);

  if (from == LP_NONE)
    return lp_walk_step (stage, LP_NONE, TRUE);
  LpRect here = turn (rect_of (stage, from), direction);
  for (guint at = from; at != LP_NONE; at = lp_design_get_parent (design, at))
    {
      guint beside = nearest (stage, lp_design_get_parent (design, at), at, here, direction);
      if (beside != LP_NONE)
        return descend (stage, beside, lp_design_get_depth (design, from), here, direction);
    }
  return from;
}

/* --- connections ------------------------------------------------------------------------------------- */

guint
lp_walk_connection (LpStage *stage, guint component, guint connection, gboolean forward)
{
  const LpDesign *design = lp_stage_get_design (stage);
  LpIndices lines[] = { lp_design_get_outgoing (design, component), lp_design_get_incoming (design, component) };
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint k = 0; k < G_N_ELEMENTS (lines); k++)
    for (guint i = 0; i < lines[k].n; i++)
      if (lp_scene_shows_connection (stage->scene, lines[k].items[i]))
        g_array_append_val (shown, lines[k].items[i]);
  guint n = shown->len, at = forward ? n - 1 : 0;
  if (n == 0)
    return LP_NONE;
  for (guint i = 0; i < n; i++)
    if (g_array_index (shown, guint, i) == connection)
      at = i;
  return g_array_index (shown, guint, (at + (forward ? 1 : n - 1)) % n);
}
