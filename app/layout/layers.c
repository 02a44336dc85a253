#include "layout/layers.h"
#include "layout/layer-graph.h"
#include "layout/packing.h"

#include <math.h>

/* Between layers there is room for an arrow head and a short label even where nothing turns. */
#define LAYER_GAP 56
#define TRACK 8
/* More nodes than this are packed where their layers would leave the sheet mostly empty, or be far too wide.
 */
#define DENSE 24
/* What is narrower than this is left on one line. */
#define PAGE 1600

typedef struct
{
  double at;
  int change;
} Turn;

static int
by_place (gconstpointer a, gconstpointer b)
{
  const Turn *p = a, *q = b;
  if (p->at != q->at)
    return p->at < q->at ? -1 : 1;
  return p->change - q->change;
}

/* How many links run up or down beside each other between this layer and the next. */
static guint
count_tracks (const LpLayerGraph *graph, guint layer, GArray *turns)
{
  g_array_set_size (turns, 0);
  for (guint k = graph->layers.first[layer]; k < graph->layers.first[layer + 1]; k++)
    {
      guint node = graph->layers.items[k];
      for (guint a = graph->out.first[node]; a < graph->out.first[node + 1]; a++)
        {
          const LpArc *arc = &g_array_index (graph->arcs, LpArc, graph->out.items[a]);
          double from = graph->y[node] + arc->from_y, to = graph->y[arc->to] + arc->to_y;
          if (fabs (from - to) < 4)
            continue;
          Turn turn[2] = { { MIN (from, to), 1 }, { MAX (from, to), -1 } };
          g_array_append_vals (turns, turn, 2);
        }
    }
  if (turns->len == 0)
    return 0;
  qsort (turns->data, turns->len, sizeof (Turn), by_place);
  int now = 0, most = 0;
  for (guint i = 0; i < turns->len; i++)
    {
      now += g_array_index (turns, Turn, i).change;
      most = MAX (most, now);
    }
  return most;
}

static double
layer_width (const LpLayerGraph *graph, const LpLayerNode *nodes, guint layer)
{
  double width = 0;
  for (guint k = graph->layers.first[layer]; k < graph->layers.first[layer + 1]; k++)
    if (graph->layers.items[k] < graph->n_real)
      width = MAX (width, lp_grid_up (nodes[graph->layers.items[k]].w));
  return width;
}

/* In the middle of its layer; beside a much wider one, near to what it is linked to. */
static double
place_in_layer (const LpLayerGraph *graph, guint node, double free, double width)
{
  if (free <= width)
    return floor (free / 16) * 8;
  return lp_buckets_count (&graph->in, node) > 0 ? 0 : floor (free / 8) * 8;
}

static void
set_columns (const LpLayerGraph *graph, LpLayerNode *nodes)
{
  g_autoptr (GArray) turns = g_array_new (FALSE, FALSE, sizeof (Turn));
  double x = 0;
  for (guint l = 0; l < graph->n_layers; l++)
    {
      double width = layer_width (graph, nodes, l);
      for (guint k = graph->layers.first[l]; k < graph->layers.first[l + 1]; k++)
        {
          guint node = graph->layers.items[k];
          if (node < graph->n_real)
            {
              nodes[node].x = x + place_in_layer (graph, node, width - nodes[node].w, nodes[node].w);
              nodes[node].y = graph->y[node];
            }
        }
      double tracks = count_tracks (graph, l, turns);
      x += width + MAX (LAYER_GAP, (tracks + 3) * TRACK);
    }
}

/* A long chain is folded like lines of text: how many lines come near to the wanted proportion. */
static guint
count_lines (double w, double h, double aspect)
{
  if (w <= PAGE || w <= 2.5 * aspect * h)
    return 1;
  return MAX (1, (guint) MIN (sqrt (w / h / aspect) + 0.5, ceil (w / (0.75 * PAGE))));
}

