/* Tabs and windows: what a person does with several documents. */
#include <glib/gstdio.h>

#include "model/edit.h"
#include "session/open-list.h"
#include "ui/application/open-state.h"
#include "ui/application/preferences.h"
#include "ui/application/settings.h"
#include "ui/document/file-banner.h"
#include "ui/help/help-window.h"
#include "ui/window/printing.h"
#include "window-fixture.h"

static void
change (LpWindow *window, const char *title)
{
  LpDocument *document = lp_session_get_document (lp_window_get_session (window));

  lp_document_begin (document, "Title");
  lp_edit_set_title (document, title);
  lp_document_commit (document);
}

/* The question on the screen, or NULL. */
static AdwMessageDialog *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

static gboolean
is_asked (gpointer data)
{
  return find_dialog () != NULL;
}

static gboolean
is_not_asked (gpointer data)
{
  return find_dialog () == NULL;
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
answer (const char *response)
{
  wait_until (is_asked, NULL);
  AdwMessageDialog *dialog = find_dialog ();
  GtkWidget *button = find_button (GTK_WIDGET (dialog), adw_message_dialog_get_response_label (dialog, response));
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  wait_until (is_not_asked, NULL);
  settle ();
}

static LpWindow *
other_window (LpWindow *except)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    if (LP_IS_WINDOW (l->data) && l->data != except)
      return l->data;
  return NULL;
}

/* --- tabs -------------------------------------------------------------------------------------------- */

/* The panels, the header and the actions are about the tab that is selected. */
static void
test_follow (Fixture *fixture, gconstpointer data)
{
  LpDocumentView *sample = lp_window_get_view (fixture->window);

  lp_canvas_show_element (lp_window_get_canvas (fixture->window), "orders");
  g_assert_nonnull (lp_properties_page_find_field (lp_window_get_properties_page (fixture->window), "multi_az"));
  activate (fixture, "win.new");
  g_assert_cmpuint (lp_window_get_n_views (fixture->window), ==, 2);
  g_assert_true (lp_window_get_view (fixture->window) != sample);
  g_assert_true (lp_window_get_canvas (fixture->window) == lp_document_view_get_canvas (lp_window_get_view (fixture->window)));
  g_assert_null (lp_properties_page_find_field (lp_window_get_properties_page (fixture->window), "multi_az"));
  change (fixture->window, "Second");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "• Second");
  activate (fixture, "win.undo");
  g_assert_false (lp_document_view_is_modified (lp_window_get_view (fixture->window)));
  lp_window_select_view (fixture->window, sample);
  g_assert_nonnull (lp_properties_page_find_field (lp_window_get_properties_page (fixture->window), "multi_az"));
  g_assert_true (lp_window_get_canvas (fixture->window) == lp_document_view_get_canvas (sample));
}

/* A tab says what is not saved by a mark and in words. */
static void
test_unsaved_mark (Fixture *fixture, gconstpointer data)
{
  AdwTabPage *page = adw_tab_view_get_selected_page (lp_window_get_tab_view (fixture->window));

  g_assert_false (g_str_has_prefix (adw_tab_page_get_title (page), "•"));
  change (fixture->window, "Shop & Sons");
  g_assert_cmpstr (adw_tab_page_get_title (page), ==, "• Shop & Sons");
  g_assert_cmpstr (adw_tab_page_get_tooltip (page), ==, "Not saved in a file yet");
}

/* As narrow as a telephone, with several tabs and a banner; and where nothing is open, nothing is offered that
 * needs a drawing. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  int minimum;

  activate (fixture, "win.new");
  activate (fixture, "win.new");
  gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  LpWindow *empty = lp_window_new (ADW_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (empty));
  g_assert_false (gtk_widget_get_mapped (find_button (GTK_WIDGET (empty), "_Save")));
  gtk_widget_measure (GTK_WIDGET (empty), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  gtk_window_destroy (GTK_WINDOW (empty));
}

/* With text of twice the size the panel shows its pages whole. */
static void
test_large_text (Fixture *fixture, gconstpointer data)
{
  GtkWidget *panel = gtk_widget_get_ancestor (GTK_WIDGET (lp_window_get_review_page (fixture->window)),
                                              GTK_TYPE_SCROLLED_WINDOW);
  int minimum, before;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &before, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  lp_canvas_show_element (lp_window_get_canvas (fixture->window), "orders");
  gtk_widget_measure (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (panel)), GTK_ORIENTATION_HORIZONTAL, -1,
                      &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 348);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", before, NULL);
}

