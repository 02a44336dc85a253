/* What each edit of a fix makes of a document: the lines that are other after it. Single quotes stand for double ones. */

#include "designs.h"
#include "rules/fix.h"

typedef struct
{
  const char *name;
  const char *edits;
  const char *components, *connections;
  const char *gives; /* "- " a line that goes, "+ " one that comes */
} Case;

#define SEOUL                                                                                                   \
  "{'id': 'seoul', 'kind': 'region', 'label': 'ap-northeast-2'},"                                               \
  "{'id': 'vpc', 'kind': 'vpc', 'in': 'seoul'},"                                                                \
  "{'id': 'zone-a', 'kind': 'availability-zone', 'in': 'vpc', 'label': 'ap-northeast-2a'},"                     \
  "{'id': 'web-a', 'kind': 'subnet', 'in': 'zone-a', 'label': 'web a', 'set': {'public': false, 'cidr': '10.0.1.0/24'}},"

#define WEB "{'id': 'web-1', 'kind': 'ec2-instance', 'in': 'web-a', 'at': [8, 40], 'set': {'role': 'web', 'os': 'linux'}}"
#define ZONE_C "{'id': 'zone-c', 'kind': 'availability-zone', 'in': 'vpc', 'label': 'ap-northeast-2c'},"
#define WEB_C "{'id': 'web-c', 'kind': 'subnet', 'in': 'zone-c', 'label': 'web c', 'set': {'public': false}},"
#define ALB_WEB "{'id': 'alb-web', 'kind': 'traffic', 'from': 'alb', 'to': 'web-1', 'label': 'calls', 'set': {'protocol': 'http'}}"
#define ALB "{'id': 'alb', 'kind': 'alb', 'in': 'vpc'},"

static const Case cases[] = {
#include "fix-cases.h"
};

static char *
quoted (const char *text)
{
  return g_strdelimit (g_strdup (text), "'", '"');
}

static LpPack *
make_pack (const char *edits)
{
  g_autofree char *text = g_strdup_printf (
      "{'id': 'XX-001', 'severity': 'error', 'topic': 'test', 'title': {'en': 'T'}, 'for': {'kind': 'ec2-instance'},"
      "'when': 'self.id == \\u0027web-1\\u0027', 'assert': 'has(self.critical)', 'message': {'en': 'M'}, 'why': {'en': 'W'}, 'remedy': {'en': 'R'},"
      "'fixes': [{'title': {'en': 'Mend {self}'}, 'edits': [%s]}],"
      "'examples': {'fail': [{'title': {'en': 'E'}, 'document': {}}], 'pass': [{'title': {'en': 'E'}, 'document': {}}]}}",
      edits);
  g_autofree char *json = quoted (text);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  LpPack *pack = lp_pack_new (NULL);
  LpRule *rule = lp_rule_read (bytes, "rule.json", &error);
  g_assert_no_error (error);
  g_ptr_array_add (pack->rules, rule);
  return pack;
}

static LpDocument *
make_document (const char *components, const char *connections)
{
  g_autofree char *text = g_strdup_printf ("{'loadpath': 1, 'components': [%s], 'connections': [%s]}", components,
                                           connections != NULL ? connections : "");
  g_autofree char *json = quoted (text);
  return test_document (json);
}

/* Without the comma that a line has in the middle of a list. */
static GStrv
lines_of (const char *text)
{
  GStrv lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strstrip (lines[i]);
      if (g_str_has_suffix (lines[i], ","))
        lines[i][strlen (lines[i]) - 1] = '\0';
    }
  return lines;
}

static char *
compare (const char *before, const char *after)
{
  g_auto (GStrv) old = lines_of (before), new = lines_of (after);
  GString *text = g_string_new (NULL);
  for (guint i = 0; old[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) new, old[i]))
      g_string_append_printf (text, "- %s\n", old[i]);
  for (guint i = 0; new[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) old, new[i]))
      g_string_append_printf (text, "+ %s\n", new[i]);
  return g_strdelimit (g_string_free (text, FALSE), "\"", '\'');
}

