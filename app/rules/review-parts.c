/* Waivers, fingerprints, questions, and values that no property may have. */
#include "config.h"

#include <glib/gi18n.h>

#include "base/json-write.h"
#include "rules/review-private.h"

#define VALUE_RULE "DOC-001" /* the one check that is no rule file: what a document says must be sayable */

/* --- waivers --- */

static gboolean
covers (const LpWaiver *waiver, const LpFinding *finding, const LpDesign *design, const char *today)
{
  if (!g_str_equal (waiver->rule, finding->rule)
      || (waiver->until != NULL && strcmp (today, waiver->until) > 0))
    return FALSE;
  if (waiver->component == NULL)
    return TRUE;
  guint root = lp_design_find (design, waiver->component);
  guint component = finding->component != NULL ? lp_design_find (design, finding->component) : LP_NONE;
  return root != LP_NONE && component != LP_NONE && lp_design_is_within (design, component, root);
}

void
lp_waivers_apply (LpFinding *finding, const LpDesign *design, const char *today)
{
  const GPtrArray *waivers = lp_design_get_header (design)->waivers;
  for (guint i = 0; i < waivers->len && finding->waiver == NULL; i++)
    {
      const LpWaiver *waiver = waivers->pdata[i];
      if (covers (waiver, finding, design, today))
        finding->waiver = g_strdup (waiver->reason);
    }
}

/* --- fingerprints --- */

static int
by_text (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
lp_fingerprint (const char *rule, LpOutcome outcome, const char *const *ids)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (sorted, (gpointer) ids[i]);
  g_ptr_array_sort (sorted, by_text);
  g_checksum_update (sum, (const guchar *) rule, strlen (rule) + 1);
  g_checksum_update (sum, (const guchar *) lp_outcome_code (outcome), -1);
  for (guint i = 0; i < sorted->len; i++)
    {
      g_checksum_update (sum, (const guchar *) "", 1);
      g_checksum_update (sum, sorted->pdata[i], -1);
    }
  return g_strndup (g_checksum_get_string (sum), 16);
}

/* --- questions --- */

static char *
describe_unknown (const LpSurvey *survey, const LpUnknownProperty *unknown)
{
  guint c = unknown->element != NULL ? lp_design_find (survey->design, unknown->element) : LP_NONE;
  const char *name
      = c != LP_NONE ? lp_component_get_name (lp_design_get_component (survey->design, c)) : unknown->element;
  const LpKind *kind = unknown->element == NULL ? lp_catalogue_find (survey->catalogue, "requirements")
                       : c != LP_NONE           ? survey->traits[c].kind
                                                : NULL;
  const LpPropertyKind *property = kind != NULL ? lp_kind_find_property (kind, unknown->property) : NULL;
  const char *label = property != NULL ? lp_text (&property->label) : unknown->property;

  if (unknown->element == NULL)
    return g_strdup_printf (_ ("“%s” of the requirements"), label);
  if (g_str_equal (unknown->property, "zone"))
    return g_strdup_printf (_ ("the Availability Zone of %s"), name);
  if (g_str_equal (unknown->property, "region"))
    return g_strdup_printf (_ ("the region of %s"), name);
  return g_strdup_printf (_ ("“%s” of %s"), label, name);
}

char *
lp_question_for (const LpSurvey *survey, const char *title, const GPtrArray *unknowns)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < unknowns->len && i < 3; i++)
    {
      g_autofree char *one = describe_unknown (survey, unknowns->pdata[i]);
      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", one);
    }
  if (unknowns->len > 3)
    g_string_append_printf (list, _ (" and %u more"), unknowns->len - 3);
  return g_strdup_printf (_ ("Not known: %s. It decides “%s”."), list->str, title);
}

/* --- values --- */

static void
complain_value (LpSurvey *survey,
                const char *element,
                const char *name,
                const LpPropertyKind *property,
                const LpProperty *set,
                GPtrArray *findings)
{
  g_autoptr (GString) json = g_string_new (NULL);
  LpFinding *finding = lp_finding_new (VALUE_RULE, LP_SEVERITY_ERROR, LP_OUTCOME_FAIL);
  const char *ids[] = { element != NULL ? element : "", set->name, NULL };
  const char *related[] = { element, NULL };

  lp_json_write_node (json, set->value);
  lp_finding_take_text (&finding->title, g_strdup (_ ("A property holds what it may not hold")));
  lp_finding_take_text (&finding->message, g_strdup_printf (_ ("“%s” of %s cannot be %s."),
                                                            lp_text (&property->label), name, json->str));
  lp_finding_take_text (&finding->remedy,
                        property->type == LP_PROPERTY_QUANTITY
                            ? g_strdup_printf (_ ("Write %s."), lp_unit_describe (property->unit))
                            : g_strdup_printf (_ ("Choose one of its values: %s"), lp_text (&property->help)));
  lp_finding_take_text (&finding->component, g_strdup (element));
  lp_finding_set_related (finding, related);
  lp_finding_take_text (&finding->fingerprint, lp_fingerprint (VALUE_RULE, LP_OUTCOME_FAIL, ids));
  g_autofree char *today = g_date_time_format (survey->today, "%Y-%m-%d");
  lp_waivers_apply (finding, survey->design, today);
  g_ptr_array_add (findings, finding);
}

static void
check_values (LpSurvey *survey,
              const LpKind *kind,
              const LpProperties *set,
              const char *element,
              const char *name,
              GPtrArray *findings)
{
  for (guint i = 0; kind != NULL && i < lp_properties_get_size (set); i++)
    {
      const LpProperty *value = lp_properties_get (set, i);
      const LpPropertyKind *property = lp_kind_find_property (kind, value->name);
      if (property != NULL && !lp_property_kind_accepts (property, value->value))
        complain_value (survey, element, name, property, value, findings);
    }
}

void
lp_review_check_values (LpSurvey *survey, GPtrArray *findings)
{
  check_values (survey, lp_catalogue_find (survey->catalogue, "requirements"),
                lp_design_get_header (survey->design)->requirements, NULL, _ ("the requirements"), findings);
  for (guint i = 0; i < lp_design_get_n_components (survey->design); i++)
    {
      const LpComponent *component = lp_design_get_component (survey->design, i);
      check_values (survey, survey->traits[i].kind, component->set, component->id,
                    lp_component_get_name (component), findings);
    }
}
