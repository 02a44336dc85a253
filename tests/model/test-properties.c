#include "base/json-node.h"
#include "model/properties.h"

static JsonNode *
text (const char *value)
{
  return lp_json_node_string (value);
}

static void
test_with (void)
{
  g_autoptr (LpProperties) none = lp_properties_new ();
  g_autoptr (LpProperties) one = lp_properties_with (none, "role", text ("web"));
  g_autoptr (LpProperties) two = lp_properties_with (one, "os", text ("linux"));
  g_autoptr (LpProperties) changed = lp_properties_with (two, "role", text ("app"));
  g_autoptr (LpProperties) unset = lp_properties_with (changed, "role", NULL);

  g_assert_cmpuint (lp_properties_get_size (none), ==, 0);
  g_assert_cmpstr (lp_properties_lookup_string (one, "role"), ==, "web");
  g_assert_null (lp_properties_lookup (one, "os"));
  /* in its old place */
  g_assert_cmpstr (lp_properties_get (changed, 0)->name, ==, "role");
  g_assert_cmpstr (lp_properties_lookup_string (changed, "role"), ==, "app");
  g_assert_cmpstr (lp_properties_lookup_string (two, "role"), ==, "web");
  g_assert_cmpuint (lp_properties_get_size (unset), ==, 1);
  g_assert_null (lp_properties_lookup (NULL, "role"));
}

static void
test_equal (void)
{
  g_autoptr (LpProperties) none = lp_properties_new ();
  g_autoptr (LpProperties) a = lp_properties_with (none, "role", text ("web"));
  g_autoptr (LpProperties) b = lp_properties_with (none, "role", text ("web"));
  g_autoptr (LpProperties) c = lp_properties_with (none, "role", text ("db"));
  g_assert_true (lp_properties_equal (a, b));
  g_assert_false (lp_properties_equal (a, c));
  g_assert_false (lp_properties_equal (a, none));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/properties/with", test_with);
  g_test_add_func ("/model/properties/equal", test_equal);
  return g_test_run ();
}
