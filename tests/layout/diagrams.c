#include "diagrams.h"

typedef struct
{
  Diagram *diagram;
  GArray *boxes, *edges;
  guint64 state;
} Maker;

/* Knuth's MMIX generator: no library changes it under us. */
static guint
below (Maker *self, guint n)
{
  self->state
      = self->state * G_GUINT64_CONSTANT (6364136223846793005) + G_GUINT64_CONSTANT (1442695040888963407);
  return (guint) ((self->state >> 33) % MAX (n, 1));
}

static guint
add_box (Maker *self, guint parent, gboolean container, double width, double height, guint rank)
{
  LpLayoutBox box = { .parent = parent,
                      .container = container,
                      .width = width,
                      .height = height,
                      .rank = rank,
                      .header = container ? 24 : 0 };
  g_array_append_val (self->boxes, box);
  return self->boxes->len - 1;
}

static guint
add_leaf (Maker *self, guint parent, guint rank)
{
  static const double sizes[][2] = { { 64, 84 }, { 96, 84 }, { 120, 98 }, { 48, 84 } };
  guint size = below (self, G_N_ELEMENTS (sizes));
  return add_box (self, parent, FALSE, sizes[size][0], sizes[size][1], rank);
}

static void
add_edge (Maker *self, guint from, guint to)
{
  LpLayoutEdge edge = { from, to };
  if (from != to)
    g_array_append_val (self->edges, edge);
}

/* One network of zones and subnets; gives the number of leaves that it took. */
static guint
add_network (Maker *self, guint region, guint wanted, GArray *leaves)
{
  guint before = leaves->len, network = add_box (self, region, TRUE, 0, 0, 4), leaf;
  leaf = add_leaf (self, network, 3);
  g_array_append_val (leaves, leaf);
  for (guint zone = 0, zones = 2 + below (self, 2); zone < zones && leaves->len - before < wanted; zone++)
    {
      guint in_zone = add_box (self, network, TRUE, 0, 0, 5);
      for (guint tier = 0, tiers = 2 + below (self, 2); tier < tiers && leaves->len - before < wanted; tier++)
        {
          guint subnet = add_box (self, in_zone, TRUE, 160, 0, tier);
          for (guint i = 0, n = 2 + below (self, 5); i < n && leaves->len - before < wanted; i++)
            {
              leaf = add_leaf (self, subnet, 5);
              g_array_append_val (leaves, leaf);
            }
        }
    }
  return leaves->len - before;
}

static Diagram *
take (Maker *self)
{
  Diagram *diagram = g_new0 (Diagram, 1);
  diagram->n_boxes = self->boxes->len;
  diagram->n_edges = self->edges->len;
  diagram->boxes = (LpLayoutBox *) (gpointer) g_array_free (self->boxes, FALSE);
  diagram->edges = (LpLayoutEdge *) (gpointer) g_array_free (self->edges, FALSE);
  return diagram;
}

static Maker
begin (guint seed)
{
  return (Maker){ .boxes = g_array_new (FALSE, TRUE, sizeof (LpLayoutBox)),
                  .edges = g_array_new (FALSE, TRUE, sizeof (LpLayoutEdge)),
                  .state = seed * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15) + 1 };
}

Diagram *
diagram_new (guint seed, guint n_leaves)
{
  Maker self = begin (seed);
  g_autoptr (GArray) leaves = g_array_new (FALSE, FALSE, sizeof (guint));
  guint users = n_leaves > 0 ? add_leaf (&self, G_MAXUINT, 0) : 0;
  if (n_leaves > 0)
    g_array_append_val (leaves, users);
  while (leaves->len < n_leaves)
    {
      guint region = add_box (&self, G_MAXUINT, TRUE, 0, 0, 4);
      for (guint i = 0, n = 1 + below (&self, 4); i < n && leaves->len < n_leaves; i++)
        add_network (&self, region, n_leaves - leaves->len, leaves);
    }
  for (guint i = 0; i < n_leaves * 13 / 10; i++)
    {
      guint from = below (&self, leaves->len), near = below (&self, 20);
      guint to = near < 13   ? from + 1 + below (&self, 6)
                 : near < 18 ? from + below (&self, 40)
                             : below (&self, leaves->len);
      to = to % leaves->len;
      add_edge (&self, g_array_index (leaves, guint, MIN (from, to)),
                g_array_index (leaves, guint, MAX (from, to)));
    }
  return take (&self);
}

Diagram *
diagram_new_wild (guint seed, guint n_boxes, guint n_edges)
{
  Maker self = begin (seed);
  for (guint i = 0; i < n_boxes; i++)
    {
      guint parent = below (&self, 3) == 0 || i == 0 ? G_MAXUINT : below (&self, i);
      if (parent != G_MAXUINT && !g_array_index (self.boxes, LpLayoutBox, parent).container)
        parent = G_MAXUINT;
      gboolean container = below (&self, 3) == 0;
      add_box (&self, parent, container, below (&self, 9) * 17, below (&self, 9) * 13, below (&self, 4));
    }
  for (guint i = 0; i < n_edges && n_boxes > 0; i++)
    {
      LpLayoutEdge edge = { below (&self, n_boxes), below (&self, n_boxes) };
      g_array_append_val (self.edges, edge);
    }
  return take (&self);
}

void
diagram_free (Diagram *diagram)
{
  g_free (diagram->boxes);
  g_free (diagram->edges);
  g_free (diagram);
}

LpRect *
diagram_absolute (const Diagram *diagram)
{
  LpRect *rects = g_new0 (LpRect, diagram->n_boxes + 1);
  for (guint i = 0; i < diagram->n_boxes; i++)
    {
      rects[i] = diagram->boxes[i].rect;
      if (diagram->boxes[i].parent != G_MAXUINT)
        {
          rects[i].x += rects[diagram->boxes[i].parent].x;
          rects[i].y += rects[diagram->boxes[i].parent].y;
        }
    }
  return rects;
}

LpRouteBox *
diagram_route_boxes (const Diagram *diagram)
{
  g_autofree LpRect *rects = diagram_absolute (diagram);
  LpRouteBox *boxes = g_new0 (LpRouteBox, diagram->n_boxes + 1);
  for (guint i = 0; i < diagram->n_boxes; i++)
    {
      LpRect rect = rects[i];
      boxes[i] = (LpRouteBox){ .rect = rect,
                               .port = rect,
                               .parent = diagram->boxes[i].parent,
                               .container = diagram->boxes[i].container,
                               .header = diagram->boxes[i].header,
                               .header_width = diagram->boxes[i].container ? rect.w / 2 : 0 };
      if (!boxes[i].container && rect.w >= 48 && rect.h > 48)
        boxes[i].port = (LpRect){ rect.x + (rect.w - 48) / 2, rect.y, 48, 48 };
    }
  return boxes;
}

LpRouteEdge *
diagram_route_edges (const Diagram *diagram, double label_width)
{
  LpRouteEdge *edges = g_new0 (LpRouteEdge, diagram->n_edges + 1);
  for (guint i = 0; i < diagram->n_edges; i++)
    edges[i] = (LpRouteEdge){ diagram->edges[i].from, diagram->edges[i].to, label_width,
                              label_width > 0 ? 14 : 0 };
  return edges;
}
