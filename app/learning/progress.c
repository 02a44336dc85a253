#include "learning/progress.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/file.h"
#include "learning/progress-book.h"

#define RETRY_SECONDS 2

struct _LpProgress
{
  GObject parent_instance;

  char *path;
  LpProgressBook *book;
  char *etag;          /* of the file as it was last read or written here; NULL: it was not there */
  gboolean is_dirty;   /* the file does not hold what the book does */
  gboolean may_write;  /* FALSE while a file stands there that could neither be read nor put aside */
  guint retry_source;  /* or 0 */
  char *notice;        /* to be said once, or NULL */
  GError *error;       /* why the file cannot be written, or NULL */
};

G_DEFINE_FINAL_TYPE (LpProgress, lp_progress, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PROBLEM,
};

static guint changed_signal;

/* --- reading ----------------------------------------------------------------------------------------- */

/* "progress.damaged.json", then "progress.damaged-2.json": never one that is there. NULL where it cannot be done. */
static char *
put_aside (LpProgress *self, const char *word)
{
  g_autofree char *stem = g_str_has_suffix (self->path, ".json") ? g_strndup (self->path, strlen (self->path) - 5)
                                                                 : g_strdup (self->path);
  for (guint n = 1; n < 1000; n++)
    {
      g_autofree char *aside = n == 1 ? g_strdup_printf ("%s.%s.json", stem, word)
                                      : g_strdup_printf ("%s.%s-%u.json", stem, word, n);
      if (!g_file_test (aside, G_FILE_TEST_EXISTS))
        return g_rename (self->path, aside) == 0 ? g_steal_pointer (&aside) : NULL;
    }
  return NULL;
}

static void
set_notice (LpProgress *self, char *notice)
{
  g_free (self->notice);
  self->notice = notice;
}

static void
keep_aside (LpProgress *self, LpBookState state)
{
  g_autofree char *aside = put_aside (self, state == LP_BOOK_NEWER ? "newer" : "damaged");
  g_autofree char *name = g_path_get_basename (aside != NULL ? aside : self->path);

  self->may_write = aside != NULL;
  g_clear_pointer (&self->etag, g_free);
  self->is_dirty = TRUE;
  if (state == LP_BOOK_NEWER)
    set_notice (self, g_strdup_printf (_("Your progress was written by a newer version of Loadpath. What this one "
                                         "understands is here; the whole file is kept as “%s”."),
                                       name));
  else
    set_notice (self, g_strdup_printf (_("The file of your progress was damaged. What could be read of it is here; the "
                                         "damaged file is kept as “%s”. Your drawings are not touched."),
                                       name));
}

/* Puts what the file holds together with what is there already. */
static void
take_file (LpProgress *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GError) error = NULL;
  g_autofree char *etag = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, &etag, &error);
  LpBookState state = LP_BOOK_DAMAGED;

  self->may_write = TRUE;
  g_clear_pointer (&self->etag, g_free);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return;
  if (bytes != NULL)
    {
      g_autoptr (LpProgressBook) book = lp_progress_book_read (bytes, &state);
      lp_progress_book_merge (self->book, book);
    }
  if (state == LP_BOOK_WHOLE)
    self->etag = g_steal_pointer (&etag);
  else
    keep_aside (self, state);
}

/* --- writing ----------------------------------------------------------------------------------------- */

static gboolean
write_book (LpProgress *self, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autofree char *folder = g_path_get_dirname (self->path), *etag = NULL;
  g_autoptr (GBytes) bytes = lp_progress_book_write (self->book);

  if (!self->may_write)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "");
      return FALSE;
    }
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      return FALSE;
    }
  if (!lp_file_replace (file, bytes, self->etag, &etag, NULL, error))
    return FALSE;
  g_free (self->etag);
  self->etag = g_steal_pointer (&etag);
  return TRUE;
}

static void
set_error (LpProgress *self, GError *error)
{
  gboolean differs = (error != NULL) != (self->error != NULL) || (error != NULL && error->code != self->error->code);

  g_clear_error (&self->error);
  self->error = error;
  if (differs)
    g_object_notify (G_OBJECT (self), "problem");
}

static gboolean
on_retry (gpointer data)
{
  LpProgress *self = data;

  self->retry_source = 0;
  lp_progress_flush (self);
  return G_SOURCE_REMOVE;
}

