/* Markdown for the comment under a pull request: the verdict first, what fails in a table, the rest folded away. */

#include <glib/gi18n.h>

#include "report/formats.h"
#include "report/parts.h"
#include "report/score.h"
#include "rules/notes.h"
#include "rules/topic.h"

/* The text as it stands, whatever Markdown, HTML or a table would make of it, and nobody mentioned by it. */
static void
append_text (GString *out, const char *text)
{
  for (; *text != '\0'; text++)
    {
      if (strchr ("\\`*_{}[]()#+|~", *text) != NULL)
        g_string_append_c (out, '\\');
      if (*text == '<' || *text == '>' || *text == '&')
        g_string_append (out, *text == '<' ? "&lt;" : *text == '>' ? "&gt;" : "&amp;");
      else if (*text == '\n' || *text == '\r')
        g_string_append_c (out, ' ');
      else
        g_string_append_c (out, *text);
      if (*text == '@')
        g_string_append (out, "&#8203;");
    }
}

static void
append_cell (GString *out, const char *text)
{
  g_string_append (out, " ");
  append_text (out, text);
  g_string_append (out, " |");
}

static const char *
sign_of (const LpFinding *finding)
{
  static const char *const signs[LP_N_SEVERITIES] = { "⛔", "⚠️", "ℹ️" };
  return finding->outcome == LP_OUTCOME_QUESTION ? "❔" : signs[finding->severity];
}

static char *
names_of (const LpReported *document, const LpFinding *finding)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; finding->related[i] != NULL && i < 4; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", lp_report_element_name (document, finding->related[i]));
  if (g_strv_length (finding->related) > 4)
    g_string_append (names, ", …");
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
write_row (const LpReported *document, const LpFinding *finding, GString *out)
{
  g_autofree char *names = names_of (document, finding);

  g_string_append_printf (out, "| %s %s | `%s` |", sign_of (finding), lp_report_word (finding), finding->rule);
  append_cell (out, names);
  append_cell (out, finding->message);
  append_cell (out, finding->remedy);
  g_string_append_c (out, '\n');
}

static void
write_table_head (GString *out)
{
  g_string_append_printf (out, "\n| | %s | %s | %s | %s |\n| --- | --- | --- | --- | --- |\n", _("Rule"), _("Where"),
                          _("What"), _("What to do"));
}

static gboolean
is_open (const LpFinding *finding, gboolean question)
{
  return finding->waiver == NULL && (finding->outcome == LP_OUTCOME_QUESTION) == question;
}

static guint
count_open (const LpReview *review, gboolean question)
{
  guint n = 0;
  for (guint i = 0; i < review->findings->len; i++)
    n += is_open (review->findings->pdata[i], question);
  return n;
}

static void
write_findings (const LpReported *document, gboolean question, GString *out)
{
  const GPtrArray *findings = document->review->findings;

  write_table_head (out);
  for (guint i = 0; i < findings->len; i++)
    if (is_open (findings->pdata[i], question))
      write_row (document, findings->pdata[i], out);
}

/* --- what is folded away ----------------------------------------------------------------------------- */

static void
begin_details (GString *out, const char *summary)
{
  g_string_append_printf (out, "\n<details><summary>%s</summary>\n", summary);
}

static void
end_details (GString *out)
{
  g_string_append (out, "\n</details>\n");
}

static void
write_questions (const LpReported *document, GString *out)
{
  guint n = document->review->summary.questions;
  if (n == 0)
    return;
  g_autofree char *summary = g_strdup_printf (g_dngettext (NULL, "%u question", "%u questions", n), n);
  begin_details (out, summary);
  write_findings (document, TRUE, out);
  end_details (out);
}

static void
write_waived (const LpReported *document, GString *out)
{
  guint n = document->review->summary.waived;
  if (n == 0)
    return;
  g_autofree char *summary = g_strdup_printf (g_dngettext (NULL, "%u waived finding", "%u waived findings", n), n);
  begin_details (out, summary);
  g_string_append_printf (out, "\n| %s | %s | %s |\n| --- | --- | --- |\n", _("Rule"), _("What"), _("Reason"));
  for (guint i = 0; i < document->review->findings->len; i++)
    {
      const LpFinding *finding = document->review->findings->pdata[i];
      if (finding->waiver == NULL)
        continue;
      g_string_append_printf (out, "| `%s` |", finding->rule);
      append_cell (out, finding->message);
      append_cell (out, finding->waiver);
      g_string_append_c (out, '\n');
    }
  end_details (out);
}

