/* Maps: entries in the order in which they were written, with a hash table over them once it pays. */
#pragma once

#include "expr/value.h"

G_BEGIN_DECLS

typedef struct
{
  LpValue key, value;
} LpMapEntry;

struct _LpMap
{
  guint n;
  guint n_buckets; /* 0, or a power of two: entry number + 1, probed linearly */
  const LpMapEntry *entries;
  guint32 *buckets;
};

/* How many buckets a map of n entries wants; 0: it is searched from end to end. */
guint lp_map_buckets_for (guint n);
/* Fills the zeroed buckets. FALSE where two keys are equal; *duplicate is then the second one's number. */
gboolean lp_map_index (LpMap *map, guint *duplicate);
/* bool, int, uint and string may be keys. */
gboolean lp_map_key_allowed (LpValue key);

/* Equal values have equal hashes, also across numeric types. Maps hash by their size alone. */
guint lp_value_hash (LpValue value);

G_END_DECLS
