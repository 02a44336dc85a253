/* What a line between two kinds means. Only what hardly anybody would read otherwise is said; the rest is
 * traffic. */
#include <string.h>

#include "io/drawio-edge.h"
#include "io/drawio-words.h"

typedef struct
{
  const char *from, *to; /* kind, or "@role", or "*" */
  const char *kind;
  gboolean reversed; /* the connection runs against the line as it is usually drawn */
} LpMeaning;

/* The first that fits. */
static const LpMeaning meanings[] = {
  { "users", "route53-zone", "dns" },
  { "internet", "route53-zone", "dns" },
  { "route53-zone", "*", "dns" },
  { "cloudwatch-alarm", "sns-topic", "publishes" },
  { "cloudwatch-alarm", "*", "monitors" },
  { "route53-health-check", "*", "monitors" },
  { "network-acl", "*", "protects" },
  { "ec2-instance", "ebs-volume", "attaches" },
  { "ebs-volume", "ec2-instance", "attaches", TRUE },
  { "ec2-instance", "elastic-ip", "attaches" },
  { "elastic-ip", "ec2-instance", "attaches", TRUE },
  { "elastic-ip", "nat-gateway", "attaches", TRUE },
  { "auto-scaling-group", "ec2-instance", "manages" },
  { "backup-vault", "backup-vault", "copies-backup" },
  { "*", "backup-plan", "backs-up" },
  { "*", "backup-vault", "backs-up" },
  { "rds-instance", "rds-instance", "replicates" },
  { "aurora-cluster", "aurora-cluster", "replicates" },
  { "s3-bucket", "s3-bucket", "replicates" },
  { "dynamodb-table", "dynamodb-table", "replicates" },
  { "sqs-queue", "sqs-queue", "dead-letter" },
  { "sqs-queue", "lambda-function", "polls", TRUE },
  { "sns-topic", "lambda-function", "invokes" },
  { "eventbridge-bus", "lambda-function", "invokes" },
  { "s3-bucket", "lambda-function", "invokes" },
  { "api-gateway", "lambda-function", "invokes" },
  { "*", "sqs-queue", "publishes" },
  { "*", "sns-topic", "publishes" },
  { "*", "eventbridge-bus", "publishes" },
};

/* How far a thing usually stands from the people who call: 1 for themselves, more for what is called through
 * others; 0 where that says nothing (a NAT gateway is called from inside). */
static guint
distance_from_people (const LpKind *kind)
{
  static const struct
  {
    const char *role;
    guint distance;
  } distances[] = {
    { "client", 1 }, { "premises", 2 }, { "dns", 3 },     { "cdn", 3 },     { "link", 3 },
    { "api", 5 },    { "balancer", 5 }, { "gateway", 4 }, { "compute", 6 }, { "store", 7 },
  };

  if (kind == NULL || g_str_equal (kind->id, "nat-gateway") || g_str_equal (kind->id, "egress-only-gateway"))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (distances); i++)
    if (lp_kind_has_role (kind, distances[i].role))
      return distances[i].distance;
  return 0;
}

/* Whether a line without an arrow, or with two, rather means the call the other way. */
static gboolean
runs_backwards (const LpKind *from, const LpKind *to)
{
  guint near = distance_from_people (to), far = distance_from_people (from);
  return near > 0 && far > 0 && near < far;
}

static gboolean
fits (const char *pattern, const LpKind *kind)
{
  return *pattern == '*' || (kind != NULL && g_str_equal (pattern, kind->id));
}

static const LpMeaning *
find_meaning (const LpKind *from, const LpKind *to)
{
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (fits (meanings[i].from, from) && fits (meanings[i].to, to))
      return &meanings[i];
  return NULL;
}

static void
swap_ends (LpDrawioLine *line)
{
  guint from = line->from;
  line->from = line->to;
  line->to = from;
}

static gboolean
is_undirected (const LpDrawioPage *page, const LpDrawioLine *line)
{
  const char *end = lp_drawio_style_get (lp_drawio_cell (page, line->cell)->style, "endArrow");
  const char *start = lp_drawio_style_get (lp_drawio_cell (page, line->cell)->style, "startArrow");
  gboolean none = end != NULL && (*end == '\0' || g_str_equal (end, "none"))
                  && (start == NULL || *start == '\0' || g_str_equal (start, "none"));
  return none || line->both;
}

void
lp_drawio_line_understand (const LpDrawioPage *page, LpDrawioLine *line)
{
  const LpKind *from = lp_drawio_cell (page, line->from)->kind, *to = lp_drawio_cell (page, line->to)->kind;
  const LpMeaning *meaning = find_meaning (from, to);
  const char *said = lp_drawio_words_find_connection (lp_drawio_cell (page, line->cell)->label);

  line->kind = "traffic";
  if (is_undirected (page, line)
      && (runs_backwards (from, to) || (meaning == NULL && find_meaning (to, from) != NULL)))
    {
      swap_ends (line);
      const LpKind *other = from;
      from = to;
      to = other;
      meaning = find_meaning (from, to);
    }
  if (said != NULL
      && lp_catalogue_may_connect (page->catalogue, said, from != NULL ? from->id : LP_KIND_GENERIC,
                                   to != NULL ? to->id : LP_KIND_GENERIC))
    line->kind = said;
  else if (meaning != NULL)
    {
      const LpKind *a = meaning->reversed ? to : from, *b = meaning->reversed ? from : to;
      if (!lp_catalogue_may_connect (page->catalogue, meaning->kind, a != NULL ? a->id : LP_KIND_GENERIC,
                                     b != NULL ? b->id : LP_KIND_GENERIC))
        return;
      line->kind = meaning->kind;
      if (meaning->reversed)
        swap_ends (line);
    }
}
