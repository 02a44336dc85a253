#include "rules/facts.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "base/resources.h"
#include "expr/suggest.h"
#include "rules/fact-value.h"
#include "rules/rule-private.h"

static void
fact_free (gpointer data)
{
  LpFact *fact = data;
  g_free (fact->id);
  g_clear_pointer (&fact->value, json_node_unref);
  g_free (fact->date);
  g_free (fact->source);
  lp_text_clear (&fact->text);
  g_free (fact);
}

static LpFact *
fact_copy (const LpFact *fact)
{
  LpFact *copy = g_new (LpFact, 1);

  *copy = *fact;
  copy->id = g_strdup (fact->id);
  copy->value = json_node_ref (fact->value);
  copy->date = g_strdup (fact->date);
  copy->source = g_strdup (fact->source);
  for (guint i = 0; i < LP_N_LANGUAGES; i++)
    copy->text.in[i] = g_strdup (fact->text.in[i]);
  return copy;
}

LpFacts *
lp_facts_new (LpFacts *base)
{
  LpFacts *facts = g_new0 (LpFacts, 1);

  g_atomic_ref_count_init (&facts->refs);
  facts->facts = g_ptr_array_new_with_free_func (fact_free);
  for (guint i = 0; base != NULL && i < base->facts->len; i++)
    g_ptr_array_add (facts->facts, fact_copy (base->facts->pdata[i]));
  return facts;
}

LpFacts *
lp_facts_ref (LpFacts *facts)
{
  g_atomic_ref_count_inc (&facts->refs);
  return facts;
}

void
lp_facts_unref (LpFacts *facts)
{
  if (!g_atomic_ref_count_dec (&facts->refs))
    return;
  g_ptr_array_unref (facts->facts);
  g_free (facts);
}

/* Where it is, or belongs. */
static guint
find (const LpFacts *facts, const char *id, gboolean *found)
{
  guint low = 0, high = facts->facts->len;

  *found = FALSE;
  while (low < high && !*found)
    {
      guint middle = (low + high) / 2;
      int order = strcmp (((LpFact *) facts->facts->pdata[middle])->id, id);
      *found = order == 0;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return high;
}

const LpFact *
lp_facts_find (const LpFacts *facts, const char *id)
{
  gboolean found;
  guint at = find (facts, id, &found);
  return found ? facts->facts->pdata[at] : NULL;
}

/* --- reading ----------------------------------------------------------------------------------------- */

gboolean
lp_date_is_valid (const char *date)
{
  if (!g_regex_match_simple ("^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$", date, 0, 0))
    return FALSE;
  guint year = (guint) atoi (date), month = (guint) atoi (date + 5), day = date[7] == '-' ? (guint) atoi (date + 8) : 1;
  return year > 0 && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static gboolean
read_date (LpFact *fact, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  const char *date = NULL, *source = NULL;
  gboolean needed = fact->sure != LP_SURE_DEFAULT;
  LpJsonPlace here = LP_JSON_MEMBER (place, "date");

  if (!lp_json_get_string (object, place, "date", needed, &date, error)
      || !lp_json_get_string (object, place, "source", needed, &source, error))
    return FALSE;
  if (date != NULL && !lp_date_is_valid (date))
    return lp_json_fail (&here, LP_READ_ERROR_VALUE, error, _("“%s” is no date; write one like 2025-11-07 or 2025-11"),
                         date);
  fact->date = g_strdup (date);
  fact->source = g_strdup (source);
  return TRUE;
}

static gboolean
read_value (LpFact *fact, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  LpJsonPlace here = LP_JSON_MEMBER (place, "value");
  JsonNode *value = json_object_get_member (object, "value");

  if (value == NULL)
    return lp_json_fail (place, LP_READ_ERROR_MISSING, error, _("“%s” is missing here; add it"), "value");
  if (!lp_fact_accepts (fact->unit, value))
    return lp_json_fail (&here, LP_READ_ERROR_VALUE, error, _("this is no value in the unit “%s”"),
                         lp_fact_unit_code (fact->unit));
  fact->value = json_node_ref (value);
  json_node_seal (fact->value);
  return TRUE;
}

static gboolean
read_fact (LpFact *fact, JsonNode *node, const LpJsonPlace *place, GError **error)
{
  static const char *const known[] = { "value", "unit", "date", "source", "sure", "adjustable", "text", NULL };
  JsonObject *object = lp_json_as_object (node, place, error);

  return object != NULL && lp_rule_check_members (object, place, known, error)
         && lp_sureness_read (object, place, &fact->sure, error)
         && lp_fact_unit_read (object, place, &fact->unit, error)
         && lp_json_get_boolean (object, place, "adjustable", FALSE, &fact->adjustable, error)
         && lp_text_read (&fact->text, object, place, "text", TRUE, error) && read_date (fact, object, place, error)
         && read_value (fact, object, place, error);
}

static gboolean
add_fact (LpFacts *facts, const char *group, const char *name, JsonNode *node, const LpJsonPlace *place, GError **error)
{
  gboolean found;

  if (!g_regex_match_simple ("^[a-z][a-z0-9_]*$", name, 0, 0))
    return lp_json_fail (place, LP_READ_ERROR_VALUE, error,
                         _("“%s” is no name; write small letters, digits and underscores"), name);
  LpFact *fact = g_new0 (LpFact, 1);
  fact->id = g_strconcat (group, ".", name, NULL);
  guint at = find (facts, fact->id, &found);
  if (found)
    g_ptr_array_remove_index (facts->facts, at);
  g_ptr_array_insert (facts->facts, (int) at, fact);
  return read_fact (fact, node, place, error);
}

gboolean
lp_facts_add (LpFacts *facts, const char *group, GBytes *bytes, const char *file, GError **error)
{
  static const char *const known[] = { "about", "facts", NULL };
  g_autoptr (LpJsonText) text = lp_json_text_new (bytes, file, LP_JSON_LIMITS_DEFAULT, error);
  if (text == NULL)
    return FALSE;
  LpJsonPlace root = LP_JSON_ROOT (text), here = LP_JSON_MEMBER (&root, "facts");
  JsonObject *object = lp_json_as_object (lp_json_text_get_root (text), &root, error), *members = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (object == NULL || !lp_rule_check_members (object, &root, known, error)
      || !lp_json_get_object (object, &root, "facts", TRUE, &members, error))
    return FALSE;
  json_object_iter_init_ordered (&iter, members);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      LpJsonPlace item = LP_JSON_MEMBER (&here, name);
      if (!add_fact (facts, group, name, node, &item, error))
        return FALSE;
    }
  return TRUE;
}

/* --- what is built in -------------------------------------------------------------------------------- */

static gpointer
read_built_in (gpointer data)
{
  LpFacts *facts = lp_facts_new (NULL);
  g_auto (GStrv) paths = lp_resources_list ("facts");

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = lp_resources_load (paths[i], &error);
      g_autofree char *base = g_path_get_basename (paths[i]);
      g_autofree char *group = g_strndup (base, strcspn (base, "."));
      if (bytes == NULL || !lp_facts_add (facts, group, bytes, paths[i], &error))
        {
          g_autofree char *text = lp_error_format (error, paths[i]);
          g_error ("%s", text);
        }
    }
  return facts;
}

