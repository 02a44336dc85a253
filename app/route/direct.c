#include "route/direct.h"

#include <math.h>

/* Where both ranges meet, in the middle of what they share; NAN where they share less than 8. */
static double
shared_middle (double a, double a_size, double b, double b_size)
{
  double low = MAX (a, b), high = MIN (a + a_size, b + b_size);
  return high - low >= 8 ? (low + high) / 2 : NAN;
}

/* A square hook on the right: from a box to itself, or between boxes that lie on each other. */
static void
hook (GArray *points, LpRect from, LpRect to)
{
  double x = MAX (from.x + from.w, to.x + to.w) + 16;
  LpPoint a = { from.x + from.w, from.y + from.h / 3 };
  LpPoint b = { to.x + to.w, to.y + to.h * 2 / 3 };
  if (fabs (a.y - b.y) < 8)
    b.y = a.y + 8;
  g_array_append_vals (points, (LpPoint[]){ a, { x, a.y }, { x, b.y }, b }, 4);
}

void
lp_route_direct (GArray *points, LpRect from, LpRect to)
{
  LpPoint a = lp_rect_centre (from), b = lp_rect_centre (to);
  double right = b.x > a.x ? 1 : -1, down = b.y > a.y ? 1 : -1;
  double across = right > 0 ? to.x - (from.x + from.w) : from.x - (to.x + to.w);
  double along = down > 0 ? to.y - (from.y + from.h) : from.y - (to.y + to.h);
  double x = shared_middle (from.x, from.w, to.x, to.w), y = shared_middle (from.y, from.h, to.y, to.h);
  LpPoint side_a = { a.x + right * (from.w / 2), a.y };
  LpPoint side_b = { b.x - right * (to.w / 2), b.y };
  LpPoint edge_a = { a.x, a.y + down * (from.h / 2) };
  LpPoint edge_b = { b.x, b.y - down * (to.h / 2) };

  if (!isnan (y) && across > 8)
    g_array_append_vals (points, (LpPoint[]){ { side_a.x, y }, { side_b.x, y } }, 2);
  else if (!isnan (x) && along > 8)
    g_array_append_vals (points, (LpPoint[]){ { x, edge_a.y }, { x, edge_b.y } }, 2);
  else if (across > 8 && across >= along)
    {
      double middle = (side_a.x + side_b.x) / 2;
      g_array_append_vals (points, (LpPoint[]){ side_a, { middle, a.y }, { middle, b.y }, side_b }, 4);
    }
  else if (along > 8)
    {
      double middle = (edge_a.y + edge_b.y) / 2;
      g_array_append_vals (points, (LpPoint[]){ edge_a, { a.x, middle }, { b.x, middle }, edge_b }, 4);
    }
  else
    hook (points, from, to);
}
