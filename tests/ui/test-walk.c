#include "model/edit.h"
#include "stage-fixture.h"
#include "ui/canvas/arrange.h"
#include "ui/canvas/link.h"
#include "ui/canvas/select.h"
#include "ui/canvas/walk.h"

static guint
number (Fixture *fixture, const char *id)
{
  return id != NULL ? lp_design_find (lp_stage_get_design (fixture->stage), id) : LP_NONE;
}

static const char *
id_of (Fixture *fixture, guint component)
{
  return component != LP_NONE ? (const char *) lp_design_get_component (lp_stage_get_design (fixture->stage), component)->id
                              : "";
}

/* A component beside or below others; the file has it last. */
static void
add (Fixture *fixture, const char *id, const char *kind, const char *container, LpPoint at)
{
  LpComponent *component = lp_component_new (id, kind);
  g_autoptr (GError) error = NULL;

  lp_component_set_in (component, container);
  lp_component_set_at (component, at);
  lp_document_begin (fixture->document, "Add");
  lp_document_put_component (fixture->document, component, &error);
  g_assert_no_error (error);
  lp_document_commit (fixture->document);
}

static void
connect (Fixture *fixture, const char *kind, const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;

  lp_document_begin (fixture->document, "Connect");
  g_autofree char *id = lp_edit_connect (fixture->document, kind, from, to, &error);
  g_assert_no_error (error);
  lp_document_commit (fixture->document);
}

static char *
walk (Fixture *fixture, gboolean forward)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  guint n = 0;

  for (guint at = lp_walk_step (fixture->stage, LP_NONE, forward); at != LP_NONE && n++ < 100;
       at = lp_walk_step (fixture->stage, at, forward))
    g_string_append_printf (ids, "%s ", id_of (fixture, at));
  return g_strchomp (g_string_free (g_steal_pointer (&ids), FALSE));
}

static void
test_reading_order (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = walk (fixture, TRUE);
  g_assert_cmpstr (before, ==, "seoul main net web db users");

  /* Above "web", though later in the file; left of "users" and a little lower, in the same row. */
  add (fixture, "waf", "waf-web-acl", "net", (LpPoint){ 200, -40 });
  add (fixture, "office", "users", NULL, (LpPoint){ -200, 20 });
  g_autofree char *forward = walk (fixture, TRUE);
  g_assert_cmpstr (forward, ==, "office seoul main net waf web db users");
  g_autofree char *backward = walk (fixture, FALSE);
  g_assert_cmpstr (backward, ==, "users db web waf net main seoul office");
}

static void
assert_goes (Fixture *fixture, const char *from, LpWalkDirection direction, const char *to)
{
  g_assert_cmpstr (id_of (fixture, lp_walk_go (fixture->stage, number (fixture, from), direction)), ==, to);
}

static void
test_directions (Fixture *fixture, gconstpointer data)
{
  assert_goes (fixture, NULL, LP_WALK_DOWN, "seoul");
  assert_goes (fixture, "web", LP_WALK_RIGHT, "db");
  assert_goes (fixture, "db", LP_WALK_LEFT, "web");
  /* Out of the containers where nothing is left inside. */
  assert_goes (fixture, "db", LP_WALK_RIGHT, "users");
  /* At the same depth on the other side, the nearest one there. */
  assert_goes (fixture, "users", LP_WALK_LEFT, "seoul");
  assert_goes (fixture, "web", LP_WALK_UP, "web");
  assert_goes (fixture, "web", LP_WALK_DOWN, "web");

  add (fixture, "other", "subnet", "main", (LpPoint){ 40, 320 });
  add (fixture, "cache", "elasticache-cluster", "other", (LpPoint){ 160, 40 });
  add (fixture, "queue", "ec2-instance", "other", (LpPoint){ 40, 40 });
  assert_goes (fixture, "db", LP_WALK_DOWN, "cache");
  assert_goes (fixture, "web", LP_WALK_DOWN, "queue");
  assert_goes (fixture, "cache", LP_WALK_UP, "db");
  assert_goes (fixture, "net", LP_WALK_DOWN, "other");
}

