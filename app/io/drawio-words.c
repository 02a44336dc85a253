#include "io/drawio-words.h"

#include <string.h>

/* Patterns are searched in lower case, with word boundaries where a word is Latin. */
typedef struct
{
  const char *pattern;
  const char *value;
  GRegex *regex;
} LpWord;

#define REGION                                                                                               \
  "(us|eu|ap|sa|ca|me|af|il|mx|cn)-(gov-|iso-|isob-)?(north|south|east|west|central|northeast|southeast|"    \
  "northwest|southwest)-?[1-9]"

/* The innermost place that is named decides: "VPC A, private subnet 1" is the subnet. */
static LpWord frames[] = {
  { "auto ?-?scaling|\\basg\\b|오토 ?스케일링|オートスケーリング", "auto-scaling-group" },
  { "security ?groups?\\b|\\bsg\\b|^sg-|보안 ?그룹|セキュリティ ?グループ", "security-group" },
  { "\\bsub-?nets?\\b(?! ?groups?)|subnet(?!s? ?groups?)|서브넷(?! ?그룹)|サブネット(?! ?グループ)|subred|sous-réseau",
    "subnet" },
  { "availability ?zones?|\\baz\\b|\\baz ?-? ?[0-9a-f]\\b|가용 ?영역|アベイラビリティ|zona de disponib",
    "availability-zone" },
  { "\\bvpcs?\\b(?! ?(flow|endpoint|peering|link|lattice|connect))|virtual private cloud", "vpc" },
  { "\\bregions?\\b|리전|リージョン|región|região", "region" },
  { "\\baws accounts?\\b|\\baccounts?( ?[a-z0-9]{1,2}| ?[0-9]+| ?[:(#-].*)?$|계정|アカウント|cuenta|\\bconta\\b", "account" },
  { "aws ?cloud|^(the )?(aws|amazon web services)( 클라우드|クラウド)?$|aws 클라우드|awsクラウド|nube "
    "aws|nuvem aws",
    "aws-cloud" },
  { "\\b(corporate|customer|local|remote) ?-?(data ?cent(er|re)|network|site|office|environment)$|^on-?prem|"
    "data ?cent(er|re)|온프레미스|데이터 ?센터|オンプレ|データセンター",
    "corporate-data-center" },
};

/* A code alone says less than a name: "10.0.1.0/24 (eu-west-3a)" on a subnet is where, not what it is. */
static LpWord codes[] = {
  { REGION "[a-f]\\b", "availability-zone" },
  { REGION "\\b", "region" },
};

/* Names that people write on plain shapes; what the catalogue itself calls a kind is asked before these. */
static LpWord tiles[] = {
  { "^(end[ -]?|web |mobile |external |internal |aws |the )?(users?|clients?|customers?|visitors?)( "
    "?\\(s\\))?$|^(사용자|고객|유저|ユーザー?|利用者|usuarios?|utilisateurs?|usuários?)$",
    "users" },
  { "^(the |public )?(internet|인터넷|インターネット)( users?)?$|^www$", "internet" },
  { "^(aws |public |private |internal |external |internet-facing )*(alb|application load ?balancer)( "
    "[0-9a-z])?$",
    "alb" },
  { "^(aws |public |private |internal |external |internet-facing )*(nlb|network load ?balancer)( [0-9a-z])?$",
    "nlb" },
  { "^(nat ?-?(gw|gateway)|nat)( ?-?[0-9a-z])?$", "nat-gateway" },
  { "^(internet gateway|igw)$", "internet-gateway" },
  { "^(aws )?(transit gateway|tgw)$", "transit-gateway" },
  { "^(virtual private gateway|vgw|vpn gateway)$", "virtual-private-gateway" },
  { "^(site[ -]to[ -]site )?vpn( connection| tunnel)?$", "vpn-connection" },
  { "^(aws )?direct ?connect$|^dx$", "direct-connect" },
  { "^(customer gateway|cgw)$", "customer-gateway" },
  { "^(amazon |aws )?route ?53( hosted zone)?$", "route53-zone" },
  { "^(amazon |aws )?cloud ?front( distribution)?$", "cloudfront" },
  { "^(aws )?(waf( ?v2)?|web application firewall)( web acl)?$", "waf-web-acl" },
  { "^(amazon |aws )?(ec2|elastic compute cloud)( instances?| server)?( ?#?[0-9a-z])?$", "ec2-instance" },
  { "^(aws )?lambda( functions?)?$", "lambda-function" },
  { "^(amazon |aws )?(rds|relational database service)( [a-z]+)?$", "rds-instance" },
  { "^(amazon |aws )?aurora( [a-z]+)?$", "aurora-cluster" },
  { "^(amazon |aws )?dynamo ?db( tables?)?$", "dynamodb-table" },
  { "^(amazon |aws )?elasticache.*$", "elasticache-cluster" },
  { "^(amazon |aws )?s3( buckets?)?$", "s3-bucket" },
  { "^(amazon |aws )?efs$", "efs-file-system" },
  { "^(amazon |aws )?ebs( volumes?)?$", "ebs-volume" },
  { "^(amazon |aws )?sqs( queues?)?$", "sqs-queue" },
  { "^(amazon |aws )?sns( topics?)?$", "sns-topic" },
  { "^(amazon |aws )?event ?bridge$", "eventbridge-bus" },
  { "^(amazon |aws )?api ?-?(gateway|gw)$", "api-gateway" },
  { "^(aws )?step ?functions?$", "step-functions" },
  { "^(aws )?secrets? ?manager$", "secret" },
  { "^(aws )?certificate ?manager$|^acm$", "certificate" },
  { "^(aws )?((systems ?manager|ssm) )?parameter ?store$", "parameter-store" },
};

