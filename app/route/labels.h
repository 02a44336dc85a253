/* A place for every connector's label: on its longest free run. */
#pragma once

#include "route/runs.h"

G_BEGIN_DECLS

/* Sets `label` of the routes whose edge has one, or of those of them in `which` (by edge); the routes have
 * their points already. */
void lp_labels_place (
    const LpSpace *space, const LpRouteEdge *edges, LpRoute *routes, guint n_edges, const guint8 *which);

G_END_DECLS
