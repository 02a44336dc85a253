/* The reports of one small review, to the byte. */

#include "io/native.h"
#include "report/report.h"
#include "rules/review.h"

#define DOCUMENT                                                                                                    \
  "{\n"                                                                                                             \
  "  \"loadpath\": 1,\n"                                                                                            \
  "  \"requirements\": {\"environment\": \"production\"},\n"                                                        \
  "  \"components\": [\n"                                                                                           \
  "    {\"id\": \"orders\", \"kind\": \"sqs-queue\"},\n"                                                            \
  "    {\"id\": \"mail\", \"kind\": \"sqs-queue\", \"label\": \"Mail \\\"out\\\"\"},\n"                             \
  "    {\"id\": \"db\", \"kind\": \"rds-instance\"},\n"                                                             \
  "    {\"id\": \"plan\", \"kind\": \"backup-plan\"}\n"                                                             \
  "  ],\n"                                                                                                          \
  "  \"connections\": [{\"id\": \"1\", \"kind\": \"backs-up\", \"from\": \"db\", \"to\": \"plan\"}],\n"             \
  "  \"comments\": [{\"component\": \"mail\", \"author\": \"Kim\", \"text\": \"why two?\\nreally\","                   \
  " \"replies\": [{\"text\": \"no\"}]}, {\"text\": \"old\", \"resolved\": true}, {\"text\": \"all?\"}],\n"               \
  "  \"waivers\": [{\"rule\": \"EV-001\", \"component\": \"mail\", \"reason\": \"replaced soon\","                   \
  " \"author\": \"Lee\", \"ticket\": \"OPS-7\", \"until\": \"9999-12-31\"},"                                        \
  " {\"rule\": \"EV-001\", \"component\": \"orders\", \"reason\": \"in May\", \"until\": \"2026-05-31\"}]\n"         \
  "}\n"

/* Two rules of the tests' own: what is built in may grow without changing what is expected here. */
static LpPack *
read_pack (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "report", "rules", NULL);
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  LpPack *pack = lp_pack_new (NULL);
  g_assert_true (lp_pack_add (pack, folder, errors));
  g_assert_cmpuint (pack->rules->len, ==, 2);
  return pack;
}

/* How a drawing looks is for other tests to say. */
static void
leave_out_pictures (GString *text)
{
  g_autoptr (GRegex) picture = g_regex_new ("base64,[A-Za-z0-9+/=]+", 0, 0, NULL);
  g_autofree char *without = g_regex_replace_literal (picture, text->str, -1, 0, "base64,...", 0, NULL);
  g_string_assign (text, without);
}

static void
test_report (gconstpointer data)
{
  const LpReport *report = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (DOCUMENT, strlen (DOCUMENT));
  g_autoptr (LpDesign) design = lp_native_read (bytes, "shop.loadpath", NULL);
  g_autoptr (LpPack) pack = read_pack ();
  g_autoptr (LpReview) review = lp_review_run (pack, design, NULL);
  LpReported document = { "my shop.loadpath", NULL, design, review };
  LpReportInput input = { pack, &document, 1, TRUE, LP_SEVERITY_ERROR };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *name = g_strconcat ("report.", report->id, NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "report", "golden", name, NULL);
  g_autofree char *golden = NULL;

  report->write (&input, text);
  leave_out_pictures (text);
  if (g_getenv ("LOADPATH_TEST_RECORD") != NULL)
    g_assert_true (g_file_set_contents (path, text->str, text->len, NULL));
  g_assert_true (g_file_get_contents (path, &golden, NULL, NULL));
  g_assert_cmpstr (text->str, ==, golden);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; lp_reports[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/report/", lp_reports[i]->id, NULL);
      g_test_add_data_func (path, lp_reports[i], test_report);
    }
  return g_test_run ();
}
