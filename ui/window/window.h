/* A window with one document, or with the choice of what to open. */
#pragma once

#include <adwaita.h>

#include "session/session.h"
#include "ui/canvas/canvas.h"
#include "ui/inspector/properties-page.h"
#include "ui/palette/palette.h"
#include "ui/review/review-page.h"
#include "ui/scenarios/scenario-page.h"

G_BEGIN_DECLS

#define LP_TYPE_WINDOW (lp_window_get_type ())
G_DECLARE_FINAL_TYPE (LpWindow, lp_window, LP, WINDOW, AdwApplicationWindow)

/* Actions: win.new, win.open, win.open-uri (s), win.open-sample, win.open-scenario (s), win.save, win.save-as,
 * win.export, win.undo, win.redo, win.next-finding, win.previous-finding, win.show-review, win.show-properties,
 * win.find-kind, win.toggle-palette, win.toggle-panel, win.zoom-in, win.zoom-out, win.zoom-100, win.fit, win.close. */

LpWindow *lp_window_new (AdwApplication *application);

/* Shows the session instead of what is shown now; NULL: the start view. What is shown now is lost where it is not
 * saved: lp_window_is_pristine() tells. */
void lp_window_set_session (LpWindow *window, LpSession *session);
LpSession *lp_window_get_session (LpWindow *window);
/* Nothing is open, or only an empty drawing that was never changed: another document may take its place. */
gboolean lp_window_is_pristine (LpWindow *window);

/* Opens the file here where the window is pristine, else in another window. */
void lp_window_open_file (LpWindow *window, GFile *file);

/* Its parts, for tests. Borrowed. */
LpCanvas *lp_window_get_canvas (LpWindow *window);
LpPropertiesPage *lp_window_get_properties_page (LpWindow *window);
LpScenarioPage *lp_window_get_scenario_page (LpWindow *window);
LpReviewPage *lp_window_get_review_page (LpWindow *window);

G_END_DECLS
