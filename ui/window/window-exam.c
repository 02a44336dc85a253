/* A window in which an exam is sat: the questions are its tabs, of which one is seen; what would help is not there. */
#include <glib/gi18n.h>

#include "learning/attempt.h"
#include "ui/exam/exam-bar.h"
#include "ui/exam/exam-task.h"
#include "ui/exam/exam-windows.h"
#include "ui/window/window-private.h"

#define PAGE "exam"

typedef struct _LpSitting LpSitting;

struct _LpSitting
{
  LpWindow *window;
  LpExam *exam;
  LpExamBar *bar;
  LpExamTask *task;
  guint clock;
  gint64 since;     /* monotonic: counted up to there */
  gboolean grading; /* it is over */
};

gboolean
lp_window_is_exam (LpWindow *self)
{
  g_return_val_if_fail (LP_IS_WINDOW (self), FALSE);

  return self->sitting != NULL;
}

/* --- the questions ----------------------------------------------------------------------------------- */

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LpWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LpSession) session = lp_session_open_finish (result, &error);

  if (self->sitting == NULL || self->tab_view == NULL)
    return;
  if (session == NULL)
    {
      lp_window_complain (self, _("The question cannot be opened"), error->message);
      return;
    }
  /* Asked for twice, or left again meanwhile. */
  GFile *wanted = lp_exam_get_file (self->sitting->exam, lp_exam_get_current (self->sitting->exam));
  if (lp_window_find_file (self, G_FILE (source)) == NULL && g_file_equal (wanted, G_FILE (source)))
    lp_window_add_session (self, session);
}

static void
show_current (LpWindow *self)
{
  LpSitting *sitting = self->sitting;
  guint current = lp_exam_get_current (sitting->exam);
  GFile *file = lp_exam_get_file (sitting->exam, current);
  LpDocumentView *there = lp_window_find_file (self, file);

  lp_exam_task_set_scenario (sitting->task, lp_exam_get_question (sitting->exam, current));
  if (there != NULL)
    lp_window_select_view (self, there);
  else
    lp_session_open_async (file, NULL, on_opened, g_object_ref (self));
}

/* So that the answers are told from their files, whatever was done a moment ago. */
static void
save_answers (LpWindow *self)
{
  for (guint i = 0; i < lp_window_get_n_views (self); i++)
    lp_document_view_needs_saving (lp_window_get_view_at (self, i));
}

static void
go (LpWindow *self, guint index)
{
  save_answers (self);
  lp_exam_set_current (self->sitting->exam, index);
}

static void
do_next (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LpWindow *self = data;
  guint current = lp_exam_get_current (self->sitting->exam);

  if (current + 1 < lp_exam_get_n_questions (self->sitting->exam))
    go (self, current + 1);
}

static void
do_previous (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LpWindow *self = data;
  guint current = lp_exam_get_current (self->sitting->exam);

  if (current > 0)
    go (self, current - 1);
}

static void
do_show (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LpWindow *self = data;
  guint index = g_variant_get_uint32 (parameter);

  if (index < lp_exam_get_n_questions (self->sitting->exam))
    go (self, index);
}

static void
do_questions (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LpWindow *self = data;

  save_answers (self);
  lp_exam_bar_show_questions (self->sitting->bar);
}

static void
do_flag (GSimpleAction *action, GVariant *value, gpointer data)
{
  LpExam *exam = LP_WINDOW (data)->sitting->exam;

  lp_exam_set_flagged (exam, lp_exam_get_current (exam), g_variant_get_boolean (value));
}

static void
on_changed (LpWindow *self)
{
  LpExam *exam = self->sitting->exam;
  guint current = lp_exam_get_current (exam);
  GAction *flag = g_action_map_lookup_action (G_ACTION_MAP (self), "exam-flag");

  g_simple_action_set_state (G_SIMPLE_ACTION (flag), g_variant_new_boolean (lp_exam_is_flagged (exam, current)));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "exam-previous")),
                               current > 0);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "exam-next")),
                               current + 1 < lp_exam_get_n_questions (exam));
  if (!lp_exam_is_finished (exam))
    show_current (self);
}

/* --- its end ----------------------------------------------------------------------------------------- */

static void
grade_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, lp_exam_grade (data), (GDestroyNotify) lp_exam_result_free);
}

