#include <glib/gi18n.h>

#include "expr/check-private.h"
#include "expr/functions.h"
#include "expr/pattern.h"
#include "expr/run-private.h"
#include "expr/schema-private.h"
#include "expr/suggest.h"

/* What a name may be called as. */
typedef struct
{
  const GPtrArray *overloads[2]; /* of the language, of the schema; both may be NULL */
} Overloads;

static const LpFunction *
overload_at (const Overloads *overloads, guint i)
{
  for (guint part = 0; part < 2; part++)
    {
      guint n = overloads->overloads[part] != NULL ? overloads->overloads[part]->len : 0;

      if (i < n)
        return overloads->overloads[part]->pdata[i];
      i -= n;
    }
  return NULL;
}

static Overloads
find_overloads (LpChecker *checker, const char *name)
{
  return (Overloads){ { lp_functions_find (name), lp_schema_find_functions (checker->expr->schema, name) } };
}

static gboolean
takes_count (const LpFunction *function, guint n_args)
{
  return function->variadic ? n_args + 1 >= function->n_params : n_args == function->n_params;
}

/* Where types are left to the evaluation only what cannot be otherwise counts: it does not look into lists.
 */
static gboolean
takes_type (const LpChecker *checker, const LpType *wanted, const LpType *type, LpTypeBindings *bindings)
{
  return lp_type_assignable (wanted, type, bindings)
         || (checker->options->dynamic && wanted->kind == type->kind
             && (wanted->kind == LP_TYPE_LIST || wanted->kind == LP_TYPE_MAP));
}

/* The first argument that the function does not take; n_args where it takes all. */
static guint
first_wrong (const LpChecker *checker,
             const LpFunction *function,
             LpNode *const *args,
             guint n_args,
             LpTypeBindings *bindings)
{
  *bindings = (LpTypeBindings){ 0 };
  for (guint i = 0; i < n_args; i++)
    if (!takes_type (checker, function->params[MIN (i, function->n_params - 1)], args[i]->type, bindings))
      return i;
  return n_args;
}

/* The name is known, but not as it is called here. */
static gboolean
reject_style (LpChecker *checker, LpNode *node, const LpFunction *known, GError **error)
{
  const char *name = node->name;

  if (known->method == node->absolute)
    return lp_check_reject (checker, node, node->at, LP_EXPR_ERROR_NO_OVERLOAD, error,
                            _("“%s” ends with a name and what to evaluate with it: %s(…, x, x.…)"), name,
                            name);
  return lp_check_reject (checker, node, node->at, LP_EXPR_ERROR_NO_FUNCTION, error,
                          known->method ? _("“%s” is called on a value: write value.%s(…)")
                                        : _("“%s” is not called on a value: write %s(…)"),
                          name, name);
}

static gboolean
reject_unknown_function (LpChecker *checker, LpNode *node, const Overloads *overloads, GError **error)
{
  LpSuggestion best = LP_SUGGESTION_INIT (node->name);
  const char *known[]
      = { lp_functions_suggest (node->name), lp_schema_suggest_function (checker->expr->schema, node->name) };

  if (overload_at (overloads, 0) != NULL)
    return reject_style (checker, node, overload_at (overloads, 0), error);
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (known[i] != NULL)
      lp_suggestion_try (&best, known[i]);
  for (guint macro = 0; macro < LP_N_MACROS; macro++)
    lp_suggestion_try (&best, lp_macro_name (macro));
  if (best.name != NULL && !g_str_equal (best.name, node->name))
    return lp_check_reject (checker, node, node->at, LP_EXPR_ERROR_NO_FUNCTION, error,
                            _("there is no function “%s”; did you mean “%s”?"), node->name, best.name);
  return lp_check_reject (checker, node, node->at, LP_EXPR_ERROR_NO_FUNCTION, error,
                          _("there is no function “%s”"), node->name);
}

