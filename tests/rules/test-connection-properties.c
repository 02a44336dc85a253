/* What is known of a connection: its properties as typed values, what is complained about, and what is asked. */

#include "rules/survey.h"
#include "support.h"

#define COMPONENTS                                                                                                  \
  "{\"id\": \"a\", \"kind\": \"rds-instance\", \"label\": \"Main\"},"                                               \
  "{\"id\": \"b\", \"kind\": \"rds-instance\", \"label\": \"Copy\"}"
#define CONNECTION(id, kind, set)                                                                                   \
  "{\"id\": \"" id "\", \"kind\": \"" kind "\", \"from\": \"a\", \"to\": \"b\", \"set\": {" set "}}"
#define CONNECTIONS                                                                                                 \
  CONNECTION ("0", "replicates", "\"mode\": \"Asynchronous\", \"lag\": \"5m\", \"bandwidth\": \"10Gbps\"")          \
  "," CONNECTION ("1", "transfers", "\"data_size\": \"200TB\", \"utilisation\": \"80%\", \"recurring\": \"yes\"")   \
  "," CONNECTION ("2", "traffic", "\"port\": 443, \"lag\": 90, \"sensitive\": \"perhaps\"")                         \
  "," CONNECTION ("3", "migrates", "\"method\": \"PG_DUMP\", \"mode\": \"cdc\", \"downtime\": 60")          \
  "," CONNECTION ("4", "transfers", "\"utilization\": \"60%\"")

static const struct
{
  const char *expression, *json;
} cases[] = {
  { "connections[0].mode", "\"async\"" },
  { "connections[0].lag", "\"300s\"" },
  { "connections[0].lag < duration('6m')", "true" },
  { "connections[0].bandwidth", "10000000000.0" },
  { "connections[1].data_size", "200000000000000.0" },
  { "connections[1].utilisation", "80.0" },
  { "connections[1].recurring", "true" },
  { "connections[3].method", "\"dump\"" },
  { "connections[3].downtime", "\"60s\"" },
  { "connections[2].port", "443" },            /* of no kind of connection: as it is written */
  { "connections[2].lag", "\"90s\"" },         /* of another kind: as that one means it */
  { "connections[2].sensitive", NULL },
  { "has(connections[2].sensitive)", "false" },
  { "has(connections[0].lag)", "true" },
  { "has(connections[0].encryption)", "false" },
  { "connections[0].encryption", NULL },
  { "connections[0].nonsense", NULL },
  { "connections[4].utilisation", "60.0" },    /* by another of its names */
};

static void
test_values (void)
{
  g_autoptr (LpDesign) design = lp_test_design ("", COMPONENTS, CONNECTIONS, "");
  g_autoptr (LpSurvey) survey = lp_survey_new (design, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LpExpr) expr = lp_expr_compile (lp_survey_schema (), cases[i].expression, -1, NULL, &error);
      g_autoptr (GString) json = g_string_new (NULL);

      g_assert_no_error (error);
      g_test_message ("%s", cases[i].expression);
      lp_expr_run_reset (survey->run);
      LpValue value = lp_expr_eval (expr, survey->run);
      if (cases[i].json == NULL)
        {
          g_assert_cmpint (value.kind, ==, LP_VALUE_UNKNOWN);
          continue;
        }
      lp_expr_run_write_json (survey->run, value, json);
      g_assert_cmpstr (json->str, ==, cases[i].json);
    }
}

/* What the checker knows before anything runs. */
static void
test_types (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (lp_expr_compile (lp_survey_schema (), "connections[0].lag == 'long'", -1, NULL, &error));
  g_assert_error (error, LP_EXPR_ERROR, LP_EXPR_ERROR_NO_OVERLOAD);
  g_clear_error (&error);
  g_autoptr (LpExpr) other = lp_expr_compile (lp_survey_schema (), "connections[0].port == 'long'", -1, NULL, &error);
  g_assert_no_error (error);
}

static LpReview *
review (const char *connections, const char *rule)
{
  g_autoptr (LpDesign) design = lp_test_design ("", COMPONENTS, connections, "");
  g_autoptr (LpPack) pack = lp_pack_new (NULL);
  g_autoptr (GError) error = NULL;

  if (rule != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (rule, strlen (rule));
      g_ptr_array_add (pack->rules, lp_rule_read (bytes, "rule.json", &error));
      g_assert_no_error (error);
    }
  return lp_review_run (pack, design, NULL);
}

static void
assert_finding (const LpReview *found, guint index, const char *rule, LpSeverity severity, const char *message)
{
  const LpFinding *finding = found->findings->pdata[index];

  g_assert_cmpstr (finding->rule, ==, rule);
  g_assert_cmpint (finding->severity, ==, severity);
  g_assert_cmpstr (finding->message, ==, message);
}

/* A wrong value and a mistyped name are findings; a name of the person's own is not. */
static void
test_checks (void)
{
  g_autoptr (LpReview) found
      = review (CONNECTION ("0", "replicates", "\"mode\": \"often\"") "," CONNECTION (
                    "1", "replicates", "\"encrpytion\": \"tls\", \"owner\": \"me\", \"lag\": \"5m\"") "," CONNECTION ("2", "transfers", "\"utilization\": 60"),
                NULL);

  g_assert_cmpuint (found->findings->len, ==, 2);
  assert_finding (found, 0, "DOC-001", LP_SEVERITY_ERROR, "“Mode” of 0 cannot be \"often\".");
  assert_finding (found, 1, "DOC-004", LP_SEVERITY_WARNING,
                  "There is no property “encrpytion” (1); did you mean “encryption”?");
  const LpFinding *value = found->findings->pdata[0], *name = found->findings->pdata[1];
  g_assert_cmpstr (value->remedy, ==, "Write one of \"sync\", \"async\".");
  g_assert_cmpstr (value->related[0], ==, "0");
  g_assert_cmpstr (name->remedy, ==, "“loadpath kinds replicates” lists its properties.");
}

#define TEXT(name, text) "\"" name "\": {\"en\": \"" text "\", \"ko\": \"" text "\"},"

static void
test_question (void)
{
  g_autoptr (LpReview) found = review (
      CONNECTION ("0", "replicates", ""),
      "{\"id\": \"XX-001\", \"severity\": \"error\", \"topic\": \"test\"," TEXT ("title", "Too late")
      "\"for\": {\"kind\": \"rds-instance\"}, \"assert\": \"self.out('replicates').all(e, e.mode == 'sync')\","
      TEXT ("message", "M") TEXT ("why", "W") TEXT ("remedy", "R")
      "\"examples\": {\"fail\": [{" TEXT ("title", "E") "\"document\": {}}], \"pass\": [{" TEXT ("title", "E")
      "\"document\": {}}]}}");

  g_assert_cmpuint (found->findings->len, ==, 1);
  const LpFinding *question = found->findings->pdata[0];
  const LpUnknownProperty *unknown = question->unknowns->pdata[0];
  g_assert_cmpint (question->outcome, ==, LP_OUTCOME_QUESTION);
  g_assert_cmpstr (unknown->element, ==, "0");
  g_assert_cmpstr (unknown->property, ==, "mode");
  g_assert_cmpstr (question->message, ==, "Not known: “Mode” of Main → Copy. It decides “Too late”.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/connection-properties/values", test_values);
  g_test_add_func ("/rules/connection-properties/types", test_types);
  g_test_add_func ("/rules/connection-properties/checks", test_checks);
  g_test_add_func ("/rules/connection-properties/question", test_question);
  return g_test_run ();
}
