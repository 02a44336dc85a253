#include "expr/narrow.h"

#include "expr/run-private.h"

/* More lists than this are no gain. */
#define MAX_PARTS 16

typedef struct
{
  const guint32 *items;
  guint n;
} Part;

typedef struct
{
  LpExprRun *run;
  guint variable; /* the schema's */
  guint item;     /* slot of the macro's own */
  Part parts[MAX_PARTS];
  guint n_parts;
} Narrowing;

static gboolean
is_item (const Narrowing *narrowing, const LpNode *node)
{
  return node->kind == LP_NODE_VARIABLE && node->slot == narrowing->item;
}

static gboolean
add_part (Narrowing *narrowing, const char *name, LpValue word)
{
  Part part;

  if (narrowing->n_parts == MAX_PARTS
      || !narrowing->run->select (narrowing->run, narrowing->variable, name, word, &part.items, &part.n))
    return FALSE;
  narrowing->parts[narrowing->n_parts++] = part;
  return TRUE;
}

/* item.field == 'word', either way round */
static gboolean
narrow_equal (Narrowing *narrowing, const LpNode *node)
{
  gboolean turned = node->children[0]->kind == LP_NODE_CONSTANT;
  const LpNode *field = node->children[turned ? 1 : 0], *word = node->children[turned ? 0 : 1];

  return field->kind == LP_NODE_FIELD && is_item (narrowing, field->children[0]) && word->kind == LP_NODE_CONSTANT
         && add_part (narrowing, field->name, word->constant);
}

/* item.field in ['word', 'word'] */
static gboolean
narrow_in (Narrowing *narrowing, const LpNode *node)
{
  const LpNode *field = node->children[0], *words = node->children[1];

  if (field->kind != LP_NODE_FIELD || !is_item (narrowing, field->children[0]))
    return FALSE;
  if (words->kind == LP_NODE_CONSTANT && words->constant.kind == LP_VALUE_LIST)
    {
      for (guint i = 0; i < words->constant.length; i++)
        if (!add_part (narrowing, field->name, lp_value_list_get (words->constant, i)))
          return FALSE;
      return TRUE;
    }
  for (guint i = 0; words->kind == LP_NODE_LIST && i < words->n_children; i++)
    if (words->children[i]->kind != LP_NODE_CONSTANT
        || !add_part (narrowing, field->name, words->children[i]->constant))
      return FALSE;
  return words->kind == LP_NODE_LIST;
}

/* item.method('word') */
static gboolean
narrow_call (Narrowing *narrowing, const LpNode *node)
{
  return node->absolute && node->n_children == 2 && is_item (narrowing, node->children[0])
         && node->children[1]->kind == LP_NODE_CONSTANT
         && add_part (narrowing, node->name, node->children[1]->constant);
}

static gboolean narrow_node (Narrowing *narrowing, const LpNode *node);

/* One operand that is false decides, so any of them may narrow. */
static gboolean
narrow_and (Narrowing *narrowing, const LpNode *node)
{
  guint before = narrowing->n_parts;

  for (guint i = 0; i < node->n_children; i++)
    {
      if (narrow_node (narrowing, node->children[i]))
        return TRUE;
      narrowing->n_parts = before;
    }
  return FALSE;
}

static gboolean
narrow_or (Narrowing *narrowing, const LpNode *node)
{
  for (guint i = 0; i < node->n_children; i++)
    if (!narrow_node (narrowing, node->children[i]))
      return FALSE;
  return TRUE;
}

static gboolean
narrow_node (Narrowing *narrowing, const LpNode *node)
{
  switch ((LpNodeKind) node->kind)
    {
    case LP_NODE_AND:
      return narrow_and (narrowing, node);
    case LP_NODE_OR:
      return narrow_or (narrowing, node);
    case LP_NODE_OPERATOR:
      return node->op == LP_OP_EQUAL ? narrow_equal (narrowing, node)
                                     : node->op == LP_OP_IN && narrow_in (narrowing, node);
    case LP_NODE_CALL:
      return narrow_call (narrowing, node);
    default:
      return FALSE;
    }
}

/* The union of ascending lists, ascending. */
static LpValue
merge (Narrowing *narrowing, guint object_class)
{
  guint at[MAX_PARTS] = { 0 }, total = 0, n = 0;

  if (narrowing->n_parts == 1)
    return lp_value_object_list (object_class, narrowing->parts[0].items, narrowing->parts[0].n);
  for (guint p = 0; p < narrowing->n_parts; p++)
    total += narrowing->parts[p].n;
  guint32 *items = lp_expr_run_alloc (narrowing->run, MAX (total, 1) * sizeof *items);
  if (items == NULL)
    return lp_expr_run_fail_limit (narrowing->run);
  for (;;)
    {
      guint32 least = G_MAXUINT32;
      for (guint p = 0; p < narrowing->n_parts; p++)
        if (at[p] < narrowing->parts[p].n)
          least = MIN (least, narrowing->parts[p].items[at[p]]);
      if (least == G_MAXUINT32)
        break;
      for (guint p = 0; p < narrowing->n_parts; p++)
        if (at[p] < narrowing->parts[p].n && narrowing->parts[p].items[at[p]] == least)
          at[p]++;
      items[n++] = least;
    }
  return lp_value_object_list (object_class, items, n);
}

static gboolean
keeps_what_holds (const LpNode *macro)
{
  return macro->op == LP_MACRO_FILTER || macro->op == LP_MACRO_EXISTS || macro->op == LP_MACRO_EXISTS_ONE
         || (macro->op == LP_MACRO_MAP && macro->n_children == 3);
}

gboolean
lp_narrow (LpExprRun *run, const LpNode *macro, LpValue *range)
{
  const LpNode *variable = macro->children[0];
  Narrowing narrowing = { .run = run, .variable = variable->slot, .item = macro->slot };

  if (run->select == NULL || variable->kind != LP_NODE_VARIABLE)
    return FALSE;
  *range = run->slots[variable->slot];
  if (range->kind != LP_VALUE_LIST || range->object_class == 0 || !keeps_what_holds (macro)
      || !narrow_node (&narrowing, macro->children[1]))
    return FALSE;
  *range = merge (&narrowing, range->object_class);
  return TRUE;
}
