#include "layout/fixed.h"
#include "layout/packing.h"

/* Beyond this many fixed members only the room below all of them is taken, so that the search stays linear.
 */
#define SEARCHED 128

static gboolean
is_free (const LpNest *nest, const guint *fixed, guint n, LpRect place)
{
  LpRect near = lp_rect_grow (place, nest->options.gap);
  for (guint i = 0; i < n; i++)
    if (lp_rect_overlaps (near, nest->boxes[fixed[i]].rect))
      return FALSE;
  return TRUE;
}

/* Lower is better. */
static double
price (LpRect place, LpRect present)
{
  LpRect grown = lp_rect_union (present, place);
  return (grown.w * grown.h - present.w * present.h) * 1000 + place.y + place.x / 4;
}

LpPoint
lp_fixed_find_room (
    const LpNest *nest, guint container, const guint *fixed, guint n, LpRect size, LpRect present)
{
  double margin = lp_nest_margin (nest, container), gap = nest->options.gap;
  double left = margin, top = margin + (container < nest->n ? nest->boxes[container].header : 0),
         bottom = top;
  for (guint i = 0; i < n; i++)
    {
      LpRect rect = nest->boxes[fixed[i]].rect;
      bottom = MAX (bottom, lp_grid_up (rect.y + rect.h) + gap);
    }
  LpPoint best = { left, bottom };
  if (n > SEARCHED)
    return best;
  double lowest = price ((LpRect){ best.x, best.y, size.w, size.h }, present);
  for (guint i = 0; i <= n; i++)
    {
      LpRect rect = i < n ? nest->boxes[fixed[i]].rect : (LpRect){ left, top, 0, 0 };
      LpPoint spots[] = { { lp_grid_up (rect.x + rect.w) + (i < n ? gap : 0), lp_grid_up (rect.y) },
                          { lp_grid_up (rect.x), lp_grid_up (rect.y + rect.h) + (i < n ? gap : 0) } };
      for (guint k = 0; k < G_N_ELEMENTS (spots); k++)
        {
          LpRect place = { MAX (left, spots[k].x), MAX (top, spots[k].y), size.w, size.h };
          if (price (place, present) < lowest && is_free (nest, fixed, n, place))
            {
              lowest = price (place, present);
              best = (LpPoint){ place.x, place.y };
            }
        }
    }
  return best;
}
