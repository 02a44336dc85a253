/* Which components and connections are left out of a drawing, because their layer of concern is hidden. */
#pragma once

#include "catalogue/catalogue.h"
#include "model/design.h"
#include "scene/placement.h"

G_BEGIN_DECLS

typedef struct
{
  guint8 *components, *connections; /* by number: 1 for those that are hidden */
} LpHidden;

/* `layers`: a bit for each that is hidden, by its number in the catalogue. Containers are places: they are never
 * hidden. A connection goes with either of its ends; but where one layer is shown alone, what its connections
 * join stays with them. */
LpHidden lp_hidden_new (const LpDesign *design, const LpCatalogue *catalogue, const LpPlacement *placement,
                        guint32 layers);
void lp_hidden_clear (LpHidden *hidden);

G_END_DECLS
