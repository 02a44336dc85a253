#include "expr/type.h"

const LpType lp_type_dyn = { .kind = LP_TYPE_DYN, .name = "dyn" };
const LpType lp_type_null = { .kind = LP_TYPE_NULL, .name = "null_type" };
const LpType lp_type_bool = { .kind = LP_TYPE_BOOL, .name = "bool" };
const LpType lp_type_int = { .kind = LP_TYPE_INT, .name = "int" };
const LpType lp_type_uint = { .kind = LP_TYPE_UINT, .name = "uint" };
const LpType lp_type_double = { .kind = LP_TYPE_DOUBLE, .name = "double" };
const LpType lp_type_string = { .kind = LP_TYPE_STRING, .name = "string" };
const LpType lp_type_bytes = { .kind = LP_TYPE_BYTES, .name = "bytes" };
const LpType lp_type_duration = { .kind = LP_TYPE_DURATION, .name = "duration" };
const LpType lp_type_timestamp = { .kind = LP_TYPE_TIMESTAMP, .name = "timestamp" };
const LpType lp_type_type = { .kind = LP_TYPE_TYPE, .name = "type" };
const LpType lp_type_a = { .kind = LP_TYPE_PARAM, .id = 0, .name = "A" };
const LpType lp_type_b = { .kind = LP_TYPE_PARAM, .id = 1, .name = "B" };
const LpType lp_type_list_dyn = { .kind = LP_TYPE_LIST, .inner = { &lp_type_dyn } };
const LpType lp_type_list_string = { .kind = LP_TYPE_LIST, .inner = { &lp_type_string } };
const LpType lp_type_list_a = { .kind = LP_TYPE_LIST, .inner = { &lp_type_a } };
const LpType lp_type_list_list_a = { .kind = LP_TYPE_LIST, .inner = { &lp_type_list_a } };
const LpType lp_type_map_dyn = { .kind = LP_TYPE_MAP, .inner = { &lp_type_dyn, &lp_type_dyn } };
const LpType lp_type_map_ab = { .kind = LP_TYPE_MAP, .inner = { &lp_type_a, &lp_type_b } };

gboolean
lp_type_equal (const LpType *a, const LpType *b)
{
  if (a == b)
    return TRUE;
  if (a->kind != b->kind)
    return FALSE;
  switch (a->kind)
    {
    case LP_TYPE_LIST:
      return lp_type_equal (a->inner[0], b->inner[0]);
    case LP_TYPE_MAP:
      return lp_type_equal (a->inner[0], b->inner[0]) && lp_type_equal (a->inner[1], b->inner[1]);
    case LP_TYPE_OBJECT:
      return a->id == b->id && g_strcmp0 (a->refinement, b->refinement) == 0;
    case LP_TYPE_PARAM:
      return a->id == b->id;
    default:
      return TRUE;
    }
}

void
lp_type_write (const LpType *type, GString *out)
{
  switch (type->kind)
    {
    case LP_TYPE_LIST:
      g_string_append (out, "list(");
      lp_type_write (type->inner[0], out);
      g_string_append_c (out, ')');
      break;
    case LP_TYPE_MAP:
      g_string_append (out, "map(");
      lp_type_write (type->inner[0], out);
      g_string_append (out, ", ");
      lp_type_write (type->inner[1], out);
      g_string_append_c (out, ')');
      break;
    default:
      g_string_append (out, type->name);
      if (type->refinement != NULL)
        g_string_append_printf (out, " '%s'", type->refinement);
    }
}

char *
lp_type_to_string (const LpType *type)
{
  GString *out = g_string_new (NULL);

  lp_type_write (type, out);
  return g_string_free (out, FALSE);
}

static gboolean
bind_param (const LpType *param, const LpType *type, LpTypeBindings *bindings)
{
  const LpType *bound = bindings->params[param->id];

  if (bound == NULL || bound->kind == LP_TYPE_DYN)
    {
      bindings->params[param->id] = bound == NULL ? type : bound;
      return TRUE;
    }
  if (lp_type_assignable (bound, type, NULL))
    return TRUE;
  /* [] is list(dyn) and null has no class: the closer type of the two stands for the variable. */
  if (!lp_type_assignable (type, bound, NULL))
    return FALSE;
  bindings->params[param->id] = type;
  return TRUE;
}

gboolean
lp_type_assignable (const LpType *to, const LpType *from, LpTypeBindings *bindings)
{
  if (to->kind == LP_TYPE_PARAM)
    return bind_param (to, from, bindings);
  if (to->kind == LP_TYPE_DYN || from->kind == LP_TYPE_DYN)
    return TRUE;
  if (to->kind == LP_TYPE_OBJECT && from->kind == LP_TYPE_NULL)
    return TRUE;
  if (to->kind != from->kind)
    return FALSE;
  switch (to->kind)
    {
    case LP_TYPE_LIST:
      return lp_type_assignable (to->inner[0], from->inner[0], bindings);
    case LP_TYPE_MAP:
      return lp_type_assignable (to->inner[0], from->inner[0], bindings)
             && lp_type_assignable (to->inner[1], from->inner[1], bindings);
    case LP_TYPE_OBJECT:
      return to->id == from->id;
    default:
      return TRUE;
    }
}

const LpType *
lp_type_join (const LpType *a, const LpType *b)
{
  if (lp_type_equal (a, b))
    return a;
  if (a->kind == LP_TYPE_DYN || b->kind == LP_TYPE_DYN)
    return &lp_type_dyn;
  /* Objects of one class keep it only where one of the two is the unrefined type. */
  if (a->kind == LP_TYPE_OBJECT && b->kind == LP_TYPE_OBJECT)
    return a->id != b->id          ? &lp_type_dyn
           : a->refinement == NULL ? a
           : b->refinement == NULL ? b
                                   : &lp_type_dyn;
  if (lp_type_assignable (a, b, NULL))
    return a;
  return lp_type_assignable (b, a, NULL) ? b : &lp_type_dyn;
}
