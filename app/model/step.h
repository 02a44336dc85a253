/* One step of a document's history: what a transaction changed, with what was there before. */
#pragma once

#include "model/table.h"

G_BEGIN_DECLS

/* A record before and a record after; one of them is NULL where it was added or removed. */
typedef struct
{
  LpTableId table;
  gpointer before, after;
  guint index; /* where it stood, or stands, for records that come and go */
} LpChange;

/* Immutable for everybody but its document, and only until the next step: copy what is to be kept. */
typedef struct
{
  char *label;                              /* what the history shows */
  GArray *changes;                          /* of LpChange, in the order in which they were made */
  guint64 revision_before, revision_after;
} LpStep;

LpStep *lp_step_new (const char *label);
/* With references of its own to the records: another thread may read and free it. */
LpStep *lp_step_copy (const LpStep *step);
void lp_step_free (LpStep *step);

/* What became of a step. */
typedef enum
{
  LP_STEP_COMMITTED,
  LP_STEP_UNDONE,
  LP_STEP_REDONE,
  LP_STEP_JOINED, /* the two last steps are this one now */
} LpStepFate;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpStep, lp_step_free)

G_END_DECLS
