#include <string.h>

#include "base/json-text.h"
#include "learning/progress-book.h"

#define MAX_COUNT 1000000000

/* An object while it is read: each known member is looked at once, what is of another kind is left out. */
typedef struct
{
  JsonObject *object;
  gboolean good;
} Reading;

static void
read_count (Reading *reading, const char *name, guint *count)
{
  JsonNode *node = json_object_get_member (reading->object, name);
  gboolean good = node != NULL && json_node_get_value_type (node) == G_TYPE_INT64 && json_node_get_int (node) >= 0
                  && json_node_get_int (node) <= MAX_COUNT;

  if (good)
    *count = (guint) json_node_get_int (node);
  else if (node != NULL)
    reading->good = FALSE;
}

static void
read_boolean (Reading *reading, const char *name, gboolean *boolean)
{
  JsonNode *node = json_object_get_member (reading->object, name);

  if (node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    *boolean = json_node_get_boolean (node);
  else if (node != NULL)
    reading->good = FALSE;
}

static void
read_day (Reading *reading, const char *name, LpDay *day)
{
  JsonNode *node = json_object_get_member (reading->object, name);

  if (node == NULL)
    return;
  *day = json_node_get_value_type (node) == G_TYPE_STRING ? lp_day_parse (json_node_get_string (node)) : 0;
  if (*day == 0)
    reading->good = FALSE;
}

static void
read_try (Reading *reading, const char *name, LpTry *try)
{
  JsonNode *node = json_object_get_member (reading->object, name);
  Reading inner = { .good = TRUE };

  if (node == NULL)
    return;
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      inner.object = json_node_get_object (node);
      read_day (&inner, "day", &try->day);
      read_count (&inner, "met", &try->met);
      read_count (&inner, "goals", &try->goals);
      read_count (&inner, "hints", &try->hints);
      read_count (&inner, "seconds", &try->seconds);
    }
  if (try->day == 0 || try->met > try->goals)
    {
      *try = (LpTry){ 0 };
      inner.good = FALSE;
    }
  reading->good = reading->good && inner.good;
}

/* The members that are not among `known`, or NULL where there is none. */
static JsonObject *
take_rest (JsonObject *object, const char *const *known)
{
  g_autoptr (GList) names = json_object_get_members (object);
  JsonObject *rest = NULL;

  for (GList *l = names; l != NULL; l = l->next)
    if (!g_strv_contains (known, l->data))
      {
        if (rest == NULL)
          rest = json_object_new ();
        json_object_set_member (rest, l->data, json_node_ref (json_object_get_member (object, l->data)));
      }
  return rest;
}

static const char *const entry_members[]
    = { "running", "hints", "seconds", "tries", "last", "best", "step", "due", NULL };

static gboolean
read_entry (LpProgressBook *book, const char *id, JsonNode *node)
{
  Reading reading = { .good = TRUE };

  if (!JSON_NODE_HOLDS_OBJECT (node) || *id == '\0')
    return FALSE;
  reading.object = json_node_get_object (node);
  LpProgressEntry *entry = lp_progress_book_get_entry (book, id);
  LpScenarioProgress *progress = &entry->progress;
  read_boolean (&reading, "running", &progress->running);
  read_count (&reading, "hints", &progress->hints);
  read_count (&reading, "seconds", &progress->seconds);
  read_count (&reading, "tries", &progress->tries);
  read_try (&reading, "last", &progress->last);
  read_try (&reading, "best", &progress->best);
  read_count (&reading, "step", &progress->repetition.step);
  read_day (&reading, "due", &progress->repetition.due);
  if (progress->repetition.step >= LP_SCHEDULE_N_STEPS || progress->repetition.due == 0)
    progress->repetition.step = 0;
  if (lp_try_is_better (&progress->last, &progress->best))
    progress->best = progress->last;
  lp_scenario_progress_settle (progress);
  g_clear_pointer (&entry->rest, json_object_unref);
  entry->rest = take_rest (reading.object, entry_members);
  return reading.good;
}

static const char *const exam_members[]
    = { "day", "questions", "passed", "met", "goals", "seconds", "minutes", NULL };