static void
on_graded (GObject *source, GAsyncResult *result, gpointer data)
{
  LpWindow *self = LP_WINDOW (source);
  g_autoptr (LpExam) exam = g_object_ref (g_task_get_task_data (G_TASK (result)));
  g_autoptr (GCancellable) busy = data;
  LpExamResult *graded = g_task_propagate_pointer (G_TASK (result), NULL);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  lp_window_end_busy (self, busy);
  lp_exam_finish (exam, graded, lp_progress_get_default (), lp_day_today ());
  if (application == NULL)
    application = GTK_APPLICATION (g_application_get_default ());
  lp_exam_result_window_present (application, exam, graded);
  lp_window_close_now (self);
}

/* The answers are written, then graded where they lie. */
static void
finish (LpWindow *self)
{
  LpSitting *sitting = self->sitting;

  if (sitting->grading)
    return;
  sitting->grading = TRUE;
  save_answers (self);
  GCancellable *busy = lp_window_begin_busy (self, _("Grading the answers…"));
  g_autoptr (GTask) task = g_task_new (self, NULL, on_graded, busy);
  g_task_set_task_data (task, g_object_ref (sitting->exam), g_object_unref);
  g_task_run_in_thread (task, grade_in_thread);
}

static char *
describe_open (LpExam *exam)
{
  g_autoptr (GString) open = g_string_new (NULL), flagged = g_string_new (NULL), words = g_string_new (NULL);

  for (guint i = 0; i < lp_exam_get_n_questions (exam); i++)
    {
      if (!lp_exam_is_answered (exam, i))
        g_string_append_printf (open, "%s%u", open->len > 0 ? ", " : "", i + 1);
      if (lp_exam_is_flagged (exam, i))
        g_string_append_printf (flagged, "%s%u", flagged->len > 0 ? ", " : "", i + 1);
    }
  if (open->len > 0)
    g_string_append_printf (words, _("Not answered: %s"), open->str);
  else
    g_string_append (words, _("Every question is answered."));
  if (flagged->len > 0)
    {
      g_string_append_c (words, '\n');
      g_string_append_printf (words, _("For later: %s"), flagged->str);
    }
  g_string_append_printf (words, "\n\n%s", _("After that nothing can be changed, and the result is shown."));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* Giving up an exam ends neither the program nor the person's learning: there is the start page. */
static void
open_start_page (LpWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (LP_IS_WINDOW (l->data) && l->data != self)
      return;
  gtk_window_present (GTK_WINDOW (lp_window_new (ADW_APPLICATION (application))));
}

/* Its files go when nothing is open any more that saves itself into them. */
static gboolean
give_up (gpointer data)
{
  LpWindow *self = data;

  if (self->sitting == NULL || self->sitting->grading)
    return G_SOURCE_REMOVE;
  g_autoptr (LpExam) exam = g_object_ref (self->sitting->exam);
  save_answers (self);
  open_start_page (self);
  lp_window_close_now (self);
  lp_exam_put_away (exam);
  return G_SOURCE_REMOVE;
}

/* The dialog goes before the window that it belongs to. */
static void
on_give_up_response (LpWindow *self, const char *response)
{
  if (g_str_equal (response, "give-up"))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, give_up, g_object_ref (self), g_object_unref);
}

static void
do_give_up (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LpWindow *self = data;

  if (self->sitting->grading)
    return;
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (self), _("Give up this exam?"),
      _("Its answers are thrown away, and nothing of it is counted. What comes back, and when, stays as it is."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "back", _("_Back to the Questions"), "give-up",
                                    _("_Give Up"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "give-up", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "back");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "back");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_give_up_response), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_response (LpWindow *self, const char *response)
{
  if (self->sitting == NULL)
    return;
  if (g_str_equal (response, "finish"))
    finish (self);
  else if (g_str_equal (response, "give-up"))
    do_give_up (NULL, NULL, self);
}

static void
do_submit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LpWindow *self = data;

  if (self->sitting->grading)
    return;
  save_answers (self);
  g_autofree char *body = describe_open (self->sitting->exam);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Finish the exam?"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "back", _("_Back to the Questions"), "give-up",
                                    _("_Give Up…"), "finish", _("_Finish"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "finish", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "back");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "back");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- the clock --------------------------------------------------------------------------------------- */

static gboolean
on_clock (gpointer data)
{
  LpWindow *self = data;
  LpSitting *sitting = self->sitting;
  gint64 seconds = (g_get_monotonic_time () - sitting->since) / G_USEC_PER_SEC;

  sitting->since += seconds * G_USEC_PER_SEC;
  if (!sitting->grading && seconds > 0)
    lp_exam_spend (sitting->exam, (guint) seconds);
  if (lp_exam_get_left (sitting->exam) == 0)
    finish (self);
  return G_SOURCE_CONTINUE;
}

