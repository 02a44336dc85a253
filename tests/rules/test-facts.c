/* Facts and notes: what is built in, what is refused and where, and what expressions get. */

#include "rules/notes.h"
#include "rules/survey.h"
#include "support.h"

/* One fact "f" in the group "g" with these members beside what every fact has. */
static gboolean
add (LpFacts *facts, const char *members, GError **error)
{
  g_autofree char *text = g_strdup_printf ("{\"facts\": {\n\"f\": {%s, \"text\": {\"en\": \"T\", \"ko\": \"T\"}}}}", members);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return lp_facts_add (facts, "g", bytes, "g.json", error);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *members;
    LpReadErrorCode code;
    guint column;
    const char *message;
  } cases[] = {
    { "\"value\": 1, \"unit\": \"percent\", \"sure\": \"documented\", \"date\": \"2024-01\"", LP_READ_ERROR_MISSING, 6,
      "\"source\" is missing here; add it" },
    { "\"value\": 1, \"unit\": \"percent\", \"sure\": \"secondary\", \"source\": \"https://a\"", LP_READ_ERROR_MISSING, 6,
      "\"date\" is missing here; add it" },
    { "\"value\": 1, \"unit\": \"percents\", \"sure\": \"default\"", LP_READ_ERROR_VALUE, 27,
      "“percents” is not one of: percent, ratio, count, bytes, bits-per-second, time, date, none" },
    { "\"value\": 1, \"unit\": \"percent\", \"sure\": \"rather\"", LP_READ_ERROR_VALUE, 46,
      "“rather” is not one of: documented, secondary, default" },
    { "\"value\": \"soon\", \"unit\": \"time\", \"sure\": \"default\"", LP_READ_ERROR_VALUE, 16,
      "this is no value in the unit “time”" },
    { "\"value\": 1.5, \"unit\": \"count\", \"sure\": \"default\"", LP_READ_ERROR_VALUE, 16,
      "this is no value in the unit “count”" },
    { "\"value\": [\"1h\", 2, \"x\"], \"unit\": \"time\", \"sure\": \"default\"", LP_READ_ERROR_VALUE, 16,
      "this is no value in the unit “time”" },
    { "\"value\": \"2025-02-29\", \"unit\": \"date\", \"sure\": \"default\"", LP_READ_ERROR_VALUE, 16,
      "this is no value in the unit “date”" },
    { "\"value\": 1, \"unit\": \"count\", \"sure\": \"default\", \"date\": \"2025-13\"", LP_READ_ERROR_VALUE, 63,
      "“2025-13” is no date; write one like 2025-11-07 or 2025-11" },
    { "\"unit\": \"count\", \"sure\": \"default\"", LP_READ_ERROR_MISSING, 6, "“value” is missing here; add it" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LpFacts) facts = lp_facts_new (NULL);
      g_autoptr (GError) error = NULL;
      g_assert_false (add (facts, cases[i].members, &error));
      g_assert_error (error, LP_READ_ERROR, (int) cases[i].code);
      g_assert_cmpstr (error->message, ==, cases[i].message);
      g_assert_cmpuint (lp_read_error_get_position (error).line, ==, 2);
      g_assert_cmpuint (lp_read_error_get_position (error).column, ==, cases[i].column);
    }
}

/* What the expression gives as JSON, over a design with nothing in it. */
static char *
eval (LpFacts *facts, const char *source)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpDesign) design = lp_design_new (lp_header_new (), g_ptr_array_new (), g_ptr_array_new ());
  g_autoptr (LpSurvey) survey = lp_survey_new (design, facts, NULL);
  g_autoptr (LpExpr) expr = lp_expr_compile (lp_survey_schema (), source, -1, NULL, &error);
  g_assert_no_error (error);
  GString *out = g_string_new (NULL);
  g_assert_true (lp_expr_run_write_json (survey->run, lp_expr_eval (expr, survey->run), out));
  return g_string_free (out, FALSE);
}

static void
assert_value (const char *members, const char *source, const char *expected)
{
  g_autoptr (LpFacts) facts = lp_facts_new (NULL);
  g_autoptr (GError) error = NULL;

  add (facts, members, &error);
  g_assert_no_error (error);
  g_autofree char *value = eval (facts, source);
  g_assert_cmpstr (value, ==, expected);
}

static void
test_values (void)
{
  assert_value ("\"value\": \"30d\", \"unit\": \"time\", \"sure\": \"default\"", "facts.g.f == duration('720h')", "true");
  assert_value ("\"value\": \"1.25Gbps\", \"unit\": \"bits-per-second\", \"sure\": \"default\"", "facts.g.f", "1250000000.0");
  assert_value ("\"value\": \"210TB\", \"unit\": \"bytes\", \"sure\": \"default\"", "facts.g.f == 210e12", "true");
  assert_value ("\"value\": \"2025-11-07\", \"unit\": \"date\", \"sure\": \"default\"", "facts.g.f.getFullYear()", "2025");
  assert_value ("\"value\": 3, \"unit\": \"count\", \"sure\": \"default\"", "facts.g.f + 1", "4");
  assert_value ("\"value\": 50, \"unit\": \"percent\", \"sure\": \"default\"", "facts.g.f / 100.0", "0.5");
  assert_value ("\"value\": [\"a\", \"b\"], \"unit\": \"none\", \"sure\": \"default\"", "'b' in facts.g.f", "true");
}

