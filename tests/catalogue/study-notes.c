/* Every service that the study notes name, and the field's everyday ones, is found by what people type for it. */
#include "catalogue/kind-search.h"

static const struct
{
  const char *typed, *kind;
} names[] = {
  /* disaster recovery and backup */
  { "aws backup", "aws-backup" },
  { "backup vault", "backup-vault" },
  { "백업 볼트", "backup-vault" },
  { "restore test", "restore-testing-plan" },
  { "복원 테스트", "restore-testing-plan" },
  { "ebs snapshot", "ebs-snapshot" },
  { "ebs 스냅샷", "ebs-snapshot" },
  { "glacier", "s3-glacier" },
  { "글레이셔", "s3-glacier" },
  { "lifecycle policy", "s3-lifecycle-rule" },
  { "수명 주기 정책", "s3-lifecycle-rule" },
  { "elastic disaster recovery", "elastic-disaster-recovery" },
  { "drs", "elastic-disaster-recovery" },
  { "재해 복구", "elastic-disaster-recovery" },
  { "cloudendure dr", "cloudendure-disaster-recovery" },
  { "arc", "recovery-controller" },
  { "리전 전환", "recovery-controller" },
  { "route 53", "route53-zone" },
  { "chaos monkey", "fault-injection" },
  { "카오스 몽키", "fault-injection" },
  { "fis", "fault-injection" },
  { "game day", "game-day" },
  /* databases */
  { "dms", "dms-replication" },
  { "데이터베이스 마이그레이션", "dms-replication" },
  { "sct", "schema-conversion-tool" },
  { "스키마 변환 도구", "schema-conversion-tool" },
  { "schema conversion", "schema-conversion" },
  { "fleet advisor", "dms-fleet-advisor" },
  { "aurora", "aurora-cluster" },
  { "오로라", "aurora-cluster" },
  { "read replica", "rds-replica" },
  { "읽기 전용 복제본", "rds-replica" },
  { "rds", "rds-instance" },
  { "multi-az db cluster", "rds-cluster" },
  { "dax", "dax-cluster" },
  { "redis", "elasticache-cluster" },
  { "valkey", "elasticache-cluster" },
  { "memcached", "elasticache-cluster" },
  { "캐시", "elasticache-cluster" },
  /* on-premises servers */
  { "mgn", "application-migration" },
  { "application migration service", "application-migration" },
  { "sms", "server-migration-service" },
  { "서버 마이그레이션 서비스", "server-migration-service" },
  { "cloudendure", "cloudendure-migration" },
  { "application discovery service", "application-discovery" },
  { "애플리케이션 디스커버리", "application-discovery" },
  { "migration hub", "migration-hub" },
  { "마이그레이션 허브", "migration-hub" },
  { "vm import/export", "vm-import" },
  { "가상 머신 가져오기", "vm-import" },
  { "replication agent", "replication-agent" },
  { "복제 에이전트", "replication-agent" },
  { "aws transform", "aws-transform" },
  /* moving data */
  { "snowball", "snowball" },
  { "스노우볼", "snowball" },
  { "snowcone", "snowcone" },
  { "snowmobile", "snowmobile" },
  { "data transfer terminal", "data-transfer-terminal" },
  { "datasync", "datasync" },
  { "datasync agent", "datasync-agent" },
  { "데이터싱크", "datasync" },
  { "storage gateway", "storage-gateway" },
  { "스토리지 게이트웨이", "storage-gateway" },
  { "tape gateway", "storage-gateway" },
  { "volume gateway", "storage-gateway" },
  { "s3 file gateway", "storage-gateway" },
  { "fsx file gateway", "fsx-file-gateway" },
  { "transfer family", "transfer-server" },
  { "sftp", "transfer-server" },
  { "direct connect", "direct-connect" },
  { "전용선", "direct-connect" },
  { "site-to-site vpn", "vpn-connection" },
  { "vif", "virtual-interface" },
  { "가상 인터페이스", "virtual-interface" },
  /* VMware */
  { "vmware cloud on aws", "vmware-cloud" },
  { "evs", "evs" },
  { "elastic vmware service", "evs" },
  { "vsphere", "vsphere-cluster" },
  { "hcx", "vmware-hcx" },
  { "outposts", "outposts" },
  { "아웃포스트", "outposts" },
  /* events */
  { "sqs", "sqs-queue" },
  { "sns", "sns-topic" },
  { "eventbridge", "eventbridge-bus" },
  { "cloudwatch events", "eventbridge-bus" },
  { "kinesis data streams", "kinesis-stream" },
  { "키네시스", "kinesis-stream" },
  { "firehose", "firehose" },
  { "파이어호스", "firehose" },
  { "cloudtrail", "cloudtrail" },
  { "클라우드트레일", "cloudtrail" },
  { "step functions", "step-functions" },
  { "api gateway", "api-gateway" },
  { "람다", "lambda-function" },
  /* high performance */
  { "placement group", "placement-group" },
  { "배치 그룹", "placement-group" },
  { "elastic network adapter", "network-interface" },
  { "elastic fabric adapter", "network-interface" },
  { "efa", "ec2-instance" },
  { "ena", "ec2-instance" },
  { "fsx for lustre", "fsx-file-system" },
  { "fsx for windows", "fsx-file-system" },
  { "ontap", "fsx-file-system" },
  { "openzfs", "fsx-file-system" },
  { "batch", "batch" },
  { "parallelcluster", "parallel-cluster" },
  { "병렬 클러스터", "parallel-cluster" },
  { "pcs", "parallel-computing-service" },
  { "slurm", "parallel-computing-service" },
  { "instance store", "instance-store" },
  { "인스턴스 스토어", "instance-store" },
  /* one server */
  { "lifecycle hook", "lifecycle-hook" },
  { "수명 주기 후크", "lifecycle-hook" },
  { "launch template", "launch-template" },
  { "user data", "launch-template" },
  { "사용자 데이터", "launch-template" },
  { "elastic ip", "elastic-ip" },
  /* every day */
  { "ecs", "ecs-cluster" },
  { "eks", "eks-cluster" },
  { "fargate", "fargate" },
  { "ecr", "ecr-repository" },
  { "cognito", "cognito-user-pool" },
  { "kms", "kms-key" },
  { "secrets manager", "secret" },
  { "log group", "cloudwatch-logs" },
  { "로그 그룹", "cloudwatch-logs" },
  { "glue", "glue" },
  { "athena", "athena" },
  { "redshift", "redshift-cluster" },
  { "opensearch", "opensearch-domain" },
  { "msk", "msk-cluster" },
  { "transit gateway attachment", "transit-gateway-attachment" },
  { "gateway endpoint", "vpc-endpoint" },
  { "인터페이스 엔드포인트", "vpc-endpoint" },
};

