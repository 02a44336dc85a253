#include "model/document-private.h"

#include <glib/gi18n.h>

G_DEFINE_QUARK (lp-edit-error-quark, lp_edit_error)

G_DEFINE_FINAL_TYPE (LpDocument, lp_document, G_TYPE_OBJECT)

enum
{
  PROP_MODIFIED = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];
static guint signal_changed, signal_stepped;

/* --- changes ----------------------------------------------------------------------------------------- */

void
lp_document_apply_change (LpDocument *self, const LpChange *change, gpointer from, gpointer to)
{
  g_clear_pointer (&self->snapshot, lp_design_unref);
  if (change->table == LP_TABLE_HEADER)
    {
      lp_header_ref (to);
      lp_header_unref (self->header);
      self->header = to;
      return;
    }
  g_return_if_fail (change->table < LP_N_TABLES);
  LpTable *table = &self->tables[change->table];
  if (from == NULL)
    lp_table_insert (table, change->table, change->index, to);
  else if (to == NULL)
    lp_table_remove (table, change->table, from);
  else
    lp_table_set (table, change->table, g_hash_table_lookup (table->by_id, lp_record_id (change->table, from)), to);
}

static char *
latest_key (LpTableId table, const char *id)
{
  return g_strdup_printf ("%d %s", table, id);
}

void
lp_document_record_change (LpDocument *self, LpTableId table, gpointer before, gpointer after, guint index)
{
  g_return_if_fail (self->open != NULL);
  const char *id = lp_record_id (table, before != NULL ? before : after);
  g_autofree char *key = latest_key (table, id);
  guint last = GPOINTER_TO_UINT (g_hash_table_lookup (self->latest, key));
  LpChange change = { table, lp_record_ref (table, before), after, index };

  lp_document_apply_change (self, &change, before, after);
  if (last > 0 && after != NULL && g_array_index (self->open->changes, LpChange, last - 1).after != NULL)
    {
      LpChange *earlier = &g_array_index (self->open->changes, LpChange, last - 1);
      lp_record_unref (table, earlier->after);
      earlier->after = after;
      lp_record_unref (table, change.before);
      return;
    }
  g_array_append_val (self->open->changes, change);
  g_hash_table_insert (self->latest, g_steal_pointer (&key), GUINT_TO_POINTER (self->open->changes->len));
}

void
lp_document_revert_step (LpDocument *self, const LpStep *step)
{
  for (guint i = step->changes->len; i > 0; i--)
    {
      LpChange *change = &g_array_index (step->changes, LpChange, i - 1);
      lp_document_apply_change (self, change, change->after, change->before);
    }
}

static void
step_apply (LpDocument *self, const LpStep *step)
{
  for (guint i = 0; i < step->changes->len; i++)
    {
      LpChange *change = &g_array_index (step->changes, LpChange, i);
      lp_document_apply_change (self, change, change->before, change->after);
    }
}

static void
step_drop_idle_changes (LpStep *step)
{
  for (guint i = step->changes->len; i > 0; i--)
    {
      LpChange *change = &g_array_index (step->changes, LpChange, i - 1);
      if (lp_record_equal (change->table, change->before, change->after))
        g_array_remove_index (step->changes, i - 1);
    }
}

void
lp_document_set_revision (LpDocument *self, guint64 revision)
{
  self->revision = revision;
  g_signal_emit (self, signal_changed, 0, revision);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

/* --- transactions ------------------------------------------------------------------------------------ */

void
lp_document_begin (LpDocument *self, const char *label)
{
  g_return_if_fail (self->open == NULL);
  self->open = lp_step_new (label);
  g_hash_table_remove_all (self->latest);
}

gboolean
lp_document_in_transaction (LpDocument *self)
{
  return self->open != NULL;
}

gboolean
lp_document_commit (LpDocument *self)
{
  g_return_val_if_fail (self->open != NULL, FALSE);
  LpStep *step = g_steal_pointer (&self->open);
  step_drop_idle_changes (step);
  if (step->changes->len == 0)
    {
      lp_step_free (step);
      return FALSE;
    }
  step->revision_before = self->revision;
  step->revision_after = ++self->last_revision;
  g_ptr_array_set_size (self->history, self->done);
  g_ptr_array_add (self->history, step);
  self->done++;
  g_signal_emit (self, signal_stepped, 0, step, LP_STEP_COMMITTED);
  lp_document_set_revision (self, step->revision_after);
  return TRUE;
}

void
lp_document_rollback (LpDocument *self)
{
  g_return_if_fail (self->open != NULL);
  lp_document_revert_step (self, self->open);
  g_clear_pointer (&self->open, lp_step_free);
}

/* --- the primitives ---------------------------------------------------------------------------------- */

static gboolean
check_id (const char *id, GError **error)
{
  if (lp_id_is_valid (id))
    return TRUE;
  g_set_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_INVALID,
               _("“%s” cannot be an id; use letters, digits, - _ . : and /"), id);
  return FALSE;
}

