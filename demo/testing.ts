/**
 * A page for tests: puts a widget into a frame and plays HubSpot around it.
 *
 * - `?widget=official-widget.html`: which page of the demo is the widget. Default: `testing-widget.html`.
 */
import {
  findScenario,
  startHost,
  widgetActions,
  type RunOptions,
  type ScenarioResult,
  type WidgetAction,
  type WidgetDriver,
} from '../src/testing/index.js';
import { part } from './page.js';

declare global {
  interface Window {
    /** Set by the test: does in the widget what a person would do. */
    act?: (action: WidgetAction, given: object) => Promise<void>;
    /** Plays the scenario of this name with the widget. */
    play: (name: string, options: RunOptions) => Promise<ScenarioResult>;
  }
}

const { port } = location;
const file = new URLSearchParams(location.search).get('widget') ?? 'testing-widget.html';

const driver = Object.fromEntries(
  (Object.keys(widgetActions) as WidgetAction[]).map((action) => [
    action,
    (given: object) => window.act?.(action, given),
  ]),
) as WidgetDriver;

const starting = startHost({
  widgetUrl: `http://127.0.0.1:${port}/demo/${file}?speed=10`,
  container: part('main', HTMLElement),
  delayMs: 50,
});

window.play = async (name, options) => (await starting).run(findScenario(name), { driver, ...options });
