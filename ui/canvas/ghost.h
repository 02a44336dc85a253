/* A drawing of a part of a design, alone: what is being dragged. */
#pragma once

#include "scene/scene.h"

G_BEGIN_DECLS

/* The components `roots` (numbers) with all that they contain, and the connections among these, where they
 * stand. NULL where that is more than can be drawn while it moves. */
LpScene *lp_ghost_new (const LpScene *scene, const LpCatalogue *catalogue, const GArray *roots);
/* One component of a kind that is yet to be placed, its tile or frame with the middle at 0, 0. */
LpScene *lp_ghost_new_for_kind (const LpCatalogue *catalogue, const char *kind);

G_END_DECLS
