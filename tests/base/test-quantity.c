#include "base/quantity.h"

typedef struct
{
  const char *text;
  LpUnit unit;
  double amount;
  const char *formatted; /* NULL: the same */
} LpAmount;

static const LpAmount amounts[] = {
  { "15m", LP_UNIT_SECOND, 900 },
  { "15 min", LP_UNIT_SECOND, 900, "15m" },
  { "1h30m", LP_UNIT_SECOND, 5400, "90m" },
  { "1h 30m", LP_UNIT_SECOND, 5400, "90m" },
  { "35d", LP_UNIT_SECOND, 3024000 },
  { "2w", LP_UNIT_SECOND, 1209600, "14d" },
  { "0s", LP_UNIT_SECOND, 0 },
  { "250ms", LP_UNIT_SECOND, 0.25 },
  { "100GiB", LP_UNIT_BYTE, 107374182400.0 },
  { " 100 GiB ", LP_UNIT_BYTE, 107374182400.0, "100GiB" },
  { "200TB", LP_UNIT_BYTE, 200e12 },
  { "10Gbps", LP_UNIT_BIT_PER_SECOND, 10e9 },
  { "1.25 Gbps", LP_UNIT_BIT_PER_SECOND, 1.25e9, "1250Mbps" },
  { "99.9", LP_UNIT_PERCENT, 99.9, "99.9%" },
  { "99.95%", LP_UNIT_PERCENT, 99.95 },
  { "3", LP_UNIT_NONE, 3 },
};

static void
test_amounts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      double amount = -1;
      g_test_message ("%s", amounts[i].text);
      g_assert_true (lp_quantity_parse (amounts[i].text, amounts[i].unit, &amount));
      g_assert_cmpfloat_with_epsilon (amount, amounts[i].amount, 1e-6);
      g_autofree char *formatted = lp_quantity_format (amounts[i].amount, amounts[i].unit);
      g_assert_cmpstr (formatted, ==, amounts[i].formatted != NULL ? amounts[i].formatted : amounts[i].text);
    }
}

static void
test_refusals (void)
{
  static const char *const texts[] = { "", "m", "15", "15x", "-5m", "15m!", "1h,30m", "1..5h", "15 m m", "1e3s", "∞s" };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double amount = 42;
      g_test_message ("%s", texts[i]);
      g_assert_false (lp_quantity_parse (texts[i], LP_UNIT_SECOND, &amount));
      g_assert_cmpfloat (amount, ==, 42);
    }
  double amount = 42;
  g_assert_false (lp_quantity_parse ("10GiB", LP_UNIT_SECOND, &amount));
  g_assert_false (lp_quantity_parse ("1GiB2MiB", LP_UNIT_BYTE, &amount));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/quantity/amounts", test_amounts);
  g_test_add_func ("/base/quantity/refusals", test_refusals);
  return g_test_run ();
}
