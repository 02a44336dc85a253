#include "ui/review/finding-item.h"

struct _LpFindingItem
{
  GObject parent_instance;
  LpFinding *finding;
  guint number;
  guint same;
};

G_DEFINE_FINAL_TYPE (LpFindingItem, lp_finding_item, G_TYPE_OBJECT)

LpFindingItem *
lp_finding_item_new (LpFinding *finding, guint number)
{
  LpFindingItem *self = g_object_new (LP_TYPE_FINDING_ITEM, NULL);

  self->finding = lp_finding_ref (finding);
  self->number = number;
  return self;
}

LpFinding *
lp_finding_item_get_finding (LpFindingItem *self)
{
  return self->finding;
}

guint
lp_finding_item_get_number (LpFindingItem *self)
{
  return self->number;
}

void
lp_finding_item_set_same (LpFindingItem *self, guint number)
{
  self->same = number;
}

guint
lp_finding_item_get_same (LpFindingItem *self)
{
  return self->same;
}

static void
lp_finding_item_finalize (GObject *object)
{
  LpFindingItem *self = LP_FINDING_ITEM (object);

  g_clear_pointer (&self->finding, lp_finding_unref);
  G_OBJECT_CLASS (lp_finding_item_parent_class)->finalize (object);
}

static void
lp_finding_item_class_init (LpFindingItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lp_finding_item_finalize;
}

static void
lp_finding_item_init (LpFindingItem *self)
{
}
