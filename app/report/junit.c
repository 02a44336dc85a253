/* JUnit's XML, as CI servers read it: a suite for every document, a case for every rule that had something to look at.
 * What reaches the threshold is a failure; questions, waived findings and what is below it are skipped, with the reason. */

#include <glib/gi18n.h>
#include <libxml/xmlwriter.h>

#include "report/formats.h"
#include "report/parts.h"
#include "rules/document-checks.h"

typedef struct
{
  xmlTextWriter *out;
  const LpReportInput *input;
  const LpReported *document;
} Writer;

static void
attribute (Writer *writer, const char *name, const char *value)
{
  xmlTextWriterWriteAttribute (writer->out, BAD_CAST name, BAD_CAST value);
}

static void
count_attribute (Writer *writer, const char *name, guint n)
{
  char buffer[16];
  g_snprintf (buffer, sizeof buffer, "%u", n);
  attribute (writer, name, buffer);
}

/* --- what a case comes to ---------------------------------------------------------------------------- */

typedef enum
{
  CASE_PASSED,
  CASE_SKIPPED,
  CASE_FAILED,
  CASE_BROKEN,
} CaseResult;

static CaseResult
result_of_finding (const LpReportInput *input, const LpFinding *finding)
{
  if (finding->waiver != NULL || finding->outcome == LP_OUTCOME_QUESTION)
    return CASE_SKIPPED;
  if (finding->outcome == LP_OUTCOME_BROKEN)
    return CASE_BROKEN;
  return (int) finding->severity <= input->threshold ? CASE_FAILED : CASE_SKIPPED;
}

/* Findings of one rule, in their order; of LpFinding, borrowed. */
static GPtrArray *
findings_of (const LpReview *review, const char *rule)
{
  GPtrArray *found = g_ptr_array_new ();
  for (guint i = 0; i < review->findings->len; i++)
    if (g_str_equal (((LpFinding *) review->findings->pdata[i])->rule, rule))
      g_ptr_array_add (found, review->findings->pdata[i]);
  return found;
}

static CaseResult
result_of_case (const LpReportInput *input, const GPtrArray *findings)
{
  CaseResult worst = CASE_PASSED;
  for (guint i = 0; i < findings->len; i++)
    worst = MAX (worst, result_of_finding (input, findings->pdata[i]));
  return worst;
}

/* --- writing ----------------------------------------------------------------------------------------- */

static char *
lines_of (const Writer *writer, const GPtrArray *findings, CaseResult result)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const LpFinding *finding = findings->pdata[i];
      if (result_of_finding (writer->input, finding) != result)
        continue;
      g_autofree char *place = lp_report_place (writer->document, finding);
      g_string_append_printf (text, "%s: %s: %s\n", place, lp_report_word (finding), finding->message);
      if (*finding->remedy != '\0')
        g_string_append_printf (text, "  %s\n", finding->remedy);
      if (finding->waiver != NULL)
        g_string_append_printf (text, _("  waived: %s\n"), finding->waiver);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const LpFinding *
first_of (const Writer *writer, const GPtrArray *findings, CaseResult result)
{
  for (guint i = 0; i < findings->len; i++)
    if (result_of_finding (writer->input, findings->pdata[i]) == result)
      return findings->pdata[i];
  return NULL;
}

static void
write_result (Writer *writer, const GPtrArray *findings, CaseResult result)
{
  static const char *const elements[]
      = { [CASE_SKIPPED] = "skipped", [CASE_FAILED] = "failure", [CASE_BROKEN] = "error" };
  const LpFinding *first = first_of (writer, findings, result);
  g_autofree char *lines = lines_of (writer, findings, result);

  xmlTextWriterStartElement (writer->out, BAD_CAST elements[result]);
  attribute (writer, "message", first->message);
  if (result != CASE_SKIPPED)
    attribute (writer, "type", lp_severity_code (first->severity));
  xmlTextWriterWriteString (writer->out, BAD_CAST lines);
  xmlTextWriterEndElement (writer->out);
}

