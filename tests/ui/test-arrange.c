/* Arranging on the stage: lines, distances, containers that grow and shrink. Each is one undo step. */
#include "model/edit.h"
#include "stage-fixture.h"
#include "ui/canvas/arrange.h"

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

static guint
number_of (Fixture *fixture, const char *id)
{
  return lp_design_find (lp_stage_get_design (fixture->stage), id);
}

static void
select_these (Fixture *fixture, const char *const *ids)
{
  lp_selection_set_all (fixture->stage->selection, ids);
}

#define SELECT(fixture, ...) select_these (fixture, (const char *const[]){ __VA_ARGS__, NULL })

static void
undo_once (Fixture *fixture)
{
  lp_document_undo (fixture->document);
  g_assert_false (lp_document_can_undo (fixture->document));
}

/* --- lines and distances ----------------------------------------------------------------------------- */

static void
test_line_up (Fixture *fixture, gconstpointer data)
{
  SELECT (fixture, "web", "db");
  fixture_drag (fixture, fixture_middle (fixture, "web"), (LpPoint){ 144, 264 }, 0);
  LpRect web = fixture_rect (fixture, "web");
  SELECT (fixture, "web", "users");
  lp_arrange_line_up (fixture->stage, LP_LINE_UP_MIDDLE);
  g_assert_cmpfloat (fixture_middle (fixture, "web").y, ==, fixture_middle (fixture, "users").y);
  g_assert_cmpfloat (fixture_rect (fixture, "web").x, ==, web.x);
  lp_document_undo (fixture->document);
  assert_rect (fixture_rect (fixture, "web"), web.x, web.y, 48, 48);
  g_assert_cmpstr (lp_document_get_undo_label (fixture->document), ==, "Move");
}

/* The frame grows to the left, and everything else in it stays where it is seen. */
static void
test_line_up_outside (Fixture *fixture, gconstpointer data)
{
  g_autofree char *away = NULL;
  LpPoint at = { 40, 700 };

  away = lp_arrange_place (fixture->stage, "users", &at);
  LpRect users = fixture_rect (fixture, away);
  SELECT (fixture, "web", away);
  lp_arrange_line_up (fixture->stage, LP_LINE_UP_LEFT);
  g_assert_cmpfloat (fixture_rect (fixture, "web").x, ==, users.x);
  assert_rect (fixture_rect (fixture, "db"), 240, 120, 48, 48);
  LpRect net = fixture_rect (fixture, "net"), outer = fixture_rect (fixture, "main");
  g_assert_cmpfloat (net.x, <=, users.x - LP_GRID);
  g_assert_cmpfloat (net.x + net.w, ==, 400);
  g_assert_true (lp_rect_encloses (outer, net));
  g_assert_true (lp_rect_encloses (fixture_rect (fixture, "seoul"), outer));
  lp_document_undo (fixture->document);
  assert_rect (fixture_rect (fixture, "net"), 80, 80, 320, 240);
  assert_rect (fixture_rect (fixture, "web"), 120, 120, 48, 48);
}

static void
test_too_few (Fixture *fixture, gconstpointer data)
{
  SELECT (fixture, "web");
  lp_arrange_line_up (fixture->stage, LP_LINE_UP_LEFT);
  g_assert_cmpstr (fixture->message, ==, "Select at least two things to line up");
  SELECT (fixture, "web", "db");
  lp_arrange_distribute (fixture->stage, TRUE);
  g_assert_cmpstr (fixture->message, ==, "Select at least three things to space out");
  g_assert_false (lp_document_can_undo (fixture->document));
}

static void
test_distribute (Fixture *fixture, gconstpointer data)
{
  SELECT (fixture, "web", "db", "users");
  lp_arrange_distribute (fixture->stage, TRUE);
  double space = fixture_rect (fixture, "db").x - fixture_rect (fixture, "web").x;
  g_assert_cmpfloat (fixture_rect (fixture, "users").x - fixture_rect (fixture, "db").x, ==, space);
  g_assert_true (lp_rect_encloses (fixture_rect (fixture, "net"), fixture_rect (fixture, "db")));
  undo_once (fixture);
  assert_rect (fixture_rect (fixture, "db"), 240, 120, 48, 48);
}

/* --- containers -------------------------------------------------------------------------------------- */

/* What made it larger than it was drawn leaves: it is as it was drawn. */
static void
test_shrinks_to_its_size (Fixture *fixture, gconstpointer data)
{
  LpPoint from = fixture_middle (fixture, "db");

  fixture_drag (fixture, from, (LpPoint){ from.x, 312 }, 0);
  g_assert_cmpfloat (fixture_rect (fixture, "net").h, >, 240);
  fixture_drag (fixture, fixture_middle (fixture, "db"), from, 0);
  assert_rect (fixture_rect (fixture, "net"), 80, 80, 320, 240);
}

