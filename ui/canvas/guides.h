/* Smart guides: what is being moved or resized snaps to the edges, middles and spaces of what stands around it. */
#pragma once

#include "base/geometry.h"

G_BEGIN_DECLS

/* A line that shows why; level or plumb. */
typedef struct
{
  LpPoint from, to;
  gboolean is_space; /* between two things, as long as another one: with a tick at each end */
} LpGuide;

typedef struct
{
  gboolean found_x, found_y;
  LpPoint by;  /* to be added to where it is; 0 where nothing was found */
} LpGuideSnap;

/* `around`: of LpRect. `reach`: how near is near enough, in units. */
LpGuideSnap lp_guides_find (const GArray *around, LpRect moved, double reach);
/* The same for one edge at `at` of `rect`: of its left or right one where `across`, else of its top or bottom one. The
 * nearest edge of another thing within reach is put into `at`; FALSE where there is none. */
gboolean lp_guides_find_edge (const GArray *around, gboolean across, double reach, double *at);
/* Appends the guides that hold for `moved` where it stands now: LpGuide. */
void lp_guides_show (const GArray *around, LpRect moved, GArray *guides);

G_END_DECLS
