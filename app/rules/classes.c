/* Components, connections, requirements and places as objects of the expression language. */

#include <glib/gi18n.h>

#include "base/json-write.h"
#include "expr/suggest.h"
#include "rules/survey-private.h"

/* Every property of the catalogue by name: its number, and what all kinds that have it agree on. */
typedef struct
{
  LpExprSchema *schema;
  const LpCatalogue *catalogue;
  GHashTable *numbers; /* name -> number + 1 */
  GPtrArray *names;    /* interned */
  GPtrArray *first;    /* const LpPropertyKind *: of the first kind that has it */
  GPtrArray *types;    /* const LpType *: lp_type_dyn where kinds differ */
} Vocabulary;

static Vocabulary vocabulary; /* filled once, while the schema is made */

static void
learn (const LpPropertyKind *property)
{
  gpointer found = g_hash_table_lookup (vocabulary.numbers, property->name);
  const LpType *type = lp_property_type (property);

  if (found == NULL)
    {
      const char *name = g_intern_string (property->name);
      g_ptr_array_add (vocabulary.names, (gpointer) name);
      g_ptr_array_add (vocabulary.first, (gpointer) property);
      g_ptr_array_add (vocabulary.types, (gpointer) type);
      g_hash_table_insert (vocabulary.numbers, (gpointer) name, GUINT_TO_POINTER (vocabulary.names->len));
    }
  else if (vocabulary.types->pdata[GPOINTER_TO_UINT (found) - 1] != type)
    vocabulary.types->pdata[GPOINTER_TO_UINT (found) - 1] = (gpointer) &lp_type_dyn;
}

static void
make_vocabulary (LpExprSchema *schema, const LpCatalogue *catalogue)
{
  vocabulary = (Vocabulary){ schema,
                             catalogue,
                             g_hash_table_new (g_str_hash, g_str_equal),
                             g_ptr_array_new (),
                             g_ptr_array_new (),
                             g_ptr_array_new () };
  for (guint i = 0; i < lp_catalogue_get_n_kinds (catalogue); i++)
    {
      const LpKind *kind = lp_catalogue_get_kind (catalogue, i);
      for (guint j = 0; j < kind->n_properties; j++)
        learn (&kind->properties[j]);
    }
}

static gboolean
find_property (const LpKind *kind, const char *name, LpField *field)
{
  gpointer found = g_hash_table_lookup (vocabulary.numbers, name);
  if (found == NULL)
    return FALSE;
  guint number = GPOINTER_TO_UINT (found) - 1;
  const LpPropertyKind *property = kind != NULL ? lp_kind_find_property (kind, name) : NULL;
  if (kind != NULL && property == NULL)
    return FALSE;
  *field = (LpField){ property != NULL ? lp_property_type (property) : vocabulary.types->pdata[number],
                      LP_FIELD_PROPERTY + number, vocabulary.names->pdata[number] };
  return TRUE;
}

static gboolean
find_plain (const char *name, LpField *field)
{
  static const char *const names[] = {
    [LP_FIELD_ID] = "id", [LP_FIELD_KIND] = "kind", [LP_FIELD_LABEL] = "label", [LP_FIELD_NAME] = "name"
  };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      {
        *field = (LpField){ &lp_type_string, i, names[i] };
        return TRUE;
      }
  return FALSE;
}

static char *
suggest (const LpKind *kind, const char *name, const char *const *more)
{
  LpSuggestion suggestion = LP_SUGGESTION_INIT (name);

  for (guint i = 0; more[i] != NULL; i++)
    lp_suggestion_try (&suggestion, more[i]);
  for (guint i = 0; kind != NULL && i < kind->n_properties; i++)
    lp_suggestion_try (&suggestion, kind->properties[i].name);
  for (guint i = 0; kind == NULL && i < vocabulary.names->len; i++)
    lp_suggestion_try (&suggestion, vocabulary.names->pdata[i]);
  return g_strdup (suggestion.name);
}

/* The value of a property of an element, with the service's own default, or unknown. */
static LpValue
element_property (
    LpExprRun *run, LpValue object, const LpKind *kind, const LpProperties *set, const LpField *field)
{
  JsonNode *node = lp_properties_lookup (set, field->name);
  const LpPropertyKind *property = kind != NULL ? lp_kind_find_property (kind, field->name) : NULL;

  if (property == NULL && node != NULL)
    property = vocabulary.first->pdata[field->id - LP_FIELD_PROPERTY];
  if (node == NULL && property != NULL)
    node = property->unset;
  if (node != NULL)
    return lp_property_value (run, object, property, field->name, node);
  return lp_expr_run_unknown (run, object, field->name);
}

