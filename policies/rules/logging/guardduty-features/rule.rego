# METADATA
# title: "GuardDuty watches what the stack is made of"
# description: >-
#   A new detector reads what happens in buckets, in the audit log of EKS, at sign-in to databases, in the network of
#   functions and on the disks of instances, unless a feature is switched off. What runs inside instances and
#   containers it watches only where RUNTIME_MONITORING is written, with agents that it puts there itself. Judged
#   against the types in the same input, of several regions those in its own: a feature with nothing to watch may be off.
# related_resources:
#   - ref: https://docs.aws.amazon.com/guardduty/latest/APIReference/API_CreateDetector.html
#     description: "Which features a new detector has on"
#   - ref: https://docs.aws.amazon.com/guardduty/latest/ug/runtime-monitoring.html
#     description: "Runtime monitoring and its agents"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/guardduty-controls.html#guardduty-5
#     description: "GuardDuty.5 to GuardDuty.13"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/guardduty_detector_feature
#     description: "aws_guardduty_detector_feature"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/guardduty_detector
#     description: "aws_guardduty_detector"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_guardduty_detector", "aws_guardduty_detector_feature"]
#   obligations: [OBL-INC-1, OBL-CONS-3]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["GuardDuty.5", "GuardDuty.6", "GuardDuty.7", "GuardDuty.8", "GuardDuty.9", "GuardDuty.10", "GuardDuty.11", "GuardDuty.12", "GuardDuty.13"]
#     regula: []
#   expected: >-
#     No feature for something in the input is switched off, and with instances, EKS or Fargate RUNTIME_MONITORING is on and manages their agents.
#   fix:
#     terraform: >-
#       name = "RUNTIME_MONITORING", status = "ENABLED", additional_configuration { name = "EC2_AGENT_MANAGEMENT", status = "ENABLED" }, and likewise for others
#     construct: >-
#       ThreatDetection sets it.
#   since: "0.1.0"
package bulwark.rules.guardduty_features

import data.bulwark.lib.links
import data.bulwark.lib.result
import data.bulwark.lib.tf

# A feature that is written switched off, and has something to watch.
findings contains result.with_detail(fact, called(name)) if {
	some r in features
	name := object.get(r.values, "name", null)
	some fact in switched(r, name, object.get(r.values, "status", null))
}

called(name) := name if {
	is_string(name)
} else := "feature"

# Runtime monitoring watches through agents, and only the automatic ones reach whatever starts later.
findings contains result.with_detail(fact, agent) if {
	some r in features
	r.values.status == "ENABLED"
	some agent in object.get(agents_of, r.values.name, [])
	some fact in managed(r, agent)
}

# The older form of three of the features.
findings contains result.with_detail(fact, feature) if {
	some r in detectors
	some feature, path in data_sources
	watches(r)[feature]
	some fact in read_by(r, concat(".", path), tf.dig(r.values, path))
}

# Off unless written.
findings contains result.with_detail(fact, "runtime") if {
	some r in detectors
	some fact in runtime_facts(r)
}

findings contains result.not_applicable(r, "detector-switched-off") if {
	some r in tf.resources("aws_guardduty_detector")
	tf.is_false(object.get(r.values, "enable", null))
}

# That the detector itself is off is told by guardduty-enabled.
detectors := [r |
	some r in tf.resources("aws_guardduty_detector")
	may_be_on(object.get(r.values, "enable", null))
]

may_be_on(null)

may_be_on(enable) if tf.is_true(enable)

may_be_on(enable) if tf.is_unknown(enable)

feature_type := "aws_guardduty_detector_feature"

features := tf.resources(feature_type)

switched(r, name, status) := [result.fail(r, "status", status, "disabled") | is_watching(r, name)] if {
	is_string(name)
	is_string(status)
	status != "ENABLED"
}

switched(r, name, status) := [result.unknown(r, "status", status) | may_watch(r, name)] if {
	is_string(name)
	tf.is_unknown(status)
}

