/* The built-in catalogue: what files, rules and importers rest on. */
#include "catalogue/catalogue.h"

static const char *const standing_kinds[]
    = { "users", "internet", "corporate-data-center", "corporate-server", "on-premises-database", "customer-gateway",
        "aws-cloud", "account", "region", "vpc", "availability-zone", "subnet", "security-group", "network-acl",
        "internet-gateway", "nat-gateway", "virtual-private-gateway", "vpn-connection", "direct-connect",
        "transit-gateway", "route53-zone", "route53-health-check", "cloudfront", "waf-web-acl", "global-accelerator",
        "alb", "nlb", "ec2-instance", "auto-scaling-group", "elastic-ip", "ebs-volume", "ebs-snapshot",
        "rds-instance", "aurora-cluster", "dynamodb-table", "elasticache-cluster", "s3-bucket", "efs-file-system",
        "backup-plan", "backup-vault", "cloudwatch-alarm", "lambda-function", "sqs-queue", "sns-topic",
        "eventbridge-bus", "api-gateway", "generic", "group", "requirements" };

static const char *const standing_connections[]
    = { "traffic", "dns", "replicates", "backs-up", "copies-backup", "migrates", "transfers", "invokes", "publishes",
        "polls", "dead-letter", "attaches", "protects", "monitors", "fails-over", "manages", "annotates" };

static const struct
{
  const char *kind;
  const char *properties[12];
} standing_properties[] = {
  { "subnet", { "public", "cidr" } },
  { "alb", { "scheme", "target_type", "protocol" } },
  { "nlb", { "scheme", "target_type", "protocol", "preserve_client_ip", "proxy_protocol_v2" } },
  { "ec2-instance", { "role", "needs_client_ip", "os", "instance_type", "critical", "rto", "rpo" } },
  { "auto-scaling-group", { "min", "max", "desired", "health_check" } },
  { "rds-instance", { "engine", "multi_az", "critical" } },
  { "backup-plan", { "frequency", "retention" } },
  { "backup-vault", { "lock", "cooling_off" } },
  { "ebs-volume", { "size", "encrypted" } },
  { "requirements",
    { "environment", "rto", "rpo", "availability", "survive", "dr_strategy", "client_ip", "data_size", "deadline",
      "compliance" } },
};

static void
test_standing_kinds (void)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  for (guint i = 0; i < G_N_ELEMENTS (standing_kinds); i++)
    {
      const LpKind *kind = lp_catalogue_find (catalogue, standing_kinds[i]);
      g_assert_nonnull (kind);
      g_assert_cmpstr (kind->id, ==, standing_kinds[i]);
    }
}

static void
test_standing_connections (void)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  g_assert_cmpuint (lp_catalogue_get_n_connection_kinds (catalogue), ==, G_N_ELEMENTS (standing_connections));
  for (guint i = 0; i < G_N_ELEMENTS (standing_connections); i++)
    {
      const LpConnectionKind *kind = lp_catalogue_find_connection (catalogue, standing_connections[i]);
      g_assert_nonnull (kind);
      for (guint l = 0; l < LP_N_LANGUAGES; l++)
        {
          g_assert_nonnull (strstr (kind->sentence.in[l], "{from}"));
          g_assert_nonnull (strstr (kind->sentence.in[l], "{to}"));
        }
    }
}

static void
test_standing_properties (void)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  for (guint i = 0; i < G_N_ELEMENTS (standing_properties); i++)
    {
      const LpKind *kind = lp_catalogue_find (catalogue, standing_properties[i].kind);
      for (guint j = 0; standing_properties[i].properties[j] != NULL; j++)
        {
          const LpPropertyKind *property = lp_kind_find_property (kind, standing_properties[i].properties[j]);
          if (property == NULL)
            g_test_message ("%s has no %s", kind->id, standing_properties[i].properties[j]);
          g_assert_nonnull (property);
        }
    }
}

