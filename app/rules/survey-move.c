#include "rules/survey-move.h"

#include "rules/recovery.h"
#include "rules/survey-private.h"

/* --- places ------------------------------------------------------------------------------------------ */

static gboolean
renames_frames (const LpSurvey *survey, const LpDesignChange *change)
{
  for (guint i = 0; i < change->edited->len; i++)
    {
      guint c = g_array_index (change->edited, guint, i);
      /* Where no region is drawn, what is written around a zone says which one it is. */
      if ((survey->traits[c].traits & (LP_TRAIT_ZONE | LP_TRAIT_REGION))
          || (!lp_places_is_framed (survey->places, c) && lp_design_get_children (change->after, c).n > 0))
        return TRUE;
    }
  return FALSE;
}

/* Places keep their numbers; what they are called may be another. */
static void
move_places (LpSurvey *survey, const LpDesignChange *change, const LpChangeSink *sink)
{
  LpPlaces *earlier = survey->places;
  guint n = lp_places_get_size (earlier);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (labels, g_strdup (lp_places_get (earlier, i)->label));
  survey->places = lp_places_new_after (earlier, change->after, survey->traits);
  for (guint i = 0; i < lp_design_get_n_components (change->before); i++)
    {
      guint number = change->components[i];
      if (number != LP_NONE && lp_places_get_frame (earlier, i) != lp_places_get_frame (survey->places, number))
        sink->part (number, LP_SEEN_PLACED, sink->data);
    }
  lp_places_free (earlier);
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (labels->pdata[i], lp_places_get (survey->places, i)->label))
      sink->wide (LP_SEEN_PLACE, i, sink->data);
}

/* --- kinds ------------------------------------------------------------------------------------------- */

static LpKindTraits *
move_traits (const LpSurvey *survey, const LpDesignChange *change)
{
  guint n = lp_design_get_n_components (change->after);
  LpKindTraits *traits = g_new0 (LpKindTraits, MAX (n, 1));

  for (guint i = 0; i < lp_design_get_n_components (change->before); i++)
    if (change->components[i] != LP_NONE)
      traits[change->components[i]] = survey->traits[i];
  for (guint i = 0; i < change->added->len; i++)
    {
      guint c = g_array_index (change->added, guint, i);
      traits[c] = lp_kind_traits_of (lp_design_peek_component (change->after, c)->kind, survey->catalogue);
    }
  return traits;
}

/* --- calls ------------------------------------------------------------------------------------------- */

/* Whom a component waits for rests on its lines, on its set of peers and on what belongs to whom. */
static void
move_calls (LpSurvey *survey, const LpDesignChange *change, const LpChangeSink *sink)
{
  LpCalls *earlier = survey->calls;

  if (earlier == NULL)
    return;
  survey->calls = lp_calls_new (survey->design, survey->traits, survey->flow);
  lp_calls_compare (earlier, survey->calls, change->components, sink->part, sink->data);
  lp_calls_free (earlier);
}

/* --- all of it --------------------------------------------------------------------------------------- */

static void
move_structure (LpSurvey *survey, const LpDesignChange *change, const LpChangeSink *sink)
{
  LpKindTraits *traits = survey->traits;
  LpFlow *flow = survey->flow;

  survey->traits = move_traits (survey, change);
  move_places (survey, change, sink);
  survey->flow = lp_flow_new (change->after, survey->traits);
  lp_flow_succeed (survey->flow, flow, change, sink);
  lp_kind_lists_free (survey->lists);
  survey->lists = lp_kind_lists_new (change->after, survey->traits);
  g_free (survey->all);
  survey->all = lp_survey_new_numbers (change->after);
  move_calls (survey, change, sink);
  lp_flow_free (flow);
  g_free (traits);
}

void
lp_survey_move (LpSurvey *survey, const LpDesignChange *change, const LpChangeSink *sink)
{
  LpDesign *before = survey->design;

  survey->design = lp_design_ref (change->after);
  if (lp_design_change_is_structural (change))
    move_structure (survey, change, sink);
  else
    {
      lp_kind_lists_move (survey->lists, change->after);
      if (renames_frames (survey, change))
        move_places (survey, change, sink);
      else
        lp_places_forget (survey->places, change->after);
      if (lp_flow_move (survey->flow, change, sink) || change->edited_lines->len > 0)
        move_calls (survey, change, sink);
    }
  lp_survey_move_regions (survey, change, sink);
  lp_design_unref (before);
  lp_survey_bind (survey, survey->lasting);
  lp_survey_bind (survey, survey->run);
}
