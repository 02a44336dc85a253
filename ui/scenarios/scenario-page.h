/* The task of a scenario beside its drawing: the need, goals that are ticked when the drawing reaches them, hints one at a
 * time; and once it is submitted, the grade, how it compares with the reference design, and the lesson. */
#pragma once

#include <adwaita.h>

#include "session/working.h"
#include "ui/document/document-view.h"

G_BEGIN_DECLS

#define LP_TYPE_SCENARIO_PAGE (lp_scenario_page_get_type ())
G_DECLARE_FINAL_TYPE (LpScenarioPage, lp_scenario_page, LP, SCENARIO_PAGE, AdwBin)

/* Signal "show-elements" (GStrv): these elements are to be shown on the drawing.
 * Its buttons activate win.submit, win.take-hint, win.try-again, win.compare-reference, win.compare-last and
 * win.open-reference. */

/* NULL: none. FALSE where the document was not begun with a scenario: then there is nothing to show. */
gboolean lp_scenario_page_set_view (LpScenarioPage *page, LpDocumentView *view);
/* The work on it; borrowed; NULL where there is nothing to show. */
LpWorking *lp_scenario_page_get_working (LpScenarioPage *page);
/* How many of the goals are ticked. */
guint lp_scenario_page_get_n_met (LpScenarioPage *page);
/* Leads to the grade. */
void lp_scenario_page_show_result (LpScenarioPage *page);
/* Scrolls to the hint that was taken last, and to what takes the next one. */
void lp_scenario_page_show_hint (LpScenarioPage *page);
/* Scrolls to what differs. */
void lp_scenario_page_show_comparison (LpScenarioPage *page);

G_END_DECLS
