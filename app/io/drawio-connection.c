/* What a line between two kinds means: what is usual between them, else traffic. */
#include <string.h>

#include "io/drawio-edge.h"
#include "io/drawio-words.h"

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

/* What a line at a web ACL means is seen from all of its lines: drawio-edge.c. */
static const LpUsualConnection *
find_meaning (const LpDrawioPage *page, const LpKind *from, const LpKind *to)
{
  if (from != NULL && g_str_equal (from->id, "waf-web-acl"))
    return NULL;
  return lp_catalogue_find_usual (page->catalogue, from != NULL ? from->id : NULL, to != NULL ? to->id : NULL);
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
  const LpUsualConnection *meaning = find_meaning (page, from, to);
  const char *said = lp_drawio_words_find_connection (lp_drawio_cell (page, line->cell)->label);

  line->kind = "traffic";
  if (is_undirected (page, line)
      && (runs_backwards (from, to) || (meaning == NULL && find_meaning (page, to, from) != NULL)))
    {
      swap_ends (line);
      const LpKind *other = from;
      from = to;
      to = other;
      meaning = find_meaning (page, from, to);
    }
  if (said != NULL
      && lp_catalogue_may_connect (page->catalogue, said, from != NULL ? from->id : LP_KIND_GENERIC,
                                   to != NULL ? to->id : LP_KIND_GENERIC))
    line->kind = said;
  else if (meaning != NULL)
    {
      line->kind = meaning->connection;
      if (meaning->backwards)
        swap_ends (line);
    }
}
