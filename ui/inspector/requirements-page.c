#include "ui/inspector/requirements-page.h"

#include <glib/gi18n.h>

#include "model/edit.h"
#include "ui/inspector/fields.h"

struct _LpRequirementsPage
{
  AdwBin parent_instance;
  AdwEntryRow *title;
  AdwPreferencesGroup *group;
  LpFields *fields;
  LpDocument *document;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (LpRequirementsPage, lp_requirements_page, ADW_TYPE_BIN)

static void
commit_title (LpRequirementsPage *self)
{
  if (self->document == NULL || self->updating)
    return;
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title))));
  const char *old = lp_document_get_header (self->document)->title;
  if (g_str_equal (title, old != NULL ? old : ""))
    return;
  lp_document_begin (self->document, _("Change title"));
  lp_edit_set_title (self->document, *title != '\0' ? title : NULL);
  lp_document_commit (self->document);
}

static void
on_field_edited (const char *property, JsonNode *value, gpointer data)
{
  LpRequirementsPage *self = data;

  lp_document_begin (self->document, _("Set requirement"));
  lp_edit_set_requirement (self->document, property, value != NULL ? json_node_ref (value) : NULL);
  lp_document_commit (self->document);
}

static void
update (LpRequirementsPage *self)
{
  const LpHeader *header = lp_document_get_header (self->document);
  const char *title = header->title != NULL ? header->title : "";

  self->updating = TRUE;
  if (!g_str_equal (title, gtk_editable_get_text (GTK_EDITABLE (self->title))))
    gtk_editable_set_text (GTK_EDITABLE (self->title), title);
  if (self->fields != NULL)
    lp_fields_set_values (self->fields, header->requirements);
  self->updating = FALSE;
}

void
lp_requirements_page_set_document (LpRequirementsPage *self, LpDocument *document)
{
  g_return_if_fail (LP_IS_REQUIREMENTS_PAGE (self));

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  if (document == NULL)
    return;
  g_signal_connect_swapped (document, "changed", G_CALLBACK (update), self);
  update (self);
}

static void
lp_requirements_page_dispose (GObject *object)
{
  LpRequirementsPage *self = LP_REQUIREMENTS_PAGE (object);

  lp_requirements_page_set_document (self, NULL);
  g_clear_pointer (&self->fields, lp_fields_free);
  G_OBJECT_CLASS (lp_requirements_page_parent_class)->dispose (object);
}

static void
lp_requirements_page_class_init (LpRequirementsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_requirements_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/loadpath/Loadpath/ui/inspector/requirements-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LpRequirementsPage, title);
  gtk_widget_class_bind_template_child (widget_class, LpRequirementsPage, group);
  gtk_widget_class_bind_template_callback (widget_class, commit_title);
}

static void
lp_requirements_page_init (LpRequirementsPage *self)
{
  const LpKind *kind = lp_catalogue_find (lp_catalogue_get_default (), "requirements");

  gtk_widget_init_template (GTK_WIDGET (self));
  if (kind != NULL)
    self->fields = lp_fields_new (self->group, kind->properties, kind->n_properties, on_field_edited, self);
}