/* An empty drawing makes room for what is opened; another new one does not take its place. */
static void
test_pristine (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "win.new");
  g_assert_true (lp_window_is_pristine (fixture->window));
  activate (fixture, "win.new");
  g_assert_cmpuint (lp_window_get_n_views (fixture->window), ==, 3);
  activate (fixture, "win.open-sample");
  g_assert_cmpuint (lp_window_get_n_views (fixture->window), ==, 3);
  g_assert_false (lp_window_is_pristine (fixture->window));
  /* What was undone can be redone: it is not empty. */
  activate (fixture, "win.new");
  change (fixture->window, "Something");
  activate (fixture, "win.undo");
  g_assert_false (lp_window_is_pristine (fixture->window));
}

static void
test_close (Fixture *fixture, gconstpointer data)
{
  LpDocumentView *sample = lp_window_get_view (fixture->window);

  g_object_ref (fixture->document);
  activate (fixture, "win.new");
  change (fixture->window, "Second");
  activate (fixture, "win.close");
  answer ("cancel");
  g_assert_cmpuint (lp_window_get_n_views (fixture->window), ==, 2);
  activate (fixture, "win.close");
  answer ("discard");
  settle ();
  g_assert_cmpuint (lp_window_get_n_views (fixture->window), ==, 1);
  g_assert_true (lp_window_get_view (fixture->window) == sample);
  /* Nothing is lost with this one, so nothing is asked; then there is the choice of what to open. */
  activate (fixture, "win.close");
  settle ();
  g_assert_cmpuint (lp_window_get_n_views (fixture->window), ==, 0);
  g_assert_null (lp_window_get_view (fixture->window));
  g_assert_null (lp_window_get_canvas (fixture->window));
  g_assert_null (lp_window_get_session (fixture->window));
  activate (fixture, "win.open-sample");
  g_assert_cmpuint (lp_window_get_n_views (fixture->window), ==, 1);
  g_object_unref (fixture->document);
  fixture->document = lp_session_get_document (lp_window_get_session (fixture->window));
}

static GtkWidget *
find_rename (GtkWidget *canvas)
{
  for (GtkWidget *child = gtk_widget_get_first_child (canvas); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_has_css_class (child, "rename"))
      return child;
  return NULL;
}

/* A name that is still being written is not lost with the tab. */
static void
test_close_while_naming (Fixture *fixture, gconstpointer data)
{
  LpCanvas *canvas = lp_window_get_canvas (fixture->window);

  lp_selection_set (fixture->stage->selection, "orders");
  gtk_widget_activate_action (GTK_WIDGET (canvas), "canvas.rename", NULL);
  GtkWidget *entry = find_rename (GTK_WIDGET (canvas));
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Ledger");
  g_assert_false (lp_document_is_modified (fixture->document));
  activate (fixture, "win.close");
  answer ("cancel");
  g_assert_cmpstr (lp_document_get_component (fixture->document, "orders")->label, ==, "Ledger");
}

/* Of several, what is saved goes at once, and the rest is asked about once. */
static void
test_close_others (Fixture *fixture, gconstpointer data)
{
  LpDocumentView *sample = lp_window_get_view (fixture->window);

  for (guint i = 0; i < 3; i++)
    {
      activate (fixture, "win.new");
      change (fixture->window, "Changed");
      if (i == 1)
        activate (fixture, "win.undo");
    }
  g_assert_cmpuint (lp_window_get_n_views (fixture->window), ==, 4);
  lp_window_select_view (fixture->window, sample);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "tab.close-others", NULL);
  g_assert_cmpuint (lp_window_get_n_views (fixture->window), ==, 3);
  wait_until (is_asked, NULL);
  g_assert_cmpstr (adw_message_dialog_get_heading (find_dialog ()), ==, "Save the changes to 2 drawings?");
  answer ("discard");
  settle ();
  g_assert_cmpuint (lp_window_get_n_views (fixture->window), ==, 1);
  g_assert_true (lp_window_get_view (fixture->window) == sample);
}

