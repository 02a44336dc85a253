/* A drawing on its way from one state to another, without its connectors. */
#pragma once

#include "scene/scene.h"

G_BEGIN_DECLS

/* `share` from 0 to 1: how far everything has come, in a straight line; what is not in both is where it will be.
 * The catalogue is that of both. */
LpScene *lp_between_new (const LpScene *from, const LpScene *to, const LpCatalogue *catalogue, double share);
/* Whether there is something to see on the way, and not too much of it to be drawn for every frame. */
gboolean lp_between_is_worth_it (const LpScene *from, const LpScene *to);

G_END_DECLS
