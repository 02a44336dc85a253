#include "ui/inspector/element-view.h"

#include <glib/gi18n.h>

#include "scene/annotation-shape.h"
#include "scene/label.h"
#include "model/edit.h"
#include "ui/palette/kind-tile.h"
#include "ui/text/wrapping.h"

struct _LpElementView
{
  LpDocument *document;
  char *id;
  char *kind;
  gboolean is_connection;
  GtkWidget *name;       /* AdwEntryRow */
  GtkEventController *name_focus;
  GtkWidget *kinds;      /* AdwComboRow */
  GPtrArray *kind_ids;   /* of const char *, in the order of the rows */
  LpFields *fields;      /* or NULL */
  LpSpansGroup *spans;   /* or NULL */
  gboolean updating;
};

static void
finish (LpElementView *self, GError *error)
{
  if (error == NULL)
    {
      lp_document_commit (self->document);
      return;
    }
  lp_document_rollback (self->document);
  g_error_free (error);
}

static const char *
current_label (LpElementView *self)
{
  const LpComponent *component = lp_document_get_component (self->document, self->id);
  const LpConnection *connection = lp_document_get_connection (self->document, self->id);
  const char *label = component != NULL ? component->label : connection != NULL ? connection->label : NULL;

  return label != NULL ? label : "";
}

/* --- edits ------------------------------------------------------------------------------------------- */

static void
commit_name (LpElementView *self)
{
  g_autofree char *label = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  GError *error = NULL;

  if (self->updating || g_str_equal (label, current_label (self)))
    return;
  lp_document_begin (self->document, _("Rename"));
  lp_edit_set_label (self->document, self->id, label, &error);
  finish (self, error);
}

static void
on_kind (LpElementView *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->kinds));
  GError *error = NULL;

  if (self->updating || selected >= self->kind_ids->len
      || g_str_equal (g_ptr_array_index (self->kind_ids, selected), self->kind))
    return;
  lp_document_begin (self->document, _("Change kind"));
  lp_edit_set_kind (self->document, self->id, g_ptr_array_index (self->kind_ids, selected), &error);
  finish (self, error);
}

static void
on_field_edited (const char *property, JsonNode *value, gpointer data)
{
  LpElementView *self = data;
  GError *error = NULL;

  lp_document_begin (self->document, _("Set property"));
  lp_edit_set_property (self->document, self->id, property, value != NULL ? json_node_ref (value) : NULL, &error);
  finish (self, error);
}

static void
on_reverse (LpElementView *self)
{
  const LpConnection *connection = lp_document_get_connection (self->document, self->id);
  GError *error = NULL;

  if (connection == NULL)
    return;
  LpConnection *reversed = lp_connection_copy (connection);
  g_autofree char *from = g_strdup (connection->from), *to = g_strdup (connection->to);
  lp_connection_set_ends (reversed, to, from);
  lp_document_begin (self->document, _("Reverse"));
  lp_document_put_connection (self->document, reversed, &error);
  finish (self, error);
}

/* --- building ---------------------------------------------------------------------------------------- */

static void
add_name (LpElementView *self, AdwPreferencesGroup *group)
{
  self->name = adw_entry_row_new ();
  self->name_focus = gtk_event_controller_focus_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name), self->is_connection ? _("Label") : _("Name"));
  g_signal_connect_swapped (self->name, "entry-activated", G_CALLBACK (commit_name), self);
  g_signal_connect_swapped (self->name_focus, "leave", G_CALLBACK (commit_name), self);
  gtk_widget_add_controller (self->name, self->name_focus);
  g_object_ref (self->name);
  adw_preferences_group_add (group, self->name);
}

static void
offer (LpElementView *self, GtkStringList *labels, const char *id, const LpText *name)
{
  g_ptr_array_add (self->kind_ids, (gpointer) id);
  gtk_string_list_append (labels, lp_text (name));
}

static void
offer_component_kinds (LpElementView *self, GtkStringList *labels)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();

  for (guint g = 0; g < lp_catalogue_get_n_groups (catalogue); g++)
    for (guint k = 0; k < lp_catalogue_get_n_kinds (catalogue); k++)
      {
        const LpKind *kind = lp_catalogue_get_kind (catalogue, k);
        if (g_str_equal (kind->group, lp_catalogue_get_group (catalogue, g)->id)
            && (!kind->is_hidden || g_str_equal (kind->id, self->kind)))
          offer (self, labels, kind->id, &kind->name);
      }
}

