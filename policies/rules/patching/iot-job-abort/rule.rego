# METADATA
# title: "A roll-out stops itself when devices fail"
# description: >-
#   Without abort criteria a bad firmware goes on to every device there is. The job has to cancel itself once a small
#   share has failed.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/jobs-configurations-details.html
#     description: "Job configurations"
#   - ref: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-jobtemplate.html
#     description: "AWS::IoT::JobTemplate"
# custom:
#   severity: high
#   domain: patching
#   resource_types: ["AWS::IoT::JobTemplate"]
#   obligations: [OBL-SDLC-6, OBL-CONS-13]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     AbortConfig has a criterion that cancels at no more than the baseline's share of failures (10 %), counted by
#     FAILED or ALL. How many devices must have run the job before (MinNumberOfExecutedThings) hangs on the size of the
#     fleet and is not judged.
#   fix:
#     terraform: >-
#       AbortConfig = { CriteriaList = [{ Action = "CANCEL", FailureType = "FAILED", MinNumberOfExecutedThings = 10,
#       ThresholdPercentage = 10 }] }
#   since: "0.1.0"
package bulwark.rules.iot_job_abort

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("AWS::IoT::JobTemplate")
	criteria := tf.dig(r.values, ["AbortConfig", "CriteriaList"])
	some fact in judged(r, criteria)
}

path := "AbortConfig.CriteriaList"

judged(r, criteria) := [result.unknown(r, path, criteria)] if tf.is_unknown(criteria)

judged(r, null) := [result.absent(r, path)]

judged(_, criteria) := [] if {
	is_array(criteria)
	some criterion in criteria
	stops(criterion)
}

judged(r, criteria) := [result.fail(r, path, criteria, reason(criteria))] if {
	is_array(criteria)
	count([c | some c in criteria; stops(c)]) == 0
	count([c | some c in criteria; is_open(c)]) == 0
}

judged(r, criteria) := [result.unknown(r, path, [v | some c in criteria; some v in parts(c); tf.is_unknown(v)][0])] if {
	is_array(criteria)
	count([c | some c in criteria; stops(c)]) == 0
	count([c | some c in criteria; is_open(c)]) > 0
}

# TIMED_OUT and REJECTED count other devices than those on which the firmware failed.
reason(criteria) := "other-failures" if {
	count([c | some c in criteria; may_name_failures(tf.step(c, "FailureType"))]) == 0
} else := "above-baseline"

stops(criterion) if {
	criterion.FailureType in {"FAILED", "ALL"}
	to_number(criterion.ThresholdPercentage) <= data.baseline.rollout.abortThresholdPercentage
}

# It may stop: each part is as it should be or not known.
is_open(criterion) if {
	may_name_failures(tf.step(criterion, "FailureType"))
	may_be_low(tf.step(criterion, "ThresholdPercentage"))
}

parts(criterion) := [tf.step(criterion, "FailureType"), tf.step(criterion, "ThresholdPercentage")]

may_name_failures(type) if type in {"FAILED", "ALL"}

may_name_failures(type) if tf.is_unknown(type)

may_be_low(threshold) if to_number(threshold) <= data.baseline.rollout.abortThresholdPercentage

may_be_low(threshold) if tf.is_unknown(threshold)
