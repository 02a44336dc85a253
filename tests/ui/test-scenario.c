/* A scenario from its first hint to its lesson, with real keys and clicks in the real window. */
#include "learning/attempt.h"
#include "learning/progress.h"
#include "model/edit.h"
#include "ui/scenarios/compare-bar.h"
#include "window-fixture.h"

#define ID "ha-web-three-tier"

/* --- a person ---------------------------------------------------------------------------------------- */

static void
run_xdotool (const char *command)
{
  g_autofree char *line = g_strdup_printf (
      "sh -c 'xdotool search --onlyvisible --name \"web shop\" windowfocus; sleep 0.1; xdotool %s'", command);
  g_autoptr (GError) error = NULL;
  g_assert_true (g_spawn_command_line_async (line, &error));
  g_assert_no_error (error);
}

static void
press (const char *key)
{
  g_autofree char *command = g_strdup_printf ("key --clearmodifiers %s", key);
  run_xdotool (command);
}

static gboolean
set_true (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static graphene_rect_t
bounds_of (GtkWidget *widget)
{
  graphene_rect_t bounds;
  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (gtk_widget_get_root (widget)), &bounds));
  return bounds;
}

/* What is at the end of the page is scrolled to first. */
static void
click (GtkWidget *widget)
{
  graphene_rect_t bounds, before;
  double x, y;
  GtkRoot *root = gtk_widget_get_root (widget);

  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  do
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
      gboolean later = FALSE;
      before = bounds_of (widget);
      g_timeout_add (400, set_true, &later);
      wait_until (is_true, &later);
      bounds = bounds_of (widget);
    }
  while (!graphene_rect_equal (&bounds, &before));
  gtk_native_get_surface_transform (GTK_NATIVE (root), &x, &y);
  g_autofree char *command
      = g_strdup_printf ("mousemove %d %d click 1", (int) (x + bounds.origin.x + bounds.size.width / 2),
                         (int) (y + bounds.origin.y + bounds.size.height / 2));
  run_xdotool (command);
}

/* --- what is seen ------------------------------------------------------------------------------------- */

typedef struct
{
  LpWindow *window;
  LpScenarioPage *page;
  LpWorking *working;
  LpCompareBar *bar;
  const char *text;
} Scene;

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_said (gpointer data)
{
  const Scene *scene = data;
  return find_label (GTK_WIDGET (scene->page), scene->text) != NULL;
}

static void
wait_for_text (Scene *scene, const char *text)
{
  scene->text = text;
  g_test_message ("waiting for “%s”", text);
  wait_until (is_said, scene);
}

static void
assert_not_said (Scene *scene, const char *text)
{
  g_assert_null (find_label (GTK_WIDGET (scene->page), text));
}

static gboolean
is_the_attempt (gpointer data)
{
  const Scene *scene = data;
  LpWorking *working = lp_scenario_page_get_working (scene->page);
  return working != NULL && lp_working_get_live (working) != NULL && gtk_widget_get_mapped (GTK_WIDGET (scene->page));
}

static gboolean
is_graded (gpointer data)
{
  return lp_working_get_grade (((const Scene *) data)->working) != NULL;
}

static gboolean
is_compared (gpointer data)
{
  return lp_compare_bar_get_with (((const Scene *) data)->bar) != LP_COMPARED_WITH_NOTHING;
}

static gboolean
is_not_compared (gpointer data)
{
  return !is_compared (data);
}

static gboolean
is_laid_over (gpointer data)
{
  const LpStage *stage = lp_canvas_get_stage (lp_window_get_canvas (((const Scene *) data)->window));
  return stage->mend != NULL && lp_scene_get_fold (stage->scene)->whole == stage->mend->shown;
}

static guint
count_findings (Scene *scene, const char *rule)
{
  LpReview *review = lp_session_get_review (lp_window_get_session (scene->window));
  guint n = 0;
  for (guint i = 0; i < review->findings->len; i++)
    n += g_str_equal (((const LpFinding *) review->findings->pdata[i])->rule, rule);
  return n;
}

static void
open_scenario (Fixture *fixture, Scene *scene)
{
  lp_progress_reset (lp_progress_get_default (), NULL);
  lp_attempt_forget (ID);
  scene->window = fixture->window;
  scene->page = lp_window_get_scenario_page (fixture->window);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-scenario", "s", ID);
  g_test_message ("opening");
  wait_until (is_the_attempt, scene);
  g_test_message ("painting");
  wait_until (is_painted, fixture->window);
  scene->working = lp_scenario_page_get_working (scene->page);
  scene->bar = lp_compare_bar_of (lp_window_get_view (fixture->window));
}

