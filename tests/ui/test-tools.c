#include "model/edit.h"
#include "model/remark-edit.h"
#include "stage-fixture.h"
#include "ui/canvas/arrange.h"
#include "ui/canvas/handles.h"
#include "ui/canvas/link.h"

#define assert_selected(fixture, expected)              \
  G_STMT_START                                          \
  {                                                     \
    g_autofree char *selected_ = fixture_selected (fixture); \
    g_assert_cmpstr (selected_, ==, expected);          \
  }                                                     \
  G_STMT_END

#define assert_rect(rect_, x_, y_, w_, h_) \
  G_STMT_START                             \
  {                                        \
    LpRect r_ = (rect_);                   \
    g_assert_cmpfloat (r_.x, ==, x_);      \
    g_assert_cmpfloat (r_.y, ==, y_);      \
    g_assert_cmpfloat (r_.w, ==, w_);      \
    g_assert_cmpfloat (r_.h, ==, h_);      \
  }                                        \
  G_STMT_END

static const char *
container_of (Fixture *fixture, const char *id)
{
  return lp_document_get_component (fixture->document, id)->in;
}

static void
test_fixture (Fixture *fixture, gconstpointer data)
{
  assert_rect (fixture_rect (fixture, "net"), 80, 80, 320, 240);
  assert_rect (fixture_rect (fixture, "web"), 120, 120, 48, 48);
}

/* --- selecting --------------------------------------------------------------------------------------- */

static void
test_click (Fixture *fixture, gconstpointer data)
{
  fixture_click (fixture, fixture_middle (fixture, "web"), 0);
  assert_selected (fixture, "web");
  fixture_click (fixture, fixture_middle (fixture, "db"), LP_MODIFIER_EXTEND);
  assert_selected (fixture, "web db");
  fixture_click (fixture, fixture_middle (fixture, "web"), LP_MODIFIER_EXTEND);
  assert_selected (fixture, "db");
  /* The inside of a container is the container; nothing is nothing. */
  fixture_click (fixture, (LpPoint){ 300, 300 }, 0);
  assert_selected (fixture, "net");
  fixture_click (fixture, (LpPoint){ 1100, 700 }, 0);
  assert_selected (fixture, "");
  g_assert_false (lp_document_can_undo (fixture->document));
}

static void
test_click_among_several (Fixture *fixture, gconstpointer data)
{
  lp_selection_set_all (fixture->stage->selection, (const char *const[]) { "web", "db", NULL });
  fixture_click (fixture, fixture_middle (fixture, "db"), 0);
  assert_selected (fixture, "db");
}

static void
test_connection (Fixture *fixture, gconstpointer data)
{
  guint n;
  const LpPoint *route = lp_scene_get_route (fixture->stage->scene, 0, &n);

  g_assert_cmpuint (n, >=, 2);
  fixture_click (fixture, (LpPoint){ (route[0].x + route[1].x) / 2, (route[0].y + route[1].y) / 2 }, 0);
  assert_selected (fixture, "users-web");
}

static void
test_band (Fixture *fixture, gconstpointer data)
{
  fixture_drag (fixture, (LpPoint){ 90, 112 }, (LpPoint){ 350, 230 }, 0);
  assert_selected (fixture, "web db");
  fixture_drag (fixture, (LpPoint){ 860, 60 }, (LpPoint){ 1000, 230 }, LP_MODIFIER_EXTEND);
  assert_selected (fixture, "web db users");
  g_assert_false (lp_document_can_undo (fixture->document));
}

/* --- moving ------------------------------------------------------------------------------------------ */

static void
test_move (Fixture *fixture, gconstpointer data)
{
  LpPoint from = fixture_middle (fixture, "web");

  fixture_drag (fixture, from, (LpPoint){ from.x + 21, from.y + 43 }, 0);
  assert_rect (fixture_rect (fixture, "web"), 144, 160, 48, 48);
  g_assert_cmpstr (container_of (fixture, "web"), ==, "net");
  lp_document_undo (fixture->document);
  assert_rect (fixture_rect (fixture, "web"), 120, 120, 48, 48);
  g_assert_false (lp_document_can_undo (fixture->document));
}

static void
test_move_off_the_grid (Fixture *fixture, gconstpointer data)
{
  LpPoint from = fixture_middle (fixture, "web");

  fixture_drag (fixture, from, (LpPoint){ from.x + 21, from.y + 43 }, LP_MODIFIER_FREE);
  assert_rect (fixture_rect (fixture, "web"), 141, 163, 48, 48);
}

