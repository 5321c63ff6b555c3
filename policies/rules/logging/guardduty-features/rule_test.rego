package bulwark.rules_test.guardduty_features

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.guardduty_features as rule

detector := fx.res("aws_guardduty_detector.d", {"enable": true})

# A feature of that detector.
feature(name, status) := with_agents(name, status, [])

with_agents(name, status, agents) := fx.res(concat(".", ["aws_guardduty_detector_feature", lower(name)]), {
	"detector_id": fx.ref("aws_guardduty_detector.d"),
	"name": name,
	"status": status,
	"additional_configuration": [{"name": agent, "status": "ENABLED"} | some agent in agents],
})

verdicts(list) := fx.verdicts(findings) if findings := rule.findings with input as fx.stack(list)

something(type) := fx.res(concat(".", [type, "s"]), {})

bucket := something("aws_s3_bucket")

instance := something("aws_instance")

cluster := something("aws_eks_cluster")

fargate := fx.res("aws_ecs_task_definition.t", {"requires_compatibilities": ["FARGATE"]})

missing := {["aws_guardduty_detector.d", "fail", "absent"]}

test_what_comes_by_itself_passes if {
	verdicts(array.concat([detector], [something(type) | some type in ["aws_s3_bucket", "aws_lambda_function", "aws_db_instance", "aws_rds_cluster"]])) == set()
	verdicts([detector, bucket, feature("S3_DATA_EVENTS", "ENABLED")]) == set()
}

test_each_feature_with_something_to_watch_fails_when_off if {
	every pair in [
		["S3_DATA_EVENTS", "aws_s3_bucket"], ["RDS_LOGIN_EVENTS", "aws_rds_cluster"], ["RDS_LOGIN_EVENTS", "aws_db_instance"],
		["LAMBDA_NETWORK_LOGS", "aws_lambda_function"], ["EBS_MALWARE_PROTECTION", "aws_instance"], ["EKS_AUDIT_LOGS", "aws_eks_cluster"],
		["EBS_MALWARE_PROTECTION", "aws_launch_template"], ["EBS_MALWARE_PROTECTION", "aws_launch_configuration"],
		["EBS_MALWARE_PROTECTION", "aws_spot_instance_request"], ["EBS_MALWARE_PROTECTION", "aws_eks_node_group"],
	] {
		[name, type] := pair
		off := feature(name, "DISABLED")
		verdicts([off, something(type)]) == {[off.address, "fail", "disabled"]}
		verdicts([off]) == set()
	}
}

test_a_status_that_nobody_knows_is_unknown if {
	verdicts([feature("S3_DATA_EVENTS", fx.expression), bucket]) == {["aws_guardduty_detector_feature.s3_data_events", "unknown", "expression-unresolved"]}
	verdicts([feature("S3_DATA_EVENTS", fx.expression), instance]) == set()
	verdicts([feature("RDS_LOGIN_EVENTS", fx.expression), cluster]) == set()
	verdicts([feature("EKS_RUNTIME_MONITORING", fx.expression), instance]) == set()
}

nameless(status) := fx.res("aws_guardduty_detector_feature.f", {"detector_id": fx.ref("aws_guardduty_detector.d"), "name": fx.expression, "status": status})

test_a_feature_that_nobody_knows_is_unknown_where_it_may_be_off if {
	verdicts([nameless("DISABLED"), bucket]) == {["aws_guardduty_detector_feature.f", "unknown", "expression-unresolved"]}
	verdicts([nameless("ENABLED"), bucket]) == set()
	verdicts([nameless("DISABLED")]) == set()
	verdicts([nameless(fx.expression), bucket]) == {["aws_guardduty_detector_feature.f", "unknown", "expression-unresolved"]}
	verdicts([nameless("DISABLED"), fargate]) == {["aws_guardduty_detector_feature.f", "unknown", "expression-unresolved"]}
	findings := rule.findings with input as fx.stack([nameless("DISABLED"), bucket])
	fx.details(findings) == {["aws_guardduty_detector_feature.f", "feature"]}
}

older(block) := fx.res("aws_guardduty_detector.d", {"datasources": [block]})

