#include "ui/scenarios/scenario-page.h"

#include <glib/gi18n.h>

#include "ui/scenarios/compare-bar.h"
#include "ui/scenarios/difference-list.h"
#include "ui/scenarios/goal-list.h"
#include "ui/scenarios/hint-box.h"
#include "ui/scenarios/lesson-view.h"
#include "ui/scenarios/pieces.h"
#include "ui/scenarios/result-view.h"
#include "ui/scenarios/situation-view.h"

struct _LpScenarioPage
{
  AdwBin parent_instance;
  GtkScrolledWindow *scrolled;
  LpSituationView *situation;
  GtkLabel *goals_heading;
  LpGoalList *goals;
  LpHintBox *hints;
  LpResultView *result;
  GtkWidget *comparing;      /* everything about comparing */
  GtkToggleButton *with_reference;
  GtkToggleButton *with_last;
  LpDifferenceList *differences;
  GtkWidget *after;          /* what can be done once it is graded */
  GtkButton *submit;
  LpLessonView *lesson;
  LpWorking *working;        /* or NULL */
  LpCompareBar *bar;         /* or NULL */
  gboolean updating;
  GtkWidget *wanted;         /* of these, to be scrolled to when it has its place; or NULL */
  guint tick;
  guint frames;
};

/* Below what is scrolled to. */
#define END_GAP 12

G_DEFINE_FINAL_TYPE (LpScenarioPage, lp_scenario_page, ADW_TYPE_BIN)

enum
{
  SHOW,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- goals ------------------------------------------------------------------------------------------- */

/* What is graded at the end is not counted before. */
static guint
count_ticked (const LpGrade *live)
{
  guint n = 0;

  for (guint i = 0; live != NULL && i < live->goals->len; i++)
    {
      const LpGoalGrade *goal = live->goals->pdata[i];
      n += goal->outcome == LP_GRADE_MET && !goal->at_end;
    }
  return n;
}

static char *
dup_goals_heading (LpScenarioPage *self, const LpGrade *live)
{
  if (live == NULL)
    return g_strdup (_("What the design must do"));
  if (lp_working_get_grade (self->working) != NULL)
    return g_strdup_printf (_("The drawing now: %u of %u reached"), count_ticked (live), live->goals->len);
  return g_strdup_printf (_("Goals: %u of %u reached"), count_ticked (live), live->goals->len);
}

/* Where it is graded, they would say what the grade says, until something is changed. */
static void
update_goals (LpScenarioPage *self)
{
  const LpScenario *scenario = lp_working_get_scenario (self->working);
  const LpGrade *live = lp_working_get_live (self->working);
  gboolean graded = lp_working_get_grade (self->working) != NULL;
  gboolean shown = scenario->n_goals > 0 && (!graded || (live != NULL && lp_working_is_edited (self->working)));
  g_autofree char *heading = dup_goals_heading (self, live);

  if (live != NULL)
    lp_goal_list_set_live (self->goals, live);
  else
    lp_goal_list_set_asked (self->goals, scenario);
  gtk_label_set_label (self->goals_heading, heading);
  gtk_widget_set_visible (GTK_WIDGET (self->goals_heading), shown);
  gtk_widget_set_visible (GTK_WIDGET (self->goals), shown);
}

/* --- comparing --------------------------------------------------------------------------------------- */

static void
update_comparing (LpScenarioPage *self)
{
  LpComparedWith with = lp_compare_bar_get_with (self->bar);
  gboolean graded = lp_working_get_grade (self->working) != NULL, last = lp_working_has_last (self->working);

  self->updating = TRUE;
  gtk_toggle_button_set_active (self->with_reference, with == LP_COMPARED_WITH_REFERENCE);
  gtk_toggle_button_set_active (self->with_last, with == LP_COMPARED_WITH_LAST);
  self->updating = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->with_reference), graded);
  gtk_widget_set_visible (GTK_WIDGET (self->with_last), last);
  /* Of a choice there is nothing of one's own to be compared. */
  gtk_widget_set_visible (self->comparing,
                          !lp_scenario_is_chosen (lp_working_get_scenario (self->working)) && (graded || last));
}

static void
on_compare_toggled (LpScenarioPage *self, GtkToggleButton *button)
{
  if (!self->updating)
    gtk_widget_activate_action (GTK_WIDGET (self),
                                button == self->with_last ? "win.compare-last" : "win.compare-reference", NULL);
}

/* --- scrolling --------------------------------------------------------------------------------------- */

/* In the frame after the one that gives it its place. */
static gboolean
scroll_there (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LpScenarioPage *self = LP_SCENARIO_PAGE (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  graphene_point_t at;

  if (self->frames++ == 0)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  if (gtk_widget_compute_point (self->wanted, gtk_widget_get_parent (self->wanted), &GRAPHENE_POINT_INIT (0, 0), &at))
    {
      /* Of hints the last one is wanted, and the button for the next one. */
      double least = at.y + gtk_widget_get_height (self->wanted) + END_GAP - gtk_adjustment_get_page_size (adjustment);
      double value = CLAMP (gtk_adjustment_get_value (adjustment), least, MAX (at.y, least));
      gtk_adjustment_set_value (adjustment, self->wanted == GTK_WIDGET (self->hints) ? value : at.y);
    }
  return G_SOURCE_REMOVE;
}

static void
scroll_to (LpScenarioPage *self, GtkWidget *wanted)
{
  self->wanted = wanted;
  self->frames = 0;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_there, NULL, NULL);
}

