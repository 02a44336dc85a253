#include "base/json-write.h"
#include "learning/progress-book.h"

/* Between two members; the first one has nothing before it. */
static void
write_name (GString *out, gsize start, const char *name)
{
  if (out->len > start)
    g_string_append (out, ", ");
  lp_json_write_string (out, name);
  g_string_append (out, ": ");
}

static void
write_count (GString *out, gsize start, const char *name, guint count)
{
  write_name (out, start, name);
  g_string_append_printf (out, "%u", count);
}

static void
write_day (GString *out, gsize start, const char *name, LpDay day)
{
  g_autofree char *text = lp_day_format (day);

  write_name (out, start, name);
  lp_json_write_string (out, text);
}

static void
write_try (GString *out, gsize start, const char *name, const LpTry *try)
{
  if (try->day == 0)
    return;
  write_name (out, start, name);
  g_string_append_c (out, '{');
  start = out->len;
  write_day (out, start, "day", try->day);
  write_count (out, start, "met", try->met);
  write_count (out, start, "goals", try->goals);
  write_count (out, start, "hints", try->hints);
  write_count (out, start, "seconds", try->seconds);
  g_string_append_c (out, '}');
}

static void
write_rest (GString *out, gsize start, JsonObject *rest)
{
  g_autoptr (GList) names = rest != NULL ? json_object_get_members (rest) : NULL;

  for (GList *l = names; l != NULL; l = l->next)
    {
      write_name (out, start, l->data);
      lp_json_write_node (out, json_object_get_member (rest, l->data));
    }
}

static void
write_entry (GString *out, const LpProgressEntry *entry)
{
  const LpScenarioProgress *progress = &entry->progress;

  g_string_append_c (out, '{');
  gsize start = out->len;
  write_name (out, start, "running");
  g_string_append (out, progress->running ? "true" : "false");
  write_count (out, start, "hints", progress->hints);
  write_count (out, start, "seconds", progress->seconds);
  write_count (out, start, "tries", progress->tries);
  write_try (out, start, "last", &progress->last);
  write_try (out, start, "best", &progress->best);
  if (progress->repetition.due != 0)
    {
      write_count (out, start, "step", progress->repetition.step);
      write_day (out, start, "due", progress->repetition.due);
    }
  write_rest (out, start, entry->rest);
  g_string_append_c (out, '}');
}

static void
write_exam (GString *out, const LpExamRecord *exam, JsonObject *rest)
{
  g_string_append_c (out, '{');
  gsize start = out->len;
  write_day (out, start, "day", exam->day);
  write_count (out, start, "questions", exam->questions);
  write_count (out, start, "passed", exam->passed);
  write_count (out, start, "met", exam->met);
  write_count (out, start, "goals", exam->goals);
  write_count (out, start, "seconds", exam->seconds);
  write_count (out, start, "minutes", exam->minutes);
  write_rest (out, start, rest);
  g_string_append_c (out, '}');
}

GBytes *
lp_progress_book_write (const LpProgressBook *book)
{
  guint n;
  g_autofree const char **ids = lp_progress_book_list (book, &n);
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "{\n  \"loadpath-progress\": %u,\n  \"scenarios\": {", LP_PROGRESS_VERSION);
  for (guint i = 0; i < n; i++)
    {
      g_string_append (out, i > 0 ? ",\n    " : "\n    ");
      lp_json_write_string (out, ids[i]);
      g_string_append (out, ": ");
      write_entry (out, g_hash_table_lookup (book->entries, ids[i]));
    }
  g_string_append (out, "\n  },\n  \"exams\": [");
  for (guint i = 0; i < book->exams->len; i++)
    {
      g_string_append (out, i > 0 ? ",\n    " : "\n    ");
      write_exam (out, &g_array_index (book->exams, LpExamRecord, i), book->exams_rest->pdata[i]);
    }
  g_string_append (out, "\n  ]");
  g_autoptr (GList) names = book->rest != NULL ? json_object_get_members (book->rest) : NULL;
  for (GList *l = names; l != NULL; l = l->next)
    {
      g_string_append (out, ",\n  ");
      lp_json_write_string (out, l->data);
      g_string_append (out, ": ");
      lp_json_write_node (out, json_object_get_member (book->rest, l->data));
    }
  g_string_append (out, "\n}\n");
  return g_string_free_to_bytes (out);
}
