import { parse } from 'yaml';

import { canonicalJson } from '../proof/canonical-json.js';
import { bank } from '../testing/bank.js';
import { countImport } from './count-import.js';
import { UnreadableImport } from './imported-questionnaire.js';
import { readImport } from './read-import.js';

const vsaq = `// Ours.
/* v1 * draft */
{"questionnaire": [{"type": "block", "text": "Site", "items": [
  {"type": "yesno", "id": "guard", "text": "Is there " +
    "a guard?", "yes": "Yes", "no": "No"}, // one
  {"type": "tip", "warn": "yes", "severity": "high", "cond": "guard/no", "text": "Bad."},
  {"type": "box", "id": "who", "cond": "guard/yes", "text": "Who?"},
]}]}`;
const ciso = `
urn: urn:x
locale: fr
objects:
  framework:
    name: Mini
    requirement_nodes:
    - {urn: a, assessable: true, ref_id: A, name: Copie}
`;
const oscal = { catalog: { metadata: { title: 'Mini' }, controls: [{ id: 'a', title: 'Copy' }] } };

test.each<[string, string, string, object]>([
  ['VSAQ', vsaq, 'vsaq', { sections: 1, questions: 2, options: 2, conditions: 2 }],
  ['CISO Assistant', ciso, 'ciso-assistant', { sections: 1, questions: 1, options: 0, conditions: 0 }],
  ['OSCAL in JSON', JSON.stringify(oscal), 'oscal', { sections: 1, questions: 1, options: 0, conditions: 0 }],
  ['OSCAL in YAML', 'catalog:\n  controls:\n  - title: Copy\n', 'oscal', { questions: 1 }],
  ['our own', canonicalJson(bank), 'probant', { sections: bank.themes.length }],
])('a file of %s is recognised by what stands in it', (_, text, format, counts) => {
  const imported = readImport(text, parse);
  expect(imported.format).toBe(format);
  expect(countImport(imported)).toMatchObject(counts);
});

test.each<[string, string, RegExp]>([
  ['an empty file', ' \n', /^line 1: the file is empty$/],
  ['XML', '\uFEFF<?xml version="1.0"?><catalog/>', /XML or HTML/],
  ['a list', '[1]', /no known format/],
  ['a text', 'Hello', /no known format/],
  ['another object', '{"a": 1}', /no known format/],
  ['another model of OSCAL', '{"profile": {}}', /^profile: this OSCAL file is a "profile"/],
  ['JSON that breaks off', '{"questionnaire": [\n', /^line 2: a value is expected|^line 2: the file ends/],
])('%s is refused', (_, text, message) => {
  expect(() => readImport(text, parse)).toThrow(UnreadableImport);
  expect(() => readImport(text, parse)).toThrow(message);
});
