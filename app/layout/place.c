#include "layout/layout.h"
#include "layout/packing.h"

#include <math.h>

static double
sane (double value)
{
  return isfinite (value) && value > 0 ? value : 0;
}

static LpRect
pack_members (LpLayoutBox *boxes, const guint *members, guint n, const LpLayoutOptions *options)
{
  g_autofree LpRect *rects = g_new (LpRect, n);
  for (guint i = 0; i < n; i++)
    rects[i] = boxes[members[i]].rect;
  LpRect whole = lp_pack_shelves (rects, n, options->gap, options->aspect);
  for (guint i = 0; i < n; i++)
    boxes[members[i]].rect = rects[i];
  return whole;
}

LpRect
lp_layout_place (LpLayoutBox *boxes, guint n_boxes, const LpLayoutEdge *edges, guint n_edges,
                 const LpLayoutOptions *options)
{
  g_autofree guint *first = g_new0 (guint, n_boxes + 3);
  g_autofree guint *members = g_new (guint, n_boxes + 1);
  for (guint i = 0; i < n_boxes; i++)
    first[MIN (boxes[i].parent, n_boxes) + 2]++;
  for (guint i = 0; i < n_boxes + 2; i++)
    first[i + 1] += first[i];
  for (guint i = 0; i < n_boxes; i++)
    members[first[MIN (boxes[i].parent, n_boxes) + 1]++] = i;

  LpRect whole = { 0 };
  for (guint i = n_boxes + 1; i-- > 0;)
    {
      guint n = first[i + 1] - first[i];
      LpRect inside = n > 0 ? pack_members (boxes, members + first[i], n, options) : (LpRect) { 0 };
      if (i == n_boxes)
        {
          whole = inside;
          continue;
        }
      LpLayoutBox *box = &boxes[i];
      box->rect = (LpRect) { 0, 0, sane (box->width), sane (box->height) };
      if (!box->container)
        continue;
      double header = lp_grid_up (sane (box->header));
      for (guint k = first[i]; k < first[i + 1]; k++)
        {
          boxes[members[k]].rect.x += options->margin;
          boxes[members[k]].rect.y += options->margin + header;
        }
      box->rect.w = lp_grid_up (MAX (box->rect.w, inside.w + 2 * options->margin));
      box->rect.h = lp_grid_up (MAX (box->rect.h, inside.h + 2 * options->margin + header));
    }
  return whole;
}
