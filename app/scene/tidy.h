/* How things would stand if the layout had its way with them: some components, with all that they hold. What is locked
 * stays, and what holds it does not move. */
#pragma once

#include "scene/placement.h"

G_BEGIN_DECLS

typedef struct
{
  LpDesign *design;       /* of copies: the components of the block, the roots at the top, and the lines among them */
  LpPlacement *placement; /* of that; absolute in the coordinates of the whole */
  guint *numbers;         /* by component of it: the number in the whole design */
  LpRect was, is;         /* what the roots took, and what they take */
} LpTidy;

/* `roots`: siblings, or all of the top level. NULL where all of them stand still. */
LpTidy *lp_tidy_new (const LpDesign *design, const LpCatalogue *catalogue, const LpPlacement *placement,
                     const guint *roots, guint n_roots);
void lp_tidy_free (LpTidy *tidy);

/* Whether the frame, with everything in it where it is, is as large without a size of its own. */
gboolean lp_placement_hugs (const LpPlacement *placement, const LpDesign *design, guint frame);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpTidy, lp_tidy_free)

G_END_DECLS
