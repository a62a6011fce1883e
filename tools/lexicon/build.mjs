// Writes src/LostFound.Matching/Lexicon/cldr.json from whitelist.json and the emoji annotations of Unicode CLDR.
// `node build.mjs` writes the file; `node build.mjs --check` only tells whether the committed one is what it would write.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const languages = ['en', 'es', 'fr', 'de', 'it', 'pt', 'nl', 'ja', 'zh', 'ko', 'ar'];
const kinds = ['feature', 'thing'];
const withoutSpaces = new Set(['ja', 'zh', 'ko']);
const whitelistPath = fileURLToPath(new URL('whitelist.json', import.meta.url));
const outputPath = fileURLToPath(new URL('../../src/LostFound.Matching/Lexicon/cldr.json', import.meta.url));

const require = createRequire(import.meta.url);
const annotations = Object.fromEntries(languages.map(language =>
  [language, require(`cldr-annotations-full/annotations/${language}/annotations.json`).annotations.annotations]));

const whitelistText = unixLines(readFileSync(whitelistPath, 'utf8'));
const lines = conceptLines(JSON.parse(whitelistText));
const source = {
  cldr: require('cldr-annotations-full/package.json').version,
  whitelist: sha256(whitelistText),
  concepts: sha256(lines.join('\n')),
};
const output = `{\n"source": ${JSON.stringify(source)},\n"concepts": [\n${lines.join(',\n')}\n]\n}\n`;

if (process.argv.includes('--check')) {
  if (unixLines(readFileSync(outputPath, 'utf8')) !== output) {
    console.error('cldr.json is not what whitelist.json gives: run `node build.mjs` and commit the result.');
    process.exit(1);
  }
  console.log(`cldr.json is up to date: ${lines.length} concepts.`);
} else {
  writeFileSync(outputPath, output);
  console.log(`Wrote ${lines.length} concepts.`);
}

/** One line a concept, in order of id, so that a change of one word is a change of one line. */
function conceptLines(whitelist) {
  const ids = whitelist.map(entry => entry.id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  if (twice.length > 0)
    throw new Error(`whitelist.json names ${twice.join(', ')} more than once; list all emoji of a concept in one row.`);
  return whitelist
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(entry => JSON.stringify({ id: entry.id, kind: kindOf(entry), emoji: entry.emoji, ...termsOf(entry) }));
}

function kindOf(entry) {
  if (!kinds.includes(entry.kind))
    throw new Error(`${entry.id}: kind is "${entry.kind}", not one of ${kinds.join(', ')}.`);
  return entry.kind;
}

function termsOf(entry) {
  const cells = {};
  for (const language of languages) {
    const terms = distinct(termsIn(entry, language).map(clean).filter(term => isReadable(term, language)));
    if (terms.length > 0)
      cells[language] = terms.join(', ');
  }
  return cells;
}

/** The spoken names, less those that mislead, and the keywords asked for. */
function termsIn(entry, language) {
  const rows = entry.emoji.split(' ').map(emoji => annotations[language][emoji] ?? missing(entry.id, emoji, language));
  const names = rows.flatMap(row => row.tts ?? []);
  const keywords = rows.flatMap(row => row.default ?? []);
  const drop = wanted(entry, 'drop', language, names);
  return [...names.filter(name => !drop.includes(name)), ...wanted(entry, 'keep', language, keywords)];
}

/** A word that CLDR no longer has must be noticed when CLDR is updated, not silently lost. */
function wanted(entry, list, language, known) {
  const words = entry[list]?.[language] ?? [];
  const unknown = words.filter(word => !known.includes(word));
  if (unknown.length > 0)
    throw new Error(`${entry.id}: CLDR has no ${language} "${unknown.join('", "')}" to ${list}; it has ${known.join(', ')}.`);
  return words;
}

function missing(id, emoji, language) {
  throw new Error(`${id}: CLDR names no ${emoji} in ${language}.`);
}

function clean(term) {
  return term.normalize('NFC').replaceAll('’', "'").replace(/\s*\([^)]*\)/g, '').trim();
}

/** Scripts without spaces are searched by unbroken stretches; a comma separates the terms of a cell. */
function isReadable(term, language) {
  return term.length > 0 && !term.includes(',') && !(withoutSpaces.has(language) && /[\s\p{ASCII}]/u.test(term));
}

function distinct(terms) {
  return terms.filter((term, at) => terms.findIndex(other => other.toLowerCase() === term.toLowerCase()) === at);
}

function sha256(text) {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function unixLines(text) {
  return text.replaceAll('\r\n', '\n');
}
