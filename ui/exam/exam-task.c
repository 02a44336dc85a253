#include "ui/exam/exam-task.h"

#include <glib/gi18n.h>

#include "ui/exam/exam-words.h"

struct _LpExamTask
{
  AdwBin parent_instance;
  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (LpExamTask, lp_exam_task, ADW_TYPE_BIN)

GtkWidget *
lp_exam_task_new (void)
{
  return g_object_new (LP_TYPE_EXAM_TASK, NULL);
}

static const char *
what_to_do (LpScenarioKind kind)
{
  switch (kind)
    {
    case LP_SCENARIO_REPAIR:
      return _("Mend the design.");
    case LP_SCENARIO_BUILD:
      return _("Draw a design that does it.");
    case LP_SCENARIO_CHOOSE:
      return _("Choose the design that does it.");
    case LP_SCENARIO_SPOT:
      return _("Mark everything that is wrong in the design.");
    default:
      return _("Choose the right answer.");
    }
}

static void
add_goals (LpExamTask *self, const LpScenario *scenario)
{
  if (scenario->n_goals == 0)
    return;
  gtk_box_append (self->box, lp_exam_new_text (_("What a good answer does"), "heading"));
  for (guint i = 0; i < scenario->n_goals; i++)
    {
      g_autofree char *text = g_strdup_printf ("• %s", lp_text (&scenario->goals[i].text));
      gtk_box_append (self->box, lp_exam_new_text (text, NULL));
    }
}

void
lp_exam_task_set_scenario (LpExamTask *self, const LpScenario *scenario)
{
  GtkWidget *child;

  g_return_if_fail (LP_IS_EXAM_TASK (self));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  gtk_box_append (self->box, lp_exam_new_text (lp_text (&scenario->title), "title-4"));
  gtk_box_append (self->box, lp_exam_new_text (lp_text (&scenario->situation), NULL));
  if (lp_text (&scenario->question) != NULL)
    gtk_box_append (self->box, lp_exam_new_text (lp_text (&scenario->question), "heading"));
  gtk_box_append (self->box, lp_exam_new_text (what_to_do (scenario->kind), "hint"));
  add_goals (self, scenario);
}

static void
lp_exam_task_class_init (LpExamTaskClass *klass)
{
}

static void
lp_exam_task_init (LpExamTask *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_set_margin_top (GTK_WIDGET (self->box), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->box), 18);
  gtk_widget_set_margin_start (GTK_WIDGET (self->box), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->box), 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->box));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}