static const char *
connection_id (Fixture *fixture, guint connection)
{
  return connection != LP_NONE
             ? (const char *) lp_design_get_connection (lp_stage_get_design (fixture->stage), connection)->id
             : "";
}

static void
test_connections (Fixture *fixture, gconstpointer data)
{
  connect (fixture, "traffic", "web", "db");
  guint web = number (fixture, "web");
  guint first = lp_walk_connection (fixture->stage, web, LP_NONE, TRUE);
  guint second = lp_walk_connection (fixture->stage, web, first, TRUE);

  g_assert_cmpstr (connection_id (fixture, first), ==, "web-db");
  g_assert_cmpstr (connection_id (fixture, second), ==, "users-web");
  g_assert_cmpuint (lp_walk_connection (fixture->stage, web, second, TRUE), ==, first);
  g_assert_cmpuint (lp_walk_connection (fixture->stage, web, LP_NONE, FALSE), ==, second);
  g_assert_cmpuint (lp_walk_connection (fixture->stage, web, second, FALSE), ==, first);
  g_assert_cmpuint (lp_walk_connection (fixture->stage, number (fixture, "net"), LP_NONE, TRUE), ==, LP_NONE);
}

static void
test_select_connected (Fixture *fixture, gconstpointer data)
{
  connect (fixture, "traffic", "web", "db");
  lp_selection_set (fixture->stage->selection, "users");
  lp_select_connected (fixture->stage);
  g_autofree char *once = fixture_selected (fixture);
  g_assert_cmpstr (once, ==, "users users-web web");
  lp_select_connected (fixture->stage);
  g_autofree char *twice = fixture_selected (fixture);
  g_assert_cmpstr (twice, ==, "users users-web web web-db db");
  /* From a connection: its ends. */
  lp_selection_set (fixture->stage->selection, "web-db");
  lp_select_connected (fixture->stage);
  g_autofree char *ends = fixture_selected (fixture);
  g_assert_cmpstr (ends, ==, "web-db web db");
}

static void
test_select_same_kind (Fixture *fixture, gconstpointer data)
{
  add (fixture, "web-2", "ec2-instance", "main", (LpPoint){ 0, 300 });
  connect (fixture, "traffic", "web", "db");
  lp_selection_set (fixture->stage->selection, "web-2");
  lp_select_same_kind (fixture->stage);
  g_autofree char *servers = fixture_selected (fixture);
  g_assert_cmpstr (servers, ==, "web web-2");
  lp_selection_set (fixture->stage->selection, "users-web");
  lp_select_same_kind (fixture->stage);
  g_autofree char *traffic = fixture_selected (fixture);
  g_assert_cmpstr (traffic, ==, "users-web web-db");
}

static void
test_select_invert (Fixture *fixture, gconstpointer data)
{
  lp_selection_set (fixture->stage->selection, "web");
  lp_select_invert (fixture->stage);
  g_autofree char *rest = fixture_selected (fixture);
  g_assert_cmpstr (rest, ==, "db users users-web");
  lp_selection_set (fixture->stage->selection, "net");
  lp_select_invert (fixture->stage);
  g_autofree char *outside = fixture_selected (fixture);
  g_assert_cmpstr (outside, ==, "users users-web");
  lp_select_all (fixture->stage);
  lp_select_invert (fixture->stage);
  g_assert_cmpuint (lp_selection_get_size (fixture->stage->selection), ==, 0);
}