test_the_older_form_switched_off_fails if {
	every pair in [
		[{"s3_logs": [{"enable": false}]}, "aws_s3_bucket"],
		[{"kubernetes": [{"audit_logs": [{"enable": false}]}]}, "aws_eks_cluster"],
		[{"malware_protection": [{"scan_ec2_instance_with_findings": [{"ebs_volumes": [{"enable": false}]}]}]}, "aws_eks_node_group"],
	] {
		[block, type] := pair
		["aws_guardduty_detector.d", "fail", "disabled"] in verdicts([older(block), something(type)])
		verdicts([older(block)]) == set()
	}
}

test_the_older_form_left_out_or_on_passes if {
	every block in [{}, {"s3_logs": []}, {"s3_logs": [{"enable": true}]}] {
		verdicts([older(block), bucket]) == set()
	}
}

test_the_older_form_unresolved_is_unknown if {
	verdicts([older({"s3_logs": [{"enable": fx.expression}]}), bucket]) == {["aws_guardduty_detector.d", "unknown", "expression-unresolved"]}
}

test_runtime_monitoring_does_not_come_by_itself if {
	every thing in [instance, cluster, fargate, something("aws_launch_template")] {
		verdicts([detector, thing]) == missing
	}
}

test_runtime_monitoring_with_its_agents_passes if {
	verdicts([detector, instance, with_agents("RUNTIME_MONITORING", "ENABLED", ["EC2_AGENT_MANAGEMENT"])]) == set()
	verdicts([detector, cluster, with_agents("RUNTIME_MONITORING", "ENABLED", ["EKS_ADDON_MANAGEMENT"])]) == set()
	verdicts([detector, fargate, with_agents("RUNTIME_MONITORING", "ENABLED", ["ECS_FARGATE_AGENT_MANAGEMENT"])]) == set()
}

test_runtime_monitoring_without_the_agent_fails if {
	every pair in [[instance, "EC2_AGENT_MANAGEMENT"], [cluster, "EKS_ADDON_MANAGEMENT"], [fargate, "ECS_FARGATE_AGENT_MANAGEMENT"]] {
		[thing, agent] := pair
		others := ["EC2_AGENT_MANAGEMENT", "EKS_ADDON_MANAGEMENT", "ECS_FARGATE_AGENT_MANAGEMENT"]
		findings := rule.findings with input as fx.stack([detector, thing, with_agents("RUNTIME_MONITORING", "ENABLED", [other | some other in others; other != agent])])
		fx.verdicts(findings) == {["aws_guardduty_detector_feature.runtime_monitoring", "fail", "absent"]}
		fx.details(findings) == {["aws_guardduty_detector_feature.runtime_monitoring", agent]}
	}
}

agents_known_later(blocks) := fx.res("aws_guardduty_detector_feature.f", {
	"detector_id": fx.ref("aws_guardduty_detector.d"),
	"name": "RUNTIME_MONITORING",
	"status": "ENABLED",
	"additional_configuration": blocks,
})

test_an_agent_that_is_off_fails if {
	verdicts([instance, agents_known_later([{"name": "EC2_AGENT_MANAGEMENT", "status": "DISABLED"}])]) == {["aws_guardduty_detector_feature.f", "fail", "disabled"]}
}

test_agents_that_nobody_knows_are_unknown if {
	every blocks in [fx.expression, [fx.expression], [{"name": fx.expression, "status": "ENABLED"}], [{"name": "EC2_AGENT_MANAGEMENT", "status": fx.expression}]] {
		verdicts([instance, agents_known_later(blocks)]) == {["aws_guardduty_detector_feature.f", "unknown", "expression-unresolved"]}
	}
}

test_an_agent_that_is_brought_along_passes if {
	agent := fx.res("aws_eks_addon.a", {"addon_name": "aws-guardduty-agent"})
	bare := with_agents("RUNTIME_MONITORING", "ENABLED", [])
	verdicts([cluster, agent, bare]) == set()
	verdicts([cluster, fx.res("aws_eks_addon.a", {"addon_name": "vpc-cni"}), bare]) == {["aws_guardduty_detector_feature.runtime_monitoring", "fail", "absent"]}
	verdicts([cluster, fx.res("aws_eks_addon.a", {"addon_name": fx.expression}), bare]) == {["aws_guardduty_detector_feature.runtime_monitoring", "unknown", "expression-unresolved"]}
	verdicts([cluster, fx.res("aws_eks_addon.b", {"addon_name": fx.expression}), agent, bare]) == set()
}

