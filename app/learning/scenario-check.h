/* Whether a scenario is what it says it is: the start misses a goal, the reference meets all of them and raises no error. */
#pragma once

#include "learning/scenario.h"

G_BEGIN_DECLS

/* What is wrong with it, a sentence each, in the program's language; empty where it is sound. `strict`: also what only
 * makes its drawings poor (places that are missing or overlap, components where the catalogue does not have them). Free
 * with g_ptr_array_unref(). */
GPtrArray *lp_scenario_check (const LpScenario *scenario, gboolean strict);

G_END_DECLS
