#include "base/json-write.h"

static void
test_node (void)
{
  static const char *const texts[] = {
    "{\"a\": [1, 2.5, -3], \"b\": {\"c\": null, \"d\": true}, \"e\": []}",
    "\"quote \\\" backslash \\\\ line\\n tab\\t bell\\u0007 서울 / 😀\"",
    "[0.1, 100, 1e+300, 123456789012345680, 9007199254740993]",
  };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (JsonNode) node = json_from_string (texts[i], NULL);
      g_autoptr (GString) out = g_string_new (NULL);
      lp_json_write_node (out, node);
      g_assert_cmpstr (out->str, ==, texts[i]);
    }
}

static void
test_pretty (void)
{
  g_autoptr (JsonNode) node = json_from_string ("{\"a\": {\"b\": 1}, \"c\": [], \"d\": [[1, 2], []]}", NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  lp_json_write_pretty (out, node, 0);
  g_assert_cmpstr (out->str, ==,
                   "{\n  \"a\": {\"b\": 1},\n  \"c\": [],\n  \"d\": [\n    [1, 2],\n    []\n  ]\n}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/json-write/node", test_node);
  g_test_add_func ("/base/json-write/pretty", test_pretty);
  return g_test_run ();
}
