/* A place for every connector's label: on its longest free run. */
#pragma once

#include "route/runs.h"

G_BEGIN_DECLS

/* Sets `label` of the routes whose edge has one; the routes have their points already. */
void lp_labels_place (const LpSpace *space, const LpRouteEdge *edges, LpRoute *routes, guint n_edges);

G_END_DECLS
