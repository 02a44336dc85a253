#include "ui/inspector/properties-page.h"

#include <glib/gi18n.h>

#include "ui/inspector/element-view.h"
#include "ui/inspector/selection-view.h"

struct _LpPropertiesPage
{
  AdwBin parent_instance;
  GtkStack *stack;
  AdwStatusPage *nothing;
  GtkBox *box;
  LpStage *stage;
  LpElementView *view; /* or NULL */
  LpSelectionView *several; /* or NULL */
};

G_DEFINE_FINAL_TYPE (LpPropertiesPage, lp_properties_page, ADW_TYPE_BIN)

static void
clear_view (LpPropertiesPage *self)
{
  GtkWidget *child;

  g_clear_pointer (&self->view, lp_element_view_free);
  g_clear_pointer (&self->several, lp_selection_view_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
}

static void
show_nothing (LpPropertiesPage *self)
{
  adw_status_page_set_title (self->nothing, _("Nothing selected"));
  adw_status_page_set_description (self->nothing,
                                   _("Click a component or a connection to see what is known of it."));
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static gboolean
exists (LpDocument *document, const char *id)
{
  return lp_document_get_component (document, id) != NULL || lp_document_get_connection (document, id) != NULL;
}

static void
update_several (LpPropertiesPage *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < lp_selection_get_size (self->stage->selection); i++)
    if (exists (self->stage->document, lp_selection_get (self->stage->selection, i)))
      g_strv_builder_add (builder, lp_selection_get (self->stage->selection, i));
  g_auto (GStrv) ids = g_strv_builder_end (builder);
  if (self->several != NULL && lp_selection_view_update (self->several, (const char *const *) ids))
    return;
  clear_view (self);
  if (ids[0] == NULL)
    {
      show_nothing (self);
      return;
    }
  self->several = lp_selection_view_new (self->stage->document, (const char *const *) ids, self->box);
  gtk_stack_set_visible_child_name (self->stack, "element");
}

static void
update (LpPropertiesPage *self)
{
  if (self->stage != NULL && lp_selection_get_size (self->stage->selection) > 1)
    {
      update_several (self);
      return;
    }
  const char *id = self->stage != NULL ? lp_selection_get_single (self->stage->selection) : NULL;

  if (id != NULL && self->view != NULL && g_str_equal (lp_element_view_get_id (self->view), id)
      && lp_element_view_update (self->view))
    return;
  clear_view (self);
  if (id == NULL || !exists (self->stage->document, id))
    {
      show_nothing (self);
      return;
    }
  self->view = lp_element_view_new (self->stage->document, id, self->box);
  gtk_stack_set_visible_child_name (self->stack, "element");
}

void
lp_properties_page_set_stage (LpPropertiesPage *self, LpStage *stage)
{
  g_return_if_fail (LP_IS_PROPERTIES_PAGE (self));

  if (self->stage != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->stage->selection, self);
      g_signal_handlers_disconnect_by_data (self->stage->document, self);
    }
  clear_view (self);
  g_set_object (&self->stage, stage);
  if (stage != NULL)
    {
      g_signal_connect_swapped (stage->selection, "changed", G_CALLBACK (update), self);
      g_signal_connect_swapped (stage->document, "changed", G_CALLBACK (update), self);
    }
  update (self);
}

LpField *
lp_properties_page_find_field (LpPropertiesPage *self, const char *property)
{
  g_return_val_if_fail (LP_IS_PROPERTIES_PAGE (self), NULL);

  if (self->several != NULL)
    return lp_selection_view_find_field (self->several, property);
  return self->view != NULL ? lp_element_view_find_field (self->view, property) : NULL;
}

GtkWidget *
lp_properties_page_find_span (LpPropertiesPage *self, const char *container)
{
  g_return_val_if_fail (LP_IS_PROPERTIES_PAGE (self), NULL);

  LpSpansGroup *spans = self->view != NULL ? lp_element_view_get_spans (self->view) : NULL;
  return spans != NULL ? lp_spans_group_find_row (spans, container) : NULL;
}

void
lp_properties_page_ask (LpPropertiesPage *self, const char *property)
{
  g_return_if_fail (LP_IS_PROPERTIES_PAGE (self));

  LpField *field = lp_properties_page_find_field (self, property);
  GtkWidget *row = field != NULL ? lp_field_get_row (field) : lp_properties_page_find_span (self, NULL);
  /* The scrolled window follows the focus. */
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
lp_properties_page_dispose (GObject *object)
{
  LpPropertiesPage *self = LP_PROPERTIES_PAGE (object);

  if (self->stage != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->stage->selection, self);
      g_signal_handlers_disconnect_by_data (self->stage->document, self);
    }
  if (self->box != NULL)
    clear_view (self);
  g_clear_object (&self->stage);
  G_OBJECT_CLASS (lp_properties_page_parent_class)->dispose (object);
}

static void
lp_properties_page_class_init (LpPropertiesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_properties_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/loadpath/Loadpath/ui/inspector/properties-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LpPropertiesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LpPropertiesPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, LpPropertiesPage, box);
}

static void
lp_properties_page_init (LpPropertiesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
