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

/** Whether something is more or less than an amount is answered with what it is, which is what these ask for in the words of another. */
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
    ["(?:am i|are we) (?:already )?(?:a )?millionaires?", 'how much is my portfolio worth'],
  ] as const
).map(([form, plainly]) => [new RegExp(`(?<=^|[?.!,;] |\\b(?:and|so|hi|hello) )${form}`, 'giu'), plainly]); // prettier-ignore

/** A question with what it asks in other words put as the rules read it: "Do I have over $500k in stocks?" is how much that is. */
export const plainly = (question: string): string =>
  FORMS.reduce((text, [form, words]) => text.replace(form, words), question);