/* --- windows ----------------------------------------------------------------------------------------- */

/* A tab goes to a window of its own with all that it has: history, selection, findings. */
static void
test_move (Fixture *fixture, gconstpointer data)
{
  LpDocumentView *sample = lp_window_get_view (fixture->window);

  change (fixture->window, "Moved");
  lp_canvas_show_element (lp_window_get_canvas (fixture->window), "orders");
  activate (fixture, "win.new");
  lp_window_select_view (fixture->window, sample);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "tab.move-to-new-window", NULL);
  LpWindow *other = other_window (fixture->window);
  g_assert_nonnull (other);
  g_assert_cmpuint (lp_window_get_n_views (fixture->window), ==, 1);
  g_assert_true (lp_window_get_view (other) == sample);
  g_assert_true (lp_window_get_view (fixture->window) != sample);
  wait_until (is_reviewed, other);
  g_assert_nonnull (lp_properties_page_find_field (lp_window_get_properties_page (other), "multi_az"));
  g_assert_null (lp_properties_page_find_field (lp_window_get_properties_page (fixture->window), "multi_az"));
  gtk_widget_activate_action (GTK_WIDGET (other), "win.undo", NULL);
  g_assert_false (lp_document_is_modified (fixture->document));
  /* Back by dragging: the window that it leaves was there for it alone. */
  AdwTabView *from = lp_window_get_tab_view (other), *to = lp_window_get_tab_view (fixture->window);
  g_object_add_weak_pointer (G_OBJECT (other), (gpointer *) &other);
  adw_tab_view_transfer_page (from, adw_tab_view_get_selected_page (from), to, 0);
  settle ();
  g_assert_null (other);
  g_assert_cmpuint (lp_window_get_n_views (fixture->window), ==, 2);
  g_assert_true (lp_window_get_view_at (fixture->window, 0) == sample);
}

/* Closing a window asks once about everything in it. */
static void
test_close_window (Fixture *fixture, gconstpointer data)
{
  LpWindow *window = lp_window_new (ADW_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.new", NULL);
      change (window, i == 0 ? "First" : "Second");
    }
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  wait_until (is_asked, NULL);
  g_assert_cmpstr (adw_message_dialog_get_body (find_dialog ()), ==,
                   "The changes to these are lost if they are not saved:\n\n• First\n• Second");
  answer ("cancel");
  g_assert_nonnull (window);
  gtk_window_close (GTK_WINDOW (window));
  answer ("discard");
  settle ();
  g_assert_null (window);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (lp_session_save_finish (LP_SESSION (source), result, NULL));
  *(gboolean *) data = TRUE;
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
save_as (LpWindow *window, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gboolean done = FALSE;

  lp_session_save_async (lp_window_get_session (window), file, FALSE, NULL, on_saved, &done);
  wait_until (is_true, &done);
}

/* "Save All" writes each where it belongs and then closes. */
static void
test_save_all (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("loadpath-tabs-XXXXXX", NULL);
  LpWindow *window = lp_window_new (ADW_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u.loadpath", folder, i);
      gtk_widget_activate_action (GTK_WIDGET (window), "win.new", NULL);
      save_as (window, path);
      change (window, i == 0 ? "First" : "Second");
    }
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  answer ("save");
  wait_until (is_gone, &window);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u.loadpath", folder, i);
      g_autofree char *contents = NULL;
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_nonnull (strstr (contents, i == 0 ? "\"First\"" : "\"Second\""));
      g_unlink (path);
    }
  g_rmdir (folder);
}

/* --- the next start ---------------------------------------------------------------------------------- */

static gboolean
is_restored (gpointer data)
{
  return !lp_open_state_is_restoring ();
}

static char *
dup_base_name (LpDocumentView *view)
{
  return g_file_get_basename (lp_session_get_file (lp_document_view_get_session (view)));
}

