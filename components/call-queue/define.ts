import { HsCallQueue } from './call-queue.js';

HsCallQueue.define();

export { HsCallQueue };