static void
test_move_several (Fixture *fixture, gconstpointer data)
{
  LpPoint from = fixture_middle (fixture, "web");

  lp_selection_set_all (fixture->stage->selection, (const char *const[]) { "web", "db", NULL });
  fixture_drag (fixture, from, (LpPoint){ from.x + 16, from.y + 16 }, 0);
  assert_rect (fixture_rect (fixture, "web"), 136, 136, 48, 48);
  assert_rect (fixture_rect (fixture, "db"), 256, 136, 48, 48);
  assert_selected (fixture, "web db");
}

static void
test_move_frame (Fixture *fixture, gconstpointer data)
{
  /* At its name; what stands in it goes with it. */
  fixture_drag (fixture, (LpPoint){ 200, 90 }, (LpPoint){ 216, 114 }, 0);
  assert_rect (fixture_rect (fixture, "net"), 96, 104, 320, 240);
  assert_rect (fixture_rect (fixture, "web"), 136, 144, 48, 48);
  g_assert_cmpfloat (lp_document_get_component (fixture->document, "web")->at.x, ==, 40);
}

static void
test_move_into (Fixture *fixture, gconstpointer data)
{
  LpPoint from = fixture_middle (fixture, "web");

  fixture_drag (fixture, from, (LpPoint){ 604, 304 }, 0);
  g_assert_cmpstr (container_of (fixture, "web"), ==, "seoul");
  assert_rect (fixture_rect (fixture, "web"), 584, 280, 48, 48);
}

static void
test_move_out (Fixture *fixture, gconstpointer data)
{
  LpPoint from = fixture_middle (fixture, "web");

  fixture_drag (fixture, from, (LpPoint){ 1000, 500 }, 0);
  g_assert_null (container_of (fixture, "web"));
  assert_rect (fixture_rect (fixture, "web"), 976, 480, 48, 48);
}

static void
test_move_refused (Fixture *fixture, gconstpointer data)
{
  LpPoint from = fixture_middle (fixture, "users");

  g_assert_true (lp_stage_press (fixture->stage, from, 0));
  lp_stage_drag (fixture->stage, (LpPoint){ 300, 260 }, 0);
  if (!fixture->stage->overlay.refused)
    {
      lp_stage_cancel (fixture->stage);
      g_test_skip ("the catalogue lets users stand in a subnet");
      return;
    }
  g_assert_nonnull (fixture->stage->overlay.hint);
  lp_stage_release (fixture->stage, (LpPoint){ 300, 260 }, 0);
  g_assert_nonnull (fixture->message);
  g_assert_null (container_of (fixture, "users"));
  assert_rect (fixture_rect (fixture, "users"), 900, 100, 48, 48);
  g_assert_false (lp_document_can_undo (fixture->document));
}

static void
test_move_grows_container (Fixture *fixture, gconstpointer data)
{
  LpPoint from = fixture_middle (fixture, "db");

  /* The pointer stays in the subnet; the tile's label would stick out below. */
  fixture_drag (fixture, from, (LpPoint){ from.x, 312 }, 0);
  LpRect net = fixture_rect (fixture, "net");
  guint db = lp_design_find (lp_stage_get_design (fixture->stage), "db");
  g_assert_cmpfloat (net.h, >, 240);
  g_assert_true (lp_rect_encloses (net, lp_scene_get_placement (fixture->stage->scene)->extent[db]));
  lp_document_undo (fixture->document);
  assert_rect (fixture_rect (fixture, "net"), 80, 80, 320, 240);
}

/* What stands beside a growing container makes room, in the same step. */
static void
test_growing_pushes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint db = lp_design_find (lp_stage_get_design (fixture->stage), "db");

  lp_document_begin (fixture->document, "Grow");
  g_assert_true (lp_arrange_pin (fixture->stage, &error));
  g_assert_true (lp_arrange_shift (fixture->stage, db, (LpPoint){ 560, 0 }, &error));
  /* Twice in one transaction: nothing goes back or too far. */
  g_assert_true (lp_arrange_shift (fixture->stage, db, (LpPoint){ -8, 0 }, &error));
  lp_document_commit (fixture->document);
  LpRect net = fixture_rect (fixture, "net");
  assert_rect (net, 80, 80, 784, 240);
  assert_rect (fixture_rect (fixture, "seoul"), 0, 0, net.x + net.w + 48, 600);
  guint users = lp_design_find (lp_stage_get_design (fixture->stage), "users");
  LpRect extent = lp_scene_get_placement (fixture->stage->scene)->extent[users];
  g_assert_cmpfloat (extent.x, >=, net.x + net.w + 48 + 24);
  g_assert_cmpfloat (extent.x, <, net.x + net.w + 48 + 24 + 16);
  g_assert_cmpfloat (fixture_rect (fixture, "users").y, ==, 100);
  lp_document_undo (fixture->document);
  assert_rect (fixture_rect (fixture, "users"), 900, 100, 48, 48);
  assert_rect (fixture_rect (fixture, "seoul"), 0, 0, 800, 600);
  g_assert_false (lp_document_can_undo (fixture->document));
}

