#include "packed.h"

#include <math.h>

#define NOBODY G_MAXUINT
#define GAP 40
#define PADDING 24
#define TITLE 20

/* Where a leaf stands, level by level, and its tier. */
typedef struct
{
  guint box, region, vpc, zone;
  int tier;
} Leaf;

typedef struct
{
  guint64 state;
  guint wanted;
  GArray *boxes, *leaves;
} Maker;

static double
next (Maker *self)
{
  self->state = self->state * 6364136223846793005u + 1442695040888963407u;
  return (double) (self->state >> 33) / 2147483648.0;
}

static guint
between (Maker *self, guint low, guint high)
{
  return low + (guint) (next (self) * (high - low + 1));
}

static guint
add_container (Maker *self, guint parent)
{
  LpRouteBox box = { .parent = parent, .container = TRUE };
  g_array_append_val (self->boxes, box);
  return self->boxes->len - 1;
}

static void
add_leaves (Maker *self, guint n, Leaf leaf)
{
  static const double sizes[4][2] = { { 64, 64 }, { 80, 60 }, { 96, 64 }, { 64, 80 } };
  guint parent = leaf.box;
  for (guint i = 0; i < n && self->leaves->len < self->wanted; i++)
    {
      const double *size = sizes[between (self, 0, 3)];
      LpRouteBox box = { .rect = { 0, 0, size[0], size[1] }, .parent = parent };
      leaf.box = self->boxes->len;
      g_array_append_val (self->boxes, box);
      g_array_append_val (self->leaves, leaf);
    }
}

static void
add_vpc (Maker *self, guint region)
{
  guint vpc = add_container (self, region);
  add_leaves (self, between (self, 1, 3), (Leaf){ vpc, region, vpc, NOBODY, -1 });
  guint n_zones = between (self, 2, 3);
  for (guint i = 0; i < n_zones && self->leaves->len < self->wanted; i++)
    {
      guint zone = add_container (self, vpc), n_subnets = between (self, 2, 3);
      for (guint tier = 0; tier < n_subnets && self->leaves->len < self->wanted; tier++)
        {
          guint subnet = add_container (self, zone);
          add_leaves (self, between (self, 3, 7), (Leaf){ subnet, region, vpc, zone, (int) tier });
        }
    }
}

static void
add_boxes (Maker *self)
{
  guint n = self->wanted, n_vpcs = n < 300 ? 2 : n < 2500 ? 4 : 8;
  add_leaves (self, MAX (1, n / 100), (Leaf){ NOBODY, NOBODY, NOBODY, NOBODY, -2 });
  while (self->leaves->len < n)
    {
      guint region = add_container (self, NOBODY);
      add_leaves (self, between (self, 2, 4) * (n < 300 ? 1 : n_vpcs / 2),
                  (Leaf){ region, region, NOBODY, NOBODY, 3 });
      for (guint i = 0; i < n_vpcs && self->leaves->len < n; i++)
        add_vpc (self, region);
    }
}

/* Leaves that share the region (level 0), the network (1) or the zone (2) of one of them; all where it has
 * none. */
static GArray *
neighbours (const Maker *self, const Leaf *leaf, guint level)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->leaves->len; i++)
    {
      const Leaf *other = &g_array_index (self->leaves, Leaf, i);
      gboolean same = level == 0   ? other->region == leaf->region
                      : level == 1 ? other->vpc == leaf->vpc
                      : level == 2 ? other->zone == leaf->zone
                                   : TRUE;
      if (same)
        g_array_append_val (found, i);
    }
  return found;
}

static gboolean
is_joined (const GArray *edges, guint a, guint b)
{
  for (guint i = 0; i < edges->len; i++)
    {
      const LpRouteEdge *edge = &g_array_index (edges, LpRouteEdge, i);
      if ((edge->from == a && edge->to == b) || (edge->from == b && edge->to == a))
        return TRUE;
    }
  return FALSE;
}

