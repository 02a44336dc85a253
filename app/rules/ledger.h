/* What a review remembers of one rule: a verdict for each component or group that it looks at, and what was worked out
 * for it once. */
#pragma once

#include "rules/sight-book.h"
#include "rules/verdict-finding.h"

G_BEGIN_DECLS

/* What notes are about: LpNoteInfo.kind. The owner is the ledger's number, or the recollection's. */
enum
{
  LP_NOTE_VERDICT = 1, /* subject: the component, or LP_NONE */
  LP_NOTE_LASTING,     /* subject: the definition's number */
  LP_NOTE_ITEM,        /* subject: the component or connection */
};

#define LP_NO_VERDICT G_MAXUINT8

/* What a verdict adds to the findings of its rule. */
typedef struct
{
  LpFinding *finding;   /* NULL for a question that was asked before it; then it is made when it comes to be the first */
  GRefString *question; /* what is not known, or NULL */
  GPtrArray *ids;       /* of a question: what it would decide */
} LpPiece;

typedef struct
{
  LpPiece *piece; /* or NULL */
  LpNote note;
  guint8 outcome; /* or LP_NO_VERDICT: not yet, or told with its group */
  guint8 stale;
} LpSlot;

typedef struct
{
  guint n;
  guint components[];
} LpMembers;

typedef struct
{
  LpFindingMaker maker;
  guint number;
  guint n;             /* of slots: the candidates in the order in which they are looked at, or one for the design */
  LpSlot *slots;
  guint *subjects;     /* by slot */
  guint *first_slot;   /* by kind that the rule names */
  LpMembers **members; /* by slot, of rules for groups; NULL where it leads none */
  LpValue *lasting;    /* by definition, in the memory of the state's keeper */
  LpNote *lasting_notes;
  guint8 *lasting_stale;
  GArray *stale;       /* of guint: slots */
  gboolean off;        /* not to be used: it looks at nothing */
  gboolean busy;       /* something is stale */
  gboolean regroup;
  GHashTable *asked;   /* while it is worked out: questions that have their sentence */
  GPtrArray *findings; /* of LpFinding: all of the rule, in order */
  LpTally tally;
} LpLedger;

void lp_piece_free (LpPiece *piece);

static inline const LpRule *
lp_ledger_rule (const LpLedger *ledger)
{
  return ledger->maker.rule;
}

G_END_DECLS