test_runtime_monitoring_that_is_off_fails_once if {
	verdicts([detector, instance, feature("RUNTIME_MONITORING", "DISABLED")]) == {["aws_guardduty_detector_feature.runtime_monitoring", "fail", "disabled"]}
	verdicts([detector, bucket, feature("RUNTIME_MONITORING", "DISABLED")]) == set()
}

test_the_older_runtime_monitoring_is_enough_for_clusters if {
	eks := with_agents("EKS_RUNTIME_MONITORING", "ENABLED", ["EKS_ADDON_MANAGEMENT"])
	verdicts([detector, cluster, eks]) == set()
	verdicts([detector, cluster, eks, feature("RUNTIME_MONITORING", "DISABLED")]) == set()
	verdicts([detector, cluster, instance, eks]) == missing
	verdicts([detector, cluster, feature("EKS_RUNTIME_MONITORING", "ENABLED")]) == {["aws_guardduty_detector_feature.eks_runtime_monitoring", "fail", "absent"]}
}

test_the_older_runtime_monitoring_switched_off_counts_for_nothing if {
	verdicts([detector, cluster, feature("EKS_RUNTIME_MONITORING", "DISABLED")]) == missing
	verdicts([detector, cluster, feature("EKS_RUNTIME_MONITORING", fx.expression)]) == {["aws_guardduty_detector_feature.eks_runtime_monitoring", "unknown", "expression-unresolved"]}
	verdicts([detector, cluster, feature("EKS_RUNTIME_MONITORING", "DISABLED"), with_agents("RUNTIME_MONITORING", "ENABLED", ["EKS_ADDON_MANAGEMENT"])]) == set()
}

test_only_the_older_runtime_monitoring_of_the_same_detector_counts if {
	off := feature("RUNTIME_MONITORING", "DISABLED")
	failing := {["aws_guardduty_detector_feature.runtime_monitoring", "fail", "disabled"]}
	verdicts([cluster, off, feature("S3_DATA_EVENTS", "ENABLED")]) == failing
	verdicts([cluster, off, feature("EKS_RUNTIME_MONITORING", "DISABLED")]) == failing
	elsewhere := fx.res("aws_guardduty_detector_feature.o", {"detector_id": "12abc34d567e8fa901bc2d34e56789f0", "name": "EKS_RUNTIME_MONITORING", "status": "ENABLED", "additional_configuration": [{"name": "EKS_ADDON_MANAGEMENT", "status": "ENABLED"}]})
	verdicts([cluster, off, elsewhere]) == failing
	verdicts([detector, cluster, feature("S3_DATA_EVENTS", "ENABLED")]) == missing
}

test_the_feature_of_another_detector_does_not_count if {
	other := fx.res("aws_guardduty_detector_feature.o", {"detector_id": "12abc34d567e8fa901bc2d34e56789f0", "name": "RUNTIME_MONITORING", "status": "ENABLED", "additional_configuration": [{"name": "EC2_AGENT_MANAGEMENT", "status": "ENABLED"}]})
	verdicts([detector, instance, other]) == missing
}

test_a_feature_that_may_be_of_this_detector_is_unknown if {
	every feature_ in [
		{"detector_id": fx.expression, "name": "RUNTIME_MONITORING", "status": "ENABLED", "additional_configuration": [{"name": "EC2_AGENT_MANAGEMENT", "status": "ENABLED"}]},
		{"detector_id": fx.expression, "name": fx.expression, "status": "ENABLED"},
		{"detector_id": fx.ref("aws_guardduty_detector.d"), "name": fx.expression, "status": "ENABLED"},
	] {
		verdicts([detector, instance, fx.res("aws_guardduty_detector_feature.f", feature_)]) == {["aws_guardduty_detector.d", "unknown", "reference-unresolved"]}
	}
	verdicts([detector, instance, fx.res("aws_guardduty_detector_feature.f", {"detector_id": fx.expression, "name": "S3_DATA_EVENTS", "status": "ENABLED"})]) == missing
}

