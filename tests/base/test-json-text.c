#include "base/json-value.h"

#include <string.h>

static LpJsonText *
parse (const char *text, LpJsonLimits limits, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  return lp_json_text_new (bytes, "a.json", limits, error);
}

typedef struct
{
  const char *text;
  LpReadErrorCode code;
  guint line, column;
} LpRefusal;

static const LpRefusal refusals[] = {
  { "", LP_READ_ERROR_SYNTAX, 1, 1 },
  { "{", LP_READ_ERROR_SYNTAX, 1, 2 },
  { "{} {}", LP_READ_ERROR_SYNTAX, 1, 4 },
  { "{\"a\": 1,}", LP_READ_ERROR_SYNTAX, 1, 9 },
  { "[1,]", LP_READ_ERROR_SYNTAX, 1, 4 },
  { "[1 2]", LP_READ_ERROR_SYNTAX, 1, 4 },
  { "{a: 1}", LP_READ_ERROR_SYNTAX, 1, 2 },
  { "{\"a\" 1}", LP_READ_ERROR_SYNTAX, 1, 6 },
  { "/* no */ {}", LP_READ_ERROR_SYNTAX, 1, 1 },
  { "var a = {}", LP_READ_ERROR_SYNTAX, 1, 1 },
  { "[01]", LP_READ_ERROR_SYNTAX, 1, 2 },
  { "[1.]", LP_READ_ERROR_SYNTAX, 1, 2 },
  { "[1e]", LP_READ_ERROR_SYNTAX, 1, 2 },
  { "[+1]", LP_READ_ERROR_SYNTAX, 1, 2 },
  { "[NaN]", LP_READ_ERROR_SYNTAX, 1, 2 },
  { "[nulll]", LP_READ_ERROR_SYNTAX, 1, 2 },
  { "[\"a\nb\"]", LP_READ_ERROR_SYNTAX, 1, 4 },
  { "[\"\\x\"]", LP_READ_ERROR_SYNTAX, 1, 4 },
  { "[\"\\u12\"]", LP_READ_ERROR_SYNTAX, 1, 5 },
  { "[\"open]", LP_READ_ERROR_SYNTAX, 1, 8 },
  { "[\"\\ud800\"]", LP_READ_ERROR_ENCODING, 1, 5 },
  { "[\"\\u0000\"]", LP_READ_ERROR_ENCODING, 1, 5 },
  { "[\"\xff\"]", LP_READ_ERROR_ENCODING, 1, 3 },
  { "[1e999]", LP_READ_ERROR_NUMBER, 1, 2 },
  { "[9223372036854775808]", LP_READ_ERROR_NUMBER, 1, 2 },
  { "{\"a\": 1,\n \"b\": {\"c\": 1, \"c\": 2}}", LP_READ_ERROR_DUPLICATE, 2, 16 },
  { "{\"a\": 1, \"\\u0061\": 2}", LP_READ_ERROR_DUPLICATE, 1, 10 },
  { "{\"서울\": 1, x}", LP_READ_ERROR_SYNTAX, 1, 11 },
};

static void
test_refusals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LpJsonText) text = parse (refusals[i].text, LP_JSON_LIMITS_DEFAULT, &error);
      g_autofree char *escaped = g_strescape (refusals[i].text, NULL);
      g_test_message ("%s", escaped);
      g_assert_null (text);
      g_assert_error (error, LP_READ_ERROR, (int) refusals[i].code);
      g_assert_cmpuint (lp_read_error_get_position (error).line, ==, refusals[i].line);
      g_assert_cmpuint (lp_read_error_get_position (error).column, ==, refusals[i].column);
    }
}

static void
test_accepts (void)
{
  static const char *const texts[] = {
    "null", " [] ", "\xef\xbb\xbf{}", "[-0, 0.5, 1e3, -1E-3, 9223372036854775807]", "[\"\\ud83d\\ude00 \\\"\\\\\\/\"]",
  };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LpJsonText) text = parse (texts[i], LP_JSON_LIMITS_DEFAULT, &error);
      g_assert_no_error (error);
      g_assert_nonnull (lp_json_text_get_root (text));
    }
}

