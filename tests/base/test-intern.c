#include "base/intern.h"

#define ROUNDS 200000

static gpointer
take_and_let_go (gpointer data)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      GRefString *string = lp_intern ("ec2-instance");
      g_assert_cmpstr (string, ==, "ec2-instance");
      g_ref_string_release (string);
    }
  return NULL;
}

/* The last reference of one thread is let go while another takes one. */
static void
test_threads (void)
{
  GThread *other = g_thread_new ("other", take_and_let_go, NULL);

  take_and_let_go (NULL);
  g_thread_join (other);
}

static void
test_once (void)
{
  g_autoptr (GRefString) a = lp_intern ("web"), b = lp_intern ("web"), c = lp_intern ("웹");

  g_assert_true (a == b);
  g_assert_true (a != c);
  g_assert_cmpstr (c, ==, "웹");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/intern/once", test_once);
  g_test_add_func ("/base/intern/threads", test_threads);
  return g_test_run ();
}
