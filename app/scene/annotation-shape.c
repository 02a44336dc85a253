#include "scene/annotation-shape.h"

#include <math.h>

#include "scene/bitmap.h"
#include "scene/metrics.h"

#define NOTE_WIDTH 184.0
#define LEAST_NOTE 64.0
#define LEAST_NOTE_HEIGHT 48.0
#define MOST_TEXT_WIDTH 480.0
#define IMAGE_WIDTH 320.0
#define LEAST_IMAGE 24.0
#define TITLE_BLOCK_WIDTH 392.0
#define LEAST_TITLE_BLOCK 240.0
#define TITLE_BLOCK_ROW 40.0
#define MOST_LINES 1000
/* Positions in a document may be anything; a drawing has an end. */
#define FARTHEST 1e5

gboolean
lp_kind_is_annotation (const LpKind *kind)
{
  return lp_kind_has_role (kind, "annotation");
}

LpAnnotation
lp_annotation_of (const LpKind *kind)
{
  if (g_str_equal (kind->id, "text"))
    return LP_ANNOTATION_TEXT;
  if (g_str_equal (kind->id, "image"))
    return LP_ANNOTATION_IMAGE;
  return g_str_equal (kind->id, "title-block") ? LP_ANNOTATION_TITLE_BLOCK : LP_ANNOTATION_NOTE;
}

const char *
lp_annotation_text (const LpComponent *component)
{
  return component->label != NULL ? component->label : "";
}

LpAnnotationFont
lp_annotation_font (const LpComponent *component, const LpKind *kind)
{
  const char *style = lp_properties_lookup_string (component->set, "style");
  if (lp_annotation_of (kind) == LP_ANNOTATION_TEXT && g_strcmp0 (style, "title") == 0)
    return (LpAnnotationFont){ 24, LP_WEIGHT_BOLD, 31 };
  if (lp_annotation_of (kind) == LP_ANNOTATION_TEXT && g_strcmp0 (style, "heading") == 0)
    return (LpAnnotationFont){ 16, LP_WEIGHT_SEMIBOLD, 21 };
  return (LpAnnotationFont){ 12, LP_WEIGHT_REGULAR, 16 };
}

GStrv
lp_annotation_wrap (const char *text, const LpAnnotationFont *font, double width)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", MOST_LINES);
  for (char **paragraph = paragraphs; *paragraph != NULL; paragraph++)
    {
      g_auto (GStrv) wrapped
          = lp_text_wrap (*paragraph, font->size, font->weight, MAX (width, font->size * 2), MOST_LINES);
      g_strv_builder_addv (lines, (const char **) wrapped);
    }
  return g_strv_builder_end (lines);
}

/* A size that a document gives, as one that can be drawn; 0 where it gives none. */
static double
given (const LpComponent *component, double value, double least)
{
  if (!component->has_size)
    return 0;
  return isfinite (value) ? CLAMP (value, least, FARTHEST) : least;
}

static double
widest (GStrv lines, const LpAnnotationFont *font)
{
  double width = 0;
  for (char **line = lines; *line != NULL; line++)
    width = MAX (width, lp_text_width (*line, font->size, font->weight));
  return ceil (width);
}

static void
measure_note (const LpComponent *component, const LpKind *kind, double *width, double *height)
{
  LpAnnotationFont font = lp_annotation_font (component, kind);
  *width = MAX (given (component, component->width, LEAST_NOTE), 0);
  if (*width == 0)
    *width = NOTE_WIDTH;
  g_auto (GStrv) lines = lp_annotation_wrap (lp_annotation_text (component), &font, *width - 2 * LP_NOTE_PADDING);
  double needed = g_strv_length (lines) * font.line + 2 * LP_NOTE_PADDING;
  *height = MAX (MAX (needed, LEAST_NOTE_HEIGHT), given (component, component->height, LEAST_NOTE_HEIGHT));
}

static void
measure_text (const LpComponent *component, const LpKind *kind, double *width, double *height)
{
  LpAnnotationFont font = lp_annotation_font (component, kind);
  const char *text = lp_annotation_text (component);
  double own = given (component, component->width, LEAST_NOTE);
  g_auto (GStrv) lines
      = lp_annotation_wrap (*text != '\0' ? text : lp_text (&kind->name), &font, own > 0 ? own : MOST_TEXT_WIDTH);
  *width = own > 0 ? own : MAX (widest (lines, &font), LEAST_IMAGE);
  *height = MAX (g_strv_length (lines) * font.line, given (component, component->height, font.line));
}

static void
measure_image (const LpComponent *component, double *width, double *height)
{
  g_autoptr (LpBitmap) bitmap = lp_bitmap_get (lp_properties_lookup_string (component->set, "data"));
  double caption = *lp_annotation_text (component) != '\0' ? LP_IMAGE_CAPTION : 0;
  double w = bitmap != NULL ? lp_bitmap_get_width (bitmap) : IMAGE_WIDTH / 2;
  double h = bitmap != NULL ? lp_bitmap_get_height (bitmap) : IMAGE_WIDTH / 3;
  double scale = MIN (1, IMAGE_WIDTH / w);
  *width = component->has_size ? given (component, component->width, LEAST_IMAGE) : MAX (round (w * scale), LEAST_IMAGE);
  *height = component->has_size ? given (component, component->height, LEAST_IMAGE + caption)
                                : MAX (round (h * scale), LEAST_IMAGE) + caption;
}

static void
measure_title_block (const LpComponent *component, double *width, double *height)
{
  double own = given (component, component->width, LEAST_TITLE_BLOCK);
  *width = own > 0 ? own : TITLE_BLOCK_WIDTH;
  *height = MAX (LP_TITLE_BLOCK_HEAD + TITLE_BLOCK_ROW, given (component, component->height, 0));
}

void
lp_annotation_measure (const LpComponent *component, const LpKind *kind, double *width, double *height)
{
  switch (lp_annotation_of (kind))
    {
    case LP_ANNOTATION_TEXT:
      measure_text (component, kind, width, height);
      break;
    case LP_ANNOTATION_IMAGE:
      measure_image (component, width, height);
      break;
    case LP_ANNOTATION_TITLE_BLOCK:
      measure_title_block (component, width, height);
      break;
    case LP_ANNOTATION_NOTE:
    default:
      measure_note (component, kind, width, height);
      break;
    }
}
