/* What a person is told about work that is not saved: restored, refused, not kept, not written. */
#include <glib/gstdio.h>
#include <signal.h>

#include "disk.h"
#include "model/edit.h"
#include "session/journal.h"
#include "window-fixture.h"

static const char SOURCE[] = "{\n  \"loadpath\": 1,\n  \"title\": \"Orders\",\n  \"components\": [],\n  \"connections\": [],\n"
                             "  \"comments\": [], \"waivers\": []\n}\n";

typedef struct
{
  Fixture window;
  char *folder, *path, *journals;
  LpSession *session;
  GPtrArray *recovered;
  gboolean is_done;
} Safety;

static void
set_up (Safety *safety, gconstpointer data)
{
  window_set_up (&safety->window, data);
  safety->folder = g_dir_make_tmp ("loadpath-safety-XXXXXX", NULL);
  safety->path = g_build_filename (safety->folder, "orders.loadpath", NULL);
  safety->journals = lp_journal_dup_folder ();
  g_assert_true (g_file_set_contents (safety->path, SOURCE, -1, NULL));
  lp_session_set_journal_folder (safety->journals);
}

static void
tear_down (Safety *safety, gconstpointer data)
{
  g_clear_pointer (&safety->recovered, g_ptr_array_unref);
  g_clear_object (&safety->session);
  window_tear_down (&safety->window, data);
  g_unlink (safety->path);
  g_rmdir (safety->folder);
  g_free (safety->folder);
  g_free (safety->path);
  g_free (safety->journals);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  Safety *safety = data;
  safety->session = lp_session_open_finish (result, NULL);
  safety->is_done = TRUE;
}

static void
open_file (Safety *safety)
{
  g_autoptr (GFile) file = g_file_new_for_path (safety->path);
  lp_session_open_async (file, NULL, on_opened, safety);
  wait_until (is_true, &safety->is_done);
  g_assert_nonnull (safety->session);
  safety->is_done = FALSE;
}

static void
set_title (LpSession *session, const char *title)
{
  LpDocument *document = lp_session_get_document (session);
  lp_document_begin (document, "Rename");
  lp_edit_set_title (document, title);
  g_assert_true (lp_document_commit (document));
}

static void
on_recovered (GObject *source, GAsyncResult *result, gpointer data)
{
  Safety *safety = data;
  g_auto (GStrv) kept = NULL;
  safety->recovered = lp_session_recover_finish (result, &kept);
  safety->is_done = TRUE;
}

/* Edits the file, and lets go of it as a crash does; gives the tab of what was restored. */
static LpDocumentView *
restore (Safety *safety)
{
  open_file (safety);
  set_title (safety->session, "Billing");
  g_clear_object (&safety->session);
  lp_session_recover_async (safety->journals, NULL, NULL, on_recovered, safety);
  wait_until (is_true, &safety->is_done);
  g_assert_cmpuint (safety->recovered->len, ==, 1);
  return lp_window_present_session (safety->window.window, safety->recovered->pdata[0]);
}

/* The label that is on show in a revealed strip, or NULL. */
static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_REVEALER (widget) && !gtk_revealer_get_reveal_child (GTK_REVEALER (widget)))
    return NULL;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static const char RESTORED[] = "Restored: changes that were not saved are here.";

static void
test_refused (Safety *safety, gconstpointer data)
{
  LpDocumentView *view = restore (safety);
  LpDocument *document = lp_document_view_get_document (view);
  g_assert_nonnull (find_label (GTK_WIDGET (view), RESTORED));
  g_signal_emit_by_name (find_button (GTK_WIDGET (view), "_Discard"), "clicked");
  g_assert_null (find_label (GTK_WIDGET (view), RESTORED));
  g_assert_false (lp_document_view_is_modified (view));
  g_assert_cmpstr (lp_document_get_header (document)->title, ==, "Orders");
  activate (&safety->window, "win.undo");
  g_assert_cmpstr (lp_document_get_header (document)->title, ==, "Billing");
  g_assert_true (lp_document_view_is_modified (view));
  lp_document_redo (document);
  lp_document_mark_saved (document);
}

static gboolean
is_saved (gpointer view)
{
  return !lp_document_view_is_modified (view);
}

