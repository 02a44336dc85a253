/* The functions that rules call, each over the same small design, through expressions. */

#include "expression-cases.h"
#include "support.h"

#define COMPONENTS                                                                                                 \
  "{\"id\": \"users\", \"kind\": \"users\"},"                                                                      \
  "{\"id\": \"batch-users\", \"kind\": \"users\"},"                                                                \
  "{\"id\": \"cdn\", \"kind\": \"cloudfront\"},"                                                                   \
  "{\"id\": \"seoul\", \"kind\": \"region\", \"label\": \"ap-northeast-2\"},"                                      \
  "{\"id\": \"vpc\", \"kind\": \"vpc\", \"in\": \"seoul\"},"                                                       \
  "{\"id\": \"za\", \"kind\": \"availability-zone\", \"in\": \"vpc\", \"label\": \"ap-northeast-2a\"},"            \
  "{\"id\": \"za2\", \"kind\": \"availability-zone\", \"in\": \"vpc\", \"label\": \"AZ A\"},"                      \
  "{\"id\": \"zc\", \"kind\": \"availability-zone\", \"in\": \"vpc\", \"label\": \"2c\"},"                         \
  "{\"id\": \"sa\", \"kind\": \"subnet\", \"in\": \"za\"},"                                                        \
  "{\"id\": \"sc\", \"kind\": \"subnet\", \"in\": \"zc\"},"                                                        \
  "{\"id\": \"alb\", \"kind\": \"alb\", \"in\": \"vpc\", \"spans\": [\"sa\", \"sc\"]},"                            \
  "{\"id\": \"asg\", \"kind\": \"auto-scaling-group\", \"in\": \"vpc\", \"spans\": [\"sa\", \"sc\"]},"             \
  "{\"id\": \"w1\", \"kind\": \"ec2-instance\", \"in\": \"asg\"},"                                                 \
  "{\"id\": \"w2\", \"kind\": \"ec2-instance\", \"in\": \"sc\"},"                                                  \
  "{\"id\": \"w3\", \"kind\": \"ec2-instance\", \"in\": \"za2\"},"                                                 \
  "{\"id\": \"nat\", \"kind\": \"nat-gateway\", \"in\": \"sa\"},"                                                  \
  "{\"id\": \"inner\", \"kind\": \"ec2-instance\", \"in\": \"sa\", \"set\": {\"role\": \"batch\"}},"               \
  "{\"id\": \"db\", \"kind\": \"rds-instance\", \"in\": \"sc\", \"set\": {\"size\": \"100 GiB\", \"rpo\": \"5m\"}},"   \
  "{\"id\": \"tokyo\", \"kind\": \"region\", \"label\": \"Tokyo\"},"                                               \
  "{\"id\": \"copy\", \"kind\": \"rds-instance\", \"in\": \"tokyo\", \"set\": {\"multi_az\": \"maybe\"}},"         \
  "{\"id\": \"away\", \"kind\": \"rds-instance\"}"

#define CONNECTIONS                                                                                                \
  "{\"id\": \"1\", \"kind\": \"traffic\", \"from\": \"users\", \"to\": \"cdn\"},"                                  \
  "{\"id\": \"2\", \"kind\": \"traffic\", \"from\": \"cdn\", \"to\": \"alb\", \"set\": {\"port\": 443}},"          \
  "{\"id\": \"3\", \"kind\": \"traffic\", \"from\": \"users\", \"to\": \"alb\"},"                                  \
  "{\"id\": \"4\", \"kind\": \"traffic\", \"from\": \"alb\", \"to\": \"asg\"},"                                    \
  "{\"id\": \"5\", \"kind\": \"manages\", \"from\": \"asg\", \"to\": \"w2\"},"                                     \
  "{\"id\": \"6\", \"kind\": \"traffic\", \"from\": \"asg\", \"to\": \"db\"},"                                     \
  "{\"id\": \"7\", \"kind\": \"replicates\", \"from\": \"db\", \"to\": \"copy\"},"                                 \
  "{\"id\": \"8\", \"kind\": \"traffic\", \"from\": \"users\", \"to\": \"nat\"},"                                  \
  "{\"id\": \"9\", \"kind\": \"traffic\", \"from\": \"nat\", \"to\": \"inner\"}"