/* Those that may join its ends, and the one that it is. */
static void
offer_connection_kinds (LpElementView *self, GtkStringList *labels)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  const LpConnection *connection = lp_document_get_connection (self->document, self->id);
  const LpComponent *from = lp_document_get_component (self->document, connection->from);
  const LpComponent *to = lp_document_get_component (self->document, connection->to);

  for (guint i = 0; i < lp_catalogue_get_n_connection_kinds (catalogue); i++)
    {
      const LpConnectionKind *kind = lp_catalogue_get_connection_kind (catalogue, i);
      if (g_str_equal (kind->id, self->kind)
          || lp_catalogue_may_connect (catalogue, kind->id, from->kind, to->kind))
        offer (self, labels, kind->id, &kind->name);
    }
}

static guint
find_kind (LpElementView *self)
{
  const LpKind *known
      = self->is_connection ? NULL : lp_catalogue_find (lp_catalogue_get_default (), self->kind);
  const char *id = known != NULL ? known->id : self->kind;

  for (guint i = 0; i < self->kind_ids->len; i++)
    if (g_str_equal (g_ptr_array_index (self->kind_ids, i), id))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
add_kinds (LpElementView *self, AdwPreferencesGroup *group)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  if (self->is_connection)
    offer_connection_kinds (self, labels);
  else
    offer_component_kinds (self, labels);
  if (find_kind (self) == GTK_INVALID_LIST_POSITION)
    {
      /* Of a newer catalogue, or a slip in the file: shown as it is written. */
      g_ptr_array_add (self->kind_ids, self->kind);
      gtk_string_list_append (labels, self->kind);
    }
  self->kinds = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->kinds), _("Kind"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->kinds), G_LIST_MODEL (labels));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->kinds), find_kind (self));
  g_signal_connect_swapped (self->kinds, "notify::selected", G_CALLBACK (on_kind), self);
  g_object_ref (self->kinds);
  adw_preferences_group_add (group, self->kinds);
}

static const char *
name_of (LpDocument *document, const char *id)
{
  const LpComponent *component = lp_document_get_component (document, id);

  return component != NULL ? lp_component_get_name (component) : id;
}

static GtkWidget *
new_ends_row (LpElementView *self)
{
  const LpConnection *connection = lp_document_get_connection (self->document, self->id);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *reverse = gtk_button_new_from_icon_name ("object-flip-horizontal-symbolic");
  g_autofree char *ends = g_markup_printf_escaped ("%s → %s", name_of (self->document, connection->from),
                                                   name_of (self->document, connection->to));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ends);
  gtk_widget_set_valign (reverse, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (reverse, _("Reverse"));
  gtk_widget_add_css_class (reverse, "flat");
  g_signal_connect_swapped (reverse, "clicked", G_CALLBACK (on_reverse), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), reverse);
  return row;
}

/* The tile with the kind's full name; what became of the service, where it is closed. */
static GtkWidget *
new_heading (const LpKind *kind)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = gtk_label_new (lp_text (&kind->name));

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  lp_label_let_wrap (GTK_LABEL (name), PANGO_WRAP_WORD);
  gtk_widget_add_css_class (name, "heading");
  gtk_box_append (GTK_BOX (texts), name);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), lp_kind_tile_new (kind, 40));
  gtk_box_append (GTK_BOX (box), texts);
  if (kind->status == LP_STATUS_CURRENT)
    return box;
  const LpKind *successor
      = kind->successor != NULL ? lp_catalogue_find (lp_catalogue_get_default (), kind->successor) : NULL;
  g_autofree char *note = g_strdup_printf (
      kind->status == LP_STATUS_CLOSED ? _("Closed to new customers since %s") : _("Ended on %s"),
      kind->since != NULL ? kind->since : "?");
  g_autofree char *whole
      = successor != NULL ? g_strdup_printf (_("%s; today: %s"), note, lp_text (&successor->name)) : g_strdup (note);
  GtkWidget *status = gtk_label_new (whole);
  gtk_label_set_xalign (GTK_LABEL (status), 0);
  lp_label_let_wrap (GTK_LABEL (status), PANGO_WRAP_WORD);
  gtk_widget_add_css_class (status, "caption");
  gtk_widget_add_css_class (status, "warning");
  gtk_box_append (GTK_BOX (texts), status);
  return box;
}

/* Also where the file says so of a kind that usually does not. */
static gboolean
reaches (LpElementView *self)
{
  return lp_spans_may (lp_catalogue_get_default (), self->kind)
         || lp_document_get_component (self->document, self->id)->spans->len > 0;
}

static void
add_fields (LpElementView *self, GtkBox *box, const LpPropertyKind *properties, guint n)
{
  if (n == 0)
    return;
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->fields = lp_fields_new (group, properties, n, on_field_edited, self);
  gtk_box_append (box, GTK_WIDGET (group));
}