/* --- components -------------------------------------------------------------------------------------- */

static gboolean
component_find_field (const char *refinement, const char *name, LpField *field, gpointer data)
{
  const LpKind *kind = refinement != NULL ? lp_catalogue_find (vocabulary.catalogue, refinement) : NULL;
  return find_plain (name, field) || find_property (kind, name, field);
}

static char *
component_suggest (const char *refinement, const char *name, gpointer data)
{
  static const char *const more[] = { "id", "kind", "label", "name", NULL };
  return suggest (refinement != NULL ? lp_catalogue_find (vocabulary.catalogue, refinement) : NULL, name,
                  more);
}

static LpValue requirements_get (LpExprRun *run, LpValue object, const LpField *field);

/* A component's own targets override the document's. */
static gboolean
is_inherited (const char *name)
{
  return g_str_equal (name, "rto") || g_str_equal (name, "rpo");
}

static LpValue
component_get (LpExprRun *run, LpValue object, const LpField *field)
{
  LpSurvey *survey = lp_survey_of (run);
  const LpComponent *component = lp_design_get_component (survey->design, object.index);

  switch (field->id)
    {
    case LP_FIELD_ID:
      return lp_value_string (component->id);
    case LP_FIELD_KIND:
      return lp_value_string (component->kind);
    case LP_FIELD_LABEL:
      return lp_value_string (component->label != NULL ? component->label : "");
    case LP_FIELD_NAME:
      return lp_value_string (lp_component_get_name (component));
    default:
      if (is_inherited (field->name) && lp_properties_lookup (component->set, field->name) == NULL)
        return requirements_get (run, lp_value_object (LP_CLASS_REQUIREMENTS, 0), field);
      return element_property (run, object, survey->traits[object.index].kind, component->set, field);
    }
}

static gboolean
component_has (LpExprRun *run, LpValue object, const LpField *field)
{
  if (field->id < LP_FIELD_PROPERTY)
    return TRUE;
  LpValue value = component_get (run, object, field);
  return value.kind != LP_VALUE_UNKNOWN && value.kind != LP_VALUE_ERROR;
}

static void
component_write (LpExprRun *run, LpValue object, GString *out)
{
  g_string_append (
      out, lp_component_get_name (lp_design_get_component (lp_survey_of (run)->design, object.index)));
}

static void
component_write_json (LpExprRun *run, LpValue object, GString *out)
{
  lp_json_write_string (out, lp_design_get_component (lp_survey_of (run)->design, object.index)->id);
}

/* --- connections ------------------------------------------------------------------------------------- */

static gboolean
connection_find_field (const char *refinement, const char *name, LpField *field, gpointer data)
{
  gboolean from = g_str_equal (name, "from"), to = g_str_equal (name, "to");
  if (from || to)
    {
      *field = (LpField){ lp_expr_schema_object_type (vocabulary.schema, LP_CLASS_COMPONENT, NULL),
                          from ? LP_FIELD_FROM : LP_FIELD_TO, from ? "from" : "to" };
      return TRUE;
    }
  if (!find_plain (name, field))
    *field = (LpField){ &lp_type_dyn, LP_FIELD_PROPERTY, g_intern_string (name) };
  return TRUE;
}

static LpValue
connection_get (LpExprRun *run, LpValue object, const LpField *field)
{
  const LpDesign *design = lp_survey_of (run)->design;
  const LpConnection *connection = lp_design_get_connection (design, object.index);

  switch (field->id)
    {
    case LP_FIELD_ID:
      return lp_value_string (connection->id);
    case LP_FIELD_KIND:
      return lp_value_string (connection->kind);
    case LP_FIELD_LABEL:
      return lp_value_string (connection->label != NULL ? connection->label : "");
    case LP_FIELD_NAME:
      return lp_value_string (connection->label != NULL ? connection->label : connection->id);
    case LP_FIELD_FROM:
      return lp_component_value (lp_design_get_source (design, object.index));
    case LP_FIELD_TO:
      return lp_component_value (lp_design_get_target (design, object.index));
    default:
      {
        /* Connections may carry any property; it is taken as it is written. */
        JsonNode *node = lp_properties_lookup (connection->set, field->name);
        return node != NULL ? lp_json_value (run, node) : lp_expr_run_unknown (run, object, field->name);
      }
    }
}

