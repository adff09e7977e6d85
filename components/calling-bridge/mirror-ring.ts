/** The sound of a mirror, which is loaded when it first rings. */
import '../shared/at-once.js';
export { MirrorRing } from '../../src/voice/mirror-ring.js';
