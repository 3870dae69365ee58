variable "name" {
  description = "The API's name."
  type        = string
}

variable "routes" {
  description = "Which function answers which route, such as \"GET /jobs/{id}\"."
  type        = map(string)
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
