/* {"version", "files": [{"file", "summary", "findings"}]}: the form that programs read. */

#include "base/json-node.h"
#include "base/json-write.h"
#include "report/fixes.h"
#include "report/formats.h"
#include "report/score.h"
#include "report/remarks.h"
#include "rules/notes.h"

#define FORMAT_VERSION 1

static JsonArray *
related_array (const LpFinding *finding)
{
  JsonArray *array = json_array_new ();
  for (guint i = 0; finding->related[i] != NULL; i++)
    json_array_add_string_element (array, finding->related[i]);
  return array;
}

static JsonArray *
unknowns_array (const LpFinding *finding)
{
  JsonArray *array = json_array_new ();
  for (guint i = 0; i < finding->unknowns->len; i++)
    {
      const LpUnknownProperty *unknown = finding->unknowns->pdata[i];
      JsonObject *object = json_object_new ();
      lp_json_object_set_string_or_null (object, "element", unknown->element);
      json_object_set_string_member (object, "property", unknown->property);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
notes_array (const LpFinding *finding)
{
  JsonArray *array = json_array_new ();
  for (guint i = 0; finding->notes[i] != NULL; i++)
    {
      const LpNote *note = lp_note_find (finding->notes[i]);
      JsonObject *object;
      if (note == NULL)
        continue;
      object = json_object_new ();
      json_object_set_string_member (object, "id", note->id);
      json_object_set_string_member (object, "then", lp_text (&note->then));
      json_object_set_string_member (object, "now", lp_text (&note->now));
      lp_json_object_set_string_or_null (object, "since", note->since);
      json_object_set_string_member (object, "source", note->source);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
finding_object (const LpReported *document, const LpFinding *finding)
{
  JsonObject *object = json_object_new ();
  LpPosition at = lp_report_position (document, finding);

  json_object_set_string_member (object, "rule", finding->rule);
  json_object_set_string_member (object, "severity", lp_severity_code (finding->severity));
  json_object_set_string_member (object, "outcome", lp_outcome_code (finding->outcome));
  json_object_set_string_member (object, "message", finding->message);
  json_object_set_string_member (object, "remedy", finding->remedy);
  lp_json_object_set_string_or_null (object, "component", finding->component);
  json_object_set_array_member (object, "related", related_array (finding));
  if (finding->unknowns->len > 0)
    json_object_set_array_member (object, "unknown", unknowns_array (finding));
  if (finding->notes[0] != NULL)
    json_object_set_array_member (object, "notes", notes_array (finding));
  if (at.line > 0)
    {
      json_object_set_int_member (object, "line", at.line);
      json_object_set_int_member (object, "column", at.column);
    }
  json_object_set_string_member (object, "fingerprint", finding->fingerprint);
  json_object_set_boolean_member (object, "waived", finding->waiver != NULL);
  if (finding->waiver != NULL)
    json_object_set_string_member (object, "reason", finding->waiver);
  if (finding->lapse != NULL)
    json_object_set_string_member (object, "lapsed", finding->lapse);
  return object;
}

static void
set_pin (JsonObject *object, const LpPin *pin)
{
  lp_json_object_set_string_or_null (object, "component", pin->component);
  if (pin->connection != NULL)
    json_object_set_string_member (object, "connection", pin->connection);
}

static void
set_given (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

static JsonArray *
waivers_array (const LpReported *document)
{
  const GPtrArray *waivers = lp_design_get_header (document->design)->waivers;
  JsonArray *array = json_array_new ();
  for (guint i = 0; i < waivers->len; i++)
    {
      const LpWaiver *waiver = waivers->pdata[i];
      JsonObject *object = json_object_new ();
      json_object_set_string_member (object, "rule", waiver->rule);
      set_pin (object, &waiver->pin);
      json_object_set_string_member (object, "reason", waiver->reason);
      set_given (object, "author", waiver->author);
      set_given (object, "until", waiver->until);
      set_given (object, "ticket", waiver->ticket);
      json_object_set_string_member (object, "state", lp_waiver_state_code (lp_report_waiver_state (document, waiver)));
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
replies_array (const LpComment *comment)
{
  JsonArray *array = json_array_new ();
  for (guint i = 0; i < comment->replies->len; i++)
    {
      const LpReply *reply = comment->replies->pdata[i];
      JsonObject *object = json_object_new ();
      set_given (object, "author", reply->author);
      json_object_set_string_member (object, "text", reply->text);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
comments_array (const LpReported *document)
{
  const GPtrArray *comments = lp_design_get_header (document->design)->comments;
  JsonArray *array = json_array_new ();
  for (guint i = 0; i < comments->len; i++)
    {
      const LpComment *comment = comments->pdata[i];
      JsonObject *object = json_object_new ();
      json_object_set_string_member (object, "id", comment->id);
      set_pin (object, &comment->pin);
      set_given (object, "author", comment->author);
      json_object_set_string_member (object, "text", comment->text);
      json_object_set_boolean_member (object, "resolved", comment->resolved);
      if (comment->replies->len > 0)
        json_object_set_array_member (object, "replies", replies_array (comment));
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
summary_object (const LpSummary *summary)
{
  JsonObject *object = json_object_new ();
  for (guint i = 0; i < LP_N_SEVERITIES; i++)
    json_object_set_int_member (object, lp_severity_code (i), summary->by_severity[i]);
  json_object_set_int_member (object, "question", summary->questions);
  json_object_set_int_member (object, "waived", summary->waived);
  json_object_set_int_member (object, "known", summary->known);
  return object;
}

/* --- score --- */

static JsonArray *
failed_array (const GArray *failed)
{
  JsonArray *array = json_array_new ();
  for (guint i = 0; i < failed->len; i++)
    json_array_add_string_element (array, g_array_index (failed, LpLostPoints, i).rule->id);
  return array;
}

static JsonArray *
rules_array (const GPtrArray *rules)
{
  JsonArray *array = json_array_new ();
  for (guint i = 0; i < rules->len; i++)
    json_array_add_string_element (array, ((const LpRule *) rules->pdata[i])->id);
  return array;
}

static void
set_points (JsonObject *object, guint held, guint points)
{
  if (points > 0)
    json_object_set_int_member (object, "percent", lp_score_percent (held, points));
  else
    json_object_set_null_member (object, "percent");
  json_object_set_int_member (object, "held", held);
  json_object_set_int_member (object, "points", points);
}

static JsonObject *
score_object (const LpPack *pack, const LpReview *review)
{
  g_autoptr (LpScore) score = lp_score_new (pack, review);
  JsonObject *object = json_object_new ();
  JsonArray *topics = json_array_new ();

  set_points (object, score->held, score->points);
  for (guint i = 0; i < score->topics->len; i++)
    {
      const LpTopicScore *topic = score->topics->pdata[i];
      JsonObject *one = json_object_new ();
      json_object_set_string_member (one, "topic", topic->topic);
      set_points (one, topic->held, topic->points);
      json_object_set_array_member (one, "failed", failed_array (topic->failed));
      json_object_set_array_member (one, "asking", rules_array (topic->asking));
      json_object_set_array_member (one, "waived", rules_array (topic->waived));
      json_array_add_object_element (topics, one);
    }
  json_object_set_array_member (object, "topics", topics);
  return object;
}

static JsonObject *
document_object (const LpPack *pack, const LpReported *document)
{
  JsonObject *object = json_object_new ();
  JsonArray *findings = json_array_new ();

  json_object_set_string_member (object, "file", document->file);
  if (document->part != NULL)
    json_object_set_string_member (object, "page", document->part);
  lp_report_set_fixes (document, object);
  json_object_set_object_member (object, "summary", summary_object (&document->review->summary));
  json_object_set_object_member (object, "score", score_object (pack, document->review));
  for (guint i = 0; i < document->review->findings->len; i++)
    json_array_add_object_element (findings, finding_object (document, document->review->findings->pdata[i]));
  json_object_set_array_member (object, "findings", findings);
  json_object_set_array_member (object, "waivers", waivers_array (document));
  json_object_set_array_member (object, "comments", comments_array (document));
  return object;
}

/* What a baseline lists and what no longer occurs. */
static JsonArray *
gone_array (const GPtrArray *gone)
{
  JsonArray *array = json_array_new ();
  for (guint i = 0; i < gone->len; i++)
    {
      const LpKnown *known = gone->pdata[i];
      JsonObject *object = json_object_new ();
      json_object_set_string_member (object, "file", known->file);
      set_given (object, "page", known->page);
      json_object_set_string_member (object, "rule", known->rule);
      lp_json_object_set_string_or_null (object, "component", known->component);
      json_object_set_string_member (object, "fingerprint", known->fingerprint);
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
write_json (const LpReportInput *input, GString *out)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *files = json_array_new ();

  json_node_take_object (root, object);
  json_object_set_int_member (object, "version", FORMAT_VERSION);
  for (guint i = 0; i < input->n_documents; i++)
    json_array_add_object_element (files, document_object (input->pack, &input->documents[i]));
  json_object_set_array_member (object, "files", files);
  if (input->gone != NULL)
    json_object_set_array_member (object, "gone", gone_array (input->gone));
  lp_json_write_pretty (out, root, 0);
  g_string_append_c (out, '\n');
}

const LpReport lp_report_json = { "json", write_json };
