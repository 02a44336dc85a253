/* Few crossings: every layer is sorted by the mean place of what its nodes are linked to, to and fro, and the
 * best order seen is kept. */
#include "layout/layer-graph.h"

#define SWEEPS 12

typedef struct
{
  double key;
  guint node, before; /* its place until now, which decides between equals */
} Place;

static int
by_key (gconstpointer a, gconstpointer b)
{
  const Place *p = a, *q = b;
  if (p->key != q->key)
    return p->key < q->key ? -1 : 1;
  return p->before < q->before ? -1 : p->before > q->before;
}

static void
number (LpLayerGraph *self)
{
  for (guint l = 0; l < self->n_layers; l++)
    for (guint k = self->layers.first[l]; k < self->layers.first[l + 1]; k++)
      self->order[self->layers.items[k]] = k - self->layers.first[l];
}

/* Where the other end is: its place in its layer, and how far down on it the link meets it. */
static double
place_of (const LpLayerGraph *self, guint node, double y)
{
  return self->order[node] + (self->h[node] > 0 ? CLAMP (y / self->h[node], 0, 1) : 0.5) * 0.98;
}

static void
sort_layer (LpLayerGraph *self, guint layer, gboolean from_left, Place *places)
{
  guint begin = self->layers.first[layer], n = self->layers.first[layer + 1] - begin;
  const LpBuckets *arcs = from_left ? &self->in : &self->out;
  for (guint i = 0; i < n; i++)
    {
      guint node = self->layers.items[begin + i], degree = lp_buckets_count (arcs, node);
      double sum = 0;
      for (guint k = arcs->first[node]; k < arcs->first[node + 1]; k++)
        {
          const LpArc *arc = &g_array_index (self->arcs, LpArc, arcs->items[k]);
          sum += from_left ? place_of (self, arc->from, arc->from_y) : place_of (self, arc->to, arc->to_y);
        }
      places[i] = (Place){ degree > 0 ? sum / degree : i + 0.49, node, i };
    }
  qsort (places, n, sizeof *places, by_key);
  for (guint i = 0; i < n; i++)
    {
      self->layers.items[begin + i] = places[i].node;
      self->order[places[i].node] = i;
    }
}

typedef struct
{
  double left, right;
} Span;

static int
by_left (gconstpointer a, gconstpointer b)
{
  const Span *p = a, *q = b;
  if (p->left != q->left)
    return p->left < q->left ? -1 : 1;
  return p->right < q->right ? -1 : p->right > q->right;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double p = *(const double *) a, q = *(const double *) b;
  return p < q ? -1 : p > q;
}

static guint
index_of (const double *sorted, guint n, double value)
{
  guint low = 0, high = n;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (sorted[middle] < value)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Pairs that change sides, counted with a Fenwick tree: n log n. */
static guint64
count_inversions (Span *spans, guint n)
{
  qsort (spans, n, sizeof *spans, by_left);
  g_autofree double *rights = g_new (double, n + 1);
  g_autofree guint *tree = g_new0 (guint, n + 2);
  for (guint i = 0; i < n; i++)
    rights[i] = spans[i].right;
  qsort (rights, n, sizeof *rights, compare_doubles);
  guint64 total = 0;
  for (guint i = 0; i < n; i++)
    {
      guint at = index_of (rights, n, spans[i].right) + 1, seen = 0;
      for (guint k = at; k > 0; k -= k & -k)
        seen += tree[k];
      total += i - seen;
      for (guint k = at; k <= n; k += k & -k)
        tree[k]++;
    }
  return total;
}

static guint64
count_crossings (const LpLayerGraph *self)
{
  guint64 total = 0;
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
  for (guint l = 0; l + 1 < self->n_layers; l++)
    {
      g_array_set_size (spans, 0);
      for (guint k = self->layers.first[l]; k < self->layers.first[l + 1]; k++)
        {
          guint node = self->layers.items[k];
          for (guint a = self->out.first[node]; a < self->out.first[node + 1]; a++)
            {
              const LpArc *arc = &g_array_index (self->arcs, LpArc, self->out.items[a]);
              Span span = { place_of (self, node, arc->from_y), place_of (self, arc->to, arc->to_y) };
              g_array_append_val (spans, span);
            }
        }
      total += count_inversions ((Span *) (gpointer) spans->data, spans->len);
    }
  return total;
}

void
lp_layer_graph_order (LpLayerGraph *graph)
{
  number (graph);
  guint sweeps = graph->n < 4000 ? SWEEPS : 4;
  g_autofree Place *places = g_new (Place, graph->n + 1);
  g_autofree guint *best = g_memdup2 (graph->layers.items, graph->n * sizeof (guint));
  guint64 fewest = count_crossings (graph);
  for (guint sweep = 0; sweep < sweeps && fewest > 0; sweep++)
    {
      gboolean from_left = sweep % 2 == 0;
      for (guint l = 1; l < graph->n_layers; l++)
        sort_layer (graph, from_left ? l : graph->n_layers - 1 - l, from_left, places);
      guint64 crossings = count_crossings (graph);
      if (crossings >= fewest)
        continue;
      fewest = crossings;
      memcpy (best, graph->layers.items, graph->n * sizeof (guint));
    }
  memcpy (graph->layers.items, best, graph->n * sizeof (guint));
  number (graph);
}
