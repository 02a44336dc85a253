#include "ui/answers/choice-card.h"

#include <glib/gi18n.h>

#include "catalogue/catalogue.h"
#include "learning/figures.h"
#include "learning/grade.h"
#include "ui/answers/answer-view.h"
#include "ui/review/drawing.h"

#define PICTURE_WIDTH 360

struct _LpChoiceCard
{
  AdwBin parent_instance;
  const LpScenario *scenario;
  const LpScenarioChoice *choice;
  GtkWidget *check;
  GtkWidget *open;    /* its design; NULL where there is none */
  GtkWidget *picture; /* quiz: seen with the result */
  GtkBox *box;
  GtkBox *result;     /* or NULL: not graded */
  gboolean updating;
  gboolean graded;
};

G_DEFINE_FINAL_TYPE (LpChoiceCard, lp_choice_card, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

const LpScenarioChoice *
lp_choice_card_get_choice (LpChoiceCard *self)
{
  return self->choice;
}

gboolean
lp_choice_card_get_active (LpChoiceCard *self)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check));
}

static void
show_active (LpChoiceCard *self)
{
  if (lp_choice_card_get_active (self))
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
}

void
lp_choice_card_set_active (LpChoiceCard *self, gboolean active)
{
  self->updating = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), active);
  self->updating = FALSE;
  show_active (self);
}

void
lp_choice_card_choose (LpChoiceCard *self)
{
  if (self->graded)
    return;
  gtk_widget_grab_focus (self->check);
  gtk_widget_activate (self->check);
}

static void
on_toggled (LpChoiceCard *self)
{
  show_active (self);
  if (!self->updating)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_clicked (LpChoiceCard *self, int n_press, double x, double y, GtkGestureClick *click)
{
  GtkWidget *target = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  /* The buttons have their own clicks. */
  if (target != NULL && (GTK_IS_BUTTON (target) || gtk_widget_get_ancestor (target, GTK_TYPE_BUTTON) != NULL
                         || target == self->check || gtk_widget_is_ancestor (target, self->check)))
    return;
  lp_choice_card_choose (self);
}

/* --- the result -------------------------------------------------------------------------------------- */

static void
add_verdict (LpChoiceCard *self)
{
  gboolean choose = self->scenario->kind == LP_SCENARIO_CHOOSE, right = self->choice->right;
  const char *word = choose ? (right ? _("✓ It holds") : _("✕ It fails")) : right ? _("✓ Right") : _("✕ Wrong");
  GtkWidget *label = lp_answer_view_new_text (word, right ? "success" : "error");

  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (self->result, label);
  if (lp_choice_card_get_active (self))
    gtk_box_append (self->result, lp_answer_view_new_text (_("This was your choice."), "dim-label"));
  gtk_box_append (self->result, lp_answer_view_new_text (lp_text (&self->choice->because), NULL));
}

static void
add_goals (LpChoiceCard *self)
{
  g_autoptr (LpGrade) grade = lp_grade_goals (self->scenario, self->choice->document);

  for (guint i = 0; i < grade->goals->len; i++)
    {
      const LpGoalGrade *goal = grade->goals->pdata[i];
      gboolean met = goal->outcome == LP_GRADE_MET;
      g_autofree char *text = g_strdup_printf ("%s %s", met ? "✓" : "✕", goal->text);
      gtk_box_append (self->result, lp_answer_view_new_text (text, met ? "success" : "error"));
      if (!met && goal->reason != NULL)
        gtk_box_append (self->result, lp_answer_view_new_text (goal->reason, "dim-label"));
    }
}

static const char *
sign_of (LpFigureState state)
{
  return state == LP_FIGURE_HOLDS ? "✓ " : state == LP_FIGURE_FAILS ? "✕ " : "";
}

static void
add_figures (LpChoiceCard *self)
{
  g_autoptr (GArray) results = lp_figures_run (self->scenario, self->choice->document);

  for (guint i = 0; i < results->len; i++)
    {
      const LpFigureResult *result = &g_array_index (results, LpFigureResult, i);
      g_autofree char *text = g_strdup_printf ("%s: %s%s", lp_text (&self->scenario->figures[i].text),
                                               sign_of (result->state), result->value);
      GtkWidget *label = lp_answer_view_new_text (text, "numeric");
      if (result->state != LP_FIGURE_TELLS)
        gtk_widget_add_css_class (label, result->state == LP_FIGURE_HOLDS ? "success" : "error");
      gtk_box_append (self->result, label);
      if (result->working != NULL)
        gtk_box_append (self->result, lp_answer_view_new_text (result->working, "caption"));
    }
}

/* Made anew each time: a box that was empty and hidden keeps the way of asking for room that it had then, and the words
 * would be cut off. */
static void
show_result (LpChoiceCard *self)
{
  self->result = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  add_verdict (self);
  add_figures (self);
  if (self->scenario->kind == LP_SCENARIO_CHOOSE)
    add_goals (self);
  gtk_box_append (self->box, GTK_WIDGET (self->result));
}

void
lp_choice_card_set_graded (LpChoiceCard *self, gboolean graded)
{
  if (graded == self->graded)
    return;
  self->graded = graded;
  gtk_widget_set_sensitive (self->check, !graded);
  gtk_widget_set_visible (self->picture, graded || self->scenario->kind == LP_SCENARIO_CHOOSE);
  if (self->result != NULL)
    gtk_box_remove (self->box, GTK_WIDGET (self->result));
  self->result = NULL;
  if (graded)
    show_result (self);
}

/* --- the card ---------------------------------------------------------------------------------------- */

static void
on_open (LpChoiceCard *self)
{
  g_signal_emit (self, signals[OPEN], 0);
}

static GtkWidget *
new_picture (LpChoiceCard *self)
{
  g_autoptr (LpScene) scene
      = lp_scene_new (self->choice->document, lp_catalogue_get_default (), NULL, (LpSceneOptions){ 0 });
  GtkWidget *overlay = gtk_overlay_new (), *clamp = adw_clamp_new ();
  GtkWidget *drawing = lp_drawing_new (scene, lp_text (&self->choice->text));
  GtkWidget *open = gtk_button_new_from_icon_name ("view-fullscreen-symbolic");

  /* Two stand beside each other where the window is wide. */
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), PICTURE_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), PICTURE_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), drawing);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), clamp);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), open);
  gtk_widget_set_halign (open, GTK_ALIGN_END);
  gtk_widget_set_valign (open, GTK_ALIGN_END);
  gtk_widget_add_css_class (open, "osd");
  gtk_widget_add_css_class (open, "circular");
  gtk_widget_set_tooltip_text (open, _("Open the design in a tab, to look at it and review it"));
  g_signal_connect_swapped (open, "clicked", G_CALLBACK (on_open), self);
  self->open = open;
  return overlay;
}

