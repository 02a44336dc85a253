#include "session/design-match.h"

/* What a property that differs counts for, where the nearest is looked for, in units of the drawing. */
#define OTHER_PROPERTY 240.0

typedef struct
{
  const LpDesign *own, *other;
  guint *own_of;   /* by number of the other */
  guint *other_of; /* by number of one's own */
} Matching;

typedef gboolean (*Fits) (const Matching *self, guint own, guint other);

static const LpComponent *
own_at (const Matching *self, guint number)
{
  return lp_design_get_component (self->own, number);
}

static const LpComponent *
other_at (const Matching *self, guint number)
{
  return lp_design_get_component (self->other, number);
}

static void
pair (Matching *self, guint own, guint other)
{
  self->own_of[other] = own;
  self->other_of[own] = other;
}

/* --- what makes them the same ------------------------------------------------------------------------ */

static gboolean
has_same_kind (const Matching *self, guint own, guint other)
{
  return g_str_equal (own_at (self, own)->kind, other_at (self, other)->kind);
}

static gboolean
has_same_label (const Matching *self, guint own, guint other)
{
  const char *a = own_at (self, own)->label, *b = other_at (self, other)->label;

  if (a == NULL || b == NULL || *a == '\0')
    return FALSE;
  g_autofree char *one = g_utf8_casefold (a, -1), *two = g_utf8_casefold (b, -1);
  return g_str_equal (one, two);
}

static gboolean
stands_in_same (const Matching *self, guint own, guint other)
{
  guint parent = lp_design_get_parent (self->other, other), own_parent = lp_design_get_parent (self->own, own);

  return parent == LP_NONE ? own_parent == LP_NONE
                           : own_parent != LP_NONE && self->own_of[parent] == own_parent;
}

static gboolean
is_alike (const Matching *self, guint own, guint other)
{
  return has_same_kind (self, own, other) && stands_in_same (self, own, other);
}

static gboolean
is_namesake (const Matching *self, guint own, guint other)
{
  return has_same_kind (self, own, other) && has_same_label (self, own, other);
}

static gboolean
is_alike_namesake (const Matching *self, guint own, guint other)
{
  return is_alike (self, own, other) && has_same_label (self, own, other);
}

/* --- looking for them -------------------------------------------------------------------------------- */

static double
count_other_properties (const LpProperties *a, const LpProperties *b)
{
  double n = 0;

  for (guint i = 0; i < lp_properties_get_size (b); i++)
    {
      const LpProperty *property = lp_properties_get (b, i);
      JsonNode *value = lp_properties_lookup (a, property->name);
      n += value == NULL || !json_node_equal (value, property->value);
    }
  return n;
}

static double
how_far (const Matching *self, guint own, guint other)
{
  const LpComponent *a = own_at (self, own), *b = other_at (self, other);

  return lp_point_distance (a->at, b->at) + OTHER_PROPERTY * count_other_properties (a->set, b->set);
}

/* Of those that are not taken, the one that fits and is nearest; LP_NONE. */
static guint
find_nearest (const Matching *self, guint other, Fits fits, guint *n_fitting)
{
  guint nearest = LP_NONE;

  *n_fitting = 0;
  for (guint own = 0; own < lp_design_get_n_components (self->own); own++)
    {
      if (self->other_of[own] != LP_NONE || !fits (self, own, other))
        continue;
      ++*n_fitting;
      if (nearest == LP_NONE || how_far (self, own, other) < how_far (self, nearest, other))
        nearest = own;
    }
  return nearest;
}

static void
pair_nearest (Matching *self, guint depth, Fits fits)
{
  for (guint other = 0; other < lp_design_get_n_components (self->other); other++)
    {
      guint n, own = LP_NONE;
      if (self->own_of[other] == LP_NONE && (depth == LP_NONE || lp_design_get_depth (self->other, other) == depth))
        own = find_nearest (self, other, fits, &n);
      if (own != LP_NONE)
        pair (self, own, other);
    }
}

/* Whether no other one that is left is of the kind of this one. */
static gboolean
is_only_one_left (const Matching *self, guint other)
{
  for (guint i = 0; i < lp_design_get_n_components (self->other); i++)
    if (i != other && self->own_of[i] == LP_NONE
        && g_str_equal (other_at (self, i)->kind, other_at (self, other)->kind))
      return FALSE;
  return TRUE;
}

static void
pair_last_ones (Matching *self)
{
  for (guint other = 0; other < lp_design_get_n_components (self->other); other++)
    {
      guint n, own;
      if (self->own_of[other] != LP_NONE || !is_only_one_left (self, other))
        continue;
      own = find_nearest (self, other, has_same_kind, &n);
      if (n == 1)
        pair (self, own, other);
    }
}

static void
pair_ids (Matching *self, gboolean any_kind)
{
  for (guint other = 0; other < lp_design_get_n_components (self->other); other++)
    {
      guint own = lp_design_find (self->own, other_at (self, other)->id);
      if (own != LP_NONE && self->own_of[other] == LP_NONE && self->other_of[own] == LP_NONE
          && (any_kind || has_same_kind (self, own, other)))
        pair (self, own, other);
    }
}

static guint
get_most_depth (const LpDesign *design)
{
  guint most = 0;

  for (guint i = 0; i < lp_design_get_n_components (design); i++)
    most = MAX (most, lp_design_get_depth (design, i));
  return most;
}

static guint *
new_numbers (guint n)
{
  guint *numbers = g_new (guint, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    numbers[i] = LP_NONE;
  return numbers;
}

guint *
lp_design_match (const LpDesign *own, const LpDesign *other)
{
  Matching self = { own, other, new_numbers (lp_design_get_n_components (other)),
                    new_numbers (lp_design_get_n_components (own)) };

  pair_ids (&self, FALSE);
  for (guint depth = 0; depth <= get_most_depth (other); depth++)
    {
      pair_nearest (&self, depth, is_alike_namesake);
      pair_nearest (&self, depth, is_alike);
    }
  pair_nearest (&self, LP_NONE, is_namesake);
  pair_last_ones (&self);
  pair_ids (&self, TRUE);
  g_free (self.other_of);
  return self.own_of;
}

guint *
lp_design_match_back (const guint *numbers, guint n, guint n_own)
{
  guint *back = new_numbers (n_own);

  for (guint i = 0; i < n; i++)
    if (numbers[i] != LP_NONE)
      back[numbers[i]] = i;
  return back;
}
