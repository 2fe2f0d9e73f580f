import { inRoot, readJson } from '../preparing/checkout.mjs';
import { StepFailed } from '../preparing/run.mjs';

/**
 * npm leaves the packages of other systems out of the lock file when it cannot find them, and npm ci then refuses the file:
 * every optional package that a package asks for stands in it, and no address of one registry does.
 */
export function checkLockFile() {
  const { packages } = readJson(inRoot('package-lock.json'));
  const missing = Object.entries(packages).flatMap(([place, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !isLocked(packages, place, name))
      .map((name) => `${name}, which ${place} asks for, is missing in package-lock.json`),
  );
  const addresses = Object.entries(packages).filter(
    ([, { resolved, link }]) => resolved !== undefined && link !== true,
  );
  const problems = [
    ...missing,
    ...addresses.map(([place]) => `${place} names a registry in package-lock.json`),
  ];
  if (problems.length > 0) throw new StepFailed(problems.join('\n'));
}

/** Looks where Node.js would: beside the package, then in each folder above. */
function isLocked(packages, place, name) {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`] !== undefined) return true;
    if (folder === '') return false;
  }
}
