#include "resilience/ways.h"

#define NOWHERE G_MAXUINT

LpWays
lp_ways_new (guint n, const guint *from, const guint *to, guint n_steps)
{
  return (LpWays){ n, lp_buckets_new_of (from, to, n_steps, n) };
}

void
lp_ways_clear (LpWays *ways)
{
  lp_buckets_clear (&ways->next);
}

/* Breadth first from the beginning: `previous` by node, NOWHERE where it is not reached; `order` (nullable)
 * has the nodes as they were reached. Gives how many were. */
static guint
spread (const LpWays *ways, const gboolean *lost, guint *previous, guint *order)
{
  g_autofree guint *queue = order == NULL ? g_new (guint, ways->n) : NULL;
  guint *reached = order != NULL ? order : queue;
  guint head = 0, tail = 0;

  for (guint i = 0; i < ways->n; i++)
    previous[i] = NOWHERE;
  previous[LP_WAYS_START] = LP_WAYS_START;
  reached[tail++] = LP_WAYS_START;
  while (head < tail)
    {
      guint at = reached[head++];
      for (guint i = ways->next.first[at]; i < ways->next.first[at + 1]; i++)
        {
          guint next = ways->next.items[i];
          if (previous[next] != NOWHERE || (lost != NULL && lost[next]))
            continue;
          previous[next] = at;
          reached[tail++] = next;
        }
    }
  return tail;
}

gboolean
lp_ways_hold (const LpWays *ways, const gboolean *lost)
{
  g_autofree guint *previous = g_new (guint, ways->n);
  spread (ways, lost, previous, NULL);
  return previous[LP_WAYS_END] != NOWHERE;
}

guint
lp_ways_shortest (const LpWays *ways, guint *way)
{
  g_autofree guint *previous = g_new (guint, ways->n);
  guint length = 1;

  spread (ways, NULL, previous, NULL);
  if (previous[LP_WAYS_END] == NOWHERE)
    return 0;
  for (guint at = LP_WAYS_END; at != LP_WAYS_START; at = previous[at])
    length++;
  for (guint at = LP_WAYS_END, i = length; i-- > 0; at = previous[at])
    way[i] = at;
  return length;
}

/* --- what all ways need ------------------------------------------------------------------------------ */

/* A walk along one way. What can be reached from its first nodes, without going through those that come
 * later, is explored once; `furthest` is the latest node of the way that this led to. */
typedef struct
{
  const LpWays *ways;
  guint *position; /* by node: its place on the way, or NOWHERE */
  guint *stage;    /* by node: how many cuts had been met when it was first explored, or NOWHERE */
  guint *stack;
  guint furthest;
} Walk;

static void
explore (Walk *walk, guint from, guint stage)
{
  guint depth = 0;

  walk->stage[from] = stage;
  walk->stack[depth++] = from;
  while (depth > 0)
    {
      guint at = walk->stack[--depth];
      for (guint i = walk->ways->next.first[at]; i < walk->ways->next.first[at + 1]; i++)
        {
          guint next = walk->ways->next.items[i];
          if (walk->position[next] != NOWHERE)
            walk->furthest = MAX (walk->furthest, walk->position[next]);
          else if (walk->stage[next] == NOWHERE)
            {
              walk->stage[next] = stage;
              walk->stack[depth++] = next;
            }
        }
    }
}

/* Where what comes before a node of the way leads no further than to this node, all ways go through it. */
static guint
find_cuts (const LpWays *ways, guint *cuts, guint *stage)
{
  g_autofree guint *way = g_new (guint, ways->n), *position = g_new (guint, ways->n);
  g_autofree guint *stack = g_new (guint, ways->n);
  Walk walk = { ways, position, stage, stack, 0 };
  guint length = lp_ways_shortest (ways, way), n_cuts = 0;

  for (guint i = 0; i < ways->n; i++)
    position[i] = stage[i] = NOWHERE;
  for (guint i = 0; i < length; i++)
    position[way[i]] = i;
  for (guint i = 0; i + 1 < length; i++)
    {
      if (i > 0 && walk.furthest == i)
        cuts[n_cuts++] = way[i];
      explore (&walk, way[i], n_cuts);
    }
  return n_cuts;
}

