/* The path of a connector: square corners rounded, small arcs where it hops over another. The same for every
 * back end. */
#pragma once

#include "scene/draw-list.h"

G_BEGIN_DECLS

typedef enum
{
  LP_STEP_MOVE,
  LP_STEP_LINE,
  LP_STEP_CURVE, /* cubic, by p[0] and p[1] to p[2] */
} LpStepKind;

typedef struct
{
  LpStepKind kind;
  LpPoint p[3];  /* the end is p[0], of a curve p[2] */
} LpStep;

/* The steps of an LP_DRAW_POLYLINE, without its arrow heads; where it has one the line ends inside it. Appended to
 * `steps`, an array of LpStep, which is emptied first. */
void lp_line_path (const LpDrawList *list, const LpDrawItem *item, GArray *steps);
/* The three corners of the arrow head at the end (or the start) of the line. */
void lp_line_arrow (const LpDrawList *list, const LpDrawItem *item, gboolean at_start, LpPoint corners[3]);

G_END_DECLS
