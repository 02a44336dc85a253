#include "model/edit.h"
#include "ui/canvas/scene-loader.h"

typedef struct
{
  LpSceneLoader *loader;
  GArray *sizes; /* of guint: components of each scene that was delivered */
  LpScene *last; /* the last one, or NULL */
} Fixture;

static void
on_ready (LpScene *scene, gpointer data)
{
  guint n = lp_design_get_n_components (lp_scene_get_design (scene));

  g_array_append_val (((Fixture *) data)->sizes, n);
  g_clear_pointer (&((Fixture *) data)->last, lp_scene_unref);
  ((Fixture *) data)->last = lp_scene_ref (scene);
}

static LpDesign *
new_design (guint n)
{
  GPtrArray *components = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_component_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("c-%u", i);
      LpComponent *component = lp_component_new (id, "ec2-instance");
      lp_component_set_at (component, (LpPoint){ i % 40 * 160, i / 40 * 120 });
      g_ptr_array_add (components, component);
    }
  return lp_design_new (lp_header_new (), components,
                        g_ptr_array_new_with_free_func ((GDestroyNotify) lp_connection_unref));
}

static void
request (Fixture *fixture, guint n)
{
  g_autoptr (LpDesign) design = new_design (n);

  lp_scene_loader_request (fixture->loader, design, NULL);
}

static void
wait_for (Fixture *fixture, guint n)
{
  gint64 end = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  while (fixture->sizes->len < n && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_cmpuint (fixture->sizes->len, ==, n);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->sizes = g_array_new (FALSE, FALSE, sizeof (guint));
  fixture->loader = lp_scene_loader_new (lp_catalogue_get_default (), on_ready, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->loader, lp_scene_loader_free);
  g_clear_pointer (&fixture->last, lp_scene_unref);
  g_array_unref (fixture->sizes);
}

static void
test_small (Fixture *fixture, gconstpointer data)
{
  request (fixture, 3);
  g_assert_cmpuint (fixture->sizes->len, ==, 1);
  g_assert_cmpuint (g_array_index (fixture->sizes, guint, 0), ==, 3);
}

static void
test_large (Fixture *fixture, gconstpointer data)
{
  request (fixture, 400);
  g_assert_cmpuint (fixture->sizes->len, ==, 0);
  wait_for (fixture, 1);
  g_assert_cmpuint (g_array_index (fixture->sizes, guint, 0), ==, 400);
}

/* Of requests that overtake each other only the last is delivered, a small one too. */
static void
test_overtaken (Fixture *fixture, gconstpointer data)
{
  request (fixture, 400);
  request (fixture, 401);
  request (fixture, 402);
  request (fixture, 5);
  g_assert_cmpuint (fixture->sizes->len, ==, 0);
  wait_for (fixture, 1);
  g_assert_cmpuint (g_array_index (fixture->sizes, guint, 0), ==, 5);
}

static void
test_freed (Fixture *fixture, gconstpointer data)
{
  request (fixture, 400);
  g_clear_pointer (&fixture->loader, lp_scene_loader_free);
  for (guint i = 0; i < 200; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_cmpuint (fixture->sizes->len, ==, 0);
}

static LpScene *
make_at (Fixture *fixture, LpDocument *document, const char *id, LpPoint at)
{
  if (id != NULL)
    {
      lp_document_begin (document, "Move");
      g_assert_true (lp_edit_set_at (document, id, at, NULL));
      lp_document_commit (document);
    }
  g_autoptr (LpDesign) design = lp_document_snapshot (document);
  lp_scene_loader_request (fixture->loader, design, NULL);
  return lp_scene_ref (fixture->last);
}

static gboolean
same_route (const LpScene *a, const LpScene *b)
{
  guint n, m;
  const LpPoint *p = lp_scene_get_route (a, 0, &n), *q = lp_scene_get_route (b, 0, &m);

  return n == m && memcmp (p, q, n * sizeof *p) == 0;
}

/* A line that made way keeps its new shape when nothing stands there any more; undo shows the old one again. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  static const LpPoint places[] = { { 0, 0 }, { 400, 200 }, { 200, 600 } };
  g_autoptr (LpDocument) document = lp_document_new ();
  char *ids[G_N_ELEMENTS (places)];

  lp_document_begin (document, "test");
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    ids[i] = lp_edit_add_component (document, "ec2-instance", NULL, &places[i], NULL);
  g_free (lp_edit_connect (document, "traffic", ids[0], ids[1], NULL));
  lp_document_commit (document);
  g_autoptr (LpScene) first = make_at (fixture, document, NULL, places[0]);
  g_autoptr (LpScene) across = make_at (fixture, document, ids[2], (LpPoint){ 200, 0 });
  g_autoptr (LpScene) past = make_at (fixture, document, ids[2], (LpPoint){ 200, 500 });
  g_assert_false (same_route (first, across));
  g_assert_false (same_route (first, past));
  lp_document_undo (document);
  g_autoptr (LpScene) again = make_at (fixture, document, NULL, places[0]);
  g_assert_true (same_route (again, across));
  lp_document_undo (document);
  g_autoptr (LpScene) back = make_at (fixture, document, NULL, places[0]);
  g_assert_true (same_route (back, first));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_free (ids[i]);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/scene-loader/small", test_small);
  ADD ("/scene-loader/large", test_large);
  ADD ("/scene-loader/overtaken", test_overtaken);
  ADD ("/scene-loader/freed", test_freed);
  ADD ("/scene-loader/undo", test_undo);
  return g_test_run ();
}
