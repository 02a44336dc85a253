#include "model/design.h"

#include "base/buckets.h"

struct _LpDesign
{
  gatomicrefcount refs;
  LpHeader *header;
  GPtrArray *components, *connections;
  GHashTable *by_id, *connections_by_id; /* id -> number + 1 */
  guint *parent, *depth;                 /* by component */
  guint *from, *to;                      /* by connection */
  LpBuckets children;                    /* bucket n is the top level */
  LpBuckets outgoing, incoming, spans, spanned_by;
};

static __thread LpDesignWatch watching;

void
lp_design_set_watch (LpDesignWatch watch)
{
  watching = watch;
}

static inline void
tell (guint component, guint parts)
{
  if (G_UNLIKELY (watching != NULL))
    watching (component, parts);
}

static LpIndices
indices (const LpBuckets *buckets, guint key)
{
  return (LpIndices){ buckets->items + buckets->first[key], lp_buckets_count (buckets, key) };
}

static guint
lookup (GHashTable *table, const char *id)
{
  return id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (table, id)) - 1 : LP_NONE;
}

static void
index_components (LpDesign *self)
{
  guint n = self->components->len;
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n; i++)
    g_hash_table_insert (self->by_id, ((LpComponent *) self->components->pdata[i])->id, GUINT_TO_POINTER (i + 1));

  self->parent = g_new (guint, n);
  g_autofree guint *list = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    {
      self->parent[i] = lookup (self->by_id, ((LpComponent *) self->components->pdata[i])->in);
      list[i] = self->parent[i] != LP_NONE ? self->parent[i] : n;
    }
  self->children = lp_buckets_new (list, n, n + 1);
}

/* A container may stand behind what it holds, so depths are found by walking down from the top. */
static void
index_depths (LpDesign *self)
{
  guint n = self->components->len;
  g_autofree guint *queue = g_new (guint, n + 1);
  guint head = 0, tail = 0;

  self->depth = g_new0 (guint, n);
  LpIndices top = indices (&self->children, n);
  for (guint i = 0; i < top.n; i++)
    queue[tail++] = top.items[i];
  while (head < tail)
    {
      guint container = queue[head++];
      LpIndices inside = indices (&self->children, container);
      for (guint i = 0; i < inside.n; i++)
        {
          self->depth[inside.items[i]] = self->depth[container] + 1;
          queue[tail++] = inside.items[i];
        }
    }
}

static void
index_connections (LpDesign *self)
{
  guint n = self->components->len, m = self->connections->len;
  self->connections_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->from = g_new (guint, m);
  self->to = g_new (guint, m);
  for (guint i = 0; i < m; i++)
    {
      const LpConnection *connection = self->connections->pdata[i];
      g_hash_table_insert (self->connections_by_id, connection->id, GUINT_TO_POINTER (i + 1));
      self->from[i] = lookup (self->by_id, connection->from);
      self->to[i] = lookup (self->by_id, connection->to);
    }
  self->outgoing = lp_buckets_new (self->from, m, n);
  self->incoming = lp_buckets_new (self->to, m, n);
}

static void
index_spans (LpDesign *self)
{
  guint n = self->components->len;
  g_autoptr (GArray) who = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) what = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n; i++)
    {
      const LpComponent *component = self->components->pdata[i];
      for (guint k = 0; k < component->spans->len; k++)
        {
          guint container = lookup (self->by_id, component->spans->pdata[k]);
          if (container == LP_NONE)
            continue;
          g_array_append_val (who, i);
          g_array_append_val (what, container);
        }
    }
  self->spans = lp_buckets_new_of ((guint *) who->data, (guint *) what->data, who->len, n);
  self->spanned_by = lp_buckets_new_of ((guint *) what->data, (guint *) who->data, who->len, n);
}

LpDesign *
lp_design_new (LpHeader *header, GPtrArray *components, GPtrArray *connections)
{
  LpDesign *self = g_new0 (LpDesign, 1);
  g_atomic_ref_count_init (&self->refs);
  self->header = header;
  self->components = components;
  self->connections = connections;
  g_ptr_array_set_free_func (components, (GDestroyNotify) lp_component_unref);
  g_ptr_array_set_free_func (connections, (GDestroyNotify) lp_connection_unref);
  index_components (self);
  index_depths (self);
  index_connections (self);
  index_spans (self);
  return self;
}

