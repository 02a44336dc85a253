/* What the parser and the checker refuse, with the place of the mistake. */
#include "host.h"

typedef struct
{
  const char *source;
  const char *result; /* CODE LINE:COLUMN, or the type */
} Case;

static const Case cases[] = {
  /* the parser */
  { "", "SYNTAX 1:1" },
  { "1 +", "SYNTAX 1:4" },
  { "1 +\n  * 2", "SYNTAX 2:3" },
  { "'é' ° 'x'", "SYNTAX 1:5" },
  { "[1, 2", "SYNTAX 1:6" },
  { "f(1,)", "SYNTAX 1:5" },
  { "{'a' 1}", "SYNTAX 1:6" },
  { "a.", "SYNTAX 1:3" },
  { "a.1", "SYNTAX 1:2" },
  { "'one' 'two'", "SYNTAX 1:7" },
  { "true ? 1", "SYNTAX 1:9" },
  { "'open", "SYNTAX 1:1" },
  { "'a\nb'", "SYNTAX 1:1" },
  { "1 + 'a\\z'", "SYNTAX 1:7" },
  { "self = 1", "SYNTAX 1:6" },
  { "self & 1", "SYNTAX 1:6" },
  { "for + 1", "SYNTAX 1:1" },
  { "Foo{a: 1}", "SYNTAX 1:4" },
  { "1 + 9223372036854775808", "OVERFLOW 1:5" },
  { "\xff", "ENCODING 1:1" },
  /* names */
  { "slef.id", "NO_VARIABLE 1:1" },
  { "1 + counter", "NO_VARIABLE 1:5" },
  { "components.all(c, d.id == '')", "NO_VARIABLE 1:19" },
  { "components.all(c, true) && c.id == ''", "NO_VARIABLE 1:28" },
  { "sizes('a')", "NO_FUNCTION 1:1" },
  { "self.zones()", "NO_FUNCTION 1:6" },
  { "zone(self)", "NO_FUNCTION 1:1" },
  /* fields */
  { "self.encrypt", "NO_FIELD 1:6" },
  { "self.\n  nam", "NO_FIELD 2:3" },
  { "count.x", "NO_FIELD 1:7" },
  { "has(self.nam)", "NO_FIELD 1:10" },
  { "has(self)", "SYNTAX 1:1" },
  { "components.exists(c, c.colour == 'red')", "NO_FIELD 1:24" },
  { "self.next", "component" },
  { "self.within('availability-zone').next", "component" },
  { "self.within('nlb').next", "NO_FIELD 1:20" },
  /* types */
  { "1 + 'a'", "NO_OVERLOAD 1:3" },
  { "1 == 'a'", "NO_OVERLOAD 1:3" },
  { "1 == 1.0", "NO_OVERLOAD 1:3" },
  { "1 < 1.0", "NO_OVERLOAD 1:3" },
  { "self == null", "bool" },
  { "self.id == null", "NO_OVERLOAD 1:9" },
  { "!self.id", "NO_OVERLOAD 1:1" },
  { "self.id && true", "NO_OVERLOAD 1:6" },
  { "true ? 1 : 'a'", "NO_OVERLOAD 1:6" },
  { "1 ? 1 : 2", "NO_OVERLOAD 1:1" },
  { "'a' in [1]", "NO_OVERLOAD 1:5" },
  { "1 in {'a': 1}", "NO_OVERLOAD 1:3" },
  { "[1]['a']", "NO_OVERLOAD 1:4" },
  { "count.all(x, true)", "NO_OVERLOAD 1:7" },
  { "components.all(c, c.id)", "NO_OVERLOAD 1:21" },
  { "components.all(1, true)", "SYNTAX 1:16" },
  { "self.is(1)", "NO_OVERLOAD 1:9" },
  { "self.is()", "NO_OVERLOAD 1:6" },
  { "self.named('a', 1)", "NO_OVERLOAD 1:17" },
  { "every(components, c, c.id)", "NO_OVERLOAD 1:24" },
  { "every(components, c + 1, true)", "SYNTAX 1:21" },
  { "self.within('nbl')", "ARGUMENT 1:13" },
  { "self.kind == 'nbl'", "ARGUMENT 1:14" },
  { "'nbl' != self.kind", "ARGUMENT 1:1" },
  { "self.kind in ['nlb', 'alb']", "ARGUMENT 1:14" },
  { "self.kind in ['nlb', 1]", "bool" },
  { "self.kind == 'n' + 'lb' && self.kind in [] && self.kind == self.id", "bool" },
  { "'a'.matches('(')", "REGEX 1:13" },
  { "duration('5 min') < duration('1h')", "VALUE 1:1" },
  { "int('x') == 1", "VALUE 1:1" },
  { "{'a': 1, 'a': 2}", "DUPLICATE 1:1" },
  { "components.map(c, c.size).sum() + 'a'", "NO_OVERLOAD 1:33" },
  /* and what it finds the rest to be */
  { "any", "dyn" },
  { "any + 1", "int" },
  { "any.whatever.deeper", "dyn" },
  { "any == 1", "bool" },
  { "[1, 2]", "list(int)" },
  { "[1, 'a']", "list(dyn)" },
  { "[]", "list(dyn)" },
  { "[] + [1]", "list(dyn)" },
  { "{'a': 1}", "map(string, int)" },
  { "{'a': 1}.a", "int" },
  { "{'a': [1]}['a'][0]", "int" },
  { "components[0].zone().id", "string" },
  { "components.map(c, c.zone()).distinct()", "list(component)" },
  { "components.filter(c, c.encrypted)", "list(component)" },
  { "components.group_by(c, c.zone()).map(g, g.size())", "list(int)" },
  { "components.map(c, c.size).max()", "int" },
  { "[[1.5]].flatten().sum()", "double" },
  { "[duration('1h')].sum()", "duration" },
  { "self.within('nlb')", "component 'nlb'" },
  { "[self.within('nlb'), self]", "list(component)" },
  { "[self.within('nlb'), self.within('ec2-instance')]", "list(dyn)" },
  { "true ? self : null", "component" },
  { "every(components, c, c.encrypted)", "bool" },
  { "self.named()", "int" },
  { "type(1)", "type" },
  { "dyn(1)", "dyn" },
  { "timestamp(0) - timestamp(1)", "duration" },
  { "has(self.encrypted) ? self.size : 0", "int" },
};

