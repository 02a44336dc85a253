/* Selecting by what things are, beside clicking on them; only what is seen: not what is on a hidden layer. */
#pragma once

#include "ui/canvas/stage.h"

G_BEGIN_DECLS

void lp_select_all (LpStage *stage);
/* And what is connected with what is selected: the connections, and the components at their other ends. */
void lp_select_connected (LpStage *stage);
/* Everything of the kinds that are selected: components of these kinds, connections of these kinds. */
void lp_select_same_kind (LpStage *stage);
/* What is not selected, but neither what holds something selected nor what stands in it. */
void lp_select_invert (LpStage *stage);

G_END_DECLS
