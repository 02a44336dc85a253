#include "ui/canvas/overlay-mend.h"

#include <math.h>

#include "render/paint.h"
#include "ui/application/theme.h"

#define BADGE 9.0 /* radius */
#define STROKE 2.5

typedef enum
{
  SIGN_NEW,
  SIGN_OTHER,
  SIGN_GONE,
  SIGN_THERE, /* of two drawings: only the other has it */
  SIGN_HERE,
  SIGN_UNEQUAL,
} Sign;

typedef struct
{
  LpStage *stage;
  cairo_t *cr;
  GdkRGBA colour, paper;
  Sign sign;
} Pen;

static void
set_colour (cairo_t *cr, GdkRGBA colour, double alpha)
{
  colour.alpha = (float) alpha;
  gdk_cairo_set_source_rgba (cr, &colour);
}

static void
add_bar (const Pen *pen, LpPoint at, double drop)
{
  double r = BADGE * 0.5;

  cairo_move_to (pen->cr, at.x - r, at.y + drop);
  cairo_rel_line_to (pen->cr, 2 * r, 0);
}

/* The sign is told by its shape as well: a plus, a wave, a cross; a minus, and what is not equal. */
static void
draw_badge (const Pen *pen, LpPoint at)
{
  double r = BADGE * 0.5;

  cairo_new_path (pen->cr);
  cairo_arc (pen->cr, at.x, at.y, BADGE, 0, 2 * G_PI);
  set_colour (pen->cr, pen->colour, 1);
  cairo_fill_preserve (pen->cr);
  set_colour (pen->cr, pen->paper, 1);
  cairo_set_line_width (pen->cr, 1.5);
  cairo_stroke (pen->cr);
  cairo_set_line_width (pen->cr, 2);
  switch (pen->sign)
    {
    case SIGN_NEW:
    case SIGN_THERE:
      add_bar (pen, at, 0);
      cairo_move_to (pen->cr, at.x, at.y - r);
      cairo_rel_line_to (pen->cr, 0, 2 * r);
      break;
    case SIGN_OTHER:
      cairo_move_to (pen->cr, at.x - r, at.y);
      cairo_rel_curve_to (pen->cr, r * 0.7, -r, r * 1.3, r, 2 * r, 0);
      break;
    case SIGN_GONE:
      cairo_move_to (pen->cr, at.x - r * 0.8, at.y - r * 0.8);
      cairo_rel_line_to (pen->cr, 1.6 * r, 1.6 * r);
      cairo_move_to (pen->cr, at.x - r * 0.8, at.y + r * 0.8);
      cairo_rel_line_to (pen->cr, 1.6 * r, -1.6 * r);
      break;
    case SIGN_HERE:
      add_bar (pen, at, 0);
      break;
    case SIGN_UNEQUAL:
      add_bar (pen, at, -2);
      add_bar (pen, at, 2);
      cairo_move_to (pen->cr, at.x - 2.5, at.y + 4.5);
      cairo_rel_line_to (pen->cr, 5, -9);
      break;
    }
  cairo_stroke (pen->cr);
}

/* --- components -------------------------------------------------------------------------------------- */

static void
strike (const Pen *pen, LpRect view)
{
  cairo_move_to (pen->cr, view.x, view.y);
  cairo_line_to (pen->cr, view.x + view.w, view.y + view.h);
  cairo_move_to (pen->cr, view.x + view.w, view.y);
  cairo_line_to (pen->cr, view.x, view.y + view.h);
}

/* What is not in one's own drawing is seen through a veil, with a dashed edge. */
static void
fill_component (const Pen *pen)
{
  static const double dashes[] = { 6, 4 };

  if (pen->sign != SIGN_THERE)
    {
      set_colour (pen->cr, pen->colour, pen->sign == SIGN_GONE ? 0.2 : 0.08);
      cairo_fill_preserve (pen->cr);
      return;
    }
  set_colour (pen->cr, pen->paper, 0.45);
  cairo_fill_preserve (pen->cr);
  set_colour (pen->cr, pen->colour, 0.08);
  cairo_fill_preserve (pen->cr);
  cairo_set_dash (pen->cr, dashes, G_N_ELEMENTS (dashes), 0);
}

static void
draw_component (const Pen *pen, guint component)
{
  const LpPlacement *placement = lp_scene_get_placement (pen->stage->scene);
  LpRect view = lp_rect_grow (lp_viewport_rect_to_view (pen->stage->viewport, placement->rect[component]), 4);

  cairo_new_path (pen->cr);
  lp_paint_round_rect (pen->cr, view, 8);
  fill_component (pen);
  if (pen->sign == SIGN_GONE)
    strike (pen, view);
  set_colour (pen->cr, pen->colour, 0.95);
  cairo_set_line_width (pen->cr, STROKE);
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
  draw_badge (pen, (LpPoint){ view.x + view.w, view.y });
}

