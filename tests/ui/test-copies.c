#include "io/native.h"
#include "stage-fixture.h"
#include "ui/canvas/arrange.h"
#include "ui/canvas/copies.h"

#include <string.h>

static char *
text_of (Fixture *fixture)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (fixture->document);
  g_autoptr (GBytes) bytes = lp_native_write (design);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
select_ids (Fixture *fixture, const char *ids)
{
  g_auto (GStrv) list = g_strsplit (ids, " ", -1);
  lp_selection_set_all (fixture->stage->selection, (const char *const *) list);
}

static void
assert_stands (Fixture *fixture, const char *id, const char *container, double x, double y)
{
  const LpComponent *component = lp_document_get_component (fixture->document, id);
  LpRect rect = fixture_rect (fixture, id);
  g_assert_nonnull (component);
  g_assert_cmpstr (component->in, ==, container);
  g_assert_cmpfloat (rect.x, ==, x);
  g_assert_cmpfloat (rect.y, ==, y);
}

static void
assert_selected (Fixture *fixture, const char *ids)
{
  g_autofree char *selected = fixture_selected (fixture);
  g_assert_cmpstr (selected, ==, ids);
}

static LpDesign *
copy (Fixture *fixture, const char *ids)
{
  select_ids (fixture, ids);
  LpDesign *clip = lp_copies_take (fixture->stage);
  g_assert_nonnull (clip);
  return clip;
}

/* Everything at once, and taken back byte for byte. */
static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = text_of (fixture);
  g_autoptr (LpDesign) clip = copy (fixture, "seoul users");
  LpPoint at = { 2000, 2000 };
  g_assert_true (lp_copies_paste (fixture->stage, clip, &at));
  assert_selected (fixture, "seoul-2 users-2");
  g_autoptr (LpDesign) design = lp_document_snapshot (fixture->document);
  g_assert_cmpuint (lp_design_get_n_components (design), ==, 12);
  g_assert_nonnull (lp_document_get_connection (fixture->document, "users-2-web-2"));

  lp_document_undo (fixture->document);
  g_autofree char *after = text_of (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* Into an empty document the clip comes as it was taken. */
static void
test_exact_bytes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LpDesign) clip = copy (fixture, "main users");
  g_autoptr (GBytes) wanted = lp_native_write (clip);
  select_ids (fixture, "seoul users");
  lp_document_begin (fixture->document, "Delete");
  lp_edit_delete (fixture->document, (const char *const[]){ "seoul", "users", NULL }, NULL);
  lp_document_commit (fixture->document);
  g_assert_true (lp_copies_paste (fixture->stage, clip, NULL));
  g_autofree char *text = text_of (fixture);
  g_assert_cmpstr (text, ==, (const char *) g_bytes_get_data (wanted, NULL));
}

static void
test_paste_at_pointer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LpDesign) clip = copy (fixture, "web");
  lp_selection_set (fixture->stage->selection, NULL);
  LpPoint at = { 160, 270 }; /* in the subnet, below "web" */
  g_assert_true (lp_copies_paste (fixture->stage, clip, &at));
  const LpComponent *pasted = lp_document_get_component (fixture->document, "web-2");
  g_assert_cmpstr (pasted->in, ==, "net");
  LpRect rect = fixture_rect (fixture, "web-2");
  g_assert_true (lp_rect_contains (rect, (LpPoint){ 160, 260 }));
  g_assert_cmpfloat (rect.x, ==, lp_snap (rect.x));
  assert_selected (fixture, "web-2");
}

/* The pointer still on the original: the copy stands beside it, not on it. */
static void
test_paste_on_itself (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LpDesign) clip = copy (fixture, "web");
  LpPoint at = fixture_middle (fixture, "web");
  g_assert_true (lp_copies_paste (fixture->stage, clip, &at));
  LpRect old = fixture_rect (fixture, "web"), new = fixture_rect (fixture, "web-2");
  g_assert_cmpstr (lp_document_get_component (fixture->document, "web-2")->in, ==, "net");
  g_assert_false (lp_rect_overlaps (old, new));
  g_assert_cmpfloat (hypot (old.x - new.x, old.y - new.y), <, 200);
}

/* A subnet does not stand in a subnet: it goes to the next container around the pointer that takes it. */
static void
test_paste_walks_outwards (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LpDesign) clip = copy (fixture, "net");
  LpPoint at = fixture_middle (fixture, "net");
  g_assert_true (lp_copies_paste (fixture->stage, clip, &at));
  g_assert_cmpstr (lp_document_get_component (fixture->document, "net-2")->in, ==, "main");
  g_assert_false (lp_rect_overlaps (fixture_rect (fixture, "net"), fixture_rect (fixture, "net-2")));
}

static void
test_paste_into_selected (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LpDesign) clip = copy (fixture, "users");
  select_ids (fixture, "web");
  g_autoptr (LpDesign) tile = lp_copies_take (fixture->stage);
  select_ids (fixture, "main");
  LpPoint elsewhere = { 1500, 1500 };
  g_assert_true (lp_copies_paste (fixture->stage, tile, &elsewhere));
  g_assert_cmpstr (lp_document_get_component (fixture->document, "web-2")->in, ==, "main");
  g_assert_true (lp_rect_encloses (fixture_rect (fixture, "main"), fixture_rect (fixture, "web-2")));
}

