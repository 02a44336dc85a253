/* Documents as people draw them: the name of each says the rule and what it must give. */

#include "io/native.h"
#include "rules/review.h"

static LpDesign *
read_fixture (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "rules", "fixtures", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, length);
  LpDesign *design = lp_native_read (bytes, name, &error);
  g_assert_no_error (error);
  return design;
}

static void
test_fixture (gconstpointer data)
{
  const char *name = data;
  g_autofree char *id = g_strndup (name, strlen ("HA-012"));
  const LpRule *rule = lp_pack_find (lp_pack_get_default (), id);
  g_autoptr (LpDesign) design = read_fixture (name);
  LpOutcomes outcomes = lp_rule_run (rule, design);
  g_autofree char *wanted = g_strdup (name + strlen (id) + 1);

  *strchr (wanted, '-') = '\0';
  g_assert_cmpstr (outcomes.broken, ==, NULL);
  g_assert_cmpstr (lp_outcome_code (lp_outcomes_get_whole (&outcomes)), ==, wanted);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "rules", "fixtures", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/rules/golden/", name, NULL);
      g_test_add_data_func_full (path, g_strdup (name), test_fixture, g_free);
    }
  return g_test_run ();
}
