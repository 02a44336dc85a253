/* The planner of transfers: how much, until when, over what; how long each way takes, and where one overtakes another. */
#pragma once

#include <adwaita.h>

#include "model/document.h"
#include "rules/facts.h"

G_BEGIN_DECLS

#define LP_TYPE_PLANNER_WINDOW (lp_planner_window_get_type ())
G_DECLARE_FINAL_TYPE (LpPlannerWindow, lp_planner_window, LP, PLANNER_WINDOW, AdwWindow)

/* Over a document (nullable: nothing is read or written), of the connection `id` (nullable: of the whole drawing). `facts`
 * NULL: those that are built in. */
LpPlannerWindow *lp_planner_window_new (GtkWindow *parent, LpDocument *document, const char *id, LpFacts *facts);

G_END_DECLS
