/* References and examples of a rule. */

#include <glib/gi18n.h>

#include "rules/rule-private.h"

gboolean
lp_rule_read_references (LpRule *rule, JsonObject *root, const LpJsonPlace *place, GError **error)
{
  static const char *const known[] = { "title", "url", NULL };
  JsonArray *list = NULL;
  LpJsonPlace items = LP_JSON_MEMBER (place, "references");

  if (!lp_json_get_array (root, place, "references", FALSE, &list, error))
    return FALSE;
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      LpJsonPlace item = LP_JSON_ITEM (&items, i);
      JsonObject *object = lp_json_as_object (json_array_get_element (list, i), &item, error);
      const char *title = NULL, *url = NULL;
      if (object == NULL || !lp_rule_check_members (object, &item, known, error)
          || !lp_json_get_string (object, &item, "title", TRUE, &title, error)
          || !lp_json_get_string (object, &item, "url", FALSE, &url, error))
        return FALSE;
      LpReference *reference = g_new0 (LpReference, 1);
      reference->title = g_strdup (title);
      reference->url = g_strdup (url);
      g_ptr_array_add (rule->references, reference);
    }
  return TRUE;
}

static gboolean
read_example (LpRule *rule, LpOutcome outcome, JsonNode *node, const LpJsonPlace *place, GError **error)
{
  static const char *const known[] = { "title", "document", NULL };
  JsonObject *object = lp_json_as_object (node, place, error), *document = NULL;

  if (object == NULL || !lp_rule_check_members (object, place, known, error))
    return FALSE;
  LpExample *example = g_new0 (LpExample, 1);
  example->outcome = outcome;
  g_ptr_array_add (rule->examples, example);
  if (!lp_text_read_any (&example->title, object, place, "title", TRUE, error)
      || !lp_json_get_object (object, place, "document", TRUE, &document, error))
    return FALSE;
  example->document = json_node_ref (json_object_get_member (object, "document"));
  json_node_seal (example->document);
  return TRUE;
}

gboolean
lp_rule_read_examples (LpRule *rule, JsonObject *root, const LpJsonPlace *place, GError **error)
{
  static const char *const known[] = { "fail", "pass", "skip", "question", NULL };
  static const LpOutcome outcomes[]
      = { LP_OUTCOME_FAIL, LP_OUTCOME_PASS, LP_OUTCOME_SKIP, LP_OUTCOME_QUESTION };
  LpJsonPlace here = LP_JSON_MEMBER (place, "examples");
  JsonObject *object = NULL;

  if (!lp_json_get_object (root, place, "examples", TRUE, &object, error)
      || !lp_rule_check_members (object, &here, known, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      LpJsonPlace items = LP_JSON_MEMBER (&here, known[i]);
      JsonArray *list = NULL;
      if (!lp_json_get_array (object, &here, known[i], FALSE, &list, error))
        return FALSE;
      if (outcomes[i] <= LP_OUTCOME_FAIL && (list == NULL || json_array_get_length (list) == 0))
        return lp_json_fail (&here, LP_READ_ERROR_MISSING, error,
                             _("there is no “%s” example; add a small document that must %s"), known[i],
                             known[i]);
      for (guint j = 0; list != NULL && j < json_array_get_length (list); j++)
        {
          LpJsonPlace item = LP_JSON_ITEM (&items, j);
          if (!read_example (rule, outcomes[i], json_array_get_element (list, j), &item, error))
            return FALSE;
        }
    }
  return TRUE;
}
