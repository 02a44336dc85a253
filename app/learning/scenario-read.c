#include <glib/gi18n.h>

#include "base/json-node.h"
#include "base/json-write.h"
#include "io/native.h"
#include "learning/scenario-private.h"
#include "learning/scenario.h"
#include "rules/rule-expression.h"

#define MAX_MINUTES 240

static gboolean
read_string (JsonObject *object, const LpJsonPlace *place, const char *key, gboolean required, char **value,
             GError **error)
{
  const char *string = NULL;
  if (!lp_json_get_string (object, place, key, required, &string, error))
    return FALSE;
  *value = g_strdup (string);
  return TRUE;
}

/* --- documents --------------------------------------------------------------------------------------- */

static LpDesign *
read_document_text (const char *text, const LpJsonPlace *place, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) inner = NULL;
  LpDesign *design = lp_native_read (bytes, place->key, &inner);
  if (design != NULL)
    return design;
  const char *where = lp_read_error_get_path (inner);
  lp_json_fail (place, (LpReadErrorCode) inner->code, error, "%s (at %s)", inner->message,
                where != NULL ? where : place->key);
  return NULL;
}

/* The document `node`, with the scenario's title and id and with the answer, which is taken over and may be NULL. */
static LpDesign *
read_document (JsonObject *document, const LpJsonPlace *place, const LpScenario *scenario, JsonObject *answer,
               GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (JsonNode) node = lp_json_node_object (json_object_ref (document));
  json_object_set_string_member (document, "title", lp_text (&scenario->title));
  json_object_set_string_member (document, LP_SCENARIO_KEY, scenario->id);
  if (answer != NULL)
    json_object_set_object_member (document, LP_ANSWER_KEY, answer);
  lp_json_write_node (text, node);
  return read_document_text (text->str, place, error);
}

static LpDesign *
get_document (JsonObject *object, const LpJsonPlace *place, const char *key, const LpScenario *scenario,
              JsonObject *answer, GError **error)
{
  LpJsonPlace at = LP_JSON_MEMBER (place, key);
  JsonObject *document = NULL;
  if (!lp_json_get_object (object, place, key, TRUE, &document, error))
    {
      g_clear_pointer (&answer, json_object_unref);
      return NULL;
    }
  return read_document (document, &at, scenario, answer, error);
}

static JsonObject *
new_answer (const char *key, JsonArray *ids)
{
  JsonObject *answer = json_object_new ();
  json_object_set_array_member (answer, key, ids);
  return answer;
}

static JsonObject *
right_choices (const LpScenario *scenario)
{
  JsonArray *ids = json_array_new ();
  for (guint i = 0; i < scenario->n_choices; i++)
    if (scenario->choices[i].right)
      json_array_add_string_element (ids, scenario->choices[i].id);
  if (lp_scenario_has_several_right (scenario))
    return new_answer ("choices", ids);
  JsonObject *answer = json_object_new ();
  json_object_set_string_member (answer, "choice", json_array_get_string_element (ids, 0));
  json_array_unref (ids);
  return answer;
}

static JsonObject *
all_flaws (const LpScenario *scenario)
{
  JsonArray *ids = json_array_new ();
  for (guint i = 0; i < scenario->n_flaws; i++)
    json_array_add_string_element (ids, scenario->flaws[i].elements[0]);
  return new_answer ("marked", ids);
}

/* --- items of lists ---------------------------------------------------------------------------------- */

/* Reads one item into `slot`, a zeroed record. */
typedef gboolean (*ReadItem) (
    LpScenario *scenario, gpointer slot, JsonObject *object, const LpJsonPlace *place, GError **error);

