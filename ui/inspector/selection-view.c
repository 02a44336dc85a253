#include "ui/inspector/selection-view.h"

#include <glib/gi18n.h>

#include "model/edit.h"
#include "ui/inspector/fields.h"
#include "ui/palette/kind-tile.h"
#include "ui/text/wrapping.h"

struct _LpSelectionView
{
  LpDocument *document;
  GStrv ids;
  GStrv kinds;            /* of each, in their order: what decides about the rows */
  GArray *properties;     /* of LpPropertyKind: what all of them have */
  LpFields *fields;       /* or NULL */
  GtkWidget *kind_row;    /* AdwComboRow: for connections alone; or NULL */
  GPtrArray *kind_ids;    /* of const char *, in the order of its rows */
  gboolean connections_alone;
  gboolean updating;
};

static const char *
kind_of (LpDocument *document, const char *id)
{
  const LpComponent *component = lp_document_get_component (document, id);
  const LpConnection *connection = component == NULL ? lp_document_get_connection (document, id) : NULL;

  return component != NULL ? component->kind : connection != NULL ? connection->kind : "";
}

static GStrv
find_kinds (LpDocument *document, const char *const *ids)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    g_strv_builder_add (builder, kind_of (document, ids[i]));
  return g_strv_builder_end (builder);
}

