/* The ways from one place to another through parts that may fail: which single part all of them need, and how
 * available the whole is.
 *
 * A directed graph of numbered nodes. Node 0 is where the ways begin and node 1 where they end; neither
 * fails. */
#pragma once

#include "base/buckets.h"

G_BEGIN_DECLS

#define LP_WAYS_START 0
#define LP_WAYS_END 1

typedef struct
{
  guint n;
  LpBuckets next; /* by node: where its steps lead */
} LpWays;

/* Step i leads from[i] to to[i]; `n` nodes, at least 2. */
LpWays lp_ways_new (guint n, const guint *from, const guint *to, guint n_steps);
void lp_ways_clear (LpWays *ways);

/* Whether a way is left without the nodes that are lost (by node). */
gboolean lp_ways_hold (const LpWays *ways, const gboolean *lost);

/* A shortest way, both ends included, into `way` (room for n nodes). Gives its length; 0 where there is no
 * way. */
guint lp_ways_shortest (const LpWays *ways, guint *way);

/* The nodes that every way goes through, in the order in which they are met, both ends left out, into `cuts`
 * (room for n nodes). Gives how many; 0 also where there is no way. Linear in nodes and steps. */
guint lp_ways_cuts (const LpWays *ways, guint *cuts);

/* The share of time in which there is a way, where each node alone works for the share `up` (0 to 1, by node)
 * and fails without regard to the others. Nodes that all ways need are multiplied; what lies between two of
 * them falls into branches that have nothing in common, of which one suffices: 1 - (1 - a)(1 - b). Branches
 * that cross are taken row by row, nodes as many steps from the beginning standing in for each other: exact
 * where each node of a row leads to each of the next. 0 where there is no way. */
double lp_ways_availability (const LpWays *ways, const double *up);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LpWays, lp_ways_clear)

G_END_DECLS
