import { Unprovided } from '../simulators/errors.ts';

/** How to have done what no adapter is asked for, by role. */
export const OTHERWISE = {
  web: 'no adapter is asked for it: drive the portal in a browser or with --drive api',
  phone: 'no adapter is asked for it: only the simulated phone can do this',
} as const;

/**
 * A port of which only a part can be played: whatever else is asked of it is not provided.
 * @param provide how to have it done after all
 */
export function partly<Port extends object>(
  played: { [Name in keyof Port]?: Port[Name] },
  capability: string,
  provide: string,
): Port {
  return new Proxy(played, {
    get: (target, name) => {
      // Whatever waits for a port asks first whether it is a promise.
      if (typeof name === 'symbol' || name === 'then' || name in target) return Reflect.get(target, name);
      return () => {
        throw new Unprovided(capability, provide);
      };
    },
  }) as Port;
}

/** An act that no adapter is asked for. */
export function notAsked(capability: string, provide: string): () => Promise<never> {
  return async () => {
    throw new Unprovided(capability, provide);
  };
}
