#include "rules/basis.h"

#include <string.h>

#include "base/json-write.h"

#define PART_DIGITS 6

/* What the texts of a rule name. */
typedef struct
{
  char *conditions;  /* its part of the basis */
  GHashTable *names; /* of fields; NULL: all are meant */
  GHashTable *texts; /* kinds of connection are among them */
  gboolean lights_a_way;
  gboolean whole; /* it is about nothing in particular */
} Reading;

struct _LpBases
{
  const LpPack *pack;
  const LpDesign *design;
  GHashTable *readings; /* id of a rule -> Reading */
};

static void
reading_free (gpointer data)
{
  Reading *reading = data;
  g_free (reading->conditions);
  g_clear_pointer (&reading->names, g_hash_table_unref);
  g_clear_pointer (&reading->texts, g_hash_table_unref);
  g_free (reading);
}

LpBases *
lp_bases_new (const LpPack *pack, const LpDesign *design)
{
  LpBases *self = g_new0 (LpBases, 1);
  self->pack = pack;
  self->design = design;
  self->readings = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, reading_free);
  return self;
}

void
lp_bases_free (LpBases *self)
{
  g_hash_table_unref (self->readings);
  g_free (self);
}

/* --- digests ----------------------------------------------------------------------------------------- */

static int
by_text (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Of the lines (char *) in whatever order, each once. */
static char *
digest (GPtrArray *lines, guint digits)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_ptr_array_sort (lines, by_text);
  for (guint i = 0; i < lines->len; i++)
    if (i == 0 || !g_str_equal (lines->pdata[i], lines->pdata[i - 1]))
      g_checksum_update (sum, lines->pdata[i], strlen (lines->pdata[i]) + 1);
  return g_strndup (g_checksum_get_string (sum), digits);
}

/* --- the texts of a rule ----------------------------------------------------------------------------- */

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || c == '_';
}

/* Behind the quoted text that begins at `at`. */
static const char *
skip_quoted (const char *at)
{
  char quote = *at++;
  while (*at != '\0' && *at != quote)
    at += *at == '\\' && at[1] != '\0' ? 2 : 1;
  return *at != '\0' ? at + 1 : at;
}

static const char *
skip_spaces (const char *at)
{
  while (g_ascii_isspace (*at))
    at++;
  return at;
}

/* Takes the words of an expression, and its text without the spaces that make no difference. */
static void
read_source (Reading *reading, const char *at, GString *plain)
{
  while (*(at = skip_spaces (at)) != '\0')
    {
      const char *end = at + 1;
      if (*at == '\'' || *at == '"')
        {
          end = skip_quoted (at);
          g_hash_table_add (reading->texts, g_strndup (at + 1, MAX (end - at - 2, 0)));
        }
      else if (is_word (*at))
        {
          while (is_word (*end))
            end++;
          gboolean selected = plain->len > 0 && plain->str[plain->len - 1] == '.';
          if (selected && *skip_spaces (end) != '(')
            g_hash_table_add (reading->names, g_strndup (at, end - at));
          if (plain->len > 0 && is_word (plain->str[plain->len - 1]))
            g_string_append_c (plain, ' ');
        }
      g_string_append_len (plain, at, end - at);
      at = end;
    }
}

static void
read_expression (Reading *reading, const char *role, const LpExpr *expr, GPtrArray *lines)
{
  if (expr == NULL)
    return;
  g_autoptr (GString) plain = g_string_new (NULL);
  read_source (reading, lp_expr_get_source (expr), plain);
  if (role != NULL)
    g_ptr_array_add (lines, g_strdup_printf ("%s=%s", role, plain->str));
}

/* What functions of the language look at beside what the rule names. */
static void
add_implied (Reading *reading)
{
  static const char *const implied[] = { "role", "scheme",            "region",             "code", "zone",
                                         "zones", "availability_zone", "availability_zones", "az" };
  for (guint i = 0; i < G_N_ELEMENTS (implied); i++)
    g_hash_table_add (reading->names, g_strdup (implied[i]));
}

static gboolean
finds_a_way (const LpExpr *expr)
{
  const char *source = expr != NULL ? lp_expr_get_source (expr) : "";
  return strstr (source, "path(") != NULL || strstr (source, "path_avoiding(") != NULL;
}

gboolean
lp_rule_lights_a_way (const LpRule *rule)
{
  gboolean any = finds_a_way (rule->witness);
  for (guint i = 0; i < rule->definitions->len; i++)
    any |= finds_a_way (g_array_index (rule->definitions, LpDefinition, i).expr);
  return any;
}

