# METADATA
# title: Actions of AWS
# description: >-
#   What an action of an identity policy does, and whether it can be bound to a resource. Facts of the Service Authorization Reference:
#   https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
package bulwark.lib.iam_actions

import data.bulwark.lib.grants
import data.bulwark.lib.iam
import data.bulwark.lib.iam_nameless
import data.bulwark.lib.result
import data.bulwark.lib.scope
import data.bulwark.lib.tf

# Statements of identity policies that allow something on every resource, or on all of a kind, bound by no condition: [{d, s, services, every}], with
# the services whose resources they reach so. A complete rule: held whole, however many ask.
on_everything := [{"d": grant.d, "s": grant.s, "services": services, "every": reaches_every(grant.s.body)} |
	some grant in grants.broad
	object.get(grant.s.body, "Condition", {}) == {}
	services := services_reached(grant.s.body)
	count(services) > 0
]

# The services all of whose resources a statement reaches, or all of a kind; "*" is every service.
services_reached(statement) := {service_of(text) |
	some resource in iam.resources(statement)
	text := tf.text(resource)
	scope.is_all(text, kinds)
}

# The actions of a statement that are all of a service whose resources it reaches so.
whole_services(statement) := {action |
	whole := [action | some action in iam.actions(statement); scope.is_whole_service(action)]
	count(whole) > 0
	services := services_reached(statement)
	some action in whole
	some service in ["*", split(lower(action), ":")[0]]
	services[service]
}

reaches_every(statement) if {
	some resource in iam.resources(statement)
	scope.is_every(tf.text(resource))
} else := false

service_of(text) := service if {
	service := split(text, ":")[2]
	not iam.is_pattern(service)
} else := "*"

# The actions of such a statement that mean one of the named ones, and concern what it reaches: what else it names may be bound.
among(grant, names) := {action |
	some action in meaning(grant.s.body, names)
	reaches(grant, action)
}

reaches(grant, _) if grant.services["*"]

reaches(grant, action) if grant.services[split(action, ":")[0]]

# Roles are assumed by STS and kept by IAM.
reaches(grant, action) if {
	startswith(action, "sts:")
	grant.services.iam
}

# What a service keeps, and can be called by its name before it is there. Not among them is what others make and name: the certificates of devices,
# instances of a group, the topics of a broker.
kinds := {
	"backup:backup-vault", "cognito-identity:identitypool", "cognito-idp:userpool", "dynamodb:table", "ecr:repository",
	"elasticfilesystem:file-system", "events:event-bus", "events:rule", "firehose:deliverystream", "iam:group", "iam:policy", "iam:role",
	"iam:user", "kinesis:stream", "kms:key", "lambda:function", "lambda:layer", "logs:log-group", "rds-db:dbuser", "rds:cluster", "rds:db",
	"redshift:dbuser", "scheduler:schedule", "secretsmanager:secret", "ssm:document", "ssm:parameter", "states:stateMachine",
}

# The same, on what may turn out to be every resource.
on_hidden := [entry |
	some entry in grants.unclear
	object.get(entry.s.body, "Condition", {}) == {}
]

# Facts about grants of the named actions on what may turn out to be every resource.
hidden(names) := {result.with_detail(result.unknown(entry.d.r, place, entry.resource), place) |
	some entry in on_hidden
	count(meaning(entry.s.body, names)) > 0
	place := iam.path(entry.d.attribute, entry.s, "Resource")
}

# Facts about grants of the named actions on what may turn out to be every resource, whatever their conditions.
hidden_reach(names) := {result.with_detail(result.unknown(entry.d.r, place, entry.resource), place) |
	some entry in grants.unclear
	count(meaning(entry.s.body, names)) > 0
	place := iam.path(entry.d.attribute, entry.s, "Resource")
}

# The actions of a statement, in lower case, that mean one of the named ones. All of a service, and everything, are judged elsewhere.
meaning(statement, names) := {lower(written) | some written in written_as(statement, names)}

# The same, as they are written.
written_as(statement, names) := {written |
	some written in iam.actions(statement)
	is_string(written)
	action := lower(written)
	not is_whole(action)
	means(action, names)
}

