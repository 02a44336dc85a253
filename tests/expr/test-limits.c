/* Nothing that an expression says can hang, crash or fill the memory. */
#include "host.h"

static char *
repeat (const char *before, const char *part, guint n, const char *after)
{
  GString *out = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (out, part);
  g_string_append (out, after);
  return g_string_free (out, FALSE);
}

static void
assert_result (const char *source, const char *result)
{
  g_autofree char *found = test_eval (source, 0, TRUE);

  g_assert_cmpstr (found, ==, result);
}

static void
assert_repeated (const char *before, const char *part, guint n, const char *after, const char *result)
{
  g_autofree char *source = repeat (before, part, n, after);

  assert_result (source, result);
}

/* What CEL asks every implementation to take, and then much more. */
static void
test_long (void)
{
  assert_repeated ("false", " || false", 5000, "", "false");
  assert_repeated ("true", " && true", 5000, "", "true");
  assert_repeated ("1", " + 1", 150, "", "151");
  assert_repeated ("", "true ? 1 : ", 100, "2", "1");
  assert_repeated ("size([0", ", 0", 5000, "])", "5001");
  assert_repeated ("'", "x", 60000, "'.size()", "60000");
  assert_repeated ("1 // ", "x", 60000, "", "1");
  assert_repeated ("1", " ", 65535, "", "1");
  assert_repeated ("1", " ", 65536, "", "!TOO_LONG");
}

static void
test_deep (void)
{
  assert_repeated ("", "(", 150, "", "!SYNTAX");
  assert_repeated ("", "(", 60000, "", "!TOO_DEEP");
  assert_repeated ("", "[", 60000, "", "!TOO_DEEP");
  assert_repeated ("", "!", 60000, "true", "!TOO_DEEP");
  assert_repeated ("", "- ", 30000, "1", "!TOO_DEEP");
  assert_repeated ("1", " + 1", 10000, "", "!TOO_DEEP");
  assert_repeated ("[]", "[0]", 10000, "", "!TOO_DEEP");
  assert_repeated ("any", ".x", 10000, "", "!TOO_DEEP");
  assert_repeated ("any", ".x()", 10000, "", "!TOO_DEEP");
  assert_repeated ("", "true ? 1 : ", 5000, "2", "!TOO_DEEP");
  assert_repeated ("", "[1].map(x, ", 4000, "", "!TOO_DEEP");
  assert_repeated ("", "{1: ", 10000, "", "!TOO_DEEP");
}

/* The last one stands for the rest: 10 ^ 9 steps, 2 ^ 60 items. */
static void
test_budget (void)
{
  static const char ten[] = "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]";
  g_autoptr (GString) nested = g_string_new ("true");
  g_autoptr (GString) doubled = g_string_new ("['xxxxxxxxxxxxxxxx']");
  g_autoptr (GString) shared = g_string_new ("[[1]]");

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *inner = g_strdup (nested->str);

      g_string_printf (nested, "%s.all(v%u, %s)", ten, i, inner);
    }
  assert_result (nested->str, "!LIMIT");
  /* It is not absorbed: what comes behind is not evaluated either. */
  g_string_append (nested, " || true");
  assert_result (nested->str, "!LIMIT");

  for (guint i = 0; i < 60; i++)
    {
      g_string_append (doubled, ".map(s, s + s)");
      g_string_append (shared, ".map(s, [s, s])");
    }
  assert_result (doubled->str, "!LIMIT");
  g_string_append_printf (shared, " == %s", shared->str);
  assert_result (shared->str, "!LIMIT");
}

/* A value can be small in memory and endless on paper. */
static void
test_output (void)
{
  g_autoptr (LpExprSchema) schema = test_schema_new ();
  g_autoptr (LpExprRun) run = test_run_new (schema, 0);
  g_autoptr (GString) source = g_string_new ("[[1]]");
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LpExpr) expr = NULL;

  for (guint i = 0; i < 60; i++)
    g_string_append (source, ".map(s, [s, s])");
  expr = lp_expr_compile (schema, source->str, -1, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (lp_expr_run_write_json (run, lp_expr_eval (expr, run), out));
  g_assert_cmpuint (out->len, <, LP_RUN_MAX_TEXT + 1024);
}

