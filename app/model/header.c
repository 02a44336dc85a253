#include "model/header.h"

#include "base/intern.h"

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

static void
waiver_free (LpWaiver *waiver)
{
  release (waiver->rule);
  release (waiver->component);
  release (waiver->reason);
  release (waiver->author);
  release (waiver->until);
  g_clear_pointer (&waiver->extra, json_object_unref);
  g_free (waiver);
}

static void
comment_free (LpComment *comment)
{
  release (comment->text);
  release (comment->component);
  release (comment->author);
  g_clear_pointer (&comment->extra, json_object_unref);
  g_free (comment);
}

LpHeader *
lp_header_new (void)
{
  LpHeader *self = g_new0 (LpHeader, 1);
  g_atomic_ref_count_init (&self->refs);
  self->requirements = lp_properties_new ();
  self->comments = g_ptr_array_new_with_free_func ((GDestroyNotify) comment_free);
  self->waivers = g_ptr_array_new_with_free_func ((GDestroyNotify) waiver_free);
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
    {
      const LpComment *c = header->comments->pdata[i];
      lp_header_add_comment (self, c->component, c->author, c->text, c->extra);
    }
  for (guint i = 0; i < header->waivers->len; i++)
    {
      const LpWaiver *w = header->waivers->pdata[i];
      lp_header_add_waiver (self, w->rule, w->component, w->reason, w->author, w->until, w->extra);
    }
  self->extra = header->extra != NULL ? json_object_ref (header->extra) : NULL;
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
  g_clear_pointer (&self->extra, json_object_unref);
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

void
lp_header_add_comment (LpHeader *self, const char *component, const char *author, const char *text,
                       JsonObject *extra)
{
  LpComment *comment = g_new (LpComment, 1);
  *comment = (LpComment){ intern (text), intern (component), intern (author),
                          extra != NULL ? json_object_ref (extra) : NULL };
  g_ptr_array_add (self->comments, comment);
}

void
lp_header_add_waiver (LpHeader *self, const char *rule, const char *component, const char *reason,
                      const char *author, const char *until, JsonObject *extra)
{
  LpWaiver *waiver = g_new (LpWaiver, 1);
  *waiver = (LpWaiver){ intern (rule), intern (component), intern (reason), intern (author), intern (until),
                        extra != NULL ? json_object_ref (extra) : NULL };
  g_ptr_array_add (self->waivers, waiver);
}
