/* The contract of every rule that is built in: its examples give what they must, and would not if it asserted the
 * opposite. */

#include "base/resources.h"
#include "io/native.h"
#include "rules/review.h"
#include "rules/topic.h"

static void
test_examples (gconstpointer data)
{
  const LpRule *rule = data;
  g_autoptr (GArray) results = lp_rule_run_examples (rule, lp_native_read);

  for (guint i = 0; i < results->len; i++)
    {
      const LpExampleResult *result = &g_array_index (results, LpExampleResult, i);
      g_test_message ("%s", result->example->title.in[LP_LANGUAGE_EN]);
      g_assert_cmpstr (result->error, ==, NULL);
      g_assert_cmpstr (lp_outcome_code (result->outcome), ==, lp_outcome_code (result->example->outcome));
    }
}

/* The rule's file with what it asserts turned round. */
static LpRule *
negate (const char *path)
{
  g_autofree char *full = g_build_filename (g_getenv ("LOADPATH_TEST_SOURCE"), "data", path, NULL);
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GString) turned = g_string_new ("!(");
  g_autoptr (GError) error = NULL;

  g_assert_true (json_parser_load_from_file (parser, full, NULL));
  root = json_parser_steal_root (parser);
  JsonNode *assertion = json_object_get_member (json_node_get_object (root), "assert");
  if (JSON_NODE_HOLDS_ARRAY (assertion))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (assertion)); i++)
      g_string_append_printf (turned, " %s", json_array_get_string_element (json_node_get_array (assertion), i));
  else
    g_string_append (turned, json_node_get_string (assertion));
  g_string_append_c (turned, ')');
  json_object_set_string_member (json_node_get_object (root), "assert", turned->str);

  char *text = json_to_string (root, FALSE);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
  LpRule *rule = lp_rule_read (bytes, path, &error);
  g_assert_no_error (error);
  return rule;
}

static LpOutcomes
run (const LpRule *rule, const LpExample *example)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = lp_example_get_bytes (example);
  g_autoptr (LpDesign) design = lp_native_read (bytes, rule->file, &error);

  g_assert_no_error (error);
  return lp_rule_run (rule, design);
}

/* What passed fails and what failed passes: the condition decides, and nothing else does. */
static void
test_negated (gconstpointer data)
{
  const LpRule *rule = data;
  g_autoptr (LpRule) negated = negate (rule->file);

  for (guint i = 0; i < rule->examples->len; i++)
    {
      LpOutcomes before = run (rule, rule->examples->pdata[i]), after = run (negated, rule->examples->pdata[i]);
      if (before.of[LP_OUTCOME_QUESTION] > 0)
        continue;
      g_assert_cmpint (after.of[LP_OUTCOME_FAIL], ==, before.of[LP_OUTCOME_PASS]);
      g_assert_cmpint (after.of[LP_OUTCOME_PASS], ==, before.of[LP_OUTCOME_FAIL]);
      g_assert_cmpint (after.of[LP_OUTCOME_SKIP], ==, before.of[LP_OUTCOME_SKIP]);
    }
}

static void assert_both_languages (JsonNode *node, const char *path);

static void
assert_member (JsonObject *object, const char *name, JsonNode *node, gpointer path)
{
  assert_both_languages (node, path);
}

static void
assert_item (JsonArray *array, guint index, JsonNode *node, gpointer path)
{
  assert_both_languages (node, path);
}

/* A text in one language would do for the reader; what is built in has all. */
static void
assert_both_languages (JsonNode *node, const char *path)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    json_array_foreach_element (json_node_get_array (node), assert_item, (gpointer) path);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;
  JsonObject *object = json_node_get_object (node);
  if (json_object_has_member (object, "en") != json_object_has_member (object, "ko"))
    g_error ("%s: a text is there in one language only", path);
  json_object_foreach_member (object, assert_member, (gpointer) path);
}

static void
test_languages (void)
{
  g_auto (GStrv) paths = lp_resources_list ("rules");

  g_assert_cmpuint (g_strv_length (paths), ==, lp_pack_get_default ()->rules->len);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = lp_resources_load (paths[i], NULL);
      g_autoptr (LpJsonText) text = lp_json_text_new (bytes, paths[i], LP_JSON_LIMITS_DEFAULT, NULL);
      assert_both_languages (lp_json_text_get_root (text), paths[i]);
    }
}

static void
test_topics (void)
{
  const LpPack *pack = lp_pack_get_default ();

  for (guint i = 0; i < pack->rules->len; i++)
    {
      const char *topic = ((LpRule *) pack->rules->pdata[i])->topic;
      g_assert_cmpstr (lp_topic_get_name (topic), !=, topic);
    }
  g_assert_cmpstr (lp_topic_get_name ("of my own"), ==, "of my own");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  const LpPack *pack = lp_pack_get_default ();
  g_test_add_func ("/rules/built-in/languages", test_languages);
  g_test_add_func ("/rules/built-in/topics", test_topics);
  for (guint i = 0; i < pack->rules->len; i++)
    {
      const LpRule *rule = pack->rules->pdata[i];
      g_autofree char *examples = g_strdup_printf ("/rules/%s/examples", rule->id);
      g_autofree char *negated = g_strdup_printf ("/rules/%s/negated", rule->id);
      g_test_add_data_func (examples, rule, test_examples);
      g_test_add_data_func (negated, rule, test_negated);
    }
  return g_test_run ();
}
