/* Arranging on the stage: lines, distances, containers that grow and shrink. Each is one undo step. */
#include "designs.h"
#include "io/native.h"
#include "model/edit.h"
#include "rules/review.h"
#include "stage-fixture.h"
#include "ui/canvas/arrange.h"
#include "ui/canvas/between.h"
#include "ui/canvas/handles.h"

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

/* --- collapsing -------------------------------------------------------------------------------------- */

static void
test_collapse (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = test_text_of_document (fixture->document);

  SELECT (fixture, "main", "web");
  lp_arrange_toggle_collapsed (fixture->stage);
  assert_rect (fixture_rect (fixture, "main"), 40, 40, 48, 48);
  g_assert_cmpuint (number_of (fixture, "web"), ==, LP_NONE);
  /* What is not there cannot be selected. */
  g_autofree char *selected = fixture_selected (fixture);
  g_assert_cmpstr (selected, ==, "main");
  guint n;
  const LpPoint *line = lp_scene_get_route (fixture->stage->scene, 0, &n);
  g_assert_cmpfloat (line[n - 1].x, <, 96 + 8);
  lp_arrange_toggle_collapsed (fixture->stage);
  g_autofree char *after = test_text_of_document (fixture->document);
  g_assert_cmpstr (after, ==, before);
  assert_rect (fixture_rect (fixture, "web"), 120, 120, 48, 48);
  lp_document_undo (fixture->document);
  undo_once (fixture);
}

/* What has come to stand where it was large makes room when it is so again. */
static void
test_expand_pushes (Fixture *fixture, gconstpointer data)
{
  SELECT (fixture, "main");
  lp_arrange_toggle_collapsed (fixture->stage);
  fixture_drag (fixture, fixture_middle (fixture, "users"), (LpPoint){ 300, 200 }, 0);
  g_assert_cmpstr (lp_document_get_component (fixture->document, "users")->in, ==, "seoul");
  SELECT (fixture, "main");
  lp_arrange_toggle_collapsed (fixture->stage);
  assert_rect (fixture_rect (fixture, "main"), 40, 40, 400, 400);
  g_assert_false (lp_rect_overlaps (fixture_rect (fixture, "main"), fixture_rect (fixture, "users")));
}

static void
test_fold_handle (Fixture *fixture, gconstpointer data)
{
  LpPoint at;

  lp_stage_hover (fixture->stage, (LpPoint){ 300, 250 });
  g_assert_true (lp_handles_get_fold (fixture->stage, number_of (fixture, "net"), &at));
  fixture_click (fixture, at, 0);
  assert_rect (fixture_rect (fixture, "net"), 80, 80, 48, 48);
  g_assert_true (lp_handles_get_fold (fixture->stage, number_of (fixture, "net"), &at));
  fixture_click (fixture, at, 0);
  assert_rect (fixture_rect (fixture, "net"), 80, 80, 320, 240);
  lp_document_undo (fixture->document);
  undo_once (fixture);
}

/* --- locks ------------------------------------------------------------------------------------------- */

static void
lock (Fixture *fixture, const char *id)
{
  SELECT (fixture, id);
  lp_arrange_toggle_locked (fixture->stage);
  g_assert_true (lp_document_get_component (fixture->document, id)->locked);
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  LpPoint from = fixture_middle (fixture, "web");

  lock (fixture, "web");
  guint64 revision = lp_document_get_revision (fixture->document);
  fixture_drag (fixture, from, (LpPoint){ from.x + 40, from.y + 40 }, 0);
  g_assert_cmpstr (fixture->message, ==, "web is locked");
  assert_rect (fixture_rect (fixture, "web"), 120, 120, 48, 48);
  g_auto (GStrv) deletable = lp_arrange_get_deletable (fixture->stage);
  g_assert_cmpuint (g_strv_length (deletable), ==, 0);
  g_assert_cmpstr (fixture->message, ==, "web is locked; unlock it to delete it");
  /* Nor with what is around it; the other things of the selection go. */
  SELECT (fixture, "seoul", "users");
  g_auto (GStrv) outer = lp_arrange_get_deletable (fixture->stage);
  g_assert_cmpuint (g_strv_length (outer), ==, 1);
  g_assert_cmpstr (outer[0], ==, "users");
  SELECT (fixture, "web", "db");
  fixture_drag (fixture, fixture_middle (fixture, "db"), (LpPoint){ 264, 168 }, 0);
  assert_rect (fixture_rect (fixture, "web"), 120, 120, 48, 48);
  assert_rect (fixture_rect (fixture, "db"), 240, 144, 48, 48);
  lp_arrange_line_up (fixture->stage, LP_LINE_UP_MIDDLE);
  assert_rect (fixture_rect (fixture, "db"), 240, 120, 48, 48);
  g_assert_cmpuint (lp_document_get_revision (fixture->document), >, revision);
  SELECT (fixture, "web");
  lp_arrange_toggle_locked (fixture->stage);
  g_assert_false (lp_document_get_component (fixture->document, "web")->locked);
}