test_fargate_is_seen_wherever_it_is_written if {
	every service in [{"launch_type": "FARGATE"}, {"capacity_provider_strategy": [{"capacity_provider": "FARGATE_SPOT"}]}] {
		verdicts([detector, fx.res("aws_ecs_service.s", service)]) == missing
	}
	every service in [{}, {"launch_type": "EC2"}, {"capacity_provider_strategy": [{"capacity_provider": fx.ref("aws_ecs_capacity_provider.own")}]}] {
		verdicts([detector, fx.res("aws_ecs_service.s", service)]) == set()
	}
	verdicts([detector, fx.res("aws_ecs_task_definition.t", {"requires_compatibilities": ["EC2"]})]) == set()
}

test_fargate_that_nobody_knows_is_unknown if {
	perhaps := fx.res("aws_ecs_service.s", {"launch_type": fx.expression})
	verdicts([detector, perhaps]) == {["aws_guardduty_detector.d", "unknown", "expression-unresolved"]}
	verdicts([detector, perhaps, feature("RUNTIME_MONITORING", "ENABLED")]) == {["aws_guardduty_detector_feature.runtime_monitoring", "unknown", "expression-unresolved"]}
	verdicts([detector, perhaps, with_agents("RUNTIME_MONITORING", "ENABLED", ["ECS_FARGATE_AGENT_MANAGEMENT"])]) == set()
	verdicts([detector, perhaps, fargate]) == missing
}

test_a_detector_that_is_off_is_told_elsewhere if {
	verdicts([fx.res("aws_guardduty_detector.d", {"enable": false}), instance]) == {["aws_guardduty_detector.d", "not-applicable", "detector-switched-off"]}
	verdicts([fx.res("aws_guardduty_detector.d", {}), instance]) == missing
	verdicts([fx.res("aws_guardduty_detector.d", {"enable": null}), instance]) == missing
}

test_it_is_told_which_feature_is_off if {
	findings := rule.findings with input as fx.stack([feature("S3_DATA_EVENTS", "DISABLED"), bucket])
	fx.details(findings) == {["aws_guardduty_detector_feature.s3_data_events", "S3_DATA_EVENTS"]}
}

test_a_detector_that_may_be_on_is_judged if {
	every enable in [fx.expression, true, "true"] {
		verdicts([fx.res("aws_guardduty_detector.d", {"enable": enable}), instance]) == missing
	}
}

in_(region, list) := [fx.within(region, r) | some r in list]

test_of_several_regions_each_detector_watches_its_own if {
	off := feature("S3_DATA_EVENTS", "DISABLED")
	failing := {[off.address, "fail", "disabled"]}
	verdicts(array.concat(in_("eu-central-1", [off]), in_("us-east-1", [bucket]))) == set()
	verdicts(in_("eu-central-1", [off, bucket])) == failing

	# What lies where nobody can tell may lie here.
	verdicts(array.concat(in_("eu-central-1", [off]), [bucket])) == failing
}

test_runtime_monitoring_is_asked_where_something_runs if {
	every running in [instance, cluster, fargate] {
		verdicts(array.concat(in_("eu-central-1", [detector]), in_("us-east-1", [running]))) == set()
		verdicts(in_("us-east-1", [detector, running])) == missing
	}
}

test_agents_are_asked_for_what_runs_near if {
	unmanaged := feature("RUNTIME_MONITORING", "ENABLED")
	addon := fx.res("aws_eks_addon.a", {"addon_name": "aws-guardduty-agent"})
	verdicts(array.concat(in_("eu-central-1", [unmanaged]), in_("us-east-1", [instance, cluster, fargate]))) == set()
	verdicts(in_("eu-central-1", [unmanaged, cluster, addon])) == set()
	brought_elsewhere := array.concat(in_("eu-central-1", [unmanaged, cluster]), in_("us-east-1", [addon]))
	verdicts(brought_elsewhere) == {[unmanaged.address, "fail", "absent"]}
}
