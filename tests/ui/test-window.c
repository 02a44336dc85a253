/* The real window, driven from inside. */
#include <glib/gstdio.h>

#include "io/native.h"
#include "model/edit.h"
#include "window-fixture.h"
#include "ui/canvas/handles.h"
#include "ui/review/finding-row.h"
#include "ui/window/file-error.h"
#include "ui/window/picture-writer.h"

/* --- tests ------------------------------------------------------------------------------------------- */

static void
test_sample (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (n_components (fixture), >, 10);
  g_assert_false (lp_document_is_modified (fixture->document));
  g_assert_true (has_finding (fixture, "HA-004", "orders"));
  g_assert_false (lp_window_is_pristine (fixture->window));
}

static void
test_drag_and_undo (Fixture *fixture, gconstpointer data)
{
  const LpPlacement *placement = lp_scene_get_placement (fixture->stage->scene);
  LpPoint from = lp_rect_centre (placement->rect[lp_design_find (lp_stage_get_design (fixture->stage), "orders")]);

  g_assert_true (lp_stage_press (fixture->stage, from, 0));
  lp_stage_drag (fixture->stage, (LpPoint){ from.x + 40, from.y + 24 }, 0);
  lp_stage_release (fixture->stage, (LpPoint){ from.x + 40, from.y + 24 }, 0);
  g_assert_true (lp_document_is_modified (fixture->document));
  LpRect moved = lp_scene_get_placement (fixture->stage->scene)
                     ->rect[lp_design_find (lp_stage_get_design (fixture->stage), "orders")];
  g_assert_cmpfloat (fabs (lp_rect_centre (moved).x - from.x), >, 0);
  wait_until (is_reviewed, fixture->window);
  activate (fixture, "win.undo");
  g_assert_false (lp_document_is_modified (fixture->document));
}

static void
test_place_by_keyboard (Fixture *fixture, gconstpointer data)
{
  guint before = n_components (fixture);

  activate (fixture, "win.find-kind");
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  GtkWidget *search = gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (search);
  gtk_editable_set_text (GTK_EDITABLE (search), "lambda");
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpuint (n_components (fixture), ==, before + 1);
  const char *id = lp_selection_get_single (fixture->stage->selection);
  g_assert_cmpstr (lp_document_get_component (fixture->document, id)->kind, ==, "lambda-function");
  activate (fixture, "win.undo");
  g_assert_cmpuint (n_components (fixture), ==, before);
}

/* Mended in the panel, the finding goes; made unknown, the review asks; undone, it is back. */
static void
test_mend (Fixture *fixture, gconstpointer data)
{
  lp_canvas_show_element (lp_window_get_canvas (fixture->window), "orders");
  LpField *field = lp_properties_page_find_field (lp_window_get_properties_page (fixture->window), "multi_az");
  g_assert_nonnull (field);
  adw_combo_row_set_selected (ADW_COMBO_ROW (lp_field_get_row (field)), 1);
  wait_until (is_reviewed, fixture->window);
  g_assert_false (has_finding (fixture, "HA-004", "orders"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (lp_field_get_row (field)), 0);
  g_assert_null (lp_properties_lookup (lp_document_get_component (fixture->document, "orders")->set, "multi_az"));
  activate (fixture, "win.undo");
  activate (fixture, "win.undo");
  wait_until (is_reviewed, fixture->window);
  g_assert_true (has_finding (fixture, "HA-004", "orders"));
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (lp_field_get_row (field))), ==, 2);
}

static void
test_invalid_quantity (Fixture *fixture, gconstpointer data)
{
  lp_canvas_show_element (lp_window_get_canvas (fixture->window), "orders");
  LpField *field = lp_properties_page_find_field (lp_window_get_properties_page (fixture->window), "rpo");
  g_assert_nonnull (field);
  GtkWidget *row = lp_field_get_row (field);
  guint64 revision = lp_document_get_revision (fixture->document);
  gtk_editable_set_text (GTK_EDITABLE (row), "soon");
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_cmpuint (lp_document_get_revision (fixture->document), ==, revision);
  g_assert_true (gtk_widget_get_visible (lp_field_get_complaint (field)));
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  gtk_editable_set_text (GTK_EDITABLE (row), "5m");
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_false (gtk_widget_get_visible (lp_field_get_complaint (field)));
  g_assert_cmpstr (lp_properties_lookup_string (lp_document_get_component (fixture->document, "orders")->set, "rpo"),
                   ==, "5m");
}

