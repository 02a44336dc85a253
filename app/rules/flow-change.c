#include "rules/flow-change.h"

#include "rules/flow-private.h"

/* --- the same structure ------------------------------------------------------------------------------ */

static gboolean
same_numbers (const GArray *a, const GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (guint)) == 0);
}

static void
find_users_again (LpFlow *flow, const LpChangeSink *sink)
{
  g_autoptr (GArray) users = g_steal_pointer (&flow->users), internet = g_steal_pointer (&flow->internet);

  lp_flow_find_users (flow);
  if (!same_numbers (users, flow->users) || !same_numbers (internet, flow->internet))
    sink->wide (LP_SEEN_USERS, 0, sink->data);
}

static gboolean
changes_roles (const LpDesignChange *change)
{
  for (guint i = 0; i < change->edited->len; i++)
    {
      guint c = g_array_index (change->edited, guint, i);
      const LpComponent *after = lp_design_peek_component (change->after, c);
      guint before = lp_design_find (change->before, after->id);
      if (g_strcmp0 (lp_properties_lookup_string (after->set, "role"),
                     lp_properties_lookup_string (lp_design_peek_component (change->before, before)->set, "role"))
          != 0)
        return TRUE;
    }
  return FALSE;
}

/* Marks the sets that lost or won members, and tells of all that are in them. */
static void
compare_peers (const LpFlow *flow, const guint *set_before, guint n_before, const guint *numbers,
               const LpChangeSink *sink)
{
  g_autofree guint8 *differs = g_new0 (guint8, flow->n + 1), *differed = g_new0 (guint8, n_before + 1);
  g_autofree guint *before = g_new (guint, flow->n + 1);

  for (guint i = 0; i < flow->n; i++)
    before[i] = LP_NONE;
  for (guint i = 0; i < n_before; i++)
    {
      guint after = numbers != NULL ? numbers[i] : i;
      if (after == LP_NONE)
        differed[set_before[i]] = TRUE;
      else
        before[after] = i;
    }
  for (guint i = 0; i < flow->n; i++)
    {
      guint was = before[i] != LP_NONE ? set_before[before[i]] : LP_NONE;
      guint root = was != LP_NONE ? (numbers != NULL ? numbers[was] : was) : LP_NONE;
      if (root == flow->peer_set[i])
        continue;
      differs[flow->peer_set[i]] = TRUE;
      if (was != LP_NONE)
        differed[was] = TRUE;
    }
  for (guint i = 0; i < flow->n; i++)
    if (differs[flow->peer_set[i]] || (before[i] != LP_NONE && differed[set_before[before[i]]]))
      sink->part (i, LP_SEEN_PEERS, sink->data);
}

static void
find_peers_again (LpFlow *flow, const LpChangeSink *sink)
{
  g_autofree guint *before = g_steal_pointer (&flow->peer_set);

  lp_buckets_clear (&flow->peers);
  flow->peers = (LpBuckets){ NULL, NULL };
  lp_flow_find_peers (flow);
  compare_peers (flow, before, flow->n, NULL, sink);
}

gboolean
lp_flow_move (LpFlow *flow, const LpDesignChange *change, const LpChangeSink *sink)
{
  lp_flow_forget (flow, change->after);
  find_users_again (flow, sink);
  gboolean roles = changes_roles (change);
  if (flow->peers.first != NULL && roles)
    find_peers_again (flow, sink);
  return roles;
}

/* --- steps ------------------------------------------------------------------------------------------- */

typedef struct
{
  LpFlow *flow, *earlier;
  const LpDesignChange *change;
  const LpChangeSink *sink;
  guint *numbers;     /* by node of the earlier one: its number now, or LP_NONE */
  LpKindSet *changed; /* by node of the earlier one: kinds of steps that are others now */
  gboolean any;       /* of them */
} Succession;

/* Second nodes go by their subnet. */
static guint *
number_nodes (const Succession *self)
{
  guint *numbers = g_new (guint, self->earlier->n_nodes + 1);

  for (guint i = 0; i < self->earlier->n_nodes; i++)
    numbers[i] = i < self->earlier->n ? self->change->components[i] : LP_NONE;
  for (guint i = 0; i < self->earlier->n; i++)
    if (self->earlier->inner[i] != 0 && numbers[i] != LP_NONE && self->flow->inner[numbers[i]] != 0)
      numbers[self->earlier->inner[i] - 1] = self->flow->inner[numbers[i]] - 1;
  return numbers;
}

