/* What is wrong with a rule file, and at which line and column it is said. */

#include "rules/rule.h"

/* Line 1 is "{"; each member stands on a line of its own. A case replaces the line of one member. */
static const struct
{
  const char *key;
  const char *line;
} sound[] = {
  { "id", "\"id\": \"XX-001\"" },
  { "severity", "\"severity\": \"error\"" },
  { "topic", "\"topic\": \"test\"" },
  { "title", "\"title\": {\"en\": \"T\", \"ko\": \"T\"}" },
  { "for", "\"for\": {\"kind\": \"ec2-instance\", \"group\": \"self.peers()\"}" },
  { "let", "\"let\": {\"all\": \"components.size()\", \"mine\": \"group.size() + all\"}" },
  { "when", "\"when\": \"mine > 0\"" },
  { "assert", "\"assert\": \"has(self.role)\"" },
  { "message", "\"message\": {\"en\": \"{group} fails.\", \"ko\": \"{group} fails.\"}" },
  { "why", "\"why\": {\"en\": \"W\", \"ko\": \"W\"}" },
  { "remedy", "\"remedy\": {\"en\": \"R\", \"ko\": \"R\"}" },
  { "fixes", "\"fixes\": [{\"title\": {\"en\": \"F\", \"ko\": \"F\"}, \"edits\": [{\"op\": \"remove\", \"what\": \"self\"}]}]" },
  { "examples", "\"examples\": {\"fail\": [{\"title\": {\"en\": \"E\", \"ko\": \"E\"}, \"document\": {}}], "
                "\"pass\": [{\"title\": {\"en\": \"E\", \"ko\": \"E\"}, \"document\": {}}]}" },
};

static const struct
{
  const char *key;   /* whose line is replaced */
  const char *line;  /* by this; "" takes it away */
  guint at_line, at_column;
  const char *message;
} cases[] = {
  { "id", "\"id\": \"ha-12\"", 2, 7,
    "“ha-12” is no id of a rule; write capitals, a hyphen and three digits, such as HA-012" },
  { "id", "\"idd\": \"XX-001\"", 2, 8, "there is no member “idd” here; did you mean “id”?" },
  { "severity", "\"severity\": \"fatal\"", 3, 13, "“fatal” is no severity; write error, warning or info" },
  { "topic", "\"topic\": 3", 4, 10, "\"topic\" must be a text in quotation marks" },
  { "title", "\"title\": {}", 5, 10, "\"en\" is missing here; add it" },
  { "for", "\"for\": {\"kind\": \"ec2-instanc\"}", 6, 17, "there is no kind “ec2-instanc”; did you mean “ec2-instance”?" },
  { "for", "\"for\": {\"kind\": [\"alb\", \"nbl\"]}", 6, 25, "there is no kind “nbl”; did you mean “nlb”?" },
  { "for", "\"for\": {\"kind\": \"alb\", \"group\": \"self.peer()\"}", 6, 39,
    "there is no function “peer”; did you mean “peers”?" },
  { "let", "\"let\": {\"all\": \"components.size() +\"}", 7, 36, NULL },
  { "let", "\"let\": {\"Mine\": \"1\"}", 7, 17, "“Mine” is no name; write small letters, digits and underscores" },
  { "when", "\"when\": \"mine > 0 && othr\"", 8, 22, NULL },
  { "when", "\"when\": \"\\\"a\\\" == self.nam\"", 8, 24, NULL },
  { "when", "\"when\": [\"mine > 0\", \"&& self.rol == 'web'\"]", 8, 31, NULL },
  { "when", "\"when\": []", 8, 9, "“when” must be an expression: a text, or a list of lines" },
  { "when", "\"when\": \"mine\"", 8, 10, NULL },
  { "assert", "", 1, 1, "“assert” is missing here; add it" },
  { "message", "\"message\": {\"en\": \"{grup} fails.\", \"ko\": \"x\"}", 10, 21, NULL },
  { "message", "\"message\": {\"en\": \"x\", \"ko\": \"가 {group\"}", 10, 33,
    "this { is never closed: close it with }, or write {{ for a brace" },
  { "fixes", "\"fixes\": [{\"title\": {\"en\": \"F\", \"ko\": \"F\"}, \"edits\": [{\"op\": \"burn\"}]}]", 13, 62,
    "“burn” is no edit; write set, unset, require, add, connect, insert, reconnect, move, "
    "replace, duplicate, span or remove" },
  { "fixes", "\"fixes\": [{\"title\": {\"en\": \"F\", \"ko\": \"F\"}, \"edits\": [{\"op\": \"remove\"}]}]", 13, 55,
    "“what” is missing here; add it" },
  { "examples", "\"examples\": {\"fail\": []}", 14, 13,
    "there is no “fail” example; add a small document that must fail" },
  { "examples", "\"examples\": {\"fails\": []}", 14, 23, "there is no member “fails” here; did you mean “fail”?" },
};

static GBytes *
make_rule (const char *key, const char *line)
{
  GString *text = g_string_new ("{\n");
  for (guint i = 0; i < G_N_ELEMENTS (sound); i++)
    {
      const char *own = g_strcmp0 (sound[i].key, key) == 0 ? line : sound[i].line;
      if (*own != '\0')
        g_string_append_printf (text, "%s%s\n", own, i + 1 < G_N_ELEMENTS (sound) ? "," : "");
    }
  g_string_append (text, "}\n");
  return g_string_free_to_bytes (text);
}

static void
test_sound (void)
{
  g_autoptr (GBytes) bytes = make_rule (NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LpRule) rule = lp_rule_read (bytes, "rule.json", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (rule->id, ==, "XX-001");
  g_assert_true (g_array_index (rule->definitions, LpDefinition, 0).once);
  g_assert_false (g_array_index (rule->definitions, LpDefinition, 1).once);
}

static void
test_mistakes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = make_rule (cases[i].key, cases[i].line);
      g_autoptr (GError) error = NULL;
      LpRule *rule = lp_rule_read (bytes, "rule.json", &error);

      g_test_message ("%s", cases[i].line);
      g_assert_null (rule);
      g_assert_true (error->domain == LP_READ_ERROR);
      g_test_message ("%s", error->message);
      g_test_message ("at %u:%u", lp_read_error_get_position (error).line, lp_read_error_get_position (error).column);
      g_assert_cmpuint (lp_read_error_get_position (error).line, ==, cases[i].at_line);
      g_assert_cmpuint (lp_read_error_get_position (error).column, ==, cases[i].at_column);
      g_assert_cmpstr (lp_read_error_get_file (error), ==, "rule.json");
      if (cases[i].message != NULL)
        g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/reader/sound", test_sound);
  g_test_add_func ("/rules/reader/mistakes", test_mistakes);
  return g_test_run ();
}