static void
test_locked_frame (Fixture *fixture, gconstpointer data)
{
  lock (fixture, "net");
  g_assert_cmpuint (lp_handles_get_resized (fixture->stage), ==, LP_NONE);
  /* It goes with its container, and what stands in it can be moved. */
  fixture_drag (fixture, (LpPoint){ 200, 50 }, (LpPoint){ 216, 66 }, 0);
  assert_rect (fixture_rect (fixture, "net"), 96, 96, 320, 240);
  fixture_drag (fixture, fixture_middle (fixture, "web"), (LpPoint){ 184, 184 }, 0);
  assert_rect (fixture_rect (fixture, "web"), 160, 160, 48, 48);
}

/* --- order ------------------------------------------------------------------------------------------- */

static void
assert_order (Fixture *fixture, const char *expected)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (fixture->document);
  GString *order = g_string_new (NULL);

  for (guint i = 0; i < lp_design_get_n_components (design); i++)
    g_string_append_printf (order, "%s%s", i > 0 ? " " : "", lp_design_get_component (design, i)->id);
  g_assert_cmpstr (order->str, ==, expected);
  g_string_free (order, TRUE);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  SELECT (fixture, "web");
  lp_arrange_order (fixture->stage, LP_ORDER_FRONT);
  assert_order (fixture, "seoul main net db users web");
  lp_arrange_order (fixture->stage, LP_ORDER_BACK);
  assert_order (fixture, "seoul main net web db users");
  lp_arrange_order (fixture->stage, LP_ORDER_FORWARD);
  assert_order (fixture, "seoul main net db web users");
  lp_arrange_order (fixture->stage, LP_ORDER_FORWARD);
  assert_order (fixture, "seoul main net db web users");
  lp_arrange_order (fixture->stage, LP_ORDER_BACKWARD);
  assert_order (fixture, "seoul main net web db users");
  for (guint i = 0; i < 4; i++)
    lp_document_undo (fixture->document);
  assert_order (fixture, "seoul main net web db users");
  g_assert_false (lp_document_can_undo (fixture->document));
}

/* --- tidying ----------------------------------------------------------------------------------------- */

static void
assert_tidy (Fixture *fixture, const char *container)
{
  const LpPlacement *placement = lp_scene_get_placement (fixture->stage->scene);
  guint number = container != NULL ? number_of (fixture, container) : LP_NONE;
  LpIndices inside = lp_design_get_children (lp_stage_get_design (fixture->stage), number);

  for (guint i = 0; i < inside.n; i++)
    for (guint k = 0; k < i; k++)
      g_assert_false (lp_rect_overlaps (placement->extent[inside.items[i]], placement->extent[inside.items[k]]));
  for (guint i = 0; container != NULL && i < inside.n; i++)
    g_assert_true (lp_rect_encloses (placement->rect[number], lp_rect_grow (placement->extent[inside.items[i]], 16)));
}

static void
test_tidy_all (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = test_text_of_document (fixture->document);

  fixture_drag (fixture, fixture_middle (fixture, "db"), (LpPoint){ 160, 150 }, 0);
  lp_selection_set (fixture->stage->selection, NULL);
  g_assert_true (lp_arrange_tidy (fixture->stage));
  assert_tidy (fixture, NULL);
  assert_tidy (fixture, "seoul");
  assert_tidy (fixture, "net");
  LpRect net = fixture_rect (fixture, "net");
  g_assert_cmpfloat (net.w * net.h, <, 320 * 240);
  /* What is tidy stays as it is. */
  g_assert_false (lp_arrange_tidy (fixture->stage));
  lp_document_undo (fixture->document);
  undo_once (fixture);
  g_autofree char *after = test_text_of_document (fixture->document);
  g_assert_cmpstr (after, ==, before);
}

