#include "session/differences.h"

#include <glib/gi18n.h>

#include "session/design-match.h"
#include "session/difference-words.h"

/* Tiles nearer to each other than this would lie on each other's names. */
#define TILE_WIDTH 104.0
#define TILE_HEIGHT 96.0

typedef struct
{
  LpDesign *own, *other;
  guint *own_of, *other_of;
  GPtrArray *components, *connections; /* of what is shown */
  GPtrArray *marked[LP_N_DIFFERENCE_TYPES];
  GPtrArray *found[LP_N_DIFFERENCE_TYPES];
} Comparing;

const char *
lp_difference_sign (LpDifferenceType type)
{
  static const char *const signs[] = { "+", "−", "≠" };
  return signs[type];
}

static void
difference_free (gpointer data)
{
  LpDifference *difference = data;

  g_free (difference->words);
  g_strfreev (difference->ids);
  g_free (difference);
}

/* Takes over the words. `id` and `second` may be NULL. */
static void
add (Comparing *self, LpDifferenceType type, const char *id, const char *second, char *words)
{
  const char *const ids[] = { id, second, NULL };
  LpDifference *difference = g_new0 (LpDifference, 1);

  *difference = (LpDifference){ type, words, g_strdupv ((GStrv) ids) };
  g_ptr_array_add (self->found[type], difference);
}

static void
mark (Comparing *self, LpDifferenceType type, const char *id)
{
  GPtrArray *ids = self->marked[type];

  if (ids->len == 0 || !g_str_equal (ids->pdata[ids->len - 1], id))
    g_ptr_array_add (ids, g_strdup (id));
}

/* --- what only the other has -------------------------------------------------------------------------- */

static char *
ghost_id (const char *id)
{
  return g_strconcat ("~", id, NULL);
}

/* What stands for it in what is shown. Free with g_free(). */
static char *
shown_id (const Comparing *self, guint other)
{
  return self->own_of[other] != LP_NONE ? g_strdup (lp_design_get_component (self->own, self->own_of[other])->id)
                                        : ghost_id (lp_design_get_component (self->other, other)->id);
}

static LpRect
area_of (const LpComponent *component)
{
  return (LpRect){ component->at.x, component->at.y, component->has_size ? component->width : TILE_WIDTH,
                   component->has_size ? component->height : TILE_HEIGHT };
}

/* Whether it would lie on something of one's own; `parent`: of the other. */
static gboolean
is_in_the_way (const Comparing *self, const LpComponent *ghost, guint parent)
{
  LpIndices children = { NULL, 0 };

  if (parent == LP_NONE || self->own_of[parent] != LP_NONE)
    children = lp_design_get_children (self->own, parent != LP_NONE ? self->own_of[parent] : LP_NONE);

  for (guint i = 0; i < children.n; i++)
    {
      const LpComponent *component = lp_design_get_component (self->own, children.items[i]);
      if (component->has_at && lp_rect_overlaps (area_of (component), area_of (ghost)))
        return TRUE;
    }
  return FALSE;
}

/* Where the other has it; where that is taken, the layout finds room for it. */
static void
add_ghost (Comparing *self, guint other)
{
  const LpComponent *component = lp_design_get_component (self->other, other);
  guint parent = lp_design_get_parent (self->other, other);
  g_autofree char *id = ghost_id (component->id), *in = parent != LP_NONE ? shown_id (self, parent) : NULL;
  LpComponent *ghost = lp_component_new (id, component->kind);

  lp_component_set_in (ghost, in);
  lp_component_set_label (ghost, lp_component_get_name (component));
  if (component->has_size)
    lp_component_set_size (ghost, component->width, component->height);
  if (component->has_at && !is_in_the_way (self, component, parent))
    lp_component_set_at (ghost, component->at);
  LpIndices spans = lp_design_get_spans (self->other, other);
  for (guint i = 0; i < spans.n; i++)
    {
      g_autofree char *span = shown_id (self, spans.items[i]);
      lp_component_add_span (ghost, span);
    }
  for (guint i = 0; i < lp_properties_get_size (component->set); i++)
    {
      const LpProperty *property = lp_properties_get (component->set, i);
      lp_component_set_property (ghost, property->name, json_node_ref (property->value));
    }
  g_ptr_array_add (self->components, ghost);
  mark (self, LP_DIFFERENCE_THERE, id);
}

/* --- components -------------------------------------------------------------------------------------- */