static gboolean
check_exists (LpDocument *self, const char *id, GError **error)
{
  if (lp_table_lookup (&self->tables[LP_TABLE_COMPONENTS], id) != NULL)
    return TRUE;
  g_set_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_NO_SUCH, _("there is no component “%s”"), id);
  return FALSE;
}

static gboolean
check_container (LpDocument *self, const LpComponent *component, GError **error)
{
  for (const char *id = component->in; id != NULL;)
    {
      if (g_str_equal (id, component->id))
        {
          g_set_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_CYCLE, _("“%s” cannot stand inside itself"),
                       lp_component_get_name (component));
          return FALSE;
        }
      if (!check_exists (self, id, error))
        return FALSE;
      id = ((LpComponent *) lp_table_lookup (&self->tables[LP_TABLE_COMPONENTS], id))->in;
    }
  return TRUE;
}

/* Adds the record at the end, or puts it in the place of the one with its id. */
static void
put (LpDocument *self, LpTableId table, gpointer record)
{
  gpointer before = lp_table_lookup (&self->tables[table], lp_record_id (table, record));
  lp_document_record_change (self, table, before, record, g_sequence_get_length (self->tables[table].order));
}

gboolean
lp_document_put_component (LpDocument *self, LpComponent *component, GError **error)
{
  g_return_val_if_fail (self->open != NULL, FALSE);
  if (!check_id (component->id, error) || !check_container (self, component, error))
    {
      lp_component_unref (component);
      return FALSE;
    }
  put (self, LP_TABLE_COMPONENTS, component);
  return TRUE;
}

gboolean
lp_document_put_connection (LpDocument *self, LpConnection *connection, GError **error)
{
  g_return_val_if_fail (self->open != NULL, FALSE);
  if (!check_id (connection->id, error) || !check_exists (self, connection->from, error)
      || !check_exists (self, connection->to, error))
    {
      lp_connection_unref (connection);
      return FALSE;
    }
  put (self, LP_TABLE_CONNECTIONS, connection);
  return TRUE;
}

void
lp_document_put_header (LpDocument *self, LpHeader *header)
{
  g_return_if_fail (self->open != NULL);
  lp_document_record_change (self, LP_TABLE_HEADER, self->header, header, 0);
}

static void
remove_record (LpDocument *self, LpTableId id, gpointer record)
{
  LpTable *table = &self->tables[id];
  GSequenceIter *iter = g_hash_table_lookup (table->by_id, lp_record_id (id, record));
  lp_document_record_change (self, id, record, NULL, g_sequence_iter_get_position (iter));
}

/* --- what was said of what goes ---------------------------------------------------------------------- */

typedef gboolean (*IsGone) (LpDocument *self, gconstpointer data, const LpPin *pin);

static void
drop_pinned (LpDocument *self, GPtrArray *remarks, gsize offset, IsGone is_gone, gconstpointer data)
{
  for (guint i = remarks->len; i > 0; i--)
    if (is_gone (self, data, G_STRUCT_MEMBER_P (remarks->pdata[i - 1], offset)))
      g_ptr_array_remove_index (remarks, i - 1);
}

