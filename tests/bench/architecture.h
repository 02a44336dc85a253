/* Documents for benches: the same bytes for the same size on every machine. */
#pragma once

#include <glib.h>

/* An architecture in the native format with `n_components` components, frames included: regions of networks over two
 * or three zones, each with public, application and data subnets, and the services beside them. Everything has its
 * place; there are about as many connections as components, most of them between neighbours. */
GBytes *architecture_new (guint n_components);

/* The same number of servers without a place in one network, joined at random: what nobody should draw. */
GBytes *architecture_tangle (guint n_components);