/* Files, their order, the selected one, and what was in sight come back; what has no file and what is gone does not. */
static void
test_restore (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "a.loadpath", "b.loadpath", "c.loadpath" };
  g_autofree char *folder = g_dir_make_tmp ("loadpath-tabs-XXXXXX", NULL);
  g_autofree char *state = lp_open_list_dup_path ();
  LpCanvasPlace place = { 2, { 300, 200 } }, seen;
  LpWindow *window = lp_window_new (ADW_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      gtk_widget_activate_action (GTK_WIDGET (window), "win.open-sample", NULL);
      save_as (window, path);
    }
  LpDocumentView *second = lp_window_get_view_at (window, 1);
  lp_window_select_view (window, second);
  wait_until (is_painted, window);
  lp_canvas_set_place (lp_window_get_canvas (window), &place);
  lp_open_state_save (GTK_APPLICATION (application), FALSE);
  lp_window_close_now (window);
  settle ();
  g_autofree char *first = g_build_filename (folder, names[0], NULL);
  g_unlink (first);

  /* The window of the fixture has no file in it. */
  g_assert_true (lp_open_state_restore (GTK_APPLICATION (application), NULL));
  wait_until (is_restored, NULL);
  window = other_window (fixture->window);
  g_assert_nonnull (window);
  wait_until (is_asked, NULL);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (find_dialog ()), "a.loadpath” is not there."));
  answer ("close");
  g_assert_cmpuint (lp_window_get_n_views (window), ==, 2);
  g_autofree char *left = dup_base_name (lp_window_get_view_at (window, 0));
  g_autofree char *right = dup_base_name (lp_window_get_view_at (window, 1));
  g_assert_cmpstr (left, ==, "b.loadpath");
  g_assert_cmpstr (right, ==, "c.loadpath");
  g_assert_true (lp_window_get_view (window) == lp_window_get_view_at (window, 0));
  wait_until (is_painted, window);
  g_assert_true (lp_canvas_get_place (lp_window_get_canvas (window), &seen));
  g_assert_cmpfloat (seen.zoom, ==, 2);
  /* The bar of the tabs slides in meanwhile. */
  g_assert_cmpfloat (fabs (seen.centre.x - 300), <, 1);
  g_assert_cmpfloat (fabs (seen.centre.y - 200), <, 30);
  /* The other one is shown as a whole, as it was. */
  g_assert_false (lp_canvas_get_place (lp_document_view_get_canvas (lp_window_get_view_at (window, 1)), &seen));
  lp_window_close_now (window);
  settle ();
  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_unlink (path);
    }
  g_rmdir (folder);
  g_unlink (state);
}

static gboolean
is_shown (gpointer canvas)
{
  return lp_canvas_get_stage (canvas)->scene != NULL;
}

/* A tab that nobody has looked at costs no drawing. */
static void
test_behind (Fixture *fixture, gconstpointer data)
{
  LpDocumentView *before = lp_window_get_view (fixture->window);
  g_autoptr (LpDocument) document = lp_document_new ();
  g_autoptr (LpSession) session = lp_session_new (document, NULL);
  LpDocumentView *view = lp_window_add_session_behind (fixture->window, session);
  LpCanvas *canvas = lp_document_view_get_canvas (view);

  g_assert_true (lp_window_get_view (fixture->window) == before);
  while (lp_session_is_reviewing (session))
    g_main_context_iteration (NULL, TRUE);
  settle ();
  g_assert_false (is_shown (canvas));
  lp_window_select_view (fixture->window, view);
  wait_until (is_shown, canvas);
  wait_until (is_painted, fixture->window);
}

/* What is chosen holds at once. */
static void
test_preferences (Fixture *fixture, gconstpointer data)
{
  LpPreferences *preferences = lp_preferences_new (GTK_WINDOW (fixture->window));
  LpSettings *settings = lp_settings_get_default ();
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_window_present (GTK_WINDOW (preferences));
  g_assert_true (lp_settings_get_snap_to_grid (settings));
  g_object_set (settings, "style", "dark", NULL);
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_FORCE_DARK);
  g_object_set (settings, "style", "system", NULL);
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_DEFAULT);
  g_object_set (settings, "author", "Kim", NULL);
  g_assert_cmpstr (lp_settings_get_author (settings), ==, "Kim");
  g_object_set (settings, "author", "", NULL);
  gtk_window_destroy (GTK_WINDOW (preferences));
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

