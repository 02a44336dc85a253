/* Putting a document into a state that was recorded elsewhere: a journal's steps, or the design of a file. */
#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/* What a step does to one record: `record` takes the place of the one with that id, or comes in as number `index`
 * where there is none; NULL: the one with that id goes. */
typedef struct
{
  LpTableId table;
  char *id;        /* "" for the header */
  gpointer record; /* or NULL */
  guint index;
} LpReplayOp;

/* An array of LpReplayOp that frees what they hold. */
GArray *lp_replay_ops_new (void);

/* Before the first step: the present state has this number, and is the one that was saved. */
void lp_document_replay_begin (LpDocument *document, guint64 revision);
/* Does what the ops say, in their order, and gives the new state its number. The history then has it as a step that
 * was made (and nothing to redo behind it), or where `undone`, as one that was taken back: the ops are then what the
 * undo did, and nothing is left to undo before it. Refuses with LP_EDIT_ERROR, and leaves the document as it was, what
 * would break what a document always holds. */
gboolean lp_document_replay (LpDocument *document, const char *label, const GArray *ops, guint64 revision,
                             gboolean undone, GError **error);

/* How many steps can be undone, and how many redone. */
guint lp_document_get_n_undo (LpDocument *document);
guint lp_document_get_n_redo (LpDocument *document);

/* Inside a transaction: makes the document what the design is. What is equal already is left alone. */
void lp_document_become (LpDocument *document, const LpDesign *design);

G_END_DECLS
