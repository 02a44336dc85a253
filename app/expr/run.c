#include "expr/run-private.h"

#include <glib/gi18n.h>

#include "expr/map.h"
#include "expr/schema-private.h"

/* A slot without a value: an error that is not spelled out before somebody reads it. */
#define UNBOUND ((LpValue){ .kind = LP_VALUE_ERROR })

LpExprRun *
lp_expr_run_new (LpExprSchema *schema, gpointer host)
{
  LpExprRun *run = g_new0 (LpExprRun, 1);

  run->schema = lp_expr_schema_ref (schema);
  run->host = host;
  run->max_steps = LP_RUN_DEFAULT_STEPS;
  run->max_bytes = LP_RUN_DEFAULT_BYTES;
  run->steps_left = (gint64) run->max_steps;
  run->limit.code = LP_EXPR_ERROR_LIMIT;
  run->limit.message
      = _("the expression does more work than it may: look at fewer things, or at each only once");
  lp_run_reserve_slots (run, lp_schema_n_variables (schema));
  return run;
}

void
lp_expr_run_free (LpExprRun *run)
{
  lp_arena_clear (&run->arena);
  lp_expr_schema_unref (run->schema);
  g_free (run->slots);
  g_free (run);
}

gpointer
lp_expr_run_get_host (LpExprRun *run)
{
  return run->host;
}

void
lp_expr_run_set_select (LpExprRun *run, LpExprSelect select)
{
  run->select = select;
}

void
lp_expr_run_set_limits (LpExprRun *run, guint64 max_steps, gsize max_bytes)
{
  if (max_steps > 0)
    run->max_steps = MIN (max_steps, G_MAXINT64);
  if (max_bytes > 0)
    run->max_bytes = max_bytes;
  run->steps_left = (gint64) run->max_steps;
}

void
lp_run_reserve_slots (LpExprRun *run, guint n)
{
  if (n <= run->n_slots)
    return;
  run->slots = g_renew (LpValue, run->slots, n);
  while (run->n_slots < n)
    run->slots[run->n_slots++] = UNBOUND;
}

void
lp_expr_run_set_variable (LpExprRun *run, guint slot, LpValue value)
{
  g_return_if_fail (slot < lp_schema_n_variables (run->schema));
  run->slots[slot] = value;
}

void
lp_expr_run_set_local (LpExprRun *run, guint slot, LpValue value)
{
  guint n = lp_schema_n_variables (run->schema);

  lp_run_reserve_slots (run, n + slot + 1);
  run->slots[n + slot] = value;
}

void
lp_expr_run_reset (LpExprRun *run)
{
  lp_arena_reset (&run->arena);
  run->nesting = 0;
  run->steps_left = (gint64) run->max_steps;
}

gpointer
lp_expr_run_alloc (LpExprRun *run, gsize size)
{
  if (size > run->max_bytes || run->arena.used > run->max_bytes - size)
    {
      run->steps_left = -1;
      return NULL;
    }
  return lp_arena_alloc (&run->arena, size);
}

gboolean
lp_expr_run_spend (LpExprRun *run, guint64 steps)
{
  if (run->steps_left < 0 || steps > (guint64) run->steps_left)
    {
      run->steps_left = -1;
      return FALSE;
    }
  run->steps_left -= (gint64) steps;
  return TRUE;
}

LpValue
lp_expr_run_string (LpExprRun *run, const char *utf8, gssize length)
{
  gsize size = length < 0 ? strlen (utf8) : (gsize) length;
  char *copy = size < G_MAXUINT32 ? lp_expr_run_alloc (run, size + 1) : NULL;

  if (copy == NULL)
    return lp_expr_run_fail_limit (run);
  memcpy (copy, utf8, size);
  copy[size] = '\0';
  return lp_value_string_n (copy, size);
}

