#include "ui/inspector/field.h"

#include <glib/gi18n.h>

#include "base/json-node.h"
#include "ui/text/wrapping.h"

/* What the rows before the choices stand for. */
#define NOT_KNOWN 0
#define FIRST_CHOICE 1

struct _LpField
{
  GObject parent_instance;
  const LpPropertyKind *property;
  GtkWidget *row;        /* AdwComboRow or AdwEntryRow */
  GtkStringList *choices; /* of an AdwComboRow */
  GtkWidget *complaint;  /* GtkListBoxRow */
  GtkWidget *clear;      /* of an entry: makes it unknown */
  GtkLabel *complaint_label;
  JsonNode *value;       /* as last set from outside, or NULL */
  gboolean updating;
  gboolean various;      /* no value, but several */
  gboolean touched;      /* its entry has been written in since then */
};

G_DEFINE_FINAL_TYPE (LpField, lp_field, G_TYPE_OBJECT)

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
same_value (JsonNode *a, JsonNode *b)
{
  return a == b || (a != NULL && b != NULL && json_node_equal (a, b));
}

static void
leave_various (LpField *self)
{
  if (self->various)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), lp_text (&self->property->label));
  self->various = FALSE;
}

static void
edit (LpField *self, JsonNode *value)
{
  if (!self->various && same_value (value, self->value))
    return;
  leave_various (self);
  g_clear_pointer (&self->value, json_node_unref);
  self->value = value != NULL ? json_node_ref (value) : NULL;
  g_signal_emit (self, signals[EDITED], 0, value);
}

const LpPropertyKind *
lp_field_get_property_kind (LpField *self)
{
  return self->property;
}

GtkWidget *
lp_field_get_row (LpField *self)
{
  return self->row;
}

GtkWidget *
lp_field_get_complaint (LpField *self)
{
  return self->complaint;
}

/* --- choices ----------------------------------------------------------------------------------------- */

static gboolean
is_choice (const LpPropertyKind *property)
{
  return property->type == LP_PROPERTY_BOOLEAN || property->type == LP_PROPERTY_CHOICE;
}

static guint
n_choices (const LpPropertyKind *property)
{
  return property->type == LP_PROPERTY_BOOLEAN ? 2 : property->n_choices;
}

static JsonNode *
choice_value (const LpPropertyKind *property, guint choice)
{
  if (property->type == LP_PROPERTY_BOOLEAN)
    return lp_json_node_boolean (choice == 0);
  return lp_json_node_string (property->choices[choice].value);
}

static const char *
choice_label (const LpPropertyKind *property, guint choice)
{
  if (property->type == LP_PROPERTY_BOOLEAN)
    return choice == 0 ? _("Yes") : _("No");
  return lp_text (&property->choices[choice].label);
}

static guint
find_choice (const LpPropertyKind *property, JsonNode *value)
{
  for (guint i = 0; value != NULL && i < n_choices (property); i++)
    {
      g_autoptr (JsonNode) node = choice_value (property, i);
      if (json_node_equal (node, value))
        return i;
    }
  return G_MAXUINT;
}

/* "Not known", or what the service itself does where nothing is said. */
static char *
unset_label (const LpPropertyKind *property)
{
  guint choice = find_choice (property, property->unset);

  if (choice == G_MAXUINT)
    return g_strdup (_("Not known"));
  return g_strdup_printf (_("Not set (%s)"), choice_label (property, choice));
}

/* A value that the catalogue does not have is shown as it is, last, until another one is chosen. */
static void
fill_choices (LpField *self)
{
  guint choice = find_choice (self->property, self->value), n = FIRST_CHOICE + n_choices (self->property);
  gboolean foreign = self->value != NULL && choice == G_MAXUINT;

  if (foreign)
    {
      g_autofree char *shown = lp_field_format (self->property, self->value);
      gtk_string_list_splice (self->choices, n, g_list_model_get_n_items (G_LIST_MODEL (self->choices)) - n,
                              (const char *const[]) { shown, NULL });
      choice = n - FIRST_CHOICE;
    }
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), self->value == NULL ? NOT_KNOWN : FIRST_CHOICE + choice);
  if (!foreign && g_list_model_get_n_items (G_LIST_MODEL (self->choices)) > n)
    gtk_string_list_remove (self->choices, n);
}

static void
on_choice (LpField *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->row));

  if (self->updating || selected == GTK_INVALID_LIST_POSITION || selected > n_choices (self->property))
    return;
  g_autoptr (JsonNode) value
      = selected == NOT_KNOWN ? NULL : choice_value (self->property, selected - FIRST_CHOICE);
  edit (self, value);
}

static void
new_choices (LpField *self)
{
  g_autofree char *unset = unset_label (self->property);

  self->choices = gtk_string_list_new (NULL);
  gtk_string_list_append (self->choices, unset);
  for (guint i = 0; i < n_choices (self->property); i++)
    gtk_string_list_append (self->choices, choice_label (self->property, i));
  self->row = adw_combo_row_new ();
  adw_combo_row_set_model (ADW_COMBO_ROW (self->row), G_LIST_MODEL (self->choices));
  g_signal_connect_swapped (self->row, "notify::selected", G_CALLBACK (on_choice), self);
}

/* --- entries ----------------------------------------------------------------------------------------- */

static void
set_complaint (LpField *self, const char *text)
{
  gtk_widget_set_visible (self->complaint, text != NULL);
  gtk_label_set_label (self->complaint_label, text != NULL ? text : "");
  if (text != NULL)
    gtk_widget_add_css_class (self->row, "error");
  else
    gtk_widget_remove_css_class (self->row, "error");
}

