/** What a model thought before it answered, where its server leaves that in the text; templates that begin it leave out its opening. */
const THOUGHT = /^.*<\/(?:think|thinking|thought|reasoning)>/isu;

/**
 * The one JSON object in a model's text, as its own characters: the whole text, what stands in its one code fence, or the
 * one object amid prose, after what the model thought. Undefined where there is none, or more than one: which of two was meant is not for
 * code to guess.
 */
export function extractJson(text: string): string | undefined {
  const all = text.trim();
  if (parses(all)) return all;
  const whole = all.replace(THOUGHT, '').trim() || all;
  if (parses(whole)) return whole;
  const fenced = [...whole.matchAll(/^```[a-z]*[ \t]*\r?\n(.*?)^```[ \t]*$/gimsu)].map(([, inside = '']) =>
    inside.trim(),
  );
  if (fenced.length === 1 && fenced[0] !== undefined && parses(fenced[0])) return fenced[0];
  const found = objectsIn(whole);
  return found.length === 1 ? found[0] : undefined;
}

/** Every outermost {…} that is JSON. One that never closes ends the search: what is inside it is a part, not an answer. */
function objectsIn(text: string): string[] {
  const found: string[] = [];
  for (let start = text.indexOf('{'); start !== -1;) {
    const end = closingBrace(text, start);
    if (end === undefined) break;
    const candidate = text.slice(start, end + 1);
    if (parses(candidate)) found.push(candidate);
    start = text.indexOf('{', end + 1);
  }
  return found;
}

function closingBrace(text: string, start: number): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === '\\') at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{') depth += 1;
    else if (character === '}' && (depth -= 1) === 0) return at;
  }
  return undefined;
}

function parses(text: string): boolean {
  if (!text.startsWith('{')) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
