#include "ui/gallery/neighbour.h"

#include <math.h>

static gboolean
is_in_line (LpRect a, LpRect b)
{
  return a.y < b.y + b.h && b.y < a.y + a.h;
}

/* How far `to` lies beyond `from`; negative where it does not. */
static double
advance (LpRect from, LpRect to, LpDirection direction)
{
  switch (direction)
    {
    case LP_DIRECTION_LEFT:
      return from.x - (to.x + to.w);
    case LP_DIRECTION_RIGHT:
      return to.x - (from.x + from.w);
    case LP_DIRECTION_UP:
      return from.y - (to.y + to.h);
    default:
      return to.y - (from.y + from.h);
    }
}

int
lp_neighbour_find (const LpRect *rects, guint n, guint from, LpDirection direction)
{
  gboolean sideways = direction == LP_DIRECTION_LEFT || direction == LP_DIRECTION_RIGHT;
  double least = G_MAXDOUBLE, least_aside = G_MAXDOUBLE;
  int found = -1;

  for (guint i = 0; i < n; i++)
    {
      double ahead = advance (rects[from], rects[i], direction);
      if (i == from || ahead < 0 || (sideways && !is_in_line (rects[from], rects[i])))
        continue;
      double aside = fabs (lp_rect_centre (rects[i]).x - lp_rect_centre (rects[from]).x);
      if (ahead < least || (ahead == least && aside < least_aside))
        {
          least = ahead;
          least_aside = aside;
          found = (int) i;
        }
    }
  return found;
}
