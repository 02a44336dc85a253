/* What labels say, line by line. */
#include "io/drawio-label.h"
#include "io/drawio-name.h"
#include "io/drawio-words.h"

typedef struct
{
  const char *words;
  const char *kind; /* or NULL */
} Case;

static void
check (const Case *cases, guint n, const LpKind *(*find) (const LpCatalogue *, const char *) )
{
  for (guint i = 0; i < n; i++)
    {
      const LpKind *kind = find (lp_catalogue_get_default (), cases[i].words);
      g_test_message ("%s", cases[i].words);
      g_assert_cmpstr (kind != NULL ? kind->id : NULL, ==, cases[i].kind);
    }
}

static void
test_frames (void)
{
  static const Case cases[] = {
    { "VPC A, private subnet 1", "subnet" },
    { "퍼블릭 서브넷", "subnet" },
    { "プライベートサブネット", "subnet" },
    { "DB subnet group", NULL },
    { "AZ-a", "availability-zone" },
    { "가용 영역 2", "availability-zone" },
    { "us-east-1a", "availability-zone" },
    { "us-east-1", "region" },
    { "ap-northeast-2 (Seoul)", "region" },
    { "us-gov-west-1", "region" },
    { "VPC 10.0.0.0/16", "vpc" },
    { "VPC flow logs to CloudWatch", NULL },
    { "AWS Cloud us-east-1", "aws-cloud" },
    { "Production Account", "account" },
    { "Account service of the bank", NULL },
    { "Web SG", "security-group" },
    { "Auto Scaling group", "auto-scaling-group" },
    { "Corporate data center", "corporate-data-center" },
    { "온프레미스", "corporate-data-center" },
    { "Customer", NULL },
    { "Order processing", NULL },
  };
  check (cases, G_N_ELEMENTS (cases), lp_drawio_words_find_frame);
}

static void
test_tiles (void)
{
  static const Case cases[] = {
    { "ALB", "alb" },
    { "Amazon S3", "s3-bucket" },
    { "S3 Bucket", "s3-bucket" },
    { "NAT GW", "nat-gateway" },
    { "Internet", "internet" },
    { "End users", "users" },
    { "고객", "users" },
    { "Route 53", "route53-zone" },
    { "AWS Lambda", "lambda-function" },
    { "Load the S3 bucket with data", NULL },
    { "Users table", NULL },
    { "VPC", NULL },
  };
  check (cases, G_N_ELEMENTS (cases), lp_drawio_words_find_tile);
}

static void
test_names (void)
{
  static const Case cases[] = {
    { "aws4:lambda", "lambda-function" },
    { "aws4:users_2", "users" },
    { "aws4:t3a_instance", "ec2-instance" },
    { "aws3d:internetGateway", "internet-gateway" },
    { "aws2:compute_and_networking.vpc_internet_gateway", "internet-gateway" },
    { "aws4:group_vpc2", "vpc" },
    { "aws4:group_no_such", NULL },
    { "cisco:routers.router", NULL },
    { "aws4", NULL },
  };
  check (cases, G_N_ELEMENTS (cases), lp_drawio_name_find_kind);
}

static void
test_styles (void)
{
  static const Case cases[] = {
    { "shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.ec2;", "aws4:ec2" },
    { "shape=mxgraph.aws4.productIcon;prIcon=mxgraph.aws4.s3", "aws4:s3" },
    { "sketch=0;shape=mxgraph.aws3.ec2;shape=mxgraph.aws3.s3;", "aws3:s3" },
    { "image;image=img/lib/azure2/compute/Virtual_Machine.svg;html=1", "image:Virtual_Machine" },
    { "image;image=https://example.com/a%20b.png?x=1;", "image:a b" },
    { "image;image=data:image/png,iVBORw0KGgo=;", "image:" },
    { "shape=mxgraph.cisco.routers.router;", "cisco:routers.router" },
    { "rounded=1;whiteSpace=wrap;", NULL },
    { "shape=mxgraph.;grIcon=;;=;", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LpDrawioStyle *style = lp_drawio_style_new (cases[i].words);
      g_autofree char *name = lp_drawio_name_of_style (style);
      g_assert_cmpstr (name, ==, cases[i].kind);
      lp_drawio_style_free (style);
    }
}

static void
test_labels (void)
{
  static const Case cases[] = {
    { "Amazon<br>EC2", "Amazon EC2" },
    { "<div>a</div><div><b>b</b>c</div>", "a bc" },
    { "<ul><li>one</li><li>two</li></ul>", "one two" },
    { "R&amp;D&nbsp;&#44032;", "R&D 가" },
    { "  plain \n text ", "plain text" },
    { "1 &lt; 2", "1 < 2" },
    { "<script>alert(1)</script>safe<style>b{}</style>", "safe" },
    { "<font color=\"#fff\">open <b>never closed", "open never closed" },
    { "<br><br/>&nbsp;", NULL },
    { "\xe2\x80\x8b", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = lp_drawio_label_from_html (cases[i].words);
      g_assert_cmpstr (label, ==, cases[i].kind);
    }
}

static void
test_numbers (void)
{
  static const char *const numbers[] = { "1", "12", "3a", "A", "①", "2." };
  static const char *const words[] = { "S3", "1234", "AB", "가", "1/2" };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_assert_true (lp_drawio_words_are_number (numbers[i]));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_false (lp_drawio_words_are_number (words[i]));
}

static void
test_public (void)
{
  g_assert_cmpint (lp_drawio_words_say_public ("Public subnet"), ==, 1);
  g_assert_cmpint (lp_drawio_words_say_public ("프라이빗 서브넷"), ==, 0);
  g_assert_cmpint (lp_drawio_words_say_public ("非公開サブネット"), ==, 0);
  g_assert_cmpint (lp_drawio_words_say_public ("公開サブネット"), ==, 1);
  g_assert_cmpint (lp_drawio_words_say_public ("Subnet 1"), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawio/words/frames", test_frames);
  g_test_add_func ("/drawio/words/tiles", test_tiles);
  g_test_add_func ("/drawio/words/numbers", test_numbers);
  g_test_add_func ("/drawio/words/public", test_public);
  g_test_add_func ("/drawio/names", test_names);
  g_test_add_func ("/drawio/styles", test_styles);
  g_test_add_func ("/drawio/labels", test_labels);
  return g_test_run ();
}
