#include "scene/comparison.h"

#include "scene/draw-builder.h"
#include "scene/draw-list-private.h"
#include "scene/metrics.h"

#include <math.h>

#define MARGIN 40.0
#define GAP 32.0
#define CAPTION 30.0 /* from the top of a caption to the drawing's */
#define LINE 18.0
#define TITLE_LINE 26.0
#define LEAST_WIDTH 520.0
#define MOST_WIDTH 1800.0 /* beside each other */

static const LpTextStyle title_style = { 20, LP_WEIGHT_BOLD, LP_ALIGN_START, LP_COLOUR_TEXT };
static const LpTextStyle text_style = { 13, LP_WEIGHT_REGULAR, LP_ALIGN_START, LP_COLOUR_TEXT };

/* The lines below each other, the first in the line that begins at `at`; gives the height that they take. */
static double
draw_paragraph (LpDrawBuilder *out, LpPoint at, const char *text, const LpTextStyle *style, double line, double width)
{
  g_auto (GStrv) lines = lp_text_wrap (text, style->size, style->weight, width, 12);
  guint n = 0;

  for (; lines[n] != NULL; n++)
    lp_draw_text (out, (LpPoint){ at.x, at.y + n * line + style->size }, lines[n], style);
  return n * line;
}

/* --- where they stand -------------------------------------------------------------------------------- */

static double
width_beside (const LpCompared *compared, guint n)
{
  double width = GAP * (n - 1);
  for (guint i = 0; i < n; i++)
    width += lp_scene_get_bounds (compared[i].scene).w;
  return width;
}

static double
widest (const LpCompared *compared, guint n)
{
  double width = 0;
  for (guint i = 0; i < n; i++)
    width = MAX (width, lp_scene_get_bounds (compared[i].scene).w);
  return width;
}

static double
width_of (const LpCompared *one)
{
  return MAX (lp_scene_get_bounds (one->scene).w, LEAST_WIDTH / 2);
}

static LpTextStyle
caption_style (const LpCompared *one)
{
  return (LpTextStyle){ 14, LP_WEIGHT_BOLD, LP_ALIGN_START, one->colour };
}

/* From the top of the captions to the top of the drawings, which is the same for all. */
static double
caption_height (const LpCompared *compared, guint n)
{
  guint most = 1;

  for (guint i = 0; i < n; i++)
    {
      const LpTextStyle style = caption_style (&compared[i]);
      g_auto (GStrv) lines = lp_text_wrap (compared[i].caption, style.size, style.weight, width_of (&compared[i]), 12);
      most = MAX (most, g_strv_length (lines));
    }
  return CAPTION + LINE * (most - 1);
}

static double
draw_one (LpDrawBuilder *out, LpPoint at, const LpCompared *one, double above)
{
  const LpTextStyle style = caption_style (one);
  const LpStroke edge = { .stroke = LP_COLOUR_GRID, .width = 1 };
  LpRect bounds = lp_scene_get_bounds (one->scene);

  draw_paragraph (out, at, one->caption, &style, LINE, width_of (one));
  lp_draw_rect (out, (LpRect){ at.x, at.y + above, bounds.w, bounds.h }, 6, edge);
  lp_draw_append (out, lp_scene_get_list (one->scene), (LpPoint){ at.x - bounds.x, at.y + above - bounds.y });
  return above + bounds.h;
}

/* Gives the height. */
static double
draw_all (LpDrawBuilder *out, LpPoint at, const LpCompared *compared, guint n, gboolean beside)
{
  double height = 0, above = caption_height (compared, n);
  LpPoint next = at;

  for (guint i = 0; i < n; i++)
    {
      double own = draw_one (out, next, &compared[i], above);
      height = beside ? MAX (height, own) : next.y + own - at.y;
      if (beside)
        next.x += width_of (&compared[i]) + GAP;
      else
        next.y += own + GAP;
    }
  return height;
}

LpComparison *
lp_comparison_new (const char *title, const LpCompared *compared, guint n, const char *const *below)
{
  LpComparison *comparison = g_new0 (LpComparison, 1);
  LpDrawBuilder *out = lp_draw_builder_new ();
  gboolean beside = width_beside (compared, n) <= MOST_WIDTH;
  double width = MAX (beside ? width_beside (compared, n) : widest (compared, n), LEAST_WIDTH);
  double y = 0;

  lp_draw_begin (out, &(LpDrawGroup){ .type = "title" });
  y += draw_paragraph (out, (LpPoint){ 0, y }, title, &title_style, TITLE_LINE, width) + 14;
  lp_draw_end (out);
  y += draw_all (out, (LpPoint){ 0, y }, compared, n, beside) + 20;
  lp_draw_begin (out, &(LpDrawGroup){ .type = "legend" });
  for (guint i = 0; below[i] != NULL; i++)
    y += draw_paragraph (out, (LpPoint){ 0, y }, below[i], &text_style, LINE, MIN (width, 900)) + 8;
  lp_draw_end (out);

  comparison->list = lp_draw_builder_finish (out);
  LpRect drawn = lp_rect_grow (lp_draw_list_get_bounds (comparison->list), MARGIN);
  comparison->bounds = (LpRect){ floor (drawn.x), floor (drawn.y), ceil (drawn.w), ceil (drawn.h) };
  comparison->title = g_strdup (title);
  return comparison;
}

void
lp_comparison_free (LpComparison *comparison)
{
  lp_draw_list_free (comparison->list);
  g_free (comparison->title);
  g_free (comparison);
}