static void
write_case (Writer *writer, const char *id, const char *topic, const char *title, const GPtrArray *findings)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", id, title);
  CaseResult result = result_of_case (writer->input, findings);

  xmlTextWriterStartElement (writer->out, BAD_CAST "testcase");
  attribute (writer, "classname", topic);
  attribute (writer, "name", name);
  if (result != CASE_PASSED)
    write_result (writer, findings, result);
  xmlTextWriterEndElement (writer->out);
}

typedef struct
{
  guint of[CASE_BROKEN + 1];
} Counts;

/* Writes the cases of a document, or only counts them. */
static void
each_case (Writer *writer, Counts *counts, gboolean write)
{
  const LpReview *review = writer->document->review;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < review->tallies->len; i++)
    {
      const LpTally *tally = &g_array_index (review->tallies, LpTally, i);
      const LpRule *rule = lp_pack_find (writer->input->pack, tally->rule);
      g_autoptr (GPtrArray) findings = findings_of (review, tally->rule);
      g_hash_table_add (seen, (gpointer) tally->rule);
      if (rule == NULL || (findings->len == 0 && tally->of[LP_OUTCOME_PASS] == 0))
        continue;
      counts->of[result_of_case (writer->input, findings)]++;
      if (write)
        write_case (writer, rule->id, rule->topic, lp_text (&rule->title), findings);
    }
  for (guint i = 0; i < review->findings->len; i++)
    {
      const LpFinding *finding = review->findings->pdata[i];
      if (!g_hash_table_add (seen, finding->rule))
        continue;
      g_autoptr (GPtrArray) findings = findings_of (review, finding->rule);
      counts->of[result_of_case (writer->input, findings)]++;
      if (write)
        write_case (writer, finding->rule, LP_TOPIC_DOCUMENT, finding->title, findings);
    }
}

static void
write_counts (Writer *writer, const Counts *counts)
{
  count_attribute (writer, "tests",
                   counts->of[CASE_PASSED] + counts->of[CASE_SKIPPED] + counts->of[CASE_FAILED] + counts->of[CASE_BROKEN]);
  count_attribute (writer, "failures", counts->of[CASE_FAILED]);
  count_attribute (writer, "errors", counts->of[CASE_BROKEN]);
  count_attribute (writer, "skipped", counts->of[CASE_SKIPPED]);
}

static void
write_suite (Writer *writer, const LpReported *document)
{
  g_autofree char *name
      = document->part != NULL ? g_strdup_printf ("%s (%s)", document->file, document->part) : g_strdup (document->file);
  Counts counts = { { 0 } };

  writer->document = document;
  each_case (writer, &counts, FALSE);
  xmlTextWriterStartElement (writer->out, BAD_CAST "testsuite");
  attribute (writer, "name", name);
  write_counts (writer, &counts);
  each_case (writer, &counts, TRUE);
  xmlTextWriterEndElement (writer->out);
}

static Counts
count_all (Writer *writer)
{
  Counts counts = { { 0 } };
  for (guint i = 0; i < writer->input->n_documents; i++)
    {
      writer->document = &writer->input->documents[i];
      each_case (writer, &counts, FALSE);
    }
  return counts;
}

static void
write_junit (const LpReportInput *input, GString *out)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  Writer writer = { xmlNewTextWriterMemory (buffer, 0), input, NULL };
  Counts counts = count_all (&writer);

  xmlTextWriterSetIndent (writer.out, 1);
  xmlTextWriterSetIndentString (writer.out, BAD_CAST "  ");
  xmlTextWriterStartDocument (writer.out, NULL, "UTF-8", NULL);
  xmlTextWriterStartElement (writer.out, BAD_CAST "testsuites");
  attribute (&writer, "name", "loadpath");
  write_counts (&writer, &counts);
  for (guint i = 0; i < input->n_documents; i++)
    write_suite (&writer, &input->documents[i]);
  xmlTextWriterEndDocument (writer.out);
  xmlFreeTextWriter (writer.out);
  g_string_append_len (out, (const char *) buffer->content, (gssize) buffer->use);
  xmlBufferFree (buffer);
}

const LpReport lp_report_junit = { "junit", write_junit };