static LpFinding *
find (LpPack *pack, LpDocument *document)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (document);
  g_autoptr (LpReview) review = lp_review_run (pack, design, NULL);
  for (guint i = 0; i < review->findings->len; i++)
    if (g_str_equal (((LpFinding *) review->findings->pdata[i])->rule, "XX-001"))
      return lp_finding_ref (review->findings->pdata[i]);
  return NULL;
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (LpPack) pack = make_pack (one->edits);
  g_autoptr (LpDocument) document = make_document (one->components, one->connections);
  g_autofree char *before = test_text_of_document (document);
  LpFinding *finding = find (pack, document);
  g_autoptr (GError) error = NULL;

  lp_fix_apply (pack, document, finding, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (lp_document_get_undo_label (document), ==, "Mend web-1");
  g_autofree char *after = test_text_of_document (document);
  g_autofree char *changes = compare (before, after);
  g_assert_cmpstr (changes, ==, one->gives);
  lp_document_undo (document);
  g_autofree char *undone = test_text_of_document (document);
  g_assert_cmpstr (undone, ==, before);
  g_assert_false (lp_document_can_undo (document));
  lp_finding_unref (finding);
}

/* --- refusals ---------------------------------------------------------------------------------------- */

static void
check_refusal (const char *edits, const char *components, int code)
{
  g_autoptr (LpPack) pack = make_pack (edits);
  g_autoptr (LpDocument) document = make_document (components, NULL);
  g_autofree char *before = test_text_of_document (document);
  LpFinding *finding = find (pack, document);
  g_autoptr (GError) error = NULL;

  g_assert_false (lp_fix_apply (pack, document, finding, 0, NULL, &error));
  g_assert_error (error, LP_FIX_ERROR, code);
  g_assert_false (lp_document_in_transaction (document));
  g_assert_false (lp_document_can_undo (document));
  g_autofree char *after = test_text_of_document (document);
  g_assert_cmpstr (after, ==, before);
  lp_finding_unref (finding);
}

static void
test_refusals (void)
{
  check_refusal ("{'op': 'set', 'what': 'self', 'property': 'role', 'value': 'web'}", SEOUL WEB, LP_FIX_ERROR_NOTHING);
  check_refusal ("{'op': 'set', 'what': 'self', 'property': 'role', 'expression': 'self.workload'}", SEOUL WEB,
                 LP_FIX_ERROR_UNKNOWN);
  check_refusal ("{'op': 'remove', 'what': '[components[9]]'}", SEOUL WEB, LP_FIX_ERROR_BROKEN);
  check_refusal ("{'op': 'add', 'kind': 'subnet', 'where': 'another-zone', 'beside': 'self'},"
                 "{'op': 'remove', 'what': '[components[9]]'}",
                 SEOUL WEB, LP_FIX_ERROR_BROKEN);
}

static void
test_gone (void)
{
  g_autoptr (LpPack) pack = make_pack ("{'op': 'set', 'what': 'self', 'property': 'critical', 'value': true}");
  g_autoptr (LpDocument) document = make_document (SEOUL WEB, NULL);
  LpFinding *finding = find (pack, document);
  g_autoptr (GError) error = NULL;

  g_assert_true (lp_fix_apply (pack, document, finding, 0, NULL, &error));
  g_assert_null (find (pack, document));
  g_assert_false (lp_fix_apply (pack, document, finding, 0, NULL, &error));
  g_assert_error (error, LP_FIX_ERROR, LP_FIX_ERROR_GONE);
  g_clear_error (&error);
  g_assert_false (lp_fix_apply (pack, document, finding, 1, NULL, &error));
  g_assert_error (error, LP_FIX_ERROR, LP_FIX_ERROR_NO_FIX);
  lp_finding_unref (finding);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/fix/", cases[i].name, NULL);
      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/rules/fix/refusals", test_refusals);
  g_test_add_func ("/rules/fix/gone", test_gone);
  return g_test_run ();
}
