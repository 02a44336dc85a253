#include "ui/canvas/element-words.h"

#include <glib/gi18n.h>

/* More than this nobody listens to: F7 walks over them one by one. */
#define MAX_CONNECTIONS 12

struct _LpElementWords
{
  const LpDesign *design;
  const LpCatalogue *catalogue;
  GHashTable *findings; /* id -> GPtrArray of LpFinding */
};

static void
note_finding (LpElementWords *self, LpFinding *finding)
{
  for (guint i = 0; finding->related[i] != NULL; i++)
    {
      GPtrArray *list = g_hash_table_lookup (self->findings, finding->related[i]);
      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (self->findings, finding->related[i], list);
        }
      g_ptr_array_add (list, finding);
    }
}

LpElementWords *
lp_element_words_new (const LpDesign *design, const LpCatalogue *catalogue, LpReview *review)
{
  LpElementWords *self = g_new0 (LpElementWords, 1);

  self->design = design;
  self->catalogue = catalogue;
  self->findings
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; review != NULL && i < review->findings->len; i++)
    note_finding (self, g_ptr_array_index (review->findings, i));
  return self;
}

void
lp_element_words_free (LpElementWords *self)
{
  g_hash_table_unref (self->findings);
  g_free (self);
}

/* --- parts of sentences ------------------------------------------------------------------------------ */

static const char *
name_of (LpElementWords *self, guint component)
{
  return lp_component_get_name (lp_design_get_component (self->design, component));
}

static const char *
kind_of (LpElementWords *self, guint component)
{
  const LpComponent *record = lp_design_get_component (self->design, component);
  const LpKind *kind = lp_catalogue_find (self->catalogue, record->kind);

  return kind != NULL ? lp_text (&kind->name) : record->kind;
}

static void
append (GString *text, const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
}

G_GNUC_PRINTF (2, 3)
static void
append_format (GString *text, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  append (text, sentence);
}

static void
append_findings (LpElementWords *self, GString *text, const char *id)
{
  GPtrArray *findings = g_hash_table_lookup (self->findings, id);

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const LpFinding *finding = g_ptr_array_index (findings, i);
      if (finding->waiver != NULL)
        append_format (text, _("Waived: %s"), finding->message);
      else if (finding->outcome == LP_OUTCOME_QUESTION)
        append_format (text, _("Question: %s"), finding->message);
      else
        append_format (text, "%s: %s", lp_severity_name (finding->severity), finding->message);
    }
}

/* --- components -------------------------------------------------------------------------------------- */

char *
lp_element_words_name_component (LpElementWords *self, guint component)
{
  return g_strdup_printf ("%s, %s", name_of (self, component), kind_of (self, component));
}

static void
append_place (LpElementWords *self, GString *text, guint component)
{
  guint parent = lp_design_get_parent (self->design, component);
  LpIndices children = lp_design_get_children (self->design, component);
  const LpComponent *record = lp_design_get_component (self->design, component);

  if (parent != LP_NONE)
    /* Translators: a container's name and its kind: "In web-a, Subnet." */
    append_format (text, _("In %s, %s."), name_of (self, parent), kind_of (self, parent));
  else
    append (text, _("In no container."));
  if (children.n > 0)
    append_format (text, ngettext ("Holds %u component.", "Holds %u components.", children.n), children.n);
  if (record->collapsed)
    append (text, _("Collapsed."));
  if (record->locked)
    append (text, _("Locked."));
}

static void
append_connections (LpElementWords *self, GString *text, guint component)
{
  LpIndices out = lp_design_get_outgoing (self->design, component);
  LpIndices in = lp_design_get_incoming (self->design, component);
  guint n = out.n + in.n;

  if (n == 0)
    append (text, _("Not connected."));
  for (guint i = 0; i < MIN (n, MAX_CONNECTIONS); i++)
    {
      g_autofree char *name
          = lp_element_words_name_connection (self, i < out.n ? out.items[i] : in.items[i - out.n]);
      append_format (text, "%s.", name);
    }
  if (n > MAX_CONNECTIONS)
    append_format (text, ngettext ("And %u more connection.", "And %u more connections.", n - MAX_CONNECTIONS),
                   n - MAX_CONNECTIONS);
}

char *
lp_element_words_describe_component (LpElementWords *self, guint component)
{
  GString *text = g_string_new (NULL);

  append_place (self, text, component);
  append_connections (self, text, component);
  append_findings (self, text, lp_design_get_component (self->design, component)->id);
  return g_string_free (text, FALSE);
}

/* --- connections ------------------------------------------------------------------------------------- */

static void
replace (GString *text, const char *place, const char *name)
{
  g_string_replace (text, place, name, 1);
}

char *
lp_element_words_name_connection (LpElementWords *self, guint connection)
{
  const LpConnection *record = lp_design_get_connection (self->design, connection);
  const LpConnectionKind *kind = lp_catalogue_find_connection (self->catalogue, record->kind);
  const char *from = name_of (self, lp_design_get_source (self->design, connection));
  const char *to = name_of (self, lp_design_get_target (self->design, connection));

  if (kind == NULL)
    return g_strdup_printf ("%s → %s, %s", from, to, (const char *) record->kind);
  GString *text = g_string_new (lp_text (&kind->sentence));
  /* A name may hold braces of its own: the later place first. */
  gboolean to_first = strstr (text->str, "{to}") > strstr (text->str, "{from}");
  replace (text, to_first ? "{to}" : "{from}", to_first ? to : from);
  replace (text, to_first ? "{from}" : "{to}", to_first ? from : to);
  if (text->len > 0 && text->str[text->len - 1] == '.')
    g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}

char *
lp_element_words_describe_connection (LpElementWords *self, guint connection)
{
  const LpConnection *record = lp_design_get_connection (self->design, connection);
  const LpConnectionKind *kind = lp_catalogue_find_connection (self->catalogue, record->kind);
  GString *text = g_string_new (NULL);

  append_format (text, _("Connection: %s."), kind != NULL ? lp_text (&kind->name) : record->kind);
  if (record->label != NULL)
    append_format (text, _("Label: %s."), (const char *) record->label);
  append_findings (self, text, record->id);
  return g_string_free (text, FALSE);
}
