#include <glib/gi18n.h>

#include "ui/canvas/arrange.h"
#include "ui/canvas/handles.h"
#include "ui/canvas/tool.h"

#define MIN_WIDTH 96.0
#define MIN_HEIGHT 64.0
#define INNER_MARGIN 8.0
#define HEADER 32.0
/* In pixels. */
#define GUIDE_REACH 5.0

typedef struct
{
  LpGesture base;
  LpPoint start;
  guint container;
  LpEdges edges;
  LpRect to;
} Resize;

static LpGesture *
resize_press (LpStage *stage, LpPoint at, LpModifiers modifiers)
{
  LpEdges edges = lp_handles_find_resize (stage, at);

  if (edges == LP_EDGE_NONE)
    return NULL;
  Resize *resize = g_new0 (Resize, 1);
  resize->start = at;
  resize->container = lp_handles_get_resized (stage);
  resize->edges = edges;
  resize->to = lp_scene_get_placement (stage->scene)->rect[resize->container];
  return &resize->base;
}

typedef struct
{
  double from, to;       /* the frame along one axis */
  double held_from, held_to; /* what it must hold */
  double least;          /* length */
  double first;          /* no further to the left, or up, than this */
  gboolean across;
  gboolean snaps;
  const GArray *around;  /* what it may line up with */
  double reach;
} Span;

/* To the edges of others before the grid. */
static double
snapped (const Span *span, double wish)
{
  if (span->snaps && !lp_guides_find_edge (span->around, span->across, span->reach, &wish))
    wish = lp_snap (wish);
  return wish;
}

/* Moves the edges that are being dragged by `by`. */
static void
stretch (Span *span, gboolean moves_from, gboolean moves_to, double by)
{
  if (moves_from)
    {
      double wish = MAX (snapped (span, span->from + by), MIN (span->first, span->from));
      span->from = MIN (MIN (wish, span->to - span->least), span->held_from);
    }
  if (moves_to)
    {
      double wish = snapped (span, span->to + by);
      span->to = MAX (MAX (wish, span->from + span->least), span->held_to);
    }
}

static LpRect
resized (Resize *resize, LpStage *stage, LpPoint at, LpModifiers modifiers)
{
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  guint parent = lp_design_get_parent (lp_stage_get_design (stage), resize->container);
  LpRect rect = placement->rect[resize->container], held = lp_arrange_get_content (stage, resize->container);
  gboolean snaps = (modifiers & LP_MODIFIER_FREE) == 0;
  double reach = lp_stage_units (stage, GUIDE_REACH);
  g_autoptr (GArray) around = lp_stage_get_around (stage, parent, TRUE, resize->container);
  Span x = { rect.x, rect.x + rect.w, held.x, held.x + held.w, MIN_WIDTH, -G_MAXDOUBLE, TRUE, snaps, around, reach };
  Span y = { rect.y, rect.y + rect.h, held.y, held.y + held.h, MIN_HEIGHT, -G_MAXDOUBLE, FALSE, snaps, around, reach };

  if (held.w <= 0)
    {
      x.held_from = y.held_from = G_MAXDOUBLE;
      x.held_to = y.held_to = -G_MAXDOUBLE;
    }
  if (parent != LP_NONE)
    {
      x.first = placement->rect[parent].x + INNER_MARGIN;
      y.first = placement->rect[parent].y + HEADER;
    }
  stretch (&x, (resize->edges & LP_EDGE_LEFT) != 0, (resize->edges & LP_EDGE_RIGHT) != 0, at.x - resize->start.x);
  stretch (&y, (resize->edges & LP_EDGE_TOP) != 0, (resize->edges & LP_EDGE_BOTTOM) != 0, at.y - resize->start.y);
  LpRect to = { x.from, y.from, x.to - x.from, y.to - y.from };
  lp_overlay_set_guides (&stage->overlay, snaps ? around : NULL, to);
  return to;
}

static gboolean
set_rect (LpStage *stage, gpointer data, GError **error)
{
  const Resize *resize = data;

  return lp_arrange_set_rect (stage, resize->container, resize->to, error);
}

static gboolean
is_resized (const Resize *resize, LpStage *stage)
{
  LpRect from = lp_scene_get_placement (stage->scene)->rect[resize->container], to = resize->to;

  return to.x != from.x || to.y != from.y || to.w != from.w || to.h != from.h;
}

static void
resize_drag (LpGesture *gesture, LpStage *stage, LpPoint at, LpModifiers modifiers)
{
  Resize *resize = (Resize *) gesture;

  resize->to = resized (resize, stage, at, modifiers);
  stage->overlay.has_outline = TRUE;
  stage->overlay.outline = resize->to;
  lp_stage_preview (stage, is_resized (resize, stage) ? set_rect : NULL, resize);
}

static void
resize_release (LpGesture *gesture, LpStage *stage, LpPoint at, LpModifiers modifiers)
{
  Resize *resize = (Resize *) gesture;

  resize->to = resized (resize, stage, at, modifiers);
  if (is_resized (resize, stage))
    lp_stage_apply (stage, _("Resize"), set_rect, resize);
}

static const char *
resize_cursor (LpStage *stage, LpPoint at)
{
  LpEdges edges = lp_handles_find_resize (stage, at);

  switch ((guint) edges)
    {
    case LP_EDGE_LEFT:
    case LP_EDGE_RIGHT:
      return "ew-resize";
    case LP_EDGE_TOP:
    case LP_EDGE_BOTTOM:
      return "ns-resize";
    case LP_EDGE_LEFT | LP_EDGE_TOP:
    case LP_EDGE_RIGHT | LP_EDGE_BOTTOM:
      return "nwse-resize";
    case LP_EDGE_RIGHT | LP_EDGE_TOP:
    case LP_EDGE_LEFT | LP_EDGE_BOTTOM:
      return "nesw-resize";
    default:
      return NULL;
    }
}

const LpTool lp_tool_resize = {
  .id = "resize",
  .press = resize_press,
  .drag = resize_drag,
  .release = resize_release,
  .free = (void (*) (LpGesture *)) g_free,
  .cursor = resize_cursor,
};
