#include <stdio.h>

#include "base/json-node.h"
#include "base/json-write.h"
#include "catalogue/catalogue.h"
#include "cli/options.h"
#include "rules/suggest.h"

static char *format;
static char *language;

static const GOptionEntry entries[] = {
  LP_OPTION_LIST_FORMAT (format),
  LP_OPTION_LANGUAGE (language),
  { NULL },
};

/* --- text -------------------------------------------------------------------------------------------- */

static void
print_names (const LpPropertyKind *properties, guint n)
{
  for (guint i = 0; i < n; i++)
    printf ("%s%s%s", i == 0 ? "      " : ", ", properties[i].name, i + 1 == n ? "\n" : "");
}

static void
print_group (const LpCatalogue *catalogue, const LpKindGroup *group)
{
  printf ("%s\n", lp_text (&group->name));
  for (guint i = 0; i < lp_catalogue_get_n_kinds (catalogue); i++)
    {
      const LpKind *kind = lp_catalogue_get_kind (catalogue, i);
      if (!g_str_equal (kind->group, group->id))
        continue;
      printf ("  %-28s %s", kind->id, lp_text (&kind->name));
      if (kind->status != LP_STATUS_CURRENT)
        printf (kind->status == LP_STATUS_ENDED ? _("  (ended %s)") : _("  (closed to new customers %s)"), kind->since);
      putchar ('\n');
      print_names (kind->properties, kind->n_properties);
    }
  putchar ('\n');
}

static void
print_connections (const LpCatalogue *catalogue)
{
  printf ("%s\n", _("Connections"));
  for (guint i = 0; i < lp_catalogue_get_n_connection_kinds (catalogue); i++)
    {
      const LpConnectionKind *kind = lp_catalogue_get_connection_kind (catalogue, i);
      printf ("  %-28s %s\n", kind->id, lp_text (&kind->sentence));
      print_names (kind->properties, kind->n_properties);
    }
}

static void
print_text (const LpCatalogue *catalogue)
{
  for (guint i = 0; i < lp_catalogue_get_n_groups (catalogue); i++)
    print_group (catalogue, lp_catalogue_get_group (catalogue, i));
  print_connections (catalogue);
}

/* --- one kind --- */

static void
print_choices (const LpPropertyKind *property)
{
  for (guint i = 0; i < property->n_choices; i++)
    printf ("      %-22s %s\n", property->choices[i].value, lp_text (&property->choices[i].label));
}

static void
print_property (const LpPropertyKind *property)
{
  g_autoptr (GString) unset = g_string_new (NULL);

  printf ("  %-24s %s\n", property->name, lp_text (&property->help));
  if (property->type == LP_PROPERTY_CHOICE)
    print_choices (property);
  else if (property->type == LP_PROPERTY_QUANTITY)
    printf ("      %s\n", lp_unit_describe (property->unit));
  else
    printf ("      %s\n", property->type == LP_PROPERTY_BOOLEAN ? "true, false"
                                                                  : lp_property_type_name (property->type));
  if (property->unset == NULL)
    return;
  lp_json_write_node (unset, property->unset);
  printf (_("      where it is not set: %s\n"), unset->str);
}

static void
print_containers (const LpKind *kind)
{
  for (guint i = 0; kind->containers != NULL && kind->containers[i] != NULL; i++)
    printf ("%s%s", i == 0 ? "  " : ", ", *kind->containers[i] != '\0' ? kind->containers[i] : _("the top level"));
  printf ("%s\n", kind->containers == NULL ? _("  anything") : "");
}

static void
print_properties (const LpPropertyKind *properties, guint n)
{
  if (n > 0)
    printf ("\n%s\n", _("Properties"));
  for (guint i = 0; i < n; i++)
    print_property (&properties[i]);
}

static void
print_status (const LpKind *kind)
{
  if (kind->status == LP_STATUS_CURRENT)
    return;
  printf (kind->status == LP_STATUS_ENDED ? _("  (ended %s)") : _("  (closed to new customers %s)"), kind->since);
  printf ("\n  %s\n", kind->source);
  if (kind->successor != NULL)
    printf ("  → %s\n", kind->successor);
}

