#include "scene/draw-list-private.h"

guint
lp_draw_list_get_size (const LpDrawList *list)
{
  return list->items->len;
}

const LpDrawItem *
lp_draw_list_get (const LpDrawList *list, guint index)
{
  return &g_array_index (list->items, LpDrawItem, index);
}

const char *
lp_draw_list_get_string (const LpDrawList *list, guint string)
{
  return list->strings->str + string;
}

LpBitmap *
lp_draw_list_get_bitmap (const LpDrawList *list, guint bitmap)
{
  return list->bitmaps->pdata[bitmap];
}

const LpPoint *
lp_draw_list_get_points (const LpDrawList *list, guint first)
{
  return &g_array_index (list->points, LpPoint, first);
}

LpRect
lp_draw_list_get_bounds (const LpDrawList *list)
{
  return list->bounds;
}

static gboolean
is_group (const LpDrawItem *item)
{
  return item->kind == LP_DRAW_BEGIN || item->kind == LP_DRAW_END;
}

void
lp_draw_list_visit_except (
    const LpDrawList *list, const guint8 *hidden, LpRect area, LpDrawVisitor visit, gpointer data)
{
  if (lp_rect_encloses (area, list->bounds))
    {
      for (guint i = 0; i < list->items->len; i++)
        if (!is_group (lp_draw_list_get (list, i)) && (hidden == NULL || !hidden[i]))
          visit (list, lp_draw_list_get (list, i), data);
      return;
    }
  g_autoptr (GArray) found = lp_grid_query (list->grid, area);
  for (guint i = 0; i < found->len; i++)
    {
      guint index = g_array_index (found, guint, i);
      const LpDrawItem *item = lp_draw_list_get (list, index);
      if ((hidden == NULL || !hidden[index]) && lp_rect_overlaps (item->bounds, area))
        visit (list, item, data);
    }
}

void
lp_draw_list_visit (const LpDrawList *list, LpRect area, LpDrawVisitor visit, gpointer data)
{
  lp_draw_list_visit_except (list, NULL, area, visit, data);
}