static Reading *
read_rule (const LpRule *rule)
{
  Reading *reading = g_new0 (Reading, 1);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  reading->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_implied (reading);
  for (guint i = 0; rule->kinds[i] != NULL; i++)
    g_ptr_array_add (lines, g_strdup_printf ("kind=%s", rule->kinds[i]));
  read_expression (reading, "group", rule->group, lines);
  for (guint i = 0; i < rule->definitions->len; i++)
    {
      const LpDefinition *definition = &g_array_index (rule->definitions, LpDefinition, i);
      g_autofree char *role = g_strdup_printf ("let %s", definition->name);
      read_expression (reading, role, definition->expr, lines);
    }
  read_expression (reading, "when", rule->when, lines);
  read_expression (reading, "assert", rule->assertion, lines);
  read_expression (reading, NULL, rule->witness, lines);
  reading->conditions = digest (lines, PART_DIGITS);
  reading->lights_a_way = lp_rule_lights_a_way (rule);
  reading->whole = rule->whole;
  return reading;
}

static const Reading *
reading_of (LpBases *self, const char *id)
{
  Reading *reading = g_hash_table_lookup (self->readings, id);
  if (reading != NULL)
    return reading;
  const LpRule *rule = lp_pack_find (self->pack, id);
  if (rule != NULL)
    reading = read_rule (rule);
  else
    {
      g_autoptr (GPtrArray) none = g_ptr_array_new ();
      reading = g_new0 (Reading, 1);
      reading->conditions = digest (none, PART_DIGITS);
    }
  g_hash_table_insert (self->readings, (gpointer) (rule != NULL ? rule->id : g_intern_string (id)), reading);
  return reading;
}

/* --- what is lit up ---------------------------------------------------------------------------------- */

static void
add_values (const Reading *reading, const char *owner, const LpProperties *set, GPtrArray *lines)
{
  for (guint i = 0; i < lp_properties_get_size (set); i++)
    {
      const LpProperty *property = lp_properties_get (set, i);
      if (reading->names != NULL && !g_hash_table_contains (reading->names, property->name))
        continue;
      g_autoptr (GString) json = g_string_new (NULL);
      lp_json_write_node (json, property->value);
      g_ptr_array_add (lines, g_strdup_printf ("%s %s=%s", owner, property->name, json->str));
    }
}

typedef struct
{
  const LpDesign *design;
  const Reading *reading;
  GPtrArray *structure, *values;
  GHashTable *lit; /* components, as number + 1 */
} Gathering;

static void
gather_component (Gathering *gathering, guint index)
{
  const LpComponent *component = lp_design_get_component (gathering->design, index);
  g_autoptr (GString) line = g_string_new (NULL);

  g_string_append_printf (line, "%s:%s", component->id, component->kind);
  for (guint c = lp_design_get_parent (gathering->design, index); c != LP_NONE;
       c = lp_design_get_parent (gathering->design, c))
    {
      const LpComponent *container = lp_design_get_component (gathering->design, c);
      g_string_append_printf (line, "<%s", container->id);
      add_values (gathering->reading, container->id, container->set, gathering->values);
    }
  for (guint i = 0; i < component->spans->len; i++)
    g_ptr_array_add (gathering->structure,
                     g_strdup_printf ("%s~%s", component->id, (char *) component->spans->pdata[i]));
  g_ptr_array_add (gathering->structure, g_strdup (line->str));
  add_values (gathering->reading, component->id, component->set, gathering->values);
}

static void
gather_connection (Gathering *gathering, guint index)
{
  const LpConnection *connection = lp_design_get_connection (gathering->design, index);

  g_ptr_array_add (gathering->structure,
                   g_strdup_printf ("%s-%s>%s", connection->from, connection->kind, connection->to));
  g_autofree char *owner = g_strdup_printf ("%s>%s", connection->from, connection->to);
  add_values (gathering->reading, owner, connection->set, gathering->values);
}

/* Connections among what is lit up, of the kinds that the rule names. */
static void
gather_between (Gathering *gathering, guint index)
{
  LpIndices outgoing = lp_design_get_outgoing (gathering->design, index);
  for (guint i = 0; gathering->reading->texts != NULL && i < outgoing.n; i++)
    {
      guint target = lp_design_get_target (gathering->design, outgoing.items[i]);
      const char *kind = lp_design_get_connection (gathering->design, outgoing.items[i])->kind;
      if (g_hash_table_contains (gathering->lit, GUINT_TO_POINTER (target + 1))
          && g_hash_table_contains (gathering->reading->texts, kind))
        gather_connection (gathering, outgoing.items[i]);
    }
}

