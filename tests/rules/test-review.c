/* Outcomes, groups, questions, waivers, fingerprints: what a review makes of rules. */

#include "support.h"

#define TEXT(name, text) "\"" name "\": {\"en\": \"" text "\", \"ko\": \"" text "\"},"
#define RULE(id, for_, when, assert_)                                                                               \
  "{\"id\": \"" id "\", \"severity\": \"warning\", \"topic\": \"test\"," TEXT ("title", "Title")                    \
  "\"for\": " for_ ", \"when\": \"" when "\", \"assert\": \"" assert_ "\"," TEXT ("message", "{group} of {self}")   \
  TEXT ("why", "Why") TEXT ("remedy", "Remedy")                                                                     \
  "\"examples\": {\"fail\": [{" TEXT ("title", "E") "\"document\": {}}], \"pass\": [{" TEXT ("title", "E")          \
  "\"document\": {}}]}}"

#define EACH "{\"kind\": \"ec2-instance\"}"
#define BY_PEERS "{\"kind\": \"ec2-instance\", \"group\": \"self.peers()\"}"

static LpPack *
make_pack (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) rule_text = g_string_new (text);
  LpPack *pack = lp_pack_new (NULL);

  if (strstr (text, "self.peers()") == NULL)
    g_string_replace (rule_text, "{group} of {self}", "{self} fails", 0);
  g_autoptr (GBytes) bytes = g_bytes_new (rule_text->str, rule_text->len);
  LpRule *rule = lp_rule_read (bytes, "rule.json", &error);
  g_assert_no_error (error);
  g_ptr_array_add (pack->rules, rule);
  return pack;
}

static LpReview *
review (const char *rule, const char *requirements, const char *components, const char *waivers, gboolean strict)
{
  g_autoptr (LpPack) pack = make_pack (rule);
  g_autoptr (LpDesign) design = lp_test_design (requirements, components, "", waivers);
  g_autoptr (GDateTime) today = g_date_time_new_utc (2026, 6, 15, 12, 0, 0);
  const LpReviewOptions options = { .strict = strict, .today = today };
  return lp_review_run (pack, design, &options);
}

static const LpFinding *
only (const LpReview *found)
{
  g_assert_cmpuint (found->findings->len, ==, 1);
  return found->findings->pdata[0];
}

#define WEB(id, more) "{\"id\": \"" id "\", \"kind\": \"ec2-instance\"" more "}"

static void
test_outcomes (void)
{
  static const struct
  {
    const char *when, *assert_, *outcome;
  } cases[] = {
    { "true", "true", NULL },
    { "true", "false", "fail" },
    { "false", "false", NULL },
    { "false", "self.role == 'web'", NULL },
    { "true", "self.role == 'web'", "question" },
    { "self.role == 'web'", "true", NULL },
    { "self.role == 'web'", "false", "question" },
    { "true", "1 / 0 > 0", "broken" },
    { "true", "1 / 0 > 0 || true", NULL },
    { "self.role == 'web' && false", "false", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) rule = g_string_new (RULE ("XX-001", EACH, "WHEN", "ASSERT"));
      g_string_replace (rule, "WHEN", cases[i].when, 0);
      g_string_replace (rule, "ASSERT", cases[i].assert_, 0);
      g_autoptr (LpReview) found = review (rule->str, "", WEB ("a", ""), "", FALSE);
      g_test_message ("%s / %s", cases[i].when, cases[i].assert_);
      if (cases[i].outcome == NULL)
        g_assert_cmpuint (found->findings->len, ==, 0);
      else
        g_assert_cmpstr (lp_outcome_code (only (found)->outcome), ==, cases[i].outcome);
    }
}

