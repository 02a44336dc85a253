#include "model/replay.h"

#include <glib/gi18n.h>

#include "model/document-private.h"

static void
op_clear (gpointer data)
{
  LpReplayOp *op = data;
  g_free (op->id);
  lp_record_unref (op->table, op->record);
}

GArray *
lp_replay_ops_new (void)
{
  GArray *ops = g_array_new (FALSE, TRUE, sizeof (LpReplayOp));
  g_array_set_clear_func (ops, op_clear);
  return ops;
}

void
lp_document_replay_begin (LpDocument *self, guint64 revision)
{
  self->last_revision = revision;
  self->saved_revision = revision;
  lp_document_set_revision (self, revision);
}

/* --- one step ---------------------------------------------------------------------------------------- */

static gpointer
find_present (LpDocument *self, const LpReplayOp *op)
{
  return op->table == LP_TABLE_HEADER ? (gpointer) self->header : lp_table_lookup (&self->tables[op->table], op->id);
}

static gboolean
apply_op (LpDocument *self, const LpReplayOp *op, GArray *changes, GError **error)
{
  gpointer present = find_present (self, op);
  LpChange change = { op->table, NULL, NULL, 0 };
  if ((present == NULL && op->record == NULL) || (op->table == LP_TABLE_HEADER && op->record == NULL))
    {
      g_set_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_NO_SUCH, _("there is nothing with the id “%s”"), op->id);
      return FALSE;
    }
  if (present == NULL)
    change.index = MIN (op->index, (guint) g_sequence_get_length (self->tables[op->table].order));
  else if (op->record == NULL)
    change.index = g_sequence_iter_get_position (g_hash_table_lookup (self->tables[op->table].by_id, op->id));
  change.before = lp_record_ref (op->table, present);
  change.after = lp_record_ref (op->table, op->record);
  lp_document_apply_change (self, &change, change.before, change.after);
  g_array_append_val (changes, change);
  return TRUE;
}

static gboolean
check_reference (LpDocument *self, const char *id, GError **error)
{
  if (id == NULL || lp_document_get_component (self, id) != NULL)
    return TRUE;
  g_set_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_NO_SUCH, _("there is no component “%s”"), id);
  return FALSE;
}

static gboolean
check_component (LpDocument *self, const LpComponent *component, GError **error)
{
  guint steps = 0, most = g_sequence_get_length (self->tables[LP_TABLE_COMPONENTS].order);
  for (guint i = 0; i < component->spans->len; i++)
    if (!check_reference (self, component->spans->pdata[i], error))
      return FALSE;
  for (const LpComponent *c = component; c->in != NULL; c = lp_document_get_component (self, c->in))
    if (!check_reference (self, c->in, error))
      return FALSE;
    else if (++steps > most)
      {
        g_set_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_CYCLE, _("“%s” cannot stand inside itself"), component->id);
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_record (LpDocument *self, LpTableId table, gconstpointer record, GError **error)
{
  if (table == LP_TABLE_COMPONENTS)
    return check_component (self, record, error);
  const LpConnection *connection = record;
  return check_reference (self, connection->from, error) && check_reference (self, connection->to, error);
}

static gboolean
check_all (LpDocument *self, GError **error)
{
  for (LpTableId table = 0; table < LP_N_TABLES; table++)
    for (GSequenceIter *iter = g_sequence_get_begin_iter (self->tables[table].order); !g_sequence_iter_is_end (iter);
         iter = g_sequence_iter_next (iter))
      if (!check_record (self, table, g_sequence_get (iter), error))
        return FALSE;
  return TRUE;
}

/* Where a component went, anything may have referred to it. */
static gboolean
check_changes (LpDocument *self, const GArray *changes, GError **error)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const LpChange *change = &g_array_index (changes, LpChange, i);
      if (change->table == LP_TABLE_COMPONENTS && change->after == NULL)
        return check_all (self, error);
    }
  for (guint i = 0; i < changes->len; i++)
    {
      const LpChange *change = &g_array_index (changes, LpChange, i);
      if (change->table == LP_TABLE_HEADER || change->after == NULL)
        continue;
      gconstpointer present = lp_table_lookup (&self->tables[change->table],
                                               lp_record_id (change->table, change->after));
      if (present != NULL && !check_record (self, change->table, present, error))
        return FALSE;
    }
  return TRUE;
}

