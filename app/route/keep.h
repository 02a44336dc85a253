/* Ways that keep their shape while boxes move: stretched where an end moved, pushed aside where a box came
 * too near. */
#pragma once

#include "route/space.h"

G_BEGIN_DECLS

/* Tracks in a crowd come nearer to boxes than new ways do; so near a way may be kept. */
#define LP_KEEP_CLEARANCE 2.9

/* Sets the ends of the way to where the ports are now, `from` and `to` having been the ports before. FALSE
 * where the way is no longer free like that; `points` is then of no use. */
gboolean lp_way_keep (const LpSpace *space, const LpRouteEdge *edge, LpRect from, LpRect to, GArray *points);

/* Whether nothing stands in the way, as near as tracks may come to boxes. */
gboolean lp_way_is_free (const LpSpace *space, const LpRouteEdge *edge, const GArray *points);

G_END_DECLS