guint
lp_ways_cuts (const LpWays *ways, guint *cuts)
{
  g_autofree guint *stage = g_new (guint, ways->n);
  return find_cuts (ways, cuts, stage);
}

/* --- availability ------------------------------------------------------------------------------------ */

/* One graph taken apart: stretches between one cut and the next, each of branches that have nothing in
 * common. */
typedef struct
{
  const LpWays *ways;
  const double *up;
  const guint *stage;
  gboolean *inside;   /* by node: part of a stretch, no cut and no end */
  guint *root;        /* by node inside: the lowest of its branch */
  guint *local;       /* by node inside: its number in the branch that is being looked at */
  LpBuckets branches; /* by root: the nodes of the branch */
  LpBuckets entered;  /* by root: the nodes that the stretch's beginning leads to */
} Parts;

static double available (const LpWays *ways, const double *up);

static guint
root_of (guint *root, guint node)
{
  while (root[node] != node)
    node = root[node] = root[root[node]];
  return node;
}

/* Nodes of one stretch that a step joins belong to one branch. */
static void
find_branches (Parts *parts)
{
  const LpWays *ways = parts->ways;

  for (guint i = 0; i < ways->n; i++)
    parts->root[i] = i;
  for (guint i = 0; i < ways->n; i++)
    for (guint s = ways->next.first[i]; parts->inside[i] && s < ways->next.first[i + 1]; s++)
      {
        guint next = ways->next.items[s];
        if (!parts->inside[next] || parts->stage[next] != parts->stage[i])
          continue;
        guint a = root_of (parts->root, i), b = root_of (parts->root, next);
        parts->root[MAX (a, b)] = MIN (a, b);
      }
  for (guint i = 0; i < ways->n; i++)
    parts->root[i] = parts->inside[i] ? root_of (parts->root, i) : NOWHERE;
  parts->branches = lp_buckets_new (parts->root, ways->n, ways->n);
}

static void
find_entered (Parts *parts, const guint *cuts, guint n_cuts)
{
  const LpWays *ways = parts->ways;
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint s = 0; s <= n_cuts; s++)
    {
      guint start = s == 0 ? LP_WAYS_START : cuts[s - 1];
      for (guint i = ways->next.first[start]; i < ways->next.first[start + 1]; i++)
        {
          guint next = ways->next.items[i];
          if (!parts->inside[next] || parts->stage[next] != s)
            continue;
          g_array_append_val (keys, parts->root[next]);
          g_array_append_val (items, next);
        }
    }
  parts->entered
      = lp_buckets_new_of ((const guint *) keys->data, (const guint *) items->data, items->len, ways->n);
}

/* The branch as a graph of its own, between the ends of its stretch. */
static double
branch_available (Parts *parts, guint root, guint end)
{
  const LpWays *ways = parts->ways;
  const guint *nodes = parts->branches.items + parts->branches.first[root];
  guint n = lp_buckets_count (&parts->branches, root);
  g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree double *up = g_new (double, n + 2);
  guint start_number = LP_WAYS_START, end_number = LP_WAYS_END;

  up[LP_WAYS_START] = up[LP_WAYS_END] = 1;
  for (guint i = 0; i < n; i++)
    {
      parts->local[nodes[i]] = i + 2;
      up[i + 2] = parts->up[nodes[i]];
    }
  for (guint i = parts->entered.first[root]; i < parts->entered.first[root + 1]; i++)
    {
      g_array_append_val (from, start_number);
      g_array_append_val (to, parts->local[parts->entered.items[i]]);
    }
  for (guint i = 0; i < n; i++)
    for (guint s = ways->next.first[nodes[i]]; s < ways->next.first[nodes[i] + 1]; s++)
      {
        guint next = ways->next.items[s];
        if (next != end && parts->root[next] != root)
          continue;
        g_array_append_val (from, parts->local[nodes[i]]);
        g_array_append_val (to, *(next == end ? &end_number : &parts->local[next]));
      }
  g_auto (LpWays) branch
      = lp_ways_new (n + 2, (const guint *) from->data, (const guint *) to->data, from->len);
  return available (&branch, up);
}