/* Kinds of the steps in which the two differ; 0 where they lead to the same in the same order. */
static LpKindSet
compare_steps (const Succession *self, guint before, guint after)
{
  const LpSteps *a = &self->earlier->steps, *b = &self->flow->steps;
  guint i = a->start[before], i_end = a->start[before + 1], j = b->start[after], j_end = b->start[after + 1];
  LpKindSet kinds = 0;

  while (i < i_end && j < j_end && a->kind[i] == b->kind[j] && self->numbers[a->end_of[i]] == b->end_of[j])
    i++, j++;
  for (; i < i_end; i++)
    kinds |= a->kind[i];
  for (; j < j_end; j++)
    kinds |= b->kind[j];
  return kinds;
}

/* Whoever asked for the shortest way to such a node may get another one now. */
static void
tell_ends (const Succession *self, const LpSteps *steps, guint node, const guint *numbers, guint n)
{
  for (guint i = steps->start[node]; i < steps->start[node + 1]; i++)
    {
      guint end = steps->end_of[i] >= n ? LP_NONE : numbers != NULL ? numbers[steps->end_of[i]] : steps->end_of[i];
      if (end != LP_NONE)
        self->sink->part (end, LP_SEEN_REACHED, self->sink->data);
    }
}

static void
compare_all_steps (Succession *self)
{
  self->changed = g_new0 (LpKindSet, self->earlier->n_nodes + 1);
  for (guint i = 0; i < self->earlier->n_nodes; i++)
    {
      guint after = self->numbers[i];
      if (after == LP_NONE)
        self->changed[i] = LP_KINDS_ALL;
      else
        self->changed[i] = compare_steps (self, i, after);
      if (self->changed[i] == 0)
        continue;
      self->any = TRUE;
      tell_ends (self, &self->earlier->steps, i, self->numbers, self->earlier->n);
      if (after != LP_NONE)
        tell_ends (self, &self->flow->steps, after, NULL, self->flow->n);
      if (after != LP_NONE && after < self->flow->n)
        self->sink->part (after, LP_SEEN_STEPS, self->sink->data);
      /* What leads on from a second node counts as of anywhere: nobody looked at it by name. */
      if (i >= self->earlier->n)
        self->sink->part (LP_NONE, LP_SEEN_STEPS, self->sink->data);
    }
}

/* --- answers ----------------------------------------------------------------------------------------- */

/* Whether none of the steps that the answer went by has changed. */
static gboolean
still_holds (const Succession *self, const LpReach *reach)
{
  LpKindSet kinds = reach->kinds & self->flow->calls ? reach->kinds | LP_KIND_IMPLIED : reach->kinds;

  if (!self->any)
    return TRUE;
  for (guint i = 0; i < self->earlier->n_nodes; i++)
    if ((self->changed[i] & kinds) != 0 && reach->previous[i] != LP_NONE)
      return FALSE;
  return TRUE;
}

static guint *
renumber (const guint *list, guint *n, const guint *numbers)
{
  guint *kept = g_new (guint, MAX (*n, 1)), n_kept = 0;
  for (guint i = 0; i < *n; i++)
    if (numbers[list[i]] != LP_NONE)
      kept[n_kept++] = numbers[list[i]];
  *n = n_kept;
  return kept;
}

static LpReach *
new_answer (const Succession *self, const LpReach *before)
{
  LpReach *reach = g_new0 (LpReach, 1);
  guint n_from = before->kept_from.n, n_without = before->kept_without.n;

  reach->kinds = before->kinds;
  reach->lasts = TRUE;
  reach->from = renumber (before->from, &n_from, self->numbers);
  reach->without = renumber (before->without, &n_without, self->numbers);
  reach->kept_from = (LpIndices){ reach->from, n_from };
  reach->kept_without = (LpIndices){ reach->without, n_without };
  return reach;
}

static void
carry_answer (const Succession *self, const LpReach *before, LpReach *reach)
{
  guint *previous = g_new (guint, self->flow->n_nodes + 1);

  for (guint i = 0; i < self->flow->n_nodes; i++)
    previous[i] = LP_NONE;
  for (guint i = 0; i < self->earlier->n_nodes; i++)
    if (self->numbers[i] != LP_NONE && before->previous[i] != LP_NONE)
      previous[self->numbers[i]] = self->numbers[before->previous[i]];
  reach->previous = previous;
}

