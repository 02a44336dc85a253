/* Expressions and sentences inside a rule's JSON, with the place of a mistake inside the text. */

#include <glib/gi18n.h>

#include "expr/suggest.h"
#include "rules/rule-private.h"
#include "rules/survey.h"

gboolean
lp_rule_check_members (JsonObject *object, const LpJsonPlace *place, const char *const *known, GError **error)
{
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      LpJsonPlace here = LP_JSON_MEMBER (place, name);
      LpSuggestion suggestion = LP_SUGGESTION_INIT (name);
      if (g_strv_contains (known, name))
        continue;
      for (guint i = 0; known[i] != NULL; i++)
        lp_suggestion_try (&suggestion, known[i]);
      if (suggestion.name != NULL)
        return lp_json_fail (&here, LP_READ_ERROR_VALUE, error,
                             _("there is no member “%s” here; did you mean “%s”?"), name, suggestion.name);
      g_autofree char *all = g_strjoinv (", ", (GStrv) known);
      return lp_json_fail (&here, LP_READ_ERROR_VALUE, error,
                           _("there is no member “%s” here; there may be: %s"), name, all);
    }
  return TRUE;
}

gboolean
lp_rule_check_name (const char *name, const LpJsonPlace *place, GError **error)
{
  return g_regex_match_simple ("^[a-z][a-z0-9_]*$", name, 0, 0)
         || lp_json_fail (place, LP_READ_ERROR_VALUE, error,
                          _("“%s” is no name; write small letters, digits and underscores"), name);
}

/* How many columns the first `n` characters of a JSON string take in the file, written as short as can be. */
static guint
columns_of (const char *text, guint n)
{
  guint columns = 0;

  for (guint i = 0; i < n && *text != '\0'; i++, text = g_utf8_next_char (text))
    columns += strchr ("\"\\\n\t\r\b\f", *text) != NULL ? 2 : (guchar) *text < 0x20 ? 6 : 1;
  return columns;
}

/* How many characters stand before the position. */
static guint
characters_before (const char *text, LpPosition at)
{
  const char *line = text;

  for (guint i = 1; i < at.line; i++)
    {
      const char *end = strchr (line, '\n');
      if (end == NULL)
        break;
      line = end + 1;
    }
  return g_utf8_strlen (text, line - text) + (at.column > 0 ? at.column - 1 : 0);
}

/* Passes on what is wrong, `offset` characters into the string that stands at `place`. */
static gboolean
fail_inside (const LpJsonPlace *place, const char *text, guint offset, GError *wrong, GError **error)
{
  if (error == NULL)
    {
      g_error_free (wrong);
      return FALSE;
    }
  LpPosition at = lp_json_place_position (place);
  g_autofree char *path = lp_json_place_path (place);

  if (at.column > 0)
    at.column += 1 + columns_of (text, offset);
  lp_read_error_set (error, LP_READ_ERROR_SYNTAX, lp_json_text_get_file (place->text), at, path, "%s",
                     wrong->message);
  g_error_free (wrong);
  return FALSE;
}

static gboolean
fail_expression (const LpJsonPlace *place, JsonNode *node, const char *source, GError *wrong, GError **error)
{
  LpPosition at = lp_expr_error_get_position (wrong);

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail_inside (place, source, at.line > 0 ? characters_before (source, at) : 0, wrong, error);
  guint line = at.line > 0 ? at.line - 1 : 0;
  line = MIN (line, json_array_get_length (json_node_get_array (node)) - 1);
  LpJsonPlace item = LP_JSON_ITEM (place, line);
  return fail_inside (&item, json_array_get_string_element (json_node_get_array (node), line),
                      at.column > 0 ? at.column - 1 : 0, wrong, error);
}

/* The source, or NULL with an error. */
static char *
join_lines (JsonNode *node, const LpJsonPlace *place, const char *key, GError **error)
{
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));

  JsonArray *lines = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autoptr (GString) source = g_string_new (NULL);
  for (guint i = 0; lines != NULL && i < json_array_get_length (lines); i++)
    {
      JsonNode *line = json_array_get_element (lines, i);
      if (!JSON_NODE_HOLDS_VALUE (line) || json_node_get_value_type (line) != G_TYPE_STRING)
        {
          LpJsonPlace item = LP_JSON_ITEM (place, i);
          lp_json_fail (&item, LP_READ_ERROR_TYPE, error, _("a line of an expression must be a text"));
          return NULL;
        }
      g_string_append_printf (source, "%s%s", i > 0 ? "\n" : "", json_node_get_string (line));
    }
  if (lines == NULL || json_array_get_length (lines) == 0)
    {
      lp_json_fail (place, LP_READ_ERROR_TYPE, error,
                    _("“%s” must be an expression: a text, or a list of lines"), key);
      return NULL;
    }
  return g_strdup (source->str);
}

gboolean
lp_rule_read_expression (JsonObject *object,
                         const LpJsonPlace *place,
                         const char *key,
                         gboolean required,
                         const LpExprOptions *options,
                         LpExpr **expr,
                         GError **error)
{
  JsonNode *node = json_object_get_member (object, key);
  LpJsonPlace here = LP_JSON_MEMBER (place, key);
  GError *wrong = NULL;

  if (node == NULL)
    return !required
           || lp_json_fail (place, LP_READ_ERROR_MISSING, error, _("“%s” is missing here; add it"), key);
  g_autofree char *source = join_lines (node, &here, key, error);
  if (source == NULL)
    return FALSE;
  *expr = lp_expr_compile (lp_survey_schema (), source, -1, options, &wrong);
  return *expr != NULL || fail_expression (&here, node, source, wrong, error);
}

static const char *
other_language (JsonObject *languages)
{
  guint i = 0;
  while (i + 1 < LP_N_LANGUAGES && !json_object_has_member (languages, lp_language_code (i)))
    i++;
  return lp_language_code (i);
}

gboolean
lp_rule_read_templates (JsonObject *object,
                        const LpJsonPlace *place,
                        const char *key,
                        gboolean required,
                        const LpExprOptions *options,
                        LpTemplate **templates,
                        GError **error)
{
  LpText text = { { NULL } };
  LpJsonPlace here = LP_JSON_MEMBER (place, key);
  gboolean ok = TRUE;

  if (!lp_text_read_any (&text, object, place, key, required, error))
    return FALSE;
  for (guint i = 0; ok && i < LP_N_LANGUAGES && text.in[i] != NULL; i++)
    {
      const char *code = lp_language_code (i);
      JsonObject *languages = json_object_get_object_member (object, key);
      /* what stands in for a language was compiled, or refused, under its own */
      LpJsonPlace language
          = LP_JSON_MEMBER (&here, json_object_has_member (languages, code) ? code : other_language (languages));
      GError *wrong = NULL;
      guint offset = 0;
      templates[i] = lp_template_new (text.in[i], options, &offset, &wrong);
      if (templates[i] == NULL)
        {
          LpPosition at = lp_expr_error_get_position (wrong);
          ok = fail_inside (&language, text.in[i], offset + (at.column > 0 ? at.column - 1 : 0), wrong,
                            error);
        }
    }
  lp_text_clear (&text);
  return ok;
}
