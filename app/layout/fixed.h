/* New boxes beside those whose place is given. */
#pragma once

#include "layout/nest.h"

G_BEGIN_DECLS

/* Where a block of `size` finds room among the fixed members of `container` without coming nearer than the
 * gap: the top left corner. Prefers what does not make the container larger than `present`, then what is near
 * the top. */
LpPoint lp_fixed_find_room (
    const LpNest *nest, guint container, const guint *fixed, guint n, LpRect size, LpRect present);

G_END_DECLS