/* The severity that a finding has by itself, and the notes of its rule. */
static void
test_error_when (void)
{
  static const char rule[] = "{\"id\": \"XX-001\", \"severity\": \"warning\", \"error_when\": \"self.role == 'web'\","
                             "\"notes\": [\"nlb-client-ip\"], \"topic\": \"test\"," TEXT ("title", "Title") "\"for\": " EACH
                             ", \"assert\": \"false\"," TEXT ("message", "M") TEXT ("why", "Why") TEXT ("remedy", "R")
                             "\"examples\": {\"fail\": [{" TEXT ("title", "E") "\"document\": {}}], \"pass\": [{"
                             TEXT ("title", "E") "\"document\": {}}]}}";
  g_autoptr (LpReview) found = review (rule, "", WEB ("a", "") "," WEB ("b", ", \"set\": {\"role\": \"web\"}") ","
                                       WEB ("c", ", \"set\": {\"role\": \"api\"}"), "", FALSE);

  g_assert_cmpuint (found->summary.by_severity[LP_SEVERITY_ERROR], ==, 1);
  g_assert_cmpuint (found->summary.by_severity[LP_SEVERITY_WARNING], ==, 2);
  const LpFinding *first = found->findings->pdata[0];
  g_assert_cmpstr (first->component, ==, "b");
  const LpTally *tally = &g_array_index (found->tallies, LpTally, 0);
  g_assert_cmpstr (tally->rule, ==, "XX-001");
  g_assert_cmpuint (tally->of[LP_OUTCOME_FAIL], ==, 3);
  g_assert_cmpuint (tally->of[LP_OUTCOME_PASS], ==, 0);
  g_assert_cmpstr (first->notes[0], ==, "nlb-client-ip");
  g_assert_null (first->notes[1]);
}

static void
test_group_reports_once (void)
{
  g_autoptr (LpReview) found = review (RULE ("XX-001", BY_PEERS, "true", "false"), "",
                                       WEB ("a", ", \"set\": {\"role\": \"web\"}") "," WEB (
                                           "b", ", \"label\": \"Second\", \"set\": {\"role\": \"web\"}") ","
                                           WEB ("c", ", \"set\": {\"role\": \"api\"}"), "", FALSE);
  g_assert_cmpuint (found->findings->len, ==, 2);
  const LpFinding *first = found->findings->pdata[0];
  g_assert_cmpstr (first->message, ==, "a and Second of a");
  g_assert_cmpstr (first->component, ==, "a");
  g_assert_cmpuint (g_strv_length (first->related), ==, 2);
  g_assert_cmpstr (first->related[1], ==, "b");
  g_assert_cmpstr (first->remedy, ==, "Remedy");
  g_assert_cmpstr (first->title, ==, "Title");
}

static void
test_questions_are_asked_once (void)
{
  const char *rule = RULE ("XX-001", EACH, "requirements.environment == 'production'", "false");
  g_autoptr (LpReview) found = review (rule, "", WEB ("a", "") "," WEB ("b", ""), "", FALSE);
  const LpFinding *question = only (found);
  const LpUnknownProperty *unknown = question->unknowns->pdata[0];

  g_assert_cmpuint (question->unknowns->len, ==, 1);
  g_assert_cmpstr (unknown->element, ==, NULL);
  g_assert_cmpstr (unknown->property, ==, "environment");
  g_assert_cmpstr (question->related[1], ==, "b");
  g_assert_cmpstr (question->message, ==, "Not known: “Environment” of the requirements. It decides “Title”.");
  g_assert_cmpuint (found->summary.questions, ==, 1);
}

static void
test_strict (void)
{
  g_autoptr (LpReview) found = review (RULE ("XX-001", EACH, "true", "self.role == 'x'"), "", WEB ("a", ""), "", TRUE);
  g_assert_cmpint (only (found)->outcome, ==, LP_OUTCOME_FAIL);
  g_assert_cmpuint (found->summary.by_severity[LP_SEVERITY_WARNING], ==, 1);
}

static void
test_broken_is_reported_once (void)
{
  g_autoptr (LpReview) found = review (RULE ("XX-001", EACH, "true", "1 / 0 == 1"), "", WEB ("a", "") "," WEB ("b", ""),
                                       "", FALSE);
  g_assert_cmpstr (only (found)->message, ==, "The rule XX-001 could not be worked out: divide by zero.");
}

