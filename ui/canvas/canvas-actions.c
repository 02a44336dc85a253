#include <glib/gi18n.h>

#include "model/edit.h"
#include "ui/canvas/arrange.h"
#include "ui/canvas/canvas-clipboard.h"
#include "ui/canvas/canvas-private.h"
#include "ui/canvas/handles.h"

#define PAN_STEP 64.0
/* In microseconds. */
#define NUDGE_PAUSE (1 * G_USEC_PER_SEC)

static LpPoint
direction_of (GVariant *parameter)
{
  LpPoint direction = { 0, 0 };

  g_variant_get (parameter, "(dd)", &direction.x, &direction.y);
  return direction;
}

/* --- zoom -------------------------------------------------------------------------------------------- */

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpCanvas *self = LP_CANVAS (widget);

  if (self->stage == NULL)
    return;
  LpViewport *viewport = self->stage->viewport;
  LpPoint middle = { lp_viewport_get_width (viewport) / 2, lp_viewport_get_height (viewport) / 2 };
  if (g_str_equal (name, "canvas.zoom-100"))
    lp_viewport_zoom_to (viewport, 1, middle);
  else
    lp_viewport_step (viewport, g_str_equal (name, "canvas.zoom-in"));
}

static void
fit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lp_canvas_fit (LP_CANVAS (widget));
}

static void
fit_selection_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpCanvas *self = LP_CANVAS (widget);
  LpRect all = { 0, 0, 0, 0 }, area;

  for (guint i = 0; self->stage != NULL && i < lp_selection_get_size (self->stage->selection); i++)
    if (lp_canvas_find_area (self, lp_selection_get (self->stage->selection, i), &area))
      all = lp_rect_union (all, area);
  if (all.w > 0)
    lp_viewport_fit (self->stage->viewport, all, 48, 2);
}

/* --- edits ------------------------------------------------------------------------------------------- */

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpCanvas *self = LP_CANVAS (widget);

  if (!lp_canvas_has_scene (self) || lp_selection_get_size (self->stage->selection) == 0)
    return;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = lp_arrange_get_deletable (self->stage);
  lp_document_begin (self->stage->document, _("Delete"));
  lp_edit_delete (self->stage->document, (const char *const *) ids, &error);
  lp_stage_finish (self->stage, error);
}

static void
rename_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lp_canvas_rename (LP_CANVAS (widget));
}

static void
connect_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lp_canvas_connect (LP_CANVAS (widget));
}

static void
nudge (LpCanvas *self, GArray *roots, LpPoint by)
{
  const LpDesign *design = lp_stage_get_design (self->stage);
  const LpPlacement *placement = lp_scene_get_placement (self->stage->scene);
  g_autoptr (GError) error = NULL;

  lp_document_begin (self->stage->document, _("Move"));
  gboolean ok = lp_arrange_pin (self->stage, &error);
  for (guint i = 0; ok && i < roots->len; i++)
    {
      guint root = g_array_index (roots, guint, i);
      LpPoint corner = { placement->rect[root].x + by.x, placement->rect[root].y + by.y };
      ok = lp_arrange_put (self->stage, root, lp_design_get_parent (design, root), corner, &error);
    }
  lp_stage_finish (self->stage, error);
}

/* Nudges of the same things that follow each other closely are one step of the history. */
static void
join_nudges (LpCanvas *self, guint64 before)
{
  g_auto (GStrv) ids = lp_selection_dup_ids (self->stage->selection);
  gint64 now = g_get_monotonic_time ();
  guint64 after = lp_document_get_revision (self->stage->document);

  if (after == before)
    return;
  if (self->nudged != NULL && before == self->nudge_revision && now - self->nudge_time < NUDGE_PAUSE
      && g_strv_equal ((const char *const *) ids, (const char *const *) self->nudged))
    lp_document_join (self->stage->document);
  g_strfreev (self->nudged);
  self->nudged = g_steal_pointer (&ids);
  self->nudge_revision = after;
  self->nudge_time = now;
}

/* Moves what is selected, or, where nothing is, what is seen. */
static void
nudge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpCanvas *self = LP_CANVAS (widget);
  LpPoint by = direction_of (parameter);

  if (!lp_canvas_has_scene (self))
    return;
  g_autoptr (GArray) roots = lp_arrange_get_movable (self->stage);
  guint64 before = lp_document_get_revision (self->stage->document);
  if (roots->len > 0)
    {
      nudge (self, roots, by);
      join_nudges (self, before);
    }
  else if (lp_handles_get_selected (self->stage) == LP_NONE && !lp_canvas_choose_segment (self, by))
    lp_viewport_pan (self->stage->viewport, (by.x > 0) * PAN_STEP - (by.x < 0) * PAN_STEP,
                     (by.y > 0) * PAN_STEP - (by.y < 0) * PAN_STEP);
}

