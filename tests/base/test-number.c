#include "base/number.h"

#include <math.h>

static void
check (double number, const char *text)
{
  char buffer[LP_NUMBER_BUFFER];
  g_assert_cmpstr (lp_number_format (number, buffer), ==, text);
  double back;
  g_assert_true (lp_number_parse (text, &back));
  g_assert_true (back == number);
}

static void
test_format (void)
{
  check (0, "0");
  check (40, "40");
  check (-7, "-7");
  check (0.1, "0.1");
  check (1.0 / 3, "0.3333333333333333");
  check (5e-324, "4.94065645841247e-324");
  check (1.7976931348623157e308, "1.7976931348623157e+308");
  char buffer[LP_NUMBER_BUFFER];
  g_assert_cmpstr (lp_number_format (-0.0, buffer), ==, "0");
}

/* Every double that is written reads back the same. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  for (guint i = 0; i < 20000; i++)
    {
      char buffer[LP_NUMBER_BUFFER];
      double number = ldexp (g_rand_double (rand) - 0.5, g_rand_int_range (rand, -300, 300)), back = 0;
      g_assert_true (lp_number_parse (lp_number_format (number, buffer), &back));
      g_assert_true (back == number);
    }
}

static void
test_rounded (void)
{
  char buffer[LP_NUMBER_BUFFER];
  g_assert_cmpstr (lp_number_format_rounded (1.005, 1, buffer), ==, "1");
  g_assert_cmpstr (lp_number_format_rounded (12.346, 2, buffer), ==, "12.35");
  g_assert_cmpstr (lp_number_format_rounded (-0.001, 2, buffer), ==, "0");
}

static void
test_refusals (void)
{
  static const char *const texts[] = { "", " 1", "1 ", "0x10", "nan", "inf", "-inf", "1e999", "1,5", "--1", "1a" };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double number = 42;
      g_assert_false (lp_number_parse (texts[i], &number));
      g_assert_cmpfloat (number, ==, 42);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/number/format", test_format);
  g_test_add_func ("/base/number/round-trip", test_round_trip);
  g_test_add_func ("/base/number/rounded", test_rounded);
  g_test_add_func ("/base/number/refusals", test_refusals);
  return g_test_run ();
}
