#include "ui/canvas/canvas-private.h"
#include "ui/canvas/handles.h"
#include "ui/canvas/walk.h"

static void
show_component (LpCanvas *self, guint component)
{
  if (component != LP_NONE)
    lp_canvas_show_element (self, lp_design_get_component (lp_stage_get_design (self->stage), component)->id);
}

static guint
selected_connection (LpCanvas *self)
{
  const char *id = lp_selection_get_single (self->stage->selection);

  return id != NULL ? lp_design_find_connection (lp_stage_get_design (self->stage), id) : LP_NONE;
}

/* The end of the connection from which it was reached, else the one that it starts from. */
static guint
near_end (LpCanvas *self, guint connection)
{
  const LpDesign *design = lp_stage_get_design (self->stage);
  guint target = lp_design_get_target (design, connection);

  if (g_strcmp0 (lp_design_get_component (design, target)->id, self->walked_from) == 0)
    return target;
  return lp_design_get_source (design, connection);
}

static guint
far_end (LpCanvas *self, guint connection)
{
  const LpDesign *design = lp_stage_get_design (self->stage);
  guint source = lp_design_get_source (design, connection);

  return near_end (self, connection) == source ? lp_design_get_target (design, connection) : source;
}

/* Where walking starts: the component that was selected first, or the one that the selected connection hangs on. */
static guint
find_start (LpCanvas *self)
{
  const LpDesign *design = lp_stage_get_design (self->stage);

  for (guint i = 0; i < lp_selection_get_size (self->stage->selection); i++)
    {
      const char *id = lp_selection_get (self->stage->selection, i);
      guint component = lp_design_find (design, id), connection = lp_design_find_connection (design, id);
      if (component != LP_NONE)
        return component;
      if (connection != LP_NONE)
        return near_end (self, connection);
    }
  return LP_NONE;
}

gboolean
lp_canvas_step (LpCanvas *self, gboolean forward)
{
  if (!lp_canvas_has_scene (self))
    return FALSE;
  guint next = lp_walk_step (self->stage, find_start (self), forward);
  show_component (self, next);
  return next != LP_NONE;
}

/* Tab walks over the components as they are read, and at the end out of the canvas. */
static gboolean
step (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  return lp_canvas_step (LP_CANVAS (widget), g_variant_get_boolean (parameter));
}

/* Not where connections alone are selected: their segments move by these keys. */
static gboolean
go (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  LpCanvas *self = LP_CANVAS (widget);

  if (!lp_canvas_has_scene (self) || selected_connection (self) != LP_NONE)
    return FALSE;
  show_component (self, lp_walk_go (self->stage, find_start (self), g_variant_get_int32 (parameter)));
  return TRUE;
}

static void
connection_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpCanvas *self = LP_CANVAS (widget);

  if (!lp_canvas_has_scene (self))
    return;
  const LpDesign *design = lp_stage_get_design (self->stage);
  guint component = find_start (self);
  guint next = component != LP_NONE ? lp_walk_connection (self->stage, component, selected_connection (self),
                                                          g_str_equal (name, "canvas.next-connection"))
                                    : LP_NONE;
  if (next == LP_NONE)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  g_free (self->walked_from);
  self->walked_from = g_strdup (lp_design_get_component (design, component)->id);
  lp_canvas_show_element (self, lp_design_get_connection (design, next)->id);
}

static void
into_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpCanvas *self = LP_CANVAS (widget);

  if (!lp_canvas_has_scene (self))
    return;
  guint connection = selected_connection (self), selected = lp_handles_get_selected (self->stage);
  if (connection != LP_NONE)
    {
      show_component (self, far_end (self, connection));
      return;
    }
  g_autoptr (GArray) children = lp_walk_children (self->stage, selected);
  if (children->len > 0)
    show_component (self, g_array_index (children, guint, 0));
  else if (selected != LP_NONE)
    lp_canvas_rename (self);
}

static void
out_of_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpCanvas *self = LP_CANVAS (widget);

  if (!lp_canvas_has_scene (self))
    return;
  guint connection = selected_connection (self), selected = lp_handles_get_selected (self->stage);
  if (connection != LP_NONE)
    show_component (self, near_end (self, connection));
  else if (selected != LP_NONE)
    show_component (self, lp_design_get_parent (lp_stage_get_design (self->stage), selected));
}

static void
bind_directions (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key, keypad;
    LpWalkDirection direction;
  } keys[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, LP_WALK_LEFT },
    { GDK_KEY_Right, GDK_KEY_KP_Right, LP_WALK_RIGHT },
    { GDK_KEY_Up, GDK_KEY_KP_Up, LP_WALK_UP },
    { GDK_KEY_Down, GDK_KEY_KP_Down, LP_WALK_DOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (klass, keys[i].key, GDK_ALT_MASK, go, "i", keys[i].direction);
      gtk_widget_class_add_binding (klass, keys[i].keypad, GDK_ALT_MASK, go, "i", keys[i].direction);
    }
}

void
lp_canvas_class_add_walk_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "canvas.into", NULL, into_action);
  gtk_widget_class_install_action (klass, "canvas.out-of", NULL, out_of_action);
  gtk_widget_class_install_action (klass, "canvas.next-connection", NULL, connection_action);
  gtk_widget_class_install_action (klass, "canvas.previous-connection", NULL, connection_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Return, 0, "canvas.into", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Enter, 0, "canvas.into", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Return, GDK_SHIFT_MASK, "canvas.out-of", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F7, 0, "canvas.next-connection", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F7, GDK_SHIFT_MASK, "canvas.previous-connection", NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Tab, 0, step, "b", TRUE);
  gtk_widget_class_add_binding (klass, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, step, "b", FALSE);
  gtk_widget_class_add_binding (klass, GDK_KEY_Tab, GDK_SHIFT_MASK, step, "b", FALSE);
  bind_directions (klass);
}
