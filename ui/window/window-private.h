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
  GtkWidget *header_bar;
  GtkWidget *back_button;      /* from the gallery */
  GtkWidget *tab_bar;
  GtkWidget *open_button;
  GtkWidget *save_button;
  GtkRevealer *caption_revealer; /* of the finding that is shown to others */
  GtkLabel *caption;
  GtkWidget *document_controls_start;
  GtkWidget *document_controls_end;
  GtkWidget *palette_toggle;
  GtkWidget *panel_toggle;
  LpReviewCount *review_count;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkRevealer *busy_revealer;
  GtkLabel *busy_label;
  AdwFlap *palette_flap;
  AdwFlap *panel_flap;
  LpPalette *palette;
  AdwTabView *tab_view;
  GtkStack *panel;
  GtkWidget *panel_switcher;
  LpPropertiesPage *properties_page;
  LpReviewPage *review_page;
  LpRequirementsPage *requirements_page;
  LpScenarioPage *scenario_page;
  GtkStackPage *scenario_stack_page;
  LpStartView *start_view;

  /* Of the selected tab; all NULL where nothing is open. */
  LpDocumentView *view;
  LpSession *session;
  LpCanvas *canvas;            /* of the view */

  AdwTabPage *menu_page;       /* that the menu of the tabs is about, while it is open */
  GPtrArray *collecting;       /* of AdwTabPage: what is not saved of several that are being closed; or NULL */
  GSimpleActionGroup *tab_actions;
  GPtrArray *busy;             /* cancellables of what is being read and written */
  gboolean asking;             /* about its changes, before it closes */
  gboolean closing;            /* the person has decided what becomes of the changes */
  gboolean updating;
  gboolean answering;          /* a view of answers is selected: nothing is drawn */
  gboolean palette_was_shown;  /* before that */
  gboolean showing;            /* the drawing alone, to others */
  struct _LpSitting *sitting;  /* of an exam, or NULL */
  AdwToast *hint;              /* how to go on, while it is shown; weak */
  gboolean palette_put_away;   /* for that: it comes back */
  gboolean panel_was_shown;
};

/* window-actions.c */
void lp_window_class_add_actions (GtkWidgetClass *widget_class);
void lp_window_update_actions (LpWindow *window);

/* window-canvas.c: those that the drawing does. */
void lp_window_class_add_canvas_actions (GtkWidgetClass *widget_class);
void lp_window_update_canvas_actions (LpWindow *window);

/* window-scenario.c: of the selected tab. FALSE where it is no attempt at one. */
gboolean lp_window_enter_scenario (LpWindow *window);
/* Once it is laid out, wherever there is room for it. */
void lp_window_show_situation (LpWindow *window);
void lp_window_leave_scenario (LpWindow *window);
void lp_window_init_scenario (LpWindow *window);
void lp_window_class_add_scenario_actions (GtkWidgetClass *widget_class);
void lp_window_update_scenario_actions (LpWindow *window);

/* window-fix.c: of the finding with that number, or of the selected one. */
void lp_window_fix (LpWindow *window, guint finding);
void lp_window_fix_selected (LpWindow *window);
void lp_window_fix_all (LpWindow *window);

/* window-tabs.c */
void lp_window_init_tabs (LpWindow *window);
/* Closes the tab that is selected, or the window where nothing is open; asks where something is not saved. */
void lp_window_close_tab (LpWindow *window);

/* window.c: the panels, the header and the actions are about this view (of the selected tab; NULL: nothing is open). */
void lp_window_follow (LpWindow *window, LpDocumentView *view);

/* window-files.c: opening. */
void lp_window_choose_file (LpWindow *window);
void lp_add_file_filter (GtkFileChooser *chooser, const char *name, const char *const *suffixes);
void lp_window_open_sample (LpWindow *window);
/* As a document, whatever it is called. */
void lp_window_open_document (LpWindow *window, GFile *file);
/* A file that may be a scenario: into the person's folder then, else as a document. */
void lp_window_open_json (LpWindow *window, GFile *file);
void lp_window_make_scenario (LpWindow *window);
/* What is for drawing is put away, or comes back. */
void lp_window_show_answers (LpWindow *window, gboolean answering);
void lp_window_withhold_drawing (LpWindow *window);
/* In a tab of its own, beside the task. */
void lp_window_open_reference (LpWindow *window);
void lp_window_new_document (LpWindow *window);

/* window-gallery.c: the start view in front of what is open, and back; FALSE where it is not in front of anything. */
void lp_window_show_gallery (LpWindow *window);
gboolean lp_window_leave_gallery (LpWindow *window);
void lp_window_update_gallery (LpWindow *window);
/* Goes on with the attempt that there is, or begins one. */
void lp_window_open_scenario (LpWindow *window, const char *id);

/* window-save.c: `done` (nullable) hears whether it is saved: not where the person cancels or it fails. */
typedef void (*LpSaved) (gboolean saved, gpointer data);
void lp_window_save_view (LpWindow *window, LpDocumentView *view, gboolean as, LpSaved done, gpointer data);

/* window-close.c: TRUE where the window must stay open, because the person is being asked. */
gboolean lp_window_ask_before_closing (LpWindow *window);

/* window-size.c: from one run to the next. Without the program's schema installed, nothing is remembered. */
void lp_window_restore_size (LpWindow *window);
void lp_window_remember_size (LpWindow *window);

/* window-answers.c: what is to be exported or printed, with its review and the scene on the screen where they are of it.
 * Where designs are chosen from and none is, NULL, and the person is told. Free with lp_design_unref(). */
LpDesign *lp_window_get_drawing (LpWindow *window, LpReview **review, LpScene **shown);
/* window-export.c, window-print.c */
void lp_window_export (LpWindow *window);
void lp_window_print (LpWindow *window);

/* window-exam.c */
void lp_window_withhold_actions (LpWindow *window);
/* Turns to the question; where no exam is sat it does nothing. */
void lp_window_show_exam_page (LpWindow *window);
void lp_window_end_exam (LpWindow *window);

/* window-show.c */
void lp_window_init_showing (LpWindow *window);
void lp_window_toggle_fullscreen (LpWindow *window);
/* Or ends it. */
void lp_window_start_showing (LpWindow *window);
void lp_window_set_showing (LpWindow *window, gboolean showing);
/* Says what the selected finding is, while the drawing is shown to others. */
void lp_window_update_caption (LpWindow *window);

G_END_DECLS
