/* Which kinds are meant, and in which order. */
#include "catalogue/kind-search.h"

static const LpKindContext nowhere = { 0 };

static const char *
found (GArray *kinds, guint index)
{
  return index < kinds->len ? g_array_index (kinds, LpFoundKind, index).kind->id : NULL;
}

static guint
position (GArray *kinds, const char *id)
{
  for (guint i = 0; i < kinds->len; i++)
    if (g_str_equal (found (kinds, i), id))
      return i;
  return G_MAXUINT;
}

static void
check_first (const LpKindIndex *index, const char *query, const char *id)
{
  g_autoptr (GArray) kinds = lp_kind_index_search (index, query, &nowhere);

  if (g_strcmp0 (found (kinds, 0), id) != 0)
    g_error ("“%s” finds %s first, not %s", query, found (kinds, 0), id);
}

static void
test_words (void)
{
  g_autoptr (LpKindIndex) index = lp_kind_index_new (lp_catalogue_get_default ());
  static const char *const first[][2] = {
    { "nlb", "nlb" },
    { "alb", "alb" },
    { "application load", "alb" },
    { "ec2", "ec2-instance" },
    { "rds", "rds-instance" },
    { "asg", "auto-scaling-group" },
    { "s3", "s3-bucket" },
    { "redis", "elasticache-cluster" },
    { "kafka", "msk-cluster" },
    { "igw", "internet-gateway" },
    { "tgw", "transit-gateway" },
    { "k8s", "eks-cluster" },
    { "서브넷", "subnet" },
    { "서브네", "subnet" },
    { "ㅅㅂㄴ", "subnet" },
    { "가용", "availability-zone" },
    { "사용자", "users" },
    { "lambda", "lambda-function" },
    { "람다", "lambda-function" },
    { "lmbda", "lambda-function" },
    { "waf", "waf-web-acl" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    check_first (index, first[i][0], first[i][1]);
  g_autoptr (GArray) nothing = lp_kind_index_search (index, "qqqq", &nowhere);
  g_assert_cmpuint (nothing->len, ==, 0);
  g_autoptr (GArray) hidden = lp_kind_index_search (index, "requirements", &nowhere);
  g_assert_cmpuint (position (hidden, "requirements"), ==, G_MAXUINT);
}

static void
test_all (void)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  g_autoptr (LpKindIndex) index = lp_kind_index_new (catalogue);
  g_autoptr (GArray) kinds = lp_kind_index_search (index, " ", &nowhere);
  guint n_shown = 0;

  for (guint i = 0; i < lp_catalogue_get_n_kinds (catalogue); i++)
    n_shown += !lp_catalogue_get_kind (catalogue, i)->is_hidden;
  g_assert_cmpuint (kinds->len, ==, n_shown);
  /* By its own id or name every kind is found, and before all others. */
  for (guint i = 0; i < kinds->len; i++)
    {
      const LpKind *kind = g_array_index (kinds, LpFoundKind, i).kind;
      g_autoptr (GArray) again = lp_kind_index_search (index, kind->id, &nowhere);
      g_assert_cmpuint (position (again, kind->id), <, 3);
    }
}

static void
test_container (void)
{
  g_autoptr (LpKindIndex) index = lp_kind_index_new (lp_catalogue_get_default ());
  LpKindContext inside = { .container = "subnet" }, top = { 0 };
  g_autoptr (GArray) in_subnet = lp_kind_index_search (index, "", &inside);
  g_autoptr (GArray) at_top = lp_kind_index_search (index, "", &top);

  g_assert_cmpuint (position (in_subnet, "ec2-instance"), <, position (in_subnet, "region"));
  g_assert_cmpuint (position (in_subnet, "ec2-instance"), <, position (in_subnet, "route53-zone"));
  g_assert_cmpstr (found (at_top, 0), ==, "users");
  /* What fits comes first among equally good names, not before a better one. */
  g_autoptr (GArray) exact = lp_kind_index_search (index, "region", &inside);
  g_assert_cmpstr (found (exact, 0), ==, "region");
}

static void
test_recent (void)
{
  g_autoptr (LpKindIndex) index = lp_kind_index_new (lp_catalogue_get_default ());
  const char *const recent[] = { "sqs-queue", "rds-instance", NULL };
  LpKindContext context = { .container = "region", .recent = recent };
  g_autoptr (GArray) kinds = lp_kind_index_search (index, "", &context);

  g_assert_cmpstr (found (kinds, 0), ==, "sqs-queue");
  g_assert_cmpstr (found (kinds, 1), ==, "rds-instance");
  g_autoptr (GArray) databases = lp_kind_index_search (index, "database", &context);
  g_assert_cmpstr (found (databases, 0), ==, "rds-instance");
}

static void
test_connected (void)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  g_autoptr (LpKindIndex) index = lp_kind_index_new (catalogue);
  LpKindContext context = { .container = "vpc", .from = "alb" };
  g_autoptr (GArray) kinds = lp_kind_index_search (index, "", &context);
  const LpKindHint *usual = lp_catalogue_find_kind_hint (catalogue, "alb");

  for (guint i = 0; usual->next[i] != NULL; i++)
    g_assert_cmpstr (found (kinds, i), ==, usual->next[i]);
  g_assert_cmpuint (kinds->len, >, 100);
  g_assert_cmpstr (lp_catalogue_find_line (catalogue, "rds-instance", "backup-plan")->id, ==, "backs-up");
  g_assert_cmpstr (lp_catalogue_find_line (catalogue, "alb", "ec2-instance")->id, ==, "traffic");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kind-search/words", test_words);
  g_test_add_func ("/kind-search/all", test_all);
  g_test_add_func ("/kind-search/container", test_container);
  g_test_add_func ("/kind-search/recent", test_recent);
  g_test_add_func ("/kind-search/connected", test_connected);
  return g_test_run ();
}
