#include "ui/exam/exam-choices.h"

#include <glib/gi18n.h>

#include "catalogue/catalogue.h"
#include "session/answer.h"
#include "ui/exam/exam-words.h"
#include "ui/review/drawing.h"

#define COLUMNS 2 /* side by side */

struct _LpExamChoices
{
  AdwBin parent_instance;
  GtkGrid *cards;
  GPtrArray *checks;          /* of GtkCheckButton, one for each choice */
  LpDocument *document;
  const LpScenario *scenario;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (LpExamChoices, lp_exam_choices, ADW_TYPE_BIN)

static void
on_toggled (LpExamChoices *self)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  if (self->updating)
    return;
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_ptr_array_add (chosen, self->scenario->choices[i].id);
  g_ptr_array_add (chosen, NULL);
  /* Of two that exclude each other one goes out before the other comes on. */
  if (chosen->len == 1 && !lp_scenario_has_several_right (self->scenario))
    return;
  lp_document_begin (self->document, _("Choose"));
  lp_document_set_choices (self->document, (const char *const *) chosen->pdata);
  lp_document_commit (self->document);
}

static void
update (LpExamChoices *self)
{
  g_autoptr (LpAnswer) answer = lp_answer_of_document (self->document);

  self->updating = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (self->checks->pdata[i],
                                 lp_answer_has_chosen (answer, self->scenario->choices[i].id));
  self->updating = FALSE;
}

static GtkWidget *
new_drawing (LpDesign *design, const char *text)
{
  LpScene *scene = lp_scene_new (design, lp_catalogue_get_default (), NULL, (LpSceneOptions){ 0 });
  GtkWidget *drawing = lp_drawing_new (scene, text);

  lp_scene_unref (scene);
  gtk_widget_set_hexpand (drawing, TRUE);
  return drawing;
}

/* Wherever it is clicked. */
static void
on_card_clicked (GtkGestureClick *click, int n_press, double x, double y, GtkCheckButton *check)
{
  gtk_widget_activate (GTK_WIDGET (check));
}

static void
add_choice (LpExamChoices *self, const LpScenarioChoice *choice)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9), *check = gtk_check_button_new (),
            *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9), *text = lp_exam_new_text (lp_text (&choice->text), "heading");
  GtkGesture *click = gtk_gesture_click_new ();

  if (self->checks->len > 0 && !lp_scenario_has_several_right (self->scenario))
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->checks->pdata[0]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, lp_text (&choice->text), -1);
  gtk_widget_set_valign (check, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), check);
  gtk_box_append (GTK_BOX (line), text);
  gtk_box_append (GTK_BOX (card), line);
  if (choice->document != NULL)
    gtk_box_append (GTK_BOX (card), new_drawing (choice->document, lp_text (&choice->text)));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "exam-card");
  g_signal_connect (click, "released", G_CALLBACK (on_card_clicked), check);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (click));
  gtk_grid_attach (self->cards, card, (int) self->checks->len % COLUMNS, (int) self->checks->len / COLUMNS, 1, 1);
  g_ptr_array_add (self->checks, check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
}

GtkWidget *
lp_exam_choices_new (LpDocument *document, const LpScenario *scenario)
{
  LpExamChoices *self = g_object_new (LP_TYPE_EXAM_CHOICES, NULL);

  self->document = g_object_ref (document);
  self->scenario = scenario;
  for (guint i = 0; i < scenario->n_choices; i++)
    add_choice (self, &scenario->choices[i]);
  g_signal_connect_object (document, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

static void
lp_exam_choices_dispose (GObject *object)
{
  LpExamChoices *self = LP_EXAM_CHOICES (object);

  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (lp_exam_choices_parent_class)->dispose (object);
}

static void
lp_exam_choices_class_init (LpExamChoicesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lp_exam_choices_dispose;
}

static void
lp_exam_choices_init (LpExamChoices *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->checks = g_ptr_array_new ();
  self->cards = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_homogeneous (self->cards, TRUE);
  gtk_grid_set_column_spacing (self->cards, 12);
  gtk_grid_set_row_spacing (self->cards, 12);
  gtk_widget_set_valign (GTK_WIDGET (self->cards), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->cards), "exam-cards");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->cards));
  gtk_widget_add_css_class (GTK_WIDGET (self), "side");
  adw_bin_set_child (ADW_BIN (self), scrolled);
}
