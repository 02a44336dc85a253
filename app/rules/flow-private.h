/* What the files of the flow share. */
#pragma once

#include "base/buckets.h"
#include "expr/arena.h"
#include "rules/flow.h"
#include "rules/sights.h"

G_BEGIN_DECLS

/* The kind of steps that no connection was drawn for. */
#define LP_KIND_IMPLIED ((LpKindSet) 1 << 63)

/* Steps that leave, or arrive at, each node: node i has those from start[i] to start[i + 1]. */
typedef struct
{
  guint *start;
  guint *end_of; /* the node at the other end */
  LpKindSet *kind;
} LpSteps;

/* One answer: how every node was reached. */
typedef struct
{
  guint *from, *without; /* copies; or NULL where the list is kept */
  LpIndices kept_from, kept_without;
  LpKindSet kinds;
  gboolean lasts; /* from and without are copies, and worth asking about the design's next state */
  guint *previous; /* by node: where it was reached from; itself for a source; LP_NONE: not reached */
} LpReach;

struct _LpFlow
{
  const LpDesign *design;
  const LpKindTraits *traits;
  guint n;           /* components */
  guint n_nodes;     /* and behind them a second node for each subnet that a load balancer sends to */
  GHashTable *kinds; /* name -> bit number + 1 */
  LpKindSet *connection_kind;
  LpKindSet calls; /* dns, traffic, fails-over, invokes */
  LpSteps steps;
  LpSteps back;     /* the same from their other end; start is NULL until asked */
  guint *inner;     /* by component: number + 1 of its second node, or 0 */
  guint *numbers;   /* by node, all 0: of whoever gathers a part of the graph */
  GArray *users, *internet; /* of guint */
  GHashTable *kept;         /* addresses of kept lists */
  GPtrArray *reaches;       /* of LpReach, the latest last */
  guint *queue;
  guint *visited;           /* by node: the last search that came by; NULL until there is one */
  guint visit;
  guint8 *is_target;        /* by node; NULL until asked */
  GArray *targeted;         /* those for which it is set */
  LpBuckets peers;                       /* by set of peers; peers.first is NULL until asked */
  guint *peer_set;                       /* by component */
  LpIndices *targets, *members, *groups; /* by component, worked out on demand; n G_MAXUINT: not yet */
  LpArena memory;                        /* what these point to */
};

/* Calls `each` for what belongs to a group, a security group or another container; possibly twice. */
void lp_flow_each_child (const LpFlow *flow, guint c, void (*each) (guint, gpointer), gpointer data);
void lp_flow_each_member (const LpFlow *flow,
                          guint component,
                          void (*each) (guint member, gpointer data),
                          gpointer data);
/* Copies the array into memory that lasts as long as the flow. */
LpIndices lp_flow_remember (LpFlow *flow, GArray *array);

/* How every node is reached from `from` along these kinds without going through `without`. Borrowed until the next
 * such question. */
const LpReach *
lp_flow_reach (LpFlow *flow, LpIndices from, LpKindSet kinds, LpIndices without, guint64 *steps);

/* Fills `back`. */
void lp_flow_need_back (LpFlow *flow);
/* The node before this one on a shortest way: of several the first by id, so that a way does not hang on the order of
 * the document. A source gives itself. */
guint lp_flow_step_back (LpFlow *flow, const LpReach *reach, guint node);
void lp_reach_free (gpointer reach);
/* Works out the answer to a question that lasts. */
void lp_flow_spread_out (LpFlow *flow, LpReach *reach);

/* Fills users and internet, new lists. */
void lp_flow_find_users (LpFlow *flow);
/* Another state of a design of the same structure: what was worked out on demand is forgotten. */
void lp_flow_forget (LpFlow *flow, const LpDesign *design);

/* Puts the components that do the same work into sets: fills peers and peer_set. */
void lp_flow_find_peers (LpFlow *flow);

static inline gboolean
lp_flow_has (const LpFlow *flow, guint component, guint traits)
{
  return component != LP_NONE && (flow->traits[component].traits & traits) != 0;
}

G_END_DECLS
