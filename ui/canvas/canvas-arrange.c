/* The actions that arrange what is selected, and their keys. */
#include <glib/gi18n.h>

#include "ui/canvas/arrange.h"
#include "ui/canvas/canvas-private.h"

static LpStage *
stage_of (GtkWidget *widget)
{
  LpCanvas *self = LP_CANVAS (widget);

  return self->stage != NULL && self->stage->scene != NULL ? self->stage : NULL;
}

/* --- in line ----------------------------------------------------------------------------------------- */

static const struct
{
  const char *name;
  guint key;
  LpLineUp line;
} LINES[] = {
  { "left", GDK_KEY_l, LP_LINE_UP_LEFT },   { "centre", GDK_KEY_c, LP_LINE_UP_CENTRE },
  { "right", GDK_KEY_r, LP_LINE_UP_RIGHT }, { "top", GDK_KEY_t, LP_LINE_UP_TOP },
  { "middle", GDK_KEY_m, LP_LINE_UP_MIDDLE }, { "bottom", GDK_KEY_b, LP_LINE_UP_BOTTOM },
};

static void
align_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpStage *stage = stage_of (widget);
  const char *line = g_variant_get_string (parameter, NULL);

  for (guint i = 0; stage != NULL && i < G_N_ELEMENTS (LINES); i++)
    if (g_str_equal (LINES[i].name, line))
      lp_arrange_line_up (stage, LINES[i].line);
}

static void
distribute_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpStage *stage = stage_of (widget);

  if (stage != NULL)
    lp_arrange_distribute (stage, g_str_equal (g_variant_get_string (parameter, NULL), "across"));
}

/* --- containers -------------------------------------------------------------------------------------- */

/* The selected containers, or the one around what is selected. */
static GArray *
find_containers (LpStage *stage)
{
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  const LpDesign *design = lp_stage_get_design (stage);
  GArray *containers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < lp_selection_get_size (stage->selection); i++)
    {
      guint component = lp_design_find (design, lp_selection_get (stage->selection, i));
      if (component != LP_NONE && !placement->is_frame[component])
        component = lp_design_get_parent (design, component);
      if (component != LP_NONE)
        g_array_append_val (containers, component);
    }
  return containers;
}

static void
fit_content_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpStage *stage = stage_of (widget);

  if (stage == NULL)
    return;
  g_autoptr (GArray) containers = find_containers (stage);
  if (containers->len > 0)
    lp_arrange_fit (stage, containers);
  else
    lp_stage_message (stage, _("Select a container to fit to its content"));
}

static void
collapse_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpStage *stage = stage_of (widget);

  if (stage != NULL)
    lp_arrange_toggle_collapsed (stage);
}

/* --- order, locks, groups ---------------------------------------------------------------------------- */

static const struct
{
  const char *action;
  guint key;
  GdkModifierType modifiers;
  LpOrder where;
} ORDERS[] = {
  { "canvas.to-front", GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK, LP_ORDER_FRONT },
  { "canvas.to-back", GDK_KEY_b, GDK_CONTROL_MASK | GDK_SHIFT_MASK, LP_ORDER_BACK },
  { "canvas.forward", GDK_KEY_bracketright, GDK_CONTROL_MASK, LP_ORDER_FORWARD },
  { "canvas.backward", GDK_KEY_bracketleft, GDK_CONTROL_MASK, LP_ORDER_BACKWARD },
};

static void
order_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpStage *stage = stage_of (widget);

  for (guint i = 0; stage != NULL && i < G_N_ELEMENTS (ORDERS); i++)
    if (g_str_equal (ORDERS[i].action, name))
      lp_arrange_order (stage, ORDERS[i].where);
}

static void
lock_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpStage *stage = stage_of (widget);

  if (stage != NULL)
    lp_arrange_toggle_locked (stage);
}

static void
members_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpStage *stage = stage_of (widget);

  if (stage != NULL)
    lp_arrange_toggle_members (stage);
}

static void
group_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpStage *stage = stage_of (widget);

  if (stage == NULL)
    return;
  if (g_str_equal (name, "canvas.group"))
    lp_arrange_group (stage);
  else
    lp_arrange_ungroup (stage);
}

static void
tidy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpCanvas *self = LP_CANVAS (widget);
  LpStage *stage = stage_of (widget);

  if (stage == NULL)
    return;
  g_autoptr (LpScene) before = lp_scene_ref (stage->scene);
  gboolean fitted = self->fitted;
  if (!lp_arrange_tidy (stage))
    return;
  if (fitted && !lp_rect_encloses (lp_viewport_get_visible (stage->viewport), lp_scene_get_bounds (stage->scene)))
    lp_canvas_fit (self);
  lp_canvas_start_motion (self, before);
}

static void
add_order_actions (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (ORDERS); i++)
    {
      gtk_widget_class_install_action (klass, ORDERS[i].action, NULL, order_action);
      gtk_widget_class_add_binding_action (klass, ORDERS[i].key, ORDERS[i].modifiers, ORDERS[i].action, NULL);
    }
}

void
lp_canvas_class_add_arrange_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "canvas.align", "s", align_action);
  gtk_widget_class_install_action (klass, "canvas.distribute", "s", distribute_action);
  gtk_widget_class_install_action (klass, "canvas.shrink-to-fit", NULL, fit_content_action);
  gtk_widget_class_install_action (klass, "canvas.toggle-collapsed", NULL, collapse_action);
  gtk_widget_class_install_action (klass, "canvas.toggle-locked", NULL, lock_action);
  gtk_widget_class_install_action (klass, "canvas.group", NULL, group_action);
  gtk_widget_class_install_action (klass, "canvas.ungroup", NULL, group_action);
  gtk_widget_class_install_action (klass, "canvas.tidy", NULL, tidy_action);
  gtk_widget_class_install_action (klass, "canvas.toggle-members", NULL, members_action);
  add_order_actions (klass);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_period, GDK_CONTROL_MASK, "canvas.toggle-collapsed", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_l, GDK_CONTROL_MASK | GDK_ALT_MASK, "canvas.toggle-locked", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_g, GDK_CONTROL_MASK | GDK_ALT_MASK, "canvas.toggle-members", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_g, GDK_CONTROL_MASK, "canvas.group", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "canvas.ungroup", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_t, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "canvas.tidy", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (LINES); i++)
    gtk_widget_class_add_binding_action (klass, LINES[i].key, GDK_ALT_MASK | GDK_SHIFT_MASK, "canvas.align", "s",
                                         LINES[i].name);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_h, GDK_ALT_MASK | GDK_SHIFT_MASK, "canvas.distribute", "s",
                                       "across");
  gtk_widget_class_add_binding_action (klass, GDK_KEY_v, GDK_ALT_MASK | GDK_SHIFT_MASK, "canvas.distribute", "s",
                                       "down");
}
