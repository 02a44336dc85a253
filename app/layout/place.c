/* Containers are arranged from the innermost outwards. In each, similar containers become one core (columns
 * or rows); what leads to the core stands above it, what it leads to at its right; without a core all members
 * are one layered graph. */
#include "layout/columns.h"
#include "layout/fixed.h"
#include "layout/layers.h"
#include "layout/layout.h"
#include "layout/nest.h"
#include "layout/packing.h"

#include <math.h>

#define NO_NODE G_MAXUINT
#define PEER (G_MAXUINT - 1)
/* Between the core and what stands beside it: room for connectors to turn. */
#define CORE_GAP 40
/* Linked peers beyond this many are better off in layers. */
#define MOST_PEERS 6

typedef enum
{
  SIDE_BEFORE,
  SIDE_CORE,
  SIDE_AFTER,
} Side;

typedef struct
{
  LpNest *nest;
  guint container;
  GArray *members; /* free boxes in here; those of a group follow each other */
  GArray *nodes;   /* LpLayerNode: a single box or a group */
  guint *node_of;  /* by box, shared by all containers; NO_NODE elsewhere */
  GArray *links;   /* LpLayerLink between nodes */
  double largest;  /* area of a node */
  guint core;      /* the largest node where it is a group, or NO_NODE */
  gboolean rows;   /* the core is a stack of rows */
} Arrangement;

static int
by_kind_and_rank (gconstpointer a, gconstpointer b, gpointer data)
{
  const LpNest *nest = data;
  guint i = *(const guint *) a, j = *(const guint *) b;
  const LpLayoutBox *p = &nest->boxes[i], *q = &nest->boxes[j];
  if (p->container != q->container)
    return p->container ? -1 : 1;
  if (p->rank != q->rank)
    return p->rank < q->rank ? -1 : 1;
  return i < j ? -1 : i > j;
}

static guint
member (const Arrangement *self, guint i)
{
  return g_array_index (self->members, guint, i);
}

/* Another container beside this one is like it: then both are columns and their containers rows. */
static gboolean
has_peer (const LpNest *nest, guint box)
{
  guint parent = MIN (nest->boxes[box].parent, nest->n);
  for (guint k = nest->members.first[parent]; k < nest->members.first[parent + 1]; k++)
    {
      guint other = nest->members.items[k];
      if (other != box && nest->boxes[other].container && nest->boxes[other].rank == nest->boxes[box].rank
          && nest->height[other] == nest->height[box])
        return TRUE;
    }
  return FALSE;
}

static guint
count_containers (const Arrangement *self)
{
  guint n = 0;
  while (n < self->members->len && self->nest->boxes[member (self, n)].container)
    n++;
  return n;
}

static gboolean
are_linked (const Arrangement *self, const guint *boxes, guint n)
{
  const LpNest *nest = self->nest;
  for (guint i = 0; i < n; i++)
    self->node_of[boxes[i]] = PEER;
  gboolean linked = FALSE;
  for (guint k = nest->lifts_in.first[self->container]; k < nest->lifts_in.first[self->container + 1]; k++)
    {
      const LpLift *lift = &nest->lifts[nest->lifts_in.items[k]];
      linked |= self->node_of[lift->from] == PEER && self->node_of[lift->to] == PEER;
    }
  for (guint i = 0; i < n; i++)
    self->node_of[boxes[i]] = NO_NODE;
  return linked;
}

static void
add_node (Arrangement *self, guint begin, guint n, LpRect size)
{
  LpLayerNode node = { .w = size.w, .h = size.h, .rank = self->nest->boxes[member (self, begin)].rank };
  for (guint i = begin; i < begin + n; i++)
    self->node_of[member (self, i)] = self->nodes->len;
  double area = size.w * size.h;
  if (area > self->largest)
    {
      self->largest = area;
      self->core = n > 1 ? self->nodes->len : NO_NODE;
    }
  g_array_append_val (self->nodes, node);
}

static double
crowded_gap (const Arrangement *self)
{
  guint links = lp_buckets_count (&self->nest->lifts_in, self->container);
  return self->nest->options.gap + 8 * MIN (16, links / 6);
}

