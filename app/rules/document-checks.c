#include "rules/document-checks.h"

#include <glib/gi18n.h>

#include "base/json-write.h"
#include "rules/review-private.h"
#include "rules/suggest.h"

enum
{
  CHECK_VALUE,
  CHECK_KIND,
  CHECK_CONNECTION,
  CHECK_PROPERTY,
  CHECK_IDLE_WAIVER,
  CHECK_CONFIGURATION,
};

const LpDocumentCheck lp_document_checks[] = {
  [CHECK_VALUE] = { "DOC-001", LP_SEVERITY_ERROR, N_("A property holds what it may not hold"),
                    N_("Rules take such a value for one that is not known.") },
  [CHECK_KIND] = { "DOC-002", LP_SEVERITY_ERROR, N_("A component has a kind that there is not"),
                   N_("Rules look at kinds that they know, and pass over this component.") },
  [CHECK_CONNECTION] = { "DOC-003", LP_SEVERITY_ERROR, N_("A connection has a kind that there is not"),
                         N_("Rules follow kinds that they know, and take its ends for not connected.") },
  [CHECK_PROPERTY] = { "DOC-004", LP_SEVERITY_WARNING, N_("A property has a name that there is not"),
                       N_("No rule reads it. It is kept, and may be a note of your own; a warning where it "
                          "looks like a mistyped name.") },
  [CHECK_IDLE_WAIVER] = { LP_CHECK_IDLE_WAIVER, LP_SEVERITY_INFO, N_("A waiver covers nothing"),
                          N_("What it was given for is mended, gone or named otherwise. Left there, it would "
                             "silently accept the next finding that it fits.") },
  [CHECK_CONFIGURATION] = { "DOC-006", LP_SEVERITY_ERROR, N_("The configuration cannot be used"),
                            N_("The review goes on without what is wrong in it, so it may find more or less than it should.") },
  { NULL },
};

const LpDocumentCheck *
lp_document_check_find (const char *id)
{
  for (const LpDocumentCheck *check = lp_document_checks; check->id != NULL; check++)
    if (g_ascii_strcasecmp (check->id, id) == 0)
      return check;
  return NULL;
}

typedef struct
{
  LpSurvey *survey;
  GPtrArray *findings;
  GHashTable *suggested; /* unknown kind -> what was probably meant, or NULL */
} Checks;

/* What a list of properties belongs to. */
typedef struct
{
  const char *kind;
  const LpPropertyKind *properties; /* that the kind has */
  guint n_properties;
  const char *id;                   /* NULL: the requirements */
  const char *name;                 /* for sentences */
  gboolean may_have_others;         /* names that resemble none of them are nobody's concern */
} Owner;

/* A finding without its sentences. `detail` (nullable) tells apart what is found on one element. */
static LpFinding *
add_finding (Checks *checks, guint which, LpSeverity severity, const char *element, const char *detail)
{
  const LpDocumentCheck *check = &lp_document_checks[which];
  LpFinding *finding = lp_finding_new (check->id, severity, LP_OUTCOME_FAIL);
  const char *ids[] = { element != NULL ? element : "", detail, NULL };
  const char *related[] = { element, NULL };

  lp_finding_take_text (&finding->title, g_strdup (_ (check->title)));
  if (element != NULL && lp_design_find (checks->survey->design, element) != LP_NONE)
    lp_finding_take_text (&finding->component, g_strdup (element));
  lp_finding_set_related (finding, related);
  lp_finding_take_text (&finding->fingerprint, lp_fingerprint (check->id, LP_OUTCOME_FAIL, ids));
  g_ptr_array_add (checks->findings, finding);
  return finding;
}

/* --- values ------------------------------------------------------------------------------------------ */

static char *
list_choices (const LpPropertyKind *property)
{
  GString *list = g_string_new (NULL);
  for (guint i = 0; i < property->n_choices; i++)
    g_string_append_printf (list, "%s\"%s\"", i > 0 ? ", " : "", property->choices[i].value);
  return g_string_free (list, FALSE);
}

static char *
what_to_write (const LpPropertyKind *property)
{
  g_autofree char *choices = NULL;

  switch (property->type)
    {
    case LP_PROPERTY_BOOLEAN:
      return g_strdup (_("Write true or false, without quotes."));
    case LP_PROPERTY_CHOICE:
      choices = list_choices (property);
      return g_strdup_printf (_("Write one of %s."), choices);
    case LP_PROPERTY_QUANTITY:
      return g_strdup_printf (_("Write %s."), lp_unit_describe (property->unit));
    case LP_PROPERTY_INTEGER:
      return g_strdup (_("Write a whole number, without quotes."));
    case LP_PROPERTY_NUMBER:
      return g_strdup (_("Write a number, without quotes."));
    case LP_PROPERTY_LIST:
      return g_strdup (_("Write a list of texts, as [\"a\", \"b\"]."));
    default:
      return g_strdup (_("Write a text, in quotes."));
    }
}

