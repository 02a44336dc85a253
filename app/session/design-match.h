/* Which component of one drawing stands for which of another, where two people drew the same need. */
#pragma once

#include "model/design.h"

G_BEGIN_DECLS

/* For each component of `other`, by its number: the one of `own` that stands for it, or LP_NONE; each stands for one at
 * most. The same id and kind; else, from the outermost containers inwards, the same kind, container and label; else the
 * same kind and container, the nearest first; else the same kind and label wherever it stands, or the only one left of
 * its kind; last the same id, whatever its kind. Free with g_free(). */
guint *lp_design_match (const LpDesign *own, const LpDesign *other);

/* The other way round: `numbers`, of `n` entries, told by the numbers of `n_own`. Free with g_free(). */
guint *lp_design_match_back (const guint *numbers, guint n, guint n_own);

G_END_DECLS
