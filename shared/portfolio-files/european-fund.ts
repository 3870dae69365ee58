/** Forms of funds that are sold in Europe, and not in America, as alternatives for a regular expression. */
export const EUROPEAN_FORMS = 'ucits|oeic|sicav|fcp|icav';