/* Between one cut and the next. */
static double
stretch_available (Parts *parts, guint start, guint end, LpBuckets *by_stage, guint stage)
{
  const LpWays *ways = parts->ways;
  double down = 1;

  for (guint i = ways->next.first[start]; i < ways->next.first[start + 1]; i++)
    if (ways->next.items[i] == end)
      return 1;
  for (guint i = by_stage->first[stage]; i < by_stage->first[stage + 1]; i++)
    if (parts->root[by_stage->items[i]] == by_stage->items[i])
      down *= 1 - branch_available (parts, by_stage->items[i], end);
  return 1 - down;
}

/* Branches that cross: the nodes of shortest ways, row by row. */
static double
rows_available (const LpWays *ways, const double *up)
{
  g_autofree guint *previous = g_new (guint, ways->n), *order = g_new (guint, ways->n);
  g_autofree guint *row = g_new0 (guint, ways->n);
  g_autofree gboolean *leads = g_new0 (gboolean, ways->n);
  guint n = spread (ways, NULL, previous, order);
  double all = 1, down = 1;

  for (guint i = 1; i < n; i++)
    row[order[i]] = row[previous[order[i]]] + 1;
  leads[LP_WAYS_END] = TRUE;
  for (guint i = n; i-- > 0;)
    for (guint s = ways->next.first[order[i]]; s < ways->next.first[order[i] + 1]; s++)
      {
        guint next = ways->next.items[s];
        leads[order[i]] |= leads[next] && row[next] == row[order[i]] + 1;
      }
  for (guint i = 1; i < n; i++)
    {
      if (row[order[i]] != row[order[i - 1]])
        {
          all *= i > 1 ? 1 - down : 1;
          down = 1;
        }
      if (order[i] == LP_WAYS_END)
        break;
      down *= leads[order[i]] ? 1 - up[order[i]] : 1;
    }
  return all;
}

static guint
count_branches (const Parts *parts)
{
  guint n = 0;
  for (guint i = 0; i < parts->ways->n; i++)
    n += parts->inside[i] && parts->root[i] == i;
  return n;
}

static double
available (const LpWays *ways, const double *up)
{
  g_autofree guint *cuts = g_new (guint, ways->n), *stage = g_new (guint, ways->n);
  guint n_cuts = find_cuts (ways, cuts, stage);
  double all = 1;

  if (stage[LP_WAYS_START] == NOWHERE)
    return 0;
  g_autofree gboolean *inside = g_new (gboolean, ways->n);
  g_autofree guint *root = g_new (guint, ways->n), *local = g_new (guint, ways->n);
  Parts parts = { .ways = ways, .up = up, .stage = stage, .inside = inside, .root = root, .local = local };
  for (guint i = 0; i < ways->n; i++)
    inside[i] = stage[i] != NOWHERE && i != LP_WAYS_START && i != LP_WAYS_END;
  for (guint i = 0; i < n_cuts; i++)
    {
      inside[cuts[i]] = FALSE;
      all *= up[cuts[i]];
    }
  find_branches (&parts);
  find_entered (&parts, cuts, n_cuts);
  for (guint i = 0; i < ways->n; i++)
    stage[i] = inside[i] ? stage[i] : NOWHERE;
  g_auto (LpBuckets) by_stage = lp_buckets_new (stage, ways->n, n_cuts + 1);
  /* One branch and no cut: nothing to take apart. */
  if (n_cuts == 0 && count_branches (&parts) == 1)
    all = rows_available (ways, up);
  else
    for (guint s = 0; s <= n_cuts; s++)
      all *= stretch_available (&parts, s == 0 ? LP_WAYS_START : cuts[s - 1],
                                s < n_cuts ? cuts[s] : LP_WAYS_END, &by_stage, s);
  lp_buckets_clear (&parts.branches);
  lp_buckets_clear (&parts.entered);
  return all;
}

double
lp_ways_availability (const LpWays *ways, const double *up)
{
  return available (ways, up);
}
