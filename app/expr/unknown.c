#include "expr/run-private.h"

static LpValue
unknown_value (LpUnknown *unknown)
{
  return (LpValue){ .kind = LP_VALUE_UNKNOWN, .unknown = unknown };
}

LpValue
lp_expr_run_unknown (LpExprRun *run, LpValue object, const char *field)
{
  LpUnknown *unknown = lp_expr_run_alloc (run, sizeof *unknown);

  if (unknown == NULL)
    return lp_expr_run_fail_limit (run);
  *unknown = (LpUnknown){ .object = object, .field = field };
  return unknown_value (unknown);
}

LpValue
lp_expr_run_merge (LpExprRun *run, LpValue a, LpValue b)
{
  LpUnknown *both;

  if (b.kind != LP_VALUE_UNKNOWN)
    return a;
  if (a.kind != LP_VALUE_UNKNOWN || a.unknown == b.unknown)
    return b;
  both = lp_expr_run_alloc (run, sizeof *both);
  if (both == NULL)
    return lp_expr_run_fail_limit (run);
  *both = (LpUnknown){ .left = a.unknown, .right = b.unknown };
  return unknown_value (both);
}

static gboolean
same_field (const LpUnknownField *a, const LpUnknown *b)
{
  return lp_value_equal (a->object, b->object) && g_str_equal (a->field, b->field);
}

static guint
hash_field (gconstpointer key)
{
  const LpUnknown *unknown = key;

  return unknown->object.index * 31 + unknown->object.object_class + g_str_hash (unknown->field);
}

static gboolean
equal_fields (gconstpointer a, gconstpointer b)
{
  const LpUnknown *first = a;

  return same_field (&(LpUnknownField){ first->object, first->field }, b);
}

static gint last_visit; /* atomic */

/* Unknowns share what they rest on, so each is visited once: a walk never takes longer than making them did.
 */
GArray *
lp_expr_run_unknowns (LpExprRun *run, LpValue value)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (LpUnknownField));
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (hash_field, equal_fields);

  if (value.kind == LP_VALUE_UNKNOWN)
    g_ptr_array_add (left, value.unknown);
  /* Unknowns may go from one run to another. */
  guint visit = (guint) g_atomic_int_add (&last_visit, 1) + 1;
  while (left->len > 0)
    {
      LpUnknown *unknown = g_ptr_array_steal_index (left, left->len - 1);

      if (unknown->visit == visit)
        continue;
      unknown->visit = visit;
      if (unknown->left != NULL)
        {
          g_ptr_array_add (left, unknown->right);
          g_ptr_array_add (left, unknown->left);
        }
      else if (g_hash_table_add (seen, unknown))
        g_array_append_vals (fields, &(LpUnknownField){ unknown->object, unknown->field }, 1);
    }
  return fields;
}

char *
lp_expr_run_list_unknowns (LpExprRun *run, LpValue value)
{
  g_autoptr (GArray) fields = lp_expr_run_unknowns (run, value);
  GString *list = g_string_new (NULL);
  for (guint i = 0; i < fields->len; i++)
    {
      const LpUnknownField *unknown = &g_array_index (fields, LpUnknownField, i);
      if (i > 0)
        g_string_append (list, ", ");
      lp_expr_run_write_text (run, unknown->object, list);
      g_string_append_printf (list, ".%s", unknown->field);
    }
  return g_string_free (list, FALSE);
}
