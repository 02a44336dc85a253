/* A design as it is shown: what a collapsed container holds stands folded into it. Lines that end inside end at the
 * collapsed one; several of one kind between the same two are one. Nothing is changed; the folded design is made of
 * the same records where they are shown as they are. */
#pragma once

#include "model/design.h"

G_BEGIN_DECLS

typedef struct
{
  LpDesign *whole;
  LpDesign *shown;    /* `whole` itself where nothing is collapsed; the three arrays are NULL then */
  guint *stands_in;   /* by component of `whole`: the number in `shown` of itself, or of what it is folded into */
  guint *drawn_as;    /* by connection of `whole`: the number in `shown` of the line that stands for it, or LP_NONE where
                       * both its ends are folded into the same */
  guint *n_held;      /* by component of `shown`: how many are folded into it */
} LpFold;

LpFold *lp_fold_new (LpDesign *design);
/* With nothing folded, whatever is collapsed. */
LpFold *lp_fold_new_open (LpDesign *design);
void lp_fold_free (LpFold *fold);

/* The component of `shown` that is, or holds, the one with this id of the whole; LP_NONE where there is none. */
guint lp_fold_find (const LpFold *fold, const char *component_id);
/* As above, for a connection. */
guint lp_fold_find_connection (const LpFold *fold, const char *connection_id);
guint lp_fold_get_n_held (const LpFold *fold, guint shown_component);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpFold, lp_fold_free)

G_END_DECLS