gboolean
lp_progress_flush (LpProgress *self)
{
  GError *error = NULL;

  g_return_val_if_fail (LP_IS_PROGRESS (self), FALSE);
  if (!self->is_dirty)
    return TRUE;
  if (!write_book (self, &error) && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    {
      /* Another process has written it. */
      g_clear_error (&error);
      take_file (self);
      write_book (self, &error);
    }
  self->is_dirty = error != NULL;
  g_clear_handle_id (&self->retry_source, g_source_remove);
  if (self->is_dirty)
    self->retry_source = g_timeout_add_seconds (RETRY_SECONDS, on_retry, self);
  set_error (self, error);
  return !self->is_dirty;
}

/* `id` or NULL for any of them. */
static void
record (LpProgress *self, const char *id)
{
  self->is_dirty = TRUE;
  lp_progress_flush (self);
  g_signal_emit (self, changed_signal, 0, id);
}

char *
lp_progress_take_notice (LpProgress *self)
{
  g_return_val_if_fail (LP_IS_PROGRESS (self), NULL);
  return g_steal_pointer (&self->notice);
}

char *
lp_progress_dup_problem (LpProgress *self)
{
  g_return_val_if_fail (LP_IS_PROGRESS (self), NULL);

  if (self->error == NULL)
    return NULL;
  switch (self->error->code)
    {
    case G_IO_ERROR_NO_SPACE:
      return g_strdup (_("There is no room left on the disk: your progress is not recorded. Your drawings are kept "
                         "apart from it. Free some space; it is tried again by itself."));
    case G_IO_ERROR_PERMISSION_DENIED:
    case G_IO_ERROR_READ_ONLY:
      return g_strdup_printf (_("“%s” cannot be written: your progress is not recorded. Make it writable; it is tried "
                                "again by itself."),
                              self->path);
    default:
      return g_strdup_printf (_("Your progress is not recorded: %s. It is tried again by itself."),
                              self->error->message);
    }
}

/* --- the object -------------------------------------------------------------------------------------- */

LpProgress *
lp_progress_new (const char *path)
{
  LpProgress *self = g_object_new (LP_TYPE_PROGRESS, NULL);

  self->path = g_strdup (path);
  take_file (self);
  if (self->is_dirty)
    lp_progress_flush (self);
  return self;
}

LpProgress *
lp_progress_get_default (void)
{
  static LpProgress *progress;

  if (progress == NULL)
    {
      g_autofree char *path = g_build_filename (g_get_user_data_dir (), "loadpath", "progress.json", NULL);
      progress = lp_progress_new (path);
    }
  return progress;
}

static void
lp_progress_init (LpProgress *self)
{
  self->book = lp_progress_book_new ();
}

static void
lp_progress_dispose (GObject *object)
{
  LpProgress *self = LP_PROGRESS (object);

  if (self->is_dirty)
    lp_progress_flush (self);
  g_clear_handle_id (&self->retry_source, g_source_remove);
  G_OBJECT_CLASS (lp_progress_parent_class)->dispose (object);
}

static void
lp_progress_finalize (GObject *object)
{
  LpProgress *self = LP_PROGRESS (object);

  lp_progress_book_free (self->book);
  g_free (self->path);
  g_free (self->etag);
  g_free (self->notice);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (lp_progress_parent_class)->finalize (object);
}

static void
lp_progress_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PROBLEM)
    g_value_take_string (value, lp_progress_dup_problem (LP_PROGRESS (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lp_progress_class_init (LpProgressClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lp_progress_dispose;
  object_class->finalize = lp_progress_finalize;
  object_class->get_property = lp_progress_get_property;
  g_object_class_install_property (object_class, PROP_PROBLEM,
                                   g_param_spec_string ("problem", NULL, NULL, NULL,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  changed_signal = g_signal_new ("changed", LP_TYPE_PROGRESS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_STRING);
}

/* --- scenarios --------------------------------------------------------------------------------------- */

const LpScenarioProgress *
lp_progress_get (LpProgress *self, const char *id)
{
  static const LpScenarioProgress nothing;

  g_return_val_if_fail (LP_IS_PROGRESS (self) && id != NULL, &nothing);
  const LpScenarioProgress *progress = lp_progress_book_find (self->book, id);
  return progress != NULL ? progress : &nothing;
}

GStrv
lp_progress_list (LpProgress *self)
{
  g_return_val_if_fail (LP_IS_PROGRESS (self), NULL);

  guint n;
  g_autofree const char **ids = lp_progress_book_list (self->book, &n);
  return g_strdupv ((GStrv) ids);
}

void
lp_progress_begin (LpProgress *self, const char *id)
{
  g_return_if_fail (LP_IS_PROGRESS (self) && id != NULL);

  if (lp_progress_get (self, id)->running || lp_progress_get (self, id)->last.day != 0)
    return;
  LpScenarioProgress *progress = lp_progress_book_get (self->book, id);
  progress->running = TRUE;
  lp_scenario_progress_settle (progress);
  record (self, id);
}

void
lp_progress_take_hints (LpProgress *self, const char *id, guint n)
{
  g_return_if_fail (LP_IS_PROGRESS (self) && id != NULL);

  if (n <= lp_progress_get (self, id)->hints)
    return;
  lp_progress_book_get (self->book, id)->hints = n;
  record (self, id);
}

void
lp_progress_add_seconds (LpProgress *self, const char *id, guint seconds)
{
  g_return_if_fail (LP_IS_PROGRESS (self) && id != NULL);

  if (seconds == 0)
    return;
  lp_progress_book_get (self->book, id)->seconds += seconds;
  record (self, id);
}

static LpAnswerKind
kind_of (const LpTry *answer)
{
  if (answer->goals == 0 || answer->met < answer->goals)
    return LP_ANSWER_MISSED;
  return answer->hints > 0 ? LP_ANSWER_HELPED : LP_ANSWER_PASSED;
}

static void
count_answer (LpScenarioProgress *progress, const LpTry *answer)
{
  if (lp_try_is_better (answer, &progress->best))
    progress->best = *answer;
  progress->repetition = lp_schedule_after (progress->repetition, kind_of (answer), answer->day);
  lp_scenario_progress_settle (progress);
}

void
lp_progress_submit (LpProgress *self, const char *id, guint met, guint goals, LpDay today)
{
  g_return_if_fail (LP_IS_PROGRESS (self) && id != NULL);
  g_return_if_fail (met <= goals && g_date_valid_julian (today));

  LpScenarioProgress *progress = lp_progress_book_get (self->book, id);
  progress->last = (LpTry){ today, met, goals, progress->hints, progress->seconds };
  progress->running = FALSE;
  progress->tries++;
  count_answer (progress, &progress->last);
  record (self, id);
}

void
lp_progress_try_again (LpProgress *self, const char *id)
{
  g_return_if_fail (LP_IS_PROGRESS (self) && id != NULL);

  LpScenarioProgress *progress = lp_progress_book_get (self->book, id);
  progress->running = TRUE;
  progress->hints = 0;
  progress->seconds = 0;
  lp_scenario_progress_settle (progress);
  record (self, id);
}

void
lp_progress_record_answer (LpProgress *self, const char *id, LpTry answer)
{
  g_return_if_fail (LP_IS_PROGRESS (self) && id != NULL);
  g_return_if_fail (answer.met <= answer.goals && g_date_valid_julian (answer.day));

  count_answer (lp_progress_book_get (self->book, id), &answer);
  record (self, id);
}

void
lp_progress_reset (LpProgress *self, const char *id)
{
  g_return_if_fail (LP_IS_PROGRESS (self));

  if (id != NULL)
    g_hash_table_remove (self->book->entries, id);
  else
    {
      g_hash_table_remove_all (self->book->entries);
      g_array_set_size (self->book->exams, 0);
      g_ptr_array_set_size (self->book->exams_rest, 0);
    }
  record (self, id);
}

/* --- what comes back, and exams ---------------------------------------------------------------------- */

GArray *
lp_progress_list_schedule (LpProgress *self)
{
  GArray *scheduled = g_array_new (FALSE, FALSE, sizeof (LpScheduled));
  guint n;

  g_return_val_if_fail (LP_IS_PROGRESS (self), scheduled);
  g_autofree const char **ids = lp_progress_book_list (self->book, &n);
  for (guint i = 0; i < n; i++)
    {
      LpScheduled one = { g_intern_string (ids[i]), lp_progress_get (self, ids[i])->repetition };
      if (one.repetition.due != 0)
        g_array_append_val (scheduled, one);
    }
  lp_schedule_sort (scheduled);
  return scheduled;
}

void
lp_progress_clear_schedule (LpProgress *self, const char *id)
{
  GHashTableIter iter;
  gpointer key, value;

  g_return_if_fail (LP_IS_PROGRESS (self));
  g_hash_table_iter_init (&iter, self->book->entries);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (id == NULL || g_str_equal (key, id))
      ((LpProgressEntry *) value)->progress.repetition = (LpRepetition){ 0, 0 };
  record (self, id);
}

const GArray *
lp_progress_get_exams (LpProgress *self)
{
  g_return_val_if_fail (LP_IS_PROGRESS (self), NULL);
  return self->book->exams;
}

void
lp_progress_add_exam (LpProgress *self, LpExamRecord exam)
{
  g_return_if_fail (LP_IS_PROGRESS (self));
  g_return_if_fail (g_date_valid_julian (exam.day) && exam.questions > 0);

  g_array_append_val (self->book->exams, exam);
  g_ptr_array_add (self->book->exams_rest, NULL);
  record (self, NULL);
}

/* --- for another machine ----------------------------------------------------------------------------- */

gboolean
lp_progress_export (LpProgress *self, const char *path, GError **error)
{
  g_return_val_if_fail (LP_IS_PROGRESS (self), FALSE);

  g_autoptr (GBytes) bytes = lp_progress_book_write (self->book);
  return lp_file_write (path, bytes, error);
}

gboolean
lp_progress_import (LpProgress *self, const char *path, GError **error)
{
  g_return_val_if_fail (LP_IS_PROGRESS (self), FALSE);

  g_autoptr (GBytes) bytes = lp_file_read (path, error);
  LpBookState state;
  if (bytes == NULL)
    return FALSE;
  g_autoptr (LpProgressBook) book = lp_progress_book_read (bytes, &state);
  if (state == LP_BOOK_NEWER)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _("was written by a newer version of Loadpath; nothing was taken from it"));
  else if (state == LP_BOOK_DAMAGED)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _("is no file of progress, or is damaged; nothing was taken from it"));
  if (state != LP_BOOK_WHOLE)
    return FALSE;
  lp_progress_book_merge (self->book, book);
  record (self, NULL);
  return TRUE;
}
