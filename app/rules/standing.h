/* What a component falls with: one Availability Zone, or its own failure alone. */
#pragma once

#include "rules/survey.h"

G_BEGIN_DECLS

typedef enum
{
  LP_ANSWER_NO,
  LP_ANSWER_YES,
  LP_ANSWER_UNKNOWN,
} LpAnswer;

typedef struct
{
  LpAnswer one_zone;   /* whether the loss of one zone takes it down */
  guint zone;          /* which one: a place; LP_NONE where it is not known, or none does */
  LpAnswer alone;      /* whether nothing takes over when it fails by itself */
  const char *missing; /* where an answer is not known: the property that would tell */
} LpStanding;

/* Servers, volumes and the like fall with their zone, and alone; those of an Auto Scaling group with the
 * zones of the group, and not alone. Databases, caches and file systems do so unless they are Multi-AZ, have
 * more nodes, or a standby that they fail over to or replicate to in step. A load balancer falls with its
 * zone where it has one only. What AWS keeps in several zones by itself falls with none, nor do containers.
 */
LpStanding lp_standing_of (LpSurvey *survey, guint component);

G_END_DECLS
