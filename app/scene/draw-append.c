/* One draw list inside another. */
#include "scene/draw-builder.h"
#include "scene/draw-list-private.h"

static LpPoint
moved (LpPoint point, LpPoint by)
{
  return (LpPoint){ point.x + by.x, point.y + by.y };
}

static LpRect
moved_rect (LpRect rect, LpPoint by)
{
  return (LpRect){ rect.x + by.x, rect.y + by.y, rect.w, rect.h };
}

static LpPoint *
moved_points (const LpDrawList *list, guint first, guint n, LpPoint by)
{
  const LpPoint *points = lp_draw_list_get_points (list, first);
  LpPoint *copy = g_new (LpPoint, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    copy[i] = moved (points[i], by);
  return copy;
}

static void
append_text (LpDrawBuilder *builder, const LpDrawList *other, const LpDrawItem *item, LpPoint by)
{
  const LpTextStyle style = { item->text.size, item->text.weight, (LpAlign) item->text.align, (LpColour) item->style.fill };
  lp_draw_text (builder, moved (item->text.baseline, by), lp_draw_list_get_string (other, item->text.string), &style);
}

static void
append_line (LpDrawBuilder *builder, const LpDrawList *other, const LpDrawItem *item, LpPoint by)
{
  g_autofree LpPoint *points = moved_points (other, item->line.first, item->line.n + item->line.n_hops, by);
  lp_draw_line (builder, points, item->line.n, points + item->line.n, item->line.n_hops, item->line.radius,
                (LpHead) item->line.head_start, (LpHead) item->line.head_end, item->style);
}

static void
append_group (LpDrawBuilder *builder, const LpDrawList *other, const LpDrawItem *item, LpPoint by)
{
  const LpDrawGroup group = {
    .part = (LpPart) item->group.part,
    .index = item->group.index,
    .host = item->group.host,
    .on_line = item->group.on_line,
    .type = item->group.type,
    .id = lp_draw_list_get_string (other, item->group.id),
    .of = lp_draw_list_get_string (other, item->group.of),
    .title = lp_draw_list_get_string (other, item->group.title),
    .desc = lp_draw_list_get_string (other, item->group.desc),
    .anchor = moved (item->group.anchor, by),
  };
  lp_draw_begin (builder, &group);
}

static void
append_item (LpDrawBuilder *builder, const LpDrawList *other, const LpDrawItem *item, LpPoint by)
{
  switch ((LpDrawKind) item->kind)
    {
    case LP_DRAW_RECT:
      (item->box.hatched ? lp_draw_hatched_rect : lp_draw_rect) (builder, moved_rect (item->box.rect, by), item->box.radius,
                                                                  item->style);
      break;
    case LP_DRAW_POLYLINE:
      append_line (builder, other, item, by);
      break;
    case LP_DRAW_POLYGON:
      {
        g_autofree LpPoint *points = moved_points (other, item->polygon.first, item->polygon.n, by);
        lp_draw_polygon (builder, points, item->polygon.n, item->style);
        break;
      }
    case LP_DRAW_TEXT:
      append_text (builder, other, item, by);
      break;
    case LP_DRAW_GLYPH:
      lp_draw_glyph (builder, moved_rect (item->glyph.rect, by), lp_draw_list_get_string (other, item->glyph.name),
                     (LpColour) item->style.stroke);
      break;
    case LP_DRAW_IMAGE:
      lp_draw_image (builder, moved_rect (item->image.rect, by), lp_draw_list_get_bitmap (other, item->image.bitmap));
      break;
    case LP_DRAW_BEGIN:
      append_group (builder, other, item, by);
      break;
    case LP_DRAW_END:
      lp_draw_end (builder);
    }
}

void
lp_draw_append (LpDrawBuilder *builder, const LpDrawList *other, LpPoint by)
{
  for (guint i = 0; i < lp_draw_list_get_size (other); i++)
    append_item (builder, other, lp_draw_list_get (other, i), by);
}
