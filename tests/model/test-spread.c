#include "designs.h"
#include "model/spread.h"
#include "model/zone-name.h"

#include <string.h>

/* Zone a with everything, c with one private subnet of its own, d with nothing. */
static const char source[]
    = "{\"loadpath\": 1, \"components\": ["
      "{\"id\": \"shop\", \"kind\": \"vpc\", \"at\": [0, 0]},"
      "{\"id\": \"zone-a\", \"kind\": \"availability-zone\", \"label\": \"ap-northeast-2a\", \"in\": \"shop\", \"at\": [24, 48]},"
      "{\"id\": \"zone-c\", \"kind\": \"availability-zone\", \"label\": \"ap-northeast-2c\", \"in\": \"shop\", \"at\": [424, 48]},"
      "{\"id\": \"public-a\", \"kind\": \"subnet\", \"in\": \"zone-a\", \"at\": [24, 40], \"set\": {\"public\": true, \"cidr\": \"10.0.0.0/24\"}},"
      "{\"id\": \"private-a\", \"kind\": \"subnet\", \"in\": \"zone-a\", \"at\": [24, 240], \"set\": {\"public\": false, \"cidr\": \"10.0.1.0/24\"}},"
      "{\"id\": \"inner\", \"kind\": \"subnet\", \"label\": \"Inner network\", \"in\": \"zone-c\", \"at\": [24, 40], \"set\": {\"public\": false}},"
      "{\"id\": \"nat-a\", \"kind\": \"nat-gateway\", \"in\": \"public-a\", \"at\": [24, 40]},"
      "{\"id\": \"web-1\", \"kind\": \"ec2-instance\", \"label\": \"Web A\", \"in\": \"private-a\", \"at\": [24, 40], \"set\": {\"role\": \"web\"}},"
      "{\"id\": \"db\", \"kind\": \"rds-instance\", \"in\": \"private-a\", \"at\": [144, 40]},"
      "{\"id\": \"alb\", \"kind\": \"alb\", \"in\": \"shop\", \"at\": [300, 8], \"spans\": [\"public-a\"]},"
      "{\"id\": \"servers\", \"kind\": \"auto-scaling-group\", \"in\": \"shop\", \"at\": [0, 0], \"spans\": [\"private-a\", \"public-a\"]}],"
      "\"connections\": ["
      "{\"id\": \"alb-web-1\", \"kind\": \"traffic\", \"from\": \"alb\", \"to\": \"web-1\", \"set\": {\"protocol\": \"http\"}},"
      "{\"id\": \"web-1-db\", \"kind\": \"traffic\", \"from\": \"web-1\", \"to\": \"db\", \"label\": \"SQL\"},"
      "{\"id\": \"web-1-nat-a\", \"kind\": \"traffic\", \"from\": \"web-1\", \"to\": \"nat-a\"}]}";

/* Gives the ids that are new at the top, joined by spaces. */
static char *
spread (LpDocument *document, const char *ids, GError **error)
{
  g_auto (GStrv) list = g_strsplit (ids, " ", -1);
  lp_document_begin (document, "One in each zone");
  GPtrArray *made = lp_spread_over_zones (document, (const char *const *) list, error);
  if (made == NULL)
    {
      lp_document_rollback (document);
      return NULL;
    }
  lp_document_commit (document);
  g_ptr_array_add (made, NULL);
  char *joined = g_strjoinv (" ", (char **) made->pdata);
  g_ptr_array_unref (made);
  return joined;
}

static const char *
line_of (char *text, const char *start)
{
  char *line = strstr (text, start);
  g_assert_nonnull (line);
  *strchr (line, '\n') = '\0';
  return line;
}

