#include "ui/canvas/line.h"

#include <glib/gi18n.h>
#include <math.h>

#include "model/edit.h"

/* In pixels: the shortest segment with a handle, and how near the pointer must come. */
#define LEAST_LENGTH 22.0
#define REACH 7.0
/* A segment that begins or ends at a component is held this far from it, so that it can be left on another side. */
#define OFF_END 16.0

guint
lp_line_get_selected (LpStage *stage)
{
  const char *id = lp_selection_get_single (stage->selection);
  guint connection = id != NULL ? lp_design_find_connection (lp_stage_get_design (stage), id) : LP_NONE;

  return connection != LP_NONE && lp_scene_shows_connection (stage->scene, connection)
                 && !lp_scene_is_bundle (stage->scene, connection) && lp_line_count_segments (stage, connection) > 0
             ? connection
             : LP_NONE;
}

const char *
lp_line_get_bundle_refusal (void)
{
  return _("Open the collapsed container first: the connection ends inside it");
}

guint
lp_line_count_segments (LpStage *stage, guint connection)
{
  guint n;

  lp_scene_get_route (stage->scene, connection, &n);
  return n > 1 ? n - 1 : 0;
}

LpPoint
lp_line_get_end (LpStage *stage, guint connection, LpLineEnd end)
{
  guint n;
  const LpPoint *route = lp_scene_get_route (stage->scene, connection, &n);

  return end == LP_LINE_START ? route[0] : route[n - 1];
}

gboolean
lp_line_is_level (LpStage *stage, guint connection, guint segment)
{
  guint n;
  const LpPoint *route = lp_scene_get_route (stage->scene, connection, &n);

  return fabs (route[segment].y - route[segment + 1].y) <= fabs (route[segment].x - route[segment + 1].x);
}

/* In the middle, but beside the connection's label where that stands there and leaves room. */
static double
middle_beside (double from, double to, double label_from, double label_to, double half)
{
  double low = MIN (from, to), high = MAX (from, to), middle = (low + high) / 2;

  if (middle + half <= label_from || middle - half >= label_to)
    return middle;
  double before = label_from - low, after = high - label_to;
  if (MAX (before, after) < 2 * half)
    return middle;
  return after >= before ? (label_to + high) / 2 : (low + label_from) / 2;
}

gboolean
lp_line_get_handle (LpStage *stage, guint connection, guint segment, LpPoint *at)
{
  guint n;
  const LpPoint *route = lp_scene_get_route (stage->scene, connection, &n);
  LpPoint a = route[segment], b = route[segment + 1];

  LpRect label = lp_scene_get_label (stage->scene, connection);
  double half = lp_stage_units (stage, REACH);

  *at = (LpPoint){ (a.x + b.x) / 2, (a.y + b.y) / 2 };
  if (label.w > 0 && lp_rect_overlaps (label, lp_rect_grow ((LpRect){ at->x, at->y, 0, 0 }, half)))
    {
      if (lp_line_is_level (stage, connection, segment))
        at->x = middle_beside (a.x, b.x, label.x, label.x + label.w, half);
      else
        at->y = middle_beside (a.y, b.y, label.y, label.y + label.h, half);
    }
  return lp_point_distance (a, b) >= lp_stage_units (stage, LEAST_LENGTH);
}

static gboolean
is_near (LpStage *stage, LpPoint a, LpPoint b)
{
  return lp_point_distance (a, b) <= lp_stage_units (stage, REACH);
}

guint
lp_line_find_segment (LpStage *stage, LpPoint at)
{
  guint connection = lp_line_get_selected (stage);
  LpPoint handle;

  for (guint i = 0; connection != LP_NONE && i < lp_line_count_segments (stage, connection); i++)
    if (lp_line_get_handle (stage, connection, i, &handle) && is_near (stage, handle, at))
      return i;
  return LP_NONE;
}

LpLineEnd
lp_line_find_end (LpStage *stage, LpPoint at)
{
  guint connection = lp_line_get_selected (stage);

  if (connection == LP_NONE)
    return LP_LINE_NO_END;
  if (is_near (stage, lp_line_get_end (stage, connection, LP_LINE_END), at))
    return LP_LINE_END;
  return is_near (stage, lp_line_get_end (stage, connection, LP_LINE_START), at) ? LP_LINE_START : LP_LINE_NO_END;
}

/* --- segments ---------------------------------------------------------------------------------------- */

static LpPoint
base_of (LpStage *stage, guint connection)
{
  guint container = lp_design_get_common_container (lp_stage_get_design (stage), connection);

  if (container == LP_NONE)
    return (LpPoint){ 0, 0 };
  return lp_scene_get_placement (stage->scene)->origin[container];
}

static gboolean
overlap (double a, double b, double c, double d)
{
  return MAX (MIN (a, b), MIN (c, d)) <= MIN (MAX (a, b), MAX (c, d));
}