/* Containers of one rank side by side, the rest on their own. */
static void
add_groups (Arrangement *self, guint n_containers)
{
  guint *all = (guint *) (gpointer) self->members->data;
  for (guint i = 0; i < self->members->len;)
    {
      guint end = i + 1;
      while (end < n_containers && self->nest->boxes[all[end]].rank == self->nest->boxes[all[i]].rank)
        end++;
      gboolean apart = end - i == 1 || (end - i > MOST_PEERS && are_linked (self, all + i, end - i));
      if (!apart)
        add_node (self, i, end - i, lp_columns_place (self->nest, all + i, end - i, crowded_gap (self)));
      for (guint k = i; apart && k < end; k++)
        add_node (self, k, 1, self->nest->boxes[all[k]].rect);
      i = end;
    }
}

static void
make_nodes (Arrangement *self)
{
  LpNest *nest = self->nest;
  guint n_containers = count_containers (self);
  guint *all = (guint *) (gpointer) self->members->data;
  self->core = NO_NODE;
  self->rows = n_containers > 1 && self->container < nest->n && nest->height[self->container] == 2;
  if (!self->rows)
    {
      add_groups (self, n_containers);
      return;
    }
  gboolean single = has_peer (nest, self->container);
  add_node (self, 0, n_containers, lp_rows_place (nest, all, n_containers, crowded_gap (self), single));
  for (guint i = n_containers; i < self->members->len; i++)
    add_node (self, i, 1, nest->boxes[all[i]].rect);
  nest->stacked[self->container] = TRUE;
  for (guint i = 1; i < n_containers && !single; i++)
    if (nest->boxes[all[i]].rank == nest->boxes[all[i - 1]].rank)
      nest->stacked[self->container] = FALSE;
}

static double
anchor_in_node (const Arrangement *self, guint end, guint sibling)
{
  return self->nest->boxes[sibling].rect.y + lp_nest_anchor (self->nest, end, sibling);
}

static void
make_links (Arrangement *self)
{
  const LpNest *nest = self->nest;
  for (guint k = nest->lifts_in.first[self->container]; k < nest->lifts_in.first[self->container + 1]; k++)
    {
      const LpLift *lift = &nest->lifts[nest->lifts_in.items[k]];
      guint from = self->node_of[lift->from], to = self->node_of[lift->to];
      if (from == to || from == NO_NODE || to == NO_NODE)
        continue;
      const LpLayoutEdge *edge = &nest->edges[lift->edge];
      LpLayerLink link = { from, to, anchor_in_node (self, edge->from, lift->from),
                           anchor_in_node (self, edge->to, lift->to) };
      g_array_append_val (self->links, link);
    }
}

/* Marks what the core is reached from (or what it reaches) over any number of links. */
static void
spread (const Arrangement *self, gboolean backwards, guint8 *mark)
{
  g_autofree guint *keys = g_new (guint, self->links->len + 1);
  const LpLayerLink *links = (const LpLayerLink *) (gpointer) self->links->data;
  for (guint i = 0; i < self->links->len; i++)
    keys[i] = backwards ? links[i].to : links[i].from;
  g_auto (LpBuckets) by_node = lp_buckets_new (keys, self->links->len, self->nodes->len);
  g_autofree guint *queue = g_new (guint, self->nodes->len + 1);
  guint head = 0, tail = 0;
  queue[tail++] = self->core;
  mark[self->core] = TRUE;
  while (head < tail)
    {
      guint node = queue[head++];
      for (guint k = by_node.first[node]; k < by_node.first[node + 1]; k++)
        {
          const LpLayerLink *link = &links[by_node.items[k]];
          guint next = backwards ? link->from : link->to;
          if (!mark[next])
            {
              mark[next] = TRUE;
              queue[tail++] = next;
            }
        }
    }
}

static Side *
choose_sides (const Arrangement *self)
{
  guint n = self->nodes->len;
  Side *sides = g_new (Side, n);
  g_autofree guint8 *before = g_new0 (guint8, n);
  g_autofree guint8 *after = g_new0 (guint8, n);
  spread (self, TRUE, before);
  spread (self, FALSE, after);
  guint rank = g_array_index (self->nodes, LpLayerNode, self->core).rank;
  for (guint i = 0; i < n; i++)
    {
      guint own = g_array_index (self->nodes, LpLayerNode, i).rank;
      if (i == self->core)
        sides[i] = SIDE_CORE;
      else if (before[i] != after[i])
        sides[i] = before[i] ? SIDE_BEFORE : SIDE_AFTER;
      else
        sides[i] = own < rank || (own == rank && before[i]) ? SIDE_BEFORE : SIDE_AFTER;
    }
  return sides;
}

