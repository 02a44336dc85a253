#include "ui/answers/answer-view.h"
#include "ui/window/window-private.h"

#include <glib/gi18n.h>

#include "learning/scenario.h"
#include "ui/application/open-state.h"
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

AdwTabView *
lp_window_get_tab_view (LpWindow *self)
{
  return self->tab_view;
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
  return self->view == NULL || lp_document_view_is_pristine (self->view);
}

/* --- messages ---------------------------------------------------------------------------------------- */

void
lp_window_toast (LpWindow *self, const char *text)
{
  if (self->tab_view == NULL) /* it was closed meanwhile */
    return;
  AdwToast *toast = adw_toast_new ("");
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_set_title (toast, escaped);
  adw_toast_set_timeout (toast, 4);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
lp_window_complain (LpWindow *self, const char *heading, const char *body)
{
  if (self->tab_view == NULL)
    return;
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_busy (LpWindow *self)
{
  if (self->tab_view == NULL)
    return;
  if (self->busy->len > 0)
    gtk_label_set_label (self->busy_label, g_object_get_data (self->busy->pdata[self->busy->len - 1], "text"));
  gtk_revealer_set_reveal_child (self->busy_revealer, self->busy->len > 0);
}

GCancellable *
lp_window_begin_busy (LpWindow *self, const char *text)
{
  GCancellable *cancellable = g_cancellable_new ();

  g_object_set_data_full (G_OBJECT (cancellable), "text", g_strdup (text), g_free);
  g_ptr_array_add (self->busy, g_object_ref (cancellable));
  show_busy (self);
  return cancellable;
}

void
lp_window_end_busy (LpWindow *self, GCancellable *cancellable)
{
  g_ptr_array_remove (self->busy, cancellable);
  show_busy (self);
}

static void
cancel_all (LpWindow *self)
{
  for (guint i = 0; i < self->busy->len; i++)
    g_cancellable_cancel (self->busy->pdata[i]);
}

/* --- the selected tab -------------------------------------------------------------------------------- */

static void
update_title (LpWindow *self)
{
  if (self->view == NULL)
    {
      adw_window_title_set_title (self->title, "Loadpath");
      adw_window_title_set_subtitle (self->title, "");
      gtk_window_set_title (GTK_WINDOW (self), "Loadpath");
      return;
    }
  g_autofree char *title = NULL;
  g_object_get (self->view, "title", &title, NULL);
  GFile *file = lp_session_get_file (self->session);
  g_autofree char *base = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *shown = base != NULL ? g_filename_display_name (base) : NULL;
  gboolean modified = lp_document_view_is_modified (self->view);
  adw_window_title_set_title (self->title, title);
  if (lp_session_saves_itself (self->session))
    adw_window_title_set_subtitle (self->title, modified ? _("Saving…") : _("All changes are saved"));
  else
    adw_window_title_set_subtitle (self->title, shown != NULL ? shown : modified ? _("Not saved") : "");
  gtk_window_set_title (GTK_WINDOW (self), title);
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
on_selection_changed (LpWindow *self)
{
  LpStage *stage = lp_canvas_get_stage (self->canvas);

  if (!self->updating && stage != NULL)
    lp_review_page_follow (self->review_page, lp_selection_get_single (stage->selection));
  /* Where the review is being read, a click on a finding must not turn the page. */
  if (!self->updating && stage != NULL && lp_selection_get_size (stage->selection) > 0
      && lp_canvas_has_keyboard (self->canvas))
    gtk_stack_set_visible_child_name (self->panel, "properties");
}

static void
on_panel_page_changed (LpWindow *self)
{
  if (self->view != NULL)
    lp_document_view_set_panel_page (self->view, gtk_stack_get_visible_child_name (self->panel));
}

static void
on_mark_activated (LpWindow *self, guint finding)
{
  adw_flap_set_reveal_flap (self->panel_flap, TRUE);
  gtk_stack_set_visible_child_name (self->panel, "review");
  lp_review_page_select (self->review_page, finding);
  gtk_stack_set_visible_child_name (self->panel, "review");
}

static void
on_comment_activated (LpWindow *self, const char *comment)
{
  adw_flap_set_reveal_flap (self->panel_flap, TRUE);
  gtk_stack_set_visible_child_name (self->panel, "review");
  lp_review_page_show_comment (self->review_page, comment);
}

static void
leave_view (LpWindow *self)
{
  LpStage *stage = lp_canvas_get_stage (self->canvas);

  /* Not all: its tab goes on listening whether it is saved elsewhere. */
  g_signal_handlers_disconnect_by_func (self->session, on_document_changed, self);
  g_signal_handlers_disconnect_by_func (self->session, on_reviewed, self);
  g_signal_handlers_disconnect_by_data (lp_session_get_document (self->session), self);
  g_signal_handlers_disconnect_by_data (self->canvas, self);
  if (stage != NULL)
    g_signal_handlers_disconnect_by_data (stage->selection, self);
  lp_properties_page_set_stage (self->properties_page, NULL);
  lp_requirements_page_set_document (self->requirements_page, NULL);
  lp_review_page_set_session (self->review_page, NULL);
  lp_window_leave_scenario (self);
  g_clear_object (&self->view);
  g_clear_object (&self->session);
  self->canvas = NULL;
}

static void
enter_view (LpWindow *self, LpDocumentView *view)
{
  LpDocument *document = lp_document_view_get_document (view);

  self->view = g_object_ref (view);
  self->session = g_object_ref (lp_document_view_get_session (view));
  self->canvas = lp_document_view_get_canvas (view);
  /* First: it may keep something of the review from view. */
  gboolean scenario = lp_window_enter_scenario (self);
  LpStage *stage = lp_canvas_get_stage (self->canvas);
  lp_properties_page_set_stage (self->properties_page, stage);
  lp_requirements_page_set_document (self->requirements_page, document);
  lp_review_page_set_session (self->review_page, self->session);
  const char *page = lp_document_view_get_panel_page (view);
  gtk_stack_set_visible_child_name (self->panel, page != NULL ? page : scenario ? "scenario" : "review");
  /* First of all the task is read. */
  if (page == NULL && (scenario || lp_window_is_exam (self)))
    lp_window_show_situation (self);
  lp_window_show_answers (self, lp_answer_view_of (view) != NULL);
  lp_window_show_exam_page (self);
  on_panel_page_changed (self);
  g_signal_connect_swapped (document, "changed", G_CALLBACK (on_document_changed), self);
  g_signal_connect_swapped (self->session, "notify", G_CALLBACK (on_document_changed), self);
  g_signal_connect_swapped (self->session, "reviewed", G_CALLBACK (on_reviewed), self);
  g_signal_connect_swapped (self->canvas, "mark-activated", G_CALLBACK (on_mark_activated), self);
  g_signal_connect_swapped (self->canvas, "comment-activated", G_CALLBACK (on_comment_activated), self);
  g_signal_connect_swapped (self->canvas, "message", G_CALLBACK (lp_window_toast), self);
  g_signal_connect_swapped (stage->selection, "changed", G_CALLBACK (on_selection_changed), self);
  lp_review_count_set (self->review_count, lp_session_get_review (self->session));
}

static void
update_chrome (LpWindow *self)
{
  gboolean open = self->view != NULL;

  gtk_stack_set_visible_child_name (self->stack, open ? "document" : "start");
  gtk_widget_set_visible (self->document_controls_start, open);
  gtk_widget_set_visible (self->document_controls_end, open);
  lp_window_update_gallery (self);
  update_title (self);
  lp_window_update_actions (self);
}

void
lp_window_follow (LpWindow *self, LpDocumentView *view)
{
  if (view == self->view)
    return;
  lp_window_set_showing (self, FALSE);
  if (self->view != NULL)
    leave_view (self);
  if (view != NULL)
    enter_view (self, view);
  update_chrome (self);
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
    lp_canvas_light_up_finding (self->canvas, g_ptr_array_index (review->findings, selected));
  lp_window_update_caption (self);
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

static gboolean
is_last (LpWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *l = application != NULL ? gtk_application_get_windows (application) : NULL; l != NULL; l = l->next)
    if (LP_IS_WINDOW (l->data) && l->data != self)
      return FALSE;
  return application != NULL;
}

static gboolean
on_close_request (LpWindow *self)
{
  if (lp_window_ask_before_closing (self))
    return TRUE;
  lp_window_remember_size (self);
  /* The last window ends the program: what is open in it is what was open. */
  if (is_last (self))
    lp_open_state_save (gtk_window_get_application (GTK_WINDOW (self)), TRUE);
  return FALSE;
}

static gboolean
on_files_dropped (GtkDropTarget *target, const GValue *value, double x, double y, LpWindow *self)
{
  GSList *files = g_value_get_boxed (value);

  if (lp_window_is_exam (self))
    return FALSE;
  for (GSList *l = files; l != NULL; l = l->next)
    lp_window_open_file (self, l->data);
  return files != NULL;
}

static void
lp_window_dispose (GObject *object)
{
  LpWindow *self = LP_WINDOW (object);

  cancel_all (self);
  lp_window_end_exam (self);
  if (self->tab_view != NULL)
    g_signal_handlers_disconnect_by_data (self->tab_view, self);
  if (self->view != NULL)
    leave_view (self);
  self->tab_view = NULL;
  g_clear_object (&self->tab_actions);
  g_clear_weak_pointer (&self->hint);
  G_OBJECT_CLASS (lp_window_parent_class)->dispose (object);
}

static void
lp_window_finalize (GObject *object)
{
  g_ptr_array_unref (LP_WINDOW (object)->busy);
  G_OBJECT_CLASS (lp_window_parent_class)->finalize (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, LpWindow, child)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (title);
  BIND (header_bar);
  BIND (back_button);
  BIND (tab_bar);
  BIND (open_button);
  BIND (save_button);
  BIND (caption_revealer);
  BIND (caption);
  BIND (document_controls_start);
  BIND (document_controls_end);
  BIND (palette_toggle);
  BIND (panel_toggle);
  BIND (review_count);
  BIND (toasts);
  BIND (stack);
  BIND (busy_revealer);
  BIND (busy_label);
  BIND (palette_flap);
  BIND (panel_flap);
  BIND (palette);
  BIND (tab_view);
  BIND (panel);
  BIND (panel_switcher);
  BIND (properties_page);
  BIND (review_page);
  BIND (requirements_page);
  BIND (scenario_page);
  BIND (scenario_stack_page);
  BIND (start_view);
}

static void
lp_window_class_init (LpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = lp_window_finalize;
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
  gtk_widget_class_bind_template_callback_full (widget_class, "on_cancel_busy", G_CALLBACK (cancel_all));
  lp_window_class_add_actions (widget_class);
}

/* With large text the names of the pages get shorter, and the panel no wider. */
static void
let_pages_shrink (GtkWidget *switcher)
{
  for (GtkWidget *button = gtk_widget_get_first_child (switcher); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    {
      GtkWidget *label = gtk_widget_get_first_child (button);
      if (!GTK_IS_LABEL (label))
        continue;
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_tooltip_text (button, gtk_label_get_label (GTK_LABEL (label)));
    }
}

static void
lp_window_init (LpWindow *self)
{
  GtkDropTarget *files = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->busy = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  lp_window_restore_size (self);
  let_pages_shrink (self->panel_switcher);
  g_signal_connect (files, "drop", G_CALLBACK (on_files_dropped), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (files));
  g_signal_connect (self, "close-request", G_CALLBACK (on_close_request), NULL);
  g_signal_connect_swapped (self->palette, "activated", G_CALLBACK (on_kind_activated), self);
  g_signal_connect_swapped (self->review_page, "finding-selected", G_CALLBACK (on_finding_selected), self);
  g_signal_connect_swapped (self->review_page, "asked", G_CALLBACK (on_asked), self);
  g_signal_connect_swapped (self->panel, "notify::visible-child-name", G_CALLBACK (on_panel_page_changed), self);
  lp_window_init_tabs (self);
  lp_window_init_scenario (self);
  lp_window_init_showing (self);
  update_chrome (self);
}
