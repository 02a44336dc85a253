/* What lies between two sets of components: the steps of the flow that are part of a way from one to the
 * other, as a graph of their own, small even in a large design. */
#pragma once

#include "resilience/ways.h"
#include "rules/flow.h"

G_BEGIN_DECLS

typedef struct
{
  LpWays ways;
  guint *component; /* by node of the ways: LP_NONE for their ends and for what is no component */
} LpBetween;

/* The ways from any of `from` to any of `to` along these kinds that avoid `without`. `steps` (nullable) is
 * raised by the work done. */
LpBetween lp_ways_between_new (
    LpFlow *flow, LpIndices from, LpIndices to, LpKindSet kinds, LpIndices without, guint64 *steps);
void lp_ways_between_clear (LpBetween *between);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LpBetween, lp_ways_between_clear)

G_END_DECLS
