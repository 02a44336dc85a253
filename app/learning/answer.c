#include "learning/answer.h"

#include "base/json-node.h"
#include "learning/scenario-private.h"
#include "learning/scenario.h"

#define MAX_IDS 1000

/* The strings of the node, which is one or a list of them; never NULL. */
static GStrv
strings_of (JsonNode *node)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    g_strv_builder_add (builder, json_node_get_string (node));
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);
      for (guint i = 0; i < MIN (json_array_get_length (array), MAX_IDS); i++)
        {
          JsonNode *item = json_array_get_element (array, i);
          if (json_node_get_value_type (item) == G_TYPE_STRING)
            g_strv_builder_add (builder, json_node_get_string (item));
        }
    }
  return g_strv_builder_end (builder);
}

static LpAnswer *
answer_of_header (const LpHeader *header)
{
  JsonNode *node = lp_header_get_extra (header, LP_ANSWER_KEY);
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  LpAnswer *answer = g_new0 (LpAnswer, 1);
  JsonNode *choices = object != NULL ? json_object_get_member (object, "choices") : NULL;
  if (object != NULL && choices == NULL)
    choices = json_object_get_member (object, "choice");
  answer->choices = strings_of (choices);
  answer->marked = strings_of (object != NULL ? json_object_get_member (object, "marked") : NULL);
  return answer;
}

LpAnswer *
lp_answer_of_design (const LpDesign *design)
{
  return answer_of_header (lp_design_get_header (design));
}

LpAnswer *
lp_answer_of_document (LpDocument *document)
{
  return answer_of_header (lp_document_get_header (document));
}

void
lp_answer_free (LpAnswer *answer)
{
  g_strfreev (answer->choices);
  g_strfreev (answer->marked);
  g_free (answer);
}

gboolean
lp_answer_has_chosen (const LpAnswer *answer, const char *choice)
{
  return g_strv_contains ((const char *const *) answer->choices, choice);
}

gboolean
lp_answer_has_marked (const LpAnswer *answer, const char *element)
{
  return g_strv_contains ((const char *const *) answer->marked, element);
}

/* --- writing ----------------------------------------------------------------------------------------- */

static void
set_answer (LpDocument *document, const char *key, JsonNode *value)
{
  LpHeader *copy = lp_header_copy (lp_document_get_header (document));
  JsonObject *answer = json_object_new ();
  if (value != NULL)
    json_object_set_member (answer, key, value);
  lp_header_set_extra (copy, LP_ANSWER_KEY, lp_json_node_object (answer));
  lp_document_put_header (document, copy);
}

static JsonNode *
list_of (const char *const *ids)
{
  if (ids == NULL || ids[0] == NULL)
    return NULL;
  JsonArray *array = json_array_new ();
  for (; *ids != NULL; ids++)
    json_array_add_string_element (array, *ids);
  return lp_json_node_array (array);
}

void
lp_document_set_choices (LpDocument *document, const char *const *choices)
{
  gboolean several = choices != NULL && choices[0] != NULL && choices[1] != NULL;
  JsonNode *value = several ? list_of (choices)
                    : choices != NULL && choices[0] != NULL ? lp_json_node_string (choices[0])
                                                            : NULL;
  set_answer (document, several ? "choices" : "choice", value);
}

void
lp_document_set_marked (LpDocument *document, const char *const *elements)
{
  set_answer (document, "marked", list_of (elements));
}

LpDesign *
lp_answer_get_drawing (LpDesign *design)
{
  const LpScenario *scenario = lp_scenario_of_design (design);

  if (scenario == NULL || !lp_scenario_is_chosen (scenario))
    return lp_design_ref (design);
  g_autoptr (LpAnswer) answer = lp_answer_of_design (design);
  const LpScenarioChoice *choice = lp_scenario_find_choice (scenario, answer->choices[0]);
  return choice != NULL ? lp_scenario_untie (choice->document) : NULL;
}