/* --- all of it --------------------------------------------------------------------------------------- */

/* With the last hint its button goes: the keyboard is not lost with it. */
static void
update_hints (LpScenarioPage *self, const LpScenario *scenario)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->hints)) != NULL;
  guint n_taken = lp_working_get_n_hints (self->working);

  lp_hint_box_set (self->hints, scenario, n_taken);
  if (focused && n_taken >= scenario->n_hints)
    gtk_widget_child_focus (GTK_WIDGET (self->scrolled), GTK_DIR_TAB_BACKWARD);
}

static void
update (LpScenarioPage *self)
{
  const LpScenario *scenario = lp_working_get_scenario (self->working);
  gboolean graded = lp_working_get_grade (self->working) != NULL;

  update_goals (self);
  update_hints (self, scenario);
  lp_result_view_set (self->result, self->working);
  gtk_button_set_label (self->submit, graded ? _("Submit Again") : _("Submit"));
  gtk_widget_set_visible (GTK_WIDGET (self->submit), !graded || lp_working_is_edited (self->working));
  gtk_widget_set_visible (self->after, graded);
  gtk_widget_set_visible (GTK_WIDGET (self->lesson), graded);
  update_comparing (self);
}

static void
leave (LpScenarioPage *self)
{
  if (self->working != NULL)
    g_signal_handlers_disconnect_by_data (self->working, self);
  if (self->bar != NULL)
    g_signal_handlers_disconnect_by_data (self->bar, self);
  g_clear_object (&self->working);
  g_clear_object (&self->bar);
}

gboolean
lp_scenario_page_set_view (LpScenarioPage *self, LpDocumentView *view)
{
  g_return_val_if_fail (LP_IS_SCENARIO_PAGE (self), FALSE);

  leave (self);
  LpWorking *working = view != NULL ? lp_working_of (lp_document_view_get_session (view)) : NULL;
  lp_difference_list_set_bar (self->differences, working != NULL ? lp_compare_bar_of (view) : NULL);
  if (working == NULL)
    return FALSE;
  self->working = g_object_ref (working);
  self->bar = g_object_ref (lp_compare_bar_of (view));
  lp_situation_view_set (self->situation, lp_working_get_scenario (working));
  lp_lesson_view_set (self->lesson, lp_working_get_scenario (working));
  update (self);
  g_signal_connect_swapped (working, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->bar, "changed", G_CALLBACK (update_comparing), self);
  return TRUE;
}

LpWorking *
lp_scenario_page_get_working (LpScenarioPage *self)
{
  g_return_val_if_fail (LP_IS_SCENARIO_PAGE (self), NULL);

  return self->working;
}

guint
lp_scenario_page_get_n_met (LpScenarioPage *self)
{
  g_return_val_if_fail (LP_IS_SCENARIO_PAGE (self), 0);

  return self->working != NULL ? count_ticked (lp_working_get_live (self->working)) : 0;
}

void
lp_scenario_page_show_result (LpScenarioPage *self)
{
  g_return_if_fail (LP_IS_SCENARIO_PAGE (self));

  lp_result_view_focus (self->result);
  scroll_to (self, GTK_WIDGET (self->result));
}

void
lp_scenario_page_show_hint (LpScenarioPage *self)
{
  g_return_if_fail (LP_IS_SCENARIO_PAGE (self));

  scroll_to (self, GTK_WIDGET (self->hints));
}

void
lp_scenario_page_show_comparison (LpScenarioPage *self)
{
  g_return_if_fail (LP_IS_SCENARIO_PAGE (self));

  scroll_to (self, self->comparing);
}

static void
on_show (LpScenarioPage *self, char **elements)
{
  g_signal_emit (self, signals[SHOW], 0, elements);
}

static void
lp_scenario_page_dispose (GObject *object)
{
  leave (LP_SCENARIO_PAGE (object));
  G_OBJECT_CLASS (lp_scenario_page_parent_class)->dispose (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, LpScenarioPage, child)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (scrolled);
  BIND (situation);
  BIND (goals_heading);
  BIND (goals);
  BIND (hints);
  BIND (result);
  BIND (comparing);
  BIND (with_reference);
  BIND (with_last);
  BIND (differences);
  BIND (after);
  BIND (submit);
  BIND (lesson);
}

static void
lp_scenario_page_class_init (LpScenarioPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LP_TYPE_SITUATION_VIEW);
  g_type_ensure (LP_TYPE_GOAL_LIST);
  g_type_ensure (LP_TYPE_HINT_BOX);
  g_type_ensure (LP_TYPE_RESULT_VIEW);
  g_type_ensure (LP_TYPE_DIFFERENCE_LIST);
  g_type_ensure (LP_TYPE_LESSON_VIEW);
  G_OBJECT_CLASS (klass)->dispose = lp_scenario_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/loadpath/Loadpath/ui/scenarios/scenario-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
  gtk_widget_class_bind_template_callback (widget_class, on_compare_toggled);
  signals[SHOW] = g_signal_new ("show-elements", LP_TYPE_SCENARIO_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRV);
}

/* With large text the words take two lines, and the panel stays as wide as it is. */
static void
let_buttons_wrap (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && GTK_IS_LABEL (gtk_button_get_child (GTK_BUTTON (widget))))
    lp_piece_let_wrap (GTK_BUTTON (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    let_buttons_wrap (child);
}

static void
lp_scenario_page_init (LpScenarioPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  let_buttons_wrap (GTK_WIDGET (self));
}
