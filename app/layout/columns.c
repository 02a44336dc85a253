#include "layout/columns.h"
#include "layout/packing.h"

#include <math.h>

/* More columns than this stand on several shelves where one would be too wide, or in any case. */
#define ONE_SHELF 3
#define MOST_ON_SHELF 6
/* Columns whose widths differ by more than this keep their own. */
#define ALIKE 1.75

static double
half_down (double value)
{
  return floor (value / 16) * 8;
}

void
lp_columns_stretch (LpNest *nest, guint box, double w, double h)
{
  LpRect *rect = &nest->boxes[box].rect;
  double more_w = w - rect->w, more_h = h - rect->h;
  rect->w = w;
  rect->h = h;
  if (nest->pinned[box])
    return;
  gboolean rows = nest->stacked[box];
  for (guint k = nest->members.first[box]; k < nest->members.first[box + 1]; k++)
    {
      guint member = nest->members.items[k];
      LpRect *inner = &nest->boxes[member].rect;
      if (rows && nest->boxes[member].container)
        lp_columns_stretch (nest, member, inner->w + more_w, inner->h);
      else
        {
          inner->x += half_down (more_w);
          inner->y += rows ? 0 : half_down (more_h);
        }
    }
}

/* The containers in a box in the order in which they are stacked. */
static GArray *
rows_of (const LpNest *nest, guint box)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint k = nest->members.first[box]; k < nest->members.first[box + 1]; k++)
    {
      guint member = nest->members.items[k], at = rows->len;
      if (!nest->boxes[member].container)
        continue;
      while (at > 0 && nest->boxes[g_array_index (rows, guint, at - 1)].rank > nest->boxes[member].rank)
        at--;
      g_array_insert_val (rows, at, member);
    }
  return rows;
}

/* Row r of every column gets the height of the highest and the lowest of their top edges. */
static void
align_row (LpNest *nest, GPtrArray *rows, guint r)
{
  double top = 0, height = 0;
  for (guint c = 0; c < rows->len; c++)
    {
      GArray *own = g_ptr_array_index (rows, c);
      if (r >= own->len)
        continue;
      LpRect rect = nest->boxes[g_array_index (own, guint, r)].rect;
      top = MAX (top, rect.y);
      height = MAX (height, rect.h);
    }
  for (guint c = 0; c < rows->len; c++)
    {
      GArray *own = g_ptr_array_index (rows, c);
      if (r >= own->len)
        continue;
      LpRect *rect = &nest->boxes[g_array_index (own, guint, r)].rect;
      double down = top - rect->y, taller = height - rect->h;
      lp_columns_stretch (nest, g_array_index (own, guint, r), rect->w, height);
      rect->y = top;
      for (guint below = r + 1; below < own->len; below++)
        nest->boxes[g_array_index (own, guint, below)].rect.y += down + taller;
    }
}

static void
align_rows (LpNest *nest, const guint *columns, guint n)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint most = 0;
  for (guint i = 0; i < n; i++)
    {
      if (!nest->stacked[columns[i]] || nest->pinned[columns[i]])
        return;
      GArray *own = rows_of (nest, columns[i]);
      g_ptr_array_add (rows, own);
      most = MAX (most, own->len);
    }
  for (guint r = 0; r < most; r++)
    align_row (nest, rows, r);
  for (guint i = 0; i < n; i++)
    {
      GArray *own = g_ptr_array_index (rows, i);
      LpRect last = nest->boxes[g_array_index (own, guint, own->len - 1)].rect;
      LpRect *rect = &nest->boxes[columns[i]].rect;
      rect->h = MAX (rect->h, last.y + last.h + lp_nest_margin (nest, columns[i]));
    }
}

static void
equalise (LpNest *nest, const guint *columns, guint n)
{
  double narrowest = G_MAXDOUBLE, widest = 0, highest = 0;
  align_rows (nest, columns, n);
  for (guint i = 0; i < n; i++)
    {
      LpRect rect = nest->boxes[columns[i]].rect;
      narrowest = MIN (narrowest, rect.w);
      widest = MAX (widest, rect.w);
      highest = MAX (highest, rect.h);
    }
  gboolean alike = widest <= narrowest * ALIKE;
  for (guint i = 0; i < n; i++)
    lp_columns_stretch (nest, columns[i], alike ? widest : nest->boxes[columns[i]].rect.w, highest);
}

static gboolean
fit_one_shelf (const LpNest *nest, const guint *columns, guint n, double gap)
{
  double width = 0, height = 1;
  for (guint i = 0; i < n; i++)
    {
      width += nest->boxes[columns[i]].rect.w + gap;
      height = MAX (height, nest->boxes[columns[i]].rect.h);
    }
  return n <= ONE_SHELF || (n <= MOST_ON_SHELF && width <= 2 * nest->options.aspect * height);
}

LpRect
lp_columns_place (LpNest *nest, const guint *columns, guint n, double gap)
{
  gboolean one_shelf = fit_one_shelf (nest, columns, n, gap);
  if (n > 1 && n <= MOST_ON_SHELF)
    equalise (nest, columns, n);
  g_autofree LpRect *rects = g_new (LpRect, n);
  for (guint i = 0; i < n; i++)
    rects[i] = nest->boxes[columns[i]].rect;
  LpRect whole = { 0 };
  if (one_shelf)
    for (guint i = 0; i < n; i++)
      {
        rects[i].x = i == 0 ? 0 : whole.w + gap;
        rects[i].y = 0;
        whole = (LpRect){ 0, 0, rects[i].x + rects[i].w, MAX (whole.h, rects[i].h) };
      }
  else
    whole = lp_pack_shelves (rects, n, gap, nest->options.aspect);
  for (guint i = 0; i < n; i++)
    nest->boxes[columns[i]].rect = rects[i];
  return whole;
}

LpRect
lp_rows_place (LpNest *nest, const guint *rows, guint n, double gap, gboolean single)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (LpRect));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  double width = 0, y = 0;
  for (guint i = 0; i < n;)
    {
      guint end = i + 1;
      while (!single && end < n && nest->boxes[rows[end]].rank == nest->boxes[rows[i]].rank)
        end++;
      LpRect size = lp_columns_place (nest, rows + i, end - i, gap);
      width = MAX (width, size.w);
      g_array_append_val (sizes, size);
      g_array_append_val (ends, end);
      i = end;
    }
  for (guint r = 0, i = 0; r < sizes->len; r++)
    {
      LpRect size = g_array_index (sizes, LpRect, r);
      guint end = g_array_index (ends, guint, r);
      if (end - i == 1)
        lp_columns_stretch (nest, rows[i], width, nest->boxes[rows[i]].rect.h);
      else
        for (guint k = i; k < end; k++)
          nest->boxes[rows[k]].rect.x += half_down (width - size.w);
      for (; i < end; i++)
        nest->boxes[rows[i]].rect.y += y;
      y += size.h + gap;
    }
  return (LpRect){ 0, 0, width, MAX (0, y - gap) };
}
