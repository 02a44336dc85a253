/* The inside of a draw list, for what builds and reads it. */
#pragma once

#include "scene/draw-list.h"
#include "scene/grid.h"

G_BEGIN_DECLS

struct _LpDrawList
{
  GArray *items;    /* of LpDrawItem */
  GArray *points;   /* of LpPoint */
  GPtrArray *bitmaps; /* of LpBitmap references; NULL: none */
  GString *strings; /* NUL-terminated, one behind the other; a string's number is where it begins */
  LpGrid *grid;
  LpRect bounds;
};

G_END_DECLS
