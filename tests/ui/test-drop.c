/* What is placed together with its connections: dragged from the palette, drawn from a handle, put into a line. */
#include "stage-fixture.h"
#include "ui/canvas/drop.h"
#include "ui/canvas/handles.h"
#include "ui/canvas/link-new.h"

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

static guint
find (Fixture *fixture, const char *id)
{
  return lp_design_find (lp_stage_get_design (fixture->stage), id);
}

static const LpConnection *
find_connection (Fixture *fixture, const char *from, const char *to)
{
  const LpDesign *design = lp_stage_get_design (fixture->stage);

  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    {
      const LpConnection *connection = lp_design_get_connection (design, i);
      if (g_str_equal (connection->from, from) && g_str_equal (connection->to, to))
        return connection;
    }
  return NULL;
}

static gboolean
is_allowed (Fixture *fixture, const char *id)
{
  GArray *allowed = fixture->stage->overlay.allowed;

  for (guint i = 0; i < allowed->len; i++)
    if (g_array_index (allowed, guint, i) == find (fixture, id))
      return TRUE;
  return FALSE;
}

/* --- what follows ------------------------------------------------------------------------------------ */

static void
test_next_beside (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = lp_link_place_next (fixture->stage, find (fixture, "db"), "backup-plan", NULL);

  g_assert_nonnull (id);
  /* A plan does not stand in a subnet: it goes where it may. */
  const LpComponent *plan = lp_document_get_component (fixture->document, id);
  g_assert_cmpstr (plan->in, ==, "seoul");
  g_assert_cmpstr (find_connection (fixture, "db", id)->kind, ==, "backs-up");
  g_autofree char *selected = fixture_selected (fixture);
  g_assert_cmpstr (selected, ==, id);
  lp_document_undo (fixture->document);
  g_assert_false (lp_document_can_undo (fixture->document));
  g_assert_null (lp_document_get_component (fixture->document, id));
}

static void
test_next_stands_free (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = lp_link_place_next (fixture->stage, find (fixture, "web"), "elasticache-cluster", NULL);
  LpRect cache = fixture_rect (fixture, id), web = fixture_rect (fixture, "web"), db = fixture_rect (fixture, "db");

  g_assert_cmpstr (lp_document_get_component (fixture->document, id)->in, ==, "net");
  g_assert_cmpfloat (cache.x, >, web.x + web.w);
  g_assert_false (lp_rect_overlaps (cache, db));
  g_assert_cmpstr (find_connection (fixture, "web", id)->kind, ==, "traffic");
}

static void
test_next_at (Fixture *fixture, gconstpointer data)
{
  LpPoint at = { 304, 284 };
  g_autofree char *id = lp_link_place_next (fixture->stage, find (fixture, "web"), "ebs-volume", &at);
  LpRect volume = fixture_rect (fixture, id);

  g_assert_cmpstr (lp_document_get_component (fixture->document, id)->in, ==, "net");
  g_assert_cmpfloat (volume.x, ==, 280);
  g_assert_cmpfloat (volume.y, ==, 264);
  g_assert_cmpstr (find_connection (fixture, "web", id)->kind, ==, "attaches");
}

typedef struct
{
  guint component;
  LpPoint at;
  guint n;
} Wanted;

static void
on_next_wanted (LpStage *stage, guint component, double x, double y, Wanted *wanted)
{
  *wanted = (Wanted){ component, { x, y }, wanted->n + 1 };
}

static void
test_handle_to_empty (Fixture *fixture, gconstpointer data)
{
  Wanted wanted = { 0 };
  LpPoint handle, at = { 1100, 700 };

  g_signal_connect (fixture->stage, "next-wanted", G_CALLBACK (on_next_wanted), &wanted);
  lp_selection_set (fixture->stage->selection, "web");
  handle = lp_handles_get_connect (fixture->stage, find (fixture, "web"), 1);
  fixture_drag (fixture, handle, at, 0);
  g_assert_cmpuint (wanted.n, ==, 1);
  g_assert_cmpuint (wanted.component, ==, find (fixture, "web"));
  g_assert_cmpfloat (wanted.at.x, ==, at.x);
  g_assert_false (lp_document_can_undo (fixture->document));
  /* A click on the handle, and a line that ends at a component, ask for nothing. */
  fixture_click (fixture, handle, 0);
  fixture_drag (fixture, handle, fixture_middle (fixture, "db"), 0);
  g_assert_cmpuint (wanted.n, ==, 1);
}

