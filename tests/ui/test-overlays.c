/* What floats over the drawing in the real window: the picker, the find bar, questions, layers, the legend. */
#include "base/json-node.h"
#include "model/edit.h"
#include "ui/commands/commands.h"
#include "ui/commands/picker.h"
#include "ui/find/find-bar.h"
#include "ui/legend/legend.h"
#include "ui/questions/question-view.h"
#include "window-fixture.h"

#define ADD(path, test) g_test_add (path, Fixture, NULL, window_set_up, test, window_tear_down)

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
canvas_of (Fixture *fixture)
{
  return GTK_WIDGET (lp_window_get_canvas (fixture->window));
}

static void
type_into (GtkWidget *widget, GType type, const char *text)
{
  GtkWidget *entry = find_widget (widget, type);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

/* --- the picker -------------------------------------------------------------------------------------- */

static void
test_place (Fixture *fixture, gconstpointer data)
{
  guint before = n_components (fixture);

  activate (fixture, "win.commands");
  GtkWidget *picker = find_widget (canvas_of (fixture), LP_TYPE_PICKER);
  type_into (picker, GTK_TYPE_ENTRY, "nlb");
  g_signal_emit_by_name (find_widget (picker, GTK_TYPE_ENTRY), "activate");
  g_assert_cmpuint (n_components (fixture), ==, before + 1);
  const LpComponent *placed = lp_document_get_component (
      fixture->document, lp_selection_get_single (fixture->stage->selection));
  g_assert_cmpstr (placed->kind, ==, "nlb");
  activate (fixture, "win.undo");
  g_assert_false (lp_document_is_modified (fixture->document));
}

static void
test_jump (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "win.commands");
  GtkWidget *picker = find_widget (canvas_of (fixture), LP_TYPE_PICKER);
  type_into (picker, GTK_TYPE_ENTRY, "order-events");
  g_signal_emit_by_name (find_widget (picker, GTK_TYPE_ENTRY), "activate");
  g_assert_cmpstr (lp_selection_get_single (fixture->stage->selection), ==, "order-events");
  g_assert_false (lp_document_is_modified (fixture->document));
}

static void
test_run_command (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "win.commands");
  GtkWidget *picker = find_widget (canvas_of (fixture), LP_TYPE_PICKER);
  type_into (picker, GTK_TYPE_ENTRY, "select everything");
  g_signal_emit_by_name (find_widget (picker, GTK_TYPE_ENTRY), "activate");
  g_assert_cmpuint (lp_selection_get_size (fixture->stage->selection), >, 10);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) commands = lp_commands_collect (canvas_of (fixture));
  gboolean has_save = FALSE, has_align = FALSE;

  for (guint i = 0; i < commands->len; i++)
    {
      const LpCommand *command = commands->pdata[i];
      /* Who adds an action gives it a name in commands.c. */
      if (!lp_commands_is_named (command->action))
        g_test_message ("no name: %s", command->action);
      g_assert_cmpstr (command->title, !=, "");
      if (g_str_equal (command->action, "canvas.align::left"))
        has_align = g_strcmp0 (command->keys, "<Shift><Alt>l") == 0;
      if (g_str_equal (command->action, "win.save"))
        has_save = g_strcmp0 (command->keys, "<Control>s") == 0;
      if (g_str_equal (command->action, "canvas.rename"))
        g_assert_cmpstr (command->keys, ==, "F2");
    }
  g_assert_true (has_save);
  g_assert_true (has_align);
}

/* --- finding ----------------------------------------------------------------------------------------- */

static void
test_find (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "win.find");
  GtkWidget *bar = find_widget (GTK_WIDGET (fixture->window), LP_TYPE_FIND_BAR);
  g_assert_true (gtk_widget_get_visible (bar));
  type_into (bar, GTK_TYPE_SEARCH_ENTRY, "subnet");
  guint n = g_strv_length (fixture->stage->found);
  g_assert_cmpuint (n, >, 2);
  g_autofree char *first = g_strdup (lp_selection_get_single (fixture->stage->selection));
  g_assert_cmpstr (first, ==, fixture->stage->found[0]);
  activate (fixture, "win.find-next");
  g_assert_cmpstr (lp_selection_get_single (fixture->stage->selection), ==, fixture->stage->found[1]);
  activate (fixture, "win.find-previous");
  activate (fixture, "win.find-previous");
  g_assert_cmpstr (lp_selection_get_single (fixture->stage->selection), ==, fixture->stage->found[n - 1]);
  type_into (bar, GTK_TYPE_SEARCH_ENTRY, "no such thing");
  g_assert_null (fixture->stage->found);
  type_into (bar, GTK_TYPE_SEARCH_ENTRY, "HA-004");
  g_assert_cmpstr (lp_selection_get_single (fixture->stage->selection), ==, "orders");
  g_signal_emit_by_name (find_widget (bar, GTK_TYPE_SEARCH_ENTRY), "stop-search");
  g_assert_null (fixture->stage->found);
  g_assert_cmpstr (lp_selection_get_single (fixture->stage->selection), ==, "orders");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == canvas_of (fixture));
}

