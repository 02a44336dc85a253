/* The hints of a scenario: those that were taken, and the button for the next one. */
#pragma once

#include <adwaita.h>

#include "learning/scenario.h"

G_BEGIN_DECLS

#define LP_TYPE_HINT_BOX (lp_hint_box_get_type ())
G_DECLARE_FINAL_TYPE (LpHintBox, lp_hint_box, LP, HINT_BOX, AdwBin)

/* The button activates win.take-hint. */

void lp_hint_box_set (LpHintBox *box, const LpScenario *scenario, guint n_taken);

G_END_DECLS
