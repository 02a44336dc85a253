/* What a change of the design makes stale. */
#include "rules/document-checks.h"
#include "rules/review-state-private.h"
#include "rules/survey-private.h"

/* --- marking ----------------------------------------------------------------------------------------- */

static void
mark_lasting (LpLedger *ledger, guint definition)
{
  ledger->lasting_stale[definition] = TRUE;
  ledger->busy = TRUE;
}

static void
mark_recollection (LpReviewState *state, const LpRecollection *recollection)
{
  LpLedger *ledger = &state->ledgers[recollection->ledger];

  if (recollection->definition != LP_NONE)
    mark_lasting (ledger, recollection->definition);
  else
    lp_ledger_mark (ledger, 0);
}

void
lp_review_state_mark (const LpNoteInfo *note, gpointer data)
{
  LpReviewState *state = data;
  guint slot;

  switch (note->kind)
    {
    case LP_NOTE_VERDICT:
      slot = lp_ledger_find (state, &state->ledgers[note->owner], note->subject);
      if (slot != LP_NONE)
        lp_ledger_mark (&state->ledgers[note->owner], slot);
      break;
    case LP_NOTE_LASTING:
      mark_lasting (&state->ledgers[note->owner], note->subject);
      break;
    case LP_NOTE_ITEM:
      {
        LpRecollection *recollection = state->recollections->pdata[note->owner];
        recollection->known[note->subject] = 0;
        mark_recollection (state, recollection);
        break;
      }
    }
}

/* Whatever looks at it first. */
static void
mark_subject (LpReviewState *state, guint component)
{
  const GArray *lists[]
      = { g_hash_table_lookup (state->by_kind, state->survey->traits[component].id), state->everywhere };

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; lists[l] != NULL && i < lists[l]->len; i++)
      {
        LpLedger *ledger = &state->ledgers[g_array_index (lists[l], guint, i)];
        lp_ledger_mark (ledger, lp_ledger_find (state, ledger, component));
      }
  for (guint i = 0; i < state->recollections->len; i++)
    {
      LpRecollection *recollection = state->recollections->pdata[i];
      if (recollection->of_connections || recollection->known[component] == 0)
        continue;
      recollection->known[component] = 0;
      mark_recollection (state, recollection);
    }
}

static void
touch (guint component, guint parts, gpointer data)
{
  LpReviewState *state = data;

  state->touched_parts |= parts;
  state->anything = TRUE;
  if (component == LP_NONE)
    return;
  lp_sight_book_touch (state->book, component, parts, lp_review_state_mark, state);
  if (state->touched[component])
    return;
  state->touched[component] = TRUE;
  mark_subject (state, component);
}

static void
touch_wide (LpSeenWide what, guint number, gpointer data)
{
  LpReviewState *state = data;
  state->anything = TRUE;
  if (what == LP_SEEN_PLACE || what == LP_SEEN_CONTENTS)
    lp_sight_book_touch_wide (state->book, what, G_MAXUINT, lp_review_state_mark, state);
  lp_sight_book_touch_wide (state->book, what, number, lp_review_state_mark, state);
}

static void
touch_word (LpReviewState *state, LpSeenWide what, const char *word)
{
  GQuark quark = g_quark_try_string (word);
  if (quark != 0)
    touch_wide (what, quark, state);
}

static void
touch_kind (LpReviewState *state, const char *id)
{
  const LpKind *kind = lp_catalogue_find (state->survey->catalogue, id);

  touch_wide (LP_SEEN_LIST, 0, state);
  touch_word (state, LP_SEEN_KIND, kind != NULL ? kind->id : id);
  for (guint i = 0; kind != NULL && kind->roles != NULL && kind->roles[i] != NULL; i++)
    touch_word (state, LP_SEEN_ROLE, kind->roles[i]);
}

/* --- numbers ----------------------------------------------------------------------------------------- */

typedef struct
{
  const LpDesignChange *change;
  gboolean lost; /* something that is gone was met */
} Renumbering;

