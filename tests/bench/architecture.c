#include "architecture.h"

/* A subnet holds COLUMNS by ROWS tiles. */
#define COLUMNS 3
#define ROWS 2
#define PITCH_X 160
#define PITCH_Y 136
#define SUBNET_W (COLUMNS * PITCH_X + 48)
#define SUBNET_H (ROWS * PITCH_Y + 40)
#define ZONE_W (SUBNET_W + 48)
#define ZONE_H (3 * (SUBNET_H + 32) + 56)
#define VPC_W (3 * (ZONE_W + 48) + 200)
#define VPC_H (ZONE_H + 88)
#define REGION_W (2 * (VPC_W + 64) + 232)
#define REGION_H (2 * (VPC_H + 64) + 72)

typedef struct
{
  GString *components, *connections;
  guint n, most, n_connections, n_regions;
  guint64 state;
} Maker;

/* Knuth's MMIX generator: no library changes it under us. */
static guint
below (Maker *self, guint n)
{
  self->state
      = self->state * G_GUINT64_CONSTANT (6364136223846793005) + G_GUINT64_CONSTANT (1442695040888963407);
  return (guint) ((self->state >> 33) % MAX (n, 1));
}

/* FALSE where the document is full. `more`: further members, or "". */
static gboolean
add (Maker *self, const char *id, const char *kind, const char *in, int x, int y, const char *more)
{
  if (self->n == self->most)
    return FALSE;
  g_string_append_printf (self->components, "%s\n    {\"id\": \"%s\", \"kind\": \"%s\", \"label\": \"%s\"",
                          self->n++ > 0 ? "," : "", id, kind, id);
  if (in != NULL)
    g_string_append_printf (self->components, ", \"in\": \"%s\"", in);
  if (x >= 0)
    g_string_append_printf (self->components, ", \"at\": [%d, %d]", x, y);
  g_string_append_printf (self->components, "%s}", more);
  return TRUE;
}

static void
join (Maker *self, const char *kind, const char *from, const char *to)
{
  g_string_append_printf (self->connections,
                          "%s\n    {\"id\": \"c%u\", \"kind\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}",
                          self->n_connections > 0 ? "," : "", self->n_connections, kind, from, to);
  self->n_connections++;
}

/* Adds a tile and joins it; FALSE where the document is full. */
static gboolean
add_joined (Maker *self, const char *id, const char *kind, const char *in, guint slot, const char *more,
            const char *connection, const char *from)
{
  if (!add (self, id, kind, in, 24 + slot % COLUMNS * PITCH_X, 40 + slot / COLUMNS * PITCH_Y, more))
    return FALSE;
  join (self, connection, from, id);
  return TRUE;
}

static char *
frame_size (int w, int h, const char *more)
{
  return g_strdup_printf (", \"size\": [%d, %d]%s", w, h, more);
}

static gboolean
add_subnet (Maker *self, const char *id, const char *zone, guint tier)
{
  g_autofree char *more
      = frame_size (SUBNET_W, SUBNET_H,
                    tier == 0 ? ", \"set\": {\"public\": true}" : ", \"set\": {\"public\": false}");
  return add (self, id, "subnet", zone, 24, 40 + tier * (SUBNET_H + 32), more);
}

/* Servers between the load balancer of the network and the database of the zone. */
static void
add_servers (Maker *self, const char *vpc, const char *region, const char *zone, const char *app)
{
  g_autofree char *balancer = g_strconcat (vpc, "-alb", NULL), *database = g_strconcat (zone, "-db", NULL);
  g_autofree char *cache = g_strconcat (zone, "-cache", NULL), *queue = g_strconcat (region, "-queue", NULL);
  g_autofree char *role = g_strdup_printf (", \"set\": {\"role\": \"%s\"}", vpc);
  for (guint i = 0, n = 3 + below (self, 4); i < n; i++)
    {
      g_autofree char *server = g_strdup_printf ("%s-%u", app, i);
      if (!add_joined (self, server, "ec2-instance", app, i, role, "traffic", balancer))
        return;
      join (self, "traffic", server, below (self, 3) > 0 ? database : cache);
      if (below (self, 12) == 0)
        join (self, "publishes", server, queue);
    }
}

static void
add_zone (Maker *self, const char *vpc, const char *region, guint number)
{
  g_autofree char *zone = g_strdup_printf ("%s-%c", vpc, 'a' + number);
  g_autofree char *public = g_strconcat (zone, "-public", NULL), *app = g_strconcat (zone, "-app", NULL);
  g_autofree char *data = g_strconcat (zone, "-data", NULL), *nat = g_strconcat (zone, "-nat", NULL);
  g_autofree char *database = g_strconcat (zone, "-db", NULL), *cache = g_strconcat (zone, "-cache", NULL);
  g_autofree char *balancer = g_strconcat (vpc, "-alb", NULL), *gateway = g_strconcat (vpc, "-igw", NULL);
  g_autofree char *first = g_strconcat (vpc, "-a-db", NULL), *size = frame_size (ZONE_W, ZONE_H, "");
  if (self->n + 7 > self->most
      || !add (self, zone, "availability-zone", vpc, 176 + number * (ZONE_W + 48), 56, size))
    return;
  add_subnet (self, public, zone, 0);
  add_subnet (self, app, zone, 1);
  add_subnet (self, data, zone, 2);
  add_joined (self, nat, "nat-gateway", public, 1, "", "traffic", gateway);
  if (number == 0)
    add (self, database, "rds-instance", data, 24, 40, ", \"set\": {\"engine\": \"postgresql\"}");
  else
    add_joined (self, database, "rds-instance", data, 0, ", \"set\": {\"multi_az\": true}", "replicates", first);
  add (self, cache, "elasticache-cluster", data, 24 + 2 * PITCH_X, 40, "");
  add_servers (self, vpc, region, zone, app);
}