/* Calls `each` for what the finding is about, and for what is lit up, some perhaps twice. Which way of several equal ones
 * is lit up depends on the order of the document; so it is left out. */
static void
each_id (const Reading *reading, const LpFinding *finding, void (*each) (const char *id, gpointer data), gpointer data)
{
  for (guint i = 0; finding->members != NULL && finding->members[i] != NULL; i++)
    each (finding->members[i], data);
  for (guint i = 0; finding->related[i] != NULL; i++)
    if (!reading->lights_a_way || (!reading->whole && g_strcmp0 (finding->component, finding->related[i]) == 0))
      each (finding->related[i], data);
}

static void
gather_id (const char *id, gpointer data)
{
  Gathering *gathering = data;
  guint c = lp_design_find (gathering->design, id);
  guint line = c == LP_NONE ? lp_design_find_connection (gathering->design, id) : LP_NONE;

  if (c != LP_NONE && g_hash_table_add (gathering->lit, GUINT_TO_POINTER (c + 1)))
    gather_component (gathering, c);
  if (line != LP_NONE)
    gather_connection (gathering, line);
}

static void
gather (Gathering *gathering, const LpFinding *finding)
{
  each_id (gathering->reading, finding, gather_id, gathering);
  GHashTableIter iter;
  gpointer key;
  g_hash_table_iter_init (&iter, gathering->lit);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    gather_between (gathering, GPOINTER_TO_UINT (key) - 1);
  add_values (gathering->reading, "", lp_design_get_header (gathering->design)->requirements, gathering->values);
}

char *
lp_bases_of (LpBases *self, const LpFinding *finding)
{
  g_autoptr (GPtrArray) structure = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) lit = g_hash_table_new (NULL, NULL);
  Gathering gathering = { self->design, reading_of (self, finding->rule), structure, values, lit };

  gather (&gathering, finding);
  /* Of a large group, only a part is lit up: the fingerprint tells all of it. */
  g_ptr_array_add (structure, g_strdup (finding->fingerprint));
  g_autofree char *b = digest (structure, PART_DIGITS), *c = digest (values, PART_DIGITS);
  return g_strdup_printf ("%s-%s-%s", gathering.reading->conditions, b, c);
}

/* --- without ids ------------------------------------------------------------------------------------- */

static char *
describe_shape (const LpBases *self, const Reading *reading, guint index, guint n)
{
  const LpComponent *component = lp_design_get_component (self->design, index);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) line = g_string_new (component->kind);

  for (guint c = lp_design_get_parent (self->design, index); c != LP_NONE; c = lp_design_get_parent (self->design, c))
    g_string_append_printf (line, "<%s", lp_design_get_component (self->design, c)->kind);
  add_values (reading, "", component->set, values);
  g_ptr_array_sort (values, by_text);
  for (guint i = 0; i < values->len; i++)
    g_string_append_printf (line, "\n%s", (char *) values->pdata[i]);
  /* Equal ones are counted. */
  g_string_append_printf (line, "\n%u", n);
  return g_strdup (line->str);
}

static void
collect_id (const char *id, gpointer data)
{
  g_hash_table_add (data, (gpointer) id);
}

char *
lp_bases_shape_of (LpBases *self, const LpFinding *finding)
{
  const Reading *reading = reading_of (self, finding->rule);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer id;

  g_ptr_array_add (lines, g_strdup_printf ("%s %s", finding->rule, lp_outcome_code (finding->outcome)));
  each_id (reading, finding, collect_id, ids);
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      guint c = lp_design_find (self->design, id);
      if (c == LP_NONE)
        continue;
      char *plain = describe_shape (self, reading, c, 0);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, plain)) + 1;
      g_ptr_array_add (lines, describe_shape (self, reading, c, n));
      g_hash_table_insert (counts, plain, GUINT_TO_POINTER (n));
    }
  return digest (lines, 2 * PART_DIGITS);
}

/* --- what has changed -------------------------------------------------------------------------------- */

LpBasisChange
lp_basis_compare (const char *then, const char *now)
{
  g_auto (GStrv) a = g_strsplit (then, "-", 3), b = g_strsplit (now, "-", 3);

  if (g_str_equal (then, now))
    return LP_BASIS_SAME;
  if (g_strv_length (a) != 3 || g_strv_length (b) != 3)
    return LP_BASIS_OTHER;
  gboolean conditions = g_str_equal (a[0], b[0]), structure = g_str_equal (a[1], b[1]);
  if (structure)
    return conditions ? LP_BASIS_VALUES : LP_BASIS_CONDITIONS;
  return conditions ? LP_BASIS_STRUCTURE : LP_BASIS_OTHER;
}
