/* A heap of numbered things by cost; equal costs come out by number, so that the order never depends on luck.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double cost;
  guint item;
} LpHeapEntry;

typedef struct
{
  LpHeapEntry *entries;
  guint n, room;
} LpHeap;

void lp_heap_init (LpHeap *heap);
void lp_heap_clear (LpHeap *heap);
void lp_heap_reset (LpHeap *heap);
void lp_heap_push (LpHeap *heap, double cost, guint item);
/* FALSE where it is empty. */
gboolean lp_heap_pop (LpHeap *heap, double *cost, guint *item);

G_END_DECLS
