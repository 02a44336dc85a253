/* The shape of a scenario's kind, and of how far a person has come with it, drawn in the colour of the text. */
#pragma once

#include <gtk/gtk.h>

#include "learning/gallery.h"

G_BEGIN_DECLS

#define LP_TYPE_SCENARIO_MARK (lp_scenario_mark_get_type ())
G_DECLARE_FINAL_TYPE (LpScenarioMark, lp_scenario_mark, LP, SCENARIO_MARK, GtkWidget)

/* Empty until one of the two is set. It says nothing to a screen reader: words stand beside it. */
GtkWidget *lp_scenario_mark_new (void);
void lp_scenario_mark_set_kind (LpScenarioMark *mark, LpScenarioKind kind);
/* A circle: empty, begun, filled as far as goals were met, ticked. Also sets one of the CSS classes "new", "begun",
 * "tried" and "passed". */
void lp_scenario_mark_set_progress (LpScenarioMark *mark, const LpScenarioProgress *progress);

G_END_DECLS