static void
test_walk_findings (Fixture *fixture, gconstpointer data)
{
  LpReview *review = lp_session_get_review (lp_window_get_session (fixture->window));
  const LpFinding *first = g_ptr_array_index (review->findings, 0);

  activate (fixture, "win.focus-canvas");
  activate (fixture, "win.next-finding");
  /* The review stays in sight, whatever has the keyboard. */
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (lp_window_get_review_page (fixture->window))));
  g_assert_cmpuint (lp_review_page_get_selected (lp_window_get_review_page (fixture->window)), ==, 0);
  g_assert_cmpstr (lp_selection_get_single (fixture->stage->selection), ==, first->component);
  activate (fixture, "win.previous-finding");
  g_assert_cmpuint (lp_review_page_get_selected (lp_window_get_review_page (fixture->window)), ==,
                    review->findings->len - 1);
}

static void
test_mark (Fixture *fixture, gconstpointer data)
{
  g_signal_emit_by_name (fixture->stage, "mark-activated", 1);
  g_assert_cmpuint (lp_review_page_get_selected (lp_window_get_review_page (fixture->window)), ==, 1);
}

static void
test_canvas_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *canvas = GTK_WIDGET (lp_window_get_canvas (fixture->window));
  guint before = n_components (fixture);

  gtk_widget_activate_action (canvas, "canvas.select-all", NULL);
  g_assert_cmpuint (lp_selection_get_size (fixture->stage->selection), >, before);
  gtk_widget_activate_action (canvas, "canvas.select-none", NULL);
  g_assert_cmpuint (lp_selection_get_size (fixture->stage->selection), ==, 0);
  lp_canvas_show_element (LP_CANVAS (canvas), "orders");
  gtk_widget_activate_action (canvas, "canvas.nudge", "(dd)", 8.0, 0.0);
  g_assert_true (lp_document_is_modified (fixture->document));
  gtk_widget_activate_action (canvas, "canvas.delete", NULL);
  g_assert_cmpuint (n_components (fixture), ==, before - 1);
  g_assert_null (lp_document_get_component (fixture->document, "orders"));
  g_assert_cmpuint (lp_selection_get_size (fixture->stage->selection), ==, 0);
  activate (fixture, "win.undo");
  activate (fixture, "win.undo");
  g_assert_cmpuint (n_components (fixture), ==, before);
  g_assert_false (lp_document_is_modified (fixture->document));
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "win.zoom-100");
  g_assert_cmpfloat (lp_viewport_get_zoom (fixture->stage->viewport), ==, 1);
  activate (fixture, "win.zoom-in");
  g_assert_cmpfloat (lp_viewport_get_zoom (fixture->stage->viewport), ==, 1.25);
  activate (fixture, "win.fit");
  LpRect bounds = lp_scene_get_bounds (fixture->stage->scene);
  g_assert_true (lp_rect_encloses (lp_rect_grow (lp_viewport_get_visible (fixture->stage->viewport), 2), bounds));
}