static const TestCase cases[] = {
  { "users()", "[\"users\"]" },
  { "internet()", "[\"users\"]" },
  { "reaches(users(), " C ("w1") ", ['traffic'])", "true" },
  { "reaches(users(), " C ("w2") ", ['traffic'])", "true" },
  { "reaches(users(), " C ("db") ", ['traffic'])", "true" },
  { "reaches(users(), " C ("copy") ", ['traffic'])", "false" },
  { "reaches(users(), " C ("copy") ", ['traffic', 'replicates'])", "true" },
  { "reaches(users(), " C ("inner") ", ['traffic'])", "false" },
  { "reaches(users(), " C ("nat") ", ['traffic'])", "false" },
  { "reaches(users(), [" C ("copy") ", " C ("w2") "], ['traffic'])", "true" },
  { "path(users(), " C ("db") ", ['traffic'])", "[\"users\", \"alb\", \"asg\", \"db\"]" },
  { "path_avoiding(users(), " C ("alb") ", ['traffic'], [" C ("cdn") "])", "[\"users\", \"alb\"]" },
  { "path_avoiding(users(), " C ("db") ", ['traffic'], [" C ("alb") "])", "[]" },
  { "reaches_without([" C ("alb") "], users(), " C ("db") ", ['traffic'])", "false" },
  { "reaches_without([" C ("cdn") "], users(), " C ("db") ", ['traffic'])", "true" },
  { "reached(" C ("db") ", ['replicates'])", "[\"copy\"]" },
  { "hops(users(), " C ("db") ", ['traffic'])", "3" },
  { "hops(users(), " C ("copy") ", ['traffic'])", "null" },
  { "all_paths_pass(users(), " C ("db") ", ['traffic'], c, c.kind == 'alb')", "true" },
  { "all_paths_pass(users(), " C ("db") ", ['traffic'], c, c.kind == 'cloudfront')", "false" },
  { "all_paths_pass(users(), " C ("copy") ", ['traffic'], c, false)", "true" },
  { C ("alb") ".targets()", "[\"w1\", \"w2\"]" },
  { C ("asg") ".members()", "[\"w1\", \"w2\"]" },
  { C ("w2") ".groups()", "[\"asg\"]" },
  { C ("w1") ".peers()", "[\"w1\", \"w2\"]" },
  { C ("w1") ".zones()", "[\"ap-northeast-2a\", \"2c\"]" },
  { C ("w2") ".zone()", "\"2c\"" },
  { C ("w3") ".zone() == " C ("nat") ".zone()", "true" },
  { C ("w3") ".zone() == " C ("w2") ".zone()", "false" },
  { C ("alb") ".zones().size()", "2" },
  { C ("w1") ".zone()", "?w1.zone" },
  { C ("away") ".zone()", "?away.zone" },
  { C ("away") ".region()", "?away.region" },
  { C ("users") ".region()", "null" },
  { C ("db") ".region() == " C ("copy") ".region()", "false" },
  { C ("copy") ".region().id", "\"ap-northeast-1\"" },
  { "[" C ("w2") ", " C ("w3") "].in_zones(2)", "true" },
  { "[" C ("w3") ", " C ("nat") "].in_zones(2)", "false" },
  { "[" C ("w3") ", " C ("away") "].in_zones(2)", "?away.zone" },
  { "[" C ("w3") ", " C ("away") ", " C ("w2") "].in_zones(2)", "true" },
  { "[" C ("db") ", " C ("copy") "].in_regions(2)", "true" },
  { C ("w2") ".within('vpc')", "\"vpc\"" },
  { C ("w2") ".within('account')", "null" },
  { C ("w2") ".containers()", "[\"sc\", \"zc\", \"vpc\", \"seoul\"]" },
  { C ("w2") ".parent()", "\"sc\"" },
  { C ("sc") ".children()", "[\"w2\", \"db\"]" },
  { C ("db") ".is('store')", "true" },
  { C ("alb") ".is('store')", "false" },
  { C ("alb") ".out('traffic').map(e, e.to)", "[\"asg\"]" },
  { C ("alb") ".into('traffic', 'dns').size()", "2" },
  { C ("alb") ".into()[0].port", "443" },
  { C ("alb") ".into()[1].port", "?3.port" },
  { C ("db") ".size", "107374182400.0" },
  { C ("db") ".rpo", "\"300s\"" },
  { C ("copy") ".rpo", "\"3600s\"" },
  { C ("copy") ".rto", "?requirements.rto" },
  { C ("copy") ".multi_az", "?copy.multi_az" },
  { "has(" C ("db") ".multi_az)", "false" },
  { C ("alb") ".cross_zone", "true" },
  { C ("sc") ".fits()", "true" },
  { C ("w1") ".fits()", "true" },
  { "cidr_overlap('10.0.0.0/16', '10.0.9.0/24')", "true" },
  { "cidr_overlap('10.0.9.0/24', '10.0.0.0/16')", "true" },
  { "cidr_overlap('10.0.0.0/16', '10.1.0.0/16')", "false" },
  { "cidr_overlap('10.0.0.0/16', 'fd00::/8')", "false" },
  { "cidr_overlap('10.0.0.0/16', 'here')", "!“here” is not an address range; write one like 10.0.0.0/16" },
  { "reaches(users(), components, ['trafic'])", "!there is no kind of connection “trafic”; did you mean “traffic”?" },
  { C ("db") ".within('subnets')", "!there is no kind of component “subnets”; did you mean “subnet”?" },
  { "all_regions().map(r, r.id)", "[\"ap-northeast-2\", \"ap-northeast-1\"]" },
  { "recovery_regions().map(r, r.id)", "[\"ap-northeast-1\"]" },
  { "recovery_regions()[0].contents()", "[\"tokyo\", \"copy\"]" },
  { C ("copy") ".stands_in(recovery_regions())", "true" },
  { C ("db") ".stands_in(recovery_regions())", "false" },
  { C ("away") ".stands_in(recovery_regions())", "false" },
  { C ("db") ".keeps_data()", "true" },
  { C ("copy") ".keeps_data()", "false" },
  { "facts.sla.rds_multi_az == 99.95", "true" },
};

