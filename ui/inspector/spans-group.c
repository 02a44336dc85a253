#include "ui/inspector/spans-group.h"

#include <glib/gi18n.h>

#include "model/edit.h"

/* More rows than this nobody looks through, and they take their time; what is ticked is always among them. */
#define MOST_ROWS 80

struct _LpSpansGroup
{
  LpDocument *document;
  char *id;
  AdwPreferencesGroup *group;
  GPtrArray *rows;  /* of AdwActionRow, owned by the group */
  GPtrArray *ticks; /* of GtkCheckButton, one per row */
  GPtrArray *ids;   /* of the containers, one per row */
  gboolean updating;
};

gboolean
lp_spans_may (const LpCatalogue *catalogue, const char *kind_id)
{
  const LpKind *kind = lp_catalogue_find (catalogue, kind_id);

  return kind != NULL
         && (lp_kind_has_role (kind, "balancer") || lp_kind_has_role (kind, "group")
             || lp_kind_has_role (kind, "database") || (kind->is_container && lp_kind_has_role (kind, "guard")));
}

gboolean
lp_spans_is_asked (LpDocument *document, const char *element, const char *property)
{
  const LpComponent *component = element != NULL ? lp_document_get_component (document, element) : NULL;

  return component != NULL && (g_str_equal (property, "zone") || g_str_equal (property, "region"))
         && lp_spans_may (lp_catalogue_get_default (), component->kind);
}

/* --- what there is to reach into --------------------------------------------------------------------- */

static const LpKind *
kind_of (const LpDesign *design, guint component)
{
  return lp_catalogue_find (lp_catalogue_get_default (), lp_design_get_component (design, component)->kind);
}

/* Subnets and zones that it neither stands in nor holds. */
static gboolean
is_offered (const LpDesign *design, guint component, guint self)
{
  const LpKind *kind = kind_of (design, component);

  return kind != NULL && kind->is_container && kind->scope == LP_SCOPE_ZONAL
         && !lp_design_is_within (design, self, component) && !lp_design_is_within (design, component, self);
}

static gboolean
spans (const LpComponent *component, const char *container)
{
  return g_ptr_array_find_with_equal_func (component->spans, container, g_str_equal, NULL);
}

/* The VPC, or the region, around it: nothing reaches farther. LP_NONE: everything. */
static guint
find_scope (const LpDesign *design, guint component)
{
  guint up = lp_design_get_parent (design, component);

  for (; up != LP_NONE; up = lp_design_get_parent (design, up))
    {
      const LpKind *kind = kind_of (design, up);
      if (kind != NULL && kind->is_container && kind->scope == LP_SCOPE_REGIONAL)
        break;
    }
  return up;
}

static GPtrArray *
find_offered (LpSpansGroup *self)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (self->document);
  guint component = lp_design_find (design, self->id), scope = find_scope (design, component);
  const LpComponent *record = lp_design_get_component (design, component);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < lp_design_get_n_components (design); i++)
    {
      const char *id = lp_design_get_component (design, i)->id;
      if (is_offered (design, i, component)
          && (spans (record, id)
              || (ids->len < MOST_ROWS && (scope == LP_NONE || lp_design_is_within (design, i, scope)))))
        g_ptr_array_add (ids, g_strdup (id));
    }
  return ids;
}

/* --- edits ------------------------------------------------------------------------------------------- */

static void
on_toggled (GtkCheckButton *tick, LpSpansGroup *self)
{
  const LpComponent *component = lp_document_get_component (self->document, self->id);
  guint row;
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  if (self->updating || component == NULL || !g_ptr_array_find (self->ticks, tick, &row))
    return;
  const char *container = g_ptr_array_index (self->ids, row);
  for (guint i = 0; i < component->spans->len; i++)
    if (!g_str_equal (g_ptr_array_index (component->spans, i), container))
      g_ptr_array_add (wanted, g_ptr_array_index (component->spans, i));
  if (gtk_check_button_get_active (tick))
    g_ptr_array_add (wanted, (gpointer) container);
  g_ptr_array_add (wanted, NULL);
  lp_document_begin (self->document, _("Change where it reaches"));
  if (lp_edit_set_spans (self->document, self->id, (const char *const *) wanted->pdata, &error))
    lp_document_commit (self->document);
  else
    lp_document_rollback (self->document);
}