static gboolean
are_connections (LpDocument *document, const char *const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    if (lp_document_get_connection (document, ids[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* Where components are selected, the connections among them are left alone. */
static gboolean
counts (LpSelectionView *self, guint i)
{
  return self->connections_alone || lp_document_get_component (self->document, self->ids[i]) != NULL;
}

/* --- edits ------------------------------------------------------------------------------------------- */

static void
finish (LpSelectionView *self, GError *error)
{
  if (error == NULL)
    {
      lp_document_commit (self->document);
      return;
    }
  lp_document_rollback (self->document);
  g_error_free (error);
}

static void
on_field_edited (const char *property, JsonNode *value, gpointer data)
{
  LpSelectionView *self = data;
  GError *error = NULL;

  lp_document_begin (self->document, _("Set property"));
  for (guint i = 0; self->ids[i] != NULL && error == NULL; i++)
    if (counts (self, i))
      lp_edit_set_property (self->document, self->ids[i], property, value != NULL ? json_node_ref (value) : NULL,
                            &error);
  finish (self, error);
}

static void
on_kind (LpSelectionView *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind_row));
  GError *error = NULL;

  if (self->updating || selected >= self->kind_ids->len)
    return;
  lp_document_begin (self->document, _("Change kind"));
  for (guint i = 0; self->ids[i] != NULL && error == NULL; i++)
    lp_edit_set_kind (self->document, self->ids[i], g_ptr_array_index (self->kind_ids, selected), &error);
  finish (self, error);
}

/* --- what they share --------------------------------------------------------------------------------- */

static gboolean
same_property (const LpPropertyKind *a, const LpPropertyKind *b)
{
  if (a->type != b->type || a->unit != b->unit || a->n_choices != b->n_choices)
    return FALSE;
  for (guint i = 0; i < a->n_choices; i++)
    if (!g_str_equal (a->choices[i].value, b->choices[i].value))
      return FALSE;
  return TRUE;
}

static const LpProperties *
values_of (LpSelectionView *self, guint i)
{
  const LpComponent *component = lp_document_get_component (self->document, self->ids[i]);

  return component != NULL ? component->set : lp_document_get_connection (self->document, self->ids[i])->set;
}

/* What the kind of the i-th may have; none where the kind is unknown. */
static const LpPropertyKind *
properties_of (LpSelectionView *self, guint i, guint *n)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  const LpKind *kind = self->connections_alone ? NULL : lp_catalogue_find (catalogue, self->kinds[i]);
  const LpConnectionKind *joining
      = self->connections_alone ? lp_catalogue_find_connection (catalogue, self->kinds[i]) : NULL;

  *n = kind != NULL ? kind->n_properties : joining != NULL ? joining->n_properties : 0;
  return kind != NULL ? kind->properties : joining != NULL ? joining->properties : NULL;
}

static gboolean
has_same (LpSelectionView *self, guint i, const LpPropertyKind *property)
{
  guint n;
  const LpPropertyKind *own = properties_of (self, i, &n);

  for (guint p = 0; p < n; p++)
    if (g_str_equal (own[p].name, property->name))
      return same_property (&own[p], property);
  return FALSE;
}

static gboolean
all_have (LpSelectionView *self, const LpPropertyKind *property)
{
  for (guint i = 0; self->kinds[i] != NULL; i++)
    if (counts (self, i) && !has_same (self, i, property))
      return FALSE;
  return TRUE;
}

static void
find_properties (LpSelectionView *self)
{
  guint first = 0, n = 0;

  while (self->ids[first] != NULL && !counts (self, first))
    first++;
  const LpPropertyKind *properties = self->ids[first] != NULL ? properties_of (self, first, &n) : NULL;
  for (guint i = 0; i < n; i++)
    if (all_have (self, &properties[i]))
      g_array_append_val (self->properties, properties[i]);
}

/* May join the ends of every one of them. */
static gboolean
may_be (LpSelectionView *self, const LpConnectionKind *kind)
{
  for (guint i = 0; self->ids[i] != NULL; i++)
    {
      const LpConnection *connection = lp_document_get_connection (self->document, self->ids[i]);
      if (!lp_catalogue_may_connect (lp_catalogue_get_default (), kind->id, kind_of (self->document, connection->from),
                                     kind_of (self->document, connection->to)))
        return FALSE;
    }
  return TRUE;
}

/* --- building ---------------------------------------------------------------------------------------- */

static const LpKind *
find_common_kind (LpSelectionView *self)
{
  for (guint i = 1; self->kinds[i] != NULL; i++)
    if (!g_str_equal (self->kinds[i], self->kinds[0]))
      return NULL;
  return lp_document_get_component (self->document, self->ids[0]) != NULL
             ? lp_catalogue_find (lp_catalogue_get_default (), self->kinds[0])
             : NULL;
}

static char *
describe (LpSelectionView *self)
{
  guint n = g_strv_length (self->ids), n_connections = 0;

  for (guint i = 0; i < n; i++)
    n_connections += lp_document_get_connection (self->document, self->ids[i]) != NULL;
  if (n_connections == n)
    return g_strdup_printf (ngettext ("%u connection", "%u connections", n), n);
  if (n_connections == 0)
    return g_strdup_printf (ngettext ("%u component", "%u components", n), n);
  return g_strdup_printf (ngettext ("%u thing selected", "%u things selected", n), n);
}

static GtkWidget *
new_heading (LpSelectionView *self)
{
  const LpKind *kind = find_common_kind (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *count = describe (self);
  GtkWidget *title = gtk_label_new (kind != NULL ? lp_text (&kind->name) : count);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  lp_label_let_wrap (GTK_LABEL (title), PANGO_WRAP_WORD);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), title);
  if (kind != NULL)
    {
      GtkWidget *line = gtk_label_new (count);
      gtk_label_set_xalign (GTK_LABEL (line), 0);
      gtk_widget_add_css_class (line, "caption");
      gtk_box_append (GTK_BOX (texts), line);
      gtk_box_append (GTK_BOX (box), lp_kind_tile_new (kind, 40));
    }
  gtk_box_append (GTK_BOX (box), texts);
  return box;
}

static void
add_kind_row (LpSelectionView *self, GtkBox *box)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < lp_catalogue_get_n_connection_kinds (catalogue); i++)
    {
      const LpConnectionKind *kind = lp_catalogue_get_connection_kind (catalogue, i);
      if (!may_be (self, kind))
        continue;
      g_ptr_array_add (self->kind_ids, (gpointer) kind->id);
      gtk_string_list_append (labels, lp_text (&kind->name));
    }
  gtk_string_list_append (labels, _("Various"));
  self->kind_row = g_object_ref_sink (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->kind_row), _("Kind"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->kind_row), G_LIST_MODEL (labels));
  g_signal_connect_swapped (self->kind_row, "notify::selected", G_CALLBACK (on_kind), self);
  adw_preferences_group_add (group, self->kind_row);
  gtk_box_append (box, GTK_WIDGET (group));
}

