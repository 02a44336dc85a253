#include "route/heap.h"

void
lp_heap_init (LpHeap *heap)
{
  heap->entries = g_array_new (FALSE, FALSE, sizeof (LpHeapEntry));
}

void
lp_heap_clear (LpHeap *heap)
{
  g_clear_pointer (&heap->entries, g_array_unref);
}

void
lp_heap_reset (LpHeap *heap)
{
  g_array_set_size (heap->entries, 0);
}

static gboolean
is_before (const LpHeapEntry *a, const LpHeapEntry *b)
{
  return a->cost < b->cost || (a->cost == b->cost && a->item < b->item);
}

void
lp_heap_push (LpHeap *heap, double cost, guint item)
{
  LpHeapEntry entry = { cost, item };
  g_array_append_val (heap->entries, entry);
  LpHeapEntry *all = (LpHeapEntry *) (gpointer) heap->entries->data;
  guint at = heap->entries->len - 1;
  for (; at > 0 && is_before (&entry, &all[(at - 1) / 2]); at = (at - 1) / 2)
    all[at] = all[(at - 1) / 2];
  all[at] = entry;
}

gboolean
lp_heap_pop (LpHeap *heap, double *cost, guint *item)
{
  guint n = heap->entries->len;
  if (n == 0)
    return FALSE;
  LpHeapEntry *all = (LpHeapEntry *) (gpointer) heap->entries->data;
  *cost = all[0].cost;
  *item = all[0].item;
  LpHeapEntry last = all[--n];
  guint at = 0;
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
  g_array_set_size (heap->entries, n);
  return TRUE;
}