static void
test_fit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (guint));
  guint net = number_of (fixture, "net");

  g_array_append_val (frames, net);
  lp_arrange_fit (fixture->stage, frames);
  LpRect fitted = fixture_rect (fixture, "net");
  const LpPlacement *placement = lp_scene_get_placement (fixture->stage->scene);
  LpRect db = placement->extent[number_of (fixture, "db")];
  g_assert_false (lp_document_get_component (fixture->document, "net")->has_size);
  g_assert_cmpfloat (fitted.x + fitted.w, >=, db.x + db.w + 24);
  g_assert_cmpfloat (fitted.x + fitted.w, <, db.x + db.w + 24 + LP_GRID);
  g_assert_cmpfloat (fitted.y, ==, 80);
  assert_rect (fixture_rect (fixture, "web"), 120, 120, 48, 48);
  assert_rect (fixture_rect (fixture, "db"), 240, 120, 48, 48);
  /* From now on it goes with what it holds, both ways. */
  fixture_drag (fixture, fixture_middle (fixture, "db"), (LpPoint){ 368, 144 }, LP_MODIFIER_NONE);
  g_assert_cmpstr (lp_document_get_component (fixture->document, "db")->in, ==, "main");
  LpRect without = fixture_rect (fixture, "net");
  g_assert_cmpfloat (without.w, <, fitted.w);
  lp_document_undo (fixture->document);
  assert_rect (fixture_rect (fixture, "net"), fitted.x, fitted.y, fitted.w, fitted.h);
  undo_once (fixture);
  assert_rect (fixture_rect (fixture, "net"), 80, 80, 320, 240);
}

static void
test_fit_empty (Fixture *fixture, gconstpointer data)
{
  LpPoint at = { 600, 300 };
  g_autofree char *id = lp_arrange_place (fixture->stage, "vpc", &at);
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (guint));
  guint vpc = number_of (fixture, id);

  g_array_append_val (frames, vpc);
  assert_rect (fixture_rect (fixture, id), 456, 200, 288, 208);
  lp_arrange_fit (fixture->stage, frames);
  assert_rect (fixture_rect (fixture, id), 456, 200, 128, 80);
}

/* Siblings give way to a frame that is being made larger, as they do to one that grows; to the left too. */
static void
test_resize_pushes (Fixture *fixture, gconstpointer data)
{
  LpPoint right = { 560, 300 }, left = { 500, 500 };
  g_autofree char *beside = lp_arrange_place (fixture->stage, "s3-bucket", &right);
  g_autofree char *below = lp_arrange_place (fixture->stage, "s3-bucket", &left);
  LpRect was = fixture_rect (fixture, beside), lower = fixture_rect (fixture, below);

  lp_arrange_resize (fixture->stage, number_of (fixture, "main"), (LpRect){ 40, 40, 520, 400 });
  g_assert_cmpfloat (fixture_rect (fixture, beside).x, >=, 560 + 24);
  g_assert_cmpfloat (fixture_rect (fixture, beside).y, ==, was.y);
  /* What stands right of it goes along, as a column does. */
  g_assert_cmpfloat (fixture_rect (fixture, below).x - lower.x, ==, fixture_rect (fixture, beside).x - was.x);
  lp_document_undo (fixture->document);
  assert_rect (fixture_rect (fixture, beside), was.x, was.y, 48, 48);
}

/* A layout's sizes are pinned only where the frame would be another without: what hugs goes on hugging. */
static void
test_pin_leaves_hugging (void)
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
  lp_document_begin (document, "pin");
  g_assert_true (lp_arrange_pin (stage, &error));
  lp_document_commit (document);
  g_assert_true (lp_document_get_component (document, a)->has_at);
  g_assert_false (lp_document_get_component (document, vpc)->has_size);
  g_autoptr (LpDesign) pinned = lp_document_snapshot (document);
  g_autoptr (LpPlacement) placement = lp_placement_new (pinned, stage->catalogue);
  LpRect before = lp_scene_get_placement (scene)->rect[lp_design_find (design, vpc)];
  assert_rect (placement->rect[lp_design_find (pinned, vpc)], before.x, before.y, before.w, before.h);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/arrange/line-up/across-containers", test_line_up);
  ADD ("/arrange/line-up/grows-to-the-left", test_line_up_outside);
  ADD ("/arrange/line-up/too-few", test_too_few);
  ADD ("/arrange/distribute", test_distribute);
  ADD ("/arrange/container/shrinks-to-its-size", test_shrinks_to_its_size);
  ADD ("/arrange/container/fit", test_fit);
  ADD ("/arrange/container/fit-empty", test_fit_empty);
  ADD ("/arrange/container/resize-pushes", test_resize_pushes);
  g_test_add_func ("/arrange/container/pin-leaves-hugging", test_pin_leaves_hugging);
  return g_test_run ();
}
