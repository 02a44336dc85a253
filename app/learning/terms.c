#include "learning/terms.h"

#include "rules/rule-expression.h"

static void
clear_local (gpointer data)
{
  g_free ((char *) ((LpExprLocal *) data)->name);
}

static gboolean
read_term (LpTerms *terms, JsonObject *object, const LpJsonPlace *place, const char *name, GError **error)
{
  LpJsonPlace here = LP_JSON_MEMBER (place, name);
  LpExprOptions options = lp_terms_get_options (terms, NULL);
  LpExpr *definition = NULL;

  if (!lp_rule_check_name (name, &here, error)
      || !lp_rule_read_expression (object, place, name, TRUE, &options, &definition, error))
    return FALSE;
  LpExprLocal local = { g_strdup (name), lp_expr_get_type (definition) };
  g_ptr_array_add (terms->definitions, definition);
  g_array_append_val (terms->locals, local);
  return TRUE;
}

gboolean
lp_terms_read (LpTerms *terms, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  LpJsonPlace here = LP_JSON_MEMBER (place, "let");
  JsonObject *let = NULL;
  JsonObjectIter iter;
  const char *name;

  if (!lp_json_get_object (object, place, "let", FALSE, &let, error))
    return FALSE;
  if (let == NULL)
    return TRUE;
  terms->locals = g_array_new (FALSE, FALSE, sizeof (LpExprLocal));
  g_array_set_clear_func (terms->locals, clear_local);
  terms->definitions = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_expr_free);
  json_object_iter_init_ordered (&iter, let);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (!read_term (terms, let, &here, name, error))
      return FALSE;
  return TRUE;
}

void
lp_terms_clear (LpTerms *terms)
{
  g_clear_pointer (&terms->locals, g_array_unref);
  g_clear_pointer (&terms->definitions, g_ptr_array_unref);
}

LpExprOptions
lp_terms_get_options (const LpTerms *terms, const LpType *expected)
{
  if (terms->locals == NULL)
    return (LpExprOptions){ .expected = expected };
  return (LpExprOptions){ .locals = (const LpExprLocal *) terms->locals->data,
                          .n_locals = terms->locals->len,
                          .expected = expected };
}

void
lp_terms_bind (const LpTerms *terms, LpExprRun *run)
{
  lp_expr_run_reset (run);
  for (guint i = 0; terms->definitions != NULL && i < terms->definitions->len; i++)
    lp_expr_run_set_local (run, i, lp_expr_eval (terms->definitions->pdata[i], run));
}