static void
fold (LpLayerNode *nodes, guint n, const guint *layer, guint n_layers, double gap, double aspect)
{
  g_autofree double *left = g_new (double, n_layers + 1);
  g_autofree double *right = g_new0 (double, n_layers + 1);
  double w = 0, h = 1;
  for (guint l = 0; l < n_layers; l++)
    left[l] = G_MAXDOUBLE;
  for (guint i = 0; i < n; i++)
    {
      left[layer[i]] = MIN (left[layer[i]], nodes[i].x);
      right[layer[i]] = MAX (right[layer[i]], nodes[i].x + lp_grid_up (nodes[i].w));
      w = MAX (w, right[layer[i]]);
      h = MAX (h, nodes[i].y + lp_grid_up (nodes[i].h));
    }
  guint lines = count_lines (w, h, aspect), line = 0;
  if (lines == 1)
    return;
  g_autofree guint *line_of = g_new (guint, n_layers + 1);
  g_autofree double *start = g_new0 (double, lines + 1);
  g_autofree double *top = g_new (double, lines + 1);
  g_autofree double *bottom = g_new0 (double, lines + 1);
  for (guint l = 0; l < n_layers; l++)
    {
      if (line + 1 < lines && l > 0 && right[l] > start[line] + w / lines * 1.1)
        start[++line] = left[l];
      line_of[l] = line;
      top[line] = G_MAXDOUBLE;
    }
  for (guint i = 0; i < n; i++)
    {
      guint own = line_of[layer[i]];
      nodes[i].x -= start[own];
      top[own] = MIN (top[own], nodes[i].y);
      bottom[own] = MAX (bottom[own], nodes[i].y + lp_grid_up (nodes[i].h));
    }
  double y = 0;
  for (guint k = 0; k <= line; k++)
    {
      double height = bottom[k] - top[k];
      top[k] = y - top[k];
      y += height + MAX (gap, LAYER_GAP);
    }
  for (guint i = 0; i < n; i++)
    nodes[i].y += top[line_of[layer[i]]];
}

static double
area_of (const LpLayerNode *nodes, guint n, double gap)
{
  double area = 0;
  for (guint i = 0; i < n; i++)
    area += (nodes[i].w + LAYER_GAP) * (nodes[i].h + gap);
  return area;
}

static gboolean
is_sparse (const LpLayerNode *nodes, guint n, double gap, double aspect)
{
  double w = 0, h = 0;
  for (guint i = 0; i < n; i++)
    {
      w = MAX (w, nodes[i].x + nodes[i].w);
      h = MAX (h, nodes[i].y + nodes[i].h);
    }
  return w * h > 2.5 * area_of (nodes, n, gap) || w > 2 * aspect * h;
}

/* Shelves in the order of the layers: neighbours stay near, and the sheet is filled. */
static void
pack_in_order (const LpLayerGraph *graph, LpLayerNode *nodes, double gap, double aspect)
{
  g_autofree guint *at = g_new (guint, graph->n_real + 1);
  g_autofree LpRect *sizes = g_new (LpRect, graph->n_real + 1);
  guint n = 0;
  for (guint k = 0; k < graph->n; k++)
    if (graph->layers.items[k] < graph->n_real)
      {
        at[n] = graph->layers.items[k];
        sizes[n] = (LpRect){ 0, 0, nodes[at[n]].w, nodes[at[n]].h };
        n++;
      }
  lp_pack_shelves (sizes, n, gap, aspect);
  for (guint i = 0; i < n; i++)
    {
      nodes[at[i]].x = sizes[i].x;
      nodes[at[i]].y = sizes[i].y;
    }
}

/* One connected part: layers from left to right. */
static void
place_connected (
    LpLayerNode *nodes, guint n, const LpLayerLink *links, guint n_links, double gap, double aspect)
{
  g_autofree guint *layer = g_new (guint, n);
  double tallest = 0;
  for (guint i = 0; i < n; i++)
    tallest = MAX (tallest, nodes[i].h + gap);
  double height = MAX (1.7 * sqrt (area_of (nodes, n, gap) / aspect), MAX (tallest * 1.6, 500));
  guint n_layers = lp_layering (nodes, n, links, n_links, gap, height, layer);
  g_autoptr (LpLayerGraph) graph = lp_layer_graph_new (nodes, n, links, n_links, layer, n_layers);
  lp_layer_graph_order (graph);
  lp_layer_graph_straighten (graph, gap);
  set_columns (graph, nodes);
  fold (nodes, n, graph->layer, n_layers, gap, aspect);
  if (n > DENSE && is_sparse (nodes, n, gap, aspect))
    pack_in_order (graph, nodes, gap + lp_grid_up (TRACK * n_links / (1.5 * sqrt (n))), aspect);
}

static guint
find (guint *leader, guint i)
{
  while (leader[i] != i)
    i = leader[i] = leader[leader[i]];
  return i;
}

/* By node the number of its connected part; parts are numbered in the order of their first nodes. */
static guint
number_parts (guint n, const LpLayerLink *links, guint n_links, guint *part)
{
  g_autofree guint *leader = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    leader[i] = i;
  for (guint i = 0; i < n_links; i++)
    {
      guint a = find (leader, links[i].from), b = find (leader, links[i].to);
      leader[MAX (a, b)] = MIN (a, b);
    }
  guint n_parts = 0;
  for (guint i = 0; i < n; i++)
    {
      guint root = find (leader, i);
      part[i] = root == i ? n_parts++ : part[root];
    }
  return n_parts;
}

