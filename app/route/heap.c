#include "route/heap.h"

void
lp_heap_init (LpHeap *heap)
{
  *heap = (LpHeap){ .room = 256 };
  heap->entries = g_new (LpHeapEntry, heap->room);
}

void
lp_heap_clear (LpHeap *heap)
{
  g_clear_pointer (&heap->entries, g_free);
}

void
lp_heap_reset (LpHeap *heap)
{
  heap->n = 0;
}

static inline gboolean
is_before (const LpHeapEntry *a, const LpHeapEntry *b)
{
  return a->cost < b->cost || (a->cost == b->cost && a->item < b->item);
}

void
lp_heap_push (LpHeap *heap, double cost, guint item)
{
  LpHeapEntry entry = { cost, item };
  if (heap->n == heap->room)
    heap->entries = g_renew (LpHeapEntry, heap->entries, heap->room *= 2);
  LpHeapEntry *all = heap->entries;
  guint at = heap->n++;
  for (; at > 0 && is_before (&entry, &all[(at - 1) / 2]); at = (at - 1) / 2)
    all[at] = all[(at - 1) / 2];
  all[at] = entry;
}

gboolean
lp_heap_pop (LpHeap *heap, double *cost, guint *item)
{
  if (heap->n == 0)
    return FALSE;
  LpHeapEntry *all = heap->entries;
  *cost = all[0].cost;
  *item = all[0].item;
  guint n = --heap->n, at = 0;
  LpHeapEntry last = all[n];
  for (guint child = 1; child < n; child = 2 * at + 1)
    {
      if (child + 1 < n && is_before (&all[child + 1], &all[child]))
        child++;
      if (!is_before (&all[child], &last))
        break;
      all[at] = all[child];
      at = child;
    }
  all[at] = last;
  return TRUE;
}
