#include "scene/annotation-shape.h"
#include "scene/bitmap.h"
#include "scene/label.h"
#include "scene/metrics.h"
#include "scene/scene-parts.h"

#include <glib/gi18n.h>

/* From a line's top to its baseline, as a share of the font's size. */
#define ASCENT 0.95
#define FRAME_RADIUS 6.0
#define CELL_PADDING 10.0
#define CAPTION_SIZE 9.5
#define VALUE_SIZE 12.0

/* --- notes and texts --------------------------------------------------------------------------------- */

static void
draw_lines (LpDrawBuilder *out, GStrv lines, LpPoint corner, const LpAnnotationFont *font, LpColour colour)
{
  LpTextStyle style = { font->size, font->weight, LP_ALIGN_START, colour };
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0')
      lp_draw_text (out, (LpPoint){ corner.x, corner.y + i * font->line + font->size * ASCENT }, lines[i], &style);
}

/* A sheet whose top right corner is folded over. */
static void
draw_note (LpSceneBuilder *scene, LpRect r, const LpComponent *component, const LpKind *kind)
{
  LpAnnotationFont font = lp_annotation_font (component, kind);
  LpPoint left = { r.x + r.w - LP_NOTE_FOLD, r.y }, right = { r.x + r.w, r.y + LP_NOTE_FOLD };
  LpPoint sheet[] = { { r.x, r.y }, left, right, { r.x + r.w, r.y + r.h }, { r.x, r.y + r.h } };
  LpPoint fold[] = { left, right, { left.x, right.y } };
  LpStroke paper = LP_LINE (LP_COLOUR_NOTE_EDGE, 1), corner = LP_LINE (LP_COLOUR_NOTE_EDGE, 1);
  paper.fill = LP_COLOUR_NOTE;
  corner.fill = LP_COLOUR_NOTE_FOLD;
  lp_draw_polygon (scene->out, sheet, G_N_ELEMENTS (sheet), paper);
  lp_draw_polygon (scene->out, fold, G_N_ELEMENTS (fold), corner);
  g_auto (GStrv) lines = lp_annotation_wrap (lp_annotation_text (component), &font, r.w - 2 * LP_NOTE_PADDING);
  draw_lines (scene->out, lines, (LpPoint){ r.x + LP_NOTE_PADDING, r.y + LP_NOTE_PADDING }, &font, LP_COLOUR_TEXT);
}

/* One without words says what it is, so that it can be found. */
static void
draw_text (LpSceneBuilder *scene, LpRect r, const LpComponent *component, const LpKind *kind)
{
  LpAnnotationFont font = lp_annotation_font (component, kind);
  const char *text = lp_annotation_text (component);
  gboolean is_empty = *text == '\0';
  /* The width that was measured may be a hair less than what is drawn. */
  g_auto (GStrv) lines = lp_annotation_wrap (is_empty ? lp_text (&kind->name) : text, &font, r.w + 0.5);
  draw_lines (scene->out, lines, (LpPoint){ r.x, r.y }, &font, is_empty ? LP_COLOUR_TEXT_DIM : LP_COLOUR_TEXT);
}

/* --- pictures ---------------------------------------------------------------------------------------- */

/* As large as fits, in the middle, not stretched. */
static LpRect
fit (LpRect box, const LpBitmap *bitmap)
{
  double w = lp_bitmap_get_width (bitmap), h = lp_bitmap_get_height (bitmap);
  double scale = MIN (box.w / w, box.h / h);
  w *= scale;
  h *= scale;
  return (LpRect){ box.x + (box.w - w) / 2, box.y + (box.h - h) / 2, w, h };
}

static void
draw_missing (LpSceneBuilder *scene, LpRect box, const LpKind *kind)
{
  static const double dash[4] = { 4, 4, 4, 4 };
  LpStroke stroke = LP_LINE (LP_COLOUR_GENERIC, 1.25f);
  LpPoint centre = lp_rect_centre (box);
  stroke.fill = LP_COLOUR_GENERIC_FILL;
  lp_scene_set_dash (&stroke, dash);
  lp_draw_rect (scene->out, box, FRAME_RADIUS, stroke);
  lp_draw_glyph (scene->out, (LpRect){ centre.x - 12, centre.y - 12, 24, 24 }, kind->glyph, LP_COLOUR_GENERIC);
}

static void
draw_image (LpSceneBuilder *scene, LpRect r, const LpComponent *component, const LpKind *kind)
{
  g_autoptr (LpBitmap) bitmap = lp_bitmap_get (lp_properties_lookup_string (component->set, "data"));
  const char *text = lp_annotation_text (component);
  LpRect box = r;
  if (*text != '\0')
    {
      LpTextStyle style = { LP_KIND_SIZE, LP_WEIGHT_REGULAR, LP_ALIGN_MIDDLE, LP_COLOUR_TEXT_DIM };
      g_auto (GStrv) line = lp_text_wrap (text, style.size, style.weight, r.w, 1);
      box.h -= LP_IMAGE_CAPTION;
      lp_draw_text (scene->out, (LpPoint){ r.x + r.w / 2, r.y + r.h - 4 }, line[0], &style);
    }
  if (bitmap != NULL)
    lp_draw_image (scene->out, fit (box, bitmap), bitmap);
  else
    draw_missing (scene, box, kind);
}