static void
compare_places (Comparing *self, guint own, guint other)
{
  guint parent = lp_design_get_parent (self->other, other), own_parent = lp_design_get_parent (self->own, own);
  guint wanted = parent != LP_NONE ? self->own_of[parent] : LP_NONE;
  const LpComponent *component = lp_design_get_component (self->own, own);

  if (parent == LP_NONE ? own_parent == LP_NONE : wanted != LP_NONE && wanted == own_parent)
    return;
  g_autofree char *ghost = ghost_id (lp_design_get_component (self->other, other)->id);
  /* A frame would be drawn without what it holds, which is no help. */
  gboolean shown = lp_design_get_children (self->other, other).n == 0;
  if (shown)
    add_ghost (self, other);
  mark (self, LP_DIFFERENCE_OTHER, component->id);
  add (self, LP_DIFFERENCE_OTHER, component->id, shown ? ghost : NULL,
       lp_difference_say_place (self->own, own, self->other, other));
}

static gboolean
spans_same (const Comparing *self, guint own, guint other)
{
  LpIndices a = lp_design_get_spans (self->own, own), b = lp_design_get_spans (self->other, other);
  guint n = 0;

  for (guint i = 0; i < b.n; i++)
    for (guint j = 0; j < a.n; j++)
      n += self->own_of[b.items[i]] == a.items[j];
  return n == a.n && n == b.n;
}

/* `name` NULL: the requirements, of the id NULL. */
static void
compare_properties (
    Comparing *self, const char *id, const LpProperties *own, const LpProperties *other, const LpDifferenceSubject *subject)
{
  for (guint i = 0; i < lp_properties_get_size (other) + lp_properties_get_size (own); i++)
    {
      gboolean there = i < lp_properties_get_size (other);
      const LpProperty *property
          = there ? lp_properties_get (other, i) : lp_properties_get (own, i - lp_properties_get_size (other));
      JsonNode *a = lp_properties_lookup (own, property->name), *b = lp_properties_lookup (other, property->name);
      if ((!there && b != NULL) || (a != NULL && b != NULL && json_node_equal (a, b)))
        continue;
      char *words = lp_difference_say_property (subject, property->name, a, b);
      if (words == NULL)
        continue;
      if (id != NULL)
        mark (self, LP_DIFFERENCE_OTHER, id);
      add (self, LP_DIFFERENCE_OTHER, id, NULL, words);
    }
}

static void
compare_pair (Comparing *self, guint own, guint other)
{
  const LpComponent *a = lp_design_get_component (self->own, own), *b = lp_design_get_component (self->other, other);
  const LpKind *kind = lp_catalogue_find (lp_catalogue_get_default (), a->kind);
  const LpDifferenceSubject subject = { lp_component_get_name (a), kind, NULL };

  if (!g_str_equal (a->kind, b->kind))
    {
      mark (self, LP_DIFFERENCE_OTHER, a->id);
      add (self, LP_DIFFERENCE_OTHER, a->id, NULL, lp_difference_say_kind (a, b));
    }
  compare_places (self, own, other);
  if (!spans_same (self, own, other))
    {
      mark (self, LP_DIFFERENCE_OTHER, a->id);
      add (self, LP_DIFFERENCE_OTHER, a->id, NULL, lp_difference_say_spans (self->own, own, self->other, other));
    }
  compare_properties (self, a->id, a->set, b->set, &subject);
}

static void
compare_components (Comparing *self)
{
  for (guint i = 0; i < lp_design_get_n_components (self->own); i++)
    {
      LpComponent *component = (LpComponent *) lp_design_get_component (self->own, i);
      g_ptr_array_add (self->components, lp_component_ref (component));
      if (self->other_of[i] != LP_NONE)
        continue;
      mark (self, LP_DIFFERENCE_HERE, component->id);
      add (self, LP_DIFFERENCE_HERE, component->id, NULL, lp_difference_say_component (self->own, i));
    }
  for (guint i = 0; i < lp_design_get_n_components (self->other); i++)
    {
      if (self->own_of[i] != LP_NONE)
        {
          compare_pair (self, self->own_of[i], i);
          continue;
        }
      g_autofree char *id = ghost_id (lp_design_get_component (self->other, i)->id);
      add_ghost (self, i);
      add (self, LP_DIFFERENCE_THERE, id, NULL, lp_difference_say_component (self->other, i));
    }
}

/* --- connections ------------------------------------------------------------------------------------- */

static guint
find_line (const Comparing *self, guint other, const gboolean *taken)
{
  const LpConnection *line = lp_design_get_connection (self->other, other);
  guint from = self->own_of[lp_design_get_source (self->other, other)],
        to = self->own_of[lp_design_get_target (self->other, other)];
  LpIndices lines = { NULL, 0 };

  if (from != LP_NONE && to != LP_NONE)
    lines = lp_design_get_outgoing (self->own, from);
  for (guint i = 0; i < lines.n; i++)
    if (!taken[lines.items[i]] && lp_design_get_target (self->own, lines.items[i]) == to
        && g_str_equal (lp_design_get_connection (self->own, lines.items[i])->kind, line->kind))
      return lines.items[i];
  return LP_NONE;
}

