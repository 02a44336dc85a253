#include "drawing.h"

#include <string.h>

static const LpSceneOptions everything = { .annotate = TRUE, .legend = TRUE, .title = TRUE, .numbers = TRUE };
static const LpSceneOptions plain = { .annotate = FALSE };

static LpScene *
draw (LpDesign *design, LpReview *review, LpSceneOptions options)
{
  return lp_scene_new (design, lp_catalogue_get_default (), review, options);
}

static void
expect_golden (const char *name, LpScene *scene)
{
  g_autofree char *text = lp_draw_list_print (lp_scene_get_list (scene));
  g_autofree char *file = g_strconcat ("scene/goldens/", name, ".txt", NULL);
  test_golden (file, text, strlen (text));
}

static LpReview *
all_shapes (void)
{
  const char *const web[] = { "web-1", "alb", NULL }, *const alb[] = { "alb", NULL },
                    *const subnet[] = { "private-a", NULL };
  const char *const none[] = { NULL };
  LpFinding *waived = test_finding ("HA-003", LP_SEVERITY_WARNING, LP_OUTCOME_FAIL, alb);
  waived->waiver = g_strdup ("accepted until March");
  return test_review (test_finding ("HA-001", LP_SEVERITY_ERROR, LP_OUTCOME_FAIL, web),
                      test_finding ("HA-002", LP_SEVERITY_WARNING, LP_OUTCOME_FAIL, subnet), waived,
                      test_finding ("MO-001", LP_SEVERITY_INFO, LP_OUTCOME_FAIL, none),
                      test_finding ("BK-001", LP_SEVERITY_ERROR, LP_OUTCOME_QUESTION, alb), NULL);
}

static void
test_layers (void)
{
  g_autoptr (LpDesign) design = test_design_file ("layers");
  g_autoptr (LpReview) review = all_shapes ();
  g_autoptr (LpScene) annotated = draw (design, review, everything);
  expect_golden ("layers", annotated);
  g_autoptr (LpScene) bare = draw (design, review, plain);
  expect_golden ("layers-plain", bare);
}

static void
test_odd (void)
{
  g_autoptr (LpDesign) design = test_design_file ("odd");
  g_autoptr (LpScene) scene = draw (design, NULL, everything);
  expect_golden ("odd", scene);
}

/* One box with a count; two lines are one; what is found inside has its mark at the box, once for each finding. */
static void
test_collapsed (void)
{
  g_autoptr (LpDesign) design = test_design_file ("collapsed");
  const char *const both[] = { "web-1", "web-2", NULL }, *const inner[] = { "web-1-web-2", NULL };
  g_autoptr (LpReview) review = test_review (test_finding ("HA-001", LP_SEVERITY_ERROR, LP_OUTCOME_FAIL, both),
                                             test_finding ("HA-002", LP_SEVERITY_WARNING, LP_OUTCOME_FAIL, inner), NULL);
  g_autoptr (LpScene) scene = draw (design, review, everything);
  expect_golden ("collapsed", scene);
  LpHit hit = lp_scene_pick (scene, (LpPoint){ 224, 128 }, 4);
  g_assert_cmpint (hit.part, ==, LP_PART_COMPONENT);
  g_assert_cmpstr (lp_design_get_component (lp_scene_get_design (scene), hit.index)->id, ==, "net");
  g_assert_cmpuint (lp_scene_container_at (scene, (LpPoint){ 300, 160 }, LP_NONE), ==, 1);
}

/* A pin for each place at which something open is said, after the marks that are there: two comments inside the box
 * make one at the box. Below the drawing also what is said of all of it. */
static void
test_comments (void)
{
  g_autoptr (LpDesign) design = test_design_file ("comments");
  const char *const db[] = { "db", NULL };
  g_autoptr (LpReview) review = test_review (test_finding ("HA-001", LP_SEVERITY_ERROR, LP_OUTCOME_FAIL, db), NULL);
  g_autoptr (LpScene) scene = draw (design, review, everything);
  expect_golden ("comments", scene);
  LpRect rect = lp_scene_get_placement (scene)->rect[lp_design_find (lp_scene_get_design (scene), "db")];
  LpHit finding = lp_scene_pick (scene, (LpPoint){ rect.x + rect.w, rect.y }, 0);
  g_assert_cmpint (finding.part, ==, LP_PART_MARK);
  LpHit pin = lp_scene_pick (scene, (LpPoint){ rect.x + rect.w + 20, rect.y - 2 }, 0);
  g_assert_cmpint (pin.part, ==, LP_PART_COMMENT);
  g_assert_cmpuint (pin.index, ==, 0);
}

