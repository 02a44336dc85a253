/* SARIF 2.1.0 (OASIS): what code hosts and editors read. */
#include <glib/gi18n.h>

#include "config.h"

#include "base/json-write.h"
#include "report/formats.h"
#include "rules/document-checks.h"

static JsonObject *
add_object (JsonObject *parent, const char *name)
{
  JsonObject *object = json_object_new ();
  json_object_set_object_member (parent, name, object);
  return object;
}

static JsonArray *
add_array (JsonObject *parent, const char *name)
{
  JsonArray *array = json_array_new ();
  json_object_set_array_member (parent, name, array);
  return array;
}

static void
add_message (JsonObject *parent, const char *name, const char *text)
{
  json_object_set_string_member (add_object (parent, name), "text", text);
}

static const char *
level_of (LpSeverity severity)
{
  static const char *const levels[LP_N_SEVERITIES] = { "error", "warning", "note" };
  return levels[severity];
}

static const char *
kind_of (const LpFinding *finding)
{
  switch (finding->outcome)
    {
    case LP_OUTCOME_QUESTION:
      return "open";
    case LP_OUTCOME_BROKEN:
      return "review";
    default:
      return "fail";
    }
}

/* --- rules ------------------------------------------------------------------------------------------- */

/* What code scanning shows beside a result: why it matters, what to do, and where to read on. */
static void
add_help (JsonObject *object, const LpRule *rule)
{
  g_autofree char *text = g_strdup_printf ("%s\n\n%s", lp_text (&rule->why),
                                           lp_template_get_text (rule->remedy[lp_language ()]));
  g_autoptr (GString) markdown = g_string_new (text);
  JsonObject *help = add_object (object, "help");

  for (guint i = 0; i < rule->references->len; i++)
    {
      const LpReference *reference = rule->references->pdata[i];
      if (reference->url != NULL)
        g_string_append_printf (markdown, "%s- [%s](%s)", i == 0 ? "\n\n" : "\n", reference->title, reference->url);
    }
  json_object_set_string_member (help, "text", text);
  json_object_set_string_member (help, "markdown", markdown->str);
}

static JsonObject *
rule_object (const LpRule *rule)
{
  JsonObject *object = json_object_new ();
  JsonObject *properties;
  JsonArray *tags;

  json_object_set_string_member (object, "id", rule->id);
  add_message (object, "shortDescription", lp_text (&rule->title));
  add_message (object, "fullDescription", lp_text (&rule->why));
  if (rule->references->len > 0 && ((LpReference *) rule->references->pdata[0])->url != NULL)
    json_object_set_string_member (object, "helpUri", ((LpReference *) rule->references->pdata[0])->url);
  add_help (object, rule);
  json_object_set_string_member (add_object (object, "defaultConfiguration"), "level",
                                 level_of (rule->severity));
  properties = add_object (object, "properties");
  tags = add_array (properties, "tags");
  json_array_add_string_element (tags, rule->topic);
  json_object_set_string_member (properties, "problem.severity",
                                 rule->severity == LP_SEVERITY_INFO ? "recommendation" : lp_severity_code (rule->severity));
  return object;
}

/* What findings speak of beside the rules: a check of the document itself. */
static JsonObject *
check_object (const LpFinding *finding)
{
  const LpDocumentCheck *check = lp_document_check_find (finding->rule);
  const char *why = check != NULL ? _ (check->why) : finding->title;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", finding->rule);
  add_message (object, "shortDescription", finding->title);
  add_message (object, "fullDescription", why);
  add_message (object, "help", why);
  return object;
}

/* All rules of the pack, and what findings speak of beside them. Fills the number of each id. */
static void
add_rules (const LpReportInput *input, JsonArray *rules, GHashTable *numbers)
{
  for (guint i = 0; i < input->pack->rules->len; i++)
    {
      const LpRule *rule = input->pack->rules->pdata[i];
      g_hash_table_insert (numbers, rule->id, GUINT_TO_POINTER (json_array_get_length (rules)));
      json_array_add_object_element (rules, rule_object (rule));
    }
  for (guint d = 0; d < input->n_documents; d++)
    for (guint i = 0; i < input->documents[d].review->findings->len; i++)
      {
        const LpFinding *finding = input->documents[d].review->findings->pdata[i];
        if (g_hash_table_contains (numbers, finding->rule))
          continue;
        g_hash_table_insert (numbers, finding->rule, GUINT_TO_POINTER (json_array_get_length (rules)));
        json_array_add_object_element (rules, check_object (finding));
      }
}

/* --- results ----------------------------------------------------------------------------------------- */

static char *
uri_of (const char *file)
{
  if (g_str_equal (file, "-"))
    return g_strdup ("stdin");
  if (g_path_is_absolute (file))
    return g_filename_to_uri (file, NULL, NULL);
  return g_uri_escape_string (file, "/", TRUE);
}

