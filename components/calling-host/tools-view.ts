/** The test tools: what is simulated, the messages, scenarios, faults. Each folds away; the phone is what matters. */
import { html, type TemplateResult } from 'lit';
import {
  firstState,
  type FaultName,
  type HostPromptEvent,
  type HubSpotHost,
  type WidgetDriver,
} from '../../src/host/index.js';
import { allScenarios } from '../../src/host/scenarios/index.js';
import { renderFaults } from './faults-view.js';
import type { HostSettings } from './host-settings.js';
import { trafficTool } from './message-view.js';
import { renderSimulation, type Simulation, type SimulationHandlers } from './simulation-view.js';
import { renderTool } from './tool-view.js';

/** What the tools are used on. */
export interface Tools extends Omit<Simulation, 'place'> {
  /** The HubSpot that is played; undefined without a widget. */
  readonly host: HubSpotHost | undefined;
  /** Acts in the widget while a scenario is played. */
  readonly driver: WidgetDriver | undefined;
  /** The same for each frame that a scenario opens; undefined where only the one widget can be acted in. */
  readonly frameDriver: ((frame: HTMLIFrameElement) => WidgetDriver) | undefined;
}

/** What is called when a tool is used. */
export interface ToolsHandlers extends SimulationHandlers {
  readonly prompt: (event: CustomEvent<HostPromptEvent | null>) => void;
  readonly toggleFault: (name: FaultName, isOn: boolean) => void;
}

/** Who acts in the widget of the page, and in the frames that a scenario opens. */
export function driversOf(
  driver: HostSettings['driver'],
  frame: HTMLIFrameElement | null,
): Pick<Tools, 'driver' | 'frameDriver'> {
  if (typeof driver !== 'function') return { driver, frameDriver: undefined };
  return { driver: frame ? driver(frame) : undefined, frameDriver: driver };
}

export function renderTools(
  { host, driver, frameDriver, ...shown }: Tools,
  handlers: ToolsHandlers,
): TemplateResult {
  const { place, faults } = host?.state ?? firstState;
  return html`<section class="tools" aria-labelledby="tools-title">
    <h2 id="tools-title">Test tools</h2>
    ${renderSimulation({ ...shown, place }, handlers)}
    ${renderTool(
      trafficTool(host?.account.transcript ?? []),
      html`<hs-host-inspector .host=${host}></hs-host-inspector>`,
    )}
    ${renderTool(
      { title: 'Scenarios', note: `${String(allScenarios.length)} to play` },
      html`<hs-host-scenarios
        .host=${host}
        .driver=${driver}
        .frameDriver=${frameDriver}
        @hs-host-prompt=${handlers.prompt}
      ></hs-host-scenarios>`,
    )}
    ${renderFaults(faults, handlers.toggleFault)}
  </section>`;
}