/* Each note once, however many findings rest on it. */
static void
write_notes (const LpReported *document, GString *out)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < document->review->findings->len; i++)
    {
      const LpFinding *finding = document->review->findings->pdata[i];
      for (guint j = 0; finding->waiver == NULL && finding->notes[j] != NULL; j++)
        {
          const LpNote *note = lp_note_find (finding->notes[j]);
          if (note == NULL || !g_hash_table_add (seen, note->id))
            continue;
          if (g_hash_table_size (seen) == 1)
            begin_details (out, _("Where the exam's notes are out of date"));
          g_string_append_printf (out, "\n- %s ", _("The notes say:"));
          append_text (out, lp_text (&note->then));
          if (note->since != NULL)
            g_string_append_printf (out, _(" Since %s: "), note->since);
          else
            g_string_append_printf (out, " %s ", _("Now:"));
          append_text (out, lp_text (&note->now));
          g_string_append_printf (out, " ([%s](%s))", _("source"), note->source);
        }
    }
  if (g_hash_table_size (seen) > 0)
    {
      g_string_append_c (out, '\n');
      end_details (out);
    }
}

static void
write_score_row (GString *out, const char *name, guint held, guint points, const GArray *failed)
{
  int percent = lp_score_percent (held, points);
  g_autofree char *rules = lp_report_lost_points (failed);

  g_string_append_c (out, '|');
  append_cell (out, name);
  if (percent >= 0)
    g_string_append_printf (out, " %u / %u | %d |", held, points, percent);
  else
    g_string_append (out, " – | – |");
  append_cell (out, rules);
  g_string_append_c (out, '\n');
}

static void
write_score (const LpReportInput *input, const LpReported *document, GString *out)
{
  g_autoptr (LpScore) score = lp_score_new (input->pack, document->review);
  int percent = lp_score_percent (score->held, score->points);
  if (percent < 0)
    return;
  g_autofree char *summary
      = g_strdup_printf (_("Score: %d of 100 (%u of %u points)"), percent, score->held, score->points);
  begin_details (out, summary);
  g_string_append_printf (out, "\n%s\n", _("A rule that applies is worth 5 points as an error, 3 as a warning, 1 as information."));
  g_string_append_printf (out, "\n| %s | %s | %s | %s |\n| --- | --- | --- | --- |\n", _("Topic"), _("Points"), _("Score"),
                          _("Fails"));
  for (guint i = 0; i < score->topics->len; i++)
    {
      const LpTopicScore *topic = score->topics->pdata[i];
      write_score_row (out, lp_topic_get_name (topic->topic), topic->held, topic->points, topic->failed);
    }
  end_details (out);
}

/* --- one document ------------------------------------------------------------------------------------ */

static void
write_verdict (const LpReported *document, GString *out)
{
  const LpSummary *summary = &document->review->summary;
  const guint counts[] = { summary->by_severity[LP_SEVERITY_ERROR], summary->by_severity[LP_SEVERITY_WARNING],
                           summary->by_severity[LP_SEVERITY_INFO], summary->questions };
  static const char *const signs[] = { "⛔", "⚠️", "ℹ️", "❔" };
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > 0)
      {
        g_string_append_printf (out, "%s%s %u", any ? " · " : "", signs[i], counts[i]);
        any = TRUE;
      }
  g_string_append_printf (out, "%s\n", any ? "" : _("✅ Nothing found."));
}

static void
write_document (const LpReportInput *input, const LpReported *document, GString *out)
{
  g_autofree char *title = lp_report_title (document);

  g_string_append (out, "### ");
  append_text (out, title);
  g_string_append (out, "\n\n");
  write_verdict (document, out);
  if (count_open (document->review, FALSE) > 0)
    write_findings (document, FALSE, out);
  write_questions (document, out);
  write_waived (document, out);
  write_notes (document, out);
  write_score (input, document, out);
}

static void
write_markdown (const LpReportInput *input, GString *out)
{
  g_string_append_printf (out, "## %s\n", _("Loadpath review"));
  for (guint i = 0; i < input->n_documents; i++)
    {
      g_string_append_c (out, '\n');
      write_document (input, &input->documents[i], out);
    }
}

const LpReport lp_report_markdown = { "markdown", write_markdown };
