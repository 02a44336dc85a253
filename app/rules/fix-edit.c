#include "rules/fix-edit.h"

static void
operand_clear (LpFixOperand *operand)
{
  g_free (operand->name);
  g_clear_pointer (&operand->expr, lp_expr_free);
}

static void
value_clear (LpFixValue *value)
{
  g_clear_pointer (&value->literal, json_node_unref);
  g_clear_pointer (&value->expr, lp_expr_free);
}

static void
setting_clear (gpointer data)
{
  LpFixSetting *setting = data;
  g_free (setting->property);
  value_clear (&setting->value);
}

LpFixEdit *
lp_fix_edit_new (LpFixOp op)
{
  LpFixEdit *edit = g_new0 (LpFixEdit, 1);
  edit->op = op;
  edit->set = g_array_new (FALSE, FALSE, sizeof (LpFixSetting));
  g_array_set_clear_func (edit->set, setting_clear);
  return edit;
}

void
lp_fix_edit_free (LpFixEdit *edit)
{
  if (edit == NULL)
    return;
  LpFixOperand *operands[] = { &edit->what, &edit->into, &edit->beside, &edit->from, &edit->to, &edit->over };
  for (guint i = 0; i < G_N_ELEMENTS (operands); i++)
    operand_clear (operands[i]);
  for (guint i = 0; i < LP_N_LANGUAGES; i++)
    lp_template_free (edit->label[i]);
  g_clear_pointer (&edit->condition, lp_expr_free);
  g_clear_pointer (&edit->reuse, lp_expr_free);
  value_clear (&edit->value);
  g_free (edit->as);
  g_free (edit->kind);
  g_free (edit->before);
  g_free (edit->after);
  g_free (edit->property);
  g_array_unref (edit->set);
  g_free (edit);
}