/* --- questions --------------------------------------------------------------------------------------- */

static void
ask_for_multi_az (Fixture *fixture)
{
  lp_document_begin (fixture->document, "Forget");
  g_assert_true (lp_edit_set_property (fixture->document, "orders", "multi_az", NULL, NULL));
  g_assert_true (lp_document_commit (fixture->document));
  wait_until (is_reviewed, fixture->window);
}

static JsonNode *
multi_az (Fixture *fixture)
{
  return lp_properties_lookup (lp_document_get_component (fixture->document, "orders")->set, "multi_az");
}

static void
test_question (Fixture *fixture, gconstpointer data)
{
  ask_for_multi_az (fixture);
  g_assert_null (multi_az (fixture));
  activate (fixture, "win.next-question");
  GtkWidget *view = find_widget (canvas_of (fixture), LP_TYPE_QUESTION_VIEW);
  g_assert_nonnull (view);
  g_signal_emit_by_name (find_button (view, "Yes"), "clicked");
  g_assert_true (json_node_get_boolean (multi_az (fixture)));
  activate (fixture, "win.undo");
  g_assert_null (multi_az (fixture));
}

static void
test_left_open (Fixture *fixture, gconstpointer data)
{
  ask_for_multi_az (fixture);
  activate (fixture, "win.next-question");
  g_signal_emit_by_name (find_button (find_widget (canvas_of (fixture), LP_TYPE_QUESTION_VIEW), "Not Known"),
                         "clicked");
  g_assert_null (multi_az (fixture));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  /* It is not asked again. */
  activate (fixture, "win.next-question");
  g_assert_null (find_widget (canvas_of (fixture), LP_TYPE_QUESTION_VIEW));
}

/* GTK asks a popover's content for its height at a width that includes the shadow. */
static void
test_question_height (Fixture *fixture, gconstpointer data)
{
  int width, height, wider;

  ask_for_multi_az (fixture);
  activate (fixture, "win.next-question");
  GtkWidget *view = find_widget (canvas_of (fixture), LP_TYPE_QUESTION_VIEW);
  g_assert_nonnull (view);
  gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, 2 * width, NULL, &wider, NULL, NULL);
  g_assert_cmpint (wider, ==, height);
}

/* --- what is shown ----------------------------------------------------------------------------------- */

static void
test_layers (Fixture *fixture, gconstpointer data)
{
  LpCanvas *canvas = lp_window_get_canvas (fixture->window);
  guint whole = lp_draw_list_get_size (lp_scene_get_list (fixture->stage->scene));
  guint before = n_components (fixture);

  lp_selection_set (fixture->stage->selection, "orders");
  lp_canvas_set_hidden_layers (canvas, ~1u & 0xff);
  g_assert_cmpuint (lp_draw_list_get_size (lp_scene_get_list (fixture->stage->scene)), <, whole);
  g_assert_cmpuint (lp_selection_get_size (fixture->stage->selection), ==, 0);
  g_assert_cmpuint (n_components (fixture), ==, before);
  g_assert_false (lp_document_is_modified (fixture->document));
  lp_canvas_set_hidden_layers (canvas, 0);
  g_assert_cmpuint (lp_draw_list_get_size (lp_scene_get_list (fixture->stage->scene)), ==, whole);
}

static void
test_legend (Fixture *fixture, gconstpointer data)
{
  GtkWidget *legend = find_widget (GTK_WIDGET (fixture->window), LP_TYPE_LEGEND);

  g_assert_false (gtk_widget_get_visible (legend));
  activate (fixture, "win.toggle-legend");
  g_assert_true (gtk_widget_get_visible (legend));
  activate (fixture, "win.toggle-legend");
  g_assert_false (gtk_widget_get_visible (legend));
}

int
main (int argc, char **argv)
{
  if (!window_test_init (&argc, &argv))
    return 0;
  ADD ("/overlays/pick/place", test_place);
  ADD ("/overlays/pick/jump", test_jump);
  ADD ("/overlays/pick/command", test_run_command);
  ADD ("/overlays/pick/names", test_names);
  ADD ("/overlays/find", test_find);
  ADD ("/overlays/question/answer", test_question);
  ADD ("/overlays/question/left-open", test_left_open);
  ADD ("/overlays/question/height", test_question_height);
  ADD ("/overlays/layers", test_layers);
  ADD ("/overlays/legend", test_legend);
  return window_test_run ();
}
