/* A fix before it is made: what is shown as new, other and gone, and that applying it gives just that, as one step. */

#include "designs.h"
#include "session/mend.h"

#define RULE(number, kind, fix)                                                                                      \
  "{'id': 'XX-00" number "', 'severity': 'error', 'topic': 'test', 'title': {'en': 'T'}, 'for': {'kind': '" kind        \
  "'}, 'assert': 'has(self.critical)', 'message': {'en': 'M'}, 'why': {'en': 'W'}, 'remedy': {'en': 'R'}, 'fixes': [" \
  fix "], 'examples': {'fail': [{'title': {'en': 'E'}, 'document': {}}], 'pass': [{'title': {'en': 'E'}, 'document': {}}]}}"

#define REBUILD                                                                                                 \
  "{'title': {'en': 'Rebuild {self}'}, 'needs_replacement': true, 'edits': ["                                   \
  "{'op': 'set', 'what': 'self', 'property': 'critical', 'value': true},"                                       \
  "{'op': 'move', 'what': 'self', 'into': 'components[0]'},"                                                    \
  "{'op': 'add', 'kind': 'sqs-queue', 'into': 'components[0]', 'as': 'queue'},"                                 \
  "{'op': 'reconnect', 'what': 'self.into()', 'to': 'queue'},"                                                  \
  "{'op': 'remove', 'what': 'components[3]'}]}"

#define DOCUMENT                                                                                                \
  "{'loadpath': 1, 'components': ["                                                                             \
  "{'id': 'vpc', 'kind': 'vpc', 'at': [0, 0], 'size': [400, 300]},"                                             \
  "{'id': 'web', 'kind': 'ec2-instance', 'at': [500, 40]},"                                                     \
  "{'id': 'alb', 'kind': 'alb', 'in': 'vpc', 'at': [40, 40]},"                                                  \
  "{'id': 'old', 'kind': 'nlb', 'in': 'vpc', 'at': [140, 40]},"                                                 \
  "{'id': 'fn', 'kind': 'lambda-function', 'at': [500, 140]},"                                                  \
  "{'id': 'fn-2', 'kind': 'lambda-function', 'at': [500, 240]}],"                                               \
  "'connections': [{'id': 'alb-web', 'kind': 'traffic', 'from': 'alb', 'to': 'web'},"                           \
  "{'id': 'old-fn', 'kind': 'traffic', 'from': 'old', 'to': 'fn'}]}"

static char *
quoted (const char *text)
{
  return g_strdelimit (g_strdup (text), "'", '"');
}

static LpPack *
make_pack (const char *text)
{
  char *json = quoted (text);
  g_autoptr (GBytes) bytes = g_bytes_new_take (json, strlen (json));
  g_autoptr (GError) error = NULL;
  LpPack *pack = lp_pack_new (NULL);
  LpRule *rule = lp_rule_read (bytes, "rule.json", &error);
  g_assert_no_error (error);
  g_ptr_array_add (pack->rules, rule);
  return pack;
}

static LpDesign *
make_design (void)
{
  g_autofree char *json = quoted (DOCUMENT);
  return test_design (json);
}

static void
check_ids (GStrv ids, const char *expected)
{
  g_autofree char *joined = g_strjoinv (" ", ids);
  g_assert_cmpstr (joined, ==, expected);
}

static void
check_apply (const LpMendPreview *preview, LpDesign *design)
{
  g_autoptr (LpDocument) document = lp_document_new_from_design (design);
  g_autofree char *before = test_text_of_design (design), *after = test_text_of_design (preview->after);

  lp_mend_preview_apply (preview, document);
  g_autoptr (LpDesign) mended = lp_document_snapshot (document);
  g_autofree char *is = test_text_of_design (mended);
  g_assert_cmpstr (is, ==, after);
  g_assert_cmpstr (lp_document_get_undo_label (document), ==, preview->label);
  lp_document_undo (document);
  g_autoptr (LpDesign) undone = lp_document_snapshot (document);
  g_autofree char *was = test_text_of_design (undone);
  g_assert_cmpstr (was, ==, before);
  g_assert_false (lp_document_can_undo (document));
}

static void
test_one (void)
{
  g_autoptr (LpPack) pack = make_pack (RULE ("1", "ec2-instance", REBUILD));
  g_autoptr (LpDesign) design = make_design ();
  g_autoptr (LpReview) review = lp_review_run (pack, design, NULL);
  const LpFinding *finding = review->findings->pdata[0];
  g_autoptr (GPtrArray) offers = lp_fix_list (pack, design, finding, NULL);
  g_autoptr (GError) error = NULL;
  g_assert_cmpuint (offers->len, ==, 1);
  g_autoptr (LpMendPreview) preview = lp_mend_preview_new (design, pack, finding, offers->pdata[0], NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (preview->label, ==, "Rebuild web");
  g_assert_true (preview->needs_replacement);
  check_ids (preview->added, "sqs-queue");
  check_ids (preview->changed, "web alb-web");
  check_ids (preview->removed, "~web old ~alb-web old-fn");
  g_assert_cmpuint (lp_design_get_n_components (preview->shown), ==, 8);
  g_assert_cmpuint (lp_design_get_n_connections (preview->shown), ==, 3);
  g_assert_cmpuint (lp_design_get_n_components (preview->after), ==, 6);
  check_apply (preview, design);
}

static void
test_all (void)
{
  g_autoptr (LpPack) pack = make_pack (RULE ("2", "lambda-function",
                                             "{'title': {'en': 'Say it'}, 'edits': [{'op': 'set', 'what': 'self', "
                                             "'property': 'critical', 'value': true}]}"));
  g_autoptr (LpDesign) design = make_design ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LpMendPreview) preview
      = lp_mend_preview_new_all (design, pack, "XX-002", 0, "Fix all", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (preview->n_fixed, ==, 2);
  check_ids (preview->changed, "fn fn-2");
  check_ids (preview->added, "");
  check_ids (preview->removed, "");
  check_apply (preview, design);

  g_autoptr (LpMendPreview) again
      = lp_mend_preview_new_all (preview->after, pack, "XX-002", 0, "Fix all", NULL, &error);
  g_assert_null (again);
  g_assert_error (error, LP_FIX_ERROR, LP_FIX_ERROR_NOTHING);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/mend-preview/one", test_one);
  g_test_add_func ("/session/mend-preview/all", test_all);
  return g_test_run ();
}
