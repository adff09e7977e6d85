/** The steps of a scenario in words. */
import type { HostStep, ScenarioStep } from './scenario.js';
import { instruction } from './widget-actions.js';

const hostSteps: Readonly<Record<Exclude<HostStep['host'], 'send'>, string>> = {
  dial: 'HubSpot asks to dial',
  endCall: 'HubSpot asks to hang up',
  minimise: 'The user minimises the widget',
  hide: 'The user hides the widget',
  show: 'The user shows the widget',
  reload: 'The page is loaded anew',
  remount: 'The page around the widget starts anew',
  navigate: 'The user opens another record',
  startQueue: 'HubSpot starts a task queue',
  stopQueue: 'HubSpot stops the task queue',
  place: 'HubSpot puts the widget elsewhere',
  open: 'The user opens it',
  close: 'The user closes it',
  crash: 'It crashes',
};

/** A step in words: `The widget says CALL_ENDED with {"callEndStatus":"BUSY"}`. */
export function describeStep({ in: frame, ...step }: ScenarioStep): string {
  const text = describe(step);
  return frame === undefined ? text : `In ${frame}: ${text}`;
}

function describe(step: ScenarioStep): string {
  if ('host' in step) {
    if (step.host === 'send') return `HubSpot says ${step.type}`;
    const text = hostSteps[step.host];
    return step.host === 'dial' && step.refused ? `${text}: refused, ${step.refused}` : text;
  }
  if ('widget' in step) {
    const { widget, ...given } = step;
    return instruction(widget, given);
  }
  if ('expect' in step) {
    return `${step.from === 'host' ? 'HubSpot' : 'The widget'} says ${step.expect}${like(step.data)}`;
  }
  if ('never' in step) return `From here on the widget does not say ${step.never}${like(step.data)}`;
  if ('says' in step) return `In all, the widget says ${step.says}${like(step.data)} ${step.times} times`;
  return 'log' in step
    ? `The call log is ${JSON.stringify(step.log)}`
    : `The host is ${JSON.stringify(step.state)}`;
}

function like(data: unknown): string {
  return data === undefined ? '' : ` with ${JSON.stringify(data)}`;
}