# Which feature it is that may be off cannot be told.
switched(r, name, status) := [result.unknown(r, "name", name) | count(watches(r)) > 0] if {
	tf.is_unknown(name)
	status != "ENABLED"
}

is_watching(r, name) if {
	name != runtime
	watches(r)[name]
}

is_watching(r, name) if {
	name == runtime
	count(runs_near(r) - watched_apart(r)) > 0
}

may_watch(r, name) if is_watching(r, name)

# It is off by itself, and so are those that are written off: whether runtime monitoring does without it is told there, save where nobody knows.
may_watch(r, name) if {
	name == older_runtime
	runs_near(r).EKS
}

# Clusters of EKS have an older feature for themselves, and GuardDuty takes one of the two.
watched_apart(r) := {"EKS" |
	some other in features
	other.values.name == older_runtime
	other.values.status != "DISABLED"
	object.get(other.values, "detector_id", null) == object.get(r.values, "detector_id", null)
}

runtime := "RUNTIME_MONITORING"

older_runtime := "EKS_RUNTIME_MONITORING"

agents_of := {
	runtime: ["EKS_ADDON_MANAGEMENT", "ECS_FARGATE_AGENT_MANAGEMENT", "EC2_AGENT_MANAGEMENT"],
	older_runtime: ["EKS_ADDON_MANAGEMENT"],
}

managed(r, agent) := of_agent(r, agent) if {
	needed_agents(r)[agent]
} else := [result.unknown(r, agent_path(agent), doubts[0]) | count(of_agent(r, agent)) > 0] if {
	doubts := doubted(r, agent)
	count(doubts) > 0
} else := []

of_agent(r, agent) := agent_switched(r, agent, [object.get(block, "status", null) | some block in blocks; block.name == agent], nameless(blocks)) if {
	blocks := [block | some block in tf.list(object.get(r.values, "additional_configuration", null)); is_object(block)]
}

agent_path(agent) := concat("", ["additional_configuration[", agent, "].status"])

agent_switched(r, agent, [], []) := [result.absent(r, agent_path(agent))]

agent_switched(r, _, [], hidden) := [result.unknown(r, "additional_configuration", hidden[0])] if count(hidden) > 0

agent_switched(r, agent, written, _) := [fact | some status in written; some fact in agent_status(r, agent_path(agent), status)] if count(written) > 0

agent_status(r, path, status) := [] if {
	status == "ENABLED"
} else := [result.unknown(r, path, status)] if {
	tf.is_unknown(status)
} else := [result.fail(r, path, status, "disabled")]

# Blocks of which it cannot be told what they configure.
nameless(blocks) := [value |
	some block in blocks
	some value in [block, object.get(block, "name", null)]
	tf.is_unknown(value)
]

data_sources := {
	"S3_DATA_EVENTS": ["datasources", "s3_logs", "enable"],
	"EKS_AUDIT_LOGS": ["datasources", "kubernetes", "audit_logs", "enable"],
	"EBS_MALWARE_PROTECTION": ["datasources", "malware_protection", "scan_ec2_instance_with_findings", "ebs_volumes", "enable"],
}

read_by(r, path, value) := [result.unknown(r, path, value)] if tf.is_unknown(value)

read_by(r, path, value) := [result.fail(r, path, value, "disabled")] if tf.is_false(value)

runtime_facts(r) := [fact |
	written := links.to(r, feature_type)
	open := runs_near(r) - covered(written)
	perhaps := runs_perhaps(r) - covered(written)
	some fact in runtime_missing(r, open, perhaps, array.concat(hidden_names(written), strays(r)))
]

# One that is written and off is told on itself.
covered(written) := {kind |
	some feature in written
	some kind in object.get({runtime: {"EKS", "ECS", "EC2"}}, feature.values.name, set())
} | {"EKS" |
	some feature in written
	feature.values.name == older_runtime
	feature.values.status != "DISABLED"
}

