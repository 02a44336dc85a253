/* Messages, guards, rows of calls and what the catalogue knows: through expressions over one small design. */

#include "expression-cases.h"
#include "support.h"

#define COMPONENTS \
  "{\"id\": \"users\", \"kind\": \"users\"}," \
  "{\"id\": \"acl\", \"kind\": \"waf-web-acl\"}," \
  "{\"id\": \"alb\", \"kind\": \"alb\"}," \
  "{\"id\": \"asked\", \"kind\": \"waf-web-acl\"}," \
  "{\"id\": \"vpc\", \"kind\": \"vpc\"}," \
  "{\"id\": \"net\", \"kind\": \"subnet\", \"in\": \"vpc\"}," \
  "{\"id\": \"back\", \"kind\": \"subnet\", \"in\": \"vpc\"}," \
  "{\"id\": \"nacl\", \"kind\": \"network-acl\", \"in\": \"vpc\"}," \
  "{\"id\": \"sg\", \"kind\": \"security-group\", \"in\": \"net\"}," \
  "{\"id\": \"web\", \"kind\": \"ecs-service\", \"in\": \"sg\", \"spans\": [\"back\"]}," \
  "{\"id\": \"app\", \"kind\": \"ecs-service\"}," \
  "{\"id\": \"pay\", \"kind\": \"ecs-service\"}," \
  "{\"id\": \"late\", \"kind\": \"lambda-function\"}," \
  "{\"id\": \"db\", \"kind\": \"rds-instance\"}," \
  "{\"id\": \"orders\", \"kind\": \"sqs-queue\"}," \
  "{\"id\": \"dead\", \"kind\": \"sqs-queue\"}," \
  "{\"id\": \"orders-dlq\", \"kind\": \"sqs-queue\"}," \
  "{\"id\": \"box\", \"kind\": \"group\"}," \
  "{\"id\": \"one\", \"kind\": \"lambda-function\", \"in\": \"box\"}," \
  "{\"id\": \"two\", \"kind\": \"lambda-function\"}," \
  "{\"id\": \"hub\", \"kind\": \"migration-hub\"}"

#define CONNECTIONS \
  "{\"id\": \"1\", \"kind\": \"traffic\", \"from\": \"users\", \"to\": \"acl\"}," \
  "{\"id\": \"2\", \"kind\": \"traffic\", \"from\": \"acl\", \"to\": \"alb\"}," \
  "{\"id\": \"3\", \"kind\": \"traffic\", \"from\": \"alb\", \"to\": \"web\"}," \
  "{\"id\": \"4\", \"kind\": \"traffic\", \"from\": \"web\", \"to\": \"app\"}," \
  "{\"id\": \"5\", \"kind\": \"traffic\", \"from\": \"app\", \"to\": \"pay\"}," \
  "{\"id\": \"6\", \"kind\": \"invokes\", \"from\": \"app\", \"to\": \"late\", \"set\": {\"asynchronous\": true}}," \
  "{\"id\": \"7\", \"kind\": \"traffic\", \"from\": \"pay\", \"to\": \"db\"}," \
  "{\"id\": \"8\", \"kind\": \"traffic\", \"from\": \"pay\", \"to\": \"app\"}," \
  "{\"id\": \"9\", \"kind\": \"protects\", \"from\": \"nacl\", \"to\": \"net\"}," \
  "{\"id\": \"10\", \"kind\": \"traffic\", \"from\": \"app\", \"to\": \"asked\"}," \
  "{\"id\": \"11\", \"kind\": \"publishes\", \"from\": \"web\", \"to\": \"orders\"}," \
  "{\"id\": \"12\", \"kind\": \"invokes\", \"from\": \"orders\", \"to\": \"box\"}," \
  "{\"id\": \"13\", \"kind\": \"traffic\", \"label\": \"polls\", \"from\": \"two\", \"to\": \"orders\"}," \
  "{\"id\": \"14\", \"kind\": \"dead-letter\", \"from\": \"orders\", \"to\": \"dead\"}," \
  "{\"id\": \"15\", \"kind\": \"traffic\", \"from\": \"orders\", \"to\": \"orders-dlq\"}," \
  "{\"id\": \"16\", \"kind\": \"polls\", \"from\": \"orders\", \"to\": \"two\"}"


static const TestCase cases[] = {
  { C ("orders") ".receivers()", "[\"one\", \"two\"]" },
  { C ("orders") ".senders()", "[\"web\"]" },
  { C ("orders") ".dead_letters()", "[\"dead\", \"orders-dlq\"]" },
  { C ("two") ".dead_letters()", "[]" },
  { C ("dead") ".takes_dead_letters()", "true" },
  { C ("orders-dlq") ".takes_dead_letters()", "true" },
  { C ("orders") ".takes_dead_letters()", "false" },
  { C ("alb") ".guards()", "[\"acl\"]" },
  { C ("app") ".guards()", "[\"asked\"]" },
  { C ("users") ".guards()", "[]" },
  { C ("web") ".guards()", "[\"sg\", \"nacl\"]" },
  { C ("web") ".subnets()", "[\"net\", \"back\"]" },
  { C ("db") ".subnets()", "[]" },
  { C ("alb") ".call_chain()", "[\"web\", \"app\", \"pay\"]" },
  { C ("web") ".call_chain()", "[]" },
  { C ("web") ".awaited()", "[\"app\", \"pay\", \"db\"]" },
  { C ("late") ".awaited()", "[]" },
  { C ("hub") ".status().is", "\"closed\"" },
  { C ("hub") ".status().successor", "\"aws-transform\"" },
  { C ("db") ".status().since", "null" },
  { C ("vpc") ".may_hold(" C ("net") ")", "true" },
  { C ("net") ".may_hold(" C ("vpc") ")", "false" },
  { "connections.filter(e, e.id == '16')[0].allowed()", "false" },
  { "connections.filter(e, e.id == '16')[0].allowed_backwards()", "true" },
  { "connections.filter(e, e.id == '14')[0].allowed()", "true" },
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
  g_test_add_func ("/rules/relations/cases", test_cases);
  return g_test_run ();
}