static guint
count_pins (LpScene *scene)
{
  const LpDrawList *list = lp_scene_get_list (scene);
  guint n = 0;
  for (guint i = 0; i < lp_draw_list_get_size (list); i++)
    {
      const LpDrawItem *item = lp_draw_list_get (list, i);
      n += item->kind == LP_DRAW_BEGIN && g_str_equal (item->group.type, "comment");
    }
  return n;
}

static void
test_comments_are_annotations (void)
{
  g_autoptr (LpDesign) design = test_design_file ("comments");
  g_autoptr (LpScene) unreviewed = draw (design, NULL, (LpSceneOptions){ .annotate = TRUE });
  g_assert_cmpuint (count_pins (unreviewed), ==, 3);
  g_autoptr (LpScene) open = draw (design, NULL, (LpSceneOptions){ .annotate = TRUE, .unfolded = TRUE });
  g_assert_cmpuint (count_pins (open), ==, 4);
  g_autoptr (LpScene) bare = draw (design, NULL, (LpSceneOptions){ .legend = TRUE });
  g_assert_cmpuint (count_pins (bare), ==, 0);
  g_autofree char *text = lp_draw_list_print (lp_scene_get_list (bare));
  g_assert_null (strstr (text, "Which image?"));
}

/* Around what belongs together across frames; nothing else is in it, and no line says the same again. Members that
 * others stand among have marks, and the lines that they have. */
static void
test_outlines (void)
{
  g_autoptr (LpDesign) design = test_design_file ("outlines");
  g_autoptr (LpScene) scene = draw (design, NULL, plain);
  expect_golden ("outlines", scene);
  guint n;
  g_assert_true (lp_scene_get_route (scene, 0, &n) == NULL && n == 0);
  lp_scene_get_route (scene, 2, &n);
  g_assert_cmpuint (n, >=, 2);
  /* On the line it is the group; inside it is what is there. */
  LpHit on_line = lp_scene_pick (scene, (LpPoint){ 360, 228 }, 4);
  g_assert_cmpint (on_line.part, ==, LP_PART_COMPONENT);
  g_assert_cmpuint (on_line.index, ==, lp_design_find (design, "fleet"));
  LpHit inside = lp_scene_pick (scene, (LpPoint){ 360, 310 }, 4);
  g_assert_cmpint (inside.part, ==, LP_PART_FRAME);
}

static void
test_empty (void)
{
  g_autoptr (LpDesign) design = test_design ("{\"loadpath\": 1, \"components\": [], \"connections\": []}");
  g_autoptr (LpScene) scene = draw (design, NULL, everything);
  g_assert_cmpuint (lp_draw_list_get_size (lp_scene_get_list (scene)), ==, 0);
  g_assert_cmpint (lp_scene_pick (scene, (LpPoint){ 0, 0 }, 4).part, ==, LP_PART_NONE);
}

/* --- invariants -------------------------------------------------------------------------------------- */

static const char many[]
    = "{\"loadpath\": 1, \"components\": ["
      "{\"id\": \"vpc\", \"kind\": \"vpc\"},"
      "{\"id\": \"az\", \"kind\": \"availability-zone\", \"in\": \"vpc\"},"
      "{\"id\": \"s\", \"kind\": \"subnet\", \"in\": \"az\"},"
      "{\"id\": \"a\", \"kind\": \"ec2-instance\", \"in\": \"s\", \"label\": \"a name that needs more than "
      "one line\"},"
      "{\"id\": \"b\", \"kind\": \"ec2-instance\", \"in\": \"s\", \"at\": [400, 300]},"
      "{\"id\": \"c\", \"kind\": \"rds-instance\", \"in\": \"vpc\"},"
      "{\"id\": \"d\", \"kind\": \"generic\", \"label\": \"d\"}],"
      "\"connections\": [{\"id\": \"x\", \"kind\": \"traffic\", \"from\": \"a\", \"to\": \"c\"}]}";

