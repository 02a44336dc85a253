#include <glib/gi18n.h>

#include "rules/topic.h"
#include "ui/exam/exam-windows.h"
#include "ui/exam/exam-words.h"

#define LP_TYPE_SCHEDULE_WINDOW (lp_schedule_window_get_type ())
G_DECLARE_FINAL_TYPE (LpScheduleWindow, lp_schedule_window, LP, SCHEDULE_WINDOW, AdwWindow)

struct _LpScheduleWindow
{
  AdwWindow parent_instance;
  GtkStack *stack;
  GtkBox *groups;
  GtkWidget *clear_button;
  GtkApplication *application;
};

G_DEFINE_FINAL_TYPE (LpScheduleWindow, lp_schedule_window, ADW_TYPE_WINDOW)

/* --- what comes back --------------------------------------------------------------------------------- */

static void
on_repeat (GtkButton *button, LpScheduleWindow *self)
{
  lp_exam_open_scenario (self->application, g_object_get_data (G_OBJECT (button), "scenario"));
}

static void
on_remove (GtkButton *button)
{
  lp_progress_clear_schedule (lp_progress_get_default (), g_object_get_data (G_OBJECT (button), "scenario"));
}

static void
add_buttons (LpScheduleWindow *self, GtkWidget *row, const char *id, gboolean due)
{
  GtkWidget *repeat = gtk_button_new_with_label (_("Repeat")),
            *cross = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_widget_set_valign (repeat, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (cross, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (cross, "flat");
  if (due)
    gtk_widget_add_css_class (repeat, "suggested-action");
  gtk_widget_set_tooltip_text (cross, _("It does not come back"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (cross), GTK_ACCESSIBLE_PROPERTY_LABEL, _("It does not come back"),
                                  -1);
  g_object_set_data (G_OBJECT (repeat), "scenario", (gpointer) id);
  g_object_set_data (G_OBJECT (cross), "scenario", (gpointer) id);
  g_signal_connect_object (repeat, "clicked", G_CALLBACK (on_repeat), self, 0);
  g_signal_connect (cross, "clicked", G_CALLBACK (on_remove), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), repeat);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), cross);
}

static void
add_scheduled (LpScheduleWindow *self, AdwPreferencesGroup *group, const LpScheduled *scheduled, gboolean due)
{
  const LpScenario *scenario = lp_scenarios_find (scheduled->id);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (lp_text (&scenario->title), -1);
  g_autofree char *subtitle = g_strdup_printf (_("%s · repetition %u of %u"), lp_topic_get_name (scenario->topic),
                                               scheduled->repetition.step + 1, LP_SCHEDULE_N_STEPS);
  g_autofree char *escaped = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  add_buttons (self, row, scheduled->id, due);
  adw_preferences_group_add (group, row);
}

static AdwPreferencesGroup *
add_group (LpScheduleWindow *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (self->groups, group);
  return ADW_PREFERENCES_GROUP (group);
}

/* Under the day that it is due; what is late is due today. */
static guint
fill_schedule (LpScheduleWindow *self)
{
  g_autoptr (GArray) list = lp_progress_list_schedule (lp_progress_get_default ());
  LpDay today = lp_day_today ();
  AdwPreferencesGroup *group = NULL;
  g_autofree char *last = NULL;
  guint n = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const LpScheduled *scheduled = &g_array_index (list, LpScheduled, i);
      /* Of a scenario that is not there any more, or a person's own. */
      if (lp_scenarios_find (scheduled->id) == NULL)
        continue;
      gboolean due = lp_schedule_is_due (scheduled->repetition, today);
      g_autofree char *day = lp_exam_describe_day (due ? today : scheduled->repetition.due, today);
      if (g_strcmp0 (day, last) != 0)
        {
          group = add_group (self, day);
          g_free (last);
          last = g_strdup (day);
        }
      add_scheduled (self, group, scheduled, due);
      n++;
    }
  return n;
}

/* --- the exams --------------------------------------------------------------------------------------- */

static void
add_exam (AdwPreferencesGroup *group, const LpExamRecord *exam, LpDay today)
{
  GtkWidget *row = adw_action_row_new (), *label;
  g_autofree char *day = exam->day == today ? g_strdup (_("Today")) : lp_day_format (exam->day);
  g_autofree char *time = lp_exam_describe_time (exam->seconds);
  g_autofree char *words = g_strdup_printf (_("%u of %u questions passed, in %s"), exam->passed, exam->questions, time);
  g_autofree char *percent = g_strdup_printf ("%u %%", lp_exam_percent (exam->met, exam->goals));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), day);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  label = gtk_label_new (percent);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
}

/* The latest first. */
static guint
fill_exams (LpScheduleWindow *self)
{
  const GArray *exams = lp_progress_get_exams (lp_progress_get_default ());

  if (exams->len == 0)
    return 0;
  AdwPreferencesGroup *group = add_group (self, _("Exams That You Sat"));
  for (guint i = exams->len; i > 0; i--)
    add_exam (group, &g_array_index (exams, LpExamRecord, i - 1), lp_day_today ());
  return exams->len;
}

/* --- the window -------------------------------------------------------------------------------------- */

static void
update (LpScheduleWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  guint n = fill_schedule (self);
  gtk_widget_set_sensitive (self->clear_button, n > 0);
  n += fill_exams (self);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
}

static void
on_clear_response (LpScheduleWindow *self, const char *response)
{
  if (g_str_equal (response, "clear"))
    lp_progress_clear_schedule (lp_progress_get_default (), NULL);
}

static void
on_clear (LpScheduleWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (self), _("Clear what comes back?"),
      _("Nothing of it comes back then. What you have passed and tried stays recorded."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "clear", _("C_lear"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "clear", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_clear_response), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
lp_schedule_window_present (GtkApplication *application, GtkWindow *parent)
{
  LpScheduleWindow *self
      = g_object_new (LP_TYPE_SCHEDULE_WINDOW, "application", application, "transient-for", parent, NULL);

  self->application = application;
  update (self);
  gtk_window_present (GTK_WINDOW (self));
}

static void
lp_schedule_window_class_init (LpScheduleWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/loadpath/Loadpath/ui/exam/schedule-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LpScheduleWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, LpScheduleWindow, groups);
  gtk_widget_class_bind_template_child (widget_class, LpScheduleWindow, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
lp_schedule_window_init (LpScheduleWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (lp_progress_get_default (), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}
