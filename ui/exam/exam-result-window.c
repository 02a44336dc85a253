#include <glib/gi18n.h>

#include "rules/topic.h"
#include "ui/exam/exam-windows.h"
#include "ui/exam/exam-words.h"

#define LP_TYPE_EXAM_RESULT_WINDOW (lp_exam_result_window_get_type ())
G_DECLARE_FINAL_TYPE (LpExamResultWindow, lp_exam_result_window, LP, EXAM_RESULT_WINDOW, AdwWindow)

struct _LpExamResultWindow
{
  AdwWindow parent_instance;
  AdwPreferencesPage *page;
  GtkLabel *headline;
  GtkLabel *details;
  AdwPreferencesGroup *domains;
  LpExamResult *result;
  GtkApplication *application;
};

G_DEFINE_FINAL_TYPE (LpExamResultWindow, lp_exam_result_window, ADW_TYPE_WINDOW)

/* --- by topic ---------------------------------------------------------------------------------------- */

static void
add_domain (LpExamResultWindow *self, const LpExamDomain *domain)
{
  GtkWidget *row = adw_action_row_new (), *bar = gtk_level_bar_new_for_interval (0, 1);
  g_autofree char *title = g_markup_escape_text (lp_topic_get_name (domain->topic), -1);
  g_autofree char *questions = g_strdup_printf (ngettext ("%u of %u question passed", "%u of %u questions passed",
                                                          domain->questions),
                                                domain->passed, domain->questions);
  g_autofree char *percent = g_strdup_printf ("%u %%", lp_exam_percent (domain->met, domain->goals));
  GtkWidget *label = gtk_label_new (percent);

  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), domain->goals > 0 ? (double) domain->met / domain->goals : 0);
  gtk_widget_set_size_request (bar, 120, -1);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), questions);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), bar);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (self->domains, row);
}

/* --- the questions of a topic ------------------------------------------------------------------------ */

static char *
describe_answer (const LpExamAnswer *answer)
{
  if (!answer->answered)
    return g_strdup (_("Not answered"));
  if (lp_exam_answer_is_passed (answer))
    return g_strdup (_("Passed"));
  return g_strdup_printf (ngettext ("%u of %u goal met", "%u of %u goals met", answer->goals), answer->met,
                          answer->goals);
}

static void
add_goal (GtkBox *box, const LpGoalGrade *goal)
{
  gboolean met = goal->outcome == LP_GRADE_MET;
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9),
            *image = gtk_image_new_from_icon_name (met ? "emblem-ok-symbolic" : "window-close-symbolic"),
            *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_add_css_class (image, met ? "success" : "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  met ? _("Met") : _("Missed"), -1);
  gtk_box_append (GTK_BOX (words), lp_exam_new_text (goal->text, NULL));
  if (!met && goal->reason != NULL)
    gtk_box_append (GTK_BOX (words), lp_exam_new_text (goal->reason, "dim-label"));
  gtk_box_append (GTK_BOX (line), image);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (box, line);
}

static GtkWidget *
new_details (const LpExamAnswer *answer)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  for (guint i = 0; answer->answered && i < answer->grade->goals->len; i++)
    add_goal (GTK_BOX (box), answer->grade->goals->pdata[i]);
  gtk_box_append (GTK_BOX (box), lp_exam_new_lesson (answer->scenario));
  return box;
}

static void
on_repeat (GtkButton *button, LpExamResultWindow *self)
{
  lp_exam_open_scenario (self->application, g_object_get_data (G_OBJECT (button), "scenario"));
}

static GtkWidget *
new_mark (const LpExamAnswer *answer)
{
  gboolean passed = lp_exam_answer_is_passed (answer);
  GtkWidget *image = gtk_image_new_from_icon_name (passed             ? "emblem-ok-symbolic"
                                                   : answer->answered ? "window-close-symbolic"
                                                                      : "content-loading-symbolic");

  gtk_widget_add_css_class (image, passed ? "success" : answer->answered ? "error" : "dim-label");
  return image;
}

