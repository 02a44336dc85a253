/* What the files of the session share. */
#pragma once

#include "io/format.h"
#include "session/journal.h"
#include "session/recovery.h"
#include "session/session.h"

G_BEGIN_DECLS

struct _LpSession
{
  GObject parent_instance;

  LpDocument *document;
  GFile *file;              /* or NULL */
  char *etag;               /* of the file as it was last read or written here; NULL: not known */
  char *checksum;           /* SHA-256 of the bytes that were read; NULL: not known */
  char *name;               /* what it was imported from, for the title; or NULL */
  char *wanted_name;        /* of a file for what was imported, without an ending; or NULL */
  GStrv notes;
  LpImport *import;         /* kept where it has further parts, else NULL */
  GFile *source;            /* what that was read from, or NULL */
  GStrv part_names;

  LpReview *review;         /* or NULL */
  guint64 reviewed_revision;
  GCancellable *reviewing;  /* of the review under way, or NULL */
  gboolean review_again;    /* the document changed under it */

  LpJournal *journal;       /* or NULL, where the process keeps none */
  GError *journal_error;    /* why what is edited now is not kept, or NULL */
  LpRecovered *restored;    /* after a crash, until it was saved or refused; else NULL */
};

/* session-journal.c. Follows the document from its present state on; again, where nothing was edited yet, when more is
 * known of the file. */
void lp_session_start_journal (LpSession *session);
void lp_session_take_journal (LpSession *session, LpRecovered *recovered);
/* For the end of the session: what is not saved stays for the next start. */
void lp_session_end_journal (LpSession *session);
/* session-restore.c */
void lp_session_end_restoring (LpSession *session);

/* Starts a review of the present state; where one is under way it is cancelled, and another follows it. */
void lp_session_start_review (LpSession *session);
/* For the end of the session. */
void lp_session_stop_review (LpSession *session);
/* "orders" for orders.loadpath. Free with g_free(). */
char *lp_session_name_of_file (GFile *file);
void lp_session_set_file (LpSession *session, GFile *file, const char *etag);

G_END_DECLS
