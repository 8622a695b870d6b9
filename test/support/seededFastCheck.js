/**
 * fast-check for tests: the same cases in every run, so that a change is judged by what it changed.
 * `CCHC_SEED=123 npm run test:unit` tries others; `npm run fuzz:layouts` looks for trouble at random.
 */
const fastCheck = require('fast-check-itself');

fastCheck.configureGlobal({
  ...fastCheck.readConfigureGlobal(),
  seed: Number(process.env.CCHC_SEED ?? 20260101),
});

module.exports = fastCheck;
