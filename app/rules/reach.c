#include "rules/flow-private.h"

/* So many answers are kept; the oldest goes first. */
#define MAX_REACHES 48

/* A search that gets no further than this tells by itself what it rests on. */
#define NEAR 32

void
lp_flow_keep (LpFlow *flow, LpIndices list)
{
  if (list.n > 0)
    g_hash_table_add (flow->kept, (gpointer) list.items);
}

static gboolean
is_like (LpIndices list, const GArray *kept)
{
  return list.n == kept->len && memcmp (list.items, kept->data, list.n * sizeof (guint)) == 0;
}

static gboolean
is_kept (const LpFlow *flow, LpIndices list)
{
  return list.n == 0 || g_hash_table_contains (flow->kept, list.items);
}

/* As good as kept for what it rests on: `internet().without([self])` is mostly all of it. */
static gboolean
is_known (const LpFlow *flow, LpIndices list)
{
  return is_kept (flow, list) || is_like (list, flow->users) || is_like (list, flow->internet);
}

static gboolean
same_list (const guint *copy, LpIndices mine, LpIndices asked)
{
  const guint *items = copy != NULL ? copy : mine.items;
  return mine.n == asked.n
         && (mine.n == 0 || items == asked.items || memcmp (items, asked.items, asked.n * sizeof (guint)) == 0);
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

void
lp_flow_spread_out (LpFlow *flow, LpReach *reach)
{
  reach->previous = g_new (guint, flow->n_nodes + 1);
  spread_out (flow, reach, reach->kept_from, reach->kept_without, NULL);
}

static void
make_room (LpFlow *flow)
{
  guint n = 0, oldest = LP_NONE;
  for (guint i = flow->reaches->len; i-- > 0;)
    if (!((LpReach *) flow->reaches->pdata[i])->lasts)
      {
        n++;
        oldest = i;
      }
  if (n >= MAX_REACHES)
    g_ptr_array_remove_index (flow->reaches, oldest);
}

static LpReach *
find_reach (LpFlow *flow, LpIndices from, LpKindSet kinds, LpIndices without, guint64 *steps)
{
  for (guint i = flow->reaches->len; i-- > 0;)
    {
      LpReach *reach = flow->reaches->pdata[i];
      if (reach->kinds == kinds && same_list (reach->from, reach->kept_from, from)
          && same_list (reach->without, reach->kept_without, without))
        return reach;
    }
  make_room (flow);
  LpReach *reach = g_new0 (LpReach, 1);
  reach->kinds = kinds;
  reach->kept_from = from;
  reach->kept_without = without;
  /* Lists that are kept go with the values of a review; one that notes what it looks at outlives them. */
  reach->lasts = lp_sights_now != NULL && is_known (flow, from) && is_known (flow, without);
  if (!is_kept (flow, from) || reach->lasts)
    reach->kept_from.items = reach->from = g_memdup2 (from.items, from.n * sizeof (guint));
  if (!is_kept (flow, without) || reach->lasts)
    reach->kept_without.items = reach->without = g_memdup2 (without.items, without.n * sizeof (guint));
  reach->previous = g_new (guint, flow->n_nodes + 1);
  spread_out (flow, reach, from, without, steps);
  g_ptr_array_add (flow->reaches, reach);
  return reach;
}

const LpReach *
lp_flow_reach (LpFlow *flow, LpIndices from, LpKindSet kinds, LpIndices without, guint64 *steps)
{
  lp_see_any (LP_SEEN_STEPS);
  return find_reach (flow, from, kinds, without, steps);
}

static gboolean
contains (LpIndices list, guint item)
{
  for (guint i = 0; i < list.n; i++)
    if (list.items[i] == item)
      return TRUE;
  return FALSE;
}

static gboolean
contains_node (const guint *nodes, guint n, guint node)
{
  return contains ((LpIndices){ nodes, n }, node);
}

/* Looks around near `from`, and says by what it looked at what the answer rests on. FALSE where it did not come to
 * an end. */
static gboolean
search_near (LpFlow *flow, LpIndices from, guint to, LpKindSet kinds, LpIndices without, gboolean *reaches)
{
  const LpSteps *s = &flow->steps;
  guint nodes[NEAR], n = 0;

  if (from.n > NEAR || without.n > NEAR)
    return FALSE;
  kinds |= kinds & flow->calls ? LP_KIND_IMPLIED : 0;
  for (guint i = 0; i < from.n; i++)
    if (!contains (without, from.items[i]) && !contains_node (nodes, n, from.items[i]))
      nodes[n++] = from.items[i];
  *reaches = contains_node (nodes, n, to);
  for (guint head = 0; head < n && !*reaches; head++)
    {
      if (nodes[head] >= flow->n)
        return FALSE;
      lp_see (nodes[head], LP_SEEN_STEPS);
      for (guint i = s->start[nodes[head]]; i < s->start[nodes[head] + 1] && !*reaches; i++)
        {
          guint end = s->end_of[i];
          if (!(s->kind[i] & kinds) || contains (without, end) || contains_node (nodes, n, end))
            continue;
          if (n == NEAR)
            return FALSE;
          nodes[n++] = end;
          *reaches = end == to;
        }
    }
  return TRUE;
}

/* By node, whether it is among these; the last list that was asked for is remembered. */
static const guint8 *
targets_of (LpFlow *flow, LpIndices to)
{
  if (flow->is_target == NULL)
    flow->is_target = g_new0 (guint8, flow->n_nodes + 1);
  if (is_like (to, flow->targeted))
    return flow->is_target;
  for (guint i = 0; i < flow->targeted->len; i++)
    flow->is_target[g_array_index (flow->targeted, guint, i)] = FALSE;
  g_array_set_size (flow->targeted, 0);
  if (to.n > 0)
    g_array_append_vals (flow->targeted, to.items, to.n);
  for (guint i = 0; i < to.n; i++)
    flow->is_target[to.items[i]] = TRUE;
  return flow->is_target;
}

gboolean
lp_flow_reaches_any (LpFlow *flow, LpIndices from, LpIndices to, LpKindSet kinds, LpIndices without, guint64 *steps)
{
  const LpSteps *s = &flow->steps;
  gboolean found = FALSE;
  guint tail = 0;

  if (from.n == 0 || to.n == 0 || (is_known (flow, from) && is_known (flow, without)) || without.n > NEAR)
    {
      for (guint i = 0; i < to.n && from.n > 0 && !found; i++)
        found = lp_flow_reaches (flow, from, to.items[i], kinds, without, steps);
      return found;
    }
  /* A question that nobody asks again: only what is on the ways is looked at. */
  const guint8 *is_target = targets_of (flow, to);
  if (flow->visited == NULL)
    flow->visited = g_new0 (guint, flow->n_nodes + 1);
  guint visit = ++flow->visit;
  kinds |= kinds & flow->calls ? LP_KIND_IMPLIED : 0;
  for (guint i = 0; i < without.n; i++)
    flow->visited[without.items[i]] = visit;
  for (guint i = 0; i < from.n; i++)
    if (flow->visited[from.items[i]] != visit)
      {
        flow->visited[from.items[i]] = visit;
        flow->queue[tail++] = from.items[i];
      }
  for (guint head = 0; head < tail && !found; head++)
    {
      guint at = flow->queue[head];
      found = is_target[at];
      if (at < flow->n)
        lp_see (at, LP_SEEN_STEPS);
      else
        lp_see_any (LP_SEEN_STEPS);
      *steps += 1 + s->start[at + 1] - s->start[at];
      for (guint i = s->start[at]; i < s->start[at + 1] && !found; i++)
        if ((s->kind[i] & kinds) && flow->visited[s->end_of[i]] != visit)
          {
            flow->visited[s->end_of[i]] = visit;
            flow->queue[tail++] = s->end_of[i];
          }
    }
  return found;
}

gboolean
lp_flow_reaches (LpFlow *flow, LpIndices from, guint to, LpKindSet kinds, LpIndices without, guint64 *steps)
{
  gboolean reaches;

  if (lp_sights_now != NULL && is_known (flow, from) && is_known (flow, without))
    lp_see (to, LP_SEEN_REACHED);
  else if (lp_sights_now != NULL)
    {
      if (search_near (flow, from, to, kinds, without, &reaches))
        return reaches;
      lp_see_any (LP_SEEN_STEPS);
    }
  return find_reach (flow, from, kinds, without, steps)->previous[to] != LP_NONE;
}

GArray *
lp_flow_path (LpFlow *flow, LpIndices from, guint to, LpKindSet kinds, LpIndices without, guint64 *steps)
{
  gboolean lasts = is_known (flow, from) && is_known (flow, without);
  const LpReach *reach = find_reach (flow, from, kinds, without, steps);

  if (lasts)
    lp_see (to, LP_SEEN_REACHED);
  else
    lp_see_any (LP_SEEN_STEPS);
  if (reach->previous[to] == LP_NONE)
    return NULL;

  GArray *path = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint at = to;; at = lp_flow_step_back (flow, reach, at))
    {
      if (at < flow->n)
        {
          g_array_append_val (path, at);
          lp_see (at, LP_SEEN_REACHED);
        }
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
      if (at < flow->n)
        lp_see (at, LP_SEEN_STEPS);
      else
        lp_see_any (LP_SEEN_STEPS);
      for (guint i = s->start[at]; i < s->start[at + 1]; i++)
        if ((s->kind[i] & kinds) && g_hash_table_add (seen, GUINT_TO_POINTER (s->end_of[i] + 1)))
          g_array_append_val (reached, s->end_of[i]);
    }
  return reached;
}
