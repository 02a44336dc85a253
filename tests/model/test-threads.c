/* What a design holds is shared by threads: the review, the journal and the window copy and let go of the same records at
 * the same time. */

#include "designs.h"
#include "io/native.h"

#define N_THREADS 4
#define N_ROUNDS 20000

static const char source[]
    = "{\"loadpath\": 1, \"later\": {\"a\": [1]},"
      "\"components\": [{\"id\": \"web\", \"kind\": \"ec2-instance\", \"later\": [1, {\"a\": null}], \"set\": {\"tags\": [\"a\"]}}],"
      "\"connections\": [{\"id\": \"self\", \"kind\": \"traffic\", \"from\": \"web\", \"to\": \"web\", \"later\": {}}],"
      "\"comments\": [{\"component\": \"web\", \"text\": \"one\", \"later\": {}, \"replies\": [{\"text\": \"two\", \"later\": {}}]}],"
      "\"waivers\": [{\"rule\": \"HA-012\", \"component\": \"web\", \"reason\": \"a\", \"later\": {}}]}";

static gpointer
copy_and_let_go (gpointer data)
{
  LpDesign *design = data;
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (LpHeader) header = lp_header_copy (lp_design_get_header (design));
      g_autoptr (LpComponent) component = lp_component_copy (lp_design_get_component (design, 0));
      g_autoptr (LpConnection) connection = lp_connection_copy (lp_design_get_connection (design, 0));
      g_autoptr (LpComment) comment = lp_comment_copy (header->comments->pdata[0]);
      g_autoptr (LpWaiver) waiver = lp_waiver_copy (header->waivers->pdata[0]);
    }
  return NULL;
}

static void
test_copies (void)
{
  g_autoptr (LpDesign) design = test_design (source);
  g_autoptr (GBytes) before = lp_native_write (design);

  GThread *threads[N_THREADS];
  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("copies", copy_and_let_go, design);
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);

  g_autoptr (GBytes) after = lp_native_write (design);
  g_assert_true (g_bytes_equal (before, after));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/threads/copies", test_copies);
  return g_test_run ();
}