#define WAIVED(component, until)                                                                                     \
  "{\"rule\": \"XX-001\", \"component\": \"" component "\", \"reason\": \"accepted\", \"until\": \"" until "\"}"

static void
test_waivers (void)
{
  const char *rule = RULE ("XX-001", EACH, "true", "false");
  const char *inside = "{\"id\": \"vpc\", \"kind\": \"vpc\"}," WEB ("a", ", \"in\": \"vpc\"");
  g_autoptr (LpReview) by_subtree = review (rule, "", inside, WAIVED ("vpc", "2026-12-31"), FALSE);
  g_autoptr (LpReview) last_day = review (rule, "", inside, WAIVED ("a", "2026-06-15"), FALSE);
  g_autoptr (LpReview) lapsed = review (rule, "", inside, WAIVED ("a", "2026-06-14"), FALSE);
  g_autoptr (LpReview) elsewhere = review (rule, "", "{\"id\": \"vpc\", \"kind\": \"vpc\"}," WEB ("a", ""),
                                           WAIVED ("vpc", "2026-12-31"), FALSE);

  g_assert_cmpstr (only (by_subtree)->waiver, ==, "accepted");
  g_assert_cmpuint (by_subtree->summary.waived, ==, 1);
  g_assert_cmpuint (by_subtree->summary.by_severity[LP_SEVERITY_WARNING], ==, 0);
  g_assert_cmpstr (only (last_day)->waiver, ==, "accepted");
  g_assert_cmpstr (only (lapsed)->waiver, ==, NULL);
  g_assert_cmpuint (elsewhere->findings->len, ==, 2);
  g_assert_cmpuint (elsewhere->summary.waived, ==, 0);
  g_assert_cmpstr (((LpFinding *) elsewhere->findings->pdata[1])->rule, ==, "DOC-005");
}

static void
test_fingerprints (void)
{
  const char *rule = RULE ("XX-001", BY_PEERS, "true", "false");
  g_autoptr (LpReview) before = review (rule, "",
                                        WEB ("a", ", \"set\": {\"role\": \"web\"}") "," WEB (
                                            "b", ", \"set\": {\"role\": \"web\"}"), "", FALSE);
  g_autoptr (LpReview) after = review (
      rule, "", WEB ("b", ", \"label\": \"New name\", \"at\": [5, 5], \"set\": {\"role\": \"web\"}") "," WEB (
                    "a", ", \"set\": {\"role\": \"web\"}"), "", FALSE);
  g_autoptr (LpReview) other = review (rule, "", WEB ("b", ", \"set\": {\"role\": \"web\"}"), "", FALSE);

  g_assert_cmpuint (strlen (only (before)->fingerprint), ==, 16);
  g_assert_cmpstr (only (before)->fingerprint, ==, only (after)->fingerprint);
  g_assert_cmpstr (only (before)->fingerprint, !=, only (other)->fingerprint);
}

static void
test_values (void)
{
  g_autoptr (LpReview) found = review (RULE ("XX-001", EACH, "false", "true"), "\"rpo\": \"soon\"",
                                       "{\"id\": \"db\", \"kind\": \"rds-instance\", \"set\": {\"multi_az\": \"perhaps\"}}",
                                       "", FALSE);
  g_assert_cmpuint (found->findings->len, ==, 2);
  const LpFinding *first = found->findings->pdata[0], *second = found->findings->pdata[1];
  g_assert_cmpstr (first->rule, ==, "DOC-001");
  g_assert_cmpstr (first->message, ==, "“Data loss (RPO)” of the requirements cannot be \"soon\".");
  g_assert_cmpstr (second->message, ==, "“Multi-AZ” of db cannot be \"perhaps\".");
  g_assert_cmpstr (second->component, ==, "db");
  g_assert_cmpstr (second->remedy, ==, "Write true or false, without quotes.");
}

static void
test_value_of_a_choice (void)
{
  g_autoptr (LpReview) found = review (RULE ("XX-001", EACH, "false", "true"), "\"survive\": \"planet\"",
                                       "", "", FALSE);
  g_assert_cmpstr (only (found)->remedy, ==, "Write one of \"instance\", \"zone\", \"region\".");
}

