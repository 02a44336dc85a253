#include <glib/gi18n.h>

#include "ui/canvas/arrange.h"
#include "ui/canvas/copies.h"
#include "ui/canvas/scene-loader.h"
#include "ui/canvas/tool.h"

/* The strip with the name, at the top of a frame, and its border: in pixels and units. */
#define BORDER 6.0
#define NAME_STRIP 28.0
/* How near is near enough to snap to a guide, in pixels. */
#define GUIDE_REACH 5.0

typedef struct
{
  LpGesture base;
  LpPoint start;
  guint grabbed;     /* the component under the pointer, or LP_NONE for a connection */
  char *id;          /* of what was pressed */
  GArray *roots;     /* what moves: numbers; NULL until it does */
  guint target;      /* the container that would take it */
  LpPoint offset;
  gboolean was_selected;
  gboolean refused;
  gboolean copies;   /* the originals stay */
  GPtrArray *made;   /* ids of the copies, or NULL */
} Move;

/* More than that is not painted anew at every step, but carried along as a picture. */
#define MOST_LIVE 60

/* Frames are grabbed at the border or the name, or anywhere once they are selected: their inside is otherwise
 * for the rubber band. */
static gboolean
grabs_frame (LpStage *stage, guint frame, LpPoint at)
{
  LpRect rect = lp_scene_get_placement (stage->scene)->rect[frame];
  double border = lp_stage_units (stage, BORDER);

  if (lp_selection_contains (stage->selection, lp_design_get_component (lp_stage_get_design (stage), frame)->id))
    return TRUE;
  LpRect inside = { rect.x + border, rect.y + MAX (border, NAME_STRIP), rect.w - 2 * border,
                    rect.h - border - MAX (border, NAME_STRIP) };
  return !lp_rect_contains (inside, at);
}

static const char *
find_grabbed (LpStage *stage, LpPoint at, guint *component)
{
  LpHit hit = lp_stage_pick (stage, at);
  const LpDesign *design = lp_stage_get_design (stage);

  *component = LP_NONE;
  if (hit.part == LP_PART_CONNECTION)
    return lp_design_get_connection (design, hit.index)->id;
  if (hit.part != LP_PART_COMPONENT && (hit.part != LP_PART_FRAME || !grabs_frame (stage, hit.index, at)))
    return NULL;
  *component = hit.index;
  return lp_design_get_component (design, hit.index)->id;
}

static LpGesture *
move_press (LpStage *stage, LpPoint at, LpModifiers modifiers)
{
  guint grabbed;
  const char *id = find_grabbed (stage, at, &grabbed);

  if (id == NULL)
    return NULL;
  Move *move = g_new0 (Move, 1);
  move->start = at;
  move->grabbed = grabbed;
  move->id = g_strdup (id);
  move->was_selected = lp_selection_contains (stage->selection, id);
  move->copies = (modifiers & LP_MODIFIER_COPY) != 0;
  if ((modifiers & LP_MODIFIER_EXTEND) != 0)
    {
      /* It may be the beginning of a drag: what is selected already is let go when it turns out to be a click. */
      if (!move->was_selected)
        lp_selection_toggle (stage->selection, id);
    }
  else if (!move->was_selected)
    lp_selection_set (stage->selection, id);
  return &move->base;
}

static void
lift (Move *move, LpStage *stage)
{
  move->roots = lp_stage_get_selected_roots (stage);
  lp_arrange_leave_locked (stage, move->roots);
  stage->overlay.moving = lp_moving_new (stage->scene, move->roots);
}

/* Guides before the grid. */
static LpPoint
snapped_offset (Move *move, LpStage *stage, LpPoint at, LpModifiers modifiers)
{
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  LpPoint offset = { at.x - move->start.x, at.y - move->start.y };
  LpRect was = placement->rect[move->grabbed], rect = was;

  lp_overlay_set_guides (&stage->overlay, NULL, rect);
  if ((modifiers & LP_MODIFIER_FREE) != 0)
    return offset;
  rect.x += offset.x;
  rect.y += offset.y;
  g_autoptr (GArray) around
      = lp_stage_get_around (stage, move->target, placement->is_frame[move->grabbed], move->grabbed);
  LpGuideSnap snap = lp_guides_find (around, rect, lp_stage_units (stage, GUIDE_REACH));
  rect.x = snap.found_x ? rect.x + snap.by.x : lp_snap (rect.x);
  rect.y = snap.found_y ? rect.y + snap.by.y : lp_snap (rect.y);
  if (rect.x != was.x || rect.y != was.y)
    lp_overlay_set_guides (&stage->overlay, around, rect);
  return (LpPoint){ rect.x - was.x, rect.y - was.y };
}

static gboolean
is_moving (Move *move, LpStage *stage, guint component)
{
  for (guint i = 0; component != LP_NONE && i < move->roots->len; i++)
    if (lp_design_is_within (lp_stage_get_design (stage), component, g_array_index (move->roots, guint, i)))
      return TRUE;
  return FALSE;
}

/* Where it would go. Over its own container everything stays where it belongs, also what comes along from other
 * containers; anywhere else all of it goes there. */