static void
become_reference (Scene *scene)
{
  LpDocument *document = lp_session_get_document (lp_window_get_session (scene->window));
  g_autoptr (GError) error = NULL;

  lp_document_begin (document, "Mend");
  lp_edit_set_property (document, "orders", "multi_az", json_node_init_boolean (json_node_alloc (), TRUE), &error);
  g_assert_no_error (error);
  g_assert_true (lp_edit_move_into (document, "web-2", "app-c", (LpPoint){ 120, 44 }, &error));
  g_assert_no_error (error);
  lp_document_commit (document);
  wait_until (is_reviewed, scene->window);
}

/* --- tests ------------------------------------------------------------------------------------------- */

static void
test_through (Fixture *fixture, gconstpointer data)
{
  Scene scene = { 0 };
  open_scenario (fixture, &scene);
  LpDocument *document = lp_session_get_document (lp_window_get_session (fixture->window));

  /* A hint, by its button; it is recorded. */
  wait_for_text (&scene, "Goals: 1 of 4 reached");
  g_assert_cmpuint (count_findings (&scene, "HA-012"), ==, 0);
  click (find_button (GTK_WIDGET (scene.page), "Show a Hint (1 of 3)"));
  wait_for_text (&scene, "1. ");
  g_assert_cmpuint (lp_progress_get (lp_progress_get_default (), ID)->hints, ==, 1);
  assert_not_said (&scene, "The Lesson");

  /* Submitted as it is: what is missed, and why, and the findings come back. */
  press ("ctrl+Return");
  wait_until (is_graded, &scene);
  wait_for_text (&scene, "1 of 4 goals are met");
  wait_for_text (&scene, "Missed");
  wait_for_text (&scene, "orders runs without Multi-AZ");
  wait_for_text (&scene, "1 hint");
  wait_for_text (&scene, "The Lesson");
  g_assert_cmpuint (count_findings (&scene, "HA-012"), ==, 1);
  g_assert_cmpuint (lp_progress_get (lp_progress_get_default (), ID)->last.met, ==, 1);

  /* What decides is shown on the drawing. */
  GtkWidget *show = find_button (GTK_WIDGET (scene.page), "Show in the Drawing");
  g_signal_emit_by_name (show, "clicked");
  LpStage *stage = lp_canvas_get_stage (lp_window_get_canvas (fixture->window));
  g_assert_true (g_strv_contains ((const char *const *) stage->lit, "web-1"));
  g_assert_true (g_strv_contains ((const char *const *) stage->lit, "web-2"));

  /* The reference over it, by keys; the document is not touched. */
  guint64 revision = lp_document_get_revision (document);
  press ("ctrl+alt+r");
  wait_until (is_laid_over, &scene);
  wait_for_text (&scene, "web-2: in app-a here, in app-c there");
  g_assert_true (g_strv_contains ((const char *const *) stage->mend->added, "~web-2"));
  g_assert_false (lp_stage_press (stage, (LpPoint){ 0, 0 }, LP_MODIFIER_NONE));
  gtk_widget_grab_focus (GTK_WIDGET (lp_window_get_canvas (fixture->window)));
  press ("Escape");
  wait_until (is_not_compared, &scene);
  g_assert_null (stage->mend);
  g_assert_cmpuint (lp_document_get_revision (document), ==, revision);
  assert_not_said (&scene, "web-2: in app-a here");

  /* Mended: the goals tick as they did, and it is submitted again. */
  become_reference (&scene);
  wait_for_text (&scene, "The drawing now: 3 of 4 reached");
  wait_for_text (&scene, "The drawing is another one now");
  activate (fixture, "win.submit");
  wait_for_text (&scene, "3 of 4 goals are met");
  wait_for_text (&scene, "submitted 2 times");
  g_assert_cmpuint (lp_progress_get (lp_progress_get_default (), ID)->best.met, ==, 3);
}

static void
test_again (Fixture *fixture, gconstpointer data)
{
  Scene scene = { 0 };
  open_scenario (fixture, &scene);
  become_reference (&scene);
  activate (fixture, "win.take-hint");
  activate (fixture, "win.submit");
  wait_for_text (&scene, "3 of 4 goals are met");
  activate (fixture, "win.try-again");
  wait_until (is_reviewed, fixture->window);
  wait_for_text (&scene, "Goals: 1 of 4 reached");
  assert_not_said (&scene, "The Lesson");
  g_assert_cmpuint (count_findings (&scene, "HA-012"), ==, 0);
  g_assert_nonnull (find_button (GTK_WIDGET (scene.page), "Show a Hint (1 of 3)"));

  /* What was done in it is laid over what is there now. */
  activate (fixture, "win.compare-last");
  wait_until (is_laid_over, &scene);
  wait_for_text (&scene, "orders, “Multi-AZ”: no here, yes there");
  const LpDifferences *differences = lp_compare_bar_get_differences (scene.bar);
  g_assert_cmpuint (differences->list->len, ==, 2);
  lp_compare_bar_go_to (scene.bar, differences->list->pdata[0]);
  g_assert_nonnull (lp_canvas_get_stage (lp_window_get_canvas (fixture->window))->lit);
  /* An edit ends it. */
  become_reference (&scene);
  g_assert_true (is_not_compared (&scene));
  /* The reference is not to be had before it is submitted. */
  activate (fixture, "win.compare-reference");
  g_assert_true (is_not_compared (&scene));
}