static void
add_answer (AdwPreferencesGroup *group, const LpExamAnswer *answer, LpExamResultWindow *self)
{
  GtkWidget *row = adw_expander_row_new (), *details = gtk_list_box_row_new ();
  g_autofree char *title = g_markup_escape_text (lp_text (&answer->scenario->title), -1);
  g_autofree char *subtitle = describe_answer (answer);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), new_mark (answer));
  if (!lp_exam_answer_is_passed (answer))
    {
      GtkWidget *repeat = gtk_button_new_with_mnemonic (_("_Repeat"));
      gtk_widget_set_valign (repeat, GTK_ALIGN_CENTER);
      g_object_set_data (G_OBJECT (repeat), "scenario", answer->scenario->id);
      g_signal_connect_object (repeat, "clicked", G_CALLBACK (on_repeat), self, 0);
      adw_expander_row_add_action (ADW_EXPANDER_ROW (row), repeat);
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (details), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (details), new_details (answer));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), details);
  adw_preferences_group_add (group, row);
}

static void
add_answers (LpExamResultWindow *self, const char *topic)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *title = g_markup_escape_text (lp_topic_get_name (topic), -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  for (guint i = 0; i < self->result->answers->len; i++)
    {
      const LpExamAnswer *answer = &g_array_index (self->result->answers, LpExamAnswer, i);
      if (g_str_equal (answer->scenario->topic, topic))
        add_answer (ADW_PREFERENCES_GROUP (group), answer, self);
    }
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
}

/* --- the window -------------------------------------------------------------------------------------- */

static void
fill (LpExamResultWindow *self, LpExam *exam)
{
  const LpExamResult *result = self->result;
  guint missed = result->answers->len - result->passed;
  g_autofree char *headline = g_strdup_printf (_("%u of %u questions passed"), result->passed, result->answers->len);
  g_autofree char *spent = lp_exam_describe_time (lp_exam_get_spent (exam)),
                  *given = lp_exam_describe_time (lp_exam_get_minutes (exam) * 60);
  g_autofree char *goals = g_strdup_printf (_("%u of %u goals met (%u %%), in %s of %s."), result->met, result->goals,
                                            lp_exam_percent (result->met, result->goals), spent, given);
  g_autofree char *back
      = missed == 0 ? g_strdup (_("Nothing comes back: well done."))
                    : g_strdup_printf (ngettext ("%u question was missed. It comes back tomorrow.",
                                                 "%u questions were missed. They come back tomorrow.", missed),
                                       missed);
  g_autofree char *details = g_strdup_printf ("%s\n%s", goals, back);

  gtk_label_set_label (self->headline, headline);
  gtk_label_set_label (self->details, details);
  for (guint i = 0; i < result->domains->len; i++)
    add_domain (self, &g_array_index (result->domains, LpExamDomain, i));
  for (guint i = 0; i < result->domains->len; i++)
    add_answers (self, g_array_index (result->domains, LpExamDomain, i).topic);
}

void
lp_exam_result_window_present (GtkApplication *application, LpExam *exam, LpExamResult *result)
{
  LpExamResultWindow *self = g_object_new (LP_TYPE_EXAM_RESULT_WINDOW, "application", application, NULL);

  self->application = application;
  self->result = result;
  fill (self, exam);
  gtk_window_present (GTK_WINDOW (self));
}

static void
lp_exam_result_window_finalize (GObject *object)
{
  g_clear_pointer (&LP_EXAM_RESULT_WINDOW (object)->result, lp_exam_result_free);
  G_OBJECT_CLASS (lp_exam_result_window_parent_class)->finalize (object);
}

static void
lp_exam_result_window_class_init (LpExamResultWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lp_exam_result_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/loadpath/Loadpath/ui/exam/exam-result-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LpExamResultWindow, page);
  gtk_widget_class_bind_template_child (widget_class, LpExamResultWindow, headline);
  gtk_widget_class_bind_template_child (widget_class, LpExamResultWindow, details);
  gtk_widget_class_bind_template_child (widget_class, LpExamResultWindow, domains);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
lp_exam_result_window_init (LpExamResultWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
