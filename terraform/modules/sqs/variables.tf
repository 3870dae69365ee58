variable "name" {
  description = "The queue's name; its dead-letter queue is NAME-dlq."
  type        = string
}

variable "consumer_timeout" {
  description = "Seconds that the function which it feeds may take."
  type        = number
}

variable "maximum_receives" {
  description = "After so many receives a message goes to the dead-letter queue."
  type        = number
  validation {
    condition     = var.maximum_receives >= 1 && var.maximum_receives <= 1000
    error_message = "maximum_receives must be from 1 to 1000."
  }
}

variable "alarm_age_seconds" {
  description = "How old the oldest message may become before the alarm."
  type        = number
}

variable "alarm_topic_arns" {
  description = "Topics that hear of alarms."
  type        = list(string)
  default     = []
}
