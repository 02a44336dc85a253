/* What is asked, and what lights up. */
#include "session/questions.h"

#include "session/witness.h"

static LpFinding *
ask (const char *rule, const char *element, const char *property)
{
  LpFinding *finding = lp_finding_new (rule, LP_SEVERITY_WARNING, LP_OUTCOME_QUESTION);

  finding->component = g_strdup (element);
  lp_finding_add_unknown (finding, element, property);
  return finding;
}

static LpReview *
make_review (void)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_finding_unref);
  LpFinding *waived = ask ("Q-5", "db", "engine");

  waived->waiver = g_strdup ("later");
  g_ptr_array_add (findings, lp_finding_new ("F-1", LP_SEVERITY_ERROR, LP_OUTCOME_FAIL));
  g_ptr_array_add (findings, ask ("Q-2", "db", "multi_az"));
  g_ptr_array_add (findings, ask ("Q-3", NULL, "rto"));
  g_ptr_array_add (findings, ask ("Q-4", "db", "multi_az"));
  g_ptr_array_add (findings, waived);
  return lp_review_new (findings, NULL);
}

static void
test_list (void)
{
  LpReview *review = make_review ();
  g_autoptr (GArray) questions = lp_questions_list (review, NULL);

  g_assert_cmpuint (questions->len, ==, 2);
  g_assert_cmpstr (g_array_index (questions, LpQuestion, 0).element, ==, "db");
  g_assert_cmpstr (g_array_index (questions, LpQuestion, 0).property, ==, "multi_az");
  g_assert_null (g_array_index (questions, LpQuestion, 1).element);
  /* Another rule that asks for the same is answered by the same. */
  g_assert_cmpuint (lp_questions_find (questions, review, 1), ==, 0);
  g_assert_cmpuint (lp_questions_find (questions, review, 3), ==, 0);
  g_assert_cmpuint (lp_questions_find (questions, review, 2), ==, 1);
  g_assert_cmpuint (lp_questions_find (questions, review, 0), ==, G_MAXUINT);
  g_assert_cmpuint (lp_questions_find (questions, review, 4), ==, G_MAXUINT);
  lp_review_unref (review);
}

static void
test_left_open (void)
{
  LpReview *review = make_review ();
  g_autoptr (LpLeftOpen) left_open = lp_left_open_new ();
  g_autoptr (GArray) all = lp_questions_list (review, left_open);

  lp_left_open_add (left_open, &g_array_index (all, LpQuestion, 0));
  g_autoptr (GArray) rest = lp_questions_list (review, left_open);
  g_assert_cmpuint (rest->len, ==, 1);
  g_assert_cmpstr (g_array_index (rest, LpQuestion, 0).property, ==, "rto");
  lp_review_unref (review);
}

static LpComponent *
put (const char *id, const char *kind, const char *in)
{
  LpComponent *component = lp_component_new (id, kind);

  lp_component_set_in (component, in);
  return component;
}

static LpDesign *
make_design (void)
{
  GPtrArray *components = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_component_unref);
  GPtrArray *connections = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_connection_unref);

  g_ptr_array_add (components, put ("seoul", "region", NULL));
  g_ptr_array_add (components, put ("zone-a", "availability-zone", "seoul"));
  g_ptr_array_add (components, put ("net-1", "subnet", "zone-a"));
  g_ptr_array_add (components, put ("net-2", "subnet", "zone-a"));
  g_ptr_array_add (components, put ("web", "ec2-instance", "net-1"));
  g_ptr_array_add (components, put ("api", "ec2-instance", "net-2"));
  g_ptr_array_add (components, put ("bucket", "s3-bucket", "seoul"));
  g_ptr_array_add (connections, lp_connection_new ("web-api", "traffic", "web", "api"));
  g_ptr_array_add (connections, lp_connection_new ("api-bucket", "traffic", "api", "bucket"));
  return lp_design_new (lp_header_new (), components, connections);
}

static void
check_witness (const char *const *related, const char *expected)
{
  g_autoptr (LpDesign) design = make_design ();
  LpFinding *finding = lp_finding_new ("X-1", LP_SEVERITY_ERROR, LP_OUTCOME_FAIL);

  finding->component = g_strdup (related[0]);
  lp_finding_set_related (finding, related);
  g_auto (GStrv) ids = lp_witness_dup_ids (design, lp_catalogue_get_default (), finding);
  g_autofree char *joined = g_strjoinv (" ", ids);
  g_assert_cmpstr (joined, ==, expected);
  lp_finding_unref (finding);
}

static void
test_witness (void)
{
  check_witness ((const char *const[]){ "web", "api", NULL }, "web api web-api zone-a");
  check_witness ((const char *const[]){ "web", "api", "bucket", NULL }, "web api bucket web-api api-bucket");
  check_witness ((const char *const[]){ "bucket", NULL }, "bucket");
  check_witness ((const char *const[]){ "web", "bucket", NULL }, "web bucket");
  check_witness ((const char *const[]){ "gone", NULL }, "gone");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/questions/list", test_list);
  g_test_add_func ("/questions/left-open", test_left_open);
  g_test_add_func ("/witness/ids", test_witness);
  return g_test_run ();
}
