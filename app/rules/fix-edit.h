/* The edits of a fix as a rule's file has them, compiled: docs/rules.md says what each member means. Immutable. */
#pragma once

#include "expr/expr.h"
#include "rules/rule.h"

G_BEGIN_DECLS

typedef enum
{
  LP_FIX_SET,
  LP_FIX_UNSET,
  LP_FIX_REQUIRE,
  LP_FIX_ADD,
  LP_FIX_CONNECT,
  LP_FIX_INSERT,
  LP_FIX_RECONNECT,
  LP_FIX_MOVE,
  LP_FIX_REPLACE,
  LP_FIX_DUPLICATE,
  LP_FIX_SPAN,
  LP_FIX_REMOVE,
  LP_N_FIX_OPS,
} LpFixOp;

/* A place that is found from what is to stand in it. */
typedef enum
{
  LP_FIX_NOWHERE,
  LP_FIX_ANOTHER_ZONE,
  LP_FIX_ANOTHER_REGION,
  LP_FIX_ANOTHER_ACCOUNT,
  LP_FIX_PRIVATE_SUBNET,
  LP_FIX_PUBLIC_SUBNET,
  LP_FIX_RECOVERY_REGION,
} LpFixWhere;

/* Components or connections: an expression, or the name that an edit above gave with `as`. Neither: left out. */
typedef struct
{
  char *name;
  LpExpr *expr;
} LpFixOperand;

static inline gboolean
lp_fix_operand_is_given (const LpFixOperand *operand)
{
  return operand->name != NULL || operand->expr != NULL;
}

/* A value: as written, or what the expression gives. */
typedef struct
{
  JsonNode *literal;
  LpExpr *expr;
} LpFixValue;

typedef struct
{
  char *property;
  LpFixValue value;
} LpFixSetting;

typedef struct
{
  LpFixOp op;
  LpExpr *condition; /* `if`; NULL: always */
  LpFixOperand what; /* `on` for insert */
  LpFixOperand into, beside, from, to, over;
  LpExpr *reuse;
  LpFixWhere where;
  char *as;
  char *kind;           /* of component; for connect and reconnect of connection */
  char *before, *after; /* kinds of connection */
  char *property;       /* or requirement */
  LpFixValue value;
  gboolean ask; /* a person decides the value */
  LpTemplate *label[LP_N_LANGUAGES];
  GArray *set; /* of LpFixSetting */
} LpFixEdit;

LpFixEdit *lp_fix_edit_new (LpFixOp op);
void lp_fix_edit_free (LpFixEdit *edit);
/* "set", "duplicate" ...: as a rule's file has it. */
const char *lp_fix_op_code (LpFixOp op);

/* The members of an edit beside "op" and "if"; each list ends with NULL. */
typedef struct
{
  const char *const *required;
  const char *const *either; /* one of the two at most; where `one_of`, exactly one */
  gboolean one_of;
  const char *const *optional;
} LpFixShape;

LpFixShape lp_fix_op_get_shape (LpFixOp op);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpFixEdit, lp_fix_edit_free)

G_END_DECLS
