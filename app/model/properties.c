#include "model/properties.h"

#include "base/intern.h"

struct _LpProperties
{
  gatomicrefcount refs;
  guint n;
  LpProperty items[];
};

static LpProperties *
allocate (guint n)
{
  LpProperties *self = g_malloc0 (sizeof (LpProperties) + n * sizeof (LpProperty));
  g_atomic_ref_count_init (&self->refs);
  return self;
}

static void
append (LpProperties *self, const char *name, JsonNode *value)
{
  json_node_seal (value);
  self->items[self->n++] = (LpProperty){ lp_intern (name), value };
}

LpProperties *
lp_properties_new (void)
{
  return allocate (0);
}

LpProperties *
lp_properties_ref (LpProperties *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
lp_properties_unref (LpProperties *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < self->n; i++)
    {
      g_ref_string_release (self->items[i].name);
      json_node_unref (self->items[i].value);
    }
  g_free (self);
}

guint
lp_properties_get_size (const LpProperties *self)
{
  return self != NULL ? self->n : 0;
}

const LpProperty *
lp_properties_get (const LpProperties *self, guint index)
{
  g_return_val_if_fail (index < self->n, NULL);
  return &self->items[index];
}

JsonNode *
lp_properties_lookup (const LpProperties *self, const char *name)
{
  for (guint i = 0; self != NULL && i < self->n; i++)
    if (g_str_equal (self->items[i].name, name))
      return self->items[i].value;
  return NULL;
}

const char *
lp_properties_lookup_string (const LpProperties *self, const char *name)
{
  JsonNode *node = lp_properties_lookup (self, name);
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

LpProperties *
lp_properties_with (const LpProperties *self, const char *name, JsonNode *value)
{
  LpProperties *copy = allocate (self->n + 1);
  for (guint i = 0; i < self->n; i++)
    if (!g_str_equal (self->items[i].name, name))
      append (copy, self->items[i].name, json_node_ref (self->items[i].value));
    else if (value != NULL)
      append (copy, name, g_steal_pointer (&value));
  if (value != NULL)
    append (copy, name, value);
  return copy;
}

LpProperties *
lp_properties_read (LpJsonValue object)
{
  LpJsonWalk walk = lp_json_value_walk (object), count = walk;
  LpJsonValue name, value;
  guint n = 0;
  while (lp_json_walk_member (&count, &name, &value))
    n++;
  LpProperties *self = allocate (n);
  while (lp_json_walk_member (&walk, &name, &value))
    {
      g_autofree char *key = lp_json_value_dup_string (name);
      append (self, key, lp_json_value_to_node (value));
    }
  return self;
}

gboolean
lp_properties_equal (const LpProperties *a, const LpProperties *b)
{
  if (a == b)
    return TRUE;
  if (a->n != b->n)
    return FALSE;
  for (guint i = 0; i < a->n; i++)
    if (!g_str_equal (a->items[i].name, b->items[i].name) || !json_node_equal (a->items[i].value, b->items[i].value))
      return FALSE;
  return TRUE;
}