hidden_names(written) := [feature | some feature in written; tf.is_unknown(feature.values.name)]

# Features of a detector that nobody can name.
strays(r) := [feature |
	some feature in links.doubtful(r, "aws_guardduty_detector", feature_type)
	may_be_runtime(feature.values.name)
]

may_be_runtime(name) if name in {runtime, older_runtime}

may_be_runtime(name) if tf.is_unknown(name)

runtime_path := "aws_guardduty_detector_feature[RUNTIME_MONITORING]"

runtime_missing(r, open, _, doubtful) := [links.absent_or_unknown(r, runtime_path, doubtful)] if count(open) > 0

runtime_missing(r, set(), perhaps, _) := [result.unknown(r, runtime_path, fargate_hidden(r)[0])] if count(perhaps) > 0

# What lies in the region of a detector or a feature must be watched. Runtime monitoring stands by itself, since it does not come by itself.
watches(r) := {feature |
	some feature, types in {
		"S3_DATA_EVENTS": ["aws_s3_bucket"],
		"EKS_AUDIT_LOGS": ["aws_eks_cluster"],
		"EBS_MALWARE_PROTECTION": array.concat(instance_types, ["aws_eks_node_group"]),
		"RDS_LOGIN_EVENTS": ["aws_rds_cluster", "aws_db_instance"],
		"LAMBDA_NETWORK_LOGS": ["aws_lambda_function"],
	}
	is_near(r, types)
} | {runtime | count(runs_near(r)) > 0}

instance_types := ["aws_instance", "aws_launch_configuration", "aws_launch_template", "aws_spot_instance_request"]

is_near(r, types) if {
	some type in types
	count(near(r, type)) > 0
}

near(r, type) := [other | some other in tf.resources(type); tf.holds_for(r, other)]

runs_near(r) := {kind |
	some kind, types in {"EKS": ["aws_eks_cluster"], "EC2": instance_types}
	is_near(r, types)
} | {"ECS" |
	some value in fargate_values(r)
	value in {"FARGATE", "FARGATE_SPOT"}
}

runs_perhaps(r) := {"ECS" | count(fargate_hidden(r)) > 0}

fargate_values(r) := array.concat(
	array.concat(
		[value | some task in near(r, "aws_ecs_task_definition"); some value in tf.list(object.get(task.values, "requires_compatibilities", null))],
		[value | some service in near(r, "aws_ecs_service"); value := object.get(service.values, "launch_type", null)],
	),
	[value |
		some service in near(r, "aws_ecs_service")
		some strategy in tf.list(object.get(service.values, "capacity_provider_strategy", null))
		value := tf.step(strategy, "capacity_provider")
	],
)

# A reference leads to a provider of one's own, which has instances.
fargate_hidden(r) := [value |
	some value in fargate_values(r)
	tf.is_unknown(value)
	not tf.refers_to_type(value, "aws_ecs_capacity_provider")
]

needed_agents(r) := {agent |
	some agent, kind in {"ECS_FARGATE_AGENT_MANAGEMENT": "ECS", "EC2_AGENT_MANAGEMENT": "EC2"}
	runs_near(r)[kind]
} | {"EKS_ADDON_MANAGEMENT" |
	runs_near(r).EKS
	count(addons(r)) == 0
}

# The agent of EKS may be brought along.
addons(r) := [name |
	some addon in near(r, "aws_eks_addon")
	name := object.get(addon.values, "addon_name", null)
	is_agent(name)
]

is_agent("aws-guardduty-agent")

is_agent(name) if tf.is_unknown(name)

doubted(r, "EKS_ADDON_MANAGEMENT") := [name |
	runs_near(r).EKS
	count({"aws-guardduty-agent"} & {name | some name in addons(r)}) == 0
	some name in addons(r)
]

doubted(r, "ECS_FARGATE_AGENT_MANAGEMENT") := [value | runs_perhaps(r).ECS; some value in fargate_hidden(r)]