static void
test_cases (void)
{
  g_autoptr (LpDesign) design = lp_test_design ("\"rpo\": \"1h\"", COMPONENTS, CONNECTIONS, "");

  test_cases_hold (design, cases, G_N_ELEMENTS (cases));
}

/* Spans that go in a circle, and frames inside frames inside frames. */
static void
test_hostile (void)
{
  g_autoptr (GString) deep = g_string_new ("{\"id\": \"a\", \"kind\": \"subnet\", \"spans\": [\"b\"]},"
                                           "{\"id\": \"b\", \"kind\": \"subnet\", \"spans\": [\"a\"]},"
                                           "{\"id\": \"g0\", \"kind\": \"group\"}");
  for (guint i = 1; i < 90; i++)
    g_string_append_printf (deep, ",{\"id\": \"g%u\", \"kind\": \"group\", \"in\": \"g%u\"}", i, i - 1);
  g_autoptr (LpDesign) design = lp_test_design ("", deep->str, "", "");
  g_autoptr (LpSurvey) survey = lp_survey_new (design, NULL, NULL);
  g_autofree char *circle = test_evaluate (survey, "components[0].zone()");
  g_autofree char *depth = test_evaluate (survey, "components[components.size() - 1].zone()");

  g_assert_cmpstr (circle, ==, "?a.zone");
  g_assert_cmpstr (depth, ==, "?g89.zone");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/graph/cases", test_cases);
  g_test_add_func ("/rules/graph/hostile", test_hostile);
  return g_test_run ();
}
