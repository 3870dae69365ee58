variable "name" {
  description = "The API's name."
  type        = string
}

variable "routes" {
  description = "Which function answers which route, such as \"GET /jobs/{id}\"."
  type        = map(string)
  # What API Gateway would refuse in the middle of a deployment; shared/schemas/routes.ts says the same when functions are packaged.
  validation {
    condition     = alltrue([for route in keys(var.routes) : can(regex("^[A-Z]+ (/([\\w.-]+|\\{[\\w-]+\\}))*/([\\w.-]+|\\{[\\w-]+\\+?\\})?$", route))])
    error_message = "A route is a method and a path whose parts are plain or a {variable}, none of them empty, and a {greedy+} one the last: \"GET /jobs/{id}\"."
  }
  validation {
    condition     = length(distinct([for route in keys(var.routes) : replace(route, "/\\{[\\w-]+\\}/", "{}")])) == length(var.routes)
    error_message = "Two routes differ by the name of a variable only: GET /jobs/{id} and GET /jobs/{job} are one."
  }
}

variable "functions" {
  description = "Those functions."
  type        = map(object({ name = string, invoke_arn = string }))
}

variable "throttle" {
  description = "Requests a second in the long run, and at once, for each route."
  type        = object({ rate = number, burst = number })
}

variable "web_origins" {
  description = "Origins that a browser lets call it."
  type        = set(string)
}

variable "log_retention_days" {
  description = "Days that access logs are kept."
  type        = number
}
