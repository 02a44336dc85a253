#include "report/parts.h"

#include <glib/gi18n.h>

#include "report/score.h"
#include "scene/requirements.h"

const char *
lp_report_element_name (const LpReported *document, const char *id)
{
  guint component = lp_design_find (document->design, id);
  guint connection = lp_design_find_connection (document->design, id);

  if (component != LP_NONE)
    return lp_component_get_name (lp_design_get_component (document->design, component));
  if (connection != LP_NONE && lp_design_get_connection (document->design, connection)->label != NULL)
    return lp_design_get_connection (document->design, connection)->label;
  return id;
}

char *
lp_report_title (const LpReported *document)
{
  const char *title = lp_design_get_header (document->design)->title;

  if (title != NULL)
    return g_strdup (title);
  g_autofree char *name = g_path_get_basename (document->file);
  return document->part != NULL ? g_strdup_printf ("%s (%s)", name, document->part) : g_steal_pointer (&name);
}

char *
lp_report_place (const LpReported *document, const LpFinding *finding)
{
  LpPosition at = lp_report_position (document, finding);

  if (at.line > 0)
    return g_strdup_printf ("%s:%u:%u", document->file, at.line, MAX (at.column, 1));
  return document->part != NULL ? g_strdup_printf ("%s (%s)", document->file, document->part)
                                : g_strdup (document->file);
}

const char *
lp_report_word (const LpFinding *finding)
{
  if (finding->waiver != NULL)
    return _("waived");
  if (finding->outcome == LP_OUTCOME_QUESTION)
    return _("question");
  switch (finding->severity)
    {
    case LP_SEVERITY_ERROR:
      return _("error");
    case LP_SEVERITY_WARNING:
      return _("warning");
    default:
      return _("info");
    }
}

void
lp_report_requirements (const LpReported *document,
                        void (*each) (const char *label, const char *value, gpointer data),
                        gpointer data)
{
  const LpProperties *requirements = lp_design_get_header (document->design)->requirements;
  const LpKind *kind = lp_catalogue_find (lp_catalogue_get_default (), "requirements");

  for (guint i = 0; i < lp_properties_get_size (requirements); i++)
    {
      const LpProperty *set = lp_properties_get (requirements, i);
      const LpPropertyKind *property = kind != NULL ? lp_kind_find_property (kind, set->name) : NULL;
      if (property == NULL)
        continue;
      g_autofree char *value = lp_property_describe (property, set->value);
      each (lp_text (&property->label), value, data);
    }
}

char *
lp_report_lost_points (const GArray *failed)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < failed->len; i++)
    {
      const LpLostPoints *lost = &g_array_index (failed, LpLostPoints, i);
      g_string_append_printf (list, "%s%s (%u)", i > 0 ? ", " : "", lost->rule->id, lost->points);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}