static gboolean
read_entry (LpField *self, JsonNode **value)
{
  g_autofree char *complaint = NULL;
  gboolean valid
      = lp_field_parse (self->property, gtk_editable_get_text (GTK_EDITABLE (self->row)), value, &complaint);

  set_complaint (self, complaint);
  return valid;
}

static void
commit_entry (LpField *self)
{
  g_autoptr (JsonNode) value = NULL;

  /* Passing through it must not make them all alike. */
  if (self->various && !self->touched)
    return;
  if (read_entry (self, &value))
    edit (self, value);
}

static void
on_clear (LpField *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->row), "");
  self->touched = TRUE;
  commit_entry (self);
}

static void
on_text_changed (LpField *self)
{
  g_autoptr (JsonNode) value = NULL;

  gtk_widget_set_visible (self->clear, self->various || *gtk_editable_get_text (GTK_EDITABLE (self->row)) != '\0');
  if (self->updating)
    return;
  self->touched = TRUE;
  read_entry (self, &value);
}

static void
fill_entry (LpField *self)
{
  g_autofree char *text = lp_field_format (self->property, self->value);

  gtk_editable_set_text (GTK_EDITABLE (self->row), text);
  set_complaint (self, NULL);
}

static void
new_entry (LpField *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->row = adw_entry_row_new ();
  self->clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_set_valign (self->clear, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->clear, FALSE);
  gtk_widget_set_tooltip_text (self->clear, _("Not known"));
  gtk_widget_add_css_class (self->clear, "flat");
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (on_clear), self);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->row), self->clear);
  adw_entry_row_set_input_hints (ADW_ENTRY_ROW (self->row), GTK_INPUT_HINT_NO_SPELLCHECK);
  g_signal_connect_swapped (self->row, "entry-activated", G_CALLBACK (commit_entry), self);
  g_signal_connect_swapped (self->row, "changed", G_CALLBACK (on_text_changed), self);
  /* Also leaves when the row is taken away, which may be after the end of the field. */
  g_signal_connect_object (focus, "leave", G_CALLBACK (commit_entry), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->row, focus);
}

static void
new_complaint (LpField *self)
{
  self->complaint = gtk_list_box_row_new ();
  self->complaint_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->complaint_label, 0);
  lp_label_let_wrap (self->complaint_label, PANGO_WRAP_WORD);
  gtk_widget_add_css_class (GTK_WIDGET (self->complaint_label), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->complaint_label), "caption");
  gtk_widget_add_css_class (self->complaint, "complaint");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->complaint), GTK_WIDGET (self->complaint_label));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->complaint), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self->complaint), FALSE);
  gtk_widget_set_focusable (self->complaint, FALSE);
  gtk_widget_set_visible (self->complaint, FALSE);
}

/* --- the field --------------------------------------------------------------------------------------- */

LpField *
lp_field_new (const LpPropertyKind *property)
{
  LpField *self = g_object_new (LP_TYPE_FIELD, NULL);

  self->property = property;
  if (is_choice (property))
    new_choices (self);
  else
    new_entry (self);
  g_object_ref_sink (self->row);
  new_complaint (self);
  g_object_ref_sink (self->complaint);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), lp_text (&property->label));
  gtk_widget_set_tooltip_text (self->row, lp_text (&property->help));
  gtk_widget_set_name (self->row, property->name);
  lp_field_set_value (self, NULL);
  return self;
}

void
lp_field_set_value (LpField *self, JsonNode *value)
{
  g_return_if_fail (LP_IS_FIELD (self));

  gboolean same = !self->various && same_value (value, self->value);
  leave_various (self);
  if (same && is_choice (self->property))
    return;
  g_autoptr (JsonNode) kept = value != NULL ? json_node_ref (value) : NULL;
  g_clear_pointer (&self->value, json_node_unref);
  self->value = g_steal_pointer (&kept);
  self->updating = TRUE;
  if (is_choice (self->property))
    fill_choices (self);
  else if (!same || (gtk_widget_get_state_flags (self->row) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    fill_entry (self);
  self->updating = FALSE;
}

void
lp_field_set_various (LpField *self)
{
  g_return_if_fail (LP_IS_FIELD (self));

  guint n = FIRST_CHOICE + n_choices (self->property);
  g_clear_pointer (&self->value, json_node_unref);
  self->various = TRUE;
  self->touched = FALSE;
  self->updating = TRUE;
  if (is_choice (self->property))
    {
      gtk_string_list_splice (self->choices, n, g_list_model_get_n_items (G_LIST_MODEL (self->choices)) - n,
                              (const char *const[]) { _("Various"), NULL });
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), n);
    }
  else
    {
      g_autofree char *title = g_markup_printf_escaped (_("%s (various)"), lp_text (&self->property->label));
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
      fill_entry (self);
      gtk_widget_set_visible (self->clear, TRUE);
    }
  self->updating = FALSE;
}

static void
lp_field_dispose (GObject *object)
{
  LpField *self = LP_FIELD (object);

  if (self->row != NULL)
    g_signal_handlers_disconnect_by_data (self->row, self);
  if (self->clear != NULL)
    g_signal_handlers_disconnect_by_data (self->clear, self);
  self->clear = NULL;
  g_clear_object (&self->row);
  g_clear_object (&self->choices);
  g_clear_object (&self->complaint);
  g_clear_pointer (&self->value, json_node_unref);
  G_OBJECT_CLASS (lp_field_parent_class)->dispose (object);
}

static void
lp_field_class_init (LpFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lp_field_dispose;
  signals[EDITED] = g_signal_new ("edited", LP_TYPE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  JSON_TYPE_NODE);
}

static void
lp_field_init (LpField *self)
{
}
