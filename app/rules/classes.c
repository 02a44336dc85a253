/* Components, connections, requirements and places as objects of the expression language. */

#include <glib/gi18n.h>

#include "base/json-write.h"
#include "expr/suggest.h"
#include "rules/sights.h"
#include "rules/survey-private.h"
#include "rules/vocabulary.h"

/* What the catalogue knows; filled once, while the schema is made. */
static struct
{
  LpExprSchema *schema;
  const LpCatalogue *catalogue;
  LpVocabulary *of_components;
  LpVocabulary *of_connections;
} known;

static void
learn_all (LpExprSchema *schema, const LpCatalogue *catalogue)
{
  known.schema = schema;
  known.catalogue = catalogue;
  known.of_components = lp_vocabulary_new ();
  known.of_connections = lp_vocabulary_new ();
  for (guint i = 0; i < lp_catalogue_get_n_kinds (catalogue); i++)
    {
      const LpKind *kind = lp_catalogue_get_kind (catalogue, i);
      lp_vocabulary_learn (known.of_components, kind->properties, kind->n_properties);
    }
  for (guint i = 0; i < lp_catalogue_get_n_connection_kinds (catalogue); i++)
    {
      const LpConnectionKind *kind = lp_catalogue_get_connection_kind (catalogue, i);
      lp_vocabulary_learn (known.of_connections, kind->properties, kind->n_properties);
    }
}

static gboolean
find_property (const LpKind *kind, const char *name, LpExprField *field)
{
  guint number;
  if (!lp_vocabulary_find (known.of_components, name, &number))
    return FALSE;
  const LpWord *word = lp_vocabulary_get (known.of_components, number);
  const LpPropertyKind *property = kind != NULL ? lp_kind_find_property (kind, name) : NULL;
  if (kind != NULL && property == NULL)
    return FALSE;
  *field = (LpExprField){ property != NULL ? lp_property_type (property) : word->type, LP_FIELD_PROPERTY + number,
                      word->name };
  return TRUE;
}

static gboolean
find_plain (const char *name, LpExprField *field)
{
  static const char *const names[] = {
    [LP_FIELD_ID] = "id", [LP_FIELD_KIND] = "kind", [LP_FIELD_LABEL] = "label", [LP_FIELD_NAME] = "name"
  };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      {
        *field = (LpExprField){ &lp_type_string, i, names[i] };
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
  for (guint i = 0; kind == NULL && i < lp_vocabulary_get_size (known.of_components); i++)
    lp_suggestion_try (&suggestion, lp_vocabulary_get (known.of_components, i)->name);
  return g_strdup (suggestion.name);
}

/* What the document has for the property, under whichever of its names. */
static JsonNode *
written (const LpProperties *set, const LpPropertyKind *own, const char *name)
{
  JsonNode *node = lp_properties_lookup (set, name);

  for (guint i = 0; node == NULL && own != NULL && own->also != NULL && own->also[i] != NULL; i++)
    node = lp_properties_lookup (set, own->also[i]);
  return node;
}

/* The value of a property, with the service's own default, or unknown. `own` is what the element's kind says of it
 * (NULL: nothing); what another kind says of it holds for what is written all the same. */
static LpValue
property_value (LpExprRun *run, LpValue object, const LpVocabulary *vocabulary, const LpPropertyKind *own,
                JsonNode *node, const LpExprField *field)
{
  if (node == NULL && own != NULL)
    node = own->unset;
  if (node == NULL)
    return lp_expr_run_unknown (run, object, field->name);
  if (own == NULL && field->id < LP_FIELD_OTHER)
    own = lp_vocabulary_get (vocabulary, field->id - LP_FIELD_PROPERTY)->first;
  return lp_property_value (run, object, own, field->name, node);
}

/* --- components -------------------------------------------------------------------------------------- */

static gboolean
component_find_field (const char *refinement, const char *name, LpExprField *field, gpointer data)
{
  const LpKind *kind = refinement != NULL ? lp_catalogue_find (known.catalogue, refinement) : NULL;
  return find_plain (name, field) || find_property (kind, name, field);
}

static char *
component_suggest (const char *refinement, const char *name, gpointer data)
{
  static const char *const more[] = { "id", "kind", "label", "name", NULL };
  return suggest (refinement != NULL ? lp_catalogue_find (known.catalogue, refinement) : NULL, name,
                  more);
}

static LpValue requirements_get (LpExprRun *run, LpValue object, const LpExprField *field);

/* A component's own targets override the document's. */
static gboolean
is_inherited (const char *name)
{
  return g_str_equal (name, "rto") || g_str_equal (name, "rpo");
}

static LpValue
component_property (
    LpExprRun *run, LpValue object, const LpKindTraits *traits, const LpProperties *set, const LpExprField *field)
{
  const LpPropertyKind *own = traits->kind != NULL ? lp_kind_find_property (traits->kind, field->name) : NULL;
  JsonNode *node = written (set, own, field->name);

  if (node == NULL && traits->other != NULL && traits->other->set != NULL)
    node = json_object_get_member (traits->other->set, field->name);
  return property_value (run, object, known.of_components, own, node, field);
}

static LpValue
component_get (LpExprRun *run, LpValue object, const LpExprField *field)
{
  LpSurvey *survey = lp_survey_of (run);
  const LpComponent *component = field->id == LP_FIELD_ID || field->id == LP_FIELD_KIND
                                     ? lp_design_peek_component (survey->design, object.index)
                                     : lp_design_get_component (survey->design, object.index);

  switch (field->id)
    {
    case LP_FIELD_ID:
      return lp_value_string (component->id);
    case LP_FIELD_KIND:
      return lp_value_string (survey->traits[object.index].id);
    case LP_FIELD_LABEL:
      return lp_value_string (component->label != NULL ? component->label : "");
    case LP_FIELD_NAME:
      return lp_value_string (lp_component_get_name (component));
    default:
      if (is_inherited (field->name) && lp_properties_lookup (component->set, field->name) == NULL)
        return requirements_get (run, lp_value_object (LP_CLASS_REQUIREMENTS, 0), field);
      return component_property (run, object, &survey->traits[object.index], component->set, field);
    }
}

static gboolean
component_has (LpExprRun *run, LpValue object, const LpExprField *field)
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
  lp_json_write_string (out, lp_design_peek_component (lp_survey_of (run)->design, object.index)->id);
}

