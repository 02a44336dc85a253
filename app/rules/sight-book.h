/* Who must be worked out again when something changes: what was looked at (sights.h), by what looked at it. */
#pragma once

#include "rules/sights.h"

G_BEGIN_DECLS

/* What was worked out; 0 is none. */
typedef guint32 LpNote;

typedef struct
{
  guint8 kind;    /* the owner's own numbers, at least 1; 0: the note is free */
  guint16 round;  /* how often it was worked out: what it looked at earlier no longer counts */
  guint32 owner;
  guint32 subject;
} LpNoteInfo;

typedef struct _LpSightBook LpSightBook;

LpSightBook *lp_sight_book_new (guint n_components);
void lp_sight_book_free (LpSightBook *book);

/* Writes down what was looked at for the note in place of what was written before. Where nothing was looked at, a
 * note is not needed: 0 in, 0 out. */
LpNote lp_sight_book_write (LpSightBook *book, LpNote note, guint kind, guint owner, guint subject,
                            const LpSights *sights);
const LpNoteInfo *lp_sight_book_get (const LpSightBook *book, LpNote note);
/* Another number for what the note is about. */
void lp_sight_book_set_subject (LpSightBook *book, LpNote note, guint subject);
void lp_sight_book_drop (LpSightBook *book, LpNote note);
guint lp_sight_book_get_n_notes (const LpSightBook *book);

typedef void (*LpTouched) (const LpNoteInfo *note, gpointer data);

/* Calls `touched` for every note that looked at one of these parts of it; possibly several times. */
void lp_sight_book_touch (LpSightBook *book, guint component, guint parts, LpTouched touched, gpointer data);
void lp_sight_book_touch_wide (LpSightBook *book, LpSeenWide what, guint number, LpTouched touched, gpointer data);
/* Whether any note looked at it. */
gboolean lp_sight_book_is_read (LpSightBook *book, LpSeenWide what, guint number);
/* For those that looked at more components than could be told, and at everything. */
void lp_sight_book_touch_any (LpSightBook *book, guint parts, LpTouched touched, gpointer data);

/* Components have other numbers: `numbers` by their number before, LP_NONE for those that are gone. */
void lp_sight_book_renumber (LpSightBook *book, const guint *numbers, guint n_components);

/* Bytes, for whoever watches over memory. */
gsize lp_sight_book_get_size (const LpSightBook *book);

G_END_DECLS
