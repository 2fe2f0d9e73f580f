/**
 * Tests of a jest result that passed and failed. A file that could not be run counts as a failure, and so does a test that
 * was skipped: a rule that nobody tried is not known to hold.
 * @returns {{ passed: number, failed: number }}
 */
export function countResults(results) {
  if (results === null || results === undefined) return { passed: 0, failed: 1 };
  const {
    numPassedTests,
    numFailedTests,
    numPendingTests,
    numTodoTests,
    numRuntimeErrorTestSuites,
    success,
  } = results;
  const failed = numFailedTests + numPendingTests + numTodoTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: failed === 0 && !success ? 1 : failed };
}
