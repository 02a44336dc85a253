/* Reviewing a design again and again while it is edited: what an edit cannot have changed is not worked out anew. */
#pragma once

#include "rules/review.h"

G_BEGIN_DECLS

typedef struct _LpReviewState LpReviewState;

LpReviewState *lp_review_state_new (void);
void lp_review_state_free (LpReviewState *state);

/* The same as lp_review_run() gives, byte for byte. The first time, and where the pack, the options or the day are
 * others, everything is worked out; then only what rests on what differs from the design before. One thread at a time.
 * NULL only where it was cancelled, which starts afresh the next time. */
LpReview *lp_review_run_after (LpReviewState *state, LpPack *pack, LpDesign *design, const LpReviewOptions *options);

/* What the last review did, for tests and benches. */
typedef struct
{
  gboolean whole;       /* everything */
  guint n_verdicts;     /* worked out */
  guint n_lasting;      /* definitions worked out */
  gsize n_bytes;        /* that the state holds, roughly */
} LpReviewWork;

const LpReviewWork *lp_review_state_get_work (const LpReviewState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpReviewState, lp_review_state_free)

G_END_DECLS
