#include "ui/inspector/fields.h"

struct _LpFields
{
  GPtrArray *fields; /* of LpField */
  LpFieldEdited edited;
  gpointer data;
};

static void
on_edited (LpField *field, JsonNode *value, LpFields *self)
{
  self->edited (lp_field_get_property_kind (field)->name, value, self->data);
}

LpFields *
lp_fields_new (AdwPreferencesGroup *group, const LpPropertyKind *properties, guint n, LpFieldEdited edited,
               gpointer data)
{
  LpFields *self = g_new0 (LpFields, 1);

  self->fields = g_ptr_array_new_with_free_func (g_object_unref);
  self->edited = edited;
  self->data = data;
  for (guint i = 0; i < n; i++)
    {
      if (properties[i].is_hidden)
        continue;
      LpField *field = lp_field_new (&properties[i]);
      g_signal_connect (field, "edited", G_CALLBACK (on_edited), self);
      adw_preferences_group_add (group, lp_field_get_row (field));
      adw_preferences_group_add (group, lp_field_get_complaint (field));
      g_ptr_array_add (self->fields, field);
    }
  return self;
}

void
lp_fields_free (LpFields *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      LpField *field = g_ptr_array_index (self->fields, i);
      g_signal_handlers_disconnect_by_data (field, self);
      /* Its row may live on for a while, held by a focus or an animation, and must not call into it. */
      g_object_run_dispose (G_OBJECT (field));
    }
  g_ptr_array_unref (self->fields);
  g_free (self);
}

JsonNode *
lp_fields_lookup (const LpProperties *values, const LpPropertyKind *property)
{
  JsonNode *value = lp_properties_lookup (values, property->name);

  for (guint i = 0; value == NULL && property->also != NULL && property->also[i] != NULL; i++)
    value = lp_properties_lookup (values, property->also[i]);
  return value;
}

void
lp_fields_set_values (LpFields *self, const LpProperties *values)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      LpField *field = g_ptr_array_index (self->fields, i);
      lp_field_set_value (field, lp_fields_lookup (values, lp_field_get_property_kind (field)));
    }
}

LpField *
lp_fields_find (LpFields *self, const char *property)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      LpField *field = g_ptr_array_index (self->fields, i);
      if (g_str_equal (lp_field_get_property_kind (field)->name, property))
        return field;
    }
  return NULL;
}