static void
test_frames_hold_their_children (void)
{
  g_autoptr (LpDesign) design = test_design (many);
  g_autoptr (LpPlacement) placement = lp_placement_new (design, lp_catalogue_get_default ());
  for (guint i = 0; i < placement->n; i++)
    {
      guint parent = lp_design_get_parent (design, i);
      g_assert_true (lp_rect_encloses (placement->extent[i], placement->rect[i]));
      g_assert_true (lp_rect_encloses (placement->bounds, placement->extent[i]));
      if (parent == LP_NONE)
        continue;
      g_assert_true (placement->is_frame[parent]);
      g_assert_true (lp_rect_encloses (placement->rect[parent], lp_rect_grow (placement->extent[i], 24)));
    }
  guint b = lp_design_find (design, "b"), s = lp_design_find (design, "s");
  g_assert_cmpfloat (placement->origin[b].x - placement->origin[s].x, ==, 400);
  g_assert_cmpfloat (placement->origin[b].y - placement->origin[s].y, ==, 300);
}

/* As a person drew them: a label that sticks out of its frame is no reason to lay one frame over the other. */
static void
test_drawn_frames_keep_apart (void)
{
  g_autoptr (LpDesign) design = test_design (
      "{\"loadpath\": 1, \"components\": ["
      "{\"id\": \"az\", \"kind\": \"availability-zone\", \"at\": [0, 0], \"size\": [220, 340]},"
      "{\"id\": \"above\", \"kind\": \"subnet\", \"in\": \"az\", \"at\": [20, 40], \"size\": [180, 120]},"
      "{\"id\": \"below\", \"kind\": \"subnet\", \"in\": \"az\", \"at\": [20, 180], \"size\": [180, 120]},"
      "{\"id\": \"web\", \"kind\": \"ec2-instance\", \"in\": \"above\", \"at\": [66, 50]},"
      "{\"id\": \"db\", \"kind\": \"rds-instance\", \"in\": \"below\", \"at\": [66, 50]},"
      "{\"id\": \"other\", \"kind\": \"s3-bucket\", \"at\": [86, 352]}],"
      "\"connections\": []}");
  g_autoptr (LpPlacement) placement = lp_placement_new (design, lp_catalogue_get_default ());
  LpRect above = placement->rect[lp_design_find (design, "above")], below = placement->rect[lp_design_find (design, "below")];
  LpRect az = placement->rect[lp_design_find (design, "az")];
  g_assert_cmpfloat (above.h, ==, 132); /* grown towards the neighbour, not into it */
  g_assert_cmpfloat (az.h, ==, 344);
  g_assert_cmpfloat (below.y + below.h, <=, az.y + az.h - 8);
  g_assert_cmpfloat (above.w, ==, 180);
}

/* What the document places stays inside each other when the layout fills the innermost. */
static void
test_frames_grow_outwards (void)
{
  g_autoptr (LpDesign) design = test_design (
      "{\"loadpath\": 1, \"components\": ["
      "{\"id\": \"seoul\", \"kind\": \"region\", \"at\": [0, 0], \"size\": [240, 200]},"
      "{\"id\": \"vpc\", \"kind\": \"vpc\", \"in\": \"seoul\", \"at\": [24, 40], \"size\": [160, 120]},"
      "{\"id\": \"a\", \"kind\": \"ec2-instance\", \"in\": \"vpc\"}, {\"id\": \"b\", \"kind\": \"ec2-instance\", \"in\": \"vpc\"},"
      "{\"id\": \"c\", \"kind\": \"ec2-instance\", \"in\": \"vpc\"}, {\"id\": \"d\", \"kind\": \"ec2-instance\", \"in\": \"vpc\"}],"
      "\"connections\": [{\"kind\": \"traffic\", \"from\": \"a\", \"to\": \"b\"}, {\"kind\": \"traffic\", \"from\": \"b\", \"to\": \"c\"},"
      "{\"kind\": \"traffic\", \"from\": \"c\", \"to\": \"d\"}]}");
  g_autoptr (LpPlacement) placement = lp_placement_new (design, lp_catalogue_get_default ());
  g_assert_cmpfloat (placement->rect[1].w, >, 240);
  g_assert_true (lp_rect_encloses (placement->rect[0], placement->rect[1]));
  for (guint i = 2; i < placement->n; i++)
    g_assert_true (lp_rect_encloses (placement->rect[1], placement->rect[i]));
}