void
lp_choice_card_set_can_open (LpChoiceCard *self, gboolean can_open)
{
  g_return_if_fail (LP_IS_CHOICE_CARD (self));

  if (self->open != NULL)
    gtk_widget_set_visible (self->open, can_open);
}

/* The words stand beside the button, not in it: there, in several lines, they would run over the border of the card. */
static GtkWidget *
new_title (LpChoiceCard *self, guint number, LpChoiceCard *group)
{
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  g_autofree char *text = g_strdup_printf ("%u. %s", number, lp_text (&self->choice->text));
  GtkWidget *label = lp_answer_view_new_text (text, "heading");

  self->check = gtk_check_button_new ();
  if (group != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (self->check), GTK_CHECK_BUTTON (group->check));
  gtk_widget_set_valign (self->check, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (on_toggled), self);
  gtk_box_append (GTK_BOX (title), self->check);
  gtk_box_append (GTK_BOX (title), label);
  return title;
}

LpChoiceCard *
lp_choice_card_new (const LpScenario *scenario, const LpScenarioChoice *choice, guint number, LpChoiceCard *group)
{
  LpChoiceCard *self = g_object_new (LP_TYPE_CHOICE_CARD, NULL);

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  self->scenario = scenario;
  self->choice = choice;
  gtk_box_append (self->box, new_title (self, number, group));
  self->picture = new_picture (self);
  gtk_widget_set_visible (self->picture, scenario->kind == LP_SCENARIO_CHOOSE);
  gtk_box_append (self->box, self->picture);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  return self;
}

static void
lp_choice_card_class_init (LpChoiceCardClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "choice");
  signals[CHOSEN]
      = g_signal_new ("chosen", LP_TYPE_CHOICE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPEN] = g_signal_new ("open", LP_TYPE_CHOICE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lp_choice_card_init (LpChoiceCard *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_clicked), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
