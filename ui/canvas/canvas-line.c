/* The selected connection by keys: arrows choose a segment, with Alt they move it. */
#include <glib/gi18n.h>

#include "model/edit.h"
#include "ui/canvas/arrange.h"
#include "ui/canvas/canvas-private.h"
#include "ui/canvas/line.h"

typedef struct
{
  guint connection, segment;
  double by;
} Step;

static guint
get_line (LpCanvas *self)
{
  return self->stage != NULL && self->stage->scene != NULL ? lp_line_get_selected (self->stage) : LP_NONE;
}

/* The chosen one, else the longest. */
static guint
get_segment (LpStage *stage, guint connection)
{
  guint n, longest = 0;
  const LpPoint *route = lp_scene_get_route (stage->scene, connection, &n);

  if (stage->segment != LP_NONE && stage->segment + 1 < n)
    return stage->segment;
  for (guint i = 1; i + 1 < n; i++)
    if (lp_point_distance (route[i], route[i + 1]) > lp_point_distance (route[longest], route[longest + 1]))
      longest = i;
  return longest;
}

gboolean
lp_canvas_choose_segment (LpCanvas *self, LpPoint by)
{
  guint connection = get_line (self);

  if (connection == LP_NONE)
    return FALSE;
  guint n = lp_line_count_segments (self->stage, connection);
  if (self->stage->segment == LP_NONE)
    self->stage->segment = get_segment (self->stage, connection);
  else
    self->stage->segment = (get_segment (self->stage, connection) + (by.x > 0 || by.y > 0 ? 1 : n - 1)) % n;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

static gboolean
move (LpStage *stage, gpointer data, GError **error)
{
  const Step *step = data;

  return lp_line_move_segment (stage, step->connection, step->segment, step->by, error);
}

/* Along the segment there is nothing to move: the next one is chosen. */
static gboolean
move_segment (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  LpCanvas *self = LP_CANVAS (widget);
  Step step = { .connection = get_line (self) };
  LpPoint by = { 0, 0 };

  if (step.connection == LP_NONE)
    return FALSE;
  g_variant_get (parameter, "(dd)", &by.x, &by.y);
  step.segment = get_segment (self->stage, step.connection);
  step.by = lp_line_is_level (self->stage, step.connection, step.segment) ? by.y : by.x;
  if (step.by == 0)
    return lp_canvas_choose_segment (self, by);
  self->stage->segment = step.segment;
  lp_stage_apply (self->stage, _("Move Line"), move, &step);
  return TRUE;
}

static gboolean
lay_anew (LpStage *stage, gpointer data, GError **error)
{
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < lp_selection_get_size (stage->selection); i++)
    {
      const char *id = lp_selection_get (stage->selection, i);
      if (lp_document_get_connection (stage->document, id) != NULL)
        ok = lp_edit_set_via (stage->document, id, NULL, 0, error);
    }
  return ok;
}

/* All that are selected. */
static void
reroute_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpCanvas *self = LP_CANVAS (widget);

  if (self->stage != NULL)
    lp_stage_apply (self->stage, _("Lay Anew"), lay_anew, NULL);
}

static void
bind (GtkWidgetClass *klass, guint key, guint keypad, double x, double y)
{
  gtk_widget_class_add_binding (klass, key, GDK_ALT_MASK, move_segment, "(dd)", x * LP_GRID, y * LP_GRID);
  gtk_widget_class_add_binding (klass, keypad, GDK_ALT_MASK, move_segment, "(dd)", x * LP_GRID, y * LP_GRID);
  gtk_widget_class_add_binding (klass, key, GDK_ALT_MASK | GDK_SHIFT_MASK, move_segment, "(dd)", x, y);
  gtk_widget_class_add_binding (klass, keypad, GDK_ALT_MASK | GDK_SHIFT_MASK, move_segment, "(dd)", x, y);
}

void
lp_canvas_class_add_line_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "canvas.reroute", NULL, reroute_action);
  bind (klass, GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0);
  bind (klass, GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0);
  bind (klass, GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1);
  bind (klass, GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1);
}
