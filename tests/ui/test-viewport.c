#include "ui/canvas/viewport.h"

#define NEAR 1e-6

static LpViewport *
new_viewport (void)
{
  LpViewport *viewport = lp_viewport_new ();

  lp_viewport_set_size (viewport, 800, 600);
  return viewport;
}

static void
count (LpViewport *viewport, guint *n)
{
  (*n)++;
}

static void
test_conversion (void)
{
  g_autoptr (LpViewport) viewport = new_viewport ();

  lp_viewport_zoom_to (viewport, 2, (LpPoint){ 0, 0 });
  lp_viewport_pan (viewport, 100, 50);
  LpPoint diagram = lp_viewport_to_diagram (viewport, (LpPoint){ 10, 20 });
  g_assert_cmpfloat_with_epsilon (diagram.x, 55, NEAR);
  g_assert_cmpfloat_with_epsilon (diagram.y, 35, NEAR);
  LpPoint view = lp_viewport_to_view (viewport, diagram);
  g_assert_cmpfloat_with_epsilon (view.x, 10, NEAR);
  g_assert_cmpfloat_with_epsilon (view.y, 20, NEAR);
  LpRect rect = lp_viewport_rect_to_view (viewport, (LpRect){ 50, 25, 10, 5 });
  g_assert_cmpfloat_with_epsilon (rect.x, 0, NEAR);
  g_assert_cmpfloat_with_epsilon (rect.w, 20, NEAR);
  g_assert_cmpfloat_with_epsilon (rect.h, 10, NEAR);
}

/* Zooming may move the anchor by no more than the rounding to whole pixels. */
static void
test_anchor (void)
{
  g_autoptr (LpViewport) viewport = new_viewport ();
  LpPoint anchor = { 321, 123 };

  lp_viewport_pan (viewport, 37, 91);
  LpPoint before = lp_viewport_to_diagram (viewport, anchor);
  for (guint i = 0; i < 20; i++)
    {
      lp_viewport_zoom_to (viewport, lp_viewport_get_zoom (viewport) * 1.13, anchor);
      LpPoint view = lp_viewport_to_view (viewport, before);
      g_assert_cmpfloat_with_epsilon (view.x, anchor.x, 12);
      g_assert_cmpfloat_with_epsilon (view.y, anchor.y, 12);
    }
}

static void
test_limits (void)
{
  g_autoptr (LpViewport) viewport = new_viewport ();

  lp_viewport_zoom_to (viewport, 1000, (LpPoint){ 0, 0 });
  g_assert_cmpfloat (lp_viewport_get_zoom (viewport), ==, LP_VIEWPORT_MAX_ZOOM);
  lp_viewport_zoom_to (viewport, 1e-9, (LpPoint){ 0, 0 });
  g_assert_cmpfloat (lp_viewport_get_zoom (viewport), ==, LP_VIEWPORT_MIN_ZOOM);
}

static void
test_whole_pixels (void)
{
  g_autoptr (LpViewport) viewport = new_viewport ();

  lp_viewport_zoom_to (viewport, 1.3, (LpPoint){ 17, 23 });
  lp_viewport_pan (viewport, 10.4, 0.6);
  LpPoint origin = lp_viewport_get_origin (viewport);
  double x = origin.x * 1.3, y = origin.y * 1.3;
  g_assert_cmpfloat_with_epsilon (x, (double) (int) (x < 0 ? x - 0.5 : x + 0.5), NEAR);
  g_assert_cmpfloat_with_epsilon (y, (double) (int) (y < 0 ? y - 0.5 : y + 0.5), NEAR);
}

static void
test_steps (void)
{
  g_autoptr (LpViewport) viewport = new_viewport ();

  lp_viewport_step (viewport, TRUE);
  g_assert_cmpfloat (lp_viewport_get_zoom (viewport), ==, 1.25);
  lp_viewport_step (viewport, FALSE);
  lp_viewport_step (viewport, FALSE);
  g_assert_cmpfloat (lp_viewport_get_zoom (viewport), ==, 0.8);
  for (guint i = 0; i < 40; i++)
    lp_viewport_step (viewport, FALSE);
  g_assert_cmpfloat (lp_viewport_get_zoom (viewport), ==, LP_VIEWPORT_MIN_ZOOM);
  for (guint i = 0; i < 40; i++)
    lp_viewport_step (viewport, TRUE);
  g_assert_cmpfloat (lp_viewport_get_zoom (viewport), ==, LP_VIEWPORT_MAX_ZOOM);
}

