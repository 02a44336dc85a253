#include <glib/gi18n.h>

#include "rules/topic.h"
#include "ui/exam/exam-windows.h"

#define USUAL 10 /* questions */

#define LP_TYPE_EXAM_BEGIN (lp_exam_begin_window_get_type ())
G_DECLARE_FINAL_TYPE (LpExamBegin, lp_exam_begin_window, LP, EXAM_BEGIN, AdwWindow)

struct _LpExamBegin
{
  AdwWindow parent_instance;
  GtkSpinButton *questions;
  GtkSpinButton *minutes;
  AdwActionRow *minutes_row;
  AdwPreferencesGroup *topics;
  GtkWidget *begin_button;
  GPtrArray *checks;       /* of GtkCheckButton, with the topic as "topic" */
  GtkApplication *application;
  guint32 seed;
  GStrv chosen;            /* ids of what would be asked */
  gboolean own_minutes;    /* the person has set the time */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (LpExamBegin, lp_exam_begin_window, ADW_TYPE_WINDOW)

/* Free with g_free(). */
static const char **
list_topics (LpExamBegin *self)
{
  const char **topics = g_new0 (const char *, self->checks->len + 1);
  guint n = 0;

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      topics[n++] = g_object_get_data (self->checks->pdata[i], "topic");
  return topics;
}

static void
update (LpExamBegin *self)
{
  g_autofree const char **topics = list_topics (self);
  guint available = lp_exam_count (topics);

  if (self->updating)
    return;
  self->updating = TRUE;
  gtk_spin_button_set_range (self->questions, available > 0 ? 1 : 0, available);
  g_strfreev (self->chosen);
  self->chosen = lp_exam_choose (lp_progress_get_default (), topics,
                                 (guint) gtk_spin_button_get_value_as_int (self->questions), self->seed,
                                 lp_day_today ());
  guint sum = lp_exam_sum_minutes ((const char *const *) self->chosen);
  if (!self->own_minutes)
    gtk_spin_button_set_value (self->minutes, sum);
  g_autofree char *words = g_strdup_printf (_("These questions are meant for %u minutes"), sum);
  adw_action_row_set_subtitle (self->minutes_row, words);
  gtk_widget_set_sensitive (self->begin_button, available > 0);
  self->updating = FALSE;
}

static void
on_changed (LpExamBegin *self)
{
  update (self);
}

static void
on_minutes_changed (LpExamBegin *self)
{
  if (!self->updating)
    self->own_minutes = TRUE;
}

static void
add_topic (LpExamBegin *self, const char *topic)
{
  GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();
  const char *only[] = { topic, NULL };
  g_autofree char *title = g_markup_escape_text (lp_topic_get_name (topic), -1);
  guint n = lp_exam_count (only);
  g_autofree char *count = g_strdup_printf (ngettext ("%u scenario", "%u scenarios", n), n);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (check), "topic", (gpointer) topic);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), count);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->topics, row);
  g_ptr_array_add (self->checks, check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

static void
on_begin (LpExamBegin *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpExam) exam = lp_exam_begin ((const char *const *) self->chosen,
                                           (guint) gtk_spin_button_get_value_as_int (self->minutes), &error);

  if (exam == NULL)
    {
      GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("The exam cannot be begun"), error->message);
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
      gtk_window_present (GTK_WINDOW (dialog));
      return;
    }
  lp_exam_sit (self->application, exam);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
lp_exam_begin_window_dispose (GObject *object)
{
  LpExamBegin *self = LP_EXAM_BEGIN (object);

  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_strfreev);
  G_OBJECT_CLASS (lp_exam_begin_window_parent_class)->dispose (object);
}

static void
lp_exam_begin_window_class_init (LpExamBeginClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_exam_begin_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/loadpath/Loadpath/ui/exam/exam-begin.ui");
  gtk_widget_class_bind_template_child (widget_class, LpExamBegin, questions);
  gtk_widget_class_bind_template_child (widget_class, LpExamBegin, minutes);
  gtk_widget_class_bind_template_child (widget_class, LpExamBegin, minutes_row);
  gtk_widget_class_bind_template_child (widget_class, LpExamBegin, topics);
  gtk_widget_class_bind_template_child (widget_class, LpExamBegin, begin_button);
  gtk_widget_class_bind_template_callback (widget_class, on_begin);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_minutes_changed);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* In a number, too, Enter begins; the number keeps it for itself otherwise. */
static gboolean
on_key (LpExamBegin *self, guint key, guint code, GdkModifierType state, GtkEventControllerKey *controller)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || focus == NULL
      || gtk_widget_get_ancestor (focus, GTK_TYPE_SPIN_BUTTON) == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_spin_button_update (self->questions);
  gtk_spin_button_update (self->minutes);
  if (gtk_widget_get_sensitive (self->begin_button))
    on_begin (self);
  return GDK_EVENT_STOP;
}

static void
add_keys (LpExamBegin *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
lp_exam_begin_window_init (LpExamBegin *self)
{
  g_autofree const char **topics = lp_exam_list_topics ();

  self->checks = g_ptr_array_new ();
  self->seed = g_random_int ();
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; topics[i] != NULL; i++)
    add_topic (self, topics[i]);
  gtk_spin_button_set_value (self->questions, MIN (USUAL, lp_exam_count (NULL)));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->begin_button);
  add_keys (self);
  self->updating = FALSE;
}

void
lp_exam_begin_window_present (GtkApplication *application, GtkWindow *parent)
{
  LpExamBegin *self = g_object_new (LP_TYPE_EXAM_BEGIN, "application", application, "transient-for", parent, "modal",
                                    parent != NULL, NULL);

  self->application = application;
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->questions));
  gtk_window_present (GTK_WINDOW (self));
}
