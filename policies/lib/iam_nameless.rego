# METADATA
# title: Actions that can name nothing
# description: >-
#   By service, the actions that change something and take no resource, in lower case. Facts of the Service Authorization Reference:
#   https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
package bulwark.lib.iam_nameless

# Actions that change something and know no resource, so that "*" is all one can write.
actions := {
	"s3": {
		"createjob", "createstoragelensgroup", "putaccesspointpublicaccessblock", "putaccountpublicaccessblock", "putstoragelensconfiguration",
	},
	"dynamodb": {
		"purchasereservedcapacityofferings", "updateabacstatus",
	},
	"sqs": set(),
	"sns": {
		"createplatformapplication", "createplatformendpoint", "createsmssandboxphonenumber", "deleteendpoint", "deleteplatformapplication",
		"deletesmssandboxphonenumber", "optinphonenumber", "setendpointattributes", "setplatformapplicationattributes", "setsmsattributes",
		"setsubscriptionattributes", "unsubscribe", "verifysmssandboxphonenumber",
	},
	"kms": {
		"connectcustomkeystore", "createcustomkeystore", "createkey", "deletecustomkeystore", "disconnectcustomkeystore", "generaterandom",
		"updatecustomkeystore",
	},
	"secretsmanager": set(),
	"ssm": {
		"cancelcommand", "createactivation", "createmaintenancewindow", "createopsitem", "createopsmetadata", "createpatchbaseline",
		"deleteactivation", "deleteinventory", "executeapi", "putconfigurepackageresult", "putinventory", "registermanagedinstance",
		"startexecutionpreview",
	},
	"lambda": {
		"createcodesigningconfig", "createeventsourcemapping",
	},
	"kinesis": {
		"disableenhancedmonitoring", "enableenhancedmonitoring", "updateshardcount", "updatestreammode",
	},
	"firehose": set(),
	"logs": {
		"cancelexporttask", "createlogdelivery", "deleteaccountpolicy", "deleteindexpolicy", "deletelogdelivery", "deletequerydefinition",
		"deleteresourcepolicy", "link", "putaccountpolicy", "putindexpolicy", "putquerydefinition", "putresourcepolicy", "stoplivetail",
		"stopquery", "updatelogdelivery",
	},
	"cloudwatch": {
		"createservicelevelobjective", "deleteanomalydetector", "enabletopologydiscovery", "generatequery", "link", "putanomalydetector",
		"putmanagedinsightrules", "putmetricdata",
	},
	"events": {
		"putpartnerevents", "putpermission", "removepermission",
	},
	"scheduler": set(),
	"states": {
		"invokehttpendpoint", "revealsecrets", "sendtaskfailure", "sendtaskheartbeat", "sendtasksuccess",
	},
	"iam": {
		"createaccountalias", "deleteaccountalias", "deleteaccountpasswordpolicy", "deletecloudfrontpublickey",
		"disableorganizationsrootcredentialsmanagement", "disableorganizationsrootsessions", "enableorganizationsrootcredentialsmanagement",
		"enableorganizationsrootsessions", "generatecredentialreport", "setsecuritytokenservicepreferences", "setstsregionalendpointstatus",
		"updateaccountemailaddress", "updateaccountname", "updateaccountpasswordpolicy", "updatecloudfrontpublickey", "uploadcloudfrontpublickey",
	},
	"sts": {
		"decodeauthorizationmessage",
	},
	"iot": {
		"attachthingprincipal", "cancelauditmitigationactionstask", "cancelaudittask", "canceldetectmitigationactionstask",
		"cleardefaultauthorizer", "createauditsuppression", "createcertificatefromcsr", "createkeysandcertificate",
		"deleteaccountauditconfiguration", "deleteauditsuppression", "deleteregistrationcode", "deletev2logginglevel", "detachthingprincipal",
		"opentunnel", "putverificationstateonviolation", "registercacertificate", "registercertificate", "registercertificatewithoutca",
		"registerthing", "setloggingoptions", "setv2logginglevel", "setv2loggingoptions", "startauditmitigationactionstask",
		"startondemandaudittask", "startthingregistrationtask", "stopthingregistrationtask", "updateaccountauditconfiguration",
		"updateauditsuppression", "updateeventconfigurations", "updateindexingconfiguration", "updatepackageconfiguration",
	},
	"ec2": {
		"acceptreservedinstancesexchangequote", "advertisebyoipcidr", "associateipambyoasn", "associatetrunkinterface", "bundleinstance",
		"cancelbundletask", "cancelconversiontask", "cancelreservedinstanceslisting", "confirmproductinstance", "createdefaultsubnet",
		"createdefaultvpc", "createreservedinstanceslisting", "createspotdatafeedsubscription", "createsubnetcidrreservation",
		"deletequeuedreservedinstances", "deletespotdatafeedsubscription", "deletesubnetcidrreservation", "deprovisionbyoipcidr",
		"deregisterinstanceeventnotificationattributes", "disableawsnetworkperformancemetricsubscription", "disableebsencryptionbydefault",
		"disableimageblockpublicaccess", "disableipamorganizationadminaccount", "disableserialconsoleaccess", "disablesnapshotblockpublicaccess",
		"disassociateipambyoasn", "disassociatetrunkinterface", "enableawsnetworkperformancemetricsubscription", "enableebsencryptionbydefault",
		"enableimageblockpublicaccess", "enableipamorganizationadminaccount", "enablereachabilityanalyzerorganizationsharing",
		"enableserialconsoleaccess", "enablesnapshotblockpublicaccess", "exporttransitgatewayroutes", "injectapierror",
		"modifyavailabilityzonegroup", "modifydefaultcreditspecification", "modifyebsdefaultkmskeyid", "modifyidentityidformat", "modifyidformat",
		"modifyinstancemetadatadefaults", "moveaddresstovpc", "provisionbyoipcidr", "purchasereservedinstancesoffering",
		"purchasescheduledinstances", "registerinstanceeventnotificationattributes", "reportinstancestatus", "resetebsdefaultkmskeyid",
		"restoreaddresstoclassic", "runscheduledinstances", "withdrawbyoipcidr",
	},
	"ecr": {
		"batchimportupstreamimage", "createpullthroughcacherule", "createrepositorycreationtemplate", "deletepullthroughcacherule",
		"deleteregistrypolicy", "deleterepositorycreationtemplate", "putaccountsetting", "putregistrypolicy", "putregistryscanningconfiguration",
		"putreplicationconfiguration", "updatepullthroughcacherule", "updaterepositorycreationtemplate",
	},
	"ecs": {
		"createcapacityprovider", "createtaskset", "deleteaccountsetting", "deregistertaskdefinition", "putaccountsetting",
		"putaccountsettingdefault", "registertaskdefinition",
	},
	"rds": {
		"cancelexporttask", "createdbproxy", "crossregioncommunication", "modifycertificates", "modifydbrecommendation", "modifyrecommendation",
	},
	"cloudtrail": {
		"deregisterorganizationdelegatedadmin", "registerorganizationdelegatedadmin", "startimport", "stopimport",
	},
	"cognito-idp": {
		"associatesoftwaretoken", "changepassword", "confirmdevice", "confirmforgotpassword", "confirmsignup", "createuserpool", "deleteuser",
		"deleteuserattributes", "forgetdevice", "forgotpassword", "globalsignout", "initiateauth", "resendconfirmationcode",
		"respondtoauthchallenge", "revoketoken", "setusermfapreference", "setusersettings", "signup", "updatedevicestatus", "updateuserattributes",
		"verifysoftwaretoken", "verifyuserattribute",
	},
	"cognito-identity": {
		"createidentitypool", "deleteidentities", "setidentitypoolroles", "setprincipaltagattributemap", "unlinkidentity",
	},
	"backup": {
		"exportbackupplantemplate", "putrestorevalidationresult", "stopbackupjob", "updateglobalsettings", "updateregionsettings",
	},
	"elasticfilesystem": {
		"createfilesystem", "putaccountpreferences",
	},
	"elasticloadbalancing": {
		"setwebacl",
	},
	"athena": {
		"runquery",
	},
	"glue": {
		"createclassifier", "createcrawler", "createcustomentitytype", "createdataqualityruleset", "createdevendpoint", "createinboundintegration",
		"createmltransform", "createscript", "createsecurityconfiguration", "deleteclassifier", "deletecustomentitytype",
		"deletesecurityconfiguration", "deregisterdatapreview", "gluenotebookauthorize", "gluenotebookrefreshcredentials", "requestlogparsing",
		"resetjobbookmark", "rundatapreviewstatement", "sendfeedback", "sendrecipeaction", "startcompletion", "startcrawlerschedule",
		"startnotebook", "stopcrawlerschedule", "terminatenotebook", "updateclassifier", "updatecrawlerschedule", "usegluestudio",
	},
	"xray": {
		"canceltraceretrieval", "deleteresourcepolicy", "link", "putencryptionconfig", "putresourcepolicy", "putspans", "putspansforindexing",
		"puttelemetryrecords", "puttracesegments", "starttraceretrieval", "updateindexingrule", "updatetracesegmentdestination", "put*",
	},
	"signer": {
		"putsigningprofile",
	},
	"cloudformation": {
		"activateorganizationsaccess", "activatetype", "batchdescribetypeconfigurations", "cancelresourcerequest", "creategeneratedtemplate",
		"createresource", "createstackset", "createuploadbucket", "deactivateorganizationsaccess", "deactivatetype", "deletegeneratedtemplate",
		"deleteresource", "deregistertype", "publishtype", "registerpublisher", "registertype", "settypeconfiguration", "settypedefaultversion",
		"startresourcescan", "updategeneratedtemplate", "updateresource",
	},
	"autoscaling": set(),
	"kinesisvideo": set(),
	"acm": {
		"putaccountconfiguration", "requestcertificate",
	},
	"codebuild": {
		"deleteoauthtoken", "deletesourcecredentials", "importsourcecredentials", "persistoauthtoken",
	},
	"pipes": set(),
	"apigateway": set(),
	"rds-db": set(),
	"config": {
		"deleteconfigurationrecorder", "deletedeliverychannel", "deletependingaggregationrequest", "deleteremediationexceptions",
		"deleteresourceconfig", "deleteretentionconfiguration", "deliverconfigsnapshot", "putconfigurationrecorder", "putdeliverychannel",
		"putevaluations", "putremediationexceptions", "putresourceconfig", "putretentionconfiguration", "startconfigurationrecorder",
		"startremediationexecution", "startresourceevaluation", "stopconfigurationrecorder",
	},
	"iotsitewise": {
		"createassetmodel", "createbulkimportjob", "createdataset", "creategateway", "createportal", "enablesitewiseintegration", "executequery",
		"invokeassistant", "putdefaultencryptionconfiguration", "putloggingoptions", "putstorageconfiguration",
	},
	"iotevents": {
		"putloggingoptions", "startdetectormodelanalysis",
	},
	"iotanalytics": {
		"putloggingoptions", "runpipelineactivity",
	},
	"greengrass": {
		"associateserviceroletoaccount", "createconnectordefinition", "createcoredefinition", "createdeployment", "createdevicedefinition",
		"createfunctiondefinition", "creategroup", "createloggerdefinition", "createresourcedefinition", "createsoftwareupdatejob",
		"createsubscriptiondefinition", "disassociateservicerolefromaccount", "startbulkdeployment",
	},
	"iotwireless": {
		"associateawsaccountwithpartneraccount", "createdestination", "createdeviceprofile", "createfuotatask", "createmulticastgroup",
		"createserviceprofile", "createwirelessdevice", "createwirelessgateway", "createwirelessgatewaytaskdefinition", "deletequeuedmessages",
		"resetallresourceloglevels", "startsinglewirelessdeviceimporttask", "updateeventconfigurationbyresourcetypes", "updateloglevelsbyresourcetypes",
		"updatemetricconfiguration",
	},
	"iotdeviceadvisor": {
		"createsuitedefinition", "startsuiterun",
	},
	"iottwinmaker": {
		"createmetadatatransferjob", "createworkspace", "updatepricingplan",
	},
	"iotfleetwise": {
		"putencryptionconfiguration", "putloggingoptions", "registeraccount",
	},
	"iotjobsdata": set(),
	"timestream": {
		"cancelquery", "createscheduledquery", "resumebatchloadtask", "updateaccountsettings",
	},
	"timestream-influxdb": {
		"createdbparametergroup",
	},
	"redshift": {
		"acceptreservednodeexchange", "addpartner", "authorizeendpointaccess", "cancelquery", "cancelquerysession", "createauthenticationprofile",
		"createendpointaccess", "createinboundintegration", "createqev2idcapplication", "createredshiftidcapplication", "createsavedquery",
		"createscheduledaction", "deleteauthenticationprofile", "deleteendpointaccess", "deletepartner", "deletesavedqueries", "deletescheduledaction",
		"executequery", "fetchresults", "modifyauthenticationprofile", "modifyclustermaintenance", "modifyendpointaccess", "modifysavedquery",
		"modifyscheduledaction", "purchasereservednodeoffering", "revokeendpointaccess", "updatepartnerstatus",
	},
	"redshift-serverless": {
		"createusagelimit", "deleteresourcepolicy", "deletescheduledaction", "deletesnapshotcopyconfiguration", "deleteusagelimit", "putresourcepolicy",
		"updatescheduledaction", "updatesnapshotcopyconfiguration", "updateusagelimit",
	},
	"redshift-data": {
		"cancelstatement",
	},
	"es": {
		"acceptinboundconnection", "acceptinboundcrossclustersearchconnection", "authorizevpcendpointaccess", "createapplication",
		"createelasticsearchservicerole", "createpackage", "createservicerole", "createvpcendpoint", "deleteelasticsearchservicerole",
		"deleteinboundconnection", "deleteinboundcrossclustersearchconnection", "deleteoutboundconnection",
		"deleteoutboundcrossclustersearchconnection", "deletepackage", "deletevpcendpoint", "purchasereservedelasticsearchinstanceoffering",
		"purchasereservedinstanceoffering", "rejectinboundconnection", "rejectinboundcrossclustersearchconnection", "revokevpcendpointaccess",
		"updatepackage", "updatepackagescope", "updatevpcendpoint",
	},
	"aoss": {
		"createaccesspolicy", "createcollection", "createlifecyclepolicy", "createsecurityconfig", "createsecuritypolicy", "createvpcendpoint",
		"deleteaccesspolicy", "deletelifecyclepolicy", "deletesecurityconfig", "deletesecuritypolicy", "deletevpcendpoint", "tagresource",
		"untagresource", "updateaccesspolicy", "updateaccountsettings", "updatelifecyclepolicy", "updatesecurityconfig", "updatesecuritypolicy",
		"updatevpcendpoint",
	},
	"elasticache": set(),
	"memorydb": {
		"createparametergroup", "createsubnetgroup", "createuser",
	},
	"kafka": set(),
	"kafka-cluster": set(),
	"kafkaconnect": {
		"createconnector", "createcustomplugin", "createworkerconfiguration",
	},
	"mq": {
		"createbroker", "createconfiguration",
	},
	"sagemaker": {
		"createlineagegrouppolicy", "deletelineagegrouppolicy", "deleteresourcepolicy", "disablesagemakerservicecatalogportfolio",
		"enablesagemakerservicecatalogportfolio", "putlineagegrouppolicy", "putresourcepolicy", "renderuitemplate",
	},
	"bedrock": {
		"associatethirdpartyknowledgebase", "createagent", "createflow", "createfoundationmodelagreement", "createguardrail", "createknowledgebase",
		"createmodelimportjob", "createprompt", "deletefoundationmodelagreement", "deletemodelinvocationloggingconfiguration", "invokebuilder",
		"invokeinlineagent", "putfoundationmodelentitlement", "putmodelinvocationloggingconfiguration", "putusecaseformodelaccess",
		"retrieveandgenerate",
	},
	"route53": {
		"createcidrcollection", "createhealthcheck", "createhostedzone", "createreusabledelegationset", "createtrafficpolicy",
	},
	"cloudfront": {
		"createfieldlevelencryptionconfig", "createfieldlevelencryptionprofile", "createkeygroup", "createmonitoringsubscription",
		"createoriginaccesscontrol", "createpublickey", "createsavingsplan", "createvpcorigin", "deletekeygroup", "deletemonitoringsubscription",
		"deletepublickey", "updatefieldlevelencryptionconfig", "updatekeygroup", "updatepublickey", "updatesavingsplan",
	},
	"wafv2": {
		"createapikey", "deleteapikey", "generatemobilesdkreleaseurl",
	},
	"guardduty": {
		"acceptadministratorinvitation", "acceptinvitation", "archivefindings", "createdetector", "createipset", "createmalwareprotectionplan",
		"createmembers", "createpublishingdestination", "createsamplefindings", "createthreatintelset", "declineinvitations", "deleteinvitations",
		"deletemembers", "disableorganizationadminaccount", "disassociatefromadministratoraccount", "disassociatefrommasteraccount",
		"disassociatemembers", "enableorganizationadminaccount", "invitemembers", "sendsecuritytelemetry", "startmalwarescan", "startmonitoringmembers",
		"stopmonitoringmembers", "unarchivefindings", "updatefindingsfeedback", "updatemalwarescansettings", "updatememberdetectors",
		"updateorganizationconfiguration",
	},
	"securityhub": {
		"batchupdatestandardscontrolassociations", "createautomationrule", "createconfigurationpolicy", "createfindingaggregator",
		"updatesecuritycontrol",
	},
	"inspector2": {
		"associatemember", "batchupdatememberec2deepinspectionstatus", "cancelfindingsreport", "cancelsbomexport", "createfindingsreport",
		"createsbomexport", "disable", "disabledelegatedadminaccount", "disassociatemember", "enable", "enabledelegatedadminaccount",
		"resetencryptionkey", "sendcissessionhealth", "sendcissessiontelemetry", "startcissession", "stopcissession", "updateconfiguration",
		"updateec2deepinspectionconfiguration", "updateencryptionkey", "updateorganizationconfiguration", "updateorgec2deepinspectionconfiguration",
	},
	"access-analyzer": {
		"cancelpolicygeneration", "startpolicygeneration",
	},
	"eks": {
		"createcluster", "createeksanywheresubscription", "registercluster",
	},
	"batch": set(),
	"codepipeline": {
		"acknowledgejob", "acknowledgethirdpartyjob", "pollforthirdpartyjobs", "putjobfailureresult", "putjobsuccessresult",
		"putthirdpartyjobfailureresult", "putthirdpartyjobsuccessresult",
	},
	"codecommit": {
		"createapprovalruletemplate", "deleteapprovalruletemplate", "updateapprovalruletemplatecontent", "updateapprovalruletemplatedescription",
		"updateapprovalruletemplatename",
	},
	"codedeploy": {
		"continuedeployment", "createcloudformationdeployment", "deletegithubaccounttoken", "deleteresourcesbyexternalid",
		"putlifecycleeventhookexecutionstatus", "skipwaittimeforinstancetermination", "stopdeployment",
	},
	"codeartifact": {
		"createdomain", "createpackagegroup", "createrepository",
	},
	"ses": {
		"clonereceiptruleset", "createaddoninstance", "createaddonsubscription", "createarchive", "createconfigurationsettrackingoptions",
		"createexportjob", "createimportjob", "createingresspoint", "createreceiptfilter", "createreceiptrule", "createreceiptruleset", "createrelay",
		"createruleset", "createtemplate", "createtrafficpolicy", "deleteconfigurationsettrackingoptions", "deleteidentity", "deleteidentitypolicy",
		"deletereceiptfilter", "deletereceiptrule", "deletereceiptruleset", "deletesuppresseddestination", "deletetemplate",
		"deleteverifiedemailaddress", "putaccountdedicatedipwarmupattributes", "putaccountdetails", "putaccountsendingattributes",
		"putaccountsuppressionattributes", "putaccountvdmattributes", "putdedicatedipwarmupattributes", "putdeliverabilitydashboardoption",
		"putidentitypolicy", "putsuppresseddestination", "reorderreceiptruleset", "setactivereceiptruleset", "setidentitydkimenabled",
		"setidentityfeedbackforwardingenabled", "setidentityheadersinnotificationsenabled", "setidentitymailfromdomain", "setidentitynotificationtopic",
		"setreceiptruleposition", "updateaccountsendingenabled", "updateconfigurationsetreputationmetricsenabled",
		"updateconfigurationsetsendingenabled", "updateconfigurationsettrackingoptions", "updatereceiptrule", "updatetemplate", "verifydomaindkim",
		"verifydomainidentity", "verifyemailaddress", "verifyemailidentity",
	},
	"appsync": {
		"createapi", "createapicache", "createapikey", "createdatasource", "createdomainname", "createfunction", "creategraphqlapi", "createresolver",
		"createtype", "deleteapicache", "deleteapikey", "deletedatasource", "deletefunction", "deleteresolver", "deleteresourcepolicy", "deletetype",
		"evaluatecode", "evaluatemappingtemplate", "flushapicache", "putgraphqlapienvironmentvariables", "putresourcepolicy", "setwebacl",
		"startdatasourceintrospection", "startschemacreation", "updateapicache", "updateapikey", "updatedatasource", "updatefunction", "updateresolver",
		"updatetype",
	},
	"dms": {
		"batchstartrecommendations", "createdataprovider", "createendpoint", "createeventsubscription", "createfleetadvisorcollector",
		"createinstanceprofile", "createreplicationinstance", "createreplicationsubnetgroup", "deletefleetadvisorcollector",
		"deletefleetadvisordatabases", "importcertificate", "modifyeventsubscription", "modifyfleetadvisorcollector",
		"modifyfleetadvisorcollectorstatuses", "modifyreplicationsubnetgroup", "runfleetadvisorlsaanalysis", "startrecommendations",
		"updatesubscriptionstoeventbridge", "uploadfilemetadatalist",
	},
	"datasync": {
		"createagent", "createlocationazureblob", "createlocationefs", "createlocationfsxlustre", "createlocationfsxontap", "createlocationfsxopenzfs",
		"createlocationfsxwindows", "createlocationhdfs", "createlocationnfs", "createlocationobjectstorage", "createlocations3", "createlocationsmb",
	},
	"transfer": {
		"createconnector", "createprofile", "createserver", "createworkflow", "importcertificate", "updateaccess",
	},
	"network-firewall": set(),
	"globalaccelerator": {
		"advertisebyoipcidr", "createaccelerator", "createcrossaccountattachment", "createcustomroutingaccelerator", "deprovisionbyoipcidr",
		"provisionbyoipcidr", "withdrawbyoipcidr",
	},
	"servicediscovery": {
		"createhttpnamespace", "createprivatednsnamespace", "createpublicdnsnamespace", "tagresource", "untagresource",
		"updateinstancecustomhealthstatus",
	},
	"organizations": {
		"createaccount", "creategovcloudaccount", "createorganization", "createpolicy", "deleteorganization", "deleteresourcepolicy",
		"disableawsserviceaccess", "enableallfeatures", "enableawsserviceaccess", "leaveorganization",
	},
	"ram": {
		"createpermission", "createresourceshare", "enablesharingwithawsorganization",
	},
	"storagegateway": {
		"activategateway", "createtapepool", "deletetapearchive",
	},
	"fsx": {
		"updatesharedvpcconfiguration",
	},
	"ecr-public": set(),
	"glacier": {
		"purchaseprovisionedcapacity", "setdataretrievalpolicy",
	},
	"execute-api": set(),
	"lakeformation": {
		"addlftagstoresource", "batchgrantpermissions", "batchrevokepermissions", "canceltransaction", "committransaction", "createdatacellsfilter",
		"createlakeformationidentitycenterconfiguration", "createlakeformationoptin", "createlftag", "deletedatacellsfilter",
		"deletelakeformationidentitycenterconfiguration", "deletelakeformationoptin", "deletelftag", "deleteobjectsoncancel", "deregisterresource",
		"extendtransaction", "grantpermissions", "putdatalakesettings", "registerresource", "removelftagsfromresource", "revokepermissions",
		"startqueryplanning", "starttransaction", "updatedatacellsfilter", "updatelakeformationidentitycenterconfiguration", "updatelftag",
		"updateresource", "updatetableobjects", "updatetablestorageoptimizer",
	},
	"kinesisanalytics": {
		"createapplication",
	},
	"neptune-db": set(),
	"rds-data": set(),
	"dax": {
		"createparametergroup", "createsubnetgroup", "deleteparametergroup", "deletesubnetgroup", "updateparametergroup", "updatesubnetgroup",
	},
	"appconfig": {
		"createapplication", "createdeploymentstrategy", "createextension", "createextensionassociation", "updateaccountsettings",
	},
	"synthetics": {
		"createcanary", "creategroup",
	},
	"mobiletargeting": set(),
	"elasticmapreduce": {
		"createrepository", "createsecurityconfiguration", "createstudio", "deleterepository", "deletesecurityconfiguration", "linkrepository",
		"putblockpublicaccessconfiguration", "runjobflow", "unlinkrepository", "updaterepository",
	},
	"acm-pca": {
		"createcertificateauthority",
	},
	"apprunner": set(),
}
