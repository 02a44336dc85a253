#include "expr/run-private.h"

static gboolean
grow (LpListBuilder *builder)
{
  guint room = MAX (builder->room * 2, 8);
  gsize size = builder->object_class > 0 ? sizeof (guint32) : sizeof (LpValue);
  gpointer bigger = lp_expr_run_alloc (builder->run, room * size);
  gconstpointer old = builder->object_class > 0 ? (gconstpointer) builder->indices : builder->items;

  if (bigger == NULL)
    return FALSE;
  if (builder->n > 0)
    memcpy (bigger, old, builder->n * size);
  if (builder->object_class > 0)
    builder->indices = bigger;
  else
    builder->items = bigger;
  builder->room = room;
  return TRUE;
}

/* Something else came among the objects of one class. */
static gboolean
spread (LpListBuilder *builder)
{
  LpValue *items = lp_expr_run_alloc (builder->run, builder->room * sizeof *items);

  if (items == NULL)
    return FALSE;
  for (guint i = 0; i < builder->n; i++)
    items[i] = lp_value_object (builder->object_class, builder->indices[i]);
  builder->items = items;
  builder->object_class = 0;
  return TRUE;
}

gboolean
lp_list_add (LpListBuilder *builder, LpValue item)
{
  if (builder->n == 0 && builder->room == 0)
    builder->object_class = item.kind == LP_VALUE_OBJECT ? item.object_class : 0;
  else if (builder->object_class > 0
           && (item.kind != LP_VALUE_OBJECT || item.object_class != builder->object_class)
           && !spread (builder))
    return FALSE;
  if (builder->n == builder->room && !grow (builder))
    return FALSE;
  if (builder->object_class > 0)
    builder->indices[builder->n++] = item.index;
  else
    builder->items[builder->n++] = item;
  return TRUE;
}

LpValue
lp_list_finish (LpListBuilder *builder)
{
  if (builder->run->steps_left < 0)
    return lp_expr_run_fail_limit (builder->run);
  return builder->object_class > 0
             ? lp_value_object_list (builder->object_class, builder->indices, builder->n)
             : lp_value_list (builder->items, builder->n);
}