/* What is new, record by record; and nothing else is changed. */
static void
test_component (void)
{
  g_autoptr (LpDocument) document = test_document (source);
  g_autofree char *before = test_text_of_document (document);
  g_autoptr (GError) error = NULL;
  g_autofree char *made = spread (document, "web-1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (made, ==, "web-2");

  g_autofree char *after = test_text_of_document (document);
  gsize same = strstr (before, "\n  ],\n  \"connections\"") - before;
  g_assert_cmpint (strncmp (before, after, same), ==, 0);
  g_autofree char *connections = g_strdup (strstr (after, "\"alb-web-2\""));
  g_assert_cmpstr (line_of (after + same, "{\"id\": \"web-2\""), ==,
                   "{\"id\": \"web-2\", \"kind\": \"ec2-instance\", \"label\": \"Web C\", \"in\": \"inner\", "
                   "\"at\": [24, 40], \"set\": {\"role\": \"web\"}}");
  g_assert_cmpstr (connections, ==,
                   "\"alb-web-2\", \"kind\": \"traffic\", \"from\": \"alb\", \"to\": \"web-2\", "
                   "\"set\": {\"protocol\": \"http\"}},\n"
                   "    {\"id\": \"web-2-db\", \"kind\": \"traffic\", \"from\": \"web-2\", \"to\": \"db\", "
                   "\"label\": \"SQL\"},\n"
                   "    {\"id\": \"web-2-nat-a\", \"kind\": \"traffic\", \"from\": \"web-2\", \"to\": \"nat-a\"}\n"
                   "  ],\n  \"comments\": [], \"waivers\": []\n}\n");
  lp_document_undo (document);
  g_autofree char *undone = test_text_of_document (document);
  g_assert_cmpstr (undone, ==, before);
}

/* With all that it holds; the peers in its own zone are those of the other; groups reach into it; no address twice. */
static void
test_subnets (void)
{
  g_autoptr (LpDocument) document = test_document (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *made = spread (document, "public-a private-a", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (made, ==, "public-c web-2 db-c");
  g_autofree char *text = test_text_of_document (document);
  g_assert_cmpstr (line_of (strstr (text, "{\"id\": \"public-c\""), "{"), ==,
                   "{\"id\": \"public-c\", \"kind\": \"subnet\", \"in\": \"zone-c\", \"at\": [24, 40], "
                   "\"set\": {\"public\": true}},");
  g_assert_cmpstr (lp_document_get_component (document, "nat-c")->in, ==, "public-c");
  g_assert_cmpstr (lp_document_get_component (document, "db-c")->in, ==, "inner");
  g_assert_cmpstr (lp_document_get_connection (document, "web-2-db-c")->label, ==, "SQL");
  g_assert_nonnull (lp_document_get_connection (document, "web-2-nat-c"));
  g_assert_nonnull (lp_document_get_connection (document, "alb-web-2"));
  const LpComponent *servers = lp_document_get_component (document, "servers");
  g_assert_cmpuint (servers->spans->len, ==, 3);
  g_assert_cmpstr (servers->spans->pdata[2], ==, "public-c");
  g_assert_cmpuint (lp_document_get_component (document, "alb")->spans->len, ==, 2);

  /* A second time there is nothing left to do. */
  g_assert_null (spread (document, "public-a private-a", &error));
  g_assert_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "Every Availability Zone has one already");
}

/* A zone stands for what it holds. */
static void
test_zone (void)
{
  g_autoptr (LpDocument) document = test_document (source), other = test_document (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *made = spread (document, "zone-a", &error);
  g_autofree char *made_by_parts = spread (other, "public-a private-a", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (made, ==, made_by_parts);
  g_autofree char *text = test_text_of_document (document), *by_parts = test_text_of_document (other);
  g_assert_cmpstr (text, ==, by_parts);
}

/* The subnet is made where there is none, without what else stood in it. */
static void
test_missing_subnet (void)
{
  g_autoptr (LpDocument) document = test_document (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *made = spread (document, "nat-a", &error);
  g_assert_cmpstr (made, ==, "public-c");
  g_assert_cmpstr (lp_document_get_component (document, "nat-c")->in, ==, "public-c");
  g_assert_cmpuint (lp_document_get_component (document, "alb")->spans->len, ==, 2);
}

static void
expect_refusal (const char *text, const char *ids, const char *message)
{
  g_autoptr (LpDocument) document = test_document (text);
  g_autofree char *before = test_text_of_document (document);
  g_autoptr (GError) error = NULL;
  g_assert_null (spread (document, ids, &error));
  g_assert_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, message);
  g_autofree char *after = test_text_of_document (document);
  g_assert_cmpstr (after, ==, before);
}

static void
test_refusals (void)
{
  expect_refusal (source, "alb", "Select something that stands in an Availability Zone");
  expect_refusal (source, "shop", "Select something that stands in an Availability Zone");
  expect_refusal (source, "alb-web-1", "Select something that stands in an Availability Zone");
  expect_refusal ("{\"loadpath\": 1, \"components\": [{\"id\": \"z\", \"kind\": \"availability-zone\"},"
                  "{\"id\": \"w\", \"kind\": \"ec2-instance\", \"in\": \"z\"}]}",
                  "w", "There is only this Availability Zone; add another one first");
}

/* Zones of another VPC are not those of this one; a zone that is drawn twice counts once. */
static void
test_which_zones (void)
{
  g_autoptr (LpDocument) document = test_document (
      "{\"loadpath\": 1, \"components\": [{\"id\": \"one\", \"kind\": \"vpc\"}, {\"id\": \"two\", \"kind\": \"vpc\"},"
      "{\"id\": \"a\", \"kind\": \"availability-zone\", \"in\": \"one\"},"
      "{\"id\": \"b\", \"kind\": \"availability-zone\", \"in\": \"one\"},"
      "{\"id\": \"b-again\", \"kind\": \"availability-zone\", \"label\": \"b\", \"in\": \"one\"},"
      "{\"id\": \"c\", \"kind\": \"availability-zone\", \"in\": \"two\"},"
      "{\"id\": \"w\", \"kind\": \"ec2-instance\", \"in\": \"a\"}]}");
  g_autofree char *made = spread (document, "w", NULL);
  g_assert_cmpstr (made, ==, "w-b");
  g_assert_cmpstr (lp_document_get_component (document, "w-b")->in, ==, "b");
}

static void
test_names (void)
{
  static const struct
  {
    const char *from, *to, *text, *adapted, *stem;
  } cases[] = {
    { "ap-northeast-2a", "ap-northeast-2c", "web-a", "web-c", "web" },
    { "ap-northeast-2a", "ap-northeast-2c", "Web server A", "Web server C", "web server" },
    { "ap-northeast-2a", "ap-northeast-2c", "app-a-1", "app-c-1", "app" },
    { "ap-northeast-2a", "ap-northeast-2c", "private ap-northeast-2a", "private ap-northeast-2c", "private" },
    { "ap-northeast-2a", "ap-northeast-2c", "subnet-2a", "subnet-2c", "subnet" },
    { "ap-northeast-2a", "ap-northeast-2c", "database", NULL, "database" },
    { "ap-northeast-2a", "ap-northeast-2c", "web-1", NULL, "web" },
    { "Zone 1", "Zone 2", "web-1", "web-2", "web" },
    { "AZ-A", "AZ-B", "web-a", "web-b", "web" },
    { "가용 영역 A", "가용 영역 B", "웹 A", "웹 B", "웹" },
    { "zone", "other", "web", NULL, "web" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (LpZoneName) from = { 0 }, to = { 0 };
      lp_zone_name_init (&from, cases[i].from);
      lp_zone_name_init (&to, cases[i].to);
      g_autofree char *adapted = lp_zone_name_adapt (cases[i].text, &from, &to);
      g_autofree char *stem = lp_zone_name_stem (cases[i].text, &from);
      g_assert_cmpstr (adapted, ==, cases[i].adapted);
      g_assert_cmpstr (stem, ==, cases[i].stem);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spread/component", test_component);
  g_test_add_func ("/spread/subnets", test_subnets);
  g_test_add_func ("/spread/zone", test_zone);
  g_test_add_func ("/spread/missing-subnet", test_missing_subnet);
  g_test_add_func ("/spread/refusals", test_refusals);
  g_test_add_func ("/spread/which-zones", test_which_zones);
  g_test_add_func ("/spread/names", test_names);
  return g_test_run ();
}
