#include "rules/sights.h"

__thread LpSights *lp_sights_now;

static void
on_read (guint component, guint parts)
{
  if (lp_sights_now == NULL)
    return;
  if (component != LP_NONE)
    lp_sights_note (lp_sights_now, component, parts);
  else
    lp_sights_note_wide (lp_sights_now,
                         lp_seen_wide (parts & LP_READ_HEADER ? LP_SEEN_HEADER : LP_SEEN_LIST, 0));
}

void
lp_sights_watch (gboolean on)
{
  lp_design_set_watch (on ? on_read : NULL);
}

void
lp_sights_begin (LpSights *sights, guint subject)
{
  sights->outer = lp_sights_now;
  sights->subject = subject;
  sights->n = sights->n_wide = sights->n_places = sights->parts_of_any = 0;
  sights->all = FALSE;
  lp_sights_now = sights;
}

void
lp_sights_end (LpSights *sights)
{
  lp_sights_now = sights->outer;
}

void
lp_sights_note (LpSights *sights, guint component, guint parts)
{
  if (component == sights->subject || (parts & ~sights->parts_of_any) == 0)
    return;
  for (guint i = sights->n; i-- > 0;)
    if (sights->of[i].component == component)
      {
        sights->of[i].parts |= parts;
        return;
      }
  if (sights->n < LP_SIGHTS_ROOM)
    {
      sights->of[sights->n].component = component;
      sights->of[sights->n++].parts = parts;
      return;
    }
  for (guint i = 0; i < sights->n; i++)
    sights->parts_of_any |= sights->of[i].parts;
  sights->parts_of_any |= parts;
  sights->n = 0;
}

/* Whoever looked at many places, by their names or at what stands there, looked at all of them. */
#define MANY_PLACES 12

static gboolean
is_of_place (guint64 wide)
{
  return wide >> 32 == LP_SEEN_PLACE || wide >> 32 == LP_SEEN_CONTENTS;
}

void
lp_sights_note_wide (LpSights *sights, guint64 wide)
{
  if (is_of_place (wide) && sights->n_places >= MANY_PLACES)
    wide |= G_MAXUINT32;
  for (guint i = 0; i < sights->n_wide; i++)
    if (sights->wide[i] == wide)
      return;
  sights->n_places += is_of_place (wide);
  if (sights->n_wide < LP_SIGHTS_ROOM)
    sights->wide[sights->n_wide++] = wide;
  else
    sights->all = TRUE;
}

void
lp_sights_repeat (const LpSights *sights)
{
  LpSights *now = lp_sights_now;

  if (now == NULL)
    return;
  now->all |= sights->all;
  now->parts_of_any |= sights->parts_of_any;
  /* What the inner one looked at anyway, the outer one may not. */
  if (sights->subject != LP_NONE)
    lp_sights_note (now, sights->subject, G_MAXUINT);
  for (guint i = 0; i < sights->n; i++)
    lp_sights_note (now, sights->of[i].component, sights->of[i].parts);
  for (guint i = 0; i < sights->n_wide; i++)
    lp_sights_note_wide (now, sights->wide[i]);
}
