/* The records of a document, whichever their type: what the document keeps, and what its history puts back. */
#pragma once

#include "model/element.h"
#include "model/header.h"

G_BEGIN_DECLS

typedef enum
{
  LP_TABLE_COMPONENTS,
  LP_TABLE_CONNECTIONS,
  LP_N_TABLES,
  LP_TABLE_HEADER = LP_N_TABLES, /* one record, without an id */
} LpTableId;

/* The records of one type: their order in the file, and by id. */
typedef struct
{
  GSequence *order;
  GHashTable *by_id; /* id (owned by the record) -> GSequenceIter */
} LpTable;

/* A record of that table; NULL is fine, and equals NULL alone. */
gpointer lp_record_ref (LpTableId table, gpointer record);
void lp_record_unref (LpTableId table, gpointer record);
gboolean lp_record_equal (LpTableId table, gconstpointer a, gconstpointer b);
/* Borrowed; "" for the header. */
const char *lp_record_id (LpTableId table, gconstpointer record);

void lp_table_init (LpTable *table, LpTableId id);
void lp_table_clear (LpTable *table);
/* Borrowed; NULL where there is none. */
gpointer lp_table_lookup (const LpTable *table, const char *id);
/* Takes a reference to the record: in the place of the one with its id, at `iter`; or as number `index`. */
void lp_table_set (LpTable *table, LpTableId id, GSequenceIter *iter, gpointer record);
void lp_table_insert (LpTable *table, LpTableId id, guint index, gpointer record);
/* Lets go of the one with the record's id, which is there. */
void lp_table_remove (LpTable *table, LpTableId id, gpointer record);

G_END_DECLS
