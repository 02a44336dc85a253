/* One line a finding, as compilers have it, with the remedy below. */

#include <glib/gi18n.h>

#include "report/fixes.h"
#include "report/formats.h"
#include "report/parts.h"
#include "report/score.h"
#include "report/remarks.h"
#include "rules/notes.h"
#include "rules/topic.h"

static void
write_place (const LpReported *document, LpPosition at, const char *id, GString *out)
{
  guint component = id != NULL ? lp_design_find (document->design, id) : LP_NONE;
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

/* --- questions: each thing that is not known is asked once, with all that it decides --- */

static char *
key_of (const LpFinding *finding)
{
  GString *key = g_string_new (NULL);
  for (guint i = 0; i < finding->unknowns->len; i++)
    {
      const LpUnknownProperty *unknown = finding->unknowns->pdata[i];
      g_string_append_printf (key, "%s\n%s\n", unknown->element != NULL ? unknown->element : "", unknown->property);
    }
  return g_string_free (key, FALSE);
}

static gboolean
is_asked (const LpFinding *finding)
{
  return finding->outcome == LP_OUTCOME_QUESTION && finding->waiver == NULL && finding->unknowns->len > 0;
}

/* What is not known -> the questions about it, in their order. */
static GHashTable *
gather_questions (const LpReview *review)
{
  GHashTable *questions
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < review->findings->len; i++)
    {
      LpFinding *finding = review->findings->pdata[i];
      if (!is_asked (finding))
        continue;
      char *key = key_of (finding);
      GPtrArray *same = g_hash_table_lookup (questions, key);
      if (same != NULL)
        g_free (key);
      else
        g_hash_table_insert (questions, key, same = g_ptr_array_new ());
      g_ptr_array_add (same, finding);
    }
  return questions;
}

static void
write_others (const GPtrArray *same, GString *out)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 1; i < same->len; i++)
    {
      const LpFinding *other = same->pdata[i];
      g_string_append_printf (list, "%s“%s” [%s]", i > 1 ? ", " : "", other->title, other->rule);
    }
  if (same->len > 1)
    g_string_append_printf (out, _("  It also decides %s.\n"), list->str);
}

/* --- what people said --- */

static void
write_waiver (const LpFinding *finding, GString *out)
{
  g_autofree char *about = lp_report_describe_waiver (finding->waived_by);

  g_string_append_printf (out, _("  waived: %s"), finding->waiver);
  g_string_append_printf (out, *about != '\0' ? " (%s)\n" : "%s\n", about);
}

static void
write_said (GString *out, const char *author, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *joined = g_strjoinv ("\n    ", lines);

  g_string_append_printf (out, author != NULL ? "%s: %s\n" : "%s%s\n", author != NULL ? author : "", joined);
}

/* Those that are resolved are settled. */
static void
write_comments (const LpReported *document, GString *out)
{
  const GPtrArray *comments = lp_design_get_header (document->design)->comments;
  for (guint i = 0; i < comments->len; i++)
    {
      const LpComment *comment = comments->pdata[i];
      const char *name = lp_report_name_of_pin (document, &comment->pin);
      if (comment->resolved)
        continue;
      write_place (document, lp_report_position_of_pin (document, &comment->pin), comment->pin.component, out);
      g_string_append_printf (out, name != NULL ? _(": comment on %s: ") : _(": comment: %s"), name != NULL ? name : "");
      write_said (out, comment->author, comment->text);
      for (guint k = 0; k < comment->replies->len; k++)
        {
          const LpReply *reply = comment->replies->pdata[k];
          g_string_append (out, "  ");
          write_said (out, reply->author, reply->text);
        }
    }
}

/* --- findings --- */

/* What the exam's notes say where it is no longer so, as a compiler's note. */
static void
write_notes (const LpFinding *finding, GString *out)
{
  for (guint i = 0; finding->notes[i] != NULL; i++)
    {
      const LpNote *note = lp_note_find (finding->notes[i]);
      if (note == NULL)
        continue;
      g_string_append_printf (out, _("  note: the exam's notes: %s\n"), lp_text (&note->then));
      if (note->since != NULL)
        g_string_append_printf (out, _("  note: since %s: %s\n"), note->since, lp_text (&note->now));
      else
        g_string_append_printf (out, _("  note: now: %s\n"), lp_text (&note->now));
    }
}

static void
write_finding (const LpReported *document, const LpFinding *finding, GHashTable *questions, GString *out)
{
  g_autofree char *key = is_asked (finding) ? key_of (finding) : NULL;
  const GPtrArray *same = key != NULL ? g_hash_table_lookup (questions, key) : NULL;

  if (same != NULL && same->pdata[0] != finding)
    return;
  write_place (document, lp_report_position (document, finding), finding->component, out);
  g_string_append_printf (out, ": %s: %s [%s]\n", lp_report_word (finding), finding->message, finding->rule);
  if (same != NULL)
    write_others (same, out);
  if (finding->lapse != NULL)
    g_string_append_printf (out, "  %s\n", finding->lapse);
  if (finding->waiver != NULL)
    write_waiver (finding, out);
  else if (*finding->remedy != '\0')
    g_string_append_printf (out, "  %s\n", finding->remedy);
  if (finding->waiver == NULL)
    write_notes (finding, out);
}

