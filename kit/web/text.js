// Pure helpers for words on the screen: dates, initials, counts, pseudonyms.

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August",
  "September", "October", "November", "December"];
const WHEN = /^(\d{4})-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2}))?)?/;
const TRAITS = ["Amber", "Brisk", "Calm", "Clear", "Early", "Fair", "Gentle", "Keen", "Level",
  "Mellow", "Patient", "Plain", "Quiet", "Ready", "Silver", "Steady", "Tidy", "Warm"];
const CREATURES = ["Badger", "Curlew", "Dunnock", "Egret", "Fieldfare", "Hare", "Heron", "Kestrel",
  "Lapwing", "Linnet", "Otter", "Plover", "Redstart", "Siskin", "Swift", "Teal", "Vole", "Wren"];
const HUES = 6;

/** "2026-03-04T18:22" as "4 March 2026, 18:22", "2026-03" as "March 2026"; anything else comes back as it is. */
export function formatWhen(when) {
  const found = WHEN.exec(String(when ?? ""));
  const month = found ? MONTHS[Number(found[2]) - 1] : undefined;
  if (!month) return String(when ?? "");
  if (!found[3]) return `${month} ${found[1]}`;
  const day = `${Number(found[3])} ${month} ${found[1]}`;
  return found[4] ? `${day}, ${found[4]}` : day;
}

/** The machine form for <time datetime>, or null where the text is no date. */
export function machineWhen(when) {
  const found = WHEN.exec(String(when ?? ""));
  return found ? found[0].replace(" ", "T") : null;
}

/** One or two letters to stand for a name where a platform would show a picture. */
export function initials(name) {
  const words = String(name ?? "").split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const letters = words.map((word) => [...word][0].toUpperCase());
  return (words.length > 1 ? letters[0] + letters[letters.length - 1] : letters[0]) ?? "?";
}

/** A number from 0 to 5, always the same for the same name. */
export function hueOf(name) {
  let sum = 0;
  for (const letter of String(name ?? "")) sum = (sum * 31 + letter.codePointAt(0)) % 9973;
  return sum % HUES;
}

/** "1 comment", "3 comments". */
export function counted(number, one, many = `${one}s`) {
  return `${number} ${number === 1 ? one : many}`;
}

/** A made-up name to suggest; `random` gives numbers from 0 up to 1. */
export function suggestPseudonym(random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  return `${pick(TRAITS)} ${pick(CREATURES)} ${10 + Math.floor(random() * 90)}`;
}