static char *
find_target (Move *move, LpStage *stage, LpPoint at)
{
  const LpDesign *design = lp_stage_get_design (stage);
  guint home = lp_design_get_parent (design, move->grabbed);

  move->target = lp_scene_container_at (stage->scene, at, move->grabbed);
  while (is_moving (move, stage, move->target))
    move->target = lp_design_get_parent (design, move->target);
  for (guint i = 0; move->target != home && i < move->roots->len; i++)
    {
      guint root = g_array_index (move->roots, guint, i);
      if (lp_design_get_parent (design, root) == move->target)
        continue;
      char *refusal = lp_arrange_refusal_of (stage, root, move->target);
      if (refusal != NULL)
        return refusal;
    }
  return NULL;
}

static gboolean
put_down (LpStage *stage, gpointer data, GError **error)
{
  Move *move = data;
  const LpDesign *design = lp_stage_get_design (stage);
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  guint home = lp_design_get_parent (design, move->grabbed);

  if (move->copies)
    {
      g_clear_pointer (&move->made, g_ptr_array_unref);
      move->made = g_ptr_array_new_with_free_func (g_free);
      return lp_copies_drop (stage, move->roots, move->offset, move->grabbed, move->target, move->made, error);
    }
  gboolean ok = lp_arrange_pin (stage, error);
  for (guint i = 0; ok && i < move->roots->len; i++)
    {
      guint root = g_array_index (move->roots, guint, i);
      guint container = move->target == home ? lp_design_get_parent (design, root) : move->target;
      LpPoint corner = { placement->rect[root].x + move->offset.x, placement->rect[root].y + move->offset.y };
      ok = lp_arrange_put (stage, root, container, corner, error);
    }
  return ok;
}

static gboolean
is_at_home (const Move *move)
{
  return move->offset.x == 0 && move->offset.y == 0;
}

/* What floats is at the pointer at once, and its connectors follow as fast as they can. */
static void
show (Move *move, LpStage *stage)
{
  stage->overlay.floats = move->refused || stage->overlay.moving->n > MOST_LIVE
                          || !lp_scene_loader_is_quick (lp_stage_get_design (stage));
  if (move->refused || is_at_home (move))
    lp_stage_preview (stage, NULL, NULL);
  else
    lp_stage_preview (stage, put_down, move);
}

/* What is locked stays, and says so. */
static void
hold_on (Move *move, LpStage *stage, LpPoint at)
{
  const LpComponent *locked = lp_design_get_component (lp_stage_get_design (stage), move->grabbed);

  move->refused = TRUE;
  lp_overlay_set_hint (&stage->overlay, lp_arrange_locked_message (locked), at);
}

static void
move_drag (LpGesture *gesture, LpStage *stage, LpPoint at, LpModifiers modifiers)
{
  Move *move = (Move *) gesture;

  if (move->grabbed == LP_NONE)
    return;
  if (move->roots == NULL)
    {
      if (lp_point_distance (at, move->start) < lp_stage_units (stage, 4)
          || !lp_selection_contains (stage->selection, move->id))
        return;
      if (lp_arrange_is_locked (stage, move->grabbed))
        {
          hold_on (move, stage, at);
          return;
        }
      lift (move, stage);
    }
  char *refusal = find_target (move, stage, at);
  move->refused = refusal != NULL;
  move->offset = snapped_offset (move, stage, at, modifiers);
  stage->overlay.moving_offset = move->offset;
  stage->overlay.drop = move->target;
  stage->overlay.refused = move->refused;
  lp_overlay_set_hint (&stage->overlay, refusal, at);
  show (move, stage);
}

static void
move_release (LpGesture *gesture, LpStage *stage, LpPoint at, LpModifiers modifiers)
{
  Move *move = (Move *) gesture;

  if (move->refused)
    {
      lp_stage_message (stage, stage->overlay.hint);
      return;
    }
  if (move->roots == NULL)
    {
      if (move->was_selected && (modifiers & LP_MODIFIER_EXTEND) != 0)
        lp_selection_toggle (stage->selection, move->id);
      else if (move->was_selected)
        lp_selection_set (stage->selection, move->id);
      return;
    }
  move->offset = snapped_offset (move, stage, at, modifiers);
  if (is_at_home (move))
    return;
  gboolean done = lp_stage_apply (stage, move->copies ? _("Duplicate") : _("Move"), put_down, move);
  if (done && move->copies)
    lp_copies_select (stage, move->made);
}

static void
move_free (LpGesture *gesture)
{
  Move *move = (Move *) gesture;

  g_clear_pointer (&move->roots, g_array_unref);
  g_clear_pointer (&move->made, g_ptr_array_unref);
  g_free (move->id);
  g_free (move);
}

static const char *
move_cursor (LpStage *stage, LpPoint at)
{
  guint grabbed;

  if (find_grabbed (stage, at, &grabbed) == NULL)
    return NULL;
  return grabbed != LP_NONE ? "grab" : "pointer";
}

const LpTool lp_tool_move = {
  .id = "move",
  .press = move_press,
  .drag = move_drag,
  .release = move_release,
  .free = move_free,
  .cursor = move_cursor,
};
