/* Making a scenario of two drawings, and taking one that somebody sent. */
#include <glib/gstdio.h>

#include "learning/own-scenarios.h"
#include "learning/scenario-draft.h"
#include "ui/scenarios/own-dialog.h"
#include "window-fixture.h"

#define MODEL "ha-web-three-tier"

static void
empty_folder (void)
{
  g_autofree char *folder = lp_own_scenarios_dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_unlink (path);
    }
  lp_own_scenarios_reload (NULL, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  empty_folder ();
  window_set_up (fixture, data);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  window_tear_down (fixture, data);
  empty_folder ();
}

static LpSession *
session_of (LpDesign *design)
{
  g_autoptr (LpDocument) document = lp_document_new_from_design (design);
  return lp_session_new (document, NULL);
}

static void
take_id (LpOwnDialog *dialog, const char *id, char **made)
{
  g_free (*made);
  *made = g_strdup (id);
}

static void
write_words (GtkWidget *dialog)
{
  static const char *const words[] = { "Two servers, one zone.", "Look at the zones.\n\nAdd one.", "Two zones." };
  g_autoptr (GPtrArray) texts = g_ptr_array_new (), entries = g_ptr_array_new ();
  collect_widgets (dialog, GTK_TYPE_TEXT_VIEW, texts);
  collect_widgets (dialog, ADW_TYPE_ENTRY_ROW, entries);
  g_assert_cmpuint (texts->len, ==, G_N_ELEMENTS (words));
  for (guint i = 0; i < texts->len; i++)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (texts->pdata[i]), words[i], -1);
  gtk_editable_set_text (entries->pdata[0], "My zones");
}

/* The reference was opened first: the dialog notices which of the two needs mending. */
static void
test_make (Fixture *fixture, gconstpointer data)
{
  const LpScenario *model = lp_scenarios_find (MODEL);
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *made = NULL;

  g_ptr_array_add (sessions, session_of (model->reference));
  g_ptr_array_add (sessions, session_of (model->start));
  GtkWidget *dialog = GTK_WIDGET (lp_own_dialog_new (GTK_WINDOW (fixture->window), sessions));
  g_signal_connect (dialog, "made", G_CALLBACK (take_id), &made);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_activate_action (dialog, "own.save", NULL);
  g_assert_null (made);
  g_autoptr (GPtrArray) revealers = g_ptr_array_new ();
  collect_widgets (dialog, GTK_TYPE_REVEALER, revealers);
  g_assert_true (gtk_revealer_get_reveal_child (revealers->pdata[0]));
  write_words (dialog);
  g_assert_false (gtk_revealer_get_reveal_child (revealers->pdata[0]));
  gtk_widget_activate_action (dialog, "own.save", NULL);
  g_assert_cmpstr (made, ==, "own-my-zones");
  const LpScenario *scenario = lp_scenarios_find (made);
  g_assert_nonnull (scenario);
  g_assert_cmpuint (scenario->n_hints, ==, 2);
  g_assert_cmpstr (scenario->goals[0].rule, !=, NULL);
  g_assert_true (lp_design_get_n_components (scenario->start) == lp_design_get_n_components (model->start));
}

static LpOwnDialog *
open_dialog (Fixture *fixture)
{
  const LpScenario *model = lp_scenarios_find (MODEL);
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (sessions, session_of (model->start));
  g_ptr_array_add (sessions, session_of (model->reference));
  LpOwnDialog *dialog = lp_own_dialog_new (GTK_WINDOW (fixture->window), sessions);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static gboolean
is_null (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

static void
press_escape (void)
{
  static const char command[]
      = "sh -c 'xdotool search --sync --onlyvisible --name \"Make a Scenario\" windowfocus; sleep 0.1;"
        " xdotool key Escape'";
  g_assert_true (g_spawn_command_line_async (command, NULL));
}

/* Escape throws away nothing: it closes what is empty, and asks about what was written. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  LpOwnDialog *dialog = open_dialog (fixture), *gone = dialog;
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &gone);
  press_escape ();
  wait_until (is_null, &gone);

  dialog = gone = open_dialog (fixture);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &gone);
  write_words (GTK_WIDGET (dialog));
  gtk_window_close (GTK_WINDOW (dialog));
  AdwMessageDialog *question = find_question (NULL);
  g_assert_nonnull (question);
  adw_message_dialog_response (question, "keep");
  gtk_window_destroy (GTK_WINDOW (question));
  g_assert_nonnull (gone);
  gtk_window_close (GTK_WINDOW (dialog));
  question = find_question (NULL);
  adw_message_dialog_response (question, "discard");
  gtk_window_destroy (GTK_WINDOW (question));
  wait_until (is_null, &gone);
}

static gboolean
says_open_another (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), "Open the design that answers"))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says_open_another (child))
      return TRUE;
  return FALSE;
}

/* Where there is nothing to compare with, the dialog itself says what to do. */
static void
test_alone (Fixture *fixture, gconstpointer data)
{
  LpOwnDialog *dialog = open_dialog (fixture);
  g_assert_false (says_open_another (GTK_WIDGET (dialog)));
  gtk_window_destroy (GTK_WINDOW (dialog));

  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();
  g_ptr_array_add (sessions, lp_window_get_session (fixture->window));
  dialog = lp_own_dialog_new (GTK_WINDOW (fixture->window), sessions);
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
  collect_widgets (GTK_WIDGET (dialog), GTK_TYPE_SPIN_BUTTON, numbers);
  g_assert_true (gtk_spin_button_get_numeric (numbers->pdata[0]));
  g_assert_true (says_open_another (GTK_WIDGET (dialog)));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gboolean
is_taken (gpointer id)
{
  return lp_scenarios_find (id) != NULL;
}

static gboolean
has_begun (gpointer data)
{
  LpWindow *window = data;
  g_autoptr (LpDesign) design = lp_document_snapshot (lp_session_get_document (lp_window_get_session (window)));
  const LpScenario *scenario = lp_scenario_of_design (design);
  return scenario != NULL && g_str_equal (scenario->id, "sent-by-somebody");
}

/* A file of a scenario that is opened goes into the folder, and can be begun. */
static void
test_take (Fixture *fixture, gconstpointer data)
{
  const LpScenario *model = lp_scenarios_find (MODEL);
  g_autofree char *folder = g_dir_make_tmp ("loadpath-sent-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sent.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (LpScenarioDraft) draft = lp_scenario_draft_new (model->start, model->reference);
  g_autoptr (GBytes) bytes = lp_scenario_draft_write (draft, "sent-by-somebody");

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  lp_window_open_file (fixture->window, file);
  wait_until (is_taken, (gpointer) "sent-by-somebody");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-scenario", "s", "sent-by-somebody");
  wait_until (has_begun, fixture->window);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  if (!window_test_init (&argc, &argv))
    return 77;
  g_test_add ("/own-scenario/make", Fixture, NULL, set_up, test_make, tear_down);
  g_test_add ("/own-scenario/close", Fixture, NULL, set_up, test_close, tear_down);
  g_test_add ("/own-scenario/alone", Fixture, NULL, set_up, test_alone, tear_down);
  g_test_add ("/own-scenario/take", Fixture, NULL, set_up, test_take, tear_down);
  return window_test_run ();
}
