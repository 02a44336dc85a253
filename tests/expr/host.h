/* A small host for tests: components in a row, each with a kind, some with properties that are not set. */
#pragma once

#include "expr/expr.h"

typedef struct
{
  const char *id, *kind;
  int zone;      /* index of the component that is its zone; -1: none */
  int encrypted; /* -1: not set */
  int size;      /* -1: not set */
} TestComponent;

/* 0 web-1, 1 web-2 (ec2-instance in az-a), 2 db (rds-instance in az-b, nothing set), 3 front (nlb, no zone),
 * 4 az-a, 5 az-b (availability-zone) */
extern const TestComponent test_components[];
#define TEST_N_COMPONENTS 6

/* Variables: self (component), components (list of them), any (dyn), count (int), nothing (int, never bound).
 * Methods of component: zone(), is(string), named(string...), kinds_of_zone(); functions: every(list, x,
 * bool). within('kind') gives a component of that kind. */
LpExprSchema *test_schema_new (void);
enum
{
  TEST_SELF,
  TEST_COMPONENTS,
  TEST_ANY,
  TEST_COUNT,
  TEST_NOTHING,
};
extern guint test_component_class;

LpExprRun *test_run_new (LpExprSchema *schema, guint self);

/* Compiles with the schema (or dynamic), evaluates with self bound, gives "JSON", "!CODE" for an error, or
 * "?self.field other.field" for what is not known. Free with g_free(). */
char *test_eval (const char *source, guint self, gboolean dynamic);
/* The name of an LpExprErrorCode. */
const char *test_code_name (int code);