/* What is shown while it is dragged is what it comes to. */
static void
test_live (Fixture *fixture, gconstpointer data)
{
  LpPoint from = fixture_middle (fixture, "web"), to = { from.x + 400, from.y + 104 };
  guint line = 0, n, m;

  g_assert_true (lp_stage_press (fixture->stage, from, 0));
  lp_stage_drag (fixture->stage, (LpPoint){ from.x + 200, from.y }, 0);
  lp_stage_drag (fixture->stage, to, 0);
  g_autoptr (LpSceneChange) change = lp_scene_change_ref (fixture->stage->change);
  g_autoptr (LpScene) before = lp_scene_ref (fixture->stage->scene);
  g_assert_false (lp_document_can_undo (fixture->document));
  g_assert_true (change->connections[line]);
  lp_stage_release (fixture->stage, to, 0);
  g_assert_null (fixture->stage->change);
  g_assert_true (fixture->stage->scene != before);
  const LpPoint *shown = lp_scene_get_route (change->after, line, &n);
  const LpPoint *made = lp_scene_get_route (fixture->stage->scene, line, &m);
  g_assert_cmpmem (shown, n * sizeof *shown, made, m * sizeof *made);
  for (guint i = 0; i < lp_design_get_n_components (lp_stage_get_design (fixture->stage)); i++)
    {
      LpRect rect = lp_scene_get_placement (change->after)->rect[i];
      assert_rect (lp_scene_get_placement (fixture->stage->scene)->rect[i], rect.x, rect.y, rect.w, rect.h);
    }
}

static void
test_live_resize (Fixture *fixture, gconstpointer data)
{
  lp_selection_set (fixture->stage->selection, "net");
  guint net = lp_handles_get_selected (fixture->stage);
  g_assert_true (lp_stage_press (fixture->stage, (LpPoint){ 400, 320 }, 0));
  lp_stage_drag (fixture->stage, (LpPoint){ 419, 351 }, 0);
  assert_rect (lp_scene_get_placement (fixture->stage->change->after)->rect[net], 80, 80, 336, 272);
  assert_rect (fixture_rect (fixture, "net"), 80, 80, 320, 240);
  g_assert_true (lp_stage_cancel (fixture->stage));
  g_assert_null (fixture->stage->change);
  g_assert_false (lp_document_can_undo (fixture->document));
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  LpPoint from = fixture_middle (fixture, "web");

  g_assert_true (lp_stage_press (fixture->stage, from, 0));
  lp_stage_drag (fixture->stage, (LpPoint){ 600, 300 }, 0);
  g_assert_nonnull (fixture->stage->overlay.moving);
  g_assert_nonnull (fixture->stage->change);
  g_assert_cmpuint (fixture->stage->overlay.drop, !=, LP_NONE);
  g_assert_true (lp_stage_cancel (fixture->stage));
  g_assert_null (fixture->stage->overlay.moving);
  g_assert_null (fixture->stage->change);
  g_assert_cmpuint (fixture->stage->overlay.drop, ==, LP_NONE);
  lp_stage_release (fixture->stage, (LpPoint){ 600, 300 }, 0);
  assert_rect (fixture_rect (fixture, "web"), 120, 120, 48, 48);
  g_assert_false (lp_document_can_undo (fixture->document));
  g_assert_false (lp_stage_cancel (fixture->stage));
}

/* --- resizing ---------------------------------------------------------------------------------------- */

static void
test_resize (Fixture *fixture, gconstpointer data)
{
  lp_selection_set (fixture->stage->selection, "net");
  fixture_drag (fixture, (LpPoint){ 400, 320 }, (LpPoint){ 419, 351 }, 0);
  assert_rect (fixture_rect (fixture, "net"), 80, 80, 336, 272);
  assert_rect (fixture_rect (fixture, "web"), 120, 120, 48, 48);
}

