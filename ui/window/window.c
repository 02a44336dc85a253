#include "ui/window/window-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "session/scenario.h"
#include "ui/canvas/canvas.h"
#include "ui/window/recent-popover.h"

G_DEFINE_FINAL_TYPE (LpWindow, lp_window, ADW_TYPE_APPLICATION_WINDOW)

LpWindow *
lp_window_new (AdwApplication *application)
{
  return g_object_new (LP_TYPE_WINDOW, "application", application, NULL);
}

LpSession *
lp_window_get_session (LpWindow *self)
{
  return self->session;
}

LpCanvas *
lp_window_get_canvas (LpWindow *self)
{
  return self->canvas;
}

LpPropertiesPage *
lp_window_get_properties_page (LpWindow *self)
{
  return self->properties_page;
}

LpScenarioPage *
lp_window_get_scenario_page (LpWindow *self)
{
  return self->scenario_page;
}

LpReviewPage *
lp_window_get_review_page (LpWindow *self)
{
  return self->review_page;
}

gboolean
lp_window_is_pristine (LpWindow *self)
{
  if (self->session == NULL)
    return TRUE;
  LpDocument *document = lp_session_get_document (self->session);
  if (lp_session_get_file (self->session) != NULL || lp_document_is_modified (document))
    return FALSE;
  g_autoptr (LpDesign) design = lp_document_snapshot (document);
  return lp_design_get_n_components (design) == 0;
}

/* --- messages ---------------------------------------------------------------------------------------- */

void
lp_window_toast (LpWindow *self, const char *text)
{
  AdwToast *toast = adw_toast_new ("");
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_set_title (toast, escaped);
  adw_toast_set_timeout (toast, 4);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
lp_window_complain (LpWindow *self, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
lp_window_set_busy (LpWindow *self, const char *text, GCancellable *cancellable)
{
  g_set_object (&self->busy, cancellable);
  if (text != NULL)
    gtk_label_set_label (self->busy_label, text);
  gtk_revealer_set_reveal_child (self->busy_revealer, text != NULL);
}

static void
on_cancel_busy (LpWindow *self)
{
  if (self->busy != NULL)
    g_cancellable_cancel (self->busy);
}

/* --- what the import said ---------------------------------------------------------------------------- */

static void
on_hide_notes (LpWindow *self)
{
  gtk_revealer_set_reveal_child (self->notes_revealer, FALSE);
}

static void
on_show_notes (LpWindow *self)
{
  g_autofree char *body = g_strjoinv ("\n", (GStrv) lp_session_get_notes (self->session));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("What was not understood"), NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new (body);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
  gtk_widget_set_size_request (scroller, 460, 280);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroller);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_notes (LpWindow *self)
{
  guint n = g_strv_length ((GStrv) lp_session_get_notes (self->session));
  guint n_parts = g_strv_length ((GStrv) lp_session_get_part_names (self->session));
  g_autoptr (GtkStringList) names = gtk_string_list_new (lp_session_get_part_names (self->session));
  g_autofree char *text
      = n > 0 ? g_strdup_printf (ngettext ("Imported. %u thing was not understood; it is drawn as a plain box.",
                                           "Imported. %u things were not understood; they are drawn as plain boxes.",
                                           n),
                                 n)
              : g_strdup_printf (ngettext ("Imported. The file has %u page.", "Imported. The file has %u pages.",
                                           n_parts),
                                 n_parts);

  gtk_label_set_label (self->notes_label, text);
  self->updating = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->parts), G_LIST_MODEL (names));
  self->updating = FALSE;
  gtk_widget_set_visible (self->parts, n_parts > 1);
  gtk_widget_set_visible (gtk_widget_get_next_sibling (self->parts), n > 0);
  gtk_revealer_set_reveal_child (self->notes_revealer, n > 0 || n_parts > 1);
}

static void
on_part_chosen (LpWindow *self)
{
  guint part = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->parts));

  if (self->updating || self->session == NULL || part == 0 || part == GTK_INVALID_LIST_POSITION)
    return;
  g_autoptr (LpSession) session = lp_session_open_part (self->session, part);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->parts), 0);
  lp_window_present_session (self, session);
}

/* --- the session ------------------------------------------------------------------------------------- */

static void
update_title (LpWindow *self)
{
  if (self->session == NULL)
    {
      adw_window_title_set_title (self->title, "Loadpath");
      adw_window_title_set_subtitle (self->title, "");
      gtk_window_set_title (GTK_WINDOW (self), "Loadpath");
      return;
    }
  g_autofree char *title = lp_session_dup_title (self->session);
  gboolean modified = lp_document_is_modified (lp_session_get_document (self->session));
  g_autofree char *marked = g_strconcat (modified ? "• " : "", title, NULL);
  GFile *file = lp_session_get_file (self->session);
  g_autofree char *base = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *shown = base != NULL ? g_filename_display_name (base) : NULL;
  adw_window_title_set_title (self->title, marked);
  adw_window_title_set_subtitle (self->title, modified          ? shown != NULL ? shown : _("Not saved")
                                              : shown != NULL ? shown
                                                              : "");
  gtk_window_set_title (GTK_WINDOW (self), marked);
}

