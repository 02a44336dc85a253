#include "model/element.h"

static void
test_valid (void)
{
  static const char *const good[] = { "a", "web-1", "_x", "a.b:c/d", "서울", "é", "3" };
  static const char *const bad[] = { "", "-a", ".a", "a b", "a\n", "a\"", "a{", "\xff" };
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (lp_id_is_valid (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (lp_id_is_valid (bad[i]));
  g_assert_false (lp_id_is_valid (NULL));
  g_autofree char *longest = g_strnfill (200, 'a'), *too_long = g_strnfill (201, 'a');
  g_assert_true (lp_id_is_valid (longest));
  g_assert_false (lp_id_is_valid (too_long));
}

static void
check (const char *text, const char *id)
{
  g_autofree char *made = lp_id_from_text (text, "thing");
  g_assert_cmpstr (made, ==, id);
  g_assert_true (lp_id_is_valid (made));
}

static void
test_from_text (void)
{
  check ("Web Server (1)", "web-server-1");
  check ("  10.0.0.0/16  ", "10-0-0-0-16");
  check ("서울 리전", "서울-리전");
  check ("***", "thing");
  check (NULL, "thing");
  g_autofree char *longest = g_strnfill (1000, 'x'), *made = lp_id_from_text (longest, "thing");
  g_assert_true (lp_id_is_valid (made));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/id/valid", test_valid);
  g_test_add_func ("/model/id/from-text", test_from_text);
  return g_test_run ();
}