static void
test_resize_left (Fixture *fixture, gconstpointer data)
{
  lp_selection_set (fixture->stage->selection, "net");
  fixture_drag (fixture, (LpPoint){ 80, 200 }, (LpPoint){ 64, 200 }, 0);
  assert_rect (fixture_rect (fixture, "net"), 64, 80, 336, 240);
  assert_rect (fixture_rect (fixture, "web"), 120, 120, 48, 48);
  lp_document_undo (fixture->document);
  assert_rect (fixture_rect (fixture, "net"), 80, 80, 320, 240);
}

/* Not over what stands in it. */
static void
test_resize_stops (Fixture *fixture, gconstpointer data)
{
  lp_selection_set (fixture->stage->selection, "net");
  LpRect content = lp_arrange_get_content (fixture->stage, lp_handles_get_selected (fixture->stage));
  fixture_drag (fixture, (LpPoint){ 400, 320 }, (LpPoint){ 90, 90 }, 0);
  assert_rect (fixture_rect (fixture, "net"), 80, 80, content.x + content.w - 80, content.y + content.h - 80);
}

/* --- connecting -------------------------------------------------------------------------------------- */

static void
test_connect (Fixture *fixture, gconstpointer data)
{
  lp_selection_set (fixture->stage->selection, "web");
  guint web = lp_handles_get_selected (fixture->stage);
  LpPoint handle = lp_handles_get_connect (fixture->stage, web, 1);
  fixture_drag (fixture, handle, fixture_middle (fixture, "db"), 0);
  g_assert_cmpuint (lp_selection_get_size (fixture->stage->selection), ==, 1);
  const char *id = lp_selection_get (fixture->stage->selection, 0);
  const LpConnection *connection = lp_document_get_connection (fixture->document, id);
  g_assert_nonnull (connection);
  g_assert_cmpstr (connection->from, ==, "web");
  g_assert_cmpstr (connection->to, ==, "db");
  g_assert_cmpstr (connection->kind, ==, "traffic");
  lp_document_undo (fixture->document);
  assert_selected (fixture, "");
}

static void
test_connect_to_nothing (Fixture *fixture, gconstpointer data)
{
  lp_selection_set (fixture->stage->selection, "web");
  LpPoint handle = lp_handles_get_connect (fixture->stage, lp_handles_get_selected (fixture->stage), 1);
  fixture_drag (fixture, handle, (LpPoint){ 1100, 700 }, 0);
  g_assert_false (lp_document_can_undo (fixture->document));
}

static void
test_connect_to_itself (Fixture *fixture, gconstpointer data)
{
  lp_selection_set (fixture->stage->selection, "web");
  guint web = lp_handles_get_selected (fixture->stage);
  g_assert_false (lp_link_make (fixture->stage, web, web));
  g_assert_nonnull (fixture->message);
  g_assert_false (lp_document_can_undo (fixture->document));
}

/* --- placing ----------------------------------------------------------------------------------------- */

static void
test_place_at (Fixture *fixture, gconstpointer data)
{
  LpPoint at = { 204, 284 };
  g_autofree char *id = lp_arrange_place (fixture->stage, "ec2-instance", &at);

  g_assert_nonnull (id);
  g_assert_cmpstr (container_of (fixture, id), ==, "net");
  assert_rect (fixture_rect (fixture, id), 184, 264, 48, 48);
  assert_selected (fixture, id);
  lp_document_undo (fixture->document);
  g_assert_null (lp_document_get_component (fixture->document, id));
}

static void
test_place_in_selection (Fixture *fixture, gconstpointer data)
{
  lp_selection_set (fixture->stage->selection, "web");
  g_autofree char *first = lp_arrange_place (fixture->stage, "ec2-instance", NULL);
  lp_selection_set (fixture->stage->selection, "net");
  g_autofree char *second = lp_arrange_place (fixture->stage, "ec2-instance", NULL);
  g_assert_cmpstr (container_of (fixture, first), ==, "net");
  g_assert_cmpstr (container_of (fixture, second), ==, "net");
  g_assert_false (lp_rect_overlaps (fixture_rect (fixture, first), fixture_rect (fixture, second)));
  g_assert_false (lp_rect_overlaps (fixture_rect (fixture, first), fixture_rect (fixture, "web")));
  g_assert_true (lp_rect_encloses (fixture_rect (fixture, "net"), fixture_rect (fixture, second)));
}

