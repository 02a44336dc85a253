/* What the tests of the real window share: the program, and a window that shows the sample. */
#pragma once

#include "ui/application/application.h"
#include "ui/window/window.h"

extern LpApplication *application;

/* FALSE, having said so, where there is no display. */
gboolean window_test_init (int *argc, char ***argv);
int window_test_run (void);

typedef struct
{
  LpWindow *window;
  LpDocument *document; /* of the tab that was opened first */
  LpStage *stage;
} Fixture;

void window_set_up (Fixture *fixture, gconstpointer data);
void window_tear_down (Fixture *fixture, gconstpointer data);

/* Runs the main loop until the condition holds; fails after 30 seconds. */
typedef gboolean (*Condition) (gpointer data);
void wait_until (Condition condition, gpointer data);
/* Conditions of a window: the review of the selected tab has arrived; its drawing is painted; of a gboolean. */
gboolean is_reviewed (gpointer window);
gboolean is_painted (gpointer window);
gboolean is_true (gpointer flag);

guint n_components (Fixture *fixture);
gboolean has_finding (Fixture *fixture, const char *rule, const char *component);
void activate (Fixture *fixture, const char *action);
/* Conditions of an AdwFlap: it is narrow, and shows its content alone; what it hides is all there. */
gboolean is_folded (gpointer flap);
gboolean is_revealed (gpointer flap);
/* The widgets of a class in `widget`, itself too, in their order, each before what is in it: borrowed, into `found`. */
void collect_widgets (GtkWidget *widget, GType type, GPtrArray *found);
/* The dialog with that heading, or NULL. Without a heading: any. */
AdwMessageDialog *find_question (const char *heading);
/* The first button with that label in the widget, or NULL. */
GtkWidget *find_button (GtkWidget *widget, const char *label);
