/* What is left out of a drawing with the layers that are hidden. */
#include "scene/layers.h"
#include "scene/scene.h"

static LpComponent *
put (const char *id, const char *kind, const char *in, double x)
{
  LpComponent *component = lp_component_new (id, kind);

  lp_component_set_in (component, in);
  lp_component_set_at (component, (LpPoint){ x, 60 });
  return component;
}

static LpDesign *
make_design (void)
{
  GPtrArray *components = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_component_unref);
  GPtrArray *connections = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_connection_unref);

  g_ptr_array_add (components, put ("seoul", "region", NULL, 0));
  g_ptr_array_add (components, put ("alb", "alb", "seoul", 40));
  g_ptr_array_add (components, put ("web", "ec2-instance", "seoul", 240));
  g_ptr_array_add (components, put ("db", "rds-instance", "seoul", 440));
  g_ptr_array_add (components, put ("plan", "backup-plan", "seoul", 640));
  g_ptr_array_add (connections, lp_connection_new ("alb-web", "traffic", "alb", "web"));
  g_ptr_array_add (connections, lp_connection_new ("web-db", "traffic", "web", "db"));
  g_ptr_array_add (connections, lp_connection_new ("db-plan", "backs-up", "db", "plan"));
  return lp_design_new (lp_header_new (), components, connections);
}

static guint32
bit_of (const char *id)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();

  for (guint i = 0; i < lp_catalogue_get_n_layers (catalogue); i++)
    if (g_str_equal (lp_catalogue_get_layer (catalogue, i)->id, id))
      return 1u << i;
  g_assert_not_reached ();
}

static guint32
all_but (const char *id)
{
  return ((1u << lp_catalogue_get_n_layers (lp_catalogue_get_default ())) - 1) & ~bit_of (id);
}

/* The ids of what is drawn, components then connections. */
static char *
drawn (guint32 hidden)
{
  g_autoptr (LpDesign) design = make_design ();
  g_autoptr (LpScene) scene
      = lp_scene_new (design, lp_catalogue_get_default (), NULL, (LpSceneOptions){ .hidden_layers = hidden });
  const LpDrawList *list = lp_scene_get_list (scene);
  GString *out = g_string_new (NULL);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < lp_draw_list_get_size (list); i++)
      {
        const LpDrawItem *item = lp_draw_list_get (list, i);
        if (item->kind == LP_DRAW_BEGIN && (item->group.part == LP_PART_CONNECTION) == (pass == 1))
          g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", lp_draw_list_get_string (list, item->group.id));
      }
  return g_string_free (out, FALSE);
}

static void
check (guint32 hidden, const char *expected)
{
  g_autofree char *ids = drawn (hidden);

  g_assert_cmpstr (ids, ==, expected);
}

static void
test_hidden (void)
{
  check (0, "seoul alb web db plan alb-web web-db db-plan");
  check (bit_of ("backup"), "seoul alb web db alb-web web-db");
  check (bit_of ("data"), "seoul alb web plan alb-web");
  check (bit_of ("traffic"), "seoul web db plan db-plan");
  check (bit_of ("migration"), "seoul alb web db plan alb-web web-db db-plan");
}

static void
test_alone (void)
{
  check (all_but ("backup"), "seoul db plan db-plan");
  check (all_but ("traffic"), "seoul alb web db alb-web web-db");
  check (all_but ("data"), "seoul db");
}

/* Nothing else moves. */
static void
test_same_places (void)
{
  g_autoptr (LpDesign) design = make_design ();
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  g_autoptr (LpScene) whole = lp_scene_new (design, catalogue, NULL, (LpSceneOptions){ 0 });
  g_autoptr (LpScene) part
      = lp_scene_new (design, catalogue, NULL, (LpSceneOptions){ .hidden_layers = bit_of ("backup") });
  guint n, n_part;
  const LpPoint *route = lp_scene_get_route (whole, 0, &n), *route_part = lp_scene_get_route (part, 0, &n_part);

  g_assert_cmpmem (route, n * sizeof (LpPoint), route_part, n_part * sizeof (LpPoint));
  for (guint i = 0; i < 5; i++)
    g_assert_cmpfloat (lp_scene_get_placement (whole)->rect[i].x, ==, lp_scene_get_placement (part)->rect[i].x);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layers/hidden", test_hidden);
  g_test_add_func ("/layers/alone", test_alone);
  g_test_add_func ("/layers/same-places", test_same_places);
  return g_test_run ();
}
