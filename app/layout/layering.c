#include "layout/layer-graph.h"
#include "base/buckets.h"
#include "layout/packing.h"

/* A node this many times as high casts a shade: below it stands nothing that leads past it. */
#define MUCH_LARGER 4

typedef struct
{
  const LpLayerNode *nodes;
  guint n;
  const LpLayerLink *links;
  guint n_links;
  LpBuckets out;       /* links by their source */
  guint8 *state;       /* 0 new, 1 on the path, 2 done */
  guint8 *back;        /* by link: closes a cycle, so it counts the other way round */
  GArray *topological; /* sinks first */
} Layering;

/* Depth first without recursion: diagrams may be chains of thousands. */
static void
visit (Layering *self, guint root, guint *stack, guint *next)
{
  guint depth = 0;
  stack[depth++] = root;
  self->state[root] = 1;
  next[root] = self->out.first[root];
  while (depth > 0)
    {
      guint node = stack[depth - 1];
      if (next[node] == self->out.first[node + 1])
        {
          self->state[node] = 2;
          g_array_append_val (self->topological, node);
          depth--;
          continue;
        }
      guint link = self->out.items[next[node]++], to = self->links[link].to;
      if (self->state[to] == 1)
        self->back[link] = TRUE;
      else if (self->state[to] == 0)
        {
          self->state[to] = 1;
          next[to] = self->out.first[to];
          stack[depth++] = to;
        }
    }
}

static int
by_start (gconstpointer a, gconstpointer b, gpointer data)
{
  const Layering *self = data;
  guint i = *(const guint *) a, j = *(const guint *) b;
  if (self->state[i] != self->state[j])
    return self->state[i] < self->state[j] ? -1 : 1;
  if (self->nodes[i].rank != self->nodes[j].rank)
    return self->nodes[i].rank < self->nodes[j].rank ? -1 : 1;
  return i < j ? -1 : i > j;
}

/* Nodes that nothing leads to come first, then by rank, then as they came. */
static guint *
starts (Layering *self)
{
  guint *order = g_new (guint, self->n);
  for (guint i = 0; i < self->n; i++)
    order[i] = i;
  for (guint i = 0; i < self->n_links; i++)
    self->state[self->links[i].to] = 1;
  g_qsort_with_data (order, self->n, sizeof *order, by_start, self);
  memset (self->state, 0, self->n);
  return order;
}

/* A source stands right before what it leads to; where it would stand under something much larger, right
 * behind. */
static void
draw_up_sources (Layering *self, guint *layer)
{
  g_autofree guint *in = g_new0 (guint, self->n);
  g_autofree double *tallest = g_new0 (double, self->n + 1);
  for (guint i = 0; i < self->n_links; i++)
    in[self->back[i] ? self->links[i].from : self->links[i].to]++;
  for (guint i = 0; i < self->n; i++)
    tallest[layer[i]] = MAX (tallest[layer[i]], self->nodes[i].h);
  for (guint i = 0; i < self->n; i++)
    {
      guint node = g_array_index (self->topological, guint, i), nearest = G_MAXUINT, farthest = 0;
      for (guint k = self->out.first[node]; k < self->out.first[node + 1]; k++)
        if (!self->back[self->out.items[k]])
          {
            nearest = MIN (nearest, layer[self->links[self->out.items[k]].to]);
            farthest = MAX (farthest, layer[self->links[self->out.items[k]].to]);
          }
      if (in[node] > 0 || nearest == G_MAXUINT)
        continue;
      gboolean in_shade = tallest[nearest - 1] > MUCH_LARGER * self->nodes[node].h;
      layer[node] = in_shade && nearest == farthest ? nearest + 1 : nearest - 1;
    }
}

/* The longest way from a source. */
static void
longest_ways (Layering *self, guint *layer)
{
  memset (layer, 0, self->n * sizeof *layer);
  for (guint i = self->n; i-- > 0;)
    {
      guint node = g_array_index (self->topological, guint, i);
      for (guint k = self->out.first[node]; k < self->out.first[node + 1]; k++)
        if (!self->back[self->out.items[k]])
          {
            guint to = self->links[self->out.items[k]].to;
            layer[to] = MAX (layer[to], layer[node] + 1);
          }
    }
  draw_up_sources (self, layer);
}

/* Breaks layers that are higher than `height` into several and numbers all of them anew. */
static guint
break_layers (const Layering *self, double gap, double height, guint *layer)
{
  guint n_layers = 0;
  for (guint i = 0; i < self->n; i++)
    n_layers = MAX (n_layers, layer[i] + 1);
  g_autofree double *total = g_new0 (double, n_layers);
  g_autofree double *filled = g_new0 (double, n_layers);
  g_autofree guint *parts = g_new0 (guint, n_layers + 1);
  for (guint i = 0; i < self->n; i++)
    total[layer[i]] += lp_grid_up (self->nodes[i].h) + gap;
  guint next = 0;
  for (guint l = 0; l < n_layers; l++)
    {
      parts[l] = next;
      next += total[l] > 0 ? MAX (1, (guint) (total[l] / height + 0.5)) : 0;
    }
  parts[n_layers] = next;
  for (guint i = 0; i < self->n; i++)
    {
      guint l = layer[i], n_parts = parts[l + 1] - parts[l];
      guint part = MIN (n_parts - 1, (guint) (filled[l] / total[l] * n_parts));
      filled[l] += lp_grid_up (self->nodes[i].h) + gap;
      layer[i] = parts[l] + part;
    }
  return next;
}

guint
lp_layering (const LpLayerNode *nodes,
             guint n,
             const LpLayerLink *links,
             guint n_links,
             double gap,
             double height,
             guint *layer)
{
  Layering self = { .nodes = nodes, .n = n, .links = links, .n_links = n_links };
  g_autofree guint *sources = g_new (guint, n_links + 1);
  for (guint i = 0; i < n_links; i++)
    sources[i] = links[i].from;
  self.out = lp_buckets_new (sources, n_links, n);
  self.state = g_new0 (guint8, n + 1);
  self.back = g_new0 (guint8, n_links + 1);
  self.topological = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  g_autofree guint *order = starts (&self);
  g_autofree guint *stack = g_new (guint, n + 1);
  g_autofree guint *next = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    if (self.state[order[i]] == 0)
      visit (&self, order[i], stack, next);
  longest_ways (&self, layer);
  guint n_layers = break_layers (&self, gap, height, layer);
  g_array_unref (self.topological);
  g_free (self.state);
  g_free (self.back);
  lp_buckets_clear (&self.out);
  return n_layers;
}
