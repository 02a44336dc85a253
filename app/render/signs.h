/* What a reader looks for in a drawing that is far away: the marks of findings and the names of frames. They are
 * painted larger than they are, as long as there is room. */
#pragma once

#include "scene/draw-list.h"

G_BEGIN_DECLS

/* From this zoom on everything has its own size. */
#define LP_SIGNS_BELOW 0.6
/* A sign reaches no farther beyond its bounds than this, in pixels. */
#define LP_SIGN_REACH 96.0

typedef struct
{
  LpPoint from, to; /* what was at `from` is painted at `to` ... */
  double scale;     /* ... and everything around it so much larger; more than 1 */
} LpSign;

/* Whether the item is painted larger at that zoom, and how. */
gboolean lp_sign_init (LpSign *sign, const LpDrawList *list, const LpDrawItem *item, double zoom);

G_END_DECLS
