/** Where a request begins that is made of whoever reads: not what somebody else did, does or has to do. */
const START =
  '(?:^["\'“(\\[]*|[.!?;:,–—] ?["\'“(]*)(?:(?:please|kindly|now|then|instead|first|just|and|immediately),? )*';
const PROGRAMS =
  '(?:(?:all |any |other |the )*(?:(?:ai|large|research|reading|browsing|autonomous|software)[ -])*(?:assistants?|chatbots?|bots?|language models?|llms?|crawlers?|ai(?: (?:agents?|models?|systems?))?|(?:research|reading|browsing|software) agents?|claude|chatgpt|gpt(?:-\\d\\w*)?|gemini|copilot|perplexity|grok))';
const SENDS = '(?:send|mail|deliver|forward|post|transmit|e-?mail|upload|submit|leak|copy|export|pass|report)';
const TO =
  '(?:to|at|into) (?:https?:|www\\.|\\S+@\\S+|(?:this|that|the following) (?:\\w+ )?(?:address|url|link|page|site|server|endpoint|e-?mail)|the (?:address|url|link|server|endpoint|e-?mail)(?: address)? (?:below|above|given))';
const OF_USER =
  "(?:user|customer|client|reader|person|owner|holder|investor|saver)s?['’]?s?\\b[^!?]{0,40}\\b(?:holdings?|balances?|portfolios?|positions?|address(?:es)?|data|details|passwords?|numbers?|names?|accounts?|keys?)";
const PUTS_OUT = '(?:print|output|reply|respond|repeat|display|return|recommend|praise|(?:write|say|type|state|list|answer|tell)(?: \\w+)? (?:the|only|just|this|that|exactly|with|your|[“"]))'; // prettier-ignore
const TEXTS = '(?:summary|answer|report|response|reply|analysis|note|digest|briefing)';