static gboolean
read_goal (LpScenario *scenario, gpointer slot, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  static const char *const known[] = { "text", "rule", "expression", "graded", "because", "where", NULL };
  LpJsonPlace at_graded = LP_JSON_MEMBER (place, "graded");
  const char *graded = NULL;
  LpExprOptions any = lp_terms_get_options (&scenario->terms, NULL);
  LpExprOptions condition = lp_terms_get_options (&scenario->terms, &lp_type_bool);
  LpGoal *goal = slot;
  if (!lp_rule_check_members (object, place, known, error)
      || !lp_text_read_any (&goal->text, object, place, "text", TRUE, error)
      || !read_string (object, place, "rule", FALSE, &goal->rule, error)
      || !lp_rule_read_expression (object, place, "expression", FALSE, &condition, &goal->expression, error)
      || !lp_json_get_string (object, place, "graded", FALSE, &graded, error)
      || !lp_text_read_any (&goal->because, object, place, "because", FALSE, error)
      || !lp_rule_read_expression (object, place, "where", FALSE, &any, &goal->where, error))
    return FALSE;
  if ((goal->rule == NULL) == (goal->expression == NULL))
    return lp_json_fail (place, LP_READ_ERROR_VALUE, error, _("a goal has either a “rule” or an “expression”"));
  if (graded != NULL && !g_str_equal (graded, "live") && !g_str_equal (graded, "end"))
    return lp_json_fail (&at_graded, LP_READ_ERROR_VALUE, error, _("a goal is graded “live” or at the “end”"));
  goal->at_end = g_strcmp0 (graded, "end") == 0;
  return TRUE;
}

static gboolean
read_hint (LpScenario *scenario, gpointer slot, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  static const char *const known[] = { "text", NULL };
  return lp_rule_check_members (object, place, known, error)
         && lp_text_read_any (slot, object, place, "text", TRUE, error);
}

static gboolean
read_choice (LpScenario *scenario, gpointer slot, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  static const char *const known[] = { "id", "text", "because", "right", "document", NULL };
  LpJsonPlace at_id = LP_JSON_MEMBER (place, "id");
  LpScenarioChoice *choice = slot;
  g_autofree char *id = NULL;
  if (!lp_rule_check_members (object, place, known, error) || !read_string (object, place, "id", TRUE, &id, error)
      || !lp_text_read_any (&choice->text, object, place, "text", TRUE, error)
      || !lp_text_read_any (&choice->because, object, place, "because", TRUE, error)
      || !lp_json_get_boolean (object, place, "right", FALSE, &choice->right, error))
    return FALSE;
  if (lp_scenario_find_choice (scenario, id) != NULL)
    return lp_json_fail (&at_id, LP_READ_ERROR_DUPLICATE, error, _("another choice is called “%s”"), id);
  choice->id = g_steal_pointer (&id);
  choice->document = get_document (object, place, "document", scenario, NULL, error);
  return choice->document != NULL;
}

static gboolean
read_figure (LpScenario *scenario, gpointer slot, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  static const char *const known[] = { "text", "value", "working", "holds", NULL };
  LpExprOptions any = lp_terms_get_options (&scenario->terms, NULL);
  LpExprOptions condition = lp_terms_get_options (&scenario->terms, &lp_type_bool);
  LpFigure *figure = slot;
  return lp_rule_check_members (object, place, known, error)
         && lp_text_read_any (&figure->text, object, place, "text", TRUE, error)
         && lp_rule_read_templates (object, place, "value", TRUE, &any, figure->value, error)
         && lp_rule_read_templates (object, place, "working", FALSE, &any, figure->working, error)
         && lp_rule_read_expression (object, place, "holds", FALSE, &condition, &figure->holds, error);
}

static gboolean
read_flaw (LpScenario *scenario, gpointer slot, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  static const char *const known[] = { "elements", "text", "because", "rule", NULL };
  LpJsonPlace at = LP_JSON_MEMBER (place, "elements");
  LpFlaw *flaw = slot;
  if (!lp_rule_check_members (object, place, known, error)
      || !lp_json_get_strings (object, place, "elements", TRUE, &flaw->elements, error)
      || !lp_text_read_any (&flaw->text, object, place, "text", TRUE, error)
      || !lp_text_read_any (&flaw->because, object, place, "because", TRUE, error)
      || !read_string (object, place, "rule", FALSE, &flaw->rule, error))
    return FALSE;
  return flaw->elements[0] != NULL
         || lp_json_fail (&at, LP_READ_ERROR_VALUE, error, _("name the components or connections that are wrong"));
}

static gboolean
read_lesson (LpScenario *scenario, gpointer slot, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  static const char *const known[] = { "notes", "today", "since", "source", NULL };
  LpLesson *lesson = slot;
  return lp_rule_check_members (object, place, known, error)
         && lp_text_read_any (&lesson->notes, object, place, "notes", TRUE, error)
         && lp_text_read_any (&lesson->today, object, place, "today", TRUE, error)
         && read_string (object, place, "since", FALSE, &lesson->since, error)
         && read_string (object, place, "source", FALSE, &lesson->source, error);
}