static void
assert_finding (const LpReview *found, guint index, const char *rule, LpSeverity severity, const char *message)
{
  g_assert_cmpuint (index, <, found->findings->len);
  const LpFinding *finding = found->findings->pdata[index];
  g_assert_cmpstr (finding->rule, ==, rule);
  g_assert_cmpint (finding->severity, ==, severity);
  g_assert_cmpstr (finding->message, ==, message);
}

static void
test_unknown_kinds (void)
{
  static const struct
  {
    const char *kind, *meant;
  } cases[] = {
    { "ec2", "ec2-instance" },   { "ec2-instnace", "ec2-instance" }, { "EC2_Instance", "ec2-instance" },
    { "rds", "rds-instance" },   { "aws_lb", "alb" },                 { "aws_instance", "ec2-instance" },
    { "aurora", "aurora-cluster" }, { "requirements", NULL },        { "flux-capacitor", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *component = g_strdup_printf ("{\"id\": \"a\", \"kind\": \"%s\"}", cases[i].kind);
      g_autofree char *message
          = cases[i].meant != NULL
                ? g_strdup_printf ("There is no kind “%s” (a); did you mean “%s”?", cases[i].kind, cases[i].meant)
                : g_strdup_printf ("There is no kind “%s” (a).", cases[i].kind);
      g_autoptr (LpReview) found
          = review (RULE ("XX-001", EACH, "false", "true"), "", component, "", FALSE);
      g_assert_cmpstr (only (found)->component, ==, "a");
      assert_finding (found, 0, "DOC-002", LP_SEVERITY_ERROR, message);
    }
}

/* A rule for a kind looks at what the document calls by another of its ids, and sees one name. */
static void
test_other_ids (void)
{
  g_autoptr (LpReview) found
      = review (RULE ("XX-001", "{\"kind\": \"dms-replication\"}", "true", "self.kind == 'dms'"), "",
                "{\"id\": \"a\", \"kind\": \"dms-replication-instance\"}", "", FALSE);

  g_assert_cmpstr (only (found)->rule, ==, "XX-001");
  g_autoptr (LpReview) same
      = review (RULE ("XX-001", "{\"kind\": \"*\"}", "true", "self.kind == 'dms-replication'"), "",
                "{\"id\": \"a\", \"kind\": \"dms-replication-instance\"}", "", FALSE);
  g_assert_cmpuint (same->findings->len, ==, 0);
}

/* What the other id says holds, unless the document says otherwise. */
static void
test_other_id_says (void)
{
  const char *rule = RULE ("XX-001", "{\"kind\": \"fsx-file-system\"}", "true", "self.type == 'windows'");
  g_autoptr (LpReview) said
      = review (rule, "", "{\"id\": \"a\", \"kind\": \"fsx-for-lustre\"}", "", FALSE);
  g_autoptr (LpReview) overridden = review (
      rule, "", "{\"id\": \"a\", \"kind\": \"fsx-for-lustre\", \"set\": {\"type\": \"windows\"}}", "", FALSE);
  g_autoptr (LpReview) open
      = review (rule, "", "{\"id\": \"a\", \"kind\": \"fsx-file-system\"}", "", FALSE);

  g_assert_cmpint (only (said)->outcome, ==, LP_OUTCOME_FAIL);
  g_assert_cmpuint (overridden->findings->len, ==, 0);
  g_assert_cmpint (only (open)->outcome, ==, LP_OUTCOME_QUESTION);
}

static void
test_unknown_connection (void)
{
  g_autoptr (LpPack) pack = make_pack (RULE ("XX-001", EACH, "false", "true"));
  g_autoptr (LpDesign) design = lp_test_design (
      "", "{\"id\": \"u\", \"kind\": \"users\"}, {\"id\": \"a\", \"kind\": \"alb\"}",
      "{\"id\": \"1\", \"kind\": \"trafic\", \"from\": \"u\", \"to\": \"a\"},"
      "{\"id\": \"2\", \"kind\": \"dns\", \"from\": \"u\", \"to\": \"a\"}", "");
  g_autoptr (LpReview) found = lp_review_run (pack, design, NULL);

  assert_finding (found, 0, "DOC-003", LP_SEVERITY_ERROR,
                  "There is no kind “trafic” (1); did you mean “traffic”?");
  g_assert_cmpstr (only (found)->component, ==, NULL);
  g_assert_cmpstr (only (found)->related[0], ==, "1");
}

static void
test_unknown_properties (void)
{
  g_autoptr (LpReview) found = review (
      RULE ("XX-001", EACH, "false", "true"), "\"enviroment\": \"production\", \"owner\": \"me\"",
      "{\"id\": \"db\", \"kind\": \"rds-instance\", \"set\": {\"multi-az\": true, \"foo\": 3}},"
      "{\"id\": \"box\", \"kind\": \"generic\", \"set\": {\"foo\": 3}}", "", FALSE);

  g_assert_cmpuint (found->findings->len, ==, 4);
  assert_finding (found, 0, "DOC-004", LP_SEVERITY_WARNING,
                  "There is no property “enviroment” (the requirements); did you mean “environment”?");
  assert_finding (found, 1, "DOC-004", LP_SEVERITY_WARNING,
                  "There is no property “multi-az” (db); did you mean “multi_az”?");
  assert_finding (found, 2, "DOC-004", LP_SEVERITY_INFO,
                  "There is no property “owner” (the requirements); no rule reads it.");
  assert_finding (found, 3, "DOC-004", LP_SEVERITY_INFO, "There is no property “foo” (db); no rule reads it.");
}

static void
test_cancelled (void)
{
  g_autoptr (LpPack) pack = make_pack (RULE ("XX-001", EACH, "true", "false"));
  g_autoptr (LpDesign) design = lp_test_design ("", WEB ("a", ""), "", "");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const LpReviewOptions options = { .cancellable = cancellable };

  g_cancellable_cancel (cancellable);
  g_assert_null (lp_review_run (pack, design, &options));
}

static gpointer
review_again (gpointer design)
{
  LpReview *found = lp_review_run (lp_pack_get_default (), design, NULL);
  char *print = g_strdup_printf ("%u %s", found->findings->len,
                                 found->findings->len > 0 ? ((LpFinding *) found->findings->pdata[0])->fingerprint : "");
  lp_review_unref (found);
  return print;
}

static void
test_threads (void)
{
  g_autoptr (LpDesign) design = lp_test_design ("\"environment\": \"production\"",
                                                "{\"id\": \"db\", \"kind\": \"rds-instance\"}", "", "");
  g_autofree char *alone = review_again (design);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("review", review_again, design);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autofree char *print = g_thread_join (threads[i]);
      g_assert_cmpstr (print, ==, alone);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/review/outcomes", test_outcomes);
  g_test_add_func ("/rules/review/error-when", test_error_when);
  g_test_add_func ("/rules/review/group", test_group_reports_once);
  g_test_add_func ("/rules/review/questions", test_questions_are_asked_once);
  g_test_add_func ("/rules/review/strict", test_strict);
  g_test_add_func ("/rules/review/broken", test_broken_is_reported_once);
  g_test_add_func ("/rules/review/waivers", test_waivers);
  g_test_add_func ("/rules/review/fingerprints", test_fingerprints);
  g_test_add_func ("/rules/review/values", test_values);
  g_test_add_func ("/rules/review/value-of-a-choice", test_value_of_a_choice);
  g_test_add_func ("/rules/review/unknown-kinds", test_unknown_kinds);
  g_test_add_func ("/rules/review/other-ids", test_other_ids);
  g_test_add_func ("/rules/review/other-id-says", test_other_id_says);
  g_test_add_func ("/rules/review/unknown-connection", test_unknown_connection);
  g_test_add_func ("/rules/review/unknown-properties", test_unknown_properties);
  g_test_add_func ("/rules/review/cancelled", test_cancelled);
  g_test_add_func ("/rules/review/threads", test_threads);
  return g_test_run ();
}