static void
test_limits (void)
{
  g_autoptr (GError) error = NULL;
  LpJsonLimits limits = { .max_bytes = 100, .max_depth = 3, .max_values = 6 };

  g_autoptr (LpJsonText) fits = parse ("[[[1, 2]]]", limits, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fits);
  g_assert_null (parse ("[[[[1]]]]", limits, &error));
  g_assert_error (error, LP_READ_ERROR, LP_READ_ERROR_DEPTH);
  g_clear_error (&error);
  g_assert_null (parse ("[1, 2, 3, 4, 5, 6]", limits, &error));
  g_assert_error (error, LP_READ_ERROR, LP_READ_ERROR_COUNT);
  g_clear_error (&error);
  limits.max_bytes = 5;
  g_assert_null (parse ("[1, 2]", limits, &error));
  g_assert_error (error, LP_READ_ERROR, LP_READ_ERROR_SIZE);
}

static void
test_deep (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *deep = g_strnfill (1000000, '[');
  g_assert_null (parse (deep, LP_JSON_LIMITS_DEFAULT, &error));
  g_assert_error (error, LP_READ_ERROR, LP_READ_ERROR_DEPTH);
}

static void
test_places (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpJsonText) text = parse ("{\n  \"a\": [\n    {\"b\": true},\n    {\"c\": \"x\", \"b\": 7}\n  ]\n}",
                                       LP_JSON_LIMITS_DEFAULT, &error);
  g_assert_no_error (error);
  LpJsonPlace root = LP_JSON_ROOT (text), list = LP_JSON_MEMBER (&root, "a"), item = LP_JSON_ITEM (&list, 1);
  JsonObject *object
      = json_array_get_object_element (json_object_get_array_member (json_node_get_object (lp_json_text_get_root (text)), "a"), 1);
  gboolean flag = FALSE;

  g_assert_false (lp_json_get_boolean (object, &item, "b", TRUE, &flag, &error));
  g_assert_error (error, LP_READ_ERROR, LP_READ_ERROR_TYPE);
  g_assert_cmpstr (lp_read_error_get_path (error), ==, "a[1].b");
  g_autofree char *line = lp_error_format (error, NULL);
  g_assert_cmpstr (line, ==, "a.json:4:21: error: \"b\" must be true or false (at a[1].b)");
  g_clear_error (&error);

  g_assert_false (lp_json_get_boolean (object, &item, "d", TRUE, &flag, &error));
  g_assert_error (error, LP_READ_ERROR, LP_READ_ERROR_MISSING);
  g_assert_cmpuint (lp_read_error_get_position (error).line, ==, 4);
  g_assert_cmpuint (lp_read_error_get_position (error).column, ==, 5);
}

static void
test_item_positions (void)
{
  g_autoptr (LpJsonText) text = parse ("{\"z\": [0], \"a\": [1,\n  [2], \"서\", {\"a\": []}]}", LP_JSON_LIMITS_DEFAULT, NULL);
  LpJsonValue list;
  g_assert_true (lp_json_value_find (lp_json_text_get_value (text), "a", &list));
  g_autoptr (GArray) positions = lp_json_value_item_positions (list);
  g_assert_cmpuint (positions->len, ==, 4);
  g_assert_cmpuint (g_array_index (positions, LpPosition, 0).column, ==, 18);
  g_assert_cmpuint (g_array_index (positions, LpPosition, 1).line, ==, 2);
  g_assert_cmpuint (g_array_index (positions, LpPosition, 1).column, ==, 3);
  g_assert_cmpuint (g_array_index (positions, LpPosition, 3).column, ==, 13);
}

static gpointer
ask_for_root (gpointer text)
{
  return lp_json_text_get_root (text);
}

/* The tree is made once, whoever asks first. */
static void
test_threads (void)
{
  g_autoptr (GString) long_list = g_string_new ("[0");
  for (guint i = 0; i < 20000; i++)
    g_string_append (long_list, ", {\"a\": [1]}");
  g_string_append_c (long_list, ']');
  g_autoptr (LpJsonText) text = parse (long_list->str, LP_JSON_LIMITS_DEFAULT, NULL);
  GThread *threads[4];
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("root", ask_for_root, text);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (g_thread_join (threads[i]) == lp_json_text_get_root (text));
  g_assert_cmpuint (json_array_get_length (json_node_get_array (lp_json_text_get_root (text))), ==, 20001);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/json-text/accepts", test_accepts);
  g_test_add_func ("/base/json-text/refusals", test_refusals);
  g_test_add_func ("/base/json-text/limits", test_limits);
  g_test_add_func ("/base/json-text/deep", test_deep);
  g_test_add_func ("/base/json-text/places", test_places);
  g_test_add_func ("/base/json-text/threads", test_threads);
  g_test_add_func ("/base/json-text/item-positions", test_item_positions);
  return g_test_run ();
}
