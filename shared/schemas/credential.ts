// What looks like a key or a password. What a person sets in the open, in terraform.tfvars, a lambda.json or an environment, ends up in
// Terraform's state, in the console and in logs. terraform/credentials.tf has the same patterns, for Terraform's own validations.

interface Pattern {
  readonly what: string;
  readonly pattern: RegExp;
}

/** `scheme://user:password@host`, which Node's fetch refuses besides. */
const IN_ADDRESS: Pattern = { what: 'a user name or password in an address', pattern: /:\/\/[^/?#\s]*@/i };
/** `?api-key=…`, `&sig=…`, and the same in a list of NAME=VALUE. What may stand before a key is named: a monkey is none. */
const IN_QUERY: Pattern = {
  what: 'a key in what follows an address, or NAME=VALUE of one',
  pattern:
    /(?:^|[?&;#,\s])(?:(?:[a-z0-9_.%-]*(?:[_.%0-9-]|a(?:pi|pp|ccess|ccount|uth)|client|consumer|customer|feed|licen[cs]e|master|member|my|partner|private|public|rss|secret|service|session|shared|sign(?:ing)?|site|subscri(?:ber|ption)|user))?key|[a-z0-9_.%-]*(?:token|secret|password|passwd|pwd|credentials?|signature)|(?:[a-z0-9_.%-]*[_.-])?(?:auth|authorization|pass|sig|jwt))=[^&\s]/i,
};
/**
 * As who gives them out writes them: OpenAI and those that follow it (Anthropic, OpenRouter, Langfuse), AWS and Bedrock, GitHub, GitLab,
 * Slack, Google, Hugging Face, Groq, Cerebras, Fireworks, Together, xAI, Nvidia, Perplexity, Tavily, Stripe, npm, Logfire; tokens of JWT,
 * headers, private keys. Mistral and others give out letters and digits alone: where a model's name is 32 of them or more, it is a key.
 */
const PASTED: Pattern = {
  what: 'what looks like a key',
  pattern:
    /\b(?:openai:[A-Za-z0-9]{32,}@|c?sk-(?:(?:proj|ant|lf|or|svcacct|admin)-[A-Za-z0-9_-]{4,}|[A-Za-z0-9_-]{16,})|(?:AKIA|ASIA)[A-Z0-9]{16}|ABSK[A-Za-z0-9+/=]{20,}|bedrock-api-key-[A-Za-z0-9+/=]{8,}|gh[opsur]_[A-Za-z0-9]{16,}|github_pat_[A-Za-z0-9_]{16,}|glpat-[A-Za-z0-9_-]{16,}|xox[abeoprs]-[A-Za-z0-9-]{10,}|AIza[A-Za-z0-9_-]{30,}|hf_[A-Za-z0-9]{16,}|gsk_[A-Za-z0-9]{16,}|fw_[A-Za-z0-9]{16,}|tgp_v1_[A-Za-z0-9_-]{16,}|xai-[A-Za-z0-9]{16,}|nvapi-[A-Za-z0-9_-]{16,}|pplx-[A-Za-z0-9]{16,}|tvly-[A-Za-z0-9-]{10,}|[rs]k_(?:live|test)_[A-Za-z0-9]{8,}|npm_[A-Za-z0-9]{30,}|pylf_v[0-9]_[A-Za-z0-9_]{8,}|eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}|(?:Bearer|Basic)\s+[A-Za-z0-9+/=._-]{12,}|BEGIN [A-Z ]*PRIVATE KEY)/,
};

/** The patterns, as terraform/credentials.tf has them. */
export const credentialPatterns: readonly RegExp[] = [IN_ADDRESS, IN_QUERY, PASTED].map(({ pattern }) => pattern);

/**
 * What of a text looks like a credential, in words that do not repeat it; undefined where nothing does.
 *
 * @example credentialIn('https://ada:lovelace@example.com') // 'a user name or password in an address'
 */
export const credentialIn = (text: string): string | undefined =>
  [IN_ADDRESS, IN_QUERY, PASTED].find(({ pattern }) => pattern.test(text))?.what;