static void
add_network (Maker *self, const char *region, guint number)
{
  g_autofree char *vpc = g_strdup_printf ("%s-vpc%u", region, number), *size = frame_size (VPC_W, VPC_H, "");
  g_autofree char *gateway = g_strconcat (vpc, "-igw", NULL), *balancer = g_strconcat (vpc, "-alb", NULL);
  g_autofree char *alarm = g_strconcat (vpc, "-alarm", NULL), *dns = g_strconcat (region, "-dns", NULL);
  if (self->n + 4 > self->most
      || !add (self, vpc, "vpc", region, 200 + number % 2 * (VPC_W + 64), 56 + number / 2 * (VPC_H + 64), size))
    return;
  add (self, gateway, "internet-gateway", vpc, 24, 56, "");
  add (self, balancer, "alb", vpc, 24, 640, ", \"set\": {\"scheme\": \"internet-facing\"}");
  join (self, "traffic", gateway, balancer);
  join (self, "dns", dns, balancer);
  add_joined (self, alarm, "cloudwatch-alarm", vpc, 6, "", "traffic", balancer);
  for (guint zone = 0, n = 2 + below (self, 2); zone < n; zone++)
    add_zone (self, vpc, region, zone);
  if (below (self, 4) == 0 && self->n_regions > 0)
    {
      g_autofree char *far = g_strdup_printf ("r%u-bucket", below (self, self->n_regions));
      join (self, "traffic", balancer, far);
    }
}

static void
add_region (Maker *self, guint across)
{
  static const struct { const char *name, *kind; } services[] = {
    { "dns", "route53-zone" },   { "bucket", "s3-bucket" },       { "queue", "sqs-queue" },
    { "dead", "sqs-queue" },     { "worker", "lambda-function" }, { "table", "dynamodb-table" },
    { "topic", "sns-topic" },    { "bus", "eventbridge-bus" },     { "plan", "backup-plan" },
    { "vault", "backup-vault" }, { "gateway", "api-gateway" },     { "migration", "dms-replication" },
    { "line", "direct-connect" },
  };
  static const struct { const char *kind, *from, *to; } joins[] = {
    { "polls", "worker", "queue" }, { "dead-letter", "queue", "dead" }, { "traffic", "worker", "table" },
    { "publishes", "worker", "topic" }, { "traffic", "worker", "bucket" },
    { "publishes", "bus", "queue" },    { "backs-up", "table", "plan" },
    { "backs-up", "bucket", "plan" },   { "backs-up", "plan", "vault" },
    { "invokes", "gateway", "worker" },
  };
  guint number = self->n_regions;
  g_autofree char *region = g_strdup_printf ("r%u", number), *size = frame_size (REGION_W, REGION_H, "");
  if (self->n + 1 + G_N_ELEMENTS (services) > self->most)
    {
      add (self, region, "region", NULL, -1, -1, "");
      self->n_regions++;
      return;
    }
  add (self, region, "region", NULL, 240 + number % across * (REGION_W + 96),
       40 + number / across * (REGION_H + 96), size);
  for (guint i = 0; i < G_N_ELEMENTS (services); i++)
    {
      g_autofree char *id = g_strconcat (region, "-", services[i].name, NULL);
      add (self, id, services[i].kind, region, 32, 72 + (int) i * 140, "");
    }
  for (guint i = 0; i < G_N_ELEMENTS (joins); i++)
    {
      g_autofree char *from = g_strconcat (region, "-", joins[i].from, NULL);
      g_autofree char *to = g_strconcat (region, "-", joins[i].to, NULL);
      join (self, joins[i].kind, from, to);
    }
  g_autofree char *dns = g_strconcat (region, "-dns", NULL);
  join (self, "dns", "users", dns);
  for (guint i = 0; i < 4 && self->n < self->most; i++)
    add_network (self, region, i);
  self->n_regions++;
}

static Maker
begin (guint n_components)
{
  return (Maker){ .components = g_string_new ("{\n  \"loadpath\": 1,\n  \"title\": \"Bench\",\n  \"requirements\": "
                                              "{\"environment\": \"production\"},\n  \"components\": ["),
                  .connections = g_string_new ("\n  ],\n  \"connections\": ["),
                  .most = n_components,
                  .state = G_GUINT64_CONSTANT (0x9E3779B97F4A7C15) };
}

static GBytes *
finish (Maker *self)
{
  g_string_append (self->components, self->connections->str);
  g_string_append (self->components, "\n  ],\n  \"comments\": [],\n  \"waivers\": []\n}\n");
  g_string_free (self->connections, TRUE);
  return g_string_free_to_bytes (self->components);
}

GBytes *
architecture_new (guint n_components)
{
  Maker self = begin (n_components);
  guint across = 1;
  while (across * across * 200 < n_components)
    across++;
  add (&self, "users", "users", NULL, 40, 400, "");
  while (self.n < n_components)
    add_region (&self, across);
  return finish (&self);
}

GBytes *
architecture_tangle (guint n_components)
{
  Maker self = begin (n_components);
  add (&self, "net", "vpc", NULL, -1, -1, "");
  for (guint i = 1; i < n_components; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);
      add (&self, id, "ec2-instance", "net", -1, -1, "");
    }
  for (guint i = 0; n_components > 1 && i < n_components * 13 / 10; i++)
    {
      g_autofree char *from = g_strdup_printf ("s%u", 1 + below (&self, n_components - 1));
      g_autofree char *to = g_strdup_printf ("s%u", 1 + below (&self, n_components - 1));
      join (&self, "traffic", from, to);
    }
  return finish (&self);
}