/* --- title blocks ------------------------------------------------------------------------------------ */

/* What the property shows: a choice by its name. NULL where it is not set. */
static const char *
value_of (const LpComponent *component, const LpPropertyKind *property)
{
  const char *value = lp_properties_lookup_string (component->set, property->name);
  for (guint i = 0; value != NULL && i < property->n_choices; i++)
    if (lp_choice_is (&property->choices[i], value))
      return lp_text (&property->choices[i].label);
  return value;
}

static void
draw_line_in (LpDrawBuilder *out, LpPoint at, const char *text, const LpTextStyle *style, double width)
{
  g_auto (GStrv) line = lp_text_wrap (text, style->size, style->weight, MAX (width, 16), 1);
  if (line[0][0] != '\0')
    lp_draw_text (out, at, line[0], style);
}

static void
draw_cell (LpSceneBuilder *scene, LpRect cell, const LpComponent *component, const LpPropertyKind *property)
{
  static const LpTextStyle caption = { CAPTION_SIZE, LP_WEIGHT_REGULAR, LP_ALIGN_START, LP_COLOUR_TEXT_DIM };
  static const LpTextStyle strong = { VALUE_SIZE, LP_WEIGHT_SEMIBOLD, LP_ALIGN_START, LP_COLOUR_TEXT };
  const char *value = value_of (component, property);
  double x = cell.x + CELL_PADDING, width = cell.w - 2 * CELL_PADDING, middle = cell.y + cell.h / 2;
  draw_line_in (scene->out, (LpPoint){ x, middle - 5 }, lp_text (&property->label), &caption, width);
  draw_line_in (scene->out, (LpPoint){ x, middle + 11 }, value != NULL ? value : "–", &strong, width);
}

/* The name of the drawing, and below it, smaller, what this view of it is called. */
static void
draw_head (LpSceneBuilder *scene, LpRect head, const LpComponent *component)
{
  static const LpTextStyle title_style = { 17, LP_WEIGHT_BOLD, LP_ALIGN_START, LP_COLOUR_TEXT };
  static const LpTextStyle view_style = { LP_KIND_SIZE, LP_WEIGHT_REGULAR, LP_ALIGN_START, LP_COLOUR_TEXT_DIM };
  const char *title = lp_design_get_header (scene->design)->title, *view = lp_annotation_text (component);
  double x = head.x + CELL_PADDING, width = head.w - 2 * CELL_PADDING, middle = head.y + head.h / 2;
  if (title == NULL || *title == '\0')
    {
      title = *view != '\0' ? view : _("Untitled");
      view = "";
    }
  draw_line_in (scene->out, (LpPoint){ x, middle + (*view != '\0' ? -1 : 6) }, title, &title_style, width);
  draw_line_in (scene->out, (LpPoint){ x, middle + 15 }, view, &view_style, width);
}

static void
draw_rule (LpSceneBuilder *scene, LpPoint from, LpPoint to)
{
  LpPoint line[] = { from, to };
  lp_draw_line (scene->out, line, 2, NULL, 0, 0, FALSE, FALSE, LP_LINE (LP_COLOUR_FRAME, 1));
}

/* A table as in the corner of a technical drawing. */
static void
draw_title_block (LpSceneBuilder *scene, LpRect r, const LpComponent *component, const LpKind *kind)
{
  static const double shares[] = { 0.34, 0.18, 0.25, 0.23 };
  LpStroke border = LP_LINE (LP_COLOUR_FRAME, 1.5f);
  double y = r.y + r.h * LP_TITLE_BLOCK_HEAD / (LP_TITLE_BLOCK_HEAD + 40), x = r.x;
  border.fill = LP_COLOUR_PAPER;
  lp_draw_rect (scene->out, r, 0, border);
  draw_head (scene, (LpRect){ r.x, r.y, r.w, y - r.y }, component);
  draw_rule (scene, (LpPoint){ r.x, y }, (LpPoint){ r.x + r.w, y });
  for (guint i = 0; i < MIN (G_N_ELEMENTS (shares), kind->n_properties); i++)
    {
      LpRect cell = { x, y, r.w * shares[i], r.y + r.h - y };
      if (i > 0)
        draw_rule (scene, (LpPoint){ x, y }, (LpPoint){ x, r.y + r.h });
      draw_cell (scene, cell, component, &kind->properties[i]);
      x += cell.w;
    }
}

void
lp_scene_draw_annotation (LpSceneBuilder *scene, guint index, const LpKind *kind)
{
  const LpComponent *component = lp_design_get_component (scene->design, index);
  LpRect r = scene->placement->rect[index];
  switch (lp_annotation_of (kind))
    {
    case LP_ANNOTATION_TEXT:
      draw_text (scene, r, component, kind);
      break;
    case LP_ANNOTATION_IMAGE:
      draw_image (scene, r, component, kind);
      break;
    case LP_ANNOTATION_TITLE_BLOCK:
      draw_title_block (scene, r, component, kind);
      break;
    case LP_ANNOTATION_NOTE:
    default:
      draw_note (scene, r, component, kind);
      break;
    }
}