static gboolean
any_pinned (LpDocument *self, const GPtrArray *remarks, gsize offset, IsGone is_gone, gconstpointer data)
{
  for (guint i = 0; i < remarks->len; i++)
    if (is_gone (self, data, G_STRUCT_MEMBER_P (remarks->pdata[i], offset)))
      return TRUE;
  return FALSE;
}

/* Comments and waivers go with what they are pinned to, and come back with it. */
static void
drop_remarks (LpDocument *self, IsGone is_gone, gconstpointer data)
{
  const gsize of_comment = G_STRUCT_OFFSET (LpComment, pin), of_waiver = G_STRUCT_OFFSET (LpWaiver, pin);
  if (!any_pinned (self, self->header->comments, of_comment, is_gone, data)
      && !any_pinned (self, self->header->waivers, of_waiver, is_gone, data))
    return;
  LpHeader *header = lp_header_copy (self->header);
  drop_pinned (self, header->comments, of_comment, is_gone, data);
  drop_pinned (self, header->waivers, of_waiver, is_gone, data);
  lp_document_put_header (self, header);
}

static gboolean
is_pinned_to_connection (LpDocument *self, gconstpointer id, const LpPin *pin)
{
  return g_strcmp0 (pin->connection, id) == 0;
}

/* What never was there did not go. */
static gboolean
is_pinned_to_what_went (LpDocument *self, gconstpointer before, const LpPin *pin)
{
  return (pin->component != NULL && lp_design_find (before, pin->component) != LP_NONE
          && lp_document_get_component (self, pin->component) == NULL)
         || (pin->connection != NULL && lp_design_find_connection (before, pin->connection) != LP_NONE
             && lp_document_get_connection (self, pin->connection) == NULL);
}

gboolean
lp_document_remove_connection (LpDocument *self, const char *id, GError **error)
{
  g_return_val_if_fail (self->open != NULL, FALSE);
  gpointer connection = lp_table_lookup (&self->tables[LP_TABLE_CONNECTIONS], id);
  if (connection == NULL)
    {
      g_set_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_NO_SUCH, _("there is no connection “%s”"), id);
      return FALSE;
    }
  drop_remarks (self, is_pinned_to_connection, id);
  remove_record (self, LP_TABLE_CONNECTIONS, connection);
  return TRUE;
}

gboolean
lp_document_place_component (LpDocument *self, const char *id, const char *before, GError **error)
{
  g_return_val_if_fail (self->open != NULL, FALSE);
  LpTable *table = &self->tables[LP_TABLE_COMPONENTS];
  if (!check_exists (self, id, error) || (before != NULL && !check_exists (self, before, error)))
    return FALSE;
  GSequenceIter *iter = g_hash_table_lookup (table->by_id, id);
  GSequenceIter *place = before != NULL ? g_hash_table_lookup (table->by_id, before)
                                        : g_sequence_get_end_iter (table->order);
  if (place == iter || place == g_sequence_iter_next (iter))
    return TRUE;
  g_autoptr (LpComponent) component = lp_component_ref (g_sequence_get (iter));
  remove_record (self, LP_TABLE_COMPONENTS, component);
  lp_document_record_change (self, LP_TABLE_COMPONENTS, NULL, lp_component_ref (component),
                             g_sequence_iter_get_position (place));
  return TRUE;
}

static void
drop_connections (LpDocument *self, const LpDesign *design, LpIndices connections)
{
  for (guint i = 0; i < connections.n; i++)
    {
      const LpConnection *connection = lp_design_get_connection (design, connections.items[i]);
      gpointer present = lp_table_lookup (&self->tables[LP_TABLE_CONNECTIONS], connection->id);
      if (present != NULL)
        remove_record (self, LP_TABLE_CONNECTIONS, present);
    }
}

/* What reaches into a container that goes no longer does. */
static void
drop_spans (LpDocument *self, const LpDesign *design, guint container)
{
  LpIndices spanning = lp_design_get_spanned_by (design, container);
  const char *gone = lp_design_get_component (design, container)->id;
  for (guint i = 0; i < spanning.n; i++)
    {
      const LpComponent *then = lp_design_get_component (design, spanning.items[i]);
      LpComponent *present = lp_table_lookup (&self->tables[LP_TABLE_COMPONENTS], then->id);
      if (present == NULL)
        continue;
      LpComponent *copy = lp_component_copy (present);
      for (guint k = copy->spans->len; k > 0; k--)
        if (g_str_equal (copy->spans->pdata[k - 1], gone))
          g_ptr_array_remove_index (copy->spans, k - 1);
      put (self, LP_TABLE_COMPONENTS, copy);
    }
}

