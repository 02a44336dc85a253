#include "ui/scenarios/own-dialog.h"

#include <glib/gi18n.h>

#include "learning/own-scenarios.h"
#include "learning/scenario-draft.h"
#include "ui/text/wrapping.h"

/* A start that has so much less than the reference is an empty canvas to build on. */
#define BUILD_SHARE 4

struct _LpOwnDialog
{
  AdwWindow parent_instance;
  AdwComboRow *start, *reference;
  AdwEntryRow *heading;
  GtkSpinButton *minutes;
  GtkBox *situation, *hints, *lesson;
  AdwPreferencesGroup *goals;
  GtkRevealer *complaint_revealer;
  GtkLabel *complaint;

  GPtrArray *sessions;
  LpScenarioDraft *draft;
  GPtrArray *goal_rows;  /* in the group */
  GtkTextBuffer *situation_words, *hint_words, *lesson_words;
  gboolean goals_edited;
  gboolean done;         /* saved, or to be thrown away: it closes without a question */
};

G_DEFINE_FINAL_TYPE (LpOwnDialog, lp_own_dialog, ADW_TYPE_WINDOW)

enum
{
  MADE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- goals ------------------------------------------------------------------------------------------- */

static void
on_goal_toggled (GtkCheckButton *check, LpDraftGoal *goal)
{
  goal->chosen = gtk_check_button_get_active (check);
}

static void
on_goal_text (GtkEditable *editable, LpDraftGoal *goal)
{
  g_free (goal->text);
  goal->text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));
}

static void
on_goal_edited (LpOwnDialog *self)
{
  self->goals_edited = TRUE;
}

static GtkWidget *
new_goal (LpOwnDialog *self, LpDraftGoal *goal)
{
  GtkWidget *row = adw_entry_row_new (), *check = gtk_check_button_new ();
  g_autofree char *name = g_strdup_printf (_("%s is a goal"), goal->rule);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), goal->rule);
  gtk_editable_set_text (GTK_EDITABLE (row), goal->text);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), goal->chosen);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_entry_row_add_prefix (ADW_ENTRY_ROW (row), check);
  g_signal_connect (check, "toggled", G_CALLBACK (on_goal_toggled), goal);
  g_signal_connect (row, "changed", G_CALLBACK (on_goal_text), goal);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_goal_edited), self);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (on_goal_edited), self);
  return row;
}

static void
clear_goals (LpOwnDialog *self)
{
  for (guint i = 0; i < self->goal_rows->len; i++)
    adw_preferences_group_remove (self->goals, self->goal_rows->pdata[i]);
  g_ptr_array_set_size (self->goal_rows, 0);
}

static void
add_to_group (LpOwnDialog *self, GtkWidget *row)
{
  adw_preferences_group_add (self->goals, row);
  g_ptr_array_add (self->goal_rows, row);
}

/* What the start passes already may be asked to stay so: folded away. */
static void
show_goals (LpOwnDialog *self)
{
  GtkWidget *kept = adw_expander_row_new ();
  guint n_kept = 0;

  clear_goals (self);
  for (guint i = 0; i < self->draft->goals->len; i++)
    {
      LpDraftGoal *goal = self->draft->goals->pdata[i];
      if (goal->mended)
        add_to_group (self, new_goal (self, goal));
      else
        adw_expander_row_add_row (ADW_EXPANDER_ROW (kept), new_goal (self, goal));
      n_kept += !goal->mended;
    }
  g_autofree char *title = g_strdup_printf (_("What must stay as it is (%u)"), n_kept);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (kept), title);
  gtk_widget_set_visible (kept, n_kept > 0);
  add_to_group (self, kept);
}

/* --- the two drawings -------------------------------------------------------------------------------- */

static LpDesign *
selected_design (LpOwnDialog *self, AdwComboRow *row)
{
  guint selected = MIN (adw_combo_row_get_selected (row), self->sessions->len - 1);
  return lp_document_snapshot (lp_session_get_document (self->sessions->pdata[selected]));
}

static void
on_designs_changed (LpOwnDialog *self)
{
  if (self->sessions == NULL)
    return;
  g_autoptr (LpDesign) start = selected_design (self, self->start), reference = selected_design (self, self->reference);

  clear_goals (self);
  g_clear_pointer (&self->draft, lp_scenario_draft_free);
  self->draft = lp_scenario_draft_new (start, reference);
  self->draft->build = lp_design_get_n_components (start) * BUILD_SHARE <= lp_design_get_n_components (reference);
  show_goals (self);
}

