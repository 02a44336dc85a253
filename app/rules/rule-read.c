#include <glib/gi18n.h>

#include "catalogue/catalogue.h"
#include "expr/suggest.h"
#include "rules/notes.h"
#include "rules/rule-private.h"
#include "rules/survey.h"

typedef struct
{
  LpRule *rule;
  JsonObject *root;
  const LpJsonPlace *place;
  GArray *locals; /* of LpExprLocal: self, group, then what is defined so far */
  LpExprOptions options;
} Reading;

static void
definition_clear (gpointer data)
{
  LpDefinition *definition = data;
  g_free (definition->name);
  g_clear_pointer (&definition->expr, lp_expr_free);
}

static void
reference_free (gpointer data)
{
  LpReference *reference = data;
  g_free (reference->title);
  g_free (reference->url);
  g_free (reference);
}

static void
fix_free (gpointer data)
{
  LpFix *fix = data;
  for (guint i = 0; i < LP_N_LANGUAGES; i++)
    lp_template_free (fix->title[i]);
  g_clear_pointer (&fix->when, lp_expr_free);
  g_ptr_array_unref (fix->edits);
  g_free (fix);
}

static void
example_free (gpointer data)
{
  LpExample *example = data;
  lp_text_clear (&example->title);
  g_clear_pointer (&example->document, json_node_unref);
  g_free (example);
}

static LpRule *
rule_new (const char *file)
{
  LpRule *rule = g_new0 (LpRule, 1);
  g_atomic_ref_count_init (&rule->refs);
  rule->file = g_strdup (file);
  rule->definitions = g_array_new (FALSE, FALSE, sizeof (LpDefinition));
  g_array_set_clear_func (rule->definitions, definition_clear);
  rule->references = g_ptr_array_new_with_free_func (reference_free);
  rule->fixes = g_ptr_array_new_with_free_func (fix_free);
  rule->examples = g_ptr_array_new_with_free_func (example_free);
  return rule;
}

LpRule *
lp_rule_ref (LpRule *rule)
{
  g_atomic_ref_count_inc (&rule->refs);
  return rule;
}

void
lp_rule_unref (LpRule *rule)
{
  if (!g_atomic_ref_count_dec (&rule->refs))
    return;
  g_free (rule->file);
  g_free (rule->id);
  g_free (rule->topic);
  g_free (rule->since);
  lp_text_clear (&rule->title);
  lp_text_clear (&rule->why);
  for (guint i = 0; i < LP_N_LANGUAGES; i++)
    {
      lp_template_free (rule->message[i]);
      lp_template_free (rule->remedy[i]);
      lp_template_free (rule->question[i]);
    }
  g_strfreev (rule->kinds);
  g_clear_pointer (&rule->group, lp_expr_free);
  g_array_unref (rule->definitions);
  g_clear_pointer (&rule->error_when, lp_expr_free);
  g_clear_pointer (&rule->when, lp_expr_free);
  g_clear_pointer (&rule->assertion, lp_expr_free);
  g_clear_pointer (&rule->witness, lp_expr_free);
  g_ptr_array_unref (rule->references);
  g_strfreev (rule->peers);
  g_strfreev (rule->notes);
  g_ptr_array_unref (rule->fixes);
  g_ptr_array_unref (rule->examples);
  g_free (rule);
}

char *
lp_rule_describe_for (const LpRule *rule)
{
  if (rule->whole)
    return g_strdup ("design");
  return rule->kinds[0] != NULL ? g_strjoinv (", ", rule->kinds) : g_strdup ("*");
}

/* --- names ------------------------------------------------------------------------------------------- */

static gboolean
read_severity (Reading *reading, GError **error)
{
  const char *word = NULL;
  LpJsonPlace here = LP_JSON_MEMBER (reading->place, "severity");

  if (!lp_json_get_string (reading->root, reading->place, "severity", TRUE, &word, error))
    return FALSE;
  return lp_severity_from_code (word, &reading->rule->severity)
         || lp_json_fail (&here, LP_READ_ERROR_VALUE, error,
                          _("“%s” is no severity; write error, warning or info"), word);
}

static gboolean
read_names (Reading *reading, GError **error)
{
  const char *id = NULL, *topic = NULL, *since = NULL;
  LpJsonPlace here = LP_JSON_MEMBER (reading->place, "id");

  if (!lp_json_get_string (reading->root, reading->place, "id", TRUE, &id, error))
    return FALSE;
  if (!g_regex_match_simple ("^[A-Z][A-Z0-9]*-[0-9]{3,}$", id, 0, 0))
    return lp_json_fail (
        &here, LP_READ_ERROR_VALUE, error,
        _("“%s” is no id of a rule; write capitals, a hyphen and three digits, such as HA-012"), id);
  if (!lp_json_get_string (reading->root, reading->place, "topic", TRUE, &topic, error)
      || !lp_json_get_string (reading->root, reading->place, "since", FALSE, &since, error)
      || !read_severity (reading, error)
      || !lp_text_read_any (&reading->rule->title, reading->root, reading->place, "title", TRUE, error)
      || !lp_text_read_any (&reading->rule->why, reading->root, reading->place, "why", TRUE, error))
    return FALSE;
  reading->rule->id = g_strdup (id);
  reading->rule->topic = g_strdup (topic);
  reading->rule->since = g_strdup (since);
  return TRUE;
}

