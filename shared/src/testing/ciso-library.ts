/** A library of CISO Assistant, as small as it can be. */

export const node = (name: string) => `urn:intuitem:risk:req_node:mini:${name}`;
export const heading = { urn: node('s'), assessable: false, depth: 1, ref_id: 'S', name: 'Backups' };
export const one = `${node('s.1')}:question:1`;
export const two = `${node('s.1')}:question:2`;
export const choices = ['Yes', 'Partly', 'No'].map((value, index) => ({
  urn: `${one}:choice:${index + 1}`,
  value,
}));

export function requirement(entries: object) {
  return { urn: node('s.1'), assessable: true, depth: 2, parent_urn: node('s'), ref_id: 'S.1', ...entries };
}

export function library(nodes: readonly object[], change: object = {}, framework: object = {}) {
  const own = {
    urn: 'urn:intuitem:risk:framework:mini',
    name: 'Mini',
    requirement_nodes: nodes,
    ...framework,
  };
  return {
    urn: 'urn:intuitem:risk:library:mini',
    locale: 'en',
    name: 'Library',
    objects: { framework: own },
    ...change,
  };
}
