/* Address ranges of networks: overlapping(components), free_block(components, c). IPv4; a network may have several
 * ranges, with commas between them. */

#include <glib/gi18n.h>

#include "rules/blocks.h"

typedef struct
{
  guint64 start, end; /* the end is not part of it */
  guint component;
} Block;

static gboolean
parse_block (const char *text, guint component, Block *block)
{
  g_autoptr (GInetAddressMask) mask = g_inet_address_mask_new_from_string (text, NULL);

  if (mask == NULL || g_inet_address_mask_get_family (mask) != G_SOCKET_FAMILY_IPV4)
    return FALSE;
  const guint8 *bytes = g_inet_address_to_bytes (g_inet_address_mask_get_address (mask));
  guint64 start = (guint64) bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3];
  *block = (Block){ start, start + ((guint64) 1 << (32 - g_inet_address_mask_get_length (mask))), component };
  return TRUE;
}

static void
read_blocks (const LpSurvey *survey, guint component, GArray *blocks)
{
  const char *text
      = lp_properties_lookup_string (lp_design_get_component (survey->design, component)->set, "cidr");
  g_auto (GStrv) parts = text != NULL ? g_strsplit_set (text, ", ;", -1) : NULL;
  Block block;

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    if (parse_block (parts[i], component, &block))
      g_array_append_val (blocks, block);
}

static int
compare_blocks (gconstpointer a, gconstpointer b)
{
  const Block *x = a, *y = b;
  return x->start < y->start ? -1 : x->start > y->start ? 1 : (x->end > y->end) - (x->end < y->end);
}

static GArray *
sorted_blocks (LpExprRun *run, LpIndices components)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  for (guint i = 0; i < components.n; i++)
    read_blocks (lp_survey_of (run), components.items[i], blocks);
  g_array_sort (blocks, compare_blocks);
  return blocks;
}

/* overlapping(components): those whose range shares addresses with that of another, in the order given */
static LpValue
call_overlapping (LpExprRun *run, const LpCall *call)
{
  LpIndices components = lp_survey_components (run, call->args[0]);
  g_autoptr (GArray) blocks = sorted_blocks (run, components);
  g_autoptr (GHashTable) hit = g_hash_table_new (NULL, NULL);
  const Block *widest = NULL;
  guint n = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const Block *block = &g_array_index (blocks, Block, i);
      if (widest != NULL && block->start < widest->end && block->component != widest->component)
        {
          g_hash_table_add (hit, GUINT_TO_POINTER (widest->component + 1));
          g_hash_table_add (hit, GUINT_TO_POINTER (block->component + 1));
        }
      widest = widest == NULL || block->end > widest->end ? block : widest;
    }
  guint *items = lp_expr_run_alloc (run, MAX (components.n, 1) * sizeof (guint));
  if (items == NULL || !lp_expr_run_spend (run, blocks->len))
    return lp_expr_run_fail_limit (run);
  for (guint i = 0; i < components.n; i++)
    if (g_hash_table_contains (hit, GUINT_TO_POINTER (components.items[i] + 1)))
      items[n++] = components.items[i];
  return lp_value_object_list (LP_CLASS_COMPONENT, items, n);
}

/* The end of the block that is in the way, or 0. */
static guint64
obstacle (const GArray *blocks, guint64 start, guint64 end)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const Block *block = &g_array_index (blocks, Block, i);
      if (block->start < end && start < block->end)
        return block->end;
    }
  return 0;
}

static gboolean
find_free (const GArray *blocks, guint64 size, guint64 *found)
{
  static const guint64 private_ranges[][2] = { { 0x0a000000, 0x0b000000 }, /* 10.0.0.0/8 */
                                               { 0xac100000, 0xac200000 }, /* 172.16.0.0/12 */
                                               { 0xc0a80000, 0xc0a90000 } /* 192.168.0.0/16 */ };

  for (guint r = 0; r < G_N_ELEMENTS (private_ranges); r++)
    for (guint64 at = private_ranges[r][0], end; at + size <= private_ranges[r][1];
         at = (end + size - 1) / size * size)
      if ((end = obstacle (blocks, at, at + size)) == 0)
        {
          *found = at;
          return TRUE;
        }
  return FALSE;
}

/* free_block(components, c): a private range of the size of c's that none of them uses */
static LpValue
call_free_block (LpExprRun *run, const LpCall *call)
{
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (Block));
  g_autoptr (GArray) blocks = sorted_blocks (run, lp_survey_components (run, call->args[0]));
  guint64 start, size = 0;
  guint prefix = 32;

  read_blocks (lp_survey_of (run), call->args[1].index, own);
  if (own->len > 0)
    size = g_array_index (own, Block, 0).end - g_array_index (own, Block, 0).start;
  if (size == 0 || !find_free (blocks, size, &start))
    return lp_expr_run_fail (run, LP_EXPR_ERROR_VALUE, _("there is no free address range of that size"));
  for (guint64 s = size; s > 1; s /= 2)
    prefix--;
  g_autofree char *text = g_strdup_printf (
      "%u.%u.%u.%u/%u", (guint) (start >> 24 & 255), (guint) (start >> 16 & 255), (guint) (start >> 8 & 255),
      (guint) (start & 255), prefix);
  return lp_expr_run_string (run, text, -1);
}

void
lp_survey_add_blocks (LpExprSchema *schema)
{
  const LpType *component = lp_expr_schema_object_type (schema, LP_CLASS_COMPONENT, NULL);
  const LpType *components = lp_expr_schema_list_type (schema, component);
  const LpFunction functions[] = {
    { .name = "overlapping",
      .n_params = 1,
      .params = { components },
      .result = components,
      .call = call_overlapping },
    { .name = "free_block",
      .n_params = 2,
      .params = { components, component },
      .result = &lp_type_string,
      .call = call_free_block },
  };

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    lp_expr_schema_add_function (schema, &functions[i]);
}
