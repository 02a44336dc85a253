/* Where everything of a design stands: the positions that the document gives, and for the rest those that the
 * layout finds. Absolute diagram units. The document is not changed. */
#pragma once

#include "base/geometry.h"
#include "catalogue/catalogue.h"
#include "model/design.h"

G_BEGIN_DECLS

typedef struct
{
  guint n;
  LpRect *rect;     /* by component: a tile of 48 by 48, or a container's frame */
  LpRect *extent;   /* by component: with its label below; the frame again for a container */
  guint8 *is_frame; /* drawn as a container: its kind is one, or something stands in it */
  LpRect bounds;    /* of everything */
} LpPlacement;

LpPlacement *lp_placement_new (const LpDesign *design, const LpCatalogue *catalogue);
void lp_placement_free (LpPlacement *placement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpPlacement, lp_placement_free)

G_END_DECLS