is_whole(action) if scope.is_any_action(action)

is_whole(action) if scope.is_whole_service(action)

means(action, names) if names[action]

means(action, names) if {
	iam.is_pattern(action)
	not is_start(action)
	pattern := concat("", ["^", replace(replace(action, "*", ".*"), "?", "."), "$"])
	some name in names
	regex.match(pattern, name)
}

means(action, names) if {
	is_start(action)
	start := trim_suffix(action, "*")
	some name in names
	startswith(name, start)
}

# Most patterns are the start of a name, and telling that costs less than a regular expression: "iam:put*".
is_start(action) if {
	endswith(action, "*")
	not iam.is_pattern(trim_suffix(action, "*"))
}

# Actions that change something and could name it. A service that is not listed is not judged.
could_name(action) if {
	[service, name] := split(action, ":")
	not only_looks(name)
	known := iam_nameless.actions[service]
	not known[name]
}

only_looks(name) if {
	some start in looking
	startswith(name, start)
}

# How the names of actions begin that change nothing.
looking := [
	"describe", "list", "get", "batchget", "search", "check", "simulate", "query", "scan", "select", "lookup", "test", "view", "preview",
	"validate", "estimate", "detect", "head", "discover", "generateservicelastaccessed", "generateorganizationsaccess",
]

# Reading what is kept, other than what `wholesale` lists.
could_name(action) if means(action, reading)

# Ways to more rights than one has, when they reach every user, role or policy:
# https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html (what a boundary must keep out)
escalating := {
	"iam:addusertogroup", "iam:attachgrouppolicy", "iam:attachrolepolicy", "iam:attachuserpolicy", "iam:createaccesskey", "iam:createloginprofile",
	"iam:createpolicyversion", "iam:deleterolepermissionsboundary", "iam:deleteuserpermissionsboundary", "iam:putgrouppolicy",
	"iam:putrolepermissionsboundary", "iam:putrolepolicy", "iam:putuserpermissionsboundary", "iam:putuserpolicy", "iam:setdefaultpolicyversion",
	"iam:updateassumerolepolicy", "iam:updateloginprofile",
}

