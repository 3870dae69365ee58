const tokens = [
  '[PAD]',
  '[UNK]',
  '[CLS]',
  '[SEP]',
  'the',
  'fund',
  '##s',
  'pay',
  '##ing',
  'cafe',
  '.',
  ',',
  '中',
  '401',
  'un',
  '##paid',
];

/** The file of a BERT tokenizer with sixteen tokens; each token's id is its place. */
export const tinyTokenizer = JSON.stringify({
  version: '1.0',
  normalizer: {
    type: 'BertNormalizer',
    clean_text: true,
    handle_chinese_chars: true,
    strip_accents: null,
    lowercase: true,
  },
  model: {
    type: 'WordPiece',
    unk_token: '[UNK]',
    continuing_subword_prefix: '##',
    max_input_chars_per_word: 100,
    vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
  },
});
export const tinyVocabulary = tokens.length;
