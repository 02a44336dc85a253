#include <glib/gi18n.h>
#include <math.h>

#include "ui/canvas/arrange.h"
#include "ui/canvas/line.h"
#include "ui/canvas/tool.h"

/* Of the selected connection: a segment that is moved across its direction, or an end that is put elsewhere. */
typedef struct
{
  LpGesture base;
  LpPoint start;
  guint connection;
  guint segment; /* LP_NONE: an end */
  LpLineEnd end;
  double by;
  guint target;  /* of an end, or LP_NONE */
  gboolean refused;
} Line;

static LpGesture *
line_press (LpStage *stage, LpPoint at, LpModifiers modifiers)
{
  LpLineEnd end = lp_line_find_end (stage, at);
  guint segment = end == LP_LINE_NO_END ? lp_line_find_segment (stage, at) : LP_NONE;

  if ((end == LP_LINE_NO_END && segment == LP_NONE) || (modifiers & LP_MODIFIER_EXTEND) != 0)
    return NULL;
  Line *line = g_new0 (Line, 1);
  line->start = at;
  line->connection = lp_line_get_selected (stage);
  line->segment = segment;
  line->end = end;
  line->target = LP_NONE;
  stage->segment = segment;
  return &line->base;
}

/* --- a segment --------------------------------------------------------------------------------------- */

static gboolean
move_segment (LpStage *stage, gpointer data, GError **error)
{
  const Line *line = data;

  return lp_line_move_segment (stage, line->connection, line->segment, line->by, error);
}

static void
measure (Line *line, LpStage *stage, LpPoint at, LpModifiers modifiers)
{
  gboolean level = lp_line_is_level (stage, line->connection, line->segment);
  LpPoint handle;

  lp_line_get_handle (stage, line->connection, line->segment, &handle);
  double was = level ? handle.y : handle.x, by = level ? at.y - line->start.y : at.x - line->start.x;
  line->by = (modifiers & LP_MODIFIER_FREE) != 0 ? by : lp_snap (was + by) - was;
  if (fabs (by) < lp_stage_units (stage, 3))
    line->by = 0;
}

/* --- an end ------------------------------------------------------------------------------------------ */

static gboolean
attach (LpStage *stage, gpointer data, GError **error)
{
  const Line *line = data;

  return lp_line_attach (stage, line->connection, line->end, line->target, error);
}

static guint
other_end (const Line *line, LpStage *stage)
{
  const LpDesign *design = lp_stage_get_design (stage);

  return line->end == LP_LINE_START ? lp_design_get_target (design, line->connection)
                                    : lp_design_get_source (design, line->connection);
}

static guint
present_end (const Line *line, LpStage *stage)
{
  const LpDesign *design = lp_stage_get_design (stage);

  return line->end == LP_LINE_START ? lp_design_get_source (design, line->connection)
                                    : lp_design_get_target (design, line->connection);
}

static void
find_target (Line *line, LpStage *stage, LpPoint at)
{
  LpHit hit = lp_stage_pick (stage, at);
  gboolean takes = hit.part == LP_PART_COMPONENT
                   || (hit.part == LP_PART_FRAME
                       && !lp_design_is_within (lp_stage_get_design (stage), other_end (line, stage), hit.index));

  line->target = takes ? hit.index : LP_NONE;
}

static void
show_end (Line *line, LpStage *stage, LpPoint at)
{
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  LpOverlay *overlay = &stage->overlay;
  char *refusal
      = line->target != LP_NONE ? lp_line_refusal (stage, line->connection, line->end, line->target) : NULL;

  line->refused = refusal != NULL;
  gboolean taken = line->target != LP_NONE && !line->refused;
  overlay->refused = line->refused;
  overlay->has_line = !taken;
  overlay->line_from = lp_rect_centre (placement->rect[other_end (line, stage)]);
  overlay->line_to = at;
  overlay->line_target = line->target != LP_NONE ? placement->rect[line->target] : (LpRect){ 0, 0, 0, 0 };
  lp_overlay_set_hint (overlay, refusal, at);
  gboolean elsewhere = taken && line->target != present_end (line, stage);
  lp_stage_preview (stage, elsewhere ? attach : NULL, line);
}

static void
line_drag (LpGesture *gesture, LpStage *stage, LpPoint at, LpModifiers modifiers)
{
  Line *line = (Line *) gesture;

  if (line->segment != LP_NONE)
    {
      measure (line, stage, at, modifiers);
      lp_stage_preview (stage, line->by != 0 ? move_segment : NULL, line);
      return;
    }
  find_target (line, stage, at);
  show_end (line, stage, at);
}

static void
line_release (LpGesture *gesture, LpStage *stage, LpPoint at, LpModifiers modifiers)
{
  Line *line = (Line *) gesture;

  if (line->segment != LP_NONE)
    {
      measure (line, stage, at, modifiers);
      if (line->by != 0)
        lp_stage_apply (stage, _("Move Line"), move_segment, line);
      return;
    }
  if (lp_point_distance (at, line->start) < lp_stage_units (stage, 4))
    return;
  find_target (line, stage, at);
  g_autofree char *refusal
      = line->target != LP_NONE ? lp_line_refusal (stage, line->connection, line->end, line->target) : NULL;
  if (refusal != NULL)
    lp_stage_message (stage, refusal);
  else if (line->target != LP_NONE && line->target != present_end (line, stage))
    lp_stage_apply (stage, _("Reattach"), attach, line);
}

static const char *
line_cursor (LpStage *stage, LpPoint at)
{
  if (lp_line_find_end (stage, at) != LP_LINE_NO_END)
    return "crosshair";
  guint segment = lp_line_find_segment (stage, at);
  if (segment == LP_NONE)
    return NULL;
  return lp_line_is_level (stage, lp_line_get_selected (stage), segment) ? "ns-resize" : "ew-resize";
}

const LpTool lp_tool_line = {
  .id = "line",
  .press = line_press,
  .drag = line_drag,
  .release = line_release,
  .free = (void (*) (LpGesture *)) g_free,
  .cursor = line_cursor,
};