# Ways to let others in: policies, access lists and grants of resources. Access level "Permissions management".
opening := {
	"acm-pca:createpermission", "acm-pca:deletepermission", "acm-pca:deletepolicy", "acm-pca:putpolicy", "apigateway:addcertificatetodomain",
	"apigateway:removecertificatefromdomain", "apigateway:setwebacl", "apigateway:updaterestapipolicy", "backup:deletebackupvaultaccesspolicy",
	"backup:deletebackupvaultsharingpolicy", "backup:putbackupvaultaccesspolicy", "backup:putbackupvaultsharingpolicy",
	"cloudformation:setstackpolicy", "codeartifact:deletedomainpermissionspolicy", "codeartifact:deleterepositorypermissionspolicy",
	"codeartifact:putdomainpermissionspolicy", "codeartifact:putrepositorypermissionspolicy", "codebuild:deleteresourcepolicy",
	"codebuild:putresourcepolicy", "cognito-identity:deleteidentitypool", "cognito-identity:mergedeveloperidentities",
	"cognito-identity:unlinkdeveloperidentity", "cognito-identity:updateidentitypool", "dynamodb:deleteresourcepolicy", "dynamodb:putresourcepolicy",
	"ec2:createnetworkinterfacepermission", "ec2:deletenetworkinterfacepermission", "ec2:modifyimageattribute", "ec2:modifysnapshotattribute",
	"ec2:modifyvpcendpointservicepermissions", "ec2:resetsnapshotattribute", "ecr-public:setrepositorypolicy", "ecr:deleterepositorypolicy",
	"ecr:setrepositorypolicy", "eks:associateaccesspolicy", "eks:createaccessentry", "elasticfilesystem:deletefilesystempolicy",
	"elasticfilesystem:putfilesystempolicy", "fsx:deleteresourcepolicy", "fsx:putresourcepolicy", "glacier:deletevaultaccesspolicy",
	"glacier:setvaultaccesspolicy", "glue:deleteresourcepolicy", "glue:putresourcepolicy", "iot:attachpolicy", "iot:attachprincipalpolicy",
	"iot:createpolicyversion", "iot:detachpolicy", "iot:detachprincipalpolicy", "iot:setdefaultauthorizer", "iot:setdefaultpolicyversion",
	"kafka:deleteclusterpolicy", "kafka:putclusterpolicy", "kinesis:deleteresourcepolicy", "kinesis:putresourcepolicy", "kms:creategrant",
	"kms:putkeypolicy", "kms:retiregrant", "kms:revokegrant", "lambda:addlayerversionpermission", "lambda:addpermission",
	"lambda:removelayerversionpermission", "lambda:removepermission", "ram:associateresourceshare", "ram:updateresourceshare",
	"rds:authorizedbsecuritygroupingress", "rds:modifydbclustersnapshotattribute", "rds:modifydbsnapshotattribute", "redshift:authorizedatashare",
	"redshift:authorizesnapshotaccess", "redshift:deleteresourcepolicy", "redshift:putresourcepolicy", "s3:bypassgovernanceretention",
	"s3:deleteaccesspointpolicy", "s3:deleteaccesspointpolicyforobjectlambda", "s3:deletebucketpolicy", "s3:objectowneroverridetobucketowner",
	"s3:putaccesspointpolicy", "s3:putaccesspointpolicyforobjectlambda", "s3:putbucketacl", "s3:putbucketpolicy", "s3:putbucketpublicaccessblock",
	"s3:putmultiregionaccesspointpolicy", "s3:putobjectacl", "s3:putobjectversionacl", "secretsmanager:deleteresourcepolicy",
	"secretsmanager:putresourcepolicy", "ses:createemailidentitypolicy", "ses:deleteemailidentitypolicy", "ses:updateemailidentitypolicy",
	"signer:addprofilepermission", "signer:removeprofilepermission", "sns:addpermission", "sns:removepermission", "sns:settopicattributes",
	"sqs:addpermission", "sqs:removepermission", "sqs:setqueueattributes", "ssm:deleteresourcepolicy", "ssm:modifydocumentpermission",
	"ssm:putresourcepolicy", "wafv2:deletepermissionpolicy", "wafv2:putpermissionpolicy",
}

# What gives out credentials, or sets them for others.
credentials := {
	"cognito-identity:getcredentialsforidentity", "cognito-identity:getopenidtokenfordeveloperidentity", "ec2:getpassworddata",
	"iam:createaccesskey", "iam:createloginprofile", "iam:createservicespecificcredential", "iam:resetservicespecificcredential",
	"iam:updateaccesskey", "iam:updateloginprofile", "rds-db:connect", "redshift-serverless:getcredentials", "redshift:createclusteruser",
	"redshift:getclustercredentials", "sts:assumerole", "sts:assumerolewithsaml", "sts:assumerolewithwebidentity", "sts:getfederationtoken",
}

# What carries stored data away.
wholesale := {
	"dynamodb:exporttabletopointintime", "ec2:copysnapshot", "rds:copydbclustersnapshot", "rds:copydbsnapshot", "rds:createdbsnapshot",
	"rds:startexporttask", "s3:getobject", "s3:getobjectversion", "secretsmanager:batchgetsecretvalue", "secretsmanager:getsecretvalue",
	"ssm:getparameter", "ssm:getparameterhistory", "ssm:getparameters", "ssm:getparametersbypath",
}

# Other reading of what is kept: the names in a bucket are often part of it.
reading := {
	"athena:getqueryresults", "dynamodb:batchgetitem", "dynamodb:getitem", "dynamodb:getrecords", "dynamodb:partiqlselect", "dynamodb:query",
	"dynamodb:scan", "ecr:getdownloadurlforlayer", "kinesis:getrecords", "kinesisvideo:getmedia", "logs:getlogevents", "s3:listbucket",
	"s3:listbucketmultipartuploads", "s3:listbucketversions", "timestream:select",
}

# Judged by rules of their own.
judged_by_name := {
	"iam:passrole", "kms:decrypt", "kms:reencryptfrom",
}