static gboolean
mends_something (LpOwnDialog *self)
{
  const GPtrArray *goals = self->draft->goals;
  return goals->len > 0 && ((LpDraftGoal *) goals->pdata[0])->mended;
}

/* The one in which something gives way is the start, whichever was opened first. */
static void
guess_direction (LpOwnDialog *self)
{
  guint start = adw_combo_row_get_selected (self->start), reference = adw_combo_row_get_selected (self->reference);
  if (mends_something (self))
    return;
  adw_combo_row_set_selected (self->start, reference);
  adw_combo_row_set_selected (self->reference, start);
}

static void
fill_combos (LpOwnDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->sessions->len; i++)
    {
      g_autofree char *name = lp_session_dup_title (self->sessions->pdata[i]);
      gtk_string_list_append (names, name);
    }
  adw_combo_row_set_model (self->start, G_LIST_MODEL (names));
  adw_combo_row_set_model (self->reference, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->reference, self->sessions->len - 1);
}

/* --- words ------------------------------------------------------------------------------------------- */

static GtkTextBuffer *
add_words (GtkBox *box, const char *title, const char *help)
{
  GtkWidget *text = gtk_text_view_new (), *label = gtk_label_new_with_mnemonic (title), *hint = gtk_label_new (help);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  lp_label_let_wrap (GTK_LABEL (hint), PANGO_WRAP_WORD);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), text);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (text), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (text), 9);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (text), 9);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (text), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (text), 12);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), text);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 96);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 240);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_box_set_spacing (box, 6);
  gtk_box_append (box, label);
  gtk_box_append (box, hint);
  gtk_box_append (box, scrolled);
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
}

static char *
words_of (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

/* The lines that say something. */
static GStrv
lines_of (GtkTextBuffer *buffer)
{
  g_autofree char *words = words_of (buffer);
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  for (char **line = lines; *line != NULL; line++)
    if (*g_strstrip (*line) != '\0')
      g_strv_builder_add (builder, *line);
  return g_strv_builder_end (builder);
}

static void
take_words (LpOwnDialog *self)
{
  g_free (self->draft->title);
  g_free (self->draft->situation);
  g_free (self->draft->lesson);
  g_strfreev (self->draft->hints);
  self->draft->title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->heading))));
  self->draft->situation = words_of (self->situation_words);
  self->draft->lesson = words_of (self->lesson_words);
  self->draft->hints = lines_of (self->hint_words);
  self->draft->minutes = (guint) gtk_spin_button_get_value_as_int (self->minutes);
}

/* --- saving ------------------------------------------------------------------------------------------ */

static void
complain (LpOwnDialog *self, const char *text)
{
  gtk_label_set_label (self->complaint, text);
  gtk_revealer_set_reveal_child (self->complaint_revealer, TRUE);
}

static void
complain_of (LpOwnDialog *self, const GPtrArray *wrong)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < wrong->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) wrong->pdata[i]);
  complain (self, text->str);
}

/* What was complained of goes as soon as it is mended. */
static void
on_written (LpOwnDialog *self)
{
  if (!gtk_revealer_get_reveal_child (self->complaint_revealer))
    return;
  take_words (self);
  g_autoptr (GPtrArray) wrong = lp_scenario_draft_check (self->draft);
  if (wrong->len > 0)
    complain_of (self, wrong);
  else
    gtk_revealer_set_reveal_child (self->complaint_revealer, FALSE);
}

static void
on_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LpOwnDialog *self = LP_OWN_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  take_words (self);
  g_autoptr (GPtrArray) wrong = lp_scenario_draft_check (self->draft);
  if (wrong->len > 0)
    {
      complain_of (self, wrong);
      return;
    }
  g_autofree char *id = lp_scenario_draft_make_id (self->draft);
  g_autoptr (GBytes) bytes = lp_scenario_draft_write (self->draft, id);
  if (lp_own_scenarios_add (NULL, bytes, id, &error) == NULL)
    {
      complain (self, error->message);
      return;
    }
  self->done = TRUE;
  g_signal_emit (self, signals[MADE], 0, id);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- closing ----------------------------------------------------------------------------------------- */

static gboolean
is_written (LpOwnDialog *self)
{
  return self->goals_edited || *gtk_editable_get_text (GTK_EDITABLE (self->heading)) != '\0'
         || gtk_text_buffer_get_char_count (self->situation_words) > 0
         || gtk_text_buffer_get_char_count (self->hint_words) > 0
         || gtk_text_buffer_get_char_count (self->lesson_words) > 0;
}

