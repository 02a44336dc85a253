/* Segments and ends of a connection, dragged. */
#include "model/edit.h"
#include "stage-fixture.h"
#include "ui/canvas/arrange.h"
#include "ui/canvas/line.h"
#include "ui/canvas/link-new.h"

/* The horizontal or vertical lines of a route at `at`. */
static gboolean
has_segment_at (Fixture *fixture, gboolean level, double at)
{
  guint n;
  const LpPoint *route = lp_scene_get_route (fixture->stage->scene, 0, &n);

  for (guint i = 0; i + 1 < n; i++)
    if (level ? route[i].y == at && route[i + 1].y == at : route[i].x == at && route[i + 1].x == at)
      return TRUE;
  return FALSE;
}

static guint
n_via (Fixture *fixture)
{
  return lp_document_get_connection (fixture->document, "users-web")->n_via;
}

/* A segment that runs in this direction, and its handle. */
static guint
find_segment (Fixture *fixture, gboolean level, LpPoint *at)
{
  for (guint i = 0; i < lp_line_count_segments (fixture->stage, 0); i++)
    if (lp_line_is_level (fixture->stage, 0, i) == level && lp_line_get_handle (fixture->stage, 0, i, at))
      return i;
  g_assert_not_reached ();
}

static void
test_handles (Fixture *fixture, gconstpointer data)
{
  LpPoint at;

  g_assert_cmpuint (lp_line_get_selected (fixture->stage), ==, LP_NONE);
  lp_selection_set (fixture->stage->selection, "users-web");
  g_assert_cmpuint (lp_line_get_selected (fixture->stage), ==, 0);
  guint segment = find_segment (fixture, TRUE, &at);
  g_assert_cmpuint (lp_line_find_segment (fixture->stage, at), ==, segment);
  g_assert_cmpint (lp_line_find_end (fixture->stage, lp_line_get_end (fixture->stage, 0, LP_LINE_END)), ==, LP_LINE_END);
  g_assert_cmpint (lp_line_find_end (fixture->stage, at), ==, LP_LINE_NO_END);
  lp_selection_set (fixture->stage->selection, "web");
  g_assert_cmpuint (lp_line_find_segment (fixture->stage, at), ==, LP_NONE);
}

/* What a connection says stays readable while it is selected. */
static void
test_handle_beside_label (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LpPoint at;

  lp_document_begin (fixture->document, "Label");
  lp_edit_set_label (fixture->document, "users-web", "HTTPS", &error);
  g_assert_no_error (error);
  lp_document_commit (fixture->document);
  lp_selection_set (fixture->stage->selection, "users-web");
  LpRect label = lp_scene_get_label (fixture->stage->scene, 0);
  g_assert_cmpfloat (label.w, >, 0);
  for (guint i = 0; i < lp_line_count_segments (fixture->stage, 0); i++)
    if (lp_line_get_handle (fixture->stage, 0, i, &at))
      {
        g_assert_false (lp_rect_contains (label, at));
        g_assert_cmpuint (lp_line_find_segment (fixture->stage, at), ==, i);
      }
}

static void
test_drag_segment (Fixture *fixture, gconstpointer data)
{
  LpPoint at;

  lp_selection_set (fixture->stage->selection, "users-web");
  find_segment (fixture, TRUE, &at);
  fixture_drag (fixture, at, (LpPoint){ at.x, at.y - 61 }, 0);
  double y = round ((at.y - 61) / LP_GRID) * LP_GRID;
  g_assert_cmpuint (n_via (fixture), >=, 2);
  g_assert_true (has_segment_at (fixture, TRUE, y));
  lp_document_undo (fixture->document);
  g_assert_cmpuint (n_via (fixture), ==, 0);
  g_assert_false (lp_document_can_undo (fixture->document));
}

static void
test_drag_off_the_grid (Fixture *fixture, gconstpointer data)
{
  LpPoint at;

  lp_selection_set (fixture->stage->selection, "users-web");
  find_segment (fixture, TRUE, &at);
  fixture_drag (fixture, at, (LpPoint){ at.x, at.y - 61 }, LP_MODIFIER_FREE);
  g_assert_true (has_segment_at (fixture, TRUE, at.y - 61));
}

/* What was laid by hand stays where it is when another segment is moved, and when an end moves. */
static void
test_stays (Fixture *fixture, gconstpointer data)
{
  LpPoint at;

  lp_selection_set (fixture->stage->selection, "users-web");
  find_segment (fixture, TRUE, &at);
  fixture_drag (fixture, at, (LpPoint){ at.x, 40 }, 0);
  g_assert_true (has_segment_at (fixture, TRUE, 40));
  find_segment (fixture, FALSE, &at);
  fixture_drag (fixture, at, (LpPoint){ at.x + 24, at.y }, 0);
  g_assert_true (has_segment_at (fixture, TRUE, 40));
  fixture_drag (fixture, fixture_middle (fixture, "users"), (LpPoint){ 1000, 300 }, 0);
  g_assert_true (has_segment_at (fixture, TRUE, 40));
  lp_selection_set (fixture->stage->selection, "users-web");
  lp_line_release (fixture->stage, 0);
  g_assert_cmpuint (n_via (fixture), ==, 0);
  g_assert_false (has_segment_at (fixture, TRUE, 40));
}