/* The inside of a container: its corner stays, and what is around it adapts. */
static void
test_tidy_container (Fixture *fixture, gconstpointer data)
{
  LpRect users = fixture_rect (fixture, "users");

  fixture_drag (fixture, fixture_middle (fixture, "db"), (LpPoint){ 160, 150 }, 0);
  SELECT (fixture, "net");
  g_assert_true (lp_arrange_tidy (fixture->stage));
  assert_tidy (fixture, "net");
  g_assert_cmpfloat (fixture_rect (fixture, "net").x, ==, 80);
  g_assert_cmpfloat (fixture_rect (fixture, "net").y, ==, 80);
  assert_rect (fixture_rect (fixture, "main"), 40, 40, 400, 400);
  assert_rect (fixture_rect (fixture, "users"), users.x, users.y, 48, 48);
}

static void
test_tidy_leaves_locked (Fixture *fixture, gconstpointer data)
{
  LpRect db = fixture_rect (fixture, "db");

  lock (fixture, "db");
  lp_selection_set (fixture->stage->selection, NULL);
  lp_arrange_tidy (fixture->stage);
  assert_rect (fixture_rect (fixture, "db"), db.x, db.y, 48, 48);
  g_assert_cmpfloat (fixture_rect (fixture, "net").x, ==, 80);
  assert_tidy (fixture, NULL);
}

static void
test_tidy_one (Fixture *fixture, gconstpointer data)
{
  SELECT (fixture, "web");
  g_assert_false (lp_arrange_tidy (fixture->stage));
  g_assert_cmpstr (fixture->message, ==, "Select a container or several things to tidy, or nothing to tidy all");
}

/* On the way everything is between where it was and where it will be. */
static void
test_between (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LpScene) before = lp_scene_ref (fixture->stage->scene);

  g_assert_false (lp_between_is_worth_it (before, fixture->stage->scene));
  fixture_drag (fixture, fixture_middle (fixture, "web"), (LpPoint){ 184, 224 }, 0);
  g_assert_true (lp_between_is_worth_it (before, fixture->stage->scene));
  g_autoptr (LpScene) half = lp_between_new (before, fixture->stage->scene, fixture->stage->catalogue, 0.5);
  assert_rect (lp_scene_get_placement (half)->rect[number_of (fixture, "web")], 140, 160, 48, 48);
  assert_rect (lp_scene_get_placement (half)->rect[number_of (fixture, "db")], 240, 120, 48, 48);
  assert_rect (lp_scene_get_placement (half)->rect[number_of (fixture, "net")], 80, 80, 320, 240);
}

/* --- groups ------------------------------------------------------------------------------------------ */

static void
test_group (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = test_text_of_document (fixture->document);

  SELECT (fixture, "web", "db");
  lp_arrange_group (fixture->stage);
  g_autofree char *group = fixture_selected (fixture);
  g_assert_cmpstr (group, ==, "group");
  g_assert_cmpstr (lp_document_get_component (fixture->document, "web")->in, ==, "group");
  g_assert_cmpstr (lp_document_get_component (fixture->document, "group")->in, ==, "net");
  assert_rect (fixture_rect (fixture, "web"), 120, 120, 48, 48);
  assert_rect (fixture_rect (fixture, "db"), 240, 120, 48, 48);
  LpRect frame = fixture_rect (fixture, "group");
  g_assert_true (lp_rect_encloses (frame, fixture_rect (fixture, "db")));
  /* It moves as one, and may not go where its members may not. */
  fixture_drag (fixture, (LpPoint){ frame.x + 40, frame.y + 4 }, (LpPoint){ frame.x + 40, frame.y + 52 }, 0);
  assert_rect (fixture_rect (fixture, "db"), 240, 168, 48, 48);
  lp_document_undo (fixture->document);
  lp_arrange_ungroup (fixture->stage);
  g_autofree char *freed = fixture_selected (fixture);
  g_assert_cmpstr (freed, ==, "web db");
  g_assert_null (lp_document_get_component (fixture->document, "group"));
  g_assert_cmpstr (lp_document_get_component (fixture->document, "db")->in, ==, "net");
  assert_rect (fixture_rect (fixture, "web"), 120, 120, 48, 48);
  assert_rect (fixture_rect (fixture, "db"), 240, 120, 48, 48);
  lp_document_undo (fixture->document);
  undo_once (fixture);
  g_autofree char *after = test_text_of_document (fixture->document);
  g_assert_cmpstr (after, ==, before);
}

