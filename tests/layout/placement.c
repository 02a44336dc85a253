#include "diagrams.h"

#include <math.h>

static void
place (Diagram *diagram)
{
  lp_layout_place (diagram->boxes, diagram->n_boxes, diagram->edges, diagram->n_edges,
                   &LP_LAYOUT_OPTIONS_DEFAULT);
}

static void
assert_on_grid (double value)
{
  g_assert_true (isfinite (value));
  g_assert_cmpfloat (value, ==, floor (value / 8) * 8);
}

static void
assert_inside (const LpLayoutBox *parent, const LpLayoutBox *child)
{
  g_assert_cmpfloat (child->rect.x, >=, 24);
  g_assert_cmpfloat (child->rect.y, >=, 24 + parent->header);
  g_assert_cmpfloat (child->rect.x + child->rect.w + 24, <=, parent->rect.w);
  g_assert_cmpfloat (child->rect.y + child->rect.h + 24, <=, parent->rect.h);
}

static void
assert_well_placed (const Diagram *diagram)
{
  for (guint i = 0; i < diagram->n_boxes; i++)
    {
      const LpLayoutBox *box = &diagram->boxes[i];
      assert_on_grid (box->rect.x);
      assert_on_grid (box->rect.y);
      if (box->parent != G_MAXUINT)
        assert_inside (&diagram->boxes[box->parent], box);
      if (!box->container)
        {
          g_assert_cmpfloat (box->rect.w, ==, box->width);
          g_assert_cmpfloat (box->rect.h, ==, box->height);
        }
      for (guint k = 0; k < i; k++)
        if (diagram->boxes[k].parent == box->parent)
          g_assert_false (lp_rect_overlaps (lp_rect_grow (diagram->boxes[k].rect, 23.5), box->rect));
    }
}

static void
test_nested (void)
{
  static const guint sizes[] = { 1, 2, 7, 30, 150, 600 };
  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (guint seed = 1; seed <= 12; seed++)
      {
        g_autoptr (Diagram) diagram = diagram_new (seed, sizes[s]);
        place (diagram);
        assert_well_placed (diagram);
      }
}

static void
test_wild (void)
{
  for (guint seed = 1; seed <= 200; seed++)
    {
      g_autoptr (Diagram) diagram = diagram_new_wild (seed, seed % 60, seed % 90);
      place (diagram);
      assert_well_placed (diagram);
    }
}

static void
test_same_twice (void)
{
  g_autoptr (Diagram) first = diagram_new (5, 300);
  g_autoptr (Diagram) second = diagram_new (5, 300);
  place (first);
  place (second);
  for (guint i = 0; i < first->n_boxes; i++)
    g_assert_cmpmem (&first->boxes[i].rect, sizeof (LpRect), &second->boxes[i].rect, sizeof (LpRect));
}

static void
test_nothing (void)
{
  LpRect whole = lp_layout_place (NULL, 0, NULL, 0, &LP_LAYOUT_OPTIONS_DEFAULT);
  g_assert_cmpfloat (whole.w, ==, 0);
  g_assert_cmpfloat (whole.h, ==, 0);
}

static void
test_hostile_numbers (void)
{
  LpLayoutBox boxes[] = {
    { .parent = G_MAXUINT, .container = TRUE, .width = NAN, .height = -5, .header = INFINITY },
    { .parent = 0, .width = INFINITY, .height = NAN },
    { .parent = 0, .width = -3, .height = 0, .fixed = TRUE, .rect = { NAN, INFINITY, -1, NAN } },
    { .parent = 0, .width = 40, .height = 40, .anchor = NAN },
  };
  LpLayoutEdge edges[] = { { 1, 3 }, { 3, 1 }, { 1, 1 }, { 0, 3 } };
  lp_layout_place (boxes, G_N_ELEMENTS (boxes), edges, G_N_ELEMENTS (edges), &LP_LAYOUT_OPTIONS_DEFAULT);
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    g_assert_true (isfinite (boxes[i].rect.x + boxes[i].rect.y + boxes[i].rect.w + boxes[i].rect.h));
  assert_inside (&boxes[0], &boxes[1]);
  assert_inside (&boxes[0], &boxes[3]);
}

/* users -> balancer -> server -> database: one straight line from left to right. */
static void
test_chain (void)
{
  LpLayoutBox boxes[4];
  LpLayoutEdge edges[] = { { 2, 0 }, { 0, 3 }, { 3, 1 } };
  static const guint order[] = { 2, 0, 3, 1 };
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    boxes[i] = (LpLayoutBox){ .parent = G_MAXUINT, .width = 64 + 8 * i, .height = 84, .anchor = 24 };
  lp_layout_place (boxes, G_N_ELEMENTS (boxes), edges, G_N_ELEMENTS (edges), &LP_LAYOUT_OPTIONS_DEFAULT);
  for (guint i = 1; i < G_N_ELEMENTS (order); i++)
    {
      const LpRect *left = &boxes[order[i - 1]].rect, *right = &boxes[order[i]].rect;
      g_assert_cmpfloat (left->x + left->w + 24, <=, right->x);
      g_assert_cmpfloat (left->y, ==, right->y);
    }
}

