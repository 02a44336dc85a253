#include "base/json-node.h"
#include "designs.h"
#include "io/native.h"
#include "model/edit.h"
#include "stage-fixture.h"
#include "ui/canvas/arrange.h"
#include "ui/canvas/copies.h"

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
  g_autofree char *before = test_text_of_document (fixture->document);
  g_autoptr (LpDesign) clip = copy (fixture, "seoul users");
  LpPoint at = { 2000, 2000 };
  g_assert_true (lp_copies_paste (fixture->stage, clip, &at));
  assert_selected (fixture, "seoul-2 users-2");
  g_autoptr (LpDesign) design = lp_document_snapshot (fixture->document);
  g_assert_cmpuint (lp_design_get_n_components (design), ==, 12);
  g_assert_nonnull (lp_document_get_connection (fixture->document, "users-2-web-2"));

  lp_document_undo (fixture->document);
  g_autofree char *after = test_text_of_document (fixture->document);
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
  g_autofree char *text = test_text_of_document (fixture->document);
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
  g_autofree char *before = test_text_of_document (fixture->document);
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
  g_autofree char *after = test_text_of_document (fixture->document);
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

/* Dragged off with Alt: the original stays, the copy goes where it is dropped, also into another container. */
static void
test_drag_off (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = test_text_of_document (fixture->document);
  LpPoint from = fixture_middle (fixture, "web");
  fixture_drag (fixture, from, (LpPoint){ from.x, from.y + 96 }, LP_MODIFIER_COPY);
  assert_stands (fixture, "web", "net", 120, 120);
  assert_stands (fixture, "web-2", "net", 120, 216);
  assert_selected (fixture, "web-2");
  g_assert_cmpstr (lp_document_get_undo_label (fixture->document), ==, "Duplicate");
  g_assert_nonnull (lp_document_get_connection (fixture->document, "users-web-2"));
  fixture_drag (fixture, from, (LpPoint){ from.x, from.y + 230 }, LP_MODIFIER_COPY);
  g_assert_cmpstr (lp_document_get_component (fixture->document, "web-3")->in, ==, "main");
  lp_document_undo (fixture->document);
  lp_document_undo (fixture->document);
  g_autofree char *after = test_text_of_document (fixture->document);
  g_assert_cmpstr (after, ==, before);
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
test_notes (Fixture *fixture, gconstpointer data)
{
  LpPoint at = { 1000, 400 };
  g_assert_true (lp_copies_paste_note (fixture->stage, "one\r\ntwo\n", &at));
  assert_selected (fixture, "note");
  const LpComponent *note = lp_document_get_component (fixture->document, "note");
  g_assert_cmpstr (note->kind, ==, "note");
  g_assert_cmpstr (note->label, ==, "one\ntwo");
  g_autofree char *long_text = g_strnfill (20001, 'x');
  g_assert_false (lp_copies_paste_note (fixture->stage, long_text, &at));
  g_assert_cmpstr (fixture->message, ==, "The text is too long for a note, which holds up to 20000 characters");
  g_assert_false (lp_copies_paste_note (fixture->stage, "  \n", &at));
  g_assert_cmpstr (fixture->message, ==, "There is nothing to paste");
}

static void
test_pictures (Fixture *fixture, gconstpointer data)
{
  static const guint8 head[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R',
                                 0,    0,   0,   64,  0,    0,    0,    32,  8, 2, 0, 0,  0 };
  g_autoptr (GBytes) png = g_bytes_new_static (head, sizeof head), none = g_bytes_new_static ("GIF89a", 6);
  LpPoint at = { 1000, 400 };
  g_assert_true (lp_copies_paste_image (fixture->stage, png, &at));
  assert_selected (fixture, "image");
  LpRect rect = fixture_rect (fixture, "image");
  g_assert_cmpfloat (rect.w, ==, 64);
  g_assert_cmpfloat (rect.h, ==, 32);
  g_autofree char *base64 = g_base64_encode (head, sizeof head);
  g_assert_cmpstr (lp_properties_lookup_string (lp_document_get_component (fixture->document, "image")->set, "data"), ==,
                   base64);
  g_assert_false (lp_copies_paste_image (fixture->stage, none, &at));
  g_assert_cmpstr (fixture->message, ==,
                   "The picture takes 6 bytes, and a document holds pictures of up to 4.0\302\240MiB; make it smaller");
}

static void
set (Fixture *fixture, const char *id, const char *property, const char *value)
{
  lp_document_begin (fixture->document, "Set");
  lp_edit_set_property (fixture->document, id, property, lp_json_node_string (value), NULL);
  lp_document_commit (fixture->document);
}

static void
test_properties (Fixture *fixture, gconstpointer data)
{
  select_ids (fixture, "web");
  g_assert_true (lp_copies_duplicate (fixture->stage));
  set (fixture, "web", "role", "web");
  set (fixture, "web", "os", "linux");
  set (fixture, "web", "address", "10.0.0.1");
  set (fixture, "web-2", "instance_type", "t3.micro");
  set (fixture, "web-2", "address", "10.0.0.2");
  g_autofree char *before = test_text_of_document (fixture->document);
  g_autoptr (LpComponent) from
      = lp_component_ref ((LpComponent *) lp_document_get_component (fixture->document, "web"));
  select_ids (fixture, "web-2 db users");
  g_assert_true (lp_copies_give_properties (fixture->stage, from));
  const LpProperties *given = lp_document_get_component (fixture->document, "web-2")->set;
  g_assert_cmpuint (lp_properties_get_size (given), ==, 3);
  g_assert_cmpstr (lp_properties_lookup_string (given, "role"), ==, "web");
  g_assert_cmpstr (lp_properties_lookup_string (given, "os"), ==, "linux");
  g_assert_cmpstr (lp_properties_lookup_string (given, "address"), ==, "10.0.0.2");
  g_assert_cmpuint (lp_properties_get_size (lp_document_get_component (fixture->document, "db")->set), ==, 0);
  lp_document_undo (fixture->document);
  g_autofree char *after = test_text_of_document (fixture->document);
  g_assert_cmpstr (after, ==, before);
  select_ids (fixture, "db");
  g_assert_false (lp_copies_give_properties (fixture->stage, from));
  g_assert_cmpstr (fixture->message, ==,
                   "The copied properties are for: EC2 instance; nothing of that kind is selected");
}

/* Zones a and b beside each other, b empty: it grows around what comes, and what stands right of it makes room. */
static void
test_zones (Fixture *fixture, gconstpointer data)
{
  lp_document_begin (fixture->document, "Zones");
  const struct
  {
    const char *id;
    LpPoint at;
    double w, h;
  } frames[] = { { "zone-a", { 40, 200 }, 250, 200 }, { "zone-b", { 320, 200 }, 120, 120 } };
  lp_edit_set_size (fixture->document, "main", 700, 500, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
    {
      LpComponent *zone = lp_component_new (frames[i].id, "availability-zone");
      lp_component_set_in (zone, "main");
      lp_component_set_at (zone, frames[i].at);
      lp_component_set_size (zone, frames[i].w, frames[i].h);
      lp_document_put_component (fixture->document, zone, NULL);
    }
  LpComponent *beside = lp_component_new ("beside", "s3-bucket");
  lp_component_set_in (beside, "main");
  lp_component_set_at (beside, (LpPoint){ 500, 220 });
  lp_document_put_component (fixture->document, beside, NULL);
  lp_edit_move_into (fixture->document, "net", "zone-a", (LpPoint){ 24, 48 }, NULL);
  lp_document_commit (fixture->document);
  g_autofree char *before = test_text_of_document (fixture->document);

  select_ids (fixture, "net");
  g_assert_true (lp_copies_one_in_each_zone (fixture->stage));
  assert_selected (fixture, "net-b");
  g_assert_cmpstr (lp_document_get_component (fixture->document, "net-b")->in, ==, "zone-b");
  g_assert_cmpstr (lp_document_get_component (fixture->document, "web-b")->in, ==, "net-b");
  g_assert_nonnull (lp_document_get_connection (fixture->document, "users-web-b"));
  LpRect zone = fixture_rect (fixture, "zone-b"), copy = fixture_rect (fixture, "net-b");
  g_assert_true (lp_rect_encloses (zone, copy));
  g_assert_false (lp_rect_overlaps (zone, fixture_rect (fixture, "zone-a")));
  g_assert_false (lp_rect_overlaps (zone, fixture_rect (fixture, "beside")));
  lp_document_undo (fixture->document);
  g_autofree char *after = test_text_of_document (fixture->document);
  g_assert_cmpstr (after, ==, before);
  select_ids (fixture, "users");
  g_assert_false (lp_copies_one_in_each_zone (fixture->stage));
  g_assert_cmpstr (fixture->message, ==, "Select something that stands in an Availability Zone");
}

static void
select_some (Fixture *fixture)
{
  const LpDesign *design = lp_stage_get_design (fixture->stage);
  guint n = lp_design_get_n_components (design);
  lp_selection_set (fixture->stage->selection, NULL);
  for (int i = g_test_rand_int_range (0, 4); i > 0 && n > 0; i--)
    lp_selection_toggle (fixture->stage->selection,
                         lp_design_get_component (design, g_test_rand_int_range (0, n))->id);
}

static void
do_something (Fixture *fixture, LpDesign **clip)
{
  LpStage *stage = fixture->stage;
  LpPoint at = { g_test_rand_double_range (-200, 1200), g_test_rand_double_range (-200, 900) };
  g_auto (GStrv) ids = lp_selection_dup_ids (stage->selection);
  LpDesign *taken;

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      if ((taken = lp_copies_take (stage)) != NULL)
        {
          g_clear_pointer (clip, lp_design_unref);
          *clip = taken;
        }
      break;
    case 1:
    case 2:
      if (*clip != NULL && lp_design_get_n_components (lp_stage_get_design (stage)) < 150)
        lp_copies_paste (stage, *clip, g_test_rand_bit () ? &at : NULL);
      break;
    case 3:
      if (lp_design_get_n_components (lp_stage_get_design (stage)) < 150)
        lp_copies_duplicate (stage);
      break;
    case 4:
      lp_document_begin (fixture->document, "Cut");
      lp_edit_delete (fixture->document, (const char *const *) ids, NULL);
      lp_document_commit (fixture->document);
      break;
    case 5:
      lp_copies_one_in_each_zone (stage);
      break;
    case 6:
      lp_document_undo (fixture->document);
      break;
    default:
      lp_document_redo (fixture->document);
      break;
    }
}

/* No relation is ever broken, and taking everything back gives the first bytes. */
static void
test_random (Fixture *fixture, gconstpointer data)
{
  LpDesign *clip = NULL;
  g_autofree char *before = test_text_of_document (fixture->document);
  lp_document_begin (fixture->document, "Zones");
  for (guint i = 0; i < 2; i++)
    {
      LpComponent *zone = lp_component_new (i == 0 ? "zone-a" : "zone-b", "availability-zone");
      lp_component_set_in (zone, "main");
      lp_component_set_at (zone, (LpPoint){ 40 + 360 * i, 300 });
      lp_document_put_component (fixture->document, zone, NULL);
    }
  lp_edit_move_into (fixture->document, "net", "zone-a", (LpPoint){ 24, 48 }, NULL);
  lp_document_commit (fixture->document);
  for (guint i = 0; i < 250; i++)
    {
      select_some (fixture);
      do_something (fixture, &clip);
      g_assert_false (lp_document_in_transaction (fixture->document));
      g_autofree char *text = test_text_of_document (fixture->document);
      g_autoptr (LpDesign) again = test_design (text);
    }
  while (lp_document_can_undo (fixture->document))
    lp_document_undo (fixture->document);
  g_autofree char *after = test_text_of_document (fixture->document);
  g_assert_cmpstr (after, ==, before);
  g_clear_pointer (&clip, lp_design_unref);
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
  ADD ("drag-off", test_drag_off);
  ADD ("again-and-again", test_again_and_again);
  ADD ("collapsed", test_collapsed);
  ADD ("notes", test_notes);
  ADD ("pictures", test_pictures);
  ADD ("properties", test_properties);
  ADD ("zones", test_zones);
  ADD ("random", test_random);
  ADD ("nothing", test_nothing);
  return g_test_run ();
}
