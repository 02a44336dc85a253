/* What the files of the session share. */
#pragma once

#include "io/format.h"
#include "learning/scenario.h"
#include "rules/review-state.h"
#include "session/journal.h"
#include "session/recovery.h"
#include "session/session.h"

G_BEGIN_DECLS

/* What a configuration makes of the review. Immutable; threads may share it. */
typedef struct
{
  gatomicrefcount refs;
  LpConfiguration *configuration; /* or NULL */
  LpPack *pack;
  GPtrArray *problems; /* what is wrong with it or with the user's own rules, as lines for people */
} LpReviewSetup;

/* session-configuration.c. For documents of the folder (NULL: they have none yet), with the rules of the user's own folders,
 * as lp_rule_folders_list() gives them. Reads files. */
LpReviewSetup *lp_review_setup_load (const char *folder, const char *const *own);
LpReviewSetup *lp_review_setup_ref (LpReviewSetup *setup);
void lp_review_setup_unref (LpReviewSetup *setup);
/* Goes on from what `state` remembers. NULL where it was cancelled. */
LpReview *lp_review_setup_review (LpReviewSetup *setup, LpReviewState *state, LpDesign *design,
                                  GCancellable *cancellable);

/* A state of the document that is being written to a file. */
typedef struct
{
  GFile *file;
  LpDesign *design;
  guint64 revision;
  char *etag;     /* that the file must still have; NULL: any */
  char *new_etag; /* that it has now */
  char *checksum; /* of what was written */
  LpJournal *journal; /* or NULL */
} LpSave;

/* session-keep.c: of a session that saves itself. */
typedef struct _LpKeeper LpKeeper;

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

  LpReview *review;         /* all of it; or NULL */
  const LpScenario *hiding; /* what it keeps from view is left out of what is shown; or NULL */
  LpReview *shown;          /* what is left of it then; NULL: not made yet */
  LpPack *shown_pack;       /* and of these rules; or NULL */
  LpPack *shown_of;
  guint64 reviewed_revision;
  GCancellable *reviewing;  /* of the review under way, or NULL */
  gboolean review_again;    /* the document changed under it */
  LpReviewState *review_state; /* what the last one remembers; NULL while one is under way */
  LpReviewSetup *setup;     /* that the last review had; NULL: they are to be read */
  GPtrArray *configuration_monitors; /* of GFileMonitor */
  guint configuration_source; /* of the reading that is to come, or 0 */
  guint rule_follower;        /* of the user's own rules, or 0 */

  LpJournal *journal;       /* or NULL, where the process keeps none */
  GError *journal_error;    /* why what is edited now is not kept, or NULL */
  LpRecovered *restored;    /* after a crash, until it was saved or refused; else NULL */
  LpKeeper *keeper;         /* or NULL, where the person saves it */
};

/* session-save.c. The present state, for lp_save_write(), which may run on any thread. */
LpSave *lp_save_new (LpSession *session, GFile *file, gboolean force);
gboolean lp_save_write (LpSave *save, GCancellable *cancellable, GError **error);
void lp_save_free (LpSave *save);
/* What was written is what the session's file holds. */
void lp_session_take_save (LpSession *session, const LpSave *save);

/* session-keep.c. The session begins or ends saving itself, as its file asks. */
void lp_session_update_keeper (LpSession *session);
/* The document has changed, or whether it is saved has. */
void lp_session_wake_keeper (LpSession *session);
/* For the end of the session: writes what is not written, unless the person has given it up. */
void lp_session_end_keeper (LpSession *session, gboolean write);

/* session-journal.c. Follows the document from its present state on; again, where nothing was edited yet, when more is
 * known of the file. */
void lp_session_start_journal (LpSession *session);
void lp_session_take_journal (LpSession *session, LpRecovered *recovered);
/* For the end of the session: what is not saved stays for the next start. */
void lp_session_end_journal (LpSession *session);
/* session-restore.c */
void lp_session_end_restoring (LpSession *session);

/* session-configuration.c. Of the folder of the present file, from now on. */
void lp_session_watch_configuration (LpSession *session);
void lp_session_end_configuration (LpSession *session);

/* session-hiding.c */
void lp_session_forget_shown (LpSession *session);

/* Starts a review of the present state; where one is under way, another follows it, which goes on from what that one
 * worked out. */
void lp_session_start_review (LpSession *session);
/* For the end of the session. */
void lp_session_stop_review (LpSession *session);
/* "orders" for orders.loadpath. Free with g_free(). */
char *lp_session_name_of_file (GFile *file);
void lp_session_set_file (LpSession *session, GFile *file, const char *etag);

G_END_DECLS
