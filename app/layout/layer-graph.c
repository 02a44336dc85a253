#include "layout/layer-graph.h"
#include "layout/packing.h"

/* The height that a link takes which passes a layer: the spacing of connectors. */
#define PASSING 8

static guint
add_dummy (LpLayerGraph *self, GArray *layers, guint layer)
{
  g_array_append_val (layers, layer);
  return self->n++;
}

static void
add_arc (LpLayerGraph *self, guint from, guint to, double from_y, double to_y)
{
  LpArc arc = { from, to, from_y, to_y };
  g_array_append_val (self->arcs, arc);
}

/* A chain of dummies from the left node to the right one. */
static void
add_link (LpLayerGraph *self, GArray *layers, LpLayerLink link, guint budget)
{
  guint left = g_array_index (layers, guint, link.from), right = g_array_index (layers, guint, link.to);
  if (left > right)
    {
      LpLayerLink back = { link.to, link.from, link.to_y, link.from_y };
      add_link (self, layers, back, budget);
      return;
    }
  if (left == right || right - left - 1 > budget)
    return;
  guint from = link.from;
  double from_y = link.from_y;
  for (guint l = left + 1; l < right; l++)
    {
      guint dummy = add_dummy (self, layers, l);
      add_arc (self, from, dummy, from_y, PASSING / 2);
      from = dummy;
      from_y = PASSING / 2;
    }
  add_arc (self, from, link.to, from_y, link.to_y);
}

static void
index_arcs (LpLayerGraph *self)
{
  guint n_arcs = self->arcs->len;
  g_autofree guint *from = g_new (guint, n_arcs + 1);
  g_autofree guint *to = g_new (guint, n_arcs + 1);
  for (guint i = 0; i < n_arcs; i++)
    {
      from[i] = g_array_index (self->arcs, LpArc, i).from;
      to[i] = g_array_index (self->arcs, LpArc, i).to;
    }
  self->out = lp_buckets_new (from, n_arcs, self->n);
  self->in = lp_buckets_new (to, n_arcs, self->n);
}

LpLayerGraph *
lp_layer_graph_new (const LpLayerNode *nodes,
                    guint n,
                    const LpLayerLink *links,
                    guint n_links,
                    const guint *layer,
                    guint n_layers)
{
  LpLayerGraph *self = g_new0 (LpLayerGraph, 1);
  self->n = self->n_real = n;
  self->n_layers = n_layers;
  self->arcs = g_array_new (FALSE, FALSE, sizeof (LpArc));
  GArray *layers = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  g_array_append_vals (layers, layer, n);
  guint budget = 64 + 4 * (n + n_links);
  for (guint i = 0; i < n_links; i++)
    add_link (self, layers, links[i], budget - MIN (budget, self->n - n));
  index_arcs (self);
  self->layer = (guint *) g_array_free (layers, FALSE);
  self->layers = lp_buckets_new (self->layer, self->n, n_layers);
  self->order = g_new0 (guint, self->n);
  self->y = g_new0 (double, self->n);
  self->h = g_new (double, self->n);
  for (guint i = 0; i < self->n; i++)
    self->h[i] = i < n ? lp_grid_up (nodes[i].h) : PASSING;
  return self;
}

void
lp_layer_graph_free (LpLayerGraph *graph)
{
  if (graph == NULL)
    return;
  g_array_unref (graph->arcs);
  lp_buckets_clear (&graph->layers);
  lp_buckets_clear (&graph->in);
  lp_buckets_clear (&graph->out);
  g_free (graph->layer);
  g_free (graph->order);
  g_free (graph->y);
  g_free (graph->h);
  g_free (graph);
}
