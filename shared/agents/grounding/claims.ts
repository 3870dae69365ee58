import type { Figure, FigureKind } from './figure.ts';

/** What a clause says plainly that a figure is, and the facts that say it: no other vouches for the figure. */
interface Claim {
  kinds: readonly FigureKind[];
  said: RegExp;
  /** Names of facts; of what is reckoned from several, one of them is enough. */
  meant: RegExp;
  /** It holds across "with" and commas: the words stand anywhere in the sentence before the figure. */
  wide?: true;
  /** Nothing else that the clause says widens it. */
  only?: true;
  /** Nothing reckoned from such a fact will do. */
  alone?: true;
}

const SHARE: readonly FigureKind[] = ['percent', 'odds'];
const RATE: readonly FigureKind[] = ['percent'];
const MONEY: readonly FigureKind[] = ['money'];
const NUMBER: readonly FigureKind[] = ['number'];
const ANY: readonly FigureKind[] = ['percent', 'money', 'odds', 'points'];

/** Where the figure stands in what is tested. */
const FIGURE = '\uE000';

const PAID = /holding\.\S+\.value - holding|portfolio\.gain \/|newMoney/;

const claims: readonly Claim[] = [
  { kinds: MONEY, said: /\bpaid(?: about| around| roughly| only| just)* \uE000 (?:for|on)\b|(?<!\bworth (?:\w+ ){0,4}what \w+ (?:have )?)\bpaid for\b[^$\uE000]*\uE000|\b(?:shares?|stocks?|holdings?|positions?|units) (?:have |has |had )?(?:only )?cost (?:you )?(?:about |around |roughly )?\uE000/i, meant: PAID, only: true }, // prettier-ignore
  {
    kinds: MONEY,
    said: /\b(?:outcomes?|futures|simulations)\b[^$\uE000]*\b(?:have|left|leave|worth|hold|balance|end up|reach)\b[^$\uE000]*\uE000/i,
    meant: /^retirement\.(?!sustainableIncome|startingBalance|incomeGap)|^question(?!.*balance)|^risk/,
  },
  { kinds: RATE, said: /\btarget (?:for [\w ]+ )?(?:is|of|at)(?: about| around| roughly)? \uE000|\uE000 of (?:the )?(?:world|global)(?:['’]s)?\b/i, meant: /target$|label$|^question/, only: true }, // prettier-ignore
  { kinds: ['percent', 'money'], said: /\b(?:have|has) (?:gained|risen|grown|appreciated|returned)(?: by| about| around| roughly| nearly| almost| over| more than)* \uE000/i, meant: /gain|^performance|^question(?!.*balance)|^risk\.stress/ }, // prettier-ignore
  { kinds: RATE, said: /\bwithdraw\w*(?: about| around| roughly| only| just)* \uE000 of\b|\bwithdrawal rate\b/i, meant: /withdrawal|rate$|^question/ }, // prettier-ignore
  { kinds: ['percent', 'money', 'odds'], said: /\b(?:one|1)(?: years?)? (?:in|out of)(?: every| each| a)? (?:twenty|20|hundred|100)\b[^.;\uE000]*\b(?:los[es]\w*|loss\w*)\b[^.;\uE000$]*\uE000|\bbad year\b[^.;\uE000$]*\b(?:los[es]\w*|loss\w*|cost)\b[^.;\uE000$]*\uE000/i, meant: /^risk\.(?:loss\d+\.\w+$|stress)/, wide: true }, // prettier-ignore
  { kinds: NUMBER, said: /\b(?:earliest age|(?:earliest|soonest)(?: that)? you (?:can|could|may|might))\b[^\uE000]*\b(?:is|at|be|of)(?: at)? (?:age |about )?\uE000/i, meant: /^retirement\.earliestAge/, wide: true, only: true }, // prettier-ignore
  {
    kinds: MONEY,
    said: /\binvested \uE000|\bhave \uE000 invested\b/i,
    meant: /^portfolio\.(?:invested|gain)|^performance|newMoney|^question|^goals|^drift|value/,
    only: true,
  },
  {
    kinds: RATE,
    said: /\bshould (?:ideally )?be(?: about| around| roughly| only| just| some| nearly| almost)* \uE000/i,
    meant: /target$|after|^question/,
    only: true,
  },
  {
    kinds: NUMBER,
    said: /\b(?:buy|sell|purchase|buying|selling)\b[^\uE000.;]*\uE000 (?:shares|units)\b/i,
    meant: /^rebalancing\./,
    only: true,
  },
  {
    kinds: ['percent', 'money'],
    said: /\b(?:average|mean) loss\b[^\uE000$]*\uE000/i,
    meant: /tail/,
    wide: true,
    only: true,
  },
  {
    kinds: NUMBER,
    said: /(?<!\bwork\w* would )\b(?:have|has|need|needs|must) (?:to )?last (?:you )?(?:until|to|till|through) (?:age )?\uE000/i,
    meant: /^goals\.lifeExpectancy|^question/,
    only: true,
  },
  {
    kinds: MONEY,
    said: /\b(?:spending|income) (?:goal|target|wish) (?:is|of|stands at)(?: about| around| roughly| only| just| some| nearly| almost)* \uE000|\bgoal (?:is|of)(?: about| around| roughly| only| just| some| nearly| almost)* \uE000/i,
    meant: /^goals\.(?:income|from|other)|^question(?!.*label)/,
    only: true,
  },
  {
    kinds: MONEY,
    said: /\bshort by(?: about| around| roughly| only| just| some| nearly| almost)* \uE000|\bfalls?(?: about| around| roughly| only| just| some| nearly| almost)* \uE000(?: (?:a|per|each) year)? (?:short|shy)\b/i,
    meant: /incomeGap|shortfall|toTarget|toMove|^question|value/,
    only: true,
  },
  {
    kinds: NUMBER,
    said: /\b(?:have to|need to|must)\b[^\uE000]*\b(?:work|wait|retire)\w*(?: until| to| at| till)(?: age)? \uE000[^.;]*\b(?:reach|confiden|chance|odds)/i,
    meant: /^retirement\.(?:earliestAge|whatIf)|^question(?!.*label)/,
    only: true,
  },
  {
    kinds: NUMBER,
    said: /\byou(?: are|['’]re) (?:now )?\uE000 (?:today|now|years old)\b/i,
    meant: /^goals\.(?:age|people)/,
    only: true,
  },
  {
    kinds: NUMBER,
    said: /\byou(?: (?:will|would|are going to)|['’]ll) be \uE000 (?:years old )?(?:when|once|by the time|as soon as) you (?:retire|stop|leave work|quit)|\byou are \uE000 when you (?:retire|stop|leave work|quit)|\b(?:at|in) retirement,? you(?: will|['’]ll) be \uE000/i,
    meant: /retireAt|earliestAge|goals\.(?:age|people)|^question|whatIf/,
    only: true,
  },
  {
    kinds: NUMBER,
    said: /\b(?:plan|projection|simulation)s? (?:ends?|stops?|runs?) (?:when you are|at(?: age)?|until(?: age)?|to(?: age)?) \uE000/i,
    meant: /lifeExpectancy|planTo|goals\.people|^question|whatIf/,
    only: true,
  },
  {
    kinds: NUMBER,
    said: /\byou (?:will |can |could )?(?:retire|stop working) in(?: about| around| roughly)? \uE000 years/i,
    meant: /yearsTo| - |^question|whatIf/,
    only: true,
  },
  {
    kinds: MONEY,
    said: /\byou (?:(?:now|currently|already) spend(?: about| around| roughly| some| nearly)* \uE000|spend(?: about| around| roughly| some| nearly)* \uE000(?: (?:a|per|each|every) (?:year|month))? (?:today|now|currently|at the moment)\b)/i,
    meant: /^goals\.(?:income|from|other|plan)|^question/,
    only: true,
  },
  {
    kinds: MONEY,
    said: /\b(?:have|['’]ve) (?:already |now )?(?:saved|put (?:away|aside)|accumulated)(?: up)?(?: about| around| roughly| some| nearly)* \uE000(?! ?(?:a|per|each|every|annually|yearly|monthly|of|in|for|by|on|from|more|less)\b)|\b(?:up to now|so far|to date),? you(?: have|['’]ve) (?:saved|put (?:away|aside)|set aside|accumulated)(?: about| around| roughly| some| nearly)* \uE000/i,
    meant: /^portfolio\.|^allocation\.account|^question/,
    only: true,
    alone: true,
  },
  {
    kinds: NUMBER,
    said: /\byou(?: are|['’]re) \uE000 years? into (?:your )?retirement\b|\b(?:retired|retirement (?:began|started)|(?:stopped|quit|left) work\w*) \uE000 years ago\b/i,
    meant: / - /,
    only: true,
  },
  {
    kinds: NUMBER,
    said: /\uE000 years (?:until|before|away from|left (?:until|before)|to go (?:until|before)) (?:your |the )?retire/i,
    meant: /^goals\.(?:yearsTo|people)|retireAt/,
    only: true,
  },
  {
    kinds: NUMBER,
    said: /\bretirement\b[^.;\uE000]*\blasts?\b[^.;\uE000]*\uE000 years\b|(?<!first )\uE000 years (?:of|in) retirement\b/i,
    meant: /^goals\.yearsIn|lifeExpectancy/,
    only: true,
  },
  {
    kinds: RATE,
    said: /\bknow (?:the cost|what you paid)|\bcost basis is known\b/i,
    meant: /^portfolio\.gain\.coverage/,
    only: true,
  },
  {
    kinds: RATE,
    said: /\b(?:costs|fees|expense ratios?) (?:are|is) (?:\w+ )?known\b/i,
    meant: /^costs\.coverage|fee\.known/,
    only: true,
  },
  {
    kinds: NUMBER,
    said: /\beffective number\b/i,
    meant: /^concentration\.effective/,
    only: true,
  },
  {
    kinds: ['points'],
    said: /\b(?:chances?|odds|probability|success rate|likelihood)\b/i,
    meant: /^(?:retirement|question)\./,
  },
  {
    kinds: MONEY,
    said: /\b(?:social security|pensions?|annuit(?:y|ies)) (?:will|would|should|could|can|does) (?:pay|bring|add|provide|give)(?: you| in)*(?: about| around| roughly| only| just| some| nearly| almost)* \uE000/i,
    meant: /otherIncome|^question/,
    only: true,
  },
  { kinds: MONEY, said: /\uE000(?: (?:a|per|each) (?:year|month))?(?: (?:is|comes?|paid|expected))* (?:from|in|of|by) (?:your |the )?(?:social security|pensions?|annuit(?:y|ies))\b(?! (?:and|or) (?:the|your) (?:portfolio|savings))/i, meant: /otherIncome|^question/, only: true }, // prettier-ignore
  { kinds: NUMBER, said: /(?:\b(?:lasts?|last you|pays? (?:out|you)|carr(?:y|ies) you|sees? you|holds? out|is enough|there)(?: (?:only|just|at least|roughly|about|you))* to|\b(?:until|till|through)) (?:you are |you['’]re |you turn |the )?(?:age (?:of )?|about )?\uE000(?![^.;]*(?:%|percent|quarter|tenth|twentieth|\b(?:in|out of) (?:four|ten|twenty)))(?!\d)/i, meant: /^goals\.|^question|^retirement\.(?!balance)/, wide: true, only: true }, // prettier-ignore
  { kinds: NUMBER, said: /\uE000(?: of (?:your|the|its|all)(?: \d+| \w+)?)? (?:positions?|holdings?|investments?|instruments?|funds?)(?: that)? (?:could not be|couldn['’]t be|cannot be|can['’]t be|are not|were not|have no|has no|are without|were left|are left|are missing|is missing)(?: (?:priced|valued|a? ?price|out|known|counted))?/i, meant: /^excluded|^unclassified|^guessed|^question|coverage|known|gain|^stale|price/i, only: true }, // prettier-ignore
  { kinds: SHARE, said: /^(?!.*\b(?:rule of thumb|should|keep)\b).*\uE000 of (?:what you (?:own|have|hold)|everything|it all|(?:your|the|this) (?:whole |entire )?(?:portfolio|money|savings|wealth|assets))\b/i, meant: /^(?!(?:risk|retirement)\.(?!loss|stress|withdrawal)|assumption\.\S*(?:mean|olatility|inflation))/ }, // prettier-ignore
  { kinds: NUMBER, said: /\brun(?:s|ning)? (?:out|dry)\b[^\uE000]*\b(?:typically|usually|on average|median)\b(?![^\uE000]*\b(?:earliest|tenth)\b)[^\uE000]*\b(?:at|by|around|about|near) (?:age |about |around )*\uE000/i, meant: /^(?:retirement|question\.whatIf\.\d+)\.medianRuin/, wide: true, only: true }, // prettier-ignore
  { kinds: RATE, said: /\b(?:largest|biggest|top) (?:single )?(?:holding|position|investment|fund) (?:is|makes up|accounts for|at|has|stands at|takes up)(?: about| around| roughly| nearly)* \uE000/i, meant: /^concentration\.largest|^holding\./ }, // prettier-ignore
  { kinds: MONEY, said: /^(?!.*\b(?:trades?|sales?|purchases?|swap|moves?)\b).*(?:\b(?:is|are) (?:now |currently )?worth(?: about| around| roughly| some| nearly| almost)* \uE000|\bholds?(?: about| around| roughly| some| nearly| almost)* \uE000|\byou (?:have|own|hold)(?: about| around| roughly| some| nearly| almost)* \uE000 in\b)/i, meant: /^(?!.*label|drift\.\w+\.\w+\.toTarget|rebalancing|goals|costs|risk|retirement\.(?:sustainable|income))/ }, // prettier-ignore
  { kinds: NUMBER, said: /^(?![^\uE000]*(?:%|percentile|poor|worst|unluck)).*(?<!never )\bruns? (?:out|dry)\b[^\uE000:]*\b(?:at|by|around|near) (?:age |about |around )*\uE000/i, meant: /^(?:retirement|question\.whatIf\.\d+)\.(?:medianRuin|p10Ruin|paidInFull)/, wide: true }, // prettier-ignore
  { kinds: SHARE, said: /\b(?:social security|pensions?|annuit(?:y|ies)|other income)\b[^\uE000.;]*\b(?:pa(?:ys?|id)|cover\w*|meets?|provid\w+|brings?|funds?|replac\w+|suppl\w+|makes? up|is|are|amounts? to|comes? to)(?: (?!not\b)\w+){0,4} \uE000 of (?:what you (?:want|need|plan|spend|would)|(?:your|the|that) (?:\w+ )?(?:spending|income|budget|needs?)\b)/i, meant: /otherIncome|^question\.(?!whatIf)/, wide: true, only: true }, // prettier-ignore
  { kinds: SHARE, said: /\b(?:five|5|top) (?:largest|biggest)\b|\b(?:largest|biggest|top) (?:five|5)\b/i, meant: /^concentration\.topFive/ }, // prettier-ignore
  { kinds: SHARE, said: /^(?:\W*(?:your|the|all|these|of|in)\b)*\W*(?:single|individual)[ -](?:compan\w+|stocks?|names)(?:['’]s?)?(?: stocks?| shares)?\b/i, meant: /^concentration\.(?:singleStock|largest)|^holding\.|^score\./ }, // prettier-ignore
  { kinds: SHARE, said: /^(?![^\uE000]*\uE000 (?:(?:in|of) (?:stocks|equities|bonds|cash|it)|stocks|bonds|less|more|lower|higher|cut|reduction|increase|rise|raise)\b).*\b(?:chances?|probability|likelihood|odds)\b/i, meant: /^(?:retirement|question)\.(?!withdrawalRate|portfolio|sequence\.\w+\.return)(?!.*\.label$)|^risk\.loss/ }, // prettier-ignore
  { kinds: RATE, said: /\bpay \uE000 (?:in )?(?:income )?tax|\btax(?: rate)? (?:of|is|at) (?:about |roughly )?\uE000|\btaxed at (?:about |roughly )?\uE000/i, meant: /tax|accountType/i }, // prettier-ignore
  { kinds: ['percent', 'money'], said: /\b(?:last|past|previous|prior) (?:year|quarter|month|decade|(?:twelve|12) months)\b|\bso far this year\b|\byear to date\b/i, meant: /^performance\./ }, // prettier-ignore
  { kinds: RATE, said: /\b(?:returned|earned|made|gained|grew|grown|risen|rose)\b[^.;]*\uE000[^.;]*\b(?:since|over) (?:19|20)\d\d\b/i, meant: /^performance\./ }, // prettier-ignore
  { kinds: RATE, said: /\uE000 (?:a|per|each|every) (?:month|week|day|quarter)\b|\uE000 (?:monthly|weekly|daily|quarterly)\b/i, meant: /^question\./, only: true }, // prettier-ignore
  { kinds: RATE, said: /\uE000 (?:a|per|each|every) year\b|\uE000 (?:annually|yearly)\b/i, meant: /mean$|Mean$|olatility|^costs\.|expenseRatio|inflation|growth|^performance\.|fee|yield|withdrawalRate|^retirement\.(?:sequence|withdrawal)|riskless|rate$|Rate$|label$/ }, // prettier-ignore
  {
    kinds: RATE,
    said: /\bvolatility\b/i,
    meant: /olatility$|downsideDeviation|^score\.risk\.|\.mean$|Mean$/,
  },
  { kinds: RATE, said: /\binflation (?:is |was |of |at |rate |runs? |assumed |assumption |averag\w+ )+(?:about |around |roughly |to be |to run )*(?:at |of )?\uE000|\uE000 (?:a year )?(?:of )?inflation\b/i, meant: /nflation/ }, // prettier-ignore
  { kinds: RATE, said: /\b(?:assumed|expected|taken|supposed|projected) to (?:return|earn|grow|yield|make)\b|\b(?:expected|assumed|average) (?:(?:annual|yearly) )?returns?\b/i, meant: /mean$|Mean$|^performance\.|growth|yield|sequence|riskless|label$|olatility$/ }, // prettier-ignore
  { kinds: RATE, said: /^(?!.*\uE000 (?:a|per|each|every) (?:month|week|day)|.*\bgr[eo]w).*(?:\bexpense ratios?\b|\bfees?\b|\bfunds?['’]? (?:all )?(?:cost|charge)s?\b|\bcharges? (?:you |only |just |about |a |no more than )*\uE000)/i, meant: /^costs\.(?!coverage|overYears)|expenseRatio|\.fee$|^question/, only: true }, // prettier-ignore
  { kinds: RATE, said: /\b(?:unknown|known|missing|recorded) cost basis|cost basis\b[^.;]*\b(?:known|unknown|missing)/i, meant: /coverage/ }, // prettier-ignore
  { kinds: MONEY, said: /\bsustainab\w+(?: \w+){0,2}(?: is| of| at| would be| comes to)?(?: about| around| roughly| only| just)* \uE000|\bsafely (?:spend|withdraw|draw|take)(?: out)?(?: about| around| roughly)? \uE000|\uE000(?: a year| a month)? (?:is|would be) (?:safe|sustainable)\b|\bplan (?:can |could |would |will )?(?:supports?|bears?|carr(?:y|ies)|sustains?)(?: about| around| roughly| only| just| an income of)* \uE000/i, meant: /^retirement\.(?:sustainable|incomeGap|spending)|^question(?!.*label)/ }, // prettier-ignore
  { kinds: MONEY, said: /\b(?:you|they|we|i) (?:want|wish for|hope for)(?: to (?:spend|have|draw|take out|withdraw))?(?: about| around| roughly)? \uE000/i, meant: /^goals\.(?!contribute)|^question(?!.*label)/ }, // prettier-ignore
  { kinds: MONEY, said: /\b(?:you|they|we|i)(?: now| currently| already| have been| are already)* (?:are )?(?:save|saving|set(?:ting)? aside|put(?:ting)? (?:away|aside)|contribut(?:e|ing))(?: about| around| roughly)? \uE000/i, meant: /^goals\.(?:contribute|saving)|newMoney|^question/ }, // prettier-ignore
  { kinds: MONEY, said: /\b(?:social security|pensions?|annuit(?:y|ies))(?: income| benefits?)?(?: is| of| pays?| at| worth| brings?| adds?| gives?| provides?| contributes?| covers?)+(?: about| around| roughly| in| you| another| an extra| a further)* \uE000/i, meant: /^goals\.(?:otherIncome|from)|^question|otherIncome/ }, // prettier-ignore
  { kinds: MONEY, said: /\uE000(?: (?:a|per|each|every) (?:year|month|quarter)| annually| yearly| monthly)? (?:in|of|from) (?:dividends?|interest|coupons?|distributions?)\b/i, meant: /nterest|ividend|^performance\./ }, // prettier-ignore
  { kinds: MONEY, said: /\bportfolio is (?:now |currently )?(?:worth|valued at)\b/i, meant: /^portfolio\.value|startingBalance|^allocation\.currency|^retirement\.(?:balance|median)|^question(?!.*label)/, only: true }, // prettier-ignore
  {
    kinds: MONEY,
    said: /\bfunds?['’]? (?:all )?(?:cost|charge)s?(?: you)?(?: about| around| roughly)? \uE000|\bfees\b[^\uE000$.;]*\uE000(?! in\b)/i,
    meant: /^costs\.|^question|^holding/,
  },
  {
    kinds: NUMBER,
    said: /\bearliest age\b/i,
    meant: /^retirement\.(?:earliestAge|confidence|paidInFull)|^question/,
  },
  { kinds: NUMBER, said: /(?<!\b(?:if|whether|when|asked|that|what) )\byou (?:plan|intend|mean|want) to (?:retire|stop)(?: work\w*)? (?:at|by) (?:age )?\uE000/i, meant: /^goals\.(?:retireAt|people|spendingFrom)/, only: true }, // prettier-ignore
  { kinds: NUMBER, said: /\buntil \uE000|\b(?:retir\w+|aged?|stop\w*(?: work\w*)?) (?:at |by )?(?:age )?\uE000(?! (?:years|%|percent))/i, meant: /^goals\.|^retirement\.|^question|^performance/ }, // prettier-ignore
  { kinds: NUMBER, said: /^(?!.*\uE000 (?:\w+ )?accounts\b).*\bdifferent (?:investments|instruments|holdings|securities)\b/i, meant: /^portfolio\.holdings|^otherHoldings|^question|allocation|effective/ }, // prettier-ignore
  { kinds: NUMBER, said: /\b(?:fees|expenses|costs)\b[^.;]*\bover (?:the (?:next )?)?\uE000 years|\bover (?:the (?:next )?)?\uE000 years[^.;]*\b(?:fees|expenses|costs)\b/i, meant: /^costs\.overYears|^goals\.yearsToRetirement/ }, // prettier-ignore
  { kinds: MONEY, said: /\b(?:employer|job|boss) pays?(?: you)?(?: about| around)* \uE000|\byou (?:now )?(?:bring|take) home(?: about| around)* \uE000|\byou (?:now |currently |still )?(?:earn|make|are paid|get paid)(?: about| around| roughly| some)* \uE000[^.;,]{0,15}\b(?:at work|from (?:your )?(?:work|job)|in (?:your|salary|wages)|before tax)/i, meant: /salary|wage|otherIncome/, only: true }, // prettier-ignore
  { kinds: ['points', 'percent'], said: /\b(?:give or take|plus or minus|margin of error (?:is|of)|(?:off|out|wrong|uncertain) by)(?: about| around| roughly| some| up to)* \uE000|±\s?\uE000/i, meant: /[eE]rror|olatility|interval/, wide: true, only: true }, // prettier-ignore
  { kinds: MONEY, said: /\uE000(?: (?:a|per|each) year)? (?:in|of|for|to) (?:\w+ )?(?:(?:capital gains|income) )?(?:tax(?:es)?\b(?![ -](?:deferred|free|able))|the (?:tax (?:office|man|authorities)|taxman|irs)\b)|\b(?:uncle sam|tax ?man|irs|tax (?:office|authorities))\b (?:would |will )?(?:gets?|takes?|claims?|wants?|keeps?)(?: about| around)* \uE000|\b(?:tax(?:es)?|capital gains) (?:bills?|dues?|burden|charge)\b[^.;,\uE000]{0,40}\b(?:is|are|be|come|comes|of|to|at)(?: about| around| roughly| some)* \uE000|\btax(?:es)? (?:\w+ ){0,6}(?:is|are|would be|comes? to|amounts? to|takes?|costs?)(?: you| about| around| roughly| some)* \uE000|\bow(?:e|es|ed|ing)\b[^.;,\uE000]{0,10}\uE000[^.;,]{0,25}\btax/i, meant: /\.tax(?:es)?\b|[tT]axRate|^question(?!.*label)/, only: true }, // prettier-ignore
  { kinds: NUMBER, said: /\b(?:retired|retirement)\b[^.;\uE000]*\b(?:for|lasts?|of|be|is|takes?|spans?)(?: about| around| roughly| some| a full)* \uE000 years\b(?! (?:old|from|until|before|away|ago|later|earlier|sooner|off))|\blive(?: for)?(?: another| about)* \uE000 years after\b|\b(?:money|savings|portfolio|nest egg) (?:must|has to|have to|needs? to|should) (?:last|hold|pay|carry you)(?: out)?(?: for)?(?: about| around)* \uE000 years\b/i, meant: /^goals\.(?:yearsIn|lifeExpectancy)|^retirement\.paid|^question|^\(?goals\.\S+ - goals/, only: true }, // prettier-ignore
  { kinds: NUMBER, said: /\uE000 (?:more )?years (?:left |to go |away )?(?:until|before|till) you (?:retire|stop)|\bretirement is (?:still |about |some )*\uE000 (?:more )?years (?:away|off|from now)|\b(?:work|save|saving|working)(?: on)? for(?: another| about)* \uE000 (?:more )?years\b|\byou have (?:about |another )?\uE000 (?:more )?years (?:left )?(?:to (?:work|save|go)|of (?:work|saving))\b/i, meant: /^goals\.(?:yearsTo|people)|^costs\.overYears\.years|retireAt|^question|^retirement\.(?:earliest|whatIf)/, only: true }, // prettier-ignore
  { kinds: ANY, said: /\b(?:whole|entire) portfolio (?:has )?(?:gained|earned|made)\b|\bgains?\b[^.;]*\bcovers? (?:the|your) (?:whole|entire)\b/i, meant: /^performance\./, only: true }, // prettier-ignore
  { kinds: MONEY, said: /\b(?:buy|sell|purchase|trim|buying|selling)(?: about| around| roughly| some)* \uE000 (?:of|in|worth of)\b/i, meant: /^rebalancing|^drift|label|newMoney|^question/, only: true }, // prettier-ignore
  {
    kinds: MONEY,
    said: /\bow(?:e|es|ed|ing)(?: about| around| roughly| some| nearly)* \uE000/i,
    meant: /orrow|owed|[dD]ebt|^question/,
    only: true,
  },
  {
    kinds: MONEY,
    said: /\uE000 is what you (?:hold|have|keep) in cash\b|\b(?:hold|have|keep)(?: about| around| roughly| some| nearly)* \uE000 (?:in|of) cash\b/i,
    meant: /cash|^question/,
    only: true,
  },
  {
    kinds: MONEY,
    said: /\b(?:heirs|children|kids|family|(?<!real )estate)\b[^.;$\uE000]{0,25}\b(?:gets?|receives?|inherits?|is|are left|be left|with)(?: about| around| roughly| some| nearly)* \uE000|\bleaves? (?:your )?(?:heirs|children|kids|family)(?: with)?(?: about| around| roughly| some| nearly)* \uE000/i,
    meant: /balance|estate|^question/,
    only: true,
  },
  {
    kinds: MONEY,
    said: /\b(?:saves?|saving) you(?: about| around| roughly| some| nearly)* \uE000/i,
    meant: /^costs|tax|change| [-+*] |^question/,
    only: true,
  },
  {
    kinds: RATE,
    said: /\b(?:earns?|yields?|makes?|pays?)(?: about| around| roughly)* \uE000(?: (?:a|per) year)? (?:on|in|for) (?:your |the )?cash\b|\bcash (?:now |currently )?(?:earns|yields|pays)(?: you)?(?: about| around| roughly)* \uE000(?! (?:a|per|each|every) (?:month|quarter|week|day))/i,
    meant: /^cash|nterest|^assumption\.cash|riskless|^question/,
    only: true,
  },
  { kinds: MONEY, said: /\b(?:fees|costs|expenses)\b[^$\uE000]*\badd up to(?: about| around| roughly)* \uE000/i, meant: /^costs\.overYears/, only: true }, // prettier-ignore
];

/**
 * The facts that a clause allows for a figure that it says plainly what it is; null where it says nothing of the kind. Several
 * claims in one clause allow what any of them allows.
 *
 * @param sides what stands before and behind the figure in its clause
 * @param wider what stands before it in its sentence
 */
export function claimed(
  figure: Figure,
  [before, after]: readonly [string, string],
  wider: string,
): ((fact: string) => boolean) | null {
  const clause = `${before}${FIGURE}${after}`;
  const wide = `${wider}${FIGURE}${after}`;
  const fitting = claims.filter(({ kinds, said, wide: far }) => kinds.includes(figure.kind) && said.test(far === true ? wide : clause)); // prettier-ignore
  if (fitting.length === 0) return null;
  const only = fitting.filter((one) => one.only === true);
  const meant = (only.length > 0 ? only : fitting).map((one) => one.meant);
  const allowed = (name: string) => meant.some((one) => one.test(name));
  if (fitting.some(({ alone }) => alone === true)) return allowed;
  return (fact) => allowed(fact) || fact.split(/ [-+*/] |[(),] ?/).some(allowed);
}