/* --- files ------------------------------------------------------------------------------------------- */

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  lp_session_save_finish (LP_SESSION (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static gboolean
shows_file (gpointer data)
{
  LpSession *session = lp_window_get_session (data);

  return session != NULL && lp_session_get_file (session) != NULL;
}

static void
test_save_and_reopen (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("loadpath-window-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "saved.loadpath", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gboolean done = FALSE;

  lp_canvas_place (lp_window_get_canvas (fixture->window), "lambda-function");
  lp_session_save_async (lp_window_get_session (fixture->window), file, FALSE, NULL, on_saved, &done);
  wait_until (is_true, &done);
  g_assert_false (lp_document_is_modified (fixture->document));
  LpDocumentView *saved = lp_window_get_view (fixture->window);
  activate (fixture, "win.new");
  LpWindow *other = lp_window_new (ADW_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (other));
  /* The first window has it open: its tab comes to the front instead. */
  lp_window_open_file (other, file);
  g_assert_null (lp_window_get_session (other));
  g_assert_true (lp_window_get_view (fixture->window) == saved);
  activate (fixture, "win.close");
  lp_window_open_file (other, file);
  wait_until (shows_file, other);
  fixture->document = lp_session_get_document (lp_window_get_session (other));
  g_autoptr (LpDesign) design = lp_document_snapshot (fixture->document);
  g_autoptr (GBytes) bytes = lp_native_write (design);
  g_autofree char *written = NULL;
  gsize size;
  g_assert_true (g_file_get_contents (path, &written, &size, NULL));
  g_assert_cmpmem (written, size, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  wait_until (is_reviewed, other);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->window = other;
  g_unlink (path);
  g_rmdir (folder);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  lp_picture_write_finish (result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *format, *beginning;
  } cases[] = { { "svg", "<?xml" }, { "png", "\x89PNG" }, { "pdf", "%PDF" } };
  g_autofree char *folder = g_dir_make_tmp ("loadpath-export-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/picture.%s", folder, cases[i].format);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (LpDesign) design = lp_document_snapshot (fixture->document);
      LpPictureChoice choice = { .format = cases[i].format, .annotate = TRUE, .scale = 1 };
      g_autofree char *contents = NULL;
      gboolean done = FALSE;
      lp_picture_write_async (design, lp_session_get_review (lp_window_get_session (fixture->window)), NULL, &choice, file,
                              NULL, on_written, &done);
      wait_until (is_true, &done);
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_true (g_str_has_prefix (contents, cases[i].beginning));
      g_assert_true (i != 0 || strstr (contents, "HA-004") != NULL);
      g_unlink (path);
    }
  g_rmdir (folder);
}

/* --- rows of the review ------------------------------------------------------------------------------ */

static void
on_answered (LpFindingRow *row, const char *element, const char *property, JsonNode *value, char **answer)
{
  g_free (*answer);
  g_autofree char *json = json_to_string (value, FALSE);
  *answer = g_strdup_printf ("%s.%s = %s", element, property, json);
}

static void
test_question (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LpFinding) finding = lp_finding_new ("HA-004", LP_SEVERITY_ERROR, LP_OUTCOME_QUESTION);
  lp_finding_add_unknown (finding, "orders", "multi_az");
  lp_finding_take_text (&finding->component, g_strdup ("orders"));
  g_autoptr (LpFindingItem) item = lp_finding_item_new (finding, 7);
  g_autoptr (GtkWidget) row = g_object_ref_sink (lp_finding_row_new ());
  g_autofree char *answer = NULL;

  lp_finding_row_set (LP_FINDING_ROW (row), item, fixture->document);
  g_signal_connect (row, "answered", G_CALLBACK (on_answered), &answer);
  GtkWidget *yes = find_button (row, "Yes"), *no = find_button (row, "No");
  g_assert_nonnull (yes);
  g_assert_nonnull (no);
  g_signal_emit_by_name (yes, "clicked");
  g_assert_cmpstr (answer, ==, "orders.multi_az = true");
  g_signal_emit_by_name (no, "clicked");
  g_assert_cmpstr (answer, ==, "orders.multi_az = false");
}

/* An answer that a question of another row asks for too is offered once. */
static void
test_same_question (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LpFinding) finding = lp_finding_new ("HA-004", LP_SEVERITY_ERROR, LP_OUTCOME_QUESTION);
  lp_finding_add_unknown (finding, NULL, "environment");
  g_autoptr (LpFindingItem) item = lp_finding_item_new (finding, 4);
  g_autoptr (GtkWidget) row = g_object_ref_sink (lp_finding_row_new ());
  int minimum;

  lp_finding_row_set (LP_FINDING_ROW (row), item, fixture->document);
  g_assert_nonnull (find_button (row, "Development"));
  gtk_widget_measure (row, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 240);
  lp_finding_item_set_same (item, 2);
  lp_finding_row_set (LP_FINDING_ROW (row), item, fixture->document);
  g_assert_null (find_button (row, "Development"));
}

static void
on_asked (LpFindingRow *row, const char *element, const char *property, char **asked)
{
  g_free (*asked);
  *asked = g_strdup_printf ("%s.%s", element, property);
}

/* The zone of a load balancer is told by what it reaches into: a button leads there. */
static void
test_zone_question (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LpFinding) finding = lp_finding_new ("HA-002", LP_SEVERITY_ERROR, LP_OUTCOME_QUESTION);
  lp_finding_add_unknown (finding, "front", "zone");
  g_autoptr (LpFindingItem) item = lp_finding_item_new (finding, 1);
  g_autoptr (GtkWidget) row = g_object_ref_sink (lp_finding_row_new ());
  g_autofree char *asked = NULL;

  lp_finding_row_set (LP_FINDING_ROW (row), item, fixture->document);
  g_signal_connect (row, "asked", G_CALLBACK (on_asked), &asked);
  GtkWidget *button = find_button (row, "Choose Where It Reaches…");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (asked, ==, "front.zone");
  g_signal_emit_by_name (lp_window_get_review_page (fixture->window), "asked", "front", "zone");
  g_assert_cmpstr (lp_selection_get_single (fixture->stage->selection), ==, "front");
  GtkWidget *subnet = lp_properties_page_find_span (lp_window_get_properties_page (fixture->window), NULL);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == subnet);
}

static guint
n_spans (Fixture *fixture)
{
  return lp_document_get_component (fixture->document, "front")->spans->len;
}

