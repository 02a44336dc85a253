/* Dated notes (data/notes): what the exam's notes say, what holds now, and since when. A rule whose findings rest on
 * such a change names its note. */
#pragma once

#include "rules/facts.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;      /* "nlb-client-ip" */
  LpText then;   /* what the notes say */
  LpText now;    /* what holds now */
  char *since;   /* YYYY-MM-DD or YYYY-MM; NULL where no day is known */
  char *source;  /* an address */
  LpSureness sure;
} LpNote;

/* Reads one file into `notes` (of LpNote, free with lp_note_free()). Refuses in LP_READ_ERROR, at the place of the
 * mistake; what came before it stays. */
gboolean lp_notes_read (GPtrArray *notes, GBytes *bytes, const char *file, GError **error);
void lp_note_free (LpNote *note);

/* Those that are built in, by id: read at the first call, which aborts where one is broken (a test reads them).
 * Borrowed, never freed, thread-safe. */
const GPtrArray *lp_notes_get_default (void);
/* NULL where there is none. */
const LpNote *lp_note_find (const char *id);

G_END_DECLS