/* By node: how many steps lead to it. */
static guint *
count_steps (const guint *previous, guint n)
{
  guint *depth = g_new (guint, n + 1);
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    depth[i] = LP_NONE;
  for (guint i = 0; i < n; i++)
    {
      guint at = i;
      for (; previous[at] != LP_NONE && depth[at] == LP_NONE && previous[at] != at; at = previous[at])
        g_array_append_val (way, at);
      if (depth[at] == LP_NONE && previous[at] == at)
        depth[at] = 0;
      for (guint d = depth[at]; way->len > 0; g_array_set_size (way, way->len - 1))
        depth[g_array_index (way, guint, way->len - 1)] = ++d;
    }
  return depth;
}

static void
compare_answers (const Succession *self, const LpReach *before, const LpReach *reach)
{
  g_autofree guint *steps_before = count_steps (before->previous, self->earlier->n_nodes);
  g_autofree guint *steps = count_steps (reach->previous, self->flow->n_nodes);

  for (guint i = 0; i < self->earlier->n; i++)
    {
      guint after = self->numbers[i];
      guint was = before->previous[i] != LP_NONE ? self->numbers[before->previous[i]] : LP_NONE;
      if (after != LP_NONE && (reach->previous[after] != was || steps[after] != steps_before[i]))
        self->sink->part (after, LP_SEEN_REACHED, self->sink->data);
    }
}

static void
succeed_answer (const Succession *self, LpReach *before)
{
  LpReach *reach = new_answer (self, before);
  gboolean holds = still_holds (self, before);

  if (holds && !self->change->shifted && self->flow->n_nodes == self->earlier->n_nodes)
    reach->previous = g_steal_pointer (&before->previous);
  else if (holds)
    carry_answer (self, before, reach);
  else
    {
      lp_flow_spread_out (self->flow, reach);
      compare_answers (self, before, reach);
    }
  g_ptr_array_add (self->flow->reaches, reach);
}

static gboolean
same_list (const GArray *before, const GArray *after, const guint *numbers)
{
  if (before->len != after->len)
    return FALSE;
  for (guint i = 0; i < before->len; i++)
    if (numbers[g_array_index (before, guint, i)] != g_array_index (after, guint, i))
      return FALSE;
  return TRUE;
}

void
lp_flow_succeed (LpFlow *flow, LpFlow *earlier, const LpDesignChange *change, const LpChangeSink *sink)
{
  Succession self = { flow, earlier, change, sink };

  self.numbers = number_nodes (&self);
  compare_all_steps (&self);
  for (guint i = 0; i < earlier->reaches->len; i++)
    if (((LpReach *) earlier->reaches->pdata[i])->lasts)
      succeed_answer (&self, earlier->reaches->pdata[i]);
  if (!same_list (earlier->users, flow->users, self.numbers)
      || !same_list (earlier->internet, flow->internet, self.numbers))
    sink->wide (LP_SEEN_USERS, 0, sink->data);
  if (earlier->peers.first != NULL)
    {
      lp_flow_find_peers (flow);
      compare_peers (flow, earlier->peer_set, earlier->n, change->components, sink);
    }
  g_free (self.numbers);
  g_free (self.changed);
}

/* --- tidying ----------------------------------------------------------------------------------------- */

static gboolean
is_among (LpIndices list, const LpIndices *lists, guint n)
{
  for (guint i = 0; i < n; i++)
    if (lists[i].n == list.n && memcmp (lists[i].items, list.items, list.n * sizeof (guint)) == 0)
      return TRUE;
  return list.n == 0;
}

void
lp_flow_forget_kept (LpFlow *flow)
{
  g_hash_table_remove_all (flow->kept);
  lp_flow_keep (flow, lp_flow_get_users (flow));
  lp_flow_keep (flow, lp_flow_get_internet (flow));
}

void
lp_flow_tidy (LpFlow *flow, const LpIndices *lists, guint n)
{
  for (guint i = flow->reaches->len; i-- > 0;)
    {
      const LpReach *reach = flow->reaches->pdata[i];
      if (!reach->lasts
          || !is_among ((LpIndices){ reach->from, reach->kept_from.n }, lists, n)
          || !is_among ((LpIndices){ reach->without, reach->kept_without.n }, lists, n))
        g_ptr_array_remove_index (flow->reaches, i);
    }
}

gsize
lp_flow_get_size (const LpFlow *flow)
{
  return (gsize) flow->reaches->len * flow->n_nodes * sizeof (guint);
}