/* What the importers say of a line with two heads. */
static void
test_both_ways (void)
{
  g_autoptr (LpDesign) design = test_design (
      "{\"loadpath\": 1, \"components\": ["
      "{\"id\": \"a\", \"kind\": \"alb\", \"at\": [0, 0]}, {\"id\": \"b\", \"kind\": \"ec2-instance\", \"at\": [200, 0]}],"
      "\"connections\": [{\"id\": \"x\", \"kind\": \"traffic\", \"from\": \"a\", \"to\": \"b\","
      " \"set\": {\"both_ways\": true}}]}");
  g_autoptr (LpScene) scene = draw (design, NULL, plain);
  g_autofree char *text = lp_draw_list_print (lp_scene_get_list (scene));
  g_assert_nonnull (strstr (text, "arrow-start arrow-end"));
}

static void
test_crowd (void)
{
  g_autoptr (LpDesign) design = test_design (
      "{\"loadpath\": 1, \"components\": ["
      "{\"id\": \"a\", \"kind\": \"alb\", \"label\": \"above\", \"at\": [0, 0]},"
      "{\"id\": \"b\", \"kind\": \"alb\", \"label\": \"below\", \"at\": [0, 68]}], \"connections\": []}");
  g_autoptr (LpPlacement) placement = lp_placement_new (design, lp_catalogue_get_default ());
  g_assert_true (placement->squeezed[0]);
  g_assert_false (placement->squeezed[1]);
  g_assert_false (lp_rect_overlaps (placement->extent[0], placement->rect[1]));
}

static void
test_far_away (void)
{
  g_autoptr (LpDesign) design = test_design (
      "{\"loadpath\": 1, \"components\": ["
      "{\"id\": \"a\", \"kind\": \"vpc\", \"at\": [1e7, -1e7], \"size\": [1e7, 1e-300]},"
      "{\"id\": \"b\", \"kind\": \"alb\", \"in\": \"a\", \"at\": [-1e7, 1e7], \"size\": [1e7, 1e7]}],"
      "\"connections\": [{\"id\": \"x\", \"kind\": \"traffic\", \"from\": \"a\", \"to\": \"b\"}]}");
  g_autoptr (LpScene) scene = draw (design, NULL, everything);
  LpRect bounds = lp_scene_get_bounds (scene);
  g_assert_cmpfloat (bounds.w, <, 1e8);
  g_assert_cmpfloat (bounds.h, <, 1e8);
}

/* --- picking ----------------------------------------------------------------------------------------- */

static void
expect_hit (LpScene *scene, LpPoint at, LpPart part, const char *id)
{
  LpDesign *design = lp_scene_get_design (scene);
  LpHit hit = lp_scene_pick (scene, at, 3);
  g_assert_cmpint (hit.part, ==, part);
  guint wanted
      = part == LP_PART_CONNECTION ? lp_design_find_connection (design, id) : lp_design_find (design, id);
  if (part != LP_PART_MARK)
    g_assert_cmpuint (hit.index, ==, wanted);
}

static LpPoint
centre_of (LpScene *scene, const char *id)
{
  return lp_rect_centre (
      lp_scene_get_placement (scene)->rect[lp_design_find (lp_scene_get_design (scene), id)]);
}

static void
test_pick (void)
{
  g_autoptr (LpDesign) design = test_design_file ("layers");
  g_autoptr (LpReview) review = all_shapes ();
  g_autoptr (LpScene) scene = draw (design, review, everything);
  const LpPlacement *placement = lp_scene_get_placement (scene);
  LpRect web = placement->rect[lp_design_find (design, "web-1")];
  LpRect zone = placement->rect[lp_design_find (design, "az-a")];
  guint n;
  const LpPoint *route = lp_scene_get_route (scene, lp_design_find_connection (design, "c1"), &n);

  expect_hit (scene, centre_of (scene, "web-1"), LP_PART_COMPONENT, "web-1");
  expect_hit (scene, (LpPoint){ web.x + 24, web.y + 48 + 12 }, LP_PART_COMPONENT, "web-1");
  expect_hit (scene, (LpPoint){ web.x + 48, web.y }, LP_PART_MARK, "web-1");
  expect_hit (scene, (LpPoint){ zone.x + 4, zone.y + zone.h - 4 }, LP_PART_FRAME, "az-a");
  expect_hit (scene, (LpPoint){ route[0].x + 6, route[0].y + 2 }, LP_PART_CONNECTION, "c1");
  g_assert_cmpint (lp_scene_pick (scene, (LpPoint){ -30, -30 }, 3).part, ==, LP_PART_NONE);
}

