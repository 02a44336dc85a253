/* Which of several things lies in a direction, for the arrow keys. */
#pragma once

#include "base/geometry.h"

G_BEGIN_DECLS

typedef enum
{
  LP_DIRECTION_LEFT,
  LP_DIRECTION_RIGHT,
  LP_DIRECTION_UP,
  LP_DIRECTION_DOWN,
} LpDirection;

/* Up and down: the one in the nearest line beyond `from` whose middle is nearest to that of `from`. Left and right: the
 * nearest one in the same line. -1 where there is none. */
int lp_neighbour_find (const LpRect *rects, guint n, guint from, LpDirection direction);

G_END_DECLS