static void
test_live (Fixture *fixture, gconstpointer data)
{
  LpPoint at;

  lp_selection_set (fixture->stage->selection, "users-web");
  find_segment (fixture, TRUE, &at);
  g_assert_true (lp_stage_press (fixture->stage, at, 0));
  lp_stage_drag (fixture->stage, (LpPoint){ at.x, 40 }, 0);
  g_assert_nonnull (fixture->stage->change);
  g_assert_true (fixture->stage->change->connections[0]);
  g_assert_true (lp_stage_cancel (fixture->stage));
  g_assert_null (fixture->stage->change);
  g_assert_cmpuint (n_via (fixture), ==, 0);
}

static void
test_reattach (Fixture *fixture, gconstpointer data)
{
  lp_selection_set (fixture->stage->selection, "users-web");
  LpPoint end = lp_line_get_end (fixture->stage, 0, LP_LINE_END);
  fixture_drag (fixture, end, fixture_middle (fixture, "db"), 0);
  const LpConnection *connection = lp_document_get_connection (fixture->document, "users-web");
  g_assert_cmpstr (connection->from, ==, "users");
  g_assert_cmpstr (connection->to, ==, "db");
  lp_document_undo (fixture->document);
  g_assert_cmpstr (lp_document_get_connection (fixture->document, "users-web")->to, ==, "web");
  g_assert_false (lp_document_can_undo (fixture->document));
}

/* To itself, and to nothing. */
static void
test_reattach_refused (Fixture *fixture, gconstpointer data)
{
  lp_selection_set (fixture->stage->selection, "users-web");
  LpPoint end = lp_line_get_end (fixture->stage, 0, LP_LINE_END);
  fixture_drag (fixture, end, fixture_middle (fixture, "users"), 0);
  g_assert_cmpstr (fixture->message, ==, "A component does not connect to itself");
  fixture_drag (fixture, end, (LpPoint){ 1100, 700 }, 0);
  g_assert_false (lp_document_can_undo (fixture->document));
  lp_document_begin (fixture->document, "Kind");
  g_assert_true (lp_edit_set_kind (fixture->document, "users-web", "dead-letter", NULL));
  lp_document_commit (fixture->document);
  end = lp_line_get_end (fixture->stage, 0, LP_LINE_END);
  fixture_drag (fixture, end, fixture_middle (fixture, "db"), 0);
  g_assert_cmpstr (fixture->message, ==, "No connection of this kind (Dead letters) goes from “users” to “db”");
}

/* --- into a collapsed container ---------------------------------------------------------------------- */

static void
collapse_net (Fixture *fixture)
{
  lp_document_begin (fixture->document, "Collapse");
  g_free (lp_edit_connect (fixture->document, "traffic", "users", "db", NULL));
  g_assert_true (lp_edit_set_collapsed (fixture->document, "net", TRUE, NULL));
  g_assert_true (lp_document_commit (fixture->document));
  lp_selection_set (fixture->stage->selection, "users-web");
}

/* What is drawn ends at the container: to take hold of it would write that into the document. */
static void
test_bundle_is_not_changed (Fixture *fixture, gconstpointer data)
{
  collapse_net (fixture);
  g_assert_true (lp_scene_is_bundle (fixture->stage->scene, 0));
  g_assert_cmpuint (lp_line_get_selected (fixture->stage), ==, LP_NONE);
  LpPoint start = lp_line_get_end (fixture->stage, 0, LP_LINE_START);
  g_assert_cmpint (lp_line_find_end (fixture->stage, start), ==, LP_LINE_NO_END);
  g_autofree char *reattached = lp_line_refusal (fixture->stage, 0, LP_LINE_START, 1);
  g_assert_cmpstr (reattached, ==, lp_line_get_bundle_refusal ());
  g_autofree char *inserted = lp_link_insert_refusal (fixture->stage, 0, "alb", start);
  g_assert_cmpstr (inserted, ==, lp_line_get_bundle_refusal ());
}

static void
test_bundle_goes_whole (Fixture *fixture, gconstpointer data)
{
  collapse_net (fixture);
  g_auto (GStrv) ids = lp_arrange_get_deletable (fixture->stage);
  g_autofree char *joined = g_strjoinv (" ", ids);
  g_assert_cmpstr (joined, ==, "users-web users-db");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/lines/handles", test_handles);
  ADD ("/lines/handle-beside-label", test_handle_beside_label);
  ADD ("/lines/segment/drag", test_drag_segment);
  ADD ("/lines/segment/off-the-grid", test_drag_off_the_grid);
  ADD ("/lines/segment/stays", test_stays);
  ADD ("/lines/segment/live", test_live);
  ADD ("/lines/end/reattach", test_reattach);
  ADD ("/lines/end/refused", test_reattach_refused);
  ADD ("/lines/bundle/not-changed", test_bundle_is_not_changed);
  ADD ("/lines/bundle/goes-whole", test_bundle_goes_whole);
  return g_test_run ();
}