/* Beside what is there, in its row, while there is room; then below it, in its column. */
static void
test_place_aligned (Fixture *fixture, gconstpointer data)
{
  guint net = lp_design_find (lp_stage_get_design (fixture->stage), "net");

  lp_arrange_resize (fixture->stage, net, (LpRect) { 80, 80, 440, 400 });
  lp_selection_set (fixture->stage->selection, "net");
  g_autofree char *first = lp_arrange_place (fixture->stage, "ec2-instance", NULL);
  lp_selection_set (fixture->stage->selection, "net");
  g_autofree char *second = lp_arrange_place (fixture->stage, "ec2-instance", NULL);
  g_assert_cmpfloat (fixture_rect (fixture, first).y, ==, 120);
  g_assert_cmpfloat (fixture_rect (fixture, first).x, >=, 240 + 80);
  g_assert_cmpfloat (fixture_rect (fixture, second).x, ==, 120);
  g_assert_cmpfloat (fixture_rect (fixture, second).y, >=, 120 + 80);
  assert_rect (fixture_rect (fixture, "net"), 80, 80, 440, 400);
}

/* A subnet does not stand in a subnet: it goes outwards until something takes it. */
static void
test_place_goes_outwards (Fixture *fixture, gconstpointer data)
{
  lp_selection_set (fixture->stage->selection, "web");
  g_autofree char *id = lp_arrange_place (fixture->stage, "vpc", NULL);
  g_assert_nonnull (id);
  g_assert_cmpstr (container_of (fixture, id), ==, "seoul");
}

static void
test_place_on_empty_paper (void)
{
  g_autoptr (LpDocument) document = lp_document_new ();
  g_autoptr (LpStage) stage = lp_stage_new (document, lp_catalogue_get_default ());
  g_autoptr (LpDesign) design = lp_document_snapshot (document);
  g_autoptr (LpScene) scene = lp_scene_new (design, stage->catalogue, NULL, (LpSceneOptions){ 0 });

  lp_viewport_set_size (stage->viewport, 800, 600);
  lp_stage_set_scene (stage, scene);
  g_autofree char *id = lp_arrange_place (stage, "ec2-instance", NULL);
  g_assert_nonnull (id);
  const LpComponent *component = lp_document_get_component (document, id);
  g_assert_null (component->in);
  g_assert_true (component->has_at);
  g_assert_cmpfloat_with_epsilon (component->at.x + 24, 400, 48);
  g_assert_cmpfloat_with_epsilon (component->at.y + 24, 300, 48);
}

/* What was laid out automatically stays where it is seen when one thing of it is moved. */
static void
test_pin (void)
{
  g_autoptr (LpDocument) document = lp_document_new ();
  g_autoptr (GError) error = NULL;

  lp_document_begin (document, "build");
  g_autofree char *vpc = lp_edit_add_component (document, "vpc", NULL, NULL, &error);
  g_autofree char *a = lp_edit_add_component (document, "ec2-instance", vpc, NULL, &error);
  g_autofree char *b = lp_edit_add_component (document, "ec2-instance", vpc, NULL, &error);
  g_assert_no_error (error);
  lp_document_commit (document);
  g_autoptr (LpStage) stage = lp_stage_new (document, lp_catalogue_get_default ());
  g_autoptr (LpDesign) design = lp_document_snapshot (document);
  g_autoptr (LpScene) scene = lp_scene_new (design, stage->catalogue, NULL, (LpSceneOptions){ 0 });
  lp_viewport_set_size (stage->viewport, 1200, 800);
  lp_stage_set_scene (stage, scene);
  LpRect before = lp_scene_get_placement (scene)->rect[lp_design_find (design, b)];
  LpPoint from = lp_rect_centre (lp_scene_get_placement (scene)->rect[lp_design_find (design, a)]);
  g_assert_true (lp_stage_press (stage, from, 0));
  lp_stage_drag (stage, (LpPoint){ from.x, from.y + 64 }, 0);
  lp_stage_release (stage, (LpPoint){ from.x, from.y + 64 }, 0);
  g_autoptr (LpDesign) moved = lp_document_snapshot (document);
  g_autoptr (LpPlacement) placement = lp_placement_new (moved, stage->catalogue);
  LpRect after = placement->rect[lp_design_find (moved, b)];
  assert_rect (after, before.x, before.y, before.w, before.h);
}