static JsonObject *
physical_location (const LpReported *document, LpPosition at)
{
  JsonObject *physical = json_object_new (), *region;
  g_autofree char *uri = uri_of (document->file);

  json_object_set_string_member (add_object (physical, "artifactLocation"), "uri", uri);
  if (at.line > 0)
    {
      region = add_object (physical, "region");
      json_object_set_int_member (region, "startLine", at.line);
      json_object_set_int_member (region, "startColumn", MAX (at.column, 1));
    }
  return physical;
}

/* The place of a component or a connection; a logical name beside the physical one. */
static JsonObject *
location_object (const LpReported *document, const char *element)
{
  JsonObject *location = json_object_new (), *logical = json_object_new ();
  guint component = lp_design_find (document->design, element);
  guint connection = component == LP_NONE ? lp_design_find_connection (document->design, element) : LP_NONE;
  LpPosition at = { 0, 0 };
  const char *kind = NULL;

  if (component != LP_NONE)
    {
      at = lp_design_get_component (document->design, component)->position;
      kind = lp_design_get_component (document->design, component)->kind;
    }
  else if (connection != LP_NONE)
    {
      at = lp_design_get_connection (document->design, connection)->position;
      kind = lp_design_get_connection (document->design, connection)->kind;
    }
  json_object_set_object_member (location, "physicalLocation", physical_location (document, at));
  json_object_set_string_member (logical, "fullyQualifiedName", element);
  if (kind != NULL)
    json_object_set_string_member (logical, "kind", kind);
  json_array_add_object_element (add_array (location, "logicalLocations"), logical);
  return location;
}

static JsonArray *
locations_array (const LpReported *document, const LpFinding *finding)
{
  JsonArray *locations = json_array_new ();
  JsonObject *whole;

  if (finding->component != NULL)
    {
      json_array_add_object_element (locations, location_object (document, finding->component));
      return locations;
    }
  whole = json_object_new ();
  json_object_set_object_member (whole, "physicalLocation",
                                 physical_location (document, (LpPosition){ 0, 0 }));
  json_array_add_object_element (locations, whole);
  return locations;
}

static void
add_related (const LpReported *document, const LpFinding *finding, JsonObject *result)
{
  JsonArray *related = NULL;
  for (guint i = 0; finding->related[i] != NULL; i++)
    {
      if (g_strcmp0 (finding->related[i], finding->component) == 0)
        continue;
      if (related == NULL)
        related = add_array (result, "relatedLocations");
      json_array_add_object_element (related, location_object (document, finding->related[i]));
    }
}

static JsonObject *
result_object (const LpReported *document, const LpFinding *finding, GHashTable *numbers)
{
  JsonObject *result = json_object_new (), *suppression;
  gboolean failed = finding->outcome == LP_OUTCOME_FAIL;
  g_autofree char *message = *finding->remedy != '\0'
                                 ? g_strconcat (finding->message, " ", finding->remedy, NULL)
                                 : g_strdup (finding->message);

  json_object_set_string_member (result, "ruleId", finding->rule);
  json_object_set_int_member (result, "ruleIndex",
                              GPOINTER_TO_UINT (g_hash_table_lookup (numbers, finding->rule)));
  json_object_set_string_member (result, "kind", kind_of (finding));
  json_object_set_string_member (result, "level", failed ? level_of (finding->severity) : "none");
  add_message (result, "message", message);
  json_object_set_array_member (result, "locations", locations_array (document, finding));
  add_related (document, finding, result);
  json_object_set_string_member (add_object (result, "partialFingerprints"), "loadpath/v1",
                                 finding->fingerprint);
  if (finding->waiver != NULL)
    {
      suppression = json_object_new ();
      json_object_set_string_member (suppression, "kind", "inSource");
      json_object_set_string_member (suppression, "status", "accepted");
      json_object_set_string_member (suppression, "justification", finding->waiver);
      json_array_add_object_element (add_array (result, "suppressions"), suppression);
    }
  return result;
}

static void
write_sarif (const LpReportInput *input, GString *out)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  JsonObject *log = json_object_new (), *run = json_object_new (), *driver;
  JsonArray *results;

  json_node_take_object (root, log);
  json_object_set_string_member (log, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  json_object_set_string_member (log, "version", "2.1.0");
  json_array_add_object_element (add_array (log, "runs"), run);
  driver = add_object (add_object (run, "tool"), "driver");
  json_object_set_string_member (driver, "name", "loadpath");
  json_object_set_string_member (driver, "version", LP_VERSION);
  add_rules (input, add_array (driver, "rules"), numbers);
  json_object_set_string_member (run, "columnKind", "unicodeCodePoints");
  results = add_array (run, "results");
  for (guint d = 0; d < input->n_documents; d++)
    for (guint i = 0; i < input->documents[d].review->findings->len; i++)
      json_array_add_object_element (
          results,
          result_object (&input->documents[d], input->documents[d].review->findings->pdata[i], numbers));
  lp_json_write_pretty (out, root, 0);
  g_string_append_c (out, '\n');
}

const LpReport lp_report_sarif = { "sarif", write_sarif };
