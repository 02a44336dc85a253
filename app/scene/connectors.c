#include "scene/label.h"
#include "scene/metrics.h"
#include "scene/scene-parts.h"

#define CORNER 7.0
#define LABEL_PADDING 4.0
#define LABEL_LINE 13.0
#define LABEL_WIDTH 130.0
#define LABEL_LINES 2

static const LpTextStyle label_style
    = { LP_KIND_SIZE, LP_WEIGHT_REGULAR, LP_ALIGN_MIDDLE, LP_COLOUR_TEXT_DIM };

static GStrv
label_lines (const LpConnection *connection)
{
  return lp_text_wrap (connection->label, LP_KIND_SIZE, LP_WEIGHT_REGULAR, LABEL_WIDTH, LABEL_LINES);
}

void
lp_scene_measure_label (const LpConnection *connection, double *width, double *height)
{
  *width = *height = 0;
  if (connection->label == NULL || connection->label[0] == '\0')
    return;
  g_auto (GStrv) lines = label_lines (connection);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      double line = lp_text_width (lines[i], LP_KIND_SIZE, LP_WEIGHT_REGULAR);
      *width = MAX (*width, line + 2 * LABEL_PADDING);
      *height += LABEL_LINE;
    }
  *height += 3;
}

void
lp_scene_set_dash (LpStroke *style, const double dash[4])
{
  gboolean twice = dash[0] == dash[2] && dash[1] == dash[3];
  for (guint i = 0; i < (twice ? 2 : 4); i++)
    style->dash[i] = (float) dash[i];
}

LpStroke
lp_scene_connection_style (const LpConnectionKind *kind)
{
  LpStroke style = LP_LINE (LP_COLOUR_PLAIN, 1.5f);
  if (kind == NULL)
    return style;
  style.stroke = lp_palette_find (kind->colour);
  if (kind->width > 0)
    style.width = (float) kind->width;
  lp_scene_set_dash (&style, kind->dash);
  return style;
}

LpHead
lp_scene_connection_head (const LpConnectionKind *kind)
{
  if (kind == NULL)
    return LP_HEAD_SOLID;
  return kind->arrow == LP_ARROW_NONE ? LP_HEAD_NONE : kind->arrow == LP_ARROW_OPEN ? LP_HEAD_OPEN : LP_HEAD_SOLID;
}

/* "Front door → web-1: Traffic" */
static char *
describe (const LpDesign *design, guint index, const LpConnectionKind *kind)
{
  const LpConnection *connection = lp_design_get_connection (design, index);
  return g_strdup_printf (
      "%s → %s: %s",
      lp_component_get_name (lp_design_get_component (design, lp_design_get_source (design, index))),
      lp_component_get_name (lp_design_get_component (design, lp_design_get_target (design, index))),
      kind != NULL ? lp_text (&kind->name) : (const char *) connection->kind);
}

static gboolean
goes_both_ways (const LpConnection *connection, const LpConnectionKind *kind)
{
  JsonNode *node = lp_properties_lookup (connection->set, "both_ways");
  return (kind != NULL && kind->arrow == LP_ARROW_BOTH)
         || (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_boolean (node));
}

static void
draw_connector (LpSceneBuilder *scene, guint index)
{
  const LpConnection *connection = lp_design_get_connection (scene->design, index);
  const LpConnectionKind *kind = lp_catalogue_find_connection (scene->catalogue, connection->kind);
  const LpRoute *route = &scene->routes[index];
  if (route->n_points < 2)
    return;
  g_autofree char *title = describe (scene->design, index, kind);
  lp_draw_begin (scene->out, &(LpDrawGroup){
                                 .part = LP_PART_CONNECTION,
                                 .index = index,
                                 .type = "connection",
                                 .id = connection->id,
                                 .of = connection->kind,
                                 .title = title,
                             });
  LpStroke style = lp_scene_connection_style (kind);
  LpHead head = lp_scene_connection_head (kind);
  /* an arc out of dashes is not seen to be one */
  guint n_hops = style.dash[0] > 0 ? 0 : lp_hops_count (scene->hops, index);
  lp_draw_line (scene->out, route->points, route->n_points, lp_hops_get (scene->hops, index), n_hops, CORNER,
                goes_both_ways (connection, kind) ? MAX (head, LP_HEAD_SOLID) : LP_HEAD_NONE, head, style);
  lp_draw_end (scene->out);
}

void
lp_scene_draw_connectors (LpSceneBuilder *scene)
{
  for (guint i = 0; i < lp_design_get_n_connections (scene->design); i++)
    if (lp_scene_draws_connection (scene, i))
      draw_connector (scene, i);
}

static void
draw_connector_label (LpSceneBuilder *scene, guint index)
{
  const LpConnection *connection = lp_design_get_connection (scene->design, index);
  LpRect plate = scene->routes[index].label;
  g_auto (GStrv) lines = label_lines (connection);
  double x = plate.x + plate.w / 2;
  lp_draw_begin (
      scene->out,
      &(LpDrawGroup){ .part = LP_PART_CONNECTION, .index = index, .type = "label", .of = connection->kind });
  lp_draw_rect (scene->out, plate, 3, LP_FILL (LP_COLOUR_PAPER));
  for (guint i = 0; lines[i] != NULL; i++)
    lp_draw_text (scene->out, (LpPoint){ x, plate.y + 11.5 + i * LABEL_LINE }, lines[i], &label_style);
  lp_draw_end (scene->out);
}

void
lp_scene_draw_connector_labels (LpSceneBuilder *scene)
{
  for (guint i = 0; i < lp_design_get_n_connections (scene->design); i++)
    {
      const LpConnection *connection = lp_design_get_connection (scene->design, i);
      if (lp_scene_draws_connection (scene, i) && connection->label != NULL && connection->label[0] != '\0'
          && scene->routes[i].label.w > 0)
        draw_connector_label (scene, i);
    }
}
