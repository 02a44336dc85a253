/* One of the answers to choose from: its words, its drawing, and afterwards whether it is right and why. */
#pragma once

#include <adwaita.h>

#include "learning/scenario.h"

G_BEGIN_DECLS

#define LP_TYPE_CHOICE_CARD (lp_choice_card_get_type ())
G_DECLARE_FINAL_TYPE (LpChoiceCard, lp_choice_card, LP, CHOICE_CARD, AdwBin)

/* Signals "chosen" (): the person chose it, or no longer does; "open" (): its design is to be seen large. */

/* `number`: from 1, the key that chooses it. In a group (nullable) only one is chosen. */
LpChoiceCard *lp_choice_card_new (const LpScenario *scenario, const LpScenarioChoice *choice, guint number,
                                  LpChoiceCard *group);
const LpScenarioChoice *lp_choice_card_get_choice (LpChoiceCard *card);
gboolean lp_choice_card_get_active (LpChoiceCard *card);
/* Without a signal. */
void lp_choice_card_set_active (LpChoiceCard *card, gboolean active);
/* The person chooses it, as by a click. */
void lp_choice_card_choose (LpChoiceCard *card);
/* Whether its design can be opened in a tab, with its review: not in an exam. */
void lp_choice_card_set_can_open (LpChoiceCard *card, gboolean can_open);
/* With whether it is right and why, and no longer to be changed; or as at first. */
void lp_choice_card_set_graded (LpChoiceCard *card, gboolean graded);

G_END_DECLS
