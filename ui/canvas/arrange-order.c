/* In front of what, behind what: the order of siblings in the document is the order in which they are painted. */
#include <glib/gi18n.h>

#include "ui/canvas/arrange.h"

/* In the document as it is now, with what is folded away. */
typedef struct
{
  LpStage *stage;
  LpDesign *design;
} Order;

static LpRect
extent_of (LpStage *stage, const char *id)
{
  guint shown = lp_design_find (lp_stage_get_design (stage), id);

  return shown != LP_NONE ? lp_scene_get_placement (stage->scene)->extent[shown] : (LpRect){ 0, 0, 0, 0 };
}

static gboolean
is_frame (LpStage *stage, const char *id)
{
  guint shown = lp_design_find (lp_stage_get_design (stage), id);

  return shown != LP_NONE && lp_scene_get_placement (stage->scene)->is_frame[shown];
}

/* The next sibling, up or down, that it touches; else simply the next. Frames are never before tiles, so that passing
 * one of the other sort changes nothing. */
static guint
find_neighbour (const Order *order, guint component, gboolean forward)
{
  const char *id = lp_design_get_component (order->design, component)->id;
  LpIndices siblings
      = lp_design_get_children (order->design, lp_design_get_parent (order->design, component));
  guint nearest = LP_NONE;

  for (guint i = 0; i < siblings.n; i++)
    {
      guint k = forward ? i : siblings.n - 1 - i, sibling = siblings.items[k];
      const char *other = lp_design_get_component (order->design, sibling)->id;
      if (forward ? sibling <= component : sibling >= component)
        continue;
      if (is_frame (order->stage, other) != is_frame (order->stage, id))
        continue;
      if (nearest == LP_NONE)
        nearest = sibling;
      if (lp_rect_overlaps (extent_of (order->stage, other), extent_of (order->stage, id)))
        return sibling;
    }
  return nearest;
}

/* The id before which it goes; NULL: the end. FALSE where it stays. */
static gboolean
find_place (const Order *order, guint component, LpOrder where, const char **before)
{
  guint n = lp_design_get_n_components (order->design);
  LpIndices siblings = lp_design_get_children (order->design, lp_design_get_parent (order->design, component));
  guint at = n;

  if (where == LP_ORDER_BACK)
    at = siblings.items[0];
  else if (where != LP_ORDER_FRONT)
    {
      guint neighbour = find_neighbour (order, component, where == LP_ORDER_FORWARD);
      if (neighbour == LP_NONE)
        return FALSE;
      at = where == LP_ORDER_FORWARD ? neighbour + 1 : neighbour;
    }
  *before = at < n ? lp_design_get_component (order->design, at)->id : NULL;
  return at != component;
}

static gboolean
move_one (LpStage *stage, const char *id, LpOrder where, GError **error)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (stage->document);
  Order order = { stage, design };
  const char *before;

  return !find_place (&order, lp_design_find (design, id), where, &before)
         || lp_document_place_component (stage->document, id, before, error);
}

static int
by_number (gconstpointer a, gconstpointer b)
{
  guint i = *(const guint *) a, k = *(const guint *) b;

  return (i > k) - (i < k);
}

void
lp_arrange_order (LpStage *stage, LpOrder where)
{
  g_return_if_fail (LP_IS_STAGE (stage));

  g_autoptr (GArray) roots = lp_arrange_get_movable (stage);
  g_autoptr (GError) error = NULL;
  /* Several keep their order among each other. */
  gboolean last_first = where == LP_ORDER_FORWARD || where == LP_ORDER_BACK, ok = TRUE;

  g_array_sort (roots, by_number);
  lp_document_begin (stage->document, _("Order"));
  for (guint i = 0; ok && i < roots->len; i++)
    {
      guint root = g_array_index (roots, guint, last_first ? roots->len - 1 - i : i);
      ok = move_one (stage, lp_design_get_component (lp_stage_get_design (stage), root)->id, where, &error);
    }
  lp_stage_finish (stage, error);
}