/* What the ops undid, as the step that they undid. */
static void
turn_round (LpStep *step)
{
  for (guint i = 0, k = step->changes->len; i < k; i++)
    {
      LpChange *a = &g_array_index (step->changes, LpChange, i);
      LpChange *b = &g_array_index (step->changes, LpChange, --k);
      LpChange first = *a, last = *b;
      *a = (LpChange){ last.table, last.after, last.before, last.index };
      if (a != b)
        *b = (LpChange){ first.table, first.after, first.before, first.index };
    }
}

static void
add_to_history (LpDocument *self, LpStep *step, guint64 revision, gboolean undone)
{
  step->revision_before = undone ? revision : self->revision;
  step->revision_after = undone ? self->revision : revision;
  if (undone)
    {
      turn_round (step);
      g_ptr_array_remove_range (self->history, 0, self->done);
      self->done = 0;
      g_ptr_array_insert (self->history, 0, step);
    }
  else
    {
      g_ptr_array_set_size (self->history, self->done);
      g_ptr_array_add (self->history, step);
      self->done++;
    }
  self->last_revision = MAX (self->last_revision, revision);
  lp_document_set_revision (self, revision);
}

gboolean
lp_document_replay (LpDocument *self, const char *label, const GArray *ops, guint64 revision, gboolean undone,
                    GError **error)
{
  g_return_val_if_fail (self->open == NULL, FALSE);
  LpStep *step = lp_step_new (label);
  gboolean good = TRUE;

  for (guint i = 0; good && i < ops->len; i++)
    good = apply_op (self, &g_array_index (ops, LpReplayOp, i), step->changes, error);
  if (!good || !check_changes (self, step->changes, error))
    {
      lp_document_revert_step (self, step);
      lp_step_free (step);
      return FALSE;
    }
  add_to_history (self, step, revision, undone);
  return TRUE;
}

guint
lp_document_get_n_undo (LpDocument *self)
{
  return self->done;
}

guint
lp_document_get_n_redo (LpDocument *self)
{
  return self->history->len - self->done;
}

/* --- as another design is ---------------------------------------------------------------------------- */

typedef gconstpointer (*GetRecord) (const LpDesign *design, guint index);

static void
remove_others (LpDocument *self, LpTableId id, const LpDesign *design, guint (*find) (const LpDesign *, const char *))
{
  GSequenceIter *iter = g_sequence_get_begin_iter (self->tables[id].order);
  while (!g_sequence_iter_is_end (iter))
    {
      gpointer record = g_sequence_get (iter);
      guint index = g_sequence_iter_get_position (iter);
      iter = g_sequence_iter_next (iter);
      if (find (design, lp_record_id (id, record)) == LP_NONE)
        lp_document_record_change (self, id, record, NULL, index);
    }
}

/* Everything in the table is in the design as well. */
static void
put_all (LpDocument *self, LpTableId id, const LpDesign *design, guint n, GetRecord get)
{
  LpTable *table = &self->tables[id];
  GSequenceIter *iter = g_sequence_get_begin_iter (table->order);
  for (guint i = 0; i < n; i++)
    {
      gpointer wanted = (gpointer) get (design, i);
      gpointer here = g_sequence_iter_is_end (iter) ? NULL : g_sequence_get (iter);
      if (here != NULL && g_str_equal (lp_record_id (id, here), lp_record_id (id, wanted)))
        {
          iter = g_sequence_iter_next (iter);
          if (!lp_record_equal (id, here, wanted))
            lp_document_record_change (self, id, here, lp_record_ref (id, wanted), 0);
          continue;
        }
      GSequenceIter *elsewhere = g_hash_table_lookup (table->by_id, lp_record_id (id, wanted));
      if (elsewhere != NULL)
        lp_document_record_change (self, id, g_sequence_get (elsewhere), NULL, g_sequence_iter_get_position (elsewhere));
      lp_document_record_change (self, id, NULL, lp_record_ref (id, wanted), i);
    }
}

void
lp_document_become (LpDocument *self, const LpDesign *design)
{
  g_return_if_fail (self->open != NULL);
  lp_document_record_change (self, LP_TABLE_HEADER, self->header,
                             lp_header_ref ((LpHeader *) lp_design_get_header (design)), 0);
  remove_others (self, LP_TABLE_CONNECTIONS, design, lp_design_find_connection);
  remove_others (self, LP_TABLE_COMPONENTS, design, lp_design_find);
  put_all (self, LP_TABLE_COMPONENTS, design, lp_design_get_n_components (design),
           (GetRecord) lp_design_get_component);
  put_all (self, LP_TABLE_CONNECTIONS, design, lp_design_get_n_connections (design),
           (GetRecord) lp_design_get_connection);
}
