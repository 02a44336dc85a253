#include "expr/parser.h"

#include <glib/gi18n.h>

#include "expr/lexer.h"

typedef struct
{
  LpLexer lexer;
  LpArena *arena;
  LpToken token; /* the one to be looked at */
  guint nesting;
} Parser;

static LpNode *parse_expression (Parser *parser, GError **error);

LpNode *
lp_node_new (LpArena *arena, LpNodeKind kind, gsize at, LpNode *const *children, guint n_children)
{
  LpNode *node = lp_arena_alloc0 (arena, sizeof *node);
  guint depth = 0;

  node->kind = kind;
  node->at = at;
  node->n_children = n_children;
  if (n_children > 0)
    node->children = memcpy (lp_arena_alloc (arena, n_children * sizeof *children), children,
                             n_children * sizeof *children);
  for (guint i = 0; i < n_children; i++)
    depth = MAX (depth, children[i]->depth);
  node->depth = MIN (depth + 1, G_MAXUINT8);
  return node;
}

static gboolean
too_deep (Parser *parser, gsize at, GError **error)
{
  return lp_source_fail (parser->lexer.source, at, LP_EXPR_ERROR_TOO_DEEP, error,
                         _("nested deeper than %d: split the expression"), LP_EXPR_MAX_DEPTH);
}

/* Every node that the parser makes goes through here, so that no tree is deeper than the evaluation follows.
 */
static LpNode *
new_node (
    Parser *parser, LpNodeKind kind, gsize at, LpNode *const *children, guint n_children, GError **error)
{
  LpNode *node = lp_node_new (parser->arena, kind, at, children, n_children);

  if (node->depth <= LP_EXPR_MAX_DEPTH)
    return node;
  too_deep (parser, at, error);
  return NULL;
}

static LpNode *
new_array_node (Parser *parser, LpNodeKind kind, gsize at, const GPtrArray *children, GError **error)
{
  return new_node (parser, kind, at, (LpNode *const *) children->pdata, children->len, error);
}

static LpNode *
new_constant (Parser *parser, gsize at, LpValue value)
{
  LpNode *node = lp_node_new (parser->arena, LP_NODE_CONSTANT, at, NULL, 0);

  node->constant = value;
  return node;
}

static gboolean
advance (Parser *parser, GError **error)
{
  return lp_lexer_next (&parser->lexer, &parser->token, error);
}

static gboolean
is_punctuation (const Parser *parser, guint op)
{
  return parser->token.kind == LP_TOKEN_PUNCTUATION && parser->token.op == op;
}

static LpNode *
unexpected (Parser *parser, const char *wanted, GError **error)
{
  const LpToken *token = &parser->token;
  const LpSource *source = parser->lexer.source;

  if (token->kind == LP_TOKEN_END)
    lp_source_fail (source, token->at, LP_EXPR_ERROR_SYNTAX, error,
                    _("the expression ends where %s belongs"), wanted);
  else
    lp_source_fail (source, token->at, LP_EXPR_ERROR_SYNTAX, error, _("“%.*s” stands where %s belongs"),
                    (int) MIN (token->length, 40), source->text + token->at, wanted);
  return NULL;
}

/* Passes over the token, which must be this one. */
static gboolean
expect (Parser *parser, char op, GError **error)
{
  char wanted[] = { op, '\0' };

  if (is_punctuation (parser, (guint) op))
    return advance (parser, error);
  unexpected (parser, wanted, error);
  return FALSE;
}

/* Passes the opening bracket of a list or map. CEL takes a comma before the closing one, even where it is all
 * there is. */
static gboolean
open_literal (Parser *parser, char close, GError **error)
{
  char wanted[] = { close, '\0' };

  if (!advance (parser, error))
    return FALSE;
  if (!is_punctuation (parser, ','))
    return TRUE;
  return advance (parser, error)
         && (is_punctuation (parser, (guint) close) || unexpected (parser, wanted, error) != NULL);
}

/* Expressions with commas between, up to `close`, which is passed. */
static gboolean
parse_items (Parser *parser, GPtrArray *items, char close, GError **error)
{
  gboolean more = !is_punctuation (parser, (guint) close);

  while (more)
    {
      LpNode *item = parse_expression (parser, error);

      if (item == NULL)
        return FALSE;
      g_ptr_array_add (items, item);
      more = is_punctuation (parser, ',');
      if (more && !advance (parser, error))
        return FALSE;
      if (close == ']' && is_punctuation (parser, ']'))
        break;
    }
  return expect (parser, close, error);
}