/* Rules rest on these, too. */
static void
test_connection_properties (void)
{
  static const struct
  {
    const char *kind, *property;
    LpPropertyType type;
  } standing[] = {
    { "replicates", "mode", LP_PROPERTY_CHOICE },         { "replicates", "lag", LP_PROPERTY_QUANTITY },
    { "replicates", "method", LP_PROPERTY_CHOICE },       { "traffic", "encryption", LP_PROPERTY_CHOICE },
    { "transfers", "sensitive", LP_PROPERTY_BOOLEAN },    { "transfers", "bandwidth", LP_PROPERTY_QUANTITY },
    { "transfers", "utilisation", LP_PROPERTY_QUANTITY }, { "transfers", "data_size", LP_PROPERTY_QUANTITY },
    { "transfers", "deadline", LP_PROPERTY_QUANTITY },    { "migrates", "method", LP_PROPERTY_CHOICE },
    { "migrates", "cutover", LP_PROPERTY_CHOICE },        { "migrates", "downtime", LP_PROPERTY_QUANTITY },
    { "migrates", "recurring", LP_PROPERTY_BOOLEAN },     { "migrates", "tls", LP_PROPERTY_BOOLEAN },
    { "invokes", "asynchronous", LP_PROPERTY_BOOLEAN },   { "invokes", "timeout", LP_PROPERTY_QUANTITY },
    { "publishes", "filter", LP_PROPERTY_TEXT },          { "fails-over", "role", LP_PROPERTY_CHOICE },
    { "dns", "policy", LP_PROPERTY_CHOICE },              { "dns", "health_check", LP_PROPERTY_BOOLEAN },
    { "copies-backup", "encrypted", LP_PROPERTY_BOOLEAN }, { "attaches", "device", LP_PROPERTY_TEXT },
  };
  const LpCatalogue *catalogue = lp_catalogue_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (standing); i++)
    {
      const LpConnectionKind *kind = lp_catalogue_find_connection (catalogue, standing[i].kind);
      const LpPropertyKind *property = lp_connection_kind_find_property (kind, standing[i].property);
      g_test_message ("%s.%s", standing[i].kind, standing[i].property);
      g_assert_nonnull (property);
      g_assert_cmpint (property->type, ==, standing[i].type);
    }
}

/* A default of the service stands in for what is not set; where it depends, the answer is not known. */
static void
test_unset (void)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  const LpKind *nlb = lp_catalogue_find (catalogue, "nlb");
  g_assert_null (lp_kind_find_property (nlb, "preserve_client_ip")->unset);
  g_assert_null (lp_kind_find_property (nlb, "protocol")->unset);
  g_assert_false (json_node_get_boolean (lp_kind_find_property (nlb, "proxy_protocol_v2")->unset));
  const LpKind *group = lp_catalogue_find (catalogue, "auto-scaling-group");
  g_assert_cmpstr (json_node_get_string (lp_kind_find_property (group, "health_check")->unset), ==, "ec2");
  g_assert_null (lp_kind_find_property (lp_catalogue_find (catalogue, "rds-instance"), "multi_az")->unset);
}

static void
test_containers (void)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  static const struct
  {
    const char *container, *kind;
    gboolean may;
  } cases[] = {
    { "vpc", "subnet", TRUE },           { "availability-zone", "subnet", TRUE }, { NULL, "subnet", TRUE },
    { "region", "subnet", FALSE },       { "subnet", "vpc", FALSE },              { "vpc", "region", FALSE },
    { "vpc", "availability-zone", TRUE }, { "region", "availability-zone", TRUE }, { "subnet", "subnet", FALSE },
    { "subnet", "ec2-instance", TRUE },  { "security-group", "ec2-instance", TRUE },
    { "auto-scaling-group", "ec2-instance", TRUE }, { "availability-zone", "ec2-instance", TRUE },
    { "subnet", "alb", TRUE },           { "vpc", "alb", TRUE },                  { "region", "alb", TRUE },
    { "region", "s3-bucket", TRUE },     { "aws-cloud", "s3-bucket", TRUE },      { "subnet", "s3-bucket", FALSE },
    { "availability-zone", "dynamodb-table", FALSE }, { "region", "cloudfront", TRUE },
    { "subnet", "cloudfront", FALSE },   { "subnet", "rds-instance", TRUE },      { "group", "vpc", TRUE },
    { "generic", "subnet", TRUE },       { "corporate-data-center", "vpc", FALSE }, { "not-a-kind", "vpc", TRUE },
    { "vpc", "not-a-kind", TRUE },       { "step-functions", "s3-bucket", TRUE }, { "organizational-unit", "account", TRUE },
    { NULL, "ec2-instance", TRUE },      { "corporate-data-center", "corporate-server", TRUE },
    { "subnet", "auto-scaling-group", TRUE }, { "auto-scaling-group", "vpc", FALSE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (lp_catalogue_may_contain (catalogue, cases[i].container, cases[i].kind) != cases[i].may)
        g_test_message ("%s in %s", cases[i].kind, cases[i].container ? cases[i].container : "the top level");
      g_assert_true (lp_catalogue_may_contain (catalogue, cases[i].container, cases[i].kind) == cases[i].may);
    }
}

