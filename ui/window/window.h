/* A window with a tab for each document, or with the choice of what to open. */
#pragma once

#include <adwaita.h>

#include "learning/exam.h"
#include "session/session.h"
#include "ui/document/document-view.h"
#include "ui/inspector/properties-page.h"
#include "ui/palette/palette.h"
#include "ui/review/review-page.h"
#include "ui/scenarios/scenario-page.h"

G_BEGIN_DECLS

#define LP_TYPE_WINDOW (lp_window_get_type ())
G_DECLARE_FINAL_TYPE (LpWindow, lp_window, LP, WINDOW, AdwApplicationWindow)

/* Actions: win.new, win.open, win.open-uri (s), win.open-sample, win.open-scenario (s), win.gallery, win.leave-gallery, win.save, win.save-as,
 * win.export, win.print, win.fullscreen, win.show, win.undo, win.redo, win.next-finding, win.previous-finding, win.fix, win.fix-all, win.show-review, win.show-properties,
 * win.find-kind, win.toggle-palette, win.toggle-panel, win.zoom-in, win.zoom-out, win.zoom-100, win.fit, win.close. */

LpWindow *lp_window_new (AdwApplication *application);

/* Shows the session in a new tab, which is selected. Gives its view, borrowed. */
LpDocumentView *lp_window_add_session (LpWindow *window, LpSession *session);
/* In a new tab behind the selected one, where there is one: it is drawn when it is seen. */
LpDocumentView *lp_window_add_session_behind (LpWindow *window, LpSession *session);
/* As lp_window_add_session(), in place of what is selected where that is pristine. */
LpDocumentView *lp_window_present_session (LpWindow *window, LpSession *session);
/* The tab that has the file open, in whatever window of the application, or NULL; borrowed. */
LpDocumentView *lp_window_find_file (LpWindow *window, GFile *file);
/* Opens the file in a tab; where it is open already, in whatever window, that is shown instead. */
void lp_window_open_file (LpWindow *window, GFile *file);
/* Selects the tab of the view, which must be in this window. */
void lp_window_select_view (LpWindow *window, LpDocumentView *view);

/* Nothing is open, or what is selected is an empty drawing that was never changed. */
gboolean lp_window_is_pristine (LpWindow *window);
guint lp_window_get_n_views (LpWindow *window);
/* From left to right; borrowed. */
LpDocumentView *lp_window_get_view_at (LpWindow *window, guint position);

/* Of the selected tab; NULL where nothing is open. Borrowed. */
LpDocumentView *lp_window_get_view (LpWindow *window);
LpSession *lp_window_get_session (LpWindow *window);
LpCanvas *lp_window_get_canvas (LpWindow *window);

/* The window, in which nothing is open yet, is one in which that exam is sat from now on. */
void lp_window_sit_exam (LpWindow *window, LpExam *exam);
gboolean lp_window_is_exam (LpWindow *window);

/* Closes it without asking: the person has decided. */
void lp_window_close_now (LpWindow *window);
/* Asks what becomes of the changes to these views (LpDocumentView; all modified, at least one), saves them where that
 * is wanted, and then tells whether they may be closed. */
typedef void (*LpMayClose) (gboolean may, gpointer data);
void lp_ask_for_changes (LpWindow *window, GPtrArray *views, LpMayClose done, gpointer data);
/* The views of the window with changes that are not saved: elements are referenced. */
GPtrArray *lp_window_list_modified (LpWindow *window);

/* One line that goes away by itself. */
void lp_window_toast (LpWindow *window, const char *text);
/* What could not be done and why, to be closed by the person. */
void lp_window_complain (LpWindow *window, const char *heading, const char *body);
/* Shows that something takes a while, with a button that cancels it, until it is over. */
GCancellable *lp_window_begin_busy (LpWindow *window, const char *text);
void lp_window_end_busy (LpWindow *window, GCancellable *cancellable);

/* Its parts, which follow the selected tab. Borrowed. */
LpPropertiesPage *lp_window_get_properties_page (LpWindow *window);
LpScenarioPage *lp_window_get_scenario_page (LpWindow *window);
LpReviewPage *lp_window_get_review_page (LpWindow *window);
AdwTabView *lp_window_get_tab_view (LpWindow *window);

G_END_DECLS
