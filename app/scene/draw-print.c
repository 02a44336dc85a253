#include "base/number.h"
#include "scene/draw-list.h"

static void
put_number (GString *out, double number)
{
  char buffer[LP_NUMBER_BUFFER];
  g_string_append_c (out, ' ');
  g_string_append (out, lp_number_format_rounded (number, 2, buffer));
}

static void
put_rect (GString *out, LpRect rect)
{
  put_number (out, rect.x);
  put_number (out, rect.y);
  put_number (out, rect.w);
  put_number (out, rect.h);
}

static void
put_points (GString *out, const LpPoint *points, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      put_number (out, points[i].x);
      g_string_append_c (out, ',');
      char buffer[LP_NUMBER_BUFFER];
      g_string_append (out, lp_number_format_rounded (points[i].y, 2, buffer));
    }
}

static void
put_style (GString *out, const LpStroke *style)
{
  if (style->fill != LP_COLOUR_NONE)
    g_string_append_printf (out, " fill=%s", lp_palette_name (style->fill));
  if (style->stroke == LP_COLOUR_NONE)
    return;
  g_string_append_printf (out, " stroke=%s width=", lp_palette_name (style->stroke));
  char buffer[LP_NUMBER_BUFFER];
  g_string_append (out, lp_number_format_rounded (style->width, 2, buffer));
  if (style->dash[0] > 0)
    g_string_append (out, " dash");
  for (guint i = 0; i < G_N_ELEMENTS (style->dash) && style->dash[i] > 0; i++)
    put_number (out, style->dash[i]);
}

static void
print_line (GString *out, const LpDrawList *list, const LpDrawItem *item)
{
  const LpPoint *points = lp_draw_list_get_points (list, item->line.first);
  g_string_append (out, "line");
  put_points (out, points, item->line.n);
  if (item->line.n_hops > 0)
    {
      g_string_append (out, " hops");
      put_points (out, points + item->line.n, item->line.n_hops);
    }
  if (item->line.head_start != LP_HEAD_NONE)
    g_string_append (out, item->line.head_start == LP_HEAD_OPEN ? " open-start" : " arrow-start");
  if (item->line.head_end != LP_HEAD_NONE)
    g_string_append (out, item->line.head_end == LP_HEAD_OPEN ? " open-end" : " arrow-end");
  put_style (out, &item->style);
}

static void
print_text (GString *out, const LpDrawList *list, const LpDrawItem *item)
{
  static const char *const aligns[] = { "start", "middle", "end" };
  g_string_append (out, "text");
  put_points (out, &item->text.baseline, 1);
  g_string_append_printf (out, " %s", aligns[item->text.align]);
  put_number (out, item->text.size);
  g_string_append_printf (out, "/%u", (guint) item->text.weight);
  put_style (out, &item->style);
  g_string_append_printf (out, " “%s”", lp_draw_list_get_string (list, item->text.string));
}

static void
print_group (GString *out, const LpDrawList *list, const LpDrawItem *item)
{
  g_string_append_printf (out, "begin %s", item->group.type);
  const struct
  {
    const char *name;
    guint string;
  } parts[] = {
    { "id", item->group.id },
    { "of", item->group.of },
    { "title", item->group.title },
    { "desc", item->group.desc },
  };
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].string != LP_NO_STRING)
      g_string_append_printf (out, " %s=“%s”", parts[i].name,
                              lp_draw_list_get_string (list, parts[i].string));
}

static void
print_item (GString *out, const LpDrawList *list, const LpDrawItem *item)
{
  if (item->kind != LP_DRAW_BEGIN && item->kind != LP_DRAW_END && item->owner != G_MAXUINT)
    g_string_append (out, "  ");
  switch ((LpDrawKind) item->kind)
    {
    case LP_DRAW_RECT:
      g_string_append (out, item->box.hatched ? "hatched-rect" : "rect");
      put_rect (out, item->box.rect);
      put_number (out, item->box.radius);
      put_style (out, &item->style);
      break;
    case LP_DRAW_POLYLINE:
      print_line (out, list, item);
      break;
    case LP_DRAW_POLYGON:
      g_string_append (out, "polygon");
      put_points (out, lp_draw_list_get_points (list, item->polygon.first), item->polygon.n);
      put_style (out, &item->style);
      break;
    case LP_DRAW_TEXT:
      print_text (out, list, item);
      break;
    case LP_DRAW_GLYPH:
      g_string_append_printf (out, "glyph %s", lp_draw_list_get_string (list, item->glyph.name));
      put_rect (out, item->glyph.rect);
      put_style (out, &item->style);
      break;
    case LP_DRAW_IMAGE:
      {
        LpBitmap *bitmap = lp_draw_list_get_bitmap (list, item->image.bitmap);
        g_string_append_printf (out, "image %u×%u", lp_bitmap_get_width (bitmap), lp_bitmap_get_height (bitmap));
        put_rect (out, item->image.rect);
        break;
      }
    case LP_DRAW_BEGIN:
      print_group (out, list, item);
      break;
    case LP_DRAW_END:
      g_string_append (out, "end");
      break;
    }
  g_string_append_c (out, '\n');
}

char *
lp_draw_list_print (const LpDrawList *list)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < lp_draw_list_get_size (list); i++)
    print_item (out, list, lp_draw_list_get (list, i));
  return g_string_free (out, FALSE);
}
