/* What the graph functions must know of the kinds of a design's components, looked up once for each. */
#pragma once

#include "catalogue/catalogue.h"
#include "model/design.h"

G_BEGIN_DECLS

typedef enum
{
  LP_TRAIT_ZONE = 1 << 0,
  LP_TRAIT_REGION = 1 << 1,
  LP_TRAIT_SUBNET = 1 << 2,
  LP_TRAIT_GROUP = 1 << 3,   /* an Auto Scaling group: its members are one thing */
  LP_TRAIT_WRAPPER = 1 << 4, /* what arrives at it arrives at its members: a security group, a plain box */
  LP_TRAIT_INSTANCE = 1 << 5,
  LP_TRAIT_BALANCER = 1 << 6, /* its targets do the same work */
  LP_TRAIT_ADDRESS = 1 << 7,  /* passes on to what it is attached to */
  LP_TRAIT_USERS = 1 << 8,
  LP_TRAIT_INTERNET = 1 << 9,
  LP_TRAIT_PREMISES = 1 << 10, /* a data centre */
  LP_TRAIT_ENTRY = 1 << 11,    /* made to be called from outside */
  LP_TRAIT_OUTBOUND = 1 << 12, /* lets nobody in: a NAT gateway */
  LP_TRAIT_GATEWAY = 1 << 13,  /* an internet gateway */
  LP_TRAIT_NETWORK = 1 << 14,  /* wider than a zone: nothing inside inherits a zone from it */
  LP_TRAIT_PLAIN = 1 << 15,    /* "generic": says nothing about what it is */
  LP_TRAIT_FRAME = 1 << 16,    /* a plain frame: what stands in it counts as standing in its container */
} LpTrait;

typedef struct
{
  const char *id;     /* of its kind, whichever of its ids the document gives; what the document says if unknown */
  const LpKind *kind; /* of the catalogue; NULL where it does not know it */
  const LpOtherId *other; /* the id that the document has, where it is not the kind's own; or NULL */
  guint traits;       /* of LpTrait */
} LpKindTraits;

LpKindTraits lp_kind_traits_of (const char *kind, const LpCatalogue *catalogue);
/* One per component, in the design's order. Free with g_free(). */
LpKindTraits *lp_kind_traits_new (const LpDesign *design, const LpCatalogue *catalogue);

G_END_DECLS