/* Ticked in the panel, the load balancer reaches there; each tick is one step. */
static void
test_spans (Fixture *fixture, gconstpointer data)
{
  LpPropertiesPage *page = lp_window_get_properties_page (fixture->window);

  lp_canvas_show_element (lp_window_get_canvas (fixture->window), "orders");
  g_assert_nonnull (lp_properties_page_find_span (page, "data-c"));
  /* It stands there. */
  g_assert_null (lp_properties_page_find_span (page, "data-a"));
  lp_canvas_show_element (lp_window_get_canvas (fixture->window), "front");
  guint before = n_spans (fixture);
  GtkWidget *row = lp_properties_page_find_span (page, "app-a");
  g_assert_nonnull (row);
  GtkWidget *tick = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row));
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (tick)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), TRUE);
  g_assert_cmpuint (n_spans (fixture), ==, before + 1);
  activate (fixture, "win.undo");
  g_assert_cmpuint (n_spans (fixture), ==, before);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (tick)));
  g_assert_false (lp_document_can_undo (fixture->document));
}

/* The panel never scrolls sideways, whatever it shows. */
static void
test_panel_width (Fixture *fixture, gconstpointer data)
{
  GtkWidget *panel = gtk_widget_get_ancestor (GTK_WIDGET (lp_window_get_review_page (fixture->window)),
                                              GTK_TYPE_SCROLLED_WINDOW);
  const LpCatalogue *catalogue = lp_catalogue_get_default ();

  g_assert_nonnull (panel);
  for (guint i = 0; i < lp_catalogue_get_n_kinds (catalogue); i++)
    {
      int minimum;
      lp_document_begin (fixture->document, "Change");
      lp_edit_set_kind (fixture->document, "front", lp_catalogue_get_kind (catalogue, i)->id, NULL);
      lp_edit_set_label (fixture->document, "public-a", "Averyveryverylongwordwithoutanyspacesinitatallforasubnet", NULL);
      lp_document_commit (fixture->document);
      lp_selection_set (fixture->stage->selection, "front");
      gtk_widget_measure (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (panel)), GTK_ORIENTATION_HORIZONTAL, -1,
                          &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 348);
    }
}

static gboolean
is_visible (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

static guint
n_hints_shown (GtkWidget *widget)
{
  guint n = GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "hint");

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += n_hints_shown (child);
  return n;
}

typedef struct
{
  LpWindow *window;
  LpDocumentView *view;
} View;

static gboolean
shows_another (gpointer data)
{
  const View *before = data;
  return lp_window_get_view (before->window) != before->view;
}

/* A scenario opens with its task; a goal is ticked as soon as the drawing reaches it; hints come one by one. */
static void
test_scenario (Fixture *fixture, gconstpointer data)
{
  LpWindow *window = fixture->window;
  LpDocumentView *sample = lp_window_get_view (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-scenario", "s", "ha-web-three-tier");
  wait_until (shows_another, &(View){ window, sample });
  LpDocumentView *task = lp_window_get_view (window);
  LpScenarioPage *page = lp_window_get_scenario_page (window);
  wait_until (is_visible, page);
  wait_until (is_reviewed, window);
  guint before = lp_scenario_page_get_n_met (page);
  g_assert_cmpuint (before, <, 3);
  LpDocument *document = lp_session_get_document (lp_window_get_session (window));
  lp_document_begin (document, "Answer");
  lp_edit_set_property (document, "orders", "multi_az", json_node_init_boolean (json_node_alloc (), TRUE), NULL);
  lp_document_commit (document);
  wait_until (is_reviewed, window);
  g_assert_cmpuint (lp_scenario_page_get_n_met (page), ==, before + 1);

  GtkWidget *hint = find_button (GTK_WIDGET (page), "Show a Hint (1 of 3)");
  g_assert_nonnull (hint);
  g_assert_cmpuint (n_hints_shown (GTK_WIDGET (page)), ==, 0);
  for (guint i = 1; i <= 3; i++)
    {
      g_signal_emit_by_name (hint, "clicked");
      g_assert_cmpuint (n_hints_shown (GTK_WIDGET (page)), ==, i);
    }
  g_assert_false (gtk_widget_get_visible (hint));
  GtkWidget *open = find_button (GTK_WIDGET (page), "Open the Reference");
  g_assert_false (gtk_widget_get_mapped (open));
  activate (fixture, "win.open-reference");
  g_assert_true (lp_window_get_view (window) == task);
  activate (fixture, "win.submit");
  gtk_widget_activate_action (open, "win.open-reference", NULL);
  /* The reference has no task, nor has anything else; beside the task it stands again. */
  g_assert_true (lp_window_get_view (window) != task);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (page)));
  lp_window_select_view (window, task);
  wait_until (is_visible, page);
  lp_window_select_view (window, sample);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (page)));
}

