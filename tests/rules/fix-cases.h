  { "set",
    "{'op': 'set', 'what': 'self', 'property': 'os', 'value': 'windows'}",
    SEOUL WEB,
    NULL,
    "- {'id': 'web-1', 'kind': 'ec2-instance', 'in': 'web-a', 'at': [8, 40], 'set': {'role': 'web', 'os': 'linux'}}\n"
    "+ {'id': 'web-1', 'kind': 'ec2-instance', 'in': 'web-a', 'at': [8, 40], 'set': {'role': 'web', 'os': 'windows'}}\n" },
  { "set-expression",
    "{'op': 'set', 'what': '[self]', 'property': 'workload', 'expression': 'self.role', 'if': 'has(self.role)'}",
    SEOUL WEB,
    NULL,
    "- {'id': 'web-1', 'kind': 'ec2-instance', 'in': 'web-a', 'at': [8, 40], 'set': {'role': 'web', 'os': 'linux'}}\n"
    "+ {'id': 'web-1', 'kind': 'ec2-instance', 'in': 'web-a', 'at': [8, 40], 'set': {'role': 'web', 'os': 'linux', 'workload': 'web'}}\n" },
  { "set-connection",
    "{'op': 'set', 'what': 'self.into(\\u0027traffic\\u0027)', 'property': 'protocol', 'value': 'https'}",
    SEOUL ALB WEB,
    ALB_WEB,
    "- {'id': 'alb-web', 'kind': 'traffic', 'from': 'alb', 'to': 'web-1', 'label': 'calls', 'set': {'protocol': 'http'}}\n"
    "+ {'id': 'alb-web', 'kind': 'traffic', 'from': 'alb', 'to': 'web-1', 'label': 'calls', 'set': {'protocol': 'https'}}\n" },
  { "not-wanted",
    "{'op': 'set', 'what': 'self', 'property': 'os', 'value': 'windows', 'if': 'has(self.critical)'}, {'op': 'unset', 'what': 'self', 'property': 'os'}",
    SEOUL WEB,
    NULL,
    "- {'id': 'web-1', 'kind': 'ec2-instance', 'in': 'web-a', 'at': [8, 40], 'set': {'role': 'web', 'os': 'linux'}}\n"
    "+ {'id': 'web-1', 'kind': 'ec2-instance', 'in': 'web-a', 'at': [8, 40], 'set': {'role': 'web'}}\n" },
  { "require",
    "{'op': 'require', 'requirement': 'rto', 'value': '1h'}",
    SEOUL WEB,
    NULL,
    "+ 'requirements': {'rto': '1h'}\n" },
  { "add",
    "{'op': 'add', 'kind': 'rds-instance', 'label': {'en': '{self} data', 'ko': 'x'}, 'set': {'multi_az': true, 'size': {'expression': '\\u002710GB\\u0027'}}}",
    SEOUL WEB,
    NULL,
    "+ {'id': 'web-1-data', 'kind': 'rds-instance', 'label': 'web-1 data', 'in': 'web-a', 'set': {'multi_az': true, 'size': '10GB'}}\n" },
  { "add-regional",
    "{'op': 'add', 'kind': 'alb', 'as': 'front'}, {'op': 'connect', 'kind': 'traffic', 'from': 'front', 'to': 'self', 'set': {'protocol': 'https'}}",
    SEOUL WEB,
    NULL,
    "- 'connections': []\n"
    "+ {'id': 'alb', 'kind': 'alb', 'in': 'vpc'}\n"
    "+ 'connections': [\n"
    "+ {'id': 'alb-web-1', 'kind': 'traffic', 'from': 'alb', 'to': 'web-1', 'set': {'protocol': 'https'}}\n" },
  { "add-in-frame",
    "{'op': 'add', 'kind': 'sqs-queue', 'beside': 'components[1]'}, {'op': 'add', 'kind': 'sqs-queue', 'beside': 'self', 'label': 'jobs'}",
    "{'id': 'box', 'kind': 'group'}, {'id': 'fn', 'kind': 'lambda-function', 'in': 'box'}," SEOUL WEB,
    NULL,
    "+ {'id': 'sqs-queue', 'kind': 'sqs-queue', 'in': 'box'}\n"
    "+ {'id': 'jobs', 'kind': 'sqs-queue', 'label': 'jobs', 'in': 'seoul'}\n" },
  { "add-into",
    "{'op': 'add', 'kind': 'subnet', 'into': 'self.within(\\u0027vpc\\u0027)', 'as': 'new'}, {'op': 'add', 'kind': 'ec2-instance', 'into': 'new'}",
    SEOUL WEB,
    NULL,
    "+ {'id': 'subnet', 'kind': 'subnet', 'in': 'vpc'}\n"
    "+ {'id': 'ec2-instance', 'kind': 'ec2-instance', 'in': 'subnet'}\n" },
  { "reuse",
    "{'op': 'add', 'kind': 'alb', 'reuse': 'components.filter(c, c.kind == \\u0027alb\\u0027)', 'as': 'front'}, {'op': 'connect', 'kind': 'traffic', 'from': 'front', 'to': 'self'}",
    SEOUL ALB WEB,
    NULL,
    "- 'connections': []\n"
    "+ 'connections': [\n"
    "+ {'id': 'alb-web-1', 'kind': 'traffic', 'from': 'alb', 'to': 'web-1'}\n" },
  { "connect-once",
    "{'op': 'connect', 'kind': 'traffic', 'from': 'components.filter(c, c.kind == \\u0027alb\\u0027)', 'to': 'components.filter(c, c.kind == \\u0027ec2-instance\\u0027)'}",
    SEOUL ALB "{'id': 'web-2', 'kind': 'ec2-instance', 'in': 'web-a'}," WEB,
    ALB_WEB,
    "+ {'id': 'alb-web-2', 'kind': 'traffic', 'from': 'alb', 'to': 'web-2'}\n" },
  { "insert",
    "{'op': 'insert', 'kind': 'sqs-queue', 'on': 'self.into()', 'as': 'queue', 'label': 'jobs', 'before': 'publishes', 'after': 'polls'}",
    SEOUL ALB WEB,
    ALB_WEB,
    "- {'id': 'alb-web', 'kind': 'traffic', 'from': 'alb', 'to': 'web-1', 'label': 'calls', 'set': {'protocol': 'http'}}\n"
    "+ {'id': 'jobs', 'kind': 'sqs-queue', 'label': 'jobs', 'in': 'seoul'}\n"
    "+ {'id': 'alb-web', 'kind': 'publishes', 'from': 'alb', 'to': 'jobs', 'label': 'calls', 'set': {'protocol': 'http'}}\n"
    "+ {'id': 'web-1-jobs', 'kind': 'polls', 'from': 'web-1', 'to': 'jobs'}\n" },
  { "insert-many",
    "{'op': 'insert', 'kind': 'nlb', 'on': 'connections'}",
    SEOUL ALB "{'id': 'web-2', 'kind': 'ec2-instance', 'in': 'web-a'}," WEB,
    ALB_WEB ", {'id': 'alb-web-2', 'kind': 'traffic', 'from': 'alb', 'to': 'web-2'}",
    "- {'id': 'alb-web', 'kind': 'traffic', 'from': 'alb', 'to': 'web-1', 'label': 'calls', 'set': {'protocol': 'http'}}\n"
    "- {'id': 'alb-web-2', 'kind': 'traffic', 'from': 'alb', 'to': 'web-2'}\n"
    "+ {'id': 'nlb', 'kind': 'nlb', 'in': 'vpc'}\n"
    "+ {'id': 'alb-web', 'kind': 'traffic', 'from': 'alb', 'to': 'nlb', 'label': 'calls', 'set': {'protocol': 'http'}}\n"
    "+ {'id': 'nlb-web-1', 'kind': 'traffic', 'from': 'nlb', 'to': 'web-1', 'set': {'protocol': 'http'}}\n"
    "+ {'id': 'nlb-web-2', 'kind': 'traffic', 'from': 'nlb', 'to': 'web-2'}\n" },
  { "reconnect",
    "{'op': 'reconnect', 'what': 'self.into()', 'from': 'components.filter(c, c.kind == \\u0027nlb\\u0027)'}",
    SEOUL ALB "{'id': 'nlb', 'kind': 'nlb', 'in': 'vpc'}," WEB,
    ALB_WEB ", {'id': 'nlb-web', 'kind': 'traffic', 'from': 'nlb', 'to': 'web-1'}",
    "- {'id': 'alb-web', 'kind': 'traffic', 'from': 'alb', 'to': 'web-1', 'label': 'calls', 'set': {'protocol': 'http'}}\n" },
  { "reconnect-kind",
    "{'op': 'reconnect', 'what': 'self.into()', 'kind': 'invokes'}",
    SEOUL ALB WEB,
    ALB_WEB,
    "- {'id': 'alb-web', 'kind': 'traffic', 'from': 'alb', 'to': 'web-1', 'label': 'calls', 'set': {'protocol': 'http'}}\n"
    "+ {'id': 'alb-web', 'kind': 'invokes', 'from': 'alb', 'to': 'web-1', 'label': 'calls', 'set': {'protocol': 'http'}}\n" },
  { "move",
    "{'op': 'move', 'what': 'self', 'into': 'components.filter(c, c.id == \\u0027web-c\\u0027)'}",
    SEOUL ZONE_C WEB_C WEB,
    NULL,
    "- {'id': 'web-1', 'kind': 'ec2-instance', 'in': 'web-a', 'at': [8, 40], 'set': {'role': 'web', 'os': 'linux'}}\n"
    "+ {'id': 'web-1', 'kind': 'ec2-instance', 'in': 'web-c', 'set': {'role': 'web', 'os': 'linux'}}\n" },
  { "private-subnet",
    "{'op': 'move', 'what': 'self', 'where': 'public-subnet'}, {'op': 'add', 'kind': 'nat-gateway', 'where': 'public-subnet'}",
    SEOUL WEB,
    NULL,
    "- {'id': 'web-1', 'kind': 'ec2-instance', 'in': 'web-a', 'at': [8, 40], 'set': {'role': 'web', 'os': 'linux'}}\n"
    "+ {'id': 'web-1', 'kind': 'ec2-instance', 'in': 'public-subnet', 'set': {'role': 'web', 'os': 'linux'}}\n"
    "+ {'id': 'public-subnet', 'kind': 'subnet', 'label': 'Public subnet', 'in': 'zone-a', 'set': {'public': true}}\n"
    "+ {'id': 'nat-gateway', 'kind': 'nat-gateway', 'in': 'public-subnet'}\n" },
  { "replace",
    "{'op': 'replace', 'what': 'self', 'kind': 'auto-scaling-group', 'set': {'min': 2}}",
    SEOUL ALB WEB,
    ALB_WEB,
    "- {'id': 'web-1', 'kind': 'ec2-instance', 'in': 'web-a', 'at': [8, 40], 'set': {'role': 'web', 'os': 'linux'}}\n"
    "+ {'id': 'web-1', 'kind': 'auto-scaling-group', 'in': 'web-a', 'at': [8, 40], 'set': {'role': 'web', 'min': 2}}\n" },
  { "another-zone-new",
    "{'op': 'duplicate', 'what': 'self', 'where': 'another-zone', 'as': 'copies'}, {'op': 'set', 'what': 'copies', 'property': 'os', 'value': 'windows'}",
    SEOUL ALB WEB,
    ALB_WEB,
    "+ {'id': 'zone-c', 'kind': 'availability-zone', 'label': 'ap-northeast-2c', 'in': 'vpc'}\n"
    "+ {'id': 'web-c', 'kind': 'subnet', 'label': 'web c', 'in': 'zone-c', 'set': {'public': false}}\n"
    "+ {'id': 'web-2', 'kind': 'ec2-instance', 'in': 'web-c', 'set': {'role': 'web', 'os': 'windows'}}\n"
    "+ {'id': 'alb-web-2', 'kind': 'traffic', 'from': 'alb', 'to': 'web-2', 'label': 'calls', 'set': {'protocol': 'http'}}\n" },
  { "another-zone",
    "{'op': 'duplicate', 'what': 'self', 'where': 'another-zone'}",
    SEOUL ZONE_C WEB_C ALB WEB,
    ALB_WEB,
    "+ {'id': 'web-2', 'kind': 'ec2-instance', 'in': 'web-c', 'set': {'role': 'web', 'os': 'linux'}}\n"
    "+ {'id': 'alb-web-2', 'kind': 'traffic', 'from': 'alb', 'to': 'web-2', 'label': 'calls', 'set': {'protocol': 'http'}}\n" },
  { "another-zone-no-frames",
    "{'op': 'duplicate', 'what': 'self', 'where': 'another-zone'}",
    "{'id': 'vpc', 'kind': 'vpc'}, {'id': 'subnet', 'kind': 'subnet', 'in': 'vpc', 'label': 'web ap-northeast-2a'}, {'id': 'web-1', 'kind': 'ec2-instance', 'in': 'subnet'}",
    NULL,
    "+ {'id': 'subnet-2', 'kind': 'subnet', 'label': 'web ap-northeast-2c', 'in': 'vpc'}\n"
    "+ {'id': 'web-2', 'kind': 'ec2-instance', 'in': 'subnet-2'}\n" },
  { "another-zone-bare",
    "{'op': 'duplicate', 'what': 'self', 'where': 'another-zone'}",
    "{'id': 'web-1', 'kind': 'ec2-instance'}",
    NULL,
    "+ {'id': 'availability-zone-a', 'kind': 'availability-zone', 'label': 'Availability Zone A'}\n"
    "+ {'id': 'web-2', 'kind': 'ec2-instance', 'in': 'availability-zone-a'}\n" },
  { "duplicate-attached",
    "{'op': 'duplicate', 'what': 'self', 'where': 'another-zone'}",
    SEOUL ZONE_C "{'id': 'disk', 'kind': 'ebs-volume', 'in': 'web-a'},{'id': 'asg', 'kind': 'auto-scaling-group', 'in': 'vpc', 'spans': ['web-1']}," WEB,
    "{'id': 'web-disk', 'kind': 'attaches', 'from': 'web-1', 'to': 'disk'}",
    "- {'id': 'asg', 'kind': 'auto-scaling-group', 'in': 'vpc', 'spans': ['web-1']}\n"
    "+ {'id': 'asg', 'kind': 'auto-scaling-group', 'in': 'vpc', 'spans': ['web-1', 'web-2']}\n"
    "+ {'id': 'web-c', 'kind': 'subnet', 'label': 'web c', 'in': 'zone-c', 'set': {'public': false}}\n"
    "+ {'id': 'web-2', 'kind': 'ec2-instance', 'in': 'web-c', 'set': {'role': 'web', 'os': 'linux'}}\n" },
  { "recovery-region",
    "{'op': 'add', 'kind': 'backup-vault', 'where': 'recovery-region', 'as': 'copy'}",
    SEOUL WEB,
    NULL,
    "+ {'id': 'ap-northeast-1', 'kind': 'region', 'label': 'ap-northeast-1', 'set': {'purpose': 'recovery'}}\n"
    "+ {'id': 'backup-vault', 'kind': 'backup-vault', 'in': 'ap-northeast-1'}\n" },
  { "recovery-region-known",
    "{'op': 'add', 'kind': 'backup-vault', 'where': 'recovery-region'}",
    "{'id': 'us', 'kind': 'region', 'label': 'us-east-1'}, {'id': 'dr', 'kind': 'region', 'label': 'ap-northeast-3', 'set': {'purpose': 'recovery'}}," SEOUL WEB,
    NULL,
    "+ {'id': 'backup-vault', 'kind': 'backup-vault', 'in': 'dr'}\n" },
  { "another-region-mirrored",
    "{'op': 'duplicate', 'what': 'self', 'where': 'another-region'}",
    SEOUL WEB,
    NULL,
    "+ {'id': 'ap-northeast-1', 'kind': 'region', 'label': 'ap-northeast-1'}\n"
    "+ {'id': 'vpc-2', 'kind': 'vpc', 'in': 'ap-northeast-1'}\n"
    "+ {'id': 'zone-a-2', 'kind': 'availability-zone', 'label': 'ap-northeast-1a', 'in': 'vpc-2'}\n"
    "+ {'id': 'web-a-2', 'kind': 'subnet', 'label': 'web a', 'in': 'zone-a-2', 'set': {'public': false}}\n"
    "+ {'id': 'web-2', 'kind': 'ec2-instance', 'in': 'web-a-2', 'set': {'role': 'web', 'os': 'linux'}}\n" },
  { "another-region-without-callers",
    "{'op': 'duplicate', 'what': 'self', 'where': 'recovery-region'}",
    "{'id': 'dr', 'kind': 'region', 'label': 'ap-northeast-3', 'set': {'purpose': 'recovery'}}, {'id': 'seoul', 'kind': 'region', 'label': 'ap-northeast-2'}, {'id': 'web-1', 'kind': 'ec2-instance', 'in': 'seoul'}, {'id': 'alb', 'kind': 'alb', 'in': 'seoul'}, {'id': 'dns', 'kind': 'route53-zone'}",
    "{'id': 'a', 'kind': 'traffic', 'from': 'alb', 'to': 'web-1'}, {'id': 'b', 'kind': 'dns', 'from': 'dns', 'to': 'web-1'}",
    "+ {'id': 'web-2', 'kind': 'ec2-instance', 'in': 'dr'}\n"
    "+ {'id': 'dns-web-2', 'kind': 'dns', 'from': 'dns', 'to': 'web-2'}\n" },
  { "another-account",
    "{'op': 'add', 'kind': 'backup-vault', 'where': 'another-account'}",
    "{'id': 'main', 'kind': 'account'}, {'id': 'seoul', 'kind': 'region', 'in': 'main', 'label': 'ap-northeast-2'}, {'id': 'web-1', 'kind': 'ec2-instance', 'in': 'seoul'}",
    NULL,
    "+ {'id': 'second-account', 'kind': 'account', 'label': 'Second account'}\n"
    "+ {'id': 'seoul-2', 'kind': 'region', 'label': 'ap-northeast-2', 'in': 'second-account'}\n"
    "+ {'id': 'backup-vault', 'kind': 'backup-vault', 'in': 'seoul-2'}\n" },
  { "span",
    "{'op': 'span', 'what': 'components.filter(c, c.kind == \\u0027auto-scaling-group\\u0027)', 'where': 'another-zone'}, {'op': 'span', 'what': 'components.filter(c, c.kind == \\u0027auto-scaling-group\\u0027)', 'over': 'self.parent()'}",
    SEOUL "{'id': 'asg', 'kind': 'auto-scaling-group', 'in': 'vpc', 'spans': ['web-a']}," WEB,
    NULL,
    "- {'id': 'asg', 'kind': 'auto-scaling-group', 'in': 'vpc', 'spans': ['web-a']}\n"
    "+ {'id': 'asg', 'kind': 'auto-scaling-group', 'in': 'vpc', 'spans': ['web-a', 'web-c']}\n"
    "+ {'id': 'zone-c', 'kind': 'availability-zone', 'label': 'ap-northeast-2c', 'in': 'vpc'}\n"
    "+ {'id': 'web-c', 'kind': 'subnet', 'label': 'web c', 'in': 'zone-c', 'set': {'public': false}}\n" },
  { "remove",
    "{'op': 'remove', 'what': 'self.into()'}",
    SEOUL ALB WEB,
    ALB_WEB,
    "- 'connections': [\n"
    "- {'id': 'alb-web', 'kind': 'traffic', 'from': 'alb', 'to': 'web-1', 'label': 'calls', 'set': {'protocol': 'http'}}\n"
    "+ 'connections': []\n" },
  { "duplicate-holding",
    "{'op': 'duplicate', 'what': 'self.parent()', 'where': 'another-zone'}",
    SEOUL ZONE_C ALB WEB,
    ALB_WEB,
    "+ {'id': 'web-c', 'kind': 'subnet', 'label': 'web c', 'in': 'zone-c', 'set': {'public': false}}\n"
    "+ {'id': 'web-2', 'kind': 'ec2-instance', 'in': 'web-c', 'at': [8, 40], 'set': {'role': 'web', 'os': 'linux'}}\n"
    "+ {'id': 'alb-web-2', 'kind': 'traffic', 'from': 'alb', 'to': 'web-2', 'label': 'calls', 'set': {'protocol': 'http'}}\n" },
