/* One state of a drawing after another: what an edit leaves alone stays as it was. */
#include "drawing.h"
#include "model/edit.h"

typedef struct
{
  LpDocument *document;
  LpScene *scene;
} Fixture;

static const LpSceneOptions plain = { .annotate = FALSE };

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (LpDesign) design
      = test_design ("{\"loadpath\": 1, \"components\": ["
                     "{\"id\": \"a\", \"kind\": \"ec2-instance\", \"at\": [0, 0]},"
                     "{\"id\": \"b\", \"kind\": \"ec2-instance\", \"at\": [400, 0]},"
                     "{\"id\": \"c\", \"kind\": \"ec2-instance\", \"at\": [200, 200]},"
                     "{\"id\": \"d\", \"kind\": \"ec2-instance\", \"at\": [0, 400]},"
                     "{\"id\": \"e\", \"kind\": \"ec2-instance\", \"at\": [400, 400]}"
                     "], \"connections\": ["
                     "{\"id\": \"a-b\", \"kind\": \"traffic\", \"from\": \"a\", \"to\": \"b\"},"
                     "{\"id\": \"d-e\", \"kind\": \"traffic\", \"from\": \"d\", \"to\": \"e\"}"
                     "]}");
  self->document = lp_document_new_from_design (design);
  self->scene = lp_scene_new (design, lp_catalogue_get_default (), NULL, plain);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  lp_scene_unref (self->scene);
  g_object_unref (self->document);
}

static LpDesign *
move (Fixture *self, const char *id, double x, double y)
{
  lp_document_begin (self->document, "Move");
  g_assert_true (lp_edit_set_at (self->document, id, (LpPoint){ x, y }, NULL));
  lp_document_commit (self->document);
  return lp_document_snapshot (self->document);
}

static LpScene *
scene_after (Fixture *self)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (self->document);
  return lp_scene_new_after (self->scene, design, lp_catalogue_get_default (), NULL, plain);
}

static LpSceneChange *
change_to (Fixture *self, const LpSceneChange *last, LpDesign *design)
{
  return lp_scene_change_new (self->scene, last, design, lp_catalogue_get_default (), NULL, plain);
}

static guint
n_bends (const LpScene *scene, const char *connection)
{
  guint n;
  lp_scene_get_route (scene, lp_design_find_connection (lp_scene_get_design ((LpScene *) scene), connection), &n);
  return n - 2;
}

static void
assert_same_route (const LpScene *before, const LpScene *after, const char *connection)
{
  guint n, m;
  const LpPoint *was
      = lp_scene_get_route (before, lp_design_find_connection (lp_scene_get_design ((LpScene *) before), connection), &n);
  const LpPoint *is
      = lp_scene_get_route (after, lp_design_find_connection (lp_scene_get_design ((LpScene *) after), connection), &m);
  g_assert_cmpmem (was, n * sizeof *was, is, m * sizeof *is);
}

/* The ids that the list draws, in its order. */
static char *
drawn (const LpScene *scene)
{
  const LpDrawList *list = lp_scene_get_list (scene);
  GString *ids = g_string_new (NULL);
  for (guint i = 0; i < lp_draw_list_get_size (list); i++)
    {
      const LpDrawItem *item = lp_draw_list_get (list, i);
      if (item->kind == LP_DRAW_BEGIN)
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", lp_draw_list_get_string (list, item->group.id));
    }
  return g_string_free (ids, FALSE);
}

static void
test_moving (Fixture *self, gconstpointer data)
{
  lp_design_unref (move (self, "c", 200, 0));
  g_autoptr (LpScene) after = scene_after (self);
  g_assert_cmpuint (n_bends (self->scene, "a-b"), ==, 0);
  g_assert_cmpuint (n_bends (after, "a-b"), >, 0);
  assert_same_route (self->scene, after, "d-e");
}

