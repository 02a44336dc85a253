#include "host.h"

guint test_component_class;

const TestComponent test_components[] = {
  { "web-1", "ec2-instance", 4, 1, 8 },        { "web-2", "ec2-instance", 4, 0, -1 },
  { "db", "rds-instance", 5, -1, -1 },         { "front", "nlb", -1, -1, 100 },
  { "az-a", "availability-zone", -1, -1, -1 }, { "az-b", "availability-zone", -1, -1, -1 },
};

typedef enum
{
  FIELD_ID,
  FIELD_KIND,
  FIELD_ENCRYPTED,
  FIELD_SIZE,
  FIELD_NEXT,
} FieldId;

static const struct
{
  const char *name;
  const LpType *type; /* NULL: component */
  FieldId id;
  const char *kind; /* which alone has it; NULL: all */
} fields[] = {
  { "id", &lp_type_string, FIELD_ID, NULL },
  { "kind", &lp_type_string, FIELD_KIND, NULL },
  { "encrypted", &lp_type_bool, FIELD_ENCRYPTED, NULL },
  { "size", &lp_type_int, FIELD_SIZE, NULL },
  { "next", NULL, FIELD_NEXT, "availability-zone" },
};

static const char *const kinds[] = { "ec2-instance", "rds-instance", "nlb", "availability-zone", NULL };

static gboolean
find_field (const char *refinement, const char *name, LpExprField *field, gpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].name, name)
        && (fields[i].kind == NULL || refinement == NULL || g_str_equal (fields[i].kind, refinement)))
      {
        *field = (LpExprField){ .type = fields[i].type != NULL ? fields[i].type : data,
                            .id = fields[i].id,
                            .name = fields[i].name,
                            .choices = fields[i].id == FIELD_KIND ? kinds : NULL };
        return TRUE;
      }
  return FALSE;
}

static char *
suggest_field (const char *refinement, const char *name, gpointer data)
{
  return g_str_has_prefix (name, "encr") ? g_strdup ("encrypted") : NULL;
}

static LpValue
number_or_unknown (LpExprRun *run, LpValue object, int number, const char *field, gboolean boolean)
{
  if (number < 0)
    return lp_expr_run_unknown (run, object, field);
  return boolean ? lp_value_bool (number) : lp_value_int (number);
}

static LpValue
get_field (LpExprRun *run, LpValue object, const LpExprField *field)
{
  const TestComponent *component = &test_components[object.index];

  switch ((FieldId) field->id)
    {
    case FIELD_ID:
      return lp_value_string (component->id);
    case FIELD_KIND:
      return lp_value_string (component->kind);
    case FIELD_ENCRYPTED:
      return number_or_unknown (run, object, component->encrypted, field->name, TRUE);
    case FIELD_SIZE:
      return number_or_unknown (run, object, component->size, field->name, FALSE);
    case FIELD_NEXT:
      return lp_value_object (test_component_class, 9 - object.index);
    }
  g_assert_not_reached ();
}

static void
write_text (LpExprRun *run, LpValue object, GString *out)
{
  g_string_append (out, test_components[object.index].id);
}

static void
write_json (LpExprRun *run, LpValue object, GString *out)
{
  g_string_append_printf (out, "{\"id\": \"%s\"}", test_components[object.index].id);
}

static LpValue
zone_of (LpExprRun *run, const LpCall *call)
{
  int zone = test_components[call->args[0].index].zone;

  return zone < 0 ? lp_value_null () : lp_value_object (test_component_class, zone);
}

static LpValue
is_kind (LpExprRun *run, const LpCall *call)
{
  return lp_value_bool (lp_value_is_string (call->args[1], test_components[call->args[0].index].kind));
}

static LpValue
count_names (LpExprRun *run, const LpCall *call)
{
  return lp_value_int (call->n_args - 1);
}

static gboolean
check_kind (LpCallCheck *check, gpointer data, GError **error)
{
  if (check->constants[1].kind != LP_VALUE_STRING)
    return TRUE;
  for (gsize i = 0; i < TEST_N_COMPONENTS; i++)
    if (lp_value_is_string (check->constants[1], test_components[i].kind))
      {
        check->result = lp_expr_schema_object_type (data, test_component_class, test_components[i].kind);
        check->site = i + 1;
        return TRUE;
      }
  check->wrong = 1;
  g_set_error_literal (error, LP_EXPR_ERROR, LP_EXPR_ERROR_ARGUMENT, "no such kind");
  return FALSE;
}

static LpValue
within (LpExprRun *run, const LpCall *call)
{
  LpValue zone = zone_of (run, call);

  g_assert_cmpuint (call->site, ==, 5);
  return zone;
}

static LpValue
every (LpExprRun *run, const LpCall *call)
{
  for (guint i = 0; i < call->args[0].length; i++)
    {
      LpValue holds = lp_expr_run_call (run, call->lambda, lp_value_list_get (call->args[0], i));

      if (!lp_value_is_true (holds))
        return holds;
    }
  return lp_value_bool (TRUE);
}

