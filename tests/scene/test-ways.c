/* No connector runs through a component that is not one of its ends, nor through a container's name: in the
 * sample, in every scenario at its start and in its reference, and in real drawings where they are at hand.
 */
#include "drawing.h"

#include "io/format.h"
#include "scene/routing.h"

#include <json-glib/json-glib.h>

static gboolean
passes (const LpRoute *route, LpRect rect)
{
  LpRect inside = lp_rect_grow (rect, -1);
  for (guint i = 0; i + 1 < route->n_points && inside.w > 0 && inside.h > 0; i++)
    {
      LpPoint a = route->points[i], b = route->points[i + 1];
      if (MAX (a.x, b.x) > inside.x && MIN (a.x, b.x) < inside.x + inside.w && MAX (a.y, b.y) > inside.y
          && MIN (a.y, b.y) < inside.y + inside.h)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_around (const LpRouting *routing, guint box, guint inner)
{
  for (; inner != G_MAXUINT; inner = routing->boxes[inner].parent)
    if (inner == box)
      return TRUE;
  return FALSE;
}

/* What the edge may not run through of the box; nothing where the box covers one of its ends. */
static LpRect
forbidden (const LpRouting *routing, guint edge, guint index)
{
  const LpRouteBox *box = &routing->boxes[index];
  const LpRouteEdge *ends = &routing->edges[edge];
  if (index == ends->from || index == ends->to)
    return (LpRect){ 0 };
  gboolean around = is_around (routing, index, ends->from) || is_around (routing, index, ends->to);
  LpRect rect = box->rect;
  if (box->container && around)
    rect = (LpRect){ rect.x + box->header_x, rect.y, box->header_width, box->header };
  else if (!box->container && around)
    return (LpRect){ 0 };
  if (lp_rect_overlaps (rect, routing->boxes[ends->from].port)
      || lp_rect_overlaps (rect, routing->boxes[ends->to].port))
    return (LpRect){ 0 };
  return rect;
}

static guint
check (LpDesign *design, const char *name)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  g_autoptr (LpPlacement) placement = lp_placement_new (design, catalogue);
  g_autoptr (LpRouting) routing = lp_routing_new (design, catalogue, placement, NULL, NULL, NULL);
  guint wrong = 0;
  for (guint e = 0; e < routing->n_edges; e++)
    for (guint i = 0; i < routing->n_boxes; i++)
      if (passes (&routing->routes[e], forbidden (routing, e, i)))
        {
          g_test_message ("%s: %s runs through %s", name, lp_design_get_connection (design, e)->id,
                          lp_design_get_component (design, i)->id);
          wrong++;
        }
  return wrong;
}

static guint
check_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpImport) import = lp_import_file (path, lp_catalogue_get_default (), &error);
  guint wrong = 0;
  for (guint i = 0; import != NULL && i < import->parts->len; i++)
    wrong += check (((const LpImportPart *) g_ptr_array_index (import->parts, i))->design, path);
  return wrong;
}

static void
test_sample (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("LOADPATH_TEST_SOURCE"), "data", "samples", "three-tier.loadpath", NULL);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (check_file (path), ==, 0);
}

static guint
check_drawing (JsonObject *object, const char *member, const char *path)
{
  if (!json_object_has_member (object, member))
    return 0;
  g_autofree char *text = json_to_string (json_object_get_member (object, member), FALSE);
  g_autoptr (LpDesign) design = test_design (text);
  return check (design, path);
}

static guint
check_scenario (const char *path)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  JsonObject *scenario = json_node_get_object (json_parser_get_root (parser));
  guint wrong = check_drawing (scenario, "start", path) + check_drawing (scenario, "reference", path);
  if (!json_object_has_member (scenario, "choices"))
    return wrong;
  JsonArray *choices = json_object_get_array_member (scenario, "choices");
  for (guint i = 0; i < json_array_get_length (choices); i++)
    wrong += check_drawing (json_array_get_object_element (choices, i), "document", path);
  return wrong;
}

static void
test_scenarios (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LOADPATH_TEST_SOURCE"), "data", "scenarios", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0, wrong = 0;
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (!g_str_has_suffix (name, ".json"))
        continue;
      wrong += check_scenario (path);
      n++;
    }
  g_assert_cmpuint (n, >=, 3);
  g_assert_cmpuint (wrong, ==, 0);
}

static void
test_corpus (void)
{
  const char *own = g_getenv ("LOADPATH_CORPUS");
  g_autofree char *folder = own != NULL ? g_build_filename (own, "drawio", NULL)
                                        : g_build_filename (g_getenv ("LOADPATH_TEST_SOURCE"), "..", "shared",
                                                            "corpus", "drawio", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  if (dir == NULL)
    {
      g_test_skip ("no corpus of real files: set LOADPATH_CORPUS to its folder");
      return;
    }
  guint wrong = 0;
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      wrong += check_file (path);
    }
  g_assert_cmpuint (wrong, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ways/sample", test_sample);
  g_test_add_func ("/ways/scenarios", test_scenarios);
  g_test_add_func ("/ways/corpus", test_corpus);
  return g_test_run ();
}
