/* The task of a scenario beside its drawing: the need, goals that are ticked when the drawing reaches them, hints
 * one at a time, the reference design, and then the lesson. */
#pragma once

#include <adwaita.h>

#include "session/session.h"

G_BEGIN_DECLS

#define LP_TYPE_SCENARIO_PAGE (lp_scenario_page_get_type ())
G_DECLARE_FINAL_TYPE (LpScenarioPage, lp_scenario_page, LP, SCENARIO_PAGE, AdwBin)

/* Signal "reference" (): to be shown. */

/* NULL: none. FALSE where the document was not begun with a scenario: then there is nothing to show. */
gboolean lp_scenario_page_set_session (LpScenarioPage *page, LpSession *session);
/* How many of the goals are ticked. */
guint lp_scenario_page_get_n_met (LpScenarioPage *page);

G_END_DECLS