/* Arranges the nodes of one side on their own, from 0. */
static LpRect
place_side (Arrangement *self, const Side *sides, Side side, double aspect)
{
  g_autofree guint *place = g_new (guint, self->nodes->len);
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (LpLayerNode));
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (LpLayerLink));
  for (guint i = 0; i < self->nodes->len; i++)
    {
      place[i] = sides[i] == side ? nodes->len : NO_NODE;
      if (sides[i] == side)
        g_array_append_val (nodes, g_array_index (self->nodes, LpLayerNode, i));
    }
  for (guint i = 0; i < self->links->len; i++)
    {
      LpLayerLink link = g_array_index (self->links, LpLayerLink, i);
      link.from = place[link.from];
      link.to = place[link.to];
      if (link.from != NO_NODE && link.to != NO_NODE)
        g_array_append_val (links, link);
    }
  LpRect size = lp_layers_place ((LpLayerNode *) (gpointer) nodes->data, nodes->len,
                                 (const LpLayerLink *) (gpointer) links->data, links->len,
                                 self->nest->options.gap, aspect);
  for (guint i = 0; i < self->nodes->len; i++)
    if (place[i] != NO_NODE)
      g_array_index (self->nodes, LpLayerNode, i) = g_array_index (nodes, LpLayerNode, place[i]);
  return size;
}

static void
move_side (Arrangement *self, const Side *sides, Side side, double x, double y)
{
  for (guint i = 0; i < self->nodes->len; i++)
    if (sides[i] == side)
      {
        g_array_index (self->nodes, LpLayerNode, i).x += x;
        g_array_index (self->nodes, LpLayerNode, i).y += y;
      }
}

static double
centred (double inside, double size)
{
  return floor ((inside - size) / 16) * 8;
}

static gboolean
has_side (const Arrangement *self, const Side *sides, Side side)
{
  for (guint i = 0; i < self->nodes->len; i++)
    if (sides[i] == side)
      return TRUE;
  return FALSE;
}

/* What leads to the core above it (at its left where that is too wide or high), what it leads to at its
 * right. */
static LpRect
place_around_core (Arrangement *self)
{
  g_autofree Side *sides = choose_sides (self);
  LpRect core = place_side (self, sides, SIDE_CORE, 1);
  LpRect before = place_side (self, sides, SIDE_BEFORE, 4);
  LpRect after = place_side (self, sides, SIDE_AFTER, 0.5);
  double x = 0, y = 0, h = core.h;
  gboolean has_before = has_side (self, sides, SIDE_BEFORE);
  if (has_before && (before.w > MAX (core.w * 1.2, 400) || before.h > core.h * 0.7))
    {
      move_side (self, sides, SIDE_BEFORE, 0, MAX (0, centred (core.h, before.h)));
      x = before.w + CORE_GAP;
      h = MAX (h, before.h);
      self->nest->stacked[self->container] = FALSE;
    }
  else if (has_before)
    {
      y = before.h + CORE_GAP;
      x = MAX (0, -centred (core.w, before.w));
      move_side (self, sides, SIDE_BEFORE, MAX (0, centred (core.w, before.w)), 0);
    }
  x = lp_grid_up (x);
  y = lp_grid_up (y);
  move_side (self, sides, SIDE_CORE, x, y);
  double right = MAX (x + core.w, before.w);
  if (!has_side (self, sides, SIDE_AFTER))
    return (LpRect){ 0, 0, right, y + h };
  self->nest->stacked[self->container] = FALSE;
  double lower = MAX (0, centred (y + h, after.h));
  move_side (self, sides, SIDE_AFTER, lp_grid_up (right) + CORE_GAP, lower);
  return (LpRect){ 0, 0, lp_grid_up (right) + CORE_GAP + after.w, MAX (y + h, lower + after.h) };
}

static LpRect
place_nodes (Arrangement *self)
{
  if (self->core != NO_NODE)
    return place_around_core (self);
  return lp_layers_place ((LpLayerNode *) (gpointer) self->nodes->data, self->nodes->len,
                          (const LpLayerLink *) (gpointer) self->links->data, self->links->len,
                          self->nest->options.gap, self->nest->options.aspect);
}

