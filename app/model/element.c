#include "model/element.h"

#include "base/intern.h"
#include "base/json-node.h"

static void
assign (GRefString **field, const char *value)
{
  GRefString *fresh = value != NULL ? lp_intern (value) : NULL;
  g_clear_pointer (field, g_ref_string_release);
  *field = fresh;
}

static GRefString *
share (GRefString *string)
{
  return string != NULL ? g_ref_string_acquire (string) : NULL;
}

static void
set_property (LpProperties **set, const char *name, JsonNode *value)
{
  LpProperties *fresh = lp_properties_with (*set, name, value);
  lp_properties_unref (*set);
  *set = fresh;
}

/* --- components -------------------------------------------------------------------------------------- */

LpComponent *
lp_component_new (const char *id, const char *kind)
{
  LpComponent *self = g_new0 (LpComponent, 1);
  g_atomic_ref_count_init (&self->refs);
  self->id = lp_intern (id);
  self->kind = lp_intern (kind);
  self->spans = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  self->set = lp_properties_new ();
  return self;
}

LpComponent *
lp_component_copy (const LpComponent *component)
{
  LpComponent *self = g_new (LpComponent, 1);
  *self = *component;
  g_atomic_ref_count_init (&self->refs);
  self->id = share (component->id);
  self->kind = share (component->kind);
  self->in = share (component->in);
  self->label = share (component->label);
  self->origin = share (component->origin);
  self->spans = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  for (guint i = 0; i < component->spans->len; i++)
    g_ptr_array_add (self->spans, share (component->spans->pdata[i]));
  self->set = lp_properties_ref (component->set);
  self->extra = lp_json_node_share (component->extra);
  return self;
}

LpComponent *
lp_component_ref (LpComponent *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
lp_component_unref (LpComponent *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_ref_string_release (self->id);
  g_ref_string_release (self->kind);
  g_clear_pointer (&self->in, g_ref_string_release);
  g_clear_pointer (&self->label, g_ref_string_release);
  g_clear_pointer (&self->origin, g_ref_string_release);
  g_ptr_array_unref (self->spans);
  lp_properties_unref (self->set);
  g_clear_pointer (&self->extra, json_node_unref);
  g_free (self);
}

void
lp_component_set_kind (LpComponent *self, const char *kind)
{
  assign (&self->kind, kind);
}

void
lp_component_set_in (LpComponent *self, const char *container)
{
  assign (&self->in, container);
}

void
lp_component_set_label (LpComponent *self, const char *label)
{
  assign (&self->label, label);
}

void
lp_component_set_origin (LpComponent *self, const char *origin)
{
  assign (&self->origin, origin);
}

void
lp_component_set_at (LpComponent *self, LpPoint at)
{
  self->at = at;
  self->has_at = TRUE;
}

void
lp_component_set_size (LpComponent *self, double width, double height)
{
  self->width = width;
  self->height = height;
  self->has_size = TRUE;
}

void
lp_component_set_collapsed (LpComponent *self, gboolean collapsed)
{
  self->collapsed = collapsed;
}

void
lp_component_set_locked (LpComponent *self, gboolean locked)
{
  self->locked = locked;
}

void
lp_component_add_span (LpComponent *self, const char *container)
{
  g_ptr_array_add (self->spans, lp_intern (container));
}

void
lp_component_set_property (LpComponent *self, const char *name, JsonNode *value)
{
  set_property (&self->set, name, value);
}

const char *
lp_component_get_name (const LpComponent *self)
{
  return self->label != NULL && *self->label != '\0' ? self->label : self->id;
}

/* Interned strings are equal where their pointers are. */
gboolean
lp_component_equal (const LpComponent *a, const LpComponent *b)
{
  if (a == b)
    return TRUE;
  if (a->id != b->id || a->kind != b->kind || a->in != b->in || a->label != b->label || a->origin != b->origin
      || a->has_at != b->has_at || a->has_size != b->has_size || a->collapsed != b->collapsed
      || a->locked != b->locked || a->spans->len != b->spans->len)
    return FALSE;
  if (a->has_at && (a->at.x != b->at.x || a->at.y != b->at.y))
    return FALSE;
  if (a->has_size && (a->width != b->width || a->height != b->height))
    return FALSE;
  for (guint i = 0; i < a->spans->len; i++)
    if (a->spans->pdata[i] != b->spans->pdata[i])
      return FALSE;
  return lp_properties_equal (a->set, b->set) && lp_json_node_same (a->extra, b->extra);
}

/* --- connections ------------------------------------------------------------------------------------- */

LpConnection *
lp_connection_new (const char *id, const char *kind, const char *from, const char *to)
{
  LpConnection *self = g_new0 (LpConnection, 1);
  g_atomic_ref_count_init (&self->refs);
  self->id = lp_intern (id);
  self->kind = lp_intern (kind);
  self->from = lp_intern (from);
  self->to = lp_intern (to);
  self->set = lp_properties_new ();
  return self;
}

LpConnection *
lp_connection_copy (const LpConnection *connection)
{
  LpConnection *self = g_new (LpConnection, 1);
  *self = *connection;
  g_atomic_ref_count_init (&self->refs);
  self->id = share (connection->id);
  self->kind = share (connection->kind);
  self->from = share (connection->from);
  self->to = share (connection->to);
  self->label = share (connection->label);
  self->origin = share (connection->origin);
  self->via = g_memdup2 (connection->via, connection->n_via * sizeof (LpPoint));
  self->set = lp_properties_ref (connection->set);
  self->extra = lp_json_node_share (connection->extra);
  return self;
}

LpConnection *
lp_connection_ref (LpConnection *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
lp_connection_unref (LpConnection *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_ref_string_release (self->id);
  g_ref_string_release (self->kind);
  g_ref_string_release (self->from);
  g_ref_string_release (self->to);
  g_clear_pointer (&self->label, g_ref_string_release);
  g_clear_pointer (&self->origin, g_ref_string_release);
  g_free (self->via);
  lp_properties_unref (self->set);
  g_clear_pointer (&self->extra, json_node_unref);
  g_free (self);
}

void
lp_connection_set_kind (LpConnection *self, const char *kind)
{
  assign (&self->kind, kind);
}

void
lp_connection_set_ends (LpConnection *self, const char *from, const char *to)
{
  assign (&self->from, from);
  assign (&self->to, to);
}

void
lp_connection_set_via (LpConnection *self, const LpPoint *points, guint n)
{
  g_free (self->via);
  self->via = g_memdup2 (points, n * sizeof (LpPoint));
  self->n_via = n;
}

void
lp_connection_set_label (LpConnection *self, const char *label)
{
  assign (&self->label, label);
}

void
lp_connection_set_origin (LpConnection *self, const char *origin)
{
  assign (&self->origin, origin);
}

void
lp_connection_set_property (LpConnection *self, const char *name, JsonNode *value)
{
  set_property (&self->set, name, value);
}

static gboolean
ways_equal (const LpConnection *a, const LpConnection *b)
{
  if (a->n_via != b->n_via)
    return FALSE;
  for (guint i = 0; i < a->n_via; i++)
    if (a->via[i].x != b->via[i].x || a->via[i].y != b->via[i].y)
      return FALSE;
  return TRUE;
}

gboolean
lp_connection_equal (const LpConnection *a, const LpConnection *b)
{
  return a == b
         || (a->id == b->id && a->kind == b->kind && a->from == b->from && a->to == b->to && a->label == b->label
             && a->origin == b->origin && ways_equal (a, b) && lp_properties_equal (a->set, b->set) && lp_json_node_same (a->extra, b->extra));
}
