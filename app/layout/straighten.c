/* Heights in the layers: each node is drawn to the mean of what it is linked to; where neighbours would then
 * come too near they move as one block (isotonic regression), which is the least movement that keeps order.
 */
#include "layout/layer-graph.h"

#include <math.h>

#define SWEEPS 8

typedef struct
{
  double sum, weight; /* of the wishes of its nodes, each less its offset in the block */
  guint n;
} Block;

static double
mean (const Block *block)
{
  return block->sum / block->weight;
}

/* wish[i] and weight[i] of the i-th node of the layer; sets y. */
static void
settle_layer (
    LpLayerGraph *self, guint layer, double gap, const double *wish, const double *weight, Block *blocks)
{
  guint begin = self->layers.first[layer], n = self->layers.first[layer + 1] - begin, n_blocks = 0;
  double offset = 0;
  for (guint i = 0; i < n; i++)
    {
      blocks[n_blocks++] = (Block){ weight[i] * (wish[i] - offset), weight[i], 1 };
      while (n_blocks > 1 && mean (&blocks[n_blocks - 2]) > mean (&blocks[n_blocks - 1]))
        {
          Block *into = &blocks[n_blocks - 2], last = blocks[--n_blocks];
          into->sum += last.sum;
          into->weight += last.weight;
          into->n += last.n;
        }
      offset += self->h[self->layers.items[begin + i]] + gap;
    }
  offset = 0;
  for (guint b = 0, i = 0; b < n_blocks; b++)
    for (guint k = 0; k < blocks[b].n; k++, i++)
      {
        guint node = self->layers.items[begin + i];
        self->y[node] = mean (&blocks[b]) + offset;
        offset += self->h[node] + gap;
      }
}

/* What the arcs of one side want the node's top edge to be at. Links between two dummies pull hardest: they
 * are the long ones, whose bends are seen most. */
static void
add_wishes (const LpLayerGraph *self, guint node, gboolean in, double *sum, double *weight)
{
  const LpBuckets *arcs = in ? &self->in : &self->out;
  for (guint k = arcs->first[node]; k < arcs->first[node + 1]; k++)
    {
      const LpArc *arc = &g_array_index (self->arcs, LpArc, arcs->items[k]);
      guint other = in ? arc->from : arc->to;
      double pull = (node >= self->n_real) + (other >= self->n_real), strength = 1 + 3.5 * pull;
      double y = in ? self->y[other] + arc->from_y - arc->to_y : self->y[other] + arc->to_y - arc->from_y;
      *sum += strength * y;
      *weight += strength;
    }
}

static void
sweep (LpLayerGraph *self,
       guint layer,
       double gap,
       gboolean in,
       gboolean out,
       double *wish,
       double *weight,
       Block *blocks)
{
  guint begin = self->layers.first[layer], n = self->layers.first[layer + 1] - begin;
  for (guint i = 0; i < n; i++)
    {
      guint node = self->layers.items[begin + i];
      double sum = 0, total = 0;
      if (in)
        add_wishes (self, node, TRUE, &sum, &total);
      if (out)
        add_wishes (self, node, FALSE, &sum, &total);
      wish[i] = total > 0 ? sum / total : self->y[node];
      weight[i] = total > 0 ? total : 0.01;
    }
  settle_layer (self, layer, gap, wish, weight, blocks);
}

/* Rounding never brings two nodes nearer: their distance is at least a multiple of 8. */
static void
snap (LpLayerGraph *self)
{
  double top = G_MAXDOUBLE;
  for (guint i = 0; i < self->n; i++)
    top = MIN (top, self->y[i]);
  double least = G_MAXDOUBLE;
  for (guint i = 0; i < self->n; i++)
    {
      self->y[i] = floor ((self->y[i] - top) / 8 + 0.5 + 1e-6) * 8;
      if (i < self->n_real)
        least = MIN (least, self->y[i]);
    }
  for (guint i = 0; i < self->n; i++)
    self->y[i] -= least;
}

void
lp_layer_graph_straighten (LpLayerGraph *graph, double gap)
{
  g_autofree double *wish = g_new (double, graph->n + 1);
  g_autofree double *weight = g_new (double, graph->n + 1);
  g_autofree Block *blocks = g_new (Block, graph->n + 1);
  for (guint i = 0; i < graph->n; i++)
    wish[i] = 0, weight[i] = 1;
  for (guint l = 0; l < graph->n_layers; l++)
    settle_layer (graph, l, gap, wish, weight, blocks);
  for (guint s = 0; s < SWEEPS; s++)
    for (guint i = 0; i < graph->n_layers; i++)
      {
        guint l = s % 2 == 0 ? i : graph->n_layers - 1 - i;
        sweep (graph, l, gap, s % 2 == 0 || s >= SWEEPS - 2, s % 2 == 1 || s >= SWEEPS - 2, wish, weight,
               blocks);
      }
  snap (graph);
}