static void
test_fit (void)
{
  g_autoptr (LpViewport) viewport = new_viewport ();

  lp_viewport_fit (viewport, (LpRect){ 100, 100, 1500, 500 }, 25, 1);
  g_assert_cmpfloat_with_epsilon (lp_viewport_get_zoom (viewport), 0.5, NEAR);
  LpPoint centre = lp_viewport_to_view (viewport, (LpPoint){ 850, 350 });
  g_assert_cmpfloat_with_epsilon (centre.x, 400, 1);
  g_assert_cmpfloat_with_epsilon (centre.y, 300, 1);
  lp_viewport_fit (viewport, (LpRect){ 0, 0, 10, 10 }, 25, 1);
  g_assert_cmpfloat (lp_viewport_get_zoom (viewport), ==, 1);
}

static void
test_reveal (void)
{
  g_autoptr (LpViewport) viewport = new_viewport ();

  lp_viewport_reveal (viewport, (LpRect){ 100, 100, 50, 50 }, 20);
  g_assert_cmpfloat (lp_viewport_get_origin (viewport).x, ==, 0);
  lp_viewport_reveal (viewport, (LpRect){ 900, 100, 50, 50 }, 20);
  g_assert_cmpfloat (lp_viewport_get_origin (viewport).x, ==, 170);
  g_assert_cmpfloat (lp_viewport_get_origin (viewport).y, ==, 0);
  lp_viewport_reveal (viewport, (LpRect){ 0, -100, 50, 50 }, 20);
  g_assert_cmpfloat (lp_viewport_get_origin (viewport).x, ==, -20);
  g_assert_cmpfloat (lp_viewport_get_origin (viewport).y, ==, -120);
  /* What is larger than the view comes to its middle. */
  lp_viewport_reveal (viewport, (LpRect){ 0, 0, 2000, 100 }, 20);
  g_assert_cmpfloat (lp_viewport_get_origin (viewport).x, ==, 600);
}

static void
test_extent (void)
{
  g_autoptr (LpViewport) viewport = new_viewport ();

  lp_viewport_set_extent (viewport, (LpRect){ 0, 0, 1000, 1000 });
  lp_viewport_pan (viewport, 1e6, 0);
  g_assert_cmpfloat (lp_viewport_get_origin (viewport).x, ==, 952);
  lp_viewport_pan (viewport, -1e6, -1e6);
  g_assert_cmpfloat (lp_viewport_get_origin (viewport).x, ==, -752);
  g_assert_cmpfloat (lp_viewport_get_origin (viewport).y, ==, -552);
}

static void
test_changed (void)
{
  g_autoptr (LpViewport) viewport = new_viewport ();
  guint n = 0;

  g_signal_connect (viewport, "changed", G_CALLBACK (count), &n);
  lp_viewport_pan (viewport, 0, 0);
  lp_viewport_zoom_to (viewport, 1, (LpPoint){ 5, 5 });
  lp_viewport_set_size (viewport, 800, 600);
  g_assert_cmpuint (n, ==, 0);
  lp_viewport_pan (viewport, 8, 0);
  lp_viewport_zoom_to (viewport, 2, (LpPoint){ 5, 5 });
  lp_viewport_set_size (viewport, 801, 600);
  g_assert_cmpuint (n, ==, 3);
}

static void
test_misuse (void)
{
  g_autoptr (LpViewport) viewport = new_viewport ();

  g_test_expect_message ("loadpath", G_LOG_LEVEL_CRITICAL, "*isfinite*");
  lp_viewport_zoom_to (viewport, 0, (LpPoint){ 0, 0 });
  g_test_assert_expected_messages ();
  g_assert_cmpfloat (lp_viewport_get_zoom (viewport), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/viewport/conversion", test_conversion);
  g_test_add_func ("/viewport/anchor", test_anchor);
  g_test_add_func ("/viewport/limits", test_limits);
  g_test_add_func ("/viewport/whole-pixels", test_whole_pixels);
  g_test_add_func ("/viewport/steps", test_steps);
  g_test_add_func ("/viewport/fit", test_fit);
  g_test_add_func ("/viewport/reveal", test_reveal);
  g_test_add_func ("/viewport/extent", test_extent);
  g_test_add_func ("/viewport/changed", test_changed);
  g_test_add_func ("/viewport/misuse", test_misuse);
  return g_test_run ();
}
