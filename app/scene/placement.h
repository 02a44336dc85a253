/* Where everything of a design stands: the positions that the document gives, and for the rest those that the
 * layout finds. Absolute diagram units. The document is not changed.
 *
 * `at` is the top left corner of a tile or frame, counted from the container's own `at`. A container without a size
 * grows around what stands in it; one with a size is that large, and grows only where something stands outside. */
#pragma once

#include "base/geometry.h"
#include "catalogue/catalogue.h"
#include "model/design.h"

G_BEGIN_DECLS

#define LP_TILE 48.0        /* side of a tile */
#define LP_FRAME_HEADER 28.0 /* band at a frame's top edge that its name has for itself */
#define LP_FRAME_TAG 24.0   /* side of the tag in a frame's corner */
#define LP_FRAME_CHIP 22.0  /* room that each thing which reaches into the frame takes at the right of its name */

typedef struct
{
  guint n;
  LpRect *rect;     /* by component: a tile of 48 by 48, a generic box, or a container's frame */
  LpRect *extent;   /* by component: with its label below; the frame again for a container */
  LpPoint *origin;  /* by component: where its `at` is; that of its children counts from there. A component that
                     * is moved by (dx, dy) gets `at` = origin - origin of its container + (dx, dy). */
  guint8 *is_frame; /* drawn as a container: its kind is one, or something stands in it */
  guint8 *squeezed; /* its label goes without the kind, which another thing stands on */
  LpRect bounds;    /* of everything */
} LpPlacement;

LpPlacement *lp_placement_new (const LpDesign *design, const LpCatalogue *catalogue);
void lp_placement_free (LpPlacement *placement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpPlacement, lp_placement_free)

G_END_DECLS