/* Whether it lies on a segment that was laid by hand. */
static gboolean
is_held (LpStage *stage, guint connection, LpPoint a, LpPoint b)
{
  const LpConnection *record = lp_design_get_connection (lp_stage_get_design (stage), connection);
  LpPoint base = base_of (stage, connection);

  for (guint i = 0; i + 1 < record->n_via; i++)
    {
      LpPoint c = { record->via[i].x + base.x, record->via[i].y + base.y };
      LpPoint d = { record->via[i + 1].x + base.x, record->via[i + 1].y + base.y };
      if ((a.y == b.y && c.y == d.y && fabs (a.y - c.y) < 0.5 && overlap (a.x, b.x, c.x, d.x))
          || (a.x == b.x && c.x == d.x && fabs (a.x - c.x) < 0.5 && overlap (a.y, b.y, c.y, d.y)))
        return TRUE;
    }
  return FALSE;
}

/* From `from` towards `to`, but never past the middle. */
static LpPoint
step_off (LpPoint from, LpPoint to)
{
  double length = lp_point_distance (from, to), by = MIN (OFF_END, length / 3);

  if (length <= 0)
    return from;
  return (LpPoint){ from.x + (to.x - from.x) / length * by, from.y + (to.y - from.y) / length * by };
}

gboolean
lp_line_move_segment (LpStage *stage, guint connection, guint segment, double by, GError **error)
{
  guint n, first = segment, last = segment;
  const LpPoint *route = lp_scene_get_route (stage->scene, connection, &n);
  gboolean level = lp_line_is_level (stage, connection, segment);
  LpPoint base = base_of (stage, connection);

  for (guint i = 0; i + 1 < n; i++)
    if (is_held (stage, connection, route[i], route[i + 1]))
      {
        first = MIN (first, i);
        last = MAX (last, i);
      }
  g_autoptr (GArray) via = g_array_new (FALSE, FALSE, sizeof (LpPoint));
  for (guint i = first; i <= last + 1; i++)
    {
      LpPoint at = i == 0 ? step_off (route[0], route[1]) : i == n - 1 ? step_off (route[n - 1], route[n - 2]) : route[i];
      if (i == segment || i == segment + 1)
        at = (LpPoint){ at.x + (level ? 0 : by), at.y + (level ? by : 0) };
      at = (LpPoint){ at.x - base.x, at.y - base.y };
      g_array_append_val (via, at);
    }
  const char *id = lp_design_get_connection (lp_stage_get_design (stage), connection)->id;
  return lp_edit_set_via (stage->document, id, (const LpPoint *) (gpointer) via->data, via->len, error);
}

static gboolean
set_free (LpStage *stage, gpointer data, GError **error)
{
  guint connection = GPOINTER_TO_UINT (data);

  return lp_edit_set_via (stage->document, lp_design_get_connection (lp_stage_get_design (stage), connection)->id, NULL,
                          0, error);
}

void
lp_line_release (LpStage *stage, guint connection)
{
  lp_stage_apply (stage, _("Lay Anew"), set_free, GUINT_TO_POINTER (connection));
}

/* --- ends -------------------------------------------------------------------------------------------- */

static void
find_ends (LpStage *stage, guint connection, LpLineEnd end, guint component, guint *from, guint *to)
{
  const LpDesign *design = lp_stage_get_design (stage);

  *from = end == LP_LINE_START ? component : lp_design_get_source (design, connection);
  *to = end == LP_LINE_END ? component : lp_design_get_target (design, connection);
}

char *
lp_line_refusal (LpStage *stage, guint connection, LpLineEnd end, guint component)
{
  const LpDesign *design = lp_stage_get_design (stage);
  const LpConnection *record = lp_design_get_connection (design, connection);
  const LpConnectionKind *kind = lp_catalogue_find_connection (stage->catalogue, record->kind);
  guint from, to;

  if (lp_scene_is_bundle (stage->scene, connection))
    return g_strdup (lp_line_get_bundle_refusal ());
  find_ends (stage, connection, end, component, &from, &to);
  const LpComponent *source = lp_design_get_component (design, from), *target = lp_design_get_component (design, to);
  if (from == to)
    return g_strdup (_("A component does not connect to itself"));
  if (kind == NULL || lp_catalogue_may_connect (stage->catalogue, record->kind, source->kind, target->kind))
    return NULL;
  return g_strdup_printf (_("No connection of this kind (%s) goes from “%s” to “%s”"), lp_text (&kind->name),
                          lp_component_get_name (source), lp_component_get_name (target));
}

gboolean
lp_line_attach (LpStage *stage, guint connection, LpLineEnd end, guint component, GError **error)
{
  const LpDesign *design = lp_stage_get_design (stage);
  guint from, to;

  find_ends (stage, connection, end, component, &from, &to);
  return lp_edit_set_ends (stage->document, lp_design_get_connection (design, connection)->id,
                           lp_design_get_component (design, from)->id, lp_design_get_component (design, to)->id, error);
}