LpFacts *
lp_facts_get_default (void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once (&once, read_built_in, NULL);
}

/* --- other values ------------------------------------------------------------------------------------ */

static gboolean
refuse_name (const LpFacts *facts, const char *id, GError **error)
{
  LpSuggestion suggestion = LP_SUGGESTION_INIT (id);

  for (guint i = 0; i < facts->facts->len; i++)
    lp_suggestion_try (&suggestion, ((LpFact *) facts->facts->pdata[i])->id);
  if (suggestion.name != NULL)
    lp_read_error_set (error, LP_READ_ERROR_REFERENCE, NULL, (LpPosition){ 0, 0 }, NULL,
                       _("there is no fact “%s”; did you mean “%s”?"), id, suggestion.name);
  else
    lp_read_error_set (error, LP_READ_ERROR_REFERENCE, NULL, (LpPosition){ 0, 0 }, NULL,
                       _("there is no fact “%s”; “loadpath facts” lists what there is"), id);
  return FALSE;
}

gboolean
lp_facts_adjust (LpFacts *facts, const char *id, JsonNode *value, GError **error)
{
  gboolean found;
  guint at = find (facts, id, &found);

  if (!found)
    return refuse_name (facts, id, error);
  LpFact *fact = facts->facts->pdata[at];
  if (!fact->adjustable)
    lp_read_error_set (error, LP_READ_ERROR_REFERENCE, NULL, (LpPosition){ 0, 0 }, NULL,
                       _("“%s” is as the service documents it; only facts that “loadpath facts” marks as adjustable "
                         "may be set"),
                       id);
  else if (!lp_fact_accepts (fact->unit, value))
    lp_read_error_set (error, LP_READ_ERROR_VALUE, NULL, (LpPosition){ 0, 0 }, NULL,
                       _("this is no value in the unit “%s”"), lp_fact_unit_code (fact->unit));
  else
    {
      json_node_unref (fact->value);
      fact->value = json_node_copy (value);
      json_node_seal (fact->value);
      return TRUE;
    }
  return FALSE;
}
