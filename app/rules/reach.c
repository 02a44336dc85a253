#include "rules/flow-private.h"

/* So many answers are kept; the oldest goes first. */
#define MAX_REACHES 48

void
lp_flow_keep (LpFlow *flow, LpIndices list)
{
  if (list.n > 0)
    g_hash_table_add (flow->kept, (gpointer) list.items);
}

static gboolean
is_kept (const LpFlow *flow, LpIndices list)
{
  return list.n == 0 || g_hash_table_contains (flow->kept, list.items);
}

static gboolean
same_list (const guint *copy, LpIndices mine, LpIndices asked)
{
  if (mine.n != asked.n)
    return FALSE;
  if (copy == NULL)
    return mine.n == 0 || mine.items == asked.items;
  return memcmp (copy, asked.items, asked.n * sizeof (guint)) == 0;
}

/* Breadth first, so that a way found is a shortest one. */
static void
spread_out (LpFlow *flow, LpReach *reach, LpIndices from, LpIndices without, guint64 *steps)
{
  const LpSteps *s = &flow->steps;
  LpKindSet kinds = reach->kinds & flow->calls ? reach->kinds | LP_KIND_IMPLIED : reach->kinds;
  guint head = 0, tail = 0;
  guint64 done = flow->n_nodes / 16 + 1;

  for (guint i = 0; i < flow->n_nodes; i++)
    reach->previous[i] = LP_NONE;
  /* Marked as reached, so that no way leads on through them; taken back at the end. */
  for (guint i = 0; i < without.n; i++)
    reach->previous[without.items[i]] = without.items[i];
  for (guint i = 0; i < from.n; i++)
    if (reach->previous[from.items[i]] == LP_NONE)
      {
        reach->previous[from.items[i]] = from.items[i];
        flow->queue[tail++] = from.items[i];
      }
  while (head < tail)
    {
      guint at = flow->queue[head++];
      for (guint i = s->start[at]; i < s->start[at + 1]; i++, done++)
        if ((s->kind[i] & kinds) && reach->previous[s->end_of[i]] == LP_NONE)
          {
            reach->previous[s->end_of[i]] = at;
            flow->queue[tail++] = s->end_of[i];
          }
    }
  for (guint i = 0; i < without.n; i++)
    reach->previous[without.items[i]] = LP_NONE;
  if (steps != NULL)
    *steps += done;
}

const LpReach *
lp_flow_reach (LpFlow *flow, LpIndices from, LpKindSet kinds, LpIndices without, guint64 *steps)
{
  for (guint i = flow->reaches->len; i-- > 0;)
    {
      LpReach *reach = flow->reaches->pdata[i];
      if (reach->kinds == kinds && same_list (reach->from, reach->kept_from, from)
          && same_list (reach->without, reach->kept_without, without))
        return reach;
    }
  if (flow->reaches->len >= MAX_REACHES)
    g_ptr_array_remove_index (flow->reaches, 0);
  LpReach *reach = g_new0 (LpReach, 1);
  reach->kinds = kinds;
  reach->kept_from = from;
  reach->kept_without = without;
  if (!is_kept (flow, from))
    reach->from = g_memdup2 (from.items, from.n * sizeof (guint));
  if (!is_kept (flow, without))
    reach->without = g_memdup2 (without.items, without.n * sizeof (guint));
  reach->previous = g_new (guint, flow->n_nodes + 1);
  spread_out (flow, reach, from, without, steps);
  g_ptr_array_add (flow->reaches, reach);
  return reach;
}

gboolean
lp_flow_reaches (LpFlow *flow, LpIndices from, guint to, LpKindSet kinds, LpIndices without, guint64 *steps)
{
  return lp_flow_reach (flow, from, kinds, without, steps)->previous[to] != LP_NONE;
}

GArray *
lp_flow_path (LpFlow *flow, LpIndices from, guint to, LpKindSet kinds, LpIndices without, guint64 *steps)
{
  const LpReach *reach = lp_flow_reach (flow, from, kinds, without, steps);
  if (reach->previous[to] == LP_NONE)
    return NULL;

  GArray *path = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint at = to;; at = lp_flow_step_back (flow, reach, at))
    {
      if (at < flow->n)
        g_array_append_val (path, at);
      if (reach->previous[at] == at)
        break;
    }
  guint *items = (guint *) path->data;
  for (guint i = 0, j = path->len - 1; i < j; i++, j--)
    {
      guint item = items[i];
      items[i] = items[j];
      items[j] = item;
    }
  return path;
}

GArray *
lp_flow_reached (const LpFlow *flow, LpIndices from, LpKindSet kinds)
{
  const LpSteps *s = &flow->steps;
  GArray *reached = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  kinds |= kinds & flow->calls ? LP_KIND_IMPLIED : 0;
  for (guint head = 0; head < from.n + reached->len; head++)
    {
      guint at = head < from.n ? from.items[head] : g_array_index (reached, guint, head - from.n);
      for (guint i = s->start[at]; i < s->start[at + 1]; i++)
        if ((s->kind[i] & kinds) && g_hash_table_add (seen, GUINT_TO_POINTER (s->end_of[i] + 1)))
          g_array_append_val (reached, s->end_of[i]);
    }
  return reached;
}