/* --- rows -------------------------------------------------------------------------------------------- */

/* "Subnet · ap-northeast-2a": two zones may well have subnets of one name. */
static char *
describe (LpSpansGroup *self, const LpComponent *container)
{
  const LpKind *kind = lp_catalogue_find (lp_catalogue_get_default (), container->kind);
  const LpComponent *holder = container->in != NULL ? lp_document_get_component (self->document, container->in) : NULL;

  if (holder == NULL)
    return g_markup_escape_text (lp_text (&kind->short_name), -1);
  return g_markup_printf_escaped ("%s · %s", lp_text (&kind->short_name), lp_component_get_name (holder));
}

static void
add_row (LpSpansGroup *self, const char *id)
{
  const LpComponent *container = lp_document_get_component (self->document, id);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *tick = gtk_check_button_new ();
  g_autofree char *title = g_markup_escape_text (lp_component_get_name (container), -1);
  g_autofree char *subtitle = describe (self, container);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), tick);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), tick);
  g_signal_connect (tick, "toggled", G_CALLBACK (on_toggled), self);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->ticks, g_object_ref (tick));
}

static void
clear_rows (LpSpansGroup *self)
{
  for (guint i = 0; i < self->ticks->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->ticks, i), self);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->ticks, 0);
}

static gboolean
same_ids (const GPtrArray *a, const GPtrArray *b)
{
  gboolean same = a->len == b->len;

  for (guint i = 0; same && i < a->len; i++)
    same = g_str_equal (a->pdata[i], b->pdata[i]);
  return same;
}

static void
offer (LpSpansGroup *self, GPtrArray *ids)
{
  clear_rows (self);
  g_ptr_array_unref (self->ids);
  self->ids = g_ptr_array_ref (ids);
  for (guint i = 0; i < ids->len; i++)
    add_row (self, g_ptr_array_index (ids, i));
  adw_preferences_group_set_description (
      self->group, ids->len > 0 ? _("Subnets and zones that it uses without being drawn in them.")
                                : _("Draw subnets or zones, and choose here which of them it uses."));
}

void
lp_spans_group_update (LpSpansGroup *self)
{
  const LpComponent *component = lp_document_get_component (self->document, self->id);
  g_autoptr (GPtrArray) ids = find_offered (self);

  self->updating = TRUE;
  if (!same_ids (ids, self->ids))
    offer (self, ids);
  for (guint i = 0; i < ids->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->ticks, i), spans (component, g_ptr_array_index (ids, i)));
  self->updating = FALSE;
}

LpSpansGroup *
lp_spans_group_new (LpDocument *document, const char *id, GtkBox *box)
{
  LpSpansGroup *self = g_new0 (LpSpansGroup, 1);
  g_autoptr (GPtrArray) ids = NULL;

  self->document = g_object_ref (document);
  self->id = g_strdup (id);
  self->rows = g_ptr_array_new ();
  self->ticks = g_ptr_array_new_with_free_func (g_object_unref);
  self->ids = g_ptr_array_new ();
  self->group = g_object_ref_sink (ADW_PREFERENCES_GROUP (adw_preferences_group_new ()));
  adw_preferences_group_set_title (self->group, _("Reaches Into"));
  gtk_box_append (box, GTK_WIDGET (self->group));
  ids = find_offered (self);
  offer (self, ids);
  lp_spans_group_update (self);
  return self;
}

void
lp_spans_group_free (LpSpansGroup *self)
{
  for (guint i = 0; i < self->ticks->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->ticks, i), self);
  g_object_unref (self->group);
  g_object_unref (self->document);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->ticks);
  g_ptr_array_unref (self->ids);
  g_free (self->id);
  g_free (self);
}

GtkWidget *
lp_spans_group_find_row (LpSpansGroup *self, const char *container)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (container == NULL || g_str_equal (g_ptr_array_index (self->ids, i), container))
      return g_ptr_array_index (self->rows, i);
  return NULL;
}
