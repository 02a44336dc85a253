/* Edits of fixes: what is read, and what is wrong at which column. */

#include "rules/fix-edit.h"

#define BEFORE                                                                                                  \
  "{\"id\": \"XX-001\", \"severity\": \"error\", \"topic\": \"test\", \"title\": {\"en\": \"T\"},"              \
  "\"for\": {\"kind\": \"ec2-instance\", \"group\": \"self.peers()\"}, \"let\": {\"all\": \"components\"},"     \
  "\"assert\": \"false\", \"message\": {\"en\": \"M\"}, \"why\": {\"en\": \"W\"}, \"remedy\": {\"en\": \"R\"},"  \
  "\"examples\": {\"fail\": [{\"title\": {\"en\": \"E\"}, \"document\": {}}],"                                  \
  "\"pass\": [{\"title\": {\"en\": \"E\"}, \"document\": {}}]}, \"fixes\": [\n"

static LpRule *
read_fix (const char *fix, GError **error)
{
  g_autofree char *text = g_strconcat (BEFORE, fix, "]}", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  return lp_rule_read (bytes, "rule.json", error);
}

/* Single quotes stand for the double ones of JSON. */
static char *
quoted (const char *text)
{
  char *result = g_strdup (text);
  return g_strdelimit (result, "'", '"');
}

/* One edit, which begins in column 1 of line 3. */
static LpRule *
read_edit (const char *edit, GError **error)
{
  g_autofree char *text = quoted (edit);
  g_autofree char *fix = g_strdup_printf ("{\"title\": {\"en\": \"F\"}, \"edits\": [\n%s]}", text);
  return read_fix (fix, error);
}

static const char *const sound[] = {
  "{'op': 'set', 'what': 'self', 'property': 'role', 'value': 'web'}",
  "{'op': 'set', 'what': 'group', 'property': 'role', 'expression': 'self.id', 'ask': true, 'if': 'has(self.role)'}",
  "{'op': 'set', 'what': 'connections', 'property': 'anything', 'value': true}",
  "{'op': 'unset', 'what': 'self', 'property': 'role'}",
  "{'op': 'require', 'requirement': 'rto', 'value': '1h'}",
  "{'op': 'add', 'kind': 'sqs-queue'}",
  "{'op': 'add', 'kind': 'alb', 'as': 'front', 'into': 'self.parent()', 'label': 'front'}",
  "{'op': 'add', 'kind': 'alb', 'where': 'public-subnet', 'reuse': 'all', 'set': {'scheme': 'internal'}}",
  "{'op': 'connect', 'kind': 'traffic', 'from': 'self', 'to': 'all', 'set': {'protocol': 'https'}}",
  "{'op': 'insert', 'kind': 'sqs-queue', 'on': 'self.out()', 'as': 'queue', 'before': 'invokes', 'after': 'polls'}",
  "{'op': 'reconnect', 'what': 'self.out()', 'to': 'self'}",
  "{'op': 'move', 'what': 'self', 'where': 'private-subnet'}",
  "{'op': 'replace', 'what': 'self', 'kind': 'lambda-function'}",
  "{'op': 'duplicate', 'what': 'group', 'where': 'another-zone', 'as': 'copies'}",
  "{'op': 'span', 'what': 'self', 'over': 'all'}",
  "{'op': 'remove', 'what': 'self.out()'}",
  "{'op': 'disconnect', 'what': 'self.out()'}",
};

static const struct
{
  const char *edit;
  guint column;
  const char *message; /* NULL: any */
} cases[] = {
  { "{'op': 'burn', 'what': 'self'}", 8,
    "“burn” is no edit; write set, unset, require, add, connect, insert, reconnect, move, replace, duplicate, span or "
    "remove" },
  { "{'op': 'remove'}", 1, "“what” is missing here; add it" },
  { "{'op': 'remove', 'wat': 'self'}", 25, "there is no member “wat” here; did you mean “what”?" },
  { "{'op': 'remove', 'what': 'selv'}", 27, NULL },
  { "{'op': 'remove', 'what': 'self.id'}", 26, "“what” must give components or connections; this gives string" },
  { "{'op': 'remove', 'what': 'all + [1]'}", 31, NULL },
  { "{'op': 'remove', 'what': 'self', 'if': 'self.id'}", 46, NULL },
  { "{'op': 'set', 'what': 'self', 'property': 'rle', 'value': 'web'}", 43,
    "ec2-instance has no property “rle”; did you mean “role”?" },
  { "{'op': 'set', 'what': 'self', 'property': 'critical', 'value': 3}", 64,
    "“critical” of ec2-instance cannot hold this value" },
  { "{'op': 'set', 'what': 'self', 'property': 'role'}", 1, "“value” or “expression” is missing here; add one of them" },
  { "{'op': 'set', 'what': 'self', 'property': 'role', 'value': 'a', 'expression': 'self.id'}", 1,
    "there is “value” and “expression” here; leave one of them out" },
  { "{'op': 'require', 'requirement': 'rot', 'value': '1h'}", 34,
    "requirements has no property “rot”; did you mean “rto”?" },
  { "{'op': 'add', 'kind': 'sqs-queu'}", 23, "there is no kind “sqs-queu”; did you mean “sqs-queue”?" },
  { "{'op': 'add', 'kind': 'alb', 'as': 'group'}", 36,
    "“group” means something already in this rule; take another name" },
  { "{'op': 'add', 'kind': 'alb', 'as': 'Front'}", 36,
    "“Front” is no name; write small letters, digits and underscores" },
  { "{'op': 'add', 'kind': 'alb', 'set': {'scheme': 'wide'}}", 48, "“scheme” of alb cannot hold this value" },
  { "{'op': 'add', 'kind': 'alb', 'set': {'scheme': {'expression': 'slf.id'}}}", 64, NULL },
  { "{'op': 'connect', 'kind': 'trafic', 'from': 'self', 'to': 'self'}", 27,
    "there is no kind of connection “trafic”; did you mean “traffic”?" },
  { "{'op': 'move', 'what': 'self', 'where': 'another zone'}", 41,
    "“another zone” is no place; write another-zone, another-region, another-account, private-subnet, public-subnet or "
    "recovery-region" },
  { "{'op': 'move', 'what': 'self'}", 1, "“into” or “where” is missing here; add one of them" },
};

static void
test_sound (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sound); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LpRule) rule = read_edit (sound[i], &error);
      g_test_message ("%s", sound[i]);
      g_assert_no_error (error);
    }
}

