#include "catalogue/kind-search.h"

#include <string.h>

/* Behind all that the catalogue suggests as next. */
#define NOT_USUAL G_MAXUINT

typedef struct
{
  const LpKind *kind;
  GStrv names; /* folded */
} Entry;

struct _LpKindIndex
{
  const LpCatalogue *catalogue;
  GArray *entries; /* of Entry, in the order of the catalogue */
};

typedef struct
{
  const LpKind *kind;
  LpMatch match;
  guint fits; /* 2: at home in the container, 1: may stand there */
  guint usual, recent, length, order;
  gboolean is_common; /* the catalogue has hints for it */
} Candidate;

/* --- the index --------------------------------------------------------------------------------------- */

static void
clear_entry (gpointer data)
{
  g_strfreev (((Entry *) data)->names);
}

static void
add_name (GStrvBuilder *names, const char *name)
{
  g_autofree char *folded = lp_match_fold (name);

  g_strv_builder_add (names, folded);
}

static GStrv
names_of (const LpCatalogue *catalogue, const LpKind *kind)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  const LpKindHint *hint = lp_catalogue_find_kind_hint (catalogue, kind->id);

  add_name (names, kind->id);
  for (guint i = 0; i < LP_N_LANGUAGES; i++)
    {
      add_name (names, kind->name.in[i]);
      add_name (names, kind->short_name.in[i]);
    }
  for (guint i = 0; i < lp_catalogue_get_n_other_ids (catalogue); i++)
    if (g_str_equal (lp_catalogue_get_other_id (catalogue, i)->kind, kind->id))
      add_name (names, lp_catalogue_get_other_id (catalogue, i)->id);
  for (guint i = 0; hint != NULL && hint->words[i] != NULL; i++)
    add_name (names, hint->words[i]);
  return g_strv_builder_end (names);
}

LpKindIndex *
lp_kind_index_new (const LpCatalogue *catalogue)
{
  LpKindIndex *self = g_new0 (LpKindIndex, 1);

  self->catalogue = catalogue;
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  for (guint i = 0; i < lp_catalogue_get_n_kinds (catalogue); i++)
    {
      const LpKind *kind = lp_catalogue_get_kind (catalogue, i);
      if (kind->is_hidden)
        continue;
      Entry entry = { kind, names_of (catalogue, kind) };
      g_array_append_val (self->entries, entry);
    }
  return self;
}

void
lp_kind_index_free (LpKindIndex *self)
{
  g_array_unref (self->entries);
  g_free (self);
}

/* --- ranking ----------------------------------------------------------------------------------------- */

const LpConnectionKind *
lp_catalogue_find_line (const LpCatalogue *catalogue, const char *from, const char *to)
{
  const LpUsualConnection *usual = lp_catalogue_find_usual (catalogue, from, to);

  if (usual != NULL && !usual->backwards)
    return lp_catalogue_find_connection (catalogue, usual->connection);
  for (guint i = 0; i < lp_catalogue_get_n_connection_kinds (catalogue); i++)
    {
      const LpConnectionKind *kind = lp_catalogue_get_connection_kind (catalogue, i);
      if (lp_catalogue_may_connect (catalogue, kind->id, from, to))
        return kind;
    }
  return NULL;
}

static guint
position_in (const char *const *list, const char *id)
{
  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    if (g_str_equal (list[i], id))
      return i;
  return NOT_USUAL;
}

static void
match_names (Candidate *candidate, const Entry *entry, const char *needle)
{
  for (guint i = 0; entry->names[i] != NULL; i++)
    {
      LpMatch match = lp_match (needle, entry->names[i]);
      guint length = (guint) strlen (entry->names[i]);
      if (match > candidate->match || (match == candidate->match && length < candidate->length))
        {
          candidate->match = match;
          candidate->length = length;
        }
    }
}

static int
by_number (guint a, guint b)
{
  return a < b ? -1 : a > b;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Candidate *first = a, *second = b;
  int order = by_number (second->match, first->match);

  if (order == 0)
    order = by_number (second->fits, first->fits);
  if (order == 0)
    order = by_number (first->usual, second->usual);
  if (order == 0)
    order = by_number (first->recent, second->recent);
  if (order == 0)
    order = by_number (first->length, second->length);
  return order != 0 ? order : by_number (first->order, second->order);
}

/* Nothing is typed: what one would draw next. */
static int
compare_unasked (gconstpointer a, gconstpointer b)
{
  const Candidate *first = a, *second = b;
  int order = by_number (first->usual, second->usual);

  if (order == 0)
    order = by_number (second->fits, first->fits);
  if (order == 0)
    order = by_number (first->recent, second->recent);
  if (order == 0)
    order = by_number (second->is_common, first->is_common);
  return order != 0 ? order : by_number (first->order, second->order);
}

/* What may stand anywhere is not at home inside of something. */
static guint
fits (const LpCatalogue *catalogue, const char *container, const LpKind *kind)
{
  if (!lp_catalogue_may_contain (catalogue, container, kind->id))
    return 0;
  return container == NULL || kind->containers != NULL ? 2 : 1;
}

static gboolean
is_candidate (const LpKindIndex *self, const Entry *entry, const char *needle, const LpKindContext *context,
              const LpKindHint *usual, Candidate *candidate)
{
  const char *id = entry->kind->id;

  *candidate = (Candidate){ .kind = entry->kind, .length = G_MAXUINT };
  match_names (candidate, entry, needle);
  if (candidate->match == LP_MATCH_NONE
      || (context->from != NULL && lp_catalogue_find_line (self->catalogue, context->from, id) == NULL))
    return FALSE;
  candidate->fits = fits (self->catalogue, context->container, entry->kind);
  candidate->is_common = lp_catalogue_find_kind_hint (self->catalogue, id) != NULL;
  candidate->usual = position_in (usual != NULL ? usual->next : NULL, id);
  candidate->recent = position_in (context->recent, id);
  return TRUE;
}

/* Loose matches only where nothing better is to be had. */
static guint
count_good (GArray *candidates)
{
  guint n = 0;

  while (n < candidates->len && g_array_index (candidates, Candidate, n).match != LP_MATCH_LETTERS)
    n++;
  return n > 0 ? n : candidates->len;
}

GArray *
lp_kind_index_search (const LpKindIndex *self, const char *query, const LpKindContext *context)
{
  g_autofree char *needle = lp_match_fold (query);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  const LpKindHint *usual
      = context->from != NULL ? lp_catalogue_find_kind_hint (self->catalogue, context->from) : NULL;
  GArray *found = g_array_new (FALSE, FALSE, sizeof (LpFoundKind));

  for (guint i = 0; i < self->entries->len; i++)
    {
      Candidate candidate;
      if (!is_candidate (self, &g_array_index (self->entries, Entry, i), needle, context, usual, &candidate))
        continue;
      candidate.order = i;
      g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, *needle != '\0' ? compare : compare_unasked);
  guint n = count_good (candidates);
  for (guint i = 0; i < n; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      LpFoundKind kind = { candidate->kind, candidate->match };
      g_array_append_val (found, kind);
    }
  return found;
}