static void
complain_value (Checks *checks, const Owner *owner, const LpPropertyKind *property, const LpProperty *set)
{
  g_autoptr (GString) json = g_string_new (NULL);
  LpFinding *finding = add_finding (checks, CHECK_VALUE, LP_SEVERITY_ERROR, owner->id, set->name);

  lp_json_write_node (json, set->value);
  lp_finding_take_text (&finding->message, g_strdup_printf (_("“%s” of %s cannot be %s."),
                                                            lp_text (&property->label), owner->name,
                                                            json->str));
  lp_finding_take_text (&finding->remedy, what_to_write (property));
}

/* --- names of properties ----------------------------------------------------------------------------- */

static void
complain_property (Checks *checks, const Owner *owner, const char *property)
{
  const char *meant = lp_suggest_property (owner->properties, owner->n_properties, property);
  if (meant == NULL && owner->may_have_others)
    return;
  LpFinding *finding
      = add_finding (checks, CHECK_PROPERTY, meant != NULL ? LP_SEVERITY_WARNING : LP_SEVERITY_INFO,
                     owner->id, property);

  lp_finding_take_text (
      &finding->message,
      meant != NULL ? g_strdup_printf (_("There is no property “%s” (%s); did you mean “%s”?"), property,
                                       owner->name, meant)
                    : g_strdup_printf (_("There is no property “%s” (%s); no rule reads it."), property,
                                       owner->name));
  lp_finding_take_text (&finding->remedy, g_strdup_printf (_("“loadpath kinds %s” lists its properties."),
                                                           owner->kind));
}

static const LpPropertyKind *
find_property (const Owner *owner, const char *name)
{
  for (guint i = 0; i < owner->n_properties; i++)
    if (g_str_equal (owner->properties[i].name, name)
        || (owner->properties[i].also != NULL && g_strv_contains (owner->properties[i].also, name)))
      return &owner->properties[i];
  return NULL;
}

static void
check_properties (Checks *checks, const Owner *owner, const LpProperties *set)
{
  for (guint i = 0; i < lp_properties_get_size (set); i++)
    {
      const LpProperty *value = lp_properties_get (set, i);
      const LpPropertyKind *property = find_property (owner, value->name);
      if (property == NULL)
        complain_property (checks, owner, value->name);
      else if (!lp_property_kind_accepts (property, value->value))
        complain_value (checks, owner, property, value);
    }
}

/* --- kinds ------------------------------------------------------------------------------------------- */

static const char *
meant_by (Checks *checks, const char *kind)
{
  gpointer known;
  if (!g_hash_table_lookup_extended (checks->suggested, kind, NULL, &known))
    {
      known = (gpointer) lp_suggest_kind (checks->survey->catalogue, kind);
      g_hash_table_insert (checks->suggested, (gpointer) kind, known);
    }
  return known;
}

static char *
no_such_kind (const char *kind, const char *name, const char *meant)
{
  return meant != NULL
             ? g_strdup_printf (_("There is no kind “%s” (%s); did you mean “%s”?"), kind, name, meant)
             : g_strdup_printf (_("There is no kind “%s” (%s)."), kind, name);
}

static void
complain_kind (Checks *checks, const LpComponent *component)
{
  LpFinding *finding = add_finding (checks, CHECK_KIND, LP_SEVERITY_ERROR, component->id, component->kind);

  lp_finding_take_text (&finding->message,
                        no_such_kind (component->kind, lp_component_get_name (component),
                                      meant_by (checks, component->kind)));
  lp_finding_take_text (&finding->remedy,
                        g_strdup (_("Write a kind that “loadpath kinds” lists, or “generic” for what has none.")));
}

static void
check_component (Checks *checks, guint index)
{
  const LpComponent *component = lp_design_get_component (checks->survey->design, index);
  const LpKind *kind = checks->survey->traits[index].kind;
  const char *name = lp_component_get_name (component);

  if (kind == NULL || kind->is_hidden)
    complain_kind (checks, component);
  else if (!g_str_equal (component->kind, LP_KIND_GENERIC))
    check_properties (checks,
                      &(Owner){ kind->id, kind->properties, kind->n_properties, component->id, name, FALSE },
                      component->set);
}

