/* An exam in the window: from the questions to the result, by actions; what would help is not there. */
#include "model/replay.h"
#include "ui/exam/exam-task.h"
#include "ui/exam/exam-windows.h"
#include "window-fixture.h"

static LpWindow *
find_exam (void)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    if (LP_IS_WINDOW (l->data) && lp_window_is_exam (l->data))
      return l->data;
  return NULL;
}

static GtkWindow *
find_titled (const char *title)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    if (g_strcmp0 (gtk_window_get_title (l->data), title) == 0)
      return l->data;
  return NULL;
}

static gboolean
is_question_open (gpointer data)
{
  LpExam *exam = data;
  LpWindow *window = find_exam ();
  LpSession *session = window != NULL ? lp_window_get_session (window) : NULL;

  return session != NULL
         && g_file_equal (lp_session_get_file (session), lp_exam_get_file (exam, lp_exam_get_current (exam)));
}

static gboolean
has_result (gpointer data)
{
  return find_titled ("Result of the Exam") != NULL;
}

static LpExam *
begin (void)
{
  static const char *const ids[] = { "ha-web-three-tier", "block-ip-ec2", "ha-ec2-asg", NULL };
  g_autoptr (GError) error = NULL;
  LpExam *exam = lp_exam_begin (ids, 30, &error);
  g_assert_no_error (error);
  return exam;
}

static void
act (LpWindow *window, const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
}

static void
close_all_others (Fixture *fixture)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL;)
    {
      GtkWindow *window = l->data;
      l = l->next;
      if (window != GTK_WINDOW (fixture->window))
        gtk_window_destroy (window);
    }
}

static void
test_questions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LpExam) exam = begin ();

  lp_exam_sit (GTK_APPLICATION (application), exam);
  LpWindow *window = find_exam ();
  wait_until (is_question_open, exam);
  g_assert_true (lp_session_saves_itself (lp_window_get_session (window)));
  g_assert_null (lp_session_get_review (lp_window_get_session (window)));
  /* What leaves the exam is not there. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-scenario", "s", "hpc-cluster");
  g_assert_cmpuint (lp_window_get_n_views (window), ==, 1);
  act (window, "exam-next");
  wait_until (is_question_open, exam);
  g_assert_cmpuint (lp_exam_get_current (exam), ==, 1);
  g_action_group_activate_action (G_ACTION_GROUP (window), "exam-flag", NULL);
  g_assert_true (lp_exam_is_flagged (exam, 1));
  g_action_group_activate_action (G_ACTION_GROUP (window), "exam-show", g_variant_new_uint32 (2));
  wait_until (is_question_open, exam);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "exam-next"));
  act (window, "exam-previous");
  wait_until (is_question_open, exam);
  g_assert_cmpuint (lp_window_get_n_views (window), ==, 3);
  /* Closed in between, it goes on where it was. */
  gtk_window_close (GTK_WINDOW (window));
  g_assert_null (find_exam ());
  g_action_group_activate_action (G_ACTION_GROUP (application), "exam", NULL);
  g_autoptr (LpExam) again = lp_exam_load ();
  g_assert_cmpuint (lp_exam_get_current (again), ==, 1);
  wait_until (is_question_open, again);
  close_all_others (fixture);
  lp_exam_put_away (exam);
}

static void
answer_from_reference (LpWindow *window)
{
  LpDocument *document = lp_session_get_document (lp_window_get_session (window));
  g_autoptr (LpDesign) design = lp_document_snapshot (document);

  lp_document_begin (document, "Answer");
  lp_document_become (document, lp_scenario_of_design (design)->reference);
  g_assert_true (lp_document_commit (document));
}

/* When the time is over the answers are graded as they are, also what was drawn a moment ago. */
static void
test_time_is_over (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LpExam) exam = begin ();

  lp_progress_reset (lp_progress_get_default (), NULL);
  lp_exam_sit (GTK_APPLICATION (application), exam);
  wait_until (is_question_open, exam);
  answer_from_reference (find_exam ());
  lp_exam_spend (exam, 30 * 60);
  wait_until (has_result, NULL);
  g_assert_null (find_exam ());
  g_autoptr (LpExam) over = lp_exam_load ();
  g_assert_true (lp_exam_is_finished (over));
  const GArray *exams = lp_progress_get_exams (lp_progress_get_default ());
  g_assert_cmpuint (exams->len, ==, 1);
  g_assert_cmpuint (g_array_index (exams, LpExamRecord, 0).passed, ==, 1);
  g_assert_cmpuint (g_array_index (exams, LpExamRecord, 0).questions, ==, 3);
  g_assert_nonnull (find_button (GTK_WIDGET (find_titled ("Result of the Exam")), "_Repeat"));

  g_action_group_activate_action (G_ACTION_GROUP (application), "schedule", NULL);
  GtkWindow *schedule = find_titled ("What Comes Back");
  GtkWidget *repeat = find_button (GTK_WIDGET (schedule), "Repeat");
  g_assert_nonnull (repeat);
  lp_progress_clear_schedule (lp_progress_get_default (), NULL);
  g_assert_null (find_button (GTK_WIDGET (schedule), "Repeat"));
  close_all_others (fixture);
  lp_exam_put_away (exam);
}

