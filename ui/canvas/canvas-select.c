#include "ui/canvas/canvas-private.h"
#include "ui/canvas/select.h"

static const struct
{
  const char *name;
  void (*run) (LpStage *stage);
  guint key;
  GdkModifierType modifiers;
} actions[] = {
  { "canvas.select-all", lp_select_all, GDK_KEY_a, GDK_CONTROL_MASK },
  { "canvas.select-connected", lp_select_connected, GDK_KEY_a, GDK_CONTROL_MASK | GDK_ALT_MASK },
  { "canvas.select-same-kind", lp_select_same_kind, GDK_KEY_k, GDK_CONTROL_MASK | GDK_ALT_MASK },
  { "canvas.select-invert", lp_select_invert, GDK_KEY_i, GDK_CONTROL_MASK },
};

static void
select_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpCanvas *self = LP_CANVAS (widget);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name) && self->stage != NULL && self->stage->scene != NULL)
      actions[i].run (self->stage);
}

static void
select_none_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpCanvas *self = LP_CANVAS (widget);

  if (self->stage != NULL && !lp_stage_cancel (self->stage))
    lp_selection_set (self->stage->selection, NULL);
}

/* By its id: for who does not point. */
static void
select_element_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lp_canvas_show_element (LP_CANVAS (widget), g_variant_get_string (parameter, NULL));
}

void
lp_canvas_class_add_select_actions (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (klass, actions[i].name, NULL, select_action);
      gtk_widget_class_add_binding_action (klass, actions[i].key, actions[i].modifiers, actions[i].name, NULL);
    }
  gtk_widget_class_install_action (klass, "canvas.select-element", "s", select_element_action);
  gtk_widget_class_install_action (klass, "canvas.select-none", NULL, select_none_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_a, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "canvas.select-none", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "canvas.select-none", NULL);
}