/* "FROM>TO": an icon of the kind FROM whose label matches is a TO. */
static LpWord closer[] = {
  { "\\bnlb\\b|network load ?balanc", "alb>nlb" },
  { "\\bnlb\\b|network load ?balanc", "elastic-load-balancing>nlb" },
  { "\\balb\\b|application load ?balanc", "elastic-load-balancing>alb" },
  { "\\bnlb\\b|network load ?balanc", "classic-load-balancer>nlb" },
  { "\\balb\\b|application load ?balanc", "classic-load-balancer>alb" },
  { "\\balb\\b|application load ?balanc", "nlb>alb" },
  { "\\baurora\\b", "rds-instance>aurora-cluster" },
  { "health ?check", "route53-zone>route53-health-check" },
  { "\\bsnapshots?\\b|스냅샷|スナップショット", "ebs-volume>ebs-snapshot" },
  { "\\bvaults?\\b|볼트|ボールト", "backup-plan>backup-vault" },
  { "\\bplans?\\b", "backup-vault>backup-plan" },
};

static LpWord connections[] = {
  { "replicat|\\bsync(hronous|hronization)?\\b|복제|レプリ|複製", "replicates" },
  { "dead.?letter|\\bdlq\\b", "dead-letter" },
  { "\\bfail(s)?-?over\\b|장애 ?조치|フェイルオーバー", "fails-over" },
  { "\\bback(s|ed|ing)?[ -]?ups?\\b|백업|バックアップ", "backs-up" },
};

