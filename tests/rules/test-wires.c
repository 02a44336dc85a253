/* Who is wired to whom, address ranges, and amounts: through expressions over one small design. */

#include "expression-cases.h"
#include "support.h"

#define COMPONENTS                                                                                                 \
  "{\"id\": \"dc\", \"kind\": \"corporate-data-center\", \"set\": {\"cidr\": \"10.0.0.0/16\"}},"                   \
  "{\"id\": \"server\", \"kind\": \"corporate-server\", \"in\": \"dc\"},"                                          \
  "{\"id\": \"cgw\", \"kind\": \"customer-gateway\", \"in\": \"dc\"},"                                             \
  "{\"id\": \"vpn\", \"kind\": \"vpn-connection\"},"                                                               \
  "{\"id\": \"cloud\", \"kind\": \"aws-cloud\"},"                                                                  \
  "{\"id\": \"vpc\", \"kind\": \"vpc\", \"in\": \"cloud\", \"set\": {\"cidr\": \"10.1.0.0/16, 10.0.128.0/17\"}},"  \
  "{\"id\": \"vgw\", \"kind\": \"virtual-private-gateway\", \"in\": \"vpc\"},"                                     \
  "{\"id\": \"subnet\", \"kind\": \"subnet\", \"in\": \"vpc\"},"                                                   \
  "{\"id\": \"app\", \"kind\": \"ec2-instance\", \"in\": \"subnet\"},"                                             \
  "{\"id\": \"agent\", \"kind\": \"datasync-agent\", \"in\": \"subnet\"},"                                         \
  "{\"id\": \"site\", \"kind\": \"group\", \"label\": \"On-Premises\"},"                                           \
  "{\"id\": \"box\", \"kind\": \"generic\", \"in\": \"site\"},"                                                    \
  "{\"id\": \"tools\", \"kind\": \"group\", \"label\": \"Tools\"},"                                                \
  "{\"id\": \"tool\", \"kind\": \"ec2-instance\", \"in\": \"tools\"},"                                             \
  "{\"id\": \"other\", \"kind\": \"ec2-instance\", \"in\": \"tools\"},"                                            \
  "{\"id\": \"far\", \"kind\": \"vpc\", \"set\": {\"cidr\": \"10.2.0.0/16\"}},"                                    \
  "{\"id\": \"lone\", \"kind\": \"on-premises-database\"},"                                                           \
  "{\"id\": \"named\", \"kind\": \"on-premises-database\", \"label\": \"Oracle 19c\"},"                            \
  "{\"id\": \"set\", \"kind\": \"rds-instance\", \"label\": \"Oracle once\", \"set\": {\"engine\": \"MariaDB\"}}"

#define CONNECTIONS                                                                                                \
  "{\"id\": \"1\", \"kind\": \"traffic\", \"from\": \"vpn\", \"to\": \"cgw\"},"                                    \
  "{\"id\": \"2\", \"kind\": \"attaches\", \"from\": \"vpn\", \"to\": \"vgw\"},"                                   \
  "{\"id\": \"3\", \"kind\": \"traffic\", \"from\": \"cgw\", \"to\": \"vpn\"},"                                    \
  "{\"id\": \"4\", \"kind\": \"traffic\", \"from\": \"tool\", \"to\": \"lone\"}"


static const TestCase cases[] = {
  { C ("server") ".on_premises()", "true" },
  { C ("lone") ".on_premises()", "true" },
  { C ("agent") ".on_premises()", "false" },
  { C ("box") ".on_premises()", "true" },
  { C ("site") ".on_premises()", "true" },
  { C ("tool") ".on_premises()", "false" },
  { C ("vpn") ".on_premises()", "false" },
  { C ("vpn") ".neighbours()", "[\"cgw\", \"vgw\"]" },
  { C ("vpn") ".neighbours('traffic')", "[\"cgw\"]" },
  { C ("vpn") ".neighbours('dns')", "[]" },
  { "joined(" C ("vpn") ", ['traffic', 'attaches'], c, false)", "[\"vpn\", \"cgw\", \"vgw\"]" },
  { "joined(" C ("vpn") ", ['attaches'], c, true)", "[\"vpn\", \"vgw\", \"vpc\", \"subnet\", \"app\", \"agent\"]" },
  { "joined(" C ("server") ", ['traffic'], c, c.on_premises())", "[\"server\", \"dc\", \"cgw\", \"vpn\"]" },
  /* A plain box joins what stands in it where a line is drawn to the box, or where it is a data centre. */
  { "joined(" C ("tool") ", ['traffic'], c, true)", "[\"tool\", \"lone\"]" },
  { "joined(" C ("box") ", ['traffic'], c, true)", "[\"box\", \"site\"]" },
  { "joined([" C ("tool") ", " C ("box") "], ['traffic'], c, false)", "[\"tool\", \"box\", \"lone\", \"site\"]" },
  { "joined(" C ("tool") ", ['trafic'], c, true)", "!there is no kind of connection “trafic”; did you mean “traffic”?" },
  { "overlapping(components)", "[\"dc\", \"vpc\"]" },
  { "overlapping([" C ("vpc") ", " C ("far") "])", "[]" },
  { "free_block(components, " C ("far") ")", "\"10.3.0.0/16\"" },
  { "free_block([" C ("far") "], " C ("far") ")", "\"10.0.0.0/16\"" },
  { "free_block(components, " C ("app") ")", "!there is no free address range of that size" },
  { "amount(20000000.0, 'time')", "\"231 days\"" },
  { "amount(86400, 'time')", "\"1 day\"" },
  { "amount(duration('30h'), 'time')", "\"1.25 days\"" },
  { "amount(0.5, 'time')", "\"0.5 seconds\"" },
  { "amount(200000000000000.0, 'bytes')", "\"200 TB\"" },
  { "amount(1250000000.0, 'bits-per-second')", "\"1.25 Gbps\"" },
  { "amount(99.95, 'percent')", "\"99.95%\"" },
  { "amount(1, 'apples')", "!units are “time”, “bytes”, “bits-per-second” and “percent”" },
  { "amount('x', 'time')", "!this takes a number or a duration" },
  { C ("lone") ".family(['mysql|maria'])", "?lone.engine" },
  { C ("named") ".family(['mysql|maria', 'oracle'])", "\"oracle\"" },
  { C ("set") ".family(['oracle', 'mysql|maria'])", "\"mysql|maria\"" },
  { C ("set") ".family(['oracle'])", "\"mariadb\"" },
  { "ceil(2.0)", "2" },
  { "ceil(2.1)", "3" },
  { "seconds(duration('2m'))", "120.0" },
};

static void
test_cases (void)
{
  g_autoptr (LpDesign) design = lp_test_design ("", COMPONENTS, CONNECTIONS, "");

  test_cases_hold (design, cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/wires/cases", test_cases);
  return g_test_run ();
}