static void
test_pick_inside (void)
{
  g_autoptr (LpDesign) design = test_design_file ("layers");
  g_autoptr (LpScene) scene = draw (design, NULL, plain);
  LpRect subnet = lp_scene_get_placement (scene)->rect[lp_design_find (design, "private-a")];
  g_autoptr (GArray) found = lp_scene_pick_inside (scene, lp_rect_grow (subnet, 2));
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpuint (g_array_index (found, guint, 0), ==, lp_design_find (design, "private-a"));
  g_assert_cmpuint (g_array_index (found, guint, 1), ==, lp_design_find (design, "web-1"));
}

static void
test_container_at (void)
{
  g_autoptr (LpDesign) design = test_design_file ("layers");
  g_autoptr (LpScene) scene = draw (design, NULL, plain);
  LpPoint at = centre_of (scene, "web-1");
  g_assert_cmpuint (lp_scene_container_at (scene, at, LP_NONE), ==, lp_design_find (design, "private-a"));
  g_assert_cmpuint (lp_scene_container_at (scene, at, lp_design_find (design, "private-a")), ==,
                    lp_design_find (design, "az-a"));
  g_assert_cmpuint (lp_scene_container_at (scene, at, lp_design_find (design, "vpc")), ==, LP_NONE);
  g_assert_cmpuint (lp_scene_container_at (scene, (LpPoint){ -500, -500 }, LP_NONE), ==, LP_NONE);
}

typedef struct
{
  guint n, last;
} Seen;

static void
count_items (const LpDrawList *list, const LpDrawItem *item, gpointer data)
{
  Seen *seen = data;
  guint index = (guint) (item - lp_draw_list_get (list, 0));
  g_assert_true (seen->n == 0 || index > seen->last);
  seen->last = index;
  seen->n++;
}

static void
test_visit (void)
{
  g_autoptr (LpDesign) design = test_design_file ("layers");
  g_autoptr (LpScene) scene = draw (design, NULL, plain);
  const LpDrawList *list = lp_scene_get_list (scene);
  Seen all = { 0 }, few = { 0 }, none = { 0 };
  lp_draw_list_visit (list, lp_scene_get_bounds (scene), count_items, &all);
  LpPoint at = centre_of (scene, "customers");
  lp_draw_list_visit (list, (LpRect){ at.x - 1, at.y - 1, 2, 2 }, count_items, &few);
  lp_draw_list_visit (list, (LpRect){ -900, -900, 2, 2 }, count_items, &none);
  g_assert_cmpuint (few.n, ==, 2); /* the tile and its glyph */
  g_assert_cmpuint (all.n, >, 20);
  g_assert_cmpuint (none.n, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  lp_language_set (LP_LANGUAGE_EN);
  g_test_add_func ("/scene/empty", test_empty);
  g_test_add_func ("/scene/golden/layers", test_layers);
  g_test_add_func ("/scene/golden/odd", test_odd);
  g_test_add_func ("/scene/golden/collapsed", test_collapsed);
  g_test_add_func ("/scene/golden/outlines", test_outlines);
  g_test_add_func ("/scene/golden/comments", test_comments);
  g_test_add_func ("/scene/comments-are-annotations", test_comments_are_annotations);
  g_test_add_func ("/scene/placement/frames-hold-their-children", test_frames_hold_their_children);
  g_test_add_func ("/scene/placement/crowd", test_crowd);
  g_test_add_func ("/scene/placement/drawn-frames-keep-apart", test_drawn_frames_keep_apart);
  g_test_add_func ("/scene/placement/frames-grow-outwards", test_frames_grow_outwards);
  g_test_add_func ("/scene/both-ways", test_both_ways);
  g_test_add_func ("/scene/placement/far-away", test_far_away);
  g_test_add_func ("/scene/pick/point", test_pick);
  g_test_add_func ("/scene/pick/inside", test_pick_inside);
  g_test_add_func ("/scene/pick/container", test_container_at);
  g_test_add_func ("/scene/visit", test_visit);
  return g_test_run ();
}
