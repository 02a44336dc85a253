/* One HTML page that stands by itself: the drawing, the findings, the questions, the waivers, the comments and the
 * requirements; good on paper. It loads nothing and runs nothing. */

#include <glib/gi18n.h>

#include "base/resources.h"
#include "render/svg.h"
#include "report/formats.h"
#include "report/html.h"
#include "report/parts.h"
#include "report/score.h"
#include "rules/notes.h"
#include "rules/topic.h"

typedef struct
{
  LpHtml html;
  const LpReportInput *input;
  const LpReported *document;
} Page;

/* --- head -------------------------------------------------------------------------------------------- */

static void
write_head (Page *page, const char *title)
{
  g_autoptr (GBytes) style = lp_resources_load ("report/report.css", NULL);
  g_autofree char *css = g_strndup (g_bytes_get_data (style, NULL), g_bytes_get_size (style));

  lp_html_start (&page->html, "head", NULL);
  xmlTextWriterWriteRaw (page->html.out, BAD_CAST "<meta charset=\"utf-8\"/>"
                                                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
  lp_html_element (&page->html, "title", NULL, title);
  lp_html_start (&page->html, "style", NULL);
  xmlTextWriterWriteRaw (page->html.out, BAD_CAST css);
  lp_html_end (&page->html);
  lp_html_end (&page->html);
}

/* The shape before the word is the one of the marks on the drawing. */
static void
write_count (Page *page, const char *class_name, const char *shape, guint n, const char *one, const char *many)
{
  /* TRANSLATORS: how many, and of what: 2 warnings */
  g_autofree char *count = g_strdup_printf (C_("count", "%u %s"), n, g_dngettext (NULL, one, many, n));
  g_autofree char *text = g_strconcat (shape, " ", count, NULL);

  if (n > 0)
    lp_html_element (&page->html, "li", class_name, text);
}

static void
write_counts (Page *page)
{
  const LpSummary *summary = &page->document->review->summary;

  lp_html_start (&page->html, "ul", "counts");
  write_count (page, "error", "⬣", summary->by_severity[LP_SEVERITY_ERROR], N_("error"), N_("errors"));
  write_count (page, "warning", "▲", summary->by_severity[LP_SEVERITY_WARNING], N_("warning"), N_("warnings"));
  write_count (page, "info", "●", summary->by_severity[LP_SEVERITY_INFO], N_("remark"), N_("remarks"));
  write_count (page, "question", "◆", summary->questions, N_("question"), N_("questions"));
  write_count (page, "waived", "○", summary->waived, N_("waived finding"), N_("waived findings"));
  if (page->document->review->findings->len == 0)
    lp_html_element (&page->html, "li", NULL, _("Nothing found."));
  lp_html_end (&page->html);
}

/* --- requirements and drawing ------------------------------------------------------------------------ */

static void
write_requirement (const char *label, const char *value, gpointer data)
{
  Page *page = data;
  lp_html_start (&page->html, "tr", NULL);
  lp_html_element (&page->html, "th", NULL, label);
  lp_html_element (&page->html, "td", NULL, value);
  lp_html_end (&page->html);
}

static void
write_requirements (Page *page)
{
  if (lp_properties_get_size (lp_design_get_header (page->document->design)->requirements) == 0)
    return;
  lp_html_element (&page->html, "h2", NULL, _("Requirements"));
  lp_html_start (&page->html, "table", NULL);
  lp_report_requirements (page->document, write_requirement, page);
  lp_html_end (&page->html);
}

/* An image of its own, because the styles of several drawings on one page would meet. */
static void
write_drawing (Page *page, const char *title)
{
  const LpExportOptions options = { .format = "svg", .scale = 1 };
  g_autoptr (LpScene) scene = lp_scene_new (page->document->design, lp_catalogue_get_default (), page->document->review,
                                            (LpSceneOptions){ .annotate = TRUE, .numbers = TRUE, .unfolded = TRUE });
  g_autoptr (GBytes) svg = lp_svg_write (scene, &options);
  g_autofree char *data = g_base64_encode (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  g_autofree char *url = g_strconcat ("data:image/svg+xml;base64,", data, NULL);

  xmlTextWriterStartElement (page->html.out, BAD_CAST "img");
  lp_html_attribute (&page->html, "class", "drawing");
  lp_html_attribute (&page->html, "alt", title);
  lp_html_attribute (&page->html, "src", url);
  xmlTextWriterEndElement (page->html.out);
}

/* --- findings ---------------------------------------------------------------------------------------- */

static const char *
class_of (const LpFinding *finding)
{
  if (finding->waiver != NULL)
    return "waived";
  return finding->outcome == LP_OUTCOME_QUESTION ? "question" : lp_severity_code (finding->severity);
}

static const char *
severity_word (const LpFinding *finding)
{
  if (finding->waiver != NULL)
    return _("Waived");
  return finding->outcome == LP_OUTCOME_QUESTION ? _("Question") : lp_severity_name (finding->severity);
}

static void
write_where (Page *page, const LpFinding *finding)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *place = lp_report_place (page->document, finding);

  for (guint i = 0; finding->related[i] != NULL; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", lp_report_element_name (page->document, finding->related[i]));
  g_string_append_printf (names, "%s%s", names->len > 0 ? " · " : "", place);
  lp_html_element (&page->html, "p", "where", names->str);
}

static void
write_note (Page *page, const LpNote *note)
{
  g_autofree char *since
      = note->since != NULL ? g_strdup_printf (_("Since %s:"), note->since) : g_strdup (_("Now:"));

  lp_html_start (&page->html, "dl", "note");
  lp_html_element (&page->html, "dt", NULL, _("The notes say:"));
  lp_html_element (&page->html, "dd", NULL, lp_text (&note->then));
  lp_html_element (&page->html, "dt", NULL, since);
  lp_html_start (&page->html, "dd", NULL);
  lp_html_text (&page->html, lp_text (&note->now));
  lp_html_text (&page->html, " ");
  lp_html_link (&page->html, note->source, _("source"));
  lp_html_end (&page->html);
  lp_html_end (&page->html);
}

static void
write_references (Page *page, const LpRule *rule)
{
  if (rule->references->len == 0)
    return;
  lp_html_start (&page->html, "p", "references");
  for (guint i = 0; i < rule->references->len; i++)
    {
      const LpReference *reference = rule->references->pdata[i];
      if (i > 0)
        lp_html_text (&page->html, " · ");
      lp_html_link (&page->html, reference->url, reference->title);
    }
  lp_html_end (&page->html);
}

/* The number is the one at the mark on the drawing. */
static void
write_finding (Page *page, const LpFinding *finding, guint number)
{
  const LpRule *rule = lp_pack_find (page->input->pack, finding->rule);
  g_autofree char *shown = g_strdup_printf ("%u", number);
  g_autofree char *mark = g_strdup_printf ("number %s", class_of (finding));
  g_autofree char *head = g_strdup_printf ("%s · %s · %s", severity_word (finding), finding->rule, finding->title);

  lp_html_start (&page->html, "article", NULL);
  lp_html_element (&page->html, "span", mark, shown);
  lp_html_element (&page->html, "h3", class_of (finding), head);
  lp_html_element (&page->html, "p", "what", finding->message);
  write_where (page, finding);
  if (finding->waiver == NULL && rule != NULL && finding->outcome == LP_OUTCOME_FAIL)
    lp_html_element (&page->html, "p", "why", lp_text (&rule->why));
  lp_html_element (&page->html, "p", "remedy", finding->waiver == NULL ? finding->remedy : finding->waiver);
  for (guint i = 0; finding->waiver == NULL && finding->notes[i] != NULL; i++)
    if (lp_note_find (finding->notes[i]) != NULL)
      write_note (page, lp_note_find (finding->notes[i]));
  if (rule != NULL && finding->waiver == NULL && finding->outcome == LP_OUTCOME_FAIL)
    write_references (page, rule);
  lp_html_end (&page->html);
}

typedef enum
{
  FINDINGS,
  QUESTIONS,
  WAIVED,
} Kind;

static Kind
kind_of (const LpFinding *finding)
{
  if (finding->waiver != NULL)
    return WAIVED;
  return finding->outcome == LP_OUTCOME_QUESTION ? QUESTIONS : FINDINGS;
}

static void
write_findings (Page *page, Kind kind, const char *heading)
{
  const GPtrArray *findings = page->document->review->findings;
  gboolean any = FALSE;

  for (guint i = 0; i < findings->len; i++)
    {
      if (kind_of (findings->pdata[i]) != kind)
        continue;
      if (!any)
        lp_html_element (&page->html, "h2", NULL, heading);
      any = TRUE;
      write_finding (page, findings->pdata[i], i + 1);
    }
}

/* --- what people said -------------------------------------------------------------------------------- */

static void
write_cell (Page *page, const char *element, const char *class_name, const char *text)
{
  lp_html_start (&page->html, element, class_name);
  lp_html_text (&page->html, text != NULL ? text : "");
  lp_html_end (&page->html);
}

static const char *
pinned_to (const Page *page, const LpPin *pin)
{
  const char *id = pin->component != NULL ? pin->component : pin->connection;
  return id != NULL ? lp_report_element_name (page->document, id) : _("Document");
}

static void
write_remark (Page *page, const char *pinned, const char *text, const char *author, const char *state)
{
  lp_html_start (&page->html, "tr", NULL);
  write_cell (page, "th", NULL, pinned);
  write_cell (page, "td", NULL, text);
  write_cell (page, "td", "where", author);
  write_cell (page, "td", "where", state);
  lp_html_end (&page->html);
}

static void
write_comments (Page *page)
{
  const GPtrArray *comments = lp_design_get_header (page->document->design)->comments;
  if (comments->len == 0)
    return;
  lp_html_element (&page->html, "h2", NULL, _("Comments"));
  lp_html_start (&page->html, "table", NULL);
  for (guint i = 0; i < comments->len; i++)
    {
      const LpComment *comment = comments->pdata[i];
      write_remark (page, pinned_to (page, &comment->pin), comment->text, comment->author,
                    comment->resolved ? _("resolved") : _("open"));
      for (guint j = 0; j < comment->replies->len; j++)
        {
          const LpReply *reply = comment->replies->pdata[j];
          write_remark (page, "", reply->text, reply->author, "");
        }
    }
  lp_html_end (&page->html);
}

/* --- score ------------------------------------------------------------------------------------------- */

static void
write_score_row (Page *page, const char *name, guint held, guint points, const char *rules)
{
  int percent = lp_score_percent (held, points);
  g_autofree char *sum = g_strdup_printf ("%u / %u", held, points);
  g_autofree char *score = percent >= 0 ? g_strdup_printf ("%d", percent) : g_strdup ("–");

  lp_html_start (&page->html, "tr", NULL);
  write_cell (page, "td", NULL, name);
  write_cell (page, "td", "amount", sum);
  write_cell (page, "td", "amount", score);
  write_cell (page, "td", NULL, rules);
  lp_html_end (&page->html);
}

static void
write_score (Page *page)
{
  g_autoptr (LpScore) score = lp_score_new (page->input->pack, page->document->review);
  if (score->points == 0)
    return;
  lp_html_element (&page->html, "h2", NULL, _("Score"));
  lp_html_element (&page->html, "p", NULL,
                   _("A rule that applies is worth 5 points as an error, 3 as a warning, 1 as information. The score is the "
                     "share of the points of those that hold. Questions and waived findings are left out."));
  lp_html_start (&page->html, "table", NULL);
  lp_html_start (&page->html, "thead", NULL);
  lp_html_start (&page->html, "tr", NULL);
  write_cell (page, "th", NULL, _("Topic"));
  write_cell (page, "th", "amount", _("Points"));
  write_cell (page, "th", "amount", _("Score"));
  write_cell (page, "th", NULL, _("Fails"));
  lp_html_end (&page->html);
  lp_html_end (&page->html);
  lp_html_start (&page->html, "tbody", NULL);
  for (guint i = 0; i < score->topics->len; i++)
    {
      const LpTopicScore *topic = score->topics->pdata[i];
      g_autofree char *rules = lp_report_lost_points (topic->failed);
      write_score_row (page, lp_topic_get_name (topic->topic), topic->held, topic->points, rules);
    }
  lp_html_end (&page->html);
  lp_html_start (&page->html, "tfoot", NULL);
  write_score_row (page, _("Overall"), score->held, score->points, "");
  lp_html_end (&page->html);
  lp_html_end (&page->html);
}

/* --- the page ---------------------------------------------------------------------------------------- */

static void
write_document (Page *page)
{
  g_autofree char *title = lp_report_title (page->document);
  g_autofree char *file = page->document->part != NULL
                              ? g_strdup_printf ("%s (%s)", page->document->file, page->document->part)
                              : g_strdup (page->document->file);

  lp_html_start (&page->html, "section", "document");
  lp_html_element (&page->html, "h1", NULL, title);
  lp_html_element (&page->html, "p", "file", file);
  write_counts (page);
  write_drawing (page, title);
  write_requirements (page);
  write_findings (page, FINDINGS, _("Findings"));
  write_findings (page, QUESTIONS, _("Questions"));
  write_findings (page, WAIVED, _("Waived"));
  write_comments (page);
  write_score (page);
  lp_html_end (&page->html);
}

static void
write_page (const LpReportInput *input, GString *out)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  Page page = { { xmlNewTextWriterMemory (buffer, 0) }, input, NULL };
  g_autofree char *title = input->n_documents == 1 ? lp_report_title (&input->documents[0]) : g_strdup (_("Loadpath review"));

  xmlTextWriterWriteRaw (page.html.out, BAD_CAST "<!DOCTYPE html>\n");
  lp_html_start (&page.html, "html", NULL);
  lp_html_attribute (&page.html, "lang", lp_language_code (lp_language ()));
  write_head (&page, title);
  lp_html_start (&page.html, "body", NULL);
  for (guint i = 0; i < input->n_documents; i++)
    {
      page.document = &input->documents[i];
      write_document (&page);
    }
  lp_html_end (&page.html);
  lp_html_end (&page.html);
  xmlFreeTextWriter (page.html.out);
  g_string_append_len (out, (const char *) buffer->content, (gssize) buffer->use);
  g_string_append_c (out, '\n');
  xmlBufferFree (buffer);
}

const LpReport lp_report_html = { "html", write_page };
