#include "expr/keep.h"

#include "expr/run-private.h"
#include "expr/schema-private.h"

typedef struct
{
  LpExprRun *into, *from;
  LpRenumber renumber;
  gpointer data;
} Keeping;

static LpValue keep (const Keeping *self, LpValue value);

static guint
number_of (const Keeping *self, guint object_class, guint index)
{
  return self->renumber != NULL ? self->renumber (object_class, index, self->data) : index;
}

static LpValue
keep_string (const Keeping *self, LpValue value)
{
  LpValue copy = lp_expr_run_string (self->into, value.string, value.length);
  if (copy.kind == LP_VALUE_STRING)
    copy.kind = value.kind;
  return copy;
}

static LpValue
keep_list (const Keeping *self, LpValue value)
{
  if (value.object_class != 0)
    {
      guint32 *indices = lp_expr_run_alloc (self->into, MAX (value.length, 1) * sizeof *indices);
      for (guint i = 0; indices != NULL && i < value.length; i++)
        indices[i] = number_of (self, value.object_class, value.indices[i]);
      return indices != NULL ? lp_value_object_list (value.object_class, indices, value.length)
                             : lp_expr_run_fail_limit (self->into);
    }
  LpValue *items = lp_expr_run_alloc (self->into, MAX (value.length, 1) * sizeof *items);
  for (guint i = 0; items != NULL && i < value.length; i++)
    items[i] = keep (self, value.items[i]);
  return items != NULL ? lp_value_list (items, value.length) : lp_expr_run_fail_limit (self->into);
}

static LpValue
keep_map (const Keeping *self, const LpMap *map)
{
  guint n = lp_map_size (map);
  g_autofree LpValue *entries = g_new (LpValue, 2 * n + 1);

  for (guint i = 0; i < n; i++)
    {
      entries[2 * i] = keep (self, lp_map_key (map, i));
      entries[2 * i + 1] = keep (self, lp_map_value (map, i));
    }
  return lp_expr_run_map (self->into, entries, n);
}

static LpValue
keep_unknown (const Keeping *self, LpValue value)
{
  g_autoptr (GArray) fields = lp_expr_run_unknowns (self->from, value);
  LpValue merged = lp_value_null ();

  for (guint i = 0; i < fields->len; i++)
    {
      const LpUnknownField *field = &g_array_index (fields, LpUnknownField, i);
      merged = lp_expr_run_merge (self->into, merged,
                                  lp_expr_run_unknown (self->into, keep (self, field->object), field->field));
    }
  return merged;
}

static LpValue
keep_error (const Keeping *self, LpValue value)
{
  LpExprFailure *failure = value.failure != NULL ? lp_expr_run_alloc (self->into, sizeof *failure) : NULL;
  if (failure == NULL)
    return value.failure != NULL ? lp_expr_run_fail_limit (self->into) : value;
  *failure = *value.failure;
  failure->message = lp_expr_run_string (self->into, value.failure->message, -1).string;
  return (LpValue){ .kind = LP_VALUE_ERROR, .failure = failure };
}

static LpValue
keep (const Keeping *self, LpValue value)
{
  switch ((LpValueKind) value.kind)
    {
    case LP_VALUE_STRING:
    case LP_VALUE_BYTES:
      return keep_string (self, value);
    case LP_VALUE_LIST:
      return keep_list (self, value);
    case LP_VALUE_MAP:
      return keep_map (self, value.map);
    case LP_VALUE_OBJECT:
      return lp_value_object (value.object_class, number_of (self, value.object_class, value.index));
    case LP_VALUE_UNKNOWN:
      return keep_unknown (self, value);
    case LP_VALUE_ERROR:
      return keep_error (self, value);
    default:
      return value;
    }
}

LpValue
lp_expr_run_keep (LpExprRun *into, LpExprRun *from, LpValue value, LpRenumber renumber, gpointer data)
{
  const Keeping keeping = { into, from, renumber, data };

  into->steps_left = (gint64) into->max_steps;
  return keep (&keeping, value);
}

gsize
lp_expr_run_get_size (LpExprRun *run)
{
  return run->arena.used;
}

void
lp_expr_run_set_memory (LpExprRun *run, LpExprRecall recall, LpExprTell tell)
{
  run->recall = recall;
  run->tell = tell;
}

void
lp_expr_run_set_read (LpExprRun *run, LpExprRead read)
{
  run->read = read;
}

void
lp_expr_run_set_define (LpExprRun *run, LpExprDefine define)
{
  run->define = define;
}

void
lp_expr_run_unset_local (LpExprRun *run, guint local)
{
  lp_expr_run_set_local (run, local, (LpValue){ .kind = LP_VALUE_ERROR });
}

LpValue
lp_expr_unset (void)
{
  return (LpValue){ .kind = LP_VALUE_ERROR };
}

gboolean
lp_expr_is_unset (LpValue value)
{
  return value.kind == LP_VALUE_ERROR && value.failure == NULL;
}

LpValue
lp_expr_run_get_local (LpExprRun *run, guint local)
{
  return run->slots[lp_schema_n_variables (run->schema) + local];
}

/* The variables of its macros lie where others may be in use. */
void
lp_expr_run_work_out (LpExprRun *run, guint slot, const LpExpr *expr)
{
  guint n = run->n_slots, at = run->at, nesting = run->nesting;
  LpValue few[64];
  LpValue *kept = n - slot <= G_N_ELEMENTS (few) ? few : g_new (LpValue, n - slot);

  memcpy (kept, run->slots + slot, (n - slot) * sizeof *kept);
  /* What it walks over is not told apart by the place that asks for it. */
  run->nesting++;
  LpValue value = lp_expr_eval (expr, run);
  memcpy (run->slots + slot, kept, (n - slot) * sizeof *kept);
  run->slots[slot] = value;
  run->at = at;
  run->nesting = nesting;
  if (kept != few)
    g_free (kept);
}

guint
lp_expr_run_get_local_slot (LpExprRun *run, guint local)
{
  return lp_schema_n_variables (run->schema) + local;
}