/* --- the file under the document --------------------------------------------------------------------- */

static LpFileBanner *
find_banner (GtkWidget *widget)
{
  if (LP_IS_FILE_BANNER (widget))
    return LP_FILE_BANNER (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      LpFileBanner *found = find_banner (child);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
says_something (gpointer data)
{
  return lp_file_banner_get_text (data) != NULL;
}

static gboolean
says_nothing (gpointer data)
{
  return lp_file_banner_get_text (data) == NULL;
}

static gboolean
is_theirs (gpointer data)
{
  return g_strcmp0 (lp_document_get_header (data)->title, "Theirs") == 0;
}

/* Another program writes the file, and later deletes it: the banner says so, and nothing is lost. */
static void
test_other_program (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("loadpath-tabs-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "shop.loadpath", NULL);
  LpFileBanner *banner = find_banner (GTK_WIDGET (lp_window_get_view (fixture->window)));

  save_as (fixture->window, path);
  g_assert_null (lp_file_banner_get_text (banner));
  /* Times of files are coarse: what is written in the same tick cannot be told from it. */
  g_usleep (50000);
  g_assert_true (g_file_set_contents (path, "{\"loadpath\": 1, \"title\": \"Theirs\", \"components\": []}", -1, NULL));
  wait_until (says_something, banner);
  g_assert_cmpstr (lp_file_banner_get_text (banner), ==, "“shop.loadpath” was changed by another program.");
  change (fixture->window, "Mine");
  g_assert_cmpstr (lp_file_banner_get_text (banner), ==,
                   "“shop.loadpath” was changed by another program. Your changes here are not saved; after reloading, "
                   "Undo brings them back.");
  g_signal_emit_by_name (find_button (GTK_WIDGET (banner), "_Reload"), "clicked");
  wait_until (is_theirs, fixture->document);
  wait_until (says_nothing, banner);
  g_assert_cmpuint (n_components (fixture), ==, 0);
  activate (fixture, "win.undo");
  g_assert_cmpuint (n_components (fixture), >, 10);
  g_assert_cmpstr (lp_document_get_header (fixture->document)->title, ==, "Mine");
  activate (fixture, "win.redo");
  g_assert_false (lp_document_is_modified (fixture->document));
  g_unlink (path);
  wait_until (says_something, banner);
  g_assert_true (g_str_has_prefix (lp_file_banner_get_text (banner), "“shop.loadpath” was deleted or moved"));
  g_assert_true (lp_document_is_modified (fixture->document));
  g_rmdir (folder);
}

/* --- showing and printing ---------------------------------------------------------------------------- */

static GtkWidget *
find_by_class (GtkWidget *widget, const char *css_class)
{
  if (gtk_widget_has_css_class (widget, css_class))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_by_class (child, css_class);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Nothing but the drawing, with one finding at a time; then everything is as it was. */
static void
test_show (Fixture *fixture, gconstpointer data)
{
  GtkWidget *save = find_button (GTK_WIDGET (fixture->window), "_Save");
  GtkWidget *caption = find_by_class (GTK_WIDGET (fixture->window), "caption-plate");
  GtkWidget *review = GTK_WIDGET (lp_window_get_review_page (fixture->window));
  LpReview *findings = lp_session_get_review (lp_window_get_session (fixture->window));
  const LpFinding *first = g_ptr_array_index (findings->findings, 0);

  g_assert_true (gtk_widget_get_mapped (save));
  activate (fixture, "win.show");
  g_assert_false (gtk_widget_get_mapped (save));
  activate (fixture, "win.next-finding");
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (caption)), first->message));
  g_assert_true (g_str_has_prefix (gtk_label_get_label (GTK_LABEL (caption)), "Error · 1 / "));
  wait_until (is_mapped, caption);
  activate (fixture, "win.show");
  wait_until (is_mapped, save);
  wait_until (is_mapped, review);
}

/* As large as it fits, on one page whose direction suits the drawing; with the findings, or without. */
static void
test_print (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("loadpath-print-XXXXXX", NULL);
  g_autoptr (LpDesign) design = lp_document_snapshot (fixture->document);
  LpReview *review = lp_session_get_review (lp_window_get_session (fixture->window));
  gsize sizes[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u.pdf", folder, i);
      g_autofree char *contents = NULL;
      g_autoptr (GtkPrintOperation) operation = lp_printing_new (design, review, NULL, i == 1);
      g_autoptr (GError) error = NULL;
      gtk_print_operation_set_export_filename (operation, path);
      g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                                GTK_WINDOW (fixture->window), &error),
                       ==, GTK_PRINT_OPERATION_RESULT_APPLY);
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &contents, &sizes[i], NULL));
      g_assert_true (g_str_has_prefix (contents, "%PDF"));
      g_assert_cmpint (gtk_print_operation_get_n_pages_to_print (operation), ==, 1);
      g_unlink (path);
    }
  /* The legend is text that the plain one does not have. */
  g_assert_cmpuint (sizes[1], >, sizes[0]);
  g_rmdir (folder);
}

