/**
 * Words of markets in phrases that are about something else: a central bank is no bank whose shares anybody holds, and a gold medal no
 * gold. By the word that misleads, in the order of `subjects.ts`.
 */
const BY_WORDS: readonly RegExp[] = [
  // Gold, silver, copper, wheat.
  /\b(?:gold|silver|platinum)[- ](?:medal\w*|standards?|rush|plated|cups?|coast|cards?|tier|status|members?(?:hip)?|stars?|linings?|screens?|bullets?|econom\w+|tsunami|albums?|records?|anniversar\w+|jubilee)\b|\b(?:black|fool['’]s|olympic|solid|heart of|strik\w+|go(?:es|ing)? for|won|wins?|took|take) gold\b|\bgold ?mine of\b|\b(?:nate|adam) silver\b|\bsilver (?:lake|spring|ridge)\b/giu,
  /\bcopper (?:broadband|lines?|wires?|cables?|networks?)\b|\bcommodity (?:hardware|servers?|products?|software)\b|\bwhole wheat\b|\bwheat from (?:the )?chaff\b/giu,
  // Oil, crude, energy.
  /\boil(?:s|ed)?[- ](?:paint\w*|colou?rs?|on canvas|changes?|filters?|lamps?|wrestling)\b|\b(?:olive|coconut|sunflower|rapeseed|canola|sesame|vegetable|cooking|fish|essential|snake|engine|motor|baby|hair|body|massage|cbd|linseed|castor) oils?\b|\bcrude (?:estimates?|measures?|approximations?|models?|attempts?|jokes?|humou?r|language|way|rules?|guess\w*|method|proxy|yardstick|average)\b|\bnatural gas stoves?\b/giu,
  // Bonds of other kinds, and words that bonds share.
  /\bhigh-?[- ]yield(?:ing)? (?:online |bank )?(?:savings?|checking|accounts?|cash|deposits?|dividends?|(?:dividend )?stocks?|money[- ]market)\b|\b(?:dividend|earnings|crop|corn|grain|harvest|soybean|rice|chip|rental)[- ]yields?\b|\byields? of (?:corn|wheat|soybeans?|rice|crops?|grain|chips?)\b/giu,
  /\btreasury (?:secretar\w+|department|ministers?|ministr\w+|officials?|chief|spokes\w+|nominee|stock|shares|operations?|management|compan(?:y|ies)|strateg\w+)\b|\b(?:bitcoin|crypto|corporate) treasur\w+\b|\bgilt[- ](?:edged|frames?)\b/giu,
  /\b(?:bail|surety|family|human|emotional|chemical|hydrogen|covalent|social|male|parental) bonds?\b|\bbonds? (?:between|of (?:friendship|trust|love|marriage|family)|with (?:his|her|their|the))\b|\bjames bond\b|\bbond (?:films?|movies?|villains?|girls?|actors?)\b|\bfor the duration\b|\bduration of (?:the|a|an|his|her|their|its|stay|unemployment|joblessness)\b/giu,
  // Property and houses.
  /\bintellectual propert(?:y|ies)\b|\bpropert(?:y|ies) (?:of (?:the )?(?:material|metal|number|function)\w*|rights?|crimes?|damage|tax(?:es)?)\b|\b(?:screen|shelf|digital|prime screen|desk) real estate\b|\bproperty[- ](?:and[- ])?casualty\b|\bhousing (?:secretary|minister|benefit)\b/giu,
  /\bcryptogra\w+|\bcryptosporid\w+/giu,
  // Places that are named for places.
  /\bindian (?:ocean|summer|wells|reservations?|tribes?|country|food|restaurants?)\b|\bamerican indians?\b|\bnew mexic\w+|\bgulf of mexico\b|\bsouth china sea\b|\b(?:bone|fine) china\b|\bbrazil nuts?\b|\bnorth korean?\b|\b(?:korean|french|indian|german) war\b|\b(?:chinese|mexican|korean|french|german|japanese|brazilian) (?:food|restaurants?|takeaway|barbecue|cuisine|cooking|wine)\b/giu,
  /\bfrench (?:fries|toast|press|doors?|open|quarter|polynesia)\b|\bgerman(?:town| shepherds?)\b|\bswiss (?:army|cheese|roll)\b|\bbritish columbia\b|\beuro 20\d\d\b|\beuropean[- ]style options?\b|\baustralian open\b|\bjapanese (?:knotweed|maples?)\b/giu,
  /\b(?:union|canadian|southern|georgia|northern|cathay) pacific\b|\bpacific (?:northwest|gas|coast|time|palisades|standard|crest|heights|life|investment management)\b/giu,
  // Technology, software, utilities, industries.
  /\b(?:high|low)[- ]tech\b|\btech[- ](?:savvy|support|literate|averse|free|phobic)\b|\b(?:georgia|texas|virginia|louisiana|michigan) tech\b|\b(?:new|battery|vaccine|medical|drilling|voting|farm\w*|green|clean|same|this|the) technolog(?:y|ies)\b(?! (?:sector|stocks?|shares?|compan|firms?|funds?|index|giants?|earnings|industry))|\bsoftware (?:glitch\w*|bugs?|updates?|errors?|failures?|problems?|faults?|outages?)\b/giu,
  /\b(?:sport[- ])?utility (?:vehicles?|bills?|poles?|knife|knives|functions?|rooms?|players?|tokens?|patents?)\b|\b(?:marginal|little|limited|great|public) utility of\b|\bdow (?:jones )?industrials?\b/giu,
  /\b(?:taken|rushed|admitted|brought|sent|flown|died|treated|recovering) (?:to|in|at) (?:a |the |an )?(?:\w+ )?hospitals?\b|\bin hospital\b|\bhealth[- ]care (?:costs?|bills?|premiums?|coverage|law|proxy|proxies|directives?|savings?|spending accounts?)\b/giu,
  /\b(?:data|text|bitcoin|crypto\w*|ether\w*)[- ](?:min(?:ing|ers?))\b|\b(?:nerves|man|men|will) of steel\b|\bforever chemicals?\b/giu,
  // Shares and companies.
  /\b(?:market|time|lion['’]s|fair|equal|large|small|bigger|smaller|growing|rising|record|greater|larger) shares? of (?!stock|the (?:company|bank|fund))|\b(?:the|its|their|a|whose) shares? of (?:the )?(?:vote|population|households?|workers?|people|renters?|buyers?|income|gdp|output|spending|loans?|sales|imports?|exports?|adults|americans|families|owners|homes|electricity|power|energy|wealth|voters?|market)\b|\bmarket shares?\b|\bshares? (?:a|an|his|her|my|our|your|this|that|with|tips|views?|advice|photos?|borders?)\b/giu,
  /\b(?:in|out of|takes?|took|taking|livestock and|housing|rolling|laughing|capital|fish|grain|oil|feeding) stocks?\b(?! (?:markets?|prices?|indexes|funds?|exchanges?|trading|picks?|picking))|\bstock(?:s|ed|ing)? up\b|\bstock (?:photos?|images?|characters?|answers?|phrases?|cubes?)\b|\b(?:home|brand|sweat|pay|gender|racial|social|health|negative|employment) equity\b|\bequity (?:and|,) inclusion\b|\b(?:diversity|inclusion),? (?:and )?equity\b|\b(?:demographic|peace|digital) dividends?\b|\bpa(?:y|ys|id|ying) dividends (?:for|in (?:the|his|her|their)|later)\b/giu,
  /\b(?:hourly|weekly|monthly|average|median|lifetime|workers['’]|real) earnings\b|\bearnings (?:test|record|limit|power)\b|\bs&p (?:global|ratings|cotality|corelogic|case|dow jones)\b|\bin the company of\b|\bkeeps? (?:\w+ )?company\b/giu,
  // Banks that are none, or nobody's to hold; the country of a central one stays.
  /\bcentral[- ]bank(?:s|ers?|ing)?(?:['’]s?)?\b|\bbanks? of (?=england|japan|canada|korea|israel|russia|mexico|thailand|indonesia|italy|spain|greece|portugal|finland|slovenia|lithuania|latvia|ghana|zambia|uganda|tanzania|jamaica|albania|algeria|mongolia|the philippines|the republic)|\bbanque de (?=france)|\bpeople['’]s bank of (?=china)|\b(?:reserve|national) banks? of (?=\p{L})|\b(?:swiss|austrian|danish|czech|croatian|bulgarian) national bank\b|\bfederal reserve(?: district)? banks?\b|\b(?:reserve|norges|world|development|investment and development) banks?\b|\beuropean investment bank\b|\bbank for international settlements\b/giu,
  /\bbank holidays?\b|\b(?:food|river|data|blood|power|memory|piggy|seed|sperm|gene|sand|snow|cloud|left|west|south|north|right|east|fog|mud|talent|vote|time|tissue|eye|egg|milk|oyster|toy|tool|diaper|outer|grand|tyra) ?banks?\b|\bbank ?notes?\b|\bbank (?:accounts?|deposits?|statements?|robber\w*|shots?|tellers?|cards?|transfers?|vaults?)\b|\bbank(?:s|ed|ing)? on\b|\b(?:break(?:s|ing)?|broke) the bank\b|\bbanks? of (?:the )?(?:river|thames|seine|hudson|mississippi|potomac|lights|screens|servers|computers|windows|fog|clouds?|snow|batteries)\b|\bonline banking\b/giu,
];

/** A text without such phrases; what is left of it stands where it stood. */
export function withoutByWords(text: string): string {
  return BY_WORDS.reduce((left, pattern) => left.replace(pattern, (phrase) => ' '.repeat(phrase.length)), text);
}