static void
add_ghost_line (Comparing *self, guint other)
{
  const LpConnection *line = lp_design_get_connection (self->other, other);
  g_autofree char *id = ghost_id (line->id), *from = shown_id (self, lp_design_get_source (self->other, other)),
                  *to = shown_id (self, lp_design_get_target (self->other, other));

  g_ptr_array_add (self->connections, lp_connection_new (id, line->kind, from, to));
  mark (self, LP_DIFFERENCE_THERE, id);
  add (self, LP_DIFFERENCE_THERE, id, NULL, lp_difference_say_line (self->other, other));
}

static void
compare_line (Comparing *self, guint own, guint other)
{
  const LpConnection *a = lp_design_get_connection (self->own, own), *b = lp_design_get_connection (self->other, other);
  g_autofree char *name = lp_difference_say_line (self->own, own);
  const LpDifferenceSubject subject
      = { name, NULL, lp_catalogue_find_connection (lp_catalogue_get_default (), a->kind) };

  compare_properties (self, a->id, a->set, b->set, &subject);
}

static void
compare_connections (Comparing *self)
{
  guint n = lp_design_get_n_connections (self->own);
  g_autofree gboolean *taken = g_new0 (gboolean, MAX (n, 1));

  for (guint i = 0; i < lp_design_get_n_connections (self->other); i++)
    {
      guint own = find_line (self, i, taken);
      if (own == LP_NONE)
        {
          add_ghost_line (self, i);
          continue;
        }
      taken[own] = TRUE;
      compare_line (self, own, i);
    }
  for (guint i = 0; i < n; i++)
    {
      LpConnection *line = (LpConnection *) lp_design_get_connection (self->own, i);
      g_ptr_array_add (self->connections, lp_connection_ref (line));
      if (taken[i])
        continue;
      mark (self, LP_DIFFERENCE_HERE, line->id);
      add (self, LP_DIFFERENCE_HERE, line->id, NULL, lp_difference_say_line (self->own, i));
    }
}

static void
compare_requirements (Comparing *self)
{
  const LpDifferenceSubject subject
      = { NULL, lp_catalogue_find (lp_catalogue_get_default (), "requirements"), NULL };

  compare_properties (self, NULL, lp_design_get_header (self->own)->requirements,
                      lp_design_get_header (self->other)->requirements, &subject);
}

/* --- making it --------------------------------------------------------------------------------------- */

static GStrv
to_strv (GPtrArray *ids)
{
  g_ptr_array_add (ids, NULL);
  return (GStrv) g_ptr_array_free (ids, FALSE);
}

static LpMendPreview *
new_preview (Comparing *self)
{
  LpMendPreview *preview = g_new0 (LpMendPreview, 1);

  preview->is_comparison = TRUE;
  preview->before = lp_design_ref (self->own);
  preview->after = lp_design_ref (self->other);
  preview->shown = lp_design_new (lp_header_ref ((LpHeader *) lp_design_get_header (self->own)),
                                  g_steal_pointer (&self->components), g_steal_pointer (&self->connections));
  preview->added = to_strv (self->marked[LP_DIFFERENCE_THERE]);
  preview->removed = to_strv (self->marked[LP_DIFFERENCE_HERE]);
  preview->changed = to_strv (self->marked[LP_DIFFERENCE_OTHER]);
  preview->words = g_ptr_array_new ();
  return preview;
}

static LpDifferences *
collect (Comparing *self)
{
  LpDifferences *differences = g_new0 (LpDifferences, 1);

  differences->preview = new_preview (self);
  differences->list = g_ptr_array_new_with_free_func (difference_free);
  for (guint type = 0; type < LP_N_DIFFERENCE_TYPES; type++)
    {
      differences->n[type] = self->found[type]->len;
      g_ptr_array_extend_and_steal (differences->list, g_steal_pointer (&self->found[type]));
    }
  return differences;
}

LpDifferences *
lp_differences_new (LpDesign *own, LpDesign *other)
{
  Comparing self = { .own = own,
                     .other = other,
                     .own_of = lp_design_match (own, other),
                     .components = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_component_unref),
                     .connections = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_connection_unref) };

  self.other_of
      = lp_design_match_back (self.own_of, lp_design_get_n_components (other), lp_design_get_n_components (own));
  for (guint type = 0; type < LP_N_DIFFERENCE_TYPES; type++)
    {
      self.marked[type] = g_ptr_array_new ();
      self.found[type] = g_ptr_array_new ();
    }
  compare_requirements (&self);
  compare_components (&self);
  compare_connections (&self);
  g_free (self.own_of);
  g_free (self.other_of);
  return collect (&self);
}

void
lp_differences_free (LpDifferences *self)
{
  lp_mend_preview_free (self->preview);
  g_ptr_array_unref (self->list);
  g_free (self);
}