static void
test_group_of_several_containers (Fixture *fixture, gconstpointer data)
{
  SELECT (fixture, "web", "users");
  lp_arrange_group (fixture->stage);
  g_assert_cmpstr (fixture->message, ==, "Only what stands in one container can be grouped");
  SELECT (fixture, "web");
  lp_arrange_ungroup (fixture->stage);
  g_assert_cmpstr (fixture->message, ==, "Select a group to take apart");
  g_assert_false (lp_document_can_undo (fixture->document));
  LpPoint at = { 352, 146 };
  g_autofree char *id = lp_arrange_place (fixture->stage, "ec2-instance", &at);
  SELECT (fixture, "web", id);
  lp_arrange_group (fixture->stage);
  g_assert_cmpstr (fixture->message, ==, "db stands between them: select it too, or move it away");
  undo_once (fixture);
}

/* A subnet may not stand in a subnet, in a group in one neither, nor grouped. */
static void
test_group_looks_through (Fixture *fixture, gconstpointer data)
{
  SELECT (fixture, "net");
  lp_arrange_group (fixture->stage);
  guint group = number_of (fixture, "group"), net = number_of (fixture, "net");
  g_autofree char *in_group = lp_arrange_refusal (fixture->stage, "subnet", group);
  g_assert_null (in_group);
  g_autofree char *users = lp_arrange_refusal (fixture->stage, "region", group);
  g_assert_nonnull (users);
  g_autofree char *members = lp_arrange_refusal_of (fixture->stage, group, net);
  g_assert_nonnull (members);
}

/* "HA-012 web; ...": what the review says. */
static char *
review (LpDesign *design)
{
  GString *said = g_string_new (NULL);
  g_autoptr (LpReview) result = lp_review_run (lp_pack_get_default (), design, NULL);
  for (guint i = 0; i < result->findings->len; i++)
    {
      const LpFinding *finding = g_ptr_array_index (result->findings, i);
      g_string_append_printf (said, "%s %s %d; ", finding->rule, finding->component, finding->outcome);
    }
  return g_string_free (said, FALSE);
}

/* Nothing comes to stand elsewhere for the review: whatever is grouped, it says the same. */
static void
test_group_review (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path
      = g_build_filename (g_getenv ("LOADPATH_TEST_SOURCE"), "data", "samples", "three-tier.loadpath", NULL);
  g_autofree char *text = NULL;
  gsize size;
  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) bytes = g_bytes_new (text, size);
  g_autoptr (LpDesign) design = lp_native_read (bytes, "sample", &error);
  g_assert_no_error (error);
  g_autofree char *expected = review (design);
  g_assert_cmpstr (expected, !=, "");
  for (guint i = 0; i < lp_design_get_n_components (design); i++)
    {
      g_autoptr (LpDocument) document = lp_document_new_from_design (design);
      g_autoptr (LpStage) stage = lp_stage_new (document, lp_catalogue_get_default ());
      g_autoptr (LpScene) scene = lp_scene_new (design, stage->catalogue, NULL, (LpSceneOptions){ 0 });
      lp_stage_set_scene (stage, scene);
      lp_selection_set (stage->selection, lp_design_get_component (design, i)->id);
      lp_arrange_group (stage);
      g_autoptr (LpDesign) grouped = lp_document_snapshot (document);
      g_assert_cmpuint (lp_design_get_n_components (grouped), ==, lp_design_get_n_components (design) + 1);
      g_autofree char *said = review (grouped);
      g_assert_cmpstr (said, ==, expected);
    }
}

/* --- who belongs to a group that is not a place ------------------------------------------------------ */