static void
grow_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpCanvas *self = LP_CANVAS (widget);
  LpPoint by = direction_of (parameter);

  if (!lp_canvas_has_scene (self))
    return;
  guint container = lp_handles_get_resized (self->stage);
  if (container == LP_NONE)
    {
      /* Says so where that is because it is locked. */
      g_array_unref (lp_arrange_get_movable (self->stage));
      return;
    }
  lp_arrange_resize_by (self->stage, container, by);
}

/* --- keys -------------------------------------------------------------------------------------------- */

static void
bind (GtkWidgetClass *klass, guint key, GdkModifierType modifiers, const char *action)
{
  gtk_widget_class_add_binding_action (klass, key, modifiers, action, NULL);
}

static void
bind_arrows (GtkWidgetClass *klass, GdkModifierType modifiers, const char *action, double step)
{
  static const struct
  {
    guint keys[2];
    double x, y;
  } arrows[] = {
    { { GDK_KEY_Left, GDK_KEY_KP_Left }, -1, 0 },
    { { GDK_KEY_Right, GDK_KEY_KP_Right }, 1, 0 },
    { { GDK_KEY_Up, GDK_KEY_KP_Up }, 0, -1 },
    { { GDK_KEY_Down, GDK_KEY_KP_Down }, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    for (guint k = 0; k < G_N_ELEMENTS (arrows[i].keys); k++)
      gtk_widget_class_add_binding_action (klass, arrows[i].keys[k], modifiers, action, "(dd)", arrows[i].x * step,
                                           arrows[i].y * step);
}

static void
add_bindings (GtkWidgetClass *klass)
{
  bind (klass, GDK_KEY_Delete, 0, "canvas.delete");
  bind (klass, GDK_KEY_KP_Delete, 0, "canvas.delete");
  bind (klass, GDK_KEY_BackSpace, 0, "canvas.delete");
  bind (klass, GDK_KEY_F2, 0, "canvas.rename");
  bind (klass, GDK_KEY_l, GDK_CONTROL_MASK, "canvas.connect");
  bind (klass, GDK_KEY_exclam, GDK_SHIFT_MASK, "canvas.fit");
  bind (klass, GDK_KEY_1, GDK_SHIFT_MASK, "canvas.fit");
  bind (klass, GDK_KEY_at, GDK_SHIFT_MASK, "canvas.fit-selection");
  bind (klass, GDK_KEY_2, GDK_SHIFT_MASK, "canvas.fit-selection");
  bind_arrows (klass, 0, "canvas.nudge", 1);
  bind_arrows (klass, GDK_SHIFT_MASK, "canvas.nudge", LP_GRID);
  bind_arrows (klass, GDK_CONTROL_MASK, "canvas.grow", LP_GRID);
}

void
lp_canvas_class_add_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "canvas.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (klass, "canvas.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (klass, "canvas.zoom-100", NULL, zoom_action);
  gtk_widget_class_install_action (klass, "canvas.fit", NULL, fit_action);
  gtk_widget_class_install_action (klass, "canvas.fit-selection", NULL, fit_selection_action);
  gtk_widget_class_install_action (klass, "canvas.delete", NULL, delete_action);
  gtk_widget_class_install_action (klass, "canvas.rename", NULL, rename_action);
  gtk_widget_class_install_action (klass, "canvas.connect", NULL, connect_action);
  gtk_widget_class_install_action (klass, "canvas.nudge", "(dd)", nudge_action);
  gtk_widget_class_install_action (klass, "canvas.grow", "(dd)", grow_action);
  lp_canvas_class_add_arrange_actions (klass);
  lp_canvas_class_add_find_actions (klass);
  lp_canvas_class_add_layer_actions (klass);
  lp_canvas_class_add_part_actions (klass);
  lp_canvas_class_add_question_actions (klass);
  lp_canvas_class_add_clipboard_actions (klass);
  lp_canvas_class_add_pick_actions (klass);
  add_bindings (klass);
  lp_canvas_class_add_walk_actions (klass);
  lp_canvas_class_add_select_actions (klass);
  lp_canvas_class_add_connection_actions (klass);
  lp_canvas_class_add_move_into_actions (klass);
  lp_canvas_class_add_snap_actions (klass);
  lp_canvas_class_add_line_actions (klass);
  lp_canvas_class_add_end_actions (klass);
  lp_canvas_class_add_menu_actions (klass);
}
