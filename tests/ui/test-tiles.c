/* The cache of tiles makes render nodes, which need no display. */
#include "model/edit.h"
#include "ui/canvas/tile-cache.h"

#define FOREVER G_MAXINT32

typedef struct
{
  LpDocument *document;
  LpViewport *viewport;
  LpTileCache *cache;
} Fixture;

static void
show (Fixture *fixture)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (fixture->document);
  g_autoptr (LpScene) scene = lp_scene_new (design, lp_catalogue_get_default (), NULL, (LpSceneOptions){ 0 });

  lp_tile_cache_set_scene (fixture->cache, scene);
}

static void
move (Fixture *fixture, const char *id, LpPoint at)
{
  lp_document_begin (fixture->document, "test");
  g_assert_true (lp_edit_set_at (fixture->document, id, at, NULL));
  lp_document_commit (fixture->document);
  show (fixture);
}

/* Gives how many tiles were painted. */
static guint
snapshot (Fixture *fixture, gint64 budget, gboolean *complete)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  guint before = lp_tile_cache_get_n_painted (fixture->cache);

  *complete = lp_tile_cache_snapshot (fixture->cache, snapshot, fixture->viewport, budget);
  g_autoptr (GskRenderNode) node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  return lp_tile_cache_get_n_painted (fixture->cache) - before;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const LpPoint places[] = { { 60, 60 }, { 850, 60 } };

  fixture->document = lp_document_new ();
  fixture->viewport = lp_viewport_new ();
  fixture->cache = lp_tile_cache_new ();
  lp_viewport_set_size (fixture->viewport, 4 * LP_TILE_SIZE, LP_TILE_SIZE);
  lp_document_begin (fixture->document, "test");
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_free (lp_edit_add_component (fixture->document, i == 0 ? "ec2-instance" : "rds-instance", NULL, &places[i],
                                   NULL));
  lp_document_commit (fixture->document);
  show (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  lp_tile_cache_free (fixture->cache);
  g_object_unref (fixture->viewport);
  g_object_unref (fixture->document);
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  gboolean complete;

  g_assert_cmpuint (snapshot (fixture, FOREVER, &complete), ==, 4);
  g_assert_true (complete);
  g_assert_cmpuint (snapshot (fixture, FOREVER, &complete), ==, 0);
  lp_viewport_pan (fixture->viewport, 100, 0);
  g_assert_cmpuint (snapshot (fixture, FOREVER, &complete), ==, 1);
  lp_viewport_pan (fixture->viewport, -100, 0);
  g_assert_cmpuint (snapshot (fixture, FOREVER, &complete), ==, 0);
}

/* An edit repaints what it changed, and nothing else. */
static void
test_edit (Fixture *fixture, gconstpointer data)
{
  gboolean complete;

  snapshot (fixture, FOREVER, &complete);
  move (fixture, "ec2-instance", (LpPoint){ 60, 68 });
  g_assert_cmpuint (snapshot (fixture, FOREVER, &complete), ==, 1);
  move (fixture, "rds-instance", (LpPoint){ 600, 60 });
  g_assert_cmpuint (snapshot (fixture, FOREVER, &complete), ==, 2);
  show (fixture);
  g_assert_cmpuint (snapshot (fixture, FOREVER, &complete), ==, 0);
}

/* What is being dragged is left out of the tiles, and is back when that is over. */
static void
test_change (Fixture *fixture, gconstpointer data)
{
  gboolean complete;
  g_autoptr (LpDesign) before = lp_document_snapshot (fixture->document);
  g_autoptr (LpScene) scene = lp_scene_new (before, lp_catalogue_get_default (), NULL, (LpSceneOptions){ 0 });

  lp_tile_cache_set_scene (fixture->cache, scene);
  snapshot (fixture, FOREVER, &complete);
  lp_document_begin (fixture->document, "test");
  g_assert_true (lp_edit_set_at (fixture->document, "ec2-instance", (LpPoint){ 60, 68 }, NULL));
  g_autoptr (LpDesign) after = lp_document_snapshot (fixture->document);
  lp_document_rollback (fixture->document);
  g_autoptr (LpSceneChange) change
      = lp_scene_change_new (scene, NULL, after, lp_catalogue_get_default (), NULL, (LpSceneOptions){ 0 });
  lp_tile_cache_set_change (fixture->cache, change);
  g_assert_cmpuint (snapshot (fixture, FOREVER, &complete), ==, 1);
  g_assert_cmpuint (snapshot (fixture, FOREVER, &complete), ==, 0);
  lp_tile_cache_set_change (fixture->cache, NULL);
  g_assert_cmpuint (snapshot (fixture, FOREVER, &complete), ==, 1);
  /* Dropped: all at once, whatever the budget. */
  lp_tile_cache_set_change (fixture->cache, change);
  snapshot (fixture, FOREVER, &complete);
  move (fixture, "rds-instance", (LpPoint){ 600, 60 });
  g_assert_cmpuint (snapshot (fixture, 0, &complete), ==, 3);
  g_assert_true (complete);
}

/* Without time it paints one tile a frame, and says that it is not done. */
static void
test_budget (Fixture *fixture, gconstpointer data)
{
  gboolean complete;

  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpuint (snapshot (fixture, 0, &complete), ==, 1);
      g_assert_false (complete);
    }
  g_assert_cmpuint (snapshot (fixture, 0, &complete), ==, 1);
  g_assert_true (complete);
}

static void
test_output (Fixture *fixture, gconstpointer data)
{
  gboolean complete;

  snapshot (fixture, FOREVER, &complete);
  lp_tile_cache_set_output (fixture->cache, LP_THEME_LIGHT, 1, FALSE);
  g_assert_cmpuint (snapshot (fixture, FOREVER, &complete), ==, 0);
  lp_tile_cache_set_output (fixture->cache, LP_THEME_DARK, 1, FALSE);
  g_assert_cmpuint (snapshot (fixture, FOREVER, &complete), ==, 4);
  lp_tile_cache_set_output (fixture->cache, LP_THEME_DARK, 2, TRUE);
  g_assert_cmpuint (snapshot (fixture, FOREVER, &complete), ==, 4);
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  gboolean complete;

  snapshot (fixture, FOREVER, &complete);
  lp_viewport_zoom_to (fixture->viewport, 0.5, (LpPoint){ 0, 0 });
  g_assert_cmpuint (snapshot (fixture, 0, &complete), ==, 1);
  g_assert_false (complete);
  snapshot (fixture, FOREVER, &complete);
  g_assert_true (complete);
}

static void
test_no_scene (Fixture *fixture, gconstpointer data)
{
  gboolean complete;

  lp_tile_cache_set_scene (fixture->cache, NULL);
  g_assert_cmpuint (snapshot (fixture, FOREVER, &complete), ==, 4);
  g_assert_true (complete);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* Registers the kinds of node; there may be no display. */
  gtk_init_check ();
  ADD ("/tiles/kept", test_kept);
  ADD ("/tiles/edit", test_edit);
  ADD ("/tiles/change", test_change);
  ADD ("/tiles/budget", test_budget);
  ADD ("/tiles/output", test_output);
  ADD ("/tiles/zoom", test_zoom);
  ADD ("/tiles/no-scene", test_no_scene);
  return g_test_run ();
}
