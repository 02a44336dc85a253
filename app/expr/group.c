#include "expr/group.h"

#include "expr/map.h"

struct _LpGroup
{
  LpValue key;
  guint hash;
  LpListBuilder members;
};

static gboolean
grow (LpGrouping *grouping)
{
  guint room = MAX (grouping->room * 2, 8);
  guint n_buckets = room * 2;
  LpGroup *groups = lp_expr_run_alloc (grouping->run, room * sizeof *groups);
  guint32 *buckets = lp_expr_run_alloc (grouping->run, n_buckets * sizeof *buckets);

  if (groups == NULL || buckets == NULL)
    return FALSE;
  if (grouping->n > 0)
    memcpy (groups, grouping->groups, grouping->n * sizeof *groups);
  memset (buckets, 0, n_buckets * sizeof *buckets);
  for (guint i = 0; i < grouping->n; i++)
    {
      guint at = groups[i].hash & (n_buckets - 1);

      while (buckets[at] != 0)
        at = (at + 1) & (n_buckets - 1);
      buckets[at] = i + 1;
    }
  grouping->groups = groups;
  grouping->buckets = buckets;
  grouping->room = room;
  grouping->n_buckets = n_buckets;
  return TRUE;
}

/* The bucket of the group with this key, or the free one where it would go; NULL where the work is used up.
 */
static guint32 *
find_bucket (LpGrouping *grouping, LpValue key, guint hash)
{
  guint mask = grouping->n_buckets - 1;

  for (guint at = hash & mask; lp_expr_run_spend (grouping->run, 1); at = (at + 1) & mask)
    {
      const LpGroup *group = grouping->buckets[at] > 0 ? &grouping->groups[grouping->buckets[at] - 1] : NULL;

      if (group == NULL
          || (group->hash == hash && lp_value_equal_within (group->key, key, &grouping->run->steps_left)))
        return &grouping->buckets[at];
    }
  return NULL;
}

gint64
lp_grouping_look_up (LpGrouping *grouping, LpValue key)
{
  guint32 *bucket = grouping->n > 0 ? find_bucket (grouping, key, lp_value_hash (key)) : NULL;

  return bucket != NULL ? (gint64) *bucket - 1 : -1;
}

gint64
lp_grouping_find (LpGrouping *grouping, LpValue key, gboolean *made)
{
  guint hash = lp_value_hash (key);
  guint32 *bucket;

  if (grouping->n == grouping->room && !grow (grouping))
    return -1;
  bucket = find_bucket (grouping, key, hash);
  if (bucket == NULL)
    return -1;
  if (made != NULL)
    *made = *bucket == 0;
  if (*bucket == 0)
    {
      grouping->groups[grouping->n] = (LpGroup){ key, hash, LP_LIST_BUILDER (grouping->run) };
      *bucket = ++grouping->n;
    }
  return (gint64) *bucket - 1;
}

gboolean
lp_grouping_add (LpGrouping *grouping, LpValue key, LpValue member)
{
  gint64 group = lp_grouping_find (grouping, key, NULL);

  return group >= 0 && lp_list_add (&grouping->groups[group].members, member);
}

LpValue
lp_grouping_finish (LpGrouping *grouping)
{
  LpListBuilder lists = LP_LIST_BUILDER (grouping->run);

  for (guint i = 0; i < grouping->n; i++)
    if (!lp_list_add (&lists, lp_list_finish (&grouping->groups[i].members)))
      break;
  return lp_list_finish (&lists);
}