static void
remove_subtree (LpDocument *self, const LpDesign *design, guint component)
{
  LpIndices inside = lp_design_get_children (design, component);
  for (guint i = 0; i < inside.n; i++)
    remove_subtree (self, design, inside.items[i]);
  drop_connections (self, design, lp_design_get_outgoing (design, component));
  drop_connections (self, design, lp_design_get_incoming (design, component));
  drop_spans (self, design, component);
  remove_record (self, LP_TABLE_COMPONENTS,
                 lp_table_lookup (&self->tables[LP_TABLE_COMPONENTS], lp_design_get_component (design, component)->id));
}

gboolean
lp_document_remove_component (LpDocument *self, const char *id, GError **error)
{
  g_return_val_if_fail (self->open != NULL, FALSE);
  if (!check_exists (self, id, error))
    return FALSE;
  g_autoptr (LpDesign) design = lp_document_snapshot (self);
  remove_subtree (self, design, lp_design_find (design, id));
  drop_remarks (self, is_pinned_to_what_went, design);
  return TRUE;
}

/* --- reading ----------------------------------------------------------------------------------------- */

static void
append_ref (gpointer record, gpointer data)
{
  g_ptr_array_add (data, record);
}

LpDesign *
lp_document_snapshot (LpDocument *self)
{
  if (self->snapshot == NULL)
    {
      GPtrArray *components = g_ptr_array_new ();
      GPtrArray *connections = g_ptr_array_new ();
      g_sequence_foreach (self->tables[LP_TABLE_COMPONENTS].order, append_ref, components);
      g_sequence_foreach (self->tables[LP_TABLE_CONNECTIONS].order, append_ref, connections);
      g_ptr_array_foreach (components, (GFunc) (void (*) (void)) lp_component_ref, NULL);
      g_ptr_array_foreach (connections, (GFunc) (void (*) (void)) lp_connection_ref, NULL);
      self->snapshot = lp_design_new (lp_header_ref (self->header), components, connections);
    }
  return lp_design_ref (self->snapshot);
}

const LpComponent *
lp_document_get_component (LpDocument *self, const char *id)
{
  return lp_table_lookup (&self->tables[LP_TABLE_COMPONENTS], id);
}

const LpConnection *
lp_document_get_connection (LpDocument *self, const char *id)
{
  return lp_table_lookup (&self->tables[LP_TABLE_CONNECTIONS], id);
}

const LpHeader *
lp_document_get_header (LpDocument *self)
{
  return self->header;
}

char *
lp_document_unique_id (LpDocument *self, const char *wish)
{
  g_autofree char *id = g_strdup (wish);
  for (guint n = 2; lp_document_get_component (self, id) != NULL || lp_document_get_connection (self, id) != NULL; n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", wish, n);
    }
  return g_steal_pointer (&id);
}

/* --- history ----------------------------------------------------------------------------------------- */

static LpStep *
undo_step (LpDocument *self)
{
  return self->done > 0 && self->open == NULL ? self->history->pdata[self->done - 1] : NULL;
}

static LpStep *
redo_step (LpDocument *self)
{
  return self->done < self->history->len && self->open == NULL ? self->history->pdata[self->done] : NULL;
}

gboolean
lp_document_can_undo (LpDocument *self)
{
  return undo_step (self) != NULL;
}

gboolean
lp_document_can_redo (LpDocument *self)
{
  return redo_step (self) != NULL;
}

const char *
lp_document_get_undo_label (LpDocument *self)
{
  LpStep *step = undo_step (self);
  return step != NULL ? step->label : NULL;
}

const char *
lp_document_get_redo_label (LpDocument *self)
{
  LpStep *step = redo_step (self);
  return step != NULL ? step->label : NULL;
}