static void
complain_connection (Checks *checks, const LpConnection *connection, const char *name)
{
  LpFinding *finding
      = add_finding (checks, CHECK_CONNECTION, LP_SEVERITY_ERROR, connection->id, connection->kind);
  const char *meant = lp_suggest_connection (checks->survey->catalogue, connection->kind);

  lp_finding_take_text (&finding->message, no_such_kind (connection->kind, name, meant));
  lp_finding_take_text (
      &finding->remedy,
      g_strdup (_("Write a kind of connection that “loadpath kinds” lists, “traffic” for a call.")));
}

static void
check_connection (Checks *checks, const LpConnection *connection)
{
  const LpConnectionKind *kind = lp_catalogue_find_connection (checks->survey->catalogue, connection->kind);
  const char *name = connection->label != NULL ? connection->label : connection->id;

  if (kind == NULL)
    complain_connection (checks, connection, name);
  else
    check_properties (checks,
                      &(Owner){ kind->id, kind->properties, kind->n_properties, connection->id, name, TRUE },
                      connection->set);
}

static void
check_requirements (Checks *checks)
{
  const LpKind *kind = lp_catalogue_find (checks->survey->catalogue, "requirements");
  const Owner requirements
      = { kind->id, kind->properties, kind->n_properties, NULL, _("the requirements"), FALSE };

  check_properties (checks, &requirements, lp_design_get_header (checks->survey->design)->requirements);
}

void
lp_document_checks_run (LpSurvey *survey, GPtrArray *findings)
{
  g_autoptr (GHashTable) suggested = g_hash_table_new (g_str_hash, g_str_equal);
  Checks checks = { survey, findings, suggested };

  check_requirements (&checks);
  for (guint i = 0; i < lp_design_get_n_components (survey->design); i++)
    check_component (&checks, i);
  for (guint i = 0; i < lp_design_get_n_connections (survey->design); i++)
    check_connection (&checks, lp_design_get_connection (survey->design, i));
}

void
lp_document_checks_run_requirements (LpSurvey *survey, GPtrArray *findings)
{
  Checks checks = { survey, findings, NULL };
  check_requirements (&checks);
}

void
lp_document_checks_run_component (LpSurvey *survey, guint component, GPtrArray *findings)
{
  g_autoptr (GHashTable) suggested = g_hash_table_new (g_str_hash, g_str_equal);
  Checks checks = { survey, findings, suggested };
  check_component (&checks, component);
}

void
lp_document_checks_run_connection (LpSurvey *survey, guint connection, GPtrArray *findings)
{
  g_autoptr (GHashTable) suggested = g_hash_table_new (g_str_hash, g_str_equal);
  Checks checks = { survey, findings, suggested };
  check_connection (&checks, lp_design_get_connection (survey->design, connection));
}

LpFinding *
lp_document_check_idle_waiver (const LpDesign *design, const char *rule, const char *pinned, const char *message)
{
  const LpDocumentCheck *check = &lp_document_checks[CHECK_IDLE_WAIVER];
  LpFinding *finding = lp_finding_new (check->id, check->severity, LP_OUTCOME_FAIL);
  gboolean is_component = pinned != NULL && lp_design_find (design, pinned) != LP_NONE;
  gboolean is_there = is_component || (pinned != NULL && lp_design_find_connection (design, pinned) != LP_NONE);
  const char *ids[] = { rule, pinned, NULL }, *related[] = { is_there ? pinned : NULL, NULL };

  if (is_component)
    lp_finding_take_text (&finding->component, g_strdup (pinned));
  lp_finding_set_related (finding, related);
  lp_finding_take_text (&finding->title, g_strdup (_ (check->title)));
  lp_finding_take_text (&finding->message, g_strdup (message));
  lp_finding_take_text (&finding->remedy, g_strdup (_("End the waiver, or correct what it names.")));
  lp_finding_take_text (&finding->fingerprint, lp_fingerprint (check->id, LP_OUTCOME_FAIL, ids));
  return finding;
}

LpFinding *
lp_document_check_configuration (const char *problem)
{
  const LpDocumentCheck *check = &lp_document_checks[CHECK_CONFIGURATION];
  LpFinding *finding = lp_finding_new (check->id, check->severity, LP_OUTCOME_FAIL);
  const char *ids[] = { problem, NULL };

  lp_finding_take_text (&finding->title, g_strdup (_ (check->title)));
  lp_finding_take_text (&finding->message, g_strdup (problem));
  lp_finding_take_text (&finding->remedy, g_strdup (_("Correct the file; the review takes it at once.")));
  lp_finding_take_text (&finding->fingerprint, lp_fingerprint (check->id, LP_OUTCOME_FAIL, ids));
  return finding;
}
