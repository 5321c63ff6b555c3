# METADATA
# title: Containers
# description: Reads the container definitions of task definitions, and tells what starts tasks.
package bulwark.lib.ecs

import data.bulwark.lib.result
import data.bulwark.lib.tf

tasks := tf.resources("aws_ecs_task_definition")

# Containers that can be read, by task: [{r, name, body}].
containers := [{"r": r, "name": name(index, body), "body": body} |
	some r in tasks
	is_array(r.values.container_definitions)
	some index, body in r.values.container_definitions
	is_object(body)
	not tf.is_unknown(body)
]

name(_, body) := body.name if is_string(body.name)

name(index, body) := format_int(index, 10) if not is_string(body.name)

# A part of a container that nobody can read before apply.
unreadable_part(key) := {result.with_detail(result.unknown(c.r, path(c, key), value), c.name) |
	some c in containers
	value := object.get(c.body, key, null)
	tf.is_unknown(value)
}

path(container, key) := concat("", ["container_definitions[", container.name, "].", key])

# Tasks, or single containers, that nobody can read before apply.
unreadable := {result.unknown(r, "container_definitions", value) |
	some r in tasks
	value := object.get(r.values, "container_definitions", null)
	not is_array(value)
} | {result.unknown(r, "container_definitions", body) |
	some r in tasks
	is_array(r.values.container_definitions)
	some body in r.values.container_definitions
	tf.is_unknown(body)
}

# Facts about what may start tasks, beside services and task sets, and starts none.
starts_no_task := [result.not_applicable(r, "starts-no-task") |
	some type, block in starters
	some r in tf.resources(type)
	is_null(tf.dig(r.values, block))
]

starters := {
	"aws_cloudwatch_event_target": ["ecs_target"],
	"aws_scheduler_schedule": ["target", "ecs_parameters"],
	"aws_pipes_pipe": ["target_parameters", "ecs_task_parameters"],
}
