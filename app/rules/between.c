#include "rules/between.h"

#include "rules/flow-private.h"

typedef struct
{
  LpFlow *flow;
  const LpReach *reach;
  guint *number;     /* by node of the flow: its node of the ways, or 0 */
  GArray *nodes;     /* by node of the ways, from 2: the node of the flow */
  GArray *from, *to; /* steps */
} Gathering;

static guint
number_of (Gathering *gathering, guint node)
{
  if (gathering->number[node] == 0)
    {
      g_array_append_val (gathering->nodes, node);
      gathering->number[node] = gathering->nodes->len + 1;
    }
  return gathering->number[node];
}

static void
add_step (Gathering *gathering, guint from, guint to)
{
  g_array_append_val (gathering->from, from);
  g_array_append_val (gathering->to, to);
}

/* From the ends backwards, over what is reached from the beginning: nothing else is part of a way. */
static guint64
gather (Gathering *gathering, LpKindSet kinds)
{
  const LpSteps *back = &gathering->flow->back;
  const guint *previous = gathering->reach->previous;
  guint64 done = 0;

  for (guint head = 0; head < gathering->nodes->len; head++)
    {
      guint at = g_array_index (gathering->nodes, guint, head);
      if (previous[at] == at)
        {
          add_step (gathering, LP_WAYS_START, number_of (gathering, at));
          continue;
        }
      for (guint i = back->start[at]; i < back->start[at + 1]; i++, done++)
        if ((back->kind[i] & kinds) && previous[back->end_of[i]] != LP_NONE)
          add_step (gathering, number_of (gathering, back->end_of[i]), number_of (gathering, at));
    }
  return done;
}

LpBetween
lp_ways_between_new (
    LpFlow *flow, LpIndices from, LpIndices to, LpKindSet kinds, LpIndices without, guint64 *steps)
{
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));

  lp_flow_need_back (flow);
  if (flow->numbers == NULL)
    flow->numbers = g_new0 (guint, flow->n_nodes + 1);
  Gathering gathering
      = { flow, lp_flow_reach (flow, from, kinds, without, steps), flow->numbers, nodes, starts, ends };
  for (guint i = 0; i < to.n; i++)
    if (gathering.reach->previous[to.items[i]] != LP_NONE)
      add_step (&gathering, number_of (&gathering, to.items[i]), LP_WAYS_END);
  guint64 done = gather (&gathering, kinds & flow->calls ? kinds | LP_KIND_IMPLIED : kinds);
  if (steps != NULL)
    *steps += done + nodes->len;

  guint n = nodes->len + 2;
  LpBetween between
      = { lp_ways_new (n, (const guint *) starts->data, (const guint *) ends->data, starts->len),
          g_new (guint, n) };
  between.component[LP_WAYS_START] = between.component[LP_WAYS_END] = LP_NONE;
  for (guint i = 2; i < n; i++)
    {
      guint node = g_array_index (nodes, guint, i - 2);
      between.component[i] = node < flow->n ? node : LP_NONE;
      flow->numbers[node] = 0;
    }
  return between;
}

void
lp_ways_between_clear (LpBetween *between)
{
  lp_ways_clear (&between->ways);
  g_clear_pointer (&between->component, g_free);
}
