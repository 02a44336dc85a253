#include "scene/draw-builder.h"

#include "scene/draw-list-private.h"
#include "scene/metrics.h"

#include <string.h>

struct _LpDrawBuilder
{
  LpDrawList *list;
  GHashTable *interned; /* of short strings that come again and again -> number */
  guint owner;
};

/* Longer ones are rarely there twice. */
#define MAX_INTERNED 24
/* The fonts of a viewer may be wider than ours. */
#define TEXT_SLACK 1.15

LpDrawBuilder *
lp_draw_builder_new (void)
{
  LpDrawBuilder *builder = g_new0 (LpDrawBuilder, 1);
  LpDrawList *list = g_new0 (LpDrawList, 1);
  list->items = g_array_new (FALSE, TRUE, sizeof (LpDrawItem));
  list->points = g_array_new (FALSE, FALSE, sizeof (LpPoint));
  list->strings = g_string_new (NULL);
  g_string_append_c (list->strings, '\0'); /* LP_NO_STRING */
  builder->list = list;
  builder->interned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  builder->owner = G_MAXUINT;
  return builder;
}

LpRect
lp_draw_builder_get_bounds (const LpDrawBuilder *builder)
{
  return builder->list->bounds;
}

static guint
add_string (LpDrawBuilder *builder, const char *text)
{
  if (text == NULL || *text == '\0')
    return LP_NO_STRING;
  gsize length = strlen (text);
  guint number = 0;
  if (length <= MAX_INTERNED)
    number = GPOINTER_TO_UINT (g_hash_table_lookup (builder->interned, text));
  if (number != 0)
    return number;
  number = builder->list->strings->len;
  g_string_append_len (builder->list->strings, text, length + 1);
  if (length <= MAX_INTERNED)
    g_hash_table_insert (builder->interned, g_strdup (text), GUINT_TO_POINTER (number));
  return number;
}

static guint
add_points (LpDrawBuilder *builder, const LpPoint *points, guint n)
{
  guint first = builder->list->points->len;
  g_array_append_vals (builder->list->points, points, n);
  return first;
}

static LpDrawItem *
add_item (LpDrawBuilder *builder, LpDrawKind kind, LpRect bounds, LpStroke style)
{
  GArray *items = builder->list->items;
  g_array_set_size (items, items->len + 1);
  LpDrawItem *item = &g_array_index (items, LpDrawItem, items->len - 1);
  item->kind = kind;
  item->owner = builder->owner;
  item->bounds = bounds;
  item->style = style;
  if (kind != LP_DRAW_BEGIN && kind != LP_DRAW_END)
    builder->list->bounds = lp_rect_union (builder->list->bounds, bounds);
  return item;
}

void
lp_draw_begin (LpDrawBuilder *builder, const LpDrawGroup *group)
{
  LpDrawItem *item = add_item (builder, LP_DRAW_BEGIN, (LpRect){ 0 }, (LpStroke){ 0 });
  item->group.id = add_string (builder, group->id);
  item->group.of = add_string (builder, group->of);
  item->group.title = add_string (builder, group->title);
  item->group.desc = add_string (builder, group->desc);
  item->group.part = group->part;
  item->group.index = group->index;
  item->group.host = group->host;
  item->group.on_line = group->on_line;
  item->group.type = group->type;
  item->group.anchor = group->anchor;
  builder->owner = builder->list->items->len - 1;
}

void
lp_draw_end (LpDrawBuilder *builder)
{
  add_item (builder, LP_DRAW_END, (LpRect){ 0 }, (LpStroke){ 0 });
  builder->owner = G_MAXUINT;
}

static double
half_stroke (LpStroke style)
{
  return style.stroke != LP_COLOUR_NONE ? style.width / 2 : 0;
}

static void
draw_box (LpDrawBuilder *builder, LpRect rect, double radius, LpStroke style, gboolean hatched)
{
  LpDrawItem *item = add_item (builder, LP_DRAW_RECT, lp_rect_grow (rect, half_stroke (style)), style);
  item->box.rect = rect;
  item->box.radius = radius;
  item->box.hatched = hatched;
}

void
lp_draw_rect (LpDrawBuilder *builder, LpRect rect, double radius, LpStroke style)
{
  draw_box (builder, rect, radius, style, FALSE);
}

void
lp_draw_hatched_rect (LpDrawBuilder *builder, LpRect rect, double radius, LpStroke style)
{
  draw_box (builder, rect, radius, style, TRUE);
}

static LpRect
bounds_of (const LpPoint *points, guint n)
{
  LpPoint low = points[0], high = points[0];
  for (guint i = 1; i < n; i++)
    {
      low = (LpPoint){ MIN (low.x, points[i].x), MIN (low.y, points[i].y) };
      high = (LpPoint){ MAX (high.x, points[i].x), MAX (high.y, points[i].y) };
    }
  return (LpRect){ low.x, low.y, high.x - low.x, high.y - low.y };
}

