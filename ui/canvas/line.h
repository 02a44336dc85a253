/* The selected connection and what can be taken hold of at it: its ends, and its segments, which stay where they are
 * put. */
#pragma once

#include "ui/canvas/stage.h"

G_BEGIN_DECLS

typedef enum
{
  LP_LINE_NO_END,
  LP_LINE_START,
  LP_LINE_END,
} LpLineEnd;

/* The one selected connection, where it is drawn; LP_NONE. Nor one that ends inside a collapsed container: what is
 * drawn for it is not it, and may stand for several. */
guint lp_line_get_selected (LpStage *stage);
/* Why such a one is not changed. */
const char *lp_line_get_bundle_refusal (void);

guint lp_line_count_segments (LpStage *stage, guint connection);
LpPoint lp_line_get_end (LpStage *stage, guint connection, LpLineEnd end);
/* The middle of a segment. FALSE where it is too short to have a handle. */
gboolean lp_line_get_handle (LpStage *stage, guint connection, guint segment, LpPoint *at);
/* Whether the segment runs from side to side, so that it is moved up and down. */
gboolean lp_line_is_level (LpStage *stage, guint connection, guint segment);

/* Of the selected connection: the segment or end whose handle is at the point. */
guint lp_line_find_segment (LpStage *stage, LpPoint at);
LpLineEnd lp_line_find_end (LpStage *stage, LpPoint at);

/* Moves the segment across its direction by `by` units, inside a transaction; it and those that were laid by hand
 * before stay where they are from then on. */
gboolean lp_line_move_segment (LpStage *stage, guint connection, guint segment, double by, GError **error);
/* It finds its own way again. One undo step. */
void lp_line_release (LpStage *stage, guint connection);

/* Why that end of the connection may not be at `component`, or NULL where it may. Free with g_free(). */
char *lp_line_refusal (LpStage *stage, guint connection, LpLineEnd end, guint component);
/* Puts it there, inside a transaction. */
gboolean lp_line_attach (LpStage *stage, guint connection, LpLineEnd end, guint component, GError **error);

G_END_DECLS
