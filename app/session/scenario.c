#include "session/scenario.h"

#include "base/json-write.h"
#include "base/resources.h"
#include "io/native.h"

/* The member of a document that says with which scenario it was begun. */
#define SCENARIO_KEY "scenario"

static void
clear_goal (LpGoal *goal)
{
  lp_text_clear (&goal->text);
  g_free (goal->rule);
  g_free (goal->expression);
}

static void
clear_lesson (LpLesson *lesson)
{
  lp_text_clear (&lesson->notes);
  lp_text_clear (&lesson->today);
  g_free (lesson->since);
  g_free (lesson->source);
}

void
lp_scenario_free (LpScenario *scenario)
{
  if (scenario == NULL)
    return;
  for (guint i = 0; i < scenario->n_goals; i++)
    clear_goal (&scenario->goals[i]);
  for (guint i = 0; i < scenario->n_hints; i++)
    lp_text_clear (&scenario->hints[i]);
  for (guint i = 0; i < scenario->n_lessons; i++)
    clear_lesson (&scenario->lessons[i]);
  g_free (scenario->goals);
  g_free (scenario->hints);
  g_free (scenario->lessons);
  g_free (scenario->id);
  g_free (scenario->topic);
  g_free (scenario->kind);
  lp_text_clear (&scenario->title);
  lp_text_clear (&scenario->situation);
  g_clear_pointer (&scenario->start, lp_design_unref);
  g_clear_pointer (&scenario->reference, lp_design_unref);
  g_free (scenario);
}

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

/* Reads one item into `slot`, a zeroed record. */
typedef gboolean (*ReadItem) (gpointer slot, JsonObject *object, const LpJsonPlace *place, GError **error);

static gboolean
read_goal (gpointer slot, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  LpGoal *goal = slot;
  if (!lp_text_read (&goal->text, object, place, "text", TRUE, error)
      || !read_string (object, place, "rule", FALSE, &goal->rule, error)
      || !read_string (object, place, "expression", FALSE, &goal->expression, error))
    return FALSE;
  if ((goal->rule == NULL) == (goal->expression == NULL))
    return lp_json_fail (place, LP_READ_ERROR_VALUE, error, "a goal has either a “rule” or an “expression”");
  return TRUE;
}

static gboolean
read_hint (gpointer slot, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  return lp_text_read (slot, object, place, "text", TRUE, error);
}

static gboolean
read_lesson (gpointer slot, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  LpLesson *lesson = slot;
  return lp_text_read (&lesson->notes, object, place, "notes", TRUE, error)
         && lp_text_read (&lesson->today, object, place, "today", TRUE, error)
         && read_string (object, place, "since", FALSE, &lesson->since, error)
         && read_string (object, place, "source", FALSE, &lesson->source, error);
}

/* A list of at least one; what was read before a refusal is counted, so that it is freed. */
static gboolean
read_list (JsonObject *object, const LpJsonPlace *place, const char *key, gsize item_size, ReadItem read_item,
           gpointer *items, guint *n_items, GError **error)
{
  JsonArray *array = NULL;
  if (!lp_json_get_array (object, place, key, TRUE, &array, error))
    return FALSE;
  LpJsonPlace list = LP_JSON_MEMBER (place, key);
  guint n = json_array_get_length (array);
  if (n == 0)
    return lp_json_fail (&list, LP_READ_ERROR_VALUE, error, "there is nothing in “%s”: write at least one", key);
  *items = g_malloc0_n (n, item_size);
  for (guint i = 0; i < n; i++)
    {
      LpJsonPlace at = LP_JSON_ITEM (&list, i);
      JsonObject *item = lp_json_as_object (json_array_get_element (array, i), &at, error);
      *n_items = i + 1;
      if (item == NULL || !read_item ((char *) *items + i * item_size, item, &at, error))
        return FALSE;
    }
  return TRUE;
}