static void
print_kind (const LpKind *kind)
{
  printf ("%s: %s\n", kind->id, lp_text (&kind->name));
  print_status (kind);
  if (!kind->is_hidden)
    {
      printf ("\n%s\n", _("Stands in"));
      print_containers (kind);
    }
  print_properties (kind->properties, kind->n_properties);
}

static void
print_connection (const LpConnectionKind *kind)
{
  printf ("%s: %s\n", kind->id, lp_text (&kind->sentence));
  print_properties (kind->properties, kind->n_properties);
}

/* --- JSON -------------------------------------------------------------------------------------------- */

static void
set_text (JsonObject *object, const char *key, const LpText *text)
{
  JsonObject *languages = json_object_new ();
  for (guint i = 0; i < LP_N_LANGUAGES; i++)
    json_object_set_string_member (languages, lp_language_code ((LpLanguage) i), text->in[i]);
  json_object_set_object_member (object, key, languages);
}

static void
set_strings (JsonObject *object, const char *key, const char *const *strings)
{
  JsonArray *array = json_array_new ();
  for (guint i = 0; strings[i] != NULL; i++)
    json_array_add_string_element (array, strings[i]);
  json_object_set_array_member (object, key, array);
}

static void
set_choices (JsonObject *object, const LpPropertyKind *property)
{
  JsonArray *array = json_array_new ();
  for (guint i = 0; i < property->n_choices; i++)
    {
      JsonObject *choice = json_object_new ();
      json_object_set_string_member (choice, "value", property->choices[i].value);
      set_text (choice, "label", &property->choices[i].label);
      json_array_add_object_element (array, choice);
    }
  json_object_set_array_member (object, "choices", array);
}

static JsonObject *
describe_property (const LpPropertyKind *property)
{
  JsonObject *object = json_object_new ();
  json_object_set_string_member (object, "name", property->name);
  json_object_set_string_member (object, "type", lp_property_type_name (property->type));
  if (property->type == LP_PROPERTY_QUANTITY)
    json_object_set_string_member (object, "unit", lp_property_unit_name (property->unit));
  if (property->type == LP_PROPERTY_CHOICE)
    set_choices (object, property);
  if (property->unset != NULL)
    json_object_set_member (object, "unset", json_node_copy (property->unset));
  set_text (object, "label", &property->label);
  set_text (object, "help", &property->help);
  return object;
}

static void
set_status (JsonObject *object, const LpKind *kind)
{
  static const char *const names[] = { "current", "closed", "ended" };
  JsonObject *status = json_object_new ();
  json_object_set_string_member (status, "is", names[kind->status]);
  if (kind->since != NULL)
    json_object_set_string_member (status, "since", kind->since);
  if (kind->source != NULL)
    json_object_set_string_member (status, "source", kind->source);
  if (kind->successor != NULL)
    json_object_set_string_member (status, "successor", kind->successor);
  json_object_set_object_member (object, "status", status);
}

static void
set_properties (JsonObject *object, const LpPropertyKind *properties, guint n)
{
  JsonArray *array = json_array_new ();
  for (guint i = 0; i < n; i++)
    json_array_add_object_element (array, describe_property (&properties[i]));
  json_object_set_array_member (object, "properties", array);
}

static void
set_other_ids (JsonObject *object, const LpKind *kind)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  JsonArray *array = json_array_new ();
  for (guint i = 0; i < lp_catalogue_get_n_other_ids (catalogue); i++)
    if (g_str_equal (lp_catalogue_get_other_id (catalogue, i)->kind, kind->id))
      json_array_add_string_element (array, lp_catalogue_get_other_id (catalogue, i)->id);
  json_object_set_array_member (object, "also", array);
}

static JsonObject *
describe_kind (const LpKind *kind)
{
  static const char *const scopes[] = { "none", "global", "regional", "zonal", "on-premises" };
  JsonObject *object = json_object_new ();
  json_object_set_string_member (object, "id", kind->id);
  set_text (object, "name", &kind->name);
  set_text (object, "short", &kind->short_name);
  set_other_ids (object, kind);
  json_object_set_string_member (object, "group", kind->group);
  json_object_set_string_member (object, "glyph", kind->glyph);
  set_strings (object, "roles", kind->roles);
  json_object_set_string_member (object, "scope", scopes[kind->scope]);
  if (kind->containers != NULL)
    set_strings (object, "in", kind->containers);
  set_properties (object, kind->properties, kind->n_properties);
  set_strings (object, "drawio", kind->drawio);
  set_strings (object, "cloudformation", kind->cloudformation);
  set_strings (object, "terraform", kind->terraform);
  set_status (object, kind);
  return object;
}