void
lp_draw_line (LpDrawBuilder *builder,
              const LpPoint *points,
              guint n_points,
              const LpPoint *hops,
              guint n_hops,
              double radius,
              LpHead head_start,
              LpHead head_end,
              LpStroke style)
{
  double reach = half_stroke (style);
  if (head_start == LP_HEAD_OPEN || head_end == LP_HEAD_OPEN)
    reach += LP_ARROW_HALF;
  else if (head_start != LP_HEAD_NONE || head_end != LP_HEAD_NONE)
    reach = MAX (reach, LP_ARROW_HALF);
  if (n_hops > 0)
    reach += LP_HOP_RADIUS;
  LpRect bounds = lp_rect_grow (bounds_of (points, n_points), reach);
  guint first = add_points (builder, points, n_points);
  add_points (builder, hops, n_hops);
  LpDrawItem *item = add_item (builder, LP_DRAW_POLYLINE, bounds, style);
  item->line.first = first;
  item->line.n = n_points;
  item->line.n_hops = n_hops;
  item->line.radius = radius;
  item->line.head_start = head_start;
  item->line.head_end = head_end;
}

void
lp_draw_polygon (LpDrawBuilder *builder, const LpPoint *points, guint n_points, LpStroke style)
{
  LpRect bounds = lp_rect_grow (bounds_of (points, n_points), half_stroke (style));
  guint first = add_points (builder, points, n_points);
  LpDrawItem *item = add_item (builder, LP_DRAW_POLYGON, bounds, style);
  item->polygon.first = first;
  item->polygon.n = n_points;
}

void
lp_draw_text (LpDrawBuilder *builder, LpPoint baseline, const char *text, const LpTextStyle *style)
{
  double width = lp_text_width (text, style->size, style->weight) * TEXT_SLACK;
  double left = style->align == LP_ALIGN_START ? 0 : style->align == LP_ALIGN_MIDDLE ? width / 2 : width;
  LpRect bounds = { baseline.x - left, baseline.y - style->size, width, style->size * 1.3 };
  guint string = add_string (builder, text);
  LpDrawItem *item = add_item (builder, LP_DRAW_TEXT, bounds, (LpStroke){ .fill = style->colour });
  item->text.baseline = baseline;
  item->text.string = string;
  item->text.size = style->size;
  item->text.weight = style->weight;
  item->text.align = style->align;
}

void
lp_draw_glyph (LpDrawBuilder *builder, LpRect rect, const char *name, LpColour colour)
{
  guint string = add_string (builder, name);
  LpDrawItem *item = add_item (builder, LP_DRAW_GLYPH, rect, (LpStroke){ .stroke = colour });
  item->glyph.rect = rect;
  item->glyph.name = string;
}

void
lp_draw_image (LpDrawBuilder *builder, LpRect rect, LpBitmap *bitmap)
{
  LpDrawList *list = builder->list;
  if (list->bitmaps == NULL)
    list->bitmaps = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_bitmap_unref);
  LpDrawItem *item = add_item (builder, LP_DRAW_IMAGE, rect, (LpStroke){ 0 });
  item->image.rect = rect;
  item->image.bitmap = list->bitmaps->len;
  g_ptr_array_add (list->bitmaps, lp_bitmap_ref (bitmap));
}

static void
add_entry (GArray *entries, LpRect rect, guint index)
{
  LpGridEntry entry = { rect, index };
  g_array_append_val (entries, entry);
}

/* A line is entered by its runs: the rectangle around a long one with a bend covers much that it does not
 * touch. */
static void
add_line_entries (const LpDrawList *list, GArray *entries, guint index)
{
  const LpDrawItem *item = lp_draw_list_get (list, index);
  const LpPoint *points = lp_draw_list_get_points (list, item->line.first);
  double reach = MAX (item->style.width / 2, LP_ARROW_HALF) + LP_HOP_RADIUS;
  for (guint i = 0; i + 1 < item->line.n; i++)
    add_entry (entries, lp_rect_grow (bounds_of (points + i, 2), reach), index);
}

static LpGrid *
make_grid (const LpDrawList *list)
{
  g_autoptr (GArray) entries = g_array_sized_new (FALSE, FALSE, sizeof (LpGridEntry), list->items->len);
  for (guint i = 0; i < list->items->len; i++)
    {
      const LpDrawItem *item = lp_draw_list_get (list, i);
      if (item->kind == LP_DRAW_POLYLINE)
        add_line_entries (list, entries, i);
      else if (item->kind != LP_DRAW_BEGIN && item->kind != LP_DRAW_END)
        add_entry (entries, item->bounds, i);
    }
  return lp_grid_new ((const LpGridEntry *) entries->data, entries->len, list->bounds);
}

LpDrawList *
lp_draw_builder_finish (LpDrawBuilder *builder)
{
  LpDrawList *list = builder->list;
  list->grid = make_grid (list);
  g_hash_table_unref (builder->interned);
  g_free (builder);
  return list;
}

void
lp_draw_list_free (LpDrawList *list)
{
  lp_grid_free (list->grid);
  g_array_unref (list->items);
  g_array_unref (list->points);
  g_clear_pointer (&list->bitmaps, g_ptr_array_unref);
  g_string_free (list->strings, TRUE);
  g_free (list);
}