static void
on_document_changed (LpWindow *self)
{
  update_title (self);
  lp_window_update_actions (self);
}

static void
on_reviewed (LpWindow *self)
{
  lp_review_count_set (self->review_count, lp_session_get_review (self->session));
  lp_window_update_actions (self);
}

static void
update_zoom (LpWindow *self)
{
  LpStage *stage = lp_canvas_get_stage (self->canvas);
  double zoom = stage != NULL ? lp_viewport_get_zoom (stage->viewport) : 1;
  g_autofree char *text = g_strdup_printf (_("%.0f %%"), round (zoom * 100));

  gtk_label_set_label (self->zoom_label, text);
}

static void
on_selection_changed (LpWindow *self)
{
  LpStage *stage = lp_canvas_get_stage (self->canvas);

  if (!self->updating && stage != NULL)
    lp_review_page_follow (self->review_page, lp_selection_get_single (stage->selection));
  /* Where the review is being read, a click on a finding must not turn the page. */
  if (!self->updating && stage != NULL && lp_selection_get_size (stage->selection) > 0
      && gtk_widget_has_focus (GTK_WIDGET (self->canvas)))
    gtk_stack_set_visible_child_name (self->panel, "properties");
}

static void
disconnect_session (LpWindow *self)
{
  LpStage *stage = lp_canvas_get_stage (self->canvas);

  if (self->session == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (lp_session_get_document (self->session), self);
  g_signal_handlers_disconnect_by_data (stage->viewport, self);
  g_signal_handlers_disconnect_by_data (stage->selection, self);
  lp_properties_page_set_stage (self->properties_page, NULL);
  lp_requirements_page_set_document (self->requirements_page, NULL);
  lp_review_page_set_session (self->review_page, NULL);
  lp_scenario_page_set_session (self->scenario_page, NULL);
  lp_canvas_set_session (self->canvas, NULL);
  g_clear_object (&self->session);
}

static void
connect_session (LpWindow *self, LpSession *session)
{
  LpDocument *document = lp_session_get_document (session);

  self->session = g_object_ref (session);
  lp_canvas_set_session (self->canvas, session);
  LpStage *stage = lp_canvas_get_stage (self->canvas);
  lp_properties_page_set_stage (self->properties_page, stage);
  lp_requirements_page_set_document (self->requirements_page, document);
  lp_review_page_set_session (self->review_page, session);
  gtk_stack_page_set_visible (self->scenario_stack_page,
                              lp_scenario_page_set_session (self->scenario_page, session));
  g_signal_connect_swapped (document, "changed", G_CALLBACK (on_document_changed), self);
  g_signal_connect_swapped (session, "notify::modified", G_CALLBACK (on_document_changed), self);
  g_signal_connect_swapped (session, "notify::title", G_CALLBACK (update_title), self);
  g_signal_connect_swapped (session, "reviewed", G_CALLBACK (on_reviewed), self);
  g_signal_connect_swapped (stage->viewport, "changed", G_CALLBACK (update_zoom), self);
  g_signal_connect_swapped (stage->selection, "changed", G_CALLBACK (on_selection_changed), self);
  lp_review_count_set (self->review_count, lp_session_get_review (session));
  show_notes (self);
}

void
lp_window_set_session (LpWindow *self, LpSession *session)
{
  g_return_if_fail (LP_IS_WINDOW (self));

  disconnect_session (self);
  if (session != NULL)
    connect_session (self, session);
  else
    gtk_revealer_set_reveal_child (self->notes_revealer, FALSE);
  gtk_stack_set_visible_child_name (self->stack, session != NULL ? "document" : "start");
  gtk_widget_set_visible (self->document_controls_start, session != NULL);
  gtk_widget_set_visible (self->document_controls_end, session != NULL);
  update_title (self);
  lp_window_update_actions (self);
  if (session == NULL)
    return;
  gtk_stack_set_visible_child_name (self->panel,
                                    gtk_stack_page_get_visible (self->scenario_stack_page) ? "scenario" : "review");
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

/* --- signals of the parts ---------------------------------------------------------------------------- */

static void
on_kind_activated (LpWindow *self, const char *kind)
{
  lp_canvas_place (self->canvas, kind);
  if (adw_flap_get_folded (self->palette_flap))
    adw_flap_set_reveal_flap (self->palette_flap, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
on_finding_selected (LpWindow *self, const char *component)
{
  LpReview *review = lp_session_get_review (self->session);
  guint selected = lp_review_page_get_selected (self->review_page);

  self->updating = TRUE;
  lp_canvas_show_element (self->canvas, component);
  self->updating = FALSE;
  if (review != NULL && selected < review->findings->len)
    lp_canvas_light_up (self->canvas,
                        (const char *const *) ((LpFinding *) g_ptr_array_index (review->findings, selected))->related);
}

static void
on_asked (LpWindow *self, const char *element, const char *property)
{
  adw_flap_set_reveal_flap (self->panel_flap, TRUE);
  if (element == NULL)
    {
      gtk_stack_set_visible_child_name (self->panel, "requirements");
      return;
    }
  lp_canvas_show_element (self->canvas, element);
  gtk_stack_set_visible_child_name (self->panel, "properties");
  lp_properties_page_ask (self->properties_page, property);
}

static void
on_mark_activated (LpWindow *self, guint finding)
{
  adw_flap_set_reveal_flap (self->panel_flap, TRUE);
  gtk_stack_set_visible_child_name (self->panel, "review");
  lp_review_page_select (self->review_page, finding);
  gtk_stack_set_visible_child_name (self->panel, "review");
}

static gboolean
on_close_request (LpWindow *self)
{
  if (lp_window_ask_before_closing (self))
    return TRUE;
  lp_window_remember_size (self);
  return FALSE;
}

static gboolean
on_files_dropped (GtkDropTarget *target, const GValue *value, double x, double y, LpWindow *self)
{
  GSList *files = g_value_get_boxed (value);

  for (GSList *l = files; l != NULL; l = l->next)
    lp_window_open_file (self, l->data);
  return files != NULL;
}

static void
lp_window_dispose (GObject *object)
{
  LpWindow *self = LP_WINDOW (object);

  if (self->busy != NULL)
    g_cancellable_cancel (self->busy);
  g_clear_object (&self->busy);
  if (self->canvas != NULL)
    disconnect_session (self);
  G_OBJECT_CLASS (lp_window_parent_class)->dispose (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, LpWindow, child)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (title);
  BIND (document_controls_start);
  BIND (document_controls_end);
  BIND (palette_toggle);
  BIND (panel_toggle);
  BIND (review_count);
  BIND (toasts);
  BIND (stack);
  BIND (notes_revealer);
  BIND (notes_label);
  BIND (busy_revealer);
  BIND (busy_label);
  BIND (palette_flap);
  BIND (panel_flap);
  BIND (palette);
  BIND (canvas);
  BIND (panel);
  BIND (properties_page);
  BIND (review_page);
  BIND (requirements_page);
  BIND (scenario_page);
  BIND (scenario_stack_page);
  BIND (start_view);
  BIND (parts);
  BIND (zoom_label);
  BIND (scenario_menu);
}

static void
lp_window_class_init (LpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_window_dispose;
  g_type_ensure (LP_TYPE_CANVAS);
  g_type_ensure (LP_TYPE_PALETTE);
  g_type_ensure (LP_TYPE_PROPERTIES_PAGE);
  g_type_ensure (LP_TYPE_REQUIREMENTS_PAGE);
  g_type_ensure (LP_TYPE_RECENT_POPOVER);
  g_type_ensure (LP_TYPE_REVIEW_PAGE);
  g_type_ensure (LP_TYPE_REVIEW_COUNT);
  g_type_ensure (LP_TYPE_SCENARIO_PAGE);
  g_type_ensure (LP_TYPE_START_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/loadpath/Loadpath/ui/window/window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_busy);
  gtk_widget_class_bind_template_callback (widget_class, on_show_notes);
  gtk_widget_class_bind_template_callback (widget_class, on_hide_notes);
  lp_window_class_add_actions (widget_class);
}

static void
fill_scenario_menu (LpWindow *self)
{
  const GPtrArray *scenarios = lp_scenarios_get ();

  for (guint i = 0; i < scenarios->len; i++)
    {
      const LpScenario *scenario = g_ptr_array_index (scenarios, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (lp_text (&scenario->title), NULL);
      g_menu_item_set_action_and_target (item, "win.open-scenario", "s", scenario->id);
      g_menu_append_item (self->scenario_menu, item);
    }
}

static void
lp_window_init (LpWindow *self)
{
  GtkDropTarget *files = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  lp_window_restore_size (self);
  fill_scenario_menu (self);
  g_signal_connect (files, "drop", G_CALLBACK (on_files_dropped), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (files));
  g_signal_connect (self, "close-request", G_CALLBACK (on_close_request), NULL);
  g_signal_connect_swapped (self->parts, "notify::selected", G_CALLBACK (on_part_chosen), self);
  g_signal_connect_swapped (self->palette, "activated", G_CALLBACK (on_kind_activated), self);
  g_signal_connect_swapped (self->review_page, "finding-selected", G_CALLBACK (on_finding_selected), self);
  g_signal_connect_swapped (self->scenario_page, "reference", G_CALLBACK (lp_window_open_reference), self);
  g_signal_connect_swapped (self->review_page, "asked", G_CALLBACK (on_asked), self);
  g_signal_connect_swapped (self->canvas, "mark-activated", G_CALLBACK (on_mark_activated), self);
  g_signal_connect_swapped (self->canvas, "message", G_CALLBACK (lp_window_toast), self);
  lp_window_set_session (self, NULL);
}
