variable "name" {
  description = "The queue's name."
  type        = string
}

variable "alarm_description" {
  description = "What a message in it means, for the person who gets the alarm."
  type        = string
}

variable "alarm_topic_arns" {
  description = "Topics that hear of the first message, and of the last one gone."
  type        = list(string)
  default     = []
}
