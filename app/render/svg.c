#include "render/svg.h"

#include "base/number.h"
#include "catalogue/glyph.h"
#include "render/line-path.h"
#include "render/fonts.h"
#include "render/svg-path.h"

#include <libxml/xmlwriter.h>
#include <math.h>
#include <string.h>

#define BASE_SIZE 12.0
#define BASE_STROKE 1.5f

typedef struct
{
  xmlTextWriter *out;
  const LpDrawList *list;
  const LpExportOptions *options;
  GString *buffer;     /* for path data, used again and again */
  GArray *steps;       /* of LpStep, likewise */
  GArray *text_styles; /* of guint: the first text item of each style */
} LpSvg;

/* --- attributes -------------------------------------------------------------------------------------- */

static void
start (LpSvg *svg, const char *element)
{
  xmlTextWriterStartElement (svg->out, BAD_CAST element);
}

static void
end (LpSvg *svg)
{
  xmlTextWriterEndElement (svg->out);
}

static void
attribute (LpSvg *svg, const char *name, const char *value)
{
  xmlTextWriterWriteAttribute (svg->out, BAD_CAST name, BAD_CAST value);
}

static void
number (LpSvg *svg, const char *name, double value)
{
  char buffer[LP_NUMBER_BUFFER];
  attribute (svg, name, lp_number_format_rounded (value, 2, buffer));
}

static void
box (LpSvg *svg, LpRect rect)
{
  number (svg, "x", rect.x);
  number (svg, "y", rect.y);
  number (svg, "width", rect.w);
  number (svg, "height", rect.h);
}

/* XML has no way to write these characters at all. */
static gboolean
is_xml (gunichar c)
{
  return c >= 0x20 ? c != 0xfffe && c != 0xffff : c == '\t' || c == '\n' || c == '\r';
}