static gboolean
reject_arguments (LpChecker *checker, LpNode *node, const LpFunction *only, GError **error)
{
  LpTypeBindings bindings;
  guint wrong;

  if (only != NULL && !takes_count (only, node->n_children))
    return lp_check_reject (checker, node, node->at, LP_EXPR_ERROR_NO_OVERLOAD, error,
                            _("no such overload: “%s” takes %u arguments, not %u"), node->name,
                            only->n_params - (only->method ? 1 : 0),
                            node->n_children - (only->method ? 1 : 0));
  if (only != NULL
      && (wrong = first_wrong (checker, only, node->children, node->n_children, &bindings))
             < node->n_children)
    {
      g_autofree char *wanted = lp_type_to_string (only->params[MIN (wrong, only->n_params - 1)]);
      g_autofree char *found = lp_type_to_string (node->children[wrong]->type);

      return lp_check_reject (checker, node, node->children[wrong]->at, LP_EXPR_ERROR_NO_OVERLOAD, error,
                              _("no such overload: “%s” takes a value of type %s here, not %s"), node->name,
                              wanted, found);
    }
  g_autoptr (GString) types = g_string_new (NULL);
  for (guint i = 0; i < node->n_children; i++)
    {
      if (i > 0)
        g_string_append (types, ", ");
      lp_type_write (node->children[i]->type, types);
    }
  return lp_check_reject (checker, node, node->at, LP_EXPR_ERROR_NO_OVERLOAD, error,
                          _("no such overload: “%s” does not take (%s)"), node->name, types->str);
}

/* Nothing has to be looked at when it is called: neither may an argument be anything, nor an object null. */
static gboolean
is_certain (const LpFunction *function, LpNode *const *args, guint n_args)
{
  for (guint i = 0; i < n_args; i++)
    {
      LpTypeKind wanted = function->params[MIN (i, function->n_params - 1)]->kind;

      if (wanted == LP_TYPE_OBJECT
          || (wanted != LP_TYPE_DYN && wanted != LP_TYPE_PARAM && args[i]->type->kind == LP_TYPE_DYN))
        return FALSE;
    }
  return TRUE;
}

static gboolean
ask_function (LpChecker *checker, LpNode *node, const LpFunction *function, GError **error)
{
  const LpType **types = lp_arena_alloc (&checker->expr->arena, node->n_children * sizeof *types);
  LpValue *constants = lp_arena_alloc (&checker->expr->arena, node->n_children * sizeof *constants);
  LpCallCheck check
      = { .types = types, .constants = constants, .n_args = node->n_children, .result = node->type };
  g_autoptr (GError) refusal = NULL;

  for (guint i = 0; i < node->n_children; i++)
    {
      types[i] = node->children[i]->type;
      constants[i] = node->children[i]->kind == LP_NODE_CONSTANT ? node->children[i]->constant
                                                                 : (LpValue){ .kind = LP_VALUE_UNKNOWN };
    }
  if (!function->check (&check, function->data, &refusal))
    return lp_check_reject (checker, node,
                            check.wrong < node->n_children ? node->children[check.wrong]->at : node->at,
                            LP_EXPR_ERROR_ARGUMENT, error, "%s", refusal->message);
  node->type = check.result;
  node->plan->site = check.site;
  return TRUE;
}

/* A regular expression that is a constant is compiled here, once. */
static gboolean
prepare_pattern (LpChecker *checker, LpNode *node, GError **error)
{
  LpExpr *expr = checker->expr;
  g_autoptr (GError) refusal = NULL;
  GRegex *regex;

  if (node->children[1]->kind != LP_NODE_CONSTANT || node->children[1]->constant.kind != LP_VALUE_STRING)
    return TRUE;
  regex = lp_pattern_compile (node->children[1]->constant, &refusal);
  if (regex == NULL)
    return lp_check_reject (checker, node, node->children[1]->at, LP_EXPR_ERROR_REGEX, error, "%s",
                            refusal->message);
  if (expr->patterns == NULL)
    expr->patterns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_regex_unref);
  g_ptr_array_add (expr->patterns, regex);
  node->plan->site = (guint64) (gsize) regex;
  return TRUE;
}

static gboolean
is_builtin (const Overloads *overloads, const LpFunction *function)
{
  return overloads->overloads[0] != NULL
         && g_ptr_array_find ((GPtrArray *) overloads->overloads[0], function, NULL);
}

