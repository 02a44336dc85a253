#include <math.h>

#include "ui/canvas/tool.h"

/* A press on nothing, or on the inside of a container: a rubber band where it is dragged, a click where not. */
typedef struct
{
  LpGesture base;
  LpPoint start;
  gboolean dragged;
  GStrv before; /* selected when it began: kept where it extends */
} Band;

static LpGesture *
band_press (LpStage *stage, LpPoint at, LpModifiers modifiers)
{
  Band *band = g_new0 (Band, 1);

  band->start = at;
  band->before = lp_selection_dup_ids (stage->selection);
  return &band->base;
}

static LpRect
spanned (LpPoint a, LpPoint b)
{
  return (LpRect){ MIN (a.x, b.x), MIN (a.y, b.y), fabs (a.x - b.x), fabs (a.y - b.y) };
}

static void
select_inside (Band *band, LpStage *stage, LpRect area, gboolean extend)
{
  g_autoptr (GArray) inside = lp_scene_pick_inside (stage->scene, area);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; extend && band->before[i] != NULL; i++)
    g_ptr_array_add (ids, band->before[i]);
  for (guint i = 0; i < inside->len; i++)
    g_ptr_array_add (ids,
                     lp_design_get_component (lp_stage_get_design (stage), g_array_index (inside, guint, i))->id);
  g_ptr_array_add (ids, NULL);
  lp_selection_set_all (stage->selection, (const char *const *) ids->pdata);
}

static void
band_drag (LpGesture *gesture, LpStage *stage, LpPoint at, LpModifiers modifiers)
{
  Band *band = (Band *) gesture;
  LpRect area = spanned (band->start, at);

  if (!band->dragged && hypot (area.w, area.h) < lp_stage_units (stage, 4))
    return;
  band->dragged = TRUE;
  stage->overlay.has_band = TRUE;
  stage->overlay.band = area;
  select_inside (band, stage, area, (modifiers & LP_MODIFIER_EXTEND) != 0);
}

static void
band_release (LpGesture *gesture, LpStage *stage, LpPoint at, LpModifiers modifiers)
{
  Band *band = (Band *) gesture;

  if (band->dragged)
    return;
  LpHit hit = lp_stage_pick (stage, at);
  const char *id = hit.part == LP_PART_FRAME ? lp_design_get_component (lp_stage_get_design (stage), hit.index)->id
                                             : NULL;
  if ((modifiers & LP_MODIFIER_EXTEND) == 0)
    lp_selection_set (stage->selection, id);
  else if (id != NULL)
    lp_selection_toggle (stage->selection, id);
}

static void
band_free (LpGesture *gesture)
{
  g_strfreev (((Band *) gesture)->before);
  g_free (gesture);
}

const LpTool lp_tool_band = {
  .id = "band",
  .press = band_press,
  .drag = band_drag,
  .release = band_release,
  .free = band_free,
};
