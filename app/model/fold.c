#include "model/fold.h"

typedef struct
{
  LpFold *fold;
  guint *box;             /* by component: the outermost collapsed one that it stands in or is, else itself */
  GPtrArray *components, *connections;
  GArray *n_lines;        /* by shown connection: how many it stands for */
  GHashTable *lines;      /* "from to kind" -> number of the shown connection + 1 */
} Folding;

static gboolean
is_collapsed (const LpDesign *design, guint component)
{
  return lp_design_get_component (design, component)->collapsed;
}

static gboolean
has_collapsed (const LpDesign *design)
{
  for (guint i = 0; i < lp_design_get_n_components (design); i++)
    if (is_collapsed (design, i))
      return TRUE;
  return FALSE;
}

static guint
find_box (const LpDesign *design, guint component)
{
  guint box = component;
  for (guint at = component; at != LP_NONE; at = lp_design_get_parent (design, at))
    if (is_collapsed (design, at))
      box = at;
  return box;
}

/* As large as a tile, whatever it was open. */
static LpComponent *
fold_component (const LpDesign *design, guint component)
{
  LpComponent *record = (LpComponent *) lp_design_get_component (design, component);
  if (!is_collapsed (design, component) || !record->has_size)
    return lp_component_ref (record);
  LpComponent *copy = lp_component_copy (record);
  copy->has_size = FALSE;
  return copy;
}

static void
fold_components (Folding *folding)
{
  LpFold *fold = folding->fold;
  guint n = lp_design_get_n_components (fold->whole);
  fold->stands_in = g_new (guint, n + 1);
  folding->box = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      folding->box[i] = find_box (fold->whole, i);
      if (folding->box[i] != i)
        continue;
      fold->stands_in[i] = folding->components->len;
      g_ptr_array_add (folding->components, fold_component (fold->whole, i));
    }
  fold->n_held = g_new0 (guint, folding->components->len + 1);
  for (guint i = 0; i < n; i++)
    {
      fold->stands_in[i] = fold->stands_in[folding->box[i]];
      fold->n_held[fold->stands_in[i]] += folding->box[i] != i;
    }
}

static LpConnection *
end_at_boxes (const Folding *folding, guint connection, guint from, guint to)
{
  const LpDesign *whole = folding->fold->whole;
  LpConnection *copy = lp_connection_copy (lp_design_get_connection (whole, connection));
  lp_connection_set_ends (copy, lp_design_get_component (whole, from)->id, lp_design_get_component (whole, to)->id);
  lp_connection_set_via (copy, NULL, 0);
  return copy;
}

static guint
add_line (Folding *folding, LpConnection *line)
{
  guint one = 1;
  g_ptr_array_add (folding->connections, line);
  g_array_append_val (folding->n_lines, one);
  return folding->connections->len - 1;
}

static guint
fold_connection (Folding *folding, guint connection)
{
  const LpDesign *whole = folding->fold->whole;
  guint source = lp_design_get_source (whole, connection), target = lp_design_get_target (whole, connection);
  guint from = folding->box[source], to = folding->box[target];
  const LpConnection *record = lp_design_get_connection (whole, connection);
  if (from == source && to == target)
    return add_line (folding, lp_connection_ref ((LpConnection *) record));
  if (from == to)
    return LP_NONE;
  g_autofree char *key = g_strdup_printf ("%u %u %s", from, to, record->kind);
  guint line = GPOINTER_TO_UINT (g_hash_table_lookup (folding->lines, key));
  if (line > 0)
    {
      g_array_index (folding->n_lines, guint, line - 1)++;
      return line - 1;
    }
  line = add_line (folding, end_at_boxes (folding, connection, from, to));
  g_hash_table_insert (folding->lines, g_steal_pointer (&key), GUINT_TO_POINTER (line + 1));
  return line;
}

/* A line that stands for several says for how many, in place of what one of them says. */
static void
fold_connections (Folding *folding)
{
  LpFold *fold = folding->fold;
  guint n = lp_design_get_n_connections (fold->whole);
  fold->drawn_as = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    fold->drawn_as[i] = fold_connection (folding, i);
  for (guint i = 0; i < folding->connections->len; i++)
    if (g_array_index (folding->n_lines, guint, i) > 1)
      {
        g_autofree char *label = g_strdup_printf ("×%u", g_array_index (folding->n_lines, guint, i));
        lp_connection_set_label (folding->connections->pdata[i], label);
      }
}

LpFold *
lp_fold_new_open (LpDesign *design)
{
  LpFold *fold = g_new0 (LpFold, 1);
  fold->whole = lp_design_ref (design);
  fold->shown = lp_design_ref (design);
  return fold;
}

LpFold *
lp_fold_new (LpDesign *design)
{
  if (!has_collapsed (design))
    return lp_fold_new_open (design);
  LpFold *fold = g_new0 (LpFold, 1);
  fold->whole = lp_design_ref (design);
  g_autoptr (GArray) n_lines = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Folding folding = { .fold = fold,
                      .components = g_ptr_array_new (),
                      .connections = g_ptr_array_new (),
                      .n_lines = n_lines,
                      .lines = lines };
  fold_components (&folding);
  fold_connections (&folding);
  fold->shown = lp_design_new (lp_header_ref ((LpHeader *) lp_design_get_header (design)), folding.components,
                               folding.connections);
  g_free (folding.box);
  return fold;
}

void
lp_fold_free (LpFold *fold)
{
  lp_design_unref (fold->whole);
  lp_design_unref (fold->shown);
  g_free (fold->stands_in);
  g_free (fold->drawn_as);
  g_free (fold->n_held);
  g_free (fold);
}

guint
lp_fold_find (const LpFold *fold, const char *component_id)
{
  guint component = lp_design_find (fold->whole, component_id);
  return component == LP_NONE || fold->stands_in == NULL ? component : fold->stands_in[component];
}

guint
lp_fold_find_connection (const LpFold *fold, const char *connection_id)
{
  guint connection = lp_design_find_connection (fold->whole, connection_id);
  return connection == LP_NONE || fold->drawn_as == NULL ? connection : fold->drawn_as[connection];
}

guint
lp_fold_get_n_held (const LpFold *fold, guint shown_component)
{
  return fold->n_held != NULL ? fold->n_held[shown_component] : 0;
}
