#include "layout/align.h"

static LpRect
reference (const LpAlignItem *items, guint n, gboolean held_only)
{
  LpRect all = { 0, 0, 0, 0 };
  for (guint i = 0; i < n; i++)
    if (!held_only || items[i].held)
      all = lp_rect_union (all, items[i].rect);
  return all;
}

static LpPoint
offset_to (LpRect rect, LpRect around, LpLineUp line)
{
  switch (line)
    {
    case LP_LINE_UP_LEFT:
      return (LpPoint){ around.x - rect.x, 0 };
    case LP_LINE_UP_CENTRE:
      return (LpPoint){ round (lp_rect_centre (around).x - lp_rect_centre (rect).x), 0 };
    case LP_LINE_UP_RIGHT:
      return (LpPoint){ around.x + around.w - rect.x - rect.w, 0 };
    case LP_LINE_UP_TOP:
      return (LpPoint){ 0, around.y - rect.y };
    case LP_LINE_UP_MIDDLE:
      return (LpPoint){ 0, round (lp_rect_centre (around).y - lp_rect_centre (rect).y) };
    case LP_LINE_UP_BOTTOM:
    default:
      return (LpPoint){ 0, around.y + around.h - rect.y - rect.h };
    }
}

void
lp_align (LpAlignItem *items, guint n, LpLineUp line)
{
  gboolean any_held = FALSE;
  for (guint i = 0; i < n; i++)
    any_held |= items[i].held;
  LpRect around = reference (items, n, any_held);
  for (guint i = 0; i < n; i++)
    items[i].by = items[i].held ? (LpPoint){ 0, 0 } : offset_to (items[i].rect, around, line);
}

/* --- distances --------------------------------------------------------------------------------------- */

typedef struct
{
  double from, size;
  guint item;
  gboolean held;
} Interval;

static int
by_middle (gconstpointer a, gconstpointer b)
{
  const Interval *p = a, *q = b;
  double left = p->from + p->size / 2, right = q->from + q->size / 2;
  return left != right ? (left < right ? -1 : 1) : (p->item > q->item) - (p->item < q->item);
}

/* Those between the first and the last of a run; gives where each begins. */
static void
spread (Interval *run, guint n, double least)
{
  double taken = 0;
  for (guint i = 0; i + 1 < n; i++)
    taken += run[i].size;
  double gap = (run[n - 1].from - run[0].from - taken) / (n - 1);
  gboolean tight = gap < least && !run[n - 1].held;
  double at = run[0].from + run[0].size, space = tight ? least : gap;
  for (guint i = 1; i < n && (tight || i + 1 < n); i++)
    {
      run[i].from = round (at + space);
      at += space + run[i].size;
    }
}

void
lp_distribute (LpAlignItem *items, guint n, gboolean across, double least)
{
  g_autofree Interval *line = g_new (Interval, n + 1);
  for (guint i = 0; i < n; i++)
    {
      LpRect rect = items[i].rect;
      items[i].by = (LpPoint){ 0, 0 };
      line[i] = (Interval){ across ? rect.x : rect.y, across ? rect.w : rect.h, i, items[i].held };
    }
  if (n < 3)
    return;
  qsort (line, n, sizeof *line, by_middle);
  for (guint begin = 0; begin + 1 < n;)
    {
      guint end = begin + 1;
      while (end + 1 < n && !line[end].held)
        end++;
      spread (line + begin, end - begin + 1, least);
      begin = end;
    }
  for (guint i = 0; i < n; i++)
    {
      LpAlignItem *item = &items[line[i].item];
      double by = line[i].from - (across ? item->rect.x : item->rect.y);
      item->by = across ? (LpPoint){ by, 0 } : (LpPoint){ 0, by };
    }
}
