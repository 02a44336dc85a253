/* Parallel runs on tracks. Pairs that could come too near are put in an order; then every run is pushed from
 * the first to the last and back, and lies in the middle of both results, which keeps all distances. Where a
 * channel is too narrow the tracks move closer, there alone. */
#include "base/buckets.h"
#include "route/runs.h"

#include <math.h>

/* Rounds in which crowds move closer. */
#define MOST_ROUNDS 48
/* Runs this near each other may have been on one lane. */
#define NEAR 28

typedef struct
{
  guint a, b; /* runs; after ordering a goes first */
} Pair;

typedef struct
{
  LpRun *runs;
  guint n;
  GArray *pairs;           /* Pair */
  guint *rank;             /* by run: its place in the order in which runs are laid */
  guint *sequence;         /* runs in that order */
  LpBuckets after, before; /* pairs by their first and by their last run */
  guint8 *level, *crowd;   /* by run */
  double spacing;
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

static gboolean
could_swap (const LpRun *a, const LpRun *b)
{
  return fabs (a->at - b->at) < NEAR && a->at >= b->least && a->at <= b->most && b->at >= a->least
         && b->at <= a->most;
}

/* By where they lie; what lies on one lane, or lay there before it was laid on a track, so that they do not
 * cross. */
static gboolean
first_of_two (const LpWays *ways, LpAxis axis, const LpRun *a, const LpRun *b)
{
  gboolean apart = fabs (a->at - b->at) > 0.5;
  if (apart && (a->settled == b->settled || !could_swap (a, b)))
    return a->at < b->at;
  int order = lp_runs_compare (ways, axis, a, b);
  return order != 0 ? order < 0 : apart ? a->at < b->at : a->edge < b->edge;
}

static void
collect_pairs (Tracks *self, const LpWays *ways, LpAxis axis)
{
  double spacing = self->spacing;
  if (self->n > 0)
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
          Pair pair = first_of_two (ways, axis, a, b) ? (Pair){ i, j } : (Pair){ j, i };
          g_array_append_val (self->pairs, pair);
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
        *pair = (Pair){ pair->b, pair->a };
    }
}

typedef struct
{
  double spacing, slack; /* slack as a share of what the run has */
} Level;

/* Room grows tighter from level to level until the runs of a crowd find their places. */
static const Level levels[]
    = { { 1, 0 }, { 1, 1 }, { 0.75, 1 }, { 0.5, 1 }, { 0.34, 1 }, { 0.2, 1 }, { 0.1, 1 }, { 0.02, 1 } };

static double
spacing_between (const Tracks *self, guint a, guint b)
{
  const LpRun *p = &self->runs[a], *q = &self->runs[b];
  if (p->settled && q->settled)
    return MIN (fabs (p->at - q->at), self->spacing);
  return levels[MAX (self->level[a], self->level[b])].spacing * self->spacing;
}

static double
after_others (const Tracks *self, guint run, const double *at, double value)
{
  for (guint k = self->before.first[run]; k < self->before.first[run + 1]; k++)
    {
      guint other = g_array_index (self->pairs, Pair, self->before.items[k]).a;
      value = MAX (value, at[other] + spacing_between (self, other, run));
    }
  return value;
}

static double
before_others (const Tracks *self, guint run, const double *at, double value)
{
  for (guint k = self->after.first[run]; k < self->after.first[run + 1]; k++)
    {
      guint other = g_array_index (self->pairs, Pair, self->after.items[k]).b;
      value = MIN (value, at[other] - spacing_between (self, other, run));
    }
  return value;
}

static double
least_of (const Tracks *self, guint run)
{
  return self->runs[run].least - self->runs[run].slack_low * levels[self->level[run]].slack;
}

static double
most_of (const Tracks *self, guint run)
{
  return self->runs[run].most + self->runs[run].slack_high * levels[self->level[run]].slack;
}

/* Marks the run and those that push it from one side, back to the one that has no room itself. */
static void
mark_crowd (Tracks *self, guint run, gboolean back, guint *stack)
{
  const LpBuckets *pairs = back ? &self->before : &self->after;
  const double *at = back ? self->low : self->high;
  guint8 mark = back ? 1 : 2;
  guint depth = 0;
  stack[depth++] = run;
  self->crowd[run] |= mark;
  while (depth > 0)
    {
      guint here = stack[--depth];
      for (guint k = pairs->first[here]; k < pairs->first[here + 1]; k++)
        {
          const Pair *pair = &g_array_index (self->pairs, Pair, pairs->items[k]);
          guint other = back ? pair->a : pair->b;
          double distance = fabs (at[other] - at[here]);
          if (!(self->crowd[other] & mark) && distance <= spacing_between (self, other, here) + 1e-6)
            {
              self->crowd[other] |= mark;
              stack[depth++] = other;
            }
        }
    }
}