static LpDesign *
read_design (JsonObject *object, const LpJsonPlace *place, const char *key, const LpScenario *scenario,
             GError **error)
{
  JsonObject *document = NULL;
  g_autoptr (GError) inner = NULL;
  if (!lp_json_get_object (object, place, key, TRUE, &document, error))
    return NULL;
  json_object_set_string_member (document, "title", lp_text (&scenario->title));
  if (g_str_equal (key, "start"))
    json_object_set_string_member (document, SCENARIO_KEY, scenario->id);
  GString *text = g_string_new (NULL);
  lp_json_write_node (text, json_object_get_member (object, key));
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (text);
  LpDesign *design = lp_native_read (bytes, key, &inner);
  if (design != NULL)
    return design;
  LpJsonPlace at = LP_JSON_MEMBER (place, key);
  const char *where = lp_read_error_get_path (inner);
  lp_json_fail (&at, (LpReadErrorCode) inner->code, error, "%s (at %s)", inner->message, where ? where : key);
  return NULL;
}

static gboolean
read_members (LpScenario *scenario, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  if (!read_string (object, place, "id", TRUE, &scenario->id, error)
      || !read_string (object, place, "topic", TRUE, &scenario->topic, error)
      || !read_string (object, place, "kind", TRUE, &scenario->kind, error)
      || !lp_text_read (&scenario->title, object, place, "title", TRUE, error)
      || !lp_text_read (&scenario->situation, object, place, "situation", TRUE, error)
      || !read_list (object, place, "goals", sizeof (LpGoal), read_goal, (gpointer *) &scenario->goals,
                     &scenario->n_goals, error)
      || !read_list (object, place, "hints", sizeof (LpText), read_hint, (gpointer *) &scenario->hints,
                     &scenario->n_hints, error)
      || !read_list (object, place, "lesson", sizeof (LpLesson), read_lesson, (gpointer *) &scenario->lessons,
                     &scenario->n_lessons, error))
    return FALSE;
  LpJsonPlace kind = LP_JSON_MEMBER (place, "kind");
  if (!g_str_equal (scenario->kind, "repair"))
    return lp_json_fail (&kind, LP_READ_ERROR_VALUE, error, "“%s” is no kind of scenario: write “repair”",
                         scenario->kind);
  scenario->start = read_design (object, place, "start", scenario, error);
  if (scenario->start != NULL)
    scenario->reference = read_design (object, place, "reference", scenario, error);
  return scenario->reference != NULL;
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

static GPtrArray *
read_built_in (void)
{
  g_auto (GStrv) paths = lp_resources_list ("scenarios");
  GPtrArray *scenarios = g_ptr_array_new ();
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = lp_resources_load (paths[i], &error);
      LpScenario *scenario = bytes ? lp_scenario_read (bytes, paths[i], &error) : NULL;
      if (scenario == NULL)
        {
          g_autofree char *message = lp_error_format (error, paths[i]);
          g_error ("%s", message);
        }
      g_ptr_array_add (scenarios, scenario);
    }
  return scenarios;
}

const GPtrArray *
lp_scenarios_get (void)
{
  static gsize once = 0;
  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) read_built_in ());
  return (const GPtrArray *) once;
}

const LpScenario *
lp_scenarios_find (const char *id)
{
  const GPtrArray *scenarios = lp_scenarios_get ();
  for (guint i = 0; i < scenarios->len; i++)
    if (g_strcmp0 (((LpScenario *) scenarios->pdata[i])->id, id) == 0)
      return scenarios->pdata[i];
  return NULL;
}

const LpScenario *
lp_scenario_of_design (const LpDesign *design)
{
  JsonNode *extra = lp_design_get_header (design)->extra;
  JsonNode *id = extra != NULL ? json_object_get_member (json_node_get_object (extra), SCENARIO_KEY) : NULL;
  return id != NULL && json_node_get_value_type (id) == G_TYPE_STRING ? lp_scenarios_find (json_node_get_string (id))
                                                                      : NULL;
}
