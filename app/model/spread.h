/* "One in each zone": what stands in one Availability Zone, again in the others. */
#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/* Copies the components that `ids` names, each with all that it contains (a zone that is named: what it contains, not
 * itself), into every other Availability Zone of the same VPC (else of the same region, else of the drawing) that has none like it: into the container that corresponds
 * to its own, which is made where it is missing. Things correspond where kind, role and name but for zone and number
 * are the same; subnets also by their order among the public or the others. Copies have the connections of the
 * original: to the thing in their own zone that corresponds to its peer, else to the same peer. Addresses and CIDR
 * blocks, which are nobody else's, are left out.
 *
 * Everything has a place (`at`); copies have that of the original in their container. Gives the ids (char *) of what is
 * new and stands in something that is not; or NULL with LP_EDIT_ERROR: INVALID, with a sentence for the person, where
 * nothing named stands in a zone, where there is no other, or where each has one. Inside the caller's transaction. */
GPtrArray *lp_spread_over_zones (LpDocument *document, const char *const *ids, GError **error);

G_END_DECLS
