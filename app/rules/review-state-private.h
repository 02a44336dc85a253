/* What the files of the remembering review share. */
#pragma once

#include "rules/ledger.h"
#include "rules/review-state.h"
#include "rules/survey-move.h"
#include "expr/keep.h"

G_BEGIN_DECLS

/* What the condition of one macro gave for each item of a list of the schema. */
typedef struct
{
  guint number;
  guint ledger;
  guint definition; /* LP_NONE: of the verdict on the design */
  gboolean of_connections;
  guint n;
  guint8 *known;    /* by item: 0, or 1 + what holds */
  LpNote *notes;    /* by item; NULL until one looks at something else */
} LpRecollection;

struct _LpReviewState
{
  LpPack *pack;
  LpFacts *facts;
  LpConfiguration *configuration; /* or NULL */
  gboolean strict;
  LpLanguage language;
  LpSurvey *survey;    /* NULL: nothing is remembered */
  LpExprRun *asking;   /* where lasting definitions are worked out */
  LpExprRun *keeper;   /* whose memory holds them */
  gsize keeper_size;   /* once it was tidied */
  LpSightBook *book;
  LpLedger *ledgers;   /* by rule */
  guint n_ledgers;
  GHashTable *by_kind; /* interned -> GArray of ledger numbers */
  GArray *everywhere;  /* ledgers of rules for all kinds */
  guint *rank;         /* by component: its place among those of its kind */
  GPtrArray *recollections;
  GHashTable *by_macro; /* macro -> LpRecollection */
  gconstpointer last_macro;
  LpRecollection *last;
  LpSights item_sights[2]; /* of the survey's run, and of `asking` */
  LpLedger *now;       /* at work */
  guint now_definition;
  guint8 *touched;     /* by component: is stale with all that looks at it first */
  guint touched_parts; /* of any component */
  gboolean anything;   /* was touched */
  GPtrArray *requirement_checks, **component_checks, **connection_checks; /* of LpFinding; NULL: none */
  LpReviewWork work;
};

/* state-change.c: everything that rests on what has changed becomes stale, and the survey is of the new design. */
void lp_review_state_change (LpReviewState *state, const LpDesignChange *change);
/* Promises the flow that the lists of lasting definitions stay where they are. */
void lp_review_state_keep_lists (LpReviewState *state);
/* Checks of the document for one component or connection. */
void lp_review_state_check (LpReviewState *state, guint component, guint connection);

/* state-slots.c */
void lp_ledger_fill (LpReviewState *state, LpLedger *ledger);
/* Gives the ledger slots for the components that its rule looks at now, each with the verdict that it had; `numbers` by
 * the number before, or NULL. */
void lp_ledger_refill (LpReviewState *state, LpLedger *ledger, const guint *numbers);
void lp_ledger_clear (LpReviewState *state, LpLedger *ledger);
void lp_review_state_rank (LpReviewState *state);
void lp_ledger_mark (LpLedger *ledger, guint slot);
/* The slot of a component that the rule looks at; LP_NONE where it does not. */
guint lp_ledger_find (const LpReviewState *state, const LpLedger *ledger, guint component);

/* state-work.c: brings the ledger up to date. FALSE where it was cancelled. */
gboolean lp_ledger_work (LpReviewState *state, LpLedger *ledger, GCancellable *cancellable);
/* Makes what is read of definitions, and the items of macros, known to the state. */
void lp_review_state_attach (LpReviewState *state);
void lp_recollection_free (gpointer recollection);
/* Makes stale what the note is about. */
void lp_review_state_mark (const LpNoteInfo *note, gpointer state);

G_END_DECLS
