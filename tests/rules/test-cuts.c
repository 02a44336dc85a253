/* What alone cuts the ways through a design, and how available they are. */

#include "expression-cases.h"
#include "support.h"

#define PLACES                                                                                                     \
  "{\"id\": \"users\", \"kind\": \"users\"},"                                                                      \
  "{\"id\": \"seoul\", \"kind\": \"region\", \"label\": \"ap-northeast-2\"},"                                      \
  "{\"id\": \"za\", \"kind\": \"availability-zone\", \"in\": \"seoul\", \"label\": \"2a\"},"                       \
  "{\"id\": \"zb\", \"kind\": \"availability-zone\", \"in\": \"seoul\", \"label\": \"2b\"},"

#define EC2(id, in) "{\"id\": \"" id "\", \"kind\": \"ec2-instance\", \"in\": \"" in "\"},"
#define ALB(id) "{\"id\": \"" id "\", \"kind\": \"alb\", \"in\": \"seoul\"},"
#define DB(id, in, set) "{\"id\": \"" id "\", \"kind\": \"rds-instance\", \"in\": \"" in "\", \"set\": {" set "}}"

static const struct
{
  const char *components;
  const char *connections; /* "a>b c>d": traffic; with ":kind" behind it another kind */
  const char *expression;
  const char *json; /* or what is not known behind "?", each property with a space between */
} cases[] = {
  /* one server is a cut, of itself and with its zone */
  { PLACES EC2 ("web", "za") DB ("db", "zb", "\"multi_az\": true"), "users>web web>db", "cuts", "[\"web\"]" },
  { PLACES EC2 ("web", "za") DB ("db", "zb", "\"multi_az\": true"), "users>web web>db", "zone_cuts", "[\"2a\"]" },
  /* two in one zone: the zone alone */
  { PLACES ALB ("alb") EC2 ("w1", "za") EC2 ("w2", "za") DB ("db", "zb", "\"multi_az\": true"),
    "users>alb alb>w1 alb>w2 w1>db w2>db", "cuts", "[]" },
  { PLACES ALB ("alb") EC2 ("w1", "za") EC2 ("w2", "za") DB ("db", "zb", "\"multi_az\": true"),
    "users>alb alb>w1 alb>w2 w1>db w2>db", "zone_cuts", "[\"2a\"]" },
  /* in two zones: nothing */
  { PLACES ALB ("alb") EC2 ("w1", "za") EC2 ("w2", "zb") DB ("db", "zb", "\"multi_az\": true"),
    "users>alb alb>w1 alb>w2 w1>db w2>db", "zone_cuts", "[]" },
  /* tiers crossed so that each way needs both zones */
  { PLACES ALB ("alb") EC2 ("w1", "za") EC2 ("w2", "zb") EC2 ("x1", "zb") EC2 ("x2", "za") DB ("db", "zb", "\"multi_az\": true"),
    "users>alb alb>w1 alb>w2 w1>x1 w2>x2 x1>db x2>db", "zone_cuts", "[\"2b\", \"2a\"]" },
  /* the store itself */
  { PLACES ALB ("alb") EC2 ("w1", "za") EC2 ("w2", "zb") DB ("db", "zb", "\"multi_az\": false"),
    "users>alb alb>w1 alb>w2 w1>db w2>db", "cuts", "[\"db\"]" },
  { PLACES ALB ("alb") EC2 ("w1", "za") EC2 ("w2", "zb") DB ("db", "zb", ""),
    "users>alb alb>w1 alb>w2 w1>db w2>db", "cuts", "?db.multi_az" },
  { PLACES ALB ("alb") EC2 ("w1", "za") EC2 ("w2", "zb") DB ("db", "zb", ""),
    "users>alb alb>w1 alb>w2 w1>db w2>db", "zone_cuts", "?db.multi_az" },
  /* where one is certain, what is not known makes no difference */
  { PLACES EC2 ("web", "za") DB ("db", "zb", ""), "users>web web>db", "cuts", "[\"web\"]" },
  /* a standby that it replicates to in step, or fails over to */
  { PLACES ALB ("alb") EC2 ("w1", "za") EC2 ("w2", "zb") DB ("db", "zb", "\"multi_az\": false") ","
    DB ("copy", "za", "\"multi_az\": false"), "users>alb alb>w1 alb>w2 w1>db w2>db db>copy:fails-over", "zone_cuts", "[]" },
  { PLACES EC2 ("w1", "za") EC2 ("w2", "zb") DB ("db", "zb", "\"multi_az\": true"),
    "users>w1 w1>db w1>w2:fails-over", "cuts", "[]" },
  /* a load balancer has nodes in its zones, a group starts instances in its own */
  { PLACES "{\"id\": \"alb\", \"kind\": \"alb\", \"in\": \"za\"}, {\"id\": \"f\", \"kind\": \"lambda-function\"}",
    "users>alb alb>f", "zone_cuts_f", "[\"2a\"]" },
  { PLACES ALB ("alb") "{\"id\": \"g\", \"kind\": \"auto-scaling-group\", \"in\": \"seoul\", \"spans\": [\"za\", \"zb\"]},"
    EC2 ("w", "g") DB ("db", "zb", "\"multi_az\": true"), "users>alb alb>g w>db", "zone_cuts", "[]" },
  { PLACES ALB ("alb") "{\"id\": \"g\", \"kind\": \"auto-scaling-group\", \"in\": \"seoul\", \"spans\": [\"za\"]},"
    EC2 ("w", "g") DB ("db", "zb", "\"multi_az\": true"), "users>alb alb>g w>db", "zone_cuts", "[\"2a\"]" },
  { PLACES ALB ("alb") "{\"id\": \"g\", \"kind\": \"auto-scaling-group\", \"in\": \"seoul\", \"spans\": [\"za\"]},"
    EC2 ("w", "g") DB ("db", "zb", "\"multi_az\": true"), "users>alb alb>g w>db", "cuts", "[]" },
  /* servers of which nobody says where they stand may share a zone */
  { PLACES ALB ("alb") EC2 ("w1", "seoul") EC2 ("w2", "seoul") DB ("db", "zb", "\"multi_az\": true"),
    "users>alb alb>w1 alb>w2 w1>db w2>db", "zone_cuts", "?w1.zone w2.zone" },
  /* several of it, or nodes */
  { PLACES "{\"id\": \"web\", \"kind\": \"ecs-task\", \"in\": \"za\", \"set\": {\"count\": 2}}," DB ("db", "zb", "\"multi_az\": true"),
    "users>web web>db", "cuts", "[]" },
  { PLACES EC2 ("w1", "za") EC2 ("w2", "zb") "{\"id\": \"db\", \"kind\": \"dax-cluster\", \"in\": \"za\", \"set\": {\"nodes\": 1}}",
    "users>w1 users>w2 w1>db w2>db", "cuts", "[\"db\"]" },
  { PLACES EC2 ("w1", "za") EC2 ("w2", "zb") "{\"id\": \"db\", \"kind\": \"dax-cluster\", \"in\": \"za\"}",
    "users>w1 users>w2 w1>db w2>db", "cuts", "?db.nodes" },
  { PLACES EC2 ("w1", "za") EC2 ("w2", "zb") "{\"id\": \"db\", \"kind\": \"elasticache-cluster\", \"in\": \"za\", \"set\": {\"replicas\": 1}}",
    "users>w1 users>w2 w1>db w2>db", "zone_cuts", "?db.multi_az" },
  { PLACES EC2 ("w1", "za") EC2 ("w2", "zb") "{\"id\": \"db\", \"kind\": \"elasticache-cluster\", \"in\": \"za\", \"set\": {\"replicas\": 0}}",
    "users>w1 users>w2 w1>db w2>db", "cuts", "[\"db\"]" },
  { PLACES EC2 ("w1", "za") EC2 ("w2", "zb") "{\"id\": \"db\", \"kind\": \"efs-file-system\", \"in\": \"za\", \"set\": {\"one_zone\": true}}",
    "users>w1 users>w2 w1>db w2>db", "zone_cuts", "[\"2a\"]" },
  { PLACES EC2 ("w1", "za") EC2 ("w2", "zb") "{\"id\": \"db\", \"kind\": \"efs-file-system\", \"in\": \"za\"}",
    "users>w1 users>w2 w1>db w2>db", "zone_cuts", "[]" },
  { PLACES EC2 ("w1", "za") EC2 ("w2", "zb") "{\"id\": \"db\", \"kind\": \"efs-file-system\", \"set\": {\"one_zone\": true}}",
    "users>w1 users>w2 w1>db w2>db", "one_zone", "true" },
  { PLACES DB ("db", "za", ""), "users>db", "has_zone", "true" },
  { PLACES DB ("db", "seoul", ""), "users>db", "has_zone", "false" },
  /* `deployment` says another thing of a file system than of an RDS instance */
  { PLACES "{\"id\": \"db\", \"kind\": \"fsx-file-system\", \"in\": \"za\", \"set\": {\"multi_az\": false, \"deployment\": \"scratch\"}}",
    "users>db", "one_zone", "true" },
  { PLACES DB ("db", "za", "\"deployment\": \"cluster\""), "users>db", "one_zone", "false" },
  { PLACES DB ("db", "za", "\"deployment\": \"instance\""), "users>db", "one_zone", "false" },
  { PLACES DB ("db", "za", "\"multi_az\": false, \"deployment\": \"instance\""), "users>db", "one_zone", "true" },
  { PLACES DB ("db", "za", "\"multi_az\": false, \"deployment\": \"cluster\""), "users>db", "one_zone", "false" },
  /* a server that stands by for the first */
  { PLACES "{\"id\": \"db\", \"kind\": \"ec2-instance\", \"in\": \"za\", \"set\": {\"role\": \"primary\"}},"
    "{\"id\": \"spare\", \"kind\": \"ec2-instance\", \"in\": \"zb\", \"set\": {\"role\": \"standby\"}}",
    "users>db", "peers", "[\"db\", \"spare\"]" },
  /* a way that is avoided does not help */
  { PLACES ALB ("alb") EC2 ("w1", "za") EC2 ("bastion", "zb") DB ("db", "zb", "\"multi_az\": true"),
    "users>alb alb>w1 w1>db users>bastion bastion>db", "cuts", "[]" },
  { PLACES ALB ("alb") EC2 ("w1", "za") EC2 ("bastion", "zb") DB ("db", "zb", "\"multi_az\": true"),
    "users>alb alb>w1 w1>db users>bastion bastion>db", "cuts_avoiding", "[\"w1\"]" },
  /* no way, no cut */
  { PLACES EC2 ("web", "za") DB ("db", "zb", "\"multi_az\": false"), "users>web", "zone_cuts", "[]" },
  { PLACES EC2 ("web", "za") DB ("db", "zb", "\"multi_az\": false"), "users>web", "availability", "0.0" },
  /* availability: in a row, side by side, not known */
  { PLACES ALB ("alb") EC2 ("w1", "za") EC2 ("w2", "zb") DB ("db", "zb", "\"multi_az\": true"),
    "users>alb alb>w1 alb>w2 w1>db w2>db", "availability", "99.0" },
  { PLACES EC2 ("w1", "za") DB ("db", "zb", "\"multi_az\": true"), "users>w1 w1>db", "availability", "90.0" },
  { PLACES EC2 ("w1", "za") DB ("db", "zb", ""), "users>w1 w1>db", "availability", "?db.multi_az" },
  { PLACES EC2 ("w1", "za") DB ("db", "zb", ""), "users>w1 w1>db", "availability_at_best", "90.0" },
  { PLACES EC2 ("w1", "za") DB ("db", "zb", "\"multi_az\": false"), "users>w1 w1>db", "availability_at_best", "45.0" },
  { PLACES EC2 ("w1", "za") DB ("db", "zb", ""), "users>w1 w1>db", "too_much",
    "!an availability of 101 is none; give a percentage between 0 and 100" },
};