/* --- comments ---------------------------------------------------------------------------------------- */

static void
say (Fixture *fixture, LpPin pin, const char *text)
{
  g_autoptr (LpReview) review = lp_review_new (g_ptr_array_new (), NULL);

  lp_document_begin (fixture->document, "Comment");
  g_autofree char *id = lp_edit_add_comment (fixture->document, &pin, "Kim", text, NULL);
  g_assert_nonnull (id);
  lp_document_commit (fixture->document);
  g_autoptr (LpDesign) design = lp_document_snapshot (fixture->document);
  lp_scene_loader_request (fixture->loader, design, review);
  while (lp_scene_get_fold (fixture->stage->scene)->whole != design)
    g_main_context_iteration (NULL, TRUE);
}

static void
on_comment (LpStage *stage, const char *comment, char **activated)
{
  g_free (*activated);
  *activated = g_strdup (comment);
}

/* A click on a pin selects what it is pinned to, and says which comment it is; letting go elsewhere does nothing. */
static void
test_click_on_comment (Fixture *fixture, gconstpointer data)
{
  g_autofree char *activated = NULL;
  g_autoptr (GRefString) web = g_ref_string_new ("web");
  g_autoptr (GRefString) line = g_ref_string_new ("users-web");

  g_signal_connect (fixture->stage, "comment-activated", G_CALLBACK (on_comment), &activated);
  say (fixture, (LpPin){ .component = web }, "Why only one?");
  say (fixture, (LpPin){ .connection = line }, "Encrypted?");
  LpRect rect = fixture_rect (fixture, "web");
  LpPoint pin = { rect.x + rect.w + 4, rect.y - 4 };
  fixture_click (fixture, pin, 0);
  g_assert_cmpstr (activated, ==, "note-1");
  assert_selected (fixture, "web");
  g_clear_pointer (&activated, g_free);
  fixture_drag (fixture, pin, (LpPoint){ 1100, 700 }, 0);
  g_assert_null (activated);
  assert_rect (fixture_rect (fixture, "web"), rect.x, rect.y, rect.w, rect.h);
  guint n;
  const LpPoint *route = lp_scene_get_route (fixture->stage->scene, 0, &n);
  guint middle = (n - 1) / 2;
  fixture_click (fixture,
                 (LpPoint){ (route[middle].x + route[middle + 1].x) / 2, (route[middle].y + route[middle + 1].y) / 2 },
                 0);
  g_assert_cmpstr (activated, ==, "note-2");
  assert_selected (fixture, "users-web");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/tools/fixture", test_fixture);
  ADD ("/tools/select/click", test_click);
  ADD ("/tools/select/click-among-several", test_click_among_several);
  ADD ("/tools/select/connection", test_connection);
  ADD ("/tools/select/band", test_band);
  ADD ("/tools/move/within", test_move);
  ADD ("/tools/move/off-the-grid", test_move_off_the_grid);
  ADD ("/tools/move/several", test_move_several);
  ADD ("/tools/move/frame", test_move_frame);
  ADD ("/tools/move/into", test_move_into);
  ADD ("/tools/move/out", test_move_out);
  ADD ("/tools/move/refused", test_move_refused);
  ADD ("/tools/move/grows-container", test_move_grows_container);
  ADD ("/tools/move/growing-pushes", test_growing_pushes);
  ADD ("/tools/move/live", test_live);
  ADD ("/tools/move/cancel", test_cancel);
  ADD ("/tools/resize/corner", test_resize);
  ADD ("/tools/resize/live", test_live_resize);
  ADD ("/tools/resize/left", test_resize_left);
  ADD ("/tools/resize/stops", test_resize_stops);
  ADD ("/tools/connect/drag", test_connect);
  ADD ("/tools/connect/to-nothing", test_connect_to_nothing);
  ADD ("/tools/connect/to-itself", test_connect_to_itself);
  ADD ("/tools/place/at", test_place_at);
  ADD ("/tools/place/in-selection", test_place_in_selection);
  ADD ("/tools/place/aligned", test_place_aligned);
  ADD ("/tools/place/goes-outwards", test_place_goes_outwards);
  g_test_add_func ("/tools/place/on-empty-paper", test_place_on_empty_paper);
  g_test_add_func ("/tools/pin", test_pin);
  ADD ("/tools/comment/click", test_click_on_comment);
  return g_test_run ();
}
