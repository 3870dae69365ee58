const THAN =
  '(?:(?:more|less|bigger|larger|smaller|greater|higher|lower) than|over|under|above|below|at least|at most)(?: (?:about|around))?';
const MONEY =
  '(?:\\$\\s?[\\d,.]+\\s?(?:k|m|bn|thousand|million|billion)?|[\\d,.]+\\s?(?:k|thousand|million|billion)(?: dollars)?|[\\d,.]+ dollars|(?:a|one|half a|two) million(?: dollars)?)';
const SHARE =
  '(?:\\d+(?:\\.\\d+)?\\s?(?:%|per ?cent)|(?:a |one )?(?:half|third|quarter|tenth)|two[- ]thirds|three[- ]quarters)';
const ALL = '(?:portfolio|money|savings|investments|holdings|assets|wealth|nest egg|net worth)';
const PLACE =
  '(?:401\\s?\\(?k\\)?|403\\s?\\(?b\\)?|457|roth(?: ira)?|(?:traditional )?ira|hsa|tsp|(?:[\\w-]+ )?account|brokerage)';
const END = '(?: (?:now|today|already|right now|at the moment))*\\s*(?=[?.!]|$)';
const THINGS = '(?:holdings|positions|funds|etfs|stocks|bonds|investments|securities)';

/** Whether something is more or less than an amount is answered with what it is; other questions are those of the rules in other words. */
const FORMS: readonly (readonly [form: RegExp, plainly: string])[] = (
  [
    [`(?:do|have) (i|we) (?:have |got |own |hold )*${THAN} ${MONEY}(?: worth)?(?: invested| held| sitting)? in ([^?.!]{2,50}?)${END}`, 'how much do $1 have in $2'],
    [`(?:is|are) (my|our) ${ALL} (?:worth |valued at )?${THAN} ${MONEY}${END}`, 'how much is $1 portfolio worth'],
    [`(?:is|are) (my|our) (${PLACE}) (?:worth |valued at )?${THAN} ${MONEY}${END}`, 'how much is in $1 $2'],
    [`is ${THAN} ${SHARE} of (my|our) ${ALL} (?:invested |held )?in ([^?.!]{2,50}?)${END}`, 'how much of $1 portfolio is in $2'],
    [`(?:is|are|does|do) ((?:my |our )?[\\w&.' -]{2,40}?) (?:make up |makes up )?${THAN} ${SHARE} of (my|our) ${ALL}${END}`, 'what share of $2 portfolio is $1'],
    [`(?:which|what)(?: one)? (?:is|has|holds) (?:bigger|larger|smaller|more(?: money)?|less(?: money)?|worth (?:more|less)):?,? (my|our) (${PLACE}) or (?:my |our )?(${PLACE})${END}`, 'how much is in $1 $2 and $1 $3'],
    [`how much of (my|our) ${ALL} (?:isn't|is not|aren't|are not) (?:invested )?in (?:the )?(?:u\\.?s\\.?a?|united states|america)${END}`, 'how much of $1 portfolio is outside the US'],
    [`how many (?:different |separate )?(${THINGS}) (?:do|have) (i|we) (?:own|have|hold|got)${END}`, 'which $1 do $2 own'],
    ['(?:which|what)(?: of (?:my|our))? accounts? (?:has|have|holds?) (?:the )?most (?:of (?:my|our) )?cash', 'where is my cash'],
    [`how many shares of ([\\w&.' -]{2,40}?) (?:do|have) (i|we) (?:own|have|hold|got),? and (?:what|how much) (?:are (?:they|those)|is (?:it|that)) worth${END}`, 'how many shares of $1 do $2 own? How much is my $1 worth'],
    ['how many months(?: of (?:spending|expenses|income))? (?:does|do|will|would|can|could) (?:my|our) (?:cash|savings account|emergency fund) (?:cover|last|pay(?: for)?)', 'how many months does my emergency fund cover'],
    ['(?:what|suppose)(?: happens)? if (i|we) lose (my|our) jobs? (?=at|in|when|next)', "what if $1'm laid off "],
    ["(?:am i|are we) (?:already )?(?:a )?millionaires?", 'how much is my portfolio worth'],
  ] as const
).map(([form, plainly]) => [new RegExp(`(?<=^|[?.!,;] |\\b(?:and|so|hi|hello) )${form}`, 'giu'), plainly]); // prettier-ignore

/** "Retire early, say at 58": the same without the words between. */
const SAY_AT = /\b(retir(?:e|ing)|stop(?:ping)? work(?:ing)?)(?: early| earlier)?,? (?:say|like|for example|for instance|e\.g\.|maybe|perhaps),?(?: at)?(?: age)? (?=\d{2}\b)/giu; // prettier-ignore
/** "Save 15% of my salary of 150k". */
const OF_PAY =
  /\b(sav(?:e|ing)|contribut(?:e|ing)|put(?:ting)? away|set(?:ting)? aside) (\d+(?:\.\d+)?)\s?(?:%|per ?cent) of (?:my|our|a|an) (?:(?:gross|annual|yearly|total) )*(?:salary|income|pay|earnings|wages) (?:of |which is )?\$?(\d[\d,]*(?:\.\d+)?)\s?(k|thousand)?(?: dollars)?(?: (?:a|per) year)?\b/giu; // prettier-ignore

/** A question with what it asks in other words put as the rules read it: "Do I have over $500k in stocks?" is how much that is. */
export const plainly = (question: string): string =>
  FORMS.reduce((text, [form, words]) => text.replace(form, words), question)
    .replace(SAY_AT, '$1 at ')
    .replace(OF_PAY, (_, saves: string, percent: string, pay: string, thousands?: string) => {
      const amount = (Number(percent) / 100) * Number(pay.replaceAll(',', '')) * (thousands === undefined ? 1 : 1000);
      return `${saves} $${Math.round(amount).toString()} a year`;
    });
