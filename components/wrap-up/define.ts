import { HsWrapUp } from './wrap-up.js';

HsWrapUp.define();

export { HsWrapUp };
