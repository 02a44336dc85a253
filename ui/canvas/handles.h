/* Where the handles of the selection stand: for resizing containers, and for drawing connections. */
#pragma once

#include "ui/canvas/stage.h"

G_BEGIN_DECLS

/* Which edges a resize handle moves: a corner moves two. */
typedef enum
{
  LP_EDGE_NONE = 0,
  LP_EDGE_LEFT = 1 << 0,
  LP_EDGE_RIGHT = 1 << 1,
  LP_EDGE_TOP = 1 << 2,
  LP_EDGE_BOTTOM = 1 << 3,
} LpEdges;

#define LP_N_RESIZE_HANDLES 8
#define LP_N_CONNECT_HANDLES 4

/* The one selected container, note or picture, which shows resize handles; LP_NONE where there is none. */
guint lp_handles_get_resized (LpStage *stage);
LpPoint lp_handles_get_resize (LpStage *stage, guint container, guint handle);
/* A finding's mark stands there: the mark is shown and clicked, the handle is not. */
gboolean lp_handles_is_covered (LpStage *stage, guint container, guint handle);
/* The handle at the point, as the edges that it moves. */
LpEdges lp_handles_find_resize (LpStage *stage, LpPoint at);

/* Where the component is collapsed, or opened where it is: in the frame's upper right corner, or on the number at the
 * collapsed one. FALSE where it has none. */
gboolean lp_handles_get_fold (LpStage *stage, guint component, LpPoint *at);
/* The container whose handle for collapsing is at the point, or LP_NONE. Only the selected one and the one under the
 * pointer show it. */
guint lp_handles_find_fold (LpStage *stage, LpPoint at);

/* Left, right, top, bottom, a little outside of the component. */
LpPoint lp_handles_get_connect (LpStage *stage, guint component, guint handle);
/* The component whose connection handle is at the point, or LP_NONE. Only the hovered and the single selected
 * one have them. */
guint lp_handles_find_connect (LpStage *stage, LpPoint at);
/* Whether the point is on the very middle of such a handle: there it comes before a mark that reaches over it. */
gboolean lp_handles_is_on_connect (LpStage *stage, LpPoint at);
/* The single selected component or container, or LP_NONE. */
guint lp_handles_get_selected (LpStage *stage);
/* What the pointer is over, for the purpose of connection handles: it stays on its way to one of them. */
guint lp_handles_find_hovered (LpStage *stage, LpPoint at);

G_END_DECLS
