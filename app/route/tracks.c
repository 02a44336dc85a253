/* Parallel runs on tracks. Pairs that could come too near are put in an order; then every run is pushed from the
 * first to the last and back, and lies in the middle of both results, which keeps all distances. Where a channel
 * is too narrow the tracks move closer, there alone. */
#include "base/buckets.h"
#include "route/runs.h"

#include <math.h>

typedef struct
{
  guint a, b;          /* runs; after ordering a goes first */
} Pair;

typedef struct
{
  LpRun *runs;
  guint n;
  GArray *pairs;       /* Pair */
  guint *rank;         /* by run: its place in the order in which runs are laid */
  guint *sequence;     /* runs in that order */
  LpBuckets after, before; /* pairs by their first and by their last run */
  guint *group;        /* by run: a run that stands for all that are joined by pairs */
  double *low, *high, *up, *down;
} Tracks;

static int
by_least (gconstpointer a, gconstpointer b)
{
  const LpRun *p = a, *q = b;
  if (p->least != q->least)
    return p->least < q->least ? -1 : 1;
  if (p->edge != q->edge)
    return p->edge < q->edge ? -1 : 1;
  return p->index < q->index ? -1 : p->index > q->index;
}

static guint
find (guint *group, guint i)
{
  while (group[i] != i)
    i = group[i] = group[group[i]];
  return i;
}

static void
join (guint *group, guint a, guint b)
{
  a = find (group, a);
  b = find (group, b);
  group[MAX (a, b)] = MIN (a, b);
}

static gboolean
first_of_two (const LpWays *ways, LpAxis axis, const LpRun *a, const LpRun *b)
{
  if (fabs (a->at - b->at) > 0.5)
    return a->at < b->at;
  int order = lp_runs_compare (ways, axis, a, b);
  return order != 0 ? order < 0 : a->edge < b->edge;
}

static void
collect_pairs (Tracks *self, const LpWays *ways, LpAxis axis, double spacing)
{
  qsort (self->runs, self->n, sizeof (LpRun), by_least);
  for (guint i = 0; i < self->n; i++)
    {
      const LpRun *a = &self->runs[i];
      double end = a->most + a->slack_high + spacing;
      for (guint j = i + 1; j < self->n && self->runs[j].least - 4 < end; j++)
        {
          const LpRun *b = &self->runs[j];
          if (a->edge == b->edge || a->high + spacing / 2 <= b->low || b->high + spacing / 2 <= a->low)
            continue;
          Pair pair = first_of_two (ways, axis, a, b) ? (Pair) { i, j } : (Pair) { j, i };
          g_array_append_val (self->pairs, pair);
          join (self->group, i, j);
        }
    }
}

static void
index_pairs (Tracks *self)
{
  guint n_pairs = self->pairs->len;
  g_autofree guint *first = g_new (guint, n_pairs + 1);
  g_autofree guint *last = g_new (guint, n_pairs + 1);
  for (guint i = 0; i < n_pairs; i++)
    {
      first[i] = g_array_index (self->pairs, Pair, i).a;
      last[i] = g_array_index (self->pairs, Pair, i).b;
    }
  lp_buckets_clear (&self->after);
  lp_buckets_clear (&self->before);
  self->after = lp_buckets_new (first, n_pairs, self->n);
  self->before = lp_buckets_new (last, n_pairs, self->n);
}

/* Takes whatever has nothing before it; in a circle, the run that lies first. */
static void
make_sequence (Tracks *self)
{
  g_autofree guint *waiting = g_new (guint, self->n + 1);
  g_autofree guint *ready = g_new (guint, self->n + 1);
  guint head = 0, tail = 0, done = 0, next = 0;
  for (guint i = 0; i < self->n; i++)
    {
      self->rank[i] = LP_NOBODY;
      waiting[i] = lp_buckets_count (&self->before, i);
      if (waiting[i] == 0)
        ready[tail++] = i;
    }
  while (done < self->n)
    {
      if (head == tail)
        {
          while (self->rank[next] != LP_NOBODY || waiting[next] == 0)
            next++;
          waiting[next] = 0;
          ready[tail++] = next;
        }
      guint run = ready[head++];
      self->rank[run] = done;
      self->sequence[done++] = run;
      for (guint k = self->after.first[run]; k < self->after.first[run + 1]; k++)
        {
          guint other = g_array_index (self->pairs, Pair, self->after.items[k]).b;
          if (waiting[other] > 0 && --waiting[other] == 0)
            ready[tail++] = other;
        }
    }
  for (guint i = 0; i < self->pairs->len; i++)
    {
      Pair *pair = &g_array_index (self->pairs, Pair, i);
      if (self->rank[pair->a] > self->rank[pair->b])
        *pair = (Pair) { pair->b, pair->a };
    }
}

