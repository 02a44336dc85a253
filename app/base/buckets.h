/* Items by key, as two flat arrays: what a graph's neighbours or a box's children are stored in. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint *first;        /* by key, and one more: where its items begin */
  guint *items;        /* the items, in their order within a key */
} LpBuckets;

/* Items 0 to n_items - 1. `keys` has one key below n_keys for each; an item with another key is in no bucket. */
LpBuckets lp_buckets_new (const guint *keys, guint n_items, guint n_keys);
/* The same with items of any number. */
LpBuckets lp_buckets_new_of (const guint *keys, const guint *items, guint n_items, guint n_keys);
void lp_buckets_clear (LpBuckets *buckets);

static inline guint
lp_buckets_count (const LpBuckets *buckets, guint key)
{
  return buckets->first[key + 1] - buckets->first[key];
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LpBuckets, lp_buckets_clear)

G_END_DECLS
