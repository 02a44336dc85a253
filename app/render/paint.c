#include "render/paint.h"

#include "catalogue/glyph.h"
#include "render/line-path.h"
#include "render/paint-bitmap.h"
#include "render/signs.h"
#include "render/text.h"
#include "scene/label.h"

/* On the surface, in pixels. */
#define LEAST_TEXT 5.0
#define LEAST_TILE 14.0
#define LEAST_CORNER 2.0

#define HATCH_STEP 6.0
#define HATCH_ALPHA 0.35

typedef struct
{
  cairo_t *cr;
  double zoom;
  LpTheme theme;
  GArray *steps; /* of LpStep, used again for each line */
} LpPainter;

void
lp_paint_set_source (cairo_t *cr, guint32 rgb, double alpha)
{
  LpRgb parts = lp_rgb (rgb);
  cairo_set_source_rgba (cr, parts.red, parts.green, parts.blue, alpha);
}

static void
set_colour (const LpPainter *painter, LpColour colour)
{
  lp_paint_set_source (painter->cr, lp_palette_get (painter->theme, colour), 1);
}

static void
fill_and_stroke (const LpPainter *painter, const LpStroke *style)
{
  cairo_t *cr = painter->cr;
  if (style->fill != LP_COLOUR_NONE)
    {
      set_colour (painter, style->fill);
      if (style->stroke == LP_COLOUR_NONE)
        cairo_fill (cr);
      else
        cairo_fill_preserve (cr);
    }
  if (style->stroke == LP_COLOUR_NONE)
    {
      cairo_new_path (cr);
      return;
    }
  double dash[G_N_ELEMENTS (style->dash)];
  int n = 0;
  for (; n < (int) G_N_ELEMENTS (style->dash) && style->dash[n] > 0; n++)
    dash[n] = style->dash[n];
  cairo_set_dash (cr, dash, n, 0);
  cairo_set_line_width (cr, MAX (style->width, 1 / painter->zoom));
  set_colour (painter, style->stroke);
  cairo_stroke (cr);
}

