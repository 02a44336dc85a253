#include "expression-cases.h"

static void
write_element (LpSurvey *survey, LpValue object, GString *text)
{
  switch (object.object_class)
    {
    case LP_CLASS_REQUIREMENTS:
      g_string_append (text, "requirements");
      break;
    case LP_CLASS_CONNECTION:
      g_string_append (text, lp_design_get_connection (survey->design, object.index)->id);
      break;
    default:
      g_assert_cmpint (object.object_class, ==, LP_CLASS_COMPONENT);
      g_string_append (text, lp_design_get_component (survey->design, object.index)->id);
    }
}

static char *
describe_unknown (LpSurvey *survey, LpValue value)
{
  g_autoptr (GArray) fields = lp_expr_run_unknowns (survey->run, value);
  GString *text = g_string_new ("?");

  for (guint i = 0; i < fields->len; i++)
    {
      const LpUnknownField *field = &g_array_index (fields, LpUnknownField, i);
      if (i > 0)
        g_string_append_c (text, ' ');
      write_element (survey, field->object, text);
      g_string_append_printf (text, ".%s", field->field);
    }
  return g_string_free (text, FALSE);
}

char *
test_evaluate (LpSurvey *survey, const char *source)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpExpr) expr = lp_expr_compile (lp_survey_schema (), source, -1, NULL, &error);

  if (expr == NULL)
    return g_strconcat ("!", error->message, NULL);
  lp_expr_run_reset (survey->run);
  LpValue value = lp_expr_eval (expr, survey->run);
  if (value.kind == LP_VALUE_UNKNOWN)
    return describe_unknown (survey, value);
  if (value.kind == LP_VALUE_ERROR)
    {
      error = lp_expr_run_error (survey->run, value);
      return g_strconcat ("!", error->message, NULL);
    }
  GString *json = g_string_new (NULL);
  lp_expr_run_write_json (survey->run, value, json);
  return g_string_free (json, FALSE);
}

void
test_cases_hold (LpDesign *design, const TestCase *cases, gsize n)
{
  g_autoptr (LpSurvey) survey = lp_survey_new (design, NULL, NULL);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *value = test_evaluate (survey, cases[i].expression);
      g_test_message ("%s", cases[i].expression);
      g_assert_cmpstr (value, ==, cases[i].value);
    }
}
