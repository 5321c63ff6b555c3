# METADATA
# title: "An update that failed for a moment is tried again"
# description: >-
#   A device that lost power or its network in the middle of an update counts as failed for good, and keeps the
#   old firmware, unless the job offers it once more. The number of tries is limited by what the job says.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/jobs-configurations-details.html
#     description: "Job execution retry configuration"
#   - ref: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-jobtemplate.html
#     description: "AWS::IoT::JobTemplate"
# custom:
#   severity: low
#   domain: patching
#   resource_types: ["AWS::IoT::JobTemplate"]
#   obligations: [OBL-SDLC-6, OBL-CONS-10]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     JobExecutionsRetryConfig.RetryCriteriaList names a kind of failure and a number of retries above 0.
#   fix:
#     terraform: >-
#       JobExecutionsRetryConfig = { RetryCriteriaList = [{ FailureType = "TIMED_OUT", NumberOfRetries = 3 }] }
#   since: "0.1.0"
package bulwark.rules.iot_job_retry

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("AWS::IoT::JobTemplate")
	some fact in judged(r, tf.dig(r.values, ["JobExecutionsRetryConfig", "RetryCriteriaList"]))
}

path := "JobExecutionsRetryConfig.RetryCriteriaList"

judged(r, criteria) := [result.unknown(r, path, criteria)] if tf.is_unknown(criteria)

judged(r, null) := [result.absent(r, path)]

judged(r, criteria) := [result.fail(r, path, criteria, "no-retries")] if {
	is_array(criteria)
	count([c | some c in criteria; retries(c)]) == 0
}

judged(_, criteria) := [] if {
	is_array(criteria)
	count([c | some c in criteria; retries(c)]) > 0
}

# A number that is known only later was written to be one.
retries(criterion) if tf.is_unknown(criterion.NumberOfRetries)

retries(criterion) if to_number(criterion.NumberOfRetries) > 0
