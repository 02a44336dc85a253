#include "report/remarks.h"

#include <glib/gi18n.h>

LpWaiverState
lp_report_waiver_state (const LpReported *document, const LpWaiver *waiver)
{
  const GPtrArray *findings = document->review->findings;
  LpWaiverState state = LP_WAIVER_IDLE;

  for (guint i = 0; i < findings->len; i++)
    {
      const LpFinding *finding = findings->pdata[i];
      if (finding->waived_by == waiver)
        return LP_WAIVER_HOLDS;
      if (finding->lapsed == waiver)
        state = LP_WAIVER_LAPSED;
    }
  return state;
}

const char *
lp_waiver_state_code (LpWaiverState state)
{
  static const char *const codes[] = { "holds", "lapsed", "idle" };
  return codes[state];
}

static void
add_word (GString *words, const char *word)
{
  if (word != NULL)
    g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", word);
}

char *
lp_report_describe_waiver (const LpWaiver *waiver)
{
  GString *words = g_string_new (NULL);
  g_autofree char *until = waiver->until != NULL ? g_strdup_printf (_("until %s"), waiver->until) : NULL;

  add_word (words, waiver->author);
  add_word (words, waiver->ticket);
  add_word (words, until);
  return g_string_free (words, FALSE);
}

guint
lp_report_count_open_comments (const LpReported *document)
{
  const GPtrArray *comments = lp_design_get_header (document->design)->comments;
  guint n = 0;
  for (guint i = 0; i < comments->len; i++)
    n += !((const LpComment *) comments->pdata[i])->resolved;
  return n;
}

static const LpComponent *
component_of (const LpReported *document, const LpPin *pin)
{
  guint c = pin->component != NULL ? lp_design_find (document->design, pin->component) : LP_NONE;
  return c != LP_NONE ? lp_design_get_component (document->design, c) : NULL;
}

static const LpConnection *
connection_of (const LpReported *document, const LpPin *pin)
{
  guint c = pin->connection != NULL ? lp_design_find_connection (document->design, pin->connection) : LP_NONE;
  return c != LP_NONE ? lp_design_get_connection (document->design, c) : NULL;
}

const char *
lp_report_name_of_pin (const LpReported *document, const LpPin *pin)
{
  const LpComponent *component = component_of (document, pin);
  const LpConnection *connection = connection_of (document, pin);

  if (component != NULL)
    return lp_component_get_name (component);
  if (connection != NULL && connection->label != NULL)
    return connection->label;
  return pin->component != NULL ? pin->component : pin->connection;
}

LpPosition
lp_report_position_of_pin (const LpReported *document, const LpPin *pin)
{
  const LpComponent *component = component_of (document, pin);
  const LpConnection *connection = connection_of (document, pin);

  if (component != NULL)
    return component->position;
  return connection != NULL ? connection->position : (LpPosition){ 0, 0 };
}
