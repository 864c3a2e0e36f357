// For plain `npx cucumber-js` and editors: the sentences against the reference, without a browser. Cucumber then says
// how each scenario ended; what that comes to for the requirements, and the exit code, is for `paircheck run` to say.
import { plainParameters } from './cli/plain-parameters.ts';

export default {
  paths: ['features/**/*.feature'],
  import: ['steps/**/!(*.test).ts'],
  tags: 'not @needs-browser',
  worldParameters: plainParameters(),
};
