/* The gallery of the start view: found by typing, walked by the arrow keys, opened, and what its cards say. */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "base/resources.h"
#include "learning/attempt.h"
#include "learning/own-scenarios.h"
#include "ui/gallery/card.h"
#include "ui/start/start-view.h"
#include "window-fixture.h"

#define A_SCENARIO "ha-web-three-tier"
#define ANOTHER "block-ip-nlb"

typedef struct
{
  LpWindow *window;
  LpGallery *gallery;
} Gallery;

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  GtkWidget *found = NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

static gboolean
is_filled (gpointer gallery)
{
  return lp_gallery_is_filled (gallery);
}

static void
set_up (Gallery *fixture, gconstpointer data)
{
  lp_progress_reset (lp_progress_get_default (), NULL);
  lp_attempt_forget (A_SCENARIO);
  lp_attempt_forget (ANOTHER);
  fixture->window = lp_window_new (ADW_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->gallery = LP_GALLERY (find_widget (GTK_WIDGET (fixture->window), LP_TYPE_GALLERY));
  wait_until (is_filled, fixture->gallery);
}

static void
tear_down (Gallery *fixture, gconstpointer data)
{
  lp_window_close_now (fixture->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
has_view (gpointer window)
{
  return lp_window_get_view (window) != NULL;
}

static const char *
open_id (LpWindow *window)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (lp_session_get_document (lp_window_get_session (window)));
  const LpScenario *scenario = lp_scenario_of_design (design);

  return scenario != NULL ? scenario->id : NULL;
}

static GtkWidget *
search_of (Gallery *fixture)
{
  return find_widget (GTK_WIDGET (fixture->gallery), GTK_TYPE_SEARCH_ENTRY);
}

/* Every scenario has its card; those in sight get their pictures. */
static gboolean
has_picture (gpointer card)
{
  return lp_card_has_picture (card);
}

static void
test_cards (Gallery *fixture, gconstpointer data)
{
  const GPtrArray *order = lp_gallery_get_order ();
  const LpScenario *first = order->pdata[0];

  g_assert_cmpuint (lp_gallery_get_n_shown (fixture->gallery), ==, order->len);
  for (guint i = 0; i < order->len; i++)
    g_assert_nonnull (lp_gallery_find_card (fixture->gallery, ((LpScenario *) order->pdata[i])->id));
  wait_until (has_picture, lp_gallery_find_card (fixture->gallery, first->id));
}

static void
test_search (Gallery *fixture, gconstpointer data)
{
  lp_gallery_search (fixture->gallery, A_SCENARIO);
  g_assert_cmpuint (lp_gallery_get_n_shown (fixture->gallery), ==, 1);
  g_assert_null (lp_gallery_find_card (fixture->gallery, ANOTHER));
  lp_gallery_search (fixture->gallery, "there is nothing like this");
  g_assert_cmpuint (lp_gallery_get_n_shown (fixture->gallery), ==, 0);
  g_assert_true (gtk_widget_get_mapped (find_button (GTK_WIDGET (fixture->gallery), "Show _All")));
  gtk_widget_activate_action (GTK_WIDGET (fixture->gallery), "gallery.show-all", NULL);
  g_assert_cmpuint (lp_gallery_get_n_shown (fixture->gallery), ==, lp_gallery_get_order ()->len);
  g_assert_false (gtk_widget_get_mapped (find_button (GTK_WIDGET (fixture->gallery), "Show _All")));
}

/* The nth of the two lists of the filter. */
static GtkDropDown *
find_list (GtkWidget *search, guint n)
{
  for (GtkWidget *sibling = gtk_widget_get_next_sibling (search); sibling != NULL;
       sibling = gtk_widget_get_next_sibling (sibling))
    if (n-- == 0)
      return GTK_DROP_DOWN (sibling);
  return NULL;
}

static void
test_filter (Gallery *fixture, gconstpointer data)
{
  const GPtrArray *order = lp_gallery_get_order ();
  GtkDropDown *kinds = find_list (search_of (fixture), 0), *states = find_list (search_of (fixture), 1);
  guint n_repair = 0;

  for (guint i = 0; i < order->len; i++)
    n_repair += ((LpScenario *) order->pdata[i])->kind == LP_SCENARIO_REPAIR;
  gtk_drop_down_set_selected (kinds, 1 + LP_SCENARIO_REPAIR);
  g_assert_cmpuint (lp_gallery_get_n_shown (fixture->gallery), ==, n_repair);
  gtk_drop_down_set_selected (states, 1 + LP_PROGRESS_PASSED);
  g_assert_cmpuint (lp_gallery_get_n_shown (fixture->gallery), ==, 0);
  lp_progress_begin (lp_progress_get_default (), A_SCENARIO);
  lp_progress_submit (lp_progress_get_default (), A_SCENARIO, 3, 3, lp_day_today ());
  g_assert_cmpuint (lp_gallery_get_n_shown (fixture->gallery), ==, 1);
  gtk_drop_down_set_selected (kinds, 1 + LP_SCENARIO_QUIZ);
  g_assert_cmpuint (lp_gallery_get_n_shown (fixture->gallery), ==, 0);
}

/* Enter in the search opens what is found, as an attempt: with the words in its title before others. */
static void
test_enter (Gallery *fixture, gconstpointer data)
{
  lp_gallery_search (fixture->gallery, "lives through the loss of a zone");
  g_signal_emit_by_name (search_of (fixture), "activate");
  wait_until (has_view, fixture->window);
  g_assert_cmpstr (open_id (fixture->window), ==, A_SCENARIO);
  g_assert_true (lp_attempt_exists (A_SCENARIO));
  g_assert_true (lp_progress_get (lp_progress_get_default (), A_SCENARIO)->running);
  g_autoptr (GFile) file = lp_attempt_get_file (A_SCENARIO);
  g_assert_true (g_file_equal (lp_session_get_file (lp_window_get_session (fixture->window)), file));
}

static void
move (Gallery *fixture, GtkDirectionType direction)
{
  gtk_widget_child_focus (GTK_WIDGET (fixture->window), direction);
}

static GtkWidget *
focused (Gallery *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

/* Which of the two is left of or above the other. */
static double
distance (Gallery *fixture, GtkWidget *from, GtkWidget *to, gboolean across)
{
  graphene_point_t point;

  g_assert_true (gtk_widget_compute_point (from, GTK_WIDGET (fixture->window), &GRAPHENE_POINT_INIT (0, 0), &point));
  graphene_point_t other;
  g_assert_true (gtk_widget_compute_point (to, GTK_WIDGET (fixture->window), &GRAPHENE_POINT_INIT (0, 0), &other));
  return across ? (double) (other.x - point.x) : (double) (other.y - point.y);
}

static void
test_arrows (Gallery *fixture, gconstpointer data)
{
  lp_gallery_search (fixture->gallery, "block-ip");
  GtkWidget *search = search_of (fixture);
  gtk_widget_grab_focus (search);
  /* The list of kinds, that of progress, the cards. */
  for (guint i = 0; i < 10 && !LP_IS_CARD (focused (fixture)); i++)
    move (fixture, GTK_DIR_TAB_FORWARD);
  GtkWidget *first = focused (fixture);
  g_assert_true (LP_IS_CARD (first));
  wait_until (has_picture, first);
  move (fixture, GTK_DIR_RIGHT);
  GtkWidget *second = focused (fixture);
  g_assert_true (LP_IS_CARD (second) && second != first);
  g_assert_cmpfloat (distance (fixture, first, second, TRUE), >, 0);
  g_assert_cmpfloat (distance (fixture, first, second, FALSE), ==, 0);
  move (fixture, GTK_DIR_LEFT);
  g_assert_true (focused (fixture) == first);
  /* Shift+Tab leaves all of them at once, and Tab comes back to the same one. */
  move (fixture, GTK_DIR_RIGHT);
  move (fixture, GTK_DIR_TAB_BACKWARD);
  g_assert_false (LP_IS_CARD (focused (fixture)));
  move (fixture, GTK_DIR_TAB_FORWARD);
  g_assert_true (focused (fixture) == second);
  const char *id = lp_card_get_scenario (LP_CARD (second))->id;
  gtk_widget_activate (second);
  wait_until (has_view, fixture->window);
  g_assert_cmpstr (open_id (fixture->window), ==, id);
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

static void
test_progress (Gallery *fixture, gconstpointer data)
{
  LpProgress *progress = lp_progress_get_default ();
  GtkWidget *gallery = GTK_WIDGET (fixture->gallery);

  g_assert_true (says (lp_gallery_find_card (fixture->gallery, A_SCENARIO), "Not begun"));
  g_assert_false (says (gallery, "Continue"));
  lp_progress_begin (progress, A_SCENARIO);
  g_assert_true (lp_attempt_begin (A_SCENARIO, lp_scenarios_find (A_SCENARIO)->start, NULL));
  lp_progress_take_hints (progress, A_SCENARIO, 1);
  g_assert_true (says (gallery, "Continue"));
  g_assert_true (says (lp_gallery_find_card (fixture->gallery, A_SCENARIO), "Begun"));
  lp_progress_submit (progress, A_SCENARIO, 1, 3, lp_day_today () - 1);
  g_assert_false (says (gallery, "Continue"));
  g_assert_true (says (gallery, "Due today: 1"));
  g_assert_true (says (lp_gallery_find_card (fixture->gallery, A_SCENARIO), "Tried: 1 of 3"));
  lp_progress_try_again (progress, A_SCENARIO);
  lp_progress_submit (progress, A_SCENARIO, 3, 3, lp_day_today ());
  g_assert_true (says (lp_gallery_find_card (fixture->gallery, A_SCENARIO), "Passed"));
}

/* What a screen reader says of a card. */
static void
test_name (void)
{
  const LpScenario made = {
    .minutes = 15, .kind = LP_SCENARIO_REPAIR, .title = { { (char *) "Who is calling?", (char *) "누구입니까?" } }
  };
  g_autofree char *begun_not = lp_card_describe (&made, &(LpScenarioProgress){ 0 });
  g_autofree char *tried
      = lp_card_describe (&made, &(LpScenarioProgress){ .state = LP_PROGRESS_TRIED, .best = { 1, 2, 4, 0, 0 } });

  g_assert_cmpstr (begun_not, ==, "Who is calling?, repair, 15 minutes, not begun");
  g_assert_cmpstr (tried, ==, "Who is calling?, repair, 15 minutes, tried: 2 of 4");
}

/* An attempt goes on where it was; what is due begins anew. */
static void
test_again (Gallery *fixture, gconstpointer data)
{
  LpProgress *progress = lp_progress_get_default ();
  g_autoptr (GFile) file = lp_attempt_get_file (A_SCENARIO);

  g_assert_true (lp_attempt_begin (A_SCENARIO, lp_scenarios_find (A_SCENARIO)->reference, NULL));
  lp_progress_begin (progress, A_SCENARIO);
  gtk_widget_activate (lp_gallery_find_card (fixture->gallery, A_SCENARIO));
  wait_until (has_view, fixture->window);
  g_autoptr (LpDesign) going_on
      = lp_document_snapshot (lp_session_get_document (lp_window_get_session (fixture->window)));
  g_assert_cmpuint (lp_design_get_n_components (going_on), ==,
                    lp_design_get_n_components (lp_scenarios_find (A_SCENARIO)->reference));
  g_assert_false (lp_attempt_has_last (A_SCENARIO));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.close", NULL);
  lp_progress_submit (progress, A_SCENARIO, 1, 3, lp_day_today () - 1);
  gtk_widget_activate (lp_gallery_find_card (fixture->gallery, A_SCENARIO));
  wait_until (has_view, fixture->window);
  g_assert_true (lp_attempt_has_last (A_SCENARIO));
  g_assert_true (lp_progress_get (progress, A_SCENARIO)->running);
}

static void
answer_reset (Gallery *fixture, const char *response)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->gallery), "gallery.reset", NULL);
  AdwMessageDialog *dialog = find_question (NULL);
  g_assert_nonnull (dialog);
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gboolean
offers_undo (gpointer window)
{
  return find_button (window, "_Undo") != NULL;
}

/* Nothing goes without an answer, and it can be taken back, attempts included. */
static void
test_reset (Gallery *fixture, gconstpointer data)
{
  LpProgress *progress = lp_progress_get_default ();

  g_assert_true (lp_attempt_begin (A_SCENARIO, lp_scenarios_find (A_SCENARIO)->start, NULL));
  lp_progress_begin (progress, A_SCENARIO);
  lp_progress_begin (progress, ANOTHER);
  lp_progress_submit (progress, ANOTHER, 1, 3, lp_day_today ());
  answer_reset (fixture, "cancel");
  g_assert_true (lp_attempt_exists (A_SCENARIO));
  answer_reset (fixture, "reset");
  g_assert_false (lp_attempt_exists (A_SCENARIO));
  g_assert_cmpint (lp_progress_get (progress, A_SCENARIO)->state, ==, LP_PROGRESS_NEW);
  g_assert_cmpint (lp_progress_get (progress, ANOTHER)->state, ==, LP_PROGRESS_NEW);
  wait_until (offers_undo, fixture->window);
  g_signal_emit_by_name (find_button (GTK_WIDGET (fixture->window), "_Undo"), "clicked");
  g_assert_true (lp_attempt_exists (A_SCENARIO));
  g_assert_cmpint (lp_progress_get (progress, A_SCENARIO)->state, ==, LP_PROGRESS_BEGUN);
  g_assert_cmpint (lp_progress_get (progress, ANOTHER)->state, ==, LP_PROGRESS_TRIED);
}

/* A scenario like a built-in one, with another id, is the person's own. */
static void
add_own (const char *id)
{
  g_autoptr (GBytes) bytes = lp_resources_load ("scenarios/" A_SCENARIO ".json", NULL);
  g_autofree char *file = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) parts = g_strsplit (file, "\"" A_SCENARIO "\"", 2);
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", id), *text = g_strjoinv (quoted, parts);
  g_autoptr (GBytes) mine = g_bytes_new (text, strlen (text));

  g_assert_nonnull (lp_own_scenarios_add (NULL, mine, id, NULL));
}

static void
remove_own (const char *id)
{
  g_autoptr (GBytes) bytes = lp_own_scenarios_remove (NULL, id, NULL);

  g_assert_nonnull (bytes);
}

/* One that the person has made stands before all others, as soon as the gallery is seen again. */
static void
test_own (Gallery *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  g_assert_false (says (GTK_WIDGET (fixture->gallery), "Your own"));
  gtk_widget_activate_action (window, "win.open-sample", NULL);
  wait_until (has_view, window);
  add_own ("my-shop");
  gtk_widget_activate_action (window, "win.gallery", NULL);
  wait_until (is_filled, fixture->gallery);
  g_assert_true (says (GTK_WIDGET (fixture->gallery), "Your own"));
  g_assert_cmpuint (lp_gallery_get_n_shown (fixture->gallery), ==, lp_scenarios_get ()->len + 1);
  gtk_widget_activate (lp_gallery_find_card (fixture->gallery, "my-shop"));
  wait_until (has_view, window);
  g_assert_cmpstr (open_id (fixture->window), ==, "my-shop");
  remove_own ("my-shop");
}

/* A real key. */
static void
press (const char *key)
{
  g_autofree char *line = g_strdup_printf (
      "sh -c 'xdotool search --onlyvisible --name Loadpath windowfocus; sleep 0.1; xdotool key %s'", key);

  g_assert_true (g_spawn_command_line_async (line, NULL));
}

static gboolean
has_menu (gpointer card)
{
  GtkWidget *popover = find_widget (card, GTK_TYPE_POPOVER_MENU);

  return popover != NULL && gtk_widget_get_mapped (popover);
}

static gboolean
is_focused (gpointer card)
{
  return gtk_widget_has_focus (card);
}

static gboolean
is_without_shop (gpointer gallery)
{
  return lp_gallery_is_filled (gallery) && lp_gallery_find_card (gallery, "my-shop") == NULL;
}

/* Whoever made one can delete it, and take that back; the built-in ones stay. */
static void
test_delete_own (Gallery *fixture, gconstpointer data)
{
  LpGallery *gallery = fixture->gallery;
  guint n = lp_scenarios_get ()->len;

  add_own ("my-shop");
  add_own ("my-store");
  lp_gallery_refresh (gallery);
  wait_until (is_filled, gallery);
  g_assert_cmpuint (lp_gallery_get_n_shown (gallery), ==, n + 2);
  gtk_widget_grab_focus (lp_gallery_find_card (gallery, "my-shop"));
  press ("shift+F10");
  wait_until (has_menu, lp_gallery_find_card (gallery, "my-shop"));
  g_assert_false (gtk_widget_get_has_tooltip (lp_gallery_find_card (gallery, "my-shop")));
  press ("Escape");
  wait_until (is_focused, lp_gallery_find_card (gallery, "my-shop"));
  press ("Delete");
  wait_until (is_without_shop, gallery);
  g_assert_cmpuint (lp_gallery_get_n_shown (gallery), ==, n + 1);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == lp_gallery_find_card (gallery, "my-store"));
  wait_until (offers_undo, fixture->window);
  g_signal_emit_by_name (find_button (GTK_WIDGET (fixture->window), "_Undo"), "clicked");
  wait_until (is_filled, gallery);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == lp_gallery_find_card (gallery, "my-shop"));
  g_assert_cmpuint (lp_gallery_get_n_shown (gallery), ==, n + 2);
  remove_own ("my-shop");
  remove_own ("my-store");
}

