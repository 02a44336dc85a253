/* What the file of progress holds, and how it is read, written and put together. Plain data. */
#pragma once

#include <json-glib/json-glib.h>

#include "learning/progress.h"

G_BEGIN_DECLS

#define LP_PROGRESS_VERSION 1

typedef struct
{
  LpScenarioProgress progress;
  JsonObject *rest; /* members that are not known, or NULL */
} LpProgressEntry;

typedef struct
{
  GHashTable *entries; /* id -> LpProgressEntry */
  GArray *exams;       /* of LpExamRecord */
  GPtrArray *exams_rest; /* for each exam its members that are not known: JsonObject or NULL */
  JsonObject *rest;    /* members that are not known, or NULL */
} LpProgressBook;

typedef enum
{
  LP_BOOK_WHOLE,
  LP_BOOK_DAMAGED, /* what can be read is there */
  LP_BOOK_NEWER,   /* of a newer version, the same */
} LpBookState;

LpProgressBook *lp_progress_book_new (void);
/* Never NULL. A text that is no JSON is read line by line: each scenario stands on a line of its own. */
LpProgressBook *lp_progress_book_read (GBytes *bytes, LpBookState *state);
GBytes *lp_progress_book_write (const LpProgressBook *book);
void lp_progress_book_free (LpProgressBook *book);

/* Makes one where there is none. */
LpProgressEntry *lp_progress_book_get_entry (LpProgressBook *book, const char *id);
/* NULL where there is none. */
LpScenarioProgress *lp_progress_book_find (const LpProgressBook *book, const char *id);
LpScenarioProgress *lp_progress_book_get (LpProgressBook *book, const char *id);
/* Sorted; free with g_free(), the ids are borrowed. */
const char **lp_progress_book_list (const LpProgressBook *book, guint *n);

/* Sets the state from the rest. */
void lp_scenario_progress_settle (LpScenarioProgress *progress);
/* More of the goals, then fewer hints, then less time. */
gboolean lp_try_is_better (const LpTry *a, const LpTry *b);
/* Of both the best. */
void lp_progress_book_merge (LpProgressBook *book, const LpProgressBook *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpProgressBook, lp_progress_book_free)

G_END_DECLS
