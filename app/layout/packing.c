#include "layout/packing.h"

#include <math.h>

/* How many widths are tried between the narrowest and the widest: enough to find a tidy one, few enough that
 * packing stays linear. */
#define WIDTHS 24

double
lp_grid_up (double value)
{
  return ceil (value / 8 - 1e-9) * 8;
}

static LpRect
fill_shelves (LpRect *rects, guint n, double gap, double width)
{
  double x = 0, y = 0, shelf = 0, widest = 0;
  for (guint i = 0; i < n; i++)
    {
      if (x > 0 && x + rects[i].w > width)
        {
          y += shelf + gap;
          x = shelf = 0;
        }
      rects[i].x = x;
      rects[i].y = y;
      shelf = MAX (shelf, lp_grid_up (rects[i].h));
      widest = MAX (widest, x + lp_grid_up (rects[i].w));
      x += lp_grid_up (rects[i].w) + gap;
    }
  return (LpRect){ 0, 0, widest, y + shelf };
}

/* Lower is better: the area of the smallest rectangle of the wanted proportion that holds the whole. */
static double
waste (LpRect whole, double aspect)
{
  double width = MAX (whole.w, whole.h * aspect);
  return width * width / aspect + whole.w * whole.h * 0.25;
}

LpRect
lp_pack_shelves (LpRect *rects, guint n, double gap, double aspect)
{
  double widest = 0, total = 0, area = 0;
  for (guint i = 0; i < n; i++)
    {
      widest = MAX (widest, rects[i].w);
      total += lp_grid_up (rects[i].w) + gap;
      area += (rects[i].w + gap) * (rects[i].h + gap);
    }
  double ideal = MAX (widest, sqrt (area * aspect));
  double best_width = total, best = G_MAXDOUBLE;
  for (guint k = 0; k <= WIDTHS; k++)
    {
      double width = k == WIDTHS ? total : MAX (widest, ideal * (0.6 + 1.2 * k / WIDTHS));
      double score = waste (fill_shelves (rects, n, gap, width), aspect);
      if (score < best - 1e-6)
        {
          best = score;
          best_width = width;
        }
    }
  return fill_shelves (rects, n, gap, best_width);
}