static gboolean
is_all_xml (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_xml (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* The text with `format` (of the character's number) in the place of what XML cannot hold. */
static char *
replace_foreign (const char *text, const char *(*format) (gunichar c, char buffer[16]))
{
  GString *out = g_string_new (NULL);
  char buffer[16];
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_xml (g_utf8_get_char (p)))
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
    else
      g_string_append (out, format (g_utf8_get_char (p), buffer));
  return g_string_free (out, FALSE);
}

static const char *
as_replacement (gunichar c, char buffer[16])
{
  return "\357\277\275"; /* U+FFFD */
}

static const char *
as_json_escape (gunichar c, char buffer[16])
{
  g_snprintf (buffer, 16, "\\u%04X", c);
  return buffer;
}

static void
text_attribute (LpSvg *svg, const char *name, const char *value)
{
  if (is_all_xml (value))
    {
      attribute (svg, name, value);
      return;
    }
  g_autofree char *clean = replace_foreign (value, as_replacement);
  attribute (svg, name, clean);
}

static void
content (LpSvg *svg, const char *text)
{
  g_autofree char *clean = is_all_xml (text) ? NULL : replace_foreign (text, as_replacement);
  xmlTextWriterWriteString (svg->out, BAD_CAST (clean != NULL ? clean : text));
}

static void
element_with_text (LpSvg *svg, const char *element, const char *text)
{
  start (svg, element);
  content (svg, text);
  end (svg);
}

static void
colour (LpSvg *svg, const char *name, LpColour value)
{
  if (value == LP_COLOUR_NONE)
    {
      attribute (svg, name, "none");
      return;
    }
  char rgb[8];
  g_snprintf (rgb, sizeof rgb, "#%06x", lp_palette_get (svg->options->theme, value));
  attribute (svg, name, rgb);
}

/* The attributes hold the light colours; a viewer that knows the media query takes the dark ones of these
 * classes. */
static void
theme_class (LpSvg *svg, LpColour fill, LpColour stroke)
{
  if (!svg->options->auto_theme || (fill == LP_COLOUR_NONE && stroke == LP_COLOUR_NONE))
    return;
  char name[24] = "";
  if (fill != LP_COLOUR_NONE)
    g_snprintf (name, sizeof name, "f%u%s", fill, stroke != LP_COLOUR_NONE ? " " : "");
  if (stroke != LP_COLOUR_NONE)
    g_snprintf (name + strlen (name), sizeof name - strlen (name), "s%u", stroke);
  attribute (svg, "class", name);
}

static void
dashes (LpSvg *svg, const LpStroke *style)
{
  if (style->dash[0] <= 0)
    return;
  char buffer[LP_NUMBER_BUFFER];
  g_string_truncate (svg->buffer, 0);
  for (guint i = 0; i < G_N_ELEMENTS (style->dash) && style->dash[i] > 0; i++)
    {
      g_string_append (svg->buffer, i > 0 ? " " : "");
      g_string_append (svg->buffer, lp_number_format_rounded (style->dash[i], 2, buffer));
    }
  attribute (svg, "stroke-dasharray", svg->buffer->str);
}

static void
paint_attributes (LpSvg *svg, const LpStroke *style)
{
  colour (svg, "fill", style->fill);
  if (style->stroke != LP_COLOUR_NONE)
    {
      colour (svg, "stroke", style->stroke);
      if (style->width != BASE_STROKE)
        number (svg, "stroke-width", style->width);
      dashes (svg, style);
    }
  theme_class (svg, style->fill, style->stroke);
}

/* --- items ------------------------------------------------------------------------------------------- */

static void
append_point (GString *out, LpPoint p)
{
  char buffer[LP_NUMBER_BUFFER];
  if (out->len > 0)
    g_string_append_c (out, ' ');
  g_string_append (out, lp_number_format_rounded (p.x, 2, buffer));
  g_string_append_c (out, ' ');
  g_string_append (out, lp_number_format_rounded (p.y, 2, buffer));
}

static void
write_rect (LpSvg *svg, const LpDrawItem *item)
{
  start (svg, "rect");
  box (svg, item->box.rect);
  if (item->box.radius > 0)
    number (svg, "rx", item->box.radius);
  paint_attributes (svg, &item->style);
  end (svg);
  if (!item->box.hatched)
    return;
  start (svg, "rect");
  box (svg, item->box.rect);
  number (svg, "rx", item->box.radius);
  attribute (svg, "fill", "url(#hatch)");
  end (svg);
}

static void
write_polygon (LpSvg *svg, const LpPoint *points, guint n, const LpStroke *style)
{
  g_string_truncate (svg->buffer, 0);
  for (guint i = 0; i < n; i++)
    append_point (svg->buffer, points[i]);
  start (svg, "polygon");
  attribute (svg, "points", svg->buffer->str);
  paint_attributes (svg, style);
  if (style->stroke != LP_COLOUR_NONE)
    attribute (svg, "stroke-linejoin", "round");
  end (svg);
}

static void
write_arrow (LpSvg *svg, const LpDrawItem *item, gboolean at_start)
{
  LpPoint corners[3];
  gboolean open = (at_start ? item->line.head_start : item->line.head_end) == LP_HEAD_OPEN;
  LpStroke style = open ? (LpStroke){ .stroke = item->style.stroke, .width = item->style.width }
                        : (LpStroke){ .fill = item->style.stroke };
  lp_line_arrow (svg->list, item, at_start, corners);
  /* The point of an open one is in the middle. */
  LpSvgPath path = lp_svg_path_begin (svg->buffer);
  lp_svg_path_move (&path, corners[open ? 1 : 0]);
  lp_svg_path_line (&path, corners[open ? 0 : 1]);
  lp_svg_path_line (&path, corners[2]);
  start (svg, "path");
  attribute (svg, "d", svg->buffer->str);
  paint_attributes (svg, &style);
  end (svg);
}

/* The steps as path data, in the buffer. */
static void
write_steps (LpSvg *svg)
{
  LpSvgPath path = lp_svg_path_begin (svg->buffer);
  for (guint i = 0; i < svg->steps->len; i++)
    {
      const LpStep *step = &g_array_index (svg->steps, LpStep, i);
      switch (step->kind)
        {
        case LP_STEP_MOVE:
          lp_svg_path_move (&path, step->p[0]);
          break;
        case LP_STEP_LINE:
          lp_svg_path_line (&path, step->p[0]);
          break;
        case LP_STEP_CURVE:
          lp_svg_path_curve (&path, step->p[0], step->p[1], step->p[2]);
          break;
        }
    }
}

static void
write_line (LpSvg *svg, const LpDrawItem *item)
{
  lp_line_path (svg->list, item, svg->steps);
  write_steps (svg);
  start (svg, "path");
  attribute (svg, "d", svg->buffer->str);
  paint_attributes (svg, &item->style);
  end (svg);
  if (item->line.head_start)
    write_arrow (svg, item, TRUE);
  if (item->line.head_end)
    write_arrow (svg, item, FALSE);
}

/* The number of the text's style: those of a drawing are few. */
static guint
text_style (LpSvg *svg, guint index)
{
  const LpDrawItem *item = lp_draw_list_get (svg->list, index);
  for (guint i = 0; i < svg->text_styles->len; i++)
    {
      const LpDrawItem *known = lp_draw_list_get (svg->list, g_array_index (svg->text_styles, guint, i));
      if (known->text.size == item->text.size && known->text.weight == item->text.weight
          && known->text.align == item->text.align)
        return i;
    }
  g_array_append_val (svg->text_styles, index);
  return svg->text_styles->len - 1;
}

static void
write_text (LpSvg *svg, guint index)
{
  const LpDrawItem *item = lp_draw_list_get (svg->list, index);
  gboolean coloured = item->style.fill != LP_COLOUR_TEXT;
  char classes[32];
  g_snprintf (classes, sizeof classes, "t%u", text_style (svg, index));
  if (coloured && svg->options->auto_theme)
    g_snprintf (classes + strlen (classes), sizeof classes - strlen (classes), " f%u", item->style.fill);
  start (svg, "text");
  attribute (svg, "class", classes);
  number (svg, "x", item->text.baseline.x);
  number (svg, "y", item->text.baseline.y);
  if (coloured)
    colour (svg, "fill", item->style.fill);
  content (svg, lp_draw_list_get_string (svg->list, item->text.string));
  end (svg);
}

/* The tile on which the glyph with this index lies: the item before it, where that is a plain square. */
static const LpDrawItem *
tile_of (LpSvg *svg, guint glyph)
{
  const LpDrawItem *tile = glyph > 0 ? lp_draw_list_get (svg->list, glyph - 1) : NULL;
  if (tile == NULL || tile->kind != LP_DRAW_RECT || tile->style.stroke != LP_COLOUR_NONE
      || tile->box.rect.w != tile->box.rect.h)
    return NULL;
  return tile;
}

static gboolean
is_tile (LpSvg *svg, guint index)
{
  const LpDrawItem *next
      = index + 1 < lp_draw_list_get_size (svg->list) ? lp_draw_list_get (svg->list, index + 1) : NULL;
  return next != NULL && next->kind == LP_DRAW_GLYPH && tile_of (svg, index + 1) != NULL;
}

/* The glyph's name; behind it what makes its tile another one. Free with g_free(). */
static char *
symbol_id (LpSvg *svg, const LpDrawItem *tile, const LpDrawItem *glyph)
{
  const char *name = lp_draw_list_get_string (svg->list, glyph->glyph.name);
  if (tile == NULL)
    return g_strdup_printf ("%s-%u", name, (guint) glyph->style.stroke);
  gboolean usual = fabs (tile->box.rect.w / glyph->glyph.rect.w - 1.5) < 0.01 && !tile->box.hatched;
  return usual ? g_strdup (name)
               : g_strdup_printf ("%s-%u%s", name, (guint) tile->style.fill,
                                  tile->box.hatched ? "-hatched" : "");
}

static void
write_glyph (LpSvg *svg, guint index)
{
  const LpDrawItem *item = lp_draw_list_get (svg->list, index), *tile = tile_of (svg, index);
  g_autofree char *id = symbol_id (svg, tile, item);
  g_autofree char *target = g_strconcat ("#", id, NULL);
  start (svg, "use");
  attribute (svg, "xlink:href", target);
  box (svg, tile != NULL ? tile->box.rect : item->glyph.rect);
  end (svg);
}

static void
write_image (LpSvg *svg, const LpDrawItem *item)
{
  const LpBitmap *bitmap = lp_draw_list_get_bitmap (svg->list, item->image.bitmap);
  g_autofree char *data = g_strconcat ("data:image/png;base64,", lp_bitmap_get_base64 (bitmap), NULL);
  start (svg, "image");
  box (svg, item->image.rect);
  attribute (svg, "preserveAspectRatio", "none");
  attribute (svg, "xlink:href", data);
  end (svg);
}

/* What names what a group is of. */
static const char *
attribute_of (LpPart part)
{
  return part == LP_PART_MARK ? "data-rule" : part == LP_PART_COMMENT ? "data-pin" : "data-kind";
}

static void
begin_group (LpSvg *svg, const LpDrawItem *item)
{
  const char *id = lp_draw_list_get_string (svg->list, item->group.id);
  const char *of = lp_draw_list_get_string (svg->list, item->group.of);
  const char *title = lp_draw_list_get_string (svg->list, item->group.title);
  const char *desc = lp_draw_list_get_string (svg->list, item->group.desc);
  start (svg, "g");
  if (*id != '\0')
    text_attribute (svg, "data-id", id);
  if (*of != '\0')
    text_attribute (svg, attribute_of (item->group.part), of);
  if (*title != '\0')
    element_with_text (svg, "title", title);
  if (*desc != '\0')
    element_with_text (svg, "desc", desc);
}

static void
write_item (LpSvg *svg, guint index)
{
  const LpDrawItem *item = lp_draw_list_get (svg->list, index);
  switch ((LpDrawKind) item->kind)
    {
    case LP_DRAW_RECT:
      if (!is_tile (svg, index))
        write_rect (svg, item);
      break;
    case LP_DRAW_POLYLINE:
      write_line (svg, item);
      break;
    case LP_DRAW_POLYGON:
      write_polygon (svg, lp_draw_list_get_points (svg->list, item->polygon.first), item->polygon.n,
                     &item->style);
      break;
    case LP_DRAW_TEXT:
      write_text (svg, index);
      break;
    case LP_DRAW_GLYPH:
      write_glyph (svg, index);
      break;
    case LP_DRAW_IMAGE:
      write_image (svg, item);
      break;
    case LP_DRAW_BEGIN:
      begin_group (svg, item);
      break;
    case LP_DRAW_END:
      end (svg);
      xmlTextWriterWriteRaw (svg->out, BAD_CAST "\n");
      break;
    }
}

/* --- the document ------------------------------------------------------------------------------------ */

static void
write_metadata (LpSvg *svg)
{
  gsize size = 0;
  const char *bytes = g_bytes_get_data (svg->options->source, &size);
  g_autofree char *json = g_strndup (bytes, size);
  if (!is_all_xml (json))
    {
      char *clean = replace_foreign (json, as_json_escape);
      g_free (json);
      json = clean;
    }
  start (svg, "metadata");
  start (svg, "loadpath:document");
  attribute (svg, "xmlns:loadpath", LP_SVG_NAMESPACE);
  g_auto (GStrv) parts = g_strsplit (json, "]]>", -1);
  g_autofree char *safe = g_strjoinv ("]]\\u003E", parts); /* can only stand in a string */
  xmlTextWriterWriteCDATA (svg->out, BAD_CAST safe);
  end (svg);
  end (svg);
  xmlTextWriterWriteRaw (svg->out, BAD_CAST "\n");
}

static void
write_dark_style (LpSvg *svg)
{
  GString *css = g_string_new ("@media (prefers-color-scheme: dark) {\n");
  for (LpColour c = LP_COLOUR_NONE + 1; c < LP_N_COLOURS; c++)
    if (lp_palette_get (LP_THEME_DARK, c) != lp_palette_get (LP_THEME_LIGHT, c))
      g_string_append_printf (css, ".f%u{fill:#%06x}.s%u{stroke:#%06x}\n", c,
                              lp_palette_get (LP_THEME_DARK, c), c, lp_palette_get (LP_THEME_DARK, c));
  g_string_append (css, "}\n");
  element_with_text (svg, "style", css->str);
  g_string_free (css, TRUE);
}

static void
write_glyph_path (LpSvg *svg, const char *name)
{
  start (svg, "path");
  attribute (svg, "d", lp_glyph_find (name)->d);
  attribute (svg, "fill", "none");
  attribute (svg, "stroke-linecap", "round");
  attribute (svg, "stroke-linejoin", "round");
  end (svg);
}

/* A tile with its glyph, or the glyph alone, as it is used again and again. */
static void
write_symbol (LpSvg *svg, const LpDrawItem *tile, const LpDrawItem *glyph)
{
  g_autofree char *id = symbol_id (svg, tile, glyph);
  LpRect outer = tile != NULL ? tile->box.rect : glyph->glyph.rect;
  double scale = LP_GLYPH_GRID / glyph->glyph.rect.w;
  char side[LP_NUMBER_BUFFER];
  g_autofree char *view
      = g_strdup_printf ("0 0 %s %s", lp_number_format_rounded (outer.w * scale, 2, side), side);
  start (svg, "symbol");
  attribute (svg, "id", id);
  attribute (svg, "viewBox", view);
  if (tile != NULL)
    {
      LpDrawItem small = *tile;
      small.box.rect = (LpRect){ 0, 0, outer.w * scale, outer.h * scale };
      small.box.radius *= scale;
      write_rect (svg, &small);
    }
  start (svg, "g");
  colour (svg, "stroke", glyph->style.stroke);
  theme_class (svg, LP_COLOUR_NONE, glyph->style.stroke);
  if (tile != NULL)
    {
      lp_number_format_rounded ((glyph->glyph.rect.x - outer.x) * scale, 2, side);
      g_autofree char *move = g_strdup_printf ("translate(%s %s)", side, side);
      attribute (svg, "transform", move);
    }
  write_glyph_path (svg, lp_draw_list_get_string (svg->list, glyph->glyph.name));
  end (svg);
  end (svg);
}

static void
write_hatch (LpSvg *svg)
{
  start (svg, "pattern");
  attribute (svg, "id", "hatch");
  attribute (svg, "width", "6");
  attribute (svg, "height", "6");
  attribute (svg, "patternUnits", "userSpaceOnUse");
  attribute (svg, "patternTransform", "rotate(45)");
  start (svg, "rect");
  attribute (svg, "width", "2");
  attribute (svg, "height", "6");
  colour (svg, "fill", LP_COLOUR_PAPER);
  attribute (svg, "fill-opacity", "0.35");
  theme_class (svg, LP_COLOUR_PAPER, LP_COLOUR_NONE);
  end (svg);
  end (svg);
}

/* The styles of text that the drawing uses. */
static void
write_text_style (LpSvg *svg)
{
  static const char *const anchors[] = { "start", "middle", "end" };
  GString *css = g_string_new ("\n");
  char buffer[LP_NUMBER_BUFFER];
  for (guint i = 0; i < svg->text_styles->len; i++)
    {
      const LpDrawItem *item = lp_draw_list_get (svg->list, g_array_index (svg->text_styles, guint, i));
      g_string_append_printf (css, ".t%u{font-size:%spx;font-weight:%u;text-anchor:%s}\n", i,
                              lp_number_format_rounded (item->text.size, 2, buffer),
                              (guint) item->text.weight, anchors[item->text.align]);
    }
  element_with_text (svg, "style", css->str);
  g_string_free (css, TRUE);
}

/* Only what the drawing uses, each once, in the order of its first use. */
static void
write_definitions (LpSvg *svg)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean hatched = FALSE;
  start (svg, "defs");
  for (guint i = 0; i < lp_draw_list_get_size (svg->list); i++)
    {
      const LpDrawItem *item = lp_draw_list_get (svg->list, i);
      if (item->kind == LP_DRAW_RECT && item->box.hatched && !hatched)
        {
          write_hatch (svg);
          hatched = TRUE;
        }
      if (item->kind != LP_DRAW_GLYPH)
        continue;
      const LpDrawItem *tile = tile_of (svg, i);
      char *id = symbol_id (svg, tile, item);
      if (!g_hash_table_contains (seen, id))
        write_symbol (svg, tile, item);
      g_hash_table_add (seen, id);
    }
  end (svg);
  xmlTextWriterWriteRaw (svg->out, BAD_CAST "\n");
}

static void
write_root (LpSvg *svg, LpRect view)
{
  char x[LP_NUMBER_BUFFER], y[LP_NUMBER_BUFFER], w[LP_NUMBER_BUFFER], h[LP_NUMBER_BUFFER];
  lp_number_format_rounded (view.x, 2, x);
  lp_number_format_rounded (view.y, 2, y);
  lp_number_format_rounded (view.w, 2, w);
  lp_number_format_rounded (view.h, 2, h);
  g_autofree char *view_box = g_strjoin (" ", x, y, w, h, NULL);
  start (svg, "svg");
  attribute (svg, "xmlns", "http://www.w3.org/2000/svg");
  attribute (svg, "xmlns:xlink", "http://www.w3.org/1999/xlink");
  attribute (svg, "width", w);
  attribute (svg, "height", h);
  attribute (svg, "viewBox", view_box);
  attribute (svg, "font-family", LP_FONT_FAMILIES_CSS);
  number (svg, "font-size", BASE_SIZE);
  number (svg, "stroke-width", BASE_STROKE);
  colour (svg, "fill", LP_COLOUR_TEXT);
  theme_class (svg, LP_COLOUR_TEXT, LP_COLOUR_NONE);
  xmlTextWriterWriteRaw (svg->out, BAD_CAST "\n");
}

static void
write_drawing (LpSvg *svg, LpRect view, const char *title)
{
  LpStroke paper = { .fill = LP_COLOUR_PAPER };
  write_root (svg, view);
  if (title != NULL && title[0] != '\0')
    element_with_text (svg, "title", title);
  if (svg->options->source != NULL)
    write_metadata (svg);
  if (svg->options->auto_theme)
    write_dark_style (svg);
  for (guint i = 0; i < lp_draw_list_get_size (svg->list); i++)
    if (lp_draw_list_get (svg->list, i)->kind == LP_DRAW_TEXT)
      text_style (svg, i);
  write_text_style (svg);
  write_definitions (svg);
  start (svg, "rect");
  box (svg, view);
  paint_attributes (svg, &paper);
  end (svg);
  xmlTextWriterWriteRaw (svg->out, BAD_CAST "\n");
  for (guint i = 0; i < lp_draw_list_get_size (svg->list); i++)
    write_item (svg, i);
  end (svg);
}

GBytes *
lp_svg_write (LpScene *scene, const LpExportOptions *options)
{
  return lp_svg_write_list (lp_scene_get_list (scene), lp_scene_get_bounds (scene),
                            lp_design_get_header (lp_scene_get_design (scene))->title, options);
}

GBytes *
lp_svg_write_list (const LpDrawList *list, LpRect view, const char *title, const LpExportOptions *options)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  xmlBufferSetAllocationScheme (buffer, XML_BUFFER_ALLOC_DOUBLEIT);
  LpSvg svg = {
    .out = xmlNewTextWriterMemory (buffer, 0),
    .list = list,
    .options = options,
    .buffer = g_string_new (NULL),
    .steps = g_array_new (FALSE, FALSE, sizeof (LpStep)),
    .text_styles = g_array_new (FALSE, FALSE, sizeof (guint)),
  };
  xmlTextWriterStartDocument (svg.out, NULL, "UTF-8", NULL);
  write_drawing (&svg, view, title);
  xmlTextWriterEndDocument (svg.out);
  xmlFreeTextWriter (svg.out);
  GBytes *bytes = g_bytes_new (xmlBufferContent (buffer), xmlBufferLength (buffer));
  xmlBufferFree (buffer);
  g_string_free (svg.buffer, TRUE);
  g_array_unref (svg.steps);
  g_array_unref (svg.text_styles);
  return bytes;
}
