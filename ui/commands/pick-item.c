#include "ui/commands/pick-item.h"

struct _LpPickItem
{
  GObject parent_instance;
  LpPickType type;
  const LpKind *kind;
  char *id, *title, *detail, *keys;
};

G_DEFINE_FINAL_TYPE (LpPickItem, lp_pick_item, G_TYPE_OBJECT)

LpPickItem *
lp_pick_item_new (LpPickType type, const char *id, const LpKind *kind, const char *title, const char *detail,
                  const char *keys)
{
  LpPickItem *self = g_object_new (LP_TYPE_PICK_ITEM, NULL);

  self->type = type;
  self->kind = kind;
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->detail = g_strdup (detail);
  self->keys = g_strdup (keys);
  return self;
}

LpPickType
lp_pick_item_get_pick_type (LpPickItem *self)
{
  return self->type;
}

const char *
lp_pick_item_get_id (LpPickItem *self)
{
  return self->id;
}

const LpKind *
lp_pick_item_get_kind (LpPickItem *self)
{
  return self->kind;
}

const char *
lp_pick_item_get_title (LpPickItem *self)
{
  return self->title;
}

const char *
lp_pick_item_get_detail (LpPickItem *self)
{
  return self->detail;
}

const char *
lp_pick_item_get_keys (LpPickItem *self)
{
  return self->keys;
}

static void
lp_pick_item_finalize (GObject *object)
{
  LpPickItem *self = LP_PICK_ITEM (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->keys);
  G_OBJECT_CLASS (lp_pick_item_parent_class)->finalize (object);
}

static void
lp_pick_item_class_init (LpPickItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lp_pick_item_finalize;
}

static void
lp_pick_item_init (LpPickItem *self)
{
}
