/* One line a finding, as compilers have it, with the remedy below. */

#include <glib/gi18n.h>

#include "report/formats.h"

static void
write_place (const LpReported *document, const LpFinding *finding, GString *out)
{
  LpPosition at = lp_report_position (document, finding);
  guint component
      = finding->component != NULL ? lp_design_find (document->design, finding->component) : LP_NONE;
  const char *origin
      = component != LP_NONE ? lp_design_get_component (document->design, component)->origin : NULL;

  g_string_append (out, document->file);
  if (at.line > 0)
    g_string_append_printf (out, ":%u:%u", at.line, MAX (at.column, 1));
  else if (origin != NULL)
    g_string_append_printf (out, " (%s)", origin);
  else if (document->part != NULL)
    g_string_append_printf (out, " (%s)", document->part);
}

static const char *
word_for (const LpFinding *finding)
{
  if (finding->waiver != NULL)
    return _ ("waived");
  if (finding->outcome == LP_OUTCOME_QUESTION)
    return _ ("question");
  switch (finding->severity)
    {
    case LP_SEVERITY_ERROR:
      return _ ("error");
    case LP_SEVERITY_WARNING:
      return _ ("warning");
    default:
      return _ ("info");
    }
}

static void
write_finding (const LpReported *document, const LpFinding *finding, GString *out)
{
  write_place (document, finding, out);
  g_string_append_printf (out, ": %s: %s [%s]\n", word_for (finding), finding->message, finding->rule);
  if (finding->waiver != NULL)
    g_string_append_printf (out, _ ("  waived: %s\n"), finding->waiver);
  else if (*finding->remedy != '\0')
    g_string_append_printf (out, "  %s\n", finding->remedy);
}

static void
add (LpSummary *sum, const LpSummary *summary)
{
  for (guint i = 0; i < LP_N_SEVERITIES; i++)
    sum->by_severity[i] += summary->by_severity[i];
  sum->questions += summary->questions;
  sum->waived += summary->waived;
}

static void
write_count (GString *out, guint n, const char *one, const char *many)
{
  if (n == 0)
    return;
  g_string_append (out, out->len > 0 ? ", " : "");
  /* TRANSLATORS: how many, and of what: 2 warnings */
  g_string_append_printf (out, C_ ("count", "%u %s"), n, g_dngettext (NULL, one, many, n));
}

static void
write_summary (const LpSummary *sum, guint n_documents, GString *out)
{
  g_autoptr (GString) counts = g_string_new (NULL);

  write_count (counts, sum->by_severity[LP_SEVERITY_ERROR], N_ ("error"), N_ ("errors"));
  write_count (counts, sum->by_severity[LP_SEVERITY_WARNING], N_ ("warning"), N_ ("warnings"));
  write_count (counts, sum->by_severity[LP_SEVERITY_INFO], N_ ("remark"), N_ ("remarks"));
  write_count (counts, sum->questions, N_ ("question"), N_ ("questions"));
  write_count (counts, sum->waived, N_ ("waived finding"), N_ ("waived findings"));
  g_string_append_printf (out, g_dngettext (NULL, "%u document: %s\n", "%u documents: %s\n", n_documents),
                          n_documents, counts->len > 0 ? counts->str : _ ("nothing found"));
}

static void
write_text (const LpReportInput *input, GString *out)
{
  LpSummary sum = { { 0 } };

  for (guint i = 0; i < input->n_documents; i++)
    {
      const LpReported *document = &input->documents[i];
      for (guint j = 0; j < document->review->findings->len; j++)
        write_finding (document, document->review->findings->pdata[j], out);
      add (&sum, &document->review->summary);
    }
  if (input->n_documents > 0)
    write_summary (&sum, input->n_documents, out);
}

const LpReport lp_report_text = { "text", write_text };
