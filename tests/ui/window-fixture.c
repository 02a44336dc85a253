#include "window-fixture.h"

LpApplication *application;

/* --- waiting ----------------------------------------------------------------------------------------- */

static gboolean
on_late (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
wait_until (Condition condition, gpointer data)
{
  gboolean late = FALSE;
  guint timeout = g_timeout_add_seconds (30, on_late, &late);

  while (!condition (data) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (timeout);
}

gboolean
is_reviewed (gpointer data)
{
  LpSession *session = lp_window_get_session (data);

  return session != NULL && lp_session_get_review (session) != NULL && !lp_session_is_reviewing (session);
}

gboolean
is_painted (gpointer data)
{
  LpCanvas *canvas = lp_window_get_canvas (data);
  LpStage *stage = lp_canvas_get_stage (canvas);

  return stage != NULL && stage->scene != NULL && lp_canvas_is_complete (canvas);
}

gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* --- a window with the sample ------------------------------------------------------------------------ */

void
window_set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = lp_window_new (ADW_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-sample", NULL);
  wait_until (is_reviewed, fixture->window);
  wait_until (is_painted, fixture->window);
  fixture->document = lp_session_get_document (lp_window_get_session (fixture->window));
  fixture->stage = lp_canvas_get_stage (lp_window_get_canvas (fixture->window));
}

void
window_tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_false (lp_document_in_transaction (fixture->document));
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

guint
n_components (Fixture *fixture)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (fixture->document);

  return lp_design_get_n_components (design);
}

gboolean
has_finding (Fixture *fixture, const char *rule, const char *component)
{
  LpReview *review = lp_session_get_review (lp_window_get_session (fixture->window));

  for (guint i = 0; i < review->findings->len; i++)
    {
      const LpFinding *finding = g_ptr_array_index (review->findings, i);
      if (g_str_equal (finding->rule, rule) && g_strcmp0 (finding->component, component) == 0)
        return TRUE;
    }
  return FALSE;
}

void
activate (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL);
}

gboolean
is_folded (gpointer flap)
{
  return adw_flap_get_folded (flap) && adw_flap_get_reveal_progress (flap) == 0;
}

gboolean
is_revealed (gpointer flap)
{
  return adw_flap_get_reveal_progress (flap) == 1;
}

void
collect_widgets (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_widgets (child, type, found);
}

AdwMessageDialog *
find_question (const char *heading)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data)
        && (heading == NULL || g_str_equal (adw_message_dialog_get_heading (l->data), heading)))
      return l->data;
  return NULL;
}

GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* --- the program ------------------------------------------------------------------------------------- */

gboolean
window_test_init (int *argc, char ***argv)
{
  /* Nothing of the person's own is read or written. */
  g_autofree char *home = g_dir_make_tmp ("loadpath-home-XXXXXX", NULL);

  g_setenv ("HOME", home, TRUE);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_STATE_HOME", home, TRUE);
  g_test_init (argc, argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return FALSE;
    }
  application = lp_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  return TRUE;
}

int
window_test_run (void)
{
  int status = g_test_run ();

  g_object_unref (application);
  return status;
}
