/* What the files of the survey share. */
#pragma once

#include "rules/survey.h"

G_BEGIN_DECLS

static inline LpSurvey *
lp_survey_of (LpExprRun *run)
{
  return lp_expr_run_get_host (run);
}

static inline LpValue
lp_component_value (guint component)
{
  return component == LP_NONE ? lp_value_null () : lp_value_object (LP_CLASS_COMPONENT, component);
}

static inline LpValue
lp_components_value (LpIndices components)
{
  return lp_value_object_list (LP_CLASS_COMPONENT, components.items, components.n);
}

/* 0, 1, 2 ... as many as there are components, or connections. */
guint *lp_survey_new_numbers (const LpDesign *design);
/* Gives the run the variables of the schema, and what it may do. */
void lp_survey_bind (LpSurvey *survey, LpExprRun *run);

/* Fields: their numbers, and the names of all properties that the catalogue knows. */
enum
{
  LP_FIELD_ID,
  LP_FIELD_KIND,
  LP_FIELD_LABEL,
  LP_FIELD_NAME,
  LP_FIELD_FROM,
  LP_FIELD_TO,
  LP_FIELD_PROPERTY,                /* and what is above: a property of that number */
  LP_FIELD_OTHER = G_MAXINT32,      /* of a connection: one that the catalogue does not know */
};

void lp_survey_add_classes (LpExprSchema *schema, const LpCatalogue *catalogue);
void lp_survey_add_methods (LpExprSchema *schema);
void lp_survey_add_functions (LpExprSchema *schema);
void lp_survey_add_cuts (LpExprSchema *schema);
void lp_survey_add_messages (LpExprSchema *schema);
void lp_survey_add_guards (LpExprSchema *schema);
void lp_survey_add_call_chains (LpExprSchema *schema);
void lp_survey_add_catalogue_facts (LpExprSchema *schema);

/* A list of these components (guint), copied into the run. */
LpValue lp_survey_found (LpExprRun *run, const GArray *found);

/* The number of a requirement's field; LP_NONE where there is none of that name. */
guint lp_requirement_field (const char *name);

/* The type of a property's values in expressions. */
const LpType *lp_property_type (const LpPropertyKind *property);
/* The JSON value as the property means it; unknown where it is not a value that the property may have. */
LpValue lp_property_value (
    LpExprRun *run, LpValue object, const LpPropertyKind *property, const char *name, JsonNode *node);
/* Any JSON as a value of the run. */
LpValue lp_json_value (LpExprRun *run, JsonNode *node);

/* The design's set for the catalogue's: bit i is connection kind i of the catalogue. */
LpKindSet lp_survey_kind_set (LpSurvey *survey, guint64 catalogue_kinds);
/* check() of functions. They set the call's site to the set of the kinds of connection that its constants name,
 * each a kind or a list of such, or refuse; where one is no constant the site stays 0, and the set is found at
 * run time. The first looks at one argument, whose position (GUINT_TO_POINTER) is the function's data; the other
 * at all that follow the receiver. */
gboolean lp_check_kinds_argument (LpCallCheck *check, gpointer data, GError **error);
gboolean lp_check_kinds_of_method (LpCallCheck *check, gpointer data, GError **error);
/* The set that the check found, or the one that the arguments name now; of a method without any: all kinds. */
LpKindSet lp_call_kinds_argument (LpExprRun *run, const LpCall *call, guint argument);
LpKindSet lp_call_kinds_of_method (LpExprRun *run, const LpCall *call);

G_END_DECLS
