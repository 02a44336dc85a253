#include "rules/design-change.h"

static gboolean
same_text (const char *a, const char *b)
{
  return a == b || g_strcmp0 (a, b) == 0;
}

static gboolean
same_spans (const LpComponent *a, const LpComponent *b)
{
  if (a->spans->len != b->spans->len)
    return FALSE;
  for (guint i = 0; i < a->spans->len; i++)
    if (!same_text (a->spans->pdata[i], b->spans->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
same_set (const LpProperties *a, const LpProperties *b)
{
  return a == b || lp_properties_equal (a, b);
}

static gboolean
is_same_component (gconstpointer a, gconstpointer b)
{
  const LpComponent *x = a, *y = b;
  return x == y || (same_text (x->id, y->id) && same_text (x->kind, y->kind));
}

static gboolean
is_same_connection (gconstpointer a, gconstpointer b)
{
  const LpConnection *x = a, *y = b;
  return x == y
         || (same_text (x->id, y->id) && same_text (x->kind, y->kind) && same_text (x->from, y->from)
             && same_text (x->to, y->to));
}

/* One table of the two designs. */
typedef struct
{
  const LpDesign *before, *after;
  guint n_before, n_after;
  gconstpointer (*get) (const LpDesign *design, guint number);
  guint (*find) (const LpDesign *design, const char *id);
  const char *(*id) (gconstpointer record);
  gboolean (*is_same) (gconstpointer a, gconstpointer b);
  guint *numbers;
  GArray *added, *removed;
} Matching;

static void
append (GArray *list, guint number)
{
  g_array_append_val (list, number);
}

/* Both lists are walked along together; ids are looked up only where they part. FALSE where something that stayed is
 * in another place. */
static gboolean
match (Matching *self)
{
  guint i = 0, j = 0;

  while (i < self->n_before || j < self->n_after)
    {
      gconstpointer a = i < self->n_before ? self->get (self->before, i) : NULL;
      gconstpointer b = j < self->n_after ? self->get (self->after, j) : NULL;
      if (a != NULL && b != NULL && self->is_same (a, b))
        {
          self->numbers[i++] = j++;
          continue;
        }
      gboolean same_id = a != NULL && b != NULL && same_text (self->id (a), self->id (b));
      gboolean a_is_gone = a != NULL && (same_id || self->find (self->after, self->id (a)) == LP_NONE);
      gboolean b_is_new = b != NULL && (same_id || self->find (self->before, self->id (b)) == LP_NONE);
      if (!a_is_gone && !b_is_new)
        return FALSE;
      if (a_is_gone)
        {
          append (self->removed, i);
          self->numbers[i++] = LP_NONE;
        }
      if (b_is_new)
        append (self->added, j++);
    }
  return TRUE;
}

static gconstpointer
get_component (const LpDesign *design, guint number)
{
  return lp_design_peek_component (design, number);
}

static gconstpointer
get_connection (const LpDesign *design, guint number)
{
  return lp_design_peek_connection (design, number);
}

static const char *
component_id (gconstpointer record)
{
  return ((const LpComponent *) record)->id;
}

static const char *
connection_id (gconstpointer record)
{
  return ((const LpConnection *) record)->id;
}

/* What became something else is gone for all that hang on it. */
static gboolean
lost_one (const LpDesignChange *self, LpIndices list)
{
  for (guint i = 0; i < list.n; i++)
    if (self->components[list.items[i]] == LP_NONE)
      return TRUE;
  return FALSE;
}

static gboolean
lost_container (const LpDesignChange *self, guint before)
{
  guint parent = lp_design_get_parent (self->before, before);
  return parent != LP_NONE && self->components[parent] == LP_NONE;
}

static void
compare_component (LpDesignChange *self, guint before, guint after)
{
  const LpComponent *a = lp_design_peek_component (self->before, before);
  const LpComponent *b = lp_design_peek_component (self->after, after);

  self->shifted |= before != after;
  if (!same_text (a->in, b->in) || (self->removed->len > 0 && lost_container (self, before)))
    append (self->moved, after);
  if (!same_spans (a, b)
      || (self->removed->len > 0 && lost_one (self, lp_design_get_spans (self->before, before))))
    append (self->respanned, after);
  if (a == b)
    return;
  if (!same_text (a->label, b->label) || !same_set (a->set, b->set))
    append (self->edited, after);
}

static void
compare_connection (LpDesignChange *self, guint before, guint after)
{
  guint ends[] = { lp_design_get_source (self->before, before), lp_design_get_target (self->before, before) };
  if (lost_one (self, (LpIndices){ ends, G_N_ELEMENTS (ends) }))
    {
      self->connections[before] = LP_NONE;
      append (self->removed_lines, before);
      append (self->added_lines, after);
      return;
    }
  const LpConnection *a = lp_design_peek_connection (self->before, before);
  const LpConnection *b = lp_design_peek_connection (self->after, after);

  self->shifted |= before != after;
  if (a != b && (!same_text (a->label, b->label) || !same_set (a->set, b->set)))
    append (self->edited_lines, after);
}

static void
compare_requirements (GHashTable *names, const LpProperties *a, const LpProperties *b)
{
  for (guint i = 0; i < lp_properties_get_size (a); i++)
    {
      const LpProperty *property = lp_properties_get (a, i);
      JsonNode *other = lp_properties_lookup (b, property->name);
      if (other == NULL || (other != property->value && !json_node_equal (other, property->value)))
        g_hash_table_add (names, g_strdup (property->name));
    }
}

static void
compare_headers (LpDesignChange *self)
{
  const LpHeader *a = lp_design_get_header (self->before), *b = lp_design_get_header (self->after);

  self->header = a != b;
  if (a->requirements == b->requirements)
    return;
  compare_requirements (self->requirements, a->requirements, b->requirements);
  compare_requirements (self->requirements, b->requirements, a->requirements);
}

LpDesignChange *
lp_design_change_new (LpDesign *before, LpDesign *after)
{
  LpDesignChange *self = g_new0 (LpDesignChange, 1);
  guint n = lp_design_get_n_components (before), m = lp_design_get_n_connections (before);
  GArray **lists[] = { &self->added, &self->removed, &self->moved, &self->respanned,
                       &self->edited, &self->added_lines, &self->removed_lines, &self->edited_lines };

  self->before = lp_design_ref (before);
  self->after = lp_design_ref (after);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    *lists[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  self->requirements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->components = g_new (guint, n + 1);
  self->connections = g_new (guint, m + 1);
  Matching components = { before, after, n, lp_design_get_n_components (after), get_component, lp_design_find,
                          component_id, is_same_component, self->components, self->added, self->removed };
  Matching connections = { before, after, m, lp_design_get_n_connections (after), get_connection,
                           lp_design_find_connection, connection_id, is_same_connection, self->connections,
                           self->added_lines, self->removed_lines };
  self->comparable = match (&components) && match (&connections);
  for (guint i = 0; self->comparable && i < n; i++)
    if (self->components[i] != LP_NONE)
      compare_component (self, i, self->components[i]);
  for (guint i = 0; self->comparable && i < m; i++)
    if (self->connections[i] != LP_NONE)
      compare_connection (self, i, self->connections[i]);
  compare_headers (self);
  return self;
}

void
lp_design_change_free (LpDesignChange *self)
{
  GArray *lists[] = { self->added, self->removed, self->moved, self->respanned,
                      self->edited, self->added_lines, self->removed_lines, self->edited_lines };
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_array_unref (lists[i]);
  g_hash_table_unref (self->requirements);
  g_free (self->components);
  g_free (self->connections);
  lp_design_unref (self->before);
  lp_design_unref (self->after);
  g_free (self);
}

gboolean
lp_design_change_is_structural (const LpDesignChange *self)
{
  return self->added->len > 0 || self->removed->len > 0 || self->moved->len > 0 || self->respanned->len > 0
         || self->added_lines->len > 0 || self->removed_lines->len > 0;
}
