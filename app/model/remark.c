#include "model/remark.h"

#include "base/intern.h"
#include "base/json-node.h"

void
lp_remark_set (GRefString **field, const char *text)
{
  GRefString *fresh = text != NULL ? lp_intern (text) : NULL;
  if (*field != NULL)
    g_ref_string_release (*field);
  *field = fresh;
}

static void
set_pin (LpPin *pin, const LpPin *from)
{
  lp_remark_set (&pin->component, from->component);
  lp_remark_set (&pin->connection, from->connection);
}

static void
clear_pin (LpPin *pin)
{
  lp_remark_set (&pin->component, NULL);
  lp_remark_set (&pin->connection, NULL);
}

gboolean
lp_pin_is (const LpPin *pin, const char *component, const char *connection)
{
  return g_strcmp0 (pin->component, component) == 0 && g_strcmp0 (pin->connection, connection) == 0;
}

/* --- comments ---------------------------------------------------------------------------------------- */

static void
reply_free (gpointer data)
{
  LpReply *reply = data;
  lp_remark_set (&reply->author, NULL);
  lp_remark_set (&reply->text, NULL);
  g_clear_pointer (&reply->extra, json_node_unref);
  g_free (reply);
}

LpComment *
lp_comment_new (const char *id, const char *text)
{
  LpComment *self = g_new0 (LpComment, 1);
  g_atomic_ref_count_init (&self->refs);
  self->replies = g_ptr_array_new_with_free_func (reply_free);
  lp_remark_set (&self->id, id);
  lp_remark_set (&self->text, text);
  return self;
}

LpComment *
lp_comment_copy (const LpComment *comment)
{
  LpComment *self = lp_comment_new (comment->id, comment->text);
  self->numbered = comment->numbered;
  set_pin (&self->pin, &comment->pin);
  lp_remark_set (&self->author, comment->author);
  self->resolved = comment->resolved;
  self->extra = lp_json_node_share (comment->extra);
  for (guint i = 0; i < comment->replies->len; i++)
    {
      const LpReply *reply = comment->replies->pdata[i];
      lp_comment_add_reply (self, reply->author, reply->text, reply->extra);
    }
  return self;
}

LpComment *
lp_comment_ref (LpComment *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
lp_comment_unref (LpComment *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  clear_pin (&self->pin);
  lp_remark_set (&self->id, NULL);
  lp_remark_set (&self->author, NULL);
  lp_remark_set (&self->text, NULL);
  g_ptr_array_unref (self->replies);
  g_clear_pointer (&self->extra, json_node_unref);
  g_free (self);
}

void
lp_comment_add_reply (LpComment *self, const char *author, const char *text, JsonNode *extra)
{
  LpReply *reply = g_new0 (LpReply, 1);
  lp_remark_set (&reply->author, author);
  lp_remark_set (&reply->text, text);
  reply->extra = lp_json_node_share (extra);
  g_ptr_array_add (self->replies, reply);
}

static gboolean
same_replies (const GPtrArray *a, const GPtrArray *b)
{
  gboolean same = a->len == b->len;
  for (guint i = 0; same && i < a->len; i++)
    {
      const LpReply *one = a->pdata[i], *other = b->pdata[i];
      same = g_strcmp0 (one->author, other->author) == 0 && g_str_equal (one->text, other->text)
             && lp_json_node_same (one->extra, other->extra);
    }
  return same;
}

gboolean
lp_comment_equal (const LpComment *a, const LpComment *b)
{
  return a == b
         || (g_str_equal (a->id, b->id) && a->numbered == b->numbered && a->resolved == b->resolved
             && lp_pin_is (&a->pin, b->pin.component, b->pin.connection) && g_strcmp0 (a->author, b->author) == 0
             && g_str_equal (a->text, b->text) && same_replies (a->replies, b->replies)
             && lp_json_node_same (a->extra, b->extra));
}

/* --- waivers ----------------------------------------------------------------------------------------- */

LpWaiver *
lp_waiver_new (const char *rule, const char *reason)
{
  LpWaiver *self = g_new0 (LpWaiver, 1);
  g_atomic_ref_count_init (&self->refs);
  lp_remark_set (&self->rule, rule);
  lp_remark_set (&self->reason, reason);
  return self;
}

LpWaiver *
lp_waiver_copy (const LpWaiver *waiver)
{
  LpWaiver *self = lp_waiver_new (waiver->rule, waiver->reason);
  set_pin (&self->pin, &waiver->pin);
  lp_remark_set (&self->author, waiver->author);
  lp_remark_set (&self->ticket, waiver->ticket);
  lp_remark_set (&self->until, waiver->until);
  self->bases = g_strdupv (waiver->bases);
  self->extra = lp_json_node_share (waiver->extra);
  return self;
}

LpWaiver *
lp_waiver_ref (LpWaiver *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
lp_waiver_unref (LpWaiver *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  clear_pin (&self->pin);
  lp_remark_set (&self->rule, NULL);
  lp_remark_set (&self->reason, NULL);
  lp_remark_set (&self->author, NULL);
  lp_remark_set (&self->ticket, NULL);
  lp_remark_set (&self->until, NULL);
  g_strfreev (self->bases);
  g_clear_pointer (&self->extra, json_node_unref);
  g_free (self);
}

static gboolean
same_bases (const LpWaiver *a, const LpWaiver *b)
{
  if (a->bases == NULL || b->bases == NULL)
    return a->bases == b->bases;
  return g_strv_equal ((const char *const *) a->bases, (const char *const *) b->bases);
}

gboolean
lp_waiver_equal (const LpWaiver *a, const LpWaiver *b)
{
  return a == b
         || (g_str_equal (a->rule, b->rule) && g_str_equal (a->reason, b->reason)
             && lp_pin_is (&a->pin, b->pin.component, b->pin.connection) && g_strcmp0 (a->author, b->author) == 0
             && g_strcmp0 (a->ticket, b->ticket) == 0 && g_strcmp0 (a->until, b->until) == 0 && same_bases (a, b)
             && lp_json_node_same (a->extra, b->extra));
}