LpValue
lp_expr_run_map (LpExprRun *run, const LpValue *entries, guint n)
{
  guint n_buckets = lp_map_buckets_for (n), duplicate;
  LpMap *map = lp_expr_run_alloc (run, sizeof *map);
  LpMapEntry *copy = lp_expr_run_alloc (run, n * sizeof *copy);
  guint32 *buckets = lp_expr_run_alloc (run, n_buckets * sizeof *buckets);

  if (map == NULL || copy == NULL || buckets == NULL || !lp_expr_run_spend (run, n))
    return lp_expr_run_fail_limit (run);
  for (guint i = 0; i < n; i++)
    {
      copy[i] = (LpMapEntry){ entries[2 * i], entries[2 * i + 1] };
      if (!lp_map_key_allowed (copy[i].key))
        return lp_expr_run_fail (
            run, LP_EXPR_ERROR_NO_OVERLOAD,
            _("a value of type %s cannot be a key: use a string, a number without fraction "
               "or a boolean"),
            lp_value_type_name (copy[i].key));
    }
  memset (buckets, 0, n_buckets * sizeof *buckets);
  *map = (LpMap){ .n = n, .n_buckets = n_buckets, .entries = copy, .buckets = buckets };
  if (!lp_map_index (map, &duplicate))
    {
      g_autoptr (GString) key = g_string_new (NULL);

      lp_expr_run_write_json (run, copy[duplicate].key, key);
      return lp_expr_run_fail (run, LP_EXPR_ERROR_DUPLICATE, _("the key %s is there twice: leave one out"),
                               key->str);
    }
  return (LpValue){ .kind = LP_VALUE_MAP, .map = map };
}

static LpValue
failure_value (const LpExprFailure *failure)
{
  return (LpValue){ .kind = LP_VALUE_ERROR, .failure = failure };
}

LpValue
lp_expr_run_fail_limit (LpExprRun *run)
{
  run->steps_left = -1;
  run->limit.expr = run->expr;
  run->limit.at = run->at;
  return failure_value (&run->limit);
}

LpValue
lp_expr_run_fail (LpExprRun *run, int code, const char *format, ...)
{
  LpExprFailure *failure = lp_expr_run_alloc (run, sizeof *failure);
  LpValue message;
  va_list args;

  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  message = lp_expr_run_string (run, text, -1);
  if (failure == NULL || message.kind == LP_VALUE_ERROR)
    return lp_expr_run_fail_limit (run);
  *failure = (LpExprFailure){ .code = code, .at = run->at, .expr = run->expr, .message = message.string };
  return failure_value (failure);
}

LpValue
lp_run_fail_overload (LpExprRun *run, const char *name, const LpValue *args, guint n_args)
{
  g_autoptr (GString) types = g_string_new (NULL);

  for (guint i = 0; i < n_args; i++)
    g_string_append_printf (types, "%s%s", i > 0 ? ", " : "", lp_value_type_name (args[i]));
  return lp_expr_run_fail (run, LP_EXPR_ERROR_NO_OVERLOAD, _("no such overload: %s does not take (%s)"),
                           name, types->str);
}

GError *
lp_expr_run_error (LpExprRun *run, LpValue value)
{
  const LpExprFailure *failure = value.failure;
  static const LpSource nowhere = { "", 0 };

  g_return_val_if_fail (value.kind == LP_VALUE_ERROR, NULL);
  if (failure == NULL)
    return lp_source_error_new (&nowhere, 0, LP_EXPR_ERROR_UNBOUND, _("a variable has no value"));
  return lp_source_error_new (failure->expr != NULL ? &failure->expr->source : &nowhere, failure->at,
                              failure->code, failure->message);
}

LpValue
lp_expr_run_call (LpExprRun *run, const LpLambda *lambda, LpValue argument)
{
  guint32 at = run->at;
  LpValue value;

  run->slots[lambda->slot] = argument;
  run->nesting++;
  value = lp_eval_node (run, lambda->body);
  run->nesting--;
  run->at = at;
  return value;
}
