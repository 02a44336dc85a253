/* A drawing of what is being dragged from elsewhere. */
#pragma once

#include "scene/scene.h"

G_BEGIN_DECLS

/* One component of a kind that is yet to be placed, its tile or frame with the middle at 0, 0. */
LpScene *lp_ghost_new_for_kind (const LpCatalogue *catalogue, const char *kind);

G_END_DECLS
