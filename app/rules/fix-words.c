#include "rules/fix-words.h"

#include <glib/gi18n.h>

#include "base/json-node.h"
#include "catalogue/catalogue.h"

typedef struct
{
  const LpDesign *before, *after;
  GPtrArray *words;
} Describing;

static void say (Describing *describing, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
say (Describing *describing, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_ptr_array_add (describing->words, g_strdup_vprintf (format, args));
  va_end (args);
}

/* --- names ------------------------------------------------------------------------------------------- */

static const LpKind *
kind_of (const LpComponent *component)
{
  return lp_catalogue_find (lp_catalogue_get_default (), component->kind);
}

static const char *
kind_name (const char *kind)
{
  const LpKind *known = lp_catalogue_find (lp_catalogue_get_default (), kind);
  return known != NULL ? lp_text (&known->name) : kind;
}

static const char *
connection_name (const char *kind)
{
  const LpConnectionKind *known = lp_catalogue_find_connection (lp_catalogue_get_default (), kind);
  return known != NULL ? lp_text (&known->name) : kind;
}

static const char *
name_of (const LpDesign *design, const char *id)
{
  guint component = lp_design_find (design, id);
  return component != LP_NONE ? lp_component_get_name (lp_design_get_component (design, component)) : id;
}

static const char *
property_name (const LpKind *kind, const char *name)
{
  const LpPropertyKind *property = kind != NULL ? lp_kind_find_property (kind, name) : NULL;
  return property != NULL ? lp_text (&property->label) : name;
}

/* As the document has it, but texts without quotation marks. */
static char *
value_text (JsonNode *value)
{
  if (JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (value));
  return json_to_string (value, FALSE);
}

/* --- properties -------------------------------------------------------------------------------------- */

/* `of` is NULL for the requirements. */
static void
compare_properties (
    Describing *describing, const LpProperties *old, const LpProperties *new, const LpKind *kind, const char *of)
{
  for (guint i = 0; i < lp_properties_get_size (new); i++)
    {
      const LpProperty *property = lp_properties_get (new, i);
      JsonNode *was = lp_properties_lookup (old, property->name);
      if (was != NULL && json_node_equal (was, property->value))
        continue;
      g_autofree char *value = value_text (property->value);
      if (of != NULL)
        say (describing, _("set “%s” of %s to %s"), property_name (kind, property->name), of, value);
      else
        say (describing, _("require “%s”: %s"), property_name (kind, property->name), value);
    }
  for (guint i = 0; i < lp_properties_get_size (old); i++)
    {
      const char *name = lp_properties_get (old, i)->name;
      if (lp_properties_lookup (new, name) != NULL)
        continue;
      if (of != NULL)
        say (describing, _("leave “%s” of %s open"), property_name (kind, name), of);
      else
        say (describing, _("no longer require “%s”"), property_name (kind, name));
    }
}

/* --- components -------------------------------------------------------------------------------------- */

static void
say_added (Describing *describing, const LpComponent *component)
{
  const char *kind = kind_name (component->kind), *name = lp_component_get_name (component);

  if (component->in != NULL)
    say (describing, _("add %s (%s) in %s"), kind, name, name_of (describing->after, component->in));
  else
    say (describing, _("add %s (%s)"), kind, name);
}

static gboolean
has_span (const LpComponent *component, const char *container)
{
  return g_ptr_array_find_with_equal_func (component->spans, container, g_str_equal, NULL);
}

static void
compare_spans (Describing *describing, const LpComponent *old, const LpComponent *new)
{
  const char *name = lp_component_get_name (new);
  for (guint i = 0; i < new->spans->len; i++)
    if (!has_span (old, new->spans->pdata[i]))
      say (describing, _("let %s reach into %s"), name, name_of (describing->after, new->spans->pdata[i]));
  for (guint i = 0; i < old->spans->len; i++)
    if (!has_span (new, old->spans->pdata[i]))
      say (describing, _("let %s no longer reach into %s"), name,
           name_of (describing->before, old->spans->pdata[i]));
}

static void
compare_component (Describing *describing, const LpComponent *old, const LpComponent *new)
{
  const char *name = lp_component_get_name (new);

  if (!g_str_equal (old->kind, new->kind))
    say (describing, _("replace %s (%s) by %s"), kind_name (old->kind), name, kind_name (new->kind));
  if (g_strcmp0 (old->in, new->in) != 0 && new->in != NULL)
    say (describing, _("move %s into %s"), name, name_of (describing->after, new->in));
  else if (g_strcmp0 (old->in, new->in) != 0)
    say (describing, _("move %s out of %s"), name, name_of (describing->before, old->in));
  if (g_strcmp0 (old->label, new->label) != 0)
    say (describing, _("call %s “%s”"), lp_component_get_name (old), name);
  compare_properties (describing, old->set, new->set, kind_of (new), name);
  compare_spans (describing, old, new);
}

static void
compare_components (Describing *describing)
{
  for (guint i = 0; i < lp_design_get_n_components (describing->before); i++)
    {
      const LpComponent *old = lp_design_get_component (describing->before, i);
      if (lp_design_find (describing->after, old->id) == LP_NONE)
        say (describing, _("remove %s (%s)"), kind_name (old->kind), lp_component_get_name (old));
    }
  for (guint i = 0; i < lp_design_get_n_components (describing->after); i++)
    {
      const LpComponent *new = lp_design_get_component (describing->after, i);
      guint was = lp_design_find (describing->before, new->id);
      const LpComponent *old = was != LP_NONE ? lp_design_get_component (describing->before, was) : NULL;
      if (old == NULL)
        say_added (describing, new);
      else if (old != new)
        compare_component (describing, old, new);
    }
}

/* --- connections ------------------------------------------------------------------------------------- */

static void
say_line (Describing *describing, const char *format, const LpDesign *design, const LpConnection *line)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  say (describing, format, name_of (design, line->from), name_of (design, line->to), connection_name (line->kind));
#pragma GCC diagnostic pop
}