/* --- into a line ------------------------------------------------------------------------------------- */

static LpPoint
middle_of_line (Fixture *fixture, const char *id)
{
  guint n;
  guint connection = lp_design_find_connection (lp_stage_get_design (fixture->stage), id);
  const LpPoint *route = lp_scene_get_route (fixture->stage->scene, connection, &n);

  /* Outside of all frames. */
  return (LpPoint){ (route[0].x + 820) / 2, route[0].y };
}

static void
test_insert (Fixture *fixture, gconstpointer data)
{
  LpPoint at = middle_of_line (fixture, "users-web");

  g_assert_true (lp_drop_hover (fixture->stage, "cloudfront", at));
  g_assert_cmpuint (fixture->stage->overlay.line, ==, 0);
  g_assert_nonnull (fixture->stage->overlay.hint);
  g_autofree char *id = lp_drop_place (fixture->stage, "cloudfront", at);
  g_assert_nonnull (id);
  g_assert_cmpuint (fixture->stage->overlay.line, ==, LP_NONE);
  /* The first half is the old connection, which keeps its id. */
  g_assert_cmpstr (find_connection (fixture, "users", id)->id, ==, "users-web");
  g_assert_cmpstr (find_connection (fixture, id, "web")->kind, ==, "traffic");
  g_assert_null (find_connection (fixture, "users", "web"));
  lp_document_undo (fixture->document);
  g_assert_false (lp_document_can_undo (fixture->document));
  g_assert_nonnull (find_connection (fixture, "users", "web"));
}

static void
test_container_is_not_inserted (Fixture *fixture, gconstpointer data)
{
  LpPoint at = middle_of_line (fixture, "users-web");

  lp_drop_hover (fixture->stage, "vpc", at);
  g_assert_cmpuint (fixture->stage->overlay.line, ==, LP_NONE);
  lp_drop_leave (fixture->stage);
}

/* --- over the drawing -------------------------------------------------------------------------------- */

static void
test_hover (Fixture *fixture, gconstpointer data)
{
  g_assert_true (lp_drop_hover (fixture->stage, "ec2-instance", (LpPoint){ 300, 280 }));
  g_assert_cmpuint (fixture->stage->overlay.drop, ==, find (fixture, "net"));
  g_assert_true (is_allowed (fixture, "net"));
  g_assert_null (fixture->stage->overlay.hint);
  lp_drop_leave (fixture->stage);
  g_assert_null (fixture->stage->overlay.allowed);

  g_assert_false (lp_drop_hover (fixture->stage, "region", (LpPoint){ 300, 280 }));
  g_assert_true (fixture->stage->overlay.refused);
  g_assert_nonnull (fixture->stage->overlay.hint);
  g_assert_cmpuint (fixture->stage->overlay.allowed->len, ==, 0);
  g_autofree char *refused = lp_drop_place (fixture->stage, "region", (LpPoint){ 300, 280 });
  g_assert_null (refused);
  g_assert_nonnull (fixture->message);
  g_assert_false (lp_document_can_undo (fixture->document));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/drop/next/beside", test_next_beside);
  ADD ("/drop/next/stands-free", test_next_stands_free);
  ADD ("/drop/next/at", test_next_at);
  ADD ("/drop/next/handle", test_handle_to_empty);
  ADD ("/drop/insert", test_insert);
  ADD ("/drop/insert/container", test_container_is_not_inserted);
  ADD ("/drop/hover", test_hover);
  return g_test_run ();
}
