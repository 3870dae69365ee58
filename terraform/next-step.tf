locals {
  stage_order = ["1-permissions", "2-embeddings", "3-ingest", "4-researcher", "5-database", "6-agents", "8-enterprise"]
  stages_left = [for stage in local.stage_order : stage if !contains(var.stages, stage)]
  # A service that is in the repository's stage and has no image.
  imageless = local.has_services ? sort(setsubtract(keys(local.services), keys(local.deployed_services))) : []

  next_step = (
    length(local.imageless) > 0
    ? "The image of ${local.imageless[0]} is not in its repository. Start Docker, then: npm run deploy (guides/4-researcher.md)"
    : length(local.stages_left) > 0
    ? "Read guides/${local.stages_left[0]}.md, then: npm run deploy -- --stage ${split("-", local.stages_left[0])[0]}"
    : "Everything is deployed. Read guides/9-beyond.md."
  )
}