void
lp_paint_round_rect (cairo_t *cr, LpRect r, double radius)
{
  radius = MIN (radius, MIN (r.w, r.h) / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, r.x + r.w - radius, r.y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, r.x + r.w - radius, r.y + r.h - radius, radius, 0, G_PI_2);
  cairo_arc (cr, r.x + radius, r.y + r.h - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, r.x + radius, r.y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
trace_box (const LpPainter *painter, const LpDrawItem *item)
{
  LpRect r = item->box.rect;
  cairo_new_path (painter->cr);
  if (item->box.radius * painter->zoom < LEAST_CORNER)
    cairo_rectangle (painter->cr, r.x, r.y, r.w, r.h);
  else
    lp_paint_round_rect (painter->cr, r, item->box.radius);
}

static void
paint_hatching (const LpPainter *painter, const LpDrawItem *item)
{
  cairo_t *cr = painter->cr;
  LpRect r = item->box.rect;
  cairo_save (cr);
  trace_box (painter, item);
  cairo_clip (cr);
  lp_paint_set_source (cr, lp_palette_get (painter->theme, LP_COLOUR_PAPER), HATCH_ALPHA);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, HATCH_STEP / 3);
  for (double x = r.x - r.h; x < r.x + r.w; x += HATCH_STEP * G_SQRT2)
    {
      cairo_move_to (cr, x, r.y + r.h);
      cairo_line_to (cr, x + r.h, r.y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* The paper under a connection's label or under the name on a group's outline. */
static gboolean
is_plate (const LpDrawList *list, const LpDrawItem *item)
{
  if (item->owner == G_MAXUINT || item->style.fill != LP_COLOUR_PAPER)
    return FALSE;
  const char *type = lp_draw_list_get (list, item->owner)->group.type;
  return g_str_equal (type, "label") || g_str_equal (type, "outline");
}

static void
paint_box (const LpPainter *painter, const LpDrawList *list, const LpDrawItem *item)
{
  if (LP_KIND_SIZE * painter->zoom < LEAST_TEXT && is_plate (list, item))
    return;
  trace_box (painter, item);
  fill_and_stroke (painter, &item->style);
  if (item->box.hatched && item->box.rect.h * painter->zoom >= LEAST_TILE)
    paint_hatching (painter, item);
}

static void
trace_points (cairo_t *cr, const LpPoint *points, guint n)
{
  cairo_new_path (cr);
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
}

static void
trace_steps (cairo_t *cr, const GArray *steps)
{
  cairo_new_path (cr);
  for (guint i = 0; i < steps->len; i++)
    {
      const LpStep *step = &g_array_index (steps, LpStep, i);
      if (step->kind == LP_STEP_MOVE)
        cairo_move_to (cr, step->p[0].x, step->p[0].y);
      else if (step->kind == LP_STEP_LINE)
        cairo_line_to (cr, step->p[0].x, step->p[0].y);
      else
        cairo_curve_to (cr, step->p[0].x, step->p[0].y, step->p[1].x, step->p[1].y, step->p[2].x,
                        step->p[2].y);
    }
}

static void
paint_arrow (const LpPainter *painter, const LpDrawList *list, const LpDrawItem *item, gboolean at_start)
{
  LpPoint corners[3];
  lp_line_arrow (list, item, at_start, corners);
  set_colour (painter, item->style.stroke);
  if ((at_start ? item->line.head_start : item->line.head_end) == LP_HEAD_OPEN)
    {
      trace_points (painter->cr, (LpPoint[]){ corners[1], corners[0], corners[2] }, 3);
      cairo_set_dash (painter->cr, NULL, 0, 0);
      cairo_stroke (painter->cr);
      return;
    }
  trace_points (painter->cr, corners, 3);
  cairo_close_path (painter->cr);
  cairo_fill (painter->cr);
}

static void
paint_line (const LpPainter *painter, const LpDrawList *list, const LpDrawItem *item)
{
  gboolean small = item->line.radius * painter->zoom < LEAST_CORNER;
  if (small)
    trace_points (painter->cr, lp_draw_list_get_points (list, item->line.first), item->line.n);
  else
    {
      lp_line_path (list, item, painter->steps);
      trace_steps (painter->cr, painter->steps);
    }
  fill_and_stroke (painter, &item->style);
  if (LP_ARROW_LENGTH * painter->zoom < LEAST_CORNER)
    return;
  if (item->line.head_start)
    paint_arrow (painter, list, item, TRUE);
  if (item->line.head_end)
    paint_arrow (painter, list, item, FALSE);
}

static void
paint_polygon (const LpPainter *painter, const LpDrawList *list, const LpDrawItem *item)
{
  trace_points (painter->cr, lp_draw_list_get_points (list, item->polygon.first), item->polygon.n);
  cairo_close_path (painter->cr);
  cairo_set_line_join (painter->cr, CAIRO_LINE_JOIN_ROUND);
  fill_and_stroke (painter, &item->style);
  cairo_set_line_join (painter->cr, CAIRO_LINE_JOIN_MITER);
}

static void
trace_glyph (cairo_t *cr, const LpGlyph *glyph)
{
  for (guint i = 0; i < glyph->n_segments; i++)
    {
      const LpGlyphSegment *s = &glyph->segments[i];
      switch (s->op)
        {
        case LP_GLYPH_MOVE:
          cairo_move_to (cr, s->p[0].x, s->p[0].y);
          break;
        case LP_GLYPH_LINE:
          cairo_line_to (cr, s->p[0].x, s->p[0].y);
          break;
        case LP_GLYPH_CURVE:
          cairo_curve_to (cr, s->p[0].x, s->p[0].y, s->p[1].x, s->p[1].y, s->p[2].x, s->p[2].y);
          break;
        case LP_GLYPH_CLOSE:
          cairo_close_path (cr);
          break;
        }
    }
}

void
lp_paint_glyph (cairo_t *cr, const char *name, LpRect rect, guint32 rgb)
{
  cairo_save (cr);
  cairo_translate (cr, rect.x, rect.y);
  cairo_scale (cr, rect.w / LP_GLYPH_GRID, rect.h / LP_GLYPH_GRID);
  cairo_new_path (cr);
  trace_glyph (cr, lp_glyph_find (name));
  cairo_set_line_width (cr, LP_GLYPH_STROKE);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (cr, NULL, 0, 0);
  lp_paint_set_source (cr, rgb, 1);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_as_it_is (const LpPainter *painter, const LpDrawList *list, const LpDrawItem *item)
{
  switch ((LpDrawKind) item->kind)
    {
    case LP_DRAW_RECT:
      paint_box (painter, list, item);
      break;
    case LP_DRAW_POLYLINE:
      paint_line (painter, list, item);
      break;
    case LP_DRAW_POLYGON:
      paint_polygon (painter, list, item);
      break;
    case LP_DRAW_TEXT:
      if (item->text.size * painter->zoom < LEAST_TEXT)
        break;
      set_colour (painter, item->style.fill);
      lp_paint_text (painter->cr, lp_draw_list_get_string (list, item->text.string), item->text.baseline,
                     item->text.size, item->text.weight, item->text.align);
      break;
    case LP_DRAW_GLYPH:
      if (item->glyph.rect.h * painter->zoom >= LEAST_TILE * 2 / 3)
        lp_paint_glyph (painter->cr, lp_draw_list_get_string (list, item->glyph.name), item->glyph.rect,
                        lp_palette_get (painter->theme, item->style.stroke));
      break;
    case LP_DRAW_IMAGE:
      lp_paint_bitmap (painter->cr, lp_draw_list_get_bitmap (list, item->image.bitmap), item->image.rect,
                       lp_palette_get (painter->theme, LP_COLOUR_GENERIC));
      break;
    case LP_DRAW_BEGIN:
    case LP_DRAW_END:
      break;
    }
}

static void
paint_item (const LpDrawList *list, const LpDrawItem *item, gpointer data)
{
  const LpPainter *painter = data;
  LpSign sign;
  if (!lp_sign_init (&sign, list, item, painter->zoom))
    paint_as_it_is (painter, list, item);
}

/* What has to be seen is painted larger than it is, over all the rest. */
static void
paint_sign (const LpDrawList *list, const LpDrawItem *item, gpointer data)
{
  LpPainter larger = *(const LpPainter *) data;
  LpSign sign;
  if (!lp_sign_init (&sign, list, item, larger.zoom))
    return;
  larger.zoom *= sign.scale;
  cairo_save (larger.cr);
  cairo_translate (larger.cr, sign.to.x, sign.to.y);
  cairo_scale (larger.cr, sign.scale, sign.scale);
  cairo_translate (larger.cr, -sign.from.x, -sign.from.y);
  paint_as_it_is (&larger, list, item);
  cairo_restore (larger.cr);
}

LpRect
lp_paint_reach (LpRect area, double zoom)
{
  return zoom < LP_SIGNS_BELOW ? lp_rect_grow (area, LP_SIGN_REACH / zoom) : area;
}

void
lp_paint_except (
    const LpDrawList *list, const guint8 *hidden, cairo_t *cr, LpRect area, double zoom, LpTheme theme)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (LpStep));
  LpPainter painter = { cr, zoom, theme, steps };
  cairo_save (cr);
  cairo_new_path (cr);
  lp_draw_list_visit_except (list, hidden, area, paint_item, &painter);
  if (zoom < LP_SIGNS_BELOW)
    lp_draw_list_visit_except (list, hidden, lp_paint_reach (area, zoom), paint_sign, &painter);
  cairo_restore (cr);
}

void
lp_paint (const LpDrawList *list, cairo_t *cr, LpRect area, double zoom, LpTheme theme)
{
  lp_paint_except (list, NULL, cr, area, zoom, theme);
}

void
lp_paint_all (const LpDrawList *list, cairo_t *cr, LpTheme theme)
{
  lp_paint (list, cr, lp_draw_list_get_bounds (list), 1e3, theme);
}
