/** Words that hardly any other language has, and those that texts on markets are made of. */
export const ENGLISH = set(
  `the of and to from with by its it their they them this that these those which who whose what when where while after before during since until
than then not but or for about between among against over under into through per has have had been were is was are be being will would could may
might can must more less most least much many some any all each every other another only also still even as at on in up down out off no year years
month months week weeks day days quarter quarters today yesterday percent percentage point points stock stocks share shares bond bonds fund funds market
markets price prices yield yields rate rates earnings sales growth index investors company companies assets value money rose fell gained lost closed
ended opened reported paid held holds pays yields returned charges tracks costs cut raised january february march april may june july august september
october november december monday tuesday wednesday thursday friday
you your own does did how why tell past performance data result results`,
);
/** Of these some are words elsewhere as well ("in", "was", "an"): they tell nothing where another language speaks. */
const SHARED = set('in on at as is was an no or be per may up over will are can index what must most men me we so');
/** Small words of other languages that write in Latin letters, without those that are English too. */
const OTHERS = set(
  `le les des une du et est dans pour que qui sur avec pas plus vos votre nous vous toutes tous ces ses aux ou ils elles vont sont cette leur mais son sa
der die das und ist nicht mit auf für von zu dem den ein eine einen sich sie alle ihre ihr oder bei aus nach wird werden sind jetzt sofort
el los las una por con del más pero sus como este esta todas todos ahora antes su al es de la en un lo se
il gli di che della delle dei nel nella sono tutte tutti subito entro ed
het een van voor niet te dat zijn ook uw wordt naar nu
os as um uma da dos na nas ao suas seus são não agora vão em com
och att det som för på av är inte alla dina ditt till
og til på ikke alle jest nie się na do teraz oraz przez i ve bir bu için ile
dan yang untuk dari ini itu dengan
ya vender comprar compre venda vendre acheter achetez vendez verkaufen kaufen verkopen kopen vendere comprare aktien acciones azioni`,
);
/** An English verb of a report or another common word, where a sentence has none of the words above: "Gold prices slipped." */
const ENDINGS = /(?:ed|ing|s|ly|er|tion|ment|est|al|ow|igh|ew)$/u;
const LOWER_WORD = /(?<![\p{L}\p{N}'’.&-])\p{Ll}[\p{L}\p{M}]*(?![\p{L}\p{N}&])/gu;
/** Between two capitals a small word is of a name: "Banque de France". */
const OF_A_NAME =
  /(?<=\p{Lu}[\p{L}.’']*\s)(?:de|di|da|do|dos|du|des|del|della|la|le|les|el|los|las|van|von|der|den|et|e|y|und)(?=\s\p{Lu}|\sla\s|\sles\s)/gu;
/** A sign of mathematics may stand by itself: "alpha (α)". */
const GREEK_LETTER = /(?<!\p{L})\p{Script=Greek}(?!\p{L})|[µμΔΩ]/gu;
const NOT_LATIN = /(?!\p{Script=Latin}|\p{Script=Common}|\p{Script=Inherited})\p{L}/u;
/** Fewer words than this, with nothing to tell a language by, are a name or a heading; of what ends as no sentence does, a title. */
const WORDS = { sentence: 3, title: 4 } as const;

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/u));
}

/**
 * Whether a sentence can be taken for English, which the rules for what may be quoted read and nothing else: a light test by small
 * words, sentence by sentence and clause by clause. Names, symbols and single Greek letters are of no language.
 */
export function isEnglish(sentence: string): boolean {
  const text = sentence.replace(GREEK_LETTER, ' ').replace(/(?<=\p{Lu})(?:[βγδ])/gu, '');
  if (NOT_LATIN.test(text)) return false;
  const clauses = text.split(/[;:—–]\s|,\s|[()“”"]/u);
  return speaksEnglish(text, 1) && clauses.every((clause) => speaksEnglish(clause, 2));
}

/** @param least words of other languages that tell against it */
function speaksEnglish(text: string, least: number): boolean {
  const words = text.replace(OF_A_NAME, ' ').match(LOWER_WORD) ?? [];
  const english = words.filter((word) => ENGLISH.has(word));
  const sure = english.filter((word) => !SHARED.has(word)).length;
  // Accents are rare in English words, "café" and "naïve"; names have them and begin with a capital.
  const foreign = words.filter(
    (word) => !ENGLISH.has(word) && (OTHERS.has(word) || (/[^\p{ASCII}]/u.test(word) && word !== 'à')),
  ).length;
  if (foreign >= least) return foreign <= sure;
  const few = /[.!?]["”’)]?\s*$/u.test(text) ? WORDS.sentence : WORDS.title;
  return least > 1 || english.length > 0 || words.length < few || words.some((word) => ENDINGS.test(word));
}