/* In front of a drawing: the keys do nothing to what is not seen, and it comes back. */
static void
test_in_front (Gallery *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  gtk_widget_activate_action (window, "win.open-sample", NULL);
  wait_until (has_view, window);
  LpDocumentView *view = lp_window_get_view (fixture->window);
  gtk_widget_activate_action (window, "win.gallery", NULL);
  g_assert_null (lp_window_get_session (fixture->window));
  g_assert_true (gtk_widget_get_child_visible (GTK_WIDGET (fixture->gallery)));
  gtk_widget_activate_action (window, "win.close", NULL);
  g_assert_true (lp_window_get_view (fixture->window) == view);
  gtk_widget_activate_action (window, "win.gallery", NULL);
  lp_gallery_search (fixture->gallery, ANOTHER);
  g_signal_emit_by_name (search_of (fixture), "stop-search");
  g_assert_null (lp_window_get_session (fixture->window));
  g_signal_emit_by_name (search_of (fixture), "stop-search");
  g_assert_true (lp_window_get_view (fixture->window) == view);
  gtk_widget_activate_action (window, "win.gallery", NULL);
  gtk_widget_activate_action (window, "win.open-scenario", "s", ANOTHER);
  wait_until (has_view, window);
  g_assert_cmpstr (open_id (fixture->window), ==, ANOTHER);
  g_assert_cmpuint (lp_window_get_n_views (fixture->window), ==, 2);
}

int
main (int argc, char **argv)
{
  if (!window_test_init (&argc, &argv))
    return 0;
#define ADD(path, test) g_test_add (path, Gallery, NULL, set_up, test, tear_down)
  ADD ("/gallery/cards", test_cards);
  ADD ("/gallery/search", test_search);
  ADD ("/gallery/filter", test_filter);
  ADD ("/gallery/enter", test_enter);
  ADD ("/gallery/arrows", test_arrows);
  ADD ("/gallery/progress", test_progress);
  g_test_add_func ("/gallery/name", test_name);
  ADD ("/gallery/again", test_again);
  ADD ("/gallery/reset", test_reset);
  ADD ("/gallery/own", test_own);
  ADD ("/gallery/delete-own", test_delete_own);
  ADD ("/gallery/in-front", test_in_front);
  return window_test_run ();
}