static LpNode *
parse_list (Parser *parser, GError **error)
{
  gsize at = parser->token.at;
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  if (!open_literal (parser, ']', error) || !parse_items (parser, items, ']', error))
    return NULL;
  return new_array_node (parser, LP_NODE_LIST, at, items, error);
}

static LpNode *
parse_map (Parser *parser, GError **error)
{
  gsize at = parser->token.at;
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  if (!open_literal (parser, '}', error))
    return NULL;
  while (!is_punctuation (parser, '}'))
    {
      LpNode *key = parse_expression (parser, error);
      LpNode *value = key != NULL && expect (parser, ':', error) ? parse_expression (parser, error) : NULL;

      if (value == NULL)
        return NULL;
      g_ptr_array_add (entries, key);
      g_ptr_array_add (entries, value);
      if (!is_punctuation (parser, ','))
        break;
      if (!advance (parser, error))
        return NULL;
    }
  return expect (parser, '}', error) ? new_array_node (parser, LP_NODE_MAP, at, entries, error) : NULL;
}

/* NAME(...) where `receiver` is NULL, else receiver.NAME(...). The opening parenthesis is the token. */
static LpNode *
parse_call (Parser *parser, LpNode *receiver, const char *name, gsize at, GError **error)
{
  g_autoptr (GPtrArray) args = g_ptr_array_new ();
  LpNode *call;

  if (receiver != NULL)
    g_ptr_array_add (args, receiver);
  if (!advance (parser, error) || !parse_items (parser, args, ')', error))
    return NULL;
  call = new_array_node (parser, LP_NODE_CALL, at, args, error);
  if (call == NULL)
    return NULL;
  call->name = name;
  call->absolute = receiver != NULL;
  return call;
}

static LpNode *
parse_name (Parser *parser, GError **error)
{
  gsize at = parser->token.at;
  gboolean absolute = is_punctuation (parser, '.');
  LpValue name;

  if (absolute && !advance (parser, error))
    return NULL;
  if (parser->token.kind != LP_TOKEN_NAME)
    return unexpected (parser, _("a name"), error);
  name = parser->token.value;
  if (lp_name_reserved (name))
    {
      lp_source_fail (parser->lexer.source, parser->token.at, LP_EXPR_ERROR_SYNTAX, error,
                      _("“%s” is a reserved word: no variable or function can have this name"), name.string);
      return NULL;
    }
  if (!advance (parser, error))
    return NULL;
  if (is_punctuation (parser, '('))
    return parse_call (parser, NULL, name.string, at, error);
  LpNode *node = lp_node_new (parser->arena, LP_NODE_NAME, at, NULL, 0);
  node->name = name.string;
  node->absolute = absolute;
  return node;
}

static LpNode *
parse_primary (Parser *parser, GError **error)
{
  LpToken token = parser->token;
  LpNode *inner;

  switch (token.kind)
    {
    case LP_TOKEN_LITERAL:
      return advance (parser, error) ? new_constant (parser, token.at, token.value) : NULL;
    case LP_TOKEN_INT:
      if (token.value.uinteger > G_MAXINT64)
        {
          lp_source_fail (parser->lexer.source, token.at, LP_EXPR_ERROR_OVERFLOW, error,
                          _("the number does not fit an int: the largest is 9223372036854775807"));
          return NULL;
        }
      return advance (parser, error)
                 ? new_constant (parser, token.at, lp_value_int ((gint64) token.value.uinteger))
                 : NULL;
    case LP_TOKEN_NAME:
      return parse_name (parser, error);
    case LP_TOKEN_PUNCTUATION:
      if (token.op == '.')
        return parse_name (parser, error);
      if (token.op == '[')
        return parse_list (parser, error);
      if (token.op == '{')
        return parse_map (parser, error);
      if (token.op == '(')
        {
          inner = advance (parser, error) ? parse_expression (parser, error) : NULL;
          return inner != NULL && expect (parser, ')', error) ? inner : NULL;
        }
      G_GNUC_FALLTHROUGH;
    default:
      return unexpected (parser, _("a value"), error);
    }
}