#define DBS "components.filter(c, c.id == 'db')"
#define KINDS "['traffic', 'fails-over']"
#define UP "c.kind == 'ec2-instance' ? 90 : c.kind != 'rds-instance' || c.multi_az ? 100 : 50"

static const char *const expressions[][2] = {
  { "cuts", "cuts(users(), " DBS ", " KINDS ")" },
  { "zone_cuts", "zone_cuts(users(), " DBS ", " KINDS ")" },
  { "has_zone", DBS "[0].has_zone()" },
  { "peers", DBS "[0].peers()" },
  { "one_zone", DBS "[0].one_zone()" },
  { "zone_cuts_f", "zone_cuts(users(), components.filter(c, c.id == 'f'), " KINDS ")" },
  { "cuts_avoiding", "cuts(users(), " DBS ", " KINDS ", components.filter(c, c.id == 'bastion'))" },
  { "availability", "availability(users(), " DBS ", " KINDS ", [], c, " UP ")" },
  { "availability_at_best", "availability_at_best(users(), " DBS ", " KINDS ", [], c, " UP ")" },
  { "too_much", "availability(users(), " DBS ", " KINDS ", [], c, 101)" },
};

static const char *
expression_of (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (expressions); i++)
    if (g_str_equal (expressions[i][0], name))
      return expressions[i][1];
  g_assert_not_reached ();
}

static char *
connections_of (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GString *json = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit_set (words[i], ">:", 3);
      g_string_append_printf (json, "%s{\"id\": \"%u\", \"kind\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}",
                              i > 0 ? "," : "", i, parts[2] != NULL ? parts[2] : "traffic", parts[0], parts[1]);
    }
  return g_string_free (json, FALSE);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *components = g_strdup (cases[i].components);
      g_autofree char *connections = connections_of (cases[i].connections);
      if (g_str_has_suffix (components, ","))
        components[strlen (components) - 1] = '\0';
      g_autoptr (LpDesign) design = lp_test_design ("", components, connections, "");
      g_autoptr (LpSurvey) survey = lp_survey_new (design, NULL, NULL);
      g_autofree char *json = test_evaluate (survey, expression_of (cases[i].expression));

      g_test_message ("%u: %s of %s", i, cases[i].expression, cases[i].connections);
      g_assert_cmpstr (json, ==, cases[i].json);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/cuts/cases", test_cases);
  return g_test_run ();
}