/* The plan with every overload that may turn out to be the one; also the type of the result. */
static void
plan_call (LpChecker *checker, LpNode *node, const Overloads *overloads, guint n_named)
{
  LpArena *arena = &checker->expr->arena;
  const LpFunction **candidates = lp_arena_alloc (arena, MAX (n_named, 1) * sizeof *candidates);
  LpCallPlan *plan = lp_arena_alloc0 (arena, sizeof *plan);
  LpTypeBindings bindings;
  const LpFunction *function;

  plan->candidates = candidates;
  node->type = NULL;
  for (guint i = 0; (function = overload_at (overloads, i)) != NULL; i++)
    if (function->method == node->absolute && function->lambda == NULL
        && takes_count (function, node->n_children)
        && first_wrong (checker, function, node->children, node->n_children, &bindings) == node->n_children)
      {
        const LpType *result = lp_check_substitute (checker, function->result, &bindings);

        node->type = node->type == NULL ? result : lp_type_join (node->type, result);
        candidates[plan->n_candidates++] = function;
      }
  plan->certain = plan->n_candidates == 1 && is_certain (candidates[0], node->children, node->n_children);
  node->plan = plan;
}

static gboolean
check_function (LpChecker *checker, LpNode *node, const Overloads *overloads, GError **error)
{
  const LpFunction *function, *only = NULL;
  guint n_named = 0;

  for (guint i = 0; (function = overload_at (overloads, i)) != NULL; i++)
    if (function->method == node->absolute && function->lambda == NULL)
      only = n_named++ == 0 ? function : NULL;
  if (n_named == 0)
    return reject_unknown_function (checker, node, overloads, error);
  for (guint i = 0; i < node->n_children; i++)
    if (!lp_check_node (checker, node->children[i], error))
      return FALSE;
  plan_call (checker, node, overloads, n_named);
  if (node->plan->n_candidates == 0)
    return reject_arguments (checker, node, only, error);
  function = node->plan->candidates[0];
  if (!is_builtin (overloads, function))
    return node->plan->n_candidates > 1 || function->check == NULL
           || ask_function (checker, node, function, error);
  if (g_str_equal (node->name, "matches") && !prepare_pattern (checker, node, error))
    return FALSE;
  return node->kind != LP_NODE_CALL || lp_check_fold (checker, node, !checker->options->dynamic, error);
}

static gboolean
take_variable (LpChecker *checker, const LpNode *node, const LpNode *variable, GError **error)
{
  if (variable->kind == LP_NODE_NAME && !variable->absolute)
    return TRUE;
  return lp_source_fail (&checker->expr->source, variable->at, LP_EXPR_ERROR_SYNTAX, error,
                         _("“%s” wants the name of a variable here, such as x"), node->name);
}

/* A function of the host with a variable and what to evaluate with it as its last two arguments. */
static gboolean
check_lambda (LpChecker *checker, LpNode *node, const LpFunction *function, GError **error)
{
  guint n_args = node->n_children - 2;
  const LpNode *variable = node->children[n_args];
  LpNode *body = node->children[n_args + 1];
  LpCallPlan *plan = lp_arena_alloc0 (&checker->expr->arena, sizeof *plan);
  const LpFunction **candidates = lp_arena_alloc (&checker->expr->arena, sizeof *candidates);
  LpTypeBindings bindings;
  LpScope scope;

  if (!take_variable (checker, node, variable, error))
    return FALSE;
  for (guint i = 0; i < n_args; i++)
    if (!lp_check_node (checker, node->children[i], error))
      return FALSE;
  lp_check_push (checker, &scope, variable->name, function->lambda);
  plan->lambda_slot = scope.slot;
  gboolean sound = lp_check_node (checker, body, error);
  lp_check_pop (checker);
  if (!sound || !lp_check_is (checker, body, function->lambda_result, _("this"), error))
    return FALSE;
  node->n_children = n_args;
  if (first_wrong (checker, function, node->children, n_args, &bindings) < n_args)
    return reject_arguments (checker, node, function, error);
  candidates[0] = function;
  plan->candidates = candidates;
  plan->n_candidates = 1;
  plan->lambda = body;
  plan->certain = is_certain (function, node->children, n_args);
  node->plan = plan;
  node->type = lp_check_substitute (checker, function->result, &bindings);
  return function->check == NULL || ask_function (checker, node, function, error);
}