/* As narrow as a telephone: the panels fold over the drawing. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

/* The palette shows everything again once something was placed from a search. */
static void
test_search_clears (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "win.find-kind");
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  GtkWidget *search = gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "lambda");
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
}

/* What comes back is selected, and the review follows the selection. */
static void
test_undo_selects (Fixture *fixture, gconstpointer data)
{
  LpReviewPage *review = lp_window_get_review_page (fixture->window);

  lp_selection_set (fixture->stage->selection, "orders");
  g_assert_cmpuint (lp_review_page_get_selected (review), !=, GTK_INVALID_LIST_POSITION);
  lp_selection_set (fixture->stage->selection, "shop");
  g_assert_cmpuint (lp_review_page_get_selected (review), ==, GTK_INVALID_LIST_POSITION);
  lp_selection_set (fixture->stage->selection, "data-a");
  gtk_widget_activate_action (GTK_WIDGET (lp_window_get_canvas (fixture->window)), "canvas.delete", NULL);
  g_assert_null (lp_document_get_component (fixture->document, "orders"));
  lp_selection_set (fixture->stage->selection, NULL);
  activate (fixture, "win.undo");
  g_assert_cmpstr (lp_selection_get_single (fixture->stage->selection), ==, "data-a");
}

static void
nudge (Fixture *fixture, double x)
{
  gtk_widget_activate_action (GTK_WIDGET (lp_window_get_canvas (fixture->window)), "canvas.nudge", "(dd)", x, 0.0);
  wait_until (is_painted, fixture->window);
}

/* A run of nudges is undone at once; another thing's nudge is a step of its own. */
static void
test_nudges_join (Fixture *fixture, gconstpointer data)
{
  lp_selection_set (fixture->stage->selection, "orders");
  double before = lp_document_get_component (fixture->document, "orders")->at.x;
  nudge (fixture, 8);
  nudge (fixture, 8);
  nudge (fixture, 8);
  g_assert_cmpfloat (lp_document_get_component (fixture->document, "orders")->at.x, ==, before + 24);
  lp_selection_set (fixture->stage->selection, "main");
  nudge (fixture, 8);
  activate (fixture, "win.undo");
  g_assert_cmpfloat (lp_document_get_component (fixture->document, "orders")->at.x, ==, before + 24);
  activate (fixture, "win.undo");
  g_assert_cmpfloat (lp_document_get_component (fixture->document, "orders")->at.x, ==, before);
  g_assert_false (lp_document_can_undo (fixture->document));
  activate (fixture, "win.redo");
  g_assert_cmpfloat (lp_document_get_component (fixture->document, "orders")->at.x, ==, before + 24);
}

static void
test_file_errors (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) missing = g_error_new (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "Error opening file: ENOENT");
  g_autofree char *text = lp_file_error_describe (missing, "/home/me/shop.loadpath");

  g_assert_cmpstr (text, ==,
                   "“/home/me/shop.loadpath” is not there. It may have been moved, renamed or deleted: open it from "
                   "where it is now.");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, window_set_up, function, window_tear_down)

int
main (int argc, char **argv)
{
  if (!window_test_init (&argc, &argv))
    return 0;
  ADD ("/window/sample", test_sample);
  ADD ("/window/drag-and-undo", test_drag_and_undo);
  ADD ("/window/place-by-keyboard", test_place_by_keyboard);
  ADD ("/window/mend", test_mend);
  ADD ("/window/invalid-quantity", test_invalid_quantity);
  ADD ("/window/walk-findings", test_walk_findings);
  ADD ("/window/mark", test_mark);
  ADD ("/window/canvas-keys", test_canvas_keys);
  ADD ("/window/zoom", test_zoom);
  ADD ("/window/save-and-reopen", test_save_and_reopen);
  ADD ("/window/export", test_export);
  ADD ("/window/narrow", test_narrow);
  ADD ("/window/search-clears", test_search_clears);
  ADD ("/window/undo-selects", test_undo_selects);
  ADD ("/window/nudges-join", test_nudges_join);
  ADD ("/window/file-errors", test_file_errors);
  ADD ("/window/question", test_question);
  ADD ("/window/scenario", test_scenario);
  ADD ("/window/same-question", test_same_question);
  ADD ("/window/zone-question", test_zone_question);
  ADD ("/window/spans", test_spans);
  ADD ("/window/panel-width", test_panel_width);
  return window_test_run ();
}
