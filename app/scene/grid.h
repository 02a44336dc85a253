/* A uniform grid over numbered rectangles: which of them meet an area. Immutable after it is built. */
#pragma once

#include "base/geometry.h"

G_BEGIN_DECLS

typedef struct _LpGrid LpGrid;

typedef struct
{
  LpRect rect;
  guint index;
} LpGridEntry;

/* `bounds` holds all rectangles. An index may have several entries. */
LpGrid *lp_grid_new (const LpGridEntry *entries, guint n_entries, LpRect bounds);
void lp_grid_free (LpGrid *grid);
/* Indices of the entries that may meet the area, ascending, each once: an array of guint. */
GArray *lp_grid_query (const LpGrid *grid, LpRect area);

G_END_DECLS
