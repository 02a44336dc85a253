/* The names that draw.io, CloudFormation and Terraform give: those that real files use most. */
#include "catalogue/catalogue.h"

typedef struct
{
  const char *format, *name, *kind;
} Name;

static const Name names[] = {
  { "drawio", "aws4:group_subnet", "subnet" },
  { "drawio", "aws4:group_security_group", "subnet" },
  { "drawio", "aws4:user", "users" },
  { "drawio", "aws4:group_vpc", "vpc" },
  { "drawio", "aws4:group_vpc2", "vpc" },
  { "drawio", "aws3:ec2", "ec2-instance" },
  { "drawio", "aws4:lambda", "lambda-function" },
  { "drawio", "aws4:lambda_function", "lambda-function" },
  { "drawio", "aws4:ec2", "ec2-instance" },
  { "drawio", "aws4:instance2", "ec2-instance" },
  { "drawio", "aws4:m4_instance", "ec2-instance" },
  { "drawio", "aws4:group_aws_cloud_alt", "aws-cloud" },
  { "drawio", "aws4:s3", "s3-bucket" },
  { "drawio", "aws4:bucket_with_objects", "s3-bucket" },
  { "drawio", "aws4:group_availability_zone", "availability-zone" },
  { "drawio", "aws4:role", "iam-role" },
  { "drawio", "aws4:group_region", "region" },
  { "drawio", "aws4:endpoints", "vpc-endpoint" },
  { "drawio", "aws4:dynamodb", "dynamodb-table" },
  { "drawio", "aws3:dynamo_db", "dynamodb-table" },
  { "drawio", "aws4:api_gateway", "api-gateway" },
  { "drawio", "aws4:route_53", "route53-zone" },
  { "drawio", "aws3:application_load_balancer", "alb" },
  { "drawio", "aws4:network_load_balancer", "nlb" },
  { "drawio", "aws4:elastic_load_balancing", "elastic-load-balancing" },
  { "drawio", "aws4:internet_gateway", "internet-gateway" },
  { "drawio", "aws3d:internetGateway", "internet-gateway" },
  { "drawio", "aws2:compute_and_networking.vpc_internet_gateway", "internet-gateway" },
  { "drawio", "aws4:nat_gateway", "nat-gateway" },
  { "drawio", "aws3:vpc_nat_gateway", "nat-gateway" },
  { "drawio", "aws4:fargate", "fargate" },
  { "drawio", "aws4:organizations_account", "account" },
  { "drawio", "aws4:group_auto_scaling_group", "auto-scaling-group" },
  { "drawio", "aws4:group_corporate_data_center", "corporate-data-center" },
  { "drawio", "aws4:group_on_premise", "corporate-data-center" },
  { "drawio", "aws4:rds", "rds-instance" },
  { "drawio", "aws4:rds_mysql_instance", "rds-instance" },
  { "drawio", "aws3:rds_db_instance", "rds-instance" },
  { "drawio", "aws3:rds_db_instance_read_replica", "rds-replica" },
  { "drawio", "aws4:aurora", "aurora-cluster" },
  { "drawio", "aws4:elasticsearch_service", "opensearch-domain" },
  { "drawio", "aws4:kinesis_data_firehose", "firehose" },
  { "drawio", "aws4:security_group", "security-group" },
  { "drawio", "aws4:alarm", "cloudwatch-alarm" },
  { "drawio", "aws4:traditional_server", "corporate-server" },
  { "drawio", "aws4:generic_database", "database-on-ec2" },
  { "drawio", "aws2:non-service_specific.users", "users" },
  { "drawio", "aws:compute.ec2", "ec2-instance" },
  { "drawio", "aws:groups.availability_zone", "availability-zone" },
  { "cloudformation", "AWS::EC2::Instance", "ec2-instance" },
  { "cloudformation", "AWS::S3::Bucket", "s3-bucket" },
  { "cloudformation", "AWS::ElasticLoadBalancingV2::LoadBalancer", "alb" },
  { "cloudformation", "AWS::RDS::DBInstance", "rds-instance" },
  { "terraform", "aws_instance", "ec2-instance" },
  { "terraform", "aws_db_instance", "rds-instance" },
  { "terraform", "aws_lb", "alb" },
};

static void
test_names (void)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const LpKind *kind = lp_catalogue_find_foreign (catalogue, names[i].format, names[i].name);
      g_assert_cmpstr (kind ? kind->id : names[i].name, ==, names[i].kind);
    }
  g_assert_null (lp_catalogue_find_foreign (catalogue, "drawio", "aws4:no_such_icon"));
}

/* Every shape of the families that draw.io knows as an arrow or an edge has no kind: it is no component. */
static void
test_arrows (void)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  g_assert_null (lp_catalogue_find_foreign (catalogue, "drawio", "aws3d:dashedArrowlessEdge"));
  g_assert_null (lp_catalogue_find_foreign (catalogue, "drawio", "aws3d:arrowSE"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/foreign/names", test_names);
  g_test_add_func ("/catalogue/foreign/arrows", test_arrows);
  return g_test_run ();
}