/* --- connections ------------------------------------------------------------------------------------- */

/* The middle of its longest run. */
static LpPoint
middle_of (const LpPoint *route, guint n)
{
  LpPoint middle = route[0];
  double longest = -1;

  for (guint i = 0; i + 1 < n; i++)
    {
      double length = fabs (route[i].x - route[i + 1].x) + fabs (route[i].y - route[i + 1].y);
      if (length <= longest)
        continue;
      longest = length;
      middle = (LpPoint){ (route[i].x + route[i + 1].x) / 2, (route[i].y + route[i + 1].y) / 2 };
    }
  return middle;
}

static void
draw_connection (const Pen *pen, guint connection)
{
  guint n;
  const LpPoint *route = lp_scene_get_route (pen->stage->scene, connection, &n);

  if (n == 0)
    return;
  cairo_new_path (pen->cr);
  for (guint i = 0; i < n; i++)
    {
      LpPoint at = lp_viewport_to_view (pen->stage->viewport, route[i]);
      cairo_line_to (pen->cr, at.x, at.y);
    }
  set_colour (pen->cr, pen->colour, 0.4);
  cairo_set_line_width (pen->cr, 7);
  cairo_stroke (pen->cr);
  draw_badge (pen, lp_viewport_to_view (pen->stage->viewport, middle_of (route, n)));
}

/* --- what is gone to in a list ------------------------------------------------------------------------ */

static void
draw_lit (LpOverlayView *view, LpStage *stage, cairo_t *cr)
{
  const LpFold *fold = lp_scene_get_fold (stage->scene);
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);

  for (guint i = 0; stage->lit != NULL && stage->lit[i] != NULL; i++)
    {
      guint component = lp_fold_find (fold, stage->lit[i]), connection = lp_fold_find_connection (fold, stage->lit[i]), n = 0;
      const LpPoint *route = connection != LP_NONE ? lp_scene_get_route (stage->scene, connection, &n) : NULL;
      cairo_new_path (cr);
      if (component != LP_NONE)
        lp_paint_round_rect (
            cr, lp_rect_grow (lp_viewport_rect_to_view (stage->viewport, placement->rect[component]), 10), 12);
      for (guint j = 0; j < n; j++)
        {
          LpPoint at = lp_viewport_to_view (stage->viewport, route[j]);
          cairo_line_to (cr, at.x, at.y);
        }
      set_colour (cr, view->accent, component != LP_NONE ? 0.9 : 0.5);
      cairo_set_line_width (cr, component != LP_NONE ? 3 : 10);
      cairo_stroke (cr);
    }
}

/* --- all of it --------------------------------------------------------------------------------------- */

static void
draw_ids (const Pen *pen, char **ids)
{
  const LpFold *fold = lp_scene_get_fold (pen->stage->scene);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint connection = lp_fold_find_connection (fold, ids[i]), component = lp_fold_find (fold, ids[i]);
      if (component != LP_NONE)
        draw_component (pen, component);
      else if (connection != LP_NONE)
        draw_connection (pen, connection);
    }
}

void
lp_overlay_mend_snapshot (LpOverlayView *view, GtkSnapshot *snapshot, LpStage *stage)
{
  const LpMendPreview *mend = stage->mend;

  if (mend == NULL)
    return;
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) lp_viewport_get_width (stage->viewport),
                                     (float) lp_viewport_get_height (stage->viewport)));
  GdkRGBA paper = lp_theme_rgba (view->theme, LP_COLOUR_PAPER);
  gboolean compares = mend->is_comparison;
  Pen gone = { stage, cr, lp_theme_rgba (view->theme, LP_COLOUR_ERROR), paper, compares ? SIGN_HERE : SIGN_GONE };
  Pen other = { stage, cr, lp_theme_rgba (view->theme, LP_COLOUR_INFO), paper, compares ? SIGN_UNEQUAL : SIGN_OTHER };
  Pen new = { stage, cr, lp_theme_rgba (view->theme, LP_COLOUR_SUBNET_PUBLIC), paper, compares ? SIGN_THERE : SIGN_NEW };
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  if (compares)
    draw_lit (view, stage, cr);
  draw_ids (&gone, mend->removed);
  draw_ids (&other, mend->changed);
  draw_ids (&new, mend->added);
  cairo_destroy (cr);
}