/* The lowest and the highest place of each run; moves crowds that do not fit closer. TRUE: all fit, or none
 * of those that do not can come closer. */
static gboolean
fit (Tracks *self, guint *stack)
{
  gboolean fits = TRUE;
  for (guint i = 0; i < self->n; i++)
    self->low[self->sequence[i]]
        = after_others (self, self->sequence[i], self->low, least_of (self, self->sequence[i]));
  for (guint i = self->n; i-- > 0;)
    self->high[self->sequence[i]]
        = before_others (self, self->sequence[i], self->high, most_of (self, self->sequence[i]));
  memset (self->crowd, 0, self->n);
  for (guint i = 0; i < self->n; i++)
    if (self->low[i] > self->high[i] + 1e-6)
      {
        if (!(self->crowd[i] & 1))
          mark_crowd (self, i, TRUE, stack);
        if (!(self->crowd[i] & 2))
          mark_crowd (self, i, FALSE, stack);
      }
  for (guint i = 0; i < self->n; i++)
    if (self->crowd[i] != 0 && self->level[i] + 1u < G_N_ELEMENTS (levels))
      {
        self->level[i]++;
        fits = FALSE;
      }
  return fits;
}

/* A run without room for itself lies where it lay. */
static gboolean
is_stuck (const Tracks *self, guint run)
{
  return self->low[run] > self->high[run] + 1e-6;
}

static void
lay (Tracks *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      guint r = self->sequence[i];
      double wish = after_others (self, r, self->up, self->runs[r].wish);
      self->up[r] = MIN (self->high[r], MAX (self->low[r], wish));
    }
  for (guint i = self->n; i-- > 0;)
    {
      guint r = self->sequence[i];
      double wish = before_others (self, r, self->down, self->runs[r].wish);
      self->down[r] = MAX (self->low[r], MIN (self->high[r], wish));
    }
}

static void
move_points (const Tracks *self, LpWays *ways, LpAxis axis, guint8 *touched)
{
  for (guint i = 0; i < self->n; i++)
    {
      const LpRun *run = &self->runs[i];
      double at = is_stuck (self, i) ? run->at : (self->up[i] + self->down[i]) / 2;
      if (run->settled && fabs (at - run->at) < 1e-6)
        continue;
      if (touched != NULL)
        touched[run->edge] = TRUE;
      for (guint k = 0; k < 2; k++)
        {
          LpPoint *point = &g_array_index (ways->points[run->edge], LpPoint, run->index + k);
          *(axis == LP_ALONG_X ? &point->y : &point->x) = at;
        }
    }
}

void
lp_tracks_assign (const LpSpace *space, LpWays *ways, LpAxis axis, const guint8 *which, guint8 *touched)
{
  g_autoptr (GArray) runs = lp_runs_collect (space, ways, axis, which);
  guint n = runs->len;
  Tracks self = { .runs = (LpRun *) (gpointer) runs->data, .n = n, .spacing = space->options.spacing };
  self.pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  self.rank = g_new (guint, n + 1);
  self.sequence = g_new (guint, n + 1);
  self.level = g_new0 (guint8, n + 1);
  self.crowd = g_new0 (guint8, n + 1);
  self.low = g_new0 (double, 4 * (gsize) n + 4);
  self.high = self.low + n + 1;
  self.up = self.high + n + 1;
  self.down = self.up + n + 1;
  collect_pairs (&self, ways, axis);
  index_pairs (&self);
  make_sequence (&self);
  index_pairs (&self);
  g_autofree guint *stack = g_new (guint, n + 1);
  for (guint i = 0; i < MOST_ROUNDS && !fit (&self, stack); i++)
    ;
  lay (&self);
  move_points (&self, ways, axis, touched);
  lp_buckets_clear (&self.after);
  lp_buckets_clear (&self.before);
  g_array_unref (self.pairs);
  g_free (self.rank);
  g_free (self.sequence);
  g_free (self.level);
  g_free (self.crowd);
  g_free (self.low);
}
