/* golden.txt: one expression a line, and what it gives. */
#include "host.h"

static void
test_line (gconstpointer data)
{
  const char *line = data;
  const char *arrow = g_strrstr (line, " => ");
  g_autofree char *source = g_strndup (line, arrow - line);
  g_autofree char *result = test_eval (source, 0, TRUE);

  if (!g_str_equal (result, arrow + 4))
    g_test_fail_printf ("%s => %s, not %s", source, result, arrow + 4);
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_test_init (&argc, &argv, NULL);
  path = g_test_build_filename (G_TEST_DIST, "expr", "golden.txt", NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0' && lines[i][0] != '#')
      {
        g_autofree char *name = g_strdup_printf ("/expr/golden/%u", i + 1);

        g_assert_nonnull (g_strrstr (lines[i], " => "));
        g_test_add_data_func (name, lines[i], test_line);
      }
  return g_test_run ();
}
