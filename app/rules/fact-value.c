#include "rules/fact-value.h"

#include <glib/gi18n.h>

#include "base/number.h"
#include "base/quantity.h"
#include "rules/survey-private.h"

static const char *const unit_codes[] = { "percent", "ratio", "count", "bytes", "bits-per-second", "time", "date",
                                          "none",    NULL };
static const char *const sureness_codes[] = { "documented", "secondary", "default", NULL };

const char *
lp_fact_unit_code (LpFactUnit unit)
{
  return unit_codes[unit];
}

const char *
lp_sureness_code (LpSureness sure)
{
  return sureness_codes[sure];
}

static gboolean
read_word (JsonObject *object,
           const LpJsonPlace *place,
           const char *key,
           const char *const *words,
           guint *number,
           GError **error)
{
  LpJsonPlace here = LP_JSON_MEMBER (place, key);
  const char *word = NULL;

  if (!lp_json_get_string (object, place, key, TRUE, &word, error))
    return FALSE;
  for (*number = 0; words[*number] != NULL; (*number)++)
    if (g_str_equal (words[*number], word))
      return TRUE;
  g_autofree char *known = g_strjoinv (", ", (GStrv) words);
  return lp_json_fail (&here, LP_READ_ERROR_VALUE, error, _("“%s” is not one of: %s"), word, known);
}

gboolean
lp_fact_unit_read (JsonObject *object, const LpJsonPlace *place, LpFactUnit *unit, GError **error)
{
  guint number;
  gboolean ok = read_word (object, place, "unit", unit_codes, &number, error);
  *unit = ok ? (LpFactUnit) number : LP_FACT_NONE;
  return ok;
}

gboolean
lp_sureness_read (JsonObject *object, const LpJsonPlace *place, LpSureness *sure, GError **error)
{
  guint number;
  gboolean ok = read_word (object, place, "sure", sureness_codes, &number, error);
  *sure = ok ? (LpSureness) number : LP_SURE_DEFAULT;
  return ok;
}

/* What the quantities of documents call the unit. */
static LpUnit
quantity_of (LpFactUnit unit)
{
  switch (unit)
    {
    case LP_FACT_BYTES:
      return LP_UNIT_BYTE;
    case LP_FACT_BITS_PER_SECOND:
      return LP_UNIT_BIT_PER_SECOND;
    case LP_FACT_TIME:
      return LP_UNIT_SECOND;
    default:
      return LP_UNIT_NONE;
    }
}

static gboolean
read_amount (LpFactUnit unit, JsonNode *value, double *amount)
{
  GType type = json_node_get_value_type (value);

  if (type == G_TYPE_STRING)
    return quantity_of (unit) != LP_UNIT_NONE
           && lp_quantity_parse (json_node_get_string (value), quantity_of (unit), amount);
  *amount = json_node_get_double (value);
  return type == G_TYPE_INT64 || type == G_TYPE_DOUBLE;
}

gboolean
lp_fact_get_amount (const LpFact *fact, double *amount)
{
  return JSON_NODE_HOLDS_VALUE (fact->value) && read_amount (fact->unit, fact->value, amount);
}

static gboolean
accepts_one (LpFactUnit unit, JsonNode *value)
{
  double amount;

  if (!JSON_NODE_HOLDS_VALUE (value))
    return FALSE;
  switch (unit)
    {
    case LP_FACT_NONE:
      return TRUE;
    case LP_FACT_DATE:
      return json_node_get_value_type (value) == G_TYPE_STRING && strlen (json_node_get_string (value)) == 10
             && lp_date_is_valid (json_node_get_string (value));
    case LP_FACT_COUNT:
      return json_node_get_value_type (value) == G_TYPE_INT64;
    default:
      return read_amount (unit, value, &amount) && amount >= 0;
    }
}

gboolean
lp_fact_accepts (LpFactUnit unit, JsonNode *value)
{
  if (!JSON_NODE_HOLDS_ARRAY (value))
    return accepts_one (unit, value);
  JsonArray *list = json_node_get_array (value);
  for (guint i = 0; i < json_array_get_length (list); i++)
    if (!accepts_one (unit, json_array_get_element (list, i)))
      return FALSE;
  return TRUE;
}

/* --- in expressions ---------------------------------------------------------------------------------- */

static LpValue
date_value (const char *date)
{
  g_autofree char *text = g_strconcat (date, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);
  return lp_value_timestamp (g_date_time_to_unix (time), 0);
}

static LpValue
one_value (LpFactUnit unit, JsonNode *node, LpExprRun *run)
{
  double amount = 0;

  if (unit == LP_FACT_NONE || unit == LP_FACT_COUNT)
    return lp_json_value (run, node);
  if (unit == LP_FACT_DATE)
    return date_value (json_node_get_string (node));
  read_amount (unit, node, &amount);
  return unit == LP_FACT_TIME ? lp_value_duration ((gint64) (amount * 1e9)) : lp_value_double (amount);
}

static LpValue
fact_value (const LpFact *fact, LpExprRun *run)
{
  if (!JSON_NODE_HOLDS_ARRAY (fact->value))
    return one_value (fact->unit, fact->value, run);
  JsonArray *list = json_node_get_array (fact->value);
  guint n = json_array_get_length (list);
  LpValue *items = lp_expr_run_alloc (run, MAX (n, 1) * sizeof (LpValue));
  if (items == NULL)
    return lp_expr_run_fail_limit (run);
  for (guint i = 0; i < n; i++)
    items[i] = one_value (fact->unit, json_array_get_element (list, i), run);
  return lp_value_list (items, n);
}

static gsize
group_length (const LpFact *fact)
{
  return strcspn (fact->id, ".");
}

/* The facts are by id, so those of a group stand together. */
LpValue
lp_facts_get_value (const LpFacts *facts, LpExprRun *run)
{
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (LpValue));
  guint next;

  for (guint i = 0; i < facts->facts->len; i = next)
    {
      const LpFact *first = facts->facts->pdata[i];
      gsize length = group_length (first);
      g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (LpValue));
      for (next = i; next < facts->facts->len; next++)
        {
          const LpFact *fact = facts->facts->pdata[next];
          if (group_length (fact) != length || strncmp (fact->id, first->id, length) != 0)
            break;
          LpValue entry[] = { lp_expr_run_string (run, fact->id + length + 1, -1), fact_value (fact, run) };
          g_array_append_vals (members, entry, 2);
        }
      LpValue group[] = { lp_expr_run_string (run, first->id, (gssize) length),
                          lp_expr_run_map (run, (const LpValue *) members->data, members->len / 2) };
      g_array_append_vals (groups, group, 2);
    }
  return lp_expr_run_map (run, (const LpValue *) groups->data, groups->len / 2);
}

/* --- for people -------------------------------------------------------------------------------------- */

static char *
describe_one (LpFactUnit unit, JsonNode *node)
{
  char number[LP_NUMBER_BUFFER];
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  if (type == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? _("yes") : _("no"));
  if (quantity_of (unit) != LP_UNIT_NONE)
    return lp_quantity_format (json_node_get_double (node), quantity_of (unit));
  lp_number_format (json_node_get_double (node), number);
  return g_strconcat (number, unit == LP_FACT_PERCENT ? " %" : "", NULL);
}

char *
lp_fact_describe (const LpFact *fact)
{
  if (!JSON_NODE_HOLDS_ARRAY (fact->value))
    return describe_one (fact->unit, fact->value);
  JsonArray *list = json_node_get_array (fact->value);
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      g_autofree char *one = describe_one (fact->unit, json_array_get_element (list, i));
      g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", one);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