/* Nothing that is not seen is selected, or walked to. */
static void
test_hidden_layer (Fixture *fixture, gconstpointer data)
{
  const LpKind *kind = lp_catalogue_find (lp_catalogue_get_default (), "rds-instance");

  connect (fixture, "traffic", "web", "db");
  g_autoptr (LpDesign) design = lp_document_snapshot (fixture->document);
  lp_scene_loader_set_hidden_layers (fixture->loader, 1u << kind->layer);
  lp_scene_loader_request (fixture->loader, design, NULL);
  lp_select_all (fixture->stage);
  g_autofree char *all = fixture_selected (fixture);
  g_assert_cmpstr (all, ==, "seoul main net web users users-web");
  lp_selection_set (fixture->stage->selection, "web");
  lp_select_connected (fixture->stage);
  g_autofree char *connected = fixture_selected (fixture);
  g_assert_cmpstr (connected, ==, "web users-web users");
  g_autoptr (GArray) children = lp_walk_children (fixture->stage, number (fixture, "net"));
  g_assert_cmpuint (children->len, ==, 1);
  guint only = lp_walk_connection (fixture->stage, number (fixture, "web"), LP_NONE, TRUE);
  g_assert_cmpuint (lp_walk_connection (fixture->stage, number (fixture, "web"), only, TRUE), ==, only);
}

/* --- moved and connected without pointing ------------------------------------------------------------- */

static gboolean
may_move_into (Fixture *fixture, const char *container)
{
  return lp_arrange_may_move_into (fixture->stage, number (fixture, container));
}

static void
test_move_into (Fixture *fixture, gconstpointer data)
{
  add (fixture, "other", "subnet", "main", (LpPoint){ 40, 320 });
  g_assert_false (may_move_into (fixture, "other"));
  lp_selection_set (fixture->stage->selection, "main");
  g_assert_false (may_move_into (fixture, "net"));
  g_assert_false (may_move_into (fixture, "main"));
  g_assert_true (may_move_into (fixture, NULL));

  lp_selection_set_all (fixture->stage->selection, (const char *const[]) { "web", "db", NULL });
  g_assert_false (may_move_into (fixture, "net"));
  g_assert_true (may_move_into (fixture, "other"));
  LpPoint web = fixture_middle (fixture, "web"), db = fixture_middle (fixture, "db");
  lp_arrange_move_into (fixture->stage, number (fixture, "other"));
  g_assert_cmpstr (lp_document_get_component (fixture->document, "web")->in, ==, "other");
  g_assert_cmpstr (lp_document_get_component (fixture->document, "db")->in, ==, "other");
  LpPoint web_now = fixture_middle (fixture, "web"), db_now = fixture_middle (fixture, "db");
  g_assert_cmpfloat (web_now.x - web.x, ==, db_now.x - db.x);
  g_assert_cmpfloat (web_now.y - web.y, ==, db_now.y - db.y);
  g_assert_true (lp_rect_encloses (fixture_rect (fixture, "other"), fixture_rect (fixture, "web")));
  g_assert_true (lp_rect_encloses (fixture_rect (fixture, "other"), fixture_rect (fixture, "db")));
  lp_document_undo (fixture->document);
  g_assert_cmpstr (lp_document_get_component (fixture->document, "web")->in, ==, "net");
  g_assert_cmpstr (lp_document_get_component (fixture->document, "db")->in, ==, "net");

  lp_selection_set (fixture->stage->selection, "web");
  lp_arrange_move_into (fixture->stage, LP_NONE);
  g_assert_null (lp_document_get_component (fixture->document, "web")->in);
}

static void
test_connect_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (guint));
  guint from[] = { number (fixture, "users"), number (fixture, "web") };

  g_array_append_vals (sources, from, 2);
  g_assert_true (lp_link_make_all (fixture->stage, sources, number (fixture, "db"), "traffic"));
  g_autofree char *selected = fixture_selected (fixture);
  g_assert_cmpstr (selected, ==, "users-db web-db");
  lp_document_undo (fixture->document);
  g_assert_null (lp_document_get_connection (fixture->document, "users-db"));
  g_assert_null (lp_document_get_connection (fixture->document, "web-db"));
}

#define ADD(path, function) \
  g_test_add ("/walk/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("reading-order", test_reading_order);
  ADD ("directions", test_directions);
  ADD ("connections", test_connections);
  ADD ("select-connected", test_select_connected);
  ADD ("select-same-kind", test_select_same_kind);
  ADD ("select-invert", test_select_invert);
  ADD ("hidden-layer", test_hidden_layer);
  ADD ("move-into", test_move_into);
  ADD ("connect-all", test_connect_all);
  return g_test_run ();
}