static void
test_members (Fixture *fixture, gconstpointer data)
{
  LpPoint at = { 400, 400 };
  g_autofree char *id = lp_arrange_place (fixture->stage, "security-group", &at);
  g_assert_nonnull (id);
  lp_document_begin (fixture->document, "tile");
  lp_edit_unset_size (fixture->document, id, NULL);
  lp_document_commit (fixture->document);
  SELECT (fixture, "web", id, "db");
  lp_arrange_toggle_members (fixture->stage);
  g_autoptr (LpDesign) design = lp_document_snapshot (fixture->document);
  g_assert_cmpuint (lp_design_get_outgoing (design, lp_design_find (design, id)).n, ==, 2);
  g_assert_cmpstr (lp_design_get_connection (design, 1)->kind, ==, "protects");
  SELECT (fixture, id, "net");
  lp_arrange_toggle_members (fixture->stage);
  g_assert_cmpstr (lp_document_get_component (fixture->document, id)->spans->pdata[0], ==, "net");
  /* Those that are not yet are added; where all are, they leave. */
  SELECT (fixture, id, "net", "web", "db");
  lp_arrange_toggle_members (fixture->stage);
  g_autoptr (LpDesign) after = lp_document_snapshot (fixture->document);
  g_assert_cmpuint (lp_design_get_n_connections (after), ==, 1);
  g_assert_cmpuint (lp_document_get_component (fixture->document, id)->spans->len, ==, 0);
  SELECT (fixture, "web", "db");
  lp_arrange_toggle_members (fixture->stage);
  g_assert_cmpstr (fixture->message, ==,
                   "Select an Auto Scaling group or a security group, and what belongs to it");
}

/* --- at random --------------------------------------------------------------------------------------- */

static void
arrange_something (Fixture *fixture, GRand *rand)
{
  static const LpOrder orders[] = { LP_ORDER_FRONT, LP_ORDER_FORWARD, LP_ORDER_BACKWARD, LP_ORDER_BACK };
  LpStage *stage = fixture->stage;
  g_autoptr (GArray) selected = lp_arrange_get_selected (stage);

  switch (g_rand_int_range (rand, 0, 13))
    {
    case 0:
      lp_arrange_toggle_collapsed (stage);
      break;
    case 1:
      lp_arrange_group (stage);
      break;
    case 2:
      lp_arrange_ungroup (stage);
      break;
    case 3:
      lp_arrange_toggle_locked (stage);
      break;
    case 4:
      lp_arrange_order (stage, orders[g_rand_int_range (rand, 0, 4)]);
      break;
    case 5:
      lp_arrange_line_up (stage, (LpLineUp) g_rand_int_range (rand, 0, 6));
      break;
    case 6:
      lp_arrange_distribute (stage, g_rand_boolean (rand));
      break;
    case 7:
      lp_arrange_tidy (stage);
      break;
    case 8:
      lp_arrange_toggle_members (stage);
      break;
    case 9:
      lp_arrange_fit (stage, selected);
      break;
    case 10:
      g_free (lp_arrange_place (stage, g_rand_boolean (rand) ? "ec2-instance" : "auto-scaling-group", NULL));
      break;
    case 11:
      lp_document_undo (fixture->document);
      break;
    default:
      lp_document_redo (fixture->document);
      break;
    }
}

/* Whatever is collapsed, grouped, tidied and laid out: the drawing is of the document, and undoing it all gives the
 * first bytes back. */
static void
test_random (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = test_text_of_document (fixture->document);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint step = 0; step < 400; step++)
    {
      const LpDesign *design = lp_stage_get_design (fixture->stage);
      guint n = lp_design_get_n_components (design);
      lp_selection_set (fixture->stage->selection, NULL);
      for (guint k = g_rand_int_range (rand, 0, 4); k > 0; k--)
        {
          const char *id = lp_design_get_component (design, g_rand_int_range (rand, 0, n))->id;
          if (!lp_selection_contains (fixture->stage->selection, id))
            lp_selection_toggle (fixture->stage->selection, id);
        }
      arrange_something (fixture, rand);
      g_assert_false (lp_document_in_transaction (fixture->document));
      g_autoptr (LpDesign) now = lp_document_snapshot (fixture->document);
      const LpFold *fold = lp_scene_get_fold (fixture->stage->scene);
      g_assert_cmpuint (lp_design_get_n_components (fold->whole), ==, lp_design_get_n_components (now));
    }
  g_autofree char *last = test_text_of_document (fixture->document);
  g_assert_cmpstr (last, !=, first);
  while (lp_document_can_undo (fixture->document))
    lp_document_undo (fixture->document);
  g_autofree char *undone = test_text_of_document (fixture->document);
  g_assert_cmpstr (undone, ==, first);
  while (lp_document_can_redo (fixture->document))
    lp_document_redo (fixture->document);
}