static void
test_duplicate (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = text_of (fixture);
  select_ids (fixture, "web");
  g_assert_true (lp_copies_duplicate (fixture->stage));
  assert_selected (fixture, "web-2");
  g_assert_cmpstr (lp_document_get_undo_label (fixture->document), ==, "Duplicate");
  /* "db" stands beside it: it goes further along the row. */
  LpRect rect = fixture_rect (fixture, "web-2");
  g_assert_cmpstr (lp_document_get_component (fixture->document, "web-2")->in, ==, "net");
  g_assert_cmpfloat (rect.y, ==, 120);
  g_assert_false (lp_rect_overlaps (rect, fixture_rect (fixture, "db")));
  const LpConnection *line = lp_document_get_connection (fixture->document, "users-web-2");
  g_assert_cmpstr (line->from, ==, "users");
  g_assert_cmpstr (line->to, ==, "web-2");
  lp_document_undo (fixture->document);
  g_autofree char *after = text_of (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* Things of two containers, each beside its original, with the connection between them and none twice. */
static void
test_duplicate_of_several (Fixture *fixture, gconstpointer data)
{
  select_ids (fixture, "users web");
  g_assert_true (lp_copies_duplicate (fixture->stage));
  g_assert_cmpstr (lp_document_get_component (fixture->document, "web-2")->in, ==, "net");
  g_assert_null (lp_document_get_component (fixture->document, "users-2")->in);
  g_autoptr (LpDesign) design = lp_document_snapshot (fixture->document);
  g_assert_cmpuint (lp_design_get_n_connections (design), ==, 2);
  g_assert_nonnull (lp_document_get_connection (fixture->document, "users-2-web-2"));
}

static void
test_duplicate_to (Fixture *fixture, gconstpointer data)
{
  select_ids (fixture, "web");
  const LpDesign *design = lp_stage_get_design (fixture->stage);
  guint web = lp_design_find (design, "web"), net = lp_design_find (design, "net");
  guint vpc = lp_design_find (design, "main");
  g_assert_true (lp_copies_duplicate_to (fixture->stage, (LpPoint){ 0, 96 }, web, net));
  assert_stands (fixture, "web-2", "net", 120, 216);
  g_assert_true (lp_copies_duplicate_to (fixture->stage, (LpPoint){ 0, 200 }, web, vpc));
  g_assert_cmpstr (lp_document_get_component (fixture->document, "web-3")->in, ==, "main");
}

/* A thousand things over and over: no name twice, and no waiting. */
static void
test_again_and_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LpDesign) clip = copy (fixture, "seoul users");
  for (guint i = 0; i < 40; i++)
    g_assert_true (lp_copies_paste (fixture->stage, clip, NULL));
  g_autoptr (LpDesign) design = lp_document_snapshot (fixture->document);
  g_assert_cmpuint (lp_design_get_n_components (design), ==, 41 * 6);
  g_assert_cmpuint (lp_design_get_n_connections (design), ==, 41);
  const LpPlacement *placement = lp_scene_get_placement (fixture->stage->scene);
  LpIndices top = lp_design_get_children (design, LP_NONE);
  for (guint i = 0; i < top.n; i++)
    for (guint k = 0; k < i; k++)
      g_assert_false (lp_rect_overlaps (placement->rect[top.items[i]], placement->rect[top.items[k]]));
}

/* What is folded away comes along, and the copy is collapsed too. */
static void
test_collapsed (Fixture *fixture, gconstpointer data)
{
  lp_document_begin (fixture->document, "Collapse");
  lp_edit_set_collapsed (fixture->document, "main", TRUE, NULL);
  lp_document_commit (fixture->document);
  select_ids (fixture, "main");
  g_assert_true (lp_copies_duplicate (fixture->stage));
  assert_selected (fixture, "main-2");
  const LpComponent *copy = lp_document_get_component (fixture->document, "main-2");
  g_assert_true (copy->collapsed);
  g_assert_cmpfloat (copy->width, ==, 400);
  const LpComponent *web = lp_document_get_component (fixture->document, "web-2");
  g_assert_cmpstr (web->in, ==, "net-2");
  g_assert_cmpfloat (web->at.x, ==, 40);
  g_assert_nonnull (lp_document_get_connection (fixture->document, "users-web-2"));
  /* One box beside the other, not a frame away from it. */
  LpRect first = fixture_rect (fixture, "main"), second = fixture_rect (fixture, "main-2");
  g_assert_cmpfloat (second.x - first.x, <, 200);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_assert_null (lp_copies_take (fixture->stage));
  g_assert_false (lp_copies_duplicate (fixture->stage));
  select_ids (fixture, "users-web");
  g_assert_null (lp_copies_take (fixture->stage));
  g_autoptr (LpDocument) empty = lp_document_new ();
  g_autoptr (LpDesign) clip = lp_document_snapshot (empty);
  g_assert_false (lp_copies_paste (fixture->stage, clip, NULL));
  g_assert_cmpstr (fixture->message, ==, "There is nothing to paste");
  g_assert_false (lp_document_can_undo (fixture->document));
}

#define ADD(name, test) \
  g_test_add ("/copies/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("round-trip", test_round_trip);
  ADD ("exact-bytes", test_exact_bytes);
  ADD ("paste-at-pointer", test_paste_at_pointer);
  ADD ("paste-on-itself", test_paste_on_itself);
  ADD ("paste-walks-outwards", test_paste_walks_outwards);
  ADD ("paste-into-selected", test_paste_into_selected);
  ADD ("duplicate", test_duplicate);
  ADD ("duplicate-of-several", test_duplicate_of_several);
  ADD ("duplicate-to", test_duplicate_to);
  ADD ("again-and-again", test_again_and_again);
  ADD ("collapsed", test_collapsed);
  ADD ("nothing", test_nothing);
  return g_test_run ();
}