static const char *
find (LpWord *words, guint n, const char *label)
{
  for (guint i = 0; i < n; i++)
    {
      if (g_once_init_enter (&words[i].regex))
        g_once_init_leave (&words[i].regex,
                           g_regex_new (words[i].pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
      if (g_regex_match (words[i].regex, label, 0, NULL))
        return words[i].value;
    }
  return NULL;
}

gboolean
lp_drawio_words_are_number (const char *label)
{
  gunichar first = g_utf8_get_char (label);
  glong length = g_utf8_strlen (label, 4);

  if (length == 1 && (first >= 0x2460 && first <= 0x24ff))
    return TRUE;
  if (length > 3 || (length > 1 && !g_ascii_isdigit (label[0])))
    return FALSE;
  for (const char *c = label; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && !(c > label && (*c == '.' || *c == ')' || *c == '\'')))
      return FALSE;
  return TRUE;
}

const LpKind *
lp_drawio_words_find_frame (const LpCatalogue *catalogue, const char *label)
{
  const LpKind *named = lp_drawio_words_find_named_frame (catalogue, label);
  const char *kind = label != NULL && named == NULL ? find (codes, G_N_ELEMENTS (codes), label) : NULL;
  return kind != NULL ? lp_catalogue_find (catalogue, kind) : named;
}

const LpKind *
lp_drawio_words_find_named_frame (const LpCatalogue *catalogue, const char *label)
{
  const char *kind = label != NULL ? find (frames, G_N_ELEMENTS (frames), label) : NULL;
  return kind != NULL ? lp_catalogue_find (catalogue, kind) : NULL;
}

gboolean
lp_drawio_words_say_frame (const char *label, const char *kind)
{
  for (guint i = 0; label != NULL && i < G_N_ELEMENTS (frames); i++)
    if (g_str_equal (frames[i].value, kind))
      return find (&frames[i], 1, label) != NULL;
  return FALSE;
}

/* What is left of "Cloud Front" and "CloudFront" alike. */
static char *
letters_of (const char *text)
{
  char *letters = g_utf8_casefold (text, -1), *to = letters;

  for (const char *from = letters; *from != '\0'; from++)
    if (*from != ' ' && *from != '-')
      *to++ = *from;
  *to = '\0';
  return letters;
}

static gboolean
says (const char *name, const char *label)
{
  static const char *const makers[] = { "", "Amazon ", "AWS " };

  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      gsize n = strlen (makers[i]);
      if (g_ascii_strncasecmp (label, makers[i], n) == 0)
        {
          g_autofree char *a = letters_of (label + n), *b = letters_of (name);
          if (g_str_equal (a, b))
            return TRUE;
        }
    }
  return FALSE;
}

const LpKind *
lp_drawio_words_find_tile (const LpCatalogue *catalogue, const char *label)
{
  if (label == NULL || strlen (label) > 60)
    return NULL;
  for (guint i = 0; i < lp_catalogue_get_n_kinds (catalogue); i++)
    {
      const LpKind *kind = lp_catalogue_get_kind (catalogue, i);
      if (kind->is_container || g_str_equal (kind->id, LP_KIND_GENERIC))
        continue;
      for (guint language = 0; language < LP_N_LANGUAGES; language++)
        if (says (kind->name.in[language], label))
          return kind;
    }
  const char *kind = find (tiles, G_N_ELEMENTS (tiles), label);
  return kind != NULL ? lp_catalogue_find (catalogue, kind) : NULL;
}

const LpKind *
lp_drawio_words_find_in_name (const LpCatalogue *catalogue, const char *name)
{
  for (const char *words = name; words != NULL; words = strchr (words, ' '))
    {
      words += *words == ' ';
      /* One word at the end says too little: "Route 53 application recovery". */
      if (words != name && strchr (words, ' ') == NULL)
        return NULL;
      g_autofree char *singular = g_str_has_suffix (words, "s") ? g_strndup (words, strlen (words) - 1) : NULL;
      const LpKind *kind = lp_drawio_words_find_tile (catalogue, words);
      if (kind == NULL && singular != NULL)
        kind = lp_drawio_words_find_tile (catalogue, singular);
      if (kind != NULL)
        return kind;
    }
  return NULL;
}

const LpKind *
lp_drawio_words_refine (const LpCatalogue *catalogue, const LpKind *kind, const char *label)
{
  for (guint i = 0; label != NULL && i < G_N_ELEMENTS (closer); i++)
    {
      const char *arrow = strchr (closer[i].value, '>');
      if (strncmp (closer[i].value, kind->id, arrow - closer[i].value) == 0
          && kind->id[arrow - closer[i].value] == '\0' && find (&closer[i], 1, label) != NULL)
        {
          const LpKind *found = lp_catalogue_find (catalogue, arrow + 1);
          return found != NULL ? found : kind;
        }
    }
  return kind;
}

int
lp_drawio_words_say_public (const char *label)
{
  static LpWord words[] = {
    { "private|privada|privado|isolated|internal|프라이빗|사설|プライベート|非公開", "0" },
    { "public|pública|publico|\\bdmz\\b|퍼블릭|パブリック|公開", "1" },
  };
  const char *value = label != NULL ? find (words, G_N_ELEMENTS (words), label) : NULL;
  return value == NULL ? -1 : *value - '0';
}

const char *
lp_drawio_words_find_connection (const char *label)
{
  return label != NULL ? find (connections, G_N_ELEMENTS (connections), label) : NULL;
}

static void
set_string (LpComponent *component, const LpKind *kind, const char *property, const char *value)
{
  if (lp_kind_find_property (kind, property) == NULL
      || lp_properties_lookup (component->set, property) != NULL)
    return;
  JsonNode *node = json_node_new (JSON_NODE_VALUE);
  json_node_set_string (node, value);
  lp_component_set_property (component, property, node);
}

static void
set_cidr (LpComponent *component, const LpKind *kind, const char *label)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;

  if (g_once_init_enter (&regex))
    g_once_init_leave (
        &regex, g_regex_new ("\\b[0-9]{1,3}(\\.[0-9]{1,3}){3}/[0-9]{1,2}\\b", G_REGEX_OPTIMIZE, 0, NULL));
  if (!g_regex_match (regex, label, 0, &match))
    return;
  g_autofree char *cidr = g_match_info_fetch (match, 0);
  /* Two blocks in one label leave open which is meant. */
  if (!g_match_info_next (match, NULL))
    set_string (component, kind, "cidr", cidr);
}

void
lp_drawio_words_set_properties (LpComponent *component, const LpKind *kind, const char *label)
{
  static LpWord schemes[] = {
    { "internet[- ]facing", "internet-facing" },
    { "\\binternal\\b", "internal" },
  };
  static LpWord multi_az[] = { { "\\bmulti-? ?az\\b|다중 ?az|マルチ ?az", "yes" } };

  if (label == NULL)
    return;
  set_cidr (component, kind, label);
  const char *scheme = find (schemes, G_N_ELEMENTS (schemes), label);
  if (scheme != NULL && (g_str_equal (kind->id, "alb") || g_str_equal (kind->id, "nlb")))
    set_string (component, kind, "scheme", scheme);
  if (lp_kind_find_property (kind, "multi_az") != NULL && find (multi_az, 1, label) != NULL)
    {
      JsonNode *node = json_node_new (JSON_NODE_VALUE);
      json_node_set_boolean (node, TRUE);
      lp_component_set_property (component, "multi_az", node);
    }
}