/* A line laid by hand stays where it is seen: it counts from the innermost container around both ends. */
static void
test_lines_stay (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LpPoint via[] = { { 200, 30 }, { 200, 90 } };

  lp_document_begin (fixture->document, "line");
  g_autofree char *id = lp_edit_connect (fixture->document, "traffic", "web", "db", &error);
  g_assert_true (lp_edit_set_via (fixture->document, id, via, 2, &error));
  lp_document_commit (fixture->document);
  SELECT (fixture, "web", "db");
  lp_arrange_group (fixture->stage);
  LpRect frame = fixture_rect (fixture, "group");
  const LpConnection *line = lp_document_get_connection (fixture->document, id);
  g_assert_cmpfloat (frame.x + line->via[0].x, ==, 280);
  g_assert_cmpfloat (frame.y + line->via[1].y, ==, 170);
  lp_arrange_ungroup (fixture->stage);
  line = lp_document_get_connection (fixture->document, id);
  g_assert_cmpfloat (line->via[0].x, ==, 200);
  lp_arrange_resize (fixture->stage, number_of (fixture, "net"), (LpRect){ 64, 72, 336, 248 });
  line = lp_document_get_connection (fixture->document, id);
  g_assert_cmpfloat (line->via[0].x, ==, 216);
  g_assert_cmpfloat (line->via[0].y, ==, 38);
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

/* The next one beside the last, even where there is more room below. */
static void
test_zones_side_by_side (Fixture *fixture, gconstpointer data)
{
  lp_selection_set (fixture->stage->selection, "main");
  g_autofree char *first = lp_arrange_place (fixture->stage, "availability-zone", NULL);
  lp_selection_set (fixture->stage->selection, "main");
  g_autofree char *second = lp_arrange_place (fixture->stage, "availability-zone", NULL);
  LpRect left = fixture_rect (fixture, first), right = fixture_rect (fixture, second);

  g_assert_cmpstr (lp_document_get_component (fixture->document, second)->in, ==, "main");
  g_assert_cmpfloat (right.y, ==, left.y);
  g_assert_cmpfloat (right.x, ==, left.x + left.w + 2 * LP_GRID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/arrange/line-up/across-containers", test_line_up);
  ADD ("/arrange/line-up/grows-to-the-left", test_line_up_outside);
  ADD ("/arrange/line-up/too-few", test_too_few);
  ADD ("/arrange/zones-side-by-side", test_zones_side_by_side);
  ADD ("/arrange/distribute", test_distribute);
  ADD ("/arrange/container/shrinks-to-its-size", test_shrinks_to_its_size);
  ADD ("/arrange/container/fit", test_fit);
  ADD ("/arrange/container/fit-empty", test_fit_empty);
  ADD ("/arrange/container/resize-pushes", test_resize_pushes);
  ADD ("/arrange/collapse/and-back", test_collapse);
  ADD ("/arrange/collapse/expanding-pushes", test_expand_pushes);
  ADD ("/arrange/collapse/handle", test_fold_handle);
  ADD ("/arrange/lock/component", test_locked);
  ADD ("/arrange/lock/container", test_locked_frame);
  ADD ("/arrange/order", test_order);
  ADD ("/arrange/tidy/all", test_tidy_all);
  ADD ("/arrange/tidy/container", test_tidy_container);
  ADD ("/arrange/tidy/leaves-locked", test_tidy_leaves_locked);
  ADD ("/arrange/tidy/one", test_tidy_one);
  ADD ("/arrange/tidy/on-the-way", test_between);
  ADD ("/arrange/group/and-back", test_group);
  ADD ("/arrange/group/several-containers", test_group_of_several_containers);
  ADD ("/arrange/group/looks-through", test_group_looks_through);
  ADD ("/arrange/group/lines-stay", test_lines_stay);
  g_test_add_func ("/arrange/group/review", test_group_review);
  ADD ("/arrange/members", test_members);
  ADD ("/arrange/random", test_random);
  g_test_add_func ("/arrange/container/pin-leaves-hugging", test_pin_leaves_hugging);
  return g_test_run ();
}