static LpHelpWindow *
find_help (void)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    if (LP_IS_HELP_WINDOW (l->data))
      return l->data;
  return NULL;
}

/* One help window, however often it is asked for. */
static void
test_help (Fixture *fixture, gconstpointer data)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), "help", NULL);
  LpHelpWindow *help = find_help ();
  g_assert_nonnull (help);
  g_action_group_activate_action (G_ACTION_GROUP (application), "help", NULL);
  g_assert_true (find_help () == help);
  gtk_window_destroy (GTK_WINDOW (help));
  settle ();
  g_assert_null (find_help ());
}

/* Every key that the program has for an action stands on the page of shortcuts. */
static void
test_shortcuts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) page = g_resources_lookup_data ("/io/github/loadpath/Loadpath/gtk/help-overlay.ui",
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = g_utf8_strdown (g_bytes_get_data (page, NULL), (gssize) g_bytes_get_size (page));
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (GTK_APPLICATION (application));

  g_assert_cmpuint (g_strv_length (actions), >, 20);
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) keys = gtk_application_get_accels_for_action (GTK_APPLICATION (application), actions[i]);
      gboolean listed = FALSE;
      for (guint k = 0; keys[k] != NULL; k++)
        {
          g_autofree char *escaped = g_markup_escape_text (keys[k], -1);
          g_autofree char *lower = g_utf8_strdown (escaped, -1);
          g_autofree char *other = g_strdup (lower);
          /* GTK writes its modifiers in an order of its own. */
          if (g_str_has_prefix (lower, "&lt;shift&gt;&lt;control&gt;"))
            {
              g_free (other);
              other = g_strconcat ("&lt;control&gt;&lt;shift&gt;", lower + strlen ("&lt;shift&gt;&lt;control&gt;"), NULL);
            }
          listed = listed || strstr (text, lower) != NULL || strstr (text, other) != NULL;
        }
      if (!listed)
        g_test_message ("%s (%s) is not on the page", actions[i], keys[0]);
      g_assert_true (listed);
    }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, window_set_up, function, window_tear_down)

int
main (int argc, char **argv)
{
  if (!window_test_init (&argc, &argv))
    return 0;
  ADD ("/tabs/follow", test_follow);
  ADD ("/tabs/unsaved-mark", test_unsaved_mark);
  ADD ("/tabs/narrow", test_narrow);
  ADD ("/tabs/large-text", test_large_text);
  ADD ("/tabs/pristine", test_pristine);
  ADD ("/tabs/close", test_close);
  ADD ("/tabs/close-while-naming", test_close_while_naming);
  ADD ("/tabs/close-others", test_close_others);
  ADD ("/tabs/move", test_move);
  ADD ("/tabs/close-window", test_close_window);
  ADD ("/tabs/save-all", test_save_all);
  ADD ("/tabs/restore", test_restore);
  ADD ("/tabs/behind", test_behind);
  ADD ("/tabs/preferences", test_preferences);
  ADD ("/tabs/other-program", test_other_program);
  ADD ("/tabs/show", test_show);
  ADD ("/tabs/print", test_print);
  ADD ("/tabs/help", test_help);
  ADD ("/tabs/shortcuts", test_shortcuts);
  return window_test_run ();
}