static LpNode *
parse_selector (Parser *parser, LpNode *operand, GError **error)
{
  gsize at = parser->token.at;
  LpToken name;
  LpNode *node;

  if (!advance (parser, error))
    return NULL;
  name = parser->token;
  if (name.kind != LP_TOKEN_NAME && name.kind != LP_TOKEN_QUOTED_NAME)
    return unexpected (parser, _("the name of a field or function"), error);
  if (!advance (parser, error))
    return NULL;
  if (name.kind == LP_TOKEN_NAME && is_punctuation (parser, '('))
    return parse_call (parser, operand, name.value.string, name.at, error);
  node = new_node (parser, LP_NODE_FIELD, name.kind == LP_TOKEN_NAME ? name.at : at, &operand, 1, error);
  if (node != NULL)
    node->name = name.value.string;
  return node;
}

static LpNode *
parse_index (Parser *parser, LpNode *operand, GError **error)
{
  gsize at = parser->token.at;
  LpNode *pair[2] = { operand, NULL };
  LpNode *node;

  pair[1] = advance (parser, error) ? parse_expression (parser, error) : NULL;
  if (pair[1] == NULL || !expect (parser, ']', error))
    return NULL;
  node = new_node (parser, LP_NODE_OPERATOR, at, pair, 2, error);
  if (node != NULL)
    node->op = LP_OP_INDEX;
  return node;
}

static gboolean
is_qualified_name (const LpNode *node)
{
  while (node->kind == LP_NODE_FIELD)
    node = node->children[0];
  return node->kind == LP_NODE_NAME;
}

static LpNode *
parse_member (Parser *parser, GError **error)
{
  LpNode *node = parse_primary (parser, error);

  while (node != NULL)
    {
      if (is_punctuation (parser, '.'))
        node = parse_selector (parser, node, error);
      else if (is_punctuation (parser, '['))
        node = parse_index (parser, node, error);
      else if (is_punctuation (parser, '{') && is_qualified_name (node))
        {
          lp_source_fail (parser->lexer.source, parser->token.at, LP_EXPR_ERROR_SYNTAX, error,
                          _("there are no message types here: write a map as {'key': value}"));
          return NULL;
        }
      else
        break;
    }
  return node;
}

/* The minus before a literal belongs to it: only so can the smallest int be written. */
static LpNode *
parse_negative_literal (Parser *parser, gsize at, GError **error)
{
  guint64 magnitude = parser->token.value.uinteger;
  LpNode *node;

  if (magnitude > (guint64) G_MAXINT64 + 1)
    {
      lp_source_fail (parser->lexer.source, at, LP_EXPR_ERROR_OVERFLOW, error,
                      _("the number does not fit an int: the smallest is -9223372036854775808"));
      return NULL;
    }
  /* Left in the token for parse_member(): it may be the start of -1.field or -1[0]. */
  parser->token.kind = LP_TOKEN_LITERAL;
  parser->token.value = lp_value_int ((gint64) (0 - magnitude));
  node = parse_member (parser, error);
  return node;
}

static LpNode *
parse_unary (Parser *parser, GError **error)
{
  gsize at = parser->token.at;
  guint op = is_punctuation (parser, '!') ? '!' : is_punctuation (parser, '-') ? '-' : 0;
  guint count = 0;
  LpNode *node;

  if (op == 0)
    return parse_member (parser, error);
  while (is_punctuation (parser, op))
    {
      count++;
      if (!advance (parser, error))
        return NULL;
    }
  if (op == '-' && parser->token.kind == LP_TOKEN_INT)
    {
      count--;
      node = parse_negative_literal (parser, at, error);
    }
  else
    node = parse_member (parser, error);
  for (; node != NULL && count > 0; count--)
    {
      node = new_node (parser, LP_NODE_OPERATOR, at, &node, 1, error);
      if (node != NULL)
        node->op = op == '!' ? LP_OP_NOT : LP_OP_NEGATE;
    }
  return node;
}