static void
test_mistakes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      LpRule *rule = read_edit (cases[i].edit, &error);
      g_test_message ("%s", cases[i].edit);
      g_assert_null (rule);
      g_test_message ("%s", error->message);
      g_assert_true (error->domain == LP_READ_ERROR);
      g_assert_cmpuint (lp_read_error_get_position (error).line, ==, 3);
      g_assert_cmpuint (lp_read_error_get_position (error).column, ==, cases[i].column);
      if (cases[i].message != NULL)
        g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

/* A name of an edit above may be used below it, alone. */
static void
test_names (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpRule) rule = read_edit ("{'op': 'connect', 'kind': 'traffic', 'from': 'self', 'to': 'front'},"
                                       "{'op': 'add', 'kind': 'alb', 'as': 'front'}",
                                       &error);
  g_assert_null (rule);
  g_assert_cmpuint (lp_read_error_get_position (error).column, ==, 61);
  g_clear_error (&error);

  rule = read_edit ("{'op': 'add', 'kind': 'alb', 'as': 'front'},"
                    "{'op': 'connect', 'kind': 'traffic', 'from': 'front', 'to': 'self'}",
                    &error);
  g_assert_no_error (error);
  const LpFix *fix = rule->fixes->pdata[0];
  const LpFixEdit *edit = fix->edits->pdata[1];
  g_assert_cmpint (edit->op, ==, LP_FIX_CONNECT);
  g_assert_cmpstr (edit->from.name, ==, "front");
  g_assert_null (edit->from.expr);
  g_assert_nonnull (edit->to.expr);
}

static void
test_title (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpRule) rule = read_fix ("{\"title\": {\"en\": \"Mend {grup}\"}, \"edits\": []}", &error);

  g_assert_null (rule);
  g_assert_cmpuint (lp_read_error_get_position (error).column, ==, 25);
  g_clear_error (&error);
  rule = read_fix ("{\"title\": {\"en\": \"Mend {group}\"}, \"edits\": []}", &error);
  g_assert_null (rule);
  g_assert_cmpstr (error->message, ==, "a fix without an edit mends nothing; add one");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/fix-reader/sound", test_sound);
  g_test_add_func ("/rules/fix-reader/mistakes", test_mistakes);
  g_test_add_func ("/rules/fix-reader/names", test_names);
  g_test_add_func ("/rules/fix-reader/title", test_title);
  return g_test_run ();
}