static void
add_edge (Maker *self, GArray *edges)
{
  Leaf a = g_array_index (self->leaves, Leaf, between (self, 0, self->leaves->len - 1));
  double where = next (self);
  guint level = where < 0.6 ? (a.zone != NOBODY ? 2 : 1) : where < 0.8 ? 1 : where < 0.92 ? 0 : 3;
  g_autoptr (GArray) pool = neighbours (self, &a, level);
  Leaf b = g_array_index (self->leaves, Leaf, g_array_index (pool, guint, between (self, 0, pool->len - 1)));
  if (a.box == b.box || (ABS (a.tier - b.tier) > 1 && next (self) < 0.6))
    return;
  gboolean turn = a.tier > b.tier && next (self) < 0.9;
  LpRouteEdge edge = { .from = turn ? b.box : a.box, .to = turn ? a.box : b.box };
  if (!is_joined (edges, edge.from, edge.to))
    g_array_append_val (edges, edge);
}

/* Packs what stands in the container in rows; children come after their container, so that it is called for
 * the last box first. */
static void
pack (GArray *boxes, guint container)
{
  double area = 0, widest = 0, x = 0, y = 0, row = 0, width = 0;
  for (guint i = 0; i < boxes->len; i++)
    {
      const LpRouteBox *box = &g_array_index (boxes, LpRouteBox, i);
      if (box->parent != container)
        continue;
      area += (box->rect.w + GAP) * (box->rect.h + GAP);
      widest = MAX (widest, box->rect.w);
    }
  double most = MAX (widest, sqrt (area * 1.6));
  for (guint i = 0; i < boxes->len; i++)
    {
      LpRouteBox *box = &g_array_index (boxes, LpRouteBox, i);
      if (box->parent != container)
        continue;
      if (x > 0 && x + box->rect.w > most)
        {
          x = 0;
          y += row + GAP;
          row = 0;
        }
      box->rect.x = x;
      box->rect.y = y;
      x += box->rect.w + GAP;
      row = MAX (row, box->rect.h);
      width = MAX (width, x - GAP);
    }
  if (container != NOBODY)
    {
      LpRect *rect = &g_array_index (boxes, LpRouteBox, container).rect;
      rect->w = width + 2 * PADDING;
      rect->h = y + row + 2 * PADDING + TITLE;
    }
}

static void
pack_all (GArray *boxes)
{
  for (guint i = boxes->len; i-- > 0;)
    if (g_array_index (boxes, LpRouteBox, i).container)
      pack (boxes, i);
  pack (boxes, NOBODY);
  for (guint i = 0; i < boxes->len; i++)
    {
      LpRouteBox *box = &g_array_index (boxes, LpRouteBox, i);
      if (box->parent != NOBODY)
        {
          box->rect.x += g_array_index (boxes, LpRouteBox, box->parent).rect.x + PADDING;
          box->rect.y += g_array_index (boxes, LpRouteBox, box->parent).rect.y + PADDING + TITLE;
        }
      box->port = box->rect;
    }
}

Packed *
packed_new (guint seed, guint n_leaves)
{
  Packed *self = g_new0 (Packed, 1);
  Maker maker = { .state = seed * 0x9E3779B97F4A7C15u + 0xD1B54A32D192ED03u, .wanted = n_leaves };
  guint n_edges = (guint) rint (1.3 * n_leaves);
  maker.boxes = self->boxes = g_array_new (FALSE, TRUE, sizeof (LpRouteBox));
  maker.leaves = g_array_new (FALSE, FALSE, sizeof (Leaf));
  self->edges = g_array_new (FALSE, TRUE, sizeof (LpRouteEdge));
  add_boxes (&maker);
  for (guint tries = 0; self->edges->len < n_edges && tries < 100 * n_edges; tries++)
    add_edge (&maker, self->edges);
  pack_all (self->boxes);
  g_array_unref (maker.leaves);
  return self;
}

void
packed_free (Packed *packed)
{
  g_array_unref (packed->boxes);
  g_array_unref (packed->edges);
  g_free (packed);
}