static guint
renumber_object (guint object_class, guint index, gpointer data)
{
  Renumbering *self = data;
  /* What nobody asks for now may hold what is long gone. */
  guint number = index == LP_NONE ? LP_NONE
                 : object_class == LP_CLASS_COMPONENT  ? self->change->components[index]
                 : object_class == LP_CLASS_CONNECTION ? self->change->connections[index]
                                                       : index;
  self->lost |= number == LP_NONE;
  return number;
}

static void
renumber_lasting (LpReviewState *state, LpLedger *ledger, const LpDesignChange *change)
{
  for (guint i = 0; i < lp_ledger_rule (ledger)->definitions->len; i++)
    {
      Renumbering renumbering = { change, FALSE };
      ledger->lasting[i] = lp_expr_run_keep (state->keeper, state->survey->run, ledger->lasting[i], renumber_object,
                                             &renumbering);
      if (renumbering.lost)
        mark_lasting (ledger, i);
    }
}

static void
renumber_members (LpLedger *ledger, const guint *numbers)
{
  for (guint i = 0; ledger->members != NULL && i < ledger->n; i++)
    for (guint m = 0; ledger->members[i] != NULL && m < ledger->members[i]->n; m++)
      {
        guint number = numbers[ledger->members[i]->components[m]];
        if (number != LP_NONE)
          {
            ledger->members[i]->components[m] = number;
            continue;
          }
        /* Its verdict is worked out again before anybody reads this. */
        lp_ledger_mark (ledger, i);
        ledger->members[i]->components[m] = 0;
      }
}

static gpointer
renumber_array (gpointer array, gsize size, guint n_before, guint n_after, const guint *numbers)
{
  char *from = array, *to = array != NULL ? g_malloc0 ((n_after + 1) * size) : NULL;

  for (guint i = 0; from != NULL && i < n_before; i++)
    if (numbers[i] != LP_NONE)
      memcpy (to + numbers[i] * size, from + i * size, size);
  g_free (array);
  return to;
}

static void
renumber_recollection (LpReviewState *state, LpRecollection *self, const LpDesignChange *change)
{
  const guint *numbers = self->of_connections ? change->connections : change->components;
  guint n = self->of_connections ? lp_design_get_n_connections (change->after)
                                 : lp_design_get_n_components (change->after);

  for (guint i = 0; self->notes != NULL && i < self->n; i++)
    if (self->notes[i] != 0 && numbers[i] == LP_NONE)
      lp_sight_book_drop (state->book, self->notes[i]);
    else if (self->notes[i] != 0)
      lp_sight_book_set_subject (state->book, self->notes[i], numbers[i]);
  self->known = renumber_array (self->known, sizeof *self->known, self->n, n, numbers);
  self->notes = renumber_array (self->notes, sizeof *self->notes, self->n, n, numbers);
  self->n = n;
}

static void
renumber_notes (LpReviewState *state, LpLedger *ledger)
{
  for (guint i = 0; i < ledger->n; i++)
    if (ledger->slots[i].note != 0)
      lp_sight_book_set_subject (state->book, ledger->slots[i].note, ledger->subjects[i]);
}

/* --- the structure ----------------------------------------------------------------------------------- */

/* While they still have a number. */
static void
touch_removed (LpReviewState *state, const LpDesignChange *change)
{
  for (guint i = 0; i < change->removed->len; i++)
    {
      guint c = g_array_index (change->removed, guint, i);
      touch_kind (state, lp_design_peek_component (change->before, c)->kind);
      lp_sight_book_touch (state->book, c, G_MAXUINT, lp_review_state_mark, state);
    }
  for (guint i = 0; i < change->removed_lines->len; i++)
    {
      guint line = g_array_index (change->removed_lines, guint, i);
      touch_wide (LP_SEEN_LIST, 0, state);
      touch_word (state, LP_SEEN_LINE_KIND, lp_design_peek_connection (change->before, line)->kind);
      lp_sight_book_touch (state->book, lp_design_get_source (change->before, line), LP_READ_LINES,
                           lp_review_state_mark, state);
      lp_sight_book_touch (state->book, lp_design_get_target (change->before, line), LP_READ_LINES,
                           lp_review_state_mark, state);
    }
}