typedef struct
{
  LpBuckets nodes, links; /* by part */
  guint n;
  guint *place; /* by node: its index among the nodes of its part */
} Parts;

static void
split (Parts *self, guint n_nodes, const LpLayerLink *links, guint n_links)
{
  g_autofree guint *part = g_new (guint, n_nodes + 1);
  g_autofree guint *of_link = g_new (guint, n_links + 1);
  self->n = number_parts (n_nodes, links, n_links, part);
  self->nodes = lp_buckets_new (part, n_nodes, self->n);
  for (guint i = 0; i < n_links; i++)
    of_link[i] = links[i].from == links[i].to ? G_MAXUINT : part[links[i].from];
  self->links = lp_buckets_new (of_link, n_links, self->n);
  self->place = g_new (guint, n_nodes + 1);
  for (guint i = 0; i < n_nodes; i++)
    self->place[self->nodes.items[i]] = i - self->nodes.first[part[self->nodes.items[i]]];
}

static void
clear_parts (Parts *self)
{
  lp_buckets_clear (&self->nodes);
  lp_buckets_clear (&self->links);
  g_free (self->place);
}

/* Places one part on its own; gives its size and least rank. */
static LpRect
place_part (
    const Parts *parts, guint p, LpLayerNode *nodes, const LpLayerLink *links, double gap, double aspect)
{
  guint begin = parts->nodes.first[p], n = lp_buckets_count (&parts->nodes, p);
  guint n_links = lp_buckets_count (&parts->links, p);
  if (n == 1)
    {
      LpLayerNode *only = &nodes[parts->nodes.items[begin]];
      only->x = only->y = 0;
      return (LpRect){ 0, 0, only->w, only->h };
    }
  g_autofree LpLayerNode *own = g_new (LpLayerNode, n);
  g_autofree LpLayerLink *own_links = g_new (LpLayerLink, n_links + 1);
  for (guint i = 0; i < n; i++)
    own[i] = nodes[parts->nodes.items[begin + i]];
  for (guint i = 0; i < n_links; i++)
    {
      own_links[i] = links[parts->links.items[parts->links.first[p] + i]];
      own_links[i].from = parts->place[own_links[i].from];
      own_links[i].to = parts->place[own_links[i].to];
    }
  place_connected (own, n, own_links, n_links, gap, aspect);
  LpRect size = { 0 };
  for (guint i = 0; i < n; i++)
    {
      nodes[parts->nodes.items[begin + i]] = own[i];
      size.w = MAX (size.w, own[i].x + own[i].w);
      size.h = MAX (size.h, own[i].y + own[i].h);
    }
  return size;
}

typedef struct
{
  guint part, rank;
} PartOrder;

static int
by_rank (gconstpointer a, gconstpointer b)
{
  const PartOrder *p = a, *q = b;
  if (p->rank != q->rank)
    return p->rank < q->rank ? -1 : 1;
  return p->part < q->part ? -1 : p->part > q->part;
}

static PartOrder *
order_parts (const Parts *parts, const LpLayerNode *nodes)
{
  PartOrder *order = g_new (PartOrder, parts->n + 1);
  for (guint p = 0; p < parts->n; p++)
    {
      order[p] = (PartOrder){ p, G_MAXUINT };
      for (guint k = parts->nodes.first[p]; k < parts->nodes.first[p + 1]; k++)
        order[p].rank = MIN (order[p].rank, nodes[parts->nodes.items[k]].rank);
    }
  qsort (order, parts->n, sizeof *order, by_rank);
  return order;
}

LpRect
lp_layers_place (
    LpLayerNode *nodes, guint n_nodes, const LpLayerLink *links, guint n_links, double gap, double aspect)
{
  Parts parts = { 0 };
  split (&parts, n_nodes, links, n_links);
  g_autofree PartOrder *order = order_parts (&parts, nodes);
  g_autofree LpRect *sizes = g_new0 (LpRect, parts.n + 1);
  for (guint i = 0; i < parts.n; i++)
    sizes[i] = place_part (&parts, order[i].part, nodes, links, gap, aspect);
  LpRect whole = lp_pack_shelves (sizes, parts.n, gap, aspect);
  for (guint i = 0; i < parts.n; i++)
    for (guint k = parts.nodes.first[order[i].part]; k < parts.nodes.first[order[i].part + 1]; k++)
      {
        nodes[parts.nodes.items[k]].x += sizes[i].x;
        nodes[parts.nodes.items[k]].y += sizes[i].y;
      }
  clear_parts (&parts);
  return whole;
}
