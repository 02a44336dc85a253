#include "cli/rule-sets.h"

#include <string.h>

struct _LpRuleSets
{
  char **folders;
  const char *config, *baseline;
  int *status;
  GPtrArray *all;        /* of LpRuleSet */
  GHashTable *by_path;   /* of a configuration, "" for none -> LpRuleSet */
  GHashTable *by_folder; /* of documents -> LpRuleSet */
};

static void
rule_set_free (gpointer data)
{
  LpRuleSet *set = data;
  g_clear_pointer (&set->configuration, lp_configuration_unref);
  g_clear_pointer (&set->baseline, lp_baseline_free);
  lp_pack_unref (set->pack);
  g_free (set);
}

LpRuleSets *
lp_rule_sets_new (char **folders, const char *config, const char *baseline, int *status)
{
  LpRuleSets *self = g_new0 (LpRuleSets, 1);
  self->folders = folders;
  self->config = config;
  self->baseline = baseline;
  self->status = status;
  self->all = g_ptr_array_new_with_free_func (rule_set_free);
  self->by_path = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_folder = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
lp_rule_sets_free (LpRuleSets *self)
{
  g_hash_table_unref (self->by_folder);
  g_hash_table_unref (self->by_path);
  g_ptr_array_unref (self->all);
  g_free (self);
}

static void
complain (LpRuleSets *self, const char *file, const GError *error)
{
  lp_command_input_error (file, error);
  *self->status = LP_EXIT_INPUT;
}

/* A configuration's rules take the place of the user's own, and the command line's that of both. */
static LpPack *
load_pack (LpRuleSets *self, const LpConfiguration *configuration)
{
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);

  if (configuration == NULL)
    return lp_command_load_rules (g_strcmp0 (self->config, "none") != 0, self->folders, self->status);
  LpPack *pack = lp_command_load_own_rules (self->status);
  lp_configuration_add_packs (configuration, pack, errors);
  lp_command_add_rules (pack, self->folders, self->status);
  lp_configuration_check_names (configuration, pack, errors);
  for (guint i = 0; i < errors->len; i++)
    complain (self, lp_configuration_get_path (configuration), errors->pdata[i]);
  return pack;
}

static LpBaseline *
load_baseline (LpRuleSets *self, const LpConfiguration *configuration)
{
  g_autoptr (GError) error = NULL;
  const char *path = self->baseline != NULL ? self->baseline : lp_configuration_get_baseline (configuration);

  if (path == NULL || g_strcmp0 (self->baseline, "none") == 0)
    return NULL;
  LpBaseline *baseline = lp_baseline_load (path, &error);
  if (baseline == NULL)
    complain (self, path, error);
  return baseline;
}

static LpRuleSet *
load_set (LpRuleSets *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  LpRuleSet *set = g_new0 (LpRuleSet, 1);

  set->configuration = *path != '\0' ? lp_configuration_load (path, &error) : NULL;
  if (error != NULL)
    complain (self, path, error);
  set->pack = load_pack (self, set->configuration);
  set->baseline = load_baseline (self, set->configuration);
  g_ptr_array_add (self->all, set);
  return set;
}

static const LpRuleSet *
set_of_configuration (LpRuleSets *self, char *path)
{
  LpRuleSet *set = g_hash_table_lookup (self->by_path, path);
  if (set == NULL)
    g_hash_table_insert (self->by_path, g_strdup (path), set = load_set (self, path));
  return set;
}

/* Of the folder in which it lies; the folder's own name where it stands for several. */
static const LpRuleSet *
set_of_folder (LpRuleSets *self, const char *folder)
{
  const LpRuleSet *set = g_hash_table_lookup (self->by_folder, folder);
  if (set != NULL)
    return set;
  g_autofree char *path = lp_configuration_find (folder);
  set = set_of_configuration (self, path != NULL ? path : (char *) "");
  g_hash_table_insert (self->by_folder, g_strdup (folder), (gpointer) set);
  return set;
}

const LpRuleSet *
lp_rule_sets_get (LpRuleSets *self, const char *path)
{
  if (g_strcmp0 (self->config, "none") == 0)
    return set_of_configuration (self, (char *) "");
  if (self->config != NULL)
    return set_of_configuration (self, (char *) self->config);
  g_autofree char *folder = path != NULL && !g_str_equal (path, "-") ? g_path_get_dirname (path) : g_strdup (".");
  return set_of_folder (self, folder);
}

LpPack *
lp_rule_sets_dup_pack (LpRuleSets *self)
{
  if (self->all->len == 1)
    return lp_pack_ref (((LpRuleSet *) self->all->pdata[0])->pack);
  LpPack *pack = lp_pack_new (NULL);
  for (guint i = 0; i < self->all->len; i++)
    lp_pack_join (pack, ((LpRuleSet *) self->all->pdata[i])->pack);
  return pack;
}

const GPtrArray *
lp_rule_sets_get_all (LpRuleSets *self)
{
  return self->all;
}