/* Of what moves data: the way to the planner. */
static void
add_planner (LpElementView *self, GtkBox *box, const LpConnectionKind *kind)
{
  gboolean moves = FALSE;
  for (guint i = 0; i < kind->n_properties; i++)
    moves |= g_str_equal (kind->properties[i].name, "data_size");
  if (!moves)
    return;
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Plan the Transfer…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.plan-transfer-of");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", self->id);
  gtk_box_append (box, button);
}

static void
build (LpElementView *self, GtkBox *box)
{
  const LpConnectionKind *joining
      = self->is_connection ? lp_catalogue_find_connection (lp_catalogue_get_default (), self->kind) : NULL;
  const LpKind *kind = self->is_connection ? NULL : lp_catalogue_find (lp_catalogue_get_default (), self->kind);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  if (kind != NULL)
    gtk_box_append (box, new_heading (kind));
  add_name (self, group);
  add_kinds (self, group);
  if (self->is_connection)
    adw_preferences_group_add (group, new_ends_row (self));
  gtk_box_append (box, GTK_WIDGET (group));
  if (!self->is_connection && reaches (self))
    self->spans = lp_spans_group_new (self->document, self->id, box);
  if (kind != NULL)
    add_fields (self, box, kind->properties, kind->n_properties);
  if (joining != NULL)
    {
      add_fields (self, box, joining->properties, joining->n_properties);
      add_planner (self, box, joining);
    }
}

LpElementView *
lp_element_view_new (LpDocument *document, const char *id, GtkBox *box)
{
  LpElementView *self = g_new0 (LpElementView, 1);
  const LpComponent *component = lp_document_get_component (document, id);

  self->document = g_object_ref (document);
  self->id = g_strdup (id);
  self->is_connection = component == NULL;
  self->kind = g_strdup (component != NULL ? component->kind : lp_document_get_connection (document, id)->kind);
  self->kind_ids = g_ptr_array_new ();
  self->updating = TRUE;
  build (self, box);
  self->updating = FALSE;
  lp_element_view_update (self);
  return self;
}

void
lp_element_view_free (LpElementView *self)
{
  /* The rows may live on for a while, and must not call into what is gone. */
  g_signal_handlers_disconnect_by_data (self->kinds, self);
  g_signal_handlers_disconnect_by_data (self->name, self);
  gtk_widget_remove_controller (self->name, self->name_focus);
  self->updating = TRUE;
  g_clear_pointer (&self->fields, lp_fields_free);
  g_clear_pointer (&self->spans, lp_spans_group_free);
  g_object_unref (self->kinds);
  g_object_unref (self->name);
  g_object_unref (self->document);
  g_ptr_array_unref (self->kind_ids);
  g_free (self->id);
  g_free (self->kind);
  g_free (self);
}

const char *
lp_element_view_get_id (LpElementView *self)
{
  return self->id;
}

/* Where it has no name of its own, the drawing shows its id: so does the empty entry. */
static void
show_name_title (LpElementView *self, const LpComponent *component)
{
  if (component != NULL && lp_kind_is_annotation (lp_kind_of (lp_catalogue_get_default (), component)))
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name), _("Text"));
      return;
    }
  g_autofree char *title = component != NULL && component->label == NULL
                               ? g_markup_printf_escaped (_("Name (shown: %s)"), component->id)
                               : g_strdup (self->is_connection ? _("Label") : _("Name"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name), title);
}

gboolean
lp_element_view_update (LpElementView *self)
{
  const LpComponent *component = lp_document_get_component (self->document, self->id);
  const LpConnection *connection = lp_document_get_connection (self->document, self->id);
  const char *kind = component != NULL ? component->kind : connection != NULL ? connection->kind : NULL;

  if (kind == NULL || !g_str_equal (kind, self->kind) || (component == NULL) != self->is_connection)
    return FALSE;
  self->updating = TRUE;
  const char *label = current_label (self);
  show_name_title (self, component);
  if (!g_str_equal (label, gtk_editable_get_text (GTK_EDITABLE (self->name))))
    gtk_editable_set_text (GTK_EDITABLE (self->name), label);
  if (self->fields != NULL)
    lp_fields_set_values (self->fields, component != NULL ? component->set : connection->set);
  self->updating = FALSE;
  if (self->spans != NULL)
    lp_spans_group_update (self->spans);
  return TRUE;
}

LpSpansGroup *
lp_element_view_get_spans (LpElementView *self)
{
  return self->spans;
}

LpField *
lp_element_view_find_field (LpElementView *self, const char *property)
{
  return self->fields != NULL ? lp_fields_find (self->fields, property) : NULL;
}
