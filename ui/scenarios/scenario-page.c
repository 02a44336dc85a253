#include "ui/scenarios/scenario-page.h"

#include <glib/gi18n.h>

#include "session/grade.h"

struct _LpScenarioPage
{
  AdwBin parent_instance;
  GtkLabel *title;
  GtkLabel *situation;
  GtkLabel *goals_heading;
  GtkListBox *goals;
  GtkBox *hints;
  GtkButton *hint_button;
  GtkButton *reference_button;
  GtkWidget *lesson_box;
  GtkBox *lessons;
  const LpScenario *scenario; /* or NULL */
  LpSession *session;         /* or NULL */
  guint n_hints;              /* that are shown */
  guint n_met;
};

G_DEFINE_FINAL_TYPE (LpScenarioPage, lp_scenario_page, ADW_TYPE_BIN)

enum
{
  REFERENCE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
new_text (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  /* Selectable by pointer only: Tab goes to what can be done. */
  gtk_widget_set_focusable (label, FALSE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* --- goals ------------------------------------------------------------------------------------------- */

static void
add_goal (LpScenarioPage *self, const LpGoal *goal)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = g_markup_escape_text (lp_text (&goal->text), -1);
  GtkWidget *image = gtk_image_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  g_object_set_data (G_OBJECT (row), "image", image);
  gtk_list_box_append (self->goals, row);
}

static void
show_goal (LpScenarioPage *self, guint index, gboolean met)
{
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->goals, index));
  GtkImage *image = g_object_get_data (G_OBJECT (row), "image");

  gtk_image_set_from_icon_name (image, met ? "checkbox-checked-symbolic" : "checkbox-symbolic");
  if (met)
    gtk_widget_add_css_class (GTK_WIDGET (image), "success");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (image), "success");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), met ? _("Reached") : _("Not yet"));
}

static void
update_goals (LpScenarioPage *self)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (lp_session_get_document (self->session));

  g_autoptr (LpGrade) grade = lp_grade_goals (self->scenario, design);
  for (guint i = 0; i < grade->goals->len; i++)
    show_goal (self, i, ((LpGoalGrade *) grade->goals->pdata[i])->outcome == LP_GRADE_MET);
  self->n_met = grade->n_met;
  g_autofree char *heading
      = g_strdup_printf (_("Goals: %u of %u reached"), self->n_met, self->scenario->n_goals);
  gtk_label_set_label (self->goals_heading, heading);
}

/* --- hints and lesson -------------------------------------------------------------------------------- */

static void
update_hint_button (LpScenarioPage *self)
{
  g_autofree char *label
      = g_strdup_printf (_("Show a Hint (%u of %u)"), self->n_hints + 1, self->scenario->n_hints);

  gtk_button_set_label (self->hint_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->hint_button), self->n_hints < self->scenario->n_hints);
}

static void
on_hint (LpScenarioPage *self)
{
  gtk_box_append (self->hints, new_text (lp_text (&self->scenario->hints[self->n_hints++]), "hint"));
  update_hint_button (self);
}

static void
add_lesson (LpScenarioPage *self, const LpLesson *lesson)
{
  g_autofree char *today = lesson->since != NULL
                               ? g_strdup_printf (_("Today (since %s): %s"), lesson->since, lp_text (&lesson->today))
                               : g_strdup_printf (_("Today: %s"), lp_text (&lesson->today));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_box_append (GTK_BOX (box), new_text (lp_text (&lesson->notes), "dim-label"));
  gtk_box_append (GTK_BOX (box), new_text (today, NULL));
  if (lesson->source != NULL)
    {
      GtkWidget *link = gtk_link_button_new_with_label (lesson->source, _("Source"));
      gtk_widget_set_halign (link, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), link);
    }
  gtk_box_append (self->lessons, box);
}

static void
on_reference (LpScenarioPage *self)
{
  gtk_widget_set_visible (self->lesson_box, TRUE);
  g_signal_emit (self, signals[REFERENCE], 0);
}

/* --- the page ---------------------------------------------------------------------------------------- */

static void
fill (LpScenarioPage *self)
{
  GtkListBoxRow *row;

  gtk_label_set_label (self->title, lp_text (&self->scenario->title));
  gtk_label_set_label (self->situation, lp_text (&self->scenario->situation));
  while ((row = gtk_list_box_get_row_at_index (self->goals, 0)) != NULL)
    gtk_list_box_remove (self->goals, GTK_WIDGET (row));
  for (guint i = 0; i < self->scenario->n_goals; i++)
    add_goal (self, &self->scenario->goals[i]);
  clear_box (self->hints);
  self->n_hints = 0;
  update_hint_button (self);
  clear_box (self->lessons);
  for (guint i = 0; i < self->scenario->n_lessons; i++)
    add_lesson (self, &self->scenario->lessons[i]);
  gtk_widget_set_visible (self->lesson_box, FALSE);
  update_goals (self);
}

gboolean
lp_scenario_page_set_session (LpScenarioPage *self, LpSession *session)
{
  g_return_val_if_fail (LP_IS_SCENARIO_PAGE (self), FALSE);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  self->scenario = NULL;
  if (session == NULL)
    return FALSE;
  g_autoptr (LpDesign) design = lp_document_snapshot (lp_session_get_document (session));
  self->scenario = lp_scenario_of_design (design);
  if (self->scenario == NULL)
    return FALSE;
  fill (self);
  g_signal_connect_swapped (session, "reviewed", G_CALLBACK (update_goals), self);
  return TRUE;
}

guint
lp_scenario_page_get_n_met (LpScenarioPage *self)
{
  return self->n_met;
}

static void
lp_scenario_page_dispose (GObject *object)
{
  LpScenarioPage *self = LP_SCENARIO_PAGE (object);

  lp_scenario_page_set_session (self, NULL);
  G_OBJECT_CLASS (lp_scenario_page_parent_class)->dispose (object);
}

static void
lp_scenario_page_class_init (LpScenarioPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_scenario_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/loadpath/Loadpath/ui/scenarios/scenario-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LpScenarioPage, title);
  gtk_widget_class_bind_template_child (widget_class, LpScenarioPage, situation);
  gtk_widget_class_bind_template_child (widget_class, LpScenarioPage, goals_heading);
  gtk_widget_class_bind_template_child (widget_class, LpScenarioPage, goals);
  gtk_widget_class_bind_template_child (widget_class, LpScenarioPage, hints);
  gtk_widget_class_bind_template_child (widget_class, LpScenarioPage, hint_button);
  gtk_widget_class_bind_template_child (widget_class, LpScenarioPage, reference_button);
  gtk_widget_class_bind_template_child (widget_class, LpScenarioPage, lesson_box);
  gtk_widget_class_bind_template_child (widget_class, LpScenarioPage, lessons);
  gtk_widget_class_bind_template_callback (widget_class, on_hint);
  gtk_widget_class_bind_template_callback (widget_class, on_reference);
  signals[REFERENCE]
      = g_signal_new ("reference", LP_TYPE_SCENARIO_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* With large text the words take two lines, and the panel stays as wide as it is. */
static void
let_wrap (GtkButton *button)
{
  GtkWidget *label = gtk_button_get_child (button);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
}

static void
lp_scenario_page_init (LpScenarioPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_button_set_label (self->hint_button, "");
  let_wrap (self->hint_button);
  let_wrap (self->reference_button);
}
