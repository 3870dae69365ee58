/** The words by which a text shows what a figure in it is about, by topic. */
export const cues = {
  worth:
    /\b(?:worth|valued?|total|portfolio|balance|money|savings|nest egg|pot|left|have|holds?|altogether|all|assets|wealth|sum|median|typical|starts?|starting|begins?)\b/i,
  invested: /\binvest/i,
  known: /\b(?:known?|cover\w*|recorded|given|cost basis|data|report\w*|disclos\w*|publish\w*|available|stated?)\b/i,
  gain: /\b(?:gain\w*|profit\w*|(?<!\b(?:mak(?:es?|ing)|made|tak(?:es?|ing|en)|took|adds?|adding|ends?|tied|locked|split|sums?|built|comes?) )up(?! of\b)|appreciat\w*|more than|paid|above|below|cost|unreali[sz]ed|paper|loss\w*|lost|down|earned|ahead|behind|grown|increase|taxed|in the (?:red|black)|under ?water|cushion)\b/i,
  rest: /\b(?:other|others|rest|remain\w*|smaller|further|more|small)\b/i,
  share:
    /\b(?:share|weight|makes? up|account(?:s|ing)? for|of (?:the|your|it|this|what|all)|percent|allocat\w+|holds?|held|invested|largest|biggest|in|sits?)\b/i,
  effective:
    /\b(?:effective\w*|as if|like|equal\w*|behaves?|spread|concentrat\w+|diversif\w+|herfindahl|really|truly|index)\b/i,
  topFive: /\b(?:five|top|largest|biggest)\b/i,
  company: /\b(?:compan\w+|single|individual|one (?:stock|name|firm)|issuer|own stocks|stocks? of|employer|name)\b/i,
  largest: /\b(?:largest|biggest|top|main|single|most|one|heaviest|dominat\w+|leading|concentrat\w+)\b/i,
  compared: /\b(?:compar\w+|stocks and bonds|classified|stocks)\b/i,
  trade:
    /\b(?:exceed\w*|over\w*|under\w*|above|below|too|heavy|light|drift\w*|away|go|goes|buy\w*|sell\w*|sold|bought|mov\w+|shift\w*|trim\w*|add\w*|reduc\w+|increas\w+|cut\w*|rais\w+|put\w*|trad\w+|rebalanc\w+|switch\w*|swap\w*|redirect\w*|transfer\w*|purchas\w+|sales?|chang\w+ hands|reallocat\w+|turnover|direct\w*|bring\w*|take\w*|short\w*|gap|excess|missing|close|need\w*|more|differ\w*|new money|in money|proposed|suggested)\b/i,
  target:
    /\b(?:target\w*|goal|aim\w*|should|ought|typical\w*|meant|intend\w*|suppos\w+|planned|benchmark|policy|ideal|want\w*|bring\w*|reach\w*|mix|desired|instead of|short of|shy of|still|guide\w*|suggest\w*|versus|vs|your age|might hold|model|world|market[- ](?:weight\w*|share|cap\w*|portfolio)|the market|global)\b/i,
  drift:
    /\b(?:above|below|over\w*|under\w*|away|off|target|short|excess|gap|more|less|heavy|light|drift\w*|too|high\w*|low\w*|exceed\w*|beyond|lag\w*|ahead|behind)\b/i,
  after:
    /\b(?:after\w*|reach\w*|bring\w*|end up|leav\w+|trades?|become|rebalanc\w+|then|up to|down to|to \d+|lift\w*|tak\w+|mov\w+|result\w*|would be|land\w*|get\w*|switch\w*|swap\w*)\b/i,
  cost: /\b(?:cost\w*|fees?|expens\w+|charg\w+|price tag|drag|pay\w*|cheap\w*|inexpensive|expensive|pric(?:e?y|ier|iest)|dear\w*|ratio|take\w*|eat\w*|illustration)\b/i,
  price: /\b(?:pric\w+|trad\w+ at|quoted|a share|per share|each|apiece|per unit|a unit|at)\b/i,
  return:
    /\b(?:return\w*|grow\w*|grew|grown|earn\w*|gain\w*|yield\w*|rise|average\w*|perform\w*|compound\w*|made|los[est]\w*|fell)\b/i,
  volatility:
    /\b(?:volatil\w+|swings?|deviation|give or take|plus or minus|either way|fluctuat\w+|vary|varies|bumpy|standard)\b/i,
  loss: /\b(?:(?:one|1)[ -]in[ -]|minus|flat|gain\w*|up(?! to)|los[es]\w*|loss\w*|lost|fall\w*|fell|drop\w*|declin\w+|down\w*|bad year|worst|costs?|tak\w+|took|shr[iau]nk\w*|hit|wip\w+|below|shed|crash\w*|dip\w*|crisis|depression|bust|slump\w*|erase\w*|gone|knock\w*|return\w*|bear|cut\w*|disappear\w*|shav\w+|lop\w*|slic\w+|evaporat\w+|vanish\w*|melt\w*|burn\w*)\b/i,
  chance:
    /\b(?:chanc\w+|probab\w+|likel\w+|odds|succe\w+|simulat\w+|futures?|scenarios?|paths?|lasts?|lasted|lasting|hold\w* (?:up|out)|runs? out|run dry|outliv\w+|confiden\w+|surviv\w+|works? out|fail\w*|outcomes?|trials?|times|cases|interval|plan|instances|lifetimes|percentage points?|points|runs|worlds|what[ -]if|assum\w+|certain\w*|reliab\w*|reach\w*)\b/i,
  confidence:
    /\b(?:work|retir|wait|delay|stop|hold|stay)\w*\b[^.;]{0,20} (?:to|until|till|at) (?:age )?\d\d\b|\b(?:confiden\w*|requir\w*|sustain\w*|would last|to last|have to|reach\w*|income|spend\w*|earliest|sure|certain\w*|need\w*|want\w*|comfort\w*|secure|safe\w*|bar|get\w* (?:you )?to|enough (?:for|to)|tak\w+|threshold|goal|level|mark|planners|standard|keep|maintain|preserve|short of|shy of|away from|like to see|above|below)\b/i,
  drawdown: /\b(?:deep\w*|fall\w*|fell|peak|drop\w*|drawdown|below|down|los[st]\w*|loss\w*|declin\w+|slump\w*)\b/i,
  badYear:
    /\b(?:years?|one[ -]in|1[ -]in|var|value at risk|percentile|tail|average|bad|such|worst|once|chance|risk)\b/i,
  unvalued:
    /\b(?:unpriced|no (?:price|exchange rate|value)|without an? (?:price|value|exchange rate)|not (?:be )?(?:valued|priced|classified|counted)|cannot be|could(?: not|n't) be|left out|excluded|missing|stale|outdated|old)\b/i,
  gaps: /\b(?:not|without|left out|unpriced|no price|no exchange rate|missing|old|stale|unclassified|cannot|conflict\w*|different|disagree|guess\w*|names?|undated|no date|excluded|none|unknown|outdated|lack\w*)\b|n['’]t\b/i,
  error: /\b(?:error|uncertain\w*|margin|give or take|plus or minus|sampling|precis\w+|accura\w+|±)/i,
  grade: /\b(?:grade\w*|score\w*|rat(?:ed|ing)|out of|scale|ten|10|weight)\b/i,
  diversified:
    /\b(?:grade\w*|score\w*|diversif\w+|volatil\w+|asset classes|regions?|sectors?|compan\w+|swings?|spread)\b/i,
  ageToday: /\b(?:age\w*|are|old|today|now|currently|year|from|at|i'm|you're|someone|turn\w*)\b/i,
  retire: /\b(?:retir\w+|stop\w*|work\w*|quit\w*|leav\w+|age|at|until|to)\b/i,
  spendingStart: /\b(?:spen[dt]\w*|withdraw\w*|draw\w*|income|retir\w+)\b/i,
  lasting: /\b(?:last\w*|until|to|liv\w+|age|through|by|end|plan\w*|at|horizon|before|beyond|past|reach\w*)\b/i,
  lasts: /\b(?:last(?:s|ed|ing)?|run\w* (?:out|dry)|outliv\w+|succe\w+|fail\w*|deplet\w+)\b/i,
  ruin: /\b(?:run\w*|ran|out|deplet\w+|gone|exhaust\w+|empt\w+|dr(?:y|ies)|fail\w*|ends?)\b/i,
  income:
    /\b(?:income|support\w*|carr(?:y|ies)|bear|provid\w*|produc\w*|fund\w*|spen[dt]\w*|withdraw\w*|tak\w+|liv\w+|draw\w*|a year|per year|yearly|annual\w*|each year|every year|budget|need\w*|want\w*|sustain\w*|afford\w*|pay\w*|pensions?|social security|cover\w*)\b/i,
  saving: /\b(?:sav\w+|contribut\w+|put\w*|set\w* aside|add\w*|pay\w* in|invest\w*|stash\w*|bank)\b/i,
  gap: /\b(?:gap|separat\w*|apart|between|short\w*|less|more|below|above|difference|missing|under|over|fall\w*|exceed\w*|beyond|cut\w*|lower|spare|room|surplus|too (?:much|little))\b/i,
  percentile: /\b(?:percentiles?|quartiles?)\b/i,
  stage: /\b(?:age\w*|at|by|in|from|to|until|till|between|past|beyond|after|before)\b|[|:–—-]/i,
  crisis:
    /\b(?:cris[ie]s|again|replay\w*|crash\w*|bear|stress\w*|histor\w*|episodes?|scenarios?|slump\w*|bust|depression|(?:19|20)\d\ds?|shocks?|repeat\w*|rerun|downturn|worst|severe|past|meltdown|collapse|dot[ -]?com|recession|gfc|lehman|such|times|decade)\b/i,
  otherIncome:
    /\b(?:social security|pensions?|annuit\w+|rent\w*|work\w*|part[ -]time|jobs?|earn\w*|benefits?|other income|guaranteed)\b/i,
  paying:
    /\b(?:pay\w*|paid|start\w*|begin\w*|from|claim\w*|collect\w*|kick\w*|receiv\w*|at|ends?|until|stops?|pensions?|social security|annuit\w+)\b/i,
  paidInFull:
    /\b(?:in full|full|fully|whole income|get that far|paid|pays? (?:everything|it all|all of it|for everything))\b/i,
  tail: /\b(?:worst|bad|tail|fail\w*|(?:one|1|a)[ -](?:\w+[ -]){0,2}(?:in|out of)|percentile|luck\w*|unluck\w*|poor\w*|weak\w*|best|strong\w*|rough|severe|awful|extreme\w*|pessimis\w*|optimis\w*|upside|downside|bottom|top|earliest)\b|\bchance (?:of|that)\b[^.;]*\b(?:less|more|under|over|below|above|at least|at most)\b/i,
  shortfall: /\b(?:short\w*|cannot|can't|unpaid|missing|lack\w*|not be paid|unfunded|unmet|fail\w*)\b/i,
  sequence: /\b(?:first|early|start|beginning|five years|opening|outset|sequence|fifth)\b/i,
  spread:
    /\b(?:percentile|best|worst|good|bad|poor\w*|lucky|luck|between|range\w*|from|as (?:little|much|high|low|few)|could|might|upper|lower|(?:high|low) side|quartile|quarter|half|top|bottom|strong\w*|weak\w*|unlucky|outcomes?|extremes?|downside|upside|chance|probability|one in|fan|tenth|twentieth|one [a-z]+ in|or more|or less|if things|favou?rable|unfavou?rable|optimistic|pessimistic|1 in)\b/i,
  inflation: /\b(?:inflation|prices|cost of living)\b/i,
  correlation: /\b(?:correlat\w+|together|move\w*)\b/i,
  change: /\b(?:chang\w+|rais\w+|low\w+|points?)\b/i,
  growth: /\b(?:grow\w*|grew|return\w*|earn\w*)\b/i,
  supposed:
    /\b(?:would|break\w*|ideas?|worse|better|if|instead|rather|later|longer|consider\w*|could|might|more|less|than|delay\w*|suppos\w+|rais\w+|lift\w*|improv\w+|chang\w+|cut\w*|should|trim\w*|extra|lower|higher|try\w*|option|until|assumed|helps?|budget|leaner|smaller|gets?|brings?|reach\w*|with \d+|at \d+|ask\w*|question|realistic\w*|possible|feasible|doable|within reach|too (?:early|soon)|running|runs|work\w*|needle|levers?|mov\w+|strong\w*|matters?|hurts?|biggest|largest|boost\w*|add\w*|gain\w*|drop\w*|fall\w*|fell|crash\w*|slip\w*|takes?|costs?|buys?|worth|impact|effect|sensitiv\w+|stress)\b|[“"]|\+ ?\$/i,
  sure: /\b(?:sure|confiden\w+|certain\w*|guess\w*)\b/i,
  measured: /\b(?:measur\w+|transactions?|cover\w*|returns?)\b/i,
  taxableGain: /\b(?:tax\w*|reali[sz]\w*|capital gains?)\b/i,
  paid: /\b(?:cost|paid|pay|put in|put into|invested|bought|basis|(?:has|have) (?:become|turned|grown)|purchase\w*|outlay|spent|original\w*|laid out)\b|\b(?:up|gain\w*|profit|made|earned|ahead|lost|down|loss)\b[^.;]*\bon (?:about )?\$|\d on (?:about )?\$/i,
  gainShare:
    /\b(?:of|for) (?:all |the |your |its |that |this |total )*(?:total |overall |combined |unreali[sz]ed |recorded |known |paper |whole )*(?:gains?|profits?)\b|\b(?:gains?|profits?) (?:comes?|came|is|are|stems?|sits?|lies|was|were) (?:from|in|due|down|made)\b/i,
  abroad:
    /^(?=[\s\S]*\b(?:stocks?|equit\w+|shares)\b)[\s\S]*\b(?:abroad|overseas|outside (?:of )?(?:the )?(?:u\.?s\.?a?|america|north america|united states)|foreign|international\w*|non-us|rest of the world|elsewhere|other (?:countries|regions))\b/i,
  abroadWorld: /\b(?:abroad|overseas|foreign|international\w*|non-us|outside)\b/i,
  summed:
    /\b(?:together|both|in all|all told|total\w*|combined|add\w*(?: up)?|sum|between|altogether|plus|on top|elsewhere|other income|outside|the two of you|you two|coming in|social security and|pensions? and|come to|guaranteed|all of it)\b/i,
  savedInAll:
    /\b(?:paid in|pay in|going in|put in|put away|saved|of saving\w*|savings|contribut\w+|set aside|in all|add\w* up|before (?:any )?growth|new money|years of (?:that|it|this)|over (?:the |those |these |all )?(?:next )?(?:\d+|[a-z]+) (?:years|decades)|by then|by retirement|until (?:then|retirement)|between now and)\b/i,
  shifted: /^(?![\s\S]*\btargets?\b)[\s\S]*\b(?:shift\w*|mov\w+|switch\w*|swap\w*|tilt\w*|transfer\w*)\b/i,
  fromPortfolio: /\b(?:savings|portfolio|rest|remain\w*|leav\w+|left|gap|difference|yourself)\b/i,
  ofSpending:
    /\b(?:of (?:the |your |that |all )*(?:spending|income|budget|needs?|goal|\$)|of what|cover\w*|pay\w* for)\b/i,
  leftOver:
    /\b(?:left|leav\w+|over|remain\w*|unspent|uninvested|change|down to|to (?:about|around|roughly|some) \$|still have|(?:you['’]d|you would|would) have|worth)\b/i,
  sheltered: /\btax[ -](?:advantaged|sheltered|favou?red)\b|\bsheltered\b|\bretirement accounts\b/i,
  inner:
    /\b(?:outcomes|futures|simulations|paths|scenarios|results)\b[^.;]*\b(?:between|from)\b[^.;]*\$|\b(?:middle|central) \d\d|\b(?:from|between) \$[\d.,]+[^.;$]{0,25} (?:to|and) \$/i,
  ofGoal:
    /\bspend\w*\b[^.;]*\b(?:fall|drop|come down|shrink)\w*\b|\bwithin (?:about )?[\d.]+% of (?:being|what|your|the)\b|\b(?:gap|shortfall) (?:of|is)\b|\b(?:below|less|lower|short|under|cut\w*|trim\w*|reduc\w+)\b[^.;]*\b(?:goal|want\w*|wish\w*|hop\w+|plan\w*|target|like|in mind|aim\w*|spend\w*)\b/i,
  foreignMoney:
    /\b(?:foreign|currenc\w+|abroad|overseas|pounds and euros|euros and pounds|non-dollar|other than dollars|not in dollars|outside the dollar)\b/i,
  retirementAccount: /\b(?:retirement|pension|tax-(?:advantaged|sheltered|deferred)|iras?|sheltered)\b/i,
  onePercent: /\b(?:every|each|one|a) (?:percentage )?(?:point|percent) of\b/i,
  ratio: /\b(?:ratio|sharpe|sortino|risk[ -]adjusted)\b/i,
  taxed: /\b(?:tax\w*|accounts?|pre-tax|deferred)\b/i,
  riskless: /\b(?:riskless|risk-free|safe|sharpe|treasury|bill|rate)\b/i,
} as const satisfies Record<string, RegExp>;

export type CueName = keyof typeof cues;

/** Words that say plainly what a figure beside them is, so that it can be nothing of another topic. */
export const plainTopics: Partial<Record<CueName, RegExp>> = {
  target: /\btargets?\b(?![ -](?:date|retirement|20\d\d))/i,
  cost: /\b(?:fees?|expense ratios?|expenses)\b/i,
  chance: /\b(?:chances?|probability|likelihood|odds|success rate)\b/i,
  volatility: /\bvolatility\b/i,
  inflation: /(?<!\b(?:before|after|above|over|beyond) )\binflation\b/i,
  price: /\b(?:per share|a share(?! of)|per unit|apiece)\b/i,
  return: /\breturn(?:s|ed)?\b/i,
  income: /\b(?:spend|spending|withdraw\w*|(?<!fixed[ -])income|live on|sustain\w*|afford)\b/i,
  saving: /\b(?:save|saving|savings rate|(?:put away|set aside)(?=[^.;,]{0,40}\d)|contribut(?:e|ing|ions?))\b/i,
  loss: /\b(?:lose|loses|lost|loss|losses|fell|fallen|dropped|declined)\b/i,
  gain: /\b(?:unreali[sz]ed|profits?|gains?|gained|made|earned)\b/i,
};

/** Words that say which way something goes: the first of a pair up, the second down. */
export const directions: Partial<Record<CueName, readonly [RegExp, RegExp]>> = {
  drift: [
    /\b(?:above|over|over-?weight\w*|exceed\w*|too (?:much|high|many|heavy)|more|high|higher|ahead|heavy|excess|surplus|spare|top-heavy|tops?)\b/i,
    /\b(?:below|under|under-?weight\w*|short\w*|too (?:little|low|few|light)|less|low|lower|lag\w*|light|deficit|behind|miss\w*|gap|shy|beneath|trail\w*)\b/i,
  ],
  trade: [
    /\b(?:buy\w*|bought|add\w*|increas\w+|rais\w+(?! (?:about |around |roughly )?\$)|into|(?<!\b(?:have|has|needs?|ought|wants?|going|is|are) )to(?! (?:shrink|fall|drop|sell|trim|cut|lower|reduce|reach|get|meet|hit|match|return|restore|bring|be|come|go|(?:the|your|its|their|a) (?:target|mix|goal|aim|plan)))|put\w*|purchas\w+|build\w*|grow\w*|top(?:ping)? up)\b(?! go\b)/i,
    /\b(?:sell\w*|sold|part(?:ing)? with|get(?:ting)? rid of|offload\w*|unload\w*|divest\w*|shed(?:ding)?|reduc\w+|trim\w*|cut\w*|lower\w*|to go(?! (?:in)?to)|out of|from|sales?|pull\w*|off|down|switch\w*|mov\w+|shift\w*|swap\w*|redirect\w*|transfer\w*|excess|above|over|shr[iau]nk\w*|come down)\b/i,
  ],
  gain: [
    /\b(?:gain\w*|profit\w*|up(?!\s*(?:[,)]|$))|rose|risen|grow\w*|grew|returned|return of|earn\w*|made|ahead|appreciat\w+|more than|above|increas\w+|rise|plus)\b/i,
    /\b(?:loss\w*|lose\w*|losing|lost|down\w*|fall\w*|fell|drop\w*|declin\w+|shed|below|behind|under ?water|less than|cost (?:you|it)|tak\w+|took|shr[iau]nk\w*|hit|wip\w+|crash\w*|slump\w*|minus|erase\w*|gone|cut\w*|knock\w*|hurt|down|in the red)\b/i,
  ],
  gap: [
    /\b(?:more|spare|room|surplus|extra|headroom)\b/i,
    /\b(?:short\w*|gap|less|missing|deficit|too (?:much|little)|lower|cut|fall\w*|drop\w*|(?:more|above|over) (?:than )?(?:the |your |what |\$[\d,.]+\w* (?:a year )?(?:that |which )?)*(?:plan|portfolio|money|savings|it|is|would|can|could|last)\b)\b/i,
  ],
  change: [
    /\b(?:rais\w+|rise\w*|rose|lift\w*|increas\w+|improv\w+|add\w*|gain\w*|better|higher|up|boost\w*|help\w*|more|plus|climb\w*|push\w*|worth|buys?|bring\w*|jump\w*)\b/i,
    /\b(?:low\w*|reduc\w+|cut\w*|fall\w*|fell|drop\w*|wors\w+|hurt\w*|cost\w*|down|tak\w+|decreas\w+|less|shav\w+|los[es]\w*|knock\w*|minus|drag\w*|weaken\w*|subtract\w*|shed\w*|sink\w*)\b/i,
  ],
  lasting: [
    /\b(?:last(?! (?:year|time|decade|month))|lasts|lasted|lasting|succe\w+|hold\w* (?:up|out)|surviv\w+|enough|works? out|intact|solvent|make it|makes it|sees? you|outlives? you|cover\w*|carr\w+|pay for)\b/i,
    /\b(?:runs? out|ran out|running out|run dry|runs dry|fail\w*|falls? short|falling short|deplet\w+|exhaust\w+|outliv\w+|empty|empties|too little|broke|not last|not enough|does(?:n't| not) last|do(?:n't| not) last|gone|shortfall(?! (?:in|of) returns?))\b/i,
  ],
};
