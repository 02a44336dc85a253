/* What follows from what is not known: CEL's tables for errors and unknowns, and who is asked for what. */
#include "host.h"

typedef struct
{
  const char *source;
  guint self;
  const char *result;
} Case;

enum
{
  WEB_1,
  WEB_2,
  DB,
  FRONT,
};

/* U is db.encrypted, V is db.size > 1, E an error. */
#define U "components[2].encrypted"
#define V "components[2].size > 1"
#define E "1 / (count - 3) > 0"

static const Case cases[] = {
  { U, DB, "?db.encrypted" },
  { "self.encrypted", WEB_1, "true" },
  /* && */
  { U " && false", DB, "false" },
  { "false && " U, DB, "false" },
  { U " && true", DB, "?db.encrypted" },
  { "true && " U, DB, "?db.encrypted" },
  { U " && " V, DB, "?db.encrypted db.size" },
  { U " && " E, DB, "?db.encrypted" },
  { E " && " U, DB, "?db.encrypted" },
  { E " && false", DB, "false" },
  { "false && " E, DB, "false" },
  { E " && true", DB, "!DIVISION" },
  { E " && " U " && false", DB, "false" },
  /* || */
  { U " || true", DB, "true" },
  { "true || " U, DB, "true" },
  { U " || false", DB, "?db.encrypted" },
  { "false || " U, DB, "?db.encrypted" },
  { U " || " V, DB, "?db.encrypted db.size" },
  { U " || " E, DB, "?db.encrypted" },
  { E " || " U, DB, "?db.encrypted" },
  { E " || true", DB, "true" },
  { E " || false", DB, "!DIVISION" },
  /* all that is strict */
  { "!" U, DB, "?db.encrypted" },
  { U " == true", DB, "?db.encrypted" },
  { "dyn(" U ") == null", DB, "?db.encrypted" },
  { "components[2].size + self.size", DB, "?db.size" },
  { "components[2].size + components[1].size", DB, "?db.size web-2.size" },
  { "components[2].size + 1 / (count - 3)", DB, "?db.size" },
  { "1 / (count - 3) + components[2].size", DB, "?db.size" },
  { "[1, components[2].size]", DB, "?db.size" },
  { "{'a': components[2].size}.size()", DB, "?db.size" },
  { "components[components[2].size]", DB, "?db.size" },
  { "string(components[2].size)", DB, "?db.size" },
  { "self.is(string(components[2].size))", DB, "?db.size" },
  { "components[2].size in [1, 2]", DB, "?db.size" },
  /* ?: */
  { U " ? 1 : 2", DB, "?db.encrypted" },
  { "true ? 1 : components[2].size", DB, "1" },
  { "false ? 1 : components[2].size", DB, "?db.size" },
  /* has() knows */
  { "has(self.encrypted)", DB, "false" },
  { "has(self.encrypted)", WEB_2, "true" },
  { "has(self.encrypted) && self.encrypted", DB, "false" },
  { "has(any.size) || any.size > 1", WEB_2, "?web-2.size" },
  /* macros */
  { "components.exists(c, c.encrypted)", DB, "true" },
  { "components.all(c, c.encrypted)", DB, "false" },
  { "components.filter(c, c.kind == 'rds-instance').all(c, c.encrypted)", DB, "?db.encrypted" },
  { "components.filter(c, c.kind != 'ec2-instance').exists(c, c.encrypted)", DB,
    "?db.encrypted front.encrypted az-a.encrypted az-b.encrypted" },
  { "components.filter(c, c.size > 5)", DB, "?web-2.size db.size az-a.size az-b.size" },
  { "components.map(c, c.kind == 'nlb', c.size)", DB, "[100]" },
  { "components.map(c, c.size).sum()", DB, "?web-2.size db.size az-a.size az-b.size" },
  { "[0, 1].exists_one(i, components[i].encrypted)", DB, "true" },
  { "[0, 1, 2].exists_one(i, components[i].encrypted)", DB, "?db.encrypted" },
  { "[0, 2].map(i, i / i).size() == 2 || true", DB, "true" },
  { "[0, 2].all(i, i / i == 2 || components[i].encrypted)", DB, "?db.encrypted" },
  { "components.group_by(c, c.size)", DB, "?web-2.size db.size az-a.size az-b.size" },
  { "every(components, c, c.encrypted)", DB, "false" },
  { "every(components.filter(c, c.kind == 'nlb'), c, c.encrypted)", DB, "?front.encrypted" },
  /* each once, however often it was met */
  { U " && " U " && " V " && " U, DB, "?db.encrypted db.size" },
  { "components.map(x, components[2].size).size()", DB, "?db.size" },
  /* objects */
  { "self.zone() == null", FRONT, "true" },
  { "self.zone().id", WEB_1, "\"az-a\"" },
  { "self.zone().id", FRONT, "!NO_FIELD" },
  { "self.zone().zone() == null", FRONT, "!NO_OVERLOAD" },
  { "self.zone() != null && self.zone().id == 'az-a'", FRONT, "false" },
  { "components.map(c, c.zone()).distinct().size()", DB, "3" },
  { "components.filter(c, c.zone() != null).map(c, c.zone()).distinct()", DB,
    "[{\"id\": \"az-a\"}, {\"id\": \"az-b\"}]" },
  { "components.filter(c, c.zone() != null).group_by(c, c.zone()).map(g, g.map(c, c.id))", DB,
    "[[\"web-1\", \"web-2\"], [\"db\"]]" },
  { "self in components && !(self in components.filter(c, c.id == 'db'))", WEB_1, "true" },
  { "self.within('availability-zone').next.id", WEB_1, "\"az-b\"" },
  { "any.within('availability-zone').id", WEB_1, "\"az-a\"" },
  { "any.id", WEB_2, "\"web-2\"" },
  { "any.colour", WEB_2, "!NO_FIELD" },
  { "any.colour == 'red' || true", WEB_2, "true" },
  { "self.named('a', 'b', 'c') + self.named()", WEB_2, "3" },
  { "type(self) == type(any)", WEB_2, "true" },
  { "nothing", DB, "!UNBOUND" },
  { "nothing == 1 || true", DB, "true" },
};

static void
test_case (gconstpointer data)
{
  const Case *the_case = data;
  g_autofree char *result = test_eval (the_case->source, the_case->self, FALSE);

  if (!g_str_equal (result, the_case->result))
    g_test_fail_printf ("%s: %s, not %s", the_case->source, result, the_case->result);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/expr/unknown/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