void
lp_document_undo (LpDocument *self)
{
  LpStep *step = undo_step (self);
  if (step == NULL)
    return;
  lp_document_revert_step (self, step);
  self->done--;
  g_signal_emit (self, signal_stepped, 0, step, LP_STEP_UNDONE);
  lp_document_set_revision (self, step->revision_before);
}

void
lp_document_redo (LpDocument *self)
{
  LpStep *step = redo_step (self);
  if (step == NULL)
    return;
  step_apply (self, step);
  self->done++;
  g_signal_emit (self, signal_stepped, 0, step, LP_STEP_REDONE);
  lp_document_set_revision (self, step->revision_after);
}

gboolean
lp_document_join (LpDocument *self)
{
  if (self->open != NULL || self->done < 2 || self->done < self->history->len)
    return FALSE;
  LpStep *first = self->history->pdata[self->done - 2], *second = self->history->pdata[self->done - 1];
  if (first->revision_after == self->saved_revision)
    return FALSE;
  g_array_append_vals (first->changes, second->changes->data, second->changes->len);
  /* The records are the first step's now. */
  g_array_set_clear_func (second->changes, NULL);
  first->revision_after = second->revision_after;
  g_ptr_array_set_size (self->history, --self->done);
  g_signal_emit (self, signal_stepped, 0, first, LP_STEP_JOINED);
  return TRUE;
}

guint64
lp_document_get_revision (LpDocument *self)
{
  return self->revision;
}

void
lp_document_mark_saved (LpDocument *self)
{
  lp_document_mark_saved_as_of (self, self->revision);
}

void
lp_document_mark_saved_as_of (LpDocument *self, guint64 revision)
{
  self->saved_revision = revision;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

void
lp_document_mark_unsaved (LpDocument *self)
{
  self->saved_revision = G_MAXUINT64;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

gboolean
lp_document_is_modified (LpDocument *self)
{
  return self->revision != self->saved_revision;
}

/* --- object ------------------------------------------------------------------------------------------ */

static void
lp_document_finalize (GObject *object)
{
  LpDocument *self = LP_DOCUMENT (object);
  g_clear_pointer (&self->open, lp_step_free);
  g_clear_pointer (&self->snapshot, lp_design_unref);
  g_ptr_array_unref (self->history);
  g_hash_table_unref (self->latest);
  for (guint i = 0; i < LP_N_TABLES; i++)
    lp_table_clear (&self->tables[i]);
  lp_header_unref (self->header);
  G_OBJECT_CLASS (lp_document_parent_class)->finalize (object);
}

static void
lp_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_MODIFIED)
    g_value_set_boolean (value, lp_document_is_modified (LP_DOCUMENT (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
lp_document_class_init (LpDocumentClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  object_class->finalize = lp_document_finalize;
  object_class->get_property = lp_document_get_property;
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signal_changed = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_UINT64);
  signal_stepped = g_signal_new ("stepped", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_UINT);
}

static void
lp_document_init (LpDocument *self)
{
  for (guint i = 0; i < LP_N_TABLES; i++)
    lp_table_init (&self->tables[i], i);
  self->header = lp_header_new ();
  self->history = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_step_free);
  self->latest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

LpDocument *
lp_document_new (void)
{
  return g_object_new (LP_TYPE_DOCUMENT, NULL);
}

LpDocument *
lp_document_new_from_design (LpDesign *design)
{
  LpDocument *self = lp_document_new ();
  lp_header_unref (self->header);
  self->header = lp_header_ref ((LpHeader *) lp_design_get_header (design));
  for (guint i = 0; i < lp_design_get_n_components (design); i++)
    lp_table_insert (&self->tables[LP_TABLE_COMPONENTS], LP_TABLE_COMPONENTS, i,
                  (gpointer) lp_design_get_component (design, i));
  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    lp_table_insert (&self->tables[LP_TABLE_CONNECTIONS], LP_TABLE_CONNECTIONS, i,
                  (gpointer) lp_design_get_connection (design, i));
  self->snapshot = lp_design_ref (design);
  return self;
}