static gboolean
read_exam (LpProgressBook *book, JsonNode *node)
{
  LpExamRecord exam = { 0 };
  Reading reading = { .good = TRUE };

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  reading.object = json_node_get_object (node);
  read_day (&reading, "day", &exam.day);
  read_count (&reading, "questions", &exam.questions);
  read_count (&reading, "passed", &exam.passed);
  read_count (&reading, "met", &exam.met);
  read_count (&reading, "goals", &exam.goals);
  read_count (&reading, "seconds", &exam.seconds);
  read_count (&reading, "minutes", &exam.minutes);
  if (exam.day == 0 || exam.questions == 0 || exam.passed > exam.questions || exam.met > exam.goals)
    return FALSE;
  g_array_append_val (book->exams, exam);
  g_ptr_array_add (book->exams_rest, take_rest (reading.object, exam_members));
  return reading.good;
}

static gboolean
read_entries (LpProgressBook *book, JsonNode *node)
{
  gboolean good = TRUE;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  JsonObject *object = json_node_get_object (node);
  g_autoptr (GList) ids = json_object_get_members (object);
  for (GList *l = ids; l != NULL; l = l->next)
    good = read_entry (book, l->data, json_object_get_member (object, l->data)) && good;
  return good;
}

static gboolean
read_exams (LpProgressBook *book, JsonNode *node)
{
  gboolean good = TRUE;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  JsonArray *array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    good = read_exam (book, json_array_get_element (array, i)) && good;
  return good;
}

static const char *const book_members[] = { "loadpath-progress", "scenarios", "exams", NULL };

static LpBookState
read_whole (LpProgressBook *book, JsonNode *root)
{
  guint version = 0;
  Reading reading = { .good = TRUE };

  if (!JSON_NODE_HOLDS_OBJECT (root))
    return LP_BOOK_DAMAGED;
  reading.object = json_node_get_object (root);
  read_count (&reading, "loadpath-progress", &version);
  JsonNode *scenarios = json_object_get_member (reading.object, "scenarios");
  JsonNode *exams = json_object_get_member (reading.object, "exams");
  if (scenarios != NULL)
    reading.good = read_entries (book, scenarios) && reading.good;
  if (exams != NULL)
    reading.good = read_exams (book, exams) && reading.good;
  book->rest = take_rest (reading.object, book_members);
  if (version > LP_PROGRESS_VERSION)
    return LP_BOOK_NEWER;
  return reading.good && version == LP_PROGRESS_VERSION ? LP_BOOK_WHOLE : LP_BOOK_DAMAGED;
}

static LpJsonText *
parse (GBytes *bytes)
{
  LpJsonLimits limits = { .max_bytes = 16u << 20, .max_depth = 32, .max_values = 1000000 };
  return lp_json_text_new (bytes, "progress.json", limits, NULL);
}

/* What was written for one scenario is told by a member of it: other members stand on lines of their own too. */
static gboolean
is_entry (JsonNode *node)
{
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  for (guint i = 0; entry_members[i] != NULL; i++)
    if (json_object_has_member (json_node_get_object (node), entry_members[i]))
      return TRUE;
  return FALSE;
}

static void
salvage_line (LpProgressBook *book, const char *line)
{
  gboolean is_member = *line == '"';

  if (!is_member && *line != '{')
    return;
  g_autofree char *text = is_member ? g_strdup_printf ("{%s}", line) : g_strdup (line);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (LpJsonText) json = parse (bytes);
  if (json == NULL)
    return;
  if (!is_member)
    {
      read_exam (book, lp_json_text_get_root (json));
      return;
    }
  JsonObject *object = json_node_get_object (lp_json_text_get_root (json));
  g_autoptr (GList) names = json_object_get_members (object);
  JsonNode *node = json_object_get_member (object, names->data);
  if (names->next == NULL && is_entry (node))
    read_entry (book, names->data, node);
}

static void
salvage (LpProgressBook *book, GBytes *bytes)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size), *end = text + size;

  while (text < end)
    {
      const char *newline = memchr (text, '\n', end - text);
      gsize length = (newline != NULL ? newline : end) - text;
      g_autofree char *line = g_strstrip (g_strndup (text, length));
      if (g_str_has_suffix (line, ","))
        line[strlen (line) - 1] = '\0';
      salvage_line (book, line);
      text += length + 1;
    }
}

LpProgressBook *
lp_progress_book_read (GBytes *bytes, LpBookState *state)
{
  LpProgressBook *book = lp_progress_book_new ();
  g_autoptr (LpJsonText) text = parse (bytes);

  if (text != NULL)
    {
      *state = read_whole (book, lp_json_text_get_root (text));
      return book;
    }
  salvage (book, bytes);
  *state = LP_BOOK_DAMAGED;
  return book;
}