/* --- what it looks at -------------------------------------------------------------------------------- */

gboolean
lp_rule_check_kind (const char *kind, const LpJsonPlace *place, GError **error)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  LpSuggestion suggestion = LP_SUGGESTION_INIT (kind);

  const LpKind *known = lp_catalogue_find (catalogue, kind);

  if (known != NULL && g_str_equal (known->id, kind))
    return TRUE;
  if (known != NULL)
    suggestion.name = known->id;
  for (guint i = 0; known == NULL && i < lp_catalogue_get_n_kinds (catalogue); i++)
    lp_suggestion_try (&suggestion, lp_catalogue_get_kind (catalogue, i)->id);
  if (suggestion.name != NULL)
    return lp_json_fail (place, LP_READ_ERROR_VALUE, error, _("there is no kind “%s”; did you mean “%s”?"),
                         kind, suggestion.name);
  return lp_json_fail (place, LP_READ_ERROR_VALUE, error,
                       _("there is no kind “%s”; “loadpath kinds” lists what there is"), kind);
}

static gboolean
read_kinds (Reading *reading, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  JsonNode *node = json_object_get_member (object, "kind");
  LpJsonPlace here = LP_JSON_MEMBER (place, "kind");
  const char *kind = NULL;

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      if (!lp_json_get_strings (object, place, "kind", TRUE, &reading->rule->kinds, error))
        return FALSE;
      for (guint i = 0; reading->rule->kinds[i] != NULL; i++)
        {
          LpJsonPlace item = LP_JSON_ITEM (&here, i);
          if (!lp_rule_check_kind (reading->rule->kinds[i], &item, error))
            return FALSE;
        }
      return TRUE;
    }
  if (!lp_json_get_string (object, place, "kind", TRUE, &kind, error))
    return FALSE;
  const char *all[] = { NULL }, *one[] = { kind, NULL };
  reading->rule->kinds = g_strdupv ((GStrv) (g_str_equal (kind, "*") ? all : one));
  return g_str_equal (kind, "*") || lp_rule_check_kind (kind, &here, error);
}

static void
add_local (Reading *reading, const char *name, const LpType *type)
{
  LpExprLocal local = { name, type };
  g_array_append_val (reading->locals, local);
  reading->options.locals = (const LpExprLocal *) reading->locals->data;
  reading->options.n_locals = reading->locals->len;
}

/* self is known to be of the one kind that the rule is for. */
static void
declare_self (Reading *reading)
{
  LpExprSchema *schema = lp_survey_schema ();
  GStrv kinds = reading->rule->kinds;
  const char *one = kinds[0] != NULL && kinds[1] == NULL ? g_intern_string (kinds[0]) : NULL;
  const LpType *self = lp_expr_schema_object_type (schema, LP_CLASS_COMPONENT, one);

  add_local (reading, "self", self);
}

static gboolean
read_for (Reading *reading, GError **error)
{
  static const char *const known[] = { "kind", "group", NULL };
  JsonNode *node = json_object_get_member (reading->root, "for");
  LpExprSchema *schema = lp_survey_schema ();
  const LpType *component = lp_expr_schema_object_type (schema, LP_CLASS_COMPONENT, NULL);
  const LpType *components = lp_expr_schema_list_type (schema, component);
  JsonObject *object = NULL;
  LpJsonPlace here = LP_JSON_MEMBER (reading->place, "for");

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && g_strcmp0 (json_node_get_string (node), "design") == 0)
    {
      reading->rule->whole = TRUE;
      reading->rule->kinds = g_new0 (char *, 1);
      add_local (reading, " self", component);
      add_local (reading, " group", components);
      return TRUE;
    }
  if (!lp_json_get_object (reading->root, reading->place, "for", TRUE, &object, error)
      || !lp_rule_check_members (object, &here, known, error) || !read_kinds (reading, object, &here, error))
    return FALSE;
  declare_self (reading);
  LpExprOptions options = reading->options;
  options.expected = components;
  if (!lp_rule_read_expression (object, &here, "group", FALSE, &options, &reading->rule->group, error))
    return FALSE;
  add_local (reading, reading->rule->group != NULL ? "group" : " group", components);
  return TRUE;
}

/* --- expressions ------------------------------------------------------------------------------------- */

/* Compiles it as if there were no self: then it is the same for all components. */
static LpExpr *
compile_alone (Reading *reading, JsonObject *object, const LpJsonPlace *place, const char *name)
{
  g_autofree LpExprLocal *locals
      = g_memdup2 (reading->locals->data, reading->locals->len * sizeof (LpExprLocal));
  LpExprOptions options = { .locals = locals, .n_locals = reading->locals->len };
  LpExpr *expr = NULL;

  locals[LP_LOCAL_SELF].name = " self";
  locals[LP_LOCAL_GROUP].name = " group";
  for (guint i = 0; i < reading->rule->definitions->len; i++)
    if (!g_array_index (reading->rule->definitions, LpDefinition, i).once)
      locals[LP_LOCAL_DEFINED + i].name = " later";
  lp_rule_read_expression (object, place, name, TRUE, &options, &expr, NULL);
  return expr;
}