static gboolean
check_has (LpChecker *checker, LpNode *node, GError **error)
{
  LpNode *field = node->n_children == 1 ? node->children[0] : NULL;

  if (field == NULL || field->kind != LP_NODE_FIELD)
    return lp_source_fail (&checker->expr->source, node->at, LP_EXPR_ERROR_SYNTAX, error,
                           _("has() takes a field: write has(value.field)"));
  if (!lp_check_node (checker, field, error))
    return FALSE;
  if (field->kind == LP_NODE_CONSTANT)
    return lp_check_reject (checker, node, node->at, LP_EXPR_ERROR_NO_FIELD, error,
                            _("this is a type, not a field"));
  *node = *field;
  if (field->kind == LP_NODE_FIELD)
    {
      node->kind = LP_NODE_HAS;
      node->type = &lp_type_bool;
    }
  return TRUE;
}

/* The macro that the call is; LP_N_MACROS where it is none. */
static LpMacro
find_macro (const LpNode *node)
{
  if (!node->absolute)
    return LP_N_MACROS;
  if (g_str_equal (node->name, "map") && node->n_children == 4)
    return LP_MACRO_MAP;
  if (node->n_children != 3)
    return LP_N_MACROS;
  if (g_str_equal (node->name, "existsOne"))
    return LP_MACRO_EXISTS_ONE;
  for (guint macro = 0; macro < LP_N_MACROS; macro++)
    if (g_str_equal (node->name, lp_macro_name (macro)))
      return macro;
  return LP_N_MACROS;
}

static const LpType *
macro_result (LpChecker *checker, const LpNode *node, const LpType *item, const LpType *last)
{
  switch ((LpMacro) node->op)
    {
    case LP_MACRO_MAP:
      return lp_check_list_type (checker, last);
    case LP_MACRO_FILTER:
      return lp_check_list_type (checker, item);
    case LP_MACRO_GROUP_BY:
      return lp_check_list_type (checker, lp_check_list_type (checker, item));
    default:
      return &lp_type_bool;
    }
}

static gboolean
check_macro_parts (LpChecker *checker, LpNode *node, const LpType *item, const char *variable, GError **error)
{
  gboolean first_is_condition
      = node->op <= LP_MACRO_EXISTS_ONE || node->op == LP_MACRO_FILTER || node->n_children == 3;
  gboolean sound = TRUE;
  LpScope scope;

  lp_check_push (checker, &scope, variable, item);
  node->slot = scope.slot;
  for (guint i = 1; sound && i < node->n_children; i++)
    sound = lp_check_node (checker, node->children[i], error)
            && (i > 1 || !first_is_condition
                || lp_check_is (checker, node->children[i], &lp_type_bool, _("the condition"), error));
  lp_check_pop (checker);
  return sound;
}

static gboolean
check_macro (LpChecker *checker, LpNode *node, LpMacro macro, GError **error)
{
  const LpNode *variable = node->children[1];
  const LpType *range, *item = &lp_type_dyn;

  if (!take_variable (checker, node, variable, error) || !lp_check_node (checker, node->children[0], error))
    return FALSE;
  range = node->children[0]->type;
  if (range->kind == LP_TYPE_LIST || range->kind == LP_TYPE_MAP)
    item = range->inner[0];
  else if (range->kind != LP_TYPE_DYN && !checker->options->dynamic)
    {
      g_autofree char *found = lp_type_to_string (range);

      return lp_source_fail (&checker->expr->source, node->at, LP_EXPR_ERROR_NO_OVERLOAD, error,
                             _("“%s” walks over a list or a map, not a value of type %s"), node->name,
                             found);
    }
  memmove (&node->children[1], &node->children[2], (node->n_children - 2) * sizeof node->children[0]);
  node->n_children--;
  node->kind = LP_NODE_MACRO;
  node->op = macro;
  if (!check_macro_parts (checker, node, item, variable->name, error))
    return FALSE;
  node->type = macro_result (checker, node, item, node->children[node->n_children - 1]->type);
  return TRUE;
}

gboolean
lp_check_call (LpChecker *checker, LpNode *node, GError **error)
{
  Overloads overloads = find_overloads (checker, node->name);
  LpMacro macro = find_macro (node);
  const LpFunction *function;

  if (macro < LP_N_MACROS)
    return check_macro (checker, node, macro, error);
  if (!node->absolute && g_str_equal (node->name, "has"))
    return check_has (checker, node, error);
  for (guint i = 0; (function = overload_at (&overloads, i)) != NULL; i++)
    if (function->lambda != NULL && function->method == node->absolute
        && node->n_children == function->n_params + 2)
      return check_lambda (checker, node, function, error);
  return check_function (checker, node, &overloads, error);
}
