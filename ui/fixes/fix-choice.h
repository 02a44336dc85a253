/* The fixes that a person chooses from: one for each way to mend a finding, and whether all of its kind. */
#pragma once

#include <adwaita.h>

#include "rules/fix.h"

G_BEGIN_DECLS

#define LP_TYPE_FIX_CHOICE (lp_fix_choice_get_type ())
G_DECLARE_FINAL_TYPE (LpFixChoice, lp_fix_choice, LP, FIX_CHOICE, AdwBin)

/* Signal "changed" (): another one is chosen. */

GtkWidget *lp_fix_choice_new (void);
/* `offers`: of LpFixOffer, kept while they are shown. `n_alike`: how many findings of the kind there are, this one
 * included. */
void lp_fix_choice_set (LpFixChoice *choice, GPtrArray *offers, guint n_alike);
/* Borrowed; NULL where there is none. */
const LpFixOffer *lp_fix_choice_get (LpFixChoice *choice);
gboolean lp_fix_choice_is_for_all (LpFixChoice *choice);
/* The next or the previous one, where there are several. */
void lp_fix_choice_step (LpFixChoice *choice, int by);

G_END_DECLS
