/* What stands in a journal, as text: its head, and what happened to the document since. */
#pragma once

#include "model/replay.h"

G_BEGIN_DECLS

/* What the changes start from. Beside it the journal holds the document itself. */
typedef struct
{
  guint64 revision;
  char *uri;         /* of the file that holds it; NULL: none does */
  char *checksum;    /* SHA-256 of the file's bytes, in hexadecimal digits, or NULL */
  char *etag;        /* or NULL */
  char *name;        /* what it was imported from, for the title; or NULL */
  char *wanted_name; /* of a file for what was imported; or NULL */
} LpJournalHead;

typedef enum
{
  LP_ENTRY_COMMIT,
  LP_ENTRY_UNDO,
  LP_ENTRY_REDO,
  LP_ENTRY_JOIN,
  LP_ENTRY_SAVING, /* a file is about to hold what `revision` was */
  LP_ENTRY_SAVED,  /* and does */
} LpEntryKind;

typedef struct
{
  LpEntryKind kind;
  guint64 revision;      /* that the document has from then on; of a save, the one that is written */
  char *label;           /* of the step, where it has ops */
  GArray *ops;           /* of LpReplayOp; NULL where the journal holds the step already */
  char *uri, *checksum;  /* of a save */
} LpJournalEntry;

void lp_journal_head_write (GString *out, const LpJournalHead *head);
/* With `whole`, what the step changed is written as well: not needed where the journal has it from before. */
void lp_journal_step_write (GString *out, const LpStep *step, LpStepFate fate, gboolean whole);
void lp_journal_save_write (GString *out, LpEntryKind kind, guint64 revision, const char *uri, const char *checksum);

/* Refuse with LP_READ_ERROR: VERSION for a journal of a newer Loadpath. What is read is filled in; clear it also
 * after an error. */
gboolean lp_journal_head_read (const char *payload, gsize length, LpJournalHead *head, GError **error);
gboolean lp_journal_entry_read (const char *payload, gsize length, LpJournalEntry *entry, GError **error);
void lp_journal_head_copy (LpJournalHead *to, const LpJournalHead *from);
void lp_journal_head_clear (LpJournalHead *head);
void lp_journal_entry_clear (LpJournalEntry *entry);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LpJournalHead, lp_journal_head_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LpJournalEntry, lp_journal_entry_clear)

G_END_DECLS
