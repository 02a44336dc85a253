/* What a scenario is about: the customer's need, and what is to be decided. It can be folded away. */
#pragma once

#include <adwaita.h>

#include "learning/scenario.h"

G_BEGIN_DECLS

#define LP_TYPE_SITUATION_VIEW (lp_situation_view_get_type ())
G_DECLARE_FINAL_TYPE (LpSituationView, lp_situation_view, LP, SITUATION_VIEW, AdwBin)

void lp_situation_view_set (LpSituationView *view, const LpScenario *scenario);

G_END_DECLS