static void
add_fields (LpSelectionView *self, GtkBox *box)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_description (group, self->properties->len > 0
                                                    ? _("What is set here is set for all of them.")
                                                    : _("They have no properties in common."));
  if (self->properties->len > 0)
    self->fields = lp_fields_new (group, (const LpPropertyKind *) (gpointer) self->properties->data,
                                  self->properties->len, on_field_edited, self);
  gtk_box_append (box, GTK_WIDGET (group));
}

/* --- what they say ----------------------------------------------------------------------------------- */

static void
show_kind (LpSelectionView *self)
{
  guint selected = self->kind_ids->len;

  for (guint i = 0; i < self->kind_ids->len; i++)
    if (g_str_equal (g_ptr_array_index (self->kind_ids, i), self->kinds[0]))
      selected = i;
  for (guint i = 1; self->kinds[i] != NULL; i++)
    if (!g_str_equal (self->kinds[i], self->kinds[0]))
      selected = self->kind_ids->len;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->kind_row), selected);
}

static gboolean
same_value (JsonNode *a, JsonNode *b)
{
  return a == b || (a != NULL && b != NULL && json_node_equal (a, b));
}

static void
show_property (LpSelectionView *self, const LpPropertyKind *property)
{
  LpField *field = lp_fields_find (self->fields, property->name);
  JsonNode *value = NULL;
  gboolean found = FALSE;

  for (guint i = 0; self->ids[i] != NULL; i++)
    {
      if (!counts (self, i))
        continue;
      JsonNode *own = lp_fields_lookup (values_of (self, i), property);
      if (found && !same_value (own, value))
        {
          lp_field_set_various (field);
          return;
        }
      value = own;
      found = TRUE;
    }
  lp_field_set_value (field, value);
}

static void
show_values (LpSelectionView *self)
{
  self->updating = TRUE;
  if (self->kind_row != NULL)
    show_kind (self);
  for (guint i = 0; i < self->properties->len; i++)
    show_property (self, &g_array_index (self->properties, LpPropertyKind, i));
  self->updating = FALSE;
}

gboolean
lp_selection_view_update (LpSelectionView *self, const char *const *ids)
{
  g_auto (GStrv) kinds = find_kinds (self->document, ids);

  if (!g_strv_equal (ids, (const char *const *) self->ids)
      || !g_strv_equal ((const char *const *) kinds, (const char *const *) self->kinds))
    return FALSE;
  show_values (self);
  return TRUE;
}

LpSelectionView *
lp_selection_view_new (LpDocument *document, const char *const *ids, GtkBox *box)
{
  LpSelectionView *self = g_new0 (LpSelectionView, 1);

  self->document = g_object_ref (document);
  self->ids = g_strdupv ((GStrv) ids);
  self->kinds = find_kinds (document, ids);
  self->connections_alone = are_connections (document, ids);
  self->properties = g_array_new (FALSE, FALSE, sizeof (LpPropertyKind));
  self->kind_ids = g_ptr_array_new ();
  self->updating = TRUE;
  find_properties (self);
  gtk_box_append (box, new_heading (self));
  if (self->connections_alone)
    add_kind_row (self, box);
  add_fields (self, box);
  show_values (self);
  return self;
}

void
lp_selection_view_free (LpSelectionView *self)
{
  /* The rows may live on for a while, and must not call into what is gone. */
  if (self->kind_row != NULL)
    g_signal_handlers_disconnect_by_data (self->kind_row, self);
  g_clear_object (&self->kind_row);
  g_clear_pointer (&self->fields, lp_fields_free);
  g_array_unref (self->properties);
  g_ptr_array_unref (self->kind_ids);
  g_strfreev (self->ids);
  g_strfreev (self->kinds);
  g_object_unref (self->document);
  g_free (self);
}

LpField *
lp_selection_view_find_field (LpSelectionView *self, const char *property)
{
  return self->fields != NULL ? lp_fields_find (self->fields, property) : NULL;
}

GtkWidget *
lp_selection_view_get_kinds (LpSelectionView *self)
{
  return self->kind_row;
}
