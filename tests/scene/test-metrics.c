#include "scene/metrics.h"

static void
expect_wrap (const char *text, double width, guint lines, const char *wanted)
{
  g_auto (GStrv) got = lp_text_wrap (text, 10, LP_WEIGHT_REGULAR, width, lines);
  g_autofree char *joined = g_strjoinv ("|", got);
  g_assert_cmpstr (joined, ==, wanted);
  for (guint i = 0; got[i] != NULL; i++)
    g_assert_cmpfloat (lp_text_width (got[i], 10, LP_WEIGHT_REGULAR), <=, MAX (width, 10));
}

static void
test_width (void)
{
  g_assert_cmpfloat (lp_text_width ("", 12, LP_WEIGHT_REGULAR), ==, 0);
  g_assert_cmpfloat_with_epsilon (lp_text_width ("0", 100, LP_WEIGHT_REGULAR), 61.4, 1e-9);
  g_assert_cmpfloat_with_epsilon (lp_text_width ("가나", 12, LP_WEIGHT_REGULAR), 24, 1e-9);
  g_assert_cmpfloat (lp_text_width ("Load", 12, LP_WEIGHT_SEMIBOLD), >,
                     lp_text_width ("Load", 12, LP_WEIGHT_REGULAR));
  /* a combining accent takes no room of its own */
  g_assert_cmpfloat_with_epsilon (lp_text_width ("e\314\201", 12, 400), lp_text_width ("e", 12, 400), 1e-9);
}

static void
test_wrap (void)
{
  expect_wrap ("", 100, 2, "");
  expect_wrap ("web server", 100, 2, "web server");
  expect_wrap ("web server", 40, 2, "web|server");
  expect_wrap ("order-service-production", 80, 2, "order-service-|production");
  expect_wrap ("one two three four five six", 40, 2, "one two|three f…");
  expect_wrap ("가용 영역의 데이터베이스", 60, 3, "가용 영역의|데이터베이스");
  expect_wrap ("미국동부리전", 30, 3, "미국동|부리전");
  expect_wrap ("abcdefghijklmnopqrstuvwxyz", 50, 2, "abcdefghij|klmnopq…");
  expect_wrap ("i", 1, 1, "i");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/metrics/width", test_width);
  g_test_add_func ("/metrics/wrap", test_wrap);
  return g_test_run ();
}
