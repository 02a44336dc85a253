#include "expr/check-operator.h"

#include <glib/gi18n.h>

#include "expr/run-private.h"
#include "expr/suggest.h"

typedef struct
{
  LpOp op;
  const LpType *result, *operands[2];
} Overload;

#define SAME(op_, type_)                                                                                     \
  {                                                                                                          \
    op_, &lp_type_##type_, { &lp_type_##type_, &lp_type_##type_ }                                            \
  }
#define ARITHMETIC(op_) SAME (op_, int), SAME (op_, uint), SAME (op_, double)
#define TEST(op_, type_)                                                                                     \
  {                                                                                                          \
    op_, &lp_type_bool, { &lp_type_##type_, &lp_type_##type_ }                                               \
  }
#define ORDER(op_)                                                                                           \
  TEST (op_, bool), TEST (op_, int), TEST (op_, uint), TEST (op_, double), TEST (op_, string),               \
      TEST (op_, bytes), TEST (op_, duration), TEST (op_, timestamp)

static const Overload overloads[] = {
  { LP_OP_NOT, &lp_type_bool, { &lp_type_bool } },
  { LP_OP_NEGATE, &lp_type_int, { &lp_type_int } },
  { LP_OP_NEGATE, &lp_type_double, { &lp_type_double } },
  ARITHMETIC (LP_OP_ADD),
  SAME (LP_OP_ADD, string),
  SAME (LP_OP_ADD, bytes),
  SAME (LP_OP_ADD, list_a),
  SAME (LP_OP_ADD, duration),
  { LP_OP_ADD, &lp_type_timestamp, { &lp_type_timestamp, &lp_type_duration } },
  { LP_OP_ADD, &lp_type_timestamp, { &lp_type_duration, &lp_type_timestamp } },
  ARITHMETIC (LP_OP_SUBTRACT),
  SAME (LP_OP_SUBTRACT, duration),
  { LP_OP_SUBTRACT, &lp_type_timestamp, { &lp_type_timestamp, &lp_type_duration } },
  { LP_OP_SUBTRACT, &lp_type_duration, { &lp_type_timestamp, &lp_type_timestamp } },
  ARITHMETIC (LP_OP_MULTIPLY),
  ARITHMETIC (LP_OP_DIVIDE),
  SAME (LP_OP_REMAINDER, int),
  SAME (LP_OP_REMAINDER, uint),
  ORDER (LP_OP_LESS),
  ORDER (LP_OP_LESS_EQUAL),
  ORDER (LP_OP_GREATER),
  ORDER (LP_OP_GREATER_EQUAL),
  { LP_OP_IN, &lp_type_bool, { &lp_type_a, &lp_type_list_a } },
  { LP_OP_IN, &lp_type_bool, { &lp_type_a, &lp_type_map_ab } },
  { LP_OP_INDEX, &lp_type_a, { &lp_type_list_a, &lp_type_int } },
  { LP_OP_INDEX, &lp_type_b, { &lp_type_map_ab, &lp_type_a } },
};

static gboolean
is_number (const LpType *type)
{
  return type->kind == LP_TYPE_INT || type->kind == LP_TYPE_UINT || type->kind == LP_TYPE_DOUBLE;
}

static gboolean
reject_operands (LpChecker *checker, LpNode *node, GError **error)
{
  g_autofree char *first = lp_type_to_string (node->children[0]->type);
  g_autofree char *second = node->n_children > 1 ? lp_type_to_string (node->children[1]->type) : NULL;
  const LpSource *source = &checker->expr->source;
  const char *name = lp_op_name (node->op);

  if (second == NULL)
    return lp_source_fail (source, node->at, LP_EXPR_ERROR_NO_OVERLOAD, error,
                           _("%s does not take a value of type %s"), name, first);
  if (is_number (node->children[0]->type) && is_number (node->children[1]->type))
    return lp_source_fail (
        source, node->at, LP_EXPR_ERROR_NO_OVERLOAD, error,
        _("%s does not take %s and %s together: write both as one type, such as 1, 1u or 1.0, or "
           "convert one with %s(…)"),
        name, first, second, first);
  if (node->op == LP_OP_INDEX)
    return lp_source_fail (source, node->at, LP_EXPR_ERROR_NO_OVERLOAD, error,
                           _("a value of type %s has nothing at an index of type %s"), first, second);
  return lp_source_fail (source, node->at, LP_EXPR_ERROR_NO_OVERLOAD, error,
                         _("%s does not take values of the types %s and %s"), name, first, second);
}

static gboolean
fits (const Overload *overload, const LpNode *node, LpTypeBindings *bindings)
{
  *bindings = (LpTypeBindings){ 0 };
  /* The right operand of `in` says what A is. */
  for (guint i = node->n_children; i-- > 0;)
    {
      guint operand = node->op == LP_OP_IN ? i : node->n_children - 1 - i;

      if (!lp_type_assignable (overload->operands[operand], node->children[operand]->type, bindings))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_choice (const LpExprField *field, LpValue text)
{
  for (const char *const *choice = field->choices; *choice != NULL; choice++)
    if (lp_value_is_string (text, *choice))
      return TRUE;
  return FALSE;
}

static gboolean
reject_choice (LpChecker *checker, const LpExprField *field, const LpNode *constant, LpValue text, GError **error)
{
  g_autofree char *wrong = lp_value_dup_string (text);
  g_autofree char *all = g_strjoinv (", ", (char **) field->choices);
  LpSuggestion best = LP_SUGGESTION_INIT (wrong);

  for (const char *const *choice = field->choices; *choice != NULL; choice++)
    lp_suggestion_try (&best, *choice);
  if (best.name != NULL)
    return lp_source_fail (&checker->expr->source, constant->at, LP_EXPR_ERROR_ARGUMENT, error,
                           _("“%s” is never “%s”; did you mean “%s”?"), field->name, wrong, best.name);
  return lp_source_fail (&checker->expr->source, constant->at, LP_EXPR_ERROR_ARGUMENT, error,
                         _("“%s” is never “%s”: it is one of %.200s"), field->name, wrong, all);
}

static gboolean
check_choice (LpChecker *checker, const LpExprField *field, const LpNode *constant, LpValue text, GError **error)
{
  return text.kind != LP_VALUE_STRING || is_choice (field, text)
         || reject_choice (checker, field, constant, text, error);
}

/* A field with choices beside a text, or a list of texts, that is written out. */
static gboolean
check_choices (LpChecker *checker, const LpNode *node, GError **error)
{
  for (guint i = 0; i < 2 && !checker->options->dynamic; i++)
    {
      const LpNode *field = node->children[i], *constant = node->children[1 - i];

      if (field->kind != LP_NODE_FIELD || field->field.choices == NULL || constant->kind != LP_NODE_CONSTANT)
        continue;
      if (!check_choice (checker, &field->field, constant, constant->constant, error))
        return FALSE;
      for (guint item = 0; constant->constant.kind == LP_VALUE_LIST && item < constant->constant.length;
           item++)
        if (!check_choice (checker, &field->field, constant, lp_value_list_get (constant->constant, item),
                           error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
check_equality (LpChecker *checker, LpNode *node, GError **error)
{
  const LpType *first = node->children[0]->type, *second = node->children[1]->type;

  node->type = &lp_type_bool;
  if (!check_choices (checker, node, error))
    return FALSE;
  if (checker->options->dynamic || lp_type_assignable (first, second, NULL)
      || lp_type_assignable (second, first, NULL))
    return lp_check_fold (checker, node, FALSE, error);
  return reject_operands (checker, node, error);
}

gboolean
lp_check_operator (LpChecker *checker, LpNode *node, GError **error)
{
  const LpType *result = NULL;
  LpTypeBindings bindings;

  if (node->op == LP_OP_EQUAL || node->op == LP_OP_NOT_EQUAL)
    return check_equality (checker, node, error);
  for (gsize i = 0; i < G_N_ELEMENTS (overloads); i++)
    if (overloads[i].op == (LpOp) node->op && fits (&overloads[i], node, &bindings))
      {
        const LpType *type = lp_check_substitute (checker, overloads[i].result, &bindings);

        result = result == NULL ? type : lp_type_join (result, type);
      }
  if (result == NULL && !checker->options->dynamic)
    return reject_operands (checker, node, error);
  node->type = result != NULL ? result : &lp_type_dyn;
  if (node->op == LP_OP_IN && !check_choices (checker, node, error))
    return FALSE;
  return lp_check_fold (checker, node, FALSE, error);
}