static void
test_adjusted (void)
{
  g_autoptr (LpFacts) base = lp_facts_new (NULL), facts = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) five = json_node_init_int (json_node_alloc (), 5),
                       word = json_node_init_string (json_node_alloc (), "x");

  g_assert_true (add (base, "\"value\": 3, \"unit\": \"count\", \"sure\": \"default\", \"adjustable\": true", &error));
  facts = lp_facts_new (base);
  g_assert_true (lp_facts_adjust (facts, "g.f", five, &error));
  g_assert_cmpint (json_node_get_int (lp_facts_find (facts, "g.f")->value), ==, 5);
  g_assert_cmpint (json_node_get_int (lp_facts_find (base, "g.f")->value), ==, 3);

  g_assert_false (lp_facts_adjust (facts, "g.f", word, &error));
  g_assert_error (error, LP_READ_ERROR, LP_READ_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (lp_facts_adjust (facts, "g.ff", five, &error));
  g_assert_error (error, LP_READ_ERROR, LP_READ_ERROR_REFERENCE);
  g_assert_cmpstr (error->message, ==, "there is no fact “g.ff”; did you mean “g.f”?");
  g_clear_error (&error);

  g_assert_true (add (base, "\"value\": 3, \"unit\": \"count\", \"sure\": \"default\"", &error));
  g_assert_false (lp_facts_adjust (base, "g.f", five, &error));
  g_assert_error (error, LP_READ_ERROR, LP_READ_ERROR_REFERENCE);
}

static void
test_built_in (void)
{
  const LpFact *fact = lp_facts_find (lp_facts_get_default (), "sla.rds_multi_az");

  g_assert_nonnull (fact);
  g_autofree char *value = lp_fact_describe (fact);
  g_assert_cmpstr (value, ==, "99.95 %");
  g_assert_cmpint (fact->sure, ==, LP_SURE_DOCUMENTED);
  g_assert_null (lp_facts_find (lp_facts_get_default (), "sla.rds"));
  g_assert_nonnull (lp_note_find ("nlb-client-ip"));
  g_assert_null (lp_note_find ("nlb"));
}

/* Every row of the exam's notes that no longer holds as it stands: rules name these. */
static void
test_notes (void)
{
  static const char *const ids[] = {
    "api-gateway-cache",  "application-discovery", "aurora-serverless", "backup-cross-region-rds",
    "cloudendure-dr",     "cloudendure-migration", "datasync-locations", "efa-windows",
    "ena-speed",          "eventbridge",           "fault-injection",   "fsx-file-gateway",
    "global-accelerator", "lambda-dlq",            "migration-hub",     "nlb-client-ip",
    "nlb-security-group", "placement-group",       "rds-multi-az",      "rds-to-aurora",
    "recovery-controller", "s3-cache",             "schema-conversion", "server-migration-service",
    "snow-family",        "vault-lock",            "vmware-cloud",      "vpn-throughput",
    "waf-targets",
  };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const LpNote *note = lp_note_find (ids[i]);
      g_test_message ("%s", ids[i]);
      g_assert_nonnull (note);
      g_assert_true (g_str_has_prefix (note->source, "https://"));
      g_assert_cmpint (note->sure, !=, LP_SURE_DEFAULT);
    }
}

static void
test_note_refused (void)
{
  static const char text[] = "{\"notes\": [{\"id\": \"a\", \"then\": {\"en\": \"a\", \"ko\": \"a\"}, "
                             "\"now\": {\"en\": \"a\", \"ko\": \"a\"}, \"source\": \"https://a\", \"sure\": \"documented\",\n"
                             "\"since\": \"soon\"}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_note_free);
  g_autoptr (GError) error = NULL;

  g_assert_false (lp_notes_read (notes, bytes, "n.json", &error));
  g_assert_error (error, LP_READ_ERROR, LP_READ_ERROR_VALUE);
  g_assert_cmpuint (lp_read_error_get_position (error).line, ==, 2);
  g_assert_cmpuint (lp_read_error_get_position (error).column, ==, 10);
  g_assert_cmpuint (notes->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/facts/refused", test_refused);
  g_test_add_func ("/rules/facts/values", test_values);
  g_test_add_func ("/rules/facts/adjusted", test_adjusted);
  g_test_add_func ("/rules/facts/built-in", test_built_in);
  g_test_add_func ("/rules/facts/notes", test_notes);
  g_test_add_func ("/rules/facts/note-refused", test_note_refused);
  return g_test_run ();
}
