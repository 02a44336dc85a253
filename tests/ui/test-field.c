#include "ui/inspector/field.h"

static const LpPropertyKind integer = { .name = "n", .type = LP_PROPERTY_INTEGER };
static const LpPropertyKind duration = { .name = "rto", .type = LP_PROPERTY_QUANTITY, .unit = LP_UNIT_SECOND };
static const LpPropertyKind text = { .name = "role", .type = LP_PROPERTY_TEXT };
static const LpPropertyKind list = { .name = "ports", .type = LP_PROPERTY_LIST };

static void
assert_takes (const LpPropertyKind *property, const char *typed, const char *json)
{
  g_autoptr (JsonNode) value = NULL;
  g_autofree char *complaint = NULL;

  g_assert_true (lp_field_parse (property, typed, &value, &complaint));
  g_assert_null (complaint);
  g_autofree char *got = value != NULL ? json_to_string (value, FALSE) : NULL;
  g_assert_cmpstr (got, ==, json);
}

static void
assert_refuses (const LpPropertyKind *property, const char *typed, const char *part)
{
  g_autoptr (JsonNode) value = NULL;
  g_autofree char *complaint = NULL;

  g_assert_false (lp_field_parse (property, typed, &value, &complaint));
  g_assert_null (value);
  g_assert_nonnull (complaint);
  g_assert_nonnull (strstr (complaint, part));
}

static void
test_parse (void)
{
  assert_takes (&integer, " 12 ", "12");
  assert_takes (&integer, "", NULL);
  assert_refuses (&integer, "a few", "whole number");
  assert_refuses (&integer, "1.5", "whole number");
  assert_takes (&duration, "1h30m", "\"1h30m\"");
  assert_takes (&duration, "  ", NULL);
  assert_refuses (&duration, "soon", "15m");
  assert_refuses (&duration, "15 GiB", "15m");
  assert_takes (&text, " web ", "\"web\"");
  assert_takes (&list, "80, 443,", "[\"80\",\"443\"]");
}

static void
test_format (void)
{
  static const struct
  {
    const LpPropertyKind *property;
    const char *json, *shown;
  } cases[] = {
    { &integer, "12", "12" },
    { &duration, "\"15m\"", "15m" },
    { &duration, "90.5", "90.5" },
    { &list, "[\"80\", \"443\"]", "80, 443" },
    { &text, "true", "Yes" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) value = json_from_string (cases[i].json, NULL);
      g_autofree char *shown = lp_field_format (cases[i].property, value);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
  g_autofree char *unknown = lp_field_format (&text, NULL);
  g_assert_cmpstr (unknown, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field/parse", test_parse);
  g_test_add_func ("/field/format", test_format);
  return g_test_run ();
}
