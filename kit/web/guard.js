// What may not stand in a message a moderator sends: the twin of kit/sitting/guard.py, held to one table with it.

const GAP = /\[[^[\]]*\]|\{[^{}]*\}|_{3,}/;
const HANDLE = /(?<![\p{L}\p{N}_.])@[\p{L}\p{N}_]+|[\w.+-]+@[\w-]+\.[\w.]+/u;
const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/;
const NUMBER = /\d[\d ]{3,}\d/g;
const SENTENCE_START = /(?:^|[.!?\n]\s*)$/;
const SHORTEST = 3;

/**
 * What is wrong with a message: ["gap" or "name", the words that are], or null. `about` has the `names` of the thread,
 * the `everyday` words that are also names and the `numbers` of public lines; `mine` are names that may stand here.
 */
export function guardFault(text, about, mine = []) {
  const gap = GAP.exec(text);
  if (gap) return ["gap", gap[0]];
  const allowed = new Set(mine.flatMap((name) => [name, ...partsOf(name)]));
  for (const name of about.names ?? []) {
    if (text.includes(name) && !allowed.has(name) && isNamed(text, name, about.everyday ?? [])) return ["name", name];
  }
  for (const pattern of [HANDLE, POSTCODE]) {
    const found = pattern.exec(text);
    if (found) return ["name", found[0]];
  }
  const numbers = new Set((about.numbers ?? []).map((number) => number.replaceAll(" ", "")));
  for (const [found] of text.matchAll(NUMBER)) {
    if (!numbers.has(found.replaceAll(" ", ""))) return ["name", found];
  }
  return null;
}

function partsOf(name) {
  const words = name.split(/\s+/).filter(Boolean);
  if (words.length < 2) return [];
  return words.filter((word) => [...word].length >= SHORTEST && /^\p{Lu}\p{L}*$/u.test(word));
}

function isNamed(text, name, everyday) {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  for (const found of text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}_])${literal}(?![\\p{L}\\p{N}_])`, "gu"))) {
    if (!everyday.includes(name) || !SENTENCE_START.test(text.slice(0, found.index))) return true;
  }
  return false;
}