/* Where the panel has no room of its own, the task is read first all the same. */
static void
test_situation (Fixture *fixture, gconstpointer data)
{
  Scene scene = { 0 };
  GtkWidget *page = GTK_WIDGET (lp_window_get_scenario_page (fixture->window));

  run_xdotool ("search --onlyvisible --name . windowsize %@ 800 600");
  wait_until (is_folded, gtk_widget_get_ancestor (page, ADW_TYPE_FLAP));
  open_scenario (fixture, &scene);
  wait_until (is_revealed, gtk_widget_get_ancestor (page, ADW_TYPE_FLAP));
  /* Somebody who puts it away to draw finds it so when the tab is seen again. */
  activate (fixture, "win.toggle-panel");
  wait_until (is_folded, gtk_widget_get_ancestor (page, ADW_TYPE_FLAP));
  activate (fixture, "win.gallery");
  activate (fixture, "win.leave-gallery");
  wait_until (is_painted, fixture->window);
  g_assert_false (adw_flap_get_reveal_flap (ADW_FLAP (gtk_widget_get_ancestor (page, ADW_TYPE_FLAP))));
}

/* What was not done is not said to be kept. */
static void
test_nothing_done (Fixture *fixture, gconstpointer data)
{
  Scene scene = { .text = "Begun anew" };

  open_scenario (fixture, &scene);
  activate (fixture, "win.submit");
  activate (fixture, "win.try-again");
  wait_until (is_reviewed, fixture->window);
  g_assert_false (lp_working_has_last (scene.working));
  GtkWidget *toast = find_label (GTK_WIDGET (fixture->window), scene.text);
  g_assert_nonnull (toast);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (toast)), ==, scene.text);
}

/* Whether the end of the last hint is seen. */
static gboolean
sees_last_hint (gpointer data)
{
  const Scene *scene = data;
  GtkWidget *hint = find_label (GTK_WIDGET (scene->page), scene->text);
  GtkWidget *scrolled = hint != NULL ? gtk_widget_get_ancestor (hint, GTK_TYPE_SCROLLED_WINDOW) : NULL;
  graphene_rect_t bounds;

  return hint != NULL && gtk_widget_compute_bounds (hint, scrolled, &bounds) && bounds.size.height > 0
         && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (scrolled);
}

/* What is asked for is seen, with keys too; and the keyboard does not go with the button of the last hint. */
static void
test_hints (Fixture *fixture, gconstpointer data)
{
  Scene scene = { 0 };

  open_scenario (fixture, &scene);
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u. ", i), *label = g_strdup_printf ("Show a Hint (%u of 3)", i);
      scene.text = number;
      gtk_widget_grab_focus (find_button (GTK_WIDGET (scene.page), label));
      activate (fixture, "win.take-hint");
      wait_until (sees_last_hint, &scene);
    }
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (scene.page)) && gtk_widget_get_mapped (focus));
}

/* In Korean a line may end inside a word: it gets no hyphen, which would stand out of the line. */
static void
assert_no_hyphens (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_label_get_wrap (GTK_LABEL (widget)))
    {
      PangoAttrList *attributes = gtk_label_get_attributes (GTK_LABEL (widget));
      g_assert_nonnull (attributes);
      g_autoptr (PangoAttrIterator) at = pango_attr_list_get_iterator (attributes);
      const PangoAttrInt *hyphens = (PangoAttrInt *) pango_attr_iterator_get (at, PANGO_ATTR_INSERT_HYPHENS);
      g_assert_nonnull (hyphens);
      g_assert_false (hyphens->value);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_no_hyphens (child);
}

/* Nothing of the page asks for more than a narrow window has. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  Scene scene = { 0 };
  int minimum;

  open_scenario (fixture, &scene);
  activate (fixture, "win.take-hint");
  activate (fixture, "win.submit");
  activate (fixture, "win.compare-reference");
  wait_until (is_laid_over, &scene);
  assert_no_hyphens (GTK_WIDGET (scene.page));
  gtk_widget_measure (GTK_WIDGET (scene.page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 340);
  gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, window_set_up, test, window_tear_down)

int
main (int argc, char **argv)
{
  if (!window_test_init (&argc, &argv))
    return 0;
  ADD ("/scenario/through", test_through);
  ADD ("/scenario/again", test_again);
  ADD ("/scenario/situation", test_situation);
  ADD ("/scenario/hints", test_hints);
  ADD ("/scenario/nothing-done", test_nothing_done);
  ADD ("/scenario/narrow", test_narrow);
  return window_test_run ();
}