static gboolean
is_among_first (GArray *kinds, const char *id)
{
  for (guint i = 0; i < MIN (kinds->len, 3); i++)
    if (g_str_equal (g_array_index (kinds, LpFoundKind, i).kind->id, id))
      return TRUE;
  return FALSE;
}

static void
test_found (void)
{
  static const LpKindContext nowhere = { 0 };
  g_autoptr (LpKindIndex) index = lp_kind_index_new (lp_catalogue_get_default ());

  guint n_missed = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GArray) kinds = lp_kind_index_search (index, names[i].typed, &nowhere);
      if (is_among_first (kinds, names[i].kind))
        continue;
      g_test_message ("“%s”: %s is not among the first three (first: %s)", names[i].typed, names[i].kind,
                      kinds->len > 0 ? g_array_index (kinds, LpFoundKind, 0).kind->id : "nothing");
      n_missed++;
    }
  g_assert_cmpuint (n_missed, ==, 0);
}

/* What is no longer sold says since when and where that is written; what takes its place is still there. */
static void
test_status (void)
{
  static const char *const ended[]
      = { "server-migration-service", "cloudendure-migration", "cloudendure-disaster-recovery", "snowcone",
          "snowmobile", "dms-fleet-advisor", "qldb-ledger", "app-mesh", "opsworks" };
  static const char *const closed[] = { "migration-hub", "application-discovery", "snowball", "fsx-file-gateway",
                                        "timestream-database", "cloud9", "app-runner",
                                        "mainframe-modernization", "kendra-index" };
  const LpCatalogue *catalogue = lp_catalogue_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (ended); i++)
    g_assert_cmpint (lp_catalogue_find (catalogue, ended[i])->status, ==, LP_STATUS_ENDED);
  for (guint i = 0; i < G_N_ELEMENTS (closed); i++)
    g_assert_cmpint (lp_catalogue_find (catalogue, closed[i])->status, ==, LP_STATUS_CLOSED);
  for (guint i = 0; i < lp_catalogue_get_n_kinds (catalogue); i++)
    {
      const LpKind *kind = lp_catalogue_get_kind (catalogue, i);
      if (kind->status == LP_STATUS_CURRENT)
        continue;
      g_test_message ("%s", kind->id);
      g_autoptr (GDateTime) since = NULL;
      g_autofree char *noon = g_strconcat (kind->since, "T12:00:00Z", NULL);
      since = g_date_time_new_from_iso8601 (noon, NULL);
      g_assert_nonnull (since);
      g_assert_true (g_str_has_prefix (kind->source, "https://"));
      if (kind->successor != NULL)
        g_assert_cmpint (lp_catalogue_find (catalogue, kind->successor)->status, !=, LP_STATUS_ENDED);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/study-notes/found", test_found);
  g_test_add_func ("/catalogue/study-notes/status", test_status);
  return g_test_run ();
}
