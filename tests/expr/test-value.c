/* Values: equality and order, maps, and how a person reads them. */
#include <math.h>

#include "expr/map.h"
#include "expr/suggest.h"
#include "host.h"

static void
test_numbers (void)
{
  int order = 7;

  g_assert_true (lp_value_equal (lp_value_int (1), lp_value_double (1)));
  g_assert_true (lp_value_equal (lp_value_uint (G_MAXUINT64), lp_value_uint (G_MAXUINT64)));
  g_assert_false (lp_value_equal (lp_value_int (-1), lp_value_uint (G_MAXUINT64)));
  g_assert_false (lp_value_equal (lp_value_double (NAN), lp_value_double (NAN)));
  g_assert_false (lp_value_compare (lp_value_double (NAN), lp_value_int (1), &order));
  g_assert_cmpint (order, ==, 7);
  g_assert_true (lp_value_compare (lp_value_int (G_MININT64), lp_value_uint (0), &order));
  g_assert_cmpint (order, ==, -1);
  g_assert_true (lp_value_compare (lp_value_uint (G_MAXUINT64), lp_value_int (G_MAXINT64), &order));
  g_assert_cmpint (order, ==, 1);
  g_assert_true (lp_value_compare (lp_value_double (-INFINITY), lp_value_int (G_MININT64), &order));
  g_assert_cmpint (order, ==, -1);
  g_assert_true (lp_value_compare (lp_value_int (G_MAXINT64 - 1), lp_value_int (G_MAXINT64), &order));
  g_assert_cmpint (order, ==, -1);
}

/* What is equal hashes alike, or a map would not find it. */
static void
test_hashes (void)
{
  const LpValue ones[] = { lp_value_int (1), lp_value_uint (1), lp_value_double (1) };

  for (gsize i = 1; i < G_N_ELEMENTS (ones); i++)
    g_assert_cmpuint (lp_value_hash (ones[i]), ==, lp_value_hash (ones[0]));
  g_assert_cmpuint (lp_value_hash (lp_value_double (0.0)), ==, lp_value_hash (lp_value_double (-0.0)));
  g_assert_cmpuint (lp_value_hash (lp_value_int (G_MAXINT64)), ==,
                    lp_value_hash (lp_value_double (9223372036854775808.0)));
  g_assert_cmpuint (lp_value_hash (lp_value_object (1, 1)), !=, lp_value_hash (lp_value_object (2, 1)));
}

/* Small maps are searched, large ones hashed: both find the same. */
static void
test_maps (void)
{
  g_autoptr (LpExprSchema) schema = test_schema_new ();
  g_autoptr (LpExprRun) run = test_run_new (schema, 0);

  for (guint n = 0; n < 100; n += 3)
    {
      g_autofree LpValue *entries = g_new0 (LpValue, 2 * n + 2);
      LpValue map, value;

      for (guint i = 0; i < n; i++)
        {
          entries[2 * i] = i % 2 ? lp_value_int (i) : lp_value_uint (i);
          entries[2 * i + 1] = lp_value_int (i * i);
        }
      map = lp_expr_run_map (run, entries, n);
      g_assert_cmpint (map.kind, ==, LP_VALUE_MAP);
      g_assert_cmpuint (lp_map_size (map.map), ==, n);
      for (guint i = 0; i < n; i++)
        {
          g_assert_true (lp_map_lookup (map.map, lp_value_double (i), &value));
          g_assert_cmpint (value.integer, ==, i * i);
        }
      g_assert_false (lp_map_lookup (map.map, lp_value_int (n), &value));
      g_assert_false (lp_map_lookup (map.map, lp_value_string ("0"), &value));
      entries[2 * n] = lp_value_int (n / 2);
      entries[2 * n + 1] = lp_value_null ();
      g_assert_cmpint (lp_expr_run_map (run, entries, n + 1).kind, ==,
                       n == 0 ? LP_VALUE_MAP : LP_VALUE_ERROR);
    }
}

static void
assert_text (const char *source, const char *text)
{
  g_autoptr (LpExprSchema) schema = test_schema_new ();
  g_autoptr (LpExprRun) run = test_run_new (schema, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (LpExpr) expr = lp_expr_compile (schema, source, -1, NULL, &error);
  g_autoptr (GString) out = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_true (lp_expr_run_write_text (run, lp_expr_eval (expr, run), out));
  g_assert_cmpstr (out->str, ==, text);
}

static void
test_text (void)
{
  assert_text ("'plain \"text\"'", "plain \"text\"");
  assert_text ("['a', 'b']", "a, b");
  assert_text ("[]", "");
  assert_text ("2.0", "2");
  assert_text ("99.95", "99.95");
  assert_text ("self", "web-1");
  assert_text ("components", "web-1, web-2, db, front, az-a, az-b");
  assert_text ("duration('90m')", "90m");
  assert_text ("duration('15m')", "15m");
  assert_text ("duration('-1.5s')", "-1.5s");
  assert_text ("null", "null");
  assert_text ("true", "true");
  assert_text ("{'a': 1, 'b': [1, 2]}", "a: 1, b: 1, 2");
}

static void
assert_suggestion (const char *wanted, const char *name)
{
  static const char *const names[] = { "encrypted", "multi_az", "retention", "id", "size", "site" };
  LpSuggestion best = LP_SUGGESTION_INIT (wanted);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    lp_suggestion_try (&best, names[i]);
  g_assert_cmpstr (best.name, ==, name);
}

static void
test_suggestions (void)
{
  assert_suggestion ("encrpyted", "encrypted");
  assert_suggestion ("multiaz", "multi_az");
  assert_suggestion ("retntion", "retention");
  assert_suggestion ("sie", "site");
  assert_suggestion ("sizes", "size");
  assert_suggestion ("colour", NULL);
  assert_suggestion ("x", NULL);
  assert_suggestion ("", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/expr/value/numbers", test_numbers);
  g_test_add_func ("/expr/value/hashes", test_hashes);
  g_test_add_func ("/expr/value/maps", test_maps);
  g_test_add_func ("/expr/value/text", test_text);
  g_test_add_func ("/expr/value/suggestions", test_suggestions);
  return g_test_run ();
}
