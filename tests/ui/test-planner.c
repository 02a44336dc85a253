/* The planner of transfers in the real window: what it reads, what it says, what it writes. */
#include "model/edit.h"
#include "ui/planner/planner-window.h"
#include "ui/planner/transfer-plot.h"
#include "window-fixture.h"

static GtkWindow *
find_planner (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  for (GList *l = windows; l != NULL; l = l->next)
    if (LP_IS_PLANNER_WINDOW (l->data))
      return l->data;
  return NULL;
}

static gboolean
is_shown (gpointer data)
{
  GtkWindow *planner = find_planner ();
  return planner != NULL && gtk_widget_get_mapped (GTK_WIDGET (planner));
}

static gboolean
is_gone (gpointer data)
{
  return find_planner () == NULL;
}

/* The row with that title, at any depth. */
static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  if (ADW_IS_ENTRY_ROW (widget)
      && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;
  GtkWidget *found = NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);
  return found;
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    return TRUE;
  gboolean found = FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = says (child, text);
  return found;
}

static GtkWidget *
open_planner (Fixture *fixture)
{
  activate (fixture, "win.plan-transfer");
  wait_until (is_shown, NULL);
  return GTK_WIDGET (find_planner ());
}

static void
set_text (GtkWidget *planner, const char *title, const char *text)
{
  GtkWidget *row = find_row (planner, title);
  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
test_writes (Fixture *fixture, gconstpointer data)
{
  GtkWidget *planner = open_planner (fixture);
  const LpHeader *header;

  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (planner)), find_row (planner, "Size of the data")));
  set_text (planner, "Size of the data", "200TB");
  set_text (planner, "Deadline", "20d");
  g_assert_true (says (planner, "200 TB × 8 / (1 Gbit/s × 80 %) = 23.1 days"));
  g_assert_true (says (planner, "✕ too late"));
  g_assert_true (says (planner, "1 device, 1 round: 7 days + 7.72 days of copying = 14.7 days"));
  g_assert_true (says (planner, "✓ in time, fastest"));
  gtk_widget_activate_action (planner, "planner.write", NULL);
  wait_until (is_gone, NULL);
  header = lp_document_get_header (fixture->document);
  g_assert_cmpstr (lp_properties_lookup_string (header->requirements, "data_size"), ==, "200TB");
  g_assert_cmpstr (lp_properties_lookup_string (header->requirements, "deadline"), ==, "20d");
  activate (fixture, "win.undo");
  header = lp_document_get_header (fixture->document);
  g_assert_null (lp_properties_lookup (header->requirements, "data_size"));
}

/* What is no amount is marked, and what was there before counts on. */
static void
test_refuses (Fixture *fixture, gconstpointer data)
{
  GtkWidget *planner = open_planner (fixture);
  GtkWidget *row = find_row (planner, "Size of the data");

  gtk_editable_set_text (GTK_EDITABLE (row), "1TB");
  g_assert_true (says (planner, "1 TB × 8 / (1 Gbit/s × 80 %) = 2.78 hours"));
  int end = -1;
  gtk_editable_insert_text (GTK_EDITABLE (row), " and more", -1, &end);
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_true (says (planner, "1 TB × 8 / (1 Gbit/s × 80 %) = 2.78 hours"));
  gtk_window_close (GTK_WINDOW (planner));
  wait_until (is_gone, NULL);
  g_assert_false (lp_document_is_modified (fixture->document));
}

static void
test_of_connection (Fixture *fixture, gconstpointer data)
{
  lp_document_begin (fixture->document, "Connect");
  g_autofree char *server = lp_edit_add_component (fixture->document, "corporate-server", NULL, NULL, NULL);
  g_autofree char *bucket = lp_edit_add_component (fixture->document, "s3-bucket", NULL, NULL, NULL);
  g_autofree char *move = lp_edit_connect (fixture->document, "transfers", server, bucket, NULL);
  g_assert_true (lp_document_commit (fixture->document));
  lp_selection_set (fixture->stage->selection, move);
  activate (fixture, "win.show-properties");
  GtkWidget *button = find_button (GTK_WIDGET (fixture->window), "_Plan the Transfer…");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  wait_until (is_shown, NULL);
  set_text (GTK_WIDGET (find_planner ()), "Size of the data", "3TB");
  gtk_widget_activate_action (GTK_WIDGET (find_planner ()), "planner.write", NULL);
  wait_until (is_gone, NULL);
  const LpConnection *connection = lp_document_get_connection (fixture->document, move);
  g_assert_cmpstr (lp_properties_lookup_string (connection->set, "data_size"), ==, "3TB");
}

#define ADD(path, function) g_test_add ("/planner/" path, Fixture, NULL, window_set_up, function, window_tear_down)

int
main (int argc, char **argv)
{
  if (!window_test_init (&argc, &argv))
    return 77;
  ADD ("writes", test_writes);
  ADD ("refuses", test_refuses);
  ADD ("of-connection", test_of_connection);
  return window_test_run ();
}