static gboolean
looks_at_kind_of (const LpLedger *ledger, const LpDesign *design, const GArray *components)
{
  GStrv kinds = lp_ledger_rule (ledger)->kinds;

  for (guint i = 0; i < components->len; i++)
    {
      const char *id = lp_design_peek_component (design, g_array_index (components, guint, i))->kind;
      const LpKind *kind = lp_catalogue_find (lp_catalogue_get_default (), id);
      if (g_strv_contains ((const char *const *) kinds, kind != NULL ? kind->id : id))
        return TRUE;
    }
  return kinds[0] == NULL && !lp_ledger_rule (ledger)->whole && components->len > 0;
}

static void
renumber_all (LpReviewState *state, const LpDesignChange *change)
{
  gboolean gone = change->removed->len > 0 || change->removed_lines->len > 0;
  gboolean components = change->removed->len > 0 || change->added->len > 0;

  for (guint i = 0; i < state->n_ledgers && (change->shifted || gone); i++)
    {
      renumber_lasting (state, &state->ledgers[i], change);
      renumber_members (&state->ledgers[i], change->components);
    }
  for (guint i = 0; i < state->recollections->len; i++)
    renumber_recollection (state, state->recollections->pdata[i], change);
  if (components)
    {
      lp_sight_book_renumber (state->book, change->components, lp_design_get_n_components (change->after));
      state->component_checks = renumber_array (state->component_checks, sizeof (gpointer),
                                                lp_design_get_n_components (change->before),
                                                lp_design_get_n_components (change->after), change->components);
    }
  if (change->removed_lines->len > 0 || change->added_lines->len > 0)
    state->connection_checks = renumber_array (state->connection_checks, sizeof (gpointer),
                                               lp_design_get_n_connections (change->before),
                                               lp_design_get_n_connections (change->after), change->connections);
}

/* Once the survey knows what there is. */
static void
refill_ledgers (LpReviewState *state, const LpDesignChange *change)
{
  if (change->removed->len == 0 && change->added->len == 0)
    return;
  lp_review_state_rank (state);
  for (guint i = 0; i < state->n_ledgers; i++)
    {
      LpLedger *ledger = &state->ledgers[i];
      if (change->shifted || looks_at_kind_of (ledger, change->before, change->removed)
          || looks_at_kind_of (ledger, change->after, change->added))
        lp_ledger_refill (state, ledger, change->components);
      if (change->shifted)
        renumber_notes (state, ledger);
    }
}

void
lp_review_state_keep_lists (LpReviewState *state)
{
  lp_flow_forget_kept (state->survey->flow);
  for (guint i = 0; i < state->n_ledgers; i++)
    for (guint j = 0; j < lp_ledger_rule (&state->ledgers[i])->definitions->len; j++)
      {
        LpValue value = state->ledgers[i].lasting[j];
        if (value.kind == LP_VALUE_LIST && value.object_class == LP_CLASS_COMPONENT)
          lp_flow_keep (state->survey->flow, (LpIndices){ value.indices, value.length });
      }
}

/* --- what is there now ------------------------------------------------------------------------------- */

static void
touch_container (LpReviewState *state, const LpDesign *design, guint component, const guint *numbers)
{
  guint parent = lp_design_get_parent (design, component);
  guint number = parent == LP_NONE ? LP_NONE : numbers != NULL ? numbers[parent] : parent;

  if (parent == LP_NONE)
    touch_wide (LP_SEEN_LIST, 0, state);
  else if (number != LP_NONE)
    touch (number, LP_READ_CHILDREN, state);
}

static void
touch_subtree (LpReviewState *state, const LpDesign *design, guint component)
{
  LpIndices children = lp_design_get_children (design, component);

  touch (component, LP_READ_ABOVE, state);
  for (guint i = 0; i < children.n; i++)
    touch_subtree (state, design, children.items[i]);
}

