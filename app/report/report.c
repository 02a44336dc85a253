#include "report/report.h"

#include "report/formats.h"

const LpReport *const lp_reports[] = {
  &lp_report_text,
  &lp_report_json,
  &lp_report_sarif,
  &lp_report_junit,
  &lp_report_markdown,
  &lp_report_html,
  NULL,
};

const LpReport *
lp_report_find (const char *id)
{
  for (guint i = 0; lp_reports[i] != NULL; i++)
    if (g_str_equal (lp_reports[i]->id, id))
      return lp_reports[i];
  return NULL;
}

char *
lp_report_list (void)
{
  GString *list = g_string_new (NULL);
  for (guint i = 0; lp_reports[i] != NULL; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", lp_reports[i]->id);
  return g_string_free (list, FALSE);
}

/* A finding about a connection has no component, and the connection first among what is related. */
LpPosition
lp_report_position (const LpReported *document, const LpFinding *finding)
{
  const LpDesign *design = document->design;
  guint component = finding->component != NULL ? lp_design_find (design, finding->component) : LP_NONE;
  guint connection = finding->component == NULL && finding->related[0] != NULL
                         ? lp_design_find_connection (design, finding->related[0])
                         : LP_NONE;

  if (component != LP_NONE)
    return lp_design_get_component (design, component)->position;
  if (connection != LP_NONE)
    return lp_design_get_connection (design, connection)->position;
  return (LpPosition){ 0, 0 };
}
