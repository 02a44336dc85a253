/* Room for what came into a drawing without a place of its own. */
#pragma once

#include "model/document.h"
#include "scene/placement.h"

G_BEGIN_DECLS

/* After edits, inside their transaction: frames that have grown over what stands beside them, as the layout found room in
 * them for something new, push it aside, as far as that needs, and so on outwards. `before` is the drawing before the
 * edits. What is locked stays. Refuses with LP_EDIT_ERROR. */
gboolean
lp_settle (LpDocument *document, LpDesign *before, const LpCatalogue *catalogue, GError **error);

G_END_DECLS
