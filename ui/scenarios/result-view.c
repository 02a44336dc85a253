#include "ui/scenarios/result-view.h"

#include <glib/gi18n.h>

#include "learning/progress.h"
#include "ui/scenarios/goal-list.h"
#include "ui/scenarios/pieces.h"

struct _LpResultView
{
  AdwBin parent_instance;
  GtkWidget *heading;
  GtkWidget *about;
  GtkWidget *edited;
  LpGoalList *goals;
};

G_DEFINE_FINAL_TYPE (LpResultView, lp_result_view, ADW_TYPE_BIN)

static guint show_signal;

static char *
dup_heading (const LpGrade *grade)
{
  if (grade->passed)
    return g_strdup (_("Passed: every goal is met"));
  return g_strdup_printf (ngettext ("%u of %u goal is met", "%u of %u goals are met", grade->goals->len), grade->n_met,
                          grade->goals->len);
}

static char *
dup_about (LpWorking *working)
{
  const LpScenario *scenario = lp_working_get_scenario (working);
  guint n = lp_working_get_n_hints (working);
  g_autofree char *time = lp_piece_dup_duration (lp_working_get_seconds (working));
  g_autofree char *hints
      = n > 0 ? g_strdup_printf (ngettext ("%u hint", "%u hints", n), n) : g_strdup (_("no hint"));
  guint tries = lp_progress_get (lp_progress_get_default (), scenario->id)->tries;
  g_autofree char *submitted
      = g_strdup_printf (ngettext ("submitted %u time", "submitted %u times", tries), tries);

  return g_strdup_printf ("%s · %s · %s", hints, time, submitted);
}

void
lp_result_view_set (LpResultView *self, LpWorking *working)
{
  g_return_if_fail (LP_IS_RESULT_VIEW (self));

  const LpGrade *grade = lp_working_get_grade (working);
  gtk_widget_set_visible (GTK_WIDGET (self), grade != NULL);
  if (grade == NULL)
    return;
  g_autofree char *heading = dup_heading (grade), *about = dup_about (working);
  lp_piece_set_text (self->heading, heading);
  lp_piece_set_text (self->about, about);
  gtk_widget_set_visible (self->edited, lp_working_is_edited (working));
  lp_goal_list_set_graded (self->goals, grade);
}

void
lp_result_view_focus (LpResultView *self)
{
  g_return_if_fail (LP_IS_RESULT_VIEW (self));

  gtk_widget_grab_focus (self->heading);
}

static void
on_show (LpResultView *self, char **elements)
{
  g_signal_emit (self, show_signal, 0, elements);
}

static void
lp_result_view_class_init (LpResultViewClass *klass)
{
  show_signal = g_signal_new ("show-elements", LP_TYPE_RESULT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                              G_TYPE_STRV);
}

static void
lp_result_view_init (LpResultView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->heading = lp_piece_text (NULL, "title-4");
  /* So that a screen reader says it when it comes; what can be selected would be, with the focus. */
  gtk_label_set_selectable (GTK_LABEL (self->heading), FALSE);
  gtk_widget_set_focusable (self->heading, TRUE);
  self->about = lp_piece_text (NULL, "dim-label");
  self->edited = lp_piece_text (_("The drawing is another one now. Submit it again to grade it as it is."), "edited-note");
  self->goals = g_object_new (LP_TYPE_GOAL_LIST, NULL);
  g_signal_connect_swapped (self->goals, "show-elements", G_CALLBACK (on_show), self);
  gtk_box_append (GTK_BOX (box), self->heading);
  gtk_box_append (GTK_BOX (box), self->about);
  gtk_box_append (GTK_BOX (box), self->edited);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->goals));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