static gboolean
close_now (gpointer self)
{
  gtk_window_close (self);
  return G_SOURCE_REMOVE;
}

/* Not while the question, which goes with it, reports its answer. */
static void
on_answer (LpOwnDialog *self, const char *response)
{
  if (!g_str_equal (response, "discard"))
    return;
  self->done = TRUE;
  g_idle_add_full (G_PRIORITY_DEFAULT, close_now, g_object_ref (self), g_object_unref);
}

/* What took a while to write does not go with one key. */
static gboolean
lp_own_dialog_close_request (GtkWindow *window)
{
  LpOwnDialog *self = LP_OWN_DIALOG (window);

  if (self->done || !is_written (self))
    return GTK_WINDOW_CLASS (lp_own_dialog_parent_class)->close_request (window);
  GtkWidget *question = adw_message_dialog_new (window, _("Discard the Scenario?"), _("It has not been saved."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "keep", _("_Keep Editing"), "discard", _("_Discard"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "keep");
  g_signal_connect_object (question, "response", G_CALLBACK (on_answer), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
  return TRUE;
}

/* --- the dialog -------------------------------------------------------------------------------------- */

LpOwnDialog *
lp_own_dialog_new (GtkWindow *parent, GPtrArray *sessions)
{
  LpOwnDialog *self = g_object_new (LP_TYPE_OWN_DIALOG, "transient-for", parent, NULL);

  g_return_val_if_fail (sessions->len > 0, self);
  GPtrArray *taken = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < sessions->len; i++)
    g_ptr_array_add (taken, g_object_ref (sessions->pdata[i]));
  self->sessions = taken;
  fill_combos (self);
  on_designs_changed (self);
  guess_direction (self);
  if (sessions->len < 2)
    complain (self, _("Open the design that answers in a second tab, to choose it as the reference"));
  g_signal_connect_swapped (self->heading, "changed", G_CALLBACK (on_written), self);
  g_signal_connect_swapped (self->situation_words, "changed", G_CALLBACK (on_written), self);
  g_signal_connect_swapped (self->hint_words, "changed", G_CALLBACK (on_written), self);
  g_signal_connect_swapped (self->lesson_words, "changed", G_CALLBACK (on_written), self);
  gtk_widget_grab_focus (GTK_WIDGET (self->heading));
  return self;
}

static void
lp_own_dialog_dispose (GObject *object)
{
  LpOwnDialog *self = LP_OWN_DIALOG (object);

  /* The rows of goals point into the draft. */
  if (self->goal_rows != NULL && self->goals != NULL)
    clear_goals (self);
  g_clear_pointer (&self->goal_rows, g_ptr_array_unref);
  g_clear_pointer (&self->draft, lp_scenario_draft_free);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  G_OBJECT_CLASS (lp_own_dialog_parent_class)->dispose (object);
}

static void
lp_own_dialog_class_init (LpOwnDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_own_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = lp_own_dialog_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/loadpath/Loadpath/ui/scenarios/own-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LpOwnDialog, start);
  gtk_widget_class_bind_template_child (widget_class, LpOwnDialog, reference);
  gtk_widget_class_bind_template_child (widget_class, LpOwnDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, LpOwnDialog, minutes);
  gtk_widget_class_bind_template_child (widget_class, LpOwnDialog, situation);
  gtk_widget_class_bind_template_child (widget_class, LpOwnDialog, hints);
  gtk_widget_class_bind_template_child (widget_class, LpOwnDialog, lesson);
  gtk_widget_class_bind_template_child (widget_class, LpOwnDialog, goals);
  gtk_widget_class_bind_template_child (widget_class, LpOwnDialog, complaint_revealer);
  gtk_widget_class_bind_template_child (widget_class, LpOwnDialog, complaint);
  gtk_widget_class_bind_template_callback (widget_class, on_designs_changed);
  gtk_widget_class_install_action (widget_class, "own.save", NULL, on_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "own.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "own.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  signals[MADE] = g_signal_new ("made", LP_TYPE_OWN_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);
}

static void
lp_own_dialog_init (LpOwnDialog *self)
{
  self->goal_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->situation_words = add_words (self->situation, _("S_ituation"), _("What the customer needs, with numbers"));
  self->hint_words = add_words (self->hints, _("_Hints"), _("A line each: the first a nudge, the last the answer"));
  self->lesson_words = add_words (self->lesson, _("_Lesson"), _("What is learned, shown when it is graded"));
}
