#include "model/header.h"

#include "base/intern.h"
#include "base/json-node.h"

static GRefString *
intern (const char *string)
{
  return string != NULL ? lp_intern (string) : NULL;
}

static void
release (GRefString *string)
{
  if (string != NULL)
    g_ref_string_release (string);
}

LpHeader *
lp_header_new (void)
{
  LpHeader *self = g_new0 (LpHeader, 1);
  g_atomic_ref_count_init (&self->refs);
  self->requirements = lp_properties_new ();
  self->comments = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_comment_unref);
  self->waivers = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_waiver_unref);
  return self;
}

LpHeader *
lp_header_copy (const LpHeader *header)
{
  LpHeader *self = lp_header_new ();
  self->title = intern (header->title);
  lp_properties_unref (self->requirements);
  self->requirements = lp_properties_ref (header->requirements);
  for (guint i = 0; i < header->comments->len; i++)
    g_ptr_array_add (self->comments, lp_comment_ref (header->comments->pdata[i]));
  for (guint i = 0; i < header->waivers->len; i++)
    g_ptr_array_add (self->waivers, lp_waiver_ref (header->waivers->pdata[i]));
  self->extra = lp_json_node_share (header->extra);
  return self;
}

LpHeader *
lp_header_ref (LpHeader *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
lp_header_unref (LpHeader *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  release (self->title);
  lp_properties_unref (self->requirements);
  g_ptr_array_unref (self->comments);
  g_ptr_array_unref (self->waivers);
  g_clear_pointer (&self->extra, json_node_unref);
  g_free (self);
}

void
lp_header_set_title (LpHeader *self, const char *title)
{
  GRefString *fresh = intern (title);
  release (self->title);
  self->title = fresh;
}

void
lp_header_set_requirement (LpHeader *self, const char *name, JsonNode *value)
{
  LpProperties *fresh = lp_properties_with (self->requirements, name, value);
  lp_properties_unref (self->requirements);
  self->requirements = fresh;
}

JsonNode *
lp_header_get_extra (const LpHeader *self, const char *name)
{
  return self->extra != NULL ? json_object_get_member (json_node_get_object (self->extra), name) : NULL;
}

/* Into a new object: threads may share the old one. */
void
lp_header_set_extra (LpHeader *self, const char *name, JsonNode *value)
{
  JsonObject *object = json_object_new ();
  JsonObjectIter iter;
  const char *other;
  JsonNode *member;

  if (self->extra != NULL)
    {
      json_object_iter_init_ordered (&iter, json_node_get_object (self->extra));
      while (json_object_iter_next_ordered (&iter, &other, &member))
        if (!g_str_equal (other, name))
          json_object_set_member (object, other, json_node_ref (member));
        else if (value != NULL)
          json_object_set_member (object, name, g_steal_pointer (&value));
    }
  if (value != NULL)
    json_object_set_member (object, name, value);
  g_clear_pointer (&self->extra, json_node_unref);
  if (json_object_get_size (object) > 0)
    self->extra = lp_json_node_object (object);
  else
    json_object_unref (object);
}

const LpComment *
lp_header_find_comment (const LpHeader *self, const char *id)
{
  for (guint i = 0; i < self->comments->len; i++)
    if (g_strcmp0 (((LpComment *) self->comments->pdata[i])->id, id) == 0)
      return self->comments->pdata[i];
  return NULL;
}

char *
lp_header_free_comment_id (const LpHeader *self)
{
  char *id = NULL;
  for (guint n = self->comments->len + 1; id == NULL || lp_header_find_comment (self, id) != NULL; n++)
    {
      g_free (id);
      id = g_strdup_printf ("note-%u", n);
    }
  return id;
}

void
lp_header_add_comment (LpHeader *self, LpComment *comment)
{
  if (lp_header_find_comment (self, comment->id) != NULL)
    {
      g_autofree char *id = lp_header_free_comment_id (self);
      LpComment *other = lp_comment_copy (comment);
      lp_remark_set (&other->id, id);
      lp_comment_unref (comment);
      comment = other;
    }
  g_ptr_array_add (self->comments, comment);
}

void
lp_header_add_waiver (LpHeader *self, LpWaiver *waiver)
{
  g_ptr_array_add (self->waivers, waiver);
}
