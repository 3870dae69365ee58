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
 * Slack, Google, Telegram, SendGrid, Hugging Face, Groq, Cerebras, Fireworks, Together, xAI, Nvidia, Perplexity, Tavily, Stripe, npm,
 * Logfire; tokens of JWT, headers, private keys. Mistral and others give out letters and digits alone: where a model's name is 32 of them or
 * more, it is a key.
 */
const PASTED: Pattern = {
  what: 'what looks like a key',
  pattern:
    /\b(?:openai:[A-Za-z0-9]{32,}@|c?sk-(?:(?:proj|ant|lf|or|svcacct|admin)-[A-Za-z0-9_-]{4,}|[A-Za-z0-9_-]{16,})|(?:AKIA|ASIA)[A-Z0-9]{16}|ABSK[A-Za-z0-9+/=]{20,}|bedrock-api-key-[A-Za-z0-9+/=]{8,}|gh[opsur]_[A-Za-z0-9]{16,}|github_pat_[A-Za-z0-9_]{16,}|glpat-[A-Za-z0-9_-]{16,}|xox[abeoprs]-[A-Za-z0-9-]{10,}|AIza[A-Za-z0-9_-]{30,}|hf_[A-Za-z0-9]{16,}|gsk_[A-Za-z0-9]{16,}|fw_[A-Za-z0-9]{16,}|tgp_v1_[A-Za-z0-9_-]{16,}|xai-[A-Za-z0-9]{16,}|nvapi-[A-Za-z0-9_-]{16,}|pplx-[A-Za-z0-9]{16,}|tvly-[A-Za-z0-9-]{10,}|[rs]k_(?:live|test)_[A-Za-z0-9]{8,}|npm_[A-Za-z0-9]{30,}|pylf_v[0-9]_[A-Za-z0-9_]{8,}|eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}|(?:Bearer|Basic)\s+[A-Za-z0-9+/=._-]{12,}|[0-9]{8,10}:AA[A-Za-z0-9_-]{33}|SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}|BEGIN [A-Z ]*PRIVATE KEY)/,
};

/**
 * Addresses that are a key themselves: of webhooks of Slack, Discord, Teams, Zapier, Make, IFTTT and Pipedream, of Telegram's bots,
 * of healthchecks.io, and of nodes of Alchemy and Infura. Whoever has one writes, or is billed, in its owner's name.
 */
const IN_PATH: Pattern = {
  what: 'an address that is a key itself',
  pattern:
    /:\/\/(?:hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/[^\s?#]{8,}|(?:[a-z]+\.)?discord(?:app)?\.com\/api\/(?:v[0-9]+\/)?webhooks\/[0-9]+\/[a-z0-9_-]{8,}|(?:[a-z0-9-]+\.webhook\.office|outlook\.office(?:365)?)\.com\/webhook(?:b2)?\/[^\s?#]{8,}|api\.telegram\.org\/(?:file\/)?bot[0-9]+:[a-z0-9_-]{8,}|hooks\.zapier\.com\/hooks\/catch\/[0-9]+\/[a-z0-9]+|hook\.(?:[a-z0-9-]+\.)*(?:make|integromat)\.com\/[a-z0-9]{8,}|maker\.ifttt\.com\/(?:trigger\/[^\s/]+\/(?:json\/)?with|use)\/(?:key\/)?[a-z0-9_-]{8,}|[a-z0-9]+\.m\.pipedream\.net|hc-ping\.com\/[a-z0-9-]{8,}|[a-z0-9-]+\.g\.alchemy\.com\/v2\/[a-z0-9_-]{8,}|[a-z0-9.-]+\.infura\.io\/(?:ws\/)?v3\/[a-z0-9]{8,})/i,
};

/** The patterns, as terraform/credentials.tf has them. */
export const credentialPatterns: readonly RegExp[] = [IN_ADDRESS, IN_QUERY, PASTED, IN_PATH].map(
  ({ pattern }) => pattern,
);

/**
 * What of a text looks like a credential, in words that do not repeat it; undefined where nothing does.
 *
 * @example credentialIn('https://ada:lovelace@example.com') // 'a user name or password in an address'
 */
export const credentialIn = (text: string): string | undefined =>
  [IN_ADDRESS, IN_QUERY, PASTED, IN_PATH].find(({ pattern }) => pattern.test(text))?.what;
