/** What a robots.txt says to one reader. */
export interface RobotsRules {
  /** Whether a path with its query ("/news?page=2") may be read. */
  allows: (path: string) => boolean;
  /** Seconds that it asks for between pages (an extension that many files use); undefined where it says nothing. */
  crawlDelay: number | undefined;
}

interface Rule {
  allow: boolean;
  pattern: string;
}

interface Group {
  agents: string[];
  rules: Rule[];
  crawlDelay: number | undefined;
}

const mostRules = 20_000;

/**
 * Reads a robots.txt by RFC 9309: the groups that name this reader are taken together (2.2.1), else those for "*"; the
 * longest matching pattern wins, and allows where two are as long (2.2.2); `*` and a final `$` are wildcards (2.2.3).
 * @param product the reader's product token, letters, "-" and "_" only; compared without case
 */
export function readRobots(text: string, product: string): RobotsRules {
  const groups = groupsOf(text);
  const mine = groups.filter(({ agents }) => agents.includes(product.toLowerCase()));
  const chosen = mine.length > 0 ? mine : groups.filter(({ agents }) => agents.includes('*'));
  const rules = chosen.flatMap((group) => group.rules);
  return {
    allows: (path) => {
      const asked = normalised(path);
      let best: Rule | undefined;
      for (const rule of rules) {
        const longer = best === undefined || rule.pattern.length > best.pattern.length;
        const milder = rule.pattern.length === best?.pattern.length && rule.allow;
        if ((longer || milder) && matches(rule.pattern, asked)) best = rule;
      }
      return best?.allow ?? true;
    },
    crawlDelay: chosen.map((group) => group.crawlDelay).find((delay) => delay !== undefined),
  };
}

function groupsOf(text: string): Group[] {
  const groups: Group[] = [];
  let naming = false;
  let rules = 0;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, key = '', written = ''] = /^\s*([a-z-]+)\s*:(.*)$/i.exec(line.split('#', 1)[0] ?? '') ?? [];
    const field = key.toLowerCase();
    const value = written.trim();
    let group = groups.at(-1);
    if (field === 'user-agent') {
      if (!naming || group === undefined) groups.push((group = { agents: [], rules: [], crawlDelay: undefined }));
      // "AlexResearcher/1.0" names the product as well as "alexresearcher".
      group.agents.push((value.split('/', 1)[0] ?? '').trim().toLowerCase());
      naming = true;
    } else if ((field === 'allow' || field === 'disallow') && group !== undefined) {
      naming = false;
      rules += 1;
      if (value !== '' && rules <= mostRules)
        group.rules.push({ allow: field === 'allow', pattern: normalised(value) });
    } else if (field === 'crawl-delay' && group !== undefined) {
      naming = false;
      const seconds = Number(value);
      if (value !== '' && Number.isFinite(seconds) && seconds >= 0) group.crawlDelay ??= seconds;
    }
  }
  return groups;
}

/** Whether the pattern fits from the path's start on. Each part is looked for once, left to right, so it stays linear. */
function matches(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$');
  const [first = '', ...parts] = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  let at = first.length;
  const last = parts.pop();
  for (const part of parts) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  if (last === undefined) return !anchored || at === path.length;
  return anchored ? path.endsWith(last) && path.length - last.length >= at : path.includes(last, at);
}

/** Both sides in one form: what is not ASCII percent-encoded, escapes in upper case (RFC 9309, 2.2.2). */
function normalised(path: string): string {
  return path
    .replace(/[^\x20-\x7E]+/gu, (characters) => encodeURIComponent(characters.toWellFormed()))
    .replace(/%[0-9a-f]{2}/gi, (escape) => escape.toUpperCase());
}