/* The free members from 0; gives their size. */
static LpRect
arrange (Arrangement *self)
{
  g_array_sort_with_data (self->members, by_kind_and_rank, self->nest);
  make_nodes (self);
  make_links (self);
  LpRect size = place_nodes (self);
  for (guint i = 0; i < self->members->len; i++)
    {
      LpRect *rect = &self->nest->boxes[member (self, i)].rect;
      const LpLayerNode *node = &g_array_index (self->nodes, LpLayerNode, self->node_of[member (self, i)]);
      rect->x += node->x;
      rect->y += node->y;
      self->node_of[member (self, i)] = NO_NODE;
    }
  return size;
}

static void
shift (const Arrangement *self, double x, double y)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      self->nest->boxes[member (self, i)].rect.x += x;
      self->nest->boxes[member (self, i)].rect.y += y;
    }
}

/* Puts the free members into the container, beside the fixed ones; gives what all of them need. */
static LpRect
place_members (Arrangement *self, GArray *fixed)
{
  LpNest *nest = self->nest;
  gboolean root = self->container == nest->n;
  double margin = lp_nest_margin (nest, self->container);
  double header = root ? 0 : nest->boxes[self->container].header;
  LpRect needed = { 0 };
  for (guint i = 0; i < fixed->len; i++)
    needed = lp_rect_union (needed, nest->boxes[g_array_index (fixed, guint, i)].rect);
  if (self->members->len > 0)
    {
      LpRect size = arrange (self);
      LpPoint at = { margin, margin + header };
      LpRect present = root ? needed
                            : (LpRect){ 0, 0, MAX (nest->boxes[self->container].rect.w - margin, 1),
                                        MAX (nest->boxes[self->container].rect.h - margin, 1) };
      if (fixed->len > 0)
        at = lp_fixed_find_room (nest, self->container, (const guint *) (gpointer) fixed->data, fixed->len,
                                 size, present);
      shift (self, at.x, at.y);
      needed = lp_rect_union (needed, (LpRect){ at.x, at.y, size.w, size.h });
    }
  return needed;
}

static void
grow (LpNest *nest, guint container, LpRect needed)
{
  LpLayoutBox *box = &nest->boxes[container];
  double margin = lp_nest_margin (nest, container);
  double w = MAX (2 * margin, lp_grid_up (needed.x + needed.w + margin));
  double h = MAX (2 * margin + box->header, lp_grid_up (needed.y + needed.h + margin));
  double wanted_w = box->fixed ? box->rect.w : lp_grid_up (box->width);
  double wanted_h = box->fixed ? box->rect.h : lp_grid_up (box->height);
  box->rect.w = w;
  box->rect.h = h;
  lp_columns_stretch (nest, container, MAX (w, wanted_w), MAX (h, wanted_h));
}

LpRect
lp_layout_place (LpLayoutBox *boxes,
                 guint n_boxes,
                 const LpLayoutEdge *edges,
                 guint n_edges,
                 const LpLayoutOptions *options)
{
  g_autoptr (LpNest) nest = lp_nest_new (boxes, n_boxes, edges, n_edges, options);
  g_autofree guint *node_of = g_new (guint, n_boxes + 1);
  memset (node_of, 0xff, (n_boxes + 1) * sizeof *node_of);
  LpRect whole = { 0 };
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) fixed = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (LpLayerNode));
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (LpLayerLink));
  for (guint step = 0; step <= n_boxes; step++)
    {
      guint c = step < n_boxes ? n_boxes - 1 - step : n_boxes;
      g_array_set_size (members, 0);
      g_array_set_size (fixed, 0);
      g_array_set_size (nodes, 0);
      g_array_set_size (links, 0);
      for (guint k = nest->members.first[c]; k < nest->members.first[c + 1]; k++)
        g_array_append_val (boxes[nest->members.items[k]].fixed ? fixed : members, nest->members.items[k]);
      Arrangement here = {
        .nest = nest, .container = c, .members = members, .nodes = nodes, .links = links, .node_of = node_of
      };
      LpRect needed = place_members (&here, fixed);
      if (c == n_boxes)
        whole = needed;
      else if (boxes[c].container)
        grow (nest, c, needed);
    }
  return whole;
}