/* --- connections ------------------------------------------------------------------------------------- */

static gboolean
connection_find_field (const char *refinement, const char *name, LpExprField *field, gpointer data)
{
  gboolean from = g_str_equal (name, "from"), to = g_str_equal (name, "to");
  if (from || to)
    {
      *field = (LpExprField){ lp_expr_schema_object_type (known.schema, LP_CLASS_COMPONENT, NULL),
                          from ? LP_FIELD_FROM : LP_FIELD_TO, from ? "from" : "to" };
      return TRUE;
    }
  guint number;
  if (find_plain (name, field))
    return TRUE;
  /* Connections may carry any property; what the catalogue does not know is taken as it is written. */
  *field = (LpExprField){ &lp_type_dyn, LP_FIELD_OTHER, g_intern_string (name) };
  if (lp_vocabulary_find (known.of_connections, name, &number))
    {
      const LpWord *word = lp_vocabulary_get (known.of_connections, number);
      *field = (LpExprField){ word->type, LP_FIELD_PROPERTY + number, word->name };
    }
  return TRUE;
}

static LpValue
connection_property (LpExprRun *run, LpValue object, const LpConnection *connection, const LpExprField *field)
{
  const LpConnectionKind *kind = lp_catalogue_find_connection (known.catalogue, connection->kind);
  const LpPropertyKind *own = kind != NULL ? lp_connection_kind_find_property (kind, field->name) : NULL;

  JsonNode *node = written (connection->set, own, field->name);

  return property_value (run, object, known.of_connections, own, node, field);
}

static LpValue
connection_get (LpExprRun *run, LpValue object, const LpExprField *field)
{
  const LpDesign *design = lp_survey_of (run)->design;

  switch (field->id)
    {
    case LP_FIELD_ID:
      return lp_value_string (lp_design_peek_connection (design, object.index)->id);
    case LP_FIELD_KIND:
      return lp_value_string (lp_design_peek_connection (design, object.index)->kind);
    case LP_FIELD_FROM:
      return lp_component_value (lp_design_get_source (design, object.index));
    case LP_FIELD_TO:
      return lp_component_value (lp_design_get_target (design, object.index));
    }
  const LpConnection *connection = lp_design_get_connection (design, object.index);
  switch (field->id)
    {
    case LP_FIELD_LABEL:
      return lp_value_string (connection->label != NULL ? connection->label : "");
    case LP_FIELD_NAME:
      return lp_value_string (connection->label != NULL ? connection->label : connection->id);
    default:
      return connection_property (run, object, connection, field);
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
  lp_json_write_string (out, lp_design_peek_connection (lp_survey_of (run)->design, object.index)->id);
}

/* --- requirements ------------------------------------------------------------------------------------ */

static const LpKind *
requirements_kind (void)
{
  return lp_catalogue_find (known.catalogue, "requirements");
}

guint
lp_requirement_field (const char *name)
{
  LpExprField field;
  return find_property (requirements_kind (), name, &field) ? field.id : LP_NONE;
}

static gboolean
requirements_find_field (const char *refinement, const char *name, LpExprField *field, gpointer data)
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
requirements_get (LpExprRun *run, LpValue object, const LpExprField *field)
{
  LpSights *paused = lp_sights_pause ();
  const LpHeader *header = lp_design_get_header (lp_survey_of (run)->design);
  lp_sights_resume (paused);
  lp_see_wide (LP_SEEN_REQUIREMENT, field->id);
  const LpPropertyKind *own = lp_kind_find_property (requirements_kind (), field->name);
  JsonNode *node = written (header->requirements, own, field->name);

  return property_value (run, object, known.of_components, own, node, field);
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
place_find_field (const char *refinement, const char *name, LpExprField *field, gpointer data)
{
  return find_plain (name, field) && field->id != LP_FIELD_KIND;
}

static LpValue
place_get (LpExprRun *run, LpValue object, const LpExprField *field)
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

  learn_all (schema, catalogue);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      guint id = lp_expr_schema_add_class (schema, &classes[i]);
      g_assert (id == i + 1);
    }
}
