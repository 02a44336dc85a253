#include "scene/layers.h"

static gboolean
is_hidden (guint layer, guint32 layers)
{
  return layer != LP_NO_LAYER && (layers >> layer & 1) != 0;
}

/* Every layer but one. */
static gboolean
is_shown_alone (const LpCatalogue *catalogue, guint32 layers)
{
  guint n_shown = 0;

  for (guint i = 0; i < lp_catalogue_get_n_layers (catalogue); i++)
    n_shown += !is_hidden (i, layers);
  return n_shown == 1;
}

static const LpConnectionKind *
kind_of (const LpDesign *design, const LpCatalogue *catalogue, guint connection)
{
  return lp_catalogue_find_connection (catalogue, lp_design_get_connection (design, connection)->kind);
}

/* Backups alone say nothing without what is backed up. */
static void
show_ends (LpHidden *hidden, const LpDesign *design, const LpCatalogue *catalogue, guint32 layers)
{
  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    {
      const LpConnectionKind *kind = kind_of (design, catalogue, i);
      if (kind == NULL || kind->layer == LP_NO_LAYER || is_hidden (kind->layer, layers))
        continue;
      hidden->components[lp_design_get_source (design, i)] = FALSE;
      hidden->components[lp_design_get_target (design, i)] = FALSE;
    }
}

LpHidden
lp_hidden_new (const LpDesign *design, const LpCatalogue *catalogue, const LpPlacement *placement, guint32 layers)
{
  guint n = lp_design_get_n_components (design), n_connections = lp_design_get_n_connections (design);
  LpHidden hidden = { g_new0 (guint8, n + 1), g_new0 (guint8, n_connections + 1) };

  for (guint i = 0; i < n; i++)
    {
      const LpKind *kind = lp_catalogue_find (catalogue, lp_design_get_component (design, i)->kind);
      hidden.components[i] = kind != NULL && !placement->is_frame[i] && is_hidden (kind->layer, layers);
    }
  if (is_shown_alone (catalogue, layers))
    show_ends (&hidden, design, catalogue, layers);
  for (guint i = 0; i < n_connections; i++)
    {
      const LpConnectionKind *kind = kind_of (design, catalogue, i);
      hidden.connections[i] = (kind != NULL && is_hidden (kind->layer, layers))
                              || hidden.components[lp_design_get_source (design, i)]
                              || hidden.components[lp_design_get_target (design, i)];
    }
  return hidden;
}

void
lp_hidden_clear (LpHidden *hidden)
{
  g_clear_pointer (&hidden->components, g_free);
  g_clear_pointer (&hidden->connections, g_free);
}