static void
connection_write (LpExprRun *run, LpValue object, GString *out)
{
  const LpDesign *design = lp_survey_of (run)->design;
  const LpConnection *connection = lp_design_get_connection (design, object.index);
  guint from = lp_design_get_source (design, object.index), to = lp_design_get_target (design, object.index);

  if (connection->label != NULL)
    g_string_append (out, connection->label);
  else
    g_string_append_printf (out, "%s → %s", lp_component_get_name (lp_design_get_component (design, from)),
                            lp_component_get_name (lp_design_get_component (design, to)));
}

static void
connection_write_json (LpExprRun *run, LpValue object, GString *out)
{
  lp_json_write_string (out, lp_design_get_connection (lp_survey_of (run)->design, object.index)->id);
}

/* --- requirements ------------------------------------------------------------------------------------ */

static const LpKind *
requirements_kind (void)
{
  return lp_catalogue_find (vocabulary.catalogue, "requirements");
}

static gboolean
requirements_find_field (const char *refinement, const char *name, LpField *field, gpointer data)
{
  return find_property (requirements_kind (), name, field);
}

static char *
requirements_suggest (const char *refinement, const char *name, gpointer data)
{
  static const char *const more[] = { NULL };
  return suggest (requirements_kind (), name, more);
}

static LpValue
requirements_get (LpExprRun *run, LpValue object, const LpField *field)
{
  const LpHeader *header = lp_design_get_header (lp_survey_of (run)->design);
  return element_property (run, object, requirements_kind (), header->requirements, field);
}

static void
requirements_write (LpExprRun *run, LpValue object, GString *out)
{
  g_string_append (out, _("the requirements"));
}

static void
requirements_write_json (LpExprRun *run, LpValue object, GString *out)
{
  const LpProperties *set = lp_design_get_header (lp_survey_of (run)->design)->requirements;

  g_string_append_c (out, '{');
  for (guint i = 0; i < lp_properties_get_size (set); i++)
    {
      g_string_append (out, i > 0 ? ", " : "");
      lp_json_write_string (out, lp_properties_get (set, i)->name);
      g_string_append (out, ": ");
      lp_json_write_node (out, lp_properties_get (set, i)->value);
    }
  g_string_append_c (out, '}');
}

/* --- places ------------------------------------------------------------------------------------------ */

static gboolean
place_find_field (const char *refinement, const char *name, LpField *field, gpointer data)
{
  return find_plain (name, field) && field->id != LP_FIELD_KIND;
}

static LpValue
place_get (LpExprRun *run, LpValue object, const LpField *field)
{
  const LpPlace *place = lp_places_get (lp_survey_of (run)->places, object.index);
  return lp_expr_run_string (run, field->id == LP_FIELD_ID ? place->id : place->label, -1);
}

static void
place_write (LpExprRun *run, LpValue object, GString *out)
{
  g_string_append (out, lp_places_get (lp_survey_of (run)->places, object.index)->label);
}

static void
place_write_json (LpExprRun *run, LpValue object, GString *out)
{
  lp_json_write_string (out, lp_places_get (lp_survey_of (run)->places, object.index)->label);
}

void
lp_survey_add_classes (LpExprSchema *schema, const LpCatalogue *catalogue)
{
  const LpObjectClass classes[] = {
    { .name = "component",
      .find_field = component_find_field,
      .suggest_field = component_suggest,
      .get_field = component_get,
      .has_field = component_has,
      .write_text = component_write,
      .write_json = component_write_json },
    { .name = "connection",
      .find_field = connection_find_field,
      .get_field = connection_get,
      .write_text = connection_write,
      .write_json = connection_write_json },
    { .name = "requirements",
      .find_field = requirements_find_field,
      .suggest_field = requirements_suggest,
      .get_field = requirements_get,
      .write_text = requirements_write,
      .write_json = requirements_write_json },
    { .name = "place",
      .find_field = place_find_field,
      .get_field = place_get,
      .write_text = place_write,
      .write_json = place_write_json },
  };

  make_vocabulary (schema, catalogue);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      guint id = lp_expr_schema_add_class (schema, &classes[i]);
      g_assert (id == i + 1);
    }
}