static double
after_others (const Tracks *self, guint run, const double *at, double value, double spacing)
{
  for (guint k = self->before.first[run]; k < self->before.first[run + 1]; k++)
    value = MAX (value, at[g_array_index (self->pairs, Pair, self->before.items[k]).a] + spacing);
  return value;
}

static double
before_others (const Tracks *self, guint run, const double *at, double value, double spacing)
{
  for (guint k = self->after.first[run]; k < self->after.first[run + 1]; k++)
    value = MIN (value, at[g_array_index (self->pairs, Pair, self->after.items[k]).b] - spacing);
  return value;
}

typedef struct
{
  double spacing, slack; /* slack as a share of what the run has */
} Level;

/* Room grows tighter from level to level until every run of a group finds its place. */
static const Level levels[] = { { 1, 0 }, { 1, 1 }, { 0.75, 1 }, { 0.5, 1 }, { 0.34, 1 }, { 0.2, 1 }, { 0.1, 1 }, { 0.02, 1 } };

static double
spacing_of (const Tracks *self, const guint8 *level, guint run, double spacing)
{
  return levels[level[find (self->group, run)]].spacing * spacing;
}

/* The lowest and the highest place of each run; raises the level of groups that do not fit. TRUE: all fit. */
static gboolean
fit (Tracks *self, guint8 *level, double spacing)
{
  gboolean fits = TRUE;
  for (guint i = 0; i < self->n; i++)
    {
      guint r = self->sequence[i];
      const LpRun *run = &self->runs[r];
      double least = run->least - run->slack_low * levels[level[find (self->group, r)]].slack;
      self->low[r] = after_others (self, r, self->low, least, spacing_of (self, level, r, spacing));
    }
  for (guint i = self->n; i-- > 0;)
    {
      guint r = self->sequence[i], group = find (self->group, r);
      const LpRun *run = &self->runs[r];
      double most = run->most + run->slack_high * levels[level[group]].slack;
      self->high[r] = before_others (self, r, self->high, most, spacing_of (self, level, r, spacing));
      if (self->low[r] > self->high[r] + 1e-6 && level[group] < G_N_ELEMENTS (levels) - 1)
        {
          fits = FALSE;
          self->up[group] = 1;
        }
    }
  for (guint i = 0; i < self->n; i++)
    if (self->up[i] > 0)
      {
        level[i]++;
        self->up[i] = 0;
      }
  return fits;
}

static void
lay (Tracks *self, const guint8 *level, double spacing)
{
  for (guint i = 0; i < self->n; i++)
    {
      guint r = self->sequence[i];
      double wish = after_others (self, r, self->up, self->runs[r].at, spacing_of (self, level, r, spacing));
      self->up[r] = MIN (self->high[r], MAX (self->low[r], wish));
    }
  for (guint i = self->n; i-- > 0;)
    {
      guint r = self->sequence[i];
      double wish = before_others (self, r, self->down, self->runs[r].at, spacing_of (self, level, r, spacing));
      self->down[r] = MAX (self->low[r], MIN (self->high[r], wish));
    }
}

static void
move_points (const Tracks *self, LpWays *ways, LpAxis axis)
{
  for (guint i = 0; i < self->n; i++)
    {
      const LpRun *run = &self->runs[i];
      double at = (self->up[i] + self->down[i]) / 2;
      at = self->low[i] <= self->high[i] + 1e-6 ? at : run->at;
      for (guint k = 0; k < 2; k++)
        {
          LpPoint *point = &g_array_index (ways->points[run->edge], LpPoint, run->index + k);
          *(axis == LP_ALONG_X ? &point->y : &point->x) = at;
        }
    }
}

void
lp_tracks_assign (const LpSpace *space, LpWays *ways, LpAxis axis)
{
  g_autoptr (GArray) runs = lp_runs_collect (space, ways, axis);
  guint n = runs->len;
  double spacing = space->options.spacing;
  Tracks self = { .runs = (LpRun *) (gpointer) runs->data, .n = n };
  self.pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  self.rank = g_new (guint, n + 1);
  self.sequence = g_new (guint, n + 1);
  self.group = g_new (guint, n + 1);
  self.low = g_new0 (double, 4 * (gsize) n + 4);
  self.high = self.low + n + 1;
  self.up = self.high + n + 1;
  self.down = self.up + n + 1;
  for (guint i = 0; i < n; i++)
    self.group[i] = i;
  collect_pairs (&self, ways, axis, spacing);
  index_pairs (&self);
  make_sequence (&self);
  index_pairs (&self);
  g_autofree guint8 *level = g_new0 (guint8, n + 1);
  for (guint i = 0; i <= G_N_ELEMENTS (levels) && !fit (&self, level, spacing); i++)
    ;
  lay (&self, level, spacing);
  move_points (&self, ways, axis);
  lp_buckets_clear (&self.after);
  lp_buckets_clear (&self.before);
  g_array_unref (self.pairs);
  g_free (self.rank);
  g_free (self.sequence);
  g_free (self.group);
  g_free (self.low);
}