LpDesign *
lp_design_ref (LpDesign *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
lp_design_unref (LpDesign *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->connections_by_id);
  g_free (self->parent);
  g_free (self->depth);
  g_free (self->from);
  g_free (self->to);
  lp_buckets_clear (&self->children);
  lp_buckets_clear (&self->outgoing);
  lp_buckets_clear (&self->incoming);
  lp_buckets_clear (&self->spans);
  lp_buckets_clear (&self->spanned_by);
  g_ptr_array_unref (self->components);
  g_ptr_array_unref (self->connections);
  lp_header_unref (self->header);
  g_free (self);
}

const LpHeader *
lp_design_get_header (const LpDesign *self)
{
  tell (LP_NONE, LP_READ_HEADER);
  return self->header;
}

guint
lp_design_get_n_components (const LpDesign *self)
{
  tell (LP_NONE, LP_READ_LIST);
  return self->components->len;
}

guint
lp_design_get_n_connections (const LpDesign *self)
{
  tell (LP_NONE, LP_READ_LIST);
  return self->connections->len;
}

const LpComponent *
lp_design_get_component (const LpDesign *self, guint component)
{
  g_return_val_if_fail (component < self->components->len, NULL);
  tell (component, LP_READ_RECORD);
  return self->components->pdata[component];
}

const LpConnection *
lp_design_get_connection (const LpDesign *self, guint connection)
{
  g_return_val_if_fail (connection < self->connections->len, NULL);
  tell (self->from[connection], LP_READ_LINES);
  return self->connections->pdata[connection];
}

const LpComponent *
lp_design_peek_component (const LpDesign *self, guint component)
{
  return self->components->pdata[component];
}

const LpConnection *
lp_design_peek_connection (const LpDesign *self, guint connection)
{
  return self->connections->pdata[connection];
}

guint
lp_design_find (const LpDesign *self, const char *component_id)
{
  guint found = lookup (self->by_id, component_id);
  tell (found, found != LP_NONE ? LP_READ_RECORD : LP_READ_LIST);
  return found;
}

guint
lp_design_find_connection (const LpDesign *self, const char *connection_id)
{
  guint found = lookup (self->connections_by_id, connection_id);
  tell (found != LP_NONE ? self->from[found] : LP_NONE, found != LP_NONE ? LP_READ_LINES : LP_READ_LIST);
  return found;
}

guint
lp_design_get_parent (const LpDesign *self, guint component)
{
  tell (component, LP_READ_ABOVE);
  return self->parent[component];
}

guint
lp_design_get_depth (const LpDesign *self, guint component)
{
  tell (component, LP_READ_ABOVE);
  return self->depth[component];
}

LpIndices
lp_design_get_children (const LpDesign *self, guint component)
{
  tell (component, component != LP_NONE ? LP_READ_CHILDREN : LP_READ_LIST);
  return indices (&self->children, component != LP_NONE ? component : self->components->len);
}

LpIndices
lp_design_get_outgoing (const LpDesign *self, guint component)
{
  tell (component, LP_READ_LINES);
  return indices (&self->outgoing, component);
}

LpIndices
lp_design_get_incoming (const LpDesign *self, guint component)
{
  tell (component, LP_READ_LINES);
  return indices (&self->incoming, component);
}

guint
lp_design_get_source (const LpDesign *self, guint connection)
{
  return self->from[connection];
}

guint
lp_design_get_target (const LpDesign *self, guint connection)
{
  return self->to[connection];
}

guint
lp_design_get_common_container (const LpDesign *self, guint connection)
{
  guint a = self->parent[self->from[connection]], b = self->parent[self->to[connection]];
  tell (self->from[connection], LP_READ_ABOVE);
  tell (self->to[connection], LP_READ_ABOVE);
  while (a != b)
    if (b == LP_NONE || (a != LP_NONE && self->depth[a] >= self->depth[b]))
      a = self->parent[a];
    else
      b = self->parent[b];
  return a;
}

LpIndices
lp_design_get_spans (const LpDesign *self, guint component)
{
  tell (component, LP_READ_SPANS);
  return indices (&self->spans, component);
}

LpIndices
lp_design_get_spanned_by (const LpDesign *self, guint component)
{
  tell (component, LP_READ_SPANS);
  return indices (&self->spanned_by, component);
}

gboolean
lp_design_is_within (const LpDesign *self, guint component, guint ancestor)
{
  tell (component, LP_READ_ABOVE);
  while (component != ancestor && component != LP_NONE)
    component = self->parent[component];
  return component == ancestor;
}