static gboolean
joins_the_same (const LpConnection *a, const LpConnection *b)
{
  return g_str_equal (a->from, b->from) && g_str_equal (a->to, b->to) && g_str_equal (a->kind, b->kind);
}

static void
compare_lines (Describing *describing)
{
  for (guint i = 0; i < lp_design_get_n_connections (describing->before); i++)
    {
      const LpConnection *old = lp_design_get_connection (describing->before, i);
      guint is = lp_design_find_connection (describing->after, old->id);
      if (is == LP_NONE || !joins_the_same (old, lp_design_get_connection (describing->after, is)))
        say_line (describing, _("disconnect %s from %s (%s)"), describing->before, old);
    }
  for (guint i = 0; i < lp_design_get_n_connections (describing->after); i++)
    {
      const LpConnection *new = lp_design_get_connection (describing->after, i);
      guint was = lp_design_find_connection (describing->before, new->id);
      const LpConnection *old = was != LP_NONE ? lp_design_get_connection (describing->before, was) : NULL;
      if (old == NULL || !joins_the_same (old, new))
        say_line (describing, _("connect %s to %s (%s)"), describing->after, new);
      else if (old != new)
        compare_properties (describing, old->set, new->set, NULL, new->id);
    }
}

GPtrArray *
lp_fix_describe (const LpDesign *before, const LpDesign *after)
{
  Describing describing = { before, after, g_ptr_array_new_with_free_func (g_free) };

  compare_components (&describing);
  compare_lines (&describing);
  compare_properties (&describing, lp_design_get_header (before)->requirements,
                      lp_design_get_header (after)->requirements,
                      lp_catalogue_find (lp_catalogue_get_default (), "requirements"), NULL);
  return describing.words;
}
