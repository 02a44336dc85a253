#include <glib/gi18n.h>

#include "session/session-rules.h"
#include "ui/canvas/stage.h"
#include "ui/planner/planner-window.h"
#include "ui/review/comment-dialog.h"
#include "ui/review/explain-window.h"
#include "ui/window/window-private.h"

typedef void (*WindowAction) (LpWindow *window);

/* --- what each does ---------------------------------------------------------------------------------- */

static void
do_open (LpWindow *self)
{
  lp_window_choose_file (self);
}

static void
do_save (LpWindow *self)
{
  lp_window_save_view (self, self->view, FALSE, NULL, NULL);
}

static void
do_save_as (LpWindow *self)
{
  lp_window_save_view (self, self->view, TRUE, NULL, NULL);
}

static void
add_new_ids (GPtrArray *ids, const LpDesign *before, const LpDesign *after)
{
  for (guint i = 0; i < lp_design_get_n_components (after); i++)
    {
      const char *id = lp_design_get_component (after, i)->id;
      guint parent = lp_design_get_parent (after, i);
      /* What stands in something that came back came back with it. */
      if (lp_design_find (before, id) == LP_NONE
          && (parent == LP_NONE || lp_design_find (before, lp_design_get_component (after, parent)->id) != LP_NONE))
        g_ptr_array_add (ids, (gpointer) id);
    }
  if (ids->len > 0)
    return;
  for (guint i = 0; i < lp_design_get_n_connections (after); i++)
    if (lp_design_find_connection (before, lp_design_get_connection (after, i)->id) == LP_NONE)
      g_ptr_array_add (ids, lp_design_get_connection (after, i)->id);
}

/* Steps through the history; what came back is selected. */
static void
step (LpWindow *self, void (*go) (LpDocument *document))
{
  LpDocument *document = lp_session_get_document (self->session);
  g_autoptr (LpDesign) before = lp_document_snapshot (document);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  go (document);
  g_autoptr (LpDesign) after = lp_document_snapshot (document);
  add_new_ids (ids, before, after);
  if (ids->len == 0)
    return;
  g_ptr_array_add (ids, NULL);
  lp_selection_set_all (lp_canvas_get_stage (self->canvas)->selection, (const char *const *) ids->pdata);
}

static void
do_undo (LpWindow *self)
{
  if (!lp_stage_cancel (lp_canvas_get_stage (self->canvas)))
    step (self, lp_document_undo);
}

static void
do_redo (LpWindow *self)
{
  lp_stage_cancel (lp_canvas_get_stage (self->canvas));
  step (self, lp_document_redo);
}

static void
show_page (LpWindow *self, const char *page)
{
  if (!self->showing)
    adw_flap_set_reveal_flap (self->panel_flap, TRUE);
  gtk_stack_set_visible_child_name (self->panel, page);
}

static void
do_show_review (LpWindow *self)
{
  show_page (self, "review");
}

static void
do_show_properties (LpWindow *self)
{
  show_page (self, "properties");
}

/* `id`: of a connection, or NULL. */
static void
plan_transfer (LpWindow *self, const char *id)
{
  LpDocument *document = self->session != NULL ? lp_session_get_document (self->session) : NULL;
  LpConfiguration *configuration = self->session != NULL ? lp_session_get_configuration (self->session) : NULL;
  LpFacts *facts = configuration != NULL ? lp_configuration_get_facts (configuration) : NULL;

  gtk_window_present (GTK_WINDOW (lp_planner_window_new (GTK_WINDOW (self), document, id, facts)));
}

static void
do_plan_transfer (LpWindow *self)
{
  plan_transfer (self, NULL);
}

static void
do_next_finding (LpWindow *self)
{
  show_page (self, "review");
  if (!lp_review_page_step (self->review_page, 1))
    lp_window_toast (self, _("There is no finding"));
}

static void
do_previous_finding (LpWindow *self)
{
  show_page (self, "review");
  if (!lp_review_page_step (self->review_page, -1))
    lp_window_toast (self, _("There is no finding"));
}

static void
do_explain_finding (LpWindow *self)
{
  LpReview *review = lp_session_get_review (self->session);
  guint selected = lp_review_page_get_selected (self->review_page);

  if (review != NULL && selected < review->findings->len)
    lp_explain_window_show (GTK_WINDOW (self), self->session,
                            ((LpFinding *) review->findings->pdata[selected])->rule);
  else
    lp_window_toast (self, _("Choose a finding first: F8 leads to it"));
}

static void
do_waive_finding (LpWindow *self)
{
  LpReview *review = lp_session_get_review (self->session);
  guint selected = lp_review_page_get_selected (self->review_page);

  if (review == NULL || selected >= review->findings->len)
    {
      lp_window_toast (self, _("Choose a finding first: F8 leads to it"));
      return;
    }
  gboolean waived = ((LpFinding *) review->findings->pdata[selected])->waived_by != NULL;
  gtk_widget_activate_action (GTK_WIDGET (self->review_page), waived ? "review.end-waiver" : "review.waive", "u",
                              selected);
}

