/* After a crash: what the journals hold that nobody is writing to any more. */
#pragma once

#include "session/journal-entry.h"

G_BEGIN_DECLS

/* What became of the file that was being edited. */
typedef enum
{
  LP_RECOVERED_SAME,     /* it is as it was: the changes belong on top of it */
  LP_RECOVERED_CHANGED,  /* it was changed since */
  LP_RECOVERED_MISSING,  /* it is not there, or cannot be read */
  LP_RECOVERED_TWICE,    /* it is as it was, but other changes were restored on top of it already */
  LP_RECOVERED_UNTITLED, /* there was none */
} LpRecoveredState;

/* A journal that was played. */
typedef struct
{
  LpRecoveredState state;
  LpDocument *document; /* with its history; what counts as saved is what the file holds, or held */
  LpDesign *base;       /* what the file holds, where it is the same; else NULL */
  LpJournalHead head;   /* with the file's etag of now where it is the same */
  char *path;           /* of the journal */
  int fd;               /* open and locked, or -1 once it was taken over */
  goffset size;         /* of what was played */
  char *kept;           /* where all of a damaged journal is kept, or NULL */
} LpRecovered;

typedef struct
{
  GPtrArray *recovered; /* of LpRecovered; between two steps the caller may take them out */
  GPtrArray *kept;      /* of char *: journals of which nothing could be read, where they are now */
  GPtrArray *waiting;   /* of char *: journals that were not looked at yet */
  GHashTable *on_top;   /* of char *: the files on top of which changes were restored */
} LpRecovery;

/* Only looks at what there is. Never NULL. */
LpRecovery *lp_recovery_new (const char *folder);
/* Plays the next journal, which may or may not add to what was recovered. Reads files: for a thread. FALSE where
 * there is none left. */
gboolean lp_recovery_step (LpRecovery *recovery);

/* Plays every journal of the folder that has no owner. Those whose changes are all in their file are removed; those
 * that cannot be read never. Reads files: for a thread. Never NULL. */
LpRecovery *lp_recovery_run (const char *folder);
/* Whether there is anything to look at: quick, for a start without a crash before it. */
gboolean lp_recovery_is_needed (const char *folder);
void lp_recovery_free (LpRecovery *recovery);
void lp_recovered_free (LpRecovered *recovered);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpRecovery, lp_recovery_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpRecovered, lp_recovered_free)

G_END_DECLS
