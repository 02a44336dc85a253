#include "ui/scenarios/goal-list.h"

#include <glib/gi18n.h>

#include "ui/scenarios/goal-mark.h"
#include "ui/scenarios/pieces.h"

struct _LpGoalList
{
  AdwBin parent_instance;
  GtkListBox *rows;
  char *said; /* all of it, as it is shown; or NULL */
};

G_DEFINE_FINAL_TYPE (LpGoalList, lp_goal_list, ADW_TYPE_BIN)

static guint show_signal;

static LpGoalState
state_of (const LpGoalGrade *goal, gboolean graded)
{
  if (!graded && goal->at_end)
    return LP_GOAL_AT_END;
  if (goal->outcome == LP_GRADE_MET)
    return LP_GOAL_MET;
  if (goal->outcome == LP_GRADE_OPEN)
    return LP_GOAL_OPEN;
  return graded ? LP_GOAL_MISSED : LP_GOAL_NOT_YET;
}

static const char *
word_of (LpGoalState state, gboolean graded)
{
  switch (state)
    {
    case LP_GOAL_MET:
      return graded ? _("Met") : _("Reached");
    case LP_GOAL_MISSED:
      return _("Missed");
    case LP_GOAL_OPEN:
      return _("Not decided yet");
    case LP_GOAL_AT_END:
      return _("Graded when you submit");
    default:
      return _("Not yet");
    }
}

static const char *
class_of (LpGoalState state)
{
  return state == LP_GOAL_MET ? "goal-met" : state == LP_GOAL_MISSED ? "goal-missed" : "goal-other";
}

/* --- rows -------------------------------------------------------------------------------------------- */

static void
on_show (GtkButton *button, LpGoalList *self)
{
  g_signal_emit (self, show_signal, 0, g_object_get_data (G_OBJECT (button), "elements"));
}

static GtkWidget *
new_show_button (LpGoalList *self, const LpGoalGrade *goal)
{
  GtkWidget *button = gtk_button_new_with_label (_("Show in the Drawing"));
  g_autofree char *label = g_strdup_printf (_("Show in the drawing: %s"), goal->text);

  g_object_set_data_full (G_OBJECT (button), "elements", g_strdupv (goal->elements), (GDestroyNotify) g_strfreev);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "goal-show");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_show), self, 0);
  return button;
}

static void
add_row (LpGoalList *self, GtkWidget *mark, GtkWidget *words, const char *spoken)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  if (mark != NULL)
    gtk_box_append (GTK_BOX (box), mark);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (box, "goal");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_list_box_append (self->rows, row);
}

static void
add_goal (LpGoalList *self, const LpGoalGrade *goal, gboolean graded)
{
  LpGoalState state = state_of (goal, graded);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *word;
  const char *reason = graded || state == LP_GOAL_OPEN ? goal->reason : NULL;
  g_autofree char *spoken = g_strdup_printf ("%s: %s %s", word_of (state, graded), goal->text, reason != NULL ? reason : "");

  gtk_box_append (GTK_BOX (words), lp_piece_text (goal->text, NULL));
  word = lp_piece_text (word_of (state, graded), "caption-heading");
  gtk_widget_add_css_class (word, class_of (state));
  gtk_box_append (GTK_BOX (words), word);
  if (reason != NULL)
    gtk_box_append (GTK_BOX (words), lp_piece_text (reason, "goal-reason"));
  if (graded && goal->elements[0] != NULL)
    gtk_box_append (GTK_BOX (words), new_show_button (self, goal));
  add_row (self, lp_goal_mark_new (state), words, spoken);
}

static void
clear (LpGoalList *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  g_clear_pointer (&self->said, g_free);
}

static int
focused_row (LpGoalList *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->rows));

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

static char *
dup_said (const LpGrade *grade, gboolean graded)
{
  GString *said = g_string_new (graded ? "graded" : "live");

  for (guint i = 0; grade != NULL && i < grade->goals->len; i++)
    {
      const LpGoalGrade *goal = grade->goals->pdata[i];
      g_autofree char *elements = g_strjoinv (" ", goal->elements);
      g_string_append_printf (said, "\n%d %s\n%s\n%s", state_of (goal, graded), goal->text,
                              goal->reason != NULL ? goal->reason : "", elements);
    }
  return g_string_free (said, FALSE);
}

/* What is as it was stays, with the keyboard in it and the page where it is. */
static void
set (LpGoalList *self, const LpGrade *grade, gboolean graded)
{
  g_autofree char *said = dup_said (grade, graded);
  int focused = focused_row (self);

  if (g_strcmp0 (said, self->said) == 0)
    return;
  clear (self);
  self->said = g_steal_pointer (&said);
  for (guint i = 0; grade != NULL && i < grade->goals->len; i++)
    add_goal (self, grade->goals->pdata[i], graded);
  GtkListBoxRow *row = focused >= 0 ? gtk_list_box_get_row_at_index (self->rows, focused) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

void
lp_goal_list_set_live (LpGoalList *self, const LpGrade *grade)
{
  g_return_if_fail (LP_IS_GOAL_LIST (self));

  set (self, grade, FALSE);
}

void
lp_goal_list_set_graded (LpGoalList *self, const LpGrade *grade)
{
  g_return_if_fail (LP_IS_GOAL_LIST (self));

  set (self, grade, TRUE);
}

void
lp_goal_list_set_asked (LpGoalList *self, const LpScenario *scenario)
{
  g_return_if_fail (LP_IS_GOAL_LIST (self));

  clear (self);
  for (guint i = 0; i < scenario->n_goals; i++)
    {
      const char *text = lp_text (&scenario->goals[i].text);
      add_row (self, NULL, lp_piece_text (text, NULL), text);
    }
}

/* --- the widget -------------------------------------------------------------------------------------- */

static void
lp_goal_list_finalize (GObject *object)
{
  g_free (LP_GOAL_LIST (object)->said);
  G_OBJECT_CLASS (lp_goal_list_parent_class)->finalize (object);
}

static void
lp_goal_list_class_init (LpGoalListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lp_goal_list_finalize;
  show_signal = g_signal_new ("show-elements", LP_TYPE_GOAL_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                              G_TYPE_STRV);
}

static void
lp_goal_list_init (LpGoalList *self)
{
  self->rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Goals"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->rows));
}
