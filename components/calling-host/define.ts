import { HsHostInspector } from './host-inspector.js';
import { HsHostScenarios } from './host-scenarios.js';
import { HsCallingHost } from './calling-host.js';

HsHostInspector.define();
HsHostScenarios.define();
HsCallingHost.define();

export { HsCallingHost };
export type { HostStart } from './widget-start.js';
