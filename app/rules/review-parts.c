/* Fingerprints and questions. */

#include <glib/gi18n.h>

#include "rules/review-private.h"

/* --- fingerprints ------------------------------------------------------------------------------------ */

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

/* --- questions --------------------------------------------------------------------------------------- */

/* "Main → Replica" where it has no label of its own. */
static char *
name_connection (const LpDesign *design, guint connection)
{
  const char *label = lp_design_get_connection (design, connection)->label;
  const LpComponent *from = lp_design_get_component (design, lp_design_get_source (design, connection));
  const LpComponent *to = lp_design_get_component (design, lp_design_get_target (design, connection));

  return label != NULL ? g_strdup (label)
                       : g_strdup_printf ("%s → %s", lp_component_get_name (from), lp_component_get_name (to));
}

/* The connection of that id, where no component has it. */
static guint
find_connection (const LpDesign *design, const char *element)
{
  return element != NULL && lp_design_find (design, element) == LP_NONE ? lp_design_find_connection (design, element)
                                                                        : LP_NONE;
}

static const LpPropertyKind *
find_unknown (const LpSurvey *survey, const char *element, const char *name)
{
  const LpKind *kind = NULL;
  guint c = find_connection (survey->design, element);

  if (c != LP_NONE)
    {
      const LpConnectionKind *connection = lp_catalogue_find_connection (
          survey->catalogue, lp_design_get_connection (survey->design, c)->kind);
      return connection != NULL ? lp_connection_kind_find_property (connection, name) : NULL;
    }
  guint component = element != NULL ? lp_design_find (survey->design, element) : LP_NONE;
  if (element == NULL)
    kind = lp_catalogue_find (survey->catalogue, "requirements");
  else if (component != LP_NONE)
    kind = survey->traits[component].kind;
  return kind != NULL ? lp_kind_find_property (kind, name) : NULL;
}

static char *
describe_unknown (const LpSurvey *survey, const LpUnknownProperty *unknown)
{
  guint component = unknown->element != NULL ? lp_design_find (survey->design, unknown->element) : LP_NONE;
  guint connection = find_connection (survey->design, unknown->element);
  g_autofree char *name = connection != LP_NONE ? name_connection (survey->design, connection)
                          : component != LP_NONE
                              ? g_strdup (lp_component_get_name (lp_design_get_component (survey->design, component)))
                              : g_strdup (unknown->element);
  const LpPropertyKind *property = find_unknown (survey, unknown->element, unknown->property);
  const char *label = property != NULL ? lp_text (&property->label) : unknown->property;

  if (unknown->element == NULL)
    return g_strdup_printf (_("“%s” of the requirements"), label);
  if (g_str_equal (unknown->property, "zone"))
    return g_strdup_printf (_("the Availability Zone of %s"), name);
  if (g_str_equal (unknown->property, "region"))
    return g_strdup_printf (_("the region of %s"), name);
  return g_strdup_printf (_("“%s” of %s"), label, name);
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
    g_string_append_printf (list, _(" and %u more"), unknowns->len - 3);
  return g_strdup_printf (_("Not known: %s. It decides “%s”."), list->str, title);
}
