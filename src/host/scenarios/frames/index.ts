/** The scenarios that are played in several frames. */
import type { Scenario } from '../../scenario.js';
import { framesDial } from './frames-dial.js';
import { framesInbound } from './frames-inbound.js';
import { framesOwnerClosed } from './frames-owner-closed.js';
import { framesOwnerCrashed } from './frames-owner-crashed.js';
import { framesReload } from './frames-reload.js';
import { framesWindowClosed } from './frames-window-closed.js';

/** All scenarios for `startFrames`. Each says which frames there are. */
export const frameScenarios: readonly Scenario[] = [
  framesDial,
  framesInbound,
  framesOwnerClosed,
  framesOwnerCrashed,
  framesReload,
  framesWindowClosed,
];
