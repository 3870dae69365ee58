variable "name" {
  description = "The API's name."
  type        = string
}

variable "routes" {
  description = "What answers which route, such as \"DELETE /documents/{id}\", and whether it asks for a key."
  type        = map(object({ function_name = string, invoke_arn = string, api_key = bool }))
  validation {
    condition     = alltrue([for route in keys(var.routes) : length(split("/", route)) <= 5])
    error_message = "A route's path has at most four parts: /a/b/c/d."
  }
  # What API Gateway would refuse in the middle of a deployment; shared/schemas/routes.ts says the same when functions are packaged.
  validation {
    condition     = alltrue([for route in keys(var.routes) : can(regex("^[A-Z]+ (/|(/([\\w.-]+|\\{[\\w-]+\\}))*/([\\w.-]+|\\{[\\w-]+\\+?\\}))$", route))])
    error_message = "A route is a method and a path whose parts are plain or a {variable}, none of them empty, and a {greedy+} one the last: \"GET /documents/{id}\"."
  }
  validation {
    condition = alltrue([
      for parent, variables in {
        for path in distinct(flatten([
          for route in keys(var.routes) : [
            for depth in range(1, length(split("/", route))) : join("/", slice(split("/", split(" ", route)[1]), 0, depth + 1)) if startswith(split("/", route)[depth], "{")
          ]
        ])) : dirname(path) => basename(path)...
      } : length(variables) == 1
    ])
    error_message = "A REST API has one variable at a place: beside /documents/{id} there is no /documents/{document} and no /documents/{proxy+}."
  }
}

variable "throttle" {
  description = "Requests a second in the long run, at once, and in a day."
  type        = object({ rate = number, burst = number, per_day = number })
}

variable "log_retention_days" {
  description = "Days that access logs are kept."
  type        = number
}

variable "manage_logging" {
  description = "Whether to give API Gateway its role for logs, one for the whole account and region."
  type        = bool
}

variable "permissions_boundary" {
  description = "What its role can never go beyond."
  type        = string
}

variable "role_path" {
  description = "The path in IAM of its role, by which deployers know what they may hand over: /alex/."
  type        = string
}