/* New things, with other numbers for what stands behind what was removed. */
static void
test_adding_and_removing (Fixture *self, gconstpointer data)
{
  const char *const gone[] = { "a", NULL };
  lp_document_begin (self->document, "Change");
  g_assert_true (lp_edit_delete (self->document, gone, NULL));
  g_autofree char *id = lp_edit_add_component (self->document, "ec2-instance", NULL, &(LpPoint){ 200, 400 }, NULL);
  g_autofree char *line = lp_edit_connect (self->document, "traffic", id, "b", NULL);
  lp_document_commit (self->document);
  g_autoptr (LpScene) after = scene_after (self);
  guint n;
  g_assert_nonnull (lp_scene_get_route (after, lp_design_find_connection (lp_scene_get_design (after), line), &n));
  g_assert_cmpuint (n, >=, 2);
  /* The new one stands in the way of d-e. */
  g_assert_cmpuint (n_bends (after, "d-e"), >, 0);
}

static void
test_connecting (Fixture *self, gconstpointer data)
{
  lp_document_begin (self->document, "Connect");
  g_autofree char *line = lp_edit_connect (self->document, "traffic", "c", "e", NULL);
  lp_document_commit (self->document);
  g_autoptr (LpScene) after = scene_after (self);
  guint n;
  g_assert_nonnull (lp_scene_get_route (after, lp_design_find_connection (lp_scene_get_design (after), line), &n));
  assert_same_route (self->scene, after, "a-b");
}

static void
test_laid_by_hand (Fixture *self, gconstpointer data)
{
  const LpPoint via[] = { { 100, -60 }, { 300, -60 } };
  lp_document_begin (self->document, "Lay");
  g_assert_true (lp_edit_set_via (self->document, "a-b", via, 2, NULL));
  lp_document_commit (self->document);
  g_autoptr (LpScene) after = scene_after (self);
  guint n, found = 0;
  const LpPoint *points = lp_scene_get_route (after, 0, &n);
  for (guint i = 0; i < n; i++)
    found += points[i].y == -60;
  g_assert_cmpuint (found, ==, 2);
  assert_same_route (self->scene, after, "d-e");
}

static void
test_change (Fixture *self, gconstpointer data)
{
  g_autoptr (LpDesign) design = move (self, "c", 200, 0);
  g_autoptr (LpSceneChange) change = change_to (self, NULL, design);
  g_autofree char *ids = drawn (change->after);
  g_assert_cmpstr (ids, ==, "a-b c");
  const LpDrawList *list = lp_scene_get_list (self->scene);
  for (guint i = 0; i < lp_draw_list_get_size (list); i++)
    {
      const LpDrawItem *item = lp_draw_list_get (list, i);
      if (item->kind == LP_DRAW_BEGIN || item->kind == LP_DRAW_END)
        continue;
      const char *id = lp_draw_list_get_string (list, lp_draw_list_get (list, item->owner)->group.id);
      g_assert_cmpint (change->replaced[i], ==, g_str_equal (id, "c") || g_str_equal (id, "a-b"));
    }
}

/* What had made way goes back once nothing stands there any more; it is still drawn anew. */
static void
test_change_and_back (Fixture *self, gconstpointer data)
{
  g_autoptr (LpDesign) across = move (self, "c", 200, 0);
  g_autoptr (LpSceneChange) first = change_to (self, NULL, across);
  g_autoptr (LpDesign) past = move (self, "c", 200, -200);
  g_autoptr (LpSceneChange) second = change_to (self, first, past);
  assert_same_route (self->scene, second->after, "a-b");
  g_autofree char *ids = drawn (second->after);
  g_assert_cmpstr (ids, ==, "a-b c");
}

static void
test_change_by_removing (Fixture *self, gconstpointer data)
{
  const char *const gone[] = { "a", NULL };
  lp_document_begin (self->document, "Delete");
  g_assert_true (lp_edit_delete (self->document, gone, NULL));
  lp_document_commit (self->document);
  g_autoptr (LpDesign) design = lp_document_snapshot (self->document);
  g_assert_null (change_to (self, NULL, design));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/scene/after/moving", test_moving);
  ADD ("/scene/after/adding-and-removing", test_adding_and_removing);
  ADD ("/scene/after/connecting", test_connecting);
  ADD ("/scene/after/laid-by-hand", test_laid_by_hand);
  ADD ("/scene/change", test_change);
  ADD ("/scene/change/and-back", test_change_and_back);
  ADD ("/scene/change/by-removing", test_change_by_removing);
  return g_test_run ();
}