static void
test_case (gconstpointer data)
{
  const Case *the_case = data;
  g_autoptr (LpExprSchema) schema = test_schema_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LpExpr) expr = lp_expr_compile (schema, the_case->source, -1, NULL, &error);
  g_autofree char *result = NULL;

  if (expr != NULL)
    result = lp_type_to_string (lp_expr_get_type (expr));
  else
    {
      LpPosition at = lp_expr_error_get_position (error);

      result = g_strdup_printf ("%s %u:%u", test_code_name (error->code), at.line, at.column);
    }
  if (!g_str_equal (result, the_case->result))
    g_test_fail_printf ("%s: %s, not %s (%s)", the_case->source, result, the_case->result,
                        error != NULL ? error->message : "");
}

static void
assert_message (const char *source, const char *message)
{
  g_autoptr (LpExprSchema) schema = test_schema_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LpExpr) expr = lp_expr_compile (schema, source, -1, NULL, &error);

  g_assert_null (expr);
  g_assert_cmpstr (error->message, ==, message);
}

/* A message says what is wrong and what to do. */
static void
test_messages (void)
{
  assert_message ("self.encrypt", "no property “encrypt” of component; did you mean “encrypted”?");
  assert_message ("self.within('nlb').encrpted", "no property “encrpted” of nlb; did you mean “encrypted”?");
  assert_message ("slef", "there is no variable “slef”; did you mean “self”?");
  assert_message ("self.zoen()", "there is no function “zoen”; did you mean “zone”?");
  assert_message ("components.exist(c, true)", "there is no function “exist”; did you mean “exists”?");
  assert_message ("distinct(components)", "“distinct” is called on a value: write value.distinct(…)");
  assert_message ("every(components)",
                  "“every” ends with a name and what to evaluate with it: every(…, x, x.…)");
  assert_message ("self.every()", "“every” is not called on a value: write every(…)");
  assert_message ("self.size > 1.5",
                  "> does not take int and double together: write both as one type, such as 1, 1u or "
                  "1.0, or convert one with int(…)");
  assert_message ("production",
                  "there is no variable “production”; a text is written in quotes: 'production'");
  assert_message ("self = 1", "write == to compare");
  assert_message ("self.within('nbl')", "no such kind");
  assert_message ("self.kind == 'nbl'", "“kind” is never “nbl”; did you mean “nlb”?");
  assert_message (
      "self.kind == 'gateway'",
      "“kind” is never “gateway”: it is one of ec2-instance, rds-instance, nlb, availability-zone");
}

static void
test_expected (void)
{
  g_autoptr (LpExprSchema) schema = test_schema_new ();
  LpExprOptions options = { .expected = &lp_type_bool };
  g_autoptr (GError) error = NULL;
  g_autoptr (LpExpr) sound = lp_expr_compile (schema, "self.id == 'x'", -1, &options, &error);
  g_autoptr (LpExpr) open = lp_expr_compile (schema, "any", -1, &options, &error);
  g_autoptr (LpExpr) wrong = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (sound);
  g_assert_nonnull (open);
  wrong = lp_expr_compile (schema, "self.id", -1, &options, &error);
  g_assert_error (error, LP_EXPR_ERROR, LP_EXPR_ERROR_WRONG_RESULT);
  g_assert_null (wrong);
}

/* The variables of an expression's own hide those of the schema, and those of macros hide both. */
static void
test_locals (void)
{
  g_autoptr (LpExprSchema) schema = test_schema_new ();
  const LpExprLocal locals[] = { { "count", &lp_type_string }, { "group", &lp_type_list_dyn } };
  LpExprOptions options = { .locals = locals, .n_locals = 2 };
  g_autoptr (GError) error = NULL;
  g_autoptr (LpExpr) expr = lp_expr_compile (
      schema, "count + string(group.size()) + ['m'].map(count, count)[0] + string(.self.id.size())", -1,
      &options, &error);
  g_autoptr (LpExprRun) run = test_run_new (schema, 0);
  LpValue group[] = { lp_value_int (1), lp_value_int (2) };
  LpValue value;

  g_assert_no_error (error);
  lp_expr_run_set_local (run, 0, lp_value_string ("local"));
  lp_expr_run_set_local (run, 1, lp_value_list (group, 2));
  value = lp_expr_eval (expr, run);
  g_assert_true (lp_value_is_string (value, "local2m5"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/expr/check/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/expr/check/messages", test_messages);
  g_test_add_func ("/expr/check/expected", test_expected);
  g_test_add_func ("/expr/check/locals", test_locals);
  return g_test_run ();
}