/* Two zones with the same subnets: equal columns side by side, their subnets in rows that line up. */
static void
test_zones_are_columns (void)
{
  LpLayoutBox boxes[] = {
    { .parent = G_MAXUINT, .container = TRUE, .header = 24 },
    { .parent = 0, .width = 64, .height = 84, .rank = 3 },
    { .parent = 0, .container = TRUE, .header = 24, .rank = 5 },
    { .parent = 0, .container = TRUE, .header = 24, .rank = 5 },
    { .parent = 2, .container = TRUE, .header = 24, .rank = 1 },
    { .parent = 2, .container = TRUE, .header = 24, .rank = 0 },
    { .parent = 3, .container = TRUE, .header = 24, .rank = 0 },
    { .parent = 3, .container = TRUE, .header = 24, .rank = 1 },
    { .parent = 4, .width = 64, .height = 84 },
    { .parent = 4, .width = 64, .height = 84 },
    { .parent = 5, .width = 64, .height = 84 },
    { .parent = 6, .width = 96, .height = 120 },
    { .parent = 7, .width = 64, .height = 84 },
  };
  LpLayoutEdge edges[] = { { 1, 8 }, { 1, 9 }, { 1, 12 } };
  lp_layout_place (boxes, G_N_ELEMENTS (boxes), edges, G_N_ELEMENTS (edges), &LP_LAYOUT_OPTIONS_DEFAULT);
  g_assert_cmpfloat (boxes[2].rect.y, ==, boxes[3].rect.y);
  g_assert_cmpfloat (boxes[2].rect.w, ==, boxes[3].rect.w);
  g_assert_cmpfloat (boxes[2].rect.h, ==, boxes[3].rect.h);
  g_assert_cmpfloat (boxes[2].rect.x + boxes[2].rect.w + 24, <=, boxes[3].rect.x);
  /* The public subnets stand above the private ones, whatever their order in the document. */
  g_assert_cmpfloat (boxes[5].rect.y + boxes[5].rect.h + 24, <=, boxes[4].rect.y);
  g_assert_cmpfloat (boxes[5].rect.y, ==, boxes[6].rect.y);
  g_assert_cmpfloat (boxes[5].rect.h, ==, boxes[6].rect.h);
  g_assert_cmpfloat (boxes[4].rect.y, ==, boxes[7].rect.y);
  g_assert_cmpfloat (boxes[4].rect.h, ==, boxes[7].rect.h);
  for (guint i = 4; i <= 7; i++)
    g_assert_cmpfloat (boxes[i].rect.w, ==, boxes[2].rect.w - 48);
  /* What leads to the zones stands above them. */
  g_assert_cmpfloat (boxes[1].rect.y + boxes[1].rect.h + 24, <=, boxes[2].rect.y);
}

static void
test_fixed_are_kept (void)
{
  LpLayoutBox boxes[] = {
    { .parent = G_MAXUINT, .container = TRUE, .header = 24, .fixed = TRUE, .rect = { 100, 60, 400, 300 } },
    { .parent = 0, .width = 64, .height = 84, .fixed = TRUE, .rect = { 33, 61, 64, 84 } },
    { .parent = 0, .width = 64, .height = 84 },
    { .parent = G_MAXUINT, .width = 64, .height = 84 },
  };
  LpRect kept[] = { boxes[0].rect, boxes[1].rect };
  lp_layout_place (boxes, G_N_ELEMENTS (boxes), NULL, 0, &LP_LAYOUT_OPTIONS_DEFAULT);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_cmpmem (&boxes[i].rect, sizeof (LpRect), &kept[i], sizeof (LpRect));
  assert_inside (&boxes[0], &boxes[2]);
  g_assert_false (lp_rect_overlaps (lp_rect_grow (boxes[1].rect, 23.5), boxes[2].rect));
  g_assert_false (lp_rect_overlaps (lp_rect_grow (boxes[0].rect, 23.5), boxes[3].rect));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/nested", test_nested);
  g_test_add_func ("/layout/wild", test_wild);
  g_test_add_func ("/layout/same-twice", test_same_twice);
  g_test_add_func ("/layout/nothing", test_nothing);
  g_test_add_func ("/layout/hostile-numbers", test_hostile_numbers);
  g_test_add_func ("/layout/chain", test_chain);
  g_test_add_func ("/layout/zones-are-columns", test_zones_are_columns);
  g_test_add_func ("/layout/fixed-are-kept", test_fixed_are_kept);
  return g_test_run ();
}
