#include "cli/command.h"
#include "cli/layout-graph.h"

#include "base/file.h"
#include "base/json-write.h"
#include "io/native.h"
#include "model/edit.h"
#include "route/route.h"
#include "scene/scene.h"

#include <math.h>

static char *output, *format_name;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The file to write instead of standard output"),
    "OUT" },
  { "format", 0, 0, G_OPTION_ARG_STRING, &format_name,
    N_("document (the default): with the places filled in; geometry: rectangles and lines as JSON"),
    "FORMAT" },
  { NULL },
};

static LpDesign *
read_design (const char *path, GError **error)
{
  if (!g_str_equal (path, "-"))
    {
      g_autoptr (GBytes) bytes = lp_file_read (path, NULL);
      if (bytes != NULL && lp_layout_graph_sniff (bytes))
        return lp_layout_graph_read (bytes, path, error);
    }
  g_autoptr (LpImport) import = lp_import_file (path, lp_catalogue_get_default (), error);
  if (import == NULL)
    return NULL;
  const LpImportPart *part = g_ptr_array_index (import->parts, 0);
  return lp_design_ref (part->design);
}

/* --- document ---------------------------------------------------------------------------------------- */

static gboolean
fill_in (
    LpDocument *document, const LpDesign *design, const LpPlacement *placement, guint index, GError **error)
{
  const LpComponent *component = lp_design_get_component (design, index);
  guint parent = lp_design_get_parent (design, index);
  LpPoint base = parent == LP_NONE ? (LpPoint){ 0, 0 } : placement->origin[parent],
          own = placement->origin[index];
  LpRect rect = placement->rect[index];
  if (!component->has_at
      && !lp_edit_set_at (document, component->id, (LpPoint){ own.x - base.x, own.y - base.y }, error))
    return FALSE;
  /* A frame that had to grow beyond its own corner goes on growing by itself. */
  gboolean whole = placement->is_frame[index] && rect.x == own.x && rect.y == own.y;
  return component->has_size || !whole || lp_edit_set_size (document, component->id, rect.w, rect.h, error);
}

static GBytes *
write_document (LpDesign *design, const LpScene *scene, GError **error)
{
  g_autoptr (LpDocument) document = lp_document_new_from_design (design);
  lp_document_begin (document, "Layout");
  for (guint i = 0; i < lp_design_get_n_components (design); i++)
    if (!fill_in (document, design, lp_scene_get_placement (scene), i, error))
      return NULL;
  lp_document_commit (document);
  g_autoptr (LpDesign) placed = lp_document_snapshot (document);
  return lp_native_write (placed);
}

/* --- geometry ---------------------------------------------------------------------------------------- */

static void
write_member (GString *out, const char *name, double value, const char *before)
{
  g_string_append_printf (out, "%s\"%s\": ", before, name);
  lp_json_write_number (out, value);
}

/* Connectors are drawn to end a little before their port; as geometry they end at it. */
static LpPoint
at_port (LpPoint end, LpPoint next)
{
  double gap = LP_ROUTE_OPTIONS_DEFAULT.end_gap;
  double dx = end.x - next.x, dy = end.y - next.y, length = fabs (dx) + fabs (dy);
  return length > 0 ? (LpPoint){ end.x + dx / length * gap, end.y + dy / length * gap } : end;
}

static void
write_line (GString *out, const LpPoint *points, guint n)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < n; i++)
    {
      LpPoint point = points[i];
      if (n > 1 && (i == 0 || i == n - 1))
        point = at_port (point, points[i == 0 ? 1 : n - 2]);
      g_string_append (out, i == 0 ? "[" : ", [");
      lp_json_write_number (out, point.x);
      g_string_append (out, ", ");
      lp_json_write_number (out, point.y);
      g_string_append_c (out, ']');
    }
  g_string_append_c (out, ']');
}

static GBytes *
write_geometry (const LpDesign *design, const LpScene *scene)
{
  GString *out = g_string_new ("{\"nodes\": {");
  const LpPlacement *placement = lp_scene_get_placement (scene);
  for (guint i = 0; i < placement->n; i++)
    {
      g_string_append (out, i == 0 ? "\n  " : ",\n  ");
      lp_json_write_string (out, lp_design_get_component (design, i)->id);
      write_member (out, "x", placement->rect[i].x, ": {");
      write_member (out, "y", placement->rect[i].y, ", ");
      write_member (out, "w", placement->rect[i].w, ", ");
      write_member (out, "h", placement->rect[i].h, ", ");
      g_string_append_c (out, '}');
    }
  g_string_append (out, "},\n \"edges\": {");
  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    {
      guint n = 0;
      const LpPoint *points = lp_scene_get_route (scene, i, &n);
      g_string_append (out, i == 0 ? "\n  " : ",\n  ");
      lp_json_write_string (out, lp_design_get_connection (design, i)->id);
      g_string_append (out, ": ");
      write_line (out, points, n);
    }
  g_string_append (out, "}}\n");
  return g_string_free_to_bytes (out);
}

static int
run (int argc, char **argv)
{
  int status = LP_EXIT_OK;
  g_clear_pointer (&output, g_free);
  g_clear_pointer (&format_name, g_free);
  if (!lp_command_parse (&lp_command_layout, entries, &argc, &argv, &status))
    return status;
  if (argc != 2)
    return lp_command_usage_error (&lp_command_layout, _("name one file to lay out"));
  if (!lp_command_may_write (&lp_command_layout, output, argv + 1, 1, &status))
    return status;
  gboolean geometry = g_strcmp0 (format_name, "geometry") == 0;
  if (!geometry && format_name != NULL && !g_str_equal (format_name, "document"))
    return lp_command_usage_error (&lp_command_layout, _("--format %s: use document or geometry"),
                                   format_name);

  g_autoptr (GError) error = NULL;
  g_autoptr (LpDesign) design = read_design (argv[1], &error);
  if (design == NULL)
    return lp_command_input_error (argv[1], error);
  g_autoptr (LpScene) scene = lp_scene_new (design, lp_catalogue_get_default (), NULL, (LpSceneOptions){ .unfolded = TRUE });
  g_autoptr (GBytes) bytes
      = geometry ? write_geometry (design, scene) : write_document (design, scene, &error);
  if (bytes == NULL || !lp_command_write (output, bytes, &error))
    return lp_command_input_error (output != NULL ? output : argv[1], error);
  return LP_EXIT_OK;
}

const LpCommand lp_command_layout = {
  .name = "layout",
  .arguments = "FILE [-o OUT] [--format document|geometry]",
  .summary = N_("Find places for what has none, and print them"),
  .run = run,
};