static void
add (LpSummary *sum, const LpSummary *summary)
{
  for (guint i = 0; i < LP_N_SEVERITIES; i++)
    sum->by_severity[i] += summary->by_severity[i];
  sum->questions += summary->questions;
  sum->waived += summary->waived;
  sum->known += summary->known;
}

static void
write_count (GString *out, guint n, const char *one, const char *many)
{
  if (n == 0)
    return;
  g_string_append (out, out->len > 0 ? ", " : "");
  /* TRANSLATORS: how many, and of what: 2 warnings */
  g_string_append_printf (out, C_("count", "%u %s"), n, g_dngettext (NULL, one, many, n));
}

static void
write_summary (const LpSummary *sum, guint n_comments, guint n_documents, GString *out)
{
  g_autoptr (GString) counts = g_string_new (NULL);

  write_count (counts, sum->by_severity[LP_SEVERITY_ERROR], N_("error"), N_("errors"));
  write_count (counts, sum->by_severity[LP_SEVERITY_WARNING], N_("warning"), N_("warnings"));
  write_count (counts, sum->by_severity[LP_SEVERITY_INFO], N_("remark"), N_("remarks"));
  write_count (counts, sum->questions, N_("question"), N_("questions"));
  write_count (counts, sum->waived, N_("waived finding"), N_("waived findings"));
  write_count (counts, sum->known, N_("known finding"), N_("known findings"));
  write_count (counts, n_comments, N_("open comment"), N_("open comments"));
  g_string_append_printf (out, g_dngettext (NULL, "%u document: %s\n", "%u documents: %s\n", n_documents),
                          n_documents, counts->len > 0 ? counts->str : _("nothing found"));
}

/* --- score --- */

static void
write_points (GString *out, const char *name, guint held, guint points, const GArray *failed)
{
  g_autofree char *rules = failed != NULL ? lp_report_lost_points (failed) : NULL;

  if (points > 0)
    g_string_append_printf (out, _("  %s: %d of 100 (%u of %u points)"), name, lp_score_percent (held, points), held, points);
  else
    g_string_append_printf (out, _("  %s: nothing decided"), name);
  if (failed != NULL && failed->len > 0)
    g_string_append_printf (out, _("; fails %s"), rules);
  g_string_append_c (out, '\n');
}

static void
write_score (const LpReportInput *input, const LpReported *document, GString *out)
{
  g_autoptr (LpScore) score = lp_score_new (input->pack, document->review);
  g_autofree char *title = lp_report_title (document);

  g_string_append_printf (out, _("Score of %s\n"), title);
  for (guint i = 0; i < score->topics->len; i++)
    {
      const LpTopicScore *topic = score->topics->pdata[i];
      write_points (out, lp_topic_get_name (topic->topic), topic->held, topic->points, topic->failed);
    }
  write_points (out, _("overall"), score->held, score->points, NULL);
}

static void
write_gone (const GPtrArray *gone, GString *out)
{
  for (guint i = 0; i < gone->len; i++)
    {
      const LpKnown *known = gone->pdata[i];
      g_string_append_printf (out, _("%s: no longer found: %s"), known->file, known->rule);
      g_string_append_printf (out, known->component != NULL ? " %s\n" : "%s\n",
                              known->component != NULL ? known->component : "");
    }
  if (gone->len > 0)
    g_string_append (out, _("The baseline lists more than there is; write it again with --write-baseline.\n"));
}

static void
write_text (const LpReportInput *input, GString *out)
{
  LpSummary sum = { { 0 } };
  guint n_comments = 0;

  for (guint i = 0; i < input->n_documents; i++)
    {
      const LpReported *document = &input->documents[i];
      g_autoptr (GHashTable) questions = gather_questions (document->review);
      lp_report_write_fixes (document, out);
      for (guint j = 0; j < document->review->findings->len; j++)
        write_finding (document, document->review->findings->pdata[j], questions, out);
      write_comments (document, out);
      add (&sum, &document->review->summary);
      n_comments += lp_report_count_open_comments (document);
    }
  if (input->n_documents > 0)
    write_summary (&sum, n_comments, input->n_documents, out);
  if (input->gone != NULL)
    write_gone (input->gone, out);
  for (guint i = 0; input->score && i < input->n_documents; i++)
    write_score (input, &input->documents[i], out);
}

const LpReport lp_report_text = { "text", write_text };