static void
touch_spans (LpReviewState *state, const LpDesign *design, guint component, const guint *numbers)
{
  LpIndices spans = lp_design_get_spans (design, component), by = lp_design_get_spanned_by (design, component);

  for (guint i = 0; i < spans.n + by.n; i++)
    {
      guint other = i < spans.n ? spans.items[i] : by.items[i - spans.n];
      guint number = numbers != NULL ? numbers[other] : other;
      if (number != LP_NONE)
        touch (number, LP_READ_SPANS, state);
    }
  guint own = numbers != NULL ? numbers[component] : component;
  if (own != LP_NONE)
    touch (own, LP_READ_SPANS, state);
}

static void
touch_ends (LpReviewState *state, const LpDesign *design, guint line, const guint *numbers)
{
  guint ends[] = { lp_design_get_source (design, line), lp_design_get_target (design, line) };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      guint number = numbers != NULL ? numbers[ends[i]] : ends[i];
      if (number != LP_NONE)
        touch (number, LP_READ_LINES, state);
    }
}

static guint
number_before (const LpDesignChange *change, guint component)
{
  return lp_design_find (change->before, lp_design_peek_component (change->after, component)->id);
}

static void
touch_components (LpReviewState *state, const LpDesignChange *change)
{
  for (guint i = 0; i < change->added->len; i++)
    {
      guint c = g_array_index (change->added, guint, i);
      touch_kind (state, lp_design_peek_component (change->after, c)->kind);
      touch (c, G_MAXUINT, state);
      touch_container (state, change->after, c, NULL);
      touch_spans (state, change->after, c, NULL);
    }
  for (guint i = 0; i < change->removed->len; i++)
    {
      guint c = g_array_index (change->removed, guint, i);
      touch_container (state, change->before, c, change->components);
      touch_spans (state, change->before, c, change->components);
    }
  for (guint i = 0; i < change->moved->len; i++)
    {
      guint c = g_array_index (change->moved, guint, i);
      touch_subtree (state, change->after, c);
      touch_container (state, change->after, c, NULL);
      touch_container (state, change->before, number_before (change, c), change->components);
    }
  for (guint i = 0; i < change->respanned->len; i++)
    {
      guint c = g_array_index (change->respanned, guint, i);
      touch_spans (state, change->after, c, NULL);
      touch_spans (state, change->before, number_before (change, c), change->components);
    }
  for (guint i = 0; i < change->edited->len; i++)
    touch (g_array_index (change->edited, guint, i), LP_READ_RECORD, state);
}

static void
touch_lines (LpReviewState *state, const LpDesignChange *change)
{
  for (guint i = 0; i < change->added_lines->len; i++)
    {
      guint line = g_array_index (change->added_lines, guint, i);
      touch_wide (LP_SEEN_LIST, 0, state);
      touch_word (state, LP_SEEN_LINE_KIND, lp_design_peek_connection (change->after, line)->kind);
      touch_ends (state, change->after, line, NULL);
    }
  for (guint i = 0; i < change->removed_lines->len; i++)
    touch_ends (state, change->before, g_array_index (change->removed_lines, guint, i), change->components);
  for (guint i = 0; i < change->edited_lines->len; i++)
    {
      guint line = g_array_index (change->edited_lines, guint, i);
      touch_ends (state, change->after, line, NULL);
      for (guint r = 0; r < state->recollections->len; r++)
        {
          LpRecollection *recollection = state->recollections->pdata[r];
          if (!recollection->of_connections || recollection->known[line] == 0)
            continue;
          recollection->known[line] = 0;
          mark_recollection (state, recollection);
        }
    }
}

static void
touch_requirements (LpReviewState *state, const LpDesignChange *change)
{
  GHashTableIter iter;
  gpointer name;

  if (g_hash_table_size (change->requirements) == 0)
    return;
  touch_wide (LP_SEEN_HEADER, 0, state);
  g_hash_table_iter_init (&iter, change->requirements);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      guint field = lp_requirement_field (name);
      if (field != LP_NONE)
        touch_wide (LP_SEEN_REQUIREMENT, field, state);
    }
}

