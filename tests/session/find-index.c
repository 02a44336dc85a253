/* What can be found in a document. */
#include "session/find-index.h"

#include "base/json-node.h"

static LpComponent *
component (const char *id, const char *kind, const char *label)
{
  LpComponent *self = lp_component_new (id, kind);

  lp_component_set_label (self, label);
  return self;
}

static LpDesign *
make_design (void)
{
  GPtrArray *components = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_component_unref);
  GPtrArray *connections = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_connection_unref);
  LpComponent *orders = component ("db", "rds-instance", "Orders");
  LpConnection *sync = lp_connection_new ("web-db", "traffic", "web", "db");

  lp_component_set_property (orders, "engine", lp_json_node_string ("mysql"));
  lp_component_set_property (orders, "multi_az", lp_json_node_boolean (FALSE));
  lp_connection_set_label (sync, "Reads orders");
  g_ptr_array_add (components, component ("web", "ec2-instance", NULL));
  g_ptr_array_add (components, orders);
  g_ptr_array_add (components, component ("net", "subnet", "주문 서브넷"));
  g_ptr_array_add (connections, sync);
  return lp_design_new (lp_header_new (), components, connections);
}

static LpReview *
make_review (void)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_finding_unref);
  LpFinding *finding = lp_finding_new ("HA-004", LP_SEVERITY_ERROR, LP_OUTCOME_FAIL);
  LpFinding *whole = lp_finding_new ("HA-099", LP_SEVERITY_INFO, LP_OUTCOME_FAIL);

  finding->component = g_strdup ("db");
  lp_finding_take_text (&finding->message, g_strdup ("It runs without a standby."));
  g_ptr_array_add (findings, finding);
  g_ptr_array_add (findings, whole);
  return lp_review_new (findings, NULL);
}

/* "c1 l0": component 1, connection 0. */
static void
check (const LpFindIndex *search, const char *text, const char *expected)
{
  g_autoptr (GArray) hits = lp_find_index_run (search, text);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const LpFindHit *hit = &g_array_index (hits, LpFindHit, i);
      g_string_append_printf (found, "%s%c%u", i > 0 ? " " : "", hit->is_connection ? 'l' : 'c', hit->index);
    }
  if (!g_str_equal (found->str, expected))
    g_error ("“%s” finds “%s”, not “%s”", text, found->str, expected);
}

static void
test_search (void)
{
  g_autoptr (LpDesign) design = make_design ();
  LpReview *review = make_review ();
  g_autoptr (LpFindIndex) search = lp_find_index_new (design, lp_catalogue_get_default (), review);

  check (search, "", "");
  check (search, "  ", "");
  check (search, "orders", "c1 l0");
  check (search, "ORDERS", "c1 l0");
  check (search, "web", "c0 l0");
  check (search, "ec2", "c0");
  check (search, "인스턴스", "c0 c1");
  check (search, "rds", "c1");
  check (search, "서브네", "c2");
  check (search, "주문", "c2");
  check (search, "engine mysql", "c1");
  check (search, "multi_az false", "c1");
  check (search, "mysql rds", "c1");
  check (search, "HA-004", "c1");
  check (search, "standby", "c1");
  check (search, "HA-099", "");
  check (search, "traffic", "l0");
  check (search, "트래픽", "l0");
  check (search, "nothing of the kind", "");
  lp_review_unref (review);
}

static void
test_without_review (void)
{
  g_autoptr (LpDesign) design = make_design ();
  g_autoptr (LpFindIndex) search = lp_find_index_new (design, lp_catalogue_get_default (), NULL);

  check (search, "standby", "");
  check (search, "subnet", "c2");
}

/* Not a measurement: that it is not slow by accident. */
static void
test_many (void)
{
  GPtrArray *components = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_component_unref);

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *id = g_strdup_printf ("web-%u", i);
      LpComponent *one = component (id, "ec2-instance", NULL);
      lp_component_set_property (one, "instance_type", lp_json_node_string ("m7g.large"));
      g_ptr_array_add (components, one);
    }
  g_autoptr (LpDesign) design = lp_design_new (
      lp_header_new (), components, g_ptr_array_new_with_free_func ((GDestroyNotify) lp_connection_unref));
  gint64 start = g_get_monotonic_time ();
  g_autoptr (LpFindIndex) search = lp_find_index_new (design, lp_catalogue_get_default (), NULL);
  gint64 made = g_get_monotonic_time ();
  g_autoptr (GArray) all = lp_find_index_run (search, "m7g.lar");
  g_autoptr (GArray) one = lp_find_index_run (search, "web-9999");
  gint64 end = g_get_monotonic_time ();
  g_assert_cmpuint (all->len, ==, 10000);
  g_assert_cmpuint (one->len, ==, 1);
  g_test_message ("10,000 components: %.1f ms to index, %.1f ms for two searches", (double) (made - start) / 1000,
                  (double) (end - made) / 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/find-index/all", test_search);
  g_test_add_func ("/find-index/without-review", test_without_review);
  g_test_add_func ("/find-index/many", test_many);
  return g_test_run ();
}
