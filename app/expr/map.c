#include "expr/map.h"

#define SMALL_MAP 8

guint
lp_map_size (const LpMap *map)
{
  return map->n;
}

LpValue
lp_map_key (const LpMap *map, guint i)
{
  return map->entries[i].key;
}

LpValue
lp_map_value (const LpMap *map, guint i)
{
  return map->entries[i].value;
}

guint
lp_map_buckets_for (guint n)
{
  guint buckets = 2 * SMALL_MAP;

  if (n <= SMALL_MAP)
    return 0;
  while (buckets < 2 * n)
    buckets *= 2;
  return buckets;
}

gboolean
lp_map_key_allowed (LpValue key)
{
  return key.kind == LP_VALUE_BOOL || key.kind == LP_VALUE_INT || key.kind == LP_VALUE_UINT
         || key.kind == LP_VALUE_STRING;
}

static guint
hash_bits (guint64 bits)
{
  bits ^= bits >> 32;
  bits *= 0x9e3779b97f4a7c15u;
  return (guint) (bits >> 32);
}

static guint
hash_bytes (const char *bytes, guint length)
{
  guint hash = 2166136261u;

  for (guint i = 0; i < length; i++)
    hash = (hash ^ (guchar) bytes[i]) * 16777619u;
  return hash;
}

/* Numbers that are equal hash alike whatever their types, so all hash as doubles; 0 and -0 are equal. */
static guint
hash_number (double number)
{
  guint64 bits;

  if (number == 0)
    return 0;
  memcpy (&bits, &number, sizeof bits);
  return hash_bits (bits);
}

/* A look at the first items tells most lists apart; lists within lists count by their size. */
static guint
hash_list (LpValue list)
{
  guint hash = hash_bits (list.length);

  for (guint i = 0; i < MIN (list.length, 8); i++)
    {
      LpValue item = lp_value_list_get (list, i);

      hash = hash * 31 + (item.kind == LP_VALUE_LIST ? item.length : lp_value_hash (item));
    }
  return hash;
}

guint
lp_value_hash (LpValue value)
{
  switch ((LpValueKind) value.kind)
    {
    case LP_VALUE_STRING:
    case LP_VALUE_BYTES:
      return hash_bytes (value.string, value.length);
    case LP_VALUE_BOOL:
      return value.boolean ? 17 : 23;
    case LP_VALUE_INT:
    case LP_VALUE_UINT:
    case LP_VALUE_DOUBLE:
      return hash_number (lp_value_number (value));
    case LP_VALUE_DURATION:
    case LP_VALUE_TIMESTAMP:
      return hash_bits (value.uinteger);
    case LP_VALUE_OBJECT:
      return hash_bits (((guint64) value.object_class << 32) | value.index);
    case LP_VALUE_TYPE:
      return g_str_hash (value.type);
    case LP_VALUE_LIST:
      return hash_list (value);
    case LP_VALUE_MAP:
      return hash_bits (~(guint64) value.map->n);
    default:
      return 0;
    }
}

/* The bucket that holds the key, or the free one where it would go. */
static guint32 *
find_bucket (const LpMap *map, LpValue key)
{
  guint mask = map->n_buckets - 1;
  guint at = lp_value_hash (key) & mask;

  while (map->buckets[at] != 0 && !lp_value_equal (map->entries[map->buckets[at] - 1].key, key))
    at = (at + 1) & mask;
  return &map->buckets[at];
}

static gboolean
find_entry (const LpMap *map, guint n, LpValue key, guint *found)
{
  for (guint i = 0; i < n; i++)
    if (lp_value_equal (map->entries[i].key, key))
      {
        *found = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
lp_map_index (LpMap *map, guint *duplicate)
{
  for (guint i = 0; i < map->n; i++)
    {
      guint found;
      guint32 *bucket = map->n_buckets > 0 ? find_bucket (map, map->entries[i].key) : NULL;

      if (bucket != NULL ? *bucket != 0 : find_entry (map, i, map->entries[i].key, &found))
        {
          *duplicate = i;
          return FALSE;
        }
      if (bucket != NULL)
        *bucket = i + 1;
    }
  return TRUE;
}

gboolean
lp_map_lookup (const LpMap *map, LpValue key, LpValue *value)
{
  guint found;

  if (map->n_buckets > 0)
    {
      guint32 bucket = *find_bucket (map, key);

      if (bucket == 0)
        return FALSE;
      found = bucket - 1;
    }
  else if (!find_entry (map, map->n, key, &found))
    return FALSE;
  *value = map->entries[found].value;
  return TRUE;
}
