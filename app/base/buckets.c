#include "base/buckets.h"

LpBuckets
lp_buckets_new (const guint *keys, guint n_items, guint n_keys)
{
  return lp_buckets_new_of (keys, NULL, n_items, n_keys);
}

LpBuckets
lp_buckets_new_of (const guint *keys, const guint *items, guint n_items, guint n_keys)
{
  LpBuckets self = { g_new0 (guint, n_keys + 3), g_new (guint, n_items + 1) };
  for (guint i = 0; i < n_items; i++)
    if (keys[i] < n_keys)
      self.first[keys[i] + 2]++;
  for (guint k = 2; k < n_keys + 2; k++)
    self.first[k] += self.first[k - 1];
  for (guint i = 0; i < n_items; i++)
    if (keys[i] < n_keys)
      self.items[self.first[keys[i] + 1]++] = items != NULL ? items[i] : i;
  return self;
}

void
lp_buckets_clear (LpBuckets *buckets)
{
  g_clear_pointer (&buckets->first, g_free);
  g_clear_pointer (&buckets->items, g_free);
}
