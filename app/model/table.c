#include "model/table.h"

gpointer
lp_record_ref (LpTableId table, gpointer record)
{
  if (record == NULL)
    return NULL;
  switch (table)
    {
    case LP_TABLE_COMPONENTS:
      return lp_component_ref (record);
    case LP_TABLE_CONNECTIONS:
      return lp_connection_ref (record);
    case LP_TABLE_HEADER:
      break;
    }
  return lp_header_ref (record);
}

void
lp_record_unref (LpTableId table, gpointer record)
{
  if (record == NULL)
    return;
  switch (table)
    {
    case LP_TABLE_COMPONENTS:
      lp_component_unref (record);
      break;
    case LP_TABLE_CONNECTIONS:
      lp_connection_unref (record);
      break;
    case LP_TABLE_HEADER:
      lp_header_unref (record);
      break;
    }
}

gboolean
lp_record_equal (LpTableId table, gconstpointer a, gconstpointer b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return table == LP_TABLE_COMPONENTS ? lp_component_equal (a, b)
                                   : table == LP_TABLE_CONNECTIONS ? lp_connection_equal (a, b) : a == b;
}

const char *
lp_record_id (LpTableId table, gconstpointer record)
{
  switch (table)
    {
    case LP_TABLE_COMPONENTS:
      return ((const LpComponent *) record)->id;
    case LP_TABLE_CONNECTIONS:
      return ((const LpConnection *) record)->id;
    case LP_TABLE_HEADER:
      break;
    }
  return "";
}

gpointer
lp_table_lookup (const LpTable *table, const char *id)
{
  GSequenceIter *iter = id != NULL ? g_hash_table_lookup (table->by_id, id) : NULL;
  return iter != NULL ? g_sequence_get (iter) : NULL;
}

/* The key of the hash table is the record's own id, so it is put in anew with every record. */
void
lp_table_set (LpTable *table, LpTableId id, GSequenceIter *iter, gpointer record)
{
  g_hash_table_remove (table->by_id, lp_record_id (id, record));
  g_sequence_set (iter, lp_record_ref (id, record));
  g_hash_table_insert (table->by_id, (gpointer) lp_record_id (id, record), iter);
}

void
lp_table_insert (LpTable *table, LpTableId id, guint index, gpointer record)
{
  GSequenceIter *before = g_sequence_get_iter_at_pos (table->order, index);
  GSequenceIter *iter = g_sequence_insert_before (before, lp_record_ref (id, record));
  g_hash_table_insert (table->by_id, (gpointer) lp_record_id (id, record), iter);
}

void
lp_table_remove (LpTable *table, LpTableId id, gpointer record)
{
  GSequenceIter *iter = g_hash_table_lookup (table->by_id, lp_record_id (id, record));
  g_hash_table_remove (table->by_id, lp_record_id (id, record));
  g_sequence_remove (iter);
}

void
lp_table_init (LpTable *table, LpTableId id)
{
  table->order = g_sequence_new (id == LP_TABLE_COMPONENTS ? (GDestroyNotify) lp_component_unref
                                                           : (GDestroyNotify) lp_connection_unref);
  table->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

void
lp_table_clear (LpTable *table)
{
  g_clear_pointer (&table->by_id, g_hash_table_unref);
  g_clear_pointer (&table->order, g_sequence_free);
}
