#include "learning/hiding.h"
#include "session/session-private.h"
#include "session/session-rules.h"

void
lp_session_forget_shown (LpSession *self)
{
  g_clear_pointer (&self->shown, lp_review_unref);
  g_clear_pointer (&self->shown_pack, lp_pack_unref);
  g_clear_pointer (&self->shown_of, lp_pack_unref);
}

void
lp_session_hide_for (LpSession *self, const LpScenario *scenario)
{
  g_return_if_fail (LP_IS_SESSION (self));

  if (self->hiding == scenario)
    return;
  self->hiding = scenario;
  lp_session_forget_shown (self);
  if (self->review != NULL)
    g_signal_emit_by_name (self, "reviewed");
}

gboolean
lp_session_hides (LpSession *self, const char *rule)
{
  g_return_val_if_fail (LP_IS_SESSION (self), FALSE);

  return self->hiding != NULL && lp_scenario_hides (self->hiding, rule);
}

LpReview *
lp_session_get_review (LpSession *self)
{
  if (self->hiding == NULL || self->review == NULL)
    return self->review;
  if (self->shown == NULL)
    self->shown = lp_hiding_review (self->review, self->hiding);
  return self->shown;
}

LpReview *
lp_session_get_whole_review (LpSession *self)
{
  g_return_val_if_fail (LP_IS_SESSION (self), NULL);

  return self->review;
}

LpPack *
lp_session_get_pack (LpSession *self)
{
  LpPack *pack = self->setup != NULL ? self->setup->pack : lp_pack_get_default ();

  if (self->hiding == NULL)
    return pack;
  if (self->shown_of != pack)
    {
      g_clear_pointer (&self->shown_pack, lp_pack_unref);
      g_clear_pointer (&self->shown_of, lp_pack_unref);
      self->shown_pack = lp_hiding_pack (pack, self->hiding);
      self->shown_of = lp_pack_ref (pack);
    }
  return self->shown_pack;
}
