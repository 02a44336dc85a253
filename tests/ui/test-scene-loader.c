#include "ui/canvas/scene-loader.h"

typedef struct
{
  LpSceneLoader *loader;
  GArray *sizes; /* of guint: components of each scene that was delivered */
} Fixture;

static void
on_ready (LpScene *scene, gpointer data)
{
  guint n = lp_design_get_n_components (lp_scene_get_design (scene));

  g_array_append_val (((Fixture *) data)->sizes, n);
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

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/scene-loader/small", test_small);
  ADD ("/scene-loader/large", test_large);
  ADD ("/scene-loader/overtaken", test_overtaken);
  ADD ("/scene-loader/freed", test_freed);
  return g_test_run ();
}
