/* Rectangles in line and at equal distances: pure functions of where things stand. */
#pragma once

#include "base/geometry.h"

G_BEGIN_DECLS

typedef enum
{
  LP_LINE_UP_LEFT,
  LP_LINE_UP_CENTRE,
  LP_LINE_UP_RIGHT,
  LP_LINE_UP_TOP,
  LP_LINE_UP_MIDDLE,
  LP_LINE_UP_BOTTOM,
} LpLineUp;

typedef struct
{
  LpRect rect;   /* absolute */
  gboolean held; /* stays where it is, and the others line up with it */
  LpPoint by;    /* out: how far it goes; whole units */
} LpAlignItem;

/* Lines up with the edge, or the middle, of the rectangle around all of them; of those that are held, where any is. */
void lp_align (LpAlignItem *items, guint n, LpLineUp line);

/* Equal spaces between neighbours from left to right (or top to bottom); the outermost two stay. Where that leaves
 * less than `least` between them, they are spread from the first one with that. One that is held stays, and those
 * on each side of it are spread on their own. Needs three; fewer stay. */
void lp_distribute (LpAlignItem *items, guint n, gboolean across, double least);

G_END_DECLS