/* --- the window -------------------------------------------------------------------------------------- */

static const GActionEntry actions[] = {
  { .name = "exam-next", .activate = do_next },
  { .name = "exam-previous", .activate = do_previous },
  { .name = "exam-show", .activate = do_show, .parameter_type = "u" },
  { .name = "exam-questions", .activate = do_questions },
  { .name = "exam-flag", .change_state = do_flag, .state = "false" },
  { .name = "exam-submit", .activate = do_submit },
  { .name = "exam-give-up", .activate = do_give_up },
};

/* What would leave the exam, or say what is right. */
static const char *const withheld[] = {
  "win.new", "win.open", "win.open-sample", "win.open-uri", "win.open-scenario", "win.save-as", "win.export",
  "win.print", "win.show", "win.show-review", "win.next-finding", "win.previous-finding", "win.explain-finding",
  "win.waive-finding", "win.fix", "win.fix-all", "win.comment", "win.gallery", "win.make-scenario", "win.plan-transfer",
};

void
lp_window_withhold_actions (LpWindow *self)
{
  for (guint i = 0; self->sitting != NULL && i < G_N_ELEMENTS (withheld); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), withheld[i], FALSE);
}

static void
hide_page (LpWindow *self, GtkWidget *page)
{
  gtk_stack_page_set_visible (gtk_stack_get_page (self->panel, page), FALSE);
}

/* Behind the pages that are there already. */
static void
move_to_end (LpWindow *self, GtkWidget *child)
{
  g_autoptr (GtkWidget) page = g_object_ref (child);
  GtkStackPage *there = gtk_stack_get_page (self->panel, page);
  g_autofree char *name = g_strdup (gtk_stack_page_get_name (there)), *title = g_strdup (gtk_stack_page_get_title (there));

  gtk_stack_remove (self->panel, page);
  gtk_stack_add_titled (self->panel, page, name, title);
}

static void
arrange (LpWindow *self)
{
  LpSitting *sitting = self->sitting;
  GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (self));

  gtk_box_insert_child_after (GTK_BOX (content), GTK_WIDGET (sitting->bar), self->header_bar);
  gtk_widget_set_visible (self->tab_bar, FALSE);
  gtk_widget_set_visible (self->open_button, FALSE);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->review_count)), FALSE);
  gtk_widget_set_visible (gtk_widget_get_parent (self->save_button), FALSE);
  gtk_stack_add_titled (self->panel, GTK_WIDGET (sitting->task), PAGE, _("Question"));
  move_to_end (self, GTK_WIDGET (self->properties_page));
  move_to_end (self, GTK_WIDGET (self->requirements_page));
  hide_page (self, GTK_WIDGET (self->review_page));
  hide_page (self, GTK_WIDGET (self->scenario_page));
  adw_tab_view_remove_shortcuts (self->tab_view, ADW_TAB_VIEW_SHORTCUT_ALL_SHORTCUTS);
}

void
lp_window_sit_exam (LpWindow *self, LpExam *exam)
{
  LpSitting *sitting = g_new0 (LpSitting, 1);

  g_return_if_fail (LP_IS_WINDOW (self) && self->sitting == NULL);
  *sitting = (LpSitting){ .window = self,
                          .exam = g_object_ref (exam),
                          .bar = LP_EXAM_BAR (lp_exam_bar_new (exam)),
                          .task = LP_EXAM_TASK (lp_exam_task_new ()),
                          .since = g_get_monotonic_time () };
  self->sitting = sitting;
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  arrange (self);
  g_signal_connect_object (exam, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  sitting->clock = g_timeout_add_seconds (1, on_clock, self);
  lp_window_withhold_actions (self);
  on_changed (self);
}

void
lp_window_show_exam_page (LpWindow *self)
{
  if (self->sitting == NULL)
    return;
  hide_page (self, GTK_WIDGET (self->review_page));
  hide_page (self, GTK_WIDGET (self->scenario_page));
  gtk_stack_set_visible_child_name (self->panel, PAGE);
}

void
lp_window_end_exam (LpWindow *self)
{
  LpSitting *sitting = g_steal_pointer (&self->sitting);

  if (sitting == NULL)
    return;
  g_source_remove (sitting->clock);
  g_signal_handlers_disconnect_by_data (sitting->exam, self);
  g_object_unref (sitting->exam);
  g_free (sitting);
}
