/* What the files of the window share. */
#pragma once

#include "ui/inspector/requirements-page.h"
#include "ui/review/review-count.h"
#include "ui/scenarios/scenario-page.h"
#include "ui/start/start-view.h"
#include "ui/window/window.h"

G_BEGIN_DECLS

struct _LpWindow
{
  AdwApplicationWindow parent_instance;

  AdwWindowTitle *title;
  GtkWidget *document_controls_start;
  GtkWidget *document_controls_end;
  GtkWidget *palette_toggle;
  GtkWidget *panel_toggle;
  LpReviewCount *review_count;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkRevealer *notes_revealer;
  GtkLabel *notes_label;
  GtkRevealer *busy_revealer;
  GtkLabel *busy_label;
  AdwFlap *palette_flap;
  AdwFlap *panel_flap;
  LpPalette *palette;
  LpCanvas *canvas;
  GtkStack *panel;
  LpPropertiesPage *properties_page;
  LpReviewPage *review_page;
  LpRequirementsPage *requirements_page;
  LpScenarioPage *scenario_page;
  GtkStackPage *scenario_stack_page;
  LpStartView *start_view;
  GtkWidget *parts;            /* the pages of an imported file */
  GtkLabel *zoom_label;
  GMenu *scenario_menu;

  LpSession *session;          /* or NULL */
  GCancellable *busy;          /* of what is being read or written, or NULL */
  gboolean closing;            /* the person has decided what becomes of the changes */
  gboolean updating;
};

/* window-actions.c */
void lp_window_class_add_actions (GtkWidgetClass *widget_class);
void lp_window_update_actions (LpWindow *window);

/* window-files.c: opening and saving. */
void lp_window_choose_file (LpWindow *window);
/* Calls `then` (nullable) once it is saved; not where the person cancels or it fails. */
void lp_window_save (LpWindow *window, gboolean as, void (*then) (LpWindow *window));
void lp_window_open_sample (LpWindow *window);
void lp_window_open_scenario (LpWindow *window, const char *id);
/* In a window of its own, beside the task. */
void lp_window_open_reference (LpWindow *window);
void lp_window_new_document (LpWindow *window);
/* A session in this window where it is pristine, else in another one. */
void lp_window_present_session (LpWindow *window, LpSession *session);

/* window-close.c: TRUE where the window must stay open, because the person is being asked. */
gboolean lp_window_ask_before_closing (LpWindow *window);

/* window-size.c: from one run to the next. Without the program's schema installed, nothing is remembered. */
void lp_window_restore_size (LpWindow *window);
void lp_window_remember_size (LpWindow *window);

/* window-export.c */
void lp_window_export (LpWindow *window);

/* One line that goes away by itself. */
void lp_window_toast (LpWindow *window, const char *text);
/* What could not be done and why, to be closed by the person. */
void lp_window_complain (LpWindow *window, const char *heading, const char *body);
/* Shows that something takes a while, with a button that cancels; NULL: it is over. */
void lp_window_set_busy (LpWindow *window, const char *text, GCancellable *cancellable);

G_END_DECLS
