/* Which region a design recovers to, and what keeps data of its own. */

#include "rules/recovery.h"
#include "support.h"

#define REGION(id, more) "{\"id\": \"" id "\", \"kind\": \"region\"" more "}"
#define IN(id, kind, region) "{\"id\": \"" id "\", \"kind\": \"" kind "\", \"in\": \"" region "\"}"
#define TIE(id, kind, from, to, more)                                                                              \
  "{\"id\": \"" id "\", \"kind\": \"" kind "\", \"from\": \"" from "\", \"to\": \"" to "\"" more "}"

static const struct
{
  const char *path, *components, *connections;
  const char *all, *recovery; /* ids of frames */
} designs[] = {
  { "/rules/recovery/regions/none", "{\"id\": \"web\", \"kind\": \"ec2-instance\"}", "", "", "" },
  { "/rules/recovery/regions/one", REGION ("here", "") "," IN ("db", "rds-instance", "here"), "", "here", "" },
  { "/rules/recovery/regions/purpose",
    REGION ("b", ", \"set\": {\"purpose\": \"recovery\"}") "," REGION ("a", "") "," IN ("db", "rds-instance", "b"), "",
    "b a", "b" },
  { "/rules/recovery/regions/primary-is-said",
    REGION ("b", "") "," REGION ("a", ", \"set\": {\"purpose\": \"primary\"}") "," IN ("db", "rds-instance", "b"), "",
    "b a", "b" },
  { "/rules/recovery/regions/name", REGION ("b", ", \"label\": \"Tokyo (DR)\"") "," REGION ("a", ", \"label\": \"Seoul\""),
    "", "b a", "b" },
  { "/rules/recovery/regions/failover",
    REGION ("b", "") "," REGION ("a", "") "," IN ("x", "alb", "b") "," IN ("y", "alb", "a") ","
    "{\"id\": \"dns\", \"kind\": \"route53-zone\"}",
    TIE ("1", "fails-over", "dns", "y", ", \"set\": {\"role\": \"primary\"}") ","
    TIE ("2", "fails-over", "dns", "x", ", \"set\": {\"role\": \"secondary\"}"),
    "b a", "b" },
  { "/rules/recovery/regions/copies",
    REGION ("b", "") "," REGION ("a", "") "," IN ("x", "s3-bucket", "b") "," IN ("y", "s3-bucket", "a"),
    TIE ("1", "replicates", "y", "x", ""), "b a", "b" },
  { "/rules/recovery/regions/users",
    REGION ("b", "") "," REGION ("a", "") "," IN ("x", "alb", "b") "," IN ("y", "alb", "a") ","
    "{\"id\": \"users\", \"kind\": \"users\"}",
    TIE ("1", "traffic", "users", "y", ""), "b a", "b" },
  { "/rules/recovery/regions/contents", REGION ("b", "") "," REGION ("a", "") "," IN ("db", "rds-instance", "a"), "",
    "b a", "b" },
  { "/rules/recovery/regions/first-of-equals", REGION ("b", "") "," REGION ("a", ""), "", "b a", "a" },
  /* What goes both ways says nothing. */
  { "/rules/recovery/regions/both-ways",
    REGION ("b", "") "," REGION ("a", "") "," IN ("x", "s3-bucket", "b") "," IN ("y", "s3-bucket", "a"),
    TIE ("1", "replicates", "y", "x", "") "," TIE ("2", "replicates", "x", "y", ""), "b a", "a" },
  { "/rules/recovery/regions/premises",
    REGION ("b", "") ",{\"id\": \"server\", \"kind\": \"corporate-server\"}", "", "b", "b" },
};

static char *
frames (LpSurvey *survey, GArray *places)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < places->len; i++)
    g_string_append_printf (
        text, "%s%s", i > 0 ? " " : "",
        lp_design_get_component (survey->design,
                                 lp_places_get (survey->places, g_array_index (places, guint, i))->component)
            ->id);
  return g_string_free (text, FALSE);
}

static void
test_regions (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (LpDesign) design = lp_test_design ("", designs[i].components, designs[i].connections, "");
  g_autoptr (LpSurvey) survey = lp_survey_new (design, NULL, NULL);
  g_autoptr (GArray) all = lp_recovery_get_regions (survey);
  g_autoptr (GArray) targets = lp_recovery_get_targets (survey);
  g_autofree char *all_text = frames (survey, all);
  g_autofree char *target_text = frames (survey, targets);

  g_assert_cmpstr (all_text, ==, designs[i].all);
  g_assert_cmpstr (target_text, ==, designs[i].recovery);
}

static void
test_data (void)
{
  static const char *const keeping[] = { "db", "source", "disk", "ledger", "archive", "planned", NULL };
  g_autoptr (LpDesign) design = lp_test_design (
      "",
      "{\"id\": \"db\", \"kind\": \"rds-instance\"},"
      "{\"id\": \"source\", \"kind\": \"s3-bucket\"},"
      "{\"id\": \"copy\", \"kind\": \"s3-bucket\"},"
      "{\"id\": \"logs\", \"kind\": \"s3-bucket\", \"set\": {\"content\": \"logs\"}},"
      "{\"id\": \"cache\", \"kind\": \"elasticache-cluster\"},"
      "{\"id\": \"web\", \"kind\": \"ec2-instance\", \"set\": {\"stateful\": false}},"
      "{\"id\": \"root\", \"kind\": \"ebs-volume\"},"
      "{\"id\": \"disk\", \"kind\": \"ebs-volume\", \"set\": {\"stateful\": true}},"
      "{\"id\": \"ledger\", \"kind\": \"ec2-instance\", \"set\": {\"stateful\": true}},"
      "{\"id\": \"archive\", \"kind\": \"elasticache-cluster\", \"set\": {\"stateful\": true}},"
      "{\"id\": \"dumps\", \"kind\": \"s3-bucket\"},"
      "{\"id\": \"plan\", \"kind\": \"backup-plan\"},"
      "{\"id\": \"planned\", \"kind\": \"efs-file-system\"}",
      TIE ("1", "replicates", "source", "copy", "") "," TIE ("2", "attaches", "web", "root", "") ","
      TIE ("3", "attaches", "web", "disk", "") "," TIE ("4", "backs-up", "ledger", "dumps", "") ","
      TIE ("5", "backs-up", "plan", "planned", ""),
      "");
  g_autoptr (LpSurvey) survey = lp_survey_new (design, NULL, NULL);

  for (guint i = 0; i < lp_design_get_n_components (design); i++)
    {
      const char *id = lp_design_get_component (design, i)->id;
      g_test_message ("%s", id);
      g_assert_cmpint (lp_recovery_keeps_data (survey, i), ==, g_strv_contains (keeping, id));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (designs); i++)
    g_test_add_data_func (designs[i].path, GUINT_TO_POINTER (i), test_regions);
  g_test_add_func ("/rules/recovery/data", test_data);
  return g_test_run ();
}
