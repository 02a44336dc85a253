/* The steps of the flow from where they arrive. */
#include "rules/flow-private.h"

static void
build_back (LpFlow *flow)
{
  const LpSteps *steps = &flow->steps;
  LpSteps *back = &flow->back;
  guint n_steps = steps->start[flow->n_nodes];

  back->start = g_new0 (guint, flow->n_nodes + 2);
  back->end_of = g_new (guint, n_steps + 1);
  back->kind = g_new (LpKindSet, n_steps + 1);
  for (guint i = 0; i < n_steps; i++)
    back->start[steps->end_of[i] + 2]++;
  for (guint i = 2; i < flow->n_nodes + 2; i++)
    back->start[i] += back->start[i - 1];
  for (guint at = 0; at < flow->n_nodes; at++)
    for (guint i = steps->start[at]; i < steps->start[at + 1]; i++)
      {
        guint place = back->start[steps->end_of[i] + 1]++;
        back->end_of[place] = at;
        back->kind[place] = steps->kind[i];
      }
}

void
lp_flow_need_back (LpFlow *flow)
{
  if (flow->back.start == NULL)
    build_back (flow);
}

static guint
depth_of (const LpReach *reach, guint node)
{
  guint depth = 0;
  for (; reach->previous[node] != node; node = reach->previous[node])
    depth++;
  return depth;
}

static gboolean
comes_before (const LpFlow *flow, guint node, guint other)
{
  if (node >= flow->n || other >= flow->n)
    return node < other;
  return strcmp (lp_design_peek_component (flow->design, node)->id, lp_design_peek_component (flow->design, other)->id) < 0;
}

guint
lp_flow_step_back (LpFlow *flow, const LpReach *reach, guint node)
{
  LpKindSet kinds = reach->kinds & flow->calls ? reach->kinds | LP_KIND_IMPLIED : reach->kinds;
  guint best = reach->previous[node], depth = depth_of (reach, node);

  lp_flow_need_back (flow);
  if (best == node)
    return node;
  for (guint i = flow->back.start[node]; i < flow->back.start[node + 1]; i++)
    {
      guint from = flow->back.end_of[i];
      if (from < flow->n)
        lp_see (from, LP_SEEN_REACHED);
      if ((flow->back.kind[i] & kinds) && reach->previous[from] != LP_NONE && comes_before (flow, from, best)
          && depth_of (reach, from) + 1 == depth)
        best = from;
    }
  return best;
}