static GtkWidget *
find_task (GtkWidget *widget)
{
  if (LP_IS_EXAM_TASK (widget))
    return widget;
  GtkWidget *found = NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_task (child);
  return found;
}

/* Where the panel has no room of its own, each question is read first all the same. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LpExam) exam = begin ();

  lp_exam_sit (GTK_APPLICATION (application), exam);
  wait_until (is_question_open, exam);
  GtkWidget *flap = gtk_widget_get_ancestor (find_task (GTK_WIDGET (find_exam ())), ADW_TYPE_FLAP);
  wait_until (is_revealed, flap);
  g_assert_true (g_spawn_command_line_sync ("xdotool search --onlyvisible --name . windowsize %@ 800 600", NULL, NULL, NULL, NULL));
  wait_until (is_folded, flap);
  act (find_exam (), "exam-next");
  wait_until (is_revealed, flap);
  close_all_others (fixture);
  lp_exam_put_away (exam);
}

/* Enter in the number that has the focus begins. */
static void
test_begin (Fixture *fixture, gconstpointer data)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), "exam", NULL);
  GtkWindow *begin = find_titled ("Exam");
  g_assert_nonnull (begin);
  g_assert_true (GTK_IS_SPIN_BUTTON (gtk_widget_get_ancestor (gtk_window_get_focus (begin), GTK_TYPE_SPIN_BUTTON)));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (begin));
  gboolean stopped = FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !stopped; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Return, 0, 0, &stopped);
    }
  g_assert_true (stopped);
  g_autoptr (LpExam) exam = lp_exam_load ();
  wait_until (is_question_open, exam);
  close_all_others (fixture);
  lp_exam_put_away (exam);
}

/* --- giving up --------------------------------------------------------------------------------------- */

static gboolean
is_over (gpointer data)
{
  return find_exam () == NULL;
}

/* Asked for, it is gone, and nothing of it is counted. */
static void
test_give_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LpExam) exam = begin ();

  lp_progress_reset (lp_progress_get_default (), NULL);
  lp_exam_sit (GTK_APPLICATION (application), exam);
  wait_until (is_question_open, exam);
  answer_from_reference (find_exam ());
  act (find_exam (), "exam-give-up");
  adw_message_dialog_response (find_question ("Give up this exam?"), "back");
  g_assert_true (lp_exam_is_there ());
  g_assert_nonnull (find_exam ());

  act (find_exam (), "exam-submit");
  adw_message_dialog_response (find_question ("Finish the exam?"), "give-up");
  adw_message_dialog_response (find_question ("Give up this exam?"), "give-up");
  wait_until (is_over, NULL);
  g_assert_false (lp_exam_is_there ());
  g_assert_cmpuint (lp_progress_get_exams (lp_progress_get_default ())->len, ==, 0);
  close_all_others (fixture);
}

static LpWindow *
find_listed (void)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    if (LP_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

/* Where no other window is open, the start page comes. */
static void
test_give_up_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LpExam) exam = begin ();

  gtk_application_remove_window (GTK_APPLICATION (application), GTK_WINDOW (fixture->window));
  lp_exam_sit (GTK_APPLICATION (application), exam);
  wait_until (is_question_open, exam);
  act (find_exam (), "exam-give-up");
  adw_message_dialog_response (find_question ("Give up this exam?"), "give-up");
  wait_until (is_over, NULL);
  g_assert_nonnull (find_listed ());
  g_assert_false (lp_window_is_exam (find_listed ()));
  gtk_application_add_window (GTK_APPLICATION (application), GTK_WINDOW (fixture->window));
  close_all_others (fixture);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("loadpath-exam-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  if (!window_test_init (&argc, &argv))
    return 0;
#define ADD(name, function) g_test_add ("/exam/" name, Fixture, NULL, window_set_up, function, window_tear_down)
  ADD ("questions", test_questions);
  ADD ("time-is-over", test_time_is_over);
  ADD ("begin", test_begin);
  ADD ("narrow", test_narrow);
  ADD ("give-up", test_give_up);
  ADD ("give-up-alone", test_give_up_alone);
  return window_test_run ();
}