static JsonObject *
describe_connection (const LpConnectionKind *kind)
{
  JsonObject *object = json_object_new ();
  JsonArray *joins = json_array_new ();
  json_object_set_string_member (object, "id", kind->id);
  set_text (object, "name", &kind->name);
  set_text (object, "sentence", &kind->sentence);
  for (guint i = 0; kind->from[i] != NULL; i++)
    {
      JsonObject *join = json_object_new ();
      json_object_set_string_member (join, "from", kind->from[i]);
      json_object_set_string_member (join, "to", kind->to[i]);
      json_array_add_object_element (joins, join);
    }
  json_object_set_array_member (object, "joins", joins);
  set_properties (object, kind->properties, kind->n_properties);
  return object;
}

static JsonObject *
describe_group (const LpKindGroup *group)
{
  JsonObject *object = json_object_new ();
  json_object_set_string_member (object, "id", group->id);
  set_text (object, "name", &group->name);
  json_object_set_string_member (object, "colour", group->colour);
  return object;
}

static int
print_json (const LpCatalogue *catalogue)
{
  JsonObject *root = json_object_new ();
  JsonArray *groups = json_array_new (), *kinds = json_array_new (), *connections = json_array_new ();
  for (guint i = 0; i < lp_catalogue_get_n_groups (catalogue); i++)
    json_array_add_object_element (groups, describe_group (lp_catalogue_get_group (catalogue, i)));
  for (guint i = 0; i < lp_catalogue_get_n_kinds (catalogue); i++)
    json_array_add_object_element (kinds, describe_kind (lp_catalogue_get_kind (catalogue, i)));
  for (guint i = 0; i < lp_catalogue_get_n_connection_kinds (catalogue); i++)
    json_array_add_object_element (connections,
                                   describe_connection (lp_catalogue_get_connection_kind (catalogue, i)));
  json_object_set_array_member (root, "groups", groups);
  json_object_set_array_member (root, "kinds", kinds);
  json_object_set_array_member (root, "connections", connections);
  return lp_command_print_json (lp_json_node_object (root));
}

static int
show_kind (const char *id, LpListFormat as)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  const LpKind *kind = lp_catalogue_find (catalogue, id);
  const LpConnectionKind *connection = lp_catalogue_find_connection (catalogue, id);
  const char *meant = lp_suggest_kind (catalogue, id);

  if (kind == NULL && connection == NULL)
    return meant != NULL ? lp_command_usage_error (&lp_command_kinds, _("there is no kind “%s”; did you mean “%s”?"),
                                                   id, meant)
                         : lp_command_usage_error (&lp_command_kinds,
                                                   _("there is no kind “%s”; “loadpath kinds” lists them"), id);
  if (as == LP_LIST_JSON)
    return lp_command_print_json (
        lp_json_node_object (kind != NULL ? describe_kind (kind) : describe_connection (connection)));
  if (kind != NULL)
    print_kind (kind);
  else
    print_connection (connection);
  return LP_EXIT_OK;
}

static int
run (int argc, char **argv)
{
  int status = LP_EXIT_OK;
  LpListFormat as;
  g_clear_pointer (&format, g_free);
  g_clear_pointer (&language, g_free);
  if (!lp_command_parse (&lp_command_kinds, entries, &argc, &argv, &status)
      || !lp_command_take_language (&lp_command_kinds, language, &status)
      || !lp_command_take_list_format (&lp_command_kinds, format, &as, &status))
    return status;
  if (argc > 2)
    return lp_command_usage_error (&lp_command_kinds, _("“%s” is too much: name one kind at most"), argv[2]);
  if (argc == 2)
    return show_kind (argv[1], as);
  if (as == LP_LIST_JSON)
    return print_json (lp_catalogue_get_default ());
  print_text (lp_catalogue_get_default ());
  return LP_EXIT_OK;
}

const LpCommand lp_command_kinds = {
  .name = "kinds",
  .arguments = "[KIND] [--format text|json] [--lang en|ko]",
  .summary = N_("List the kinds of component and connection, or one with its properties"),
  .run = run,
};
