#include "model/step.h"

static void
change_clear (gpointer data)
{
  LpChange *change = data;
  lp_record_unref (change->table, change->before);
  lp_record_unref (change->table, change->after);
}

LpStep *
lp_step_new (const char *label)
{
  LpStep *step = g_new0 (LpStep, 1);
  step->label = g_strdup (label);
  step->changes = g_array_new (FALSE, FALSE, sizeof (LpChange));
  g_array_set_clear_func (step->changes, change_clear);
  return step;
}

LpStep *
lp_step_copy (const LpStep *step)
{
  LpStep *copy = lp_step_new (step->label);
  copy->revision_before = step->revision_before;
  copy->revision_after = step->revision_after;
  g_array_append_vals (copy->changes, step->changes->data, step->changes->len);
  for (guint i = 0; i < copy->changes->len; i++)
    {
      LpChange *change = &g_array_index (copy->changes, LpChange, i);
      lp_record_ref (change->table, change->before);
      lp_record_ref (change->table, change->after);
    }
  return copy;
}

void
lp_step_free (LpStep *step)
{
  g_free (step->label);
  g_array_unref (step->changes);
  g_free (step);
}
