#include "ui/exam/exam-bar.h"

#include <glib/gi18n.h>

struct _LpExamBar
{
  AdwBin parent_instance;
  GtkMenuButton *questions_button;
  GtkPopover *popover;
  GtkListBox *list;
  GtkToggleButton *flag;
  GtkLabel *clock;
  LpExam *exam;
};

G_DEFINE_FINAL_TYPE (LpExamBar, lp_exam_bar, ADW_TYPE_BIN)

/* --- the clock --------------------------------------------------------------------------------------- */

char *
lp_exam_describe_left (guint seconds)
{
  guint minutes = (seconds + 59) / 60;

  if (seconds == 0)
    return g_strdup (_("The time is over"));
  if (seconds <= 60)
    return g_strdup (_("The last minute"));
  return g_strdup_printf (ngettext ("%u min left", "%u min left", minutes), minutes);
}

static void
on_ticked (LpExamBar *self)
{
  g_autofree char *left = lp_exam_describe_left (lp_exam_get_left (self->exam));

  if (g_strcmp0 (left, gtk_label_get_label (self->clock)) != 0)
    {
      gtk_label_set_label (self->clock, left);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->clock), left);
    }
}

/* --- the questions ----------------------------------------------------------------------------------- */

static char *
describe_question (LpExamBar *self, guint index)
{
  gboolean answered = lp_exam_is_answered (self->exam, index), flagged = lp_exam_is_flagged (self->exam, index);
  const char *kind = lp_scenario_kind_name (lp_exam_get_question (self->exam, index)->kind);

  return g_strdup_printf (answered && flagged ? _("%s · Answered · For later")
                          : answered          ? _("%s · Answered")
                          : flagged           ? _("%s · Not answered · For later")
                                              : _("%s · Not answered"),
                          kind);
}

static void
add_row (LpExamBar *self, guint index)
{
  const LpScenario *scenario = lp_exam_get_question (self->exam, index);
  g_autofree char *title = g_strdup_printf ("%u. %s", index + 1, lp_text (&scenario->title));
  g_autofree char *escaped = g_markup_escape_text (title, -1), *subtitle = describe_question (self, index);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->list, row);
}

/* Each time that it is opened: the answers are in their files. */
static void
on_popover_shown (LpExamBar *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < lp_exam_get_n_questions (self->exam); i++)
    add_row (self, i);
  row = gtk_list_box_get_row_at_index (self->list, (int) lp_exam_get_current (self->exam));
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
on_row_activated (LpExamBar *self, GtkListBoxRow *row)
{
  gtk_popover_popdown (self->popover);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.exam-show", "u", (guint32) gtk_list_box_row_get_index (row));
}

void
lp_exam_bar_show_questions (LpExamBar *self)
{
  g_return_if_fail (LP_IS_EXAM_BAR (self));

  gtk_menu_button_popup (self->questions_button);
}

static void
on_changed (LpExamBar *self)
{
  g_autofree char *label = g_strdup_printf (_("Question %u of %u"), lp_exam_get_current (self->exam) + 1,
                                            lp_exam_get_n_questions (self->exam));

  gtk_menu_button_set_label (self->questions_button, label);
}

/* --- the widget -------------------------------------------------------------------------------------- */

GtkWidget *
lp_exam_bar_new (LpExam *exam)
{
  LpExamBar *self = g_object_new (LP_TYPE_EXAM_BAR, NULL);

  self->exam = g_object_ref (exam);
  g_signal_connect_object (exam, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (exam, "ticked", G_CALLBACK (on_ticked), self, G_CONNECT_SWAPPED);
  on_changed (self);
  on_ticked (self);
  return GTK_WIDGET (self);
}

static void
lp_exam_bar_dispose (GObject *object)
{
  g_clear_object (&LP_EXAM_BAR (object)->exam);
  G_OBJECT_CLASS (lp_exam_bar_parent_class)->dispose (object);
}

static void
lp_exam_bar_class_init (LpExamBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_exam_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/loadpath/Loadpath/ui/exam/exam-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LpExamBar, questions_button);
  gtk_widget_class_bind_template_child (widget_class, LpExamBar, popover);
  gtk_widget_class_bind_template_child (widget_class, LpExamBar, list);
  gtk_widget_class_bind_template_child (widget_class, LpExamBar, flag);
  gtk_widget_class_bind_template_child (widget_class, LpExamBar, clock);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
lp_exam_bar_init (LpExamBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->popover, "show", G_CALLBACK (on_popover_shown), self, G_CONNECT_SWAPPED);
}