static void
test_connects (void)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  g_assert_true (lp_catalogue_may_connect (catalogue, "traffic", "users", "alb"));
  g_assert_true (lp_catalogue_may_connect (catalogue, "backs-up", "rds-instance", "backup-plan"));
  g_assert_true (lp_catalogue_may_connect (catalogue, "backs-up", "backup-plan", "backup-vault"));
  g_assert_true (lp_catalogue_may_connect (catalogue, "copies-backup", "backup-vault", "backup-vault"));
  g_assert_true (lp_catalogue_may_connect (catalogue, "protects", "waf-web-acl", "alb"));
  g_assert_true (lp_catalogue_may_connect (catalogue, "attaches", "ec2-instance", "ebs-volume"));
  g_assert_true (lp_catalogue_may_connect (catalogue, "dead-letter", "sqs-queue", "sqs-queue"));
  g_assert_true (lp_catalogue_may_connect (catalogue, "polls", "lambda-function", "sqs-queue"));
  g_assert_true (lp_catalogue_may_connect (catalogue, "no-such-kind", "users", "alb"));
  g_assert_false (lp_catalogue_may_connect (catalogue, "protects", "s3-bucket", "alb"));
  g_assert_false (lp_catalogue_may_connect (catalogue, "attaches", "ec2-instance", "users"));
  g_assert_false (lp_catalogue_may_connect (catalogue, "copies-backup", "users", "backup-vault"));
}

static gboolean
accepts (const char *kind, const char *property, const char *json)
{
  g_autoptr (JsonNode) value = json_from_string (json, NULL);
  const LpKind *k = lp_catalogue_find (lp_catalogue_get_default (), kind);
  return lp_property_kind_accepts (lp_kind_find_property (k, property), value);
}

static void
test_accepts (void)
{
  g_assert_true (accepts ("rds-instance", "engine", "\"postgresql\""));
  g_assert_true (accepts ("rds-instance", "engine", "\"postgres\""));
  g_assert_false (accepts ("rds-instance", "engine", "\"post\""));
  g_assert_true (accepts ("requirements", "compliance", "[\"pci\", \"isms\"]"));
  g_assert_true (accepts ("requirements", "compliance", "\"pci\""));
  g_assert_false (accepts ("requirements", "compliance", "[1]"));
  g_assert_false (accepts ("requirements", "compliance", "true"));
  g_assert_false (accepts ("rds-instance", "multi_az", "\"yes\""));
}

static void
check_usual (const char *from, const char *to, const char *connection, gboolean backwards)
{
  const LpUsualConnection *usual = lp_catalogue_find_usual (lp_catalogue_get_default (), from, to);
  g_assert_cmpstr (usual != NULL ? usual->connection : NULL, ==, connection);
  g_assert_cmpint (usual != NULL && usual->backwards, ==, backwards);
}

static void
test_usual (void)
{
  check_usual ("rds-instance", "backup-plan", "backs-up", FALSE);
  check_usual ("backup-plan", "backup-vault", "backs-up", FALSE);
  check_usual ("backup-vault", "backup-vault", "copies-backup", FALSE);
  check_usual ("users", "route53-zone", "dns", FALSE);
  check_usual ("sqs-queue", "sqs-queue", "dead-letter", FALSE);
  check_usual ("sqs-queue", "lambda-function", "polls", TRUE);
  check_usual ("waf-web-acl", "alb", "protects", FALSE);
  check_usual ("alb", "ec2-instance", NULL, FALSE);
  check_usual (NULL, "alb", NULL, FALSE);
}

/* Colour only helps: weight, dashes and arrow tell one kind of connection from every other. */
static void
test_looks (void)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();

  for (guint i = 0; i < lp_catalogue_get_n_connection_kinds (catalogue); i++)
    for (guint j = 0; j < i; j++)
      {
        const LpConnectionKind *a = lp_catalogue_get_connection_kind (catalogue, i);
        const LpConnectionKind *b = lp_catalogue_get_connection_kind (catalogue, j);
        if (a->width == b->width && a->arrow == b->arrow && memcmp (a->dash, b->dash, sizeof a->dash) == 0)
          g_error ("%s and %s look the same", a->id, b->id);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/standing/accepts", test_accepts);
  g_test_add_func ("/catalogue/standing/usual", test_usual);
  g_test_add_func ("/catalogue/looks", test_looks);
  g_test_add_func ("/catalogue/standing/kinds", test_standing_kinds);
  g_test_add_func ("/catalogue/standing/connections", test_standing_connections);
  g_test_add_func ("/catalogue/standing/properties", test_standing_properties);
  g_test_add_func ("/catalogue/connection-properties", test_connection_properties);
  g_test_add_func ("/catalogue/unset", test_unset);
  g_test_add_func ("/catalogue/containers", test_containers);
  g_test_add_func ("/catalogue/connects", test_connects);
  return g_test_run ();
}