/* Binary operators that become OPERATOR nodes; the higher level binds tighter. */
static gboolean
binary_operator (const LpToken *token, guint level, LpOp *op)
{
  static const struct
  {
    guint punctuation;
    guint level;
    LpOp op;
  } table[] = {
    { LP_PAIR ('=', '='), 0, LP_OP_EQUAL },
    { LP_PAIR ('!', '='), 0, LP_OP_NOT_EQUAL },
    { '<', 0, LP_OP_LESS },
    { LP_PAIR ('<', '='), 0, LP_OP_LESS_EQUAL },
    { '>', 0, LP_OP_GREATER },
    { LP_PAIR ('>', '='), 0, LP_OP_GREATER_EQUAL },
    { '+', 1, LP_OP_ADD },
    { '-', 1, LP_OP_SUBTRACT },
    { '*', 2, LP_OP_MULTIPLY },
    { '/', 2, LP_OP_DIVIDE },
    { '%', 2, LP_OP_REMAINDER },
  };

  if (token->kind == LP_TOKEN_IN && level == 0)
    {
      *op = LP_OP_IN;
      return TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (token->kind == LP_TOKEN_PUNCTUATION && token->op == table[i].punctuation && level == table[i].level)
      {
        *op = table[i].op;
        return TRUE;
      }
  return FALSE;
}

static LpNode *
parse_binary (Parser *parser, guint level, GError **error)
{
  LpNode *left = level == 2 ? parse_unary (parser, error) : parse_binary (parser, level + 1, error);
  LpOp op;

  while (left != NULL && binary_operator (&parser->token, level, &op))
    {
      gsize at = parser->token.at;
      LpNode *pair[2] = { left, NULL };

      if (!advance (parser, error))
        return NULL;
      pair[1] = level == 2 ? parse_unary (parser, error) : parse_binary (parser, level + 1, error);
      if (pair[1] == NULL)
        return NULL;
      left = new_node (parser, LP_NODE_OPERATOR, at, pair, 2, error);
      if (left != NULL)
        left->op = op;
    }
  return left;
}

/* A chain of && or || is one node, however long. */
static LpNode *
parse_logical (Parser *parser, LpNodeKind kind, GError **error)
{
  guint op = kind == LP_NODE_OR ? LP_PAIR ('|', '|') : LP_PAIR ('&', '&');
  gsize at;
  LpNode *operand
      = kind == LP_NODE_OR ? parse_logical (parser, LP_NODE_AND, error) : parse_binary (parser, 0, error);

  if (operand == NULL || !is_punctuation (parser, op))
    return operand;
  at = parser->token.at;
  g_autoptr (GPtrArray) operands = g_ptr_array_new ();
  g_ptr_array_add (operands, operand);
  while (is_punctuation (parser, op))
    {
      if (!advance (parser, error))
        return NULL;
      operand
          = kind == LP_NODE_OR ? parse_logical (parser, LP_NODE_AND, error) : parse_binary (parser, 0, error);
      if (operand == NULL)
        return NULL;
      g_ptr_array_add (operands, operand);
    }
  return new_array_node (parser, kind, at, operands, error);
}

static LpNode *
parse_condition (Parser *parser, GError **error)
{
  LpNode *parts[3] = { parse_logical (parser, LP_NODE_OR, error), NULL, NULL };
  gsize at = parser->token.at;

  if (parts[0] == NULL || !is_punctuation (parser, '?'))
    return parts[0];
  if (advance (parser, error))
    parts[1] = parse_logical (parser, LP_NODE_OR, error);
  if (parts[1] != NULL && expect (parser, ':', error))
    parts[2] = parse_expression (parser, error);
  return parts[2] != NULL ? new_node (parser, LP_NODE_CONDITION, at, parts, 3, error) : NULL;
}

static LpNode *
parse_expression (Parser *parser, GError **error)
{
  LpNode *node;

  if (parser->nesting >= LP_EXPR_MAX_DEPTH)
    {
      too_deep (parser, parser->token.at, error);
      return NULL;
    }
  parser->nesting++;
  node = parse_condition (parser, error);
  parser->nesting--;
  return node;
}

LpNode *
lp_parse (const LpSource *source, LpArena *arena, GError **error)
{
  Parser parser = { .lexer = { .source = source, .arena = arena }, .arena = arena };
  LpNode *root = advance (&parser, error) ? parse_expression (&parser, error) : NULL;

  if (root != NULL && parser.token.kind != LP_TOKEN_END)
    return unexpected (&parser, _("an operator or the end"), error);
  return root;
}
