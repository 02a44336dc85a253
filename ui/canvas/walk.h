/* Walking over a drawing without a pointer: by containment and by where things stand, not by the order of the file. What is
 * on a hidden layer is passed over. */
#pragma once

#include "ui/canvas/stage.h"

G_BEGIN_DECLS

typedef enum
{
  LP_WALK_LEFT,
  LP_WALK_RIGHT,
  LP_WALK_UP,
  LP_WALK_DOWN,
} LpWalkDirection;

/* What stands in `container` (LP_NONE: at the top level) as it is read: row by row, each from left to right. Nothing
 * where the container is collapsed. An array of guint. */
GArray *lp_walk_children (LpStage *stage, guint container);
/* The component before or behind `from` in reading order, a container before what stands in it; LP_NONE at the end.
 * `from` LP_NONE: the first, or the last. */
guint lp_walk_step (LpStage *stage, guint from, gboolean forward);
/* The nearest one in that direction: beside it in its container, else beside that, at the same depth where there is
 * such; `from` itself where nothing lies there. */
guint lp_walk_go (LpStage *stage, guint from, LpWalkDirection direction);
/* The connection of `component` behind or before `connection` (LP_NONE: the first, or the last), round and round:
 * those that leave, then those that arrive. LP_NONE where it has none. */
guint lp_walk_connection (LpStage *stage, guint component, guint connection, gboolean forward);

G_END_DECLS
