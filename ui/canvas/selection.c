#include "ui/canvas/selection.h"

struct _LpSelection
{
  GObject parent_instance;
  GPtrArray *ids;  /* of char *, owned */
  GHashTable *set; /* the same: of many elements each is asked for */
};

G_DEFINE_FINAL_TYPE (LpSelection, lp_selection, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
append (LpSelection *self, const char *id)
{
  char *copy = g_strdup (id);

  g_ptr_array_add (self->ids, copy);
  g_hash_table_add (self->set, copy);
}

static void
remove_at (LpSelection *self, guint index)
{
  g_hash_table_remove (self->set, g_ptr_array_index (self->ids, index));
  g_ptr_array_remove_index (self->ids, index);
}

static void
emit_changed (LpSelection *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

LpSelection *
lp_selection_new (void)
{
  return g_object_new (LP_TYPE_SELECTION, NULL);
}

guint
lp_selection_get_size (LpSelection *self)
{
  return self->ids->len;
}

const char *
lp_selection_get (LpSelection *self, guint index)
{
  return g_ptr_array_index (self->ids, index);
}

const char *
lp_selection_get_single (LpSelection *self)
{
  return self->ids->len == 1 ? g_ptr_array_index (self->ids, 0) : NULL;
}

gboolean
lp_selection_contains (LpSelection *self, const char *id)
{
  return g_hash_table_contains (self->set, id);
}

void
lp_selection_set (LpSelection *self, const char *id)
{
  lp_selection_set_all (self, (const char *const[]) { id, NULL });
}

static gboolean
holds_just (LpSelection *self, const char *const *ids)
{
  guint n = 0;

  for (; ids[n] != NULL; n++)
    if (n >= self->ids->len || !g_str_equal (g_ptr_array_index (self->ids, n), ids[n]))
      return FALSE;
  return n == self->ids->len;
}

void
lp_selection_set_all (LpSelection *self, const char *const *ids)
{
  g_return_if_fail (LP_IS_SELECTION (self));

  if (holds_just (self, ids))
    return;
  /* The new array first: `ids` may point into the old one. */
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->ids);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  g_hash_table_remove_all (self->set);
  for (guint i = 0; ids[i] != NULL; i++)
    if (!g_hash_table_contains (self->set, ids[i]))
      append (self, ids[i]);
  emit_changed (self);
}

void
lp_selection_toggle (LpSelection *self, const char *id)
{
  g_return_if_fail (LP_IS_SELECTION (self));

  guint index;
  if (g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, &index))
    remove_at (self, index);
  else
    append (self, id);
  emit_changed (self);
}

void
lp_selection_prune (LpSelection *self, const LpDesign *design)
{
  g_return_if_fail (LP_IS_SELECTION (self));

  guint before = self->ids->len;
  for (guint i = before; i-- > 0;)
    {
      const char *id = g_ptr_array_index (self->ids, i);
      if (lp_design_find (design, id) == LP_NONE && lp_design_find_connection (design, id) == LP_NONE)
        remove_at (self, i);
    }
  if (self->ids->len != before)
    emit_changed (self);
}

GStrv
lp_selection_dup_ids (LpSelection *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->ids->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (self->ids, i));
  return g_strv_builder_end (builder);
}

static void
lp_selection_finalize (GObject *object)
{
  LpSelection *self = LP_SELECTION (object);

  g_hash_table_unref (self->set);
  g_ptr_array_unref (self->ids);
  G_OBJECT_CLASS (lp_selection_parent_class)->finalize (object);
}

static void
lp_selection_class_init (LpSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lp_selection_finalize;
  signals[CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lp_selection_init (LpSelection *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->set = g_hash_table_new (g_str_hash, g_str_equal);
}
