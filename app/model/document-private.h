/* What the files of the document share. */
#pragma once

#include "model/document.h"
#include "model/table.h"

G_BEGIN_DECLS

struct _LpDocument
{
  GObject parent_instance;
  LpTable tables[LP_N_TABLES];
  LpHeader *header;
  LpDesign *snapshot;  /* of the present state, or NULL */
  LpStep *open;        /* the transaction, or NULL */
  GHashTable *latest;  /* in the transaction: record id -> index + 1 of its last change, per table */
  GPtrArray *history;  /* of LpStep */
  guint done;          /* steps of the history that are in force */
  guint64 revision, saved_revision, last_revision;
};

/* Puts `to` where `from` is. The records are those of one change, in either direction. */
void lp_document_apply_change (LpDocument *document, const LpChange *change, gpointer from, gpointer to);
/* In the transaction: applies and records a change; `after` (or NULL) is taken over. Another change of a record that
 * the transaction changed already only moves that change's end, so that a long drag is one change. */
void lp_document_record_change (LpDocument *document, LpTableId table, gpointer before, gpointer after, guint index);
/* Takes back a step that is in force; the history is left alone. */
void lp_document_revert_step (LpDocument *document, const LpStep *step);
/* Sets the number of the present state and says so. */
void lp_document_set_revision (LpDocument *document, guint64 revision);

G_END_DECLS
