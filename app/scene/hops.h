/* Where connectors cross: the level run hops over the upright one. */
#pragma once

#include "route/route.h"

G_BEGIN_DECLS

typedef struct _LpHops LpHops;

LpHops *lp_hops_new (const LpRoute *routes, guint n_routes);
void lp_hops_free (LpHops *hops);
/* The middles of the arcs of a route, in no order. */
const LpPoint *lp_hops_get (const LpHops *hops, guint route);
guint lp_hops_count (const LpHops *hops, guint route);

G_END_DECLS
