/* Path data of SVG in few bytes: level and plumb runs by one number, everything counted from the point before. */
#pragma once

#include "base/geometry.h"

G_BEGIN_DECLS

typedef struct
{
  GString *out;
  LpPoint at;  /* where a viewer stands that has added up what was written: hundredths, so nothing drifts */
} LpSvgPath;

/* `out` is borrowed, and emptied. */
LpSvgPath lp_svg_path_begin (GString *out);
void lp_svg_path_move (LpSvgPath *path, LpPoint to);
void lp_svg_path_line (LpSvgPath *path, LpPoint to);
/* A cubic curve by two handles. */
void lp_svg_path_curve (LpSvgPath *path, LpPoint a, LpPoint b, LpPoint to);

G_END_DECLS
