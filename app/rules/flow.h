/* Who reaches whom: the connections of a design, and what a drawing leaves unsaid.
 *
 * Beside the connections themselves, what arrives at a group, a security group or a plain box arrives at its
 * members; what arrives at a member has arrived at its Auto Scaling group; what a load balancer sends to a
 * subnet goes to what stands in it; an elastic IP passes on to what it is attached to. A NAT gateway lets
 * nobody in from the internet. Such steps go with the kind "traffic". */
#pragma once

#include "rules/kinds.h"

G_BEGIN_DECLS

typedef struct _LpFlow LpFlow;

LpFlow *lp_flow_new (const LpDesign *design, const LpKindTraits *traits);
void lp_flow_free (LpFlow *flow);

/* Kinds of connection as a set of bits; kinds that the design does not have are no bit. */
typedef guint64 LpKindSet;

#define LP_KINDS_ALL G_MAXUINT64

/* `copies_backup` is read as `copies-backup`. 0 for a kind that the design does not have. */
LpKindSet lp_flow_kind (const LpFlow *flow, const char *kind);
LpKindSet lp_flow_kind_of (const LpFlow *flow, guint connection);

/* Promises that the list stays where it is as long as the flow: what is asked with it is remembered without
 * looking at its items again. */
void lp_flow_keep (LpFlow *flow, LpIndices list);

/* Whether any of `from` reaches `to` along these kinds without going through `without`, ends included. The
 * answer for all `to` is worked out at once and remembered. `steps` (nullable) is raised by the work done. */
gboolean
lp_flow_reaches (LpFlow *flow, LpIndices from, guint to, LpKindSet kinds, LpIndices without, guint64 *steps);
/* Whether it reaches any of `to`: looks no further than it must where the question is one of its own. */
gboolean lp_flow_reaches_any (
    LpFlow *flow, LpIndices from, LpIndices to, LpKindSet kinds, LpIndices without, guint64 *steps);
/* The components of a shortest such way, first to last; NULL where there is none. Free with g_array_unref().
 */
GArray *
lp_flow_path (LpFlow *flow, LpIndices from, guint to, LpKindSet kinds, LpIndices without, guint64 *steps);

/* Everything that any of `from` reaches along these kinds, itself not included unless a way leads back, in
 * the order in which it is reached: an array of guint. The work grows with what is reached, not with the
 * design. Free with g_array_unref(). */
GArray *lp_flow_reached (const LpFlow *flow, LpIndices from, LpKindSet kinds);

/* Where calls come from: users, the internet, data centres, and what is made to be called from outside while
 * the drawing has nothing that calls it. Borrowed; the same address each time. */
LpIndices lp_flow_get_users (const LpFlow *flow);
/* The same for the public internet alone. */
LpIndices lp_flow_get_internet (const LpFlow *flow);

/* What a load balancer sends to: the ends of its traffic; for a group, security group, plain box or subnet
 * what computes in it, or the group itself where no member is drawn. Borrowed. */
LpIndices lp_flow_get_targets (LpFlow *flow, guint component);
/* What belongs to it: children of a container, members of a group by any of `in`, `spans`, `manages` and
 * `protects`. Borrowed. */
LpIndices lp_flow_get_members (LpFlow *flow, guint component);
/* Directly in it, also where a plain frame is drawn around them. */
LpIndices lp_flow_get_children (LpFlow *flow, guint component);
/* Groups that it belongs to, in the same senses: Auto Scaling groups and security groups. Borrowed. */
LpIndices lp_flow_get_groups (LpFlow *flow, guint component);

/* The components that do the same work as this one, itself included, in the design's order. Borrowed; equal
 * sets have the same address.
 *
 * Instances of one role do the same work; so do targets of one load balancer, members of one group, ends of
 * one fail-over, holders of one address, and a replica and its source, unless both have a role and it
 * differs; and instances without a role that the same things call. Other components: those of their kind and
 * label. */
LpIndices lp_flow_get_peers (LpFlow *flow, guint component);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpFlow, lp_flow_free)

G_END_DECLS
