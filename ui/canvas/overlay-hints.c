#include "ui/canvas/overlay-hints.h"

#include <math.h>

#include "render/paint.h"
#include "ui/application/theme.h"

/* Outlines of more than so many things in sight say nothing any more. */
#define MAX_OUTLINES 2000

/* Everything of one colour goes into one node: thousands of outlines are one path. */
typedef struct
{
  LpStage *stage;
  cairo_t *cr;
  LpRect visible;
  guint n;
} Pen;

static cairo_t *
begin (GtkSnapshot *snapshot, LpStage *stage)
{
  return gtk_snapshot_append_cairo (snapshot,
                                    &GRAPHENE_RECT_INIT (0, 0, (float) lp_viewport_get_width (stage->viewport),
                                                         (float) lp_viewport_get_height (stage->viewport)));
}

static void
set_colour (cairo_t *cr, GdkRGBA colour, float alpha)
{
  colour.alpha = alpha;
  gdk_cairo_set_source_rgba (cr, &colour);
}

static void
trace_rect (Pen *pen, LpRect rect, double grow)
{
  if (pen->n >= MAX_OUTLINES || !lp_rect_overlaps (rect, pen->visible))
    return;
  LpRect view = lp_rect_grow (lp_viewport_rect_to_view (pen->stage->viewport, rect), grow);
  view = (LpRect){ round (view.x), round (view.y), round (view.w), round (view.h) };
  lp_paint_round_rect (pen->cr, view, 6 + grow);
  pen->n++;
}

static void
trace_route (Pen *pen, guint connection)
{
  guint n;
  const LpPoint *route = lp_scene_get_route (pen->stage->scene, connection, &n);

  for (guint i = 0; i < n; i++)
    {
      LpPoint at = lp_viewport_to_view (pen->stage->viewport, route[i]);
      if (i == 0)
        cairo_move_to (pen->cr, at.x, at.y);
      else
        cairo_line_to (pen->cr, at.x, at.y);
    }
}

/* Components as outlines, containers filled as well, connections as bands along them. */
static void
draw_ids (GtkSnapshot *snapshot, LpStage *stage, const char *const *ids, GdkRGBA colour, float fill)
{
  const LpFold *fold = lp_scene_get_fold (stage->scene);
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  Pen pen = { stage, begin (snapshot, stage), lp_viewport_get_visible (stage->viewport), 0 };

  cairo_set_line_join (pen.cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint connection = lp_fold_find_connection (fold, ids[i]);
      if (connection != LP_NONE)
        trace_route (&pen, connection);
    }
  set_colour (pen.cr, colour, 0.35f);
  cairo_set_line_width (pen.cr, 7);
  cairo_stroke (pen.cr);
  for (guint i = 0; fill > 0 && ids[i] != NULL; i++)
    {
      guint component = lp_fold_find (fold, ids[i]);
      if (component != LP_NONE && placement->is_frame[component])
        trace_rect (&pen, placement->rect[component], 4);
    }
  set_colour (pen.cr, colour, fill);
  cairo_fill (pen.cr);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint component = lp_fold_find (fold, ids[i]);
      if (component != LP_NONE && !lp_selection_contains (stage->selection, ids[i]))
        trace_rect (&pen, placement->rect[component], 4);
    }
  set_colour (pen.cr, colour, 0.8f);
  cairo_set_line_width (pen.cr, 2);
  cairo_stroke (pen.cr);
  cairo_destroy (pen.cr);
}

static void
draw_allowed (LpOverlayView *view, GtkSnapshot *snapshot, LpStage *stage)
{
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  GArray *allowed = stage->overlay.allowed;
  Pen pen = { stage, begin (snapshot, stage), lp_viewport_get_visible (stage->viewport), 0 };

  for (guint i = 0; i < allowed->len; i++)
    trace_rect (&pen, placement->rect[g_array_index (allowed, guint, i)], 0);
  /* Nested ones are counted once, not tinted twice. */
  cairo_set_fill_rule (pen.cr, CAIRO_FILL_RULE_WINDING);
  set_colour (pen.cr, view->accent, 0.06f);
  cairo_fill_preserve (pen.cr);
  set_colour (pen.cr, view->accent, 0.55f);
  cairo_set_line_width (pen.cr, 1.5);
  cairo_stroke (pen.cr);
  cairo_destroy (pen.cr);
}

static void
draw_line (LpOverlayView *view, GtkSnapshot *snapshot, LpStage *stage)
{
  Pen pen = { stage, begin (snapshot, stage), lp_viewport_get_visible (stage->viewport), 0 };

  trace_route (&pen, stage->overlay.line);
  set_colour (pen.cr, view->accent, 0.5f);
  cairo_set_line_width (pen.cr, 7);
  cairo_set_line_join (pen.cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (pen.cr);
  cairo_destroy (pen.cr);
}

void
lp_overlay_hints_snapshot (LpOverlayView *view, GtkSnapshot *snapshot, LpStage *stage)
{
  const LpOverlay *overlay = &stage->overlay;

  if (stage->found != NULL)
    draw_ids (snapshot, stage, (const char *const *) stage->found, lp_theme_rgba (view->theme, LP_COLOUR_COMPUTE),
              0);
  /* What is pointed at counts while it is. */
  char **lit = stage->witness != NULL ? stage->witness : stage->lit;
  if (lit != NULL)
    draw_ids (snapshot, stage, (const char *const *) lit, view->accent, 0.07f);
  if (overlay->allowed != NULL)
    draw_allowed (view, snapshot, stage);
  if (overlay->line != LP_NONE && overlay->line < lp_design_get_n_connections (lp_stage_get_design (stage)))
    draw_line (view, snapshot, stage);
}
