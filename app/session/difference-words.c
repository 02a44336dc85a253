#include "session/difference-words.h"

#include <glib/gi18n.h>

static const char *
kind_name (const char *kind)
{
  const LpKind *known = lp_catalogue_find (lp_catalogue_get_default (), kind);
  return known != NULL ? lp_text (&known->name) : kind;
}

static const char *
name_at (const LpDesign *design, guint component)
{
  return lp_component_get_name (lp_design_get_component (design, component));
}

char *
lp_difference_say_component (const LpDesign *design, guint component)
{
  const LpComponent *record = lp_design_get_component (design, component);
  guint parent = lp_design_get_parent (design, component);

  if (parent == LP_NONE)
    return g_strdup_printf ("%s (%s)", lp_component_get_name (record), kind_name (record->kind));
  return g_strdup_printf (_("%s (%s), in %s"), lp_component_get_name (record), kind_name (record->kind),
                          name_at (design, parent));
}

char *
lp_difference_say_line (const LpDesign *design, guint connection)
{
  const LpConnection *line = lp_design_get_connection (design, connection);
  const LpConnectionKind *known = lp_catalogue_find_connection (lp_catalogue_get_default (), line->kind);

  return g_strdup_printf ("%s → %s (%s)", name_at (design, lp_design_get_source (design, connection)),
                          name_at (design, lp_design_get_target (design, connection)),
                          known != NULL ? lp_text (&known->name) : line->kind);
}

char *
lp_difference_say_kind (const LpComponent *own, const LpComponent *other)
{
  return g_strdup_printf (_("%s: %s here, %s there"), lp_component_get_name (own), kind_name (own->kind),
                          kind_name (other->kind));
}

/* --- places ------------------------------------------------------------------------------------------ */

static char *
say_in (const LpDesign *design, guint component)
{
  guint parent = lp_design_get_parent (design, component);

  return parent != LP_NONE ? g_strdup_printf (_("in %s"), name_at (design, parent)) : g_strdup (_("in no container"));
}

char *
lp_difference_say_place (const LpDesign *own, guint component, const LpDesign *other, guint there)
{
  g_autofree char *here_words = say_in (own, component), *there_words = say_in (other, there);

  return g_strdup_printf (_("%s: %s here, %s there"), name_at (own, component), here_words, there_words);
}

static char *
list_spans (const LpDesign *design, guint component)
{
  LpIndices spans = lp_design_get_spans (design, component);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < spans.n; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", name_at (design, spans.items[i]));
  return g_strdup (list->len > 0 ? list->str : _("nothing"));
}

char *
lp_difference_say_spans (const LpDesign *own, guint component, const LpDesign *other, guint there)
{
  g_autofree char *here_words = list_spans (own, component), *there_words = list_spans (other, there);

  return g_strdup_printf (_("%s reaches into: %s here, %s there"), name_at (own, component), here_words, there_words);
}

/* --- properties -------------------------------------------------------------------------------------- */

static const char *
choice_label (const LpPropertyKind *property, const char *value)
{
  for (guint i = 0; property != NULL && property->type == LP_PROPERTY_CHOICE && i < property->n_choices; i++)
    if (g_str_equal (property->choices[i].value, value))
      return lp_text (&property->choices[i].label);
  return value;
}

static char *
value_words (const LpPropertyKind *property, JsonNode *value)
{
  if (value == NULL)
    return g_strdup (_("not set"));
  if (JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (value) ? _("yes") : _("no"));
  if (JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == G_TYPE_STRING)
    return g_strdup (choice_label (property, json_node_get_string (value)));
  return json_to_string (value, FALSE);
}

char *
lp_difference_say_property (const LpDifferenceSubject *subject, const char *name, JsonNode *own, JsonNode *other)
{
  const LpPropertyKind *property = subject->kind != NULL   ? lp_kind_find_property (subject->kind, name)
                                   : subject->line != NULL ? lp_connection_kind_find_property (subject->line, name)
                                                           : NULL;

  if (property != NULL && property->is_hidden)
    return NULL;
  const char *label = property != NULL ? lp_text (&property->label) : name;
  g_autofree char *here = value_words (property, own), *there = value_words (property, other);
  if (subject->name == NULL)
    return g_strdup_printf (_("Required, “%s”: %s here, %s there"), label, here, there);
  return g_strdup_printf (_("%s, “%s”: %s here, %s there"), subject->name, label, here, there);
}
