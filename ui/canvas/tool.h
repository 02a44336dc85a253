/* A tool of the canvas: one file with one static descriptor, listed in tools.c. */
#pragma once

#include "ui/canvas/stage.h"

G_BEGIN_DECLS

struct _LpTool
{
  const char *id;
  /* Takes the press, and gives its state, or NULL to leave it to the next tool. */
  LpGesture *(*press) (LpStage *stage, LpPoint at, LpModifiers modifiers);
  void (*drag) (LpGesture *gesture, LpStage *stage, LpPoint at, LpModifiers modifiers);
  /* Ends it, and makes the edit, in one transaction. */
  void (*release) (LpGesture *gesture, LpStage *stage, LpPoint at, LpModifiers modifiers);
  /* After release, or instead of it where the gesture is cancelled. */
  void (*free) (LpGesture *gesture);
  /* The cursor where a press at this point would be this tool's, or NULL where it would not, or where the
   * usual cursor is right. May be NULL. */
  const char *(*cursor) (LpStage *stage, LpPoint at);
};

extern const LpTool lp_tool_mark;    /* click on the mark of a finding */
extern const LpTool lp_tool_fold;    /* click on the handle that collapses or opens a container */
extern const LpTool lp_tool_resize;  /* handles of a container */
extern const LpTool lp_tool_connect; /* from a handle at an edge to another component */
extern const LpTool lp_tool_line;    /* segments and ends of the selected connection */
extern const LpTool lp_tool_move;    /* select and move components and containers, select connections */
extern const LpTool lp_tool_band;    /* rubber band on what is left */

/* In the order in which they are asked; NULL-terminated. */
extern const LpTool *const lp_tools[];

G_END_DECLS