static void
test_saved (Safety *safety, gconstpointer data)
{
  LpDocumentView *view = restore (safety);
  g_autofree char *text = NULL;
  g_signal_emit_by_name (find_button (GTK_WIDGET (view), "_Save"), "clicked");
  wait_until (is_saved, view);
  g_assert_null (find_label (GTK_WIDGET (view), RESTORED));
  g_assert_true (g_file_get_contents (safety->path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Billing"));
}

/* There is no file to go back to: to refuse it is to close it, and that asks. */
static void
test_refused_of_its_own (Safety *safety, gconstpointer data)
{
  guint before = lp_window_get_n_views (safety->window.window);
  open_file (safety);
  set_title (safety->session, "Billing");
  g_clear_object (&safety->session);
  g_assert_true (g_file_set_contents (safety->path, "{\"loadpath\": 1}", -1, NULL));
  lp_session_recover_async (safety->journals, NULL, NULL, on_recovered, safety);
  wait_until (is_true, &safety->is_done);
  LpDocumentView *view = lp_window_present_session (safety->window.window, safety->recovered->pdata[0]);
  g_signal_emit_by_name (find_button (GTK_WIDGET (view), "_Discard"), "clicked");
  g_assert_cmpuint (lp_window_get_n_views (safety->window.window), ==, before + 1);
  GListModel *windows = gtk_window_get_toplevels ();
  AdwMessageDialog *dialog = NULL;
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      if (ADW_IS_MESSAGE_DIALOG (window))
        dialog = ADW_MESSAGE_DIALOG (window);
    }
  g_assert_nonnull (dialog);
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "Save the changes?");
  adw_message_dialog_response (dialog, "discard");
  while (lp_window_get_n_views (safety->window.window) > before)
    g_main_context_iteration (NULL, TRUE);
  g_clear_pointer (&safety->recovered, g_ptr_array_unref);
  safety->is_done = FALSE;
  lp_session_recover_async (safety->journals, NULL, NULL, on_recovered, safety);
  wait_until (is_true, &safety->is_done);
  g_assert_cmpuint (safety->recovered->len, ==, 0);
}

static const char NOT_KEPT[]
    = "What you change now is lost if the program ends, because it cannot be kept aside: File too large. Save often.";

static gboolean
is_told (gpointer view)
{
  return find_label (view, NOT_KEPT) != NULL;
}

static gboolean
is_well_again (gpointer view)
{
  return find_label (view, NOT_KEPT) == NULL;
}

/* A disk that takes nothing: said at once, and taken back as soon as it takes it again. */
static void
test_full (Safety *safety, gconstpointer data)
{
  open_file (safety);
  LpDocumentView *view = lp_window_present_session (safety->window.window, safety->session);
  test_limit_file_size (100);
  set_title (safety->session, "Billing");
  wait_until (is_told, view);
  test_limit_file_size (RLIM_INFINITY);
  wait_until (is_well_again, view);
  g_assert_true (lp_session_flush_journal (safety->session, 20000));
  lp_session_forget_changes (safety->session);
  lp_document_mark_saved (lp_session_get_document (safety->session));
}

/* The desktop's session ends: what is not saved is kept by then. */
static void
test_query_end (Safety *safety, gconstpointer data)
{
  open_file (safety);
  lp_window_present_session (safety->window.window, safety->session);
  set_title (safety->session, "Billing");
  g_signal_emit_by_name (application, "query-end");
  g_autoptr (GDir) dir = g_dir_open (safety->journals, 0, NULL);
  guint n = 0;
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (safety->journals, name, NULL), *text = NULL;
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      n += strstr (text, "Billing") != NULL;
    }
  g_assert_cmpuint (n, ==, 1);
  lp_session_forget_changes (safety->session);
  lp_document_mark_saved (lp_session_get_document (safety->session));
}

#define ADD(path, function) g_test_add ("/safety/" path, Safety, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  if (!window_test_init (&argc, &argv))
    return 0;
  ADD ("refused", test_refused);
  ADD ("saved", test_saved);
  ADD ("refused-of-its-own", test_refused_of_its_own);
  ADD ("full", test_full);
  ADD ("query-end", test_query_end);
  return window_test_run ();
}