static gboolean
read_definitions (Reading *reading, GError **error)
{
  JsonObject *object = NULL;
  LpJsonPlace here = LP_JSON_MEMBER (reading->place, "let");
  JsonObjectIter iter;
  const char *name;

  if (!lp_json_get_object (reading->root, reading->place, "let", FALSE, &object, error))
    return FALSE;
  if (object == NULL)
    return TRUE;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      LpJsonPlace item = LP_JSON_MEMBER (&here, name);
      if (!lp_rule_check_name (name, &item, error))
        return FALSE;
      LpDefinition definition = { .expr = compile_alone (reading, object, &here, name) };
      definition.once = definition.expr != NULL;
      if (!definition.once
          && !lp_rule_read_expression (object, &here, name, TRUE, &reading->options, &definition.expr, error))
        return FALSE;
      definition.name = g_strdup (name);
      g_array_append_val (reading->rule->definitions, definition);
      add_local (reading, definition.name, lp_expr_get_type (definition.expr));
    }
  return TRUE;
}

static gboolean
read_expressions (Reading *reading, GError **error)
{
  LpRule *rule = reading->rule;
  LpExprOptions condition = reading->options;

  condition.expected = &lp_type_bool;
  return lp_rule_read_expression (reading->root, reading->place, "when", FALSE, &condition, &rule->when,
                                  error)
         && lp_rule_read_expression (reading->root, reading->place, "assert", TRUE, &condition,
                                     &rule->assertion, error)
         && lp_rule_read_expression (reading->root, reading->place, "error_when", FALSE, &condition,
                                     &rule->error_when, error)
         && lp_rule_read_expression (reading->root, reading->place, "witness", FALSE, &reading->options,
                                     &rule->witness, error)
         && lp_rule_read_templates (reading->root, reading->place, "message", TRUE, &reading->options,
                                    rule->message, error)
         && lp_rule_read_templates (reading->root, reading->place, "remedy", TRUE, &reading->options,
                                    rule->remedy, error)
         && lp_rule_read_templates (reading->root, reading->place, "question", FALSE, &reading->options,
                                    rule->question, error);
}

static gboolean
read_notes (Reading *reading, GError **error)
{
  LpJsonPlace here = LP_JSON_MEMBER (reading->place, "notes");
  LpRule *rule = reading->rule;

  if (!lp_json_get_strings (reading->root, reading->place, "notes", FALSE, &rule->notes, error)
      || !lp_json_get_boolean (reading->root, reading->place, "kind_notes", FALSE, &rule->kind_notes, error))
    return FALSE;
  if (rule->notes == NULL)
    rule->notes = g_new0 (char *, 1);
  for (guint i = 0; rule->notes[i] != NULL; i++)
    if (lp_note_find (rule->notes[i]) == NULL)
      {
        LpJsonPlace item = LP_JSON_ITEM (&here, i);
        return lp_json_fail (&item, LP_READ_ERROR_REFERENCE, error,
                             _("there is no note “%s”; leave it out, or add it to data/notes"), rule->notes[i]);
      }
  return TRUE;
}

static gboolean
read_all (Reading *reading, GError **error)
{
  static const char *const known[]
      = { "id",       "severity",   "error_when", "topic", "since", "title",    "for",
          "let",      "when",       "assert",     "witness", "message", "question", "why",
          "remedy",   "references", "peers",      "notes", "kind_notes", "fixes", "examples", NULL };

  if (!lp_rule_check_members (reading->root, reading->place, known, error) || !read_names (reading, error)
      || !read_for (reading, error) || !read_definitions (reading, error)
      || !read_expressions (reading, error)
      || !lp_rule_read_references (reading->rule, reading->root, reading->place, error)
      || !lp_json_get_strings (reading->root, reading->place, "peers", FALSE, &reading->rule->peers, error)
      || !read_notes (reading, error))
    return FALSE;
  if (reading->rule->peers == NULL)
    reading->rule->peers = g_new0 (char *, 1);
  return lp_rule_read_fixes (reading->rule, reading->root, reading->place, &reading->options, error)
         && lp_rule_read_examples (reading->rule, reading->root, reading->place, error);
}

LpRule *
lp_rule_read (GBytes *bytes, const char *file, GError **error)
{
  g_autoptr (LpJsonText) text = lp_json_text_new (bytes, file, LP_JSON_LIMITS_DEFAULT, error);
  if (text == NULL)
    return NULL;
  LpJsonPlace place = LP_JSON_ROOT (text);
  g_autoptr (LpRule) rule = rule_new (file);
  g_autoptr (GArray) locals = g_array_new (FALSE, FALSE, sizeof (LpExprLocal));
  Reading reading
      = { rule, lp_json_as_object (lp_json_text_get_root (text), &place, error), &place, locals, { 0 } };

  if (reading.root == NULL || !read_all (&reading, error))
    return NULL;
  return g_steal_pointer (&rule);
}