/* On what is selected, or on the whole drawing. */
static void
do_comment (LpWindow *self)
{
  const char *id = lp_selection_get_single (lp_canvas_get_stage (self->canvas)->selection);
  LpDocument *document = lp_session_get_document (self->session);
  gboolean component = id != NULL && lp_document_get_component (document, id) != NULL;
  const LpPin pin = { component ? (GRefString *) id : NULL, component ? NULL : (GRefString *) id };

  lp_comment_dialog_add (GTK_WINDOW (self), self->session, &pin);
}

static void
do_find_kind (LpWindow *self)
{
  adw_flap_set_reveal_flap (self->palette_flap, TRUE);
  lp_palette_focus_search (self->palette);
}

static void
do_toggle_palette (LpWindow *self)
{
  adw_flap_set_reveal_flap (self->palette_flap, !adw_flap_get_reveal_flap (self->palette_flap));
}

static void
do_toggle_panel (LpWindow *self)
{
  adw_flap_set_reveal_flap (self->panel_flap, !adw_flap_get_reveal_flap (self->panel_flap));
}

static void
do_zoom_in (LpWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.zoom-in", NULL);
}

static void
do_zoom_out (LpWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.zoom-out", NULL);
}

static void
do_zoom_100 (LpWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.zoom-100", NULL);
}

static void
do_focus_canvas (LpWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
do_leave_gallery (LpWindow *self)
{
  lp_window_leave_gallery (self);
}

static void
do_fit (LpWindow *self)
{
  lp_canvas_fit (self->canvas);
}

/* --- the table --------------------------------------------------------------------------------------- */

static const struct
{
  const char *name;
  WindowAction run;
  gboolean needs_document;
} actions[] = {
  { "win.new", lp_window_new_document, FALSE },
  { "win.open", do_open, FALSE },
  { "win.open-sample", lp_window_open_sample, FALSE },
  { "win.gallery", lp_window_show_gallery, FALSE },
  { "win.leave-gallery", do_leave_gallery, FALSE },
  { "win.save", do_save, TRUE },
  { "win.save-as", do_save_as, TRUE },
  { "win.export", lp_window_export, TRUE },
  { "win.print", lp_window_print, TRUE },
  { "win.fullscreen", lp_window_toggle_fullscreen, FALSE },
  { "win.show", lp_window_start_showing, TRUE },
  { "win.undo", do_undo, TRUE },
  { "win.redo", do_redo, TRUE },
  { "win.show-review", do_show_review, TRUE },
  { "win.show-properties", do_show_properties, TRUE },
  { "win.next-finding", do_next_finding, TRUE },
  { "win.previous-finding", do_previous_finding, TRUE },
  { "win.explain-finding", do_explain_finding, TRUE },
  { "win.waive-finding", do_waive_finding, TRUE },
  { "win.plan-transfer", do_plan_transfer, FALSE },
  { "win.make-scenario", lp_window_make_scenario, TRUE },
  { "win.fix", lp_window_fix_selected, TRUE },
  { "win.fix-all", lp_window_fix_all, TRUE },
  { "win.comment", do_comment, TRUE },
  { "win.find-kind", do_find_kind, TRUE },
  { "win.toggle-palette", do_toggle_palette, TRUE },
  { "win.toggle-panel", do_toggle_panel, TRUE },
  { "win.zoom-in", do_zoom_in, TRUE },
  { "win.zoom-out", do_zoom_out, TRUE },
  { "win.zoom-100", do_zoom_100, TRUE },
  { "win.fit", do_fit, TRUE },
  { "win.focus-canvas", do_focus_canvas, TRUE },
  { "win.close", lp_window_close_tab, FALSE },
};

static void
run_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name)
        && (!actions[i].needs_document || LP_WINDOW (widget)->session != NULL))
      actions[i].run (LP_WINDOW (widget));
}

static void
run_open_uri (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  lp_window_open_file (LP_WINDOW (widget), file);
}

static void
run_open_scenario (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lp_window_open_scenario (LP_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
run_explain (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpWindow *self = LP_WINDOW (widget);

  lp_explain_window_show (GTK_WINDOW (widget), self->session, g_variant_get_string (parameter, NULL));
}

static void
run_plan_transfer (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plan_transfer (LP_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
run_fix_finding (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lp_window_fix (LP_WINDOW (widget), g_variant_get_uint32 (parameter));
}

void
lp_window_class_add_actions (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, NULL, run_action);
  lp_window_class_add_canvas_actions (klass);
  lp_window_class_add_scenario_actions (klass);
  gtk_widget_class_install_action (klass, "win.open-uri", "s", run_open_uri);
  gtk_widget_class_install_action (klass, "win.open-scenario", "s", run_open_scenario);
  gtk_widget_class_install_action (klass, "win.explain", "s", run_explain);
  gtk_widget_class_install_action (klass, "win.plan-transfer-of", "s", run_plan_transfer);
  gtk_widget_class_install_action (klass, "win.fix-finding", "u", run_fix_finding);
}

void
lp_window_update_actions (LpWindow *self)
{
  LpDocument *document = self->session != NULL ? lp_session_get_document (self->session) : NULL;

  lp_window_update_canvas_actions (self);
  lp_window_update_scenario_actions (self);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].needs_document)
      gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, document != NULL);
  lp_window_withhold_actions (self);
  lp_window_withhold_drawing (self);
  if (document == NULL)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", lp_document_can_undo (document));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", lp_document_can_redo (document));
}
