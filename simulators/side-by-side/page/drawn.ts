import type { Facts, Scene } from '../scene.ts';

/** What the parts of the page draw. */
export interface Drawn {
  scene: Scene;
  facts: Facts;
}