LpExprSchema *
test_schema_new (void)
{
  LpExprSchema *schema = lp_expr_schema_new ();
  LpObjectClass class = { .name = "component",
                          .find_field = find_field,
                          .suggest_field = suggest_field,
                          .get_field = get_field,
                          .write_text = write_text,
                          .write_json = write_json };
  const LpType *component;

  /* The class is the first one: its type is known before what find_field() needs it for. */
  static LpType self_type = { .kind = LP_TYPE_OBJECT, .id = 1, .name = "component" };
  class.data = &self_type;
  test_component_class = lp_expr_schema_add_class (schema, &class);
  component = lp_expr_schema_object_type (schema, test_component_class, NULL);
  lp_expr_schema_add_variable (schema, "self", component);
  lp_expr_schema_add_variable (schema, "components", lp_expr_schema_list_type (schema, component));
  lp_expr_schema_add_variable (schema, "any", &lp_type_dyn);
  lp_expr_schema_add_variable (schema, "count", &lp_type_int);
  lp_expr_schema_add_variable (schema, "nothing", &lp_type_int);
  lp_expr_schema_add_function (schema, &(LpFunction){ .name = "zone",
                                                      .method = TRUE,
                                                      .n_params = 1,
                                                      .params = { component },
                                                      .result = component,
                                                      .call = zone_of });
  lp_expr_schema_add_function (schema, &(LpFunction){ .name = "is",
                                                      .method = TRUE,
                                                      .n_params = 2,
                                                      .params = { component, &lp_type_string },
                                                      .result = &lp_type_bool,
                                                      .call = is_kind });
  lp_expr_schema_add_function (schema, &(LpFunction){ .name = "named",
                                                      .method = TRUE,
                                                      .n_params = 2,
                                                      .params = { component, &lp_type_string },
                                                      .variadic = TRUE,
                                                      .result = &lp_type_int,
                                                      .call = count_names });
  lp_expr_schema_add_function (schema, &(LpFunction){ .name = "within",
                                                      .method = TRUE,
                                                      .n_params = 2,
                                                      .params = { component, &lp_type_string },
                                                      .result = component,
                                                      .call = within,
                                                      .check = check_kind,
                                                      .data = schema });
  lp_expr_schema_add_function (schema,
                               &(LpFunction){ .name = "every",
                                              .n_params = 1,
                                              .params = { lp_expr_schema_list_type (schema, component) },
                                              .lambda = component,
                                              .lambda_result = &lp_type_bool,
                                              .result = &lp_type_bool,
                                              .call = every });
  lp_expr_schema_freeze (schema);
  return schema;
}

LpExprRun *
test_run_new (LpExprSchema *schema, guint self)
{
  static const guint32 all[TEST_N_COMPONENTS] = { 0, 1, 2, 3, 4, 5 };
  LpExprRun *run = lp_expr_run_new (schema, NULL);

  lp_expr_run_set_variable (run, TEST_SELF, lp_value_object (test_component_class, self));
  lp_expr_run_set_variable (run, TEST_COMPONENTS,
                            lp_value_object_list (test_component_class, all, G_N_ELEMENTS (all)));
  lp_expr_run_set_variable (run, TEST_ANY, lp_value_object (test_component_class, self));
  lp_expr_run_set_variable (run, TEST_COUNT, lp_value_int (3));
  return run;
}

const char *
test_code_name (int code)
{
  static const char *const names[] = { "",         "SYNTAX",      "ENCODING",    "TOO_LONG",
                                       "TOO_DEEP", "NO_VARIABLE", "NO_FUNCTION", "WRONG_RESULT",
                                       "NO_FIELD", "NO_OVERLOAD", "REGEX",       "ARGUMENT",
                                       "NO_KEY",   "INDEX",       "OVERFLOW",    "DIVISION",
                                       "VALUE",    "DUPLICATE",   "UNBOUND",     "LIMIT" };

  g_assert_cmpint (code, <, G_N_ELEMENTS (names));
  return names[code];
}

static char *
describe_unknown (LpExprRun *run, LpValue value)
{
  g_autoptr (GArray) unknowns = lp_expr_run_unknowns (run, value);
  GString *out = g_string_new ("?");

  for (guint i = 0; i < unknowns->len; i++)
    {
      const LpUnknownField *unknown = &g_array_index (unknowns, LpUnknownField, i);

      g_string_append_printf (out, "%s%s.%s", i > 0 ? " " : "", test_components[unknown->object.index].id,
                              unknown->field);
    }
  return g_string_free (out, FALSE);
}

char *
test_eval (const char *source, guint self, gboolean dynamic)
{
  g_autoptr (LpExprSchema) schema = test_schema_new ();
  g_autoptr (LpExprRun) run = test_run_new (schema, self);
  LpExprOptions options = { .dynamic = dynamic };
  g_autoptr (GError) error = NULL;
  g_autoptr (LpExpr) expr = lp_expr_compile (schema, source, -1, &options, &error);
  GString *out = g_string_new (NULL);
  LpValue value;

  if (expr != NULL)
    {
      value = lp_expr_eval (expr, run);
      if (value.kind == LP_VALUE_UNKNOWN)
        {
          g_string_free (out, TRUE);
          return describe_unknown (run, value);
        }
      if (value.kind != LP_VALUE_ERROR)
        {
          g_assert_true (lp_expr_run_write_json (run, value, out));
          return g_string_free (out, FALSE);
        }
      error = lp_expr_run_error (run, value);
    }
  g_assert_true (error->domain == LP_EXPR_ERROR);
  g_assert_cmpuint (lp_expr_error_get_position (error).line, >=, 1);
  g_string_printf (out, "!%s", test_code_name (error->code));
  return g_string_free (out, FALSE);
}
