#include <glib/gi18n.h>

#include "expr/check-private.h"
#include "expr/check-operator.h"
#include "expr/run-private.h"
#include "expr/schema-private.h"
#include "expr/suggest.h"

gboolean
lp_check_reject (
    LpChecker *checker, LpNode *node, gsize at, LpExprErrorCode code, GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  if (!checker->options->dynamic)
    return lp_source_fail (&checker->expr->source, at, code, error, "%s", message);
  node->kind = LP_NODE_FAILURE;
  node->op = code;
  node->name = lp_arena_strndup (&checker->expr->arena, message, strlen (message));
  node->type = &lp_type_dyn;
  node->n_children = 0;
  return TRUE;
}

gboolean
lp_check_is (LpChecker *checker, LpNode *node, const LpType *type, const char *what, GError **error)
{
  if (checker->options->dynamic || lp_type_assignable (type, node->type, NULL))
    return TRUE;
  g_autofree char *wanted = lp_type_to_string (type);
  g_autofree char *found = lp_type_to_string (node->type);
  return lp_source_fail (&checker->expr->source, node->at, LP_EXPR_ERROR_NO_OVERLOAD, error,
                         _("%s is of type %s; %s belongs here"), what, found, wanted);
}

void
lp_check_push (LpChecker *checker, LpScope *scope, const char *name, const LpType *type)
{
  *scope = (LpScope){ .outer = checker->scope, .name = name, .type = type, .slot = checker->n_slots++ };
  checker->scope = scope;
  checker->expr->n_slots = MAX (checker->expr->n_slots, checker->n_slots);
}

void
lp_check_pop (LpChecker *checker)
{
  checker->scope = checker->scope->outer;
  checker->n_slots--;
}

static const LpType *
new_type (LpChecker *checker, LpTypeKind kind, const LpType *first, const LpType *second)
{
  LpType *type = lp_arena_alloc0 (&checker->expr->arena, sizeof *type);

  type->kind = kind;
  type->inner[0] = first;
  type->inner[1] = second;
  return type;
}

const LpType *
lp_check_list_type (LpChecker *checker, const LpType *item)
{
  return item->kind == LP_TYPE_DYN ? &lp_type_list_dyn : new_type (checker, LP_TYPE_LIST, item, NULL);
}

const LpType *
lp_check_substitute (LpChecker *checker, const LpType *type, const LpTypeBindings *bindings)
{
  switch (type->kind)
    {
    case LP_TYPE_PARAM:
      return bindings->params[type->id] != NULL ? bindings->params[type->id] : &lp_type_dyn;
    case LP_TYPE_LIST:
      return lp_check_list_type (checker, lp_check_substitute (checker, type->inner[0], bindings));
    case LP_TYPE_MAP:
      return new_type (checker, LP_TYPE_MAP, lp_check_substitute (checker, type->inner[0], bindings),
                       lp_check_substitute (checker, type->inner[1], bindings));
    default:
      return type;
    }
}

gboolean
lp_check_fold (LpChecker *checker, LpNode *node, gboolean strict, GError **error)
{
  LpExpr *expr = checker->expr;
  LpValue value;

  for (guint i = 0; i < node->n_children; i++)
    if (node->children[i]->kind != LP_NODE_CONSTANT)
      return TRUE;
  if (expr->folding == NULL)
    {
      expr->folding = lp_expr_run_new (expr->schema, NULL);
      lp_expr_run_set_limits (expr->folding, 1 << 20, 1 << 20);
    }
  expr->folding->expr = expr;
  value = lp_eval_node (expr->folding, node);
  if (value.kind == LP_VALUE_ERROR && strict && value.failure->code != LP_EXPR_ERROR_LIMIT)
    {
      g_propagate_error (error, lp_expr_run_error (expr->folding, value));
      return FALSE;
    }
  if (!lp_value_is_definite (value))
    return TRUE;
  node->kind = LP_NODE_CONSTANT;
  node->n_children = 0;
  node->constant = value;
  return TRUE;
}

static const LpType *
constant_type (LpValue value)
{
  static const LpType *const types[] = {
    [LP_VALUE_NULL] = &lp_type_null,     [LP_VALUE_BOOL] = &lp_type_bool,
    [LP_VALUE_INT] = &lp_type_int,       [LP_VALUE_UINT] = &lp_type_uint,
    [LP_VALUE_DOUBLE] = &lp_type_double, [LP_VALUE_STRING] = &lp_type_string,
    [LP_VALUE_BYTES] = &lp_type_bytes,
  };

  return types[value.kind];
}