static void
test_patterns (void)
{
  assert_repeated ("'", "a", 5000, "b'.matches('^(a+)+$')", "!LIMIT");
  assert_repeated ("'", "a", 5000, "b'.matches('^(a|aa)+$')", "!LIMIT");
  assert_repeated ("'a'.matches('", "(", 200, "')", "!REGEX");
  assert_repeated ("'a'.matches('", "(a", 1500, "')", "!REGEX");
  assert_repeated ("'a'.matches('", "a?", 3000, "')", "!REGEX");
}

/* A run can be told to do less; after a reset the budget is full again. */
static void
test_run_limits (void)
{
  g_autoptr (LpExprSchema) schema = test_schema_new ();
  g_autoptr (LpExprRun) run = test_run_new (schema, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (LpExpr) expr = lp_expr_compile (schema, "components.all(c, c.id != '')", -1, NULL, &error);
  g_autoptr (LpExpr) big
      = lp_expr_compile (schema, "components.map(c, c.id + 'and some more') == []", -1, NULL, &error);
  g_autoptr (GError) limit = NULL;
  LpValue value;

  g_assert_no_error (error);
  lp_expr_run_set_limits (run, 10, 0);
  value = lp_expr_eval (expr, run);
  g_assert_cmpint (value.kind, ==, LP_VALUE_ERROR);
  limit = lp_expr_run_error (run, value);
  g_assert_error (limit, LP_EXPR_ERROR, LP_EXPR_ERROR_LIMIT);
  lp_expr_run_set_limits (run, 40, 0);
  g_assert_true (lp_value_is_true (lp_expr_eval (expr, run)));
  g_assert_cmpint (lp_expr_eval (expr, run).kind, ==, LP_VALUE_ERROR);
  lp_expr_run_reset (run);
  g_assert_true (lp_value_is_true (lp_expr_eval (expr, run)));

  lp_expr_run_set_limits (run, 1000, 100);
  g_assert_cmpint (lp_expr_eval (big, run).kind, ==, LP_VALUE_ERROR);
  lp_expr_run_set_limits (run, 1000, 10000);
  lp_expr_run_reset (run);
  g_assert_cmpint (lp_expr_eval (big, run).kind, ==, LP_VALUE_BOOL);
}

/* Many evaluations between resets of one run need no more memory than the largest. */
static void
test_reset (void)
{
  g_autoptr (LpExprSchema) schema = test_schema_new ();
  g_autoptr (LpExprRun) run = test_run_new (schema, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (LpExpr) expr
      = lp_expr_compile (schema, "components.map(c, c.id + '!').join(',')", -1, NULL, &error);

  g_assert_no_error (error);
  lp_expr_run_set_limits (run, 0, 4096);
  for (guint i = 0; i < 1000; i++)
    {
      g_assert_true (lp_value_is_string (lp_expr_eval (expr, run), "web-1!,web-2!,db!,front!,az-a!,az-b!"));
      lp_expr_run_reset (run);
    }
}

static gpointer
evaluate_often (gpointer data)
{
  const LpExpr *expr = ((gpointer *) data)[0];
  g_autoptr (LpExprRun) run = test_run_new (((gpointer *) data)[1], 0);

  for (guint i = 0; i < 2000; i++)
    {
      g_assert_cmpint (lp_expr_eval (expr, run).integer, ==, 2);
      lp_expr_run_reset (run);
    }
  return NULL;
}

/* One expression, many threads, also with a pattern and constants that were computed when it was compiled. */
static void
test_threads (void)
{
  g_autoptr (LpExprSchema) schema = test_schema_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LpExpr) expr = lp_expr_compile (
      schema, "components.filter(c, c.id.matches('^web') && c.kind in ['ec2-instance', 'nlb']).size()", -1,
      NULL, &error);
  GThread *threads[4];
  gpointer data[] = { expr, schema };

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("evaluate", evaluate_often, data);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/expr/limits/long", test_long);
  g_test_add_func ("/expr/limits/deep", test_deep);
  g_test_add_func ("/expr/limits/budget", test_budget);
  g_test_add_func ("/expr/limits/output", test_output);
  g_test_add_func ("/expr/limits/patterns", test_patterns);
  g_test_add_func ("/expr/limits/run", test_run_limits);
  g_test_add_func ("/expr/limits/reset", test_reset);
  g_test_add_func ("/expr/limits/threads", test_threads);
  return g_test_run ();
}