/* A list of at least one; what was read before a refusal is counted, so that it is freed. */
static gboolean
read_list (LpScenario *scenario, JsonObject *object, const LpJsonPlace *place, const char *key, gsize item_size,
           ReadItem read_item, gpointer *items, guint *n_items, GError **error)
{
  JsonArray *array = NULL;
  if (!lp_json_get_array (object, place, key, TRUE, &array, error))
    return FALSE;
  LpJsonPlace list = LP_JSON_MEMBER (place, key);
  guint n = json_array_get_length (array);
  if (n == 0)
    return lp_json_fail (&list, LP_READ_ERROR_VALUE, error, _("there is nothing in “%s”: write at least one"), key);
  *items = g_malloc0_n (n, item_size);
  for (guint i = 0; i < n; i++)
    {
      LpJsonPlace at = LP_JSON_ITEM (&list, i);
      JsonObject *item = lp_json_as_object (json_array_get_element (array, i), &at, error);
      *n_items = i + 1;
      if (item == NULL || !read_item (scenario, (char *) *items + i * item_size, item, &at, error))
        return FALSE;
    }
  return TRUE;
}

#define READ_LIST(key, field, read_item)                                                                              \
  read_list (scenario, object, place, key, sizeof *scenario->field, read_item, (gpointer *) &scenario->field,         \
             &scenario->n_##field, error)

/* --- each kind --------------------------------------------------------------------------------------- */

static gboolean
read_goals (LpScenario *scenario, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  return lp_terms_read (&scenario->terms, object, place, error) && READ_LIST ("goals", goals, read_goal);
}

static gboolean
read_drawn (LpScenario *scenario, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  if (!read_goals (scenario, object, place, error))
    return FALSE;
  scenario->start = get_document (object, place, "start", scenario, NULL, error);
  if (scenario->start != NULL)
    scenario->reference = get_document (object, place, "reference", scenario, NULL, error);
  return scenario->reference != NULL;
}

static gboolean
has_element (const LpDesign *design, const char *id)
{
  return lp_design_find (design, id) != LP_NONE || lp_design_find_connection (design, id) != LP_NONE;
}

static gboolean
check_flaws (const LpScenario *scenario, const LpJsonPlace *place, GError **error)
{
  LpJsonPlace list = LP_JSON_MEMBER (place, "flaws");
  for (guint i = 0; i < scenario->n_flaws; i++)
    {
      LpJsonPlace item = LP_JSON_ITEM (&list, i), elements = LP_JSON_MEMBER (&item, "elements");
      for (char **id = scenario->flaws[i].elements; *id != NULL; id++)
        if (!has_element (scenario->start, *id))
          return lp_json_fail (&elements, LP_READ_ERROR_REFERENCE, error, _("there is no “%s” in the start"), *id);
    }
  return TRUE;
}

static gboolean
read_spot (LpScenario *scenario, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  if (!READ_LIST ("flaws", flaws, read_flaw))
    return FALSE;
  scenario->start = get_document (object, place, "start", scenario, NULL, error);
  if (scenario->start == NULL || !check_flaws (scenario, place, error))
    return FALSE;
  scenario->reference = get_document (object, place, "reference", scenario, all_flaws (scenario), error);
  return scenario->reference != NULL;
}

/* The attempt begins with an empty document; the right choice's, with the answer in it, is the reference. */
static gboolean
finish_choices (LpScenario *scenario, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  LpJsonPlace list = LP_JSON_MEMBER (place, "choices");
  guint right = 0;
  while (right < scenario->n_choices && !scenario->choices[right].right)
    right++;
  if (right == scenario->n_choices)
    return lp_json_fail (&list, LP_READ_ERROR_VALUE, error, _("say which choice is right: \"right\": true"));
  JsonArray *choices = json_object_get_array_member (object, "choices");
  LpJsonPlace item = LP_JSON_ITEM (&list, right);
  scenario->reference = get_document (json_array_get_object_element (choices, right), &item, "document", scenario,
                                      right_choices (scenario), error);
  g_autoptr (JsonObject) empty = json_object_new ();
  json_object_set_int_member (empty, "loadpath", 1);
  json_object_set_array_member (empty, "components", json_array_new ());
  json_object_set_array_member (empty, "connections", json_array_new ());
  scenario->start = read_document (empty, &list, scenario, NULL, error);
  return scenario->reference != NULL;
}

static gboolean
read_quiz (LpScenario *scenario, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  return lp_text_read_any (&scenario->question, object, place, "question", TRUE, error)
         && READ_LIST ("choices", choices, read_choice) && finish_choices (scenario, object, place, error);
}

static gboolean
read_choose (LpScenario *scenario, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  LpJsonPlace choices = LP_JSON_MEMBER (place, "choices");
  if (!read_goals (scenario, object, place, error) || !read_quiz (scenario, object, place, error)
      || !READ_LIST ("figures", figures, read_figure))
    return FALSE;
  return !lp_scenario_has_several_right (scenario)
         || lp_json_fail (&choices, LP_READ_ERROR_VALUE, error, _("only one of several designs can be the right one"));
}

#define COMMON "id", "topic", "kind", "minutes", "title", "situation", "hints", "lesson", "hides"

static const struct
{
  const char *known[16];
  gboolean (*read) (LpScenario *scenario, JsonObject *object, const LpJsonPlace *place, GError **error);
} by_kind[LP_N_SCENARIO_KINDS] = {
  [LP_SCENARIO_REPAIR] = { { COMMON, "let", "goals", "start", "reference", NULL }, read_drawn },
  [LP_SCENARIO_BUILD] = { { COMMON, "let", "goals", "start", "reference", NULL }, read_drawn },
  [LP_SCENARIO_CHOOSE] = { { COMMON, "question", "let", "goals", "choices", "figures", NULL }, read_choose },
  [LP_SCENARIO_SPOT] = { { COMMON, "flaws", "start", "reference", NULL }, read_spot },
  [LP_SCENARIO_QUIZ] = { { COMMON, "question", "choices", NULL }, read_quiz },
};

/* --- the whole --------------------------------------------------------------------------------------- */

static gboolean
read_kind (LpScenario *scenario, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  LpJsonPlace here = LP_JSON_MEMBER (place, "kind");
  const char *code = NULL;
  if (!lp_json_get_string (object, place, "kind", TRUE, &code, error))
    return FALSE;
  return lp_scenario_kind_from_code (code, &scenario->kind)
         || lp_json_fail (&here, LP_READ_ERROR_VALUE, error,
                          _("“%s” is no kind of scenario: write “repair”, “build”, “choose”, “spot” or “quiz”"), code);
}

static gboolean
read_minutes (LpScenario *scenario, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  LpJsonPlace here = LP_JSON_MEMBER (place, "minutes");
  double minutes = 0;
  if (!lp_json_get_number (object, place, "minutes", TRUE, &minutes, error))
    return FALSE;
  scenario->minutes = CLAMP (minutes, 0, MAX_MINUTES);
  return (scenario->minutes == minutes && minutes > 0)
         || lp_json_fail (&here, LP_READ_ERROR_VALUE, error, _("write whole minutes, 1 to %d"), MAX_MINUTES);
}

static gboolean
read_members (LpScenario *scenario, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  return read_string (object, place, "id", TRUE, &scenario->id, error)
         && read_string (object, place, "topic", TRUE, &scenario->topic, error)
         && read_kind (scenario, object, place, error)
         && lp_rule_check_members (object, place, by_kind[scenario->kind].known, error)
         && read_minutes (scenario, object, place, error)
         && lp_text_read_any (&scenario->title, object, place, "title", TRUE, error)
         && lp_text_read_any (&scenario->situation, object, place, "situation", TRUE, error)
         && lp_json_get_strings (object, place, "hides", FALSE, &scenario->hides, error)
         && READ_LIST ("hints", hints, read_hint) && READ_LIST ("lesson", lessons, read_lesson)
         && by_kind[scenario->kind].read (scenario, object, place, error);
}

LpScenario *
lp_scenario_read (GBytes *bytes, const char *file, GError **error)
{
  g_autoptr (LpJsonText) text = lp_json_text_new (bytes, file, LP_JSON_LIMITS_DEFAULT, error);
  if (text == NULL)
    return NULL;
  LpJsonPlace root = LP_JSON_ROOT (text);
  JsonObject *object = lp_json_as_object (lp_json_text_get_root (text), &root, error);
  g_autoptr (LpScenario) scenario = g_new0 (LpScenario, 1);
  if (object == NULL || !read_members (scenario, object, &root, error))
    return NULL;
  return g_steal_pointer (&scenario);
}