/* Names of types are values too. NULL where the name is none. */
static const char *
find_type_name (const char *name)
{
  static const char *const names[] = { "bool",
                                       "bytes",
                                       "double",
                                       "int",
                                       "list",
                                       "map",
                                       "null_type",
                                       "string",
                                       "type",
                                       "uint",
                                       "google.protobuf.Duration",
                                       "google.protobuf.Timestamp" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      return names[i];
  return NULL;
}

/* Variables of macros, then the locals, then those of the schema. */
static gboolean
find_variable (LpChecker *checker, const LpNode *node, guint *slot, const LpType **type)
{
  guint n = lp_schema_n_variables (checker->expr->schema);
  const LpSchemaVariable *variable;

  for (const LpScope *scope = node->absolute ? NULL : checker->scope; scope != NULL; scope = scope->outer)
    if (g_str_equal (scope->name, node->name))
      {
        *slot = scope->slot;
        *type = scope->type;
        return TRUE;
      }
  for (guint i = 0; i < checker->options->n_locals; i++)
    if (g_str_equal (checker->options->locals[i].name, node->name))
      {
        *slot = n + i;
        *type = checker->options->locals[i].type;
        return TRUE;
      }
  variable = lp_schema_find_variable (checker->expr->schema, node->name, slot);
  if (variable != NULL)
    *type = variable->type;
  return variable != NULL;
}

static void
make_type_constant (LpNode *node, const char *name)
{
  node->kind = LP_NODE_CONSTANT;
  node->n_children = 0;
  node->constant = (LpValue){ .kind = LP_VALUE_TYPE, .type = name };
  node->type = &lp_type_type;
}

static gboolean
reject_name (LpChecker *checker, LpNode *node, GError **error)
{
  LpSuggestion best = LP_SUGGESTION_INIT (node->name);
  const char *known = lp_schema_suggest_variable (checker->expr->schema, node->name);

  for (const LpScope *scope = checker->scope; scope != NULL; scope = scope->outer)
    lp_suggestion_try (&best, scope->name);
  for (guint i = 0; i < checker->options->n_locals; i++)
    lp_suggestion_try (&best, checker->options->locals[i].name);
  if (known != NULL)
    lp_suggestion_try (&best, known);
  if (best.name != NULL)
    return lp_check_reject (checker, node, node->at, LP_EXPR_ERROR_NO_VARIABLE, error,
                            _("there is no variable “%s”; did you mean “%s”?"), node->name, best.name);
  return lp_check_reject (checker, node, node->at, LP_EXPR_ERROR_NO_VARIABLE, error,
                          _("there is no variable “%s”; a text is written in quotes: '%s'"), node->name,
                          node->name);
}

static gboolean
check_name (LpChecker *checker, LpNode *node, GError **error)
{
  const char *type_name;

  if (find_variable (checker, node, &node->slot, &node->type))
    {
      node->kind = LP_NODE_VARIABLE;
      return TRUE;
    }
  type_name = find_type_name (node->name);
  if (type_name == NULL)
    return reject_name (checker, node, error);
  make_type_constant (node, type_name);
  return TRUE;
}

/* google.protobuf.Duration and the like: a chain of fields whose first name is no variable. */
static const char *
find_qualified_type (LpChecker *checker, const LpNode *node)
{
  const LpNode *root = node;
  g_autoptr (GString) name = g_string_new (NULL);
  const LpType *type;
  guint slot;

  for (; root->kind == LP_NODE_FIELD; root = root->children[0])
    {
      g_string_prepend (name, root->name);
      g_string_prepend_c (name, '.');
    }
  if (root->kind != LP_NODE_NAME || find_variable (checker, root, &slot, &type))
    return NULL;
  g_string_prepend (name, root->name);
  return find_type_name (name->str);
}

static gboolean
reject_field (LpChecker *checker, LpNode *node, const LpType *owner, GError **error)
{
  const LpObjectClass *class = lp_schema_get_class (checker->expr->schema, owner->id);
  const char *of = owner->refinement != NULL ? owner->refinement : owner->name;
  g_autofree char *meant = class->suggest_field != NULL
                               ? class->suggest_field (owner->refinement, node->name, class->data)
                               : NULL;

  if (meant != NULL)
    return lp_check_reject (checker, node, node->at, LP_EXPR_ERROR_NO_FIELD, error,
                            _("no property “%s” of %s; did you mean “%s”?"), node->name, of, meant);
  return lp_check_reject (checker, node, node->at, LP_EXPR_ERROR_NO_FIELD, error,
                          _("no property “%s” of %s"), node->name, of);
}

static gboolean
check_object_field (LpChecker *checker, LpNode *node, const LpType *owner, GError **error)
{
  const LpObjectClass *class = lp_schema_get_class (checker->expr->schema, owner->id);

  if (!class->find_field (owner->refinement, node->name, &node->field, class->data))
    return reject_field (checker, node, owner, error);
  node->slot = owner->id;
  node->type = node->field.type;
  return TRUE;
}

static gboolean
check_field (LpChecker *checker, LpNode *node, GError **error)
{
  const char *type_name = find_qualified_type (checker, node);

  if (type_name != NULL)
    {
      make_type_constant (node, type_name);
      return TRUE;
    }
  if (!lp_check_node (checker, node->children[0], error))
    return FALSE;
  const LpType *owner = node->children[0]->type;
  node->type = &lp_type_dyn;
  if (owner->kind == LP_TYPE_OBJECT)
    return check_object_field (checker, node, owner, error);
  if (owner->kind == LP_TYPE_MAP && lp_type_assignable (owner->inner[0], &lp_type_string, NULL))
    node->type = owner->inner[1];
  else if (owner->kind != LP_TYPE_DYN)
    {
      g_autofree char *found = lp_type_to_string (owner);

      return lp_check_reject (checker, node, node->at, LP_EXPR_ERROR_NO_FIELD, error,
                              _("a value of type %s has no field “%s”"), found, node->name);
    }
  return TRUE;
}

static gboolean
check_children (LpChecker *checker, LpNode *node, GError **error)
{
  for (guint i = 0; i < node->n_children; i++)
    if (!lp_check_node (checker, node->children[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
check_logic (LpChecker *checker, LpNode *node, GError **error)
{
  if (!check_children (checker, node, error))
    return FALSE;
  for (guint i = 0; i < node->n_children; i++)
    if (!lp_check_is (checker, node->children[i], &lp_type_bool,
                      node->kind == LP_NODE_AND ? _("this side of &&") : _("this side of ||"), error))
      return FALSE;
  node->type = &lp_type_bool;
  return TRUE;
}

static gboolean
check_condition (LpChecker *checker, LpNode *node, GError **error)
{
  if (!check_children (checker, node, error)
      || !lp_check_is (checker, node->children[0], &lp_type_bool, _("the condition before “?”"), error))
    return FALSE;
  const LpType *then = node->children[1]->type, *otherwise = node->children[2]->type;
  node->type = lp_type_join (then, otherwise);
  if (checker->options->dynamic || lp_type_assignable (then, otherwise, NULL)
      || lp_type_assignable (otherwise, then, NULL))
    return TRUE;
  g_autofree char *first = lp_type_to_string (then);
  g_autofree char *second = lp_type_to_string (otherwise);
  return lp_source_fail (&checker->expr->source, node->at, LP_EXPR_ERROR_NO_OVERLOAD, error,
                         _("the two sides of “:” are of the types %s and %s: make them the same"), first,
                         second);
}

/* The type that holds every `step`-th child from `first` on. */
static const LpType *
join_children (const LpNode *node, guint first, guint step)
{
  const LpType *type = node->n_children > first ? node->children[first]->type : &lp_type_dyn;

  for (guint i = first + step; i < node->n_children; i += step)
    type = lp_type_join (type, node->children[i]->type);
  return type;
}

static gboolean
check_list (LpChecker *checker, LpNode *node, GError **error)
{
  if (!check_children (checker, node, error))
    return FALSE;
  node->type = lp_check_list_type (checker, join_children (node, 0, 1));
  return lp_check_fold (checker, node, FALSE, error);
}

static gboolean
check_map (LpChecker *checker, LpNode *node, GError **error)
{
  if (!check_children (checker, node, error))
    return FALSE;
  node->type = new_type (checker, LP_TYPE_MAP, join_children (node, 0, 2), join_children (node, 1, 2));
  return lp_check_fold (checker, node, !checker->options->dynamic, error);
}

gboolean
lp_check_node (LpChecker *checker, LpNode *node, GError **error)
{
  switch ((LpNodeKind) node->kind)
    {
    case LP_NODE_CONSTANT:
      node->type = constant_type (node->constant);
      return TRUE;
    case LP_NODE_NAME:
      return check_name (checker, node, error);
    case LP_NODE_FIELD:
      return check_field (checker, node, error);
    case LP_NODE_OPERATOR:
      return check_children (checker, node, error) && lp_check_operator (checker, node, error);
    case LP_NODE_AND:
    case LP_NODE_OR:
      return check_logic (checker, node, error);
    case LP_NODE_CONDITION:
      return check_condition (checker, node, error);
    case LP_NODE_LIST:
      return check_list (checker, node, error);
    case LP_NODE_MAP:
      return check_map (checker, node, error);
    case LP_NODE_CALL:
      return lp_check_call (checker, node, error);
    case LP_NODE_VARIABLE:
    case LP_NODE_HAS:
    case LP_NODE_MACRO:
    case LP_NODE_FAILURE:
      break; /* made by the checker: it does not meet them again */
    }
  g_assert_not_reached ();
}
