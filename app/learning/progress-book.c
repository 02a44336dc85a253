#include "learning/progress-book.h"

#include <string.h>

static void
rest_free (gpointer rest)
{
  if (rest != NULL)
    json_object_unref (rest);
}

static void
entry_free (gpointer data)
{
  LpProgressEntry *entry = data;

  rest_free (entry->rest);
  g_free (entry);
}

LpProgressBook *
lp_progress_book_new (void)
{
  LpProgressBook *book = g_new0 (LpProgressBook, 1);

  book->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
  book->exams = g_array_new (FALSE, TRUE, sizeof (LpExamRecord));
  book->exams_rest = g_ptr_array_new_with_free_func (rest_free);
  return book;
}

void
lp_progress_book_free (LpProgressBook *book)
{
  g_hash_table_unref (book->entries);
  g_array_unref (book->exams);
  g_ptr_array_unref (book->exams_rest);
  rest_free (book->rest);
  g_free (book);
}

LpProgressEntry *
lp_progress_book_get_entry (LpProgressBook *book, const char *id)
{
  LpProgressEntry *entry = g_hash_table_lookup (book->entries, id);

  if (entry == NULL)
    {
      entry = g_new0 (LpProgressEntry, 1);
      g_hash_table_insert (book->entries, g_strdup (id), entry);
    }
  return entry;
}

LpScenarioProgress *
lp_progress_book_find (const LpProgressBook *book, const char *id)
{
  LpProgressEntry *entry = g_hash_table_lookup (book->entries, id);
  return entry != NULL ? &entry->progress : NULL;
}

LpScenarioProgress *
lp_progress_book_get (LpProgressBook *book, const char *id)
{
  return &lp_progress_book_get_entry (book, id)->progress;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

const char **
lp_progress_book_list (const LpProgressBook *book, guint *n)
{
  const char **ids = (const char **) g_hash_table_get_keys_as_array (book->entries, n);

  qsort (ids, *n, sizeof *ids, compare_ids);
  return ids;
}

void
lp_scenario_progress_settle (LpScenarioProgress *progress)
{
  if (progress->best.day != 0 && progress->best.goals > 0 && progress->best.met == progress->best.goals)
    progress->state = LP_PROGRESS_PASSED;
  else if (progress->best.day != 0)
    progress->state = LP_PROGRESS_TRIED;
  else
    progress->state = progress->running ? LP_PROGRESS_BEGUN : LP_PROGRESS_NEW;
}

gboolean
lp_try_is_better (const LpTry *a, const LpTry *b)
{
  if (a->day == 0 || b->day == 0)
    return a->day != 0;
  /* A scenario may have got goals since. */
  guint64 left = (guint64) a->met * MAX (b->goals, 1), right = (guint64) b->met * MAX (a->goals, 1);
  if (left != right)
    return left > right;
  if (a->hints != b->hints)
    return a->hints < b->hints;
  return a->seconds < b->seconds;
}

/* --- putting two together ---------------------------------------------------------------------------- */

static void
merge_progress (LpScenarioProgress *progress, const LpScenarioProgress *other)
{
  gboolean is_later = other->last.day > progress->last.day;

  if (lp_try_is_better (&other->best, &progress->best))
    progress->best = other->best;
  /* Who answered last knows best when it comes back. */
  if (is_later || (other->last.day == progress->last.day && progress->repetition.due == 0))
    progress->repetition = other->repetition;
  if (is_later)
    progress->last = other->last;
  progress->tries = MAX (progress->tries, other->tries);
  if (!progress->running && other->running)
    {
      progress->running = TRUE;
      progress->hints = other->hints;
      progress->seconds = other->seconds;
    }
  else if (progress->running == other->running)
    {
      progress->hints = MAX (progress->hints, other->hints);
      progress->seconds = MAX (progress->seconds, other->seconds);
    }
  lp_scenario_progress_settle (progress);
}

static void
merge_rest (JsonObject **rest, JsonObject *other)
{
  g_autoptr (GList) names = other != NULL ? json_object_get_members (other) : NULL;

  for (GList *l = names; l != NULL; l = l->next)
    {
      if (*rest == NULL)
        *rest = json_object_new ();
      if (!json_object_has_member (*rest, l->data))
        json_object_set_member (*rest, l->data, json_node_ref (json_object_get_member (other, l->data)));
    }
}

static gboolean
has_exam (const LpProgressBook *book, const LpExamRecord *exam)
{
  for (guint i = 0; i < book->exams->len; i++)
    if (memcmp (&g_array_index (book->exams, LpExamRecord, i), exam, sizeof *exam) == 0)
      return TRUE;
  return FALSE;
}

/* By day; those of one day keep their order. */
static void
insert_exam (LpProgressBook *book, const LpExamRecord *exam, JsonObject *rest)
{
  guint at = book->exams->len;

  while (at > 0 && g_array_index (book->exams, LpExamRecord, at - 1).day > exam->day)
    at--;
  g_array_insert_vals (book->exams, at, exam, 1);
  g_ptr_array_insert (book->exams_rest, (int) at, rest != NULL ? json_object_ref (rest) : NULL);
}

void
lp_progress_book_merge (LpProgressBook *book, const LpProgressBook *other)
{
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, other->entries);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      const LpProgressEntry *theirs = value;
      gboolean is_new = !g_hash_table_contains (book->entries, id);
      LpProgressEntry *entry = lp_progress_book_get_entry (book, id);
      if (is_new)
        entry->progress = theirs->progress;
      else
        merge_progress (&entry->progress, &theirs->progress);
      merge_rest (&entry->rest, theirs->rest);
    }
  for (guint i = 0; i < other->exams->len; i++)
    {
      const LpExamRecord *exam = &g_array_index (other->exams, LpExamRecord, i);
      if (!has_exam (book, exam))
        insert_exam (book, exam, other->exams_rest->pdata[i]);
    }
  merge_rest (&book->rest, other->rest);
}
