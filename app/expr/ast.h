/* The tree of an expression: made by the parser, given names, types and functions by the checker, walked by
 * the evaluation. All of it lies in the expression's arena. */
#pragma once

#include "expr/schema.h"

G_BEGIN_DECLS

typedef enum
{
  LP_NODE_CONSTANT,
  LP_NODE_NAME,      /* parser only: a name, not yet known what of */
  LP_NODE_VARIABLE,  /* `slot` */
  LP_NODE_FIELD,     /* children[0].name */
  LP_NODE_HAS,       /* has(children[0].name) */
  LP_NODE_OPERATOR,  /* `op`, one or two children */
  LP_NODE_AND,       /* two or more children */
  LP_NODE_OR,        /* two or more children */
  LP_NODE_CONDITION, /* three children */
  LP_NODE_LIST,
  LP_NODE_MAP,     /* keys and values alternate */
  LP_NODE_CALL,    /* `call` once it is checked */
  LP_NODE_MACRO,   /* `macro`; children: what it walks over, then what is evaluated for each */
  LP_NODE_FAILURE, /* known to fail: `name` is the message, `op` the code */
} LpNodeKind;

typedef enum
{
  LP_OP_NOT,
  LP_OP_NEGATE,
  LP_OP_ADD,
  LP_OP_SUBTRACT,
  LP_OP_MULTIPLY,
  LP_OP_DIVIDE,
  LP_OP_REMAINDER,
  LP_OP_EQUAL,
  LP_OP_NOT_EQUAL,
  LP_OP_LESS,
  LP_OP_LESS_EQUAL,
  LP_OP_GREATER,
  LP_OP_GREATER_EQUAL,
  LP_OP_IN,
  LP_OP_INDEX,
  LP_N_OPS,
} LpOp;

typedef enum
{
  LP_MACRO_ALL,
  LP_MACRO_EXISTS,
  LP_MACRO_EXISTS_ONE,
  LP_MACRO_MAP,
  LP_MACRO_FILTER,
  LP_MACRO_GROUP_BY,
  LP_N_MACROS,
} LpMacro;

/* "exists_one" */
const char *lp_macro_name (LpMacro macro);

typedef struct _LpNode LpNode;

/* A checked call: what it may turn out to be. */
typedef struct
{
  const LpFunction *const *candidates; /* tried in this order with the arguments that there are */
  guint n_candidates;
  gboolean certain; /* the types leave one candidate and nothing to look at */
  guint64 site;
  guint lambda_slot;
  const LpNode *lambda;
} LpCallPlan;

struct _LpNode
{
  guint8 kind;
  guint8 op;       /* LpOp, LpMacro, or the code of a failure */
  guint8 absolute; /* NAME: written with a dot in front; CALL: has a receiver, which is children[0] */
  guint8 depth;    /* of the tree below it, at least 1 */
  guint32 at;      /* byte in the source */
  guint32 n_children;
  guint32 slot; /* VARIABLE; MACRO: of its first variable */
  LpNode **children;
  const LpType *type;
  union
  {
    LpValue constant;
    const char *name; /* NAME, FIELD, HAS, CALL, FAILURE */
  };
  union
  {
    LpExprField field;    /* FIELD, HAS: where `slot` is the class, found by the checker */
    LpCallPlan *plan; /* CALL */
  };
};

G_END_DECLS
