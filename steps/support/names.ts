import { setDefinitionFunctionWrapper } from '@cucumber/cucumber';
import type { PairWorld } from './world.ts';

type Sentence = (this: PairWorld, ...given: unknown[]) => unknown;

/**
 * A device name of a sentence becomes one that the account cannot have yet, where it has a history. Cucumber tells by
 * their number of parameters what sentences want, so that stays.
 */
setDefinitionFunctionWrapper((sentence: Sentence) => {
  const named: Sentence = function (...given) {
    return sentence.apply(
      this,
      given.map((value) => (typeof value === 'string' ? this.named(value) : value)),
    );
  };
  return Object.defineProperty(named, 'length', { value: sentence.length });
});
