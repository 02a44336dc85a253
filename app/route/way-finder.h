/* New ways for some edges among others that stay: lanes only where they can be of use. */
#pragma once

#include "route/runs.h"
#include "route/search.h"

G_BEGIN_DECLS

typedef struct
{
  const LpSpace *space;
  LpLanes *lanes;
  LpSearch *search;
} LpWayFinder;

/* `which`: by edge; the ways of the others count as crossings. `wide`: with the lanes of foreign containers
 * near the ends, for ends that nothing else joins. */
LpWayFinder *lp_way_finder_new (const LpSpace *space, const LpWays *ways, const guint8 *which, gboolean wide);
void lp_way_finder_free (LpWayFinder *finder);

/* Finds the way of one of its edges, without regard to the one it has. */
void lp_way_finder_find (LpWayFinder *finder, LpWays *ways, guint edge);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpWayFinder, lp_way_finder_free)

G_END_DECLS