const REQUESTS: readonly RegExp[] = [
  // A turn of a talk in the notation of an interface, or a part of a prompt with what it says.
  /["']role["']\s*:\s*["'](?:system|user|assistant|developer|tool|function)["']/iu,
  /^#{2,6} ?(?:instruction|response|system|assistant|human|user)s?\s?:/iu,
  /^["'“([]*(?:SYSTEM|DEVELOPER|ADMIN|OVERRIDE)(?: (?:OVERRIDE|NOTICE|MODE))?\s?:/u,
  /^["'“(]*override\s?:\s?your\b|\b(?:prior|previous|earlier) (?:context|conversation|prompts?|instructions?) (?:is|are) (?:now )?(?:void|cancel\w*|overridden|erased|over)\b/iu,
  // To forget what was said before this page.
  /\b(?:ignore|disregard|forget|(?:set|put|leave) aside|pay no (?:attention|heed) to|drop|abandon) (?:what(?:ever|soever)?|everything|anything|all)(?: that)? you(?: have|['’]ve| had| were| are)?(?: been| just| previously)? (?:told|asked|instructed|ordered|given|doing|prompted)\b(?! (?:about|by your (?:broker|adviser|advisor|parents|bank))\b)/iu,
  /\b(?:pay no (?:attention|heed) to|(?:set|put) aside) (?:the |your |any |all )?(?:earlier|previous|prior|above|former|preceding|original) (?:guidelines?|instructions?|rules|prompts?|directions?|messages?)\b|\bobey this (?:page|text|document|paragraph)\b/iu,
  /\byour (?:previous|prior|earlier|original|current|former) (?:directions?|instructions?|orders|rules|guidelines|task|objective|context|prompt)s?\b[^.!?]{0,20}\b(?:no longer appl(?:y|ies)|(?:do|does) not apply|(?:are|is) (?:now )?(?:void|cancel\w*|over|replaced|obsolete))\b/iu,
  new RegExp(
    `${START}(?:stop|cease|quit|halt|pause|interrupt|abort) (?:summari[sz]ing|analy[sz]ing|reading|processing|reviewing|writing|what you are doing|(?:this|your|the) (?:task|analysis|summary|reading))\\b[^.!?]{0,40}(?:\\band |\\bthen |, )(?:then |instead |now )?${PUTS_OUT}`,
    'iu',
  ),
  new RegExp(`${START}(?:instead of|rather than) (?:an? |the |your |this )?${TEXTS},? ${PUTS_OUT}`, 'iu'),
  /\b(?:print|output|repeat|reproduce|display|return|type|reply with|respond with|write)(?: out)?(?: only| just| exactly)? (?:the|these|this)(?: following| exact)? (?:words?|sentence|phrase|text|string|line)s?\b\s?(?::|word for word|verbatim|exactly as|and nothing)/iu,
  /\b(?:instructions?|prompts?|guidelines?|rules) (?:that )?you (?:have )?(?:received|got|were given)\b[^.!?]{0,40}\b(?:obsolete|void|no longer|outdated|cancel\w*)|\byou (?:have been|were) (?:told|instructed|asked|trained|programmed) to\b[^.!?]{0,60}\bno longer applies\b|\byour (?:developers?|programmers?|creators?) (?:said|say|told|want|wanted)\b/iu,
  /\btreat (?:this|the following|these) [^.!?]{0,30}\bas (?:an? )?(?:message|instructions?|order|command|prompt)\b/iu,
  // What a program is to be, to want, and to write.
  /\byour (?:\w+ )?(?:objective|goal|task|mission|purpose|job) is (?:now )?(?:only )?to (?:convince|persuade|promote|recommend|praise|advertise)\b/iu,
  /\byou (?:now )?have no (?:restrictions|rules|limits|limitations|guidelines|filters)\b|\byou are (?:now )?(?:dan\b|(?:free (?:of|from)|without) (?:all |any |your )?(?:rules|restrictions|instructions|guidelines)|in (?:developer|debug|god|admin|unrestricted) mode)|\b(?:switch|change|go) (?:in)?to (?:\w+ )?(?:developer|debug|god|admin|unrestricted) mode\b/iu,
  new RegExp(
    `${START}(?:pretend|imagine|act as if|behave as if|role-?play)(?: that)? you(?:['’]re| are| were) [^.!?]{0,60}\\band (?:promise|recommend|say|write|tell|answer|state|advise|sell|praise|reply|respond)\\b`,
    'iu',
  ),
  /\bas (?:the|an?|my|your) (?:ai |research |helpful |writing )*(?:assistant|language model|llm|chatbot|ai|model),? you\b|\byou, (?:the|an?|my|dear) (?:ai |language |research )*(?:model|assistant|ai|agent|bot|llm|chatbot)\b/iu,
  /\bthe (?:user|reader|client|developer|operator|system) (?:has |had |have )?(?:already )?(?:asked|instructed|ordered|told|authori[sz]ed|permitted|wants|expects) you (?:to|not to|that)\b/iu,
  new RegExp(`\\b${TEXTS} (?:that )?you are (?:now )?(?:writing|preparing|drafting|producing|generating|about to (?:write|give))\\b`, 'iu'), // prettier-ignore
  new RegExp(
    `\\b(?:add|insert|append|include|put) (?:the following|this|an?|the) (?:\\w+ )?(?:sentence|line|paragraph|text|word|statement|phrase)s?\\b[^.!?]{0,30}\\b(?:to|in|into) (?:the|your|every|any|each) (?:(?:reader|user|client|customer|person|investor)['’]?s['’]? )${TEXTS}`,
    'iu',
  ),
  new RegExp(
    `\\byour (?:\\w+ )?${TEXTS} (?:must|should|shall|has to|is to) (?:only )?(?:contain|feature|have|read)(?: only)? (?:the |this )(?:phrase|words?|sentence|name|line|text)\\b`,
    'iu',
  ),
  // Speaks to programs.
  new RegExp(
    `^["'“(]*(?:hey|hi|hello|dear|attention|listen|ok|okay)[ ,]+(?:model|${PROGRAMS})(?:,? (?:and|or|&) ${PROGRAMS})*\\s?[,:!–—-]`,
    'iu',
  ),
  /\bif (?:an?|any|the) (?:\w+ )?(?:ai|language model|llm|assistant|chatbot|bot|agent|program)(?: \w+)? (?:is|are) (?:reading|summari[sz]ing|processing|parsing|analy[sz]ing) (?:this|it)\b/iu,
  new RegExp(
    `^["'“(]*${PROGRAMS} (?:must|should|shall|have to|has to|are to) (?:only |always |never )?(?:cite|quote|recommend|rank|rate|list|praise|promote) `,
    'iu',
  ),
  new RegExp(
    `${START}(?:do not|don['’]t|never) (?:tell|inform|show|alert|warn|let) (?:\\w+ )?(?:the |your )?(?:user|reader|human|operator|person you)s?\\b`,
    'iu',
  ),
  /\b(?:reveal|print|repeat|show|output) (?:your (?:\w+ )?|the (?:system |hidden |secret |initial |internal )+)(?:prompt|instructions)\b/iu,
  // To carry something out, or to use a tool.
  new RegExp(`${START}${SENDS} [^!?]{0,40}\\b${OF_USER}\\b[^!?]{0,60}\\b${TO}`, 'iu'),
  new RegExp(
    `${START}${SENDS} [^!?]{0,60}\\byou (?:are|can|were|have|may)(?: been| just)? (?:analy[sz]ing|see|seen|reading|read|helping|summari[sz]ing|processing|given|access)\\b[^!?]{0,40}\\b(?:to|at) `,
    'iu',
  ),
  new RegExp(
    `${START}${SENDS} [^!?]{0,30}\\b(?:your|this|the) (?:conversation|chat|(?:system )?prompt|context|memory)\\b[^!?]{0,30}\\b${TO}`,
    'iu',
  ),
  /\b(?:append|attach|add) (?:it|them|the \w+) to (?:this|the following) (?:link|url|address)\b/iu,
  new RegExp(
    `${START}(?:call|run|invoke|trigger|execute) (?:the |your )?(?:\\w+ ){0,2}(?:tool|function)\\b(?:\\s?:| with\\b| \\w+_\\w+)|${START}(?:call|run|invoke|use|execute) (?:the )?[a-z]+_[a-z_]+\\b|${START}(?:run|execute) (?:the|this)(?: following)? (?:command|code|script)\\b`,
    'iu',
  ),
];

/** A talk with a model, turn by turn: "Human: … Assistant: …". */
const TALK =
  /(?:^|\n|[.!?] )[#*\s]*(?:human|user|prompt)[*\s]*:[^\n]{1,400}?(?:\n+[#*\s]*|[.!?]["”]? +)(?:assistant|ai|model|bot|chatbot)[*\s]*:\s/iu;

/**
 * Whether a sentence asks something of a program that only a program can be asked for: to forget what it was told, to stop and print words, to be
 * somebody, to send on what it knows of its user, to call a tool. By the form of what is asked and not by what it is to say.
 */
export const asksProgram = (sentence: string): boolean => REQUESTS.some((pattern) => pattern.test(sentence));

/** Whether a text has a talk with a model in it. */
export const hasTalk = (text: string): boolean => TALK.test(text);