/* --- what the survey says ---------------------------------------------------------------------------- */

/* Kept until everything has its new number. */
typedef struct
{
  LpSeenWide what; /* 0: of a component */
  guint number;
  guint parts;
} Heard;

static void
hear (guint component, guint parts, gpointer data)
{
  Heard heard = { 0, component, parts };
  g_array_append_val ((GArray *) data, heard);
}

static void
hear_wide (LpSeenWide what, guint number, gpointer data)
{
  Heard heard = { what, number, 0 };
  g_array_append_val ((GArray *) data, heard);
}

static void
repeat_heard (LpReviewState *state, const GArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      const Heard *heard = &g_array_index (list, Heard, i);
      if (heard->what == 0)
        touch (heard->number, heard->parts, state);
      else
        touch_wide (heard->what, heard->number, state);
    }
}

/* --- checks of the document -------------------------------------------------------------------------- */

static GPtrArray *
or_none (GPtrArray *findings)
{
  if (findings->len > 0)
    return findings;
  g_ptr_array_unref (findings);
  return NULL;
}

void
lp_review_state_check (LpReviewState *state, guint component, guint connection)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_finding_unref);
  GPtrArray **place = component != LP_NONE ? &state->component_checks[component] : &state->connection_checks[connection];

  g_clear_pointer (place, g_ptr_array_unref);
  if (component != LP_NONE)
    lp_document_checks_run_component (state->survey, component, findings);
  else
    lp_document_checks_run_connection (state->survey, connection, findings);
  *place = or_none (findings);
}

static void
check_again (LpReviewState *state, const LpDesignChange *change)
{
  const GArray *components[] = { change->added, change->edited };
  const GArray *lines[] = { change->added_lines, change->edited_lines };

  for (guint l = 0; l < 2; l++)
    {
      for (guint i = 0; i < components[l]->len; i++)
        lp_review_state_check (state, g_array_index (components[l], guint, i), LP_NONE);
      for (guint i = 0; i < lines[l]->len; i++)
        lp_review_state_check (state, LP_NONE, g_array_index (lines[l], guint, i));
    }
  if (g_hash_table_size (change->requirements) > 0)
    {
      g_ptr_array_set_size (state->requirement_checks, 0);
      lp_document_checks_run_requirements (state->survey, state->requirement_checks);
    }
}

static void
drop_checks (LpReviewState *state, const LpDesignChange *change)
{
  for (guint i = 0; i < change->removed->len; i++)
    g_clear_pointer (&state->component_checks[g_array_index (change->removed, guint, i)], g_ptr_array_unref);
  for (guint i = 0; i < change->removed_lines->len; i++)
    g_clear_pointer (&state->connection_checks[g_array_index (change->removed_lines, guint, i)], g_ptr_array_unref);
}

void
lp_review_state_change (LpReviewState *state, const LpDesignChange *change)
{
  g_autoptr (GArray) heard = g_array_new (FALSE, FALSE, sizeof (Heard));
  const LpChangeSink sink = { hear, hear_wide, heard };
  gboolean structural = lp_design_change_is_structural (change);

  state->touched_parts = change->removed->len > 0 ? G_MAXUINT : 0;
  state->anything = change->removed->len > 0;
  state->touched = g_new0 (guint8, lp_design_get_n_components (change->after) + 1);
  if (structural)
    {
      touch_removed (state, change);
      drop_checks (state, change);
      renumber_all (state, change);
    }
  lp_survey_move (state->survey, change, &sink);
  if (structural)
    {
      refill_ledgers (state, change);
      lp_review_state_keep_lists (state);
    }
  repeat_heard (state, heard);
  lp_survey_bind (state->survey, state->asking);
  touch_components (state, change);
  touch_lines (state, change);
  touch_requirements (state, change);
  if (state->anything)
    lp_sight_book_touch_any (state->book, state->touched_parts, lp_review_state_mark, state);
  check_again (state, change);
  g_clear_pointer (&state->touched, g_free);
}
